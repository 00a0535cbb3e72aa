"""Figures that are right in another reading, but not written as the target's locale writes them: 1.000 for 1,000."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cache

from tqcheck.model import Span
from tqcheck.quantities.digits import ascii_digits
from tqcheck.quantities.model import Kind, Quantity, Standing
from tqcheck.quantities.write.style import Style, style

_NUMERAL = re.compile(r"\d(?:[.,'’\s]?\d)*")
_SPACES = " \u00a0\u202f\u2009"
_SPACED = re.compile(rf"[1-9]\d{{0,2}}(?:[{_SPACES}]\d{{3}})+(?:[.,]\d+)?")
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([.,'’])\d{3})(?:\1\d{3})*")
# 12,34,567: as India groups, in whatever English.
_INDIAN = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?")
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}([.,])\d{3}")
_ONE_MARK = re.compile(r"(\d+)([.,])(\d+)")
# What a number is surely followed by that counts things, and a version or a chapter is not.
_COUNTS = re.compile(r"[\s-]?(?:[^\W\d_]{3,}|[%‰°$€£¥₽₹₩])")
_PRICED = re.compile(r"(?:[$€£¥₽₹₩]|\b[A-Z]{3})\s?$")
_LABEL = re.compile(r"(?:\b[Vv]ersione?n?|\b[Vv]\.?|№|§|[A-ZА-ЯЁ][\w.-]*)\s?$")
_IN_WORDS = re.compile(r"[^\W\d_A-Z]\s$")
# A letter beside the figure makes it a part of a name.
_GLUED = re.compile(r"[^\W\d_]$|[^\W\d_][-–]$")
_COUNTED_KINDS = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.YEAR})
# Where both marks are in use: decimals (Switzerland, South Africa, Arabic), groups (Belgium).
_BOTH_DECIMALS = frozenset({"de_CH", "de_LI", "it_CH", "fr_CH", "en_ZA", "es_US", "es_PR"})
_DOT_GROUPS = frozenset({"fr_BE", "fr_CH", "de_AT", "pl"})


class Flaw(StrEnum):
    """What is foreign in a figure."""

    DECIMAL = "decimal mark"
    GROUP = "thousands separator"
    SPACE = "space between thousands"
    PLACE = "place of the separator"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Foreign:
    """A figure as another locale writes it. `right`: the forms of this one. `sure`: no other reading is possible."""

    span: Span
    flaw: Flaw
    right: tuple[str, ...]
    sure: bool


def foreign_reading(source: Quantity, target: Quantity, language: str) -> bool:
    """Whether the target says what the source does, but only as another locale than its own would read it.

    1.000 in English for a thousand, 1,234 in German for one thousand; 200,00 for twenty thousand: the right
    digits, which a reader of the language takes for another number.
    """
    if not source.readings or not target.readings or source.value == target.value:
        return False
    numeral = _numeral(target)
    return numeral is not None and _by_source(numeral.group(), target, (source,), style(language)) is not None


def foreign(text: str, target: Quantity, language: str, source: Iterable[Quantity] | None) -> Foreign | None:
    """What is foreign in the form of a figure of a text. `source`: the figures of the source, None without one."""
    numeral = _numeral(target)
    if numeral is None or target.kind not in _COUNTED_KINDS or _GLUED.search(text[: target.span.start][-2:]):
        return None
    locale, written = style(language), numeral.group()
    if source is None:
        found = _alone(written, text, target, locale)
    else:
        source = tuple(source)
        found = _by_source(written, target, source, locale) or _agreeing(
            written, text, target, source, locale
        )
    if found is None:
        return None
    flaw, sure = found
    right = _right(written, flaw, locale)
    return Foreign(target.span, flaw, (_replaced(target.text, numeral, right),), sure)


def is_native(quantity: Quantity, language: str) -> Flaw | None:
    """The convention that a figure surely keeps: its decimal mark, or its thousands separator; None if it shows none."""
    numeral = _numeral(quantity)
    marks = _marks(numeral.group()) if numeral is not None else None
    if marks is None:
        return None
    locale = style(language)
    decimal, group = marks
    if group and group in _groups(locale):
        return Flaw.GROUP
    return Flaw.DECIMAL if decimal and decimal in _decimals(locale) else None


def _numeral(quantity: Quantity) -> re.Match[str] | None:
    return _NUMERAL.search(ascii_digits(quantity.text)) if quantity.digits else None


def _marks(numeral: str) -> tuple[str, str] | None:
    """The decimal mark and the thousands separator, "" for none; None if they cannot be told."""
    if _AMBIGUOUS.fullmatch(numeral) or _INDIAN.fullmatch(numeral):
        return None
    if _SPACED.fullmatch(numeral):
        decimal = re.search(r"[.,]", numeral)
        space = next(char for char in numeral if char in _SPACES)
        return (decimal.group() if decimal else "", space)
    if one := _GROUPED.fullmatch(numeral):
        return "", one[1]
    whole, mark, rest = _split(numeral)
    if one := _GROUPED.fullmatch(whole):
        return (mark, one[1]) if one[1] != mark and rest.isdigit() else None
    return (mark, "") if whole.isdigit() and mark in {".", ","} else None


def _split(numeral: str) -> tuple[str, str, str]:
    at = max(numeral.rfind("."), numeral.rfind(","))
    return (numeral, "", "") if at < 0 else (numeral[:at], numeral[at], numeral[at + 1 :])


@cache
def _decimals(locale: Style) -> frozenset[str]:
    both = str(locale.locale) in _BOTH_DECIMALS or locale.locale.language == "ar"
    return frozenset(".,") if both else frozenset(locale.decimal)


@cache
def _groups(locale: Style) -> frozenset[str]:
    groups = {locale.group, "\u00a0", "\u202f", "\u2009"}  # ISO 80000-1's, fit for every language
    if "," in _decimals(locale):
        groups.add(" ")
    if {str(locale.locale), locale.locale.language} & _DOT_GROUPS:
        groups.add(".")
    if str(locale.locale).endswith(("_CH", "_LI")):
        groups.update("'’")
    if locale.locale.language == "ar":
        groups.update(".,")
    return frozenset(groups)


def _is_foreign(numeral: str, locale: Style) -> Flaw | None:
    """What the marks of a figure show, whatever its value."""
    marks = _marks(numeral)
    if marks is None:
        return None
    decimal, group = marks
    if group and group not in _groups(locale):
        return Flaw.SPACE if group in _SPACES else Flaw.GROUP
    return Flaw.DECIMAL if decimal and decimal not in _decimals(locale) else None


def _by_source(
    numeral: str, target: Quantity, source: Iterable[Quantity], locale: Style
) -> tuple[Flaw, bool] | None:
    """A figure whose usual value the source does not have, and whose other one it has."""
    said = tuple(one for one in source if one.readings)
    if any(_says(one, target.value) for one in said):
        return None
    if any(one.text != numeral and one.text.startswith(numeral) for one in said):  # 34.538千 copied
        return None
    usual = target.value / target.scale
    whole, mark, rest = _split(numeral)
    if _AMBIGUOUS.fullmatch(numeral):
        joined = Fraction(whole + rest)
        parted = joined / 1000
        other, as_group = (joined, True) if usual == parted else (parted, False)
        for one in said:
            if one.value in {other, other * target.scale} and (
                as_group or _digits(one.text) == _digits(numeral)
            ):
                accepted = mark in (_groups(locale) if as_group else _decimals(locale))
                return None if accepted else (Flaw.GROUP if as_group else Flaw.DECIMAL, False)
        return None
    # 200,00: one or two digits after what separates thousands, where the source has twenty thousand.
    if mark == locale.group and whole.isdigit() and 1 <= len(rest) <= 2:
        joined = Fraction(whole + rest)
        if joined >= 1000 and any(one.value == joined * target.scale for one in said):
            return Flaw.PLACE, True
    return None


def _says(source: Quantity, value: Fraction) -> bool:
    """Whether the source means the value: surely a figure, and not by its own reading of last resort (1.500 as 1½)."""
    if value not in source.readings or not (source.digits or source.clear):
        return False
    return value == source.value or value not in {source.value * 1000, source.value / 1000}


def _agreeing(
    numeral: str, text: str, target: Quantity, source: Iterable[Quantity], locale: Style
) -> tuple[Flaw, bool] | None:
    """A figure with the source's value and the marks of another locale."""
    flaw = _is_foreign(numeral, locale)
    if flaw is None or not any(one.value == target.value for one in source if one.readings):
        return None
    if flaw is Flaw.DECIMAL and not _is_count(text, target, comma=_split(numeral)[1] == ","):
        return None
    return flaw, flaw is not Flaw.SPACE


def _alone(numeral: str, text: str, target: Quantity, locale: Style) -> tuple[Flaw, bool] | None:
    """Without a source: what cannot be read in another way."""
    flaw = _is_foreign(numeral, locale)
    if flaw is None or (target.standing is not Standing.STATED and flaw is not Flaw.SPACE):
        return None
    if flaw is Flaw.SPACE:
        return (
            (flaw, False) if re.search(r"\s000\b", numeral) or len(re.findall(r"\s", numeral)) > 1 else None
        )
    if flaw is Flaw.DECIMAL and not _is_measured(text, target):
        return None
    one = _ONE_MARK.fullmatch(numeral)
    return None if one and flaw is Flaw.DECIMAL and len(one[3]) > 2 else (flaw, True)


def _is_measured(text: str, quantity: Quantity) -> bool:
    """A figure with a percent sign, a scale word, a unit or a currency."""
    if quantity.kind is Kind.PERCENT or quantity.scale > 1 or quantity.unit is not None:
        return True
    before = text[max(0, quantity.span.start - 5) : quantity.span.start]
    return (
        _PRICED.search(before) is not None or re.match(r"\s?[$€£¥₽₹₩]", text[quantity.span.end :]) is not None
    )


def _is_count(text: str, quantity: Quantity, *, comma: bool) -> bool:
    """Not a version or a chapter (2.5), nor a pair of numbers (2,5)."""
    if _is_measured(text, quantity):
        return True
    before = text[max(0, quantity.span.start - 20) : quantity.span.start]
    if comma and _IN_WORDS.search(before) and not text.startswith(("]", ")"), quantity.span.end):
        return True
    return _COUNTS.match(text, quantity.span.end) is not None and _LABEL.search(before) is None


def _digits(text: str) -> str:
    return re.sub(r"\D", "", ascii_digits(text))


def _right(numeral: str, flaw: Flaw, locale: Style) -> str:
    """The figure with the marks of the locale; what it has of decimals stays."""
    whole, mark, rest = _split(numeral)
    if flaw is Flaw.PLACE or (mark and _GROUPED.fullmatch(numeral) and flaw is not Flaw.DECIMAL):
        whole, rest = numeral, ""
    digits = _digits(whole)
    least = 4 if re.search(r"\D", whole) and flaw is not Flaw.DECIMAL else locale.least_grouped
    return (locale.grouped(digits) if len(digits) >= least else digits) + (
        locale.decimal + rest if rest else ""
    )


def _replaced(text: str, numeral: re.Match[str], right: str) -> str:
    return text[: numeral.start()] + right + text[numeral.end() :]
