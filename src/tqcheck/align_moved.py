"""Text that stands in another place on the other side: omitted here and added there by every path."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tqcheck.align_search import TYPICAL_RISE, Lengths, Link, Stretch, search, shift

MOVED = 0.6  # of the typical cosine: from here on an omitted and an added sentence are one that was moved


def relink_moved(source: Stretch, target: Stretch, lengths: Lengths, links: Sequence[Link]) -> list[Link]:
    """Link what the path omits in one place and adds in another where the two are translations: moved text."""
    omitted, added = _runs(links, 0), _runs(links, 1)
    if not omitted or not added:
        return list(links)
    cosines = [float(source.vectors[0][s[0]] @ target.vectors[0][t[0]]) for s, t in links if s and t]
    chance = float(source.vectors[0].mean(axis=0) @ target.vectors[0].mean(axis=0))
    typical = float(np.median(cosines)) if cosines else chance + TYPICAL_RISE
    enough = chance + MOVED * (typical - chance)
    moved = list[Link]()
    for run in omitted:
        for other in added:
            (i, end), (j, stop) = (run[0], run[-1] + 1), (other[0], other[-1] + 1)
            across = source.vectors[0][i:end] @ target.vectors[0][j:stop].T
            if across.max() < enough:
                continue
            part = search(source.part(i, end), target.part(j, stop), lengths)
            moved += [
                (shift(a, i), shift(b, j))
                for a, b in part
                if a and b and across[a[0] : a[-1] + 1, b[0] : b[-1] + 1].max() >= enough
            ]
    taken_source, taken_target = set[int](), set[int]()
    kept = list[Link]()
    for s, t in moved:  # a run may match two others: the first has it
        if taken_source.isdisjoint(s) and taken_target.isdisjoint(t):
            kept.append((s, t))
            taken_source.update(s)
            taken_target.update(t)
    stay = [
        (s, t) for s, t in links if (s and t) or (taken_source.isdisjoint(s) and taken_target.isdisjoint(t))
    ]
    return [*stay, *kept]


def _runs(links: Sequence[Link], side: int) -> list[list[int]]:
    """The sentences of one side (0 source, 1 target) without counterpart, in runs of consecutive ones."""
    runs = list[list[int]]()
    for link in links:
        if link[1 - side]:
            continue
        index = link[side][0]
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
