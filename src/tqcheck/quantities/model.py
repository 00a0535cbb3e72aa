"""What a quantity is: a span of text, the values it can mean, what it counts, and how it may be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from fractions import Fraction

from tqcheck.model import Span


class Kind(StrEnum):
    """What a value counts. Kinds keep a month from being compared with a price."""

    NUMBER = "number"
    PERCENT = "percent"  # a percentage point is the unit "pp"
    MULTIPLE = "multiple"  # tripled, 增长2倍, вдвое: the readings are all the factors that it is read as
    YEAR = "year"  # four digits that look like one, or "last year"
    MONTH = "month"
    DAY = "day"  # of a month; also of an unnamed one, as East Asian news has it ("the 27th"), or "today"
    WEEKDAY = "weekday"  # Monday is 1
    TIME = "time"  # minutes after midnight
    CODE = "code"  # part of a name or a label (Boeing 747, Covid-19, a telephone number): copied, never converted


class Hedge(StrEnum):
    """What the words around a figure make of it."""

    EXACT = "exact"
    ABOUT = "about"
    MORE = "more"
    LESS = "less"


class Standing(IntEnum):
    """What may be said of a figure that the other side does not answer."""

    ANSWERS = (
        1  # nothing: idioms, pronoun-like "one", readings of last resort; it only answers the other side's
    )
    COMPARED = 2  # changed, never missing: small numbers in words, numbers in names
    STATED = 3  # anything: surely a figure, and surely read


@dataclass(frozen=True, slots=True)
class Unit:
    """What a figure counts where units can be told apart, or converted.

    `symbol` as an editor knows it: km, °F, h, pp, or a currency's code. `dimension`: length, area, mass, volume,
    temperature, speed, energy, power, pressure, time, data, share or money. `size` in the SI unit of the dimension (metres,
    square metres, kilograms, litres, metres a second, joules, watts, pascals, seconds, bytes), in money the
    part of the currency (1/100 for cents): currencies are not converted. `zero` is added first (459.67 for °F: the SI
    value is (figure + zero) × size). `codes`: the ISO 4217
    codes that the words can mean ("dollars", "$"); of units a year or a second long, none.
    """

    symbol: str
    dimension: str
    size: Fraction = Fraction(1)
    zero: Fraction = Fraction(0)
    codes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure in a text. `readings` are the values it can mean, the language's usual one first.

    None at all: a relative date ("Monday", "last year"), which answers any figure of its kind. `digits`: written
    so. `scale` is the power word in it (10**6 in "3 million"). `bounds`: what an inexact figure allows (数千, tens of
    thousands), both ends included; its readings are the ends. `extent`: the ends of the range that it is an end of. `whole` is the figure with its unit or currency, or the
    whole date or time that it is part of; `unit` what it counts, None if not known. `date`: the number of its date
    in the text, so that day, month and year are known to belong together; -1 outside of one.
    """

    span: Span
    text: str
    readings: tuple[Fraction, ...]
    kind: Kind = Kind.NUMBER
    hedge: Hedge = Hedge.EXACT
    standing: Standing = Standing.STATED
    digits: bool = True
    scale: int = 1
    unit: Unit | None = None
    bounds: tuple[Fraction, Fraction] | None = None
    extent: tuple[Fraction, Fraction] | None = None
    whole: Span | None = None
    date: int = -1

    @property
    def value(self) -> Fraction:
        """The usual reading. Raises IndexError for a relative date."""
        return self.readings[0]

    @property
    def clear(self) -> bool:
        """Whether it is surely a figure, and surely read."""
        return self.standing is Standing.STATED

    @property
    def is_period(self) -> bool:
        """Whether it counts units of time."""
        return self.unit is not None and self.unit.dimension == "time"

    @property
    def full_span(self) -> Span:
        """The figure with all that belongs to it."""
        return self.whole or self.span


def marked(length: int, spans: Iterable[Span]) -> bytearray:
    """One byte a character, 1 where a span lies: `any(marks[start:end])` costs no look at every span."""
    marks = bytearray(length)
    for span in spans:
        marks[span.start : span.end] = b"\x01" * len(span)
    return marks


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with a NUL for each character of the spans, so that all else keeps its place."""
    pieces, at = list[str](), 0
    for span in sorted(spans):
        start = max(at, span.start)
        if span.end > start:
            pieces += (text[at:start], "\0" * (span.end - start))
            at = span.end
    return "".join((*pieces, text[at:])) if pieces else text
