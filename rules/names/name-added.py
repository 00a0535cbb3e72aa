"""A name in the translation for which nothing in the article's source stands."""

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
)
from tqcheck.api.names import added


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    for addition in added(facts[Names], pair):
        yield Hit(
            f"The translation names {addition.name.text}; nothing in the source stands for it.",
            target=addition.name.span,
            confidence=Confidence.MEDIUM if addition.sure else None,
        )


RULE = Rule(
    id="name-added",
    summary="A name in the translation that is not in the source",
    why="A person or country that the source never mentions is an invention.",
    category=Category.NAMES,
    severity=Severity.MAJOR,
    confidence=Confidence.LOW,
    needs=(Names,),
    check=check,
    examples=(
        bad(
            "Путин поблагодарил моряков за службу.",
            "Putin and Zelensky thanked the sailors for their service.",
            marks=["Zelensky"],
            languages="ru-en",
        ),
        bad(
            "Der Bürgermeister eröffnete das Turnier gestern.",
            "The mayor opened the tournament in Vladivostok yesterday.",
            marks=["Vladivostok"],
            languages="de-en",
        ),
        good(
            "Президент Финляндии прилетел; финский министр ждал его.",
            "Finland's president arrived; the Finnish minister awaited him.",
            languages="ru-en",
        ),
    ),
)
