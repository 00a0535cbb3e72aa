"""Two names became one: ties between Vietnam and Vietnam."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, bad, good
from tqcheck.api.names import merged


def check(pair: Pair, _facts: PairFacts, _options: Any) -> Iterator[Hit]:
    for span, name in merged(pair.target_text):
        yield Hit(f"{name} is coupled with itself; one of the two should be another name.", target=span)


RULE = Rule(
    id="names-merged",
    summary="A name is coupled with itself",
    why="Two names became one in translation, and nobody can tell which the other was.",
    category=Category.NAMES,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "越文两国友好关系正在发展。",
            "Friendly relations between Vietnam and Vietnam are developing.",
            marks=["Vietnam and Vietnam"],
            languages="zh-en",
        ),
        bad(
            "Польша и Словакия подписали договор.",
            "Poland and Poland signed the treaty.",
            marks=["Poland and Poland"],
            languages="ru-en",
        ),
        bad(
            None,
            "Russian-Russian relations and Sino-Chinese trade grew.",
            marks=["Russian-Russian", "Sino-Chinese"],
            languages="und-en",
        ),
        good(
            "Tom liebt Maria und Maria liebt Tom.",
            "Tom loves Maria and Maria loves Tom. It is between Paris, Texas and Paris, and Ford and Ford Credit are one.",
            languages="de-en",
        ),
        good("越老两国", "Between China and China’s neighbours, Baden-Baden and Xi Xi.", languages="zh-en"),
    ),
)
