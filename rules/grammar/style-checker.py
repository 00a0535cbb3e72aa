"""What LanguageTool says of style: off unless asked for, as `--select "grammar/*"` does."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    Category,
    Confidence,
    Grammar,
    GrammarMatch,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    Severity,
    Span,
    bad,
    engine_hits,
    good,
)


def check(_pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    yield from engine_hits(facts[Grammar], "languagetool", "style")


_WORDY = GrammarMatch(
    Span(3, 18), "“all of a sudden” is wordy.", "WORDINESS", "style", "minor", ("suddenly",)
)
_DOUBLE = GrammarMatch(
    Span(4, 17), "Ein Pleonasmus.", "PLEONASMUS", "style", "minor", ("Einzelheiten", "Details")
)
_AGREEMENT = GrammarMatch(Span(12, 15), "Use a plural verb.", "AGREEMENT", "grammar", "major", ("have",))

RULE = Rule(
    id="style-checker",
    summary="LanguageTool would write it otherwise",
    why="Wordy and worn phrases: a matter of taste, for those who want to polish.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    needs=(Grammar,),
    reads=Reads.TARGET,
    enabled=False,
    check=check,
    examples=(
        bad(
            "Plötzlich ging das Licht aus.",
            "So all of a sudden the lights went out.",
            Grammar((_WORDY,)),
            marks=["all of a sudden"],
            suggestion="suddenly",
            languages="de-en",
        ),
        bad(
            "The details follow.",
            "Die Einzeldetails folgen.",
            Grammar((_DOUBLE,)),
            marks=["Einzeldetails"],
            suggestion="Einzelheiten",
            languages="en-de",
        ),
        good("领导人已经同意。", "The leaders has agreed.", Grammar((_AGREEMENT,)), languages="zh-en"),
    ),
)
