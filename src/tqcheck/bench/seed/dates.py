"""Another year, month, day or weekday, another half of the day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from random import Random

from tqcheck.bench.seed.model import Document, Edit, in_one_pair
from tqcheck.bench.seed.words import HALVES_OF_THE_DAY, MONTHS, WEEKDAYS, alternation
from tqcheck.model import Span

_YEAR = re.compile(r"(?<![\w.,$€£¥:/-])(?:19[2-9]\d|20[0-4]\d)(?![\w:/-]|[.,]\d)")
_YEAR_TIGHT = re.compile(r"(?<![0-9A-Za-z.,-])(?:19[2-9]\d|20[0-4]\d)(?=年|년)")
_DAY_TIGHT = re.compile(r"(?<![0-9])[0-9]{1,2}(?=[日일])")
_MONTH_TIGHT = re.compile(r"(?<![0-9])(?:1[0-2]|[1-9])(?=[月월])")
# A year stands after one of these, or after a month or its day.
_BEFORE_YEAR = frozenset(
    "in since by from until before after early late of en im jahr seit bis depuis desde em nel dal del с до".split()
)
_AFTER_YEAR = re.compile(r"\s(?:г\.|год|року|р\.)")
# "May" and "March" are words too: one of these before them, or a day beside them.
_BEFORE_MONTH = frozenset("in of early late since until by last from mid".split())
_CLOCK = re.compile(r"(?<![\w.,:/-])([01]?\d|2[0-3])(?=:[0-5]\d(?![\w:.,]?\d)| ?(?:Uhr|h)(?!\w))")
_HALF = re.compile(r"(?<![\w.,:/-])(?:1[0-2]|[1-9])(?:[:.][0-5]\d)? ?(?P<half>[apAP])(?=\.?\s?[mM]\b)")
_HOUR = r"(?P<hour>(?<![0-9.,:/-])(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?(?![\d.,:]))"
_HOURS = r"(?:Uhr|h|heures?|часов|часа|час|o’clock|o'clock)"
_OTHER_HALF = {"a": "p", "p": "a", "A": "P", "P": "A"}


def years(document: Document, text: str) -> Iterator[re.Match[str]]:
    """The years in a target text: four digits that their neighbours tell from a count."""
    if document.tight:
        yield from _YEAR_TIGHT.finditer(text)
        return
    months = MONTHS.get(document.target_lang, ())
    for match in _YEAR.finditer(text):
        before = [word.strip('(“„«",') for word in text[: match.start()].split()[-2:]]
        told = bool(before) and (before[-1].lower() in _BEFORE_YEAR or not set(months).isdisjoint(before))
        if told or _AFTER_YEAR.match(text, match.end()):
            yield match


def figures_of_dates(document: Document, text: str) -> Iterator[Span]:
    """The figures in a target text that are years or days of a month."""
    yield from (Span(*match.span()) for match in years(document, text))
    if document.tight:
        yield from (Span(*m.span()) for m in (*_DAY_TIGHT.finditer(text), *_MONTH_TIGHT.finditer(text)))
        return
    for match in _dated(document.target_lang, text):
        yield from (Span(*match.span(day)) for day in ("before", "after") if (match[day] or "").isdigit())


def _shifts(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    text = document.pairs[index].target
    edits = [
        Edit(Span(*match.span()), str(int(match[0]) + rng.choice([-10, -3, -2, -1, 1, 2, 3, 10])))
        for match in years(document, text)
    ]
    if document.tight:
        edits += (Edit(Span(*m.span()), _other_day(m[0], rng)) for m in _DAY_TIGHT.finditer(text))
        edits += (Edit(Span(*m.span()), _other(m[0], _NUMBERED, rng)) for m in _MONTH_TIGHT.finditer(text))
        return edits
    edits += _months(document.target_lang, text, rng)
    weekdays = WEEKDAYS.get(document.target_lang, ())
    for match in re.finditer(rf"(?<!\w){alternation(weekdays)}(?!\w| [A-Z])", text) if weekdays else ():
        # "Good Friday" and "the Sunday Times" are names.
        if not re.search(r"[^.!?]\s[A-Z]\w* $|^Good $", text[: match.start()]):
            edits.append(Edit(Span(*match.span()), _other(match[0], weekdays, rng)))
    return edits


def _months(language: str, text: str, rng: Random) -> Iterator[Edit]:
    months = MONTHS.get(language, ())
    for match in _dated(language, text):
        before = match["before"] or ""
        day = "before" if re.fullmatch(r"\d{1,2}", before) else "after"
        if language == "en" and not match[day] and before.lower() not in _BEFORE_MONTH:
            continue
        if match[day]:
            yield Edit(Span(*match.span(day)), _other_day(match[day], rng))
        if not match[day] or int(match[day]) <= 28:  # every month has these
            yield Edit(Span(*match.span(2)), _other(match[2], months, rng))


def _dated(language: str, text: str) -> Iterator[re.Match[str]]:
    """Months, each with the word or day on either side."""
    months = MONTHS.get(language)
    if months:
        lead = rf"(?<!\w)(?:(?P<before>\w+)\.?(?: de)? )?{alternation(months)}"
        yield from re.finditer(lead + r"(?: (?P<after>\d{1,2}))?(?!\w|,\d)", text)


def _other_day(day: str, rng: Random) -> str:
    return str(rng.choice([n for n in range(1, 29) if n != int(day)]))


def _other(word: str, words: Sequence[str], rng: Random) -> str:
    return rng.choice([other for other in words if other != word])


def _halves(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """Twelve hours off: 9 a.m. for 9 p.m., 3:30 for 15:30, evening for morning."""
    text = document.pairs[index].target
    edits = [Edit(Span(*m.span("half")), _OTHER_HALF[m["half"]]) for m in _HALF.finditer(text)]
    told = {m.start() for m in _HALF.finditer(text)}
    for one, two in HALVES_OF_THE_DAY.get(document.target_lang, ()):
        for old, new in ((one, two), (two, one)):
            half = rf"(?P<half>{re.escape(old)})"
            pattern = (
                rf"{half} ?{_HOUR}" if document.tight else rf"{_HOUR}[ \u00a0](?:{_HOURS} )?{half}(?!\w)"
            )
            for match in re.finditer(pattern, text):
                told.add(match.start("hour"))
                edits.append(Edit(Span(*match.span("half")), new))
    for match in _CLOCK.finditer(text):
        hour = int(match[1])
        if match.start() not in told and hour not in {0, 12}:
            edits.append(Edit(Span(*match.span(1)), f"{hour - 12 if hour > 12 else hour + 12:02}"))
    return edits


def _weekdays(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """Another weekday beside a whole date, which tells the right one: wrong without the source too."""
    text, language = document.pairs[index].target, document.target_lang
    edits = list[Edit]()
    if document.tight:
        for match in _WHOLE_TIGHT.finditer(text):
            days = _DAYS_TIGHT[str(match.lastgroup)]
            edits.append(
                Edit(Span(*match.span(match.lastindex or 0)), _other(match[match.lastindex or 0], days, rng))
            )
        return edits
    if language not in MONTHS or language not in WEEKDAYS:
        return edits
    day, month = r"\d{1,2}(?:\.|st|nd|rd|th|er)?", alternation(MONTHS[language])
    date = rf"(?:{day} (?:de |of )?{month}|{month} {day})(?:,? | de )\d{{4}}(?!\w)"
    weekday = rf"(?<!\w)(?P<day>{alternation(WEEKDAYS[language])})(?!\w)"
    for pattern in (rf"{weekday},? (?:the |den |dem |le |el |a |em )?{date}", rf"{date}(?:,? | \(){weekday}"):
        for match in re.finditer(pattern, text):
            edits.append(Edit(Span(*match.span("day")), _other(match["day"], WEEKDAYS[language], rng)))
    return edits


_DAYS_TIGHT = {"zh": "一二三四五六", "ja": "月火水木金土日", "ko": "월화수목금토일"}
_WHOLE_TIGHT = re.compile(
    r"[0-9]{4} ?[年년] ?[0-9]{1,2} ?[月월] ?[0-9]{1,2} ?[日일号號]?[，,、]? ?[（(]?"
    r"(?:(?:星期|周|週)(?P<zh>[一二三四五六日天])|(?P<ja>[月火水木金土日])曜|(?P<ko>[월화수목금토일])요일)"
)


_NUMBERED = tuple(str(n) for n in range(1, 13))

date_shifted = in_one_pair(_shifts)
time_shifted = in_one_pair(_halves)
weekday_wrong = in_one_pair(_weekdays, bilingual=False)
