"""Times of day and dates in digits, the same in every script: 15:30, 3.30 p.m., 17 часов 47 минут, 12.03.2024."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.model import Kind, Quantity, Standing

_HALF_DAY, _DAY = 720, 1440  # minutes
_AM_PM = r"(?P<half>[ap]\.?\s?m\b\.?)"
# A point between hours and minutes is a clock's only beside such a word.
_CLOCK = re.compile(
    r"(?<![\d:.,/])(?P<hour>\d{1,2})(?P<mark>:\s?|[.h]| h )(?P<minute>\d{2})(?![\d:/%]|[.,]\d)"
    rf"(?P<unit>\s*(?:{_AM_PM}|Uhr\b|h\b|hrs\b|год\b|ч\b|час\w*|мск\b|(?:по )?\w{{5,12}}ому? времени))?",
    re.IGNORECASE,
)
_HOURS_MINUTES = re.compile(
    r"(?<![\d:.,])(?P<hour>\d{1,2}) (?:час\w*|годин\w*) (?P<minute>\d{1,2}) (?:минут|хвилин)\w*"
)
_HOUR = re.compile(
    rf"(?<![\d:.,])(?P<hour>\d{{1,2}})\s*(?:{_AM_PM}|o[’']clock|Uhr\b|heures?\b|ч\.(?=\s|$)|часов\b(?= (?:утра|вечера|дня|ночи)))",
    re.IGNORECASE,
)
_NOON = re.compile(r"\b(?:(noon|midday)|midnight)\b", re.IGNORECASE)
_SHORT_DATE = re.compile(
    r"(?<![\d.,/-])(?:((?:19|20)\d\d)[./](0[1-9]|1[0-2])(?![\d/-]|[.,]\d)"
    r"|(0?[1-9]|[12]\d|3[01])\.\s?(0?[1-9]|1[0-2])\.(?!\s?\d))"
)
_DATE = re.compile(r"(?<![\d.,/-])(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?![\d/-]|[.,]\d)")


def times(text: str) -> Iterator[Quantity]:
    """The times of day; the readings are minutes after midnight, the one half a day off last."""
    for match in _CLOCK.finditer(text):
        if match["mark"].startswith(":") or match["unit"]:
            yield from _time(match, int(match["minute"]), match["half"])
    for match in _HOURS_MINUTES.finditer(text):
        yield from _time(match, int(match["minute"]), None)
    for match in _NOON.finditer(text):
        yield time_of_day(match.span(), match.group(), _HALF_DAY if match[1] else 0, Standing.ANSWERS)
    for match in _HOUR.finditer(text):
        if not re.search(r"\d[:.h]\s?\d*$", text[max(0, match.start() - 4) : match.start()]):
            yield from _time(match, 0, match["half"])


def _time(match: re.Match[str], minute: int, half: str | None) -> Iterator[Quantity]:
    hour = int(match["hour"])
    if hour <= 24 and minute < 60:
        afternoon = half is not None and half[0] in "pP" and hour < 12
        yield time_of_day(match.span(), match.group(), 60 * hour + minute + (_HALF_DAY if afternoon else 0))


def time_of_day(
    place: tuple[int, int], text: str, minutes: int | Fraction, standing: Standing = Standing.STATED
) -> Quantity:
    """A time; 3:30 is also 15:30."""
    readings = (Fraction(minutes), Fraction((minutes + _HALF_DAY) % _DAY))
    return Quantity(Span(*place), text, readings, Kind.TIME, standing=standing)


def dates(text: str) -> Iterator[Quantity]:
    """12.03.2024, 12/3/2024, 2024-03-12, 2024.03, 12.03.: a year of four digits is clear if the date is whole; day and
    month may change places.
    """
    for match in _SHORT_DATE.finditer(text):
        for index in range(1, 5):
            if match[index]:
                yield from _date_part(Span(*match.span(index)), match[index], Standing.ANSWERS)
        if match[3] and " " not in match.group():  # or a decimal that ends its sentence: version 2.5.
            decimal = Fraction(f"{match[3]}.{match[4]}")
            yield Quantity(
                Span(match.start(3), match.end(4)),
                f"{match[3]}.{match[4]}",
                (decimal,),
                standing=Standing.ANSWERS,
            )
    for match in _DATE.finditer(text):
        parts = [(Span(*match.span(index)), match[index]) for index in (1, 3, 4)]
        if sum(len(part) == 4 for _, part in parts) > 1:
            continue
        for span, part in parts:
            yield from _date_part(span, part, Standing.STATED if len(part) == 4 else Standing.ANSWERS)


def _date_part(span: Span, part: str, standing: Standing) -> Iterator[Quantity]:
    value = Fraction(int(part))
    yield Quantity(span, part, (value,), Kind.YEAR if len(part) == 4 else Kind.NUMBER, standing=standing)
    if len(part) < 4 and 1 <= value <= 12:
        yield Quantity(span, part, (value,), Kind.MONTH, standing=Standing.ANSWERS)
