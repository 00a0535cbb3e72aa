"""What is said several times in a row: words, phrases, clauses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.loops.tokens import Token

MOST_TOKENS = 40  # of one turn: a long clause; whole sentences are compared as such


@dataclass(frozen=True, slots=True)
class Loop:
    """Tokens `start` to `start + period` are said `times` times in a row, up to `end`; `rest` tokens of one more turn follow."""

    start: int
    period: int
    times: int
    rest: int = 0

    @property
    def end(self) -> int:
        """The token after the last whole turn."""
        return self.start + self.period * self.times


def loops(tokens: Sequence[Token], least: int = 2) -> Iterator[Loop]:
    """Every row of at least `least` turns, each with its shortest period; rows may overlap. Time linear in the text."""
    keys = [token.key for token in tokens]
    seen = [0] * len(keys)  # the end of the longest row that begins at or before a token, by a shorter period
    found = list[Loop]()
    for period in range(1, min(MOST_TOKENS, len(keys) // 2) + 1):
        at = 0
        while at + period < len(keys):
            if keys[at] != keys[at + period]:
                at += 1
                continue
            start = at
            while at + period < len(keys) and keys[at] == keys[at + period]:
                at += 1
            times = (at + period - start) // period
            if times >= least and seen[start] < at + period:
                found.append(Loop(start, period, times, at + period - start - period * times))
                seen[start : at + period] = [at + period] * (at + period - start)
            at += 1
    return iter(sorted(found, key=lambda loop: (loop.start, loop.period)))
