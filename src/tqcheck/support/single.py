"""Single words that the other side has nothing for, for an editor who asks about a sentence; no finding is made of them.

Four in five of the words that the lexicon sees no counterpart of are freely translated, or are not in the lexicon. Left
over are those that it knows well, where the other side has no words to spare that may stand for them, and without which
the sentence comes nearer to its other side.
"""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.lexicon import surely_said
from tqcheck.support.gaps import CARRIED, Side
from tqcheck.support.lexical import Unit, single_characters

# Bels: what is commoner (go, make, thing) is freely translated too often.
_RARE = 3.0
# A foreign word with a rendering as probable as this, or an English one that is such a rendering: where their counterpart
# stands, the lexicon sees it. Planted gaps of one word (NTREX-128) pass 2.9 (English) to 8 times (foreign) as often as
# words of the translations as they are.
_KNOWN_WELL = 0.5
# Bels of unexplained words of the other side, within this share of a sentence: about one word, as good as carried.
_SPARE, _NEAR = 5.0, 0.35
# What an unknown word leaves unexplained, in shares of its information: nobody knows, so half.
_UNKNOWN = 0.5
# By how much the cosine of the two sides grows without the word, at the least. In human translations (95,700 words of news,
# TICO-19 and WMT's references, zh ja ko ru de fr es pt to English) it marks 293 words at .02, 181 at .03, 105 at .04, 77 at
# .05 and 31 at .08. Those of .05 and more, read: 43 have no counterpart indeed, 25 are told by a phrase or freely, 9 have
# one; of 56 from .03 to .05 these are 27, 15 and 14. Of single words cut out of the other side
# (NTREX-128, zh de ru fr) 25 of 329 are told.
GAIN = 0.05


def doubted(side: Side, other: Side, foreign: str) -> Iterator[Unit]:
    """The words of a side that seem to have no counterpart, as far as can be told without an embedder.

    `foreign` is the language that is not English.
    """
    spare = list(_spare(other))
    for unit, strength in zip(side.units, side.strengths, strict=True):
        if strength is None or strength >= CARRIED or unit.information < _RARE:
            continue
        place = _place(unit, side)
        beside = sum(information for there, information in spare if abs(there - place) <= _NEAR)
        if beside <= _SPARE and _is_known_well(unit, side.language, foreign):
            yield unit


def _is_known_well(unit: Unit, language: str, foreign: str) -> bool:
    if language == "en":
        return unit.key in surely_said(foreign, _KNOWN_WELL)
    return max(unit.renderings.values(), default=0.0) >= _KNOWN_WELL


def _spare(side: Side) -> Iterator[tuple[float, float]]:
    """What is unexplained of a side: places, and information in bels."""
    for unit, strength in zip(side.units, side.strengths, strict=True):
        yield _place(unit, side), unit.information * (_UNKNOWN if strength is None else 1 - strength)
    for unit in single_characters(side.text, side.language):
        yield _place(unit, side), unit.information * _UNKNOWN


def _place(unit: Unit, side: Side) -> float:
    """Where in its side a word stands: 0 at the beginning, 1 at the end."""
    return (unit.span.start + unit.span.end) / 2 / len(side.text)
