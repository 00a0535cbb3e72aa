"""Two figures of a sentence in each other's places."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Rule,
    Severity,
    Span,
    SwappedFigures,
    bad,
    good,
)
from tqcheck.api.quantities import Quantity


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    for (one, two), (first, second) in facts[SwappedFigures].swaps:
        start, end = second.full_span.start, first.full_span.end
        text = pair.target_text
        between = text[second.span.end : first.span.start]
        right = (
            text[start : second.span.start],
            first.text,
            between,
            second.text,
            text[first.span.end : end],
        )
        yield Hit(
            f"“{second.text}” and “{first.text}” seem to have changed places: in the source {one.text} comes first, "
            f"and what is said of the two is in the same order.",
            target=Span(start, end),
            source=Span(one.full_span.start, two.full_span.end),
            suggestions=("".join(right),),
        )


def _told(example: tuple[str, str], source: tuple[str, str], target: tuple[str, str]) -> SwappedFigures:
    """What the embedder says of an example: its two figures, and those in their places. Made by hand, since reading them
    would load the tables of their languages whenever the rule is loaded.
    """
    one, two = (_figure(example[0], text) for text in source)
    second, first = (_figure(example[1], text) for text in target)
    return SwappedFigures((((one, two), (first, second)),))


def _figure(sentence: str, text: str) -> Quantity:
    start = sentence.index(text)
    return Quantity(Span(start, start + len(text)), text, (Fraction(text.replace(",", "")),))


_TOLLS = (
    "单程船票售价80元，而儿童票只要15元。",
    "A single ferry ticket costs 15 yuan, while one for a child costs only 80 yuan.",
)
_FIRES = (
    "Rund 90 Läufer brachen das Rennen ab, und 14 kamen ins Krankenhaus.",
    "About 14 runners abandoned the race, and 90 were taken to hospital.",
)
_SHIPS = "Из 1200 судов затонули 27.", "Of 27 ships, 1,200 sank."
_VINES = (
    "La cave produit 45 vins sur 320 hectares.",
    "The winery makes 320 wines on 45 hectares.",
)


RULE = Rule(
    id="number-swapped",
    summary="Two numbers stand in each other's places",
    why="Every figure is there, and each says something wrong.",
    category=Category.NUMBERS,
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    needs=(SwappedFigures,),
    check=check,
    examples=(
        bad(
            *_TOLLS,
            _told(_TOLLS, ("80", "15"), ("15", "80")),
            marks=["15 yuan, while one for a child costs only 80"],
            suggestion="80 yuan, while one for a child costs only 15",
            languages="zh-en",
        ),
        bad(
            *_FIRES,
            _told(_FIRES, ("90", "14"), ("14", "90")),
            marks=["14 runners abandoned the race, and 90"],
            suggestion="90 runners abandoned the race, and 14",
            languages="de-en",
        ),
        bad(
            *_SHIPS,
            _told(_SHIPS, ("1200", "27"), ("27", "1,200")),
            marks=["27 ships, 1,200"],
            languages="ru-en",
        ),
        bad(
            *_VINES, _told(_VINES, ("45", "320"), ("320", "45")), marks=["320 wines on 45"], languages="fr-en"
        ),
        good(
            "En 28 partidos marcó 39 puntos.",
            "He scored 39 points in 28 games.",
            SwappedFigures(),
            languages="es-en",
        ),
    ),
)
