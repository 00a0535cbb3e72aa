"""The signs of a pair's quality, gathered from its facts and from what the rules found."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tqcheck.documents import AlignedArticle, Pair, primary_language
from tqcheck.facts import (
    ArticleFacts,
    Edits,
    Fluency,
    Grammar,
    Overlap,
    PairFacts,
    Quantities,
    Similarity,
    WordSupport,
)
from tqcheck.findings import confidence_of, severity_of
from tqcheck.model import Category, Confidence
from tqcheck.rules.apply import RuleHit


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells of a pair's quality. `languages`: primary subtags. None: not known.

    `relative`: similarity, 1 for the article's typical pair. `carried`, `supported`: strengths of the known words of source
    and target; `added`: how surely a phrase is. `order`, `strings`, `babble`: how surely the worst sentence is
    garbled so; `surprise` (nats) and `doubt` (nats) of the n-grams and of the tagger. `overlap`: chrF 0..1 with the source.
    `new_figures`: how many. `penalties`: by category and whether an editor is shown it, ln(1 + points).
    """

    source: str | None
    target: str
    languages: tuple[str, str]
    relative: float | None = None
    carried: tuple[float, ...] | None = None
    supported: tuple[float, ...] | None = None
    added: float = 0.0
    order: float = 0.0
    strings: float = 0.0
    babble: float = 0.0
    words: int = 0
    surprise: float | None = None
    doubt: float | None = None
    overlap: float = 0.0
    new_figures: int = 0
    penalties: Mapping[tuple[Category, bool], float] = field(default_factory=dict)


def signs(
    article: AlignedArticle, facts: ArticleFacts, hits: Iterable[RuleHit]
) -> Iterator[tuple[Pair, Signs]]:
    """Of each pair with a target. What a grammar engine marked is left out: quality must not depend on which one ran."""
    languages = primary_language(article.source_language), primary_language(article.target_language)
    by_pair = defaultdict[str, list[RuleHit]](list)
    for found in hits:
        if Grammar not in found.rule.needs:
            for id_ in {found.pair.id, *found.hit.explains}:
                by_pair[id_].append(found)
    for pair in article.pairs:
        if pair.target is not None:
            yield pair, _of(pair, languages, facts.of(pair), by_pair[pair.id])


def _of(pair: Pair, languages: tuple[str, str], facts: PairFacts, hits: Sequence[RuleHit]) -> Signs:
    similarity, support, edits = facts.get(Similarity), facts.get(WordSupport), facts.get(Edits)
    fluency, figures = facts.get(Fluency), facts.get(Quantities) or Quantities()
    overlap = facts.get(Overlap)
    sentences = fluency.sentences if fluency is not None else ()
    return Signs(
        pair.source_text if pair.source is not None else None,
        pair.target_text,
        languages,
        None if similarity is None else similarity.relative,
        None
        if support is None
        else tuple(word.strength for word in support.source if word.strength is not None),
        None
        if support is None
        else tuple(word.strength for word in support.target if word.strength is not None),
        max((gap.probability for gap in support.added), default=0.0) if support is not None else 0.0,
        max((sentence.order for sentence in sentences), default=0.0),
        max((sentence.strings for sentence in sentences), default=0.0),
        max((sentence.babble for sentence in sentences), default=0.0),
        sum(sentence.words for sentence in sentences),
        None if fluency is None else sum(sentence.surprise for sentence in sentences),
        None if edits is None else edits.doubt,
        0.0 if overlap is None else overlap.chrf / 100,
        len(figures.added),
        _penalties(hits),
    )


def _penalties(hits: Iterable[RuleHit]) -> dict[tuple[Category, bool], float]:
    """Of the worst hit of each rule, by category."""
    worst: dict[tuple[str, Category, bool], int] = {}
    for found in hits:
        key = found.rule.id, found.rule.category, confidence_of(found) >= Confidence.MEDIUM
        worst[key] = max(worst.get(key, 0), int(severity_of(found)))
    points = defaultdict[tuple[Category, bool], int](int)
    for (_, category, shown), severity in worst.items():
        points[category, shown] += severity
    return {key: math.log1p(value) for key, value in points.items()}
