"""Two figures in each other's places: $30 for the reservation and $10 for the pass, told the other way round.

Each value is right, so only the words around them tell. Where two figures stand in the other order than in the source,
either their clauses have changed places, as they often do, or only the figures have.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tqcheck.quantities.compare.agree import Agreement, agreement
from tqcheck.quantities.model import Kind, Quantity

# Characters around a figure that tell what it counts; a Han character says as much as three letters.
_AROUND, _AROUND_HAN = 60, 20
_LEAST, _LEAST_HAN = 10, 5
_HAN = frozenset({"zh", "ja", "yue"})
# Two figures this near are one range or score ("9 to 12", "2-0"), and have one context.
_APART = 6
_LISTED = re.compile(
    r"[ \u00a0]*(?:[,、，;；]|[,、，;；]? ?(?:and|und|et|y|e|и|та|i|en|ve|و|और|和|与|與|及)|와|과)[ \u00a0]*"
)
# 134 of the 700: Chinese and Russian name the whole first, English the part.
_PART_OF = re.compile(r"(?:\W+\w+)?\W+(?:of|von|der|des?|из|z|van|di)\W+(?:\w+\W+)?", re.IGNORECASE)
# 1,334 lines in 11 towns, 3,600 players from 256 teams: what Chinese names first.
_LINKED = re.compile(
    r"(?:^|\W)(?:of|in|from|at|across|among|by|for|with|over|during|out of|von|aus|in|bei|für|mit|über|während|de|des|du|dans"
    r"|à|chez|pour|avec|en|para|con|por|da|di|a|per|из|в|во|на|с|со|от|для|за|у|по|при|із|зі|з|від|z|ze|w|we|dla|na)"
    r"(?:\W+[^\W\d]+){0,3}\W*$",
    re.IGNORECASE,
)
# Up to 6 % from 2 %: the words between, not the clauses, change places.
_FROM = re.compile(r"\b(?:from|than|von|depuis|с|от|desde|dal|od)\b(?:\W+\w+){0,2}\W*$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:，；：、—–]|\b(?:and|while|but|und|et|y|и|а)\b|[而但并和]")
# A date's parts change places in every language.
_ORDERED = frozenset({Kind.NUMBER, Kind.PERCENT, Kind.MULTIPLE})


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two figures of a pair that stand in the other order in the target.

    `contexts` are what stands around the two of the source, then around the two of the target, without the figures;
    None where they need not be asked: 15 islands and 20 km² told as 20 islands and 15 km², or 3 % and 5 % as 5 % and 3 %.
    """

    source: tuple[Quantity, Quantity]
    target: tuple[Quantity, Quantity]
    contexts: tuple[str, str, str, str] | None = None


def crossings(
    source_text: str,
    target_text: str,
    source: Sequence[Quantity],
    target: Sequence[Quantity],
    languages: tuple[str, str],
) -> Iterator[Crossing]:
    """The crossings of a pair in which every figure has one answer and enough words of its own around it.

    Where both have units that are exchanged, each figure has a wrong unit: that is another finding.
    """
    ours, theirs = _figures(source), _figures(target)
    answers = {}
    for s in ours:
        told = [t for t in theirs if agreement(s, t) is Agreement.EQUAL]
        if len(told) == 1 and sum(agreement(other, told[0]) is not None for other in ours) == 1:
            answers[s.span] = told[0]
    known = [s for s in ours if s.span in answers]
    for index, one in enumerate(known):
        for two in known[index + 1 :]:
            first, second = answers[one.span], answers[two.span]
            if _are_listed(source_text, one, two) and _are_listed(target_text, second, first):
                yield Crossing((one, two), (first, second))
                continue
            if second.span.end + _APART > first.span.start or one.span.end + _APART > two.span.start:
                continue
            if _PART_OF.fullmatch(target_text, second.full_span.end, first.full_span.start) or any(
                _FROM.search(target_text[max(0, each.span.start - _AROUND) : each.span.start])
                for each in (first, second)
            ):
                continue
            counted = _counted(one), _counted(two), _counted(first), _counted(second)
            if counted[0] != counted[1]:
                if counted[:2] == (counted[3], counted[2]) and any(unit is None for _, unit in counted):
                    yield Crossing((one, two), (first, second))
                continue
            said = source_text[one.full_span.end : two.full_span.start]
            between = target_text[second.full_span.end : first.full_span.start]
            if _LINKED.search(between) and not _CLAUSE.search(between) and not _CLAUSE.search(said):
                continue
            contexts = (
                _context(source_text, one, ours, languages[0]),
                _context(source_text, two, ours, languages[0]),
                _context(target_text, first, theirs, languages[1]),
                _context(target_text, second, theirs, languages[1]),
            )
            if all(contexts):
                yield Crossing((one, two), (first, second), contexts)


def _are_listed(text: str, one: Quantity, two: Quantity) -> bool:
    """Whether two figures are neighbours in a list, whose order every translation keeps: 63.3%、86.3%."""
    return _LISTED.fullmatch(text, one.full_span.end, max(one.full_span.end, two.full_span.start)) is not None


def _figures(quantities: Sequence[Quantity]) -> list[Quantity]:
    return [
        q
        for q in quantities
        if q.clear and q.readings and q.kind in _ORDERED and q.date < 0 and q.extent is None
    ]


def _counted(quantity: Quantity) -> tuple[Kind, str | None]:
    return quantity.kind, quantity.unit.symbol if quantity.unit else None


def _context(text: str, figure: Quantity, figures: Sequence[Quantity], language: str) -> str:
    """The words around a figure, empty if they are too few to tell anything. Words between two figures are shared out."""
    width, least = (_AROUND_HAN, _LEAST_HAN) if language in _HAN else (_AROUND, _LEAST)
    place = figure.full_span
    before = max((f.full_span.end for f in figures if f.full_span.end <= place.start), default=None)
    after = min((f.full_span.start for f in figures if f.full_span.start >= place.end), default=None)
    left, right = text[before or 0 : place.start], text[place.end : after]
    if before is not None:
        left = left[_division(left) :]
    if after is not None:
        right = right[: _division(right)]
    context = f"{left[-width:]} {right[:width]}".strip()
    return context if sum(char.isalpha() for char in context) >= least else ""


def _division(between: str) -> int:
    """Where the words of one figure end and those of the next begin: at the clause that begins nearest the middle."""
    middle = len(between) // 2
    return min(
        (match.start() for match in _CLAUSE.finditer(between)),
        key=lambda at: abs(at - middle),
        default=middle,
    )
