"""A slip that gives another word, which cannot be meant where it stands."""

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
        if unknown.fault is WordFault.REAL_WORD:
            word = unknown.span.of(pair.target_text)
            text = f"“{word}” does not fit here; “{unknown.near[0]}” may be meant."
            confidence = None if unknown.likely else Confidence.LOW
            yield Hit(text, target=unknown.span, suggestions=unknown.near, confidence=confidence)


RULE = Rule(
    id="real-word-error",
    summary="A slip that gives another word",
    why="No spelling checker sees it, and readers go back to the beginning of the sentence.",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    # Of 30 in human translations 22 were right, rare words may be meant; of the likely ones in 219,000 words 6 of 6.
    confidence=Confidence.MEDIUM,
    needs=(Vocabulary,),
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "Они живут на территории завода.",
            "They live on he territory of the factory, and the plant ad been closed.",
            marks=["he", "ad"],
            suggestion="the",
            languages="ru-en",
        ),
        good(
            None,
            "He may be able to sew a red hat, and the ad ran for a year; they ate form after form of plum tart.",
            languages="und-en",
        ),
    ),
)
