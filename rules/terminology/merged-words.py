"""Two words of the source became one: "views and views"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Rule,
    Severity,
    Syntax,
    bad,
    good,
    primary_language,
)
from tqcheck.api.terms import merged_words


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    assert pair.source is not None
    language = primary_language(pair.source.language)
    adjectives = {
        token.span
        for token in facts[Syntax].tokens
        if token.upos == "ADJ" or (token.upos == "VERB" and token.span.of(pair.target_text).endswith("ed"))
    }
    for found in merged_words(pair.source_text, pair.target_text, language, adjectives):
        yield Hit(
            f"“{found.word}” is coupled with itself; the source has two different words here.",
            target=found.target,
            source=found.source,
        )


RULE = Rule(
    id="merged-words",
    summary="Two words of the source are one in the translation, which couples it with itself",
    why="The reader sees a slip, and what the other word meant is lost.",
    category=Category.TERMINOLOGY,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    needs=(Syntax,),
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "两校将加强合作与协作。",
            "The two schools will strengthen cooperation and cooperation.",
            marks=["cooperation and cooperation"],
            source_marks=["加强合作与协作"],
            languages="zh-en",
        ),
        bad(
            "Gesucht sind ausgebildete und geschulte Fachleute.",
            "They are looking for trained and trained specialists.",
            marks=["trained and trained"],
            languages="de-en",
        ),
        good("Он писал и писал письма.", "He wrote and wrote letters.", languages="ru-en"),
        good("天气越来越冷。", "It is getting colder and colder, time and time again.", languages="zh-en"),
        good(
            "Запрет касается мяса и мясных продуктов.",
            "The ban covers meat and meat products.",
            languages="ru-en",
        ),
        good("城市和市政厅。", "The city and the city hall.", languages="zh-en"),
    ),
)
