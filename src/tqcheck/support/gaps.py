"""Phrases that the other side has nothing for: runs of content words without a counterpart, and how likely they are gaps.

A run is a segment of highest sum (Kadane) over the words, where a carried word counts against it and an uncarried one for
it, by their information; punctuation inside a run costs. What was freely translated looks alike but for three things:
the other side then has unexplained words of its own, it is as long as it should be, and a sentence vector does not come
nearer to the other side when the run is left out.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tqcheck.lexicon.words import UNSPACED
from tqcheck.model import Span
from tqcheck.support.lexical import Unit

# Runs of marks between clauses. A full stop, comma or colon is one before white space, other marks, the end and scripts
# that write no spaces (not in 1.5 or 9:30), a full stop not after a single letter either: U.S., J. Smith, z. B.
_MARKS = ';!?()\\[\\]“”"«»—–，。；：！？（）、「」『』…،؛।'
_BREAK = re.compile(
    rf"(?:[{_MARKS}]|(?:(?<!\b[A-Za-zÀ-ÿА-яЁё])\.|[,:])(?=[\s.,:'’{_MARKS}\u3040-\u30ff\u3400-\u9fff]|\Z))+"
)
# Bels. What a mark between two words costs a run: about one uncarried word. An unknown word counts this share of one.
_CROSSING = 3.0
_UNKNOWN = 0.1
# Below this strength a word is uncarried.
CARRIED = 0.3
# What an unknown word leaves unexplained, in shares of its information: nobody knows, so about half.
_UNKNOWN_HERE, _UNKNOWN_THERE = 0.5, 0.4
# Phrases are looked for: of single words names, figures and negations have rules of their own, the others are freely
# translated too often.
_FEWEST = 3
# Words at either end of a run that a clause may begin after, or end before.
_INNER = 2
# The most such clauses, as each place is embedded twice: 3 of 4077 runs in WMT's human translations have more.
_CLAUSES = 3
# The least share of the rest of a side that must be carried: elsewhere the lexicon or the alignment is at a loss.
_REST = 0.3

# Logistic regressions, for a foreign and for an English side: the run has no counterpart. `tools/support/fit.py` fits them
# and sets the constant so that log odds of 0 are what is to be told; data/ORIGIN.md says on what, and what they are worth.
PATH = Path(__file__).parent / "data" / "weights.json"
SIDES = ("foreign", "english")
# The sum of the run, its uncarried words, the share of unknown ones, the share of the rest that is carried, what the other
# side leaves unexplained, what the run does, their ratio, the length that is missing in lengths of the run, the log
# information of the rest, the cosine gained without the run, that of the run, that of the side.
NAMES = (
    "sum", "uncarried", "unknown", "carried elsewhere", "unexplained there", "unexplained here", "unexplained there / here",
    "missing length", "rest", "gain", "run cosine", "cosine", "constant",
)  # fmt: skip
# Beyond these, figures tell no more: lengths missing, in lengths of the run; cosines gained.
_SHORTEST, _LONGEST, _MOST_GAINED = -0.5, 1.3, 0.25
# What no run of interest exceeds when nothing was embedded yet.
_HOPED = (0.2, 0.3, 0.6)
# Log odds below which nothing is of interest; between here and 0 confidence is low.
LOWEST = -1.5


# Of letters: as many of them capitals as two make an acronym (SAS, CalFire, ОДА).
_CAPITALS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair: its text, its content words and their strengths."""

    text: str
    language: str
    units: Sequence[Unit]
    strengths: Sequence[float | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of a side: `words` of it are uncarried, the `units` at `first` to `last` are its content words.

    `spans` are the places that it may take up, `features` what can be told of it without an embedder.
    """

    spans: tuple[Span, ...]
    words: int
    first: int
    last: int
    features: tuple[float, ...]


def left_out(text: str, span: Span) -> str:
    """The text without what is marked."""
    return f"{text[: span.start].rstrip()} {text[span.end :].lstrip()}".strip()


def candidate(side: Side, other: Side, ratio: float) -> Candidate | None:
    """The likeliest gap of a side. `ratio`: the usual length of the other side, as a multiple of this one's."""
    run = _run(side)
    if run is None:
        return None
    score, first, last = run
    inside = range(first, last + 1)
    uncarried = sum(1 for at in inside if _is_uncarried(side.strengths[at]))
    if uncarried < _FEWEST:
        return None
    if _spells_out(side, first, last, other.text):
        return None
    rest = [
        (unit.information, strength)
        for at, (unit, strength) in enumerate(zip(side.units, side.strengths, strict=True))
        if strength is not None and unit.information and at not in inside
    ]
    weight = sum(information for information, _ in rest)
    carried = sum(information * strength for information, strength in rest) / weight if weight else 0.0
    if carried < _REST:
        return None
    open_there = _unexplained(other.units, other.strengths, _UNKNOWN_THERE)
    open_here = _unexplained(side.units[first : last + 1], side.strengths[first : last + 1], _UNKNOWN_HERE)
    spans = _spans(side, first, last)
    short = (len(side.text) * ratio - len(other.text)) / max(1.0, len(spans[0]) * ratio)
    unknown = sum(1 for at in inside if side.strengths[at] is None) / len(inside)
    features = (
        min(score, 30.0),
        min(uncarried, 8),
        unknown,
        carried,
        min(open_there, 30.0),
        min(open_here, 40.0),
        open_there / (open_here + 1),
        max(_SHORTEST, min(_LONGEST, short)),
        math.log1p(weight),
    )
    return Candidate(spans, uncarried, first, last, features)


def hopeful(found: Candidate, language: str) -> bool:
    """Whether it may be a gap, whatever the embedder will say: the others need not be embedded."""
    return _logit(measured(found, *_HOPED), language) > LOWEST


def score(found: Candidate, language: str, gain: float, run_cosine: float, cosine: float) -> float:
    """The log odds that a run of a side in `language` is a gap, 0 where it is to be told.

    `gain`: by how much the side comes nearer to the other without the run; `cosine` and `run_cosine`: how near it and the
    run by itself are to the other.
    """
    if gain <= 0:
        return -math.inf
    return _logit(measured(found, gain, run_cosine, cosine), language)


def measured(found: Candidate, gain: float, run_cosine: float, cosine: float) -> tuple[float, ...]:
    """One number for each of NAMES; arguments as for `score`."""
    return *found.features, min(gain, _MOST_GAINED), run_cosine, cosine, 1.0


def _logit(values: tuple[float, ...], language: str) -> float:
    weights = _weights()["english" if language == "en" else "foreign"]
    return sum(weight * value for weight, value in zip(weights, values, strict=True))


@cache
def _weights() -> Mapping[str, tuple[float, ...]]:
    fitted = json.loads(PATH.read_text(encoding="utf-8"))
    if any(tuple(fitted[side]) != NAMES for side in SIDES):
        raise ValueError(f"{PATH.name} is of other features: run tools/support/fit.py")
    return {side: tuple(fitted[side].values()) for side in SIDES}


def _is_uncarried(strength: float | None) -> bool:
    return strength is not None and strength < CARRIED


def _spells_out(side: Side, first: int, last: int, other: str) -> bool:
    """Whether the run may be what an acronym of the other side stands for: Special Air Service, SAS."""
    words = [unit.span.of(side.text) for unit in side.units[first : last + 1]]
    if sum(1 for word in words if word[0].isupper()) < 2:
        return False
    rest = side.text[: side.units[first].span.start] + side.text[side.units[last].span.end :]
    return any(
        sum(map(str.isupper, match[0])) >= 2 and match[0] not in rest for match in _CAPITALS.finditer(other)
    )


def _unexplained(units: Sequence[Unit], strengths: Sequence[float | None], unknown: float) -> float:
    return sum(
        unit.information * (unknown if strength is None else 1 - strength)
        for unit, strength in zip(units, strengths, strict=True)
    )


def _run(side: Side) -> tuple[float, int, int] | None:
    """(sum, first, last) of the units whose sum is the highest; None if none is above 0."""
    best: tuple[float, int, int] | None = None
    total, start = 0.0, 0
    breaks = [match.start() for match in _BREAK.finditer(side.text)]
    passed = [bisect_left(breaks, unit.span.start) for unit in side.units]
    for at, (unit, strength) in enumerate(zip(side.units, side.strengths, strict=True)):
        if at and passed[at - 1] < passed[at]:
            total -= _CROSSING
        if total <= 0:
            total, start = 0.0, at
        total += unit.information * (_UNKNOWN if strength is None else 1 - 2 * strength)
        if total > 0 and (best is None or total > best[0]):
            best = total, start, at
    return best


def _spans(side: Side, first: int, last: int) -> tuple[Span, ...]:
    """Where the run may begin and end: with the small words beside it, or where a clause does, out- or inside of it."""
    places = [unit.span for unit in side.units]
    breaks = [match.span() for match in _BREAK.finditer(side.text)]
    start, end = places[first].start, places[last].end
    opens = max((stop for _, stop in breaks if stop <= start), default=0)
    closes = min((begin for begin, _ in breaks if begin >= end), default=len(side.text))
    before = places[first - 1].end if first else 0
    after = places[last + 1].start if last + 1 < len(places) else len(side.text)
    if side.language not in UNSPACED:
        start = max(before, opens)
    if after >= closes:
        end = closes
    starts, ends = [start, opens], [end, closes]
    inner = min(_INNER, last - first - _FEWEST + 1)
    if inner > 0:
        begun = [stop for _, stop in breaks if places[first].end <= stop <= places[first + inner].start]
        ended = [begin for begin, _ in breaks if places[last - inner].end <= begin <= places[last].start]
        starts += begun[:_CLAUSES]
        ends += ended[-_CLAUSES:]
    return tuple(
        dict.fromkeys(
            _stripped(side.text, low, high)
            for low in starts
            for high in ends
            if sum(1 for place in places[first : last + 1] if low <= place.start and place.end <= high)
            >= _FEWEST
        )
    )


def _stripped(text: str, start: int, end: int) -> Span:
    marked = text[start:end]
    start += len(marked) - len(marked.lstrip())
    return Span(start, start + len(marked.strip()))
