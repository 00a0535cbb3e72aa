"""Parts that do not add up to the total that the same sentence gives."""

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
from tqcheck.api.quantities import covering, number, said_alike, total_mismatches


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    known = facts[Quantities]
    language = pair.target_language
    for found in total_mismatches(pair.target_text, known.target, language):
        if said_alike((found.total, *found.parts), known.source):
            continue
        parts = " + ".join(part.text for part in found.parts)
        yield Hit(
            f"{parts} make {number(found.sum)}; the sentence says {found.total.text} in all. "
            "Check each of them.",
            target=covering((found.total, *found.parts)),
            confidence=found.confidence,
        )


RULE = Rule(
    id="total-mismatch",
    summary="The parts do not add up to the total",
    why="A reader who adds them up trusts no figure of the article any more.",
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            None,
            "The crew has 22 men and three women, 26 people in all.",
            marks=["22 men and three women, 26"],
            languages="und-en",
        ),
        bad(
            None,
            "They won 10 gold, 9 silver and 6 bronze medals, 26 in all.",
            marks=["10 gold, 9 silver and 6 bronze medals, 26"],
            languages="und-en",
        ),
        bad(
            "Insgesamt kamen 25 Personen, davon 22 Männer und drei Frauen.",
            "A total of 26 people, of whom 22 were men and three women, came.",
            marks=["26 people, of whom 22 were men and three"],
            languages="de-en",
        ),
        bad(
            None,
            "Insgesamt 26 Personen, davon 22 Männer und drei Frauen, wurden gerettet.",
            marks=["26 Personen, davon 22 Männer und drei"],
            languages="und-de",
        ),
        bad(
            None,
            "26 personnes au total, dont 22 hommes et trois femmes, ont été sauvées.",
            marks=["26 personnes au total, dont 22 hommes et trois"],
            languages="und-fr",
        ),
        bad(
            None,
            "Un total de 26 personas, de las cuales 22 hombres y tres mujeres, fueron rescatadas.",
            marks=["26 personas, de las cuales 22 hombres y tres"],
            languages="und-es",
        ),
        bad(
            None,
            "Всего спасли 26 человек, из них 22 мужчины и три женщины.",
            marks=["26 человек, из них 22 мужчины и три"],
            languages="und-ru",
        ),
        bad(None, "共26人获救，其中男22人、女3人。", marks=["26人获救，其中男22人、女3"], languages="und-zh"),
        good(None, "The crew has 22 men and four women, 26 people in all.", languages="und-en"),
        good(None, "A total of 26 people, including 22 children, were rescued.", languages="und-en"),
        good(
            None,
            "Of the 26 passengers, 3 were killed and 10 injured; 26 of them were on board with 5 dogs.",
            languages="und-en",
        ),
        good(None, "Some 50 people, 22 men and 13 women, and 4 babies came.", languages="und-en"),
        good(None, "共25人获救，其中男22人、女3人；另有26人失踪。", languages="und-zh"),
        good(
            None, "3,3 Millionen Tonnen: 1,1 Millionen Tonnen Gold, 2,1 Millionen Silber.", languages="und-de"
        ),
        good(
            "共26人，其中男22人、女3人。",
            "A total of 26 people, of whom 22 were men and 3 women.",
            languages="zh-en",
        ),
    ),
)
