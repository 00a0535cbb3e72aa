"""How a token is written, and how frequent it is."""

from __future__ import annotations

from functools import cache

from tqcheck.names.frequency import word_bins

SHAPES = ("lower", "Capital", "UPPER", "miXed", "1", ".")
# wordfreq's bins of a bel, and one for what its list lacks.
FREQUENCIES = 10


def shape(token: str) -> int:
    """How a token is written, as an index into SHAPES."""
    first = token[0]
    if first.isdigit():
        return 4
    if not first.isalpha():
        return 0 if len(token) > 1 else 5
    if token.islower():
        return 0
    if token[1:].islower() or len(token) == 1:
        return 1
    return 2 if token.isupper() else 3


@cache
def _bins() -> dict[str, int]:
    """Word → bin of wordfreq's long list: many words are asked for, so it is unpacked once."""
    return {word: at for at, words in enumerate(word_bins("en", "large")) for word in words}


def frequency(lower: str) -> int:
    """The order of magnitude below the commonest word, 0 to FREQUENCIES - 1."""
    bin_ = _bins().get(lower)
    return FREQUENCIES - 1 if bin_ is None else min(bin_ // 100, FREQUENCIES - 2)
