"""Tokens back to text as people write it, with the place of each: sets that label tokens, or ship only them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from tqcheck.bench.convert.rows import Label
from tqcheck.documents import primary_language
from tqcheck.errors import InputError
from tqcheck.model import Side, Span

_CLOSING = re.compile(r"[,.;:?!%)\]}»”’…、。，！？：；）】》」』]+")
_OPENING = re.compile(r"[(\[{«¿¡（【《「『]+")
_CLITIC = re.compile(r"(?:['’](?:s|t|d|m|re|ve|ll)|n['’]t)", re.IGNORECASE)
_UNSPACED = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")
# Closing in English, opening nowhere; closing in German where a low one is open; a quote of its own in pairs.
_LOW, _HIGH, _PLAIN = "„", "“", frozenset("\"'")


def join(tokens: Sequence[str], language: str) -> tuple[str, list[Span]]:
    """The text that the tokens were cut from, as far as can be told, and the span of each.

    Punctuation and English clitics lose the space before them, brackets and quotation marks the one inside;
    Chinese and Japanese have none. Free-standing hyphens and slashes keep their spaces.
    """
    text, spans, apart = "", list[Span](), False
    unspaced = primary_language(language) in {"zh", "ja"}
    open_quotes = set[str]()
    for token in tokens:
        before, after = _spacing(token, open_quotes)
        if unspaced and text and _UNSPACED.match(text[-1]) and _UNSPACED.match(token):
            before = False
        text += " " if apart and before else ""
        spans.append(Span(len(text), len(text) + len(token)))
        text += token
        apart = after
    return text, spans


def _spacing(token: str, open_quotes: set[str]) -> tuple[bool, bool]:
    """Whether there is space before and after a token; quotation marks are remembered as open or closed."""
    if token in _PLAIN or (token == _HIGH and _LOW in open_quotes):
        mark = _LOW if token == _HIGH else token
        closes = mark in open_quotes
        (open_quotes.remove if closes else open_quotes.add)(mark)
        return not closes, closes
    if token in {_LOW, _HIGH}:
        open_quotes.add(token)
        return True, False
    if _OPENING.fullmatch(token):
        return True, False
    return not (_CLOSING.fullmatch(token) or _CLITIC.fullmatch(token)), True


def detokenised(text: str, language: str) -> str:
    """A text whose tokens are separated by spaces, as people write it."""
    return join(text.split(), language)[0]


def find(tokens: Sequence[str], text: str) -> list[Span]:
    """The span of each token in the text that they were cut from; tokens may be escaped as Moses does.

    Raises InputError for a token that the text does not have there.
    """
    spans, at = list[Span](), 0
    for token in map(html.unescape, tokens):
        start = text.find(token, at)
        if start < 0 or text[at:start].strip():
            raise InputError(f"token {token!r} is not in the text after {text[max(0, at - 20) : at]!r}")
        at = start + len(token)
        spans.append(Span(start, at))
    return spans


def bad_runs(tags: Sequence[str], spans: Sequence[Span], side: Side) -> Iterator[Label]:
    """Maximal runs of tokens tagged BAD, as the spans of a record; raises ValueError if there are more or fewer tags."""
    for is_bad, run in groupby(zip(tags, spans, strict=True), key=lambda tagged: tagged[0] == "BAD"):
        if is_bad:
            marked = [span for _, span in run]
            yield {"side": side, "start": marked[0].start, "end": marked[-1].end, "severity": "major"}
