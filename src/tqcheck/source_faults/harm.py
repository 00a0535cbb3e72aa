"""Whether a translation suffers from a damaged word of its source."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.lexicon import FUNCTION_WORDS, SUPPORTED, english_words, stem
from tqcheck.model import Span
from tqcheck.source_faults.damage import Damage, DamageKind
from tqcheck.source_faults.letters import is_word
from tqcheck.source_faults.lost import MARKS
from tqcheck.source_faults.words import rarity

_LATIN_WORD = re.compile(r"[A-Za-z]+")
_DIGITS = re.compile(r"\d+(?:[.,\u202f\xa0 ]\d+)*")
_HAN = re.compile(r"[\u3400-\u9fff]")
# Characters on each side in which a Chinese or Japanese word is looked for.
_WINDOW = 3
# Once in 200,000 words. Nothing in a translation for a rarer word tells little: half of what was said of 5,000 people's
# translations from de, es and ru at once in a million was free translation.
_USUAL = 530
# A word that has one usual rendering: of one with many the table knows too few for its silence to tell.
_TOLD = 0.5
_GROUPS = re.compile(r"(?:[.,]\d+)+")
# Pieces shorter than this are in another text by chance.
_LEAST_COPIED = 4
_MARKED = re.compile(rf"\w*[{MARKS}]+\w*")


@dataclass(frozen=True, slots=True)
class Harm:
    """What the translation has for a damaged word: `copied` as it stands, or (None) nothing that it could mean."""

    copied: Span | None


def harm(damage: Damage, source: str, target: str, languages: tuple[str, str]) -> Harm | None:
    """What the damage did to the translation; None if nothing, or if that cannot be told.

    `languages`: primary subtags of source and target. What a word should be called is known for English alone.
    """
    language, target_language = languages
    broken = damage.span.of(source)
    if damage.fixed is None:  # what was lost for good, no translation can have
        return Harm(_copied_mark(broken, source, target))
    copied = _copy(broken, damage.fixed, target)
    if copied is None and damage.kind is DamageKind.LOST:
        copied = _copied_mark(broken, source, target)
    if damage.kind is DamageKind.FIGURE:
        return None if damage.fixed in _figures(target) else Harm(_whole_figure(copied, target))
    if copied is not None and (damage.certain or not is_word(broken, language)):
        return Harm(copied)
    if target_language != "en" or (
        damage.kind is DamageKind.LETTERS and rarity(damage.fixed, language) > _USUAL
    ):
        return None
    expected = _expected(damage, source, language)
    told = _TOLD if not damage.certain else 0.0
    if max(expected.values(), default=0.0) < max(told, SUPPORTED) or expected.keys() & _stems(target):
        return None
    # What seemed to be a look-alike was looked up by its finder: long lists have the commonest misprints, too.
    if not damage.certain and damage.kind is not DamageKind.LOOKALIKE and is_word(broken, language):
        return None
    return Harm(None)


def _expected(damage: Damage, source: str, language: str) -> dict[str, float]:
    """The English words that the repaired word could be, less those that the text around it has anyway.

    Chinese and Japanese do not show where a word ends: their words are looked for in the text around the repair.
    """
    if damage.fixed is None:
        return {}
    span = damage.span
    before, after, elsewhere = "", "", dict[str, float]()
    if _HAN.search(damage.fixed):
        before, after = (
            source[max(0, span.start - _WINDOW) : span.start],
            source[span.end : span.end + _WINDOW],
        )
        elsewhere = dict(english_words(before + span.of(source) + after, language))
    found = english_words(before + damage.fixed + after, language)
    return {
        english: value
        for english, value in found.items()
        if value >= SUPPORTED and english not in elsewhere and english not in FUNCTION_WORDS
    }


def _copy(broken: str, fixed: str, target: str) -> Span | None:
    """Where the translation has the damaged word itself, and not as part of the right one."""
    if len(broken) < _LEAST_COPIED and not any(char.isdigit() for char in broken):
        return None
    found = re.search(rf"(?<!\w){re.escape(broken)}(?!\w)", target, re.IGNORECASE)
    if found is None or fixed.lower() in target.lower():
        return None
    return Span(*found.span())


def _copied_mark(broken: str, source: str, target: str) -> Span | None:
    """The mark of a lost character in the translation, with the word it stands in; of “?”, one more than the source asks."""
    found = _MARKED.search(target)
    if found is not None and not (set(found[0]) & set(MARKS)).isdisjoint(broken):
        return Span(*found.span())
    asked = re.search(r"(?<=\w)\? ?(?=\w)", target) if "?" in broken else None
    real = sum(source.count(mark) for mark in "?？") - broken.count("?")
    return Span(*asked.span()) if asked is not None and target.count("?") > real else None


def _whole_figure(copied: Span | None, target: str) -> Span | None:
    """The copy with the groups of digits behind it: all of 4O0,000."""
    if copied is None:
        return None
    rest = _GROUPS.match(target, copied.end)
    return Span(copied.start, rest.end()) if rest else copied


def _figures(target: str) -> set[str]:
    return {re.sub(r"\D", "", match[0]) for match in _DIGITS.finditer(target)} | {
        part for match in _DIGITS.finditer(target) for part in re.split(r"\D", match[0])
    }


@lru_cache(maxsize=256)
def _stems(target: str) -> Set[str]:
    return frozenset(stem(word.lower()) for word in _LATIN_WORD.findall(target))
