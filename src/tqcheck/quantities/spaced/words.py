"""Figures in languages that write words apart: 5th, 12 %, twenty-one, two thirds, half a million, tens of thousands."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from tqcheck.model import Span
from tqcheck.quantities.digits import DOUBTFUL, readings
from tqcheck.quantities.model import Kind, Quantity, Standing, blanked
from tqcheck.quantities.spaced.items import Item, find_items, group_at, scale_of, value_of
from tqcheck.quantities.spaced.numerals import (
    decade,
    fractions,
    in_digits,
    is_part,
    larger,
    percent_at,
    signed,
    times,
)
from tqcheck.quantities.tables import Language, Role

# Small numbers as words are articles, pronouns and idioms too often to be missed; from here on they are figures.
_FIGURE = 20
_GAP = re.compile(r"[\s\u00a0\u202f-]{1,2}")
_BEFORE = 32
_CUT = re.compile(r"\d \d")


def find(text: str, table: Language, tag: str) -> Iterator[Quantity]:
    """The figures of a text in text order, but for fractions. `text` has ASCII digits."""
    if not table.space_groups and _CUT.search(text):
        text = yield from _doubtful_groups(text)
    if "/" in text or "⁄" in text:
        shares = list(fractions(text))
        yield from shares
        text = blanked(text, (share.span for share in shares if share.standing > Standing.ANSWERS))
    items = list(find_items(text, table, tag))
    index = 0
    while index < len(items):
        read = _Reader(text, items, index, table).read()
        index = read.index
        if read.quantity is not None:
            yield read.quantity
            while index < len(items) and items[index].start < read.quantity.span.end:  # por ciento
                index += 1


def _doubtful_groups(text: str) -> Generator[Quantity, None, str]:
    """Digits in groups where the language does not write them so: one number or several. Returns the rest of the text."""
    for match in re.finditer(DOUBTFUL, text):
        joined = readings(match.group(), decimal_comma=False)
        clear = re.fullmatch(r"\S+(?:\s000)+", match.group()) is not None
        yield Quantity(
            Span(*match.span()),
            match.group(),
            joined,
            standing=Standing.STATED if clear else Standing.ANSWERS,
        )
        for part in () if clear else re.finditer(r"\d+", match.group()):
            span = Span(match.start() + part.start(), match.start() + part.end())
            yield Quantity(
                span, part.group(), readings(part.group(), decimal_comma=False), standing=Standing.ANSWERS
            )
    return re.sub(DOUBTFUL, lambda match: "\x00" * len(match.group()), text)


@dataclass(frozen=True, slots=True)
class _Read:
    """A figure, if there is one, and the index of the item after it."""

    quantity: Quantity | None
    index: int


class _Reader:
    """Reads the figure that begins at one item."""

    def __init__(self, text: str, items: Sequence[Item], index: int, table: Language) -> None:
        self.text, self.items, self.index, self.table = text, items, index, table
        self.group = group_at(text, items, index, table)
        self.after = index + len(self.group)
        self.span = Span(self.group[0].start, self.group[-1].end)

    def read(self) -> _Read:
        """The figure, and where to go on."""
        first, last = self.group[0], self.group[-1]
        match first.role:
            case None:
                return self._digits()
            case Role.MULTIPLE:
                loose = first.word is None or first.word.loose
                standing = Standing.ANSWERS if loose else Standing.COMPARED
                return self._made(first.values, Kind.MULTIPLE, standing)
            case Role.DECADE:
                value = first.values[0]
                return self._made((value, *decade(value)), standing=Standing.COMPARED)
            case Role.SHARE | Role.PART:
                return self._share(first.values[0], self.span.start)
            case _ if last.scale and last.end - first.start == 1:
                return _Read(None, self.after)
            case _ if first.word is not None and first.word.vague:
                low = prod((item.values[0] for item in self.group), start=Fraction(1))
                return self._interval(low, low)
            case Role.SCALE if self.table.several.search(self._before()):
                low = value_of(self.group)[0]
                return self._interval(2 * low, low)
            case Role.SCALE if len(self.group) == 1:  # a million
                sure = first.values[0] >= 1000
                return self._made(first.values, standing=Standing.COMPARED if sure else Standing.ANSWERS)
            case _:
                return self._number()

    def _before(self) -> str:
        return self.text[max(0, self.span.start - _BEFORE) : self.span.start]

    def _made(
        self,
        values: tuple[Fraction, ...],
        kind: Kind = Kind.NUMBER,
        standing: Standing = Standing.STATED,
        *,
        bounds: tuple[Fraction, Fraction] | None = None,
        scale: int = 1,
    ) -> _Read:
        quantity = Quantity(
            self.span,
            self.span.of(self.text),
            values,
            kind,
            standing=standing,
            digits=False,
            scale=scale,
            bounds=bounds,
        )
        return _Read(quantity, self.after)

    def _interval(self, lowest: Fraction, size: Fraction) -> _Read:
        """Hundreds: up to ten times as many; thousands and more alone may be any number of them."""
        alone = len(self.group) == 1 and size >= 1000 and lowest == size and self.group[0].scale
        highest = (1000 if alone else 10) * size - 1
        word = self.group[0].word
        standing = Standing.ANSWERS if word is not None and word.loose else Standing.COMPARED
        return self._made((lowest, highest), standing=standing, bounds=(lowest, highest))

    def _scaled(self, value: Fraction, start: int) -> _Read | None:
        """Half a million: a share of the scale that follows."""
        if self.after >= len(self.items) or not (scale := self.items[self.after]).scale:
            return None
        if not self.table.half_of.fullmatch(self.text, self.span.end, scale.start):
            return None
        self.span, self.after = Span(start, scale.end), self.after + 1
        size = scale.values[0]
        sure = scale.end - scale.start > 1 and size >= 1000
        standing = Standing.STATED if sure else Standing.COMPARED
        return self._made((value * size,), standing=standing, scale=int(size))

    def _share(
        self,
        value: Fraction,
        start: int,
        *,
        standing: Standing = Standing.ANSWERS,
        also: tuple[Fraction, ...] = (),
    ) -> _Read:
        """Half, two thirds: as a share, a percentage and, of an hour, its minutes. A decade is ten years."""
        if scaled := self._scaled(value, start):
            return scaled
        self.span = Span(start, self.span.end)
        minutes = (60 * value,) if value.denominator <= 4 else ()
        values = (value, 100 * value, *minutes, *also) if value < 1 else (value,)
        return self._made(values, standing=standing)

    def _digits(self) -> _Read:
        half = self._and_half(value_of(self.group))
        if half is not None:
            return half
        return _Read(in_digits(self.text, self.span, self.group, self.table), self.after)

    def _and_half(self, values: tuple[Fraction, ...]) -> _Read | None:
        """Two and a half thousand."""
        match = self.table.and_half.match(self.text, self.span.end)
        if match is None:
            return None
        digits, last = self.group[0].digits, self.group[-1]
        step = last.values[0] if last.scale else Fraction(1)  # a million and a half
        value, start = values[0] + step / 2, self.span.start
        self.span = Span(start, match.end())
        while self.after < len(self.items) and self.items[self.after].start < match.end():
            self.after += 1
        if scaled := self._scaled(value, start):
            return scaled
        standing = Standing.STATED if digits or value >= _FIGURE else Standing.COMPARED
        return self._made(
            (value, values[0], *larger(self.text, match.end(), (value,), self.table)), standing=standing
        )

    def _number(self) -> _Read:
        values = value_of(self.group)
        if (part := self._denominator(values[0])) is not None:
            return part
        if (half := self._and_half(values)) is not None:
            return half
        if (point := self.table.point.match(self.text, self.span.end)) and (
            decimal := self._decimals(values[0], point.end())
        ):
            return decimal
        if self.table.minus.search(self._before()):
            values = signed(values)
        if percent := percent_at(self.text, self.span, values, digits=False):
            return _Read(percent, self.after)
        if multiple := times(self.text, self.span, values, self.table, digits=False):
            return _Read(multiple, self.after)
        word = self.group[0].word
        if len(self.group) == 1 and word is not None and word.part:  # a third
            values = (*values, Fraction(1, word.part), Fraction(100, word.part))
        standing = self._standing(abs(values[0]))
        if self.group[-1].role is not Role.ORDINAL:
            values = (*values, *larger(self.text, self.span.end, values, self.table))
        return self._made(values, standing=standing, scale=scale_of(self.group))

    def _decimals(self, whole: Fraction, start: int) -> _Read | None:
        """One point two five million: what follows the point, each number's digits in turn."""
        digits, end = "", start
        while self.after < len(self.items) and len(digits) < 12:
            item = self.items[self.after]
            if item.role is not Role.CARDINAL or item.start > end + (1 if digits else 0):
                break
            digits, end, self.after = f"{digits}{item.values[0]}", item.end, self.after + 1
        if not digits.isdigit():
            return None
        value, self.span = whole + Fraction(int(digits), 10 ** len(digits)), Span(self.span.start, end)
        if scaled := self._scaled(value, self.span.start):
            return scaled
        if percent := percent_at(self.text, self.span, (value,), digits=False):
            return _Read(percent, self.after)
        return self._made((value,))

    def _denominator(self, above: Fraction) -> _Read | None:
        """Two thirds: a numerator, and a denominator after it."""
        if self.after >= len(self.items) or self.group[-1].role is not Role.CARDINAL:
            return None
        following = self.items[self.after]
        below = following.word.part if following.word is not None else 0
        if not below or not 0 < above < below:
            return None
        if above != 1 and following.role is Role.ORDINAL:  # two third places
            plural = self.table.words.get(self.text[following.start : following.end].lower() + "s")
            if plural is not None and plural.part:
                return None
        if not _GAP.fullmatch(self.text, self.span.end, following.start):
            return None
        start = self.span.start
        self.span, self.after = Span(start, following.end), self.after + 1
        standing = Standing.ANSWERS if above == 1 else Standing.COMPARED
        # The first three quarters are of a year.
        return self._share(above / below, start, standing=standing, also=(above,) if below == 4 else ())

    def _standing(self, value: Fraction) -> Standing:
        first = self.group[0]
        if is_part(self.text, self.span):
            return Standing.ANSWERS
        if value >= _FIGURE:
            return Standing.STATED
        if value <= 1:
            return Standing.ANSWERS
        if len(self.group) == 1 and first.word is not None and first.word.loose:
            counts = value > 2 and self.table.counting.match(self.text, self.span.end)
            return Standing.COMPARED if counts else Standing.ANSWERS
        if value == 2 and self.table.uncounted.search(self._before()):
            return Standing.ANSWERS
        if self.table.uncounting.match(self.text, self.span.end):
            return Standing.ANSWERS
        return Standing.COMPARED
