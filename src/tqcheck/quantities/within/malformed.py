"""Numbers that no locale writes: 12,3456; 10,000,00; 1.234,567.8; 2O24; 50%%; $50 dollars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from tqcheck.documents import primary_language
from tqcheck.model import Span
from tqcheck.quantities.digits import ascii_digits
from tqcheck.quantities.tables import language


class Fault(StrEnum):
    """What is wrong with a number."""

    GROUPS = "groups"  # its separators stand where no locale writes them
    LETTER = "letter"  # a letter stands for a digit
    DOUBLED = "doubled"  # its sign or unit is said twice


@dataclass(frozen=True, slots=True)
class Malformed:
    """A malformed number. `fixed`: how it must have been meant, None if that cannot be known."""

    span: Span
    fault: Fault
    fixed: str | None = None


# Not within a longer number, an address, a label, a list in brackets or of references.
_START = r"(?<![A-Za-zА-я0-9_.,:/+#@№%\[(*^=-])"
_END = r"(?![A-Za-zА-я0-9_\])*^=]|[.,:/-]\w)"
_MONEY = r"(?:[$€£¥₽₩₹] ?)"
_COUNTED = (
    r"\s?(?:%|percent\b|per cent\b|millions?\b|billions?\b|thousand\b|people\b|Prozent\b|Million|Milliarde|pour cent\b"
    r"|milliards?\b|por ciento\b|millones\b|млн|млрд|тыс|процент|миллион|миллиард|человек|万|亿|萬|億|人|元)"
)
# Two kinds of separator that take turns, or two of them side by side.
_MIXED = re.compile(
    rf"{_START}(?:\d{{1,3}}(?:,\d{{3}})+\.\d{{3}},\d+|\d{{1,3}}(?:\.\d{{3}})+,\d{{3}}\.\d+|\d{{1,3}}(?:,\d{{3}})*,[,.]\d{{3}}"
    rf"|\d{{1,3}}(?:\.\d{{3}})*\.,\d{{3}}){_END}"
)
# 10,000,00 and 1,234,5678: the groups begin well and end badly.
_BAD_TAIL = re.compile(
    rf"{_START}(?P<head>\d{{1,3}}(?P<mark>[.,])\d{{3}}(?:(?P=mark)\d{{3}})*)(?P=mark)(?:\d{{1,2}}|\d{{4,6}}){_END}"
)
# 12,3456: in a language with decimal commas, four decimals.
_LONG_GROUP = re.compile(rf"{_START}{_MONEY}?(?P<number>\d{{1,3}},(?P<tail>\d{{4,6}})){_END}")
_TWO_POINTS = re.compile(rf"{_START}{_MONEY}?\d{{1,3}}\.\d{{1,2}}\.\d{{1,2}}(?={_COUNTED})")
# 2O24, 1O0, 2l5; at an end only before what is counted. Cyrillic О too.
_LETTER = re.compile(
    r"(?<![\w.,/@#+-])(?:(?:[1-9]\d{0,5}|(?=\d))(?:[OoОо]{1,3}\d{1,4})(?:[.,]\d+)?|[1-9]\d{0,3}[lI]\d{1,3}(?:[.,]\d+)?"
    rf"|[1-9]\d{{0,2}}(?:,\d{{3}})*(?:,\d{{0,2}})?[OО]{{1,3}}(?=,\d{{3}}|{_COUNTED})|\d{{1,3}},(?:\d\d[OО]|\d[OО]{{2}}|[OО]{{3}})|[OО]\.\d{{1,3}}(?={_COUNTED}))(?![\w@/]|[.-]\w)"
)
_TO_DIGITS = str.maketrans("OoОоlI", "000011")
_PERCENT = r"(?:%|percent(?:age)?\b|per cent\b|Prozent\b|pour cent\b|por ?ciento\b|процент\w*)"
_TWO_PERCENTS = re.compile(rf"(?<![\w%])(?P<keep>\d+(?:[.,]\d+)?\s?%)\s?{_PERCENT}(?!\w)", re.IGNORECASE)
_PERCENT_OF_HUNDRED = re.compile(r"百分之(?P<keep>\d+(?:\.\d+)?\s?[%％])")
_SCALE = (
    r"(?:\s?(?:million|billion|trillion|thousand|bn|m|Millionen|Milliarden|Mio\.|Mrd\.|millions|milliards|millones|mil|млн|млрд|тыс\.?"
    r"|万|亿|萬|億|万亿|萬億))?"
)
_DOUBLE_MONEY = {
    # Not "$50 USD" and "$50 dólares", which say that no other dollars and no pesos are meant.
    "$": r"(?:US[- ])?dollars?\b|Dollars?\b|доллар\w*|美元|美金",
    "€": r"[Ee]uros?\b|евро\b|欧元|歐元|EUR\b",
    "£": r"pounds?(?: sterling)?\b(?! (?:of|per))|Pfund\b|livres?\b|libras?\b|фунт\w*|英镑|英鎊|GBP\b",
    "¥": r"yuan\b|yen\b|Yuan\b|Yen\b|元|日元|人民币|円",
    "₽": r"rou?bles?\b|рубл\w+|RUB\b",
    "₹": r"rupees?\b|INR\b",
}
_SIGNED = re.compile(
    "|".join(
        rf"(?:{re.escape(sign)} ?\d[\d.,]{{0,20}}(?<=\d){_SCALE}(?P<unit{index}>\s?(?:{names})))"
        for index, (sign, names) in enumerate(_DOUBLE_MONEY.items())
    )
)
_YEARS = range(1500, 2101)


def malformed_numbers(text: str, tag: str) -> Iterator[Malformed]:
    """The malformed numbers of a text, none overlapping another, in no order."""
    plain, taken = ascii_digits(text), bytearray(len(text))
    if len(plain) != len(text):
        return
    for found in _candidates(plain, decimal_comma=language(primary_language(tag)).decimal_comma):
        if not any(taken[found.span.start : found.span.end]):
            taken[found.span.start : found.span.end] = b"\x01" * len(found.span)
            yield found


def _candidates(text: str, *, decimal_comma: bool) -> Iterator[Malformed]:
    for match in _MIXED.finditer(text):
        yield Malformed(Span(*match.span()), Fault.GROUPS)
    for match in _BAD_TAIL.finditer(text):
        yield Malformed(Span(*match.span()), Fault.GROUPS)
    for match in _LONG_GROUP.finditer(text) if not decimal_comma else ():
        # "May 12,2024" lacks a space; a zero before is a decimal, a run of zeros a slip of one.
        if int(match["tail"]) not in _YEARS and not match["number"].startswith("0"):
            yield Malformed(Span(*match.span("number")), Fault.GROUPS)
    for match in _TWO_POINTS.finditer(text):
        yield Malformed(Span(*match.span()), Fault.GROUPS)
    for match in _LETTER.finditer(text):
        if sum(char.isdigit() for char in match.group()) > 1 or match.end() < len(text):
            yield Malformed(Span(*match.span()), Fault.LETTER, match.group().translate(_TO_DIGITS))
    for pattern in (_TWO_PERCENTS, _PERCENT_OF_HUNDRED):
        for match in pattern.finditer(text):
            yield Malformed(Span(*match.span()), Fault.DOUBLED, match["keep"])
    for match in _SIGNED.finditer(text):
        unit = next(name for name, value in match.groupdict().items() if value)
        yield Malformed(Span(*match.span()), Fault.DOUBLED, text[match.start() : match.start(unit)])
