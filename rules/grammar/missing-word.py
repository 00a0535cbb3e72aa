"""A function word that the sentence needs is missing: an article, a preposition, a pronoun, an auxiliary."""

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

_CONTENT = {"M:NOUN": "noun", "M:VERB": "verb"}


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    for edit, confidence in likely_edits(facts[Edits], "M:"):
        marked = edit.span.of(pair.target_text)
        if edit.replacement is not None:
            missing = edit.replacement.split()[0]
            yield Hit(
                f"A word such as “{missing}” seems to be missing before “{marked}”.",
                target=edit.span,
                suggestions=(edit.replacement,),
                severity=Severity.MAJOR if edit.kind in _CONTENT else None,
                confidence=confidence,
            )
        elif edit.kind in _CONTENT:
            yield Hit(
                f"A {_CONTENT[edit.kind]} seems to be missing before “{marked}”.",
                target=edit.span,
                severity=Severity.MAJOR,
                confidence=confidence,
            )


RULE = Rule(
    id="missing-word",
    summary="A small word is missing",
    why="An article or preposition left out is the mark of an unedited translation.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    needs=(Edits,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "代表团昨天抵达首都。",
            "The delegation arrived in capital yesterday.",
            Edits((WordEdit(Span(26, 33), "M:DET", "the capital", 0.97),)),
            marks=["capital"],
            suggestion="the capital",
        ),
        bad(
            "Der Minister öffnete das Tor.",
            "The minister the gate yesterday.",
            Edits((WordEdit(Span(13, 16), "M:VERB", None, 0.99),)),
            marks=["the"],
            languages="de-en",
        ),
        good("代表团昨天抵达首都。", "The delegation arrived in the capital yesterday.", Edits()),
        good(
            "Делегация прибыла на станцию Южную.",
            "The delegation arrived at South Station.",
            Edits(),
        ),
    ),
)
