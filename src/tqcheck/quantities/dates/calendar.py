"""Dates as wholes, and whether two times or two parts of dates can be the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from itertools import groupby

from tqcheck.model import Span
from tqcheck.quantities.model import Kind, Quantity, Standing

# What a part of a date may be. A YEAR is compared as a number is, but never rounded.
DATE_KINDS = frozenset({Kind.MONTH, Kind.DAY, Kind.WEEKDAY})


@dataclass(frozen=True, slots=True)
class Date:
    """The parts of one date expression, None where the text does not say it or it can be read in two ways (3/4/2024).

    `weekday`: Monday is 1. `span`: the whole expression. `parts` in text order.
    """

    year: int | None
    month: int | None
    day: int | None
    weekday: int | None
    span: Span
    parts: tuple[Quantity, ...]

    @property
    def is_full(self) -> bool:
        """Whether it names one day of the calendar."""
        return None not in {self.year, self.month, self.day}

    @property
    def real_weekday(self) -> int | None:
        """The weekday that a full date has, Monday 1; None if it is not full, or not in the calendar (31 April)."""
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day).isoweekday()
        except ValueError:
            return None


def dates_of(quantities: Iterable[Quantity]) -> list[Date]:
    """The dates of two or more parts, in text order. A lone month, weekday or year is none."""
    parts = sorted((q for q in quantities if q.date >= 0), key=lambda q: (q.date, q.span.start))
    return [_date(tuple(group)) for _, group in groupby(parts, key=lambda q: q.date)]


def _date(parts: tuple[Quantity, ...]) -> Date:
    return Date(
        year=_only(parts, Kind.YEAR),
        month=_only(parts, Kind.MONTH),
        day=_only(parts, Kind.DAY),
        weekday=_only(parts, Kind.WEEKDAY),
        span=parts[0].whole or Span(parts[0].span.start, parts[-1].span.end),
        parts=parts,
    )


def _only(parts: Sequence[Quantity], kind: Kind) -> int | None:
    """The usual value of the one part of a kind: of 令和5年 2023. None if a figure may be another part as well."""
    values = {part.readings[:1] for part in parts if part.kind is kind}
    doubtful = any(
        one.span == other.span and one.kind is kind and other.kind is not kind
        for one in parts
        for other in parts
    )
    if len(values) != 1 or doubtful:
        return None
    (value,) = values.pop()
    return int(value) if value.denominator == 1 else None


def changed_dates(source: Iterable[Quantity], target: Iterable[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """The parts, of source and target, in which a date was changed.

    That is where each side has a date of month and day that the other does not have, and they share one of the two
    (7月25日, July 5), or where each has only one such date. A date that a looser one answers (a day without its month, a date in figures that can be read in two
    ways) is not looked at.
    """
    source, target = list(source), list(target)
    lost, invented = _unanswered(source, target), _unanswered(target, source)
    changed = []
    for one in lost:
        near = [(pair, other) for other in invented if (pair := _differing(one, other)) is not None]
        if len(near) == 1:
            pair, other = near[0]
            invented.remove(other)
            changed.append(pair)
    if len(lost) == len(invented) == 1 and not changed:
        changed.append((_part(lost[0], Kind.MONTH), _part(invented[0], Kind.MONTH)))
    return changed


def filled_in(source: Iterable[Quantity], target: Iterable[Quantity]) -> frozenset[Span]:
    """The months and years of the target that only complete a date of the source: July 24 for 24日, July 26, 2020 for
    7月26日. They are not invented.
    """
    source = list(source)
    days = {value for q in source if q.kind is Kind.DAY and q.date < 0 for value in q.readings}
    dates = {(one.month, one.day) for one in dates_of(source) if one.month is not None}
    return frozenset(
        part.span
        for one in dates_of(target)
        for part in one.parts
        if (part.kind in {Kind.MONTH, Kind.YEAR} and one.day in days)
        or (part.kind is Kind.YEAR and (one.month, one.day) in dates)
    )


def _unanswered(quantities: Sequence[Quantity], others: Sequence[Quantity]) -> list[Date]:
    """The dates of month and day that no date of the other side can be, nor any day without a month."""
    dates = [one for one in dates_of(quantities) if one.month is not None and one.day is not None]
    if not dates:
        return []
    known = dates_of(others)
    loose = {
        value
        for other in others
        if (other.kind is Kind.NUMBER and other.digits) or (other.kind is Kind.DAY and other.date < 0)
        for value in other.readings
    }
    return [
        one
        for one in dates
        if one.day not in loose
        and not any(
            (other.month in {one.month, None} and other.day in {one.day, None})
            or (other.month, other.day) == (one.day, one.month)
            for other in known
        )
    ]


def _differing(one: Date, other: Date) -> tuple[Quantity, Quantity] | None:
    """The month or the day of two dates that agree in the other of the two."""
    if (one.month == other.month) == (one.day == other.day):
        return None
    kind = Kind.DAY if one.month == other.month else Kind.MONTH
    return _part(one, kind), _part(other, kind)


def _part(whole: Date, kind: Kind) -> Quantity:
    return next(part for part in whole.parts if part.kind is kind)


def same_date_part(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities, at least one of them of `DATE_KINDS` or a relative date, can be the same.

    A relative date answers any of its kind; a weekday also a day whose month is not named ("the 27th").
    """
    kinds = {one.kind, other.kind}
    if Kind.WEEKDAY in kinds:
        if kinds == {Kind.WEEKDAY}:
            return _share(one, other)
        day = other if one.kind is Kind.WEEKDAY else one
        return day.kind is Kind.DAY and (not day.readings or day.date < 0)
    if not one.readings or not other.readings:
        return one.kind is other.kind
    if Kind.MONTH in kinds and kinds != {Kind.MONTH}:
        number = other if one.kind is Kind.MONTH else one
        if number.standing > Standing.ANSWERS:
            return False
    return _share(one, other)


def same_time(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities, at least one of them a TIME, can be the same. 3:30 is also 15:30 unless the text says
    which; 22.00 and "half past nine" come as plain numbers."""
    if one.kind is other.kind:
        return _share(one, other)
    time, number = (one, other) if one.kind is Kind.TIME else (other, one)
    if number.kind in DATE_KINDS:
        return False
    return any(not _named(minutes).isdisjoint(number.readings) for minutes in time.readings)


def _named(minutes: Fraction) -> set[Fraction]:
    """What numbers a time of day is told by: 9:30 by 9.30, 930, 9 and 10 (half ten), 9:31 by 9.31 and 931 alone."""
    hour, minute = divmod(minutes, 60)
    named = {hour + Fraction(minute, 100), hour % 12 + Fraction(minute, 100), 100 * hour + minute}
    if minute % 15 == 0:
        named |= {Fraction(hour), Fraction(hour % 12)}
        named |= {Fraction(12)} if hour % 12 == 0 else set()
        named |= {Fraction(24)} if hour == 0 else set()
        named |= {Fraction(hour + 1)} if minute else set()
    return named


def _share(one: Quantity, other: Quantity) -> bool:
    return not set(one.readings).isdisjoint(other.readings)
