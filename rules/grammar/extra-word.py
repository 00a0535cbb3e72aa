"""A function word too many."""

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
    yield from edit_hits(pair.target_text, facts[Edits], "“{marked}” seems to have a word too many.", "U:")


RULE = Rule(
    id="extra-word",
    summary="A small word too many",
    why="The reader looks for a part of the sentence that is not there.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    needs=(Edits,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "双方讨论了贸易问题。",
            "The two sides discussed about trade.",
            Edits((WordEdit(Span(14, 29), "U:PREP", "discussed", 0.97),)),
            marks=["discussed about"],
            suggestion="discussed",
        ),
        good("双方讨论了贸易问题。", "The two sides discussed trade.", Edits()),
        good(
            "Man sprach über den Handel.",
            "They talked about the trade.",
            Edits(),
            languages="de-en",
        ),
    ),
)
