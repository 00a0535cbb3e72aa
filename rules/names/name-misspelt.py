"""A name that is nearly what the source has: a slip of letters, or a wrong syllable of a Chinese name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import Category, Confidence, Hit, Names, Pair, PairFacts, Rule, Severity, bad, good


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    for name in facts[Names].target:
        if name.expected and name.counterpart is not None:
            yield Hit(
                f"{name.counterpart.of(pair.source_text)} is {name.expected[0]}, not {name.text}.",
                target=name.span,
                source=name.counterpart,
                suggestions=name.expected,
            )


RULE = Rule(
    id="name-misspelt",
    summary="A name is misspelt",
    why="People and countries are looked up by their names, and take offence at wrong ones.",
    category=Category.NAMES,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Names,),
    # Into German: 19 alarms in 1,000 words of WMT21 systems, nearly all false: Tunesien is no misspelling.
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            "陈国强主任说，桥梁将在五月完工。",
            "Director Chen Guoxiang said the bridge would be finished in May.",
            marks=["Chen Guoxiang"],
            source_marks=["陈国强"],
            suggestion="Chen Guoqiang",
            languages="zh-en",
        ),
        bad(
            "Делегация Узбекистана приехала в среду.",
            "The delegation of Uzbekitsan arrived on Wednesday.",
            marks=["Uzbekitsan"],
            suggestion="Uzbekistan",
            languages="ru-en",
        ),
        good("仇建平说，桥很安全。", "Qiu Jianping said the bridge was safe.", languages="zh-en"),
    ),
)
