"""Words that are none: machine translation coins them, and hands slip."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    Severity,
    Vocabulary,
    WordFault,
    bad,
    good,
)


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    for unknown in facts[Vocabulary].unknown:
        if unknown.fault is not WordFault.NON_WORD:
            continue
        word = unknown.span.of(pair.target_text)
        meant = f"; “{unknown.near[0]}” may be meant" if unknown.near else ""
        yield Hit(f"“{word}” is not a word{meant}.", target=unknown.span, suggestions=unknown.near)


RULE = Rule(
    id="non-word",
    summary="A word that is not a word",
    why="Readers stumble over it, and it often hides what was meant.",
    category=Category.SPELLING,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    needs=(Vocabulary,),
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "双方支持多边主义。",
            "Both sides support multilaterisation of trade.",
            marks=["multilaterisation"],
            languages="zh-en",
        ),
        bad(
            "Das Land und die Regierung sind bereit.",
            "The country and the governmnet are ready.",
            marks=["governmnet"],
            suggestion="government",
            languages="de-en",
        ),
        bad(
            None,
            "They met wtih the Eurpoean minister yesterday and dosen’t say why.",
            marks=["wtih", "Eurpoean", "dosen’t"],
            suggestion="with",
            languages="und-en",
        ),
        bad(
            None,
            "The bridge was closed for seven moths becuse the rives had risen.",
            marks=["becuse"],
            suggestion="because",
            languages="und-en",
        ),
        good(
            "L'équipe a mangé des varenyky chez Kowalczuk.",
            "The springless team unhurriedly ate varenyky; a desertification specialist called it glycaemic.",
            languages="fr-en",
        ),
        good(
            None,
            "Haha, aaah! He sang “la vida es bella”, thou knowest, ere the ahistoric eshop of Zhang Weiping closed.",
            languages="und-en",
        ),
    ),
)
