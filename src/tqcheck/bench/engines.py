"""How good the engines are by themselves: alignment, sentence embeddings, and the sound of names.

Every figure is a function of one file: its name → its value.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TypeAlias

import numpy as np

from tqcheck.align import align
from tqcheck.bench.convert.align import AlignedText, Link, read_aligned
from tqcheck.bench.convert.names import NamePair, read_names
from tqcheck.bench.convert.retrieval import read_parallel
from tqcheck.bench.correlation import auroc
from tqcheck.documents import Passage, Segment, primary_language
from tqcheck.embed import DEFAULT, Embedder, open_embedder
from tqcheck.embed.windows import Floats, window_encoder
from tqcheck.errors import InputError
from tqcheck.names.romanise import fold, romanise
from tqcheck.names.sound import evidence

Figures: TypeAlias = dict[str, float]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Beads found that are exactly those of people."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of found beads that are exactly people's; nan if none was found."""
        return _share(self.right, self.found)

    @property
    def recall(self) -> float:
        """The share of people's beads that were found exactly; nan if there are none."""
        return _share(self.right, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; nan if there is nothing to find and nothing was found."""
        return _share(2 * self.right, self.found + self.gold)


# As `tools/names/train_sound.py` splits Wikidata's names: it learns from this many, and lists exceptions among those
# that at least so many entities bear.
_TRAINED, _LISTED = 14_000, 3


def alignment_f1(path: Path, embedder: Embedder | None = None) -> Figures:
    """Strict precision, recall and F1 (as vecalign defines them, beads with an empty side left out) over a set.

    Raises InputError if the file cannot be read, ResourceUnavailable without the embedder.
    """
    embedder = embedder or open_embedder(DEFAULT)
    counts = [strict_agreement(text.gold, align_text(text, embedder)) for text in read_aligned(path)]
    total = Agreement(
        sum(each.right for each in counts),
        sum(each.found for each in counts),
        sum(each.gold for each in counts),
    )
    return {"precision": total.precision, "recall": total.recall, "F1": total.f1}


def align_text(text: AlignedText, embedder: Embedder) -> frozenset[Link]:
    """The beads that tqcheck makes of a text whose sentences are given."""
    left, right = _segments(text.source), _segments(text.target)
    vectors, tags = embedder.encode([*text.source, *text.target]), (text.source_lang, text.target_lang)
    split = len(left)
    beads = align(left, right, vectors[:split], vectors[split:], window_encoder(embedder), languages=tags)
    return frozenset((bead.source, bead.target) for bead in beads)


def strict_agreement(gold: Iterable[Link], found: Iterable[Link]) -> Agreement:
    """Beads of both sides that are the same on both; beads with an empty side do not count."""
    one, two = ({link for link in links if all(link)} for links in (gold, found))
    return Agreement(len(one & two), len(two), len(one))


def retrieval_accuracy(path: Path, embedder: Embedder | None = None) -> Figures:
    """For each language: how often a sentence's nearest neighbour in the other language is its translation.

    Both directions with English, ties counted as wrong. Languages that the embedder does not know are left out. Raises
    InputError if the file cannot be read, ResourceUnavailable without the embedder.
    """
    embedder = embedder or open_embedder(DEFAULT)
    figures, english = Figures(), None
    for text in read_parallel(path):
        if embedder.languages and primary_language(text.language) not in embedder.languages:
            continue
        if english is None:  # the same sentences for every language
            english = embedder.encode(text.english)
        cosines = embedder.encode(text.other) @ english.T
        figures[f"{text.language} to en"] = _first(cosines)
        figures[f"en to {text.language}"] = _first(cosines.T)
    return figures


def _first(cosines: Floats) -> float:
    """The share of rows whose largest value stands on the diagonal alone."""
    if not len(cosines):
        return float("nan")
    others = cosines.copy()
    np.fill_diagonal(others, -np.inf)
    return float((cosines.diagonal() > others.max(axis=1)).mean())


def name_evidence_auroc(path: Path) -> Figures:
    """How surely a name's sound tells its Latin spelling from that of another name of the same length.

    The other one is drawn at random, the same every time. Of the sets that the tables were learnt from, `AUROC, unseen`
    counts only what neither they nor the list of exceptions hold. Raises InputError if the file cannot be read or has no two names.
    """
    language = path.stem.rpartition("_")[2].partition("-")[0]
    names = [_Name(pair, romanise(pair.foreign, language), _letters(pair.latin)) for pair in read_names(path)]
    names = [name for name in names if 2 <= len(name.sound) <= 24 and 2 <= len(name.letters) <= 16]
    if not _differ(names):
        raise InputError(f"{path}: no two names to tell from each other")
    Random(0).shuffle(names)  # noqa: S311 - the order of the training
    figures = {"AUROC": _name_auroc(names, language)}
    unseen = [name for name in names[_TRAINED:] if name.pair.count < _LISTED]
    if _differ(unseen):
        figures["AUROC, unseen"] = _name_auroc(unseen, language)
    return figures


@dataclass(frozen=True, slots=True)
class _Name:
    """A pair of names: the foreign one romanised, the Latin one as its letters alone."""

    pair: NamePair
    sound: str
    letters: str


def _differ(names: Sequence[_Name]) -> bool:
    return len({name.letters for name in names}) > 1


def _name_auroc(names: Sequence[_Name], language: str) -> float:
    others = _others([name.letters for name in names])
    true = [evidence(name.pair.foreign, name.letters, language) for name in names]
    false = [evidence(name.pair.foreign, other, language) for name, other in zip(names, others, strict=True)]
    return auroc(np.array([*true, *false]), np.arange(2 * len(names)) < len(names))


def _letters(latin: str) -> str:
    return "".join(char for char in fold(latin) if "a" <= char <= "z")


def _others(names: Sequence[str]) -> Iterator[str]:
    """For each name another one of its length, or any other where there is none. Needs two different ones."""
    every = sorted(set(names))
    by_length: dict[int, list[str]] = {}
    for name in every:
        by_length.setdefault(len(name), []).append(name)
    random = Random(0)  # noqa: S311 - the same draw every time is the point
    for name in names:
        same = by_length[len(name)]
        choice = same if len(same) > 1 else every
        other = choice[random.randrange(len(choice) - 1)]
        yield other if other != name else choice[-1]


def _segments(sentences: Iterable[str]) -> tuple[Segment, ...]:
    """Given sentences as segments of one paragraph; runs do not matter here."""
    return tuple(Segment(Passage.verbatim(sentence), 0) for sentence in sentences)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")
