"""An acronym that neither the source nor the translation explains."""

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
from tqcheck.api.acronyms import changes, read_article


def check(article: AlignedArticle, _facts: ArticleFacts, _options: Any) -> Iterator[tuple[Pair, Hit]]:
    read = read_article(article)
    for at, pair in enumerate(article.pairs):
        for change in changes(read, at):
            if change.lost is None and not change.translated:
                yield (
                    pair,
                    Hit(
                        f"Nothing in the source or the translation explains {change.acronym.text}.",
                        target=change.acronym.span,
                    ),
                )


RULE = DocumentRule(
    id="acronym-unknown",
    summary="An acronym that nothing explains",
    why="Readers look in vain for what it stands for, and it may be an invention.",
    category=Category.NAMES,
    severity=Severity.MINOR,
    confidence=Confidence.LOW,  # of a hundred in published translations most are what a translator knows (measured)
    check=check,
    bilingual=True,
    target_languages=("en",),
    examples=(
        bad("警察逮捕了他。", "He was arrested by the XQK.", marks=["XQK"], languages="zh-en"),
        good("警察逮捕了他。", "He was arrested on TV by the police.", languages="zh-en"),
        good("ФСБ задержала его.", "The FSB detained him.", languages="ru-en"),
    ),
)
