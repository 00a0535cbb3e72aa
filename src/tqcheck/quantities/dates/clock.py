"""Times of day: 15:30, 3.30 p.m., 15h30, 15.30 Uhr, 17 часов 47 минут, half past four, 下午三点半, 오후 3시.

The readings are minutes after midnight: one where the text says which half of the day it is, else the one that the
figures say and the one half a day off.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from tqcheck.model import Span
from tqcheck.quantities.dates.tables import HAN, Calendar, Rare, calendar_of, rare
from tqcheck.quantities.first_look import has_digit, lowered
from tqcheck.quantities.han.value import evaluate
from tqcheck.quantities.model import Kind, Quantity, Standing

_HALF_DAY, _DAY = 720, 1440  # minutes
_AT = 16  # characters before a time in which "at" is looked for
_WINDOW = 40  # characters before a time in which its part of the day is looked for
# The hours of each part of the day that are certain: those of the first half, and those that are twelve later. Twelve
# at night is midnight; an hour that is in neither may be either.
_HALVES: Mapping[str, tuple[range, range]] = {
    "am": (range(1, 12), range(0)),
    "pm": (range(0), range(12)),
    "dawn": (range(1, 12), range(0)),
    "morning": (range(1, 12), range(0)),
    "midday": (range(10, 12), range(1, 5)),
    "afternoon": (range(0), range(1, 12)),
    "evening": (range(0), range(4, 12)),
    "night": (range(1, 5), range(7, 12)),
}
_MIDNIGHT = frozenset({"am", "dawn", "night"})  # twelve of these is 0:00
_NOON = frozenset({"pm", "midday", "afternoon"})
_HAN_LEAD = r"\s?(?:[约約在至到的前后後：:,，]{1,2}\s?)?"
_NATIVE = {
    word: value for value, word in enumerate("한 두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두".split(), 1)
}
_HAN_HOUR = rf"\d{{1,2}}|[零〇一二两兩三四五六七八九十]{{1,3}}|(?<![가-힣])(?:{'|'.join(sorted(_NATIVE, key=len, reverse=True))})(?=\s?시)"
_HAN_CLOCK = re.compile(
    rf"(?<![\d:.,/第])(?P<hour>{_HAN_HOUR})"
    r"\s?(?P<mark>[点點時时]|시(?![가-힣](?<![에반부까경쯤이로와의는정])))(?!代|间|間|候|期|刻|速|评|評|作)"
    r"(?:\s?(?P<minute>\d{1,2}|[零〇]?[一二三四五]?十?[一二三四五六七八九]?)\s?[分분](?!之[一二三四五六七八九十\d])|\s?(?P<quarter>[一三])刻"
    r"|\s?(?P<half>半|반)|(?<=[点點])(?P<bare>[0-5]\d|[零〇][一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?)(?!\d)"
    r"|(?P<sharp>整|钟|鐘|许|許|左右|ごろ|頃|すぎ|過ぎ|前))?"
)
_HAN_AT = re.compile(r"(?:[在于於至到]|[时時][间間分]|[日号號]|에서|일|부터|から)\s?$")


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What a language's times look like; `after` and `before`: a part of the day beside one."""

    digits: re.Pattern[str]
    after: re.Pattern[str]
    before: re.Pattern[str]
    at: re.Pattern[str]
    phrases: tuple[tuple[Rare, int], ...]
    noon: tuple[tuple[Rare, int], ...]


def find(text: str, tag: str) -> list[Quantity]:
    """The times of day of a text with ASCII digits, none of which overlap. `tag`: its language's primary subtag."""
    found: list[Quantity] = []
    taken = bytearray()
    for quantity in _all(text, tag, calendar_of(tag), _patterns(tag)):
        taken = taken or bytearray(len(text))
        place = slice(quantity.full_span.start, quantity.full_span.end)
        if not any(taken[place]):
            taken[place] = b"\x01" * len(quantity.full_span)
            found.append(quantity)
    return found


def _all(text: str, tag: str, calendar: Calendar, patterns: _Patterns) -> Iterator[Quantity]:
    lower = lowered(text)
    for phrase, times in patterns.phrases:
        for match in phrase.finditer(text, lower):
            yield from _phrase(text, match, times, calendar, patterns)
    if tag in HAN and any(mark in text for mark in "点點時时시"):
        for match in _HAN_CLOCK.finditer(text):
            yield from _han(text, match, patterns)
    if has_digit(text):
        for match in patterns.digits.finditer(text):
            yield from _in_digits(text, match, calendar, patterns)
    for noon, minutes in patterns.noon:
        for match in noon.finditer(text, lower):
            span = Span(*match.span())
            readings = (Fraction(minutes),)
            yield Quantity(
                span, match.group(), readings, Kind.TIME, standing=Standing.ANSWERS, digits=False, whole=span
            )


def minutes_of(hour: int, minute: int, part: str | None = None) -> tuple[int, ...]:
    """The minutes after midnight that a time can mean, the usual one first; `part`: a part of the day of `_HALVES`."""
    usual = (60 * (hour % 24) + minute) % _DAY
    if part is None:
        known = hour > 12 or hour == 0
        return (usual,) if known else (usual, (usual + _HALF_DAY) % _DAY)
    if hour > 12:
        return (usual,)
    first, second = _HALVES[part]
    half = usual % _HALF_DAY  # 12:30 is half an hour after noon or midnight
    if hour in (0, 12):
        if hour == 0 and part != "pm":  # 午後0時
            return (half,)
        return (
            (half,)
            if part in _MIDNIGHT
            else (half + _HALF_DAY,)
            if part in _NOON
            else (half + _HALF_DAY, half)
        )
    if hour in first:
        return (half,)
    return (half + _HALF_DAY,) if hour in second else (half + _HALF_DAY, half)


@cache
def _patterns(tag: str) -> _Patterns:
    calendar = calendar_of(tag)
    joined: dict[str, str] = {}
    for name, pattern in calendar.dayparts:
        joined[name] = f"{joined[name]}|{pattern}" if name in joined else pattern
    noon = {name: joined.pop(name) for name in ("noon", "midnight") if name in joined}
    parts = "|".join(f"(?P<{name}>{pattern})" for name, pattern in joined.items()) or "(?!)"
    edge, end = ("", "") if tag in HAN else (r"(?<!\w)", r"(?!\w)")
    never = "(?!)"
    clock, hour, minute = calendar.o_clock or never, calendar.hour or never, calendar.minute or never
    at, at_hour = calendar.at or never, calendar.at_hour or never
    lead = _HAN_LEAD if tag in HAN else rf"\s*(?:(?:{at}|{at_hour})\s*)?"
    return _Patterns(
        digits=re.compile(
            r"(?P<hour>\d(?<![\d:.,/$€£¥+\-]\d)\d?)(?!\d)"  # a digit first is much quicker to look for
            r"(?:(?P<colon>:\s?)(?P<minute>\d\d)(?::\d\d)?(?![\d:/%]|[.,]\d|[ \u00a0]000(?!\d))"  # 1:10 000
            r"|(?P<mark>\.|\s?h\s?)(?P<second>[0-5]\d)(?![\d:/%]|[.,]\d|\.[A-Z]))?"
            rf"(?:\s*(?:(?P<clock>{clock})|(?P<word>{hour}))(?:\s?(?P<late>[0-5]?\d)(?![\d.,:%])(?:\s?(?:{minute}))?)?)?"
            rf"(?:\s*(?:{parts}){end})?",
            re.IGNORECASE,
        ),
        after=re.compile(rf"\s*(?:{parts}){end}", re.IGNORECASE),
        before=re.compile(rf"{edge}(?:{parts}){lead}$", re.IGNORECASE),
        at=re.compile(rf"{edge}(?:(?P<hour>{at_hour})|{at})\s*$", re.IGNORECASE),
        phrases=tuple(
            (_phrase_pattern(pattern, calendar, hints), times) for pattern, times, hints in calendar.phrases
        ),
        noon=tuple(
            (rare(pattern, before=edge, after=end), _HALF_DAY if name == "noon" else 0)
            for name, pattern in noon.items()
        ),
    )


def _phrase_pattern(pattern: str, calendar: Calendar, hints: tuple[str, ...]) -> Rare:
    hours, minutes = _either(calendar.hours), _either({**calendar.minutes, **calendar.hours})
    end = "" if "{h}[" in pattern else r"(?!\w)"
    whole = pattern.replace("{h}", rf"(?P<h>{hours}|\d{{1,2}}){end}").replace(
        "{m}", rf"(?P<m>{minutes}|\d{{1,2}})"
    )
    return Rare(re.compile(rf"(?<![\w:.])(?:{whole})", re.IGNORECASE), hints or rare(pattern).hints)


def _either(words: Mapping[str, int]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def _phrase(
    text: str, match: re.Match[str], times: int, calendar: Calendar, patterns: _Patterns
) -> Iterator[Quantity]:
    """Half past four, zehn nach drei, midi et demie."""
    said, (start, end) = match.groupdict(), match.span()
    total = times
    if "h" in said:
        minutes = times * _number(said["m"], {**calendar.minutes, **calendar.hours}) if "m" in said else times
        total = 60 * _number(said["h"], calendar.hours) + minutes
    after = patterns.after.match(text, end)
    part = _part(after) or _part(patterns.before.search(text, max(0, start - _WINDOW), start))
    hour, minute = divmod(total % _DAY, 60)
    if total < _DAY:
        span = Span(start, after.end() if after else end)
        yield _made(text, span, minutes_of(hour or 12, minute, part), Standing.COMPARED)


def _number(word: str, words: Mapping[str, int]) -> int:
    return int(word) if word.isdecimal() else words.get(word.lower(), 0)


def _part(match: re.Match[str] | None) -> str | None:
    """The part of the day that a match names."""
    if match is None:
        return None
    return next((name for name, word in match.groupdict().items() if word and name in _HALVES), None)


def _in_digits(
    text: str, match: re.Match[str], calendar: Calendar, patterns: _Patterns
) -> Iterator[Quantity]:
    """15:30, 3 p.m., 15.30 Uhr, um 15.30, 15h30, 17 часов 47 минут, 5 утра."""
    start, from_ = match.start(), max(0, match.start() - _WINDOW)
    if match.end() == match.end("hour") and not calendar.at_hour:
        return
    part, standing = _part(match), Standing.STATED
    at = patterns.at.search(text, max(0, start - _AT), start)
    if match.end() == match.end("hour") and not (at and at["hour"]):
        return
    earlier = None if part else _its_own(text, patterns.before.search(text, from_, start))
    sure = match["colon"] or match["clock"] or (at and at["hour"]) or (match["mark"] or ".") != "."
    if sure or (match["word"] and (match["mark"] or len(match["late"] or "") == 2)):
        pass
    elif match["mark"] or match["word"]:
        if not (part or earlier or at):
            return
        if match["mark"] and not part:  # um 15.30, or a decimal
            standing = Standing.ANSWERS
    elif part is None or not (part in {"am", "pm"} or at or calendar.parts_follow):
        return
    part = part or _part(earlier)
    minute = int(match["minute"] or match["second"] or match["late"] or 0)
    if int(match["hour"]) <= 24 and minute < 60:
        minutes = minutes_of(int(match["hour"]), minute, part)
        yield _made(text, Span(*match.span()), minutes, standing, earlier)


def _its_own(text: str, part: re.Match[str] | None) -> re.Match[str] | None:
    """The part of the day before a time, if it is not the one after another: 9:30 a.m. until 7:00."""
    if part is None or not part.group()[0].isascii() or _part(part) not in {"am", "pm"}:
        return part
    return None if text[max(0, part.start() - 2) : part.start()].rstrip()[-1:].isdigit() else part


def _han(text: str, match: re.Match[str], patterns: _Patterns) -> Iterator[Quantity]:
    """下午三点半, 8時15分, 오후 3시."""
    start, end = match.span()
    earlier = patterns.before.search(text, max(0, start - _WINDOW), start)
    told = match["minute"] or match["quarter"] or match["half"] or match["bare"]
    hour = _NATIVE.get(match["hour"]) or evaluate(match["hour"])
    late = hour is not None and hour > 12 and match["mark"] not in {"点", "點"}  # 15時; 20点 may be points
    if not (earlier or told or match["sharp"] or late or _HAN_AT.search(text, max(0, start - 4), start)):
        return
    minute = 30 if match["half"] else 15 * (evaluate(match["quarter"]) or 0) if match["quarter"] else None
    if minute is None:
        minute = (evaluate(match["minute"] or match["bare"]) if told else None) or 0
    if hour is not None and hour <= 24 and minute < 60:
        digits = match["hour"].isdecimal()
        standing = Standing.STATED if digits else Standing.COMPARED if earlier or told else Standing.ANSWERS
        minutes = minutes_of(int(hour), int(minute), _part(earlier))
        yield _made(text, Span(start, end), minutes, standing, earlier)


def _made(
    text: str, span: Span, minutes: Iterable[int], standing: Standing, earlier: re.Match[str] | None = None
) -> Quantity:
    digits = any(char.isdecimal() for char in span.of(text))
    whole = Span(min(earlier.start(), span.start), span.end) if earlier else span
    readings = tuple(map(Fraction, minutes))
    return Quantity(span, span.of(text), readings, Kind.TIME, standing=standing, digits=digits, whole=whole)
