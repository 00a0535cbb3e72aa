"""Number words written together: dreihundertfünfundzwanzig, ventunomila, tweeëntwintigste, dwudziestoletni."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import lru_cache

import regex

_LONGEST = 90  # neunhundertneunundneunzigtausendneunhundertneunundneunzigste has 60 letters


class Tail(Enum):
    """What a compound's end makes of its number."""

    NONE = "none"
    ORDINAL = "ordinal"  # -ste
    MULTIPLE = "multiple"  # -fach
    PART = "part"  # -jährig: a number and more
    DECADE = "decade"  # -er
    HALF = "half"  # -einhalb


@dataclass(frozen=True, slots=True)
class Compound:
    """The number in a word: its value, the length of what says so, and what follows."""

    value: Fraction
    length: int
    tail: Tail


class Reader:
    """Reads the compounds of one language.

    `parts` are the words inside, `glue` may stand between two, `last` are ordinals that may come last (erste); `tails`
    regular expressions of ends. `units_first`: five and twenty.
    """

    def __init__(
        self,
        parts: Mapping[str, Fraction],
        last: Mapping[str, Fraction],
        glue: Iterable[str],
        tails: Mapping[Tail, str],
        *,
        units_first: bool,
    ) -> None:
        self._parts, self._last, self._units_first = parts, last, units_first
        glued = "|".join(map(regex.escape, glue)) or "(?!)"
        ends = "|".join(f"(?P<{tail.value}>{pattern})" for tail, pattern in tails.items()) or "(?!)"
        self._pattern = regex.compile(
            rf"(?P<p>(?:{_longest_first(parts)}|{glued}))+(?:(?P<last>{_longest_first(last)})|{ends})?"
        )
        self._tails = tuple(tails)
        self.read = lru_cache(maxsize=1 << 15)(self._read)

    def _read(self, word: str) -> Compound | None:
        match = self._pattern.fullmatch(word) if len(word) <= _LONGEST else None
        if match is None:
            return None
        pieces: list[Fraction | None] = [self._parts.get(piece) for piece in match.captures("p")]
        tail = next((tail for tail in self._tails if match[tail.value]), Tail.NONE)
        length = match.start(tail.value) if tail is not Tail.NONE else len(word)
        if match["last"]:
            pieces.append(self._last[match["last"]])
            tail = Tail.ORDINAL
        value = _value(pieces, units_first=self._units_first)
        if value is None or (value <= 1 and tail not in {Tail.NONE, Tail.HALF}):  # einfach, einmal
            return None
        if tail in {Tail.ORDINAL, Tail.HALF, Tail.MULTIPLE, Tail.DECADE}:
            length = len(word)
        return Compound(value + Fraction(1, 2) if tail is Tail.HALF else value, length, tail)


def _longest_first(words: Iterable[str]) -> str:
    return "|".join(map(regex.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def _value(pieces: Sequence[Fraction | None], *, units_first: bool) -> Fraction | None:
    """The value of the pieces, None standing for glue; None if they make no number."""
    total, current, last, glued = Fraction(0), Fraction(0), Fraction(0), False
    for piece in pieces:
        if piece is None:
            if glued or not last:
                return None
            glued = True
            continue
        if piece == 1000:
            if total or glued:
                return None
            total, current = (current or 1) * piece, Fraction(0)
        elif piece == 100:
            if glued or current >= 100:
                return None
            current = (current or 1) * piece
        elif _fits(current, piece, units_first=units_first) or (
            units_first and 20 <= piece < 100 and 0 < last < 10 and glued and current % 100 == last
        ):
            current += piece
        else:
            return None
        last, glued = piece, False
    return None if glued else total + current


def _fits(current: Fraction, piece: Fraction, *, units_first: bool) -> bool:
    """Whether a piece may follow what is read of the hundreds: 300 and 25, 20 and 5."""
    room = current % 100
    if piece >= 100:
        return piece < 1000 and not current
    if not room:
        return True
    return not units_first and room >= 20 and not room % 10 and 0 < piece < 10
