"""A text whose figures are one character each, so that patterns can speak of what stands around and between them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tqcheck.model import Span
from tqcheck.quantities.model import Kind, Quantity

MARK = "\ue000"  # a figure, in patterns and skeletons
_FULL_STOP = re.compile(r"(?:(?<![.!?…])[.!?…]++[\"”’»)\]]*+(?=\s+[^\s\da-zа-яß-ÿ])|[。！？!?]|\n)")
_ARTICLE = re.compile(r"\s(?:total|conjunto|ensemble)\b")  # un total de 26: no figure
_FIGURES = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.YEAR})


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a skeleton: `figures[n]` is the n-th MARK of `text`, which stands at `places[n]`."""

    text: str
    figures: tuple[Quantity, ...]
    places: tuple[int, ...]

    def gap(self, index: int) -> str:
        """What stands before the figure at `index`, from the one before it; before the first, the sentence's start.

        `gap(len(figures))` is the rest of the sentence.
        """
        start = self.places[index - 1] + 1 if index > 0 else 0
        return self.text[start : self.places[index] if index < len(self.places) else None]


def sentences(text: str, quantities: Iterable[Quantity], least: int = 2) -> list[Sentence]:
    """The sentences of a text that have `least` figures or more.

    Of figures that overlap, the one that is surely read stands, else the longer. Dates and times but for years are
    left as text.
    """
    chars, taken = list(text.replace(MARK, " ")), bytearray(len(text))
    chosen = list[Quantity]()
    for quantity in sorted(quantities, key=lambda q: (-q.standing, -len(q.span))):
        start, end = quantity.span.start, quantity.span.end
        if not quantity.readings or quantity.kind not in _FIGURES or _ARTICLE.match(text, end):
            continue
        if end > start and not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            chosen.append(quantity)
    chosen.sort(key=lambda q: q.span)
    for quantity in chosen:
        chars[quantity.span.start : quantity.span.end] = [MARK, *[""] * (len(quantity.span) - 1)]
    # Full stops are looked for in the skeleton, where none is part of a number.
    skeleton = "".join(chars)
    cuts = [match.end() for match in _FULL_STOP.finditer(skeleton)]
    found, at, start = list[Sentence](), 0, 0
    for end in (*cuts, len(skeleton)):
        part = skeleton[start:end]
        count = part.count(MARK)
        if count >= least:
            places = tuple(match.start() for match in re.finditer(MARK, part))
            found.append(Sentence(part, tuple(chosen[at : at + count]), places))
        at, start = at + count, end
    return found


def covering(figures: Iterable[Quantity]) -> Span:
    """The smallest span that holds all the figures; at least one."""
    spans = [figure.span for figure in figures]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
