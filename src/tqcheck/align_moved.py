"""Text that stands in another place on the other side: omitted here and added there by every path."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from tqcheck.align_search import TYPICAL_RISE, Link, shift
from tqcheck.align_strand import Run, Strand
from tqcheck.embed.windows import Floats

MOVED = 0.6  # of the typical cosine: from here on an omitted and an added sentence are one that was moved
_PASSES = 3  # of what one leaves, such as blocks of a moved part that changed places too, the next links more
_AT_ONCE = 500  # sentences that are compared with all candidates


def relink_moved(
    source: Strand, target: Strand, links: Sequence[Link], path: Callable[[Strand, Strand], Sequence[Link]]
) -> list[Link]:
    """Link what the path omits in one place and adds in another where the two are translations: moved text.

    `path` finds the beads of two parts.
    """
    vectors = source.sentences(), target.sentences()
    cosines = [float(vectors[0][s[0]] @ vectors[1][t[0]]) for s, t in links if s and t]
    chance = float(vectors[0].mean(axis=0) @ vectors[1].mean(axis=0))
    typical = float(np.median(cosines)) if cosines else chance + TYPICAL_RISE
    enough = chance + MOVED * (typical - chance)
    linked = list(links)
    for _ in range(_PASSES):
        moved = list[Link]()
        for (i, end), (j, stop) in _alike(vectors, linked, enough):
            for a, b in path(source.cut(i, end), target.cut(j, stop)):
                s, t = shift(a, i), shift(b, j)
                if s and t and (vectors[0][list(s)] @ vectors[1][list(t)].T).max() >= enough:
                    moved.append((s, t))
        if not moved:
            break
        linked = _with(linked, moved)
    return linked


def _alike(vectors: tuple[Floats, Floats], links: Sequence[Link], enough: float) -> Iterator[tuple[Run, Run]]:
    """Runs of omitted and of added sentences of which two have a cosine of `enough`."""
    omitted, added = _runs(links, 0), _runs(links, 1)
    candidates = vectors[1][[j for run in added for j in range(*run)]]
    run_of = np.repeat(np.arange(len(added)), [stop - j for j, stop in added])
    for i, end in omitted:
        near = np.zeros(len(candidates), np.bool_)
        for at in range(i, end, _AT_ONCE):
            across = vectors[0][at : min(at + _AT_ONCE, end)] @ candidates.T
            near |= across.max(axis=0, initial=-1) >= enough
        yield from (((i, end), added[run]) for run in dict.fromkeys(run_of[near].tolist()))


def _with(links: Sequence[Link], moved: Sequence[Link]) -> list[Link]:
    """The links, and of the moved ones those that share no sentence: a run may match two others, and the first has it."""
    taken_source, taken_target = set[int](), set[int]()
    kept = list[Link]()
    for s, t in moved:
        if taken_source.isdisjoint(s) and taken_target.isdisjoint(t):
            kept.append((s, t))
            taken_source.update(s)
            taken_target.update(t)
    stay = [
        (s, t) for s, t in links if (s and t) or (taken_source.isdisjoint(s) and taken_target.isdisjoint(t))
    ]
    return [*stay, *kept]


def _runs(links: Sequence[Link], side: int) -> list[Run]:
    """The sentences of one side (0 source, 1 target) without counterpart, in runs of consecutive ones."""
    runs = list[Run]()
    for link in links:
        if link[1 - side]:
            continue
        index = link[side][0]
        if runs and runs[-1][1] == index:
            runs[-1] = runs[-1][0], index + 1
        else:
            runs.append((index, index + 1))
    return runs
