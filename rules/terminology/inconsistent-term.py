"""One term of the source has two names in the translation."""

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
    primary_language,
)
from tqcheck.api.terms import renamed


def check(article: AlignedArticle, _facts: ArticleFacts, _options: Any) -> Iterator[tuple[Pair, Hit]]:
    pairs = [pair for pair in article.pairs if pair.source is not None and pair.target is not None]
    sources, targets = [pair.source_text for pair in pairs], [pair.target_text for pair in pairs]
    for other in renamed(sources, targets, primary_language(article.source_language)):
        term = other.source.of(sources[other.place])
        yield (
            pairs[other.place],
            Hit(
                f"“{term}” is “{other.usual}” elsewhere in the article; one term should have one name.",
                target=other.target,
                source=other.source,
                suggestions=(other.usual,),
                # Translators vary; a house's term stands out by how often it is right.
                confidence=None if other.rarely else Confidence.LOW,
            ),
        )


RULE = DocumentRule(
    id="inconsistent-term",
    summary="One term of the source has two names in the translation",
    why="Readers take two names for two things.",
    category=Category.TERMINOLOGY,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            ["数字经济增长很快。", "专家看好数字经济。", "但是数字经济也有风险。", "市长谈到了数字经济。"],
            [
                "The digital economy is growing fast.",
                "Experts have faith in the digital economy.",
                "Yet the digital economy has its risks.",
                "The mayor spoke about the numerical economy.",
            ],
            marks=["numerical economy"],
            source_marks=["数字经济"],
            suggestion="digital economy",
            languages="zh-en",
        ),
        bad(
            [
                "Das Klimaziel ist streng.",
                "Ohne Netze ist das Klimaziel fern.",
                "Sie nannte das Klimaziel ein Werk von Jahrzehnten.",
                "Das Klimaziel gilt weiter.",
            ],
            [
                "The climate target is strict.",
                "Without grids the climate target is far away.",
                "She called the climate target a work of decades.",
                "The climate purpose still applies.",
            ],
            marks=["climate purpose"],
            languages="de-en",
        ),
        good(
            ["数字经济增长很快。", "专家看好数字经济。", "但是数字经济也有风险。", "市长谈到了数字经济。"],
            [
                "The digital economy is growing fast.",
                "Experts have faith in the digital economy.",
                "Yet it has its risks.",
                "The mayor spoke about this part of the economy.",
            ],
            languages="zh-en",
        ),
    ),
)
