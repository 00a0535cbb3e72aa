"""A date that is badly written: a month that is no word, or parts in an order that nobody writes."""

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
    primary_language,
)
from tqcheck.api.quantities import disordered_dates, misspelt_months


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    if pair.target is None:
        return
    tag = primary_language(pair.target.language)
    for month in misspelt_months(pair.target_text, tag):
        yield Hit(
            f"“{month.span.of(pair.target_text)}” is no month; probably {month.name}.",
            target=month.span,
            suggestions=(month.name,),
        )
    for date in disordered_dates(pair.target_text, tag):
        yield Hit(
            "The parts of this date stand in an order that is not written in this language.",
            target=date.span,
            suggestions=(date.suggestion,),
        )


RULE = Rule(
    id="malformed-date",
    summary="A date is badly written",
    why="Readers stumble over it, and software that looks for dates does not find it.",
    category=Category.NUMBERS,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(None, "The fair opens on Jully 12.", marks=["Jully"], suggestion="July", languages="und-en"),
        bad(
            None, "Am 12. Oktobr begann der Bau.", marks=["Oktobr"], suggestion="Oktober", languages="und-de"
        ),
        bad(None, "Le musée ouvrira le 3 septemre 2024.", marks=["septemre"], languages="und-fr"),
        bad(None, "Abrirá el 3 de octuvre.", marks=["octuvre"], languages="und-es"),
        bad(None, "The bridge was opened on 1962, 9, March.", marks=["1962, 9, March"], languages="und-en"),
        good(None, "On 9 March 1962, Mrs Juny 3 and Marsh 12 met.", languages="und-en"),
        bad(None, "O museu abre a 3 de setenbro.", marks=["setenbro"], languages="und-pt"),
        bad(None, "Il museo apre il 3 setembre 2024.", marks=["setembre"], languages="und-it"),
        good(None, "Der Zug kam am 12. Oktober an, Gleis 3.", languages="und-de"),
        good(None, "Le musée ouvrira le 3 septembre 2024, salle 5.", languages="und-fr"),
        good(None, "Abrirá el 3 de octubre, como todos los años.", languages="und-es"),
        good(None, "Музей открылся 3 сентября 2024 года.", languages="und-ru"),
    ),
)
