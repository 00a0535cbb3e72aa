"""The wrong preposition, article, pronoun or conjunction."""

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

_KINDS = {"R:PREP", "R:DET", "R:PRON", "R:CONJ"}


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    yield from edit_hits(
        pair.target_text,
        facts[Edits],
        "“{marked}” seems to be the wrong word: perhaps “{replacement}”.",
        *_KINDS,
    )


RULE = Rule(
    id="wrong-function-word",
    summary="The wrong small word",
    why="A wrong preposition or pronoun changes who did what to whom.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.LOW,  # of six in 136,000 words of published translations two were right
    needs=(Edits,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "他对音乐感兴趣。",
            "He is interested on music.",
            Edits((WordEdit(Span(17, 19), "R:PREP", "in", 0.97),)),
            marks=["on"],
            suggestion="in",
        ),
        good("他对音乐感兴趣。", "He is interested in music.", Edits()),
        good(
            "Sie warteten am Ufer.",
            "They waited on the bank.",
            Edits(),
            languages="de-en",
        ),
    ),
)
