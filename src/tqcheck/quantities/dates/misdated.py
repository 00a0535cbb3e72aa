"""Dates that are badly written: a misspelt month (Jully 26), parts in an order that English does not write (1940, 15, August)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from tqcheck.model import Span
from tqcheck.names.frequency import rank
from tqcheck.quantities.dates.tables import HAN, calendar_of

_BESIDE = re.compile(
    r"(?<![\w’'-])(?:(?P<first>[^\W\d_]{4,10})\.? (?=(?:[0-3]?\d(?:st|nd|rd|th)?|(?:19|20)\d\d)(?![\w.,:%/-]?\w))"
    r"|(?:[0-3]?\d\.?(?:st|nd|rd|th)? (?:of |de )?)(?P<last>[^\W\d_]{4,10})(?![\w’'-]))"
)
# wordfreq's "large" list ends at once in a hundred million words; a misspelling that many make is rarer than this bin,
# once in 3 million.
_RARE = 650
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DISORDERED = re.compile(
    rf"\b(?:(?P<y1>(?:19|20)\d\d),? (?P<d1>[0-3]?\d)(?:st|nd|rd|th)?, (?P<m1>{_MONTHS})"
    rf"|(?:[Oo]n|[Ss]ince|[Bb]y|[Ff]rom|[Uu]ntil) (?:the )?(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?, (?P<m2>{_MONTHS}),? (?P<y2>(?:19|20)\d\d)"
    rf"|(?P<m3>{_MONTHS}), (?P<d3>[0-3]?\d)(?:st|nd|rd|th)?, (?P<y3>(?:19|20)\d\d))(?!\w|[.,]\d|, (?:{_MONTHS}) [0-3]?\d)"
)


@dataclass(frozen=True, slots=True)
class MisspeltMonth:
    """A word beside a day or year that is no word, one letter off the name of month number `month`."""

    span: Span
    month: int
    name: str


@dataclass(frozen=True, slots=True)
class DisorderedDate:
    """An English date whose parts stand in no order that English writes, and how they would."""

    span: Span
    suggestion: str


def misspelt_months(text: str, tag: str) -> list[MisspeltMonth]:
    """The misspelt months of a text. `tag`: the primary subtag of its language; names are CLDR's full ones."""
    if tag in HAN:
        return []
    from rapidfuzz.distance import OSA  # only where a rule asks

    found = []
    for match in _BESIDE.finditer(text):
        group = "first" if match["first"] else "last"
        word = match[group]
        if word.lower() in calendar_of(tag).names or not (word[0].isupper() or tag != "en"):
            continue
        near = [
            entry for entry in _month_names(tag) if OSA.distance(word.lower(), entry[0], score_cutoff=1) == 1
        ]
        if len({month for _, month in near}) == 1 and _is_no_word(word.lower(), tag):
            name, month = near[0]
            found.append(
                MisspeltMonth(
                    Span(*match.span(group)), month, name.capitalize() if word[0].isupper() else name
                )
            )
    return found


def _is_no_word(word: str, tag: str) -> bool:
    common = [rank(word, language, "large") for language in {tag, "en"}]
    return all(at is None or at >= _RARE for at in common)


@cache
def _month_names(tag: str) -> tuple[tuple[str, int], ...]:
    """The full names in the form that stands beside a day, four letters or more: May is like too many words."""
    from babel import Locale

    calendar = calendar_of(tag)
    if not calendar.names:
        return ()
    months = Locale.parse(tag).months["format"]["wide"]
    return tuple((name.lower(), number) for number, name in months.items() if len(name) >= 4)


def disordered_dates(text: str, tag: str) -> list[DisorderedDate]:
    """The disordered dates of an English text; of another language none."""
    if tag != "en":
        return []
    found = []
    for match in _DISORDERED.finditer(text):
        year, day, month = (
            next(match[f"{letter}{at}"] for at in "123" if match[f"{letter}{at}"]) for letter in "ydm"
        )
        if 1 <= int(day) <= 31:
            group = next(at for at in "123" if match[f"y{at}"])
            start = min(match.start(f"{letter}{group}") for letter in "ydm")
            found.append(DisorderedDate(Span(start, match.end()), f"{month} {int(day)}, {year}"))
    return found
