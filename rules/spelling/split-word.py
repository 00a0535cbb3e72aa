"""One word written in two, with a space or what is left of a line break between its halves."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    Severity,
    Vocabulary,
    WordFault,
    bad,
    good,
)


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    for unknown in facts[Vocabulary].unknown:
        if unknown.fault is WordFault.SPLIT:
            halves, whole = unknown.span.of(pair.target_text), unknown.near[0]
            yield Hit(f"“{halves}” is one word: “{whole}”.", target=unknown.span, suggestions=unknown.near)


RULE = Rule(
    id="split-word",
    summary="A word cut in two",
    why="Line breaks of the source or of a PDF leave halves behind that are no words.",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    needs=(Vocabulary,),
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "国际组织欢迎这一决定。",
            "The inter national organisation welcomed the deci- sion of the govern ment.",
            marks=["inter national", "deci- sion", "govern ment"],
            suggestion="international",
            languages="zh-en",
        ),
        good(
            None,
            "Every day they may be on to a good thing: a part of the health care plan is under way, with two- and "
            "three-year terms, some time after noon.",
            languages="und-en",
        ),
    ),
)
