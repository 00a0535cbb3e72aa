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
    "预约服务收费30美元，而一日通票的价格只要10美元。",
    "The reservation service costs $10, a one-day pass only $30.",
)
_FIRES = (
    "Rund 60 Geräte überhitzten und lösten 16 Brände aus.",
    "About 16 devices overheated and caused 60 fires.",
)
_SHIPS = "Из 1200 судов затонули 27.", "Of 27 ships, 1,200 sank."


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
            *_TOLLS, _told(*_TOLLS, "zh-en"), marks=["10", "30"], source_marks=["30", "10"], languages="zh-en"
        ),
        bad(*_FIRES, _told(*_FIRES, "de-en"), marks=["16", "60"], suggestion="60", languages="de-en"),
        bad(*_SHIPS, _told(*_SHIPS, "ru-en"), marks=["27", "1,200"], suggestion="1,200", languages="ru-en"),
        good(
            "En 28 partidos marcó 39 puntos.",
            "He scored 39 points in 28 games.",
            SwappedFigures(),
            languages="es-en",
        ),
    ),
)
