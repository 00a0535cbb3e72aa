"""Agreement of two orders: Spearman, Kendall, AUROC, and MCC of two classes. Checked against SciPy in the tests."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def ranks(values: Floats) -> Floats:
    """Ranks from 1, ties sharing their mean."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    first = np.concatenate([[True], ordered[1:] != ordered[:-1]])
    group = np.cumsum(first) - 1
    counts = np.bincount(group)
    last = np.cumsum(counts)
    out = np.empty(len(values))
    out[order] = (last - (counts - 1) / 2)[group]
    return out


def spearman(x: Floats, y: Floats) -> float:
    """Spearman's rank correlation; NaN where one side is constant."""
    a, b = ranks(x), ranks(y)
    a -= a.mean()
    b -= b.mean()
    spread = math.sqrt(float(a @ a) * float(b @ b))
    return float(a @ b) / spread if spread else math.nan


def kendall(x: Floats, y: Floats) -> float:
    """Kendall's tau-b (Kendall 1945), O(n log² n); NaN where one side is constant."""
    n = len(x)
    order = np.lexsort((y, x))
    a, b = ranks(x)[order], ranks(y)[order]
    total = n * (n - 1) / 2
    tied_x, tied_y = _tied(a), _tied(b)
    tied_both = _tied(a * (n + 1) + b)
    discordant = _inversions(b)
    agreement = total - tied_x - tied_y + tied_both - 2 * discordant
    spread = math.sqrt((total - tied_x) * (total - tied_y))
    return float(agreement / spread) if spread else math.nan


def _tied(values: Floats) -> float:
    counts = np.unique(values, return_counts=True)[1].astype(float)
    return float((counts * (counts - 1) / 2).sum())


def _inversions(values: Floats) -> float:
    """Pairs i < j with values[i] > values[j], by merging ever longer sorted runs."""
    count, size, n = 0.0, 1, len(values)
    runs = values.copy()
    while size < n:
        for start in range(0, n - size, 2 * size):
            left, right = runs[start : start + size], runs[start + size : start + 2 * size]
            count += float((size - np.searchsorted(left, right, side="right")).sum())
            runs[start : start + 2 * size].sort(kind="stable")
        size *= 2
    return count


def auroc(scores: Floats, positive: NDArray[np.bool_]) -> float:
    """The probability that a positive's score is above a negative's, ties half; NaN without both."""
    yes, no = int(positive.sum()), int((~positive).sum())
    if not yes or not no:
        return math.nan
    return float((ranks(scores)[positive].sum() - yes * (yes + 1) / 2) / (yes * no))


def mcc(tp: float, fp: float, fn: float, tn: float) -> float:
    """Matthews correlation coefficient (Matthews 1975); NaN where a margin is empty."""
    spread = math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn))
    return (tp * tn - fp * fn) / spread if spread else math.nan
