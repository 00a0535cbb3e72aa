"""The value of a figure in Han characters or with 万 and 亿: 三百五十, 1.2万亿, 3억5000만, 二〇二四, 三点五."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from tqcheck.quantities.digits import readings

DIGITS = {
    char: value
    for value, chars in enumerate(
        "〇零○ 一壹壱 二两兩貳贰弐 三叁參叄 四肆 五伍 六陸陆 七柒 八捌 九玖".split()
    )
    for char in chars
}
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "천": 1000, "백": 100, "십": 10}
TENS = {"廿": 20, "卅": 30, "卌": 40}
BIG = {
    **dict.fromkeys("万萬만", 10**4),
    **dict.fromkeys("亿億억", 10**8),
    **dict.fromkeys("兆조", 10**12),
}
# 1 000万: the space is plain to see only before a scale.
NUMERAL = r"(?:[1-9]\d{0,2}(?:[ \u00a0]\d{3})+(?=\s?[万萬亿億])|\d+(?:,\d{3})*(?:\.\d+)?)"
_D, _U, _B = "".join(DIGITS), "".join((*UNITS, *TENS)), "".join(BIG)
_TOKEN = re.compile(rf"{NUMERAL}|[{_D}{_U}{_B}]")
_POINT = re.compile(rf"([{_D}{_U}]+)[点點]([{_D}]+)([{_B}]*)")
_LONGEST = 40  # characters; whatever is longer is no figure


@lru_cache(maxsize=1 << 14)
def evaluate(figure: str, *, shortened: bool = False) -> Fraction | None:
    """The value of a figure, None if it is none. `shortened`: the last unit may be left out, as in Chinese (一百二)."""
    if len(figure) > _LONGEST:
        return None
    if point := _POINT.fullmatch(figure):
        return _with_point(point)
    tokens = _TOKEN.findall(figure)
    if not tokens:
        return None
    if len(tokens) > 1 and all(token in DIGITS for token in tokens):  # 二〇二四
        return Fraction("".join(str(DIGITS[token]) for token in tokens))
    total = section = Fraction(0)  # above, and below the last 万, 亿
    current: Fraction | None = None  # digits that wait for their unit
    last_big = last_unit = 0
    for token in tokens:
        if token in BIG:
            pending = section + (current or 0)
            if total and BIG[token] > last_big:  # 1.2万 | 亿
                total = (total + pending) * BIG[token]
            else:
                total += (pending or 1) * BIG[token]
            section, current, last_big, last_unit = Fraction(0), None, BIG[token], BIG[token]
        elif token in UNITS:
            section += (current or 1) * UNITS[token]  # 一百零十五 has a zero too many
            current, last_unit = None, UNITS[token]
        elif token in TENS:
            section += TENS[token]
        else:
            value = (
                Fraction(DIGITS[token])
                if token in DIGITS
                else next(iter(readings(token, decimal_comma=False)), None)
            )
            if value is None or (current and not (token in DIGITS and current < 10)):
                return None
            current = value if not current else current * 10 + value
    if shortened and current and last_unit >= 100 and tokens[-1] in DIGITS and tokens[-2] not in DIGITS:
        current = current * last_unit / 10  # 一百二 is 120, 三万五 is 35,000
    return total + section + (current or 0)


def _with_point(point: re.Match[str]) -> Fraction | None:
    """三点五, 一百二十点〇五亿"""
    whole = evaluate(point[1])
    if whole is None:
        return None
    value = whole + Fraction("0." + "".join(str(DIGITS[char]) for char in point[2]))
    for char in point[3]:
        value *= BIG[char]
    return value
