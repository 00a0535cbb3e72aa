"""The right figure in another currency: 300 euros told as 300 dollars."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Quantities, Rule, Severity, bad, good
from tqcheck.api.quantities import ChangeKind, ends_alone


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    changes = [change for change in facts[Quantities].changed if change.kind is ChangeKind.CURRENCY]
    for change in ends_alone(changes):
        source, target = change.source, change.target
        said, told = source.full_span.of(pair.source_text), target.full_span.of(pair.target_text)
        yield Hit(
            f"The source says “{said}”; the translation has the same figure in another currency, “{told}”.",
            target=target.full_span,
            source=source.full_span,
            confidence=change.confidence(pair.confidence),
        )


RULE = Rule(
    id="currency-changed",
    summary="A sum is in another currency than in the source",
    why="The figure looks right and the sum is wrong, by a factor of a hundred for yen told as dollars.",
    category=Category.NUMBERS,
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
    check=check,
    examples=(
        bad(
            "Das Haus kostete 300.000 Euro.",
            "The house cost $300,000.",
            marks=["$300,000"],
            languages="de-en",
        ),
        bad(
            "投资12.5亿元",
            "an investment of 1.25 billion euros",
            marks=["1.25 billion euros"],
            languages="zh-en",
        ),
        bad(
            "Штраф составил 5000 рублей.",
            "The fine was 5,000 hryvnias.",
            marks=["5,000 hryvnias"],
            languages="ru-en",
        ),
        bad("5000円かかる。", "It costs 5,000 yuan.", marks=["5,000 yuan"], languages="ja-en"),
        good("Costó 3.000 dólares.", "It cost US$3,000.", languages="es-en"),
        good("12.5亿元", "RMB 1.25 billion", languages="zh-en"),
        good("3,5 Mrd. Euro", "€3.5 billion", languages="de-en"),
    ),
)
