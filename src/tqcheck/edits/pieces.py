"""Words to the pieces that the tagger's encoder knows: WordPiece, the longest first, in small letters without accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tqcheck.edits.features import SHAPES, shape

PADDING, UNKNOWN, BEGIN, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
_INSIDE = "##"  # a piece that does not begin its word
_MOST = 8  # pieces of one word: what is longer is hardly a word
_LONGEST = 20  # letters of a piece: BERT's longest has 18
_MOST_KNOWN = 200_000  # words kept
_RUN = re.compile(r"\w+|[^\w\s]")
_NO_SHAPE = len(SHAPES)


@dataclass(frozen=True, slots=True)
class Encoded:
    """A sentence's pieces by number, for each how its word is written, and where each word's first piece is."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]


@dataclass(slots=True)
class Pieces:
    """`numbers` of the pieces, PADDING, UNKNOWN, BEGIN and END among them."""

    numbers: Mapping[str, int]
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def sentence(self, words: Sequence[str], most: int) -> Encoded:
        """Words between BEGIN and END; those whose pieces would go beyond `most` in all are left out."""
        pieces, shapes, firsts = [self.numbers[BEGIN]], [_NO_SHAPE], list[int]()
        for word in words:
            own = self.of(word)
            if len(pieces) + len(own) >= most:
                break
            firsts.append(len(pieces))
            pieces += own
            shapes += [shape(word)] * len(own)
        return Encoded([*pieces, self.numbers[END]], [*shapes, _NO_SHAPE], firsts)

    def of(self, word: str) -> tuple[int, ...]:
        """The pieces of a word, one at least; they are kept."""
        pieces = self._known.get(word)
        if pieces is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            pieces = self._known[word] = self._cut(word)
        return pieces

    def _cut(self, word: str) -> tuple[int, ...]:
        bare = "".join(
            char for char in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(char) != "Mn"
        )
        found = list[int]()
        for run in _RUN.findall(bare):
            start = 0
            while start < len(run) and len(found) < _MOST:
                end, number = self._longest(run, start)
                found.append(number)
                start = end
        return tuple(found) or (self.numbers[UNKNOWN],)

    def _longest(self, run: str, start: int) -> tuple[int, int]:
        """The end and number of the longest piece from `start`; one UNKNOWN for what has none."""
        for end in range(min(len(run), start + _LONGEST), start, -1):
            number = self.numbers.get((_INSIDE if start else "") + run[start:end])
            if number is not None:
                return end, number
        return len(run), self.numbers[UNKNOWN]
