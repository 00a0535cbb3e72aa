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
    good,
    likely_edits,
)

_KINDS = {"R:VERB", "R:VERB:FORM", "R:INFL", "R:MORPH"}


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    for edit, confidence in likely_edits(facts[Edits], *_KINDS):
        if edit.replacement is not None:
            yield Hit(
                f"“{edit.span.of(pair.target_text)}” seems to be the wrong form: perhaps “{edit.replacement}”.",
                target=edit.span,
                suggestions=(edit.replacement,),
                confidence=confidence,
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
