"""A figure of the source that the translation has lost."""

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
    Quantities,
    Severity,
    bad,
    good,
)
from tqcheck.api.quantities import LIKELY_ALIGNED, Kind, Quantity, compare_article, told

_LISTED = 4


def check(article: AlignedArticle, facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    for pair, comparison in compare_article(article, facts):
        for quantity in comparison.missing:
            yield (
                pair,
                Hit(
                    f"The source says {told(quantity)}; the translation has no such figure.",
                    source=quantity.span,
                    confidence=_confidence(pair, quantity),
                ),
            )


def _confidence(pair: Pair, quantity: Quantity) -> Confidence:
    """Good translators leave out the day of East Asian news ("on the 27th") and the count after a list ("three
    provinces"): half of what WMT's zh-en and ja-en references lack.
    """
    usual = quantity.kind is Kind.DAY or (quantity.kind is Kind.NUMBER and quantity.value <= _LISTED)
    sure = quantity.digits and not usual and pair.confidence >= LIKELY_ALIGNED
    return Confidence.MEDIUM if sure else Confidence.LOW


RULE = DocumentRule(
    id="number-missing",
    summary="A number of the source is not in the translation",
    why="A lost figure is lost information, and often the first sign of a lost clause.",
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
    bilingual=True,
    check=check,
    examples=(
        bad(
            "参加会议的有320人，来自26个国家。",
            "People from 26 countries attended.",
            marks=[""],
            source_marks=["320"],
            languages="zh-en",
        ),
        bad(
            "Rund 400 Menschen kamen am Freitag.",
            "People came on Friday.",
            marks=[""],
            source_marks=["400"],
            languages="de-en",
        ),
        good("1名学生和2名教师", "A student and both teachers", languages="zh-en"),
        good(["В 2019 году их было", "много."], ["There were", "many in 2019."], languages="ru-en"),
    ),
)
