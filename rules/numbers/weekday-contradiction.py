"""A weekday that its date contradicts, two weekdays of one date, a day that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Pair,
    Quantities,
    Severity,
    bad,
    good,
)
from tqcheck.api.quantities import (
    CalendarDate,
    Kind,
    Quantity,
    dates_of,
    impossible_days,
    rewritten,
    said_alike,
    two_weekdays,
    wrong_weekdays,
)

_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def check(article: AlignedArticle, facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    pairs = [pair for pair in article.pairs if pair.target is not None]
    known = [facts.of(pair)[Quantities] for pair in pairs]
    wrong = set[tuple[int, CalendarDate]]()
    for index, (pair, each) in enumerate(zip(pairs, known, strict=True)):
        source = dates_of(each.source)
        for weekday in wrong_weekdays(each.target):
            wrong.add((index, weekday.date))
            if (hit := _wrong(pair, weekday.date, weekday.real, source)) is not None:
                yield pair, hit
        for impossible in impossible_days(pair.target_text, each.target, article.target_language):
            if not said_alike(_day_and_month(impossible.date), each.source):
                month = _MONTHS[(impossible.date.month or 1) - 1]
                yield (
                    pair,
                    Hit(
                        f"{month} has no day {impossible.date.day}: its last is the {impossible.last}th.",
                        target=impossible.date.span,
                    ),
                )
    in_source = [date for each in known for date in dates_of(each.source)]
    for found in two_weekdays([each.target for each in known]):
        first, second = found.first, found.second
        told_before = (found.texts[0], first) in wrong or (found.texts[1], second) in wrong
        if not told_before and not (_is_said(first, in_source) and _is_said(second, in_source)):
            yield (
                pairs[found.texts[1]],
                Hit(
                    f"This date is a {_NAMES[(second.weekday or 1) - 1]} here "
                    f"and a {_NAMES[(first.weekday or 1) - 1]} earlier in the article.",
                    target=second.span,
                    confidence=Confidence.MEDIUM,
                ),
            )


def _wrong(pair: Pair, date: CalendarDate, real: int, source: list[CalendarDate]) -> Hit | None:
    """Nothing where the source has this date with this weekday; unsure where its weekday is not known."""
    if _is_said(date, source):
        return None
    told = next(
        (other.weekday for other in source if (other.month, other.day) == (date.month, date.day)), None
    )
    part = next(part for part in date.parts if part.kind is Kind.WEEKDAY)
    language = pair.target_language
    # The weekday is the slip where the source has the right one, or no other date to be told by.
    fix = rewritten(Fraction(real), part, language) if told == real else None
    return Hit(
        f"{_MONTHS[(date.month or 1) - 1]} {date.day}, {date.year} is a {_NAMES[real - 1]}; "
        f"the text says {_NAMES[(date.weekday or 1) - 1]}. Check the weekday and the date.",
        target=part.span if fix else date.span,
        suggestions=() if fix is None else (fix,),
        confidence=Confidence.MEDIUM if pair.source is not None and told is None else Confidence.HIGH,
    )


def _day_and_month(date: CalendarDate) -> list[Quantity]:
    return [part for part in date.parts if part.kind in {Kind.DAY, Kind.MONTH}]


def _is_said(date: CalendarDate, source: list[CalendarDate]) -> bool:
    return any(
        (other.month, other.day, other.weekday) == (date.month, date.day, date.weekday) for other in source
    )


RULE = DocumentRule(
    id="weekday-contradiction",
    summary="A weekday and a date contradict each other, or the date does not exist",
    why="Whoever wants to be there on that day must guess which of the two is right.",
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    needs=(Quantities,),
    check=check,
    examples=(
        bad(
            None,
            "It opens on Friday, 28 December 2020.",
            marks=["Friday, 28 December 2020"],
            languages="und-en",
        ),
        bad(
            "Es öffnet am Montag, dem 28. Dezember 2020.",
            "It opens on Friday, 28 December 2020.",
            marks=["Friday"],
            suggestion="Monday",
            languages="de-en",
        ),
        bad(
            None,
            "Es öffnet am Freitag, dem 28. Dezember 2020.",
            marks=["Freitag, dem 28. Dezember 2020"],
            languages="und-de",
        ),
        bad(
            None,
            "Il ouvre le vendredi 28 décembre 2020.",
            marks=["vendredi 28 décembre 2020"],
            languages="und-fr",
        ),
        bad(
            None,
            "Abre el viernes 28 de diciembre de 2020.",
            marks=["viernes 28 de diciembre de 2020"],
            languages="und-es",
        ),
        bad(
            None,
            "Открытие в пятницу, 28 декабря 2020 года.",
            marks=["пятницу, 28 декабря 2020 года"],
            languages="und-ru",
        ),
        bad(None, "2020年12月28日（星期五）开幕。", marks=["2020年12月28日（星期五"], languages="und-zh"),
        bad(None, "2024年2月30日开幕。", marks=["2024年2月30日"], languages="und-zh"),
        bad(None, "It closes on 31 June.", marks=["31 June"], languages="und-en"),
        bad(
            None,
            ["They meet on Monday, May 6.", "The talks on Tuesday, May 6, will be public."],
            marks=["Tuesday, May 6"],
            languages="und-en",
        ),
        good(
            None, "It opened on Monday, 28 December 2020, and closes on 29 February 2024.", languages="und-en"
        ),
        good(None, "Es öffnet am Montag, dem 28. Dezember 2020.", languages="und-de"),
        good(None, "Le lundi 28 décembre 2020, et le mardi 29.", languages="und-fr"),
        good(None, "В понедельник, 28 декабря 2020 года.", languages="und-ru"),
        good(None, "2020年12月28日星期一，2024年2月29日", languages="und-zh"),
        good(
            "Es öffnet am Freitag, dem 28. Dezember 2020.",
            "It opens on Friday, 28 December 2020.",
            languages="de-en",
        ),
    ),
)
