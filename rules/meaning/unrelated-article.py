"""The two files are not the same article: one finding, instead of one for each sentence."""

from __future__ import annotations

from collections.abc import Iterator

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


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    if article.comparable:
        return
    first = next((pair for pair in article.pairs if pair.target is not None), None)
    if first is not None and first.target is not None:
        yield (
            first,
            Hit(
                "This is not a translation of that source: their sentences are no nearer to each other than those of any "
                "two articles. Was the right file given? The translation was checked alone.",
                target=first.target.sentences[0],
            ),
        )


RULE = DocumentRule(
    id="unrelated-article",
    summary="The translation is not one of this source",
    why="A wrong file or a mixed-up archive makes every other comparison senseless.",
    category=Category.MEANING,
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    bilingual=True,
    check=check,
    examples=(
        bad(
            ["Der Hafen wird ausgebaut.", "Die Arbeiten beginnen im Mai."],
            ["The team won the cup again.", "Fans sang all night."],
            marks=["The team won the cup again."],
            comparable=False,
            languages="de-en",
        ),
        good("港口将扩建。", "The port will be expanded.", languages="zh-en"),
    ),
)
