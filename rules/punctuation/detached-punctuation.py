"""A space before a comma or full stop, or after an opening bracket: text that was taken apart and not put together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    Severity,
    Span,
    bad,
    good,
    primary_language,
)

_BEFORE = r"(?<=[^\W_]|[)\]”’»%°…\"'])"
_GAP = r"[ \t\u00a0\u2009\u202f]+"
_LOW = _BEFORE + _GAP + r"(?:,|\.)(?=$|[\s\"”’»)\]])(?!\s?\.)"  # wrong in French too
_HIGH = rf"{_BEFORE}{_GAP}(?:[!?]+(?=$|[\s\"”’»)\]])|[;:](?=$|\s))"
_OPENS = r"[(\[¿¡][ \t]+(?=\w)"
_OPENS_ENGLISH = r"(?:(?<=\s)|^)“[ \t]+(?=\w)"  # in German “ closes
_CLITIC = rf"(?<=[a-z]){_GAP}(?:n['’]t|['’](?:s|re|ve|ll))(?=$|[\s.,;:!?])"
_RATIO = re.compile(r"\d\s+:\s+\d")
_CLOSES = rf"{_BEFORE}{_GAP}[)\]](?=$|[\s.,;:!?\"”])"
# French puts a space before these marks. Chinese, Japanese, Thai … have no spaces to lose.
_SPACED = "fr"
_WITHOUT_SPACES = {"zh", "ja", "yue", "th", "lo", "km", "my", "und"}
_ALPHABETS = re.compile("[A-Za-z\u00c0-\u052f]")
# From so many on it is one fault of the whole sentence, not many faults in it.
_MANY = 3


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    language = primary_language(pair.target_language)
    text = pair.target_text
    if language in _WITHOUT_SPACES or not _ALPHABETS.search(text):
        return
    spans = _spans(text, language)
    if not spans:
        return
    source_language = primary_language(pair.source.language if pair.source else None)
    if source_language not in _WITHOUT_SPACES and _spans(pair.source_text, source_language):
        return  # a collection that is kept in words taken apart
    if len(spans) >= _MANY:
        whole = Span(spans[0].start, spans[-1].end)
        fixed = _joined(text, spans, whole)
        yield Hit(
            "There are spaces before punctuation marks in the whole sentence.",
            target=whole,
            suggestions=(fixed,),
        )
        return
    for span in spans:
        fixed = _joined(text, [span], span)
        side = "after" if span.of(text)[0] in "([“¿¡" else "before"
        yield Hit(f"There is a space {side} “{fixed}”.", target=span, suggestions=(fixed,))


def _spans(text: str, language: str) -> list[Span]:
    """What is detached, with its space, in text order; each a space and marks without one, or the reverse."""
    patterns = [_LOW]
    if language != _SPACED:
        patterns += [_HIGH, _OPENS]
    if "(" in text or "[" in text:  # without one, ")" is a smile
        patterns.append(_CLOSES)
    if language == "en":
        patterns += [_CLITIC, _OPENS_ENGLISH]
    found = []
    for match in re.finditer("|".join(patterns), text):
        if _RATIO.match(text, match.start() - 1):
            continue
        found.append(Span(*match.span()))
    return found


def _joined(text: str, spans: list[Span], whole: Span) -> str:
    pieces, at = list[str](), whole.start
    for span in spans:
        pieces += [text[at : span.start], "".join(span.of(text).split())]
        at = span.end
    return "".join(pieces) + text[at : whole.end]


RULE = Rule(
    id="detached-punctuation",
    summary="A space before a comma, full stop or other closing mark",
    why="Marks that float between the words show that a machine took the text apart and nobody put it together.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "Im Hafen wurde gestreikt.",
            "There was a strike in the port .",
            marks=[" ."],
            suggestion=".",
            languages="de-en",
        ),
        bad(
            "该港口（位于北部）去年关闭，工人们离开了。",
            "The port ( in the north ) closed last year , and the town 's workers left .",
            marks=["( in the north ) closed last year , and the town 's workers left ."],
            suggestion="(in the north) closed last year, and the town's workers left.",
            languages="zh-en",
        ),
        bad(
            "When does the ferry leave?",
            "Wann fährt die Fähre ?",
            marks=[" ?"],
            suggestion="?",
            languages="en-de",
        ),
        bad("The ferry left.", "Le bac est parti .", marks=[" ."], suggestion=".", languages="en-fr"),
        bad(None, "El bote ( azul ) zarpó.", marks=["( ", " )"], languages="und-es"),
        good(
            "When does the ferry leave? “Now!”",
            "Quand part le bac ? « Maintenant ! » Prix : 3 euros ; enfants (moins de 6 ans) : gratuit.",
            languages="en-fr",
        ),
        good(
            None,
            "It ended 3 : 2, he said ... and the .NET team, version .5, was glad :) See . . . or :-) that ’90s show.",
            languages="und-en",
        ),
        good("Ferry leaves at nine.", "船 9 点开 。", languages="en-zh"),
        good("It is called “the ark” there.", "Dort heißt es „die Arche“ und bleibt.", languages="en-de"),
        good(
            "Der Hafen , der alt ist , schließt .",
            "The port , which is old , will close .",
            languages="de-en",
        ),
    ),
)
