"""The right figure with another unit: 60 km told as 60 miles."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Quantities, Rule, Severity, bad, good
from tqcheck.api.quantities import ChangeKind, ends_alone


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    changes = [change for change in facts[Quantities].changed if change.kind is ChangeKind.UNIT]
    for change in ends_alone(changes):
        source, target = change.source, change.target
        said, told = source.full_span.of(pair.source_text), target.full_span.of(pair.target_text)
        yield Hit(
            f"The source says “{said}”; the translation has the same figure with another unit, “{told}”.",
            target=target.full_span,
            source=source.full_span,
            confidence=change.confidence(pair.confidence),
        )


RULE = Rule(
    id="unit-changed",
    summary="A figure has another unit than in the source",
    why="The figure looks right and means something else: 60 miles are nearly 100 km.",
    category=Category.NUMBERS,
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
    check=check,
    examples=(
        bad(
            "Die Strecke ist 60 Kilometer lang.",
            "The line is 60 miles long.",
            marks=["60 miles"],
            source_marks=["60 Kilometer"],
            languages="de-en",
        ),
        bad(
            "面积为35万平方米。",
            "It covers an area of 350,000 metres.",
            marks=["350,000 metres"],
            languages="zh-en",
        ),
        bad(
            "Скорость достигала 90 км/ч.",
            "It reached a speed of 90 mph.",
            marks=["90 mph"],
            languages="ru-en",
        ),
        bad(
            "Le voyage a duré trois semaines.",
            "The journey took three months.",
            marks=["three months"],
            languages="fr-en",
        ),
        good("60公里，一千斤", "37 miles, 500 kilograms", languages="zh-en"),
        good("Il fait 30 degrés.", "It is 30 °C.", languages="fr-en"),
        good(
            "La torre mide 100 metros (328 pies).",
            "The tower is 328 feet (100 metres) tall.",
            languages="es-en",
        ),
    ),
)
