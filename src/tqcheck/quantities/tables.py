"""Number words, scales, months, hedges and relative dates of each language, one file a language.

`words`: below a thousand; `scales` multiply (C 100, K 1,000, L 10^5, M 10^6, X 10^7, G 10^9, T 10^12): the false friends are
deliberate, German Billion, French billion and Spanish billón are 10^12. `joins` may stand inside a number. `about`,
`more`, `less` before or after a figure make it a round one or a bound. `relative` dates answer a day, month or year on
the other side; they are regular expressions, open at the end.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib.resources import files

from tqcheck.quantities.model import Hedge, Kind

_SCALES = {"C": 10**2, "K": 10**3, "L": 10**5, "M": 10**6, "X": 10**7, "G": 10**9, "T": 10**12}
# How languages without tables write digits (CLDR).
_DECIMAL_COMMA = frozenset("nl pl cs sk tr sv da no nb fi hu ro bg sr hr sl id el be lt lv et vi is".split())
_NEVER = re.compile(r"(?!)")
# What may stand between a hedge and its figure: "more than the 50", "约合US$50".
_BETWEEN = r"\s?(?:(?:the|a|an|die|der|das|les|los|las|os|as|i|le|人民币|US|EUR|USD|Rs\.?)\s?)?[$€£¥￥]?\s?"


@dataclass(frozen=True, slots=True)
class Language:
    """How one language writes numbers.

    `words` are values below a thousand, `scales` multiply, `joins` may stand inside a number. `units_first`:
    five and twenty. `hedges` are (kind, before the figure, after it); `relative` dates by the kind they answer.
    """

    words: Mapping[str, Fraction] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    joins: frozenset[str] = frozenset()
    months: Mapping[str, int] = field(default_factory=dict)
    decimal_comma: bool = False
    space_groups: bool = False
    units_first: bool = False
    hedges: tuple[tuple[Hedge, re.Pattern[str], re.Pattern[str]], ...] = ()
    relative: tuple[tuple[Kind, re.Pattern[str]], ...] = ()


@cache
def language(tag: str) -> Language:
    """The tables of a primary subtag; a language without tables has digits only."""
    path = files("tqcheck.quantities").joinpath("languages", f"{tag}.toml")
    if not (tag.isalpha() and path.is_file()):
        return Language(decimal_comma=tag in _DECIMAL_COMMA, space_groups=tag in _DECIMAL_COMMA)
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return Language(
        words={word: Fraction(value) for word, value in _entries(table.get("words", ""))},
        scales={word: _SCALES[value] for word, value in _entries(table.get("scales", ""))},
        joins=frozenset(table.get("joins", "").split()),
        months={word: int(value) for word, value in _entries(table.get("months", ""))},
        decimal_comma=table.get("decimal-comma", False),
        space_groups=table.get("space-groups", False),
        units_first=table.get("units-first", False),
        hedges=tuple(_hedge(kind, table[kind]) for kind in (Hedge.MORE, Hedge.LESS, Hedge.ABOUT)),
        relative=tuple((Kind(kind), _relative(words)) for kind, words in table["relative"].items()),
    )


def _entries(text: str) -> list[tuple[str, str]]:
    """`one|first=1 two=2` → (one, 1), (first, 1), (two, 2); an underscore is a space in a word."""
    return [
        (word.replace("_", " "), value)
        for words, _, value in (entry.rpartition("=") for entry in text.split())
        for word in words.split("|")
    ]


def _hedge(kind: Hedge, words: str) -> tuple[Hedge, re.Pattern[str], re.Pattern[str]]:
    options = "|".join(map(re.escape, words.replace("\n", "").split("|")))
    start = "" if re.search(r"[\u3040-\u9fff\uac00-\ud7af]", words) else r"\b"
    return (
        kind,
        re.compile(rf"{start}(?:{options}){_BETWEEN}$", re.IGNORECASE),
        re.compile(rf"\s?(?:{options})", re.IGNORECASE),
    )


def _relative(words: str) -> re.Pattern[str]:
    flat = words.replace("\n", "")
    start = "" if re.search(r"[\u3040-\u9fff\uac00-\ud7af]", flat) else r"(?<!\w)"
    return re.compile(rf"{start}(?:{flat})", re.IGNORECASE) if flat else _NEVER
