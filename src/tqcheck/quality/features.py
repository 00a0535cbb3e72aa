"""Signs of quality as numbers, each of which counts for or against a pair by a weight of its own.

A feature is named group.feature; what is not known, and what is as it usually is, has none. Those that the fit
leaves without a weight are not here.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterator, Sequence

from tqcheck.lengths import expected_length
from tqcheck.meaning.negation import knows, negates
from tqcheck.quality.signs import Signs

# Letters, words and marks that both sides are thought to have more: a short text scatters.
_LETTERS, _WORDS, _MARKS = 8, 3, 2
# What depends on length is told of so many words, or up to so many content words, as a usual sentence has.
_SENTENCE, _CONTENT = 20, 8
_USUAL = 60  # English letters: of a short sentence
_COVERED = 0.75  # of words, before any is seen
_QUESTION = re.compile("[?？؟]")
_WORD = re.compile(r"\w+")
_SMALL = re.compile(r"\b[^\W\d_A-ZÀ-Þ][^\W\d_]{2,}")


def features(signs: Signs) -> dict[str, float]:
    """The features of a pair, those that are 0 left out."""
    return {name: value for part in _PARTS for name, value in part(signs) if value}


def _similarity(signs: Signs) -> Iterator[tuple[str, float]]:
    if signs.relative is None:
        return
    yield "similarity.low", max(0.0, 1 - signs.relative)
    yield "similarity.high", min(0.5, max(0.0, signs.relative - 1))
    if signs.supported is not None:  # far, and its words are of something else: a hallucination
        yield "similarity.detached", max(0.0, 1 - signs.relative) * _lost(signs.supported)


def _coverage(signs: Signs) -> Iterator[tuple[str, float]]:
    for side, strengths in (("source", signs.carried), ("target", signs.supported)):
        if strengths is not None:
            yield f"words.{side}", _lost(strengths) - (1 - _COVERED)
            yield f"words.{side}-count", math.log1p(min(_CONTENT, len(strengths) - sum(strengths)))
    yield "words.phrase-added", signs.added


def _lost(strengths: Sequence[float]) -> float:
    """The share of words without a counterpart."""
    return 1 - (sum(strengths) + 2 * _COVERED) / (len(strengths) + 2)


def _length(signs: Signs) -> Iterator[tuple[str, float]]:
    # The more is said, the more may be wrong.
    yield (
        "length.much",
        max(0.0, math.log((expected_length(signs.target, signs.languages[1], "en") + 1) / _USUAL)),
    )
    if signs.source is None:
        return
    expected = expected_length(signs.source, *signs.languages)
    ratio = math.log((len(signs.target) + _LETTERS) / (expected + _LETTERS))
    yield "length.short", max(0.0, -ratio)


def _fluency(signs: Signs) -> Iterator[tuple[str, float]]:
    yield "fluency.order", signs.order
    yield "fluency.strings", signs.strings
    yield "fluency.babble", signs.babble
    if signs.surprise is not None:
        yield "fluency.surprise", signs.surprise / (signs.words + _WORDS)
    if signs.doubt is not None:
        share = signs.doubt / (signs.words + _WORDS)
        yield "fluency.doubt", math.log1p(_SENTENCE * share)
        yield "fluency.doubts", share


def _form(signs: Signs) -> Iterator[tuple[str, float]]:
    target = signs.target
    yield "form.repeated", _repeated([word.lower() for word in _WORD.findall(target)])
    if signs.source is None:
        return
    source = signs.source
    ends = [_ends(text) for text in (source, target)]
    yield "form.end-lost", float(ends[0] and not ends[1])
    asks = [bool(_QUESTION.search(text)) for text in (source, target)]
    yield "form.question-lost", float(asks[0] and not asks[1])
    yield "form.question-new", float(asks[1] and not asks[0])
    ratio = math.log((_marks(target) + _MARKS) / (_marks(source) + _MARKS))
    yield "form.more-marks", max(0.0, ratio)
    yield "form.fewer-marks", max(0.0, -ratio)
    yield "form.small-first", float(_begins_small(target) and not _begins_small(source))
    yield "form.small", float(_is_small(target) and not _is_small(source))


def _repeated(words: Sequence[str]) -> float:
    """The share of words that stood among the twenty before, or fewer at the beginning: whatever the length of the text
    (Covington and McFall 2010, "Cutting the Gordian Knot", of the share that is new).
    """
    again = sum(word in words[max(0, at - _SENTENCE) : at] for at, word in enumerate(words))
    return again / (len(words) + _WORDS)


def _marks(text: str) -> int:
    return sum(unicodedata.category(char)[0] == "P" for char in text)


def _ends(text: str) -> bool:
    return bool(text.rstrip()) and unicodedata.category(text.rstrip()[-1])[0] in "PS"


def _begins_small(text: str) -> bool:
    return next((char.islower() for char in text if char.isalpha()), False)


def _is_small(text: str) -> bool:
    return text.lower() == text and text.upper() != text


def _copied(signs: Signs) -> Iterator[tuple[str, float]]:
    yield "copied.most", max(0.0, signs.overlap - 0.4)
    if signs.source is not None:
        here = set(_SMALL.findall(signs.source))
        words = sum(word in here for word in _SMALL.findall(signs.target))
        yield "copied.words", words / (len(_WORD.findall(signs.target)) + _WORDS)


def _meaning(signs: Signs) -> Iterator[tuple[str, float]]:
    if signs.source is None:
        return
    yield "figures.new", float(min(2, signs.new_figures))
    if not all(map(knows, signs.languages)):
        return
    source, target = (
        len(negates(text, language))
        for text, language in zip((signs.source, signs.target), signs.languages, strict=True)
    )
    yield "negation.lost", float(source > 0 and target == 0)
    yield "negation.new", float(target > 0 and source == 0)


def _findings(signs: Signs) -> Iterator[tuple[str, float]]:
    for (category, shown), points in signs.penalties.items():
        yield f"findings.{category.folder}" + ("" if shown else "-low"), points


_PARTS = (_similarity, _coverage, _length, _fluency, _form, _copied, _meaning, _findings)
