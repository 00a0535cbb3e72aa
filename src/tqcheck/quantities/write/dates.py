"""Months, weekdays and times of day in the form of another: Dec. → Sept., декабря → мая, 3 p.m. → 3:30 p.m."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from tqcheck.quantities.model import Kind, Quantity

if TYPE_CHECKING:
    from babel import Locale

# The short forms of English newspapers, which CLDR has otherwise (AP Stylebook).
_ENGLISH = (
    "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split(),
    "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec".split(),
    "Jan. Feb. Mar. Apr. May Jun. Jul. Aug. Sep. Oct. Nov. Dec.".split(),
)
# "in December": CLDR has the cases of a date and of a headline only.
_LOCATIVE = {
    "ru": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре".split(),
    "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні".split(),
    "pl": "styczniu lutym marcu kwietniu maju czerwcu lipcu sierpniu wrześniu październiku listopadzie grudniu".split(),
}
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:(?P<mark>\s?[:.h时時点點시]\s?)(?P<minute>\d{1,2}|半|반)(?P<end>\s?[分분])?)?"
)
_HALF = re.compile(r"(?P<half>[ap])(?P<rest>\.?\s?m\b\.?)", re.IGNORECASE)
_HAN_HALVES = {word: pair for pair in (("上午", "下午"), ("午前", "午後"), ("오전", "오후")) for word in pair}
_HALF_DAY = 720  # minutes
_NOON = 12
# What follows the digits of a time in any half of the day.
_HOURS = re.compile(r"uhr|heures?|horas?|ore|uur|час\w*|годин\w*|godz\w*", re.IGNORECASE)
# The word after the minutes, by that after the hours.
_MINUTES = {"時": "分", "时": "分", "点": "分", "點": "分", "시": "분"}


def name_like(value: Fraction, like: Quantity, locale: Locale) -> str | None:
    """The month or weekday in the form of `like`: full, short, inflected, with its point and its capital."""
    if value.denominator != 1:
        return None
    for names in _months(locale) if like.kind is Kind.MONTH else _weekdays(locale):
        if 1 <= value <= len(names) and 1 <= like.value <= len(names):
            own, new = names[int(like.value) - 1], names[int(value) - 1]
            if own.casefold() == like.text.casefold():
                return new[:1].upper() + new[1:] if like.text[:1].isupper() else new
            if own.casefold() + "." == like.text.casefold() and len(new) <= len(own):
                return new + "." if like.text[:1].islower() else new[:1].upper() + new[1:] + "."
    return None


def _months(locale: Locale) -> Iterator[Sequence[str]]:
    for context in ("format", "stand-alone"):
        yield _listed(locale.months[context]["wide"], range(1, 13))
    if locale.language == "en":
        yield from _ENGLISH
    if locale.language in _LOCATIVE:
        yield _LOCATIVE[locale.language]
    for context in ("format", "stand-alone"):
        yield _listed(locale.months[context]["abbreviated"], range(1, 13))


def _weekdays(locale: Locale) -> Iterator[Sequence[str]]:
    for width in ("wide", "abbreviated"):
        yield _listed(locale.days["stand-alone"][width], range(7))


def _listed(names: Mapping[int, str], keys: range) -> list[str]:
    return [names[key] for key in keys]


def time_like(value: Fraction, like: Quantity) -> str | None:
    """A time of day, in minutes after midnight, in the form of `like`: 3 p.m., 15:30, 15h30, 下午3点."""
    clock = _CLOCK.search(like.text)
    if clock is None or value.denominator != 1 or not 0 <= value < 2 * _HALF_DAY:
        return None
    hour, minute = divmod(int(value), 60)
    before, after = like.text[: clock.start()], like.text[clock.end() :]
    half, part = _HALF.search(after), next((word for word in _HAN_HALVES if word in before), None)
    later = hour // _NOON
    if half is not None:
        mark = "ap"[later].upper() if half["half"].isupper() else "ap"[later]
        after = after[: half.start()] + mark + after[half.start() + 1 :]
    elif part is not None:
        before = before.replace(part, _HAN_HALVES[part][later])
    elif before.strip():
        return None
    told_outside = half is None and part is None and _in_words(like, clock["hour"], after)
    if told_outside and later != like.value // _HALF_DAY:  # "in the afternoon" stands before or after it
        return None
    if half is not None or part is not None or told_outside or "clock" in after:
        hour = hour % _NOON or _NOON
    hours = f"{hour:02}" if clock["hour"].startswith("0") else str(hour)
    return before + hours + _minutes(minute, clock, after)


def _in_words(like: Quantity, hour: str, after: str) -> bool:
    """Whether words tell the half of the day: 3:30 de la madrugada, 凌晨3:30. `after`: what follows the digits."""
    if not 1 <= int(hour) <= _NOON or hour.startswith("0") or len(like.readings) != 1:
        return False
    if like.value >= _HALF_DAY and int(hour) < _NOON:
        return True
    return like.full_span != like.span or bool(re.search(r"[^\W\d_]{2}", _HOURS.sub("", after)))


def _minutes(minute: int, clock: re.Match[str], after: str) -> str:
    """The minutes as the other time has them, with what follows."""
    mark = clock["mark"] or ""
    if clock["minute"] in {"半", "반"}:
        return mark + (
            clock["minute"] if minute == 30 else f"{minute}{_MINUTES[mark.strip()]}" if minute else ""
        )
    if mark.strip() in _MINUTES:
        return (f"{mark}{minute:02}{clock['end'] or ''}" if minute else mark.rstrip()) + after
    if mark:
        return f"{mark}{minute:02}{after}"
    unit = after.lstrip()[:1]
    if not minute:
        return after
    if unit in _MINUTES:
        return f"{unit}{' ' if unit == '시' else ''}{minute}{_MINUTES[unit]}"
    return f"h{minute:02}" if after.strip() == "h" else f":{minute:02}{after}"
