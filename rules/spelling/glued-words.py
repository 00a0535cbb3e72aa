"""Two words run together, or one written twice without a space."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    Severity,
    Vocabulary,
    WordFault,
    bad,
    good,
)


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    for unknown in facts[Vocabulary].unknown:
        if unknown.fault is WordFault.GLUED:
            word, meant = unknown.span.of(pair.target_text), unknown.near[0]
            text = f"“{meant}” run together" if " " in meant else f"“{meant}” written twice"
            yield Hit(f"“{word}” is {text}.", target=unknown.span, suggestions=unknown.near)


RULE = Rule(
    id="glued-words",
    summary="Two words run together",
    why="A space is missing; readers take the two for a word that they do not know.",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    needs=(Vocabulary,),
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "Das Land und die Küste liegen im Westen.",
            "The countryand the coast are in the west ofthe river.",
            marks=["countryand", "ofthe"],
            suggestion="country and",
            languages="de-en",
        ),
        bad(
            None,
            "We were lookingfor a cheap room, and the team won three roundsrounds in a row.",
            marks=["lookingfor", "roundsrounds"],
            suggestion="looking for",
            languages="und-en",
        ),
        good(
            None,
            "Therefore the driverless fishmonger cannot scan a barcode in the dancefloor's superhard darkroom.",
            languages="und-en",
        ),
    ),
)
