"""An age that the years beside it contradict."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Quantities,
    Reads,
    Rule,
    Severity,
    bad,
    good,
)
from tqcheck.api.quantities import age_mismatches, said_alike


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    known = facts[Quantities]
    language = pair.target.language if pair.target else "und"
    for found in age_mismatches(pair.target_text, known.target, language):
        if said_alike((found.age, found.born, found.then), known.source):
            continue
        low, high = found.allowed
        yield Hit(
            f"Born in {found.born.text}, one is {low} or {high} in {found.then.text}; "
            f"the text says {found.age.text}. Check the age and both years.",
            target=found.age.span,
            confidence=found.confidence,
        )


RULE = Rule(
    id="age-contradiction",
    summary="An age does not fit the years of birth and of the event",
    why="One of the three figures is wrong, and the sentence itself shows it.",
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(None, "Anna Lee (1901–1985), the painter, died at 75.", marks=["75"], languages="und-en"),
        bad(
            "Geboren 1957 in Bonn, starb er 2024 im Alter von 67 Jahren.",
            "Born in Bonn in 1957, he died in 2024 at the age of 76.",
            marks=["76"],
            languages="de-en",
        ),
        bad(
            None,
            "Geboren 1957 in Bonn, starb er 2024 im Alter von 53 Jahren.",
            marks=["53"],
            languages="und-de",
        ),
        bad(None, "Né en 1957, il est mort en 2024 à l’âge de 53 ans.", marks=["53"], languages="und-fr"),
        bad(None, "Nacido en 1957, murió en 2024 a los 53 años.", marks=["53"], languages="und-es"),
        bad(
            None, "Родился в 1957 году, умер в 2024 году в возрасте 53 лет.", marks=["53"], languages="und-ru"
        ),
        bad(None, "他1957年出生，2024年去世，享年53岁。", marks=["53"], languages="und-zh"),
        good(None, "Anna Lee (1901–1985), the painter, died at the age of 84.", languages="und-en"),
        good(
            None,
            "Born in 1957, he moved to Rome at the age of 20 and died in 2024.",
            languages="und-en",
        ),
        good(None, "Geboren 1957, starb er 2024 mit 66 Jahren nach 30 Jahren im Amt.", languages="und-de"),
        good(
            None, "Родилась в 1957 году, в 30 лет уехала в Рим, где и умерла в 2024 году.", languages="und-ru"
        ),
        good(None, "他生于1957年，2024年去世，享年68岁。", languages="und-zh"),
    ),
)
