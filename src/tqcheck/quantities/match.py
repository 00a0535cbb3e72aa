"""Compare the quantities of two texts as values: what agrees, what was changed, lost or invented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tqcheck.documents import AlignedArticle, Pair
from tqcheck.facts import ArticleFacts, Quantities
from tqcheck.quantities.model import Hedge, Kind, Quantity
from tqcheck.quantities.units import is_converted

# The aligner's confidence in a pair from which its figures can be told apart from a neighbour's.
LIKELY_ALIGNED = 0.5
# "nearly 400" for 396: a hedged figure may be this far off.
_HEDGE = Fraction(5, 100)
# Weeks in days, years in months, days in hours, hours in minutes.
_CONVERSIONS = frozenset({7, 12, 24, 60})
_THREE_DIGITS = re.compile(r"\d[.,]\d{3}(?!\d)")
# More figures than prose has: a table, compared by value alone, for time's sake.
_MOST = 200


@dataclass(frozen=True, slots=True)
class Comparison:
    """What does not agree in one pair. `changed` holds (source, target) figures that answer each other."""

    changed: tuple[tuple[Quantity, Quantity], ...] = ()
    missing: tuple[Quantity, ...] = ()
    added: tuple[Quantity, ...] = ()


def compare_article(article: AlignedArticle, facts: ArticleFacts) -> Iterator[tuple[Pair, Comparison]]:
    """Each pair that has both sides. A figure that a neighbouring pair holds has moved there and is not missing;
    one that the article's source has anywhere is not invented.
    """
    held = [facts.of(pair).get(Quantities) or Quantities() for pair in article.pairs]
    known = _values(quantity for quantities in held for quantity in quantities.source)
    for index, (pair, own) in enumerate(zip(article.pairs, held, strict=True)):
        if not pair.source_text or pair.target is None:
            continue
        around = held[max(0, index - 1) : index] + held[index + 1 : index + 2]
        told_around = _values(quantity for quantities in around for quantity in quantities.target)
        yield pair, compare(own.source, own.target, known, told_around)


def _values(quantities: Iterable[Quantity]) -> frozenset[Fraction]:
    """All that the figures can mean; 12.500 only as its language writes it."""
    return frozenset(
        value
        for quantity in quantities
        for value in (quantity.readings[:1] if _THREE_DIGITS.search(quantity.text) else quantity.readings)
    )


def compare(
    source: Sequence[Quantity],
    target: Sequence[Quantity],
    source_known: frozenset[Fraction] = frozenset(),
    target_around: frozenset[Fraction] = frozenset(),
) -> Comparison:
    """Compare two sides. Values known elsewhere in the source, or around in the target, excuse what has moved."""
    lost, invented = _disagreeing(source, target)
    lost = [s for s in lost if target_around.isdisjoint(s.readings)]
    invented = [t for t in invented if source_known.isdisjoint(t.readings)]
    changed = []
    for s in list(lost):
        rivals = [t for t in invented if _may_stand_for(s, t)]
        if rivals:
            place = source.index(s) / len(source)
            best = min(
                rivals,
                key=lambda t: (
                    s.kind is not t.kind,
                    not resemble(s, t),
                    abs(target.index(t) / len(target) - place),
                ),
            )
            if resemble(s, best) or (len(lost) == len(invented) == 1 and s.kind is best.kind):
                lost.remove(s)
                invented.remove(best)
                changed.append((s, best))
    return Comparison(tuple(changed), tuple(filter(_telling, lost)), tuple(filter(_telling, invented)))


def _disagreeing(
    source: Sequence[Quantity], target: Sequence[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """The clear figures of each side that none of the other answers."""
    if len(source) > _MOST or len(target) > _MOST:
        said = {value for quantity in source for value in quantity.readings}
        told = {value for quantity in target for value in quantity.readings}
        return (
            [s for s in source if s.clear and told.isdisjoint(s.readings)],
            [t for t in target if t.clear and said.isdisjoint(t.readings)],
        )
    return (
        [s for s in source if s.clear and not any(agree(s, t) for t in target)],
        [t for t in target if t.clear and not any(agree(s, t) for s in source)],
    )


def _telling(quantity: Quantity) -> bool:
    """Whether a figure on one side alone is worth a word: one and two hide in grammar, 100 % in "fully"."""
    small = all(value <= 2 for value in quantity.readings)
    whole = quantity.kind is Kind.PERCENT and quantity.value == 100
    return not small and not whole


def _may_stand_for(source: Quantity, target: Quantity) -> bool:
    """Whether the one may be a mistake for the other: a month for a month, a time for a time, a day for a day."""
    apart = (Kind.MONTH, Kind.TIME)
    if source.kind in apart or target.kind in apart:
        return source.kind is target.kind
    return Kind.DAY not in {source.kind, target.kind} or max(source.value, target.value) <= 31


def resemble(source: Quantity, target: Quantity) -> bool:
    """Whether two figures look like one figure gone wrong: a digit, their order, a zero or the scale word."""
    if source.kind is target.kind and source.kind in {Kind.MONTH, Kind.TIME, Kind.PERCENT}:
        return True
    one, two = _figures(source.value), _figures(target.value)
    if one == two:  # 3.4 million for 3.4 billion
        return True
    if abs(len(one) - len(two)) > 1 or not one or not two:
        return False
    if sorted(one) == sorted(two):
        return True
    if len(one) == len(two):
        return len(one) > 1 and sum(a != b for a, b in zip(one, two, strict=True)) == 1
    short, long = sorted((one, two), key=len)
    return len(short) > 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def _figures(value: Fraction) -> str:
    """The significant digits of a value."""
    exact = value if value.denominator == 1 else round(value, 6)
    return str(int(exact * 10**6)).strip("0")


def agree(source: Quantity, target: Quantity) -> bool:
    """Whether any reading of the one is a reading of the other, within what their hedges and units allow.

    The target may round what the source says, and not the other way round.
    """
    if not source.readings or not target.readings:  # Monday answers the 27th
        return source.kind is target.kind
    if Kind.TIME in {source.kind, target.kind}:
        return _same_time(source, target)
    if Kind.MONTH in {source.kind, target.kind}:
        named = source.kind is target.kind or not (source.clear and target.clear)
        return named and not set(source.readings).isdisjoint(target.readings)
    if any(_same(source, target, value, second) for value in source.readings for second in target.readings):
        return True
    one, other = _in_si(source), _in_si(target)
    if (one is None) == (other is None):
        return False
    si, plain = (one, target) if one is not None else (other, source)
    return si is not None and any(is_converted(si, value) for value in plain.readings)


def _in_si(quantity: Quantity) -> Fraction | None:
    unit = quantity.unit
    return None if unit is None or unit.dimension == "time" else (quantity.value + unit.zero) * unit.size


def _same_time(one: Quantity, other: Quantity) -> bool:
    """3:30 is 15:30; 22.00 and "half past nine" come as plain numbers."""
    if one.kind is other.kind:
        return not set(one.readings).isdisjoint(other.readings)
    time, number = (one, other) if one.kind is Kind.TIME else (other, one)
    for minutes in time.readings:
        hour, minute = divmod(minutes, 60)
        named = {hour, hour % 12, hour + Fraction(minute, 100)} | ({hour + 1} if minute >= 30 else set())
        if minute:
            named.add(minute)
        if not named.isdisjoint(number.readings):
            return True
    return False


def _same(source: Quantity, target: Quantity, value: Fraction, second: Fraction) -> bool:
    if value == second:
        return _is_usual(source, value, target) and _is_usual(target, second, source)
    if not value or not second:
        return False
    small, large = sorted((abs(value), abs(second)))
    ratio = large / small
    percent = Kind.PERCENT in {source.kind, target.kind}
    if percent and ratio == 100 and small <= 1:
        return True  # half is 50 percent
    if source.is_period and target.is_period and ratio in _CONVERSIONS:
        return True
    rounder = target.hedge is Hedge.ABOUT and len(_figures(second)) < len(_figures(value))
    if (rounder or source.hedge is not target.hedge) and Kind.YEAR not in {source.kind, target.kind}:
        return (large - small) / large <= _HEDGE
    return _is_rounded(value, second)


def _is_usual(quantity: Quantity, value: Fraction, other: Quantity) -> bool:
    """Whether the language writes the value so. 12.500 is 12½ in a German text only where the other side copies it."""
    if value == quantity.value or not _THREE_DIGITS.search(quantity.text):
        return True
    if value not in {quantity.value * 1000, quantity.value / 1000}:
        return True
    return re.sub(r"\D", "", quantity.text) == re.sub(r"\D", "", other.text)


def _is_rounded(exact: Fraction, short: Fraction) -> bool:
    """Whether `short` is `exact` rounded to the two or more figures that it has: 1.23 million for 1,234,567."""
    if short.denominator != 1 or abs(exact) < 10_000:
        return False
    figures = str(abs(int(short))).rstrip("0")
    unit = Fraction(10) ** (len(str(abs(int(short)))) - len(figures))
    return len(figures) >= 2 and unit >= 1000 and abs(exact - short) < unit
