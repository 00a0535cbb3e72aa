"""A word, phrase or clause that loops inside a sentence: "the report said the report said the report said"."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, bad, good
from tqcheck.api.loops import looping


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target_text
    for found in looping(text, pair.source_text if pair.source else None):
        phrase = found.unit.of(text)
        yield Hit(
            f"“{phrase}” is said {found.times} times in a row: the engine looped.",
            target=found.span,
            suggestions=(phrase,),
            confidence=Confidence.HIGH if found.sure else None,
        )


RULE = Rule(
    id="repeated-phrase",
    summary="A phrase loops inside a sentence",
    why="Looping is how translation engines fail; what the sentence should have said is lost.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "报告说，经济将会复苏。",
            "The report said the report said the report said the economy will recover.",
            marks=["The report said the report said the report said"],
            suggestion="The report said",
            languages="zh-en",
        ),
        bad(
            "Die Stadt will sparen.",
            "The city of the city of the city of Cologne wants to save.",
            marks=["The city of the city of the city of"],
            languages="de-en",
        ),
        bad(
            "Oil, gas and coal are dear.",
            "Das Öl, das Öl, das Öl, das Öl und die Kohle sind teuer.",
            marks=["Das Öl, das Öl, das Öl, das Öl"],
            languages="en-de",
        ),
        bad(
            "The sub-committee met again.",
            "Ein Unter-Unter-Unter-Unter-Unterausschuss.",
            marks=["Unter-Unter-Unter-Unter"],
            languages="en-de",
        ),
        bad(
            "The mayor opened the new library on Sunday.",
            "市长周日为新图书馆的新图书馆的新图书馆揭幕。",
            marks=["新图书馆的新图书馆的"],
            languages="en-zh",
        ),
        bad(
            "The market is open every day.",
            "ตลาดเปิดทุกวันเปิดทุกวันเปิดทุกวันเปิดทุกวัน",
            marks=["เปิดทุกวันเปิดทุกวันเปิดทุกวันเปิดทุกวัน"],
            languages="en-th",
        ),
        bad(
            "Wir fahren zum Bahnhof und zum Hafen.",
            "We are going to the train station and the train station.",
            marks=["train station and the train station"],
            suggestion="train station",
            languages="de-en",
        ),
        good(
            "Я медленно-медленно шёл, день за днём.",
            "慢慢地，我一天一天一天地走着，哈哈哈哈哈哈哈哈！",
            languages="ru-zh",
        ),
        good(
            "どんどん雨が降る。",
            "It rained and rained and rained; no, no, no, no, said the old, old man.",
            languages="ja-en",
        ),
        good(
            "Lage, Lage und noch einmal Lage!",
            "Location, location, location; his great-great-great-grandfather knew it.",
            languages="de-en",
        ),
        good("一、二、三，走吧，走吧！", "One, two, three: let us go, let us go!", languages="zh-en"),
        good(
            "Это очень, очень, очень важно: всё больше, больше и больше.",
            "It is very, very, very important: more and more and more.",
            languages="ru-en",
        ),
        good(None, "Results: 3 2 3 2 3 2; New York, New York; bye bye.", languages="und-en"),
    ),
)
