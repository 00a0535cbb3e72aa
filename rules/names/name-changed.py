"""A name of the source is gone and the translation has a name that the source does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import Category, Confidence, Hit, Names, Pair, PairFacts, Rule, Severity, bad, good
from tqcheck.names.model import NameKind, NameMention, Rendered

_PLACES = {NameKind.COUNTRY, NameKind.PLACE}


def check(_pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    names = facts[Names]
    lost = sorted(
        (name for name in names.source if _known(name) and Rendered.UNKNOWN < name.rendered < Rendered.HERE),
        key=lambda name: (not name.certain, name.rendered),
    )
    strange = [name for name in names.target if name.certain and name.rendered is Rendered.NOWHERE]
    for other in strange:
        name = next((name for name in lost if _alike(name, other)), None)
        if name is None:
            continue
        lost.remove(name)
        wanted = f" ({name.expected[0]})" if name.expected else ""
        country = name.kind is NameKind.COUNTRY and other.kind is NameKind.COUNTRY
        yield Hit(
            f"The translation names {other.text} where the source has {name.text}{wanted}.",
            target=other.span,
            source=name.span,
            suggestions=name.expected[:1],
            severity=Severity.CRITICAL if country else None,
            # A capitalised word of which nothing is known may have an English name: Elsass, Alsace.
            confidence=Confidence.LOW if name.kind is NameKind.OTHER else None,
        )


def _known(name: NameMention) -> bool:
    return name.certain or name.kind in {NameKind.COUNTRY, NameKind.PLACE, NameKind.ORGANISATION}


def _alike(name: NameMention, other: NameMention) -> bool:
    """May the one stand for the other: places for places, anything for what is not known."""
    kinds = {name.kind, other.kind}
    if NameKind.COUNTRY in kinds or NameKind.ORGANISATION in kinds:
        return len(kinds) == 1 or kinds <= _PLACES
    return True


RULE = Rule(
    id="name-changed",
    summary="A name was replaced by another one",
    why="A wrong country or person turns the report into a false one.",
    category=Category.NAMES,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Names,),
    check=check,
    examples=(
        bad(
            "哈萨克斯坦总统在峰会上发表讲话。",
            "The president of Uzbekistan spoke at the summit.",
            marks=["Uzbekistan"],
            source_marks=["哈萨克斯坦"],
            suggestion="Kazakhstan",
            languages="zh-en",
        ),
        good(
            "Der Präsident von Kasachstan sprach auf dem Gipfel.",
            "Kazakhstan's president spoke at the summit.",
            languages="de-en",
        ),
    ),
)
