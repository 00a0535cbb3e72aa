"""What the tagger sees of a token: the word, its beginning and endings, how it is written, how frequent it is."""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from tqcheck.names.frequency import word_bins

UNKNOWN, NUMBER = "<unk>", "<num>"
# Rows of the hashed tables: endings of three and two letters, beginnings of three.
ENDINGS3, ENDINGS2, BEGINNINGS3 = 4096, 1024, 4096
SHAPES = ("lower", "Capital", "UPPER", "miXed", "1", ".")
# wordfreq's bins of a bel, and one for what its list lacks.
FREQUENCIES = 10
COLUMNS = 6  # word, ending of 3, ending of 2, beginning, shape, frequency


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


def _hashed(text: str, rows: int) -> int:
    return zlib.crc32(text.encode()) % rows


@dataclass(slots=True)
class Featuriser:
    """Tokens to rows of integers [COLUMNS]; `vocabulary` numbers the words, UNKNOWN among them."""

    vocabulary: Mapping[str, int]
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def __call__(self, token: str) -> tuple[int, ...]:
        """The row of a token; rows are kept."""
        row = self._known.get(token)
        if row is None:
            row = self._known[token] = self._row(token)
        return row

    def _row(self, token: str) -> tuple[int, ...]:
        form = shape(token)
        if form == 4:
            return (self.vocabulary[NUMBER], *self._affixes(f"<{len(token)}>"), form, 0)
        lower = token.lower()
        word = self.vocabulary.get(lower, self.vocabulary[UNKNOWN])
        return (word, *self._affixes(lower), form, frequency(lower) if form < 4 else 0)

    @staticmethod
    def _affixes(lower: str) -> tuple[int, int, int]:
        return (_hashed(lower[-3:], ENDINGS3), _hashed(lower[-2:], ENDINGS2), _hashed(lower[:3], BEGINNINGS3))
