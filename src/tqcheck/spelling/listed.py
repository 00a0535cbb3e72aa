"""Slips in languages of which there is no dictionary here, only word lists (wordfreq) and an n-gram model.

A word is one that no list has, or hardly, with a common word one letter away, inside it, which its context wants. What is
inflected differs in its ending, so nothing is said of the last letters. On 15,000 human sentences each of German, Spanish,
French and Russian (200,000 words and more) these bounds find 0.05 to 0.12 in 1,000 words; of 82 read 74 were slips.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tqcheck.facts import UnknownWord
from tqcheck.fluency import ngrams
from tqcheck.fluency.tokens import Tokens, tokenise
from tqcheck.names.frequency import rank
from tqcheck.spelling.context import Option, Trial, better
from tqcheck.spelling.neighbours import Edit, Slip, neighbours
from tqcheck.spelling.own import OwnWords
from tqcheck.spelling.slips import UNLISTED

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer

LANGUAGES = ("de", "es", "fr", "ru")
# Shorter words have too many neighbours; of words with a capital (German nouns) many are names.
_SHORTEST, _SHORTEST_CAPITAL, _LONGEST = 6, 7, 20
# Least gain (nats) of an unlisted word's neighbour by a letter left out, doubled or swapped, and by another edit; of a
# listed word's by the former. Least lead of the neighbour (hundredths of a bel), and of one with a capital.
_EASY_GAIN, _GAIN, _LISTED_GAIN = 6.0, 8.0, 8.0
_LEAD, _CAPITAL_LEAD = 300, 330
# The rank from which a listed word may be a slip of the list's own corpora; and up to which a word may be meant.
_LISTED, _RAREST = 700, 560
# Letters at the end that inflection changes.
_ENDING = 2
_BEFORE, _AFTER = r"(?<![\w@#/\\&.'’`~<=:-])", r"(?![\w@/\\=_<>]|['’]\w|\.\w|-|:\w)"
_WORD = re.compile(rf"{_BEFORE}[^\W\d_]+{_AFTER}")
_ELIDED = re.compile(r"(?<=[dlnsmtcjDLNSMTCJ]['’])[^\W\d_]+" + _AFTER)


def faulty_words(texts: Sequence[str], own: OwnWords, language: str) -> list[tuple[UnknownWord, ...]]:
    """For each text in one of LANGUAGES its slips in order. Raises ResourceUnavailable without the n-gram model."""
    model = ngrams.load(language)
    split = [tokenise(text, language) for text in texts]
    tried = [
        trial
        for index, text in enumerate(texts)
        for trial in _trials(index, text, split[index], own, language)
    ]
    hits: list[list[UnknownWord]] = [[] for _ in texts]
    for trial, good in zip(tried, better(model, [each.words for each in split], tried), strict=True):
        if good:
            near = tuple(words[0] for words in good[:3])
            hits[trial.text].append(UnknownWord(split[trial.text].spans[trial.at], near))
    return [tuple(each) for each in hits]


def _trials(index: int, text: str, tokens: Tokens, own: OwnWords, language: str) -> Iterator[Trial]:
    starts = {match.start() for match in _WORD.finditer(text)}
    if language == "fr":
        starts |= {match.start() for match in _ELIDED.finditer(text)}
    for at, (word, span) in enumerate(zip(tokens.words, tokens.spans, strict=True)):
        if not _SHORTEST <= len(word) <= _LONGEST or span.start not in starts or not word[1:].islower():
            continue
        capital = word[0].isupper()
        if (capital and language != "de") or word.lower() in own:
            continue
        if options := _options(word, language):
            yield Trial(index, at, 1, options)


@lru_cache(maxsize=65536)
def _options(word: str, language: str) -> tuple[Option, ...]:
    lower, capital = word.lower(), word[0].isupper()
    if capital and len(word) < _SHORTEST_CAPITAL:
        return ()
    if lower in neighbours(language).ranks:
        return ()
    found = rank(lower, language, "large")
    if (found is not None and (capital or found < _LISTED)) or _is_known(lower, language):
        return ()
    options = []
    for slip in neighbours(language).of(lower):
        least = _least_gain(lower, slip, found)
        lead = (found or UNLISTED) - slip.rank
        if least is not None and lead >= (_CAPITAL_LEAD if capital else _LEAD):
            options.append(Option((slip.meant.capitalize() if capital else slip.meant,), least))
    return tuple(options)


def _least_gain(word: str, slip: Slip, listed: int | None) -> float | None:
    if slip.rank >= _RAREST or (slip.first and slip.edit is not Edit.SWAPPED) or _in_ending(word, slip.meant):
        return None
    easy = slip.edit in (Edit.MISSING, Edit.SWAPPED, Edit.DOUBLED)
    if listed is not None:
        return _LISTED_GAIN if easy else None
    return _EASY_GAIN if easy else _GAIN


def _in_ending(word: str, meant: str) -> bool:
    same = 0
    while same < min(len(word), len(meant)) and word[same] == meant[same]:
        same += 1
    return max(len(word), len(meant)) - same <= _ENDING


def _is_known(word: str, language: str) -> bool:
    """Of Russian there is a dictionary of inflected words (OpenCorpora)."""
    return language == "ru" and bool(_russian().word_is_known(word))


@cache
def _russian() -> MorphAnalyzer:
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()
