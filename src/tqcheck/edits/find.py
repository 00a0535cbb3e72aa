"""The errors of English texts as edits of their words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from tqcheck.edits.candidates import Candidate, forms
from tqcheck.edits.evidence import probability
from tqcheck.edits.features import FREQUENCIES, frequency
from tqcheck.edits.labels import WORD_SALAD, word_class
from tqcheck.edits.network import load
from tqcheck.edits.search import Error, doubts, reread
from tqcheck.edits.tokens import texts, tokenise
from tqcheck.facts import WordEdit
from tqcheck.fluency import ngrams
from tqcheck.model import Span

# Less sure errors are of no use to anyone (one half is what the rules show by default).
LEAST_SURE = 0.25
_LEAST_TOKENS, _MOST_TOKENS = 4, 120
# A line of a table, a formula, a foreign sentence: so few of its tokens are words.
_LEAST_WORDS = 0.5
_MOST_UNKNOWN = 0.25


@dataclass(frozen=True, slots=True)
class Read:
    """The errors of a sentence, and how much the tagger doubts it all in all: the sum over its tokens of -ln P(no error)."""

    edits: tuple[WordEdit, ...] = ()
    doubt: float = 0.0


def read_ahead(sentences: Iterable[str]) -> None:
    """Let the tagger read sentences of several articles together, before `find_edits` is asked for them."""
    read = [texts(text, tokenise(text, 0, len(text))) for text in sentences]
    load().read_ahead([words for words in read if is_readable(words)])


def find_edits(sentences: Sequence[tuple[str, Span]]) -> list[Read]:
    """What is wrong in each sentence, a span of a text."""
    tokens = [tokenise(text, span.start, span.end) for text, span in sentences]
    read = [texts(text, spans) for (text, _), spans in zip(sentences, tokens, strict=True)]
    chosen = [at for at, words in enumerate(read) if is_readable(words)]
    readable = [read[at] for at in chosen]
    network = load()
    judged = network.probabilities(readable)
    doubted = [
        doubt
        for doubt in doubts(network, judged, forms(), ngrams.load("en"), readable)
        if any(probability(readable[doubt.index], error) >= LEAST_SURE for error in doubt.readings)
    ]
    found: list[list[WordEdit]] = [[] for _ in sentences]
    for doubt, error in zip(doubted, reread(network, readable, doubted), strict=True):
        at = chosen[doubt.index]
        sure = probability(read[at], error)
        if sure >= LEAST_SURE:
            found[at].append(_word_edit(tokens[at], read[at], error, sure))
    whole = [0.0] * len(sentences)
    for at, table in zip(chosen, judged, strict=True):
        whole[at] = float(-np.log(np.maximum(table[:, 0], 1e-6)).sum())
    return [Read(tuple(_believed(edits)), doubt) for edits, doubt in zip(found, whole, strict=True)]


def is_readable(words: Sequence[str]) -> bool:
    """Whether these are the tokens of an English sentence in ordinary writing."""
    if not _LEAST_TOKENS <= len(words) <= _MOST_TOKENS:
        return False
    letters = [word for word in words if word.isalpha()]
    if len(letters) < _LEAST_WORDS * len(words):
        return False
    small = [word for word in letters if word.islower()]
    if not any(word_class(word) not in {"OTHER", "PUNCT"} for word in letters):
        return False  # English hardly makes a sentence without an article, preposition, pronoun or auxiliary
    unknown = sum(frequency(word) == FREQUENCIES - 1 for word in small)
    return 3 * len(small) >= len(letters) and unknown <= _MOST_UNKNOWN * len(small)


def _believed(edits: Sequence[WordEdit]) -> Sequence[WordEdit]:
    """Without a shuffle that is seen at one word alone: that is a long name, or a list."""
    shuffled = sum(edit.kind == WORD_SALAD for edit in edits)
    return [edit for edit in edits if edit.kind != WORD_SALAD] if shuffled == 1 else edits


def _word_edit(spans: Sequence[Span], words: Sequence[str], error: Error, sure: float) -> WordEdit:
    if error.edit is None:
        return WordEdit(spans[error.at], error.kind, None, sure)
    edit = _anchored(words, error.edit)
    span = Span(spans[edit.start].start, spans[edit.end - 1].end)
    return WordEdit(span, error.kind, _spaced(spans, words, edit), sure)


def _anchored(words: Sequence[str], edit: Candidate) -> Candidate:
    """Where words only go, the word before (or after a mark the one after) is marked too: it is what stays."""
    if edit.tokens:
        return edit
    if edit.start and (words[edit.start - 1][0].isalnum() or edit.end == len(words)):
        return Candidate(edit.start - 1, edit.end, (words[edit.start - 1],))
    return Candidate(edit.start, edit.end + 1, (words[edit.end],))


def _spaced(spans: Sequence[Span], words: Sequence[str], edit: Candidate) -> str:
    """The new words as they are to stand in the text: clitics and marks keep what is before them."""
    glued = {
        words[at]
        for at in range(edit.start, edit.end)
        if at and spans[at].start == spans[at - 1].end and at > edit.start
    }
    parts = list[str]()
    for token in edit.tokens:
        if parts and token not in glued:
            parts.append(" ")
        parts.append(token)
    return "".join(parts)
