"""Damaged words and figures of a source sentence, each with how it should read where that can be told.

What copying, recognition and bad encodings do to a text (Nguyen et al. 2021, "Survey of Post-OCR Processing
Approaches"): letters taken for others, lost or doubled, words glued or split, spaces between all letters, encodings
mistaken. Whether a translation suffers from it is not decided here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from tqcheck.model import Span
from tqcheck.source_faults import encoding, figures, letters, lookalikes, lost, spacing


class DamageKind(StrEnum):
    """What happened to a word, in the words of a report."""

    LOOKALIKE = "characters stand in it that only look like the right ones"
    LETTERS = "letters were lost, added or taken for others"
    FIGURE = "a figure has letters or a gap in it"
    SPLIT = "a space splits a word"
    SPACED = "spaces stand between all its characters"
    GLUED = "the space between two words was lost"
    LOST = "characters of it were lost"
    ENCODING = "it was decoded with the wrong encoding"


@dataclass(frozen=True, slots=True)
class Damage:
    """`text[span]` of a sentence should read `fixed` (None: nobody can tell what was lost). `certain`: nothing that is meant
    looks so, whatever a list has.
    """

    kind: DamageKind
    span: Span
    fixed: str | None
    certain: bool


_Detect: TypeAlias = Callable[[str, str], Iterable[tuple[Span, str | None]]]
# In the order in which they are believed: a word has one damage.
_DETECTORS: tuple[tuple[DamageKind, _Detect, bool], ...] = (
    (DamageKind.ENCODING, encoding.mistaken, True),
    (DamageKind.LOST, lost.lost, True),
    (DamageKind.LOOKALIKE, lookalikes.strangers, True),
    (DamageKind.FIGURE, figures.holed, True),
    (DamageKind.SPACED, spacing.spaced_out, True),
    (DamageKind.SPLIT, spacing.split, False),
    (DamageKind.GLUED, spacing.glued, False),
    (DamageKind.LETTERS, letters.misread, False),
    (DamageKind.LOOKALIKE, lookalikes.confused_han, False),
    (DamageKind.LOOKALIKE, lookalikes.confused_kana, False),
    (DamageKind.LOOKALIKE, lookalikes.lone_kana, False),
)


def damages(text: str, language: str) -> Iterator[Damage]:
    """What looks damaged in a source sentence, for the caller to confirm by its translation and `letters.is_word`."""
    taken = list[Span]()
    for kind, detect, certain in _DETECTORS:
        for span, fixed in detect(text, language):
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield Damage(kind, span, fixed, certain)
