"""The words of a text in Latin letters, and which of them stand as names do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tqcheck.model import Span
from tqcheck.names.romanise import fold

# Abbreviations with dots, or letters with inner apostrophes; hyphens part words, so that `US-led` has two.
# Han, kana and Hangul end a word: `Linuxで` has one.
_LETTER = r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]"
_WORD = re.compile(rf"(?:[A-ZÀ-Þ]\.){{2,}}|(?:[A-ZÀ-Þ]\.)+[A-ZÀ-Þ]\b|{_LETTER}+(?:['’ʼ`´]{_LETTER}+)*")
_POSSESSIVE = re.compile(r"['’][sS]$")
_INNER = str.maketrans("", "", "'’ʼ`´.")
_SENTENCE_START = re.compile(
    r"(?:^|[.!?:;•·|/…\n]|--|[-–—](?=\s))[\s\"'“”‘’«»„(\[*_#>…¿¡-]*$|[“\"„«‘(\[¿¡]\s*$"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word: where, as written without a possessive, folded for comparison.

    `initial`: it begins a sentence, quotation or line, where any word has a capital.
    """

    span: Span
    text: str
    folded: str
    initial: bool

    @property
    def capital(self) -> bool:
        """It begins with a capital letter."""
        return self.text[:1].isupper()


@lru_cache(maxsize=2048)
def words_of(text: str) -> tuple[Word, ...]:
    """All words of a text in order."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        written = _POSSESSIVE.sub("", match.group())
        start = match.start()
        initial = bool(_SENTENCE_START.search(text[max(0, start - 12) : start]))
        yield Word(Span(start, start + len(written)), written, fold_word(written), initial)


def folded_words(text: str) -> list[str]:
    """The words of a text as they are compared, and nothing else of them: for tables, which have thousands."""
    if _is_plain(text):
        return text.lower().split()
    return [fold_word(_POSSESSIVE.sub("", match.group())) for match in _WORD.finditer(text)]


def _is_plain(text: str) -> bool:
    """Has it nothing but ASCII letters and spaces, as most entries of the tables, which need no search for words?"""
    return text.isascii() and text.replace(" ", "").isalpha()


def fold_word(word: str) -> str:
    """For comparison: lower case, without diacritics, dots and apostrophes."""
    return fold(word).translate(_INNER)


@cache
def key(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase."""
    if _is_plain(phrase):
        return tuple(phrase.lower().split())
    return tuple(fold_word(match.group()) for match in _WORD.finditer(phrase))


def find(words: tuple[Word, ...], phrase: tuple[str, ...]) -> Span | None:
    """Where the words contain the phrase (folded words in a row), or None."""
    if not phrase:
        return None
    size = len(phrase)
    for at, word in enumerate(words):
        if word.folded == phrase[0] and tuple(w.folded for w in words[at : at + size]) == phrase:
            return Span(word.span.start, words[at + size - 1].span.end)
    return None


def title_case(words: tuple[Word, ...], text: str = "") -> bool:
    """A headline in Title Case or capitals, where a capital says nothing. Short words do not count.

    `text`, if it is known, is none when it ends as a sentence does: names alone may be most of its long words.
    """
    if text.rstrip(" \n\"'”’)").endswith("."):
        return False
    long = [word for word in words if len(word.text) > 3]
    return len(long) >= 3 and sum(word.capital for word in long) >= 0.75 * len(long)


def all_capitals(words: tuple[Word, ...]) -> bool:
    """A line in capitals, where a capital says nothing."""
    long = [word for word in words if len(word.text) > 3]
    return len(long) > 1 and sum(word.text.isupper() for word in long) > len(long) / 2
