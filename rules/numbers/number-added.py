"""A figure of the translation that the source does not have."""

from __future__ import annotations

import re
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
from tqcheck.api.quantities import LIKELY_ALIGNED, Kind, Quantity, reads_words, told

# A sum in brackets is the one before it in another currency: 34.5 million roubles ($380,000).
_CONVERTED = re.compile(
    r"\([^()]{0,20}(?:[$€£¥₽₹₩]|US|EUR|USD)[^()]*$|\([^()]*(?:dollars?|euros?|pounds?|yuan|yen)$",
    re.IGNORECASE,
)


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    for quantity in facts[Quantities].added:
        if not _CONVERTED.search(pair.target_text[: quantity.span.end]):
            yield Hit(
                f"The translation says {told(quantity)}; the source has no such figure.",
                target=quantity.full_span,
                confidence=_confidence(pair, quantity),
            )


def _confidence(pair: Pair, quantity: Quantity) -> Confidence:
    """A year is what translators most often complete a date with: 10 of 15 figures that WMT's zh-en references add. The
    source may say it in words that are not read.
    """
    read = pair.source is not None and reads_words(pair.source.language)
    sure = quantity.digits and quantity.kind is not Kind.YEAR and pair.confidence >= LIKELY_ALIGNED
    return Confidence.MEDIUM if sure and read else Confidence.LOW


RULE = Rule(
    id="number-added",
    summary="The translation has a number that the source does not have",
    why="An invented figure is worse than a missing one: it looks like knowledge.",
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
    check=check,
    examples=(
        bad(
            "很多人参加了集会。",
            "Some 5,000 people took part in the rally.",
            marks=["5,000"],
            languages="zh-en",
        ),
        bad("Viele Menschen kamen.", "About 300 people came.", marks=["300"], languages="de-en"),
        good(
            "Ремонт обошёлся в 34,5 млн рублей.",
            "The repairs cost 34.5 million roubles (about $380,000).",
            languages="ru-en",
        ),
        good(
            "Оба министра приехали в один день.", "The 2 ministers came on the same day.", languages="ru-en"
        ),
        good("三名学生，两周", "3 students, 14 days", languages="zh-en"),
    ),
)
