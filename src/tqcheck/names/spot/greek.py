"""Greek: names that the tables know in any case, and neighbours with capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqcheck.model import Span
from tqcheck.names.model import Bearer, NameKind, Spotted, known_name
from tqcheck.names.plain import plain
from tqcheck.names.tables import native
from tqcheck.names.text import Word, all_capitals, words_of

_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]+")
_ENDINGS = re.compile("(?:ους|εις|εων|ου|ος|ον|ων|ας|ης|ες|οι|αι|ς|α|η|ο|ι|ε|υ)$")
_LONGEST = 3
_SHORTEST = 3  # letters of a stem


def greek_names(text: str) -> Iterator[Spotted]:
    """Known names; of other words with a capital inside a sentence those beside another one are certain."""
    words = words_of(text)
    shouting = all_capitals(words)
    at = 0
    while at < len(words):
        word = words[at]
        size = 1
        if word.capital and _GREEK.fullmatch(word.text):
            size, bearer = _known(words, at)
            span = Span(word.span.start, words[at + size - 1].span.end)
            if bearer is not None:
                sure = not shouting and bearer.kind is not NameKind.PLACE
                yield known_name(span, span.of(text), bearer, certain=sure)
            elif len(word.text) > 2 and not shouting:
                sure = not word.initial and _accompanied(text, words, at)
                yield Spotted(word.span, word.text, _stem(word.text), certain=sure, parts=(word.text,))
        at += size


def _accompanied(text: str, words: tuple[Word, ...], at: int) -> bool:
    """Has it a neighbour with a capital inside the sentence, as given and family names have?"""
    return any(
        0 <= other < len(words)
        and words[other].capital
        and not words[other].initial
        and text[words[min(at, other)].span.end : words[max(at, other)].span.start] == " "
        for other in (at - 1, at + 1)
    )


def _known(words: tuple[Word, ...], at: int) -> tuple[int, Bearer | None]:
    """(number of words, bearer) of the longest known form that begins here; (1, None) if there is none."""
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        form = " ".join(_stem(word.text) for word in words[at : at + size])
        bearer = _forms().get(form)
        if bearer is not None and len(form) >= _SHORTEST:
            return size, bearer
    return 1, None


@cache
def _forms() -> dict[str, Bearer]:
    table: dict[str, Bearer] = {}
    for form, bearer in native("el").items():
        table.setdefault(" ".join(map(_stem, re.split(r"[\s-]+", form))), bearer)
    return table


def _stem(word: str) -> str:
    bare = plain(word, "el")
    return bare if word.isupper() else _ENDINGS.sub("", bare)
