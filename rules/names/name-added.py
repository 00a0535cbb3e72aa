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
from tqcheck.api.names import NameKind, Rendered, home_countries, replaced, strange

# Where hardly any name of a faithful translation lacks its source: fewer than 1 in 5,000 words of published ones.
_QUIET = frozenset("cs de es fr hi it ja nl pl pt ru uk zh".split())
_UNITS = frozenset({"Celsius", "Fahrenheit", "Kelvin"})  # whose sources say "degrees"
_QUIET_ABOUT_KNOWN = frozenset({"ar", "ko"})  # countries, cities and organisations that the tables know


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    names = facts[Names]
    language = pair.source.language if pair.source else None
    home = home_countries(language)
    gone = replaced(names)
    explained = {name for pair_ in gone for name in pair_}
    lost = (
        name for name in names.source if name.certain and Rendered.UNKNOWN < name.rendered < Rendered.HERE
    )
    if any(name not in explained for name in lost):
        return  # one may stand in the place of another
    for name in strange(names):
        if name in explained or name.entity in home:
            continue
        if pair.target_text[name.span.end :].startswith((" dollar", "$", " time")) or name.text in _UNITS:
            continue
        known = name.kind is not NameKind.OTHER and primary_language(language) in _QUIET_ABOUT_KNOWN
        sure = (
            known
            or primary_language(language) in _QUIET
            or (name.kind is NameKind.OTHER and " " in name.text)
            or name.kind is NameKind.PLACE
        )
        # Into German 11 of 11 among 1,011 pairs of WMT21 were words: Essen is a meal.
        into_english = pair.target is not None and primary_language(pair.target.language) == "en"
        yield Hit(
            f"The translation names {name.text}; nothing in the source stands for it.",
            target=name.span,
            confidence=Confidence.MEDIUM if sure and into_english else None,
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
