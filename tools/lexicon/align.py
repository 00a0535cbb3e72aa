"""Which words translate each other, from sentence pairs: IBM model 1 in both directions, trained to agree.

Liang, Taskar and Klein, "Alignment by Agreement" (2006), with the diagonal preference of Dyer, Chahuneau and Smith,
"A Simple, Fast, and Effective Reparameterization of IBM Model 2" (2013). Deterministic.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

Pair = tuple[Sequence[str], Sequence[str]]
# How much of a word's probability is for having no counterpart, as in fast_align.
_NULL = 0.08
_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign and an English word, how often they were aligned, and how often each stands in the text."""

    foreign: str
    english: str
    count: float
    foreign_count: int
    english_count: int


def links(pairs: Sequence[Pair], *, diagonal: float, least: float) -> list[Link]:
    """All word pairs aligned at least `least` times, expected; `diagonal`: how much word order is alike (0: not)."""
    foreign_ids, english_ids = _numbered(pair[0] for pair in pairs), _numbered(pair[1] for pair in pairs)
    lefts, rights, priors, left_tokens, right_tokens = [], [], [], [], []
    left_total = right_total = 0
    for foreign, english in pairs:
        m, n = len(foreign), len(english)
        if not m or not n:
            continue
        left = np.array([foreign_ids[word] for word in foreign], np.int64)
        right = np.array([english_ids[word] for word in english], np.int64)
        lefts.append(np.repeat(left, n))
        rights.append(np.tile(right, m))
        distance = np.abs((np.arange(m)[:, None] + 0.5) / m - (np.arange(n)[None, :] + 0.5) / n)
        priors.append(np.exp(-diagonal * distance).astype(np.float32).ravel())
        left_tokens.append(np.repeat(np.arange(left_total, left_total + m, dtype=np.int32), n))
        right_tokens.append(np.tile(np.arange(right_total, right_total + n, dtype=np.int32), m))
        left_total, right_total = left_total + m, right_total + n
    size = len(english_ids)
    types, which = np.unique(np.concatenate(lefts) * size + np.concatenate(rights), return_inverse=True)
    which = which.astype(np.int32)
    del lefts, rights
    prior, by_left, by_right = (
        np.concatenate(priors),
        np.concatenate(left_tokens),
        np.concatenate(right_tokens),
    )
    del priors, left_tokens, right_tokens
    type_left, type_right = types // size, types % size
    left_counts = _token_counts((pair[0] for pair in pairs), foreign_ids)
    right_counts = _token_counts((pair[1] for pair in pairs), english_ids)

    def normalised(weights: np.ndarray, tokens: np.ndarray, floor: np.ndarray | float) -> np.ndarray:
        total: np.ndarray = np.bincount(tokens, weights) + floor
        shares: np.ndarray = weights / total[tokens]
        return shares

    # Priors for each English word over the foreign ones, and the other way.
    for_right = normalised(prior, by_right, 0.0) * (1 - _NULL)
    for_left = normalised(prior, by_left, 0.0) * (1 - _NULL)
    left_of_token = np.empty(left_total, np.int64)
    left_of_token[by_left] = type_left[which]
    right_of_token = np.empty(right_total, np.int64)
    right_of_token[by_right] = type_right[which]
    right_null = _NULL * (right_counts / right_counts.sum())[right_of_token]
    left_null = _NULL * (left_counts / left_counts.sum())[left_of_token]
    cooccurrence = np.bincount(which)
    english_given = cooccurrence / np.bincount(type_left, cooccurrence)[type_left]
    foreign_given = cooccurrence / np.bincount(type_right, cooccurrence)[type_right]
    counts = cooccurrence.astype(float)
    for turn in range(_ROUNDS):
        right_post = normalised(for_right * english_given[which], by_right, right_null)
        left_post = normalised(for_left * foreign_given[which], by_left, left_null)
        if turn < 2:
            right_sum, left_sum = np.bincount(which, right_post), np.bincount(which, left_post)
        else:
            right_sum = left_sum = np.bincount(which, right_post * left_post)
        english_given = right_sum / np.maximum(np.bincount(type_left, right_sum), 1e-12)[type_left]
        foreign_given = left_sum / np.maximum(np.bincount(type_right, left_sum), 1e-12)[type_right]
        counts = right_sum
    foreign_words, english_words = list(foreign_ids), list(english_ids)
    return [
        Link(
            foreign_words[type_left[at]],
            english_words[type_right[at]],
            float(counts[at]),
            int(left_counts[type_left[at]]),
            int(right_counts[type_right[at]]),
        )
        for at in np.flatnonzero(counts >= least)
    ]


def _numbered(sentences: Iterable[Sequence[str]]) -> dict[str, int]:
    ids: dict[str, int] = {}
    for sentence in sentences:
        for word in sentence:
            ids.setdefault(word, len(ids))
    return ids


def _token_counts(sentences: Iterable[Sequence[str]], ids: dict[str, int]) -> np.ndarray:
    counter = Counter(word for sentence in sentences for word in sentence)
    return np.array([counter[word] for word in ids], float)
