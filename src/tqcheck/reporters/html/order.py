"""Pairs whose source stands in another place than their translation: the rows follow the translation."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tqcheck.documents import GIVEN, AlignedArticle, Pair


def moved(article: AlignedArticle) -> dict[str, Pair | None]:
    """The id of each pair that is out of the source's order → the pair that precedes it there, None for the first.

    Of text moved as a whole that is its first pair alone. Out of order is what is not in the longest run of pairs that
    keep it. Pairs that were given have no order but their own.
    """
    if article.aligned_by == GIVEN:
        return {}
    pairs = [pair for pair in article.pairs if pair.source and pair.source.passage.runs]
    starts = [pair.source.passage.runs[0].start for pair in pairs if pair.source]
    in_order = _longest_in_order(starts)
    by_source = sorted(range(len(pairs)), key=starts.__getitem__)
    before = dict(zip(by_source, [None, *by_source], strict=False))
    return {
        pair.id: None if (last := before[at]) is None else pairs[last]
        for at, pair in enumerate(pairs)
        if at not in in_order and before[at] != at - 1
    }


def _longest_in_order(values: Sequence[int]) -> set[int]:
    """The indices of a longest subsequence that never falls (patience sorting)."""
    tops, last, previous = list[int](), list[int](), list[int | None]()
    for at, value in enumerate(values):
        pile = bisect_right(tops, value)
        tops[pile : pile + 1] = [value]
        last[pile : pile + 1] = [at]
        previous.append(last[pile - 1] if pile else None)
    found, at_ = set[int](), last[-1] if last else None
    while at_ is not None:
        found.add(at_)
        at_ = previous[at_]
    return found
