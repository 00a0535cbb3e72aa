"""A name in full whose initials are not those beside it."""

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
from tqcheck.api.acronyms import disagreeing, read_article, source_letters, two_acronyms


def check(article: AlignedArticle, _facts: ArticleFacts, _options: Any) -> Iterator[tuple[Pair, Hit]]:
    read = read_article(article)
    for pair, source, target in zip(article.pairs, read.sources, read.targets, strict=True):
        for found, why in disagreeing(target or "", source_letters(source or "")):
            yield pair, Hit(f"“{found.text}” is not {found.letters}: {why}.", target=found.name)
    for place, found, first in two_acronyms(read.targets):
        yield (
            article.pairs[place],
            Hit(
                f"The article also has {first.letters} for “{first.text}”.",
                target=found.acronym,
                suggestions=(first.letters,),
            ),
        )


RULE = DocumentRule(
    id="acronym-expansion",
    summary="A name and its acronym do not agree",
    why="One of the two is wrong, and the reader cannot tell which.",
    category=Category.NAMES,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    check=check,
    target_languages=("en",),
    examples=(
        bad(
            None,
            "The World Health Organization (WTO) met on Monday.",
            marks=["World Health Organization"],
            languages="und-en",
        ),
        bad(
            "国家人口基金（NPFA）发表声明。",
            "The National Population Fund (NPFA) made a statement.",
            marks=["National Population Fund"],
            languages="zh-en",
        ),
        good(
            None,
            "The Federal Security Service (FSB), the Metropolitan Office (MetO), Vietnam's News Agency (VNA) and "
            "the Democratic Unionist Party (DUP) were there.",
            languages="und-en",
        ),
    ),
)
