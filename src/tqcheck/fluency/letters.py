"""How word-like a string is that no list has: a model of runs of four letters, by which "dceided" is none and "axolotl" may be one.

Interpolated Witten-Bell over the words of a list, each once: of a rare word the frequent ones tell no more than the rare.
`tools/fluency/forms.py` counts it.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

LANGUAGES = frozenset({"en"})
STEP = 0.0625  # nats a unit of a stored byte
# In an alphabet, what is before the first letter, after the last, and what is no letter of it.
BEGIN, END, OTHER = 0, 1, 2
RESERVED = 3
# Bounds of the mean log-probability of a letter and of the least: of unlisted words and of misspelt ones in English text
# most are between the outer ones, and about as many in each class.
_MEANS = (-3.6, -3.1, -2.8, -2.5, -2.2)
_LEASTS = (-9.0, -7.0, -5.5, -4.5)
# Classes: 0 for what is known or no word, then one for each mean and least.
CLASSES = 1 + (len(_MEANS) + 1) * (len(_LEASTS) + 1)


@dataclass(frozen=True, slots=True)
class LetterModel:
    """`alphabet`: each letter's id; `log_prob` [a, a, a, a]: of a letter after three, in steps below 0."""

    alphabet: dict[str, int]
    log_prob: NDArray[np.uint8]

    def word_class(self, word: str) -> int:
        """The class of a string of letters, 1 to CLASSES - 1: the higher, the more it is like a word."""
        ids = [BEGIN] * 3 + [self.alphabet.get(letter, OTHER) for letter in word.lower()] + [END]
        steps = self.log_prob[ids[:-3], ids[1:-2], ids[2:-1], ids[3:]]
        mean, least = -STEP * float(steps.mean()), -STEP * float(steps.max())
        return 1 + int(np.digitize(mean, _MEANS)) * (len(_LEASTS) + 1) + int(np.digitize(least, _LEASTS))


def load(language: str) -> LetterModel | None:
    """The letters of a language (primary subtag); None if it has none."""
    if language not in LANGUAGES:
        return None
    path = files("tqcheck.fluency") / "data" / f"{language}-letters.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
        letters = str(data["alphabet"])
        return LetterModel({letter: at for at, letter in enumerate(letters, RESERVED)}, data["log_prob"])
