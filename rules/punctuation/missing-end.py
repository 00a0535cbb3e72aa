"""A sentence of running text whose last mark is missing, though the source has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.api import (
    BlockKind,
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Rule,
    Severity,
    Span,
    bad,
    good,
    primary_language,
)

_STOP = re.compile(r"[.。．।۔｡][\"”’»“」』）)\]\s]*$")
_LAST = re.compile(r"[^\W_][\"”’»)\]]*\s*$")
_ABBREVIATED = re.compile(r"\b[^\W\d_]{1,3}\.[\"”’»)\]]*$")
_PROSE = {BlockKind.PARAGRAPH, BlockKind.QUOTE}
# Shorter ones are headings, labels and captions, which languages end in different ways: of 15 findings on people's
# translations of news, all false ones (5) were shorter, or titles; in the others the full stop had been lost.
_WORDS = 12
# Thai ends no sentence with a mark.
_WITHOUT = {"th", "lo", "km", "my", "und", "zh", "ja", "yue"}


def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
    if pair.target is None or primary_language(pair.target_language) in _WITHOUT:
        return
    text, source = pair.target_text.rstrip(), pair.source_text.rstrip()
    if pair.target.kind not in _PROSE or len(text.split()) < _WORDS:
        return
    if not _STOP.search(source) or source.endswith("...") or _ABBREVIATED.search(source):
        return
    if _is_title(text) or not _LAST.search(text):
        return
    at = re.search(r"\S+$", text)
    assert at is not None
    last = at.group()
    yield Hit(
        "The full stop at the end is missing.", target=Span(at.start(), len(text)), suggestions=(f"{last}.",)
    )


def _is_title(text: str) -> bool:
    """Half of the longer words have capitals."""
    words = re.findall(r"[^\W\d_]{4,}", text)
    return bool(2 * sum(word[0].isupper() for word in words) >= len(words))


RULE = Rule(
    id="missing-end",
    summary="The full stop of the source is missing at the end",
    why="The reader waits for the rest of the sentence.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    confidence=Confidence.LOW,  # of 17 in human translations 13 were right: headlines and captions end so, too
    check=check,
    examples=(
        bad(
            "Der Hafen bleibt wegen des Streiks bis Freitag geschlossen.",
            "Because of the strike the port of the capital will stay closed until Friday",
            marks=["Friday"],
            suggestion="Friday.",
            languages="de-en",
        ),
        bad(
            "港口因罢工将关闭至周五，渔民们都很不满。",
            "The port will stay closed until Friday, and the fishermen are quite angry about it",
            marks=["it"],
            languages="zh-en",
        ),
        good(
            "Der Hafen bleibt wegen des Streiks bis Freitag geschlossen",
            "Because of the strike the port will stay closed until Friday",
            languages="de-en",
        ),
        good("Foto: der Hafen.", "Photo: the harbour", languages="de-en"),
    ),
)
