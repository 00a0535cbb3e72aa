"""A sentence of the translation that is not in its language: left as it was, or put into a third one."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Overlap,
    Pair,
    SentenceLanguages,
    Severity,
    Span,
    bad,
    good,
)
from tqcheck.api.untranslated import foreign_text, is_names, language_name

_CLAUSE = 5  # words copied in one run


def check(article: AlignedArticle, facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    for found in foreign_text(article, facts)[1]:
        mark, name = found.span, language_name(found.language)
        if not found.is_left:
            yield found.pair, Hit(f"This is in {name}.", target=mark, confidence=Confidence.MEDIUM)
            continue
        part = _copied_part(mark.of(found.pair.target_text), found.pair.source_text)
        if part is not None:
            mark = part.shift(mark.start)
        confidence = Confidence.HIGH if found.is_copied else Confidence.MEDIUM
        yield found.pair, Hit(f"This was left in {name}.", target=mark, confidence=confidence)


def _copied_part(text: str, source: str) -> Span | None:
    """What of the sentence stands so in the source, where that is most of a clause and not all of the sentence."""
    match = SequenceMatcher(None, text, source, autojunk=False).find_longest_match()
    run = text[match.a : match.a + match.size]
    start = match.a + len(run) - len(run.lstrip())
    part = Span(start, start + len(run.strip()))
    return part if len(part.of(text).split()) >= _CLAUSE and not is_names(part.of(text)) else None


RULE = DocumentRule(
    id="untranslated-sentence",
    summary="A sentence was left untranslated",
    why="Most readers of the translation cannot read it.",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    needs=(SentenceLanguages, Overlap),
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
