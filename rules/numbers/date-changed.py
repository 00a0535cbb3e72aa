"""A month, day, weekday, year or time of the translation that is not the one of the source."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Quantities, Rule, Severity, bad, good
from tqcheck.api.quantities import ChangeKind


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    for change in facts[Quantities].changed:
        if change.kind is not ChangeKind.DATE:
            continue
        source, target = change.source, change.target
        said, told = source.full_span.of(pair.source_text), target.full_span.of(pair.target_text)
        span, fix = change.correction(pair.target_text, pair.target_language)
        yield Hit(
            f"The source says “{said}”; the translation says “{told}”.",
            target=span,
            source=source.span,
            suggestions=() if fix is None else (fix,),
            confidence=change.confidence(pair.confidence),
        )


RULE = Rule(
    id="date-changed",
    summary="A date or time in the translation is not the one in the source",
    why="Readers come on the wrong day, and the archive dates the event wrongly.",
    category=Category.NUMBERS,
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
    check=check,
    examples=(
        bad(
            "Am 3. Mai begann der Bau.",
            "Construction began on June 3.",
            marks=["June"],
            source_marks=["Mai"],
            suggestion="May",
            languages="de-en",
        ),
        bad("展览将持续到8月23日。", "The exhibition runs until August 21.", marks=["21"], languages="zh-en"),
        bad(
            "Встреча начнётся в 15:30.",
            "The meeting begins at 2:30 p.m.",
            marks=["2:30 p.m."],
            languages="ru-en",
        ),
        bad(
            "Le traité date de 1957.",
            "The treaty dates from 1975.",
            marks=["1975"],
            suggestion="1957",
            languages="fr-en",
        ),
        bad(
            "3月12日（火曜日）に開幕する。",
            "It opens on Thursday, March 12.",
            marks=["Thursday"],
            suggestion="Tuesday",
            languages="ja-en",
        ),
        good("下午3点半，75周年，90年代", "At 3:30 p.m., the 75th anniversary, the 1990s", languages="zh-en"),
        good("Am 28. Dezember um 18 Uhr", "On Dec. 28 at 6 p.m.", languages="de-en"),
        good("le 1er mai à midi, 18 h 30", "at noon on May 1, 6:30 p.m.", languages="fr-en"),
        good("В понедельник, 5 октября", "On Monday, October 5", languages="ru-en"),
        good("8月，记者27日获悉", "In August, reporters learned on Monday", languages="zh-en"),
    ),
)
