"""A term that is to be copied was translated, dropped or respelt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Rule, Severity, Terms, bad, good
from tqcheck.api.terms import glossary


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    for term in facts[Terms].changed:
        kept = " or ".join(f"“{form}”" for form in term.wanted)
        note = f" ({term.note})" if term.note else ""
        instead = term.target.of(pair.target_text) if term.target else ""
        yield Hit(
            f"The glossary keeps {kept} untranslated{note}; the translation "
            + (f"has “{instead}”." if instead else "does not have it."),
            target=term.target,
            source=term.source,
            suggestions=tuple(form for form in term.wanted if form.casefold() == instead.casefold()),
        )


_PRODUCTS = glossary({"sources": "iPhone", "copied": True}, {"sources": "Tagesschau", "copied": True})

RULE = Rule(
    id="untranslatable-changed",
    summary="A term that must not be translated is not there unchanged",
    why="A brand or title is found by its own letters.",
    category=Category.TERMINOLOGY,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    needs=(Terms,),
    check=check,
    examples=(
        bad(
            "Die Tagesschau berichtete am Abend.",
            "The Daily Show reported in the evening.",
            _PRODUCTS,
            marks=[""],
            source_marks=["Tagesschau"],
            languages="de-en",
        ),
        bad(
            "新款iPhone今天发布。",
            "The new Iphone came out today.",
            _PRODUCTS,
            marks=["Iphone"],
            suggestion="iPhone",
            languages="zh-en",
        ),
        good(
            "Das iPhone kostet mehr, sagte die Tagesschau.",
            "iPhones cost more, the Tagesschau said.",
            _PRODUCTS,
            languages="de-en",
        ),
    ),
)
