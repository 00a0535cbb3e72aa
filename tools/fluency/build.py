"""Makes the n-gram models of tqcheck.fluency: `python tools/fluency/build.py DATA PACKAGES [language …]`.

DATA: a folder with `train/train_xx-en.tsv.gz` (foreign, English, origin a line); PACKAGES: a folder with the unpacked
wheels of wordsegment 1.3.1 and symspellpy 6.10.1, whose lists of English bigrams are read. Needs numpy and wordfreq.
The same input gives the same tables. `tools/fluency/fit.py` comes next.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import corpus
import numpy as np
from numpy.typing import NDArray
from wordfreq import get_frequency_dict

from tqcheck.fluency import ngrams
from tqcheck.fluency.ngrams import BEGIN, CLASSES, END, LANGUAGES, Table, ngram_hashes, word_class, word_hash
from tqcheck.fluency.tokens import UNSPACED, fold, is_word, split

OUT = Path(__file__).resolve().parents[2] / "src/tqcheck/fluency/data"
# The least count that makes a word of the training text one that n-grams hold; fewer if the word list has it.
LEAST_COUNT = 2
# Words of the list this frequent (in a million words) are in the vocabulary even if the text lacks them; those of the
# second are known as words.
VOCABULARY_FREQUENCY, LISTED_FREQUENCY = {"en": 0.3}, 0.03
# Least count of a bigram and of a trigram.
LEAST_NGRAMS = (1, 2)
# The share that the word list has in the probability of a word by itself, and web bigrams in that of the next word.
LIST_SHARE, WEB_SHARE = 0.5, 0.3
# An unlisted word within its class, in nats below which a listed one never is: as rare as the rarest listed.
UNLISTED = 1e-8

Ids = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Level:
    """The n-grams of one order: words [n, order] by id, discounted probability, and each context's left-over mass."""

    words: Ids
    prob: Floats


def main() -> None:
    data, packages = Path(sys.argv[1]), Path(sys.argv[2])
    OUT.mkdir(exist_ok=True)
    for language in sys.argv[3:] or LANGUAGES:
        build(data, packages, language)


def build(data: Path, packages: Path, language: str) -> None:
    lines = [
        split(text, language) for text, _ in corpus.texts(data, language) if not corpus.is_held_out(text)
    ]
    listed = get_frequency_dict(language, wordlist="large" if language == "en" else "best")
    if language in UNSPACED:
        listed = characters(listed)
    vocabulary = Vocabulary(lines, listed, VOCABULARY_FREQUENCY.get(language, math.inf) * 1e-6)
    stream = np.fromiter(vocabulary.stream(lines), np.int64)
    model = Model(stream, vocabulary, LEAST_NGRAMS)
    web = list(web_bigrams(packages, vocabulary)) if language == "en" else []
    path = OUT / f"{language}.npz"
    with path.open("wb") as file:
        np.savez_compressed(file, **model.arrays(web))
    print(language, len(lines), "texts", len(stream), "tokens", model.sizes, path.stat().st_size)


def characters(listed: dict[str, float]) -> dict[str, float]:
    """The frequency of characters by that of the words they are in."""
    found = Counter[str]()
    for word, frequency in listed.items():
        for char in word:
            found[char] += frequency
    return dict(found)


class Vocabulary:
    """The words that n-grams hold, by id, and those that are only known as words."""

    def __init__(self, lines: list[list[str]], listed: dict[str, float], least: float) -> None:
        counts = Counter(fold(token) for line in lines for token in line)
        kept = [
            word
            for word, count in counts.items()
            if count >= LEAST_COUNT or not is_word(word) or listed.get(word, 0) > LISTED_FREQUENCY * 1e-6
        ]
        kept += [word for word, frequency in listed.items() if frequency >= least and word not in counts]
        self.words = [BEGIN, END, *CLASSES, *sorted(set(kept))]
        self.ids = {word: at for at, word in enumerate(self.words)}
        self.frequency = np.array([listed.get(word, 0.0) for word in self.words])
        rare = {
            word: frequency
            for word, frequency in listed.items()
            if word not in self.ids and frequency >= LISTED_FREQUENCY * 1e-6 and is_word(word)
        }
        total = sum(rare.values()) + 1e-4
        self.rare = {word: math.log(frequency / total) for word, frequency in rare.items()}
        # An unlisted word shares what a word of the least frequency has.
        self.unlisted = math.log(UNLISTED / total)
        self.hashes = np.array([word_hash(word) for word in self.words], np.uint32)

    def stream(self, lines: list[list[str]]) -> Iterator[int]:
        """The ids of the text, with its begins and ends."""
        known: dict[str, int] = {}
        for line in lines:
            yield 0
            for token in line:
                at = known.get(token)
                if at is None:
                    at = self.ids.get(fold(token))
                    at = known[token] = self.ids[word_class(token)] if at is None else at
                yield at
            yield 1


class Model:
    """Interpolated modified Kneser-Ney of order 3; what is pruned leaves its mass to its context's back-off."""

    def __init__(self, stream: Ids, vocabulary: Vocabulary, least: tuple[int, int]) -> None:
        self.vocabulary, self.size = vocabulary, len(vocabulary.words)
        self.least = least
        starts = stream == 0
        pairs = stream[:-1] * self.size + stream[1:]
        pairs = pairs[~starts[1:]]
        # A trigram crosses no begin: its second and third words are none.
        triples = (stream[:-2] * self.size + stream[1:-1]) * self.size + stream[2:]
        triples = triples[~starts[1:-1] & ~starts[2:]]
        self.tri, self.tri_count = np.unique(triples, return_counts=True)
        raw, raw_count = np.unique(pairs, return_counts=True)
        # Continuation counts; what follows a begin keeps its own, for nothing comes before it.
        tails, tail_count = np.unique(self.tri % self.size**2, return_counts=True)
        self.bi = raw
        self.bi_count = np.zeros(len(raw), np.int64)
        self.bi_count[np.searchsorted(raw, tails)] = tail_count
        begins = raw // self.size == 0
        self.bi_count[begins] = raw_count[begins]
        self.bi_raw = raw_count
        self.sizes: tuple[int, ...] = ()

    def arrays(self, web: list[tuple[int, int, float]]) -> dict[str, NDArray[np.generic]]:
        """What is stored."""
        unigram = self._unigrams()
        bi, bi_prob, uni_mass = self._bigrams(unigram, web)
        tri_prob, tri, bi_mass = self._trigrams(bi, bi_prob, uni_mass, unigram)
        voc = self.vocabulary
        rare = sorted(voc.rare)
        keys = np.concatenate([voc.hashes, np.array([word_hash(word) for word in rare], np.uint32)])
        keys, first = np.unique(keys, return_index=True)
        logs = np.concatenate([np.log(unigram), [voc.rare[word] for word in rare]])[first]
        back = np.concatenate([np.log(uni_mass), np.zeros(len(rare))])[first]
        hashes = voc.hashes
        tables = [Table(keys, logs.astype(np.float32), back.astype(np.float32))]
        tables.append(_table(ngram_hashes(hashes[bi // self.size], hashes[bi % self.size]), bi_prob, bi_mass))
        three = (tri // self.size**2, tri // self.size % self.size, tri % self.size)
        tables.append(_table(ngram_hashes(*(hashes[ids] for ids in three)), tri_prob, np.ones(len(tri))))
        self.sizes = tuple(len(table.keys) for table in tables)
        packed: dict[str, NDArray[np.generic]] = {}
        for order, table in enumerate(tables, 1):
            packed |= ngrams.pack(table, order)
        packed["in_text"] = np.packbits(first < len(hashes))
        packed["emission"] = np.array([voc.unlisted] * len(CLASSES), np.float32)
        return packed

    def _unigrams(self) -> Floats:
        count = np.bincount(self.bi % self.size, minlength=self.size).astype(float)
        count[0] = 0
        text = (count + 0.1) / (count + 0.1).sum()
        frequency = self.vocabulary.frequency
        of_list = frequency * (text[frequency > 0].sum() / max(frequency.sum(), 1e-12))
        mixed = np.where(frequency > 0, (1 - LIST_SHARE) * text + LIST_SHARE * of_list, text)
        mixed[0] = 1e-9
        return mixed / mixed.sum()

    def _bigrams(self, unigram: Floats, web: list[tuple[int, int, float]]) -> tuple[Ids, Floats, Floats]:
        contexts, words = self.bi // self.size, self.bi % self.size
        kept = (self.bi_raw >= self.least[0]) & (self.bi_count > 0)
        share, mass = _discounted(contexts, self.bi_count, kept, self.size)
        if web:
            first, second, given = (np.array(column) for column in zip(*web, strict=True))
            web_key = first * self.size + second
            of_web = np.bincount(first, weights=given, minlength=self.size)
            # A context that the text hardly has relies on the web.
            total = np.bincount(contexts, weights=self.bi_count, minlength=self.size)
            weight = np.where(of_web > 0, np.maximum(WEB_SHARE, 1 / (1 + total / 20)), 0)
            mass = (1 - weight) * mass + weight * (1 - of_web)
            keys = np.union1d(self.bi[kept], web_key)
            explicit = np.zeros(len(keys))
            explicit[np.searchsorted(keys, self.bi[kept])] += ((1 - weight[contexts]) * share)[kept]
            np.add.at(explicit, np.searchsorted(keys, web_key), weight[first] * given)
        else:
            keys, explicit = self.bi[kept], share[kept]
        contexts, words = keys // self.size, keys % self.size
        return keys, explicit + mass[contexts] * unigram[words], mass

    def _trigrams(
        self, bi: Ids, bi_prob: Floats, uni_mass: Floats, unigram: Floats
    ) -> tuple[Floats, Ids, Floats]:
        contexts = self.tri // self.size
        groups, index = np.unique(contexts, return_inverse=True)
        kept = self.tri_count >= self.least[1]
        share, mass = _discounted(index, self.tri_count, kept, len(groups))
        tails = self.tri[kept] % self.size**2
        at = np.minimum(np.searchsorted(bi, tails), len(bi) - 1)
        backed = uni_mass[tails // self.size] * unigram[tails % self.size]
        lower = np.where(bi[at] == tails, bi_prob[at], backed)
        prob = share[kept] + mass[index[kept]] * lower
        bi_mass = np.ones(len(bi))
        at = np.minimum(np.searchsorted(bi, groups), len(bi) - 1)
        there = bi[at] == groups
        bi_mass[at[there]] = mass[there]
        return prob, self.tri[kept], bi_mass


def _discounted(contexts: Ids, counts: Ids, kept: NDArray[np.bool_], groups: int) -> tuple[Floats, Floats]:
    """Each n-gram's discounted share of its context, and what each context has left over (modified Kneser-Ney)."""
    many = [int((counts == n).sum()) for n in range(1, 5)]
    base = many[0] / max(many[0] + 2 * many[1], 1)
    discounts = np.array(
        [0.0] + [max(0.05, n - (n + 1) * base * many[n] / max(many[n - 1], 1)) for n in (1, 2, 3)]
    )
    left = np.maximum(counts - discounts[np.minimum(counts, 3)], 0)
    total = np.bincount(contexts, weights=counts, minlength=groups)
    share = left / np.maximum(total[contexts], 1)
    used = np.bincount(contexts[kept], weights=share[kept], minlength=groups)
    return share, np.clip(1 - used, 1e-6, 1)


def _table(hashes: NDArray[np.uint32], prob: Floats, mass: Floats) -> Table:
    """Sorted; of n-grams that share a hash the likelier."""
    order = np.lexsort((-prob, hashes))
    keys, first = np.unique(hashes[order], return_index=True)
    order = order[first]
    return Table(keys, np.log(prob[order]).astype(np.float32), np.log(mass[order]).astype(np.float32))


def web_bigrams(packages: Path, vocabulary: Vocabulary) -> Iterator[tuple[int, int, float]]:
    """(first, second, probability of the second after the first), the mean of the lists that have the first.

    The web's (Norvig 2009, in wordsegment) and those of books (Google Books Ngrams, in symspellpy).
    """
    sources = (
        ("wordsegment/bigrams.txt", "wordsegment/unigrams.txt"),
        (
            "symspellpy/frequency_bigramdictionary_en_243_342.txt",
            "symspellpy/frequency_dictionary_en_82_765.txt",
        ),
    )
    found: dict[tuple[int, int], float] = {}
    ids = vocabulary.ids
    for bigrams, unigrams in sources:
        totals = Counter[str]()
        for line in _lines(packages / unigrams):
            word, count = line.split()
            totals[word.lower()] += int(count)
        counts = Counter[tuple[int, int]]()
        for line in _lines(packages / bigrams):
            first, second, count = line.split()
            first, second = first.lower(), second.lower()
            if first in ids and second in ids and totals[first] > 0:
                counts[ids[first], ids[second]] += int(count)
        sums = Counter[int]()
        for (first_id, _), many in counts.items():
            sums[first_id] += many
        for (first_id, second_id), many in counts.items():
            of_first = max(totals[vocabulary.words[first_id]], sums[first_id] / 0.9)
            key = (first_id, second_id)
            found[key] = found.get(key, 0.0) + 0.5 * many / of_first
    for (first_id, second_id), prob in sorted(found.items()):
        yield first_id, second_id, prob


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8-sig").splitlines()


if __name__ == "__main__":
    main()
