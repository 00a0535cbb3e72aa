"""The quantities of both sides of every pair, compared.

A figure that a neighbouring pair holds has moved there and is not missing; one that the article's source has anywhere is
not invented.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from tqcheck.documents import AlignedArticle, Pair, Text
from tqcheck.facts import Gathered, Quantities
from tqcheck.model import Span
from tqcheck.providers import Provider, Resources
from tqcheck.quantities.broken import across
from tqcheck.quantities.compare.agree import usual_readings
from tqcheck.quantities.compare.match import Around, Key, compare, keys
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
    return Gathered(dict(_compared(article.pairs, held)))


def _compared(pairs: Sequence[Pair], held: Mapping[str, Quantities]) -> Iterator[tuple[str, Quantities]]:
    whole = _keys(quantity for own in held.values() for quantity in own.source)
    for index, pair in enumerate(pairs):
        own = held[pair.id]
        if pair.source is not None and pair.target is not None:
            near = [held[p.id] for p in (*pairs[max(0, index - 1) : index], *pairs[index + 1 : index + 2])]
            around = Around(
                _keys(quantity for other in near for quantity in other.source),
                _keys(quantity for other in near for quantity in other.target),
                whole,
            )
            texts = pair.source_text, pair.target_text
            found = compare(own.source, own.target, around, pair.target.language, texts)
            own = replace(own, changed=found.changed, missing=found.missing, added=found.added)
        yield pair.id, own


def _keys(quantities: Iterable[Quantity]) -> frozenset[Key]:
    """All that the figures can mean; 12.500 only as its language writes it."""
    return frozenset(key for quantity in quantities for key in keys(quantity, usual_readings(quantity)))


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
