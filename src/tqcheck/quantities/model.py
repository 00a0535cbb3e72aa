"""What a quantity is: a span of text, the values it can mean, and how it may be compared."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tqcheck.model import Span


class Kind(StrEnum):
    """What a value counts. Kinds keep a month from being compared with a price."""

    NUMBER = "number"
    PERCENT = "percent"
    MONTH = "month"
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

    `clear`: surely a figure and surely read; others only answer figures of the other side and are never
    reported themselves (pronoun-like "one", idioms, multiples, digits inside names). `digits`: written so.
    """

    span: Span
    text: str
    readings: tuple[Fraction, ...]
    kind: Kind = Kind.NUMBER
    hedge: Hedge = Hedge.EXACT
    clear: bool = True
    digits: bool = True

    @property
    def value(self) -> Fraction:
        """The usual reading."""
        return self.readings[0]
