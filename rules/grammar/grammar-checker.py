"""What the grammar engine marks: LanguageTool, or Harper where there is no Java."""

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
    good,
)

_MOST_SUGGESTIONS = 3


def check(_pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    for match in facts[Grammar].matches:
        yield Hit(
            match.message.rstrip(),
            target=match.span,
            suggestions=match.replacements[:_MOST_SUGGESTIONS],
            severity=Severity.parse(match.severity),
        )


_AGREEMENT = GrammarMatch(
    Span(12, 15), "Use a plural verb after “leaders”.", "AGREEMENT", "grammar", "major", ("have",)
)

RULE = Rule(
    id="grammar-checker",
    summary="The grammar checker marks an error",
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
        good("领导人已经同意。", "The leaders have agreed.", Grammar(), languages="zh-en"),
    ),
)
