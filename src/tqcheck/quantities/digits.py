"""Digit strings: scripts of digits, separators of every locale, and the readings that they allow."""

from __future__ import annotations

import re
import sys
import unicodedata
from fractions import Fraction

# Every decimal digit of Unicode to its ASCII one; ٫ and ٬ are Arabic's decimal and thousands separators.
_ASCII = {
    code: str(unicodedata.decimal(chr(code)))
    for code in range(0x80, 0x1_0000)
    if unicodedata.category(chr(code)) == "Nd"
} | {0x066B: ".", 0x066C: ",", ord("．"): ".", ord("％"): "%", ord("−"): "-"}
_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3}")


def ascii_digits(text: str) -> str:
    """The text with ASCII digits and separators, character by character."""
    return text.translate(_ASCII)


def fraction(text: str) -> Fraction:
    """The value of an ASCII decimal such as 1.25."""
    if len(text) > sys.get_int_max_str_digits():
        return Fraction(0)
    return Fraction(text)


def readings(numeral: str, *, decimal_comma: bool) -> tuple[Fraction, ...]:
    """Every value that a digit string can mean, the locale's own first; empty if it is no number.

    1.500 is fifteen hundred or one and a half; 1.500,25 and 1,500.25 are plain; 12.03.2024 is nothing.
    """
    plain = re.sub(r"[\s\u00a0\u202f\u2009'’]", "", numeral)
    dots, commas = plain.count("."), plain.count(",")
    if not dots and not commas:
        return (fraction(plain),)
    if dots and commas:
        decimal = max(".", ",", key=plain.rindex)
        group = "," if decimal == "." else "."
        if plain.count(decimal) > 1:
            return ()
        whole, _, rest = plain.rpartition(decimal)
        return (fraction(f"{whole.replace(group, '')}.{rest}"),) if _grouped(whole, group) else ()
    mark = "." if dots else ","
    if dots + commas > 1:
        return (fraction(plain.replace(mark, "")),) if _grouped(plain, mark) else ()
    as_decimal = fraction(plain.replace(mark, "."))
    if not _grouped(plain, mark):
        return (as_decimal,)
    as_group = fraction(plain.replace(mark, ""))
    usual_decimal = (mark == ",") == decimal_comma
    return (as_decimal, as_group) if usual_decimal else (as_group, as_decimal)


def _grouped(text: str, mark: str) -> bool:
    return _GROUPS.fullmatch(text.replace(mark, ",")) is not None and not text.startswith("0")
