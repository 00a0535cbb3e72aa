"""What LanguageTool says of punctuation."""

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
    yield from engine_hits(facts[Grammar], "languagetool", "punctuation")


_APOSTROPHE = GrammarMatch(
    Span(5, 10), "An apostrophe is missing.", "APOS_SPACE", "punctuation", "minor", ("don't",)
)
_COMMA = GrammarMatch(
    Span(10, 15), "Vor „dass“ steht ein Komma.", "KOMMA_VOR_DASS", "punctuation", "minor", (", dass",)
)
_AGREEMENT = GrammarMatch(Span(12, 15), "Use a plural verb.", "AGREEMENT", "grammar", "major", ("have",))

RULE = Rule(
    id="punctuation-checker",
    summary="LanguageTool marks an error of punctuation",
    why="A comma or apostrophe out of place shows at a glance that nobody has proofread the text.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    needs=(Grammar,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "他们不知道。",
            "They do nt know.",
            Grammar((_APOSTROPHE,)),
            marks=["do nt"],
            suggestion="don't",
            languages="zh-en",
        ),
        bad(
            "He says that it is late.",
            "Er sagt es dass es spät ist.",
            Grammar((_COMMA,)),
            marks=[" dass"],
            suggestion=", dass",
            languages="en-de",
        ),
        good("领导人已经同意。", "The leaders has agreed.", Grammar((_AGREEMENT,)), languages="zh-en"),
    ),
)
