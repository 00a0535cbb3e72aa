"""A name of the source is gone and the translation has a name that the source does not."""

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
from tqcheck.api.names import NameKind, NameMention, bearers, changed


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    for change in changed(facts[Names], pair):
        name, other = change.name, change.other
        wanted = f" ({name.expected[0]})" if name.expected and name.expected[0] != name.text else ""
        country = name.kind is NameKind.COUNTRY and other.kind is NameKind.COUNTRY
        yield Hit(
            f"The translation names {other.text} where the source has {name.text}{wanted}.",
            target=other.span,
            source=name.span,
            suggestions=() if _is_adjective(other) else name.expected[:1],
            severity=Severity.CRITICAL if country else None,
            confidence=None if change.sure else Confidence.LOW,
        )


def _is_adjective(name: NameMention) -> bool:
    """Austrian, where Germany would be wrong: the message says which country it is."""
    return name.kind is NameKind.COUNTRY and name.text not in bearers().get(name.entity, ())[:1]


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
        bad(
            "德国外长星期五在基辅说，谈判仍在继续。",
            "The Austrian foreign minister said in Kyiv on Friday that talks went on.",
            marks=["Austrian"],
            source_marks=["德国"],
            languages="zh-en",
        ),
        good(
            "Der Präsident von Kasachstan sprach auf dem Gipfel.",
            "Kazakhstan's president spoke at the summit.",
            languages="de-en",
        ),
    ),
)
