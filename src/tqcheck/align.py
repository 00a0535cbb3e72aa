"""Sentences and their vectors → beads. No model inside.

Coarse to fine: runs of sentences that are plainly each other's translations are anchors (`tqcheck.align_anchors`), and
between anchors the best path is searched (`tqcheck.align_search`), so that time is linear.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from math import ceil, sqrt

import numpy as np

from tqcheck.align_anchors import anchors, mutual
from tqcheck.align_confidence import confidences
from tqcheck.align_copied import copied_vectors
from tqcheck.align_elsewhere import has_counterpart_elsewhere
from tqcheck.align_moved import MOVED, relink_moved
from tqcheck.align_search import Lengths, Link, search, shift
from tqcheck.align_strand import Strand
from tqcheck.align_words import WEIGHT, WEIGHT_ALONE, word_vectors
from tqcheck.documents import Bead, Segment
from tqcheck.embed.windows import Floats, WindowEncoder

_SECTION = (
    60  # sentences a side: below this, cutting costs more than it saves (what stands beside is not seen)
)
_LARGEST = 600  # sentences a side of a section that is searched whole: 0.7 s and 60 MB
_COMPARED = 500, 1000  # sentences of source and target by which the ratio of lengths is judged
_FEW = 4  # pairs needed to tell it
_UNLIKE = 1.5  # ratios further apart mean that a third or more of one side is missing
# Times the confidence where no embedder helped; and where a dictionary did: of news in Ukrainian and Hindi with a tenth of
# the sentences joined or left out 96 in 100 of the beads that seem sure are right, and 24 of 26 that are one-sided.
_BLIND, _BLIND_WORDS = 0.5, 0.8
# Of agreeing lengths there: F1 .83 on de-fr, .35 on zh-en; and if a dictionary helps: .88 and .77.
_BLIND_WORTH, _BLIND_WORDS_WORTH = 0.4, 0.2
_ELSEWHERE = 0.3  # at most: that a sentence is missing which another, out of order, seems to translate

# How far the cosine of a document's beads stands above that of its shuffled sentences. News in seven languages and
# English, whole or with 40% missing: 0.16 and more of 378 of 4 to 60 sentences, novels 0.3; two articles that do not
# belong together: 0.06, below this 352 of 359. What a translation engine of hardly any training writes: 0.02 to 0.14,
# of more 0.23 and more.
_COMPARABLE_RISE = 0.15
# Of an embedder whose cosines are all high (E5: .8 and more by chance) less may be asked: what chance leaves to rise, to what
# it leaves at the least with the embedded default.
_ROOM = 0.6


def align(
    source: Sequence[Segment],
    target: Sequence[Segment],
    source_vectors: Floats,
    target_vectors: Floats,
    windows: WindowEncoder | None = None,
    *,
    languages: tuple[str, str] = ("und", "und"),
) -> tuple[Bead, ...]:
    """The beads of two documents, every segment in exactly one, in target order.

    Vectors are unit float32 [segments, d]. `windows` encodes runs of sentences
    (`tqcheck.embed.windows.window_encoder`); without it their vectors are composed of the sentences'. For `languages`
    (BCP 47) that the lexicon knows, its words help (`tqcheck.align_words`).
    A bead without source or target is an addition or an omission; its confidence is the probability that the
    sentence has no counterpart. Where all vectors are zero (no embedder knows the languages), lengths, numbers and
    what is copied must do, with a dictionary if there is one, and no bead has all confidence. A moved paragraph comes as beads out of source order.
    """
    if not source or not target:
        empty = [Bead((i,), ()) for i in range(len(source))]
        return (*empty, *(Bead((), (j,)) for j in range(len(target))))
    blind = not source_vectors.any() or not target_vectors.any()
    texts = [segment.text for segment in source], [segment.text for segment in target]
    if blind:
        source_vectors, target_vectors = copied_vectors(*texts)
        windows = None
    left, right = Strand.of(source, source_vectors, windows), Strand.of(target, target_vectors, windows)
    ratio = _ratio(left, right)
    seen = left, right
    worth, trust = (_BLIND_WORTH, _BLIND) if blind else (0.0, 1.0)
    if (words := word_vectors(*texts, languages)) is not None:
        weight = WEIGHT_ALONE if blind else WEIGHT
        seen = replace(left, words=words[0], weight=weight), replace(right, words=words[1], weight=weight)
        if blind:
            left, right = seen  # without an encoder there is nothing better to judge by
            worth, trust = _BLIND_WORDS_WORTH, _BLIND_WORDS
    lengths = Lengths(ratio, worth)
    links = _links(*seen, lengths)
    confidence = dict(zip(links, confidences(left, right, lengths.ratio, links), strict=True))
    linked = relink_moved(left, right, links, lambda one, other: _links(one, other, lengths))
    for link in has_counterpart_elsewhere(source_vectors, target_vectors, linked):
        confidence[link] = min(confidence.get(link, _ELSEWHERE), _ELSEWHERE)
    return _in_order([Bead(s, t, round(trust * confidence.get((s, t), MOVED), 3)) for s, t in linked])


def comparable(
    beads: Sequence[Bead], source_vectors: Floats, target_vectors: Floats, minimum: int = 4
) -> bool:
    """Whether the two sides are the same article at all, whatever the quality of the translation.

    Aligned sentences of translations are far nearer to each other than the article's sentences are by chance;
    those of two different articles hardly are. With fewer than `minimum` two-sided beads nothing is claimed.
    """
    links = [(bead.source, bead.target) for bead in beads if bead.source and bead.target]
    sentences = min(len(source_vectors), len(target_vectors))
    if sentences < minimum:
        return True
    if len(links) < minimum:
        return False
    near = [max(float(source_vectors[i] @ target_vectors[j]) for i in s for j in t) for s, t in links]
    chance = float(source_vectors.mean(axis=0) @ target_vectors.mean(axis=0))
    return float(np.median(near)) - chance >= _COMPARABLE_RISE * min(1.0, (1 - chance) / _ROOM)


def _ratio(source: Strand, target: Strand) -> float:
    """How many source characters a target character is worth: that of the totals, unless a block is missing.

    Then sentences that are each other's nearest say something quite different. They are not asked first: where
    sentences are split, the nearest is only a part of the translation.
    """
    total = float(source.lengths.sum() / target.lengths.sum())
    pairs = list(mutual(source.vectors[: _COMPARED[0]], target.vectors[: _COMPARED[1]]))
    if len(pairs) < _FEW:
        return total
    left, right = zip(*pairs, strict=True)
    paired = float(np.median(source.lengths[list(left)] / target.lengths[list(right)]))
    return paired if max(paired / total, total / paired) > _UNLIKE else total


def _links(source: Strand, target: Strand, lengths: Lengths) -> list[Link]:
    """The path through the whole document: anchors, and the best path of every section between two of them."""
    links = list[Link]()
    i = j = 0
    for anchor in (*anchors(source, target), (len(source), len(target))):
        if anchor[0] < len(source) and max(anchor[0] - i, anchor[1] - j) < _SECTION:
            continue
        for left, right in _sections((i, anchor[0]), (j, anchor[1])):
            part = search(source.cut(*left).stretch(), target.cut(*right).stretch(), lengths)
            links += [(shift(s, left[0]), shift(t, right[0])) for s, t in part]
        if anchor[0] < len(source):
            links.append(((anchor[0],), (anchor[1],)))
        i, j = anchor[0] + 1, anchor[1] + 1
    return links


def _sections(
    left: tuple[int, int], right: tuple[int, int]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The section itself, or equal parts of it where it is too large to search."""
    parts = max(1, ceil(sqrt((left[1] - left[0]) * (right[1] - right[0])) / _LARGEST))
    cuts = [np.linspace(*side, parts + 1).astype(int).tolist() for side in (left, right)]
    yield from zip(pairwise(cuts[0]), pairwise(cuts[1]), strict=True)


def _in_order(beads: Sequence[Bead]) -> tuple[Bead, ...]:
    """In target order; a source sentence without target stays after what came before it in the source."""
    ends = sorted((bead.source[-1], bead.target[-1]) for bead in beads if bead.source and bead.target)

    def place(bead: Bead) -> tuple[int, int, int]:
        if bead.target:
            return bead.target[0], 0, 0
        at = bisect_left(ends, (bead.source[0], 0))
        return ends[at - 1][1] if at else -1, 1, bead.source[0]

    return tuple(sorted(beads, key=place))
