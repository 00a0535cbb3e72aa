"""What a quantity is: a span of text, the values it can mean, and how it may be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tqcheck.model import Span


class Kind(StrEnum):
    """What a value counts. Kinds keep a month from being compared with a price."""

    NUMBER = "number"
    PERCENT = "percent"
    YEAR = "year"  # four digits that look like one, or "last year"
    MONTH = "month"
    DAY = "day"  # of an unnamed month, as East Asian news has it ("the 27th"), or "Monday"
    TIME = "time"  # minutes after midnight


class Hedge(StrEnum):
    """What the words around a figure make of it."""

    EXACT = "exact"
    ABOUT = "about"
    MORE = "more"
    LESS = "less"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text. `readings` are the values it can mean, the language's usual one first.

    None at all: a relative date ("Monday", "last year"), which answers any figure of its kind. `clear`: surely a
    figure and surely read; others only answer figures of the other side and are never reported themselves
    (pronoun-like "one", idioms, multiples, digits inside names). `digits`: written so. `scale` is the power word
    in it (10**6 in "3 million"). `in_si` is the value in metres, square metres, kilograms … of one unit, where
    the unit is one that translators convert (miles, 斤); 0 where there is none such. `is_period`: it counts units of time.
    """

    span: Span
    text: str
    readings: tuple[Fraction, ...]
    kind: Kind = Kind.NUMBER
    hedge: Hedge = Hedge.EXACT
    clear: bool = True
    digits: bool = True
    scale: int = 1
    in_si: Fraction = Fraction(0)
    is_period: bool = False

    @property
    def value(self) -> Fraction:
        """The usual reading. Raises IndexError for a relative date."""
        return self.readings[0]


def marked(length: int, spans: Iterable[Span]) -> bytearray:
    """One byte a character, 1 where a span lies: `any(marks[start:end])` costs no look at every span."""
    marks = bytearray(length)
    for span in spans:
        marks[span.start : span.end] = b"\x01" * len(span)
    return marks
