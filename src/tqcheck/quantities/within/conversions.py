"""An amount that is told again in another unit, in brackets, and is another amount there: 3,000 metres (8,842 ft)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from tqcheck.quantities.model import Kind, Quantity, Unit
from tqcheck.quantities.units.names import meanings

# Figures rounded for the reader are up to 8 % off (5 km, 3 miles in human translations); a wrong one is mostly further.
_SLACK = Fraction(1, 10)
_DEGREES = Fraction(3)  # 30 °C (90 °F) is rounded
# A word may stand before the bracket (3,000 metres high), and a hedge in it.
_BEFORE = re.compile(
    r"(?:[\s\u00a0](?!and\b|und\b|et\b|y\b|e\b|и\b)[^\W\d_]{2,12}(?=[\s\u00a0][(]))?[\s\u00a0]*[(（\[][\s\u00a0]*"
    r"(?:(?:about|approx\.?|approximately|around|or|roughly|nearly|almost|some|ca\.?|circa|etwa|rund|oder|environ|soit"
    r"|unos|unas|aprox\.?|circa|cerca de|около|примерно|約|约|合|约合|約合|≈|~|=)[\s\u00a0]*)?"
)
_AFTER = re.compile(r"[\s\u00a0]*[)）\];；]")
_COMPOUND = 8  # characters: 5 feet 11 inches, 10 m by 20 m
_NOT_CONVERTED = frozenset({"money", "time", "share", "data"})


@dataclass(frozen=True, slots=True)
class WrongConversion:
    """Two amounts that should be one. `expected`: what `second` should be in its own unit, in about as many figures."""

    first: Quantity
    second: Quantity
    expected: Fraction


def wrong_conversions(text: str, quantities: Sequence[Quantity]) -> Iterator[WrongConversion]:
    """The amounts in brackets that are more than a tenth off those before them, in text order.

    Only where the bracket holds nothing else, both are in digits, and neither is part of a range or of more units.
    """
    end = -_COMPOUND - 1  # of the last figure before the first
    for first, second in pairwise(quantities):
        alone = first.full_span.start - end > _COMPOUND
        end = first.full_span.end
        if alone and _may_restate(first, second) and _in_brackets(text, first, second):
            one, other = first.unit, second.unit
            if one and other and not _near(first, second):
                yield WrongConversion(first, second, _shortened(_converted(first.value, one, other)))


def _may_restate(first: Quantity, second: Quantity) -> bool:
    one, other = first.unit, second.unit
    if one is None or other is None or not (first.digits and second.digits):
        return False
    counted = first.kind is second.kind is Kind.NUMBER and first.readings and second.readings
    inexact = first.extent or second.extent or first.bounds or second.bounds
    units = {one.dimension, other.dimension}
    different = (one.size, one.zero) != (other.size, other.zero)
    return bool(counted and not inexact and different and len(units) == 1 and not units & _NOT_CONVERTED)


def _in_brackets(text: str, first: Quantity, second: Quantity) -> bool:
    between = text[first.full_span.end : second.full_span.start]
    return bool(_BEFORE.fullmatch(between)) and bool(_AFTER.match(text, second.full_span.end))


def _near(first: Quantity, second: Quantity) -> bool:
    """Whether any meaning of the two is one amount, roughly; both read alike, as 1.500 m (4.921 ft) may be."""
    return any(
        _close(value, told, one, other, rounded=not at)
        for at, (value, told) in enumerate(zip(first.readings, second.readings, strict=False))
        if first.unit and second.unit
        for one in meanings(first.unit)
        for other in meanings(second.unit)
        if one.dimension == other.dimension
    )


def _close(value: Fraction, told: Fraction, one: Unit, other: Unit, *, rounded: bool) -> bool:
    """Whether the values are one amount. `rounded`: either may be so to its last place, as only usual readings are."""
    expected = _converted(value, one, other)
    if one.zero or other.zero:  # texts lose the minus of a temperature, or tell a difference
        options = (expected, -expected, value * one.size / other.size)
        return any(abs(option - told) <= max(_SLACK * abs(option), _DEGREES) for option in options)
    expected, told, value = abs(expected), abs(told), abs(value)  # "au moins 2 mètres"
    back = _converted(told, other, one)
    if rounded and (abs(expected - told) <= _half_place(told) or abs(back - value) <= _half_place(value)):
        return True
    return abs(expected - told) <= _SLACK * expected


def _half_place(value: Fraction) -> Fraction:
    """What rounding to so few figures takes or adds: half of a mile in "2 miles", a twentieth in 0.5."""
    return next(
        (Fraction(1, 2 * 10**places) for places in range(3) if value * 10**places % 1 == 0), Fraction(0)
    )


def _converted(value: Fraction, one: Unit, other: Unit) -> Fraction:
    return (value + one.zero) * one.size / other.size - other.zero


def _shortened(value: Fraction) -> Fraction:
    """A value in three figures, as conversions are told: 9,840 ft, 1.24 miles."""
    places = 2 - len(str(int(abs(value)))) + 1 if abs(value) >= 1 else 3
    return Fraction(round(value * 10**places)) / 10**places if places > 0 else Fraction(round(value, places))
