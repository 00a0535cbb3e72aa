"""Words that are none: machine translation coins them, and runs words together."""

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
    bad,
    good,
)
from tqcheck.api.names import coined


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    for unknown in facts[Vocabulary].unknown:
        word = unknown.span.of(pair.target_text)
        if unknown.near:
            meant = unknown.near[0]
            text = (
                f"“{word}” is two words run together or one said twice."
                if _joined(word, meant)
                else (f"“{word}” is not a word; “{meant}” may be meant.")
            )
            yield Hit(text, target=unknown.span, suggestions=unknown.near)
        elif coined(word.lower()):
            yield Hit(f"“{word}” is not a word.", target=unknown.span)


def _joined(word: str, meant: str) -> bool:
    return " " in meant or meant.lower() * 2 == word.lower()


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
            "The countryand the governmnet are ready.",
            marks=["countryand", "governmnet"],
            suggestion="country and",
            languages="de-en",
        ),
        bad(
            None,
            "They met wtih the minister yesterday.",
            marks=["wtih"],
            suggestion="with",
            languages="und-en",
        ),
        good(
            "L'équipe a mangé des varenyky chez Kowalczuk.",
            "The springless team unhurriedly ate varenyky; a desertification specialist called it glycaemic.",
            languages="fr-en",
        ),
    ),
)
