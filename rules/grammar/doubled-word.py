"""A word that stands twice: "the the plan", "at the end of the month month"."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, bad, good
from tqcheck.api.loops import doubled


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    source = pair.source.text if pair.source else None
    language = pair.source.language if pair.source else "und"
    for found in doubled(pair.target_text, pair.target_language, source, language):
        marked, word = found.span.of(pair.target_text), found.unit.of(pair.target_text)
        yield Hit(
            f"“{marked}”: a word too many.",
            target=found.span,
            suggestions=(word,),
            confidence=None if found.sure else Confidence.MEDIUM,
        )


RULE = Rule(
    id="doubled-word",
    summary="A word stands twice",
    why="A slip that every reader stumbles over, and that the eye of its author skips.",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "Die Regierung hat den Plan gebilligt.",
            "The government approved the the plan.",
            marks=["the the"],
            suggestion="the",
            languages="de-en",
        ),
        bad(
            "这是协议的核心。",
            "This is the core of the of agreement.",
            marks=["of the of"],
            languages="zh-en",
        ),
        bad(
            "Министр остановился в районе порта.",
            "The minister stopped in in the area of the port; the agency agency confirmed it.",
            marks=["in in", "agency agency"],
            languages="ru-en",
        ),
        bad(
            "L'usine a fermé en 2012, dit un habitant d'Arras.",
            "The plant closed in 2012 2012, says a man from Arras Arras.",
            marks=["2012 2012", "Arras Arras"],
            languages="fr-en",
        ),
        bad(
            "The bridge was closed (for repair) a year ago.",
            "Die Brücke wurde vor einem Jahr (zur Reparatur Reparatur) gesperrt.",
            marks=["Reparatur Reparatur"],
            languages="en-de",
        ),
        bad(
            "Das ist lange her (drei Jahre).",
            "It was long ago ago (three years years).",
            marks=["ago ago", "years years"],
            languages="de-en",
        ),
        bad(
            "Der Rat tagte am Montag in Kiel.",
            "The council met on on Monday in in Kiel, which had paid the dues for for decades, and if if it agrees, tickets are sold in in advance.",
            marks=["on on", "in in", "for for", "if if", "in in"],
            languages="de-en",
        ),
        good(
            "12 Zoll lang",
            "It is 12 in in length. The prize they had hoped for for years was the one they rely on on Mondays, in the house they lived in in Kiel.",
            languages="de-en",
        ),
        good(
            "Sie hat das Haus verkauft.",
            "She sold the house she grew up in in Ohio.",
            languages="de-en",
        ),
        good(
            "Das ist fraglich.",
            "It is a big if if he comes.",
            languages="de-en",
        ),
        good(
            "Он сказал, что то, что было, было верно.",
            "He said that that had been right, and what it had had was a very, very long, really really good life; she was taken in in the port; the form came in in May.",
            languages="ru-en",
        ),
        good(
            "协议A",
            "Grade A a year ago; “The The” played; vitamin A and an apple; A. A. Milne; the-the",
            languages="zh-en",
        ),
        good(
            "郎朗在北京演出。",
            "Lang Lang played in Beijing; Yo-Yo Ma and Duran Duran did not.",
            languages="zh-en",
        ),
        good(
            "Die, die das sagten, sie sie nannten.",
            "Those who said it did; die die that say so, nous nous levons.",
            languages="de-fr",
        ),
        good("Rows: 12, 12, 14", "Reihen: 12 12 14 14", languages="en-de"),
    ),
)
