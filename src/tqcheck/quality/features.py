"""Signs of quality as numbers, each of which counts for or against a pair by a weight of its own.

A feature is named group.feature; what is not known, and what is as it usually is, has none. Those with two names for one
sign (`low`, `lower`) let its weight change along the way.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from tqcheck.meaning.negation import knows, negates
from tqcheck.quality.signs import Signs

# English letters to one of the language: NTREX-128 and WMT's test sets together; cs, nl and pl by their relatives.
ENGLISH_LENGTH = {
    "ar": 1.11, "cs": 0.95, "de": 0.87, "es": 0.89, "fr": 0.87, "hi": 0.98, "it": 0.86, "ja": 2.3, "ko": 1.92, "nl": 0.9,
    "pl": 0.95, "pt": 0.91, "ru": 0.96, "uk": 0.97, "zh": 3.2,
}  # fmt: skip
# Letters, words and marks that both sides are thought to have more: a short text scatters.
_LETTERS, _WORDS, _MARKS = 8, 3, 2
_COVERED = 0.75  # of words, before any is seen
_MARK = re.compile(r"[,;:!?.()\"“”«»、，。；：！？（）「」—–-]")
_QUESTION = re.compile("[?？؟]")
_WORD = re.compile(r"\w+")
_SMALL = re.compile(r"\b[^\W\d_A-ZÀ-Þ][^\W\d_]{2,}")


def features(signs: Signs) -> dict[str, float]:
    """The features of a pair, those that are 0 left out."""
    return {name: value for part in _PARTS for name, value in part(signs) if value}


def _similarity(signs: Signs) -> Iterator[tuple[str, float]]:
    if signs.relative is None:
        yield "similarity.unknown", float(signs.source is not None)
        return
    yield "similarity.low", max(0.0, 1 - signs.relative)
    yield "similarity.lower", max(0.0, 0.6 - signs.relative)
    yield "similarity.high", min(0.5, max(0.0, signs.relative - 1))
    if signs.supported is not None:  # far, and its words are of something else: a hallucination
        yield "similarity.detached", max(0.0, 1 - signs.relative) * _lost(signs.supported)


def _coverage(signs: Signs) -> Iterator[tuple[str, float]]:
    for side, strengths in (("source", signs.carried), ("target", signs.supported)):
        if strengths is not None:
            yield f"words.{side}", _lost(strengths) - (1 - _COVERED)
            yield f"words.{side}-count", math.log1p(len(strengths) - sum(strengths))
    yield "words.unsupported", float(min(3, signs.unsupported))
    yield "words.phrase-omitted", signs.omitted
    yield "words.phrase-added", signs.added


def _lost(strengths: Sequence[float]) -> float:
    """The share of words without a counterpart."""
    return 1 - (sum(strengths) + 2 * _COVERED) / (len(strengths) + 2)


def _length(signs: Signs) -> Iterator[tuple[str, float]]:
    if not signs.target.strip():
        yield "length.empty", 1.0
    if signs.source is None:
        return
    source, target = (ENGLISH_LENGTH.get(language, 1.0) for language in signs.languages)
    ratio = math.log((len(signs.target) + _LETTERS) / (len(signs.source) * source / target + _LETTERS))
    yield "length.short", max(0.0, -ratio)
    yield "length.long", max(0.0, ratio)
    yield "length.very-short", max(0.0, -ratio - 0.25)
    yield "length.very-long", max(0.0, ratio - 0.3)


def _fluency(signs: Signs) -> Iterator[tuple[str, float]]:
    yield "fluency.order", signs.order
    yield "fluency.strings", signs.strings
    yield "fluency.babble", signs.babble
    if signs.surprise is not None:
        yield "fluency.surprise", signs.surprise / (signs.words + _WORDS)
        yield "fluency.surprises", signs.surprise / math.sqrt(signs.words + _WORDS)
    if signs.doubt is not None:
        yield "fluency.doubt", math.log1p(signs.doubt)
        yield "fluency.doubts", signs.doubt / (signs.words + _WORDS)


def _form(signs: Signs) -> Iterator[tuple[str, float]]:
    target = signs.target
    words = [word.lower() for word in _WORD.findall(target)]
    yield "form.repeated", len(words) / len(set(words)) - 1 if words else 0.0
    if signs.source is None:
        return
    source = signs.source
    ends = [_ends(text) for text in (source, target)]
    yield "form.end-lost", float(ends[0] and not ends[1])
    yield "form.end-new", float(ends[1] and not ends[0])
    asks = [bool(_QUESTION.search(text)) for text in (source, target)]
    yield "form.question-lost", float(asks[0] and not asks[1])
    yield "form.question-new", float(asks[1] and not asks[0])
    ratio = math.log((len(_MARK.findall(target)) + _MARKS) / (len(_MARK.findall(source)) + _MARKS))
    yield "form.more-marks", max(0.0, ratio)
    yield "form.fewer-marks", max(0.0, -ratio)
    yield "form.small-first", float(_begins_small(target) and not _begins_small(source))
    yield "form.small", float(_is_small(target) and not _is_small(source))


def _ends(text: str) -> bool:
    return bool(text.rstrip()) and not text.rstrip()[-1].isalnum()


def _begins_small(text: str) -> bool:
    return next((char.islower() for char in text if char.isalpha()), False)


def _is_small(text: str) -> bool:
    return text.lower() == text and text.upper() != text


def _copied(signs: Signs) -> Iterator[tuple[str, float]]:
    yield "copied.letters", signs.overlap
    yield "copied.most", max(0.0, signs.overlap - 0.4)
    if signs.source is not None:
        here = set(_SMALL.findall(signs.source))
        words = sum(word in here for word in _SMALL.findall(signs.target))
        yield "copied.words", words / (len(_WORD.findall(signs.target)) + _WORDS)


def _meaning(signs: Signs) -> Iterator[tuple[str, float]]:
    if signs.source is None:
        return
    yield "figures.wrong", float(min(2, signs.wrong_figures))
    yield "figures.new", float(min(2, signs.new_figures))
    if not all(map(knows, signs.languages)):
        return
    source, target = (
        len(negates(text, language))
        for text, language in zip((signs.source, signs.target), signs.languages, strict=True)
    )
    yield "negation.lost", float(source > 0 and target == 0)
    yield "negation.new", float(target > 0 and source == 0)
    yield "negation.unlike", float(min(2, abs(source - target)))


def _findings(signs: Signs) -> Iterator[tuple[str, float]]:
    for (category, shown), points in signs.penalties.items():
        yield f"findings.{category.folder}" + ("" if shown else "-low"), points


_PARTS = (_similarity, _coverage, _length, _fluency, _form, _copied, _meaning, _findings)
