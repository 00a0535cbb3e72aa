"""A figure of a Chinese, Japanese or Korean text with what stands around it, and the quantity made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.han.lexicon import Lexicon
from tqcheck.quantities.han.value import BIG, DIGITS, NUMERAL, TENS, UNITS
from tqcheck.quantities.model import Hedge, Kind, Quantity, Standing

_D, _U, _B = "".join(DIGITS), "".join((*UNITS, *TENS)), "".join(BIG)
FIGURE = re.compile(
    rf"(?:{NUMERAL}(?:\s?(?=[{_B}천백]))?|[{_D}十拾百佰千仟廿卅卌万亿億萬])"
    rf"(?:[{_U}{_B}]|(?<!\d)[{_D}]|[多余餘几幾来來](?=[{_B}])|{NUMERAL}(?=\s?[{_U}{_B}])|(?<=[{_B}천])\s?{NUMERAL}"
    rf"|(?<=[천백])\s(?=[만억조])|(?<=[{_D}{_U}])[点點](?=[{_D}]{{1,6}}(?![{_D}{_U}分刻])))*"
)
_DIGIT = re.compile("[0-9]")
_BEFORE, _AFTER = 8, 12  # characters around a figure that are looked at
# Years at school, rounds of a cup, talks of six parties: words on the other side.
_LABELLED = re.compile(r"\s?(?:年生|年[级級]|학년|강(?:전|(?=[\s에의행진을까]))|자\s?회담|者)")
# They also stand for "many".
_ROUND = frozenset("十 百 千 万 萬 亿 億 一百 一千 一万 一十 八百 三千 百万 千万 十万".split())


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its text, with a few characters on either side.

    `named`: part of an idiom or a name; `counted`: a measure word follows. Both are known of figures in characters only.
    """

    text: str
    start: int
    end: int
    value: Fraction
    written: str
    before: str
    after: str
    has_digits: bool
    named: bool = False
    counted: bool = False

    @property
    def is_sure(self) -> bool:
        """Whether it is in digits, or characters that can hardly be part of a word: 十五, 三百, 二〇二四, not 三五 or 一百."""
        if self.has_digits:
            return True
        digits = sum(char in DIGITS for char in self.written)
        if digits < len(self.written):
            return digits > 0 and len(self.written) >= 2 and not self.is_round
        return digits >= 4

    @property
    def is_round(self) -> bool:
        """Whether it stands for "many" as well."""
        return self.written in _ROUND

    @property
    def standing(self) -> Standing:
        """Whether it is surely a number: in digits; large, and counted or hardly anything else; small ones if counted."""
        if self.has_digits:
            return Standing.COMPARED if _LABELLED.match(self.after) else Standing.STATED
        if self.named or self.value < 2 or (self.value == 11 and not self.counted):  # 十一 is a holiday
            return Standing.ANSWERS
        if 1 < len(self.written) < 4 and all(char in DIGITS for char in self.written):  # 唯一一部
            return Standing.ANSWERS
        if (self.is_sure or (self.counted and self.value >= 10)) and not self.is_round:
            return Standing.STATED if self.value >= 10 else Standing.COMPARED
        told = self.counted or len(self.written) > 1 or self.before.endswith("第")  # 十億, a counted 百
        return Standing.COMPARED if told else Standing.ANSWERS

    @property
    def scale(self) -> int:
        """The power words that end it, 1 if there are none."""
        product = 1
        for char in reversed(self.written):
            if char not in BIG:
                break
            product *= BIG[char]
        return product


def figure_at(text: str, start: int, end: int, value: Fraction, words: Lexicon) -> Figure:
    """The figure of a place in a text."""
    written = text[start:end]
    digits = _DIGIT.search(written) is not None
    return Figure(
        text,
        start,
        end,
        value,
        written,
        text[max(0, start - _BEFORE) : start],
        text[end : end + _AFTER],
        digits,
        not digits and words.names(text, start, end),
        not digits and words.counters.match(text, end) is not None,
    )


def made(
    figure: Figure,
    values: tuple[Fraction, ...],
    kind: Kind = Kind.NUMBER,
    *,
    standing: Standing | None = None,
    start: int | None = None,
    end: int | None = None,
    bounds: tuple[Fraction, Fraction] | None = None,
    hedge: Hedge = Hedge.EXACT,
) -> Quantity:
    """The quantity of a figure, as it is or from `start` to `end`."""
    span = Span(figure.start if start is None else start, figure.end if end is None else end)
    return Quantity(
        span,
        span.of(figure.text),
        values,
        kind,
        hedge,
        figure.standing if standing is None else standing,
        figure.has_digits,
        figure.scale,
        bounds=bounds,
    )
