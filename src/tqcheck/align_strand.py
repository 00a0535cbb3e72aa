"""One side of what is aligned, as a whole: the vectors of its windows are made where they are needed.

All windows of 20,000 sentences would take 160 MB a side, and twice that with a dictionary's words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from tqcheck.align_search import LONGEST, Stretch
from tqcheck.documents import BlockKind, Segment
from tqcheck.embed.windows import Floats, WindowEncoder, Windows, compose

Run: TypeAlias = tuple[int, int]  # sentences from the first to before the second

_AT_ONCE = 2000  # windows: 4 MB


@dataclass(frozen=True, slots=True)
class Strand:
    """Sentences with their unit vectors [n, d], and how those of runs of them are made (`tqcheck.embed.windows`).

    `words` [n, w], not of unit length, stand beside them where a dictionary helps (`tqcheck.align_words`): a cosine is
    then a mean of the two, `weight` the words', which count nothing where a window has none. `lengths` are in
    characters; `blocks` number the paragraphs, `headings` say which sentences are headings.
    """

    texts: Sequence[str]
    vectors: Floats
    windows: WindowEncoder | None
    lengths: NDArray[np.float64]
    blocks: NDArray[np.int64]
    headings: NDArray[np.bool_]
    words: Floats | None = None
    weight: float = 0.0

    @classmethod
    def of(cls, segments: Sequence[Segment], vectors: Floats, windows: WindowEncoder | None) -> Strand:
        """Without words."""
        texts = [segment.text for segment in segments]
        return cls(
            texts,
            vectors,
            windows,
            np.array([max(1, len(text)) for text in texts], np.float64),
            np.array([segment.block for segment in segments], np.int64),
            np.array([segment.kind is BlockKind.HEADING for segment in segments], np.bool_),
        )

    def __len__(self) -> int:
        return len(self.lengths)

    def cut(self, start: int, end: int) -> Strand:
        """Sentences `start` to `end`."""
        part = slice(start, end)
        return Strand(
            self.texts[part],
            self.vectors[part],
            self.windows,
            self.lengths[part],
            self.blocks[part],
            self.headings[part],
            None if self.words is None else self.words[part],
            self.weight,
        )

    def stretch(self) -> Stretch:
        """With the vectors of all its windows, to be searched."""
        count = len(self)
        runs = [(start, start + size) for size in range(2, LONGEST + 1) for start in range(count - size + 1)]
        # Of n sentences there are n - 1 runs of two, n - 2 of three, ….
        ends = np.cumsum([max(0, count - size + 1) for size in range(2, LONGEST)])
        vectors = (self.sentences(), *np.split(self._joined(runs), ends))
        return Stretch(vectors, self.lengths, self.blocks, self.headings)

    def sentences(self) -> Floats:
        """Unit vectors of the sentences, words included."""
        return self._beside(self.vectors, self.words)

    def of_runs(self, runs: Windows) -> Mapping[Run, Floats]:
        """The vectors of the runs (start, end), words included."""
        found = dict[Run, Floats]()
        asked = sorted(set(runs))
        for at in range(0, len(asked), _AT_ONCE):
            some = asked[at : at + _AT_ONCE]
            first, last = some[0][0], max(end for _, end in some)
            near = self.cut(first, last)
            single = near.sentences()
            several = [run for run in some if run[1] - run[0] > 1]
            joined = near._joined([(start - first, end - first) for start, end in several])
            found.update(zip(several, joined, strict=True))
            found.update({(start, end): single[start - first] for start, end in some if end - start == 1})
        return found

    def _joined(self, runs: Windows) -> Floats:
        if self.windows is None:
            vectors = compose(self.vectors, self.texts, runs)
        else:
            vectors = self.windows(self.texts, runs)
        if self.words is None:
            return vectors
        sums = np.concatenate([np.zeros((1, self.words.shape[1])), np.cumsum(self.words, 0, np.float64)])
        start, end = np.array(runs, np.int64).reshape(-1, 2).T
        return self._beside(vectors, (sums[end] - sums[start]).astype(np.float32))

    def _beside(self, vectors: Floats, words: Floats | None) -> Floats:
        if words is None:
            return vectors
        unit = words / np.maximum(np.linalg.norm(words, axis=1, keepdims=True), 1e-9)
        return np.hstack([vectors * sqrt(1 - self.weight), unit * sqrt(self.weight)])
