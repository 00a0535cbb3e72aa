"""A phrase that comes back at once though the source says it once: "born in Ulm, where she was born in Ulm"."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Rule, Severity, bad, good
from tqcheck.api.loops import recurring


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    for found in recurring(pair.target_text, pair.source_text):
        phrase = found.unit.of(pair.target_text)
        yield Hit(f"“{phrase}” comes back at once; the source says it only once.", target=found.span)


RULE = Rule(
    id="recurring-phrase",
    summary="A phrase comes back at once though the source says it once",
    why="The engine went round in a circle, and what the sentence should have said is lost.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    check=check,
    examples=(
        bad(
            "Die Malerin stammt aus Ulm und lehrte später in Graz.",
            "The painter was born in southern Ulm, where she was born in southern Ulm.",
            marks=["was born in southern Ulm, where she was born in southern Ulm"],
            languages="de-en",
        ),
        bad(
            "Isländische Gewässer",
            "Iceland waters of Iceland",
            marks=["Iceland waters of Iceland"],
            languages="de-en",
        ),
        bad(
            "Der Mieter oder der Vermieter kann kündigen.",
            "The tenant or the tenant may give notice.",
            marks=["tenant or the tenant"],
            languages="de-en",
        ),
        bad(
            "Il lui répondit depuis le jardin public de la ville.",
            "Er antwortete ihm aus dem öffentlichen Garten und aus dem öffentlichen Garten.",
            marks=["aus dem öffentlichen Garten und aus dem öffentlichen Garten"],
            languages="fr-de",
        ),
        good(
            "Wer den Bahnhof Mitte kennt, kennt nicht den Bahnhof Nord.",
            "To know the station in the middle is not to know the station in the north.",
            languages="de-en",
        ),
        good(
            "从市中心火车站到机场火车站要一个小时。",
            "From the central railway station to the airport railway station it takes an hour.",
            languages="zh-en",
        ),
        good(
            "Он пел песню за песней, о родной земле и о родном доме.",
            "He sang song after song, of his native land and of his native home.",
            languages="ru-en",
        ),
    ),
)
