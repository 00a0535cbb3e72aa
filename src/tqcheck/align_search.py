"""The search behind `tqcheck.align`: scores of all beads of a stretch of text, and the best path through them.

Scoring is Bertalign's (Liu and Zhu 2022, "Bertalign: Improved word embedding-based sentence alignment for
Chinese–English parallel corpora of literary texts"): cosine, less the cosine with what stands beside the bead,
times a penalty for unequal length. Window vectors and the dynamic programme over them are Vecalign's (Thompson
and Koehn 2019, "Vecalign: Improved sentence alignment in linear time and space"). Ours are the two terms that
make omissions and additions come out: a member must earn its place, and paragraphs are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float32]
Link: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]

# How far the cosine of a document's beads stands above that of its shuffled sentences: 0.15 to 0.6 (six language
# pairs, news of 5 to 60 sentences).
TYPICAL_RISE = 0.5
LONGEST = 5  # sentences on one side of a bead, as in Bertalign
MOVES = tuple((n, m) for n in range(1, LONGEST + 1) for m in range(1, LONGEST + 1) if n + m <= LONGEST + 1)

# Tuned together on sentences deleted from and inserted into news in ten languages, keeping the strict F1 on
# novels (zh-en) and yearbooks (de-fr). Bertalign's own are margin 1 and skip -0.1.
_MARGIN = 0.6  # how much of the neighbours' cosine counts against a bead
_SKIP = -0.05  # score of a sentence without counterpart
_EARN = 1.5  # times the cosine that a bead would gain by dropping a sentence
_BORDER = 0.05  # for each paragraph border inside a bead
_MIXED = 0.1  # for a heading and prose in one bead


@dataclass(frozen=True, slots=True)
class Stretch:
    """One side of what is aligned: `vectors[k - 1][i]` is the unit vector of sentences i to i + k.

    `lengths` are in characters; `blocks` number the paragraphs, `headings` say which sentences are headings.
    """

    vectors: tuple[Floats, ...]
    lengths: NDArray[np.float64]
    blocks: NDArray[np.int64]
    headings: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.lengths)

    def window_lengths(self, size: int) -> NDArray[np.float64]:
        """Lengths of all windows of `size` sentences."""
        return np.convolve(self.lengths, np.ones(size), "valid")

    def window_faults(self, size: int) -> NDArray[np.float64]:
        """What a window costs for the paragraph borders, and for headings among prose, inside it."""
        cost = np.zeros(len(self) - size + 1)
        for inner in range(size - 1):
            here = slice(inner, inner + len(cost))
            after = slice(inner + 1, inner + 1 + len(cost))
            cost += _BORDER * (self.blocks[here] != self.blocks[after])
            cost += _MIXED * (self.headings[here] != self.headings[after])
        return cost


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many source characters make a target character, and what agreeing lengths alone are worth."""

    ratio: float
    worth: float = 0.0


def search(source: Stretch, target: Stretch, lengths: Lengths) -> list[Link]:
    """The best monotone path of beads, every sentence of both sides in exactly one.

    Time and memory grow with len(source) × len(target).
    """
    rows, columns = len(source), len(target)
    scores = [(n, m, _scores(source, target, n, m, lengths)) for n, m in MOVES if n <= rows and m <= columns]
    best = np.full((rows + 1, columns + 1), -np.inf)
    came = np.zeros((rows + 1, columns + 1), np.int8)  # index into scores, or one of the two below
    omit, add = len(scores), len(scores) + 1
    skipped = _SKIP * np.arange(columns + 1)
    for i in range(rows + 1):
        row, step = best[i], came[i]
        if i == 0:
            row[0] = 0
        else:
            row[:] = best[i - 1] + _SKIP
            step[:] = omit
        for index, (n, m, score) in enumerate(scores):
            if i >= n:
                candidate = best[i - n, : columns + 1 - m] + score[i - n]
                better = candidate > row[m:]
                row[m:][better] = candidate[better]
                step[m:][better] = index
        added = np.maximum.accumulate(row - skipped) + skipped
        better = added > row + 1e-9
        row[better] = added[better]
        step[better] = add
    return _path(came, [(n, m) for n, m, _ in scores])


def _path(came: NDArray[np.int8], moves: Sequence[tuple[int, int]]) -> list[Link]:
    steps = [*moves, (1, 0), (0, 1)]
    links = list[Link]()
    i, j = came.shape[0] - 1, came.shape[1] - 1
    while i or j:
        n, m = steps[came[i, j]]
        links.append((tuple(range(i - n, i)), tuple(range(j - m, j))))
        i, j = i - n, j - m
    return links[::-1]


def _scores(source: Stretch, target: Stretch, n: int, m: int, lengths: Lengths) -> NDArray[np.float64]:
    """Scores [len(source) - n + 1, len(target) - m + 1] of the beads of n source and m target sentences."""
    s, t = source.vectors, target.vectors
    cosine = s[n - 1] @ t[m - 1].T
    beside = (_beside(s[n - 1] @ t[0].T, m) + _beside((s[0] @ t[m - 1].T).T, n).T) / 2
    own, other = source.window_lengths(n)[:, None], lengths.ratio * target.window_lengths(m)[None, :]
    score = (cosine - _MARGIN * beside + lengths.worth) * np.log2(
        1 + np.minimum(own, other) / np.maximum(own, other)
    )
    without = np.full_like(cosine, -1)
    if n > 1:
        fewer = s[n - 2] @ t[m - 1].T
        without = np.maximum(fewer[1:], fewer[:-1])
    if m > 1:
        fewer = s[n - 1] @ t[m - 2].T
        without = np.maximum(without, np.maximum(fewer[:, 1:], fewer[:, :-1]))
    score -= _EARN * np.maximum(0, without - cosine)
    return score - source.window_faults(n)[:, None] - target.window_faults(m)[None, :]


def _beside(cosines: Floats, size: int) -> NDArray[np.float64]:
    """Of cosines [windows, sentences]: the mean of those with the sentences before and after each run of `size`."""
    runs = cosines.shape[1] - size + 1
    total = np.zeros((cosines.shape[0], runs))
    count = np.zeros(runs)
    total[:, 1:] += cosines[:, : runs - 1]
    count[1:] += 1
    total[:, : runs - 1] += cosines[:, size : size + runs - 1]
    count[: runs - 1] += 1
    return np.asarray(total / np.maximum(count, 1))


def shift(indices: Sequence[int], by: int) -> tuple[int, ...]:
    """The same sentences, counted from `by` sentences earlier."""
    return tuple(index + by for index in indices)
