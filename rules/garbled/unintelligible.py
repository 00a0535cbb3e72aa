"""A sentence that nobody can have meant to write: words in no order, or strings that are no words."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    BlockKind,
    Category,
    Confidence,
    Fluency,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    SentenceFluency,
    SentenceLanguages,
    Severity,
    Span,
    bad,
    good,
    is_prose_sentence,
    primary_language,
)

# One half is what one clean sentence in a thousand exceeds, so that far beyond it nothing is that was meant.
_SURE, _LIKELY = 0.9, 0.5
# Headings, captions, cells and what else is no sentence of prose follow customs of their own.
_NO_PROSE = 0.97
_FEWEST_WORDS = 6
# Strings that are no words: a sentence about foreign plants or dishes has two or three of them.
_FEWEST_STRANGE, _STRANGE_SHARE = 4, 0.3
_OTHER_LANGUAGE = 0.5  # then it is untranslated, which is another rule's


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    for sentence in facts[Fluency].sentences:
        found = _order(pair, sentence) or _strings(pair, sentence)
        if found is not None and not _in_other_language(pair, facts, sentence.span):
            yield found


def _order(pair: Pair, sentence: SentenceFluency) -> Hit | None:
    least = _least(pair, sentence)
    if sentence.run is None or sentence.words < _FEWEST_WORDS or sentence.order < least:
        return None
    return Hit(
        "Nobody writes these words in this order: the sentence cannot be understood.",
        target=sentence.run,
        confidence=_confidence(sentence.order),
    )


def _strings(pair: Pair, sentence: SentenceFluency) -> Hit | None:
    source = pair.source_text.casefold()
    strange = [span for span in sentence.strange if span.of(pair.target_text).casefold() not in source]
    many = max(_FEWEST_STRANGE, _STRANGE_SHARE * sentence.words)
    if sentence.strings < _least(pair, sentence) or len(strange) < many:
        return None
    listed = ", ".join(f"“{span.of(pair.target_text)}”" for span in strange[:3])
    return Hit(
        f"Too much of this is no words ({listed} …): the sentence cannot be understood.",
        target=Span(strange[0].start, strange[-1].end),
        confidence=_confidence(sentence.strings),
    )


def _least(pair: Pair, sentence: SentenceFluency) -> float:
    if pair.target is None or not is_prose_sentence(pair.target, sentence.span):
        return _NO_PROSE
    return _NO_PROSE if pair.target.kind is BlockKind.HEADING else _LIKELY


def _confidence(score: float) -> Confidence:
    return Confidence.HIGH if score > _SURE else Confidence.MEDIUM


def _in_other_language(pair: Pair, facts: PairFacts, sentence: Span) -> bool:
    known = facts.get(SentenceLanguages)
    wanted = primary_language(pair.target_language)
    return known is not None and any(
        span.start < sentence.end
        and sentence.start < span.end
        and primary_language(tag) != wanted
        and probability > _OTHER_LANGUAGE
        for span, tag, probability in known.target
    )


RULE = Rule(
    id="unintelligible",
    summary="A sentence cannot be understood",
    why="Words thrown together make readers doubt all that stands around them.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Fluency, SentenceLanguages),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "Der Bürgermeister sagte am Montag, dass die neue Brücke im Herbst eröffnet werde.",
            "That mayor the bridge autumn said in would Monday the opened new be on the.",
            Fluency((SentenceFluency(Span(0, 75), 15, order=0.98, run=Span(0, 74)),)),
            marks=["That mayor the bridge autumn said in would Monday the opened new be on the"],
            languages="de-en",
        ),
        good(
            "Der Bürgermeister sagte, die Brücke werde im Herbst eröffnet.",
            "The mayor said the bridge would be opened in the autumn.",
            Fluency((SentenceFluency(Span(0, 56), 11, order=0.01, run=Span(0, 9)),)),
            languages="de-en",
        ),
    ),
)
