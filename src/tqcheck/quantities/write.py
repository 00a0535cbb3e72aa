"""Quantities as an editor reads them, and a right figure in the style of the wrong one."""

from __future__ import annotations

import re
from fractions import Fraction

from tqcheck.quantities.model import Kind, Quantity

_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_MONTHS = (
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
)  # fmt: skip
_MOST_PLACES = 3


def told(quantity: Quantity) -> str:
    """The figure as written, with its value in digits where that says more: 1.2万亿 (1,200,000,000,000)."""
    if quantity.kind in {Kind.MONTH, Kind.TIME}:
        return quantity.text
    value = number(quantity.value) + (" %" if quantity.kind is Kind.PERCENT else "")
    same = re.sub(r"[^\d.]", "", quantity.text) == re.sub(r"[^\d.]", "", value)
    return quantity.text if same else f"{quantity.text} ({value})"


def number(value: Fraction) -> str:
    """1234567.5 → 1,234,567.5"""
    if value.denominator == 1:
        return f"{int(value):,}"
    return f"{float(value):,.{_MOST_PLACES}f}".rstrip("0").rstrip(".")


def rewritten(value: Fraction, like: Quantity) -> str | None:
    """The English text of `value` in the style of `like`; None where its style cannot be kept."""
    if like.kind is Kind.MONTH:
        return _MONTHS[int(value) - 1] if 1 <= value <= 12 else None
    if like.kind is Kind.TIME or not like.digits:
        return None
    scale = re.search(r"(thousand|million|billion|trillion)", like.text, re.IGNORECASE)
    tail = like.text[re.match(r"[\d.,\s\u00a0\u202f]*", like.text).end() :]  # type: ignore[union-attr]
    if scale is None:
        plain = number(value) if value >= 10_000 or "," in like.text else number(value).replace(",", "")
        return (
            plain
            + ("" if tail[:1].isalpha() or not tail else "")
            + (f" {tail}" if tail[:1].isalpha() else tail)
        )
    for word, size in sorted(_SCALES.items(), key=lambda item: -item[1]):
        if value >= size and (value / size * 10**_MOST_PLACES).denominator == 1:
            return f"{number(value / size)} {word}{tail[scale.end() - scale.start() :]}"
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
