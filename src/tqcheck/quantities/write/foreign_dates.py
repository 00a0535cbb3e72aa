"""Dates in digits that are not written as the target's locale writes them: 30.08.2020 in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from tqcheck.model import Span
from tqcheck.quantities.write.foreign import Flaw, Foreign
from tqcheck.quantities.write.style import style

if TYPE_CHECKING:
    from babel import Locale

_DATE = re.compile(
    r"(?<![\w.,/-])(?:(?P<a>\d{1,2})(?P<mark>[./])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)"
    r"|(?P<first>(?:19|20)\d\d)\.(?P<c>\d{1,2})\.(?P<d>\d{1,2}))(?![\w/-]|[.,]\d)"
)
# Languages of which no country writes dates with points.
_NO_POINTS = frozenset({"en", "zh", "hi"})


def foreign_dates(text: str, language: str) -> Iterator[Foreign]:
    """The dates in digits that the locale does not write: 30.08.2020 in English, 08/30/2020 in French."""
    locale = style(language).locale
    for match in _DATE.finditer(text):
        if match["first"]:
            day = _day(match["first"], match["c"], match["d"])
            wrong = locale.language in _NO_POINTS and locale.language != "zh"
        elif match["mark"] == ".":
            day = _day(match["year"], match["b"], match["a"])
            wrong = locale.language in _NO_POINTS
        else:
            day, wrong = _slashed(match, locale)
        if wrong and day is not None:
            yield Foreign(Span(*match.span()), Flaw.DATE, tuple(_dates(day, match, locale)), sure=False)


def _slashed(match: re.Match[str], locale: Locale) -> tuple[date | None, bool]:
    """A date with slashes whose day cannot be a month, and so tells its order: whether it is the wrong one."""
    first, second = int(match["a"]), int(match["b"])
    pattern = locale.date_formats["short"].pattern
    day_first = pattern.index("d") < pattern.index("M")
    if first > 12 >= second:
        known = str(locale) == "en_US" or locale.language in {"zh", "ja", "ko"}
        return _day(match["year"], match["b"], match["a"]), not day_first and known
    if second > 12 >= first:
        known = str(locale) != "en" and not str(locale).startswith(("es_", "fr_CA", "en_CA", "en_PH"))
        return _day(match["year"], match["a"], match["b"]), day_first and known
    return None, False


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _dates(day: date, match: re.Match[str], locale: Locale) -> Iterator[str]:
    if match["mark"] == "/" and locale.language not in {"zh", "ja", "ko"}:
        yield f"{match['b']}/{match['a']}/{match['year']}"
        return
    if locale.language != "en":
        yield f"{day.year}年{day.month}月{day.day}日" if locale.language in {"zh", "ja"} else day.isoformat()
        return
    month = locale.months["format"]["wide"][day.month]
    both = (f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}")
    yield from both if str(locale) == "en" else both[:1] if str(locale) == "en_US" else both[1:]
