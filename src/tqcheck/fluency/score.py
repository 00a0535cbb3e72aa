"""How surely a sentence is garbled, in three ways, by what is normal for its length in its language.

`order`: its words, and in English their classes, stand in an order that nobody writes; `strings`: they are no words (both
summed by token, see `evidence`); `babble`: they say the same, or nothing, over and over (a logistic regression on how far each of `features` is
from normal). `tools/fluency/fit.py` fits all on clean and garbled text and writes `data/weights.json`. One half is what one
clean sentence in a thousand exceeds, in every language.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.fluency import evidence, ngrams
from tqcheck.fluency.features import NAMES, measure

PATH = Path(__file__).parent / "data" / "weights.json"
HEADS = ("order", "strings", "babble")
# Tokens from which each class of length begins: features of short sentences scatter more.
LENGTHS = (1, 8, 12, 17, 24, 35, 50)
# Deviations counted at most: one absurd feature is not a verdict by itself.
_MOST = 6.0
_TYPICAL = 20  # tokens of a sentence, for which evidence is in nats
# A unit of the stored evidence, in nats.
UNIT = 0.05

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
        deviation = np.maximum(np.sqrt(np.array(variance)), 0.02)
        return cls(np.array(mean, np.float32), deviation.astype(np.float32))

    def bent(self, rows: Floats, sizes: Sequence[int]) -> Floats:
        """[n, 2 * features]: by how many deviations each is above normal, and below; either may be a fault by itself."""
        classes = [_length_class(size) for size in sizes]
        scaled = (rows - self.mean[classes]) / self.deviation[classes]
        return np.concatenate([np.clip(scaled, 0, _MOST), np.clip(-scaled, 0, _MOST)], axis=1)

    def data(self) -> list[list[list[float]]]:
        """As it is stored."""
        return [[[round(float(x), 4) for x in row] for row in each] for each in (self.mean, self.deviation)]


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence of `size` tokens. `order`, `strings`, `babble`: 0..1. `run`: the tokens with the most against their order."""

    size: int
    order: float
    strings: float
    babble: float
    run: tuple[int, int]
    strange: tuple[int, ...]  # tokens that are no words
    surprise: float  # nats by which mere frequencies make it likelier than the n-grams

    @property
    def garbled(self) -> float:
        """How surely it is garbled in one way or another, 0..1."""
        return 1 - (1 - self.order) * (1 - self.strings) * (1 - self.babble)


@dataclass(frozen=True, slots=True)
class Scorer:
    """All that is needed to judge sentences of one language.

    `order`, `tags` and `strings`: evidence by cell, nats; `weights` [1 + 2 * features]; `limit` and `spread` of each head: what
    means one half, and how far beyond it .73.
    """

    model: ngrams.NgramModel
    normal: Normal
    order: Floats
    tags: Floats
    strings: Floats
    weights: Floats
    limit: Floats
    spread: Floats

    def judge(self, sentences: Sequence[Sequence[str]]) -> list[Judged]:
        """Judge sentences given by their tokens, at least one each. Together they are ten times as fast."""
        if not sentences:
            return []
        scored = self.model.score(sentences)
        runs, strings, values = self.values(sentences, scored)
        logits = (values - self.limit) / self.spread
        scores = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
        judged = []
        for at, sentence in enumerate(sentences):
            here = strings[scored.sentence(at)]
            strange = tuple(np.flatnonzero(here[: len(sentence)] > 1).tolist())
            _, start, end = runs[at]
            rows = scored.sentence(at)
            surprise = float((scored.unigram[rows] - scored.log_prob[rows]).sum())
            order, strange_score, babbled = scores[at].tolist()
            judged.append(
                Judged(
                    len(sentence),
                    order,
                    strange_score,
                    babbled,
                    (start, min(end, len(sentence))),
                    strange,
                    surprise,
                )
            )
        return judged

    def values(
        self, sentences: Sequence[Sequence[str]], scored: ngrams.Scored
    ) -> tuple[list[tuple[float, int, int]], Floats, Floats]:
        """What speaks most against the order of each sentence, against each token as a word, and all heads [n, 3].

        Chance sums up as a random walk does, so the sum against an order is divided by the root of the length.
        """
        of_order = self.order[evidence.order_cells(scored)] + self.tags[evidence.tag_cells(scored)]
        runs = evidence.heaviest_of_each(of_order, scored.bounds)
        strings: Floats = self.strings[evidence.string_cells(sentences, scored)]
        roots = np.sqrt(np.diff(scored.bounds) / _TYPICAL)
        order = np.array([run[0] for run in runs]) / roots
        of_strings = np.add.reduceat(strings, scored.bounds[:-1])
        return runs, strings, np.stack([order, of_strings, self.babble(sentences, scored)], axis=1)

    def babble(self, sentences: Sequence[Sequence[str]], scored: ngrams.Scored) -> Floats:
        """The logit [n] of each sentence being babble, before the language's limit."""
        rows = self.normal.bent(measure(sentences, scored), [len(sentence) for sentence in sentences])
        logits: Floats = rows @ self.weights[1:] + self.weights[0]
        return logits


@cache
def scorer(language: str) -> Scorer:
    """The scorer of a language (primary subtag). Raises ResourceUnavailable if it has no model."""
    model, data = ngrams.load(language), _data()
    if tuple(data["features"]) != NAMES:
        raise ValueError(f"{PATH.name} is of other features: run tools/fluency/fit.py")
    own = data["languages"][language]
    mean, deviation = (np.array(each, np.float32) for each in own["normal"])
    return Scorer(
        model,
        Normal(mean, deviation),
        np.array(own["order"], np.float32) * UNIT,
        _stored(own["tags"], evidence.TAG_CELLS),
        _stored(own["strings"], evidence.STRING_CELLS),
        np.array(data["babble"], np.float32),
        np.array(own["limit"], np.float32),
        np.array(data["spread"], np.float32),
    )


def _stored(cells: dict[str, int], size: int) -> Floats:
    """Evidence [size] of which only the cells that speak for or against something are stored."""
    values = np.zeros(size, np.float32)
    values[[int(cell) for cell in cells]] = [value * UNIT for value in cells.values()]
    return values


@cache
def _data() -> Any:
    return json.loads(PATH.read_text(encoding="utf-8"))


def _length_class(size: int) -> int:
    return max(0, bisect_right(LENGTHS, size) - 1)
