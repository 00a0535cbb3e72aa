"""What LanguageTool says of single words: confused, misspelt, or no words at all."""

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
    yield from engine_hits(facts[Grammar], "languagetool", "spelling")


_AFFECT = GrammarMatch(
    Span(15, 21), "Did you mean “effect”?", "AFFECT_EFFECT", "spelling", "major", ("effect",)
)
_TYPO = GrammarMatch(
    Span(4, 14), "Möglicher Tippfehler.", "GERMAN_SPELLER_RULE", "spelling", "minor", ("Regierung",)
)
_AGREEMENT = GrammarMatch(Span(12, 15), "Use a plural verb.", "AGREEMENT", "grammar", "major", ("have",))

RULE = Rule(
    id="spelling-checker",
    summary="LanguageTool marks a misspelt or confused word",
    why="A wrong word of the right sound changes the sense, and readers stumble over the others.",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    needs=(Grammar,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "Это имело большой эффект.",
            "It had a great affect.",
            Grammar((_AFFECT,)),
            marks=["affect"],
            suggestion="effect",
            languages="ru-en",
        ),
        bad(
            "The government agreed.",
            "Die Regiereung stimmte zu.",
            Grammar((_TYPO,)),
            marks=["Regiereung"],
            suggestion="Regierung",
            languages="en-de",
        ),
        good("领导人已经同意。", "The leaders has agreed.", Grammar((_AGREEMENT,)), languages="zh-en"),
    ),
)
