"""Words that are none: machine translation coins them, and hands slip."""

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
        if unknown.fault not in (WordFault.NON_WORD, WordFault.COINED):
            continue
        word = unknown.span.of(pair.target_text)
        meant = f"; “{unknown.near[0]}” may be meant" if unknown.near else ""
        # A reader mends a slip in passing, and stops at what the engine has coined.
        severity = Severity.MINOR if unknown.fault is WordFault.NON_WORD else None
        text = f"“{word}” is not a word{meant}."
        yield Hit(text, target=unknown.span, suggestions=unknown.near, severity=severity)


RULE = Rule(
    id="non-word",
    summary="A word that is not a word",
    why="Readers stumble over it, and it often hides what was meant.",
    category=Category.SPELLING,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    needs=(Vocabulary,),
    reads=Reads.TARGET,
    # Others have no word list, or none that a context could be added to.
    target_languages=("en", "de", "es", "fr", "ru"),
    check=check,
    examples=(
        bad(
            "双方支持多边主义。",
            "Both sides support multilaterisation of trade.",
            marks=["multilaterisation"],
            languages="zh-en",
        ),
        bad(
            "Das Land und die Regierung sind bereit.",
            "The country and the governmnet are ready.",
            marks=["governmnet"],
            suggestion="government",
            languages="de-en",
        ),
        bad(
            None,
            "They met wtih the Eurpoean minister yesterday and dosen’t say why.",
            marks=["wtih", "Eurpoean", "dosen’t"],
            suggestion="with",
            languages="und-en",
        ),
        bad(
            None,
            "The bridge was closed for seven moths becuse the rives had risen.",
            marks=["becuse"],
            suggestion="because",
            languages="und-en",
        ),
        bad(
            "The new law came into force in January.",
            "Das neue Gesetz trat nach der Veröffenlichung in Kraft und hilft der Bevölkerng auf dem Land.",
            marks=["Veröffenlichung", "Bevölkerng"],
            suggestion="Veröffentlichung",
            languages="en-de",
        ),
        bad(
            "The government has decided to build the bridge.",
            "Le gouvernemnt a décidé de construire le pont.",
            marks=["gouvernemnt"],
            suggestion="gouvernement",
            languages="en-fr",
        ),
        bad(
            "The government decided to build the bridge.",
            "El gobierno decidió consruir el puente durante la primvera.",
            marks=["consruir", "primvera"],
            suggestion="construir",
            languages="en-es",
        ),
        bad(
            "Our government decided to build a bridge over the river.",
            "Наше правитеьство решило построить мост через реку.",
            marks=["правитеьство"],
            suggestion="правительство",
            languages="en-ru",
        ),
        good(
            "The winegrowers' museum was rebuilt by the Kowalczuk family.",
            "Das Winzerkellermuseum wurde von Familie Kowalczuk wiedererrichtet, und die Rebstöcke knospten.",
            languages="en-de",
        ),
        good(
            "The samovar with the painted horses is humming.",
            "Расписанный лошадками самоварчик загудел, и бабушкины половички запахли хлебом.",
            languages="en-ru",
        ),
        good(
            "L'équipe a mangé des varenyky chez Kowalczuk.",
            "The springless team unhurriedly ate varenyky; a desertification specialist called it glycaemic.",
            languages="fr-en",
        ),
        good(
            None,
            "Haha, aaah! He sang “la vida es bella”, thou knowest, ere the ahistoric eshop of Zhang Weiping closed.",
            languages="und-en",
        ),
    ),
)
