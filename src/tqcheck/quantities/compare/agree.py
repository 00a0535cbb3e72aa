"""Whether two figures say the same: as values, within what their hedges, units and precision allow."""

from __future__ import annotations

import re
from enum import IntEnum
from fractions import Fraction

from tqcheck.quantities.dates.calendar import same_date_part, same_time
from tqcheck.quantities.model import Hedge, Kind, Quantity
from tqcheck.quantities.units.amounts import in_extent, same_amount, same_currency, same_unit
from tqcheck.quantities.write.foreign import foreign_reading

_EXACT_FIGURES = 3
_ROUNDED_FROM = 10_000  # 1.23 million for 1,234,567 without a word; no smaller figure
_SHORTEST_NUMBER = 6  # digits
_DOZEN = re.compile(r"dozen|Dutzend|douzaine|docena|dúzia|dozzin|дюжин|tuzin|dozijn")
# "nearly 400" for 396: a hedged figure may be this far off; "over 40,000" for 43,200, in fewer figures, twice as far.
_HEDGE = Fraction(5, 100)
_THREE_DIGITS = re.compile(r"\d[.,]\d{3}(?!\d)")
_NOON = 12
# 51.11 told as 51.1 and 182.44 as 182 are rounded, and not wrong.
_FEWEST_ROUNDED = 3
_PLACES = 6  # decimals that are looked at


class Agreement(IntEnum):
    """How two figures agree, the best first."""

    EQUAL = 0
    CONVERTED = 1  # 60 km, 37 miles
    ROUNDED = 2  # 396, nearly 400
    LOOSE = 3  # a day for a weekday, "dozens" for 40
    FOREIGN = 4  # in the form of another locale: 1.500 in English for 1,500
    OTHER_UNIT = 5  # the value is the same and the unit is not: 60 km, 60 miles
    OTHER_CURRENCY = 6


def agreement(source: Quantity, target: Quantity, language: str = "en") -> Agreement | None:
    """How the two agree, None where they do not. `language`: the tag of the target's.

    The target may round what the source says, and not the other way round.
    """
    if not source.readings or not target.readings:
        return _unread(source, target)
    kinds = {source.kind, target.kind}
    if kinds == {Kind.CODE} and _dialled(source, target):
        return Agreement.EQUAL
    if Kind.TIME in kinds:
        return Agreement.EQUAL if same_time(source, target) or _lasts(source, target) else None
    if kinds & {Kind.MONTH, Kind.WEEKDAY}:
        return Agreement.EQUAL if same_date_part(source, target) else None
    for one in _readings(source):
        for two in _readings(target):
            if _same(source, target, one, two):
                return _counted_alike(source, target)
    if _is_plain(source) and _is_plain(
        target
    ):  # most of all pairs: nothing but another form can make them agree
        return Agreement.FOREIGN if foreign_reading(source, target, language) else None
    if same_amount(source, target) or _in_fahrenheit(source, target):
        return Agreement.CONVERTED
    if (
        within(source, target)
        or in_extent(source, target)
        or _after_noon(source, target)
        or _dozens(source, target)
    ):
        return Agreement.LOOSE
    if Kind.YEAR not in kinds and any(
        _rounded(source, target, one, two) for one in source.readings for two in target.readings
    ):
        return Agreement.ROUNDED
    return Agreement.FOREIGN if foreign_reading(source, target, language) else None


def _is_plain(quantity: Quantity) -> bool:
    """Whether a figure is neither converted nor rounded."""
    inexact = quantity.hedge is not Hedge.EXACT or quantity.bounds or quantity.extent or quantity.unit
    return not inexact and len(quantity.readings) == 1 and abs(quantity.value) < _ROUNDED_FROM


def _dialled(one: Quantity, other: Quantity) -> bool:
    """Whether two telephone numbers reach the same one: 030 29700, +49 30 29700."""
    short, long = sorted((written_digits(one).lstrip("0"), written_digits(other).lstrip("0")), key=len)
    return len(short) >= _SHORTEST_NUMBER and long.endswith(short)


def _lasts(one: Quantity, other: Quantity) -> bool:
    """Une heure et demie is half past one, or 90 minutes."""
    time, period = (one, other) if one.kind is Kind.TIME else (other, one)
    if period.unit is None or period.unit.dimension != "time" or not period.readings:
        return False
    return 60 * time.value == period.value * period.unit.size


def _dozens(one: Quantity, other: Quantity) -> bool:
    """Two dozen are "more than twenty" in languages that do not count by twelve."""
    if Hedge.EXACT is one.hedge is other.hedge or not (_DOZEN.search(one.text) or _DOZEN.search(other.text)):
        return False
    small, large = sorted((abs(one.value), abs(other.value)))
    return 10 * large <= 12 * small


def _readings(quantity: Quantity) -> tuple[Fraction, ...]:
    """Half may be 50 percent or 30 minutes; half an hour is neither 50 hours nor 30."""
    counted = quantity.unit is not None and quantity.unit.dimension != "share"
    return quantity.readings[:1] if counted and 0 < quantity.value < 1 else quantity.readings


def _counted_alike(source: Quantity, target: Quantity) -> Agreement:
    if same_currency(source, target) is False:
        return Agreement.OTHER_CURRENCY
    share = source.unit is not None and source.unit.dimension == "share"  # a percent is no percentage point
    if same_unit(source, target) is False and (share or not same_amount(source, target)):
        return Agreement.OTHER_UNIT
    return Agreement.EQUAL


def _in_fahrenheit(source: Quantity, target: Quantity) -> bool:
    """Whether degrees of neither scale are Celsius told in Fahrenheit: 25 degrees, 77 degrees."""
    if source.unit is None or target.unit is None or not source.unit.symbol == target.unit.symbol == "°":
        return False
    return abs(source.value * Fraction(9, 5) + 32 - target.value) <= 1


def _after_noon(source: Quantity, target: Quantity) -> bool:
    """Whether hours of the day are told by the clock: à dix-huit heures, at six."""
    hours = source.unit is not None and source.unit.symbol == "h" and target.unit is None
    return hours and _NOON < source.value <= 2 * _NOON and target.value == source.value - _NOON


def _unread(source: Quantity, target: Quantity) -> Agreement | None:
    """Monday answers the 27th; a telephone number is copied."""
    if source.kind is target.kind is Kind.CODE:
        return Agreement.EQUAL if written_digits(source) == written_digits(target) else None
    return Agreement.LOOSE if same_date_part(source, target) else None


def written_digits(quantity: Quantity) -> str:
    """All the digits of a figure as it is written, in one row."""
    return re.sub(r"\D", "", quantity.text)


def within(source: Quantity, target: Quantity) -> bool:
    """Whether an inexact figure allows what the other side says: "dozens" for 40, "several hundred" for 数百.

    The target may be inexact, or as round as the source: 1,000 or 2,000 for 一千多, and not 1,010.
    """
    if target.bounds is not None:
        least, most = source.bounds or (source.value, source.value)
        return target.bounds[0] <= most and least <= target.bounds[1]
    if source.bounds is None:
        return False
    low, high = source.bounds
    return any(low <= value <= high and step_of(value) >= step_of(low) for value in target.readings)


def _same(source: Quantity, target: Quantity, value: Fraction, second: Fraction) -> bool:
    if value == second:
        return _is_usual(source, value, target) and _is_usual(target, second, source)
    if (source.kind is Kind.PERCENT) != (target.kind is Kind.PERCENT):  # half is 50 percent
        small, large = sorted((abs(value), abs(second)))
        if Kind.MULTIPLE in {source.kind, target.kind}:  # tripled, up 200 percent, 300 percent of it
            return small > 1 and large in {100 * small, 100 * (small - 1)}
        return 0 < small <= 1 and large == 100 * small
    if value.numerator == 1 and Kind.NUMBER is source.kind is target.kind:  # a fifth, one in five
        return 1 < value.denominator == second and not target.is_period
    return False


def usual_readings(quantity: Quantity) -> tuple[Fraction, ...]:
    """What a figure means wherever it stands: 12.500 is what its own language writes so."""
    return quantity.readings[:1] if _THREE_DIGITS.search(quantity.text) else quantity.readings


def _is_usual(quantity: Quantity, value: Fraction, other: Quantity) -> bool:
    """Whether the language writes the value so. 12.500 is 12½ in a German text only where the other side copies it."""
    if value == quantity.value or not _THREE_DIGITS.search(quantity.text):
        return True
    if value not in {quantity.value * 1000, quantity.value / 1000}:
        return True
    return written_digits(quantity) == written_digits(other)


def _rounded(source: Quantity, target: Quantity, exact: Fraction, short: Fraction) -> bool:
    """Whether `short` is `exact` in fewer figures: within its hedge, or 1.23 million for 1,234,567."""
    if not exact or not short or (exact > 0) != (short > 0):
        return False
    off = abs(exact - short)
    if off > 2 * _HEDGE * abs(exact):
        return False
    step, fine = step_of(short), step_of(exact)
    if step < fine:
        return False
    if exact.denominator > 1 and 0 < 2 * off <= step <= 1 and len(figures_of(short)) >= _FEWEST_ROUNDED:
        return True
    if target.hedge is source.hedge is not Hedge.ABOUT:
        return abs(exact) >= _ROUNDED_FROM and step >= 1000 and off < step and len(figures_of(short)) >= 2
    if (target.hedge is Hedge.MORE and short > exact) or (target.hedge is Hedge.LESS and short < exact):
        return False
    # "about 8.41" has three figures and none to spare; "about 8" may be 8.3.
    near = off <= _HEDGE * abs(exact) if len(figures_of(short)) < _EXACT_FIGURES else off < step
    if target.hedge is Hedge.EXACT:  # nearly 396, said as 400
        return step > fine and near
    return (near and (step > fine or source.hedge is not Hedge.EXACT)) or (step > fine and off < step)


def figures_of(value: Fraction) -> str:
    """The significant digits of a value."""
    return _digits_of(value)[0].strip("0")


def step_of(value: Fraction) -> Fraction:
    """What the last significant digit counts: 100 of 3,400, 1/10 of 33.3."""
    digits, places = _digits_of(value)
    return Fraction(10) ** (len(digits) - len(digits.rstrip("0")) - places)


def _digits_of(value: Fraction) -> tuple[str, int]:
    """The digits of a value and how many of them are decimals."""
    if value.denominator == 1:
        return str(abs(value.numerator)), 0
    return str(abs(int(round(value, _PLACES) * 10**_PLACES))), _PLACES
