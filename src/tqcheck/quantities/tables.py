"""Number words, scales and hedges of each language, one file a language.

Word lists are `one|two=1 three=3`; an underscore is a space in a word, and `dwudziest*a` stands for the stem with each
of the endings that the table `[endings]` names `a` (`-` is none). Keys:

`words`: cardinals below a thousand. `ordinals`: they end a number. `scales` multiply (D 12, S 20, C 100, K 1,000,
L 10^5, M 10^6, X 10^7, G 10^9, T 10^12, P 10^15, E 10^18): the false friends are deliberate, German Billion, French billion
and Spanish billón are 10^12. `vague`: plural scales that alone mean some of them (hundreds, dozens), and other words
that do, with their least value (tens=10). `several` before a scale makes it as inexact (a few hundred). `shares`: half, a third,
a decade: what answers a figure alone. `parts`: denominators (thirds=3). `half-of`: what may stand between a share and
its scale (half a million), a regular expression, as are `and-half` (two *and a half*), `times` (three *times*; a multiple), `point`
(one *point* five) and `minus`; `into` before one surely makes it a multiple (в два раза). `multiples`: tripled=3. `decades`: the nineties=90. `larger`: what a figure may count that is itself a number
(two decades=10). `loose`: words that are other words as well, or articles: they are never reported. `uncounted` before two, or
`uncounting` after a small number, make it loose too (the two, three-piece; regular expressions); `counting` after a loose one above two, as a plural
noun does, makes it count. `joins` may stand inside a number. `fold`: letters that
are read as others, or not at all (أ=ا, vowel signs). `about`,
`more`, `less` before or after a figure make it a round one or a bound. `[compound]`: numbers written together, see compound.py;
its `parts` are words that stand only there, `ordinal`, `multiple`, `part`, `decade` and `half` are ends.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from tqcheck.quantities.first_look import words_in
from tqcheck.quantities.model import Hedge
from tqcheck.quantities.spaced.compound import Reader, Tail

_SCALES = {
    "D": 12, "S": 20, "C": 10**2, "K": 10**3, "L": 10**5, "M": 10**6, "X": 10**7, "G": 10**9, "T": 10**12, "P": 10**15,
    "E": 10**18,
}  # fmt: skip
# How languages without tables write digits (CLDR).
_DECIMAL_COMMA = frozenset("nl pl cs sk tr sv da no nb fi hu ro bg sr hr sl id el be lt lv et vi is".split())
_HEDGES = (Hedge.MORE, Hedge.LESS, Hedge.ABOUT)
_NEVER = re.compile(r"(?!)")
_GAP = r"[\s\u00a0\u202f-]"
# What may stand between a hedge and its figure: "more than the 50", "约合US$50".
_BETWEEN = r"\s?(?:(?:the|a|an|die|der|das|les|los|las|os|as|i|le|人民币|US|EUR|USD|Rs\.?)\s?)?[$€£¥￥]?\s?"


class Role(Enum):
    """What a number word does."""

    CARDINAL = "words"
    ORDINAL = "ordinals"
    SCALE = "scales"
    VAGUE = "vague"  # inexact, and no scale: dozens
    SHARE = "shares"
    PART = "parts"  # a denominator and nothing else
    MULTIPLE = "multiples"
    DECADE = "decades"


@dataclass(frozen=True, slots=True)
class Word:
    """An entry of the tables. `part`: the denominator that it can be, 0 if none."""

    value: Fraction
    role: Role
    loose: bool = False
    vague: bool = False
    part: int = 0


@dataclass(frozen=True, slots=True)
class Language:
    """How one language writes numbers.

    `words` has all of the lists by their words, folded by `fold` (see `str.translate`); `phrases` are those of several
    words, `first_words` the letters that any longer one begins with, in lower case, and `letters` those of one letter,
    which follow digits (5m). `units_first`: five and twenty.
    `hedges` are (kind, before the figure, after it), `hedge_words` what a text with any has in it. What the patterns
    are is told at the top of this file; each matches at the place where its words would begin or end.
    """

    words: Mapping[str, Word] = field(default_factory=dict)
    fold: Mapping[int, str] = field(default_factory=dict)
    phrases: tuple[str, ...] = ()
    first_words: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    scales: Mapping[str, int] = field(default_factory=dict)
    joins: frozenset[str] = frozenset()
    decimal_comma: bool = False
    space_groups: bool = False
    units_first: bool = False
    hedges: tuple[tuple[Hedge, re.Pattern[str], re.Pattern[str]], ...] = ()
    hedge_words: tuple[str, ...] = ()
    larger: Mapping[str, Fraction] = field(default_factory=dict)
    compound: Reader | None = None
    several: re.Pattern[str] = _NEVER
    half_of: re.Pattern[str] = _NEVER
    and_half: re.Pattern[str] = _NEVER
    times: re.Pattern[str] = _NEVER
    minus: re.Pattern[str] = _NEVER
    into: re.Pattern[str] = _NEVER
    point: re.Pattern[str] = _NEVER
    uncounted: re.Pattern[str] = _NEVER
    uncounting: re.Pattern[str] = _NEVER
    counting: re.Pattern[str] = _NEVER


@cache
def language(tag: str) -> Language:
    """The tables of a primary subtag; a language without tables has digits only."""
    path = files("tqcheck.quantities").joinpath("languages", f"{tag}.toml")
    if not (tag.isalpha() and path.is_file()):
        return Language(decimal_comma=tag in _DECIMAL_COMMA, space_groups=tag in _DECIMAL_COMMA)
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    endings = table.get("endings", {})
    fold = {ord(char): other for char, other in _entries(table.get("fold", ""), {})}
    entries = _words(table)
    words = {word.translate(fold): entry for word, entry in entries.items()}
    scales = {word: int(entry.value) for word, entry in words.items() if entry.role is Role.SCALE}
    return Language(
        words=words,
        fold=fold,
        phrases=tuple(word for word in entries if " " in word or "-" in word),
        first_words=frozenset(first for word in words if len(word) > 1 for first in words_in(word)[:1]),
        letters=frozenset(word.lower() for word in words if len(word) == 1),
        scales=scales,
        joins=frozenset(table.get("joins", "").split()),
        decimal_comma=table.get("decimal-comma", False),
        space_groups=table.get("space-groups", False),
        units_first=table.get("units-first", False),
        hedges=tuple(_hedge(kind, table[kind]) for kind in _HEDGES),
        hedge_words=tuple(
            word.lower() for kind in _HEDGES for word in table[kind].replace("\n", "").split("|")
        ),
        larger={word: Fraction(value) for word, value in _entries(table.get("larger", ""), endings)},
        compound=_compound(table["compound"], words, endings) if "compound" in table else None,
        several=_pattern(table, "several", rf"(?<!\w)(?:{{}}){_GAP}$"),
        half_of=_pattern(table, "half-of", rf"{_GAP}(?:(?:{{}}){_GAP})?"),
        and_half=_pattern(table, "and-half", rf"{_GAP}(?:{{}})(?!\w)"),
        times=_pattern(table, "times", rf"{_GAP}?(?:{{}})(?!\w)"),
        point=_pattern(table, "point", r"\s(?:{})\s"),
        minus=_pattern(table, "minus", r"(?<!\w)(?:{})\s$"),
        into=_pattern(table, "into", r"(?<!\w)(?:{})\s$"),
        uncounted=_pattern(table, "uncounted", r"(?<!\w)(?:{})\s$"),
        uncounting=_pattern(table, "uncounting", r"[\s-](?:{})(?!\w)"),
        counting=_pattern(table, "counting", r"\s(?:{})(?!\w)"),
    )


def _words(table: Mapping[str, Any]) -> dict[str, Word]:
    """All lists as one dictionary; of a word in several, the later role counts, and denominators are kept."""
    endings = table.get("endings", {})
    loose = {word for word, _ in _entries(table.get("loose", ""), endings)}
    vague = dict(_entries(table.get("vague", ""), endings))
    parts = {word: int(value) for word, value in _entries(table.get("parts", ""), endings)}
    words = {word: Word(Fraction(value), Role.VAGUE, vague=True) for word, value in vague.items() if value}
    words |= {word: Word(Fraction(1, part), Role.PART, part=part) for word, part in parts.items()}
    for role in (Role.SHARE, Role.MULTIPLE, Role.DECADE, Role.ORDINAL, Role.CARDINAL, Role.SCALE):
        for word, value in _entries(table.get(role.value, ""), endings):
            number = Fraction(_SCALES.get(value, value))
            words[word] = Word(
                number, role, word in loose, role is Role.SCALE and word in vague, parts.get(word, 0)
            )
    return words


def _compound(table: Mapping[str, str], words: Mapping[str, Word], endings: Mapping[str, str]) -> Reader:
    parts = {word: Fraction(value) for word, value in _entries(table.get("parts", ""), endings)}
    parts |= {
        word: entry.value
        for word, entry in words.items()
        if word.isalpha()
        and len(word) > 1
        and not entry.vague
        and (entry.role is Role.CARDINAL or (entry.role is Role.SCALE and entry.value in {100, 1000}))
        and entry.value.denominator == 1
    }
    return Reader(
        parts,
        {word: entry.value for word, entry in words.items() if entry.role is Role.ORDINAL and word.isalpha()},
        table.get("glue", "").split(),
        {tail: table[tail.value] for tail in Tail if tail.value in table},
        units_first=table.get("order", "") == "units-first",
    )


def _pattern(table: Mapping[str, str], key: str, frame: str) -> re.Pattern[str]:
    words = table.get(key, "").replace("\n", "")
    return re.compile(frame.format(words), re.IGNORECASE) if words else _NEVER


def _entries(text: str, endings: Mapping[str, str]) -> list[tuple[str, str]]:
    """`one|first=1 two=2` → (one, 1), (first, 1), (two, 2)."""
    return [
        (form.replace("_", " "), value)
        for words, _, value in ((*entry.partition("="),) for entry in text.split())
        for word in words.split("|")
        for form in _forms(word, endings)
    ]


def _forms(word: str, endings: Mapping[str, str]) -> list[str]:
    stem, star, name = word.partition("*")
    return [stem + ("" if end == "-" else end) for end in endings[name].split()] if star else [word]


def _hedge(kind: Hedge, words: str) -> tuple[Hedge, re.Pattern[str], re.Pattern[str]]:
    options = "|".join(map(re.escape, words.replace("\n", "").split("|")))
    start = "" if re.search(r"[\u3040-\u9fff\uac00-\ud7af]", words) else r"\b"
    return (
        kind,
        re.compile(rf"{start}(?:{options}){_BETWEEN}$", re.IGNORECASE),
        re.compile(rf"\s?(?:{options})", re.IGNORECASE),
    )
