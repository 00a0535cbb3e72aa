"""Quantities as an editor reads them, and a right figure in the style of the wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.digits import ascii_digits
from tqcheck.quantities.model import Kind, Quantity
from tqcheck.quantities.parse import parse
from tqcheck.quantities.write.dates import name_like, time_like
from tqcheck.quantities.write.digits import decimal, digits_like
from tqcheck.quantities.write.style import style
from tqcheck.quantities.write.words import words_like

# Kinds that a figure in digits may be read as when it stands alone.
_NUMBERS = frozenset({Kind.NUMBER, Kind.YEAR, Kind.DAY, Kind.MONTH})
_COUNTED = frozenset({Kind.NUMBER, Kind.PERCENT})
# Units that are told by their words in the text.
_IN_WORDS = frozenset({"time", "share"})
# Of the names that several currencies share, those that mean one of them where nothing else is said; a crown may be any.
_MEANT = frozenset({"USD", "GBP", "CNY", "JPY", "INR", "CHF"})
_CENTURY = 1900
# The thirties are those of the 20th century, the twenties may be of this one.
_FIRST_OF_LAST_CENTURY = 30
_ENGLISH_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?!\w)")


def told(quantity: Quantity, reader_language: str = "en") -> str:
    """The figure as written, with its value in plain digits and its unit where that says more.

    1.2万亿 (1,200,000,000,000), 12.500 (12,500), 12.5亿 (1,250,000,000 CNY), 60 km.
    """
    written = " ".join(quantity.text.split())
    in_words = quantity.text.isascii() and not quantity.digits and quantity.scale == 1  # "three"
    if quantity.kind not in _COUNTED or not quantity.readings or quantity.bounds is not None or in_words:
        return written
    unit, value = quantity.unit, number(quantity.value, reader_language)
    symbol = "" if unit is None or unit.dimension in _IN_WORDS or unit.symbol in written else unit.symbol
    if unit is not None and len(unit.codes) > 1 and unit.symbol not in _MEANT:
        symbol = ""
    if quantity.kind is Kind.PERCENT:
        symbol = "pp" if unit is not None and unit.symbol == "pp" else "%"
    figures = re.sub(r"[^\d.,]", "", written)
    if quantity.scale == 1 and figures in {value, value.replace(",", "")}:
        return written if quantity.kind is Kind.PERCENT or not symbol else f"{written} {symbol}"
    return f"{written} ({value} {symbol})" if symbol else f"{written} ({value})"


def number(value: Fraction, language: str = "en") -> str:
    """1234567.5 → 1,234,567.5, as the language writes it."""
    return decimal(value, style(language))


def rewritten(value: Fraction, like: Quantity, language: str = "en") -> str | None:
    """The text of `value` in the style of `like`, in the target's language.

    Digits or words, the scale word, the percent sign, the form of a month or a time stay as they are. None where
    the style cannot be kept, and where the text would not be read as the value again.
    """
    if not like.readings or like.bounds is not None or like.kind in {Kind.CODE, Kind.MULTIPLE}:
        return None
    if _is_decade(like):
        if (within := _decade_like(value, like)) is None:
            return None
        value = within
    forms = _forms(value, like, language)
    return next((form for form in forms if form and _reads_back(form, value, like, language)), None)


def _is_decade(quantity: Quantity) -> bool:
    """Whether it is the 80 of the 80s, or the 1980: both are its readings."""
    return any(value + _CENTURY in quantity.readings for value in quantity.readings if value < 100)


def _decade_like(value: Fraction, like: Quantity) -> Fraction | None:
    """The decade with its century as `like` has it, or without; None where the century is not known."""
    if like.value < 100:
        return value % 100 if value < 100 or 0 <= value - _CENTURY < 100 else None
    if value < 100:
        return value + _CENTURY if value >= _FIRST_OF_LAST_CENTURY else None
    return value


def with_ordinal(value: Fraction, like: Quantity, text: str, language: str = "en") -> tuple[Span, str] | None:
    """As `rewritten`, for a figure in its text: 21st becomes 22nd. The span to replace, and by what."""
    fix = rewritten(value, like, language)
    if fix is None:
        return None
    suffix = _ENGLISH_ORDINAL.match(text, like.span.end) if language.startswith("en") else None
    if suffix is None or value.denominator != 1 or not like.text[-1:].isdigit():
        return like.span, fix
    return Span(like.span.start, suffix.end()), fix + _suffix(int(value))


def code_like(source: Quantity) -> str | None:
    """A code of the source as the target has to copy it: in ASCII digits, and grouped as it is. None if it has words."""
    written = ascii_digits(source.text)
    return written if any(char.isdecimal() for char in written) else None


def _suffix(value: int) -> str:
    if value % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def _forms(value: Fraction, like: Quantity, language: str) -> Iterator[str | None]:
    """The texts that may be right, the best first."""
    if like.kind is Kind.TIME:
        yield time_like(value, like)
    elif any(char.isdecimal() for char in like.text):
        yield from digits_like(value, like, style(language))
    elif like.kind in _COUNTED or like.kind in {Kind.YEAR, Kind.DAY}:
        yield words_like(value, like, language)
    elif like.kind in {Kind.MONTH, Kind.WEEKDAY}:
        yield name_like(value, like, style(language).locale)


def _reads_back(text: str, value: Fraction, like: Quantity, language: str) -> bool:
    """Whether the text is this one figure, and read so before any other reading."""
    for trial in (text, f"{text}."):  # a short word's point may stand outside of the figure
        for one in parse(trial, language):
            if one.span.start == 0 and one.span.end >= len(text) and one.readings:
                # "in the afternoon" may stand outside of a time
                same = value in one.readings if like.kind is Kind.TIME else one.value == value
                if same and (one.kind is like.kind or {one.kind, like.kind} <= _NUMBERS):
                    return True
    return False


def factor(source: Fraction, target: Fraction) -> int | None:
    """How many powers of ten the target is too large (positive) or too small; None if it is not by those alone."""
    if source <= 0 or target <= 0:
        return None
    ratio, power = target / source, 0
    while ratio >= 10 and ratio % 10 == 0:
        ratio, power = ratio / 10, power + 1
    while ratio.numerator == 1 and ratio.denominator % 10 == 0:
        ratio, power = ratio * 10, power - 1
    return power if ratio == 1 and power else None
