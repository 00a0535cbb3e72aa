"""A name was translated as if it were a common word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Names,
    Pair,
    PairFacts,
    Rule,
    Severity,
    bad,
    good,
    primary_language,
)
from tqcheck.api.names import translated


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    language = primary_language(pair.source.language if pair.source else None)
    expected = {name.span: name.expected for name in facts[Names].source}
    for name, words in translated(pair.source_text, pair.target_text, language, facts[Names].source):
        written = name.of(pair.source_text)
        yield Hit(
            f"{written} is a name here; “{words.of(pair.target_text)}” translates it as a common word.",
            target=words,
            source=name,
            suggestions=expected.get(name, ())[:1],
        )


RULE = Rule(
    id="name-translated",
    summary="A name was translated as if it were a common word",
    why="The reader meets a fisherman where a minister was speaking, and never learns her name.",
    category=Category.NAMES,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Names,),
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "Die Brücke eröffnete Frau Fischer.",
            "The bridge was opened by Ms fisherman.",
            marks=["fisherman"],
            source_marks=["Fischer"],
            languages="de-en",
        ),
        bad(
            "Wir sprachen mit Frau Schneider über das Haus.",
            "We talked to Ms tailor about the house.",
            marks=["tailor"],
            source_marks=["Schneider"],
            languages="de-en",
        ),
        bad(
            "大桥位于黄石市。",
            "The bridge is in the city of yellow stone.",
            marks=["yellow stone"],
            source_marks=["黄石市"],
            suggestion="Huangshi",
            languages="zh-en",
        ),
        good(
            "Angela Fischer ist die Tochter eines Fischers.",
            "Angela Fischer is a fisherman’s daughter.",
            languages="de-en",
        ),
        good("黄石市有很多黄色的石头。", "Huangshi has many yellow stones.", languages="zh-en"),
    ),
)
