"""Quantities as an editor reads them, and a right figure in the style of the wrong one."""

from __future__ import annotations

import re
from fractions import Fraction

from tqcheck.quantities.model import Kind, Quantity

_SCALES = {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 10**3}
_MONTHS = "January February March April May June July August September October November December".split()
_MOST_PLACES = 3
_DIGITS = re.compile(r"[\d.,\s]*\d")


def told(quantity: Quantity) -> str:
    """The figure as written, with its value in English digits where that says more: 1.2万亿 (1,200,000,000,000),
    12.500 (12,500)."""
    if quantity.kind in {Kind.MONTH, Kind.TIME}:
        return quantity.text
    value = number(quantity.value) + (" %" if quantity.kind is Kind.PERCENT else "")
    plain = re.sub(r"[^\d.,]", "", value)
    same = quantity.scale == 1 and re.sub(r"[^\d.,]", "", quantity.text) in {plain, plain.replace(",", "")}
    return quantity.text if same else f"{quantity.text} ({value})"


def number(value: Fraction) -> str:
    """1234567.5 → 1,234,567.5"""
    if value.denominator == 1:
        return f"{int(value):,}"
    return f"{float(value):,.{_MOST_PLACES}f}".rstrip("0").rstrip(".")


def rewritten(value: Fraction, like: Quantity) -> str | None:
    """The English text of `value` in the style of `like`; None where its style cannot be kept."""
    if like.kind is Kind.MONTH:
        return _MONTHS[int(value) - 1] if like.text.capitalize() in _MONTHS and 1 <= value <= 12 else None
    digits = _DIGITS.match(like.text)
    if like.kind is Kind.TIME or not like.digits or digits is None:
        return None
    tail = like.text[digits.end() :]  # " million", "%", " percent"
    if like.scale == 1:
        plain = number(value)
        return (plain if value >= 10_000 or "," in digits.group() else plain.replace(",", "")) + tail
    if tail.strip().lower() not in _SCALES:
        return None
    for word, size in _SCALES.items():
        if value >= size and (value / size * 10**_MOST_PLACES).denominator == 1:
            return f"{number(value / size)} {word}"
    return number(value)


def factor(source: Fraction, target: Fraction) -> int | None:
    """How many powers of ten the target is too large (positive) or too small; None if it is not by those alone."""
    if source <= 0 or target <= 0:
        return None
    ratio, power = target / source, 0
    while ratio >= 10 and ratio % 10 == 0:
        ratio, power = ratio / 10, power + 1
    while ratio.numerator == 1 and ratio.denominator % 10 == 0:
        ratio, power = ratio * 10, power - 1
    return power if ratio == 1 and power else None
