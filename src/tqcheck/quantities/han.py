"""Chinese, Japanese and Korean figures: 1.2万亿, 三百五十, 二〇二四年, 百分之十, 3만 5천."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.digits import fraction
from tqcheck.quantities.model import Kind, Quantity

_DIGITS = {
    char: value
    for value, chars in enumerate(
        ("〇零○", "一壹", "二两兩貳", "三叁參", "四肆", "五伍", "六陸陆", "七柒", "八捌", "九玖")
    )
    for char in chars
}
_UNITS = {
    "十": 10,
    "拾": 10,
    "百": 100,
    "佰": 100,
    "千": 1000,
    "仟": 1000,
    "廿": 20,
    "卅": 30,
    "천": 1000,
    "백": 100,
    "십": 10,
}
_BIG = {
    "万": 10**4,
    "萬": 10**4,
    "만": 10**4,
    "亿": 10**8,
    "億": 10**8,
    "억": 10**8,
    "兆": 10**12,
    "조": 10**12,
}
_D, _U, _B = "".join(_DIGITS), "".join(_UNITS), "".join(_BIG)
_NUMERAL = r"\d+(?:,\d{3})*(?:\.\d+)?"
_TOKEN = re.compile(rf"{_NUMERAL}|[{_D}{_U}{_B}]")
_FIGURE = re.compile(
    rf"(?:{_NUMERAL}(?:\s?(?=[{_B}천백]))?|[{_D}十拾百千廿卅])(?:[{_D}{_U}{_B}]|{_NUMERAL}(?=\s?[{_U}{_B}])|(?<=[{_B}천])\s?{_NUMERAL}(?:[{_U}{_B}]+)?)*"
)
# Some of a scale and no more: 数十万, 几百, 上千, 十几, 成千上万.
_VAGUE_BEFORE = re.compile(r"[数數几幾上成好半每某若干여러수]$")
_VAGUE_AFTER = re.compile(r"^[几幾数數来來]")
# Idioms and words in which a numeral counts nothing.
_IDIOM_BEFORE = re.compile(r"(?:万|统|唯|专|单|同|逐|进|均|不|划|之|任|某|另|每|这|那|哪|第)$")
_IDIOM_AFTER = re.compile(
    r"^(?:些|下|样|般|直|致|起|定|切|旦|向|律|体|同|再|贯|带|味|心|意|时|度|边|面|方|种|行|流|线|手|道|路|举|番|股|系列|代|分|众|姓|里|古|岁|全|安|事|物|状|"
    r"川|峡|国演义|字|环|氧|角|维|农|季|周|肢|海|湖|洲|官|脏|星红旗|一|军|路军|届|中全会)"
)


def find(text: str) -> Iterator[Quantity]:
    """The figures of a text in text order. `text` has ASCII digits."""
    for match in _FIGURE.finditer(text):
        quantity = _quantity(text, match)
        if quantity is not None:
            yield quantity


def _quantity(text: str, match: re.Match[str]) -> Quantity | None:
    start, end = match.span()
    figure = match.group().rstrip()
    end = start + len(figure)
    before, after = text[max(0, start - 4) : start], text[end : end + 6]
    has_digits = any(char.isdigit() and char.isascii() for char in figure)
    if re.search(r"[A-Za-z]-?$", before) and has_digits:
        return Quantity(Span(start, end), figure, _plain(figure), clear=False)
    if not has_digits and (
        all(char in _UNITS or char in _BIG for char in figure) and figure not in {"十", "百"}
    ):
        return None
    vague = not has_digits or figure[0] in _U
    if vague and (_VAGUE_BEFORE.search(before) or _VAGUE_AFTER.match(after)):
        return None
    value = evaluate(figure)
    if value is None:
        return None
    readings, kind, clear = (value,), Kind.NUMBER, has_digits or _is_sure(figure)
    if before.endswith("百分之") or before.endswith("千分之"):
        kind = Kind.PERCENT
        readings = (value if before.endswith("百分之") else value / 10,)
        start -= 3
    elif (parts := re.match(rf"分之({_FIGURE.pattern})", text[end:])) is not None:
        share = evaluate(parts[1])
        if not share or not value:
            return None
        return Quantity(
            Span(start, end + parts.end()),
            text[start : end + parts.end()],
            (share / value, 100 * share / value),
            clear=False,
            digits=False,
        )
    elif before.endswith("分之"):
        return None
    elif re.match(r"(?:个|個)?(?:百分点|百分點|ポイント)|\s?(?:%|％|퍼센트|パーセント|프로)", after):
        kind = Kind.PERCENT
    elif re.match(r"[成割](?!为|功|立|员|果|本|就|长|都|绩|交|效|分|熟|年|品)", after):
        kind, readings, end = Kind.PERCENT, (value * 10,), end + 1
    elif re.match(r"[倍番]|배", after):
        clear = False
        readings = (value, value + 1, 100 * value)
    elif after[:1] in "月월" and not after.startswith("月亮") and 1 <= value <= 12:
        kind, clear = Kind.MONTH, has_digits or clear or len(figure) <= 2
    elif (hour := _time(text, before, end, value)) is not None:
        return Quantity(Span(start, hour[1]), text[start : hour[1]], hour[0], Kind.TIME, clear=has_digits)
    elif after.startswith(("年代", "년대", "代")) and value < 100:
        readings = (value, value + 1900, value + 2000)
    elif after.startswith(("年", "년")) and 10 <= value < 100 and has_digits:
        readings = (value, value + 2000, value + 1900)
    if before.endswith(("令和", "平成", "昭和", "大正", "明治", "民国")):
        era = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民国": 1911}[
            before[-2:]
        ]
        readings = (value + era, value)
    if not has_digits and len(figure) == 1 and kind is Kind.NUMBER:
        if _IDIOM_AFTER.match(after) or _IDIOM_BEFORE.search(before):
            return Quantity(Span(start, end), text[start:end], readings, clear=False, digits=False)
        clear = False
    if (
        not has_digits
        and kind is Kind.NUMBER
        and re.match(r"(?:方百|面八|全十|心一|言不|上八|零一夜|一国)", after)
    ):
        clear = False
    return Quantity(Span(start, end), text[start:end], readings, kind, clear=clear, digits=has_digits)


def _is_sure(figure: str) -> bool:
    """A numeral of Han characters that can hardly be part of a word: 十五, 三百, 二〇二四, not 三五 or 一百."""
    digits = sum(char in _DIGITS for char in figure)
    units = len(figure) - digits
    if units:
        return (
            len(figure) >= 2
            and bool(digits)
            and figure not in {"一百", "一千", "一万", "一十", "八百", "三千"}
        )
    return digits >= 4


def _plain(figure: str) -> tuple[Fraction, ...]:
    value = evaluate(figure)
    return () if value is None else (value,)


_PM = re.compile(r"(?:下午|晚上|晚|傍晚|夜|午後|오후)\s?$")
_AM = re.compile(r"(?:上午|早上|早晨|凌晨|清晨|中午|午前|오전|日|[日号])\s?$")


def _time(text: str, before: str, end: int, value: Fraction) -> tuple[tuple[Fraction, ...], int] | None:
    """The minutes after midnight, and where the time ends."""
    clock = re.match(
        r"\s?[点點时時시](?!代|间|候|期|时|評|评)(?:(\d{1,2}|[一二三四五]?十?[一二三四五六七八九]?)[分분]|(半)|(整|钟|鐘|许|左右))?",
        text[end:],
    )
    if clock is None or value > 24 or value != int(value):
        return None
    pm = _PM.search(before)
    sure = pm or _AM.search(before) or clock[1] or clock[2] or clock[3]
    if not sure:
        return None
    minutes = evaluate(clock[1]) if clock[1] else Fraction(30) if clock[2] else Fraction(0)
    total = value * 60 + (minutes or 0)
    if pm and value < 12:
        total += 720
    return (total, (total + 720) % 1440), end + clock.end()


def evaluate(figure: str) -> Fraction | None:
    """The value of a figure, None if it is none: 2万5千亿, 3億5000万, 一千零三, 二〇二四."""
    total, section, current = Fraction(0), Fraction(0), None
    last_big, last, previous_unit, run = 0, "", 0, 0
    for token in _TOKEN.findall(figure):
        if token in _DIGITS or token[0].isdigit():
            value = Fraction(_DIGITS[token]) if token in _DIGITS else fraction(token.replace(",", ""))
            if current is not None:
                if last not in _DIGITS or token not in _DIGITS:
                    return None
                value, run = current * 10 + value, run + 1
            current = value
        elif token in _UNITS:
            unit = _UNITS[token]
            if token in "廿卅":
                current = Fraction(unit) + (current or 0)
            else:
                section += (1 if current is None else current) * unit
                current, previous_unit = None, unit
        else:
            big = _BIG[token]
            pending = section + (current or 0)
            if big > last_big and total:
                total = (total + pending) * big
            else:
                total += (pending or 1) * big
            section, current, last_big, previous_unit = Fraction(0), None, big, big
        last = token
    if (
        current is not None
        and last in _DIGITS
        and previous_unit >= 100
        and not run
        and len(figure) > 1
        and figure[-2] not in _DIGITS
    ):
        current = current * previous_unit / 10  # 一百二 = 120, 三万五 = 35,000
    result = total + section + (current or 0)
    return result if last else None
