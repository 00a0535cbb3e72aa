"""Sentences that surely translate each other one to one: between them the best path is searched.

Coarse to fine, so that time is linear: some sentences of the source are compared with all of the target, and the others
only with what lies between these landmarks. A missing chapter of any length is so no hindrance.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import numpy as np

from tqcheck.align_strand import Strand
from tqcheck.embed.windows import Floats

MARGIN = 0.1  # of an anchor's cosine above that of the second nearest
_BLOCK = 500  # sentences of the source that are compared at once
_LANDMARKS = 1000  # at most: of 20,000 sentences every twentieth
_SLACK = 200  # sentences on either side of the landmarks


def anchors(source: Strand, target: Strand) -> list[tuple[int, int]]:
    """Sentences that surely translate each other one to one, in order on both sides.

    Each is the other's nearest by a margin, and so are the sentences before and after both.
    """
    marks = [(0, 0), (0, 0), *_landmarks(source, target)]
    marks += [(len(source), len(target))] * 2
    starts = [mark[0] for mark in marks]
    found = list[tuple[int, int]]()
    for start in range(0, len(source), _BLOCK):
        end = min(start + _BLOCK, len(source))
        # The last landmark before and the first after may be wrong: those beyond them.
        low = max(0, marks[max(0, bisect_left(starts, start + 1) - 2)][1] - _SLACK)
        high = min(len(target), marks[min(bisect_left(starts, end) + 1, len(marks) - 1)][1] + _SLACK)
        near = mutual(source.cut(start, end).sentences(), target.cut(low, high).sentences())
        found += [(start + i, low + j) for i, j in near]
    certain = set(found)
    runs = [
        (i, j)
        for i, j in found
        if ((i - 1, j - 1) in certain) + ((i + 1, j + 1) in certain) + ((i + 2, j + 2) in certain) > 1
        or {(i - 1, j - 1), (i - 2, j - 2)} <= certain
    ]
    chain = set(_increasing(runs))
    return [(i, j) for i, j in sorted(chain) if (i - 1, j - 1) in chain and (i + 1, j + 1) in chain]


def _landmarks(source: Strand, target: Strand) -> list[tuple[int, int]]:
    """Some source sentences with the nearest of all target sentences, in order on both sides; none of a short text."""
    if max(len(source), len(target)) <= 2 * _BLOCK:
        return []
    asked = np.arange(0, len(source), -(-len(source) // _LANDMARKS))
    best = np.full((len(asked), 2), -1.0, np.float32)  # the second highest cosine, the highest
    nearest = np.zeros(len(asked), np.int64)
    chosen = source.vectors[asked]
    for low in range(0, len(target), 2 * _BLOCK):
        cosines = chosen @ target.vectors[low : low + 2 * _BLOCK].T
        here = cosines.argmax(axis=1)
        higher = cosines.max(axis=1) > best[:, 1]
        nearest[higher] = low + here[higher]
        top = np.partition(cosines, -2, axis=1)[:, -2:] if cosines.shape[1] > 1 else cosines
        best = np.sort(np.hstack([best, top]), axis=1)[:, -2:]
    clear = best[:, 1] - best[:, 0] >= MARGIN
    return _increasing(list(zip(asked[clear].tolist(), nearest[clear].tolist(), strict=True)))


def mutual(source: Floats, target: Floats) -> Iterator[tuple[int, int]]:
    """Pairs of unit vectors [n, d], [m, d] that are each other's nearest, by a margin to the second."""
    if len(source) < 2 or len(target) < 2:
        return
    cosines = source @ target.T
    by_source = np.partition(cosines, -2, axis=1)[:, -2]
    by_target = np.partition(cosines, -2, axis=0)[-2]
    nearest = cosines.argmax(axis=1)
    for i, j in enumerate(nearest.tolist()):
        if cosines[i, j] - max(by_source[i], by_target[j]) >= MARGIN:
            yield i, j


def _increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence that increases on both sides (patience sorting), of pairs sorted by source."""
    tails, last, before = list[int](), list[int](), list[int]()
    for index, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        before.append(last[at - 1] if at else -1)
        tails[at : at + 1], last[at : at + 1] = [j], [index]
    chain = list[tuple[int, int]]()
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]
