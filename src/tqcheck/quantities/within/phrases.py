"""The phrases of `phrases.toml`, compiled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Any

_NEVER = re.compile(r"(?!)")
_SPACELESS = frozenset({"zh"})


class Fill(IntEnum):
    """How much of a whole nouns that share no member make up together."""

    NOT = 0  # dead and injured: others are unhurt
    PEOPLE = 1  # men and women: children may be left
    WHOLE = 2  # male and female


@dataclass(frozen=True, slots=True)
class Complement:
    """Nouns that share no member, one pattern each."""

    nouns: tuple[re.Pattern[str], ...]
    fill: Fill
    shares: bool  # a percentage beside each is a share of one whole, and no rate or growth of its own


@dataclass(frozen=True, slots=True)
class Phrases:
    """What one language says about figures. `spaced`: its words stand apart."""

    spaced: bool
    total_before: re.Pattern[str]  # to the end of the text before the figure
    total_after: re.Pattern[str]  # begins after the total and what it counts
    made_of: re.Pattern[str]
    out_of: re.Pattern[str]  # to the end of the text before the total
    of_them: re.Pattern[str]
    including: re.Pattern[str]
    and_: re.Pattern[str]
    others: re.Pattern[str]
    people: re.Pattern[str]
    complements: tuple[Complement, ...]
    born: re.Pattern[str]
    died: re.Pattern[str]
    aged: re.Pattern[str]  # likewise
    years_old: re.Pattern[str]
    whole: re.Pattern[str]


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(
        files("tqcheck.quantities.within").joinpath("phrases.toml").read_text(encoding="utf-8")
    )


@cache
def phrases(language: str) -> Phrases | None:
    """The phrases of a primary language subtag; None if it has none."""
    table = _tables().get(language)
    if table is None:
        return None
    spaced = language not in _SPACELESS

    def words(key: str) -> re.Pattern[str]:
        return _pattern(table[key], spaced=spaced)

    return Phrases(
        spaced=spaced,
        total_before=_pattern(table["total-before"], spaced=spaced, ending=True),
        total_after=words("total-after"),
        made_of=words("made-of"),
        out_of=_pattern(table["out-of"], spaced=spaced, ending=True),
        of_them=words("of-them"),
        including=words("including"),
        and_=words("and"),
        others=words("others"),
        people=words("people"),
        complements=tuple(_complement(nouns, spaced=spaced) for nouns in table["complements"]),
        born=words("born"),
        died=words("died"),
        aged=_pattern(table["aged"], spaced=spaced, ending=True),
        years_old=re.compile("|".join(table["years-old"]), re.IGNORECASE),
        whole=words("whole"),
    )


def _complement(nouns: Sequence[str], *, spaced: bool) -> Complement:
    flags, first = ("", nouns[0]) if nouns[0][0] not in "!?%" else nouns[0].split(" ", 1)
    fill = Fill.WHOLE if "!" in flags else Fill.NOT if "?" in flags else Fill.PEOPLE
    return Complement(
        tuple(_pattern([noun], spaced=spaced) for noun in (first, *nouns[1:])), fill, "%" in flags
    )


def _pattern(options: Sequence[str], *, spaced: bool, ending: bool = False) -> re.Pattern[str]:
    if not options:
        return _NEVER
    words, end = "|".join(options), r"\s*$" if ending else ""
    return re.compile(rf"(?<!\w)(?:{words})(?!\w){end}" if spaced else f"(?:{words}){end}", re.IGNORECASE)
