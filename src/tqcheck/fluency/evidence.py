"""Token by token: how much likelier it is where it stands in garbled than in clean text, in nats (naive Bayes).

An unseen pair of rare words tells nothing, one of common words much. What an unseen pair of such words is worth was
counted on clean text and on the same text garbled (`tools/fluency/fit.py`); the sum over the tokens is what a sentence
has against it.

The classes of the words (`tags`) add to the order in English: of 4,000 held-out sentences shuffled .83 are above what one
clean one in a thousand exceeds, without them .76; half of the words shuffled .75 and .63, two neighbours swapped .12 and .04.
The letters of a string that no list has (`letters`) add little: AUROC of misread sentences .9821, without them .9819, and as
many above the limit (.72).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tqcheck.fluency import letters
from tqcheck.fluency.ngrams import Scored
from tqcheck.fluency.tokens import is_word

Floats = NDArray[np.float32]
Cells = NDArray[np.int64]

# Log-probability of the word by itself: from the rarest, once in 100,000 words, to "and"; and what context adds to it.
_FREQUENCIES = np.array([-11.5, -10, -8.5, -7, -5.5])
_GAINS = np.array([-3, -2, -1, -0.3, 0.3, 1, 2, 3, 4.5])
_FREQUENCY, _BEFORE, _GAIN = len(_FREQUENCIES) + 1, len(_FREQUENCIES) + 2, len(_GAINS) + 1
ORDER_CELLS = 3 * _FREQUENCY * _BEFORE * _GAIN
# What the order of the word classes adds.
_TAG_GAINS = np.array([-4, -3, -2, -1.2, -0.5, 0, 0.5, 1.2])
_TAG_GAIN = len(_TAG_GAINS) + 1
TAG_CELLS = 3 * _GAIN * _TAG_GAIN
# Known from the text, from the word list, or from neither; small, capital or no letters; short, middling or long; and how
# its letters are like a word's.
STRING_CELLS = 3 * 3 * 3 * letters.CLASSES


def order_cells(scored: Scored) -> Cells:
    """The class [rows] of each token, and end, by the n-gram found, its frequency, that of the word before, and the gain."""
    frequency = np.digitize(scored.unigram, _FREQUENCIES)
    before = np.empty_like(frequency)
    before[1:] = frequency[:-1]
    before[scored.bounds[:-1]] = _FREQUENCY  # the begin of a sentence
    gain = np.digitize(scored.log_prob - scored.unigram, _GAINS)
    known = (scored.order.astype(np.int64) - 1) * _FREQUENCY + frequency
    cells: Cells = (known * _BEFORE + before) * _GAIN + gain
    return cells


def tag_cells(scored: Scored) -> Cells:
    """The class [rows] of each token, and end, by the n-gram found and its gain, and last by the gain of the word classes."""
    gain = np.digitize(scored.log_prob - scored.unigram, _GAINS)
    cells: Cells = ((scored.order.astype(np.int64) - 1) * _GAIN + gain) * _TAG_GAIN
    return cells + np.digitize(scored.tag_gain, _TAG_GAINS)


def by_tag(values: Floats) -> Floats:
    """Values by `tag_cells` as rows [n, gain of the classes]: what the classes add where n-gram and gain are the same."""
    return values.reshape(-1, _TAG_GAIN)


def string_cells(sentences: Sequence[Sequence[str]], scored: Scored) -> Cells:
    """The class [rows] of each token by whether it is known as a word, and its form; an end counts as no word."""
    forms = np.fromiter((form for sentence in sentences for form in (*map(_form, sentence), 2)), np.int64)
    cells: Cells = (scored.known.astype(np.int64) * 9 + forms) * letters.CLASSES + scored.letters
    return cells


def by_letters(values: Floats) -> Floats:
    """Values by `string_cells` as rows [n, classes of letters]."""
    return values.reshape(-1, letters.CLASSES)


def _form(token: str) -> int:
    size = 0 if len(token) < 4 else 3 if len(token) < 9 else 6
    return size + (2 if not is_word(token) else 1 if token[0].isupper() else 0)


def heaviest(values: Floats) -> tuple[float, int, int]:
    """(sum, start, end) of the run of tokens with the most against it (Kadane's algorithm); (0, 0, 0) if there is none."""
    best, start, end, total, began = 0.0, 0, 0, 0.0, 0
    for at, value in enumerate(values.tolist()):
        if total <= 0:
            total, began = 0.0, at
        total += value
        if total > best:
            best, start, end = total, began, at + 1
    return best, start, end


def heaviest_of_each(values: Floats, bounds: NDArray[np.int64]) -> list[tuple[float, int, int]]:
    """`heaviest` of each sentence, positions within it."""
    return [heaviest(values[start:end]) for start, end in pairwise(bounds.tolist())]
