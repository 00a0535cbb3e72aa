"""When two figures with units are one amount: 12 km and 7.5 miles, two months and 8.7 weeks, 30 °C and 86 °F."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from tqcheck.quantities.model import Hedge, Quantity, Unit
from tqcheck.quantities.units.names import meanings

# Conversion factors are told in two or three figures (1 mile = 1.6 km, 1 lb = 0.45 kg): a percent off.
_FACTOR = Fraction(1, 100)
# What has two figures or fewer was rounded to them: 60 miles for 100 km, "about 8 feet" for 2.5 m.
_ROUND = Fraction(1, 20)
_FEW_FIGURES = 2
_COARSEST = Fraction(1, 8)  # 3 feet are a metre, a year is not 9 months
_DAY = 86_400
# The shortest and longest month and year, in days; 360 as accountants have it.
_CALENDAR = {"month": (28, 31), "year": (360, 366)}
_CALENDAR_UNITS = frozenset({"month", "year", "decade", "century"})
_RESTATES = re.compile(
    r"(?:[\s\u00a0](?:(?:in|de|di|em|an|в)[\s\u00a0])?\w{2,12}(?=[\s\u00a0][(]))?[\s\u00a0]*(?:[(（\[/=≈,，;；]|or|или|oder|ou|o|即|合|约合|約合|或)[\s\u00a0]*[^\d()（）]{0,16}$"
)
_BRACKET = re.compile(r"[\s\u00a0]*[(（\[]")
_CLOSED = re.compile(r"[\s\u00a0]*[)）\];；,，/]")


def same_amount(source: Quantity, target: Quantity) -> bool:
    """Whether both have units of one dimension, and are one amount as precisely as they are written.

    `source` is what was converted: its value counts as exact, unless it is written coarser than the target's.
    """
    if source.unit is None or target.unit is None or not source.readings or not target.readings:
        return False
    if source.unit.dimension == "money" or target.unit.dimension == "money":
        return _same_money(source, source.unit, target, target.unit)
    return any(
        _converts(source, target, (value, one), (second, other))
        for one in meanings(source.unit)
        for other in meanings(target.unit)
        if one.dimension == other.dimension and (one == other or source.unit != target.unit)
        for value in _values(source)
        for second in _values(target)
    )


def in_extent(source: Quantity, target: Quantity) -> bool:
    """Whether an amount in another unit lies in the range that the source is an end of: 2–3 km, 2,500 m."""
    if source.extent is None or source.unit is None or target.unit is None or not target.readings:
        return False
    if source.unit.dimension != target.unit.dimension or source.unit.size == target.unit.size:
        return False
    low, high = ((end + source.unit.zero) * source.unit.size for end in source.extent)
    return (
        source.unit.dimension != "money"
        and low <= (target.value + target.unit.zero) * target.unit.size <= high
    )


def same_unit(source: Quantity, target: Quantity) -> bool | None:
    """Whether two figures count the same; None where one of them has no known unit, or its name has several meanings."""
    one, other = source.unit, target.unit
    if one is None or other is None:
        return None
    if one.codes and other.codes:
        return bool(one.codes & other.codes)
    if one == other:
        return True
    meant, told = meanings(one), meanings(other)
    if any((a.dimension, a.size, a.zero) == (b.dimension, b.size, b.zero) for a in meant for b in told):
        several = any(
            len({a.dimension for a in names}) > 1 or names[0].zero != names[-1].zero
            for names in (meant, told)
        )
        share = one.symbol != other.symbol and one.dimension == "share"
        return False if share else None if several else True
    if {one.dimension, other.dimension} == {"length", "speed"}:  # "miles an hour" may be told by the verb
        return None
    return False


def same_currency(source: Quantity, target: Quantity) -> bool | None:
    """Whether two amounts can be of one currency; None where one of them is no money, or of no known currency."""
    if source.unit is None or target.unit is None or not source.unit.codes or not target.unit.codes:
        return None
    return bool(source.unit.codes & target.unit.codes)


def restated(text: str, quantities: Sequence[Quantity]) -> dict[int, int]:
    """Which quantity tells another one's amount again in another unit, by index: "1600 km (1,000 miles)" → {1: 0}."""
    found: dict[int, int] = {}
    last: int | None = None  # the latest figure with a unit
    for index, quantity in enumerate(quantities):
        if quantity.unit is None:
            continue
        if last is not None and _restates(text, quantities[last], quantity, again=last in found):
            found[index] = found.get(last, last)
        last = index
    return found


def _restates(text: str, first: Quantity, second: Quantity, *, again: bool) -> bool:
    """Whether the second stands beside the first, in another unit, for the same. In brackets of its own, a converted figure
    may be far off: writers err, and it is theirs. `again`: the first restates another one itself.
    """
    between = text[first.full_span.end : second.full_span.start]
    if (same_unit(first, second) is not False and not again) or not _RESTATES.match(between):
        return False
    if same_amount(first, second) or same_amount(second, first):
        return True
    dimensions = {unit.dimension for unit in (first.unit, second.unit) if unit}
    opened = again or _BRACKET.match(between)
    alone = opened and _CLOSED.match(text, second.full_span.end)
    return bool(alone) and len(dimensions) == 1 and not dimensions & {"money", "time", "share"}


def _same_money(source: Quantity, one: Unit, target: Quantity, other: Unit) -> bool:
    if not one.codes & other.codes:
        return False
    return source.value * one.size == target.value * other.size


def _values(quantity: Quantity) -> tuple[Fraction, ...]:
    """Half an hour is neither 50 hours nor 30."""
    return quantity.readings[:1] if 0 < quantity.value < 1 else quantity.readings


def _converts(
    source: Quantity, target: Quantity, said: tuple[Fraction, Unit], told: tuple[Fraction, Unit]
) -> bool:
    (value, one), (second, other) = said, told
    if (one.size, one.zero) == (other.size, other.zero):
        return value == second
    if one.zero or other.zero:
        return any(
            _near(target, second, expected, expected, rough=True)
            for sign in (1, -1)
            for expected in _temperatures(value * sign, one, other, sign)
        )
    ratio = one.size / other.size
    rough = not _is_power_of_ten(ratio)
    low, high = sorted(value * part for part in _ratios(one, other, ratio))
    if _near(target, second, low, high, rough=rough or _hedged(source, target)):
        return True
    low, high = sorted(second / part for part in _ratios(one, other, ratio))
    return _near(source, value, low, high, rough=rough or _hedged(source, target))


def _temperatures(value: Fraction, one: Unit, other: Unit, sign: int) -> Iterator[Fraction]:
    """The temperature, without its sign as texts often have it, and the difference of that many degrees."""
    yield abs((value + one.zero) * one.size / other.size - other.zero)
    if sign > 0:
        yield value * one.size / other.size


def _ratios(one: Unit, other: Unit, ratio: Fraction) -> tuple[Fraction, ...]:
    """How many of the other unit one is: of days to months and years, the fewest and the most."""
    calendar = [unit.symbol for unit in (one, other) if unit.symbol in _CALENDAR_UNITS]
    if len(calendar) != 1 or calendar[0] not in _CALENDAR:
        return (ratio, ratio)
    longer, shorter = (one, other) if one.symbol == calendar[0] else (other, one)
    ratios = tuple(days * _DAY / shorter.size for days in _CALENDAR[longer.symbol])
    return ratios if longer is one else tuple(1 / part for part in ratios)


def _near(quantity: Quantity, told: Fraction, low: Fraction, high: Fraction, *, rough: bool) -> bool:
    """Whether a value as it is written may be one between these two, rounded. `rough`: converted by a rounded factor."""
    few, place = _precision(quantity, told)
    slack = min(place / 2, abs(told) * _COARSEST)
    if rough:
        slack = max(slack, abs(told) * (_ROUND if few or quantity.hedge is not Hedge.EXACT else _FACTOR))
    return low - slack <= told <= high + slack


def _precision(quantity: Quantity, told: Fraction) -> tuple[bool, Fraction]:
    """Whether a value has few figures, and the place of its last one."""
    value, place = abs(told), Fraction(1)
    if value.denominator > 1:
        while value.denominator > 1 and place > Fraction(1, 10**9):
            value, place = value * 10, place / 10
        if value.denominator > 1:  # a third
            return True, place
    digits = str(value.numerator)
    if quantity.scale > 1 and told.denominator == 1:
        place = Fraction(10 ** (len(digits) - len(digits.rstrip("0"))))
    return len(digits.rstrip("0")) <= _FEW_FIGURES, place


def _is_power_of_ten(ratio: Fraction) -> bool:
    digits = str(ratio.numerator * ratio.denominator)
    return 1 in {ratio.numerator, ratio.denominator} and digits.rstrip("0") == "1"


def _hedged(source: Quantity, target: Quantity) -> bool:
    return source.hedge is not Hedge.EXACT or target.hedge is not Hedge.EXACT
