"""A number that no locale writes."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    Severity,
    bad,
    good,
)
from tqcheck.api.quantities import Fault, malformed_numbers

_SEVERITY = {Fault.GROUPS: Severity.MAJOR, Fault.LETTER: Severity.MINOR, Fault.DOUBLED: Severity.MINOR}


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    if pair.target is None:
        return
    for found in malformed_numbers(pair.target_text, pair.target.language):
        number = found.span.of(pair.target_text)
        if number in pair.source_text:  # a code, or the author's own slip
            continue
        message = {
            Fault.GROUPS: f"No locale writes “{number}”: what number it is cannot be told.",
            Fault.LETTER: f"“{number}” has a letter in the place of a digit.",
            Fault.DOUBLED: f"“{number}” says its sign or unit twice.",
        }[found.fault]
        yield Hit(
            message,
            target=found.span,
            suggestions=() if found.fixed is None else (found.fixed,),
            severity=_SEVERITY[found.fault],
        )


RULE = Rule(
    id="malformed-number",
    summary="A number is written as no locale writes it",
    why="The reader cannot tell which number is meant, or sees that nobody has proofread it.",
    category=Category.NUMBERS,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad("约有12万人。", "Some 12,0000 people came.", marks=["12,0000"], languages="zh-en"),
        bad(
            None,
            "It cost 10,000,00 yuan, 1.234,567.8 roubles or 3.4.5 million won.",
            marks=["1.234,567.8", "10,000,00", "3.4.5"],
            languages="und-en",
        ),
        bad(None, "It happened in 2O24.", marks=["2O24"], suggestion="2024", languages="und-en"),
        bad(None, "Prices rose by 50%%.", marks=["50%%"], suggestion="50%", languages="und-en"),
        bad(
            None,
            "They paid $50 million dollars.",
            marks=["$50 million dollars"],
            suggestion="$50 million",
            languages="und-en",
        ),
        bad(None, "Es waren 1.000.00 Besucher.", marks=["1.000.00"], languages="und-de"),
        bad(None, "Das kostet €50 Euro.", marks=["€50 Euro"], suggestion="€50", languages="und-de"),
        bad(None, "Les prix ont augmenté de 50 % pour cent.", marks=["50 % pour cent"], languages="und-fr"),
        bad(None, "Subió un 50 %%.", marks=["50 %%"], suggestion="50 %", languages="und-es"),
        bad(None, "Пришли 1О0 человек.", marks=["1О0"], suggestion="100", languages="und-ru"),
        bad(None, "价格上涨了百分之50%，约12,3456人。", marks=["12,3456", "百分之50%"], languages="und-zh"),
        good("Typ 12,3456", "Type 12,3456", languages="de-en"),
        good(
            None,
            "1,234,567.80 or 12,34,567 on May 12,2024; H2O, 3.4.5, 0,1234, [1,2345].",
            languages="und-en",
        ),
        good(None, "12,3456 Meter, 1.234.567,80 Euro, 50 % und 5 l", languages="und-de"),
        good(None, "1 234 567,8 рубля, 50 %, 192.168.0.1", languages="und-ru"),
        good(None, "12.3456 km, 1 234,50 €, 50 %", languages="und-fr"),
        good(None, "12,345人，百分之五十，50%", languages="und-zh"),
    ),
)
