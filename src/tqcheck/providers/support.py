"""Which words of either side the other one carries, and which phrases it has nothing for."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tqcheck.documents import AlignedArticle, Pair, primary_language
from tqcheck.embed import Embedder
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Gap, Gathered, SupportedWord, WordSupport
from tqcheck.lengths import ENGLISH_LENGTH
from tqcheck.lexicon import LANGUAGES
from tqcheck.model import Span
from tqcheck.providers import Provider, Resources
from tqcheck.support.gaps import (
    CARRIED,
    LOWEST,
    Candidate,
    Side,
    candidate,
    hopeful,
    left_out,
    score,
)
from tqcheck.support.lexical import Taught, Unit, strengths, units
from tqcheck.support.single import GAIN, doubted
from tqcheck.support.taught import taught

# The gaps are measured with it, and no other.
_EMBEDDER = "use-multilingual"
# Content words of a side that is asked word by word: each costs the encoder the whole side.
_LONGEST_ASKED = 80
# Letters that the usual ratio counts for, beside the article's own.
_PRIOR_LETTERS = 600
# Of a run's information: so much of it in the pairs beside means that it is told there.
_TOLD_BESIDE = 0.5
# The probability of a gap from which on its words are said to lack support: that from which on it is a finding.
_TOLD = 0.5


_Vectors = Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class _Sides:
    pair: Pair
    foreign: Side
    english: Side


@dataclass(frozen=True, slots=True)
class _Asked:
    """A candidate of one side of the pair at a place of the list."""

    at: int
    own: Side
    other: Side
    found: Candidate


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A word of one side of the pair at a place of the list that the other side may have nothing for."""

    at: int
    of_foreign: bool
    span: Span
    own: str
    other: str

    @property
    def texts(self) -> tuple[str, str, str]:
        """What is embedded: both sides, and the word's own without it."""
        return self.own, self.other, left_out(self.own, self.span)

    def gain(self, vectors: _Vectors) -> float:
        """By how much the cosine of the two sides grows without the word."""
        own, other, without = (vectors[text] for text in self.texts)
        return float((without - own) @ other)


def gather(article: AlignedArticle, resources: Resources) -> Gathered[WordSupport]:
    """The words and gaps of each pair with both sides.

    Raises ResourceUnavailable where neither language is English, or the other has no lexicon, or without the embedder.
    """
    languages = primary_language(article.source_language), primary_language(article.target_language)
    foreign = next((language for language in languages if language in LANGUAGES), None)
    if foreign is None or "en" not in languages:
        raise ResourceUnavailable(
            f"No lexicon for {'-'.join(languages)}",
            "Phrases without a counterpart are looked for beside English only.",
        )
    embedder = _embedder(resources, languages)
    from_english = languages[0] == "en"
    sides = list(_sides(article, foreign, from_english=from_english))
    asked = list(_asked(sides, _ratio(sides, foreign)))
    doubts = list(_doubts(sides, foreign))
    vectors = _vectors((*_texts_of(asked), *(text for doubt in doubts for text in doubt.texts)), embedder)
    gaps = {(one.at, one.own is sides[one.at].foreign): gap for one, gap in _gaps(asked, vectors)}
    lost = defaultdict[tuple[int, bool], set[Span]](set)
    for doubt in doubts:
        if doubt.gain(vectors) >= GAIN:
            lost[doubt.at, doubt.of_foreign].add(doubt.span)
    facts = {}
    for at, each in enumerate(sides):
        found = [
            (tuple(_words(side, lost[at, side is each.foreign], gap)), (gap,) if gap else ())
            for side in (each.foreign, each.english)
            for gap in [gaps.get((at, side is each.foreign))]
        ]
        (source, omitted), (target, added) = reversed(found) if from_english else found
        facts[each.pair.id] = WordSupport(source, target, omitted, added)
    return Gathered(facts, foreign)


def _embedder(resources: Resources, languages: Sequence[str]) -> Embedder:
    """The embedder that gaps are measured with. Raises ResourceUnavailable for none, or another, or other languages."""
    embedder = resources.embedder
    if embedder is None:
        raise ResourceUnavailable(resources.unavailable.get("embedder", "no sentence encoder"), "")
    if not embedder.id.split("@")[0].endswith(_EMBEDDER):
        raise ResourceUnavailable(
            f"Gaps were not measured with the embedder {embedder.id}",
            f"They are with --embedder {_EMBEDDER}.",
        )
    if resources.source_vectors is None:
        strange = [
            language for language in languages if embedder.languages and language not in embedder.languages
        ]
        raise ResourceUnavailable(f"the embedder {embedder.id} does not know {' and '.join(strange)}", "")
    return embedder


def _sides(article: AlignedArticle, foreign: str, *, from_english: bool) -> Iterator[_Sides]:
    pairs = [pair for pair in article.pairs if pair.source is not None and pair.target is not None]
    texts = [
        (pair.target_text, pair.source_text) if from_english else (pair.source_text, pair.target_text)
        for pair in pairs
    ]
    found = [(units(ours, foreign), units(theirs, "en")) for ours, theirs in texts]
    links: Taught = taught(found)
    for pair, (ours, theirs), (one, two) in zip(pairs, texts, found, strict=True):
        left, right = strengths(one, two, links)
        yield _Sides(pair, Side(ours, foreign, one, left), Side(theirs, "en", two, right))


def _words(side: Side, lost: Collection[Span], gap: Gap | None) -> Iterator[SupportedWord]:
    """The words of a side; without support are those that are `lost`, and those of a gap that is to be told."""
    hole = gap.span if gap and gap.probability >= _TOLD else None
    for unit, strength in zip(side.units, side.strengths, strict=True):
        in_gap = hole is not None and hole.contains(unit.span) and strength is not None and strength < CARRIED
        known = None if strength is None else round(strength, 2)
        yield SupportedWord(unit.span, known, in_gap or unit.span in lost)


def _ratio(sides: Sequence[_Sides], foreign: str) -> float:
    """English letters to a foreign one, as this article has it."""
    usual = math.sqrt(ENGLISH_LENGTH[foreign])
    english = sum(len(each.english.text) for each in sides) + _PRIOR_LETTERS * usual
    return english / (sum(len(each.foreign.text) for each in sides) + _PRIOR_LETTERS / usual)


def _asked(sides: Sequence[_Sides], ratio: float) -> Iterator[_Asked]:
    """The candidates that the embedder is asked about."""
    for at, each in enumerate(sides):
        for own, other, length in (
            (each.foreign, each.english, ratio),
            (each.english, each.foreign, 1 / ratio),
        ):
            found = candidate(own, other, length)
            if found is None or not hopeful(found, own.language):
                continue
            run = own.units[found.first : found.last + 1]
            if _share(run, _beside(sides, at, run, of_foreign=own is each.foreign)) < _TOLD_BESIDE:
                yield _Asked(at, own, other, found)


def _beside(
    sides: Sequence[_Sides], at: int, words: Sequence[Unit], *, of_foreign: bool
) -> Sequence[float | None]:
    """How surely the pairs beside the one at `at` carry words of it."""
    near = [*sides[max(0, at - 1) : at], *sides[at + 1 : at + 2]]
    if of_foreign:
        return strengths(words, [unit for each in near for unit in each.english.units])[0]
    return strengths([unit for each in near for unit in each.foreign.units], words)[1]


def _share(run: Sequence[Unit], told: Sequence[float | None]) -> float:
    whole = sum(unit.information for unit in run)
    return sum(unit.information * (value or 0.0) for unit, value in zip(run, told, strict=True)) / whole


def _doubts(sides: Sequence[_Sides], foreign: str) -> Iterator[_Doubt]:
    """The single words that the embedder is asked about."""
    for at, each in enumerate(sides):
        for own, other in ((each.foreign, each.english), (each.english, each.foreign)):
            if len(own.units) > _LONGEST_ASKED:
                continue
            words, of_foreign = list(doubted(own, other, foreign)), own is each.foreign
            for unit, told in zip(words, _beside(sides, at, words, of_foreign=of_foreign), strict=True):
                if (told or 0.0) < CARRIED:
                    yield _Doubt(at, of_foreign, unit.span, own.text, other.text)


def _vectors(texts: Iterable[str], embedder: Embedder) -> _Vectors:
    """The vector of each text, each embedded once."""
    once = list(dict.fromkeys(texts))
    return dict(zip(once, embedder.encode(once), strict=True)) if once else {}


def _texts_of(asked: Sequence[_Asked]) -> Iterator[str]:
    for each in asked:
        yield each.own.text
        yield each.other.text
        for span in each.found.spans:
            yield left_out(each.own.text, span)
            yield span.of(each.own.text)


def _gaps(asked: Sequence[_Asked], vectors: _Vectors) -> Iterator[tuple[_Asked, Gap]]:
    """Which of the candidates are gaps, each at the place that takes the text nearest to the other side."""
    for each in asked:
        other = vectors[each.other.text]
        whole = float(vectors[each.own.text] @ other)
        gains = {
            span: float(vectors[left_out(each.own.text, span)] @ other) - whole for span in each.found.spans
        }
        span = max(gains, key=gains.__getitem__)
        alone = float(vectors[span.of(each.own.text)] @ other)
        odds = score(each.found, each.own.language, gains[span], alone, whole)
        if odds > LOWEST:
            run = range(each.found.first, each.found.last + 1)
            words = tuple(
                each.own.units[at].span.of(each.own.text)
                for at in run
                if (each.own.strengths[at] or 0.0) < CARRIED and span.contains(each.own.units[at].span)
            )
            yield each, Gap(span, words, 1 / (1 + math.exp(-odds)))


PROVIDER = Provider("word support", WordSupport, gather, bilingual=True)
