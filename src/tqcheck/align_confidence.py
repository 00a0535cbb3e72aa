"""How sure a bead is: that its sentences belong together, or that its one sentence has no counterpart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from tqcheck.align_search import LONGEST, TYPICAL_RISE, Link
from tqcheck.align_strand import Run, Strand
from tqcheck.embed.windows import Floats

# Logistic regression: is a sentence without counterpart really missing on the other side? Fitted on sentences
# deleted from and inserted into news in ten languages, split and joined at random: P(missing) from the cosine
# gained by joining it to a neighbour, the neighbours' surplus length in units of the sentence, its log length,
# and the neighbours' cosine.
_MISSING = (1.0, -11.0, -0.5, 2.4, 1.2)
_LOG_LENGTH = 4.2

_T = TypeVar("_T")
_Sides: TypeAlias = tuple[_T, _T]  # of source and target
_Windows: TypeAlias = Mapping[Run, Floats]  # vectors


def confidences(source: Strand, target: Strand, ratio: float, links: Sequence[Link]) -> list[float]:
    """0..1 for each link of a path in order: that its sentences belong together, or that its one has no counterpart.

    `ratio` is that of source characters to target characters.
    """
    both = [at for at, link in enumerate(links) if all(link)]
    beside = {at: _neighbours(links, both, at) for at, link in enumerate(links) if not all(link)}
    asked = list[Run](), list[Run]()
    for at in both:
        for side, count in enumerate((len(source), len(target))):
            asked[side].extend((_run(links[at][side]), *_around(count, links[at][side])))
    for at, neighbours in beside.items():
        side = 0 if links[at][0] else 1
        asked[side].extend(
            run for link in neighbours if link and (run := _with(link[side], links[at][side][0]))
        )
    windows = source.of_runs(asked[0]), target.of_runs(asked[1])
    lengths = source.lengths, target.lengths
    near = _nearness(windows, lengths, links)
    found = list[float]()
    for at, (s, t) in enumerate(links):
        if not (s and t):
            found.append(_missing(windows, lengths, ratio, links[at], beside[at]))
            continue
        confidence = near[at]
        if len(s) == len(t) == 1:  # between two sure beads there is nothing else it could be
            around = [near[other] for other in (at - 1, at + 1) if 0 <= other < len(links)]
            confidence = max(confidence, min(around, default=0.0))
        found.append(confidence)
    return found


def _run(indices: Sequence[int]) -> Run:
    return indices[0], indices[-1] + 1


def _around(count: int, indices: Sequence[int]) -> list[Run]:
    """The sentences before and after, of `count`."""
    return [(i, i + 1) for i in (indices[0] - 1, indices[-1] + 1) if 0 <= i < count]


def _with(indices: Sequence[int], index: int) -> Run | None:
    """The run with one more sentence, if that stands beside it and it is not too long."""
    start, end = _run(indices)
    if index not in {start - 1, end} or end - start == LONGEST:
        return None
    return min(start, index), max(end, index + 1)


def _neighbours(links: Sequence[Link], both: Sequence[int], at: int) -> tuple[Link | None, Link | None]:
    """The nearest links before and after that have both sides."""
    cut = bisect_left(both, at)
    return links[both[cut - 1]] if cut else None, links[both[cut]] if cut < len(both) else None


def _nearness(
    windows: _Sides[_Windows], lengths: _Sides[NDArray[np.float64]], links: Sequence[Link]
) -> list[float]:
    """For each link 0..1: how far its cosine stands above its neighbours', against the document's; 0 if one-sided."""
    rises = [_rise(windows, lengths, link) if all(link) else 0.0 for link in links]
    both = [rise for rise, link in zip(rises, links, strict=True) if all(link)]
    typical = max(float(np.median(both)) if both else 0.0, TYPICAL_RISE / 2)
    return [min(1.0, max(0.0, rise / typical)) for rise in rises]


def _rise(windows: _Sides[_Windows], lengths: _Sides[NDArray[np.float64]], link: Link) -> float:
    own = windows[0][_run(link[0])], windows[1][_run(link[1])]
    beside = [
        float(own[side] @ windows[1 - side][run])
        for side in (0, 1)
        for run in _around(len(lengths[1 - side]), link[1 - side])
    ]
    return float(own[0] @ own[1]) - (sum(beside) / len(beside) if beside else 0.0)


def _missing(
    windows: _Sides[_Windows],
    lengths: _Sides[NDArray[np.float64]],
    ratio: float,
    link: Link,
    beside: tuple[Link | None, Link | None],
) -> float:
    """The probability that the sentence of a one-sided link has no counterpart.

    `beside` are the nearest links before and after that have both sides.
    """
    own, other = (0, 1) if link[0] else (1, 0)
    if own == 1:
        ratio = 1 / ratio
    index = link[own][0]
    length = lengths[own][index] / ratio  # in characters of the other side
    cosines, gains, surpluses = list[float](), list[float](), list[float]()
    for neighbour in beside:
        if neighbour is None:
            continue
        s, t = neighbour[own], neighbour[other]
        across = windows[other][_run(t)]
        cosine = float(windows[own][_run(s)] @ across)
        cosines.append(cosine)
        if joined := _with(s, index):
            gains.append(float(windows[own][joined] @ across) - cosine)
            expected = lengths[own][list(s)].sum() / ratio
            surpluses.append(float((lengths[other][list(t)].sum() - expected) / length))
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
