"""Two figures of a sentence in each other's places."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Rule, Severity, SwappedFigures, bad, good
from tqcheck.api.quantities import parse


def check(_pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    for (one, two), (first, second) in facts[SwappedFigures].swaps:
        yield Hit(
            f"“{second.text}” seems to stand where “{first.text}” belongs, and the other way round: "
            f"in the source {one.text} comes first, and what is said of the two is in the same order.",
            target=second.span,
            source=one.span,
            suggestions=(first.text,),
        )
        yield Hit(
            f"“{first.text}” seems to stand where “{second.text}” belongs.",
            target=first.span,
            source=two.span,
            suggestions=(second.text,),
        )


def _told(source: str, target: str, languages: str) -> SwappedFigures:
    """What the embedder says of an example of two figures."""
    (one, two), (second, first) = (
        [figure for figure in parse(text, language) if figure.clear][:2]
        for text, language in zip((source, target), languages.split("-"), strict=True)
    )
    return SwappedFigures((((one, two), (first, second)),))


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
            *_TOLLS, _told(*_TOLLS, "zh-en"), marks=["15", "80"], source_marks=["80", "15"], languages="zh-en"
        ),
        bad(*_FIRES, _told(*_FIRES, "de-en"), marks=["14", "90"], suggestion="90", languages="de-en"),
        bad(*_SHIPS, _told(*_SHIPS, "ru-en"), marks=["27", "1,200"], suggestion="1,200", languages="ru-en"),
        bad(*_VINES, _told(*_VINES, "fr-en"), marks=["320", "45"], suggestion="45", languages="fr-en"),
        good(
            "En 28 partidos marcó 39 puntos.",
            "He scored 39 points in 28 games.",
            SwappedFigures(),
            languages="es-en",
        ),
    ),
)
