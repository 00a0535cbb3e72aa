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

# Of 22 alarms in 219,000 words of published translations 12 are as sure as this, and the better half of them is right or
# clumsy; with what is guarded against below, 5 of them are left.
_SURE = 0.6
_AUXILIARIES = frozenset(
    "am is are was were be do does did have has had can could may might must shall should will would".split()
)


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    for edit in likely_edits(facts[Edits], "R:WO", "R:WO:ALL"):
        marked = edit.span.of(pair.target_text)
        confidence = None if edit.probability >= _SURE else Confidence.LOW
        if edit.kind == "R:WO" and edit.replacement is not None:
            if not _inverted(marked, edit.replacement):
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


def _inverted(marked: str, replacement: str) -> bool:
    """An auxiliary before its subject, as in questions and after “only”, “nor” and “so”: “Is the port”."""
    return (
        marked.split(maxsplit=1)[0].lower() in _AUXILIARIES
        and replacement.rsplit(maxsplit=1)[-1].lower() in _AUXILIARIES
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
            Edits((WordEdit(Span(15, 23), "R:WO", "the lies", 0.4),)),
        ),
        good(
            "Ist der Hafen offen?",
            "Is it the harbour that opens?",
            Edits((WordEdit(Span(0, 5), "R:WO", "It is", 0.9),)),
            languages="de-en",
        ),
        good(
            "Sie spielte im Film mit.",
            "She played in We Were Young that year.",
            Edits((WordEdit(Span(22, 27), "R:WO:ALL", None, 0.9),)),
            languages="de-en",
        ),
    ),
)
