"""Dates of Chinese, Japanese and Korean: 2024年9月27日（金）, 二〇二四年, 27일, 令和5年, 민국, 90年代, 周五, 一季度, 上半年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.han.value import evaluate
from tqcheck.quantities.model import Kind, Quantity, Standing

_DIGIT = "零〇○一二三四五六七八九"
_SMALL = (
    r"\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?|卅一?"
)
_ERAS = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "大正": 1911,
    "明治": 1867,
    "民国": 1911,
    "民國": 1911,
    "R": 2018,
    "H": 1988,
}
_ERA_HINTS = ("令和", "平成", "昭和", "大正", "明治", "民国", "民國", "R", "H")
_ERA = re.compile(
    rf"(?P<era>令和|平成|昭和|大正|明治|民[国國])(?P<value>元|\d{{1,3}}|{_SMALL}|[一二]?百[{_DIGIT}十]{{0,4}})(?!\d)"
    r"|(?<![A-Za-z])(?P<letter>[RH])(?P<short>\d{1,2})(?=年)"
)
_YEAR = re.compile(
    rf"(?<![\d.,{_DIGIT}十百千])(?P<value>\d{{4}}|[一二][{_DIGIT}]{{3}})(?=\s?(?:年(?!间|間|代|前|来|來|后|後|内|级|龄)|년(?!간|대|전|째|후)))"
)
_SHORT_YEAR = re.compile(
    r"(?<![\d.,])(?P<value>\d\d)(?=(?:[~～〜–-]\d\d)?\s?(?:年(?!间|間|代|前|来|來|后|後|内|级|龄)|년(?!간|대|전|째|후)))"
)
_DECADE = re.compile(
    rf"(?<![\d.,])(?P<value>\d{{2}}|\d{{3}}0|[{_DIGIT}]十)(?=(?P<mark>年代|년대|代(?!表|理|价|替|码|谢|号|办|言)))"
)
_MONTH = re.compile(rf"(?<![\d.,个個{_DIGIT}十百千万])(?P<value>{_SMALL})\s?(?=[月월](?!亮|球|饼|光|薪|台))")
_DAY = re.compile(
    rf"(?<![\d.,{_DIGIT}十百千万第])(?P<value>{_SMALL})\s?"
    r"(?=日(?!间|間|内|內|元|圆|線|线|本|常|后|後|目)|[号號](?!间|間|内|內|元|线|線|楼|樓|店|目|本|常|后|後)|일(?!간|정|상|본|반))"
)
_WEEKDAYS = {
    "zh": (
        re.compile(
            r"(?:星期|[礼禮]拜|(?<![一两兩\d数數几幾])[周週])(?P<name>[一二三四五六日天])(?![十百千万次场場个個届片回圈到至]|[到至][一二两])"
        ),
        "一二三四五六日天",
    ),
    "ja": (
        re.compile(r"(?P<name>[月火水木金土日])曜日?|(?<=日)[（(](?P<short>[月火水木金土日])(?:・?祝)?[）)]"),
        "月火水木金土日",
    ),
    "ko": (
        re.compile(r"(?P<name>[월화수목금토일])요일|(?<=일)\s?\((?P<short>[월화수목금토일])\)"),
        "월화수목금토일",
    ),
}
_WEEKDAY_HINT = re.compile("[期拜周週曜（(요]")
_QUARTER = re.compile(r"第?(?P<value>[一二三四1-4])(?:季度|四半期|\s?분기|季(?=[^节節]|$))")
_HALF_YEAR = re.compile(r"(?P<first>上半年|上半期|上期|상반기)|下半年|下半期|下期|하반기")
_MARK = re.compile(r"\s?[年月日号號년월일]")


def find(text: str, tag: str) -> list[Quantity]:
    """The parts of dates that have a figure or name a weekday, none of which overlap. `text` has ASCII digits."""
    found: list[Quantity] = []
    taken = bytearray()
    for quantity in _all(text, tag):
        taken = taken or bytearray(len(text))
        place = slice(quantity.span.start, quantity.span.end)
        if not any(taken[place]):
            taken[place] = b"\x01" * len(quantity.span)
            found.append(quantity)
    return found


def _all(text: str, tag: str) -> Iterator[Quantity]:
    if any(mark in text for mark in "季期년年"):
        yield from _years(text)
    if "代" in text or "대" in text:
        yield from _decades(text)
    if "月" in text or "월" in text:
        for match in _MONTH.finditer(text):
            value = int(evaluate(match["value"]) or 0)
            if 1 <= value <= 12:
                yield _made(match, "value", (value,), Kind.MONTH, Standing.STATED)
    if any(mark in text for mark in "日号號일"):
        yield from _days(text)
    if tag in _WEEKDAYS:
        yield from _weekdays(text, *_WEEKDAYS[tag])


def _years(text: str) -> Iterator[Quantity]:
    if any(era in text for era in _ERA_HINTS):
        for match in _ERA.finditer(text):
            group = "value" if match["value"] else "short"
            value = 1 if match[group] == "元" else int(evaluate(match[group]) or 0)
            years = (value + _ERAS[match["era"] or match["letter"]], value)
            yield _made(match, group, years, Kind.YEAR, Standing.STATED)
    if any(mark in text for mark in ("季", "期", "분기", "半年", "반기")):
        yield from _parts_of_year(text)
    for match in _YEAR.finditer(text):
        value = int(evaluate(match["value"]) or 0)
        if 1000 <= value <= 2100:
            yield _made(match, "value", (value,), Kind.YEAR, Standing.STATED)
    for match in _SHORT_YEAR.finditer(text):
        value = int(match["value"])
        standing = Standing.STATED if value < 10 else Standing.ANSWERS
        yield _made(match, "value", (value, value + 2000, value + 1900), Kind.NUMBER, standing)


def _decades(text: str) -> Iterator[Quantity]:
    for match in _DECADE.finditer(text):
        value = int(evaluate(match["value"]) or 0)
        aged = match["mark"] == "代" and value < 100  # 10代の若者 are "young people"
        values = (value, value + 1900, value + 2000) if value < 100 else (value,)
        yield _made(match, "value", values, Kind.NUMBER, Standing.ANSWERS if aged else None)


def _days(text: str) -> Iterator[Quantity]:
    for match in _DAY.finditer(text):
        value = int(evaluate(match["value"]) or 0)
        named = text[max(0, match.start() - 2) : match.start()].rstrip().endswith(("月", "월"))
        if 1 <= value <= 31 and (named or match["value"].isdecimal() or len(match["value"]) > 1):
            yield _made(match, "value", (value,), Kind.DAY, Standing.STATED)


def _weekdays(text: str, pattern: re.Pattern[str], names: str) -> Iterator[Quantity]:
    if not _WEEKDAY_HINT.search(text):
        return
    for match in pattern.finditer(text):
        group = "name" if match["name"] else "short"
        value = names.index(match[group]) + 1
        span = Span(*match.span()) if group == "name" else Span(*match.span(group))
        readings = (Fraction(min(value, 7)),)
        yield Quantity(span, span.of(text), readings, Kind.WEEKDAY, standing=Standing.COMPARED, digits=False)


def _parts_of_year(text: str) -> Iterator[Quantity]:
    """A half may be told as "the first six months"."""
    for match in _QUARTER.finditer(text):
        span, value = Span(*match.span()), Fraction(evaluate(match["value"]) or 0)
        digits = match["value"].isdecimal()
        yield Quantity(span, span.of(text), (value,), standing=Standing.COMPARED, digits=digits, whole=span)
    for match in _HALF_YEAR.finditer(text):
        values = (Fraction(1 if match["first"] else 2), Fraction(6))
        span = Span(*match.span())
        yield Quantity(span, span.of(text), values, standing=Standing.COMPARED, digits=False, whole=span)


def _made(
    match: re.Match[str], group: str, values: tuple[int, ...], kind: Kind, standing: Standing | None = None
) -> Quantity:
    digits = match[group].isdecimal()
    if standing is None:
        standing = Standing.STATED if digits or len(match[group]) > 1 else Standing.ANSWERS
    span = Span(*match.span(group))
    mark = _MARK.match(match.string, span.end) if kind is not Kind.NUMBER else None
    whole = Span(span.start, mark.end() if mark else max(span.end, match.end()))
    return Quantity(
        span, match[group], tuple(map(Fraction, values)), kind, standing=standing, digits=digits, whole=whole
    )
