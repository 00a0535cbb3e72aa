"""Shares, percentages and multiples: 三分之二, 百分之三点五, 3割5分, 打八折, 增长2倍, 翻两番, 2.5배."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.han.figure import FIGURE, Figure, made
from tqcheck.quantities.han.value import DIGITS, evaluate
from tqcheck.quantities.model import Kind, Quantity, Standing

_PERCENT = re.compile(
    r"\s?(?:(?:个|個)?(?:百分点|百分點)|%?ポイント|%?\s?포인트|%[Pp](?!\w)|%|‰|퍼센트|パーセント|프로(?![가-힣]))"
)
_SHARE = re.compile(rf"\s?(?:分之|分の|분의)\s?({FIGURE.pattern})")
# 三成, 3割; 成 begins many words besides.
_TENTHS = re.compile(
    r"成(?!为|為|功|立|员|員|果|本|就|长|長|都|绩|績|交|效|分|熟|年|品|引|合|人|了)|割(?![合引り])|할(?=\s|[로의대이,.])"
)
_BATTING = re.compile(rf"割([\d{''.join(DIGITS)}])分(?:([\d{''.join(DIGITS)}])厘)?")
_OFF = re.compile(r"折(?!叠|疊|腾|騰|射|旧|舊|扣|磨|断|斷|合|中|返|算|损|損)")
_TIMES = re.compile(r"\s?(?:[倍番]|배(?![추우경송터포치당분정제달열신급출관상럭]))")
_TURNED = re.compile(r"翻了?(?:近|约|約)?$")
_GROWN = re.compile(
    r"(?:增[长長加幅]|提[高升]|上[升涨漲]|扩大|擴大|[涨漲多高增快大])(?:了|出|近|约|約|逾|超过|超過)*$"
)
_RISEN_TO = re.compile(r"[到至为為是于於当當的达達]了?(?:近|约|約)?$")
_DOUBLED = re.compile(r"翻(?:番|倍|一[番倍])|倍增|加倍|成倍")
_MOST_TURNS = 20  # a million-fold


def doublings(text: str) -> Iterator[Quantity]:
    """What doubles without a figure."""
    for match in _DOUBLED.finditer(text):
        yield Quantity(
            Span(*match.span()),
            match.group(),
            (Fraction(2), Fraction(100)),
            Kind.MULTIPLE,
            standing=Standing.ANSWERS if match.group() == "成倍" else Standing.COMPARED,
            digits=False,
        )


def part(figure: Figure) -> Quantity | None:
    """A share, a percentage or a multiple, None if the figure is neither."""
    after, value = figure.after, figure.value
    if (
        value
        and (share := _SHARE.match(figure.text, figure.end))
        and (part := evaluate(share[1])) is not None
    ):
        end = figure.end + len(share.group().rstrip())
        if figure.written in {"百", "100"}:
            return made(figure, (part,), Kind.PERCENT, standing=Standing.STATED, end=end)
        many = (part,) if value >= 1000 else ()  # three per thousand
        return made(figure, (part / value, 100 * part / value, *many), standing=Standing.COMPARED, end=end)
    if percent := _PERCENT.match(after):
        values = (value / 10,) if percent.group().endswith("‰") else (value,)
        standing = Standing.STATED if figure.has_digits or value >= 2 else Standing.COMPARED
        return made(figure, values, Kind.PERCENT, standing=standing, end=figure.end + percent.end())
    if tenths := _TENTHS.match(after) if value <= 10 and not figure.named else None:
        return _tenths(figure, tenths.end())
    if _OFF.match(after) and 0 < value < 100:
        share_paid = value * 10 if value < 10 else value
        return made(
            figure,
            (share_paid, 100 - share_paid),
            Kind.PERCENT,
            standing=Standing.COMPARED,
            end=figure.end + 1,
        )
    if times := _TIMES.match(after):
        return _multiple(figure, times)
    return None


def _tenths(figure: Figure, length: int) -> Quantity:
    value, end = 10 * figure.value, figure.end + length
    if batting := _BATTING.match(figure.text, figure.end):  # 1割8分2厘 is 18.2 %, and .182
        value += (evaluate(batting[1]) or 0) + (evaluate(batting[2] or "0") or Fraction(0)) / 10
        values = (value, value / 100, 10 * value)
        return made(figure, values, Kind.PERCENT, standing=Standing.COMPARED, end=batting.end())
    ranged = re.match(rf"[\d{''.join(DIGITS)}]", figure.text[end : end + 1])  # 2割4~5分
    standing = Standing.ANSWERS if ranged or figure.value < 2 else Standing.STATED
    return made(figure, (value,), Kind.PERCENT, standing=standing, end=end)


def _multiple(figure: Figure, times: re.Match[str]) -> Quantity:
    """增长2倍 is three times as much, or twice; 增至2倍 twice; 翻两番 four times."""
    value, before = figure.value, figure.before
    if _TURNED.search(before) and value.denominator == 1 and value <= _MOST_TURNS:
        factor = Fraction(2) ** int(value)
        plain = () if times.group() == "番" else (value, value + 1)
        values: tuple[Fraction, ...] = (factor, *plain, 100 * (factor - 1))
    elif _RISEN_TO.search(before):
        values = (value, 100 * value)
    elif _GROWN.search(before):
        values = (value + 1, value, 100 * value)
    else:
        values = (value, value + 1, 100 * value, 100 * (value - 1))
    named = Standing.COMPARED if value != 1 or figure.has_digits else Standing.ANSWERS
    return made(
        figure, tuple(dict.fromkeys(values)), Kind.MULTIPLE, standing=named, end=figure.end + times.end()
    )
