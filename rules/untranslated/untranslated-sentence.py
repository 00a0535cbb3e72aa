"""A sentence of the translation that is not in its language: left as it was, or put into a third one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Overlap,
    Pair,
    PairFacts,
    Reads,
    Rule,
    SentenceLanguages,
    Severity,
    Span,
    bad,
    good,
    primary_language,
)

# The detector's probability that is asked for. What is copied from the source has been told twice; a third language is
# an odd thing to find, and mostly a sentence of names.
_COPIED, _LEFT, _THIRD = 0.5, 0.75, 0.95
_COPY = 70.0  # chrF of a pair: a copy with a word or two changed; good translations between cognates stay below 45
_QUOTED = re.compile(r"[\"“„«‘'「『《].*[\"”“»’'」』》][.!?。！？]?", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_FEW = 3  # words in lower case: with fewer, a text in Latin or Cyrillic letters is names and titles
_CLAUSE = 5  # words copied in one run
_NAMES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish",
    "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    target = primary_language(pair.target.language if pair.target else None)
    source = primary_language(pair.source.language if pair.source else None)
    source_text = _plain(pair.source_text)
    for span, language, probability in facts[SentenceLanguages].target:
        text = span.of(pair.target_text)
        if target in {language, "und"} or _is_names(text):
            continue
        copied = _plain(text) in source_text or facts[Overlap].chrf >= _COPY
        name = _NAMES.get(language, f"another language ({language})")
        if language == source:
            if probability >= (_COPIED if copied else _LEFT):
                confidence = Confidence.HIGH if copied else Confidence.MEDIUM
                part = _copied_part(text, pair.source_text)
                mark = span if part is None else part.shift(span.start)
                yield Hit(f"This was left in {name}.", target=mark, confidence=confidence)
        elif probability >= _THIRD and not copied and not _QUOTED.fullmatch(text.strip()):
            yield Hit(f"This is in {name}.", target=span, confidence=Confidence.MEDIUM)


def _copied_part(text: str, source: str) -> Span | None:
    """What of the sentence stands so in the source, where that is most of a clause and not all of the sentence."""
    match = SequenceMatcher(None, text, source, autojunk=False).find_longest_match()
    run = text[match.a : match.a + match.size]
    start = match.a + len(run) - len(run.lstrip())
    part = Span(start, start + len(run.strip()))
    return part if len(part.of(text).split()) >= _CLAUSE and not _is_names(part.of(text)) else None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".!?。！？")


def _is_names(text: str) -> bool:
    """Latin or Cyrillic words of which hardly any is in lower case."""
    words = _WORD.findall(text)
    cased = [word for word in words if word.lower() != word.upper()]
    return len(cased) * 2 > len(words) and sum(word.islower() for word in cased) < _FEW


RULE = Rule(
    id="untranslated-sentence",
    summary="A sentence was left untranslated",
    why="Most readers of the translation cannot read it.",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    needs=(SentenceLanguages, Overlap),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            ["Der Bau dauerte vier Jahre und war teurer als geplant."],
            ["Der Bau dauerte vier Jahre und war teurer als geplant."],
            marks=["Der Bau dauerte vier Jahre und war teurer als geplant."],
            languages="de-en",
        ),
        bad(
            "„Der Bau dauerte viel länger als geplant“, sagte er.",
            "“Der Bau dauerte viel länger als geplant,” he said.",
            marks=["Der Bau dauerte viel länger als geplant"],
            languages="de-en",
        ),
        bad(
            ["大桥周五通车。", "施工用了四年时间。"],
            ["The bridge opened on Friday.", "施工用了四年时间。"],
            marks=["施工用了四年时间。"],
            languages="zh-en",
        ),
        bad(
            None,
            ["El puente fue inaugurado el viernes por la alcaldesa de la ciudad."],
            marks=["El puente fue inaugurado el viernes por la alcaldesa de la ciudad."],
            languages="und-en",
        ),
        good("Мост строили четыре года.", "The bridge took four years to build.", languages="ru-en"),
        good(
            "Das Motto lautet seit 1870: „Liberté, égalité, fraternité pour tous les peuples“.",
            "“Liberté, égalité, fraternité pour tous les peuples.”",
            languages="de-en",
        ),
        good(
            "Es spielten Bayern München, Borussia Mönchengladbach und Eintracht Frankfurt.",
            "Bayern München, Borussia Mönchengladbach, Eintracht Frankfurt.",
            languages="de-en",
        ),
    ),
)
