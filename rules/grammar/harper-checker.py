"""What Harper says where there is no LanguageTool. A rule of its own: a baseline of the one engine hides nothing of the other."""

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

_CATEGORIES = ("grammar", "spelling", "punctuation")


def check(_pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    yield from engine_hits(facts[Grammar], "harper", *_CATEGORIES)


_PAST = GrammarMatch(
    Span(4, 9), "The past tense of “take” is “took”.", "RegularIrregulars", "grammar", "major", ("took",)
)
_THEN = GrammarMatch(Span(14, 18), "Did you mean “than”?", "ThenThan", "spelling", "major", ("than",))

RULE = Rule(
    id="harper-checker",
    summary="Harper marks an error of grammar or spelling",
    why="Where there is no LanguageTool, Harper finds the plainest errors in English.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    needs=(Grammar,),
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "Er nahm den Zug.",
            "She taked the train.",
            Grammar((_PAST,), "harper"),
            marks=["taked"],
            suggestion="took",
            languages="de-en",
        ),
        bad(
            "Город больше порта.",
            "It is bigger, then the port.",
            Grammar((_THEN,), "harper"),
            marks=["then"],
            suggestion="than",
            languages="ru-en",
        ),
        good("Er nahm den Zug.", "She took the train.", Grammar((), "harper"), languages="de-en"),
        good("Er nahm den Zug.", "She taked the train.", Grammar((_PAST,)), languages="de-en"),
    ),
)
