"""The First World War in the source is the Second in the translation."""

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
from tqcheck.api.acronyms import wars


def check(pair: Pair, _facts: PairFacts, _options: Any) -> Iterator[Hit]:
    language = primary_language(pair.source.language if pair.source else None)
    for target, source, wanted in wars(pair.source_text, pair.target_text, language):
        yield Hit(f"The source has {wanted}.", target=target, source=source, suggestions=(wanted,))


RULE = Rule(
    id="war-changed",
    summary="A world war is another one than in the source",
    why="It moves the story by a generation.",
    category=Category.NAMES,
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    check=check,
    target_languages=("en",),
    examples=(
        bad(
            "他的祖父在第一次世界大战中阵亡。",
            "His grandfather fell in the Second World War.",
            marks=["Second World War"],
            source_marks=["第一次世界大战"],
            suggestion="World War I",
            languages="zh-en",
        ),
        good(
            "Der Turm wurde im Ersten Weltkrieg beschädigt und im Zweiten Weltkrieg zerstört.",
            "The tower was damaged in the First World War and destroyed in WWII.",
            languages="de-en",
        ),
    ),
)
