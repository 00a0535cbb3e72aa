"""N-gram models of words (of characters for Chinese and Japanese), small enough to ship: `load("en").log_probs(…)`.

Interpolated modified Kneser-Ney of order 3 (Chen & Goodman 1998; Heafield et al. 2013), in back-off form: of each n-gram
kept, a 32-bit hash, its log-probability and, below the highest order, its back-off weight, each in one byte. Of two
million n-grams in a table an unseen one is taken for one of them once in 2,000 times. `tools/fluency/` makes them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from tqcheck.errors import ResourceUnavailable
from tqcheck.fluency import letters, tags
from tqcheck.fluency.tokens import fold, is_word

Floats = NDArray[np.float32]
Hashes = NDArray[np.uint32]

LANGUAGES = ("de", "en", "es", "fr", "ja", "ru", "zh")
STEP = 0.125  # nats a unit of a stored byte
BEGIN, END = "<s>", "</s>"
# What stands in an n-gram for a word that the model does not have.
CAPITAL, LOWER, OTHER = "<Cap>", "<low>", "<other>"
CLASSES = (CAPITAL, LOWER, OTHER)
_MOST_KNOWN = 400_000  # interned words kept: some 60 MB
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F))


def word_hash(word: str) -> int:
    """The hash of a folded token, the same on every machine."""
    return crc32(word.encode("utf-8", "surrogatepass"))


def ngram_hashes(*words: Hashes) -> Hashes:
    """The hashes [n] of n-grams from the hashes [n] of their words, first word first."""
    mixed = words[0].astype(np.uint64)
    for following in words[1:]:
        mixed = (mixed * _MIX[0]) ^ (following.astype(np.uint64) + (mixed >> np.uint64(29)))
        mixed ^= mixed >> np.uint64(32)
        mixed *= _MIX[1]
        mixed ^= mixed >> np.uint64(29)
    return (mixed & np.uint64(0xFFFFFFFF)).astype(np.uint32)


@dataclass(frozen=True, slots=True)
class Table:
    """The n-grams of one order. `keys` [n] sorted hashes, `log_prob` [n] and `backoff` [n] in nats."""

    keys: Hashes
    log_prob: Floats
    backoff: Floats

    def find(self, wanted: Hashes) -> NDArray[np.int64]:
        """The row of each n-gram, -1 for one that is not there."""
        # Sorted queries walk through memory in order: three times as fast on a long table.
        order = np.argsort(wanted)
        rows = np.empty(len(wanted), np.int64)
        rows[order] = np.searchsorted(self.keys, wanted[order])
        rows[rows == len(self.keys)] = 0
        rows[self.keys[rows] != wanted] = -1
        return rows


@dataclass(frozen=True, slots=True)
class Scored:
    """What the model says of the tokens of a batch, one row a token and one more for each sentence's end.

    `log_prob` in context and `unigram` without it, nats. `order`: of the longest n-gram that was found (1..3).
    `known`: 2 for a word of the training text, 1 for one of the word list, 0 for neither. `bounds` [n + 1]: the rows of
    sentence i are bounds[i]:bounds[i + 1], its end the last. `tag_gain`: of the word classes in their order (`tags`), nats,
    and `letters`: the class of a string that is not known (`letters`); 0 in a language that has none of these.
    """

    log_prob: Floats
    unigram: Floats
    order: NDArray[np.int8]
    known: NDArray[np.int8]
    bounds: NDArray[np.int64]
    tag_gain: Floats
    letters: NDArray[np.int8]

    def sentence(self, index: int) -> slice:
        """The rows of a sentence, its end included."""
        return slice(int(self.bounds[index]), int(self.bounds[index + 1]))


@dataclass(frozen=True, slots=True)
class NgramModel:
    """A model of one language. `tables`: orders 1, 2, 3. `emission` of a class: log-probability of an unlisted word in it."""

    language: str
    tables: tuple[Table, ...]
    in_text: NDArray[np.bool_]  # [unigrams]: a word of the training text, which n-grams may hold
    emission: dict[str, float]
    tags: tags.TagModel | None = None
    letters: letters.LetterModel | None = None
    _interned: dict[str, int] = field(default_factory=dict, repr=False)
    _hash: list[int] = field(default_factory=list, repr=False)
    _emitted: list[float] = field(default_factory=list, repr=False)
    _known: list[int] = field(default_factory=list, repr=False)
    _tag: list[int] = field(default_factory=list, repr=False)
    _letters: list[int] = field(default_factory=list, repr=False)

    def log_probs(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """For each sentence the natural log-probability of its tokens (as `tokens.split` gives them) and of its end.

        An array is one longer than its sentence. Batches are fast: some 10 microseconds a sentence.
        """
        scored = self.score(sentences)
        return [scored.log_prob[scored.sentence(index)] for index in range(len(sentences))]

    def score(self, sentences: Sequence[Sequence[str]]) -> Scored:
        """All that the model says of a batch of sentences."""
        if len(self._interned) > _MOST_KNOWN:
            for store in (self._interned, self._hash, self._emitted, self._known, self._tag, self._letters):
                store.clear()
        flat = [self._intern(BEGIN)]  # one more begin: the trigram before the first token reads it
        end, begin = self._intern(END), flat[0]
        interned = self._interned
        for sentence in sentences:
            flat.append(begin)
            flat += [interned[word] if word in interned else self._intern(word) for word in sentence]
            flat.append(end)
        ids = np.array(flat, np.int64)
        predicted = ids != begin
        bounds = np.zeros(len(sentences) + 1, np.int64)
        np.cumsum([len(sentence) + 1 for sentence in sentences], out=bounds[1:])
        hashes = np.array(self._hash, np.uint32)[ids]
        emitted = np.array(self._emitted, np.float32)[ids]
        known = np.array(self._known, np.int8)[ids]
        log_prob, order, unigram = self._in_context(hashes, ids == begin)
        classes = np.array(self._tag, np.int64)[ids]
        gain = self.tags.gains(classes) if self.tags is not None else np.zeros(len(ids), np.float32)
        return Scored(
            (log_prob + emitted)[predicted],
            (unigram + emitted)[predicted],
            order[predicted],
            known[predicted],
            bounds,
            gain[predicted],
            np.array(self._letters, np.int8)[ids][predicted],
        )

    def _in_context(
        self, hashes: Hashes, is_begin: NDArray[np.bool_]
    ) -> tuple[Floats, NDArray[np.int8], Floats]:
        one, two, three = self.tables
        size = len(hashes)
        rows = one.find(hashes)
        unigram, uni_backoff = one.log_prob[rows], one.backoff[rows]
        bigrams = np.zeros(size, np.uint32)
        bigrams[1:] = ngram_hashes(hashes[:-1], hashes[1:])
        rows = two.find(bigrams)
        seen = rows >= 0
        bi_backoff = np.where(seen, two.backoff[rows], 0)
        backed = np.zeros(size, np.float32)
        backed[1:] = uni_backoff[:-1] + unigram[1:]
        log_prob = np.where(seen, two.log_prob[rows], backed)
        order = np.where(seen, np.int8(2), np.int8(1))
        trigrams = np.zeros(size, np.uint32)
        trigrams[2:] = ngram_hashes(hashes[:-2], hashes[1:-1], hashes[2:])
        rows = three.find(trigrams)
        seen = rows >= 0
        seen[:2] = False
        seen[1:] &= ~is_begin[:-1]  # the token after a sentence's begin has but one token before it
        backed = log_prob.copy()
        backed[2:] += np.where(is_begin[1:-1], 0, bi_backoff[1:-1])
        return (
            np.where(seen, three.log_prob[rows], backed).astype(np.float32),
            np.where(seen, np.int8(3), order),
            unigram.astype(np.float32),
        )

    def _intern(self, word: str) -> int:
        """The place of a token in the lists of hashes and emissions."""
        at = self._interned.get(word)
        if at is None:
            at = self._interned[word] = len(self._hash)
            key, emitted, known = self._look_up(word)
            self._hash.append(key)
            self._emitted.append(emitted)
            self._known.append(known)
            self._tag.append(self._tag_of(word))
            judged = known == 0 and is_word(word)
            self._letters.append(self.letters.word_class(word) if self.letters is not None and judged else 0)
        return at

    def _tag_of(self, word: str) -> int:
        if self.tags is None or word == BEGIN:
            return tags.BEGIN
        if word == END:
            return tags.END
        return self.tags.tag(word_hash(fold(word)), CLASSES.index(word_class(word)))

    def _look_up(self, word: str) -> tuple[int, float, int]:
        folded = word if word in {BEGIN, END} else fold(word)
        table, key = self.tables[0], word_hash(folded)
        row = int(np.searchsorted(table.keys, np.uint32(key)))
        found = row < len(table.keys) and int(table.keys[row]) == key
        if found and self.in_text[row]:
            return key, 0.0, 2
        group = word_class(word)
        if found:  # only in the word list: its place there says how rare it is within its class
            return word_hash(group), float(table.log_prob[row]), 1
        return word_hash(group), self.emission[group], 0


def word_class(word: str) -> str:
    """What stands for a word in n-grams when the training text does not have it."""
    if not word[0].isalpha():
        return OTHER
    return CAPITAL if word[0].isupper() else LOWER


@cache
def load(language: str) -> NgramModel:
    """The model of a language (primary subtag), read once (English: 0.1 s). Raises ResourceUnavailable if there is none."""
    path = files("tqcheck.fluency") / "data" / f"{language}.npz"
    if language not in LANGUAGES or not path.is_file():
        raise ResourceUnavailable(
            f"No fluency model for {language}", f"There are models for {', '.join(LANGUAGES)}."
        )
    with path.open("rb") as file, np.load(file, allow_pickle=False) as data:
        tables = tuple(unpack(data, order) for order in (1, 2, 3))
        return NgramModel(
            language,
            tables,
            np.unpackbits(data["in_text"], count=len(tables[0].keys)).astype(bool),
            dict(zip(CLASSES, data["emission"].tolist(), strict=True)),
            tags.load(language),
            letters.load(language),
        )


def pack(table: Table, order: int) -> dict[str, NDArray[np.generic]]:
    """A table as arrays that deflate well: differences of the sorted keys by their bytes, log-probabilities in steps."""
    gaps = np.diff(table.keys.astype(np.int64), prepend=0).astype("<u4").view(np.uint8).reshape(-1, 4)
    packed = {f"key{order}{place}": np.ascontiguousarray(gaps[:, place]) for place in range(4)}
    packed[f"prob{order}"] = _quantised(table.log_prob)
    if order < 3:
        packed[f"back{order}"] = _quantised(table.backoff)
    return {name: np.asarray(values) for name, values in packed.items()}


def unpack(data: np.lib.npyio.NpzFile, order: int) -> Table:
    """What `pack` packed."""
    gaps = np.stack([data[f"key{order}{place}"] for place in range(4)], axis=1)
    keys = np.cumsum(gaps.view("<u4").ravel(), dtype=np.uint32)
    log_prob = data[f"prob{order}"] * np.float32(-STEP)
    backoff = data[f"back{order}"] * np.float32(-STEP) if order < 3 else np.zeros(0, np.float32)
    return Table(keys, log_prob, backoff)


def _quantised(values: Floats) -> NDArray[np.uint8]:
    steps: Floats = np.rint(values / -STEP)
    return steps.clip(0, 255).astype(np.uint8)


def perplexity(log_probs: Iterable[Floats]) -> float:
    """Perplexity of a text by its tokens' log-probabilities (the standard figure, for comparing models)."""
    rows = np.concatenate(list(log_probs))
    return math.exp(-float(rows.mean()))
