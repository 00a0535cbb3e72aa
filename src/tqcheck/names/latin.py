"""Names between languages in Latin letters: spelt alike, inflected, or called what the lexicon says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import JaroWinkler, Levenshtein

from tqcheck.lexicon import SUPPORTED, english_words, stem
from tqcheck.model import Span
from tqcheck.names.inflection import stems
from tqcheck.names.text import Word, fold_word

LATIN = frozenset("de fr es pt it nl pl cs ro sv da en hu tr fi no hr sk et".split())
# Letters by which a nominative may be longer than the stem of another case: Błońską, Błońska; Neapol, Neapolitan.
_LONGER = 2
_ACRONYM = 5
# Letters from which on a word is known to be another but for its ending, or for a fifth of its letters.
_COGNATE, _LONG_COGNATE = 4, 7


def spelt_alike(source: str, latin: str, language: str) -> float:
    """Is a folded English word the foreign one: 3 to the letter, 2 inflected, else by the letters; above 0 it may be."""
    folded = fold_word(source)
    if latin in {folded, _german(source)}:
        return 3.0
    if source.isupper() and len(source) <= _ACRONYM:
        return 1.0 if sorted(folded) == sorted(latin) else -1.0  # OTAN, NATO; but not CSU for CDU
    if len(folded) > 3 and len(latin) > 3 and (latin.startswith(folded[:-1]) or folded.startswith(latin)):
        return 2.0
    if any(latin.startswith(each) and len(latin) - len(each) <= _LONGER for each in stems(folded, language)):
        return 2.0
    if len(folded) >= _COGNATE and _one_sound(folded, latin, language):
        return 1.0
    edits = Levenshtein.normalized_similarity(folded, latin)
    beginning = JaroWinkler.normalized_similarity(folded, latin)
    return 4 * max(edits - 0.6, beginning - 0.85)


def _one_sound(folded: str, latin: str, language: str) -> bool:
    """Do they sound alike, one of them in another case as it may be: Majorki, Mallorca?"""
    sound = _phonetic(latin)
    if _phonetic(folded) == sound:
        return True
    cut = (_phonetic(each) for each in stems(folded, language) if len(each) > _COGNATE)
    return any(sound.startswith(each) and len(sound) - len(each) < _LONGER for each in cut)


@lru_cache(maxsize=32768)
def _phonetic(folded: str) -> str:
    """What Latin languages spell alike if all of them wrote by one rule: Karussell, Carrousel; Coran, Quran."""
    for pattern, sound in _SOUNDS:
        folded = pattern.sub(sound, folded)
    return folded


# Spellings of one sound; double letters and a plural's s are dropped.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("tsch|tch|sch|sh|zh|ch", "j"), ("ph", "f"), ("qu|ck|kh|q|c(?![eiy])", "k"), ("c(?=[eiy])|z", "s"), ("x", "ks"),
        ("ll(?=[aeiou])", "i"),
        ("th", "t"), ("ou|oo|w", "u"), ("v", "u"), ("o", "u"), ("y|j", "i"), ("h", ""), (r"(.)\1+", r"\1"), ("[se]+$", ""),
    )
)  # fmt: skip


def as_common_word(part: str, words: Sequence[Word]) -> Span | None:
    """The English word, whatever its first letter, that is the foreign one but for an ending: Falafel, falafels."""
    folded = fold_word(part)
    joined = [
        Word(Span(one.span.start, two.span.end), one.text + two.text, one.folded + two.folded, one.initial)
        for one, two in pairwise(words)
    ]  # Pitbull, pit bull
    for word in (*words, *joined):
        other = word.folded
        if min(len(folded), len(other)) < _COGNATE:
            continue
        if folded.rstrip("esn") == other.rstrip("esn"):
            return word.span
        if (
            min(len(folded), len(other)) >= _LONG_COGNATE
            and max(
                Levenshtein.normalized_similarity(folded, other),
                Levenshtein.normalized_similarity(_phonetic(folded), _phonetic(other)),
            )
            >= 0.8
        ):
            return word.span
    return None


def by_lexicon(parts: Sequence[str], words: Sequence[Word], language: str) -> Span | None:
    """The first target word by which the lexicon renders some part of a name."""
    known = english_words(" ".join(parts), language)
    for word in words if known else ():
        if any(known.get(each, 0.0) >= SUPPORTED for each in _stems_of(word.text)):
            return word.span
    return None


@lru_cache(maxsize=16384)
def _stems_of(word: str) -> tuple[str, ...]:
    return (stem(word),)


def _german(word: str) -> str:
    """With ae, oe, ue for the umlauts, as English often has them."""
    lower = word.lower().replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return fold_word(lower)
