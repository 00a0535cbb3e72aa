"""A middle initial with which no part of the source's name begins."""

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
    bad,
    good,
    primary_language,
)
from tqcheck.api.acronyms import initials


def check(pair: Pair, _facts: PairFacts, _options: Any) -> Iterator[Hit]:
    language = primary_language(pair.source.language if pair.source else None)
    for target, source, part in initials(pair.source_text, pair.target_text, language):
        initial = target.of(pair.target_text)
        yield Hit(f"No {initial} stands for {part} in the source.", target=target, source=source)


RULE = Rule(
    id="initial-changed",
    summary="A middle initial is not that of the source's name",
    why="The initial is what tells father from son, and one namesake from another.",
    category=Category.NAMES,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    check=check,
    target_languages=("en",),
    examples=(
        bad(
            "约翰·罗伯特·米勒发表了演讲。",
            "John T. Miller gave a speech.",
            marks=["T"],
            languages="zh-en",
        ),
        bad(
            "ジョン・ロバート・ミラーが演説した。",
            "John T. Miller gave a speech.",
            marks=["T"],
            languages="ja-en",
        ),
        good("约翰·罗伯特·米勒发表了演讲。", "John R. Miller gave a speech.", languages="zh-en"),
    ),
)
