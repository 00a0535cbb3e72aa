"""Digit strings: scripts of digits, separators of every locale, and the readings that they allow."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

# Every decimal digit of Unicode to its ASCII one; ٫ and ٬ are Arabic's decimal and thousands separators.
_ASCII = {
    code: str(unicodedata.decimal(chr(code)))
    for code in range(0x80, 0x2_0000)
    if unicodedata.category(chr(code)) == "Nd"
} | {0x066B: ".", 0x066C: ",", ord("．"): ".", ord("％"): "%", ord("−"): "-", ord("："): ":", ord("／"): "/"}
# 1,234,567 and the Indian 12,34,567.
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})*,\d{3}")
_GROUP_SPACE = re.compile(r"[\s'’]")
# Longer strings of digits are serial numbers, not values.
LONGEST = 24


def ascii_digits(text: str) -> str:
    """The text with ASCII digits and separators, character by character."""
    return text.translate(_ASCII)


def readings(numeral: str, *, decimal_comma: bool) -> tuple[Fraction, ...]:
    """Every value that a digit string can mean, the locale's own first; empty if it is no number.

    1.500 is fifteen hundred or one and a half; 1.500,25 and 1,500.25 are plain; 12.03.2024 is nothing.
    """
    plain = _GROUP_SPACE.sub("", numeral)
    dots, commas = plain.count("."), plain.count(",")
    if len(plain) > LONGEST:
        return ()
    if not dots and not commas:
        return (Fraction(plain),)
    if dots and commas:
        decimal = max(".", ",", key=plain.rindex)
        group = "," if decimal == "." else "."
        whole, _, rest = plain.rpartition(decimal)
        if plain.count(decimal) > 1 or not _is_grouped(whole, group):
            return ()
        return (Fraction(f"{whole.replace(group, '')}.{rest}"),)
    mark = "." if dots else ","
    if dots + commas > 1:
        return (Fraction(plain.replace(mark, "")),) if _is_grouped(plain, mark) else ()
    as_decimal = Fraction(plain.replace(mark, "."))
    if not _is_grouped(plain, mark):
        return (as_decimal,)
    as_group = Fraction(plain.replace(mark, ""))
    usual_decimal = (mark == ",") == decimal_comma
    return (as_decimal, as_group) if usual_decimal else (as_group, as_decimal)


def _is_grouped(text: str, mark: str) -> bool:
    return _GROUPED.fullmatch(text.replace(mark, ",")) is not None
