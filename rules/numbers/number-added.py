"""A figure of the translation that the source does not have."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    LIKELY_ALIGNED,
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
from tqcheck.api.quantities import (
    Kind,
    Quantity,
    covering_all,
    in_runs,
    reads_words,
    told_together,
)


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    known = facts[Quantities]
    for run in in_runs(known.added, known.target):
        said, count = told_together(run, pair.target_text)
        yield Hit(
            f"The translation says {said}; the source has {'none of these figures' if count > 1 else 'no such figure'}.",
            target=covering_all(run),
            confidence=max(_confidence(pair, quantity) for quantity in run),
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
        bad(
            "L’usine emploie surtout des femmes.",
            "The factory employs 640 people, most of them women.",
            marks=["640"],
            languages="fr-en",
        ),
        bad(
            "В этом году рыбы стало больше.",
            "There are 15 percent more fish this year.",
            marks=["15 percent"],
            languages="ru-en",
        ),
        bad("台風で多くの家が壊れた。", "The typhoon destroyed 87 houses.", marks=["87"], languages="ja-en"),
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
