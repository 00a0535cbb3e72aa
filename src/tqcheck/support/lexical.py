"""The content words of both sides, and how surely each has a counterpart on the other.

One side is English: the lexicon says which English stems render a foreign word, and so tells in both directions. A word
that it does not know is unknown, not unsupported.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from tqcheck import function_words
from tqcheck.lexicon import FUNCTION_WORDS, english_words, stem
from tqcheck.lexicon.table import segmented
from tqcheck.lexicon.words import UNSPACED, fold
from tqcheck.model import Span
from tqcheck.names.frequency import rank

# Taught links: key of a foreign word → (English stem, strength).
Taught = Mapping[str, tuple[str, float]]
NOTHING_TAUGHT: Taught = MappingProxyType({})

_FIGURE = r"\d+(?:[.,:]\d+)*"
_ENGLISH = re.compile(rf"[^\W\d_]+(?:['’][^\W\d_]+)*|{_FIGURE}")
_SPACED = re.compile(
    rf"[^\W\d_]+(?:[\u0300-\u036f\u0900-\u0903\u093a-\u094f\u064b-\u0652]|[^\W\d_])*|{_FIGURE}"
)
_UNSPACED = re.compile(
    rf"[\u3400-\u9fff\uf900-\ufaff々〆ヶ]+|[\u30a0-\u30ff]+|[A-Za-z\u00c0-\u024f]+|{_FIGURE}"
)
# Hundredths of a bel below the commonest word (wordfreq): what is commoner is hardly content. By eye, on the lists.
_FUNCTION = {"zh": 300, "ja": 290}
_FUNCTION_ELSEWHERE = 280
_UNLISTED = 600  # the end of wordfreq's short lists: once in a million words
_NAME = 5.0  # bels: katakana that is no listed word
# The probability of a rendering from which on it is as good as said.
_SAID = 0.1
# Words that only begin alike: stems by their first five letters, spellings by four.
_STEM_BEGINS, _SPELT_BEGINS = 5, 4
_ROOT_SHARE, _COGNATE = 0.8, 0.7


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word or figure. `key` is its stem (English) or its folded form; `information` in bels, 0 for figures.

    `renderings` are the English stems of a foreign word. `known`: the lexicon's silence tells something.
    """

    span: Span
    key: str
    information: float
    renderings: Mapping[str, float]
    known: bool = True
    figure: bool = False


def units(text: str, language: str) -> list[Unit]:
    """The content words and figures of a text in a language (primary subtag), in order."""
    if language == "en":
        return list(_english(text))
    return list(_unspaced(text, language) if language in UNSPACED else _spaced(text, language))


def single_characters(text: str, language: str) -> Iterator[Unit]:
    """The words of one character that `units` leaves out in a language without spaces.

    Nothing can be said of them, but they may be what a word of the other side stands for.
    """
    for match in _UNSPACED.finditer(text) if language in UNSPACED else ():
        start = match.start()
        for piece in segmented(match[0], language) if match[0][0] > "\u3400" else ():
            if len(piece) == 1 and not _is_function_word(piece, language):
                yield Unit(Span(start, start + 1), piece, _information(piece, language), _NONE, known=False)
            start += len(piece)


def strengths(
    foreign: Sequence[Unit], english: Sequence[Unit], taught: Taught = NOTHING_TAUGHT
) -> tuple[list[float | None], list[float | None]]:
    """How surely each word has a counterpart on the other side, 0..1; None where nothing is known of it."""
    stems = {unit.key for unit in english if not unit.figure}
    roots = _beginnings(stems, _STEM_BEGINS)
    said = _best((rendering, value) for unit in foreign for rendering, value in unit.renderings.items())
    said_roots = _best(
        (rendering[:_STEM_BEGINS], value)
        for rendering, value in said.items()
        if len(rendering) >= _STEM_BEGINS
    )
    learnt = _best(taught[unit.key] for unit in foreign if unit.key in taught)
    spelt, spelt_english = {unit.key for unit in foreign}, {unit.key for unit in english}
    begun, begun_english = _beginnings(spelt, _SPELT_BEGINS), _beginnings(spelt_english, _SPELT_BEGINS)

    def of_foreign(unit: Unit) -> float | None:
        found = max(
            (
                _near(value) if rendering in stems else _ROOT_SHARE * _near(value)
                for rendering, value in unit.renderings.items()
                if rendering in stems or rendering[:_STEM_BEGINS] in roots
            ),
            default=0.0,
        )
        rendering, value = taught.get(unit.key, ("", 0.0))
        if rendering in stems:
            found = max(found, value)
        return _also_spelt(unit, found, spelt_english, begun_english)

    def of_english(unit: Unit) -> float | None:
        found = max(
            _near(said.get(unit.key, 0.0)),
            _ROOT_SHARE * _near(said_roots.get(unit.key[:_STEM_BEGINS], 0.0)),
            learnt.get(unit.key, 0.0),
        )
        return _also_spelt(unit, found, spelt, begun)

    return [of_foreign(unit) for unit in foreign], [of_english(unit) for unit in english]


def _also_spelt(unit: Unit, found: float, spelt: set[str], begun: set[str]) -> float | None:
    if unit.key in spelt:
        return 1.0
    if len(unit.key) > _SPELT_BEGINS and unit.key[:_SPELT_BEGINS] in begun:
        found = max(found, _COGNATE)
    return found if found or unit.known else None


def _near(probability: float) -> float:
    return min(1.0, math.sqrt(probability / _SAID))


def _best(pairs: Iterable[tuple[str, float]]) -> dict[str, float]:
    best: dict[str, float] = {}
    for key, value in pairs:
        if best.get(key, 0.0) < value:
            best[key] = value
    return best


def _beginnings(words: Iterable[str], length: int) -> set[str]:
    return {word[:length] for word in words if len(word) >= length}


def _english(text: str) -> Iterator[Unit]:
    for match in _ENGLISH.finditer(text):
        span = Span(*match.span())
        if match[0][0].isdigit():
            yield _figure(span, match[0])
            continue
        word = match[0].lower().replace("’", "'").removesuffix("'s")
        if len(word) > 1 and "'" not in word and word not in FUNCTION_WORDS:
            # A name that the lexicon knows is supported; of one that it does not know, nothing is known.
            yield Unit(span, stem(word), _information(word, "en"), _NONE, not match[0][0].isupper())


def _spaced(text: str, language: str) -> Iterator[Unit]:
    for match in _SPACED.finditer(text):
        span = Span(*match.span())
        if match[0][0].isdigit():
            yield _figure(span, match[0])
            continue
        word = match[0].lower()
        if len(word) < 3 or _is_function_word(word, language):
            continue
        renderings = _renderings(fold(word, language), language)
        name = match[0][0].isupper() and language != "de" and span.start > 0
        yield Unit(
            span,
            fold(word, language),
            _information(word, language),
            renderings,
            bool(renderings) and not name,
        )


def _unspaced(text: str, language: str) -> Iterator[Unit]:
    for match in _UNSPACED.finditer(text):
        run, start = match[0].lower(), match.start()
        if run[0].isdigit():
            yield _figure(Span(*match.span()), run)
        elif run[0] < "\u0250":  # Latin letters
            if len(run) > 1:
                yield Unit(Span(*match.span()), run, _information(run, "en"), _NONE, known=False)
        else:
            pieces = segmented(run, language)
            if (
                "\u30a0" <= run[0] <= "\u30ff" and min(map(len, pieces)) < 3
            ):  # ハリー・ポッター by bits and pieces
                yield Unit(Span(*match.span()), run, _NAME, _NONE, known=False)
                continue
            for piece in pieces:
                end = start + len(piece)
                if len(piece) > 1 and not _is_function_word(piece, language):
                    renderings = _renderings(piece, language)
                    yield Unit(
                        Span(start, end), piece, _information(piece, language), renderings, bool(renderings)
                    )
                start = end


_NONE: Mapping[str, float] = MappingProxyType({})


def _figure(span: Span, digits: str) -> Unit:
    return Unit(span, digits, 0.0, _NONE, known=False, figure=True)


@lru_cache(maxsize=100_000)
def _renderings(word: str, language: str) -> Mapping[str, float]:
    return english_words(word, language)


@lru_cache(maxsize=100_000)
def _information(word: str, language: str) -> float:
    """Bels by which a word is rarer than the commonest."""
    place = rank(word, language, "small")
    return (_UNLISTED if place is None else place) / 100


@lru_cache(maxsize=100_000)
def _is_function_word(word: str, language: str) -> bool:
    if word in _listed(language):
        return True
    place = rank(word, language, "small")
    return place is not None and place < _FUNCTION.get(language, _FUNCTION_ELSEWHERE)


@cache
def _listed(language: str) -> frozenset[str]:
    return frozenset(function_words.FUNCTION_WORDS.get(language, "").split())
