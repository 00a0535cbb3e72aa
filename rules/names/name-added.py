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
    primary_language,
)
from tqcheck.names.model import Rendered, home_countries

# Where hardly any name of a faithful translation lacks its source (fewer than 1 in 5,000 words of published ones); elsewhere a guess.
_SURE = frozenset({"ja", "ru", "uk", "zh"})


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    names = facts[Names]
    language = pair.source.language if pair.source else None
    home = home_countries(language)
    strange = [name for name in names.target if name.certain and name.rendered is Rendered.NOWHERE]
    if not strange or any(
        Rendered.UNKNOWN < name.rendered < Rendered.HERE for name in names.source if name.certain
    ):
        return  # it may stand in the place of a lost name: that is name-changed
    for name in strange:
        if name.entity in home or pair.target_text[name.span.end :].startswith((" dollar", "$")):
            continue
        yield Hit(
            f"The translation names {name.text}; nothing in the source stands for it.",
            target=name.span,
            confidence=Confidence.MEDIUM if primary_language(language) in _SURE else None,
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
