"""Words in an order that English does not have."""

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


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    for edit, confidence in likely_edits(facts[Edits], "R:WO", "R:WO:ALL"):
        marked = edit.span.of(pair.target_text)
        if edit.kind == "R:WO" and edit.replacement is not None:
            yield Hit(
                f"“{marked}” seems to be in the wrong order.",
                edit.span,
                suggestions=(edit.replacement,),
                confidence=confidence,
            )
        elif edit.kind == "R:WO:ALL" and marked.islower() and marked.isalpha():
            yield Hit(
                f"The words around “{marked}” stand in no order that makes sense.",
                edit.span,
                confidence=confidence,
            )


RULE = Rule(
    id="word-order",
    summary="Words stand in the wrong order",
    why="The reader has to put the sentence together again.",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Edits,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "Die alte Fähre liegt im Hafen.",
            "The old lies ferry in the harbour.",
            Edits((WordEdit(Span(8, 18), "R:WO", "ferry lies", 0.98),)),
            marks=["lies ferry"],
            suggestion="ferry lies",
            languages="de-en",
        ),
        good(
            "Die alte Fähre liegt im Hafen.", "The old ferry lies in the harbour.", Edits(), languages="de-en"
        ),
        good(
            "老渡轮停在港口。",
            "In the harbour lies the old ferry.",
            Edits(),
        ),
        good(
            "Sie spielte im Film mit.",
            "She played in We Were Young that year.",
            Edits((WordEdit(Span(22, 27), "R:WO:ALL", None, 0.9),)),
            languages="de-en",
        ),
    ),
)
