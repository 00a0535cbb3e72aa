"""Figures of Chinese, Japanese and Korean: 1.2万亿, 三百五十, 百分之十, 数千, 六名, 3만 5천, 두 명, ふたり, Ⅱ级, 歼-20."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.digits import POWER, VULGAR, power, vulgar
from tqcheck.quantities.han.figure import FIGURE, Figure, figure_at, made
from tqcheck.quantities.han.inexact import inexact, sayings
from tqcheck.quantities.han.lexicon import Lexicon, lexicon
from tqcheck.quantities.han.native import native
from tqcheck.quantities.han.parts import doublings, part
from tqcheck.quantities.han.value import BIG, evaluate
from tqcheck.quantities.model import Kind, Quantity, Standing

# G20, B-52, CO2, 歼-20; 5月-6月 is a range.
_CODE = re.compile(
    r"[A-Za-z][-‐]?$|[\u4e00-\u9fff](?<![年月日号號时時点點分秒元万亿岁歲人个個第版至度])[-‐]$"
)
_SERIES = re.compile(
    r"(?:波音|空客|空中客车|空中巴士|苹果|猎鹰|神舟|嫦娥|长征|东风|新冠|ボーイング|エアバス|コロナ|보잉|에어버스|코로나)[-‐\s]?$"
)
_CODED = re.compile(r"[GD](?![A-Za-z])|[-‐][A-Za-z]")  # 5G, 3D
# A year and a half.
_AND_HALF = re.compile(
    r"\s?(?:[个個]半|(?:年|天|月|小时|小時|周|週|岁|歲|倍|公里|米|斤|世纪|世紀|時間|か月|ヶ月|カ月|년|시간|달|개월|배)\s?[半반])"
    r"(?![年天日夜数數个個])"
)
_AFTER_ONE = frozenset(" 个個半年天月小周週岁歲倍番公米斤世時成折割分几幾数數多余餘")
_ABOVE = re.compile(r"(?:超[过過]|[多大高]于)\s?$")
_FEW = 20
_MINUS = re.compile(r"(?:(?<![\w%％)）])-|[负負]|零下|[氷零]点下|マイナス\s?|마이너스\s?|영하\s?)$")
_RARE = re.compile(r"[½¼¾⅓⅔⅛×^⁰¹²³⁴-⁹]|\d[eE][-+]?\d")
_POWERS = re.compile(rf"(?P<power>{POWER})|{VULGAR}")
_NEVER_SHORT = frozenset({"ja", "ko"})  # 二百七 is 207
_KILO = re.compile("兆[瓦赫帕焦字比伏欧]|千[米克瓦卡伏焦赫]")
_UNIT_ENDS = frozenset("十百万萬亿億")
_MONEY = re.compile(r"[円元圆圓ドウユ韩韓美日億]|\d")
_ROMANS = {
    numeral: value for value, numeral in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)
} | {chr(0x2160 + at): at + 1 for at in range(12)}
_MAYBE_ROMAN = re.compile("[IVXⅠ-Ⅻ]")
_ROMAN = re.compile(
    r"[Ⅰ-Ⅻ]|(?<![A-Za-z\d.-])(?:X(?:I{1,2})?|IX|IV|V?I{1,3}|V)(?=\s?[級级期型類类代号號度相部章条條편급형])"
)


def scientific(text: str) -> Iterator[Quantity]:
    """1.2×10⁹, 1.2E9, ½: to be read before a dot between digits is taken for a decimal's."""
    for match in _POWERS.finditer(text) if _RARE.search(text) else ():
        values = power(match.group(), decimal_comma=False) if match["power"] else (vulgar(match.group()),)
        if values:
            found = Quantity(Span(*match.span()), match.group(), values)
            sign = _MINUS.search(text[max(0, match.start() - 8) : match.start()])
            yield _negative(found, sign.group()) if sign else found


def find(text: str, tag: str = "zh") -> Iterator[Quantity]:
    """The figures of a text in text order but for those of `scientific`. `text` has ASCII digits, `tag` is its language's
    primary subtag.
    """
    found = [
        *_written(text, lexicon(tag), shortened=tag not in _NEVER_SHORT),
        *sayings(text),
        *doublings(text),
        *_romans(text),
        *native(text, tag),
    ]
    found.sort(key=lambda quantity: (quantity.span.start, -quantity.span.end))
    end = 0
    for quantity in found:  # 翻一番 before 一番, 成百上千 before 百
        if quantity.span.start >= end:
            yield quantity
            end = quantity.span.end


def _written(text: str, words: Lexicon, *, shortened: bool) -> Iterator[Quantity]:
    at = 0
    while match := FIGURE.search(text, at):
        start, end = match.start(), match.start() + len(match.group().rstrip())
        at = max(end, start + 1)
        kilo = _KILO.match(text, end - 1) if end - start > 1 else None
        if kilo and (kilo.group()[0] == "兆" or text[end - 2] in _UNIT_ENDS):  # 5兆瓦, 五十千米
            end -= 1
        if (value := evaluate(text[start:end], shortened=shortened)) is None:
            continue
        if text[start:end] == "一" and text[end : end + 1] not in _AFTER_ONE:  # most of them, and no number
            yield Quantity(Span(start, end), "一", (value,), standing=Standing.ANSWERS, digits=False)
            continue
        figure = figure_at(text, start, end, value, words)
        quantity = _quantity(figure)
        at = max(at, quantity.span.end)
        yield _negative(quantity, sign.group()) if (sign := _MINUS.search(figure.before)) else quantity


def _negative(quantity: Quantity, sign: str) -> Quantity:
    """Below zero; the other side may say so in words that nobody reads."""
    if quantity.kind not in {Kind.NUMBER, Kind.PERCENT}:
        return quantity
    span = Span(quantity.span.start - len(sign), quantity.span.end) if sign == "-" else quantity.span
    return replace(
        quantity, span=span, readings=(*(-value for value in quantity.readings), *quantity.readings)
    )


def _quantity(figure: Figure) -> Quantity:
    before, after, value = figure.before, figure.after, figure.value
    if figure.has_digits and (_CODE.search(before) or _CODED.match(after) or _SERIES.search(before)):
        return made(figure, (value,), Kind.CODE, standing=Standing.COMPARED)
    if (after[:1] == "/" and after[1:2].isdigit()) or (
        before[-1:] == "/" and before[-2:-1].isdigit()
    ):  # 9/11
        return made(figure, (value,), standing=Standing.ANSWERS)
    if quantity := inexact(figure):
        if whole := part(figure):  # 二十多倍, 三四成
            return _widened(quantity, whole)
        return quantity
    if quantity := part(figure):
        return quantity
    if re.search(r"割.{0,3}$", before) and re.match(r"[~～-]?\d?[分厘]", after):
        return made(figure, (value,), standing=Standing.ANSWERS)
    if _AND_HALF.match(after) and value.denominator == 1:
        standing = Standing.STATED if figure.has_digits else Standing.COMPARED
        return made(figure, (value + Fraction(1, 2), value), standing=standing)
    if figure.written.endswith("조"):  # 9조 is nine trillion and the ninth article
        return made(figure, (value, value / BIG["조"]))
    if figure.written.endswith("兆") and not _MONEY.match(after):  # 100兆 is 100 Mbit/s as well
        return made(figure, (value, value / 10**6, value / BIG["兆"]))
    if before[-1:] == "." and figure.has_digits and not before[-2:-1].isdigit():  # 打率.346
        return made(figure, (value / 10 ** len(figure.written), value))
    if value.denominator == 1 and 2 <= value <= _FEW:
        if before.endswith("等"):  # 张欢等4位医生: and three others
            return made(figure, (value, value - 1))
        if _ABOVE.search(before):  # 超过2人: three or more
            return made(figure, (value, value + 1))
    return made(figure, (value,))


def _widened(inexact_figure: Quantity, whole: Quantity) -> Quantity:
    """Some percent, some times."""
    factor = whole.value / inexact_figure.value if whole.kind is Kind.PERCENT and inexact_figure.value else 1
    if inexact_figure.bounds is None:
        return replace(whole, hedge=inexact_figure.hedge)
    low, high = inexact_figure.bounds
    return replace(
        whole,
        readings=tuple(dict.fromkeys((*whole.readings, low * factor, high * factor))),
        bounds=(low * factor, high * factor),
        hedge=inexact_figure.hedge,
        standing=min(whole.standing, inexact_figure.standing),
    )


def _romans(text: str) -> Iterator[Quantity]:
    if not _MAYBE_ROMAN.search(text):
        return
    for match in _ROMAN.finditer(text):
        yield Quantity(
            Span(*match.span()),
            match.group(),
            (Fraction(_ROMANS[match.group()]),),
            standing=Standing.COMPARED,
            digits=False,
        )
