"""English names made of common words (the Supreme Audit Office, Lake Placid, the Queen) that no word of the source means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tqcheck.lexicon import FUNCTION_WORDS, LANGUAGES, english_words, is_covered, stem
from tqcheck.lexicon.words import words as foreign_words
from tqcheck.names.english import CALENDAR, is_english_word
from tqcheck.names.target import TRANSLATED, TargetName
from tqcheck.names.text import Word, title_case, words_of

# The share of the source's words that the lexicon must know for its silence to tell anything.
_COVERED = 0.8
# Letters in which two words of one root agree: economy, economic.
_ROOT = 5
_UNSPACED = ("zh", "ja")
_SINGLE = 0.03


def invented(
    name: TargetName, text: str, source: str, beside: Sequence[str], language: str, *, lost: bool
) -> bool:
    """Does no word of the source, or of the texts beside it, mean a word of this name, and do we know its words?

    `text` is the English sentence; `lost`: the source has a name or strange word that is nowhere rendered, without which
    one word tells too little. Sound and tables are `tqcheck.names.founded`'s business.
    """
    if language not in LANGUAGES or not _telling(name, text) or _known_share(source, language) < _COVERED:
        return False
    if _TITLED.search(source) or re.match(r"['’\"”]? ?\([A-Z]", text[name.span.end :]):
        return False  # titles are freely translated, acronyms spelt out
    if any(short.group() not in text for short in _SHORT.finditer(source)):
        return False  # it may be spelt out here
    whole = _whole(name, text)
    if len(name.words) == 1 and (len(whole) > 1 or not lost):
        return False
    content = [word for word in whole if word.folded not in FUNCTION_WORDS]
    content = [word for word in content if word.folded not in _GENERIC] or content
    return not any(_means(other, word.text, language) for other in (source, *beside) for word in content)


def _telling(name: TargetName, text: str) -> bool:
    words = name.words
    if title_case(words_of(text)) or _QUOTED.search(text[max(0, name.span.start - 2) : name.span.start]):
        return False
    if any(
        len(word.text) < 4
        or "'" in word.text
        or "’" in word.text
        or word.text[1:3].isupper()
        or word.folded in CALENDAR
        for word in words
    ):
        return False
    if any(char.isdigit() for char in text[name.span.end : name.span.end + 2]):
        return False
    if len(words) == 1:
        (word,) = words
        common = is_english_word(word.text.lower()) or word.folded in TRANSLATED
        # A capital at the beginning says nothing of a word; elsewhere a word that no dictionary has is another's matter.
        return word.initial != common and word.folded not in _SAID | FUNCTION_WORDS
    return True


def _whole(name: TargetName, text: str) -> tuple[Word, ...]:
    """The words of the longer name that it is a part of: People of the People's Bank."""
    before = _BEFORE.search(text, 0, name.span.start)
    after = _AFTER.match(text, name.span.end)
    start = before.start() if before else name.span.start
    return words_of(text[start : after.end() if after else name.span.end])


# Acronyms, and institutions in syllables of their words: Росгидромет, Госдума.
_SHORT = re.compile(r"\b[^\W\d_a-z]{3,}\b(?<=[A-ZÀ-ÞЀ-Я]{3})|\b(?:Рос|Гос|Мин|Глав|Держ|Укр)[а-яіїє]{4,}")
_TITLED = re.compile("[《〈「『]|“[^”]{1,8}”|«[^»]{1,20}»")
_JOINTS = r"(?:(?:of|on|to|the|and|for|&|de|-) )*"
_BEFORE = re.compile(rf"(?:(?!The |A |An )[A-Z][\w'’.]*[ -]{_JOINTS})+$")
_AFTER = re.compile(rf"(?:['’]?s?[ -]{_JOINTS}[A-Z][\w'’]*)+")
_QUOTED = re.compile(r"[\"“”„«‘(]$|['’]$")
# What half the institutions and places are: not by this is one known.
_GENERIC = frozenset(
    "agency association bank board bureau center centre city commission committee company congress council corporation "
    "county department district group house institute lake ministry mount mountain office organisation organization "
    "river school society state town union university".split()
)
# Words that are written with a capital whatever they stand for.
_SAID = frozenset(
    "i internet web president mr state party congress parliament government minister god lord sir lady king "
    "earth sun moon north south east west western eastern northern southern english".split()
)


@lru_cache(maxsize=1024)
def _known_share(source: str, language: str) -> float:
    words = [word for word in foreign_words(source, language) if len(word) > 3 or language in _UNSPACED]
    return sum(is_covered(word, language) for word in words) / len(words) if words else 0.0


@lru_cache(maxsize=8192)
def _means(source: str, word: str, language: str) -> bool:
    called = english_words(source, language)
    # A single character means too much.
    least = _SINGLE if language in _UNSPACED else 0.0
    wanted = stem(word)
    root = wanted[:_ROOT]
    return any(
        value > least and (each == wanted or (len(root) == _ROOT and each.startswith(root)))
        for each, value in called.items()
    )
