"""How near the two sides of each pair are in meaning, measured by the article's own pairs.

A cosine means nothing by itself: for the same quality it is .81 from Spanish and .67 from Japanese, and the next model
has other figures. Each pair is set between two yardsticks: what this article's pairs typically have, and what its two
sentences have with the *other* sentences of the article. Both start from what was measured for the embedder (a
short article has few pairs to go by, and a wholly garbled one must not be its own yardstick) and move to the article's own
as pairs come in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tqcheck.align_elsewhere import has_counterpart_elsewhere
from tqcheck.align_search import Link
from tqcheck.documents import GIVEN, AlignedArticle, Bead, Pair, primary_language
from tqcheck.embed import Embedder
from tqcheck.embed.windows import Floats, window_encoder
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Gathered, Similarity
from tqcheck.providers import Provider, Resources


@dataclass(frozen=True, slots=True)
class _Prior:
    """What an embedder gives to good translations of news: the median cosine of a pair is `near[one] * near[two]`.

    `chance` is the mean cosine of two sentences of one article that do not belong together.
    """

    near: Mapping[str, float]
    other: float  # for a language that was not measured
    chance: float

    def typical(self, source: str, target: str) -> float:
        return self.near.get(source, self.other) * self.near.get(target, self.other)


# Measured on NTREX-128 (992 sentences of 63 news articles, human translations; E5 on 178 of them): the products are
# within .03 of each pair's median with English, within .075 of any other. Articles spread around it by .05 (USE),
# their chance by .07. By the end of the embedder's name.
_PRIORS = {
    "use-multilingual": _Prior(
        near={
            "ar": 0.76, "de": 0.83, "en": 0.93, "es": 0.87, "fr": 0.84, "it": 0.86,
            "ja": 0.74, "ko": 0.75, "pt": 0.86, "ru": 0.78, "zh": 0.77,
        },
        other=0.8,
        chance=0.22,
    ),
    "multilingual-e5-small": _Prior(
        near={
            "ar": 0.935, "de": 0.955, "en": 0.96, "es": 0.97, "fr": 0.955,
            "ja": 0.92, "ko": 0.905, "ru": 0.94, "zh": 0.915,
        },
        other=0.93,
        chance=0.805,
    ),
}  # fmt: skip

# Pairs that the prior counts for: the variance of a pair within its article (.12²) over that between articles (.05²).
_PRIOR_PAIRS = 6
# Of the expected rise of a pair's cosine above chance. Three standard deviations of articles' medians: one that is
# lower still is bad, and no yardstick.
_LOWEST = 0.7
# Relative similarity of a pair that may be one of two sentences out of order.
_FAR = 0.4
# A target translates another source than its own if its own is as far as `_FAR`, the other as near as this, and nearer by
# so much. Of sentences replaced by the translation of a neighbour (NTREX and WMT's news, 12 languages → en) 85 in 100 are
# told; of their 17,600 human translations four, two of them rightly.
_NEAR, _NEARER = 0.6, 0.5
# Without a prior, pairs from which on an article is its own yardstick: the median is then off by .05 or less.
_ENOUGH = 8


def gather(article: AlignedArticle, resources: Resources) -> Gathered[Similarity]:
    """The similarity of every pair that has both sides. Raises ResourceUnavailable where nothing was embedded."""
    embedder, source, target = resources.embedder, resources.source_vectors, resources.target_vectors
    if embedder is None or source is None or target is None:
        raise _unavailable(article, resources)
    rows = list(_two_sided(article))
    left, right = _vectors(embedder, source, target, article, rows)
    judged = (np.abs(left).sum(axis=1) > 0) & (np.abs(right).sum(axis=1) > 0)  # blank text has no vector
    pairs = [pair for (pair, _), can in zip(rows, judged, strict=True) if can]
    left, right = left[judged], right[judged]
    cosines = np.einsum("ij,ij->i", left, right).astype(np.float64)
    name = embedder.id.split("@")[0]
    prior = next((prior for key, prior in _PRIORS.items() if name.endswith(key)), None)
    if not article.comparable:
        return Gathered({}, "not compared: these are different articles")
    if prior is None and len(pairs) < _ENOUGH:
        few = f"{embedder.id}: {len(pairs)} pairs are too few to know its typical cosine by"
        return Gathered({}, few)
    typical = _typical(cosines, prior, article)
    facts = {
        pair.id: Similarity(float(cosine), typical, float(chance))
        for pair, cosine, chance in zip(pairs, cosines, _chances(left, right, prior), strict=True)
    }
    sources = {pair.id: row for pair, row in zip(pairs, left, strict=True)}
    targets = {pair.id: row for pair, row in zip(pairs, right, strict=True)}
    for pair, bead in zip(article.pairs, article.beads, strict=True):
        if pair.target is None and len(bead.source) == 1:  # left out here, perhaps because it stands beside
            sources[pair.id] = source[bead.source[0]]
    for id_, place in _neighbours(article, facts, sources, targets):
        facts[id_] = replace(facts[id_], translates=place)
    if article.aligned_by != GIVEN:
        for id_ in _moved(source, target, rows, facts):
            facts[id_] = replace(facts[id_], moved=True)
    return Gathered(facts, f"{embedder.id}, typical cosine {typical:.2f}")


def _neighbours(
    article: AlignedArticle,
    facts: Mapping[str, Similarity],
    sources: Mapping[str, Floats],
    targets: Mapping[str, Floats],
) -> Iterator[tuple[str, int]]:
    """The ids of the pairs whose target translates the source of the pair before (-1) or after (1) instead of its own.

    `sources` and `targets` are vectors [d] by pair.
    """
    for at, pair in enumerate(article.pairs):
        own = facts.get(pair.id)
        if own is None or own.relative >= _FAR:
            continue
        near = {
            place: own.relative_of(float(targets[pair.id] @ sources[other.id]))
            for place in (-1, 1)
            for other in article.pairs[max(0, at + place) : at + place + 1]
            if other.id in sources
        }
        best = max(near, key=lambda place: near[place], default=0)
        if best and near[best] >= max(_NEAR, own.relative + _NEARER):
            yield pair.id, best


def _moved(
    source: Floats, target: Floats, rows: Iterable[tuple[Pair, Bead]], facts: Mapping[str, Similarity]
) -> Iterator[str]:
    """The ids of the far pairs of which one side belongs elsewhere: sentences that the aligner had to put somewhere."""
    near, far = list[Link](), list[tuple[str, Link, Link]]()
    for pair, bead in rows:
        if pair.id in facts and facts[pair.id].relative < _FAR and len(bead.source) == len(bead.target) == 1:
            far.append((pair.id, (bead.source, ()), ((), bead.target)))
        else:
            near.append((bead.source, bead.target))
    apart = [link for _, *links in far for link in links]
    elsewhere = has_counterpart_elsewhere(source, target, [*near, *apart]) if far else set()
    for id_, *links in far:
        if not elsewhere.isdisjoint(links):
            yield id_


def _two_sided(article: AlignedArticle) -> Iterator[tuple[Pair, Bead]]:
    if article.comparable:
        for pair, bead in zip(article.pairs, article.beads, strict=True):
            if pair.source is not None and pair.target is not None:
                yield pair, bead


def _vectors(
    embedder: Embedder, source: Floats, target: Floats, article: AlignedArticle, rows: list[tuple[Pair, Bead]]
) -> tuple[Floats, Floats]:
    """The vectors [rows, d] of both sides; several sentences are read as one text."""
    windows = window_encoder(embedder)

    def side(vectors: Floats, texts: list[str], beads: list[tuple[int, ...]], whole: list[str]) -> Floats:
        out = vectors[[bead[0] for bead in beads]] if beads else np.zeros((0, vectors.shape[1]), np.float32)
        long = [at for at, bead in enumerate(beads) if len(bead) > 1]
        if long and windows is not None:
            out[long] = windows(texts, [(beads[at][0], beads[at][-1] + 1) for at in long])
        elif long:
            out[long] = embedder.encode([whole[at] for at in long])
        return out

    return (
        side(
            source,
            [segment.text for segment in article.source_segments],
            [bead.source for _, bead in rows],
            [pair.source_text for pair, _ in rows],
        ),
        side(
            target,
            [segment.text for segment in article.target_segments],
            [bead.target for _, bead in rows],
            [pair.target_text for pair, _ in rows],
        ),
    )


def _typical(cosines: NDArray[np.float64], prior: _Prior | None, article: AlignedArticle) -> float:
    if prior is None:
        return float(np.median(cosines))
    expected = prior.typical(
        primary_language(article.source_language), primary_language(article.target_language)
    )
    if not len(cosines):
        return expected
    own = float(np.median(cosines))
    pooled = (_PRIOR_PAIRS * expected + len(cosines) * own) / (_PRIOR_PAIRS + len(cosines))
    return max(pooled, prior.chance + _LOWEST * (expected - prior.chance))


def _chances(left: Floats, right: Floats, prior: _Prior | None) -> NDArray[np.float64]:
    """For each pair the mean cosine [n] of its sides with the other pairs' opposite sides."""
    count = len(left)
    own = np.einsum("ij,ij->i", left, right)
    across = np.einsum("ij,j->i", left, right.sum(axis=0)) + np.einsum("ij,j->i", right, left.sum(axis=0))
    others = (across - 2 * own).astype(np.float64)
    seen = 2 * (count - 1)
    weight, chance = (0, 0.0) if prior is None else (_PRIOR_PAIRS, prior.chance)
    means: NDArray[np.float64] = (weight * chance + others) / (weight + seen)
    return means


def _unavailable(article: AlignedArticle, resources: Resources) -> ResourceUnavailable:
    if resources.embedder is None:
        return ResourceUnavailable(resources.unavailable.get("embedder", "no sentence encoder"), "")
    known = resources.embedder.languages
    tags = (primary_language(article.source_language), primary_language(article.target_language))
    strange = [tag for tag in tags if known and tag not in known]
    return ResourceUnavailable(
        f"the embedder {resources.embedder.id} does not know {' and '.join(strange)}",
        "Another can be named with --embedder",
    )


PROVIDER = Provider("meaning", Similarity, gather, bilingual=True)
