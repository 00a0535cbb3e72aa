"""Cyrillic: capitalised words, Russian ones by the dictionary, known names by their stems."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from tqcheck.model import Span
from tqcheck.names.model import Bearer, NameKind, Spotted, known_name
from tqcheck.names.tables import native
from tqcheck.names.text import Word, all_capitals, words_of

_CYRILLIC_WORD = re.compile(r"[А-ЯЁІЇЄҐЈЉЊЋЂЏӘҒҚҢӨҰҮҺа-яёіїєґјљњћђџәғқңөұүһʼ’']+")
_ENDINGS = re.compile(
    r"(?:ами|ями|ого|его|ому|ему|ыми|ими|ой|ей|ою|ею|ым|им|ом|ем|ах|ях|ам|ям|ов|ев|ых|их|ую|юю|ая|яя|[аеиоуыюяьйії])$"
)


def cyrillic_names(text: str, language: str) -> Iterator[Spotted]:
    """Known names in any case, and every other capitalised word, certain where the dictionary says so."""
    words = words_of(text)
    shouting = all_capitals(words)
    at = 0
    while at < len(words):
        if not words[at].capital or not _CYRILLIC_WORD.fullmatch(words[at].text):
            at += 1
            continue
        size, spotted = _spotted_at(text, words, at, language, shouting=shouting)
        if spotted is not None:
            yield spotted
        at += size


def _spotted_at(
    text: str, words: tuple[Word, ...], at: int, language: str, *, shouting: bool
) -> tuple[int, Spotted | None]:
    """(number of words, name) of what begins with a capitalised word."""
    word = words[at]
    reading = _russian(word.text) if language == "ru" else _NOT_READ
    stem = _stem(word.text) if len(word.text) > 3 else word.text.lower()
    entries = (*(reading.lemmas or (word.text.lower(),)), stem)
    size, bearer = _known_phrase(words, at, _phrases("uk" if language == "uk" else "ru"), entries)
    if bearer is not None and not (bearer.kind is NameKind.PLACE and reading.kind is NameKind.PERSON):
        span = Span(word.span.start, words[at + size - 1].span.end)
        sure = size > 1 or len(word.text) > 3 or word.text.isupper()
        sure = sure and not shouting and (not word.initial or language == "ru" or size > 1)
        if bearer.kind is NameKind.PLACE:
            sure = sure and reading.kind is NameKind.PLACE and reading.certain
        if bearer.id == "US" and at and words[at - 1].text.lower().startswith("доллар"):
            sure = False  # the currency
        return size, known_name(span, span.of(text), bearer, certain=sure)
    if shouting or len(word.text) < 3:
        return 1, None
    lemma = reading.lemmas[0] if reading.lemmas else stem
    parts = tuple(dict.fromkeys((*reading.lemmas[:2], word.text.lower(), stem)))
    # -ье and -ия end names of regions, which are translated: Подмосковье, Кубания.
    sure = reading.certain and not word.initial and not word.text[1].isupper()
    sure = sure and not lemma.endswith(("ье", "ия"))
    region = at + 1 < len(words) and words[at + 1].text.startswith(_REGIONS)
    kind = NameKind.PLACE if region and reading.kind is NameKind.OTHER else reading.kind
    return 1, Spotted(word.span, word.text, lemma, kind, sure, parts=parts)


# What follows the adjective of a place: Атырауская область.
_REGIONS = ("област", "кра", "район", "округ", "губерн", "республик")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the dictionary makes of a word: its lemmas, names first; what it names; whether surely."""

    lemmas: tuple[str, ...] = ()
    kind: NameKind = NameKind.OTHER
    certain: bool = False


_NOT_READ = _Reading()


@cache
def _russian(word: str) -> _Reading:
    shares = {"Surn": 0.0, "Name": 0.0, "Geox": 0.0}  # pymorphy's grammemes for names
    names = list[str]()
    others = list[str]()
    for parse in _morphology().parse(word):
        named = [grammeme for grammeme in shares if grammeme in parse.tag]
        listed = "DictionaryAnalyzer" in type(parse.methods_stack[0][0]).__name__
        (names if named else others).append(parse.normal_form)
        if listed and named and "NOUN" in parse.tag:
            shares[named[0]] += parse.score
    total = sum(shares.values())
    kind = NameKind.PLACE if shares["Geox"] > total / 2 else NameKind.PERSON if total else NameKind.OTHER
    return _Reading(tuple(dict.fromkeys([*names, *others])), kind, total > 0.5 and len(word) > 3)


@cache
def _morphology() -> Any:
    from pymorphy3 import MorphAnalyzer  # a quarter of a second

    return MorphAnalyzer(lang="ru")


_Phrases = dict[str, list[tuple[tuple[str, ...], Bearer]]]


@cache
def _phrases(language: str) -> _Phrases:
    """Known forms by their first word, or its stem where the dictionary does not help: the stems of the others."""
    table: _Phrases = {}
    for form, bearer in native(language).items():
        if language == "uk" and bearer.kind is NameKind.PLACE:
            continue  # the cities' Cyrillic column does not tell Ukrainian from Russian
        first, *others = re.split(r"[\s-]+", form.lower())
        entry = tuple(map(_stem, others)), bearer
        table.setdefault(first, []).append(entry)
        # Russian nouns are known by their lemmas; the adjective of a name in two words has the noun's gender.
        if (language != "ru" or others) and len(first) > 4 and (stem := _stem(first)) != first:
            table.setdefault(stem, []).append(entry)
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


def _known_phrase(
    words: tuple[Word, ...], at: int, phrases: _Phrases, entries: tuple[str, ...]
) -> tuple[int, Bearer | None]:
    """(number of words, bearer) of the known form that begins here; (1, None) if there is none."""
    short = words[at].text.isupper()
    for entry in dict.fromkeys((*entries, words[at].text.lower())):
        for rest, bearer in phrases.get(entry, ()):
            following = words[at + 1 : at + 1 + len(rest)]
            if not rest and len(entry) < 4 and not short:
                continue
            if tuple(_stem(word.text) for word in following) == rest:
                return 1 + len(rest), bearer
    return 1, None


def _stem(word: str) -> str:
    """Without its ending, whatever the case."""
    return _ENDINGS.sub("", word.lower())
