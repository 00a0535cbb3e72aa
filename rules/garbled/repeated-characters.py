"""Letters, digits or marks that run on: "the lolololololo", "2.0000000000000"."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, bad, good
from tqcheck.api.loops import running_on


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    for span, unit in running_on(pair.target_text, pair.source_text if pair.source else None):
        turns = len(span) // len(unit)
        yield Hit(f"“{unit}” runs on, {turns} times in a row: the engine looped.", target=span)


RULE = Rule(
    id="repeated-characters",
    summary="A letter, syllable, digit or mark runs on and on",
    why="The engine looped; what should stand there is lost.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "Das Lied ist alt.", "The song is aaaaaaaaaaaaaald.", marks=["aaaaaaaaaaaaaa"], languages="de-en"
        ),
        bad(
            "Он живёт в Тобольске.",
            "He lives in Tobobobobobobobobobo.",
            marks=["obobobobobobobobob"],
            languages="ru-en",
        ),
        bad(
            "约二百人参加。", "Some 200000000000 people took part.", marks=["00000000000"], languages="zh-en"
        ),
        bad(
            "Der Vertrag wurde gestern unterzeichnet.",
            "Le contrat a été signé hier" + "." * 60,
            marks=["." * 60],
            languages="de-fr",
        ),
        bad(
            "The harbour is closed.",
            "港は閉鎖ささささささささささ。",
            marks=["さささささささささ" + "さ"],
            languages="en-ja",
        ),
        good(
            "«Го-о-ол!» — кричал он.",
            "“Goooooal!” he cried, and they laughed: hahahahahahaha.",
            languages="ru-en",
        ),
        good(
            "Name: ....................................",
            "Nom : ...........................................",
            languages="de-fr",
        ),
        good(
            "Es kostet 10000000 Won.",
            "It costs 10000000 won; see www.aaaaaaaaaaaa.example.",
            languages="de-en",
        ),
        good("他笑了：“哈哈哈哈哈哈哈哈！”", "He laughed: “Hahahahahahahahaha!”", languages="zh-en"),
    ),
)
