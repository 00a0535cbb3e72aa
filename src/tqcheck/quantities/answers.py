"""Words and Roman numerals that answer a figure of the other side and are never reported themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.model import Quantity, Standing, Unit

# Half answers a share, 50 percent and 30 minutes; a decade ten years.
_PARTS = {
    word: Fraction(value)
    for value, words in {
        "1/2": "half halved halves halb halbe hälfte moitié demi demie mitad metade metà medio media половина половину "
        "половины 半 절반 نصف النصف",
        "1/3": "drittel tiers треть",
        "2/3": "thirds трети",
        "1/4": "quarter viertel quart cuarto четверть",
        "3/4": "quarters",
        "10": "decade",
        "14": "fortnight",
        "100": "century",
    }.items()
    for word in words.split()
}
# A day and a half, two years and a half: periods, so that 36 hours agree.
_AND_A_HALF = re.compile(
    r"\b(?:(?P<one>an?|one)|(?P<more>two|three|four|five|\d{1,3}))\s(?:minute|hour|day|week|month|year|decade)s?\sand\sa\shalf\b",
    re.IGNORECASE,
)
_MORE = {"two": 2, "three": 3, "four": 4, "five": 5}
_WORD = re.compile(r"半|[^\W\d_半]+")
_ROMAN = re.compile(r"(?<![\w.-])(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?![\w.-])(?!\.\w)")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}


def parts(text: str) -> Iterator[Quantity]:
    """Half, a third: as a share, a percentage and the minutes of an hour."""
    for match in _WORD.finditer(text):
        if share := _PARTS.get(match.group().lower()):
            values = (share, 100 * share, 60 * share) if share < 1 else (share,)
            yield Quantity(
                Span(*match.span()), match.group(), values, standing=Standing.ANSWERS, digits=False
            )
    for match in _AND_A_HALF.finditer(text):
        more = (match["more"] or "").lower()
        whole = 1 if match["one"] else _MORE.get(more) or int(more)
        value = (whole + Fraction(1, 2),)
        yield Quantity(
            Span(*match.span()),
            match.group(),
            value,
            standing=Standing.ANSWERS,
            digits=False,
            unit=Unit("h", "time", Fraction(3600)),
        )


def romans(text: str) -> Iterator[Quantity]:
    """The XXI century, Article IV; a lone I is too often no number."""
    for match in _ROMAN.finditer(text):
        value = 0
        for char, following in zip(match.group(), [*match.group()[1:], ""], strict=True):
            smaller = bool(following) and _ROMAN_DIGITS[following] > _ROMAN_DIGITS[char]
            value += -_ROMAN_DIGITS[char] if smaller else _ROMAN_DIGITS[char]
        if value and (len(match.group()) > 1 or value >= 5):
            yield Quantity(
                Span(*match.span()),
                match.group(),
                (Fraction(value),),
                standing=Standing.ANSWERS,
                digits=False,
            )
