"""A verb or noun in the wrong form: agreement, tense after an auxiliary, number, part of speech."""

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

_KINDS = {"R:VERB", "R:VERB:FORM", "R:INFL", "R:MORPH"}


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    yield from edit_hits(
        pair.target_text,
        facts[Edits],
        "“{marked}” seems to be the wrong form: perhaps “{replacement}”.",
        *_KINDS,
    )


RULE = Rule(
    id="word-form",
    summary="A word in the wrong form",
    why="Agreement and verb forms are what readers notice first.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    needs=(Edits,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "领导人之间的会谈使问题更清楚。",
            "The talks between the leaders makes it clearer.",
            Edits((WordEdit(Span(30, 35), "R:INFL", "make", 0.97),)),
            marks=["makes"],
            suggestion="make",
        ),
        good("领导人之间的会谈使问题更清楚。", "The talks between the leaders make it clearer.", Edits()),
        good(
            "Die Polizei sucht Zeugen.",
            "Police are looking for witnesses.",
            Edits(),
            languages="de-en",
        ),
    ),
)
