"""What LanguageTool says of the grammar."""

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
    yield from engine_hits(facts[Grammar], "languagetool", "grammar")


_AGREEMENT = GrammarMatch(
    Span(12, 15), "Use a plural verb after “leaders”.", "AGREEMENT", "grammar", "major", ("have",)
)
_ARTICLE = GrammarMatch(
    Span(0, 3), "Der Artikel passt nicht zu „Brücke“.", "DE_AGREEMENT", "grammar", "major", ("Die",)
)
_WORDY = GrammarMatch(Span(4, 9), "This is wordy.", "WORDINESS", "style", "minor")

RULE = Rule(
    id="grammar-checker",
    summary="LanguageTool marks an error of grammar",
    why="Agreement, articles and confused words are what readers notice first.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    needs=(Grammar,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "领导人已经同意。",
            "The leaders has agreed.",
            Grammar((_AGREEMENT,)),
            marks=["has"],
            suggestion="have",
            languages="zh-en",
        ),
        bad(
            "The bridge is closed.",
            "Das Brücke ist gesperrt.",
            Grammar((_ARTICLE,)),
            marks=["Das"],
            suggestion="Die",
            languages="en-de",
        ),
        good("领导人已经同意。", "The leaders have agreed.", Grammar((_WORDY,)), languages="zh-en"),
        good(
            "领导人已经同意。", "The leaders has agreed.", Grammar((_AGREEMENT,), "harper"), languages="zh-en"
        ),
    ),
)
