"""Inexact figures: 数十万, 几百, 上千, 成千上万, 十几, 二十多, 百余, 五六百, 两三个, 十数人, 수백, 20여."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.han.figure import Figure, made
from tqcheck.quantities.han.value import BIG, DIGITS, UNITS, evaluate
from tqcheck.quantities.model import Hedge, Quantity, Standing

_D = "".join(DIGITS)
_SCALES = {**UNITS, **BIG}
_SOME = re.compile(
    r"(?:好?[几幾]|若干|(?<![总總人个個次指分系函参點点双单多少倍件户基整个字])[数數]|何|(?<![以之网網线線天地路海船世身马馬晚早加])上)$"
)
_HALF = re.compile(r"[半每某]$|여러\s?$")
_OR_SO = re.compile(r"[来來](?![自到源看说說回往临臨])")
_MORE = re.compile(r"\s?[多余餘]|\s?여(?=\s|[명개건년곳척만억조대마])")
_AND_SOME = re.compile(r"[几幾数數](?![据據])")
_MOST = 10**15
_INSIDE = re.compile(r"[多余餘几幾]")
_COUNTLESS = {"百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7, "亿": 10**8}
# Sayings: the least and the most that they stand for.
_SAYINGS = {
    "成百上千": (100, 10**4),
    "成千上万": (1000, 10**5),
    "成千上萬": (1000, 10**5),
    "成千成万": (1000, 10**5),
} | {f"数以{much}计": (least, 10 * least) for much, least in _COUNTLESS.items()}
_SAYING = re.compile("|".join(_SAYINGS))


def sayings(text: str) -> Iterator[Quantity]:
    """Hundreds and thousands."""
    for match in _SAYING.finditer(text):
        ends = tuple(map(Fraction, _SAYINGS[match.group()]))
        yield Quantity(
            Span(*match.span()),
            match.group(),
            ends,
            standing=Standing.COMPARED,
            digits=False,
            bounds=(ends[0], ends[1]),
        )


def inexact(figure: Figure) -> Quantity | None:
    """What a figure means that says only about how much it is, None if it is exact."""
    before, written = figure.before, figure.written
    if some := _SOME.search(before) if all(char in _SCALES for char in written) else None:
        start = figure.start - len(some.group())
        ends = (figure.value, 10 * figure.value)
        return made(figure, ends, standing=Standing.COMPARED, start=start, bounds=ends)
    if not figure.has_digits and _HALF.search(before):
        return made(figure, (figure.value,), standing=Standing.ANSWERS)
    if two := _between_two(written):
        return made(figure, two, standing=_compared(figure), bounds=two)
    if _MORE.match(figure.after):
        return _more(figure)
    if not figure.has_digits and figure.value and figure.value % 10 == 0 and _AND_SOME.match(figure.after):
        return _and_some(figure, _step(figure.value), figure.end + 1)
    if inside := _INSIDE.search(written):
        if inside.group() in "多余餘":
            return _more(figure)
        scale = evaluate(written[inside.end() :]) or Fraction(1)
        return _and_some(figure, _step(figure.value / scale) * scale, figure.end)
    if _OR_SO.match(figure.after) and figure.value >= 10 and not figure.has_digits:  # 十来个
        tenth = figure.value / 10
        ends = (figure.value - 2 * tenth, figure.value + 5 * tenth)
        return made(figure, (figure.value,), bounds=ends, hedge=Hedge.ABOUT, standing=_compared(figure))
    return None


def _compared(figure: Figure) -> Standing:
    return Standing.COMPARED if figure.value >= 10 and not figure.named else Standing.ANSWERS


def _more(figure: Figure) -> Quantity:
    """二十多 is more than twenty; 十余 a dozen as well. No bounds: translators say the figure, not one above it."""
    readings = (figure.value, Fraction(12)) if figure.value == 10 else (figure.value,)
    sure = figure.has_digits or (figure.value >= 10 and not figure.named)
    standing = Standing.STATED if sure else Standing.ANSWERS
    return made(figure, readings, standing=standing, hedge=Hedge.MORE)


def _and_some(figure: Figure, step: Fraction, end: int) -> Quantity:
    """十几 is 11 to 19, 几 being any figure."""
    least = figure.value
    most = least + step - (1 if 1 < step <= 10 else 0)
    return made(
        figure, (least, most), standing=_compared(figure), end=end, bounds=(least, most), hedge=Hedge.MORE
    )


def _step(value: Fraction) -> Fraction:
    """What the last figure that is not zero counts: 100 of 2500, 10 of 20, 1/10 of 1.2."""
    if value.denominator != 1:
        return Fraction(1, min(value.denominator, 1000))
    step = 1
    while value and step < _MOST and value % (10 * step) == 0:
        step *= 10
    return Fraction(step)


def _between_two(written: str) -> tuple[Fraction, Fraction] | None:
    """五六百 is five or six hundred, 三五 three to five, 十五六 fifteen or sixteen; else nothing."""
    for run in re.finditer(rf"[{_D}]+", written):
        if len(run.group()) != 2 or written[run.start() - 1 : run.start()] in {"点", "點"}:
            continue
        low, high = (DIGITS[char] for char in run.group())
        if low and (high == low + 1 or (low, high) == (3, 5)):
            least, most = (
                evaluate(written[: run.start()] + char + written[run.end() :]) for char in run.group()
            )
            return None if least is None or most is None else (least, most)
    return None
