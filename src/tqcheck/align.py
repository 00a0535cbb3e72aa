"""Sentences and their vectors → beads. No model inside.

Coarse to fine: runs of sentences that are plainly each other's translations are anchors, and between anchors
the best path is searched (`tqcheck.align_search`). Anchors are looked for in a band, so that time is linear.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from tqcheck.align_copied import copied_vectors
from tqcheck.align_elsewhere import has_counterpart_elsewhere
from tqcheck.align_moved import MOVED, relink_moved
from tqcheck.align_search import LONGEST, TYPICAL_RISE, Lengths, Link, Stretch, search, shift
from tqcheck.align_words import WEIGHT, WEIGHT_ALONE, with_words, word_vectors
from tqcheck.documents import Bead, BlockKind, Segment
from tqcheck.embed.windows import Floats, WindowEncoder, compose

_REACH = 1000  # sentences: how far from the diagonal an anchor may lie; every news article is within it
_SECTION = (
    60  # sentences a side: below this, cutting costs more than it saves (what stands beside is not seen)
)
_LARGEST = 600  # sentences a side of a section that is searched whole: 0.7 s and 60 MB
_FEW = 4  # pairs needed to tell the ratio of lengths
_UNLIKE = 1.5  # ratios further apart mean that a third or more of one side is missing
_MARGIN = 0.1  # of an anchor's cosine above that of the second nearest
# Times the confidence where no embedder helped; and where a dictionary did: of news in Ukrainian and Hindi with a tenth of
# the sentences joined or left out 96 in 100 of the beads that seem sure are right, and 24 of 26 that are one-sided.
_BLIND, _BLIND_WORDS = 0.5, 0.8
# Of agreeing lengths there: F1 .83 on de-fr, .35 on zh-en; and if a dictionary helps: .88 and .77.
_BLIND_WORTH, _BLIND_WORDS_WORTH = 0.4, 0.2
_ELSEWHERE = 0.3  # at most: that a sentence is missing which another, out of order, seems to translate

# How far the cosine of a document's beads stands above that of its shuffled sentences. Documents that belong
# together: 0.15 to 0.6 (six language pairs, news of 5 to 60 sentences); two articles that do not: 0.06, 95% below 0.13.
_COMPARABLE_RISE = 0.12

# Logistic regression: is a sentence without counterpart really missing on the other side? Fitted on sentences
# deleted from and inserted into news in ten languages, split and joined at random: P(missing) from the cosine
# gained by joining it to a neighbour, the neighbours' surplus length in units of the sentence, its log length,
# and the neighbours' cosine.
_MISSING = (1.0, -11.0, -0.5, 2.4, 1.2)
_LOG_LENGTH = 4.2


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
    left = _stretch(source, source_vectors, windows)
    right = _stretch(target, target_vectors, windows)
    ratio = _ratio(left, right)
    seen = left, right
    worth, trust = (_BLIND_WORTH, _BLIND) if blind else (0.0, 1.0)
    if (words := word_vectors(*texts, languages)) is not None:
        weight = WEIGHT_ALONE if blind else WEIGHT
        seen = with_words(left, words[0], weight), with_words(right, words[1], weight)
        if blind:
            left, right = seen  # without an encoder there is nothing better to judge by
            worth, trust = _BLIND_WORDS_WORTH, _BLIND_WORDS
    lengths = Lengths(ratio, worth)
    links = _links(*seen, lengths)
    confidence = dict(zip(links, _confidences(left, right, lengths.ratio, links), strict=True))
    linked = relink_moved(left, right, lengths, links)
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
    return float(np.median(near)) - chance >= _COMPARABLE_RISE


def _stretch(segments: Sequence[Segment], vectors: Floats, windows: WindowEncoder | None) -> Stretch:
    texts = [segment.text for segment in segments]
    runs = [(start, start + size) for size in range(2, LONGEST + 1) for start in range(len(texts) - size + 1)]
    joined = windows(texts, runs) if windows is not None else compose(vectors, texts, runs)
    # Of n sentences there are n - 1 runs of two, n - 2 of three, ….
    ends = np.cumsum([max(0, len(texts) - size + 1) for size in range(2, LONGEST)])
    return Stretch(
        (vectors, *np.split(joined, ends)),
        np.array([max(1, len(text)) for text in texts], np.float64),
        np.array([segment.block for segment in segments]),
        np.array([segment.kind is BlockKind.HEADING for segment in segments]),
    )


def _ratio(source: Stretch, target: Stretch) -> float:
    """How many source characters a target character is worth: that of the totals, unless a block is missing.

    Then sentences that are each other's nearest say something quite different. They are not asked first: where
    sentences are split, the nearest is only a part of the translation.
    """
    total = float(source.lengths.sum() / target.lengths.sum())
    pairs = list(_mutual(source.vectors[0][: _REACH // 2], target.vectors[0][:_REACH]))
    if len(pairs) < _FEW:
        return total
    left, right = zip(*pairs, strict=True)
    paired = float(np.median(source.lengths[list(left)] / target.lengths[list(right)]))
    return paired if max(paired / total, total / paired) > _UNLIKE else total


def _links(source: Stretch, target: Stretch, lengths: Lengths) -> list[Link]:
    """The path through the whole document: anchors, and the best path of every section between two of them."""
    links = list[Link]()
    i = j = 0
    for anchor in (*_anchors(source.vectors[0], target.vectors[0]), (len(source), len(target))):
        if anchor[0] < len(source) and max(anchor[0] - i, anchor[1] - j) < _SECTION:
            continue
        for left, right in _sections((i, anchor[0]), (j, anchor[1])):
            part = search(source.part(*left), target.part(*right), lengths)
            links += [(shift(s, left[0]), shift(t, right[0])) for s, t in part]
        if anchor[0] < len(source):
            links.append(((anchor[0],), (anchor[1],)))
        i, j = anchor[0] + 1, anchor[1] + 1
    return links


def _sections(
    left: tuple[int, int], right: tuple[int, int]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The section itself, or equal parts of it where it is too large to search."""
    parts = -(-max(left[1] - left[0], right[1] - right[0]) // _LARGEST)
    cuts = [np.linspace(*side, parts + 1).astype(int).tolist() for side in (left, right)]
    yield from zip(pairwise(cuts[0]), pairwise(cuts[1]), strict=True)


def _anchors(source: Floats, target: Floats) -> list[tuple[int, int]]:
    """Sentences that surely translate each other one to one, in order on both sides.

    Each is the other's nearest by a margin, and so are the sentences before and after both.
    """
    found = list[tuple[int, int]]()
    for start in range(0, len(source), _REACH // 2):
        # The band follows what was found: a missing chapter shifts all that comes after it.
        middle = found[-1][1] + start - found[-1][0] if found else start * len(target) // len(source)
        low, high = max(0, middle - _REACH), min(len(target), middle + 2 * _REACH)
        found += [
            (start + i, low + j) for i, j in _mutual(source[start : start + _REACH // 2], target[low:high])
        ]
    certain = set(found)
    runs = [
        (i, j)
        for i, j in found
        if ((i - 1, j - 1) in certain) + ((i + 1, j + 1) in certain) + ((i + 2, j + 2) in certain) > 1
        or {(i - 1, j - 1), (i - 2, j - 2)} <= certain
    ]
    chain = set(_increasing(runs))
    return [(i, j) for i, j in sorted(chain) if (i - 1, j - 1) in chain and (i + 1, j + 1) in chain]


def _mutual(source: Floats, target: Floats) -> Iterator[tuple[int, int]]:
    """Pairs that are each other's nearest, by a margin to the second."""
    if len(source) < 2 or len(target) < 2:
        return
    cosines = source @ target.T
    by_source = np.partition(cosines, -2, axis=1)[:, -2]
    by_target = np.partition(cosines, -2, axis=0)[-2]
    nearest = cosines.argmax(axis=1)
    for i, j in enumerate(nearest.tolist()):
        if cosines[i, j] - max(by_source[i], by_target[j]) >= _MARGIN:
            yield i, j


def _increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest subsequence that increases on both sides (patience sorting), of pairs sorted by source."""
    tails, last, before = list[int](), list[int](), list[int]()
    for index, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        before.append(last[at - 1] if at else -1)
        tails[at : at + 1], last[at : at + 1] = [j], [index]
    chain = list[tuple[int, int]]()
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _nearness(source: Stretch, target: Stretch, links: Sequence[Link]) -> list[float]:
    """For each link 0..1: how far its cosine stands above its neighbours', against the document's; 0 if one-sided."""
    rises = [_rise(source, target, link) for link in links]
    both = [rise for rise, (s, t) in zip(rises, links, strict=True) if s and t]
    typical = max(float(np.median(both)) if both else 0.0, TYPICAL_RISE / 2)
    return [min(1.0, max(0.0, rise / typical)) for rise in rises]


def _rise(source: Stretch, target: Stretch, link: Link) -> float:
    s, t = link
    if not s or not t:
        return 0.0
    window_s, window_t = source.vectors[len(s) - 1][s[0]], target.vectors[len(t) - 1][t[0]]
    beside = [float(window_s @ target.vectors[0][j]) for j in (t[0] - 1, t[-1] + 1) if 0 <= j < len(target)]
    beside += [float(window_t @ source.vectors[0][i]) for i in (s[0] - 1, s[-1] + 1) if 0 <= i < len(source)]
    return float(window_s @ window_t) - (sum(beside) / len(beside) if beside else 0.0)


def _confidences(source: Stretch, target: Stretch, ratio: float, links: Sequence[Link]) -> list[float]:
    """0..1 for each link: that its sentences belong together, or that its one sentence has no counterpart."""
    near = _nearness(source, target, links)
    both = [at for at, (s, t) in enumerate(links) if s and t]
    confidences = list[float]()
    for at, (s, t) in enumerate(links):
        if s and t:
            confidence = near[at]
            if len(s) == len(t) == 1:  # between two sure beads there is nothing else it could be
                around = [near[other] for other in (at - 1, at + 1) if 0 <= other < len(links)]
                confidence = max(confidence, min(around, default=0.0))
        else:
            cut = bisect_left(both, at)
            before = links[both[cut - 1]] if cut else None
            after = links[both[cut]] if cut < len(both) else None
            confidence = _missing(source, target, ratio, links[at], (before, after))
        confidences.append(confidence)
    return confidences


def _missing(
    source: Stretch, target: Stretch, ratio: float, link: Link, beside: tuple[Link | None, Link | None]
) -> float:
    """The probability that the sentence of a one-sided link has no counterpart.

    `beside` are the nearest links before and after that have both sides.
    """
    own, other = (0, 1) if link[0] else (1, 0)
    if own == 1:
        source, target, ratio = target, source, 1 / ratio
    index = link[own][0]
    length = source.lengths[index] / ratio  # in characters of the other side
    cosines, gains, surpluses = list[float](), list[float](), list[float]()
    for before, neighbour in zip((True, False), beside, strict=True):
        if neighbour is None:
            continue
        s, t = neighbour[own], neighbour[other]
        across = target.vectors[len(t) - 1][t[0]]
        cosine = float(source.vectors[len(s) - 1][s[0]] @ across)
        cosines.append(cosine)
        if (s[-1] + 1 if before else s[0] - 1) == index and len(s) < LONGEST:
            joined = source.vectors[len(s)][s[0] if before else index]
            gains.append(float(joined @ across) - cosine)
            expected = source.lengths[list(s)].sum() / ratio
            surpluses.append(float((target.lengths[list(t)].sum() - expected) / length))
    constant, by_gain, by_surplus, by_length, by_cosine = _MISSING
    # Lengths count in characters of the longer script: a Chinese sentence has a third of an English one's.
    log_length = float(np.log(length * max(1.0, ratio)))
    score = (
        constant
        + by_gain * min(max(max(gains, default=-0.3), -0.3), 0.1)
        + by_surplus * min(max(max(surpluses, default=-0.5), -0.5), 2.0)
        + by_length * (min(log_length, 4.7) - _LOG_LENGTH)
        + by_cosine * (sum(cosines) / len(cosines) if cosines else 0.0)
    )
    return float(1 / (1 + np.exp(-score)))


def _in_order(beads: Sequence[Bead]) -> tuple[Bead, ...]:
    """In target order; a source sentence without target stays after what came before it in the source."""
    ends = {bead.source[-1]: bead.target[-1] for bead in beads if bead.source and bead.target}

    def place(bead: Bead) -> tuple[int, int, int]:
        if bead.target:
            return bead.target[0], 0, 0
        before = next((ends[i] for i in range(bead.source[0] - 1, -1, -1) if i in ends), -1)
        return before, 1, bead.source[0]

    return tuple(sorted(beads, key=place))
