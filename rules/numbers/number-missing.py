"""A figure of the source that the translation has lost."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Quantities,
    Rule,
    Severity,
    bad,
    good,
)
from tqcheck.api.quantities import LIKELY_ALIGNED, Kind, Quantity, told

_LISTED = 4


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    for quantity in facts[Quantities].missing:
        yield Hit(
            f"The source says {told(quantity)}; the translation has no such figure.",
            source=quantity.full_span,
            confidence=_confidence(pair, quantity),
        )


def _confidence(pair: Pair, quantity: Quantity) -> Confidence:
    """Good translators leave out the day of East Asian news ("on the 27th") and the count after a list ("three
    provinces"): half of what WMT's zh-en and ja-en references lack.
    """
    usual = quantity.kind is Kind.DAY or (quantity.kind is Kind.NUMBER and quantity.value <= _LISTED)
    sure = quantity.digits and not usual and pair.confidence >= LIKELY_ALIGNED
    return Confidence.MEDIUM if sure else Confidence.LOW


RULE = Rule(
    id="number-missing",
    summary="A number of the source is not in the translation",
    why="A lost figure is lost information, and often the first sign of a lost clause.",
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
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
