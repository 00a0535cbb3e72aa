"""Weekdays that contradict their date, and days that no calendar has."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tqcheck.documents import primary_language
from tqcheck.quantities.dates.calendar import Date, dates_of
from tqcheck.quantities.model import Quantity

_DAY_MARKED, _DAY_MARK = frozenset({"zh", "ja", "ko"}), re.compile("[日号號일]")
_LEAP_YEAR = 2024  # February has its 29 days where the year is not said
# Before the Gregorian calendar was the calendar of news (Greece, 1923), weekdays are reckoned in another.
_GREGORIAN = 1923


@dataclass(frozen=True, slots=True)
class WrongWeekday:
    """A date whose weekday is not the one that the calendar gives it: `real`, Monday 1."""

    date: Date
    real: int


@dataclass(frozen=True, slots=True)
class ImpossibleDay:
    """A date whose day its month does not have; `last` is that month's last day."""

    date: Date
    last: int


@dataclass(frozen=True, slots=True)
class TwoWeekdays:
    """One date with two weekdays: the earlier and the later, and the places of their texts."""

    first: Date
    second: Date
    texts: tuple[int, int]


def wrong_weekdays(quantities: Iterable[Quantity]) -> Iterator[WrongWeekday]:
    """The full dates whose weekday is another."""
    for date in dates_of(quantities):
        real = date.real_weekday
        if (
            date.weekday is not None
            and real is not None
            and date.weekday != real
            and (date.year or 0) >= _GREGORIAN
        ):
            yield WrongWeekday(date, real)


def impossible_days(text: str, quantities: Iterable[Quantity], tag: str) -> Iterator[ImpossibleDay]:
    """The dates that no calendar has: 31 June, February 30."""
    marked = primary_language(tag) in _DAY_MARKED
    for date in dates_of(quantities):
        if marked and not _DAY_MARK.search(date.span.of(text)):
            continue  # 지난 2월 30대 남성: last February, a man in his thirties
        if date.month is None or date.day is None or not 1 <= date.month <= 12:
            continue
        last = monthrange(date.year or _LEAP_YEAR, date.month)[1]
        if last < date.day <= 31:
            yield ImpossibleDay(date, last)


def two_weekdays(texts: Sequence[Iterable[Quantity]]) -> Iterator[TwoWeekdays]:
    """The dates of an article that have one weekday here and another there, the year said or not."""
    seen = dict[tuple[int, int], list[tuple[int, Date]]]()
    for index, quantities in enumerate(texts):
        for date in dates_of(quantities):
            if date.month is None or date.day is None or date.weekday is None:
                continue
            for earlier, other in seen.setdefault((date.month, date.day), []):
                same_year = date.year == other.year or None in {date.year, other.year}
                if same_year and date.weekday != other.weekday:
                    yield TwoWeekdays(other, date, (earlier, index))
                    break
            seen[date.month, date.day].append((index, date))
