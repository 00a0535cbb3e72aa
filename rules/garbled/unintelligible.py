"""A sentence that nobody can have meant to write: words in no order, or strings that are no words."""

from __future__ import annotations

import re
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
    words,
)

# One half is what one clean sentence in a thousand exceeds. Where only a part of a sentence is at odds more is needed: in a
# clean one that is mostly a turn of speech, a question or a list within it. On 51,000 words of English references no sentence
# is so (one with .4 for whole sentences), of 150 shuffled ones 126.
_SURE, _LIKELY, _LIKELY_WHOLE, _LIKELY_PART = 0.9, 0.5, 0.5, 0.8
_WHOLE = 0.75
# Headings, captions, cells and what else is no sentence of prose follow customs of their own.
_NO_PROSE = 0.97
_FEWEST_WORDS = 6
# Strings that are no words, different ones and without a capital: on 11,000 sentences of references and medical
# abstracts no more than one in four words is (names of dishes, terms of surgery).
_FEWEST_STRANGE, _STRANGE_SHARE = 4, 0.35
# Lists, formulas, scores and sizes have more marks and figures than a sentence has.
_MARK = re.compile(r"[^\w\s'’]|\d+")
_MOST_MARKS = 0.3
_OTHER_LANGUAGE = 0.5  # then it is untranslated, which is another rule's


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    for sentence in facts[Fluency].sentences:
        found = _order(pair, sentence) or _strings(pair, sentence)
        if found is not None and not _in_other_language(pair, facts, sentence.span):
            yield found


def _order(pair: Pair, sentence: SentenceFluency) -> Hit | None:
    if sentence.run is None or sentence.words < _FEWEST_WORDS:
        return None
    text = sentence.run.of(pair.target_text)
    whole = len(sentence.run) > _WHOLE * len(sentence.span)
    if sentence.order <= _least(pair, sentence, _LIKELY_WHOLE if whole else _LIKELY_PART):
        return None
    marks = len(_MARK.findall(text))
    if marks > _MOST_MARKS * sum(1 for _ in words(text)) and sentence.order < _NO_PROSE:
        return None
    return Hit(
        "Nobody writes these words in this order: the sentence cannot be understood.",
        target=sentence.run,
        confidence=_confidence(sentence.order),
    )


def _strings(pair: Pair, sentence: SentenceFluency) -> Hit | None:
    source = pair.source_text.casefold()
    found = {span.of(pair.target_text): span for span in sentence.strange}
    strange = [span for word, span in found.items() if word.islower() and word not in source]
    many = max(_FEWEST_STRANGE, _STRANGE_SHARE * sentence.words)
    if sentence.strings < _least(pair, sentence, _LIKELY) or len(strange) < many:
        return None
    strange.sort(key=lambda span: span.start)
    listed = ", ".join(f"“{span.of(pair.target_text)}”" for span in strange[:3])
    return Hit(
        f"Too much of this is no words ({listed} …): the sentence cannot be understood.",
        target=Span(strange[0].start, strange[-1].end),
        confidence=_confidence(sentence.strings),
    )


def _least(pair: Pair, sentence: SentenceFluency, likely: float) -> float:
    if pair.target is None or not is_prose_sentence(pair.target, sentence.span):
        return _NO_PROSE
    return _NO_PROSE if pair.target.kind is BlockKind.HEADING else likely


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
        bad(
            "Der Bürgermeister sagte am Montag, dass die neue Brücke im Herbst eröffnet werde.",
            "The major siad on Monday taht teh nwe brigde wuold be oepned in teh atumn.",
            Fluency(
                (
                    SentenceFluency(
                        Span(0, 74),
                        15,
                        strings=0.8,
                        strange=(
                            Span(10, 14),
                            Span(25, 29),
                            Span(34, 37),
                            Span(38, 44),
                            Span(45, 50),
                            Span(54, 60),
                            Span(68, 73),
                        ),
                    ),
                )
            ),
            marks=["siad on Monday taht teh nwe brigde wuold be oepned in teh atumn"],
            languages="de-en",
        ),
        good(
            "Der Bürgermeister sagte, die Brücke werde im Herbst eröffnet.",
            "The mayor said the bridge would be opened in the autumn.",
            Fluency((SentenceFluency(Span(0, 56), 11, order=0.01, run=Span(0, 9)),)),
            languages="de-en",
        ),
        good(
            "Matkap: ceket L 48, yelek M 38, pantolon 32/34, gömlek 41 ve kemer 95.",
            "In the set: jacket L 48, vest M 38, trousers 32/34, shirt 41 and belt 95.",
            Fluency((SentenceFluency(Span(0, 73), 9, order=0.8, run=Span(0, 72)),)),
            languages="tr-en",
        ),
        good(
            "Wir aßen Kaiserschmarrn, Germknödel, Topfenstrudel und Powidltascherl.",
            "We ate kaiserschmarrn, germknödel, topfenstrudel and powidltascherl, and then we slept for a long time.",
            Fluency(
                (
                    SentenceFluency(
                        Span(0, 103),
                        15,
                        strings=0.9,
                        strange=(Span(7, 21), Span(23, 33), Span(35, 48), Span(53, 67)),
                    ),
                )
            ),
            languages="de-en",
        ),
        good(
            "Museum geöffnet",
            "Open new the museum of is the city in.",
            Fluency((SentenceFluency(Span(0, 38), 9, order=0.4, run=Span(0, 37)),)),
            languages="de-en",
        ),
    ),
)
