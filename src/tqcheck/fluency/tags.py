"""How usual the parts of speech of a sentence are in their order: trigrams of word classes, without a tagger at hand.

A class is the part of speech and verb form that a word has most often, or the word itself for the commonest. So a word
costs one look into a table, where a tagger that reads the context makes some 3,000 sentences a second.
`tools/fluency/forms.py` counts both on text that the tagger of `tqcheck.providers.syntax` has read.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ids = NDArray[np.int64]

LANGUAGES = frozenset({"en"})
STEP = 0.125  # nats a unit of a stored byte
# Classes by id: sentence begin and end, and unlisted words by their form, as `ngrams.CLASSES` has them.
BEGIN, END, UNLISTED = 0, 1, (2, 3, 4)
RESERVED = 5


@dataclass(frozen=True, slots=True)
class TagModel:
    """`keys` [n] sorted hashes of folded tokens, `tags` [n] their classes, `gain` [c, c, c]: of a class after two, in nats.

    Gain is the log-probability in context less that of the class by itself.
    """

    keys: NDArray[np.uint32]
    tags: NDArray[np.uint8]
    gain: Floats

    def tag(self, key: int, form: int) -> int:
        """The class of a token by the hash of its folded form; `form` is its place in `ngrams.CLASSES`."""
        row = int(np.searchsorted(self.keys, np.uint32(key)))
        if row < len(self.keys) and int(self.keys[row]) == key:
            return int(self.tags[row])
        return UNLISTED[form]

    def gains(self, tags: Ids) -> Floats:
        """The gain of each class in a stream of sentences, each with its begin; 0 for the first two."""
        gains = np.zeros(len(tags), np.float32)
        before = tags[1:-1]
        earlier = np.where(before == BEGIN, BEGIN, tags[:-2])
        gains[2:] = self.gain[earlier, before, tags[2:]]
        return gains


def pack(model: TagModel) -> dict[str, NDArray[np.generic]]:
    """As it is stored."""
    gaps = np.diff(model.keys.astype(np.int64), prepend=0).astype("<u4").view(np.uint8).reshape(-1, 4)
    packed = {f"key{place}": np.ascontiguousarray(gaps[:, place]) for place in range(4)}
    steps: Floats = np.rint(model.gain / STEP)
    return {**packed, "tags": model.tags, "gain": steps.clip(-127, 127).astype(np.int8)}


def load(language: str) -> TagModel | None:
    """The classes of a language (primary subtag); None if it has none."""
    if language not in LANGUAGES:
        return None
    path = files("tqcheck.fluency") / "data" / f"{language}-tags.npz"
    with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
        gaps = np.stack([data[f"key{place}"] for place in range(4)], axis=1)
        keys = np.cumsum(gaps.view("<u4").ravel(), dtype=np.uint32)
        return TagModel(keys, data["tags"], data["gain"] * np.float32(STEP))
