"""A term of the glossary that the translation renders in another way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Rule, Severity, Terms, bad, good
from tqcheck.api.terms import glossary


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    for term in facts[Terms].missing:
        assert term.source is not None
        wanted = " or ".join(f"“{form}”" for form in term.wanted)
        note = f" ({term.note})" if term.note else ""
        yield Hit(
            f"The glossary has {wanted} for “{term.source.of(pair.source_text)}”{note}; the translation does not.",
            source=term.source,
        )


_ENERGY = glossary(("Energiewende", "energy transition"), ("Netzausbau", "grid expansion"))

RULE = Rule(
    id="glossary-term",
    summary="A term is not rendered as the glossary has it",
    why="Readers take two words for two things; the house has decided on one.",
    category=Category.TERMINOLOGY,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    needs=(Terms,),
    check=check,
    examples=(
        bad(
            "Die Energiewende braucht neue Leitungen.",
            "The energy turnaround needs new lines.",
            _ENERGY,
            marks=[""],
            source_marks=["Energiewende"],
            languages="de-en",
        ),
        bad(
            "Центральный банк повысил ключевую ставку.",
            "The central bank raised its main rate.",
            glossary(("ключевая ставка", "key rate"), ("центральный банк", "central bank")),
            marks=[""],
            source_marks=["ключевую ставку"],
            languages="ru-en",
        ),
        good(
            "Der Netzausbau stockt, sagen Kenner der Energiewenden.",
            "Expansion of the grid has stalled, say students of energy transitions.",
            _ENERGY,
            languages="de-en",
        ),
        good(
            ["数字经济增长很快。", "数字经济也创造就业。"],
            ["The digital economy is growing fast.", "It creates jobs, too."],
            glossary(("数字经济", "digital economy"), ("经济", "the economy")),
            languages="zh-en",
        ),
    ),
)
