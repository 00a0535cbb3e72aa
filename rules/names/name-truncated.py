"""An institution whose name lacks a word, has another, or is in disorder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Pair,
    Severity,
    bad,
    good,
)
from tqcheck.api.acronyms import read_article, singular, truncated


def check(article: AlignedArticle, _facts: ArticleFacts, _options: Any) -> Iterator[tuple[Pair, Hit]]:
    read = read_article(article)
    for at, pair in enumerate(article.pairs):
        for found in truncated(read, at):
            yield (
                pair,
                Hit(
                    f"“{found.text}” is not the name of {found.wanted}.",
                    target=found.span,
                    source=found.source,
                ),
            )
        for span, wanted in singular(read.targets[at] or ""):
            yield pair, Hit(f"The name is {wanted}.", target=span, suggestions=(wanted,))


RULE = DocumentRule(
    id="name-truncated",
    summary="A word is missing from the name of an institution",
    why="Half a name is nobody's name.",
    category=Category.NAMES,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    check=check,
    target_languages=("en",),
    examples=(
        bad(
            "阿联酋的客人昨天到达。",
            "The guests from the United Emirates arrived yesterday.",
            marks=["United Emirates"],
            source_marks=["阿联酋"],
            languages="zh-en",
        ),
        bad(
            None,
            "He spoke at the United Nation.",
            marks=["United Nation"],
            suggestion="United Nations",
            languages="und-en",
        ),
        good(
            ["联合国安理会开会。", "博鳌亚洲论坛开幕。"],
            ["The Security Council met.", "The Boao Forum opened."],
            languages="zh-en",
        ),
    ),
)
