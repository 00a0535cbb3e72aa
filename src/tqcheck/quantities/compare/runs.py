"""Figures that were lost or invented together, and how they are told: an editor wants one finding for one fault."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from tqcheck.model import Span
from tqcheck.quantities.model import Kind, Quantity
from tqcheck.quantities.write.rewrite import told

# A single digit may be answered from anywhere in the sentence.
_TELLING = 10
_DATED = frozenset({Kind.YEAR, Kind.MONTH, Kind.DAY, Kind.WEEKDAY, Kind.TIME})


def in_runs(left: Sequence[Quantity], own: Sequence[Quantity]) -> list[list[Quantity]]:
    """The leftover figures of a side, together where no figure that tells that the clause is there stands between them."""
    spans = {quantity.span for quantity in left}
    shown = (q for q in own if q.span in spans or (q.clear and q.readings and q.value >= _TELLING))
    return [list(run) for lost, run in groupby(shown, key=lambda quantity: quantity.span in spans) if lost]


def covering_all(figures: Sequence[Quantity]) -> Span:
    """From the first of the figures to the end of the last."""
    return Span(min(q.full_span.start for q in figures), max(q.full_span.end for q in figures))


def told_together(figures: Sequence[Quantity], text: str) -> tuple[str, int]:
    """The figures as `told` has them, dates whole and once, and how many they are: "67%, 75% and May 2024", 3."""
    said = list(dict.fromkeys(_told(figures, text)))
    return " and ".join(filter(None, (", ".join(said[:-1]), said[-1]))), len(said)


def _told(figures: Sequence[Quantity], text: str) -> Iterator[str]:
    for figure in figures:
        dated = figure.kind in _DATED or figure.date >= 0
        if figure.kind is Kind.YEAR and all(q is figure or q.date != figure.date for q in figures):
            yield figure.text  # the rest of its date is told
            continue
        yield " ".join(figure.full_span.of(text).split()) if dated else told(figure)
