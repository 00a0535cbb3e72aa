"""Digit strings: scripts of digits, separators of every locale, and the readings that they allow."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

# Every decimal digit of Unicode to its ASCII one; ٫ and ٬ are Arabic's decimal and thousands separators.
_ASCII = {
    code: str(unicodedata.decimal(chr(code))) for code in range(0x80, 0x2_0000) if chr(code).isdecimal()
} | {0x066B: ".", 0x066C: ",", ord("．"): ".", ord("％"): "%", ord("−"): "-", ord("："): ":", ord("／"): "/"}
# 1,234,567 and the Indian 12,34,567.
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d?(?:,\d{2})*,\d{3}")
_GROUP_SPACE = re.compile(r"[\s'’]")
# Longer strings of digits are serial numbers, not values.
LONGEST = 24
# Spaces that no line breaks at, and apostrophes, group by three in every language.
_GROUPS = r"\d{1,3}(?:['’\u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?"
NUMERAL = rf"{_GROUPS}|\d+(?:[.,]\d+)*|(?<![\w.,)\]])\.\d+"
# Plain spaces group as well where the language writes them so.
SPACED = r"(?<![\d.,])(?<!\d )[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?(?![.,]?\d|[ \u00a0]\d)"
DOUBTFUL = SPACED.replace("[ \u00a0\u202f\u2009]", " ")
_VULGAR = {
    chr(code): Fraction(unicodedata.numeric(chr(code))).limit_denominator(16)
    for code in (0xBC, 0xBD, 0xBE, *range(0x2150, 0x215F), 0x2189)
}
VULGAR_SIGNS = "".join(_VULGAR)
VULGAR = rf"(?:\d+[ \u00a0\u202f\u2009]?)?[{VULGAR_SIGNS}]"
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_DECIMAL = r"\d{1,24}(?:[.,]\d{1,24})?"
_RAISED = r"10(?:\^\s?[-+]?\d{1,3}|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\d)"
# Letters and digits of scripts that put spaces between words: 约4.2e9公里 is one figure all the same.
_SPACED_WORD = r"[^\W\u3040-\u9fff\uac00-\ud7af]"
_ALONE = rf"(?<![.,])(?<!{_SPACED_WORD})"
POWER = (
    rf"{_ALONE}{_DECIMAL}(?:[eE][-+]?\d{{1,3}}(?!(?:{_SPACED_WORD}|[.,])*\d)(?!{_SPACED_WORD})|\s?[×xXхХ*·]\s?{_RAISED})"
    rf"|{_ALONE}{_RAISED}"
)
_POWER = re.compile(
    r"(?:(?P<factor>[\d.,]+)(?:[eE]|\s?[×xх*·]\s?10\^?\s?)|10\^?\s?)(?P<exponent>[-+]?\d+)", re.IGNORECASE
)
# A larger power is no figure of prose, and would fill the memory.
_LARGEST_POWER = 30


def ascii_digits(text: str) -> str:
    """The text with ASCII digits and separators, character by character."""
    return text if text.isascii() else text.translate(_ASCII)


def vulgar(text: str) -> Fraction:
    """The value of ½ and 2½, as `VULGAR` matches them."""
    return Fraction(text[:-1].strip() or 0) + _VULGAR[text[-1]]


def power(text: str, *, decimal_comma: bool) -> tuple[Fraction, ...]:
    """The values of 1.2e9, 1,2 × 10⁹ and 10^9, as `POWER` matches them; none of one that is too large."""
    match = _POWER.fullmatch(text.translate(_SUPERSCRIPT))
    if match is None or abs(exponent := int(match["exponent"])) > _LARGEST_POWER:
        return ()
    factors = readings(match["factor"], decimal_comma=decimal_comma) if match["factor"] else (Fraction(1),)
    return tuple(factor * Fraction(10) ** exponent for factor in factors[:1])


def readings(numeral: str, *, decimal_comma: bool) -> tuple[Fraction, ...]:
    """Every value that a digit string can mean, the locale's own first; empty if it is no number.

    1.500 is fifteen hundred or one and a half; 1.500,25 and 1,500.25 are plain; 12.03.2024 is nothing.
    """
    plain = _GROUP_SPACE.sub("", numeral)
    dots, commas = plain.count("."), plain.count(",")
    if len(plain) > LONGEST:
        return ()
    if not dots and not commas:
        return (Fraction(int(plain)),)
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
    if len(plain) != len(numeral) or not _is_grouped(plain, mark):  # 1 234,567 has its groups
        return (as_decimal,)
    as_group = Fraction(plain.replace(mark, ""))
    usual_decimal = (mark == ",") == decimal_comma
    return (as_decimal, as_group) if usual_decimal else (as_group, as_decimal)


def _is_grouped(text: str, mark: str) -> bool:
    return _GROUPED.fullmatch(text.replace(mark, ",")) is not None
