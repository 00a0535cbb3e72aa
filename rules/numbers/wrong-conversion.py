"""An amount in brackets that is not the one before it in another unit: 3,000 metres (8,842 ft)."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Quantities,
    Reads,
    Rule,
    Severity,
    Span,
    bad,
    good,
)
from tqcheck.api.quantities import number, said_alike, wrong_conversions


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    known = facts[Quantities]
    for found in wrong_conversions(pair.target_text, known.target):
        if said_alike((found.first, found.second), known.source):
            continue
        first, second = (each.full_span.of(pair.target_text) for each in (found.first, found.second))
        unit = found.second.unit.symbol if found.second.unit else ""
        yield Hit(
            f"“{first}” and “{second}” are not the same amount: {first} would be about "
            f"{number(found.expected)} {unit}. Check both.",
            target=Span(found.first.full_span.start, found.second.full_span.end),
        )


RULE = Rule(
    id="wrong-conversion",
    summary="An amount in brackets is not the one before it in another unit",
    why="The two contradict each other, and the reader cannot tell which of them is right.",
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            None,
            "The peak is 3,000 metres (8,842 ft) high.",
            marks=["3,000 metres (8,842 ft"],
            languages="und-en",
        ),
        bad(
            None,
            "Die Strecke ist 120 Kilometer (120 Meilen) lang.",
            marks=["120 Kilometer (120 Meilen"],
            languages="und-de",
        ),
        bad(
            None,
            "El depósito pesa 50 kg (225 libras).",
            marks=["50 kg (225 libras"],
            languages="und-es",
        ),
        bad(
            None,
            "Il faisait 30 °C (68 °F) à l’ombre.",
            marks=["30 °C (68 °F"],
            languages="und-fr",
        ),
        bad(
            "山高3000米。",
            "It is 3,000 metres (8,842 ft) high.",
            marks=["3,000 metres (8,842 ft"],
            languages="zh-en",
        ),
        good(
            None, "The peak is 3,000 metres (9,843 ft) high, 5 km (about 3 miles) away.", languages="und-en"
        ),
        good(None, "Bei 30 °C (90 °F), 100 km/h (60 mph)", languages="und-de"),
        good(None, "Mide 5 ft 11 in (1,80 m) y pesa 70-75 kg (154-165 lb).", languages="und-es"),
        good("高3000米（8842英尺）。", "It is 3,000 metres (8,842 ft) high.", languages="zh-en"),
    ),
)
