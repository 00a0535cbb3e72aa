"""Figures of Chinese, Japanese and Korean: 1.2万亿, 三百五十, 二〇二四年, 百分之十, 3만 5천, 下午3点半, 27日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.clock import time_of_day
from tqcheck.quantities.han_value import BIG, DIGITS, NUMERAL, TENS, UNITS, evaluate
from tqcheck.quantities.model import Hedge, Kind, Quantity, Standing

_D, _U, _B = "".join(DIGITS), "".join((*UNITS, *TENS)), "".join(BIG)
_FIGURE = re.compile(
    rf"(?:{NUMERAL}(?:\s?(?=[{_B}천백]))?|[{_D}十拾百千廿卅万亿億萬])"
    rf"(?:[{_U}{_B}]|(?<!\d)[{_D}]|[多余餘](?=[{_B}])|{NUMERAL}(?=\s?[{_U}{_B}])|(?<=[{_B}천])\s?{NUMERAL})*"
)
# Some of a scale and no more: 数十万, 几百, 上千, 十几, 成千上万.
_VAGUE_BEFORE = re.compile(r"[数數几幾上成好半每某若干여러수]$")
_VAGUE_AFTER = re.compile(r"[几幾数數来來]")
_PERCENT = re.compile(r"(?:个|個)?(?:百分点|百分點|ポイント)|\s?(?:%|퍼센트|パーセント|프로)")
# 三成, 3割; 成 begins many words besides.
_TENTHS = re.compile(r"[成割](?!为|功|立|员|果|本|就|长|都|绩|交|效|分|熟|年|品|引|合)")
_DAY = re.compile(r"\s?(?:[日号號](?!间|間|内|內|元|线|線|楼|樓|店|目|本|常|后|後)|일(?!간|정|상|본|반))")
_YEAR = re.compile(r"\s?(?:年(?!间|間|代|前|来|來|后|後|内|级|龄)|년(?!간|대|전|째|후))")
_SHORT_YEAR = re.compile(rf"(?:[~～〜–-]\d\d)?(?:{_YEAR.pattern})")  # 98年, 04～05年
_SHARE = re.compile(rf"\s?(?:分之|分の|분의)\s?({_FIGURE.pattern})")
_PM = re.compile(r"(?:下午|晚上|晚|傍晚|夜|午後|오후)\s?$")
_AM = re.compile(r"(?:上午|早上|早晨|凌晨|清晨|中午|午前|오전|日|[日号])\s?$")
_CLOCK = re.compile(
    r"\s?[点點時时시](?!代|间|間|候|期|时|評|评)"
    r"(?:\s?(?P<minutes>\d{1,2}|[一二三四五]?十?[一二三四五六七八九]?)[分분]|\s?(?P<half>半|반)|(?P<sharp>整|钟|鐘|许|左右))?"
)
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民国": 1911}
_ROUND = frozenset("一百 一千 一万 一十 八百 三千 百万 千万 十万".split())  # they also stand for "many"


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure in its text, with what stands around it."""

    text: str
    start: int
    end: int
    value: Fraction

    @property
    def written(self) -> str:
        return self.text[self.start : self.end]

    @property
    def before(self) -> str:
        return self.text[max(0, self.start - 4) : self.start]

    @property
    def after(self) -> str:
        return self.text[self.end : self.end + 12]

    @property
    def has_digits(self) -> bool:
        return any(char.isascii() and char.isdigit() for char in self.written)

    @property
    def is_sure(self) -> bool:
        """Digits, or characters that can hardly be part of a word: 十五, 三百, 二〇二四, not 三五 or 一百."""
        if self.has_digits:
            return True
        digits = sum(char in DIGITS for char in self.written)
        if digits < len(self.written):
            return digits > 0 and len(self.written) >= 2 and self.written not in _ROUND
        return digits >= 4

    @property
    def scale(self) -> int:
        product = 1
        for char in reversed(self.written):
            if char not in BIG:
                break
            product *= BIG[char]
        return product


def find(text: str) -> Iterator[Quantity]:
    """The figures of a text in text order. `text` has ASCII digits."""
    at = 0
    while match := _FIGURE.search(text, at):
        start, end = match.start(), match.start() + len(match.group().rstrip())
        at = max(end, start + 1)
        value = evaluate(text[start:end])
        if value is not None:
            quantity = _quantity(_Figure(text, start, end, value))
            at = max(at, quantity.span.end)
            yield quantity


def _quantity(figure: _Figure) -> Quantity:
    before, after, value = figure.before, figure.after, figure.value
    if re.search(r"[A-Za-z]-?$", before) and figure.has_digits:  # G20, B-52
        return _made(figure, (value,), clear=False)
    if re.match(r"/\d", after) or re.search(r"\d/$", before):  # 9/11, 1/3
        return _made(figure, (value,), clear=False)
    if values := _between_two(figure.written):
        return _made(figure, values, clear=False)
    if not figure.has_digits and (_VAGUE_BEFORE.search(before) or _VAGUE_AFTER.match(after)):
        return _made(figure, (value,), clear=False)
    if (share := _SHARE.match(figure.text, figure.end)) and (part := evaluate(share[1])) and value:
        end = figure.end + len(share.group().rstrip())
        if figure.written in {"百", "千"}:
            return _made(figure, (100 * part / value,), Kind.PERCENT, clear=True, end=end)
        return _made(figure, (part / value, 100 * part / value), clear=False, end=end)
    if percent := _PERCENT.match(after):
        return _made(figure, (value,), Kind.PERCENT, end=figure.end + percent.end())
    if _TENTHS.match(after) and value <= 10:
        exact = not re.match(r".[\d一二三四五六七八九]", after)  # 1割8分2厘
        return _made(figure, (10 * value,), Kind.PERCENT, end=figure.end + 1, clear=exact)
    if re.search(r"割.{0,3}$", before) and after[:1] in {"分", "厘"}:  # a batting average, .182
        return _made(figure, (value,), clear=False)
    if re.match(r"[倍番]|배", after):
        return _made(figure, (value, value + 1, 100 * value), clear=False)
    if figure.written.endswith("조"):  # 9조 is nine trillion and the ninth article
        return _dated(figure) or _made(figure, (value, value / BIG["조"]))
    return _dated(figure) or _time(figure) or _made(figure, (value,))


def _dated(figure: _Figure) -> Quantity | None:
    """A part of a date."""
    before, after, value = figure.before, figure.after, figure.value
    if before[-2:] in _ERAS:
        return _made(figure, (value + _ERAS[before[-2:]], value))
    if after.lstrip()[:1] in {"月", "월"} and 1 <= value <= 12:
        return _made(figure, (value,), Kind.MONTH, clear=figure.has_digits or len(figure.written) <= 2)
    if after.startswith(("年代", "년대", "代")) and value < 100:
        aged = after.startswith("代")  # 10代の若者 are "young people"
        return _made(figure, (value, value + 1900, value + 2000), clear=False if aged else None)
    if figure.has_digits and len(figure.written) == 2 and _SHORT_YEAR.match(after):
        return _made(figure, (value, value + 2000, value + 1900), clear=figure.written[0] == "0")
    if _YEAR.match(after) and 1000 <= value <= 2100 and figure.scale == 1:
        return _made(figure, (value,), Kind.YEAR)
    if _DAY.match(after) and 1 <= value <= 31 and figure.is_sure:
        named = re.search(r"[月월]\s?$", before) is not None
        return _made(figure, (value,), Kind.NUMBER if named else Kind.DAY)
    return None


def _time(figure: _Figure) -> Quantity | None:
    """A time of day."""
    clock, value = _CLOCK.match(figure.text, figure.end), figure.value
    if clock is None or value > 24 or value.denominator != 1:
        return None
    afternoon = _PM.search(figure.before)
    if not (
        afternoon or _AM.search(figure.before) or clock.group("minutes") or clock["half"] or clock["sharp"]
    ):
        return None
    minutes = (evaluate(clock["minutes"]) if clock["minutes"] else None) or Fraction(
        30 if clock["half"] else 0
    )
    total = value * 60 + minutes + (720 if afternoon and value < 12 else 0)
    place = (figure.start, clock.end())
    return time_of_day(
        place, figure.text[slice(*place)], total, Standing.STATED if figure.has_digits else Standing.ANSWERS
    )


def _made(
    figure: _Figure,
    values: tuple[Fraction, ...],
    kind: Kind = Kind.NUMBER,
    *,
    clear: bool | None = None,
    end: int | None = None,
) -> Quantity:
    span = Span(figure.start, figure.end if end is None else end)
    hedge = Hedge.MORE if re.search(r"[多余餘]", figure.written) else Hedge.EXACT
    standing = Standing.STATED if (figure.is_sure if clear is None else clear) else Standing.ANSWERS
    return Quantity(
        span, span.of(figure.text), values, kind, hedge, standing, figure.has_digits, figure.scale
    )


def _between_two(written: str) -> tuple[Fraction, ...]:
    """五六百 is five or six hundred, 三五 three to five, 十五六 fifteen or sixteen; else nothing."""
    for run in re.finditer(rf"[{_D}]+", written):
        if len(run.group()) != 2:
            continue
        low, high = (DIGITS[char] for char in run.group())
        if low and (high == low + 1 or (low, high) == (3, 5)):
            pair = (evaluate(written[: run.start()] + char + written[run.end() :]) for char in run.group())
            return tuple(value for value in pair if value is not None)
    return ()
