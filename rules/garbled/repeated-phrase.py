"""A phrase that loops inside a sentence: "the report said the report said the report said"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.api import Category, Confidence, Hit, Pair, PairFacts, Reads, Rule, Severity, Span, bad, good

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_MOST_WORDS = 12  # a loop's period
# Two words said twice are emphasis or a figure ("more and more and more"); three times, or long, they are a loop.
_TWICE_LEAST_WORDS = 3


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target_text
    spans = [Span(*match.span()) for match in _WORD.finditer(text)]
    keys = [span.of(text).casefold() for span in spans]
    at = 0
    while at < len(keys):
        period, times = _loop(keys, at)
        if period and not _also_in_source(pair, period, times):
            end = at + period * times
            phrase = text[spans[at].start : spans[at + period - 1].end]
            yield Hit(
                f"“{phrase}” is said {times} times in a row: the engine looped.",
                target=Span(spans[at].start, spans[end - 1].end),
                suggestions=(phrase,),
                confidence=Confidence.HIGH if times > 2 or period >= 4 else None,
            )
            at = end
        else:
            at += 1


def _loop(keys: list[str], at: int) -> tuple[int, int]:
    """(period, times) of the loop that begins here, (0, 0) if none does."""
    for period in range(1, _MOST_WORDS + 1):
        unit = keys[at : at + period]
        if len(unit) < period:
            break
        times = 1
        while keys[at + times * period : at + (times + 1) * period] == unit:
            times += 1
        if any(not word.isdigit() for word in unit) and _is_loop(unit, times):
            return period, times
    return 0, 0


def _is_loop(unit: list[str], times: int) -> bool:
    if len(unit) == 1:
        return times >= 4 and len(unit[0]) > 1  # "ha ha ha", "no, no, no" and "very, very, very" are meant
    letters = sum(map(len, unit))
    if len(unit) == 2:
        return times >= 3 and letters >= 6
    return times >= 2 and len(unit) >= _TWICE_LEAST_WORDS and letters >= 8


def _also_in_source(pair: Pair, period: int, times: int) -> bool:
    """Whether the source says something as often in a row."""
    source = pair.source_text
    spaced = [match.group().casefold() for match in _WORD.finditer(source)]
    for size in range(1, period + 1):
        for at in range(len(spaced) - size * times + 1):
            if spaced[at : at + size] * times == spaced[at : at + size * times]:
                return True
    return re.search(rf"([^\s\W\d]{{2,8}})(?:[，、,\s！!]*\1){{{times - 1},}}", source) is not None


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
        good("一、二、三，走吧，走吧！", "One, two, three: let us go, let us go!", languages="zh-en"),
        good(
            "Это очень, очень, очень важно: всё больше, больше и больше.",
            "It is very, very, very important: more and more and more.",
            languages="ru-en",
        ),
        good(None, "Results: 3 2 3 2 3 2; New York, New York; bye bye.", languages="und-en"),
    ),
)
