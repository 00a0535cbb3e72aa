"""Features to scores: how surely a sentence is garbled, by what is normal for its length in its language.

Two logistic regressions on how far each feature is from normal, upwards and downwards. `tools/fluency/fit.py` fits them
on clean and garbled text, and writes `data/weights.json`. One half is what one clean sentence in a thousand exceeds, in
every language.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tqcheck.fluency.features import NAMES

PATH = Path(__file__).parent / "data" / "weights.json"
HEADS = ("disorder", "babble")
# Tokens from which each class of length begins: features of short sentences scatter more.
LENGTHS = (1, 8, 12, 17, 24, 35, 50)
# Deviations counted at most: one absurd feature is not a verdict by itself.
_MOST = 6.0

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Normal:
    """Mean and deviation [lengths, features] of a language's clean sentences."""

    mean: Floats
    deviation: Floats

    @classmethod
    def of(cls, rows: Floats, sizes: Sequence[int]) -> Normal:
        """Measured on clean sentences of `sizes` tokens; a class of few sentences borrows from all."""
        classes = np.array([_length_class(size) for size in sizes])
        overall = [rows.mean(axis=0), rows.var(axis=0)]
        mean, variance = [], []
        for each in range(len(LENGTHS)):
            found = rows[classes == each]
            share = len(found) / (len(found) + 30)
            here = [found.mean(axis=0), found.var(axis=0)] if len(found) > 1 else overall
            mean.append(share * here[0] + (1 - share) * overall[0])
            variance.append(share * here[1] + (1 - share) * overall[1])
        # Shares that are nearly always 0 have a deviation of nearly 0.
        return cls(np.array(mean, np.float32), np.maximum(np.sqrt(np.array(variance)), 0.02).astype(np.float32))

    def scaled(self, rows: Floats, sizes: Sequence[int]) -> Floats:
        """Deviations from the normal of sentences that long."""
        classes = [_length_class(size) for size in sizes]
        scaled: Floats = (rows - self.mean[classes]) / self.deviation[classes]
        return scaled

    def data(self) -> list[list[list[float]]]:
        """As it is stored."""
        return [[[round(float(x), 4) for x in row] for row in each] for each in (self.mean, self.deviation)]


def bent(scaled: Floats) -> Floats:
    """[n, 2 * features]: how far each is above normal, and how far below; either may be a fault and the other not."""
    return np.concatenate([np.clip(scaled, 0, _MOST), np.clip(-scaled, 0, _MOST)], axis=1)


@dataclass(frozen=True, slots=True)
class Scorer:
    """The two heads of a language; `weights` [heads, 1 + 2 * features], `limit` the logits that mean one half."""

    normal: Normal
    weights: Floats
    limit: Floats

    def __call__(self, rows: Floats, sizes: Sequence[int]) -> Floats:
        """[n, heads], each 0..1, of sentences with these features and numbers of tokens."""
        bent_rows = bent(self.normal.scaled(rows, sizes))
        logits = bent_rows @ self.weights[:, 1:].T + self.weights[:, 0] - self.limit
        scores: Floats = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
        return scores


@cache
def scorer(language: str) -> Scorer:
    """The scorer of a language that has an n-gram model."""
    data = _data()
    if tuple(data["features"]) != NAMES:
        raise ValueError(f"{PATH.name} is of other features: run tools/fluency/fit.py")
    mean, deviation = (np.array(each, np.float32) for each in data["normal"][language])
    weights = np.array([data["heads"][head] for head in HEADS], np.float32)
    return Scorer(Normal(mean, deviation), weights, np.array(data["limit"][language], np.float32))


@cache
def _data() -> Mapping[str, object]:
    found: Mapping[str, object] = json.loads(PATH.read_text(encoding="utf-8"))
    return found


def _length_class(size: int) -> int:
    return max(0, bisect_right(LENGTHS, size) - 1)
