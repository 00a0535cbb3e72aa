"""A name of the source that the translation nowhere renders."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Names,
    Pair,
    PairFacts,
    Rule,
    Severity,
    bad,
    good,
    primary_language,
)
from tqcheck.api.names import NameMention, awaited, changed, gaps, missing


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    names = facts[Names]
    lost = missing(names, pair)
    if lost is None:
        yield from _at_a_gap(pair, names)
        return
    listed = ", ".join(map(_shown, lost.names))
    noun, verb = ("name", "is") if len(lost.names) == 1 else ("names", "are")
    yield Hit(
        f"The {noun} {listed} of the source {verb} missing from the translation.",
        source=lost.names[0].span,
        confidence=None if lost.sure else Confidence.LOW,
    )


def _at_a_gap(pair: Pair, names: Names) -> Iterator[Hit]:
    """Where the English sentence has a hole, even what is hardly known to be a name is missing."""
    if pair.source is None or pair.target is None or primary_language(pair.target.language) != "en":
        return
    language = primary_language(pair.source.language) or ""
    whole = pair.source_text.strip(' .!?…«»"')  # a sentence of one word has a verb, not a name: Зачекаємо.
    swapped = {change.name for change in changed(names, pair)}
    lost = [
        name
        for name in awaited(names.source, language)
        if name not in swapped and (name.certain or name.text != whole)
    ]
    holes = gaps(pair.target_text, likely=bool(lost))
    if not holes:
        return
    hole = holes[0]
    before = hole.of(pair.target_text).strip()
    if len(lost) == 1:
        (name,) = lost
        yield Hit(
            f"The name {_shown(name)} of the source is missing from the translation.",
            target=hole,
            source=name.span,
        )
    else:
        place = f" after “{before}”" if before and before[-1].isalpha() else ""
        yield Hit(f"A name seems to be missing{place}.", target=hole)


def _shown(name: NameMention) -> str:
    return f"{name.text} ({name.expected[0]})" if name.expected else name.text


RULE = Rule(
    id="name-missing",
    summary="A name in the source is missing from the translation",
    why="Who did it, where, and for whom is what news is about.",
    category=Category.NAMES,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Names,),
    check=check,
    examples=(
        bad(
            "托卡耶夫总统在塔什干会见了哈萨克斯坦和乌兹别克斯坦的企业家。",
            "President Tokayev met entrepreneurs from Kazakhstan in Tashkent.",
            marks=[""],
            source_marks=["乌兹别克斯坦"],
            languages="zh-en",
        ),
        bad(
            "Rettungskräfte brachten die Verletzten in das Kreuzberger Krankenhaus.",
            "Rescuers took the injured to the hospital in .",
            marks=["in "],
            languages="de-en",
        ),
        good("Президент Путин прилетел в Астану.", "President Putin arrived in Astana.", languages="ru-en"),
    ),
)
