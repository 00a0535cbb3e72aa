"""Overlapping spans of a text as flat pieces, which markup can hold where it could not hold the spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tqcheck.model import Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, or a place in it (empty text), that the same spans cover throughout.

    `covers` and `ends` are indices of spans: those that cover the piece, and those that end with it.
    """

    text: str
    covers: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def flat_pieces(text: str, spans: Sequence[Span]) -> tuple[Piece, ...]:
    """Cut `text` at every edge of `spans`; the pieces joined are the text, and each span ends in one of them.

    An empty span becomes a piece without text. What lies beyond the text is cut off.
    """
    edges = [(min(span.start, len(text)), min(span.end, len(text))) for span in spans]
    cuts = sorted({0, len(text), *(edge for pair in edges for edge in pair)})
    pieces = [_place(0, edges)]
    for start, end in pairwise(cuts):
        covers = tuple(i for i, (low, high) in enumerate(edges) if low <= start and end <= high)
        pieces.append(Piece(text[start:end], covers, tuple(i for i in covers if edges[i][1] == end)))
        pieces.append(_place(end, edges))
    return tuple(piece for piece in pieces if piece.text or piece.ends)


def _place(at: int, edges: Sequence[tuple[int, int]]) -> Piece:
    empty = tuple(i for i, edge in enumerate(edges) if edge == (at, at))
    return Piece("", empty, empty)
