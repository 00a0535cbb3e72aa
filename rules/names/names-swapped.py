"""Two names stand in each other's places: A accused B, and the translation has B accuse A."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Names,
    Pair,
    PairFacts,
    Rule,
    Severity,
    Span,
    bad,
    good,
    primary_language,
)
from tqcheck.api.names import swapped_roles


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    assert pair.source is not None
    assert pair.target is not None
    languages = primary_language(pair.source.language), primary_language(pair.target.language)
    for theirs, ours in swapped_roles(pair.source_text, pair.target_text, languages, facts[Names].source)[:1]:
        first, second = sorted((ours.doer, ours.other))
        source = sorted((theirs.doer, theirs.other))
        yield Hit(
            f"In the source it is {theirs.doer.of(pair.source_text)} who does it to "
            f"{theirs.other.of(pair.source_text)}; here it is the other way round.",
            target=Span(first.start, second.end),
            source=Span(source[0].start, source[1].end),
        )


RULE = Rule(
    id="names-swapped",
    summary="Two names have changed places: who did it to whom",
    why="Every name is there, and the report accuses the wrong one.",
    category=Category.NAMES,
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    needs=(Names,),
    check=check,
    examples=(
        bad(
            "哈萨克斯坦在决赛中获胜。乌兹别克斯坦击败了塔吉克斯坦。",
            "Kazakhstan won the final. Tajikistan defeated Uzbekistan.",
            marks=["Tajikistan defeated Uzbekistan"],
            source_marks=["乌兹别克斯坦击败了塔吉克斯坦"],
            languages="zh-en",
        ),
        bad(
            "Россию обвинила Украина.",
            "Russia accused Ukraine.",
            marks=["Russia accused Ukraine"],
            languages="ru-en",
        ),
        bad(
            "La France a été accusée par l’Italie.",
            "France accused Italy.",
            marks=["France accused Italy"],
            languages="fr-en",
        ),
        bad(
            "フランスはイタリアを批判した。",
            "Italy criticised France.",
            marks=["Italy criticised France"],
            languages="ja-en",
        ),
        good("乌兹别克斯坦被塔吉克斯坦指责。", "Tajikistan accused Uzbekistan.", languages="zh-en"),
        good("Украину обвинила Россия.", "Ukraine was accused by Russia.", languages="ru-en"),
        good("Frankreich besiegte Italien.", "Italy defeated France.", languages="de-en"),
    ),
)
