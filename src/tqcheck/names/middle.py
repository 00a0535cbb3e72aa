"""Middle initials of people that the source spells out: George W. Bush is 乔治·沃克·布什."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqcheck.model import Span
from tqcheck.names.romanise import romanise
from tqcheck.names.tables import read

_DOTTED = re.compile(
    r"[\u4e00-\u9fff]{1,6}(?:[·•・‧][\u4e00-\u9fff]{1,6}){2,}|[ァ-ヺー]{2,}(?:[・＝][ァ-ヺー]{2,}){2,}"
)
_NAME = re.compile(r"[A-Z][a-zß-ÿ'’-]+ (?P<initial>[A-Z])\.? (?P<last>[A-ZÀ-Þ][\w'’-]+)")
_EVIDENCE = 1.0  # nats; weaker evidence of the sound tables allows nearly every letter
# What English initials the sounds stand for beyond those of the tables.
_ALSO = {
    "h": "hgjwf",
    "w": "wvuho",
    "f": "fvhp",
    "b": "bvp",
    "d": "dt",
    "g": "gkcjh",
    "y": "yijeug",
    "l": "lr",
    "r": "rlj",
}


def initials(source: str, target: str, language: str) -> Iterator[tuple[Span, Span, str]]:
    """(span of the initial, source span, the initial's source part) where no middle part of the name begins so.

    Only for a source that has one name of three and more parts, and a target that has one name with an initial.
    """
    names = list(_DOTTED.finditer(source))
    found = list(_NAME.finditer(target))
    if len(names) != 1 or len(found) != 1 or language not in {"zh", "ja"}:
        return
    parts = re.split("[·•・‧＝]", names[0].group())
    letter = found[0]["initial"].lower()
    middle = parts[1:-1]
    if any(letter in _beginnings(part, language) for part in middle) or any(
        letter == char.lower() for char in re.findall("[A-Za-z]", source)
    ):
        return
    yield Span(*found[0].span("initial")), Span(*names[0].span()), "·".join(middle)


def _beginnings(part: str, language: str) -> frozenset[str]:
    """Letters that the name may begin with in English."""
    sound = romanise(part, language)
    if not sound:
        return frozenset("abcdefghijklmnopqrstuvwxyz")
    table = _first_letters(language)
    heads = {sound[:size] for size in (1, 2, 3)}
    return frozenset(
        letter for head in heads for letter in (*table.get(head, ""), *_ALSO.get(head, head[:1]))
    )


@cache
def _first_letters(language: str) -> dict[str, str]:
    """Beginning of a romanised name → the letters that English has there, from the evidence of `sound_*.tsv`."""
    found: dict[str, set[str]] = {}
    for line in read(f"sound_{language}.tsv").splitlines():
        cells = line.split("\t")
        if len(cells) >= 3 and cells[0] and cells[1] and float(cells[2]) > _EVIDENCE:
            found.setdefault(cells[0], set()).add(cells[1][0])
    return {head: "".join(sorted(letters)) for head, letters in found.items()}
