"""A word that the glossary forbids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, Terms, bad, good
from tqcheck.api.terms import glossary


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    for word in facts[Terms].forbidden:
        assert word.target is not None
        wanted = " or ".join(f"“{form}”" for form in word.wanted)
        instead = f"; it has {wanted}" if wanted else ""
        note = f" ({word.note})" if word.note else ""
        yield Hit(
            f"The glossary forbids “{word.target.of(pair.target_text)}”{instead}{note}.",
            target=word.target,
            suggestions=word.wanted,
            confidence=None if word.certain else Confidence.MEDIUM,
        )


_CLIMATE = glossary(
    {"sources": "Klimawandel", "targets": "climate change", "forbidden": "global warming"},
    {"forbidden": "utilize", "targets": "use"},
)

RULE = Rule(
    id="glossary-forbidden",
    summary="The translation has a word that the glossary forbids",
    why="The house has decided against it.",
    category=Category.TERMINOLOGY,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    needs=(Terms,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "Der Klimawandel bedroht die Küsten.",
            "Global warming threatens the coasts.",
            _CLIMATE,
            marks=["Global warming"],
            suggestion="climate change",
            languages="de-en",
        ),
        bad(None, "Farmers utilized the meadow.", _CLIMATE, marks=["utilized"], languages="und-en"),
        good(
            "Die Erderwärmung bedroht die Küsten.",
            "Global warming threatens the coasts.",
            _CLIMATE,
            languages="de-en",
        ),
        good(
            None,
            "They sent it by e-mail.",
            glossary({"forbidden": "email", "targets": "e-mail"}),
            languages="und-en",
        ),
    ),
)
