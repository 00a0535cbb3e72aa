"""A name in the translation for which nothing in the article's source stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import Category, Confidence, Hit, Names, Pair, PairFacts, Rule, Severity, bad, good
from tqcheck.names.model import NameKind, Rendered


def check(_pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    names = facts[Names]
    if any(name.certain and name.rendered in {Rendered.NOWHERE, Rendered.ELSEWHERE} for name in names.source):
        return  # it may stand in the place of a lost name: that is name-changed
    for name in names.target:
        if name.certain and name.rendered is Rendered.NOWHERE:
            yield Hit(
                f"The translation names {name.text}; nothing in the source stands for it.",
                target=name.span,
                severity=Severity.CRITICAL if name.kind is NameKind.COUNTRY else None,
            )


RULE = Rule(
    id="name-added",
    summary="A name in the translation that is not in the source",
    why="A person or country that the source never mentions is an invention.",
    category=Category.NAMES,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
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
