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
