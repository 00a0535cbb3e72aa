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
            yield Hit(text, target=unknown.span, suggestions=unknown.near)


RULE = Rule(
    id="real-word-error",
    summary="A slip that gives another word",
    why="No spelling checker sees it, and readers go back to the beginning of the sentence.",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    confidence=Confidence.LOW,  # of 17 in human translations 12 were right: rare words may be meant
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
