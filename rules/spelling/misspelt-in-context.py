"""A slip of the keyboard that the sentence gives away, whether it made another word or none."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    Category,
    Confidence,
    Edits,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    Severity,
    Span,
    WordEdit,
    bad,
    edit_hits,
    good,
)


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    yield from edit_hits(
        pair.target_text,
        facts[Edits],
        "“{marked}” does not fit here; “{replacement}” may be meant.",
        "R:SPELL",
    )


RULE = Rule(
    id="misspelt-in-context",
    summary="A slip that the sentence gives away",
    why="Where it made another word no spelling checker sees it, and readers go back to the beginning of the sentence.",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    needs=(Edits,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "Они живут на территории завода.",
            "They live on he territory of the factory.",
            Edits((WordEdit(Span(13, 15), "R:SPELL", "the", 0.9),)),
            marks=["he"],
            suggestion="the",
            languages="ru-en",
        ),
        bad(
            "年轻人住在城里。",
            "The young people live it the town.",
            Edits((WordEdit(Span(22, 24), "R:SPELL", "in", 0.9),)),
            marks=["it"],
            suggestion="in",
            languages="zh-en",
        ),
        good(
            "Он живёт на территории завода.",
            "He lives on the territory of the factory.",
            Edits(),
            languages="ru-en",
        ),
    ),
)
