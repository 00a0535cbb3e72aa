"""How far the pair's quality agrees with people's scores, over all records and among translations of one source.

The second matters more: a long sentence has more errors whoever translates it, so that length alone correlates with
a sum of penalties.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tqcheck.bench.correlation import kendall, spearman
from tqcheck.bench.counts import Figure, plain, resampled


def numbered(groups: Sequence[str]) -> NDArray[np.intp]:
    """The number of each record's group [n], from 0."""
    return np.unique(np.array(groups, dtype=object), return_inverse=True)[1]


def correlations(
    quality: NDArray[np.float64], score: NDArray[np.float64], groups: NDArray[np.intp]
) -> dict[str, Figure]:
    """Spearman and Kendall of all records, and the mean Kendall of the groups that have an order."""
    out = {
        "Spearman": resampled(groups, lambda at: spearman(quality[at], score[at])),
        "Kendall": resampled(groups, lambda at: kendall(quality[at], score[at])),
    }
    order = np.argsort(groups, kind="stable")
    members = np.split(order, np.cumsum(np.bincount(groups))[:-1])
    told = [value for at in members if not math.isnan(value := kendall(quality[at], score[at]))]
    if told:
        out["Kendall within a source"] = plain(sum(told) / len(told))
    return out


def pairwise(
    quality: NDArray[np.float64], score: NDArray[np.float64], groups: NDArray[np.intp]
) -> Figure | None:
    """How often the better scored of two records of a group has the higher quality, ties half; None without two of unlike
    score.
    """
    order = np.argsort(groups, kind="stable")
    right = told = 0.0
    for at in np.split(order, np.cumsum(np.bincount(groups))[:-1]):
        better = score[at][:, None] > score[at][None, :]
        above = np.sign(quality[at][:, None] - quality[at][None, :])
        told += float(better.sum())
        right += float((0.5 + above[better] / 2).sum())
    return plain(right / told) if told else None


def best_threshold(quality: NDArray[np.float64], bad: NDArray[np.bool_]) -> float:
    """The quality below which calling a record bad has the highest MCC."""
    order = np.argsort(quality, kind="stable")
    hit = np.cumsum(bad[order]).astype(np.float64)
    called = np.arange(1, len(bad) + 1)
    yes, no = hit[-1], len(bad) - hit[-1]
    spread = np.sqrt(np.maximum(called * (len(bad) - called) * yes * no, 1))
    gain = (hit * (len(bad) - yes - called + hit) - (called - hit) * (yes - hit)) / spread
    gain[:-1][quality[order][1:] == quality[order][:-1]] = -1  # no threshold between equals
    at = int(gain.argmax())
    return float(quality[order][at : at + 2].mean())


def folded(
    quality: NDArray[np.float64], bad: NDArray[np.bool_], groups: NDArray[np.intp], folds: int = 5
) -> NDArray[np.bool_]:
    """Which records [n] are called bad, those of each fold by the best threshold of the others; a group is in one fold."""
    fold = np.random.default_rng(0).permutation(int(groups.max(initial=0)) + 1)[groups] % folds
    called = np.zeros(len(bad), np.bool_)
    for each in range(folds):
        own = fold == each
        if own.any() and not own.all():
            called[own] = quality[own] < best_threshold(quality[~own], bad[~own])
    return called
