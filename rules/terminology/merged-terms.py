"""Two terms of the glossary that the translation renders as one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Rule, Severity, Terms, bad, good
from tqcheck.api.terms import glossary


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    for term in facts[Terms].merged:
        assert term.source is not None
        assert term.target is not None
        assert term.other is not None
        wanted = " or ".join(f"“{form}”" for form in term.wanted)
        note = f" ({term.note})" if term.note else ""
        yield Hit(
            f"“{term.source.of(pair.source_text)}” is rendered as “{term.target.of(pair.target_text)}”, which the "
            f"glossary has for “{term.other.of(pair.source_text)}”; for this it has {wanted}{note}.",
            target=term.target,
            source=term.source,
            suggestions=term.wanted,
        )


_BANKS = glossary(
    ("Geschäftsbank", "commercial bank"),
    ("Sparkasse", "savings bank"),
    ("Bank", "bank"),
    ("Zins", "interest"),
)

RULE = Rule(
    id="merged-terms",
    summary="Two terms of the glossary are rendered alike",
    why="Readers take two things for one.",
    category=Category.TERMINOLOGY,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    needs=(Terms,),
    check=check,
    examples=(
        bad(
            "Geschäftsbanken und Sparkassen senkten die Zinsen.",
            "Commercial banks and other commercial banks cut interest rates.",
            _BANKS,
            marks=["commercial banks"],
            source_marks=["Sparkassen"],
            suggestion="savings bank",
            languages="de-en",
        ),
        bad(
            "外交部长会见了国防部长。",
            "The foreign minister met the foreign minister.",
            glossary(("外交部长", "foreign minister"), ("国防部长", "defence minister")),
            marks=["foreign minister"],
            source_marks=["国防部长"],
            languages="zh-en",
        ),
        good(
            "Sparkassen sind keine Geschäftsbanken; das sagen auch die Banken.",
            "Savings banks are no commercial banks; so say the banks.",
            _BANKS,
            languages="de-en",
        ),
        good(
            "Geschäftsbanken und Sparkassen senkten die Zinsen.",
            "Commercial banks and thrifts cut interest rates.",
            _BANKS,
            languages="de-en",
        ),
    ),
)
