"""The phrases of a text that may be terms: words in a row, without function words at either end.

Chinese and Thai words are not told apart by anything written: there it is how often, and between how many different
neighbours, characters stand together (Feng et al. 2004, "Accessor variety criteria for Chinese word extraction").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, islice

from tqcheck.function_words import FUNCTION_WORDS
from tqcheck.model import Span
from tqcheck.names.frequency import word_bins
from tqcheck.terms.find import tokens
from tqcheck.terms.words import folded, keys

Key = tuple[str, ...]

LONGEST = 5  # words
_LONGEST_RUN = 10  # characters of Chinese
_RUNS = {"zh": "[\u3400-\u4dbf\u4e00-\u9fff]+", "th": "[\u0e00-\u0e7f]+"}
# Japanese terms are written in kanji and katakana; what is between them is grammar.
_JAPANESE = re.compile("(?:[\u30a1-\u30fa\u30fc・]+|[\u3400-\u4dbf\u4e00-\u9fff\u3005]+)+")
# What stands inside a term and never at its ends.
_LINKS = frozenset(
    "of for and the de du des d la le les del los las da do dos das di della dei degli der von für und et y e".split()
)
_COMMONEST = 150  # of a language's words are hardly ever a term, and mostly grammar
# Determiners of German that are none of its commonest words and part what is no term.
_OWNERS = frozenset(
    f"{stem}{ending}" for stem in "ihr sein unser dies jed welch kein solch manch".split()
    for ending in ("", "e", "er", "es", "em", "en")
)  # fmt: skip
# Chinese characters that begin or end no term, though some are parts of one.
_GRAMMAR = {
    "zh": frozenset("的了是在和与及也对为以就都而并将这那其我你他她它们不有一个从到被把让使但或且之于所由此该些每各某很更最已曾会能可要应还又再则若如因仅只即却着过吗呢吧啊等各位说据至向给跟同时后前中上下里内外间年月日号两三四五六七八九十第多少几何")
}  # fmt: skip
# Different characters that must stand before and after a term in the whole text.
_VARIETY = 2


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase at a place; `key` is what its inflections share."""

    key: Key
    span: Span


def phrases(texts: Sequence[str], language: str, least: int) -> list[list[Phrase]]:
    """The phrases of each text that may be terms; of unspaced languages those that `least` texts have."""
    if language in _RUNS:
        return _unspaced(texts, language, least)
    if language == "ja":
        return [
            [Phrase((m.group(),), Span(*m.span())) for m in _JAPANESE.finditer(text) if len(m.group()) > 1]
            for text in texts
        ]
    return [list(_spaced(text, language)) for text in texts]


def _spaced(text: str, language: str) -> Iterator[Phrase]:
    spans = tokens(text)
    stems = [_stem(span.of(text), language) for span in spans]
    outer = [_may_end(span.of(text), language) for span in spans]
    for first, start in enumerate(spans):
        if not outer[first]:
            continue
        for last in range(first, min(first + LONGEST, len(spans))):
            if last > first and not re.fullmatch(
                r"[ \u00a0]|[-‐‑]", text[spans[last - 1].end : spans[last].start]
            ):
                break
            if outer[last]:
                yield Phrase(tuple(stems[first : last + 1]), Span(start.start, _end(text, spans[last])))
            elif folded(spans[last].of(text)) not in _LINKS:
                break
            if _end(text, spans[last]) < spans[last].end:  # the government of "Abe's government" is the term
                break


def _end(text: str, last: Span) -> int:
    """Without the possessive: "Abe" of "Abe's"."""
    return last.end - (2 if re.search("['’][sS]$", last.of(text)) else 0)


@lru_cache(maxsize=65536)
def _stem(word: str, language: str) -> str:
    """One key for a word: the shortest, of several the first by the alphabet."""
    return min(keys(word, language), key=lambda key: (len(key), key))


@lru_cache(maxsize=65536)
def _may_end(word: str, language: str) -> bool:
    word = folded(word)
    return len(word) > 1 and word not in _function_words(language) and not any(map(str.isdigit, word))


@cache
def _function_words(language: str) -> frozenset[str]:
    common = islice(chain.from_iterable(word_bins(language, "small")), _COMMONEST)
    return frozenset(
        (*FUNCTION_WORDS.get(language, "").split(), *common, *_LINKS, *(_OWNERS if language == "de" else ()))
    )


def _unspaced(texts: Sequence[str], language: str, least: int) -> list[list[Phrase]]:
    runs = [[Span(*match.span()) for match in re.finditer(_RUNS[language], text)] for text in texts]
    grammar = _GRAMMAR.get(language, frozenset())
    places: dict[str, set[int]] = defaultdict(set)
    for at, text in enumerate(texts):
        for span in _substrings(runs[at], text, grammar):
            places[span.of(text)].add(at)
    frequent = {chars for chars, where in places.items() if len(where) >= least}
    free = _free(texts, runs, frequent)
    whole = {chars for chars in free if not _part(chars, places, free)}
    return [
        [
            Phrase((span.of(text),), span)
            for span in _substrings(runs[at], text, grammar)
            if span.of(text) in whole
        ]
        for at, text in enumerate(texts)
    ]


def _substrings(runs: Iterable[Span], text: str, grammar: frozenset[str]) -> Iterator[Span]:
    for run in runs:
        for start in range(run.start, run.end - 1):
            if text[start] in grammar:
                continue
            for end in range(start + 2, min(start + _LONGEST_RUN, run.end) + 1):
                if text[end - 1] not in grammar:
                    yield Span(start, end)


def _free(texts: Sequence[str], runs: Sequence[Iterable[Span]], frequent: set[str]) -> set[str]:
    """Those that stand between different neighbours; the end of a run is a neighbour of its own each time."""
    before: dict[str, set[object]] = defaultdict(set)
    after: dict[str, set[object]] = defaultdict(set)
    for at, text in enumerate(texts):
        for span in _substrings(runs[at], text, frozenset()):
            chars = span.of(text)
            if chars in frequent:
                edges = {edge for run in runs[at] for edge in (run.start, run.end)}
                before[chars].add((at, span.start) if span.start in edges else text[span.start - 1])
                after[chars].add((at, span.end) if span.end in edges else text[span.end])
    return {chars for chars in frequent if len(before[chars]) >= _VARIETY and len(after[chars]) >= _VARIETY}


def _part(chars: str, places: Mapping[str, set[int]], free: set[str]) -> bool:
    """Whether nearly all its places are those of one longer term."""
    return any(
        len(other) > len(chars) and chars in other and len(places[other]) >= 0.8 * len(places[chars])
        for other in free
    )
