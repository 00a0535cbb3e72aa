"""A number that a space or a line break cuts in two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    BlockKind,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Pair,
    Quantities,
    Severity,
    Span,
    Text,
    bad,
    good,
    words,
)
from tqcheck.api.quantities import Broken, Quantity, across, find, parse

# A remnant of a sentence this short is marked whole, so that one finding tells all of it.
_REMNANT = 6


def check(article: AlignedArticle, facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    before: Pair | None = None
    said_before: frozenset[Fraction] = frozenset()
    for pair in article.pairs:
        text = pair.target
        if text is None:
            continue
        if text.kind is BlockKind.CELL:
            before = None
            continue
        known = facts.of(pair)[Quantities]
        said = _values(known.source)
        whole = {quantity.span: quantity for quantity in known.target if not quantity.clear}
        for broken in find(text.text, text.language):
            confidence = _confidence(broken, text, whole.get(broken.span), said)
            if confidence is not None:
                yield pair, _hit(broken, text, known, confidence)
        if before is not None and before.target is not None and text.kind is BlockKind.PARAGRAPH:
            cut = across(before.target_text, text.text)
            joined = whole.get(cut.span) if cut is not None else None
            if cut is not None and _confidence(cut, text, joined, said | said_before) is not None:
                yield pair, _hit_across(cut, text)
        before, said_before = pair, said


def _values(quantities: Iterable[Quantity]) -> frozenset[Fraction]:
    return frozenset(value for quantity in quantities for value in quantity.readings)


def _confidence(
    broken: Broken, text: Text, whole: Quantity | None, said: frozenset[Fraction]
) -> Confidence | None:
    """With the source's word: what it has `said` are the two numbers, or the one that they are as a `whole`."""
    parts_said = not any(_values(parse(part, text.language)).isdisjoint(said) for part in broken.parts)
    if said and parts_said:
        return None
    if whole is not None and not said.isdisjoint(whole.readings):
        return Confidence.HIGH
    return broken.confidence if broken.confidence > Confidence.LOW else None


def _hit(broken: Broken, text: Text, known: Quantities, confidence: Confidence) -> Hit:
    message = f"“{broken.span.of(text.text)}” is one number cut in two: {broken.joined}."
    cut = next((line for line in text.sentences if broken.span.start < line.start < broken.span.end), None)
    if cut is not None:  # between two lines of one passage: the second holds the damage
        span = _remnant(Span(cut.start, broken.span.end), cut, text)
        rest = text.text[broken.span.end : span.end]
        return Hit(message, target=span, suggestions=(broken.joined + rest,), confidence=confidence)
    # With its percent sign or scale word: what else is said of those is said of the same fault.
    end = max(q.span.end for q in known.target if q.span.overlaps(broken.span))
    fix = broken.joined + text.text[broken.span.end : end]
    return Hit(message, target=Span(broken.span.start, end), suggestions=(fix,), confidence=confidence)


def _hit_across(cut: Broken, text: Text) -> Hit:
    span = _remnant(cut.span, text.sentences[0], text)
    joined = cut.joined + text.text[cut.span.end : span.end]
    message = (
        f"A line break cuts one number in two: “{cut.parts[0]}” ends the line before, "
        f"“{cut.span.of(text.text)}” begins this one. Join the lines: {cut.joined}."
    )
    return Hit(message, target=span, suggestions=(joined,), confidence=cut.confidence)


def _remnant(part: Span, line: Span, text: Text) -> Span:
    """The part of the number, or all that the line break left of the sentence if that is little."""
    short = sum(1 for _ in words(line.of(text.text))) <= _REMNANT
    return Span(part.start, line.end) if short else part


RULE = DocumentRule(
    id="broken-number",
    summary="A number is broken in two by a space or a line break",
    why="The reader sees two wrong numbers in place of one right one.",
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    needs=(Quantities,),
    covers=True,
    check=check,
    examples=(
        bad(
            None,
            "The company will buy 2 8 new buses by autumn.",
            marks=["2 8"],
            suggestion="28",
            languages="und-en",
        ),
        good(None, "The heats are for groups of 2 3 teams each; see page 7 8 notes.", languages="und-en"),
        bad(
            None, "They marked the 7 5th anniversary.", marks=["7 5th"], suggestion="75th", languages="und-en"
        ),
        bad(
            None,
            "Prices rose by 1 0 percent.",
            marks=["1 0 percent"],
            suggestion="10 percent",
            languages="und-en",
        ),
        bad(None, "Die Preise stiegen um 1 0 Prozent.", marks=["1 0 Prozent"], languages="und-de"),
        bad(None, "Growth will slow in 2 0 2 4.", marks=["2 0 2 4"], suggestion="2024", languages="und-en"),
        bad(
            None, "Some 3 ,500 people and 5 0,000 cars came.", marks=["3 ,500", "5 0,000"], languages="und-en"
        ),
        bad(None, "It has 1. 5 million residents.", marks=["1. 5 million"], languages="und-en"),
        bad(
            None,
            ["The two countries celebrated the 7", "5th anniversary of their ties."],
            marks=["5th anniversary of their ties."],
            suggestion="75th anniversary of their ties.",
            languages="und-en",
        ),
        bad(
            "约有3500人参加。",
            "Some 3, 500 people came.",
            marks=["3, 500"],
            suggestion="3,500",
            languages="zh-en",
        ),
        bad("В конкурсе 28 участников.", "The contest has 2 8 entrants.", marks=["2 8"], languages="ru-en"),
        good("据第5章第7页。", "See page 7 5th paragraph.", languages="zh-en"),
        good(None, "In 2019 3,000 people wore sizes 7 8 9; call 0 800 123.", languages="und-en"),
        good(None, "She won 6 4, 7 5 and lives at 9 10th Street, 12 5th Avenue.", languages="und-en"),
        good(None, "A Boeing 747 8 is 5 1/2 years old. On May 7 5th graders sang 1 2 3.", languages="und-en"),
        good(None, "Près de 10 000 personnes et 2 000 chiens", languages="und-fr"),
        good(None, ["The vote was held on May 7", "5 people were hurt."], languages="und-en"),
        good(None, ["1. 5 million people came.", "Chapter 2", "3 days later it rained."], languages="und-en"),
    ),
)
