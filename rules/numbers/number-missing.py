"""A figure of the source that the translation has lost."""

from __future__ import annotations

import re
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
from tqcheck.api.quantities import Kind, Quantity, covering_all, in_runs, told_together

_LISTED = 4
# A date line (北京12月11日电), and the number of an emergency call before what it brings (120急救车).
_LINE = re.compile(r"\s?(?:[电電讯訊]|[综綜]合|急救|救护|救護|报警|報警)")


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    known = facts[Quantities]
    for run in in_runs(known.missing, known.source):
        said, count = told_together(run, pair.source_text)
        yield Hit(
            f"The source says {said}; the translation has {'none of these figures' if count > 1 else 'no such figure'}.",
            source=covering_all(run),
            confidence=max(_confidence(pair, quantity, known) for quantity in run),
        )


def _confidence(pair: Pair, quantity: Quantity, known: Quantities) -> Confidence:
    """Of a date of which another part is told, the rest may be plain to the reader; date lines go to the top of the page.

    Good translators leave out the day of East Asian news ("on the 27th") and the count after a list ("three
    provinces"): half of what WMT's zh-en and ja-en references lack.
    """
    told_in_part = quantity.date >= 0 and any(
        other.date == quantity.date and other not in known.missing for other in known.source
    )
    in_line = _LINE.match(pair.source_text, quantity.full_span.end)
    usual = quantity.kind is Kind.DAY or (quantity.kind is Kind.NUMBER and quantity.value <= _LISTED)
    sure = quantity.digits and not (usual or told_in_part or in_line) and pair.confidence >= LIKELY_ALIGNED
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
        bad(
            "Le parc abrite 64 espèces d’oiseaux.",
            "The park is home to birds.",
            marks=[""],
            source_marks=["64"],
            languages="fr-en",
        ),
        bad(
            "Безработица снизилась до 4,2 %.",
            "Unemployment has fallen.",
            marks=[""],
            source_marks=["4,2 %"],
            languages="ru-en",
        ),
        bad(
            "駅前に自転車250台分の駐輪場ができた。",
            "A bicycle park has opened in front of the station.",
            marks=[""],
            source_marks=["250"],
            languages="ja-en",
        ),
        good("1名学生和2名教师", "A student and both teachers", languages="zh-en"),
        good("Il a plu pendant deux jours.", "It rained on both days.", languages="fr-en"),
        good(["В 2019 году их было", "много."], ["There were", "many in 2019."], languages="ru-en"),
    ),
)
