"""The quantities of both sides of every pair."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from tqcheck.documents import AlignedArticle, Pair, Text
from tqcheck.facts import Gathered, Quantities
from tqcheck.model import Span
from tqcheck.providers import Provider, Resources
from tqcheck.quantities.broken import across
from tqcheck.quantities.digits import readings
from tqcheck.quantities.model import Quantity, Standing
from tqcheck.quantities.parse import parse


def _gather(article: AlignedArticle, _resources: Resources) -> Gathered[Quantities]:
    held = {pair.id: Quantities(_side(pair.source), _side(pair.target)) for pair in article.pairs}
    for pair, whole in _cut(article.pairs):
        parts = (
            replace(q, standing=Standing.ANSWERS) if q.span.overlaps(whole.span) else q
            for q in held[pair.id].target
        )
        held[pair.id] = replace(held[pair.id], target=(*parts, whole))
    return Gathered(held)


def _side(text: Text | None) -> tuple[Quantity, ...]:
    return () if text is None else parse(text.text, text.language)


def _cut(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Quantity]]:
    """Numbers that the break between two translated lines cuts, whole, in place of either part: they answer the source's."""
    for one, two in pairwise(pair for pair in pairs if pair.target is not None):
        if broken := across(one.target_text, two.target_text):
            values = readings(broken.number, decimal_comma=False)
            end = len(one.target_text.rstrip())
            for pair, span in ((one, Span(end - len(broken.parts[0]), end)), (two, broken.span)):
                yield pair, Quantity(span, span.of(pair.target_text), values, standing=Standing.ANSWERS)


PROVIDER = Provider("numbers", Quantities, _gather)
