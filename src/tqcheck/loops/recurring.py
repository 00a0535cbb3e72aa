"""What is said again further on in a sentence: "the port of the city is the port of the city"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tqcheck.loops.tokens import Token

MOST_TOKENS = 16  # of a phrase; what is longer is found as its first part


@dataclass(frozen=True, slots=True)
class Recurrence:
    """The `length` tokens from each of `starts` on are the same; they do not overlap."""

    starts: tuple[int, ...]
    length: int


def recurrences(tokens: Sequence[Token], least: int = 2) -> Iterator[Recurrence]:
    """The phrases of at least `least` tokens that come more than once, the longest first.

    What only is part of a longer one is left out, unless it comes more often. Time linear in the text.
    """
    keys = [token.key for token in tokens]
    told: set[tuple[int, int]] = set()  # (start, length) of the parts of phrases already given
    for length in range(min(MOST_TOKENS, len(keys) // 2), least - 1, -1):
        places: dict[tuple[str, ...], list[int]] = {}
        for start in range(len(keys) - length + 1):
            starts = places.setdefault(tuple(keys[start : start + length]), [])
            if not starts or start >= starts[-1] + length:
                starts.append(start)
        for starts in places.values():
            if len(starts) < 2:
                continue
            if not all((start, length) in told for start in starts):
                yield Recurrence(tuple(starts), length)
            told |= {part for start in starts for part in ((start, length - 1), (start + 1, length - 1))}


def said_again(tokens: Sequence[Token], is_content: Callable[[Token], bool], stem: int) -> int:
    """How many letters of content are said more than once, counted once each.

    Words are the same by their first `stem` letters, so that endings do not hide them; characters of unspaced
    scripts by pairs. It is an upper bound on purpose: what the source may be said to repeat.
    """
    seen, again = set[str](), dict[str, int]()
    for at, token in enumerate(tokens):
        if token.wide:
            if at == 0 or not tokens[at - 1].wide:
                continue
            key, letters = tokens[at - 1].key + token.key, token.letters
        elif is_content(token):
            key, letters = token.key[:stem], token.letters
        else:
            continue
        if key in seen:
            again[key] = letters
        seen.add(key)
    return sum(again.values())
