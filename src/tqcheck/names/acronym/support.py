"""Has an English acronym anything to stand on: in the source, in the translation's own words, in everyday use?"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tqcheck.lexicon import english_words
from tqcheck.model import Span
from tqcheck.names.acronym.initials import capital_runs, letters_of, spelt_out
from tqcheck.names.acronym.spotting import Acronym, acronyms, cyrillic_letters, source_letters
from tqcheck.names.acronym.table import Term, by_letters, content_stems, terms_in, unjudged
from tqcheck.names.latin import LATIN
from tqcheck.names.romanise import romanise
from tqcheck.names.text import words_of

_LATIN_WORD = re.compile(r"[A-Za-z0-9]+(?:[-.&][A-Za-z0-9]+)*")
_UNSPACED = frozenset({"zh", "ja"})
# Languages whose adjectives follow: UE is EU.
_TURNING = frozenset({"ca", "es", "fr", "it", "pt", "ro"})
# Characters, and words beyond the number of letters, in which an institution's name has room.
_WIDE, _STEP, _MORE_WORDS = 18, 6, 4


@dataclass(frozen=True)
class Article:
    """Both sides, pair by pair; `sources` holds None where there is none, `language` is the source's."""

    sources: tuple[str | None, ...]
    targets: tuple[str | None, ...]
    language: str

    @cached_property
    def source_letters(self) -> frozenset[str]:
        """What the source writes in Latin letters, and its Cyrillic acronyms, as acronyms have them."""
        found = set[str]()
        for text in filter(None, self.sources):
            found |= {letters_of(word.upper()) for word in _LATIN_WORD.findall(text)}
            found |= {letters_of(part.upper()) for part in re.findall("[A-Za-z0-9]+", text)}
            found |= cyrillic_letters(text, self.language) | source_letters(text)
        return frozenset(found)

    @cached_property
    def sorted_letters(self) -> frozenset[str]:
        """The letters of the source's acronyms in the order of the alphabet."""
        texts = filter(None, self.sources)
        return frozenset("".join(sorted(acronym.letters)) for text in texts for acronym in acronyms(text))

    @cached_property
    def term_letters(self) -> frozenset[str]:
        """The acronyms of all terms of the source."""
        texts = filter(None, self.sources)
        terms = {term for text in texts for _, term in terms_in(text, self.language, nested=True)}
        return frozenset(letters_of(acronym) for term in terms for acronym in term.acronyms)

    @cached_property
    def runs(self) -> tuple[tuple[str, ...], ...]:
        """The words of every run of capitalised words of the target."""
        return tuple(run for text in filter(None, self.targets) for _, _, run in capital_runs(text))

    def known(self, acronym: Acronym) -> bool:
        """Everyday, of the source as it is or by a known term, or spelt out in capitals in the target."""
        letters = acronym.letters
        if letters in unjudged() or letters in self.source_letters or letters in self.term_letters:
            return True
        if self.language in _TURNING and "".join(sorted(letters)) in self.sorted_letters:
            return True
        return any(spelt_out(letters, run, loosely=True, any_order=True) for run in self.runs)


def spelt_beside(acronym: Acronym, text: str) -> bool:
    """Does the sentence itself spell it out, in capitals or not?"""
    return spelt_out(acronym.letters, [word.text for word in words_of(text)], loosely=True, any_order=True)


def translated(letters: str, source: str, language: str) -> bool:
    """May the letters be the initials of what a few words of the source in a row translate to?"""
    return any(
        set(letters.lower()) <= _initials(window, language) for window in _windows(letters, source, language)
    )


def begins_acronym(span: Span, source: str, target: str, language: str) -> bool:
    """Is a name of the source in an acronym of the target that it begins: 上海自贸试验区 is the SFTZ?

    The rest of the letters begin what follows the name, or end the acronym of a term that does.
    """
    initials = _initials(span.of(source), language)
    after = source[span.end : span.end + _WIDE]
    return any(
        acronym.letters[0].lower() in initials
        and (
            set(acronym.letters[1:].lower()) <= _initials(after, language)
            or any(
                letters_of(short).endswith(acronym.letters[1:])
                for place, term in terms_in(after, language)
                if place.start == 0
                for short in term.acronyms
            )
        )
        for acronym in acronyms(target)
        if len(acronym.letters) > 2 and acronym.letters not in source
    )


def _windows(letters: str, source: str, language: str) -> Iterator[str]:
    if language in _UNSPACED:
        yield from (source[at : at + _WIDE] for at in range(0, max(1, len(source) - _WIDE + _STEP), _STEP))
        return
    words, size = words_of(source), len(letters) + _MORE_WORDS
    for at in range(max(1, len(words) - size + 1)):
        yield " ".join(word.text for word in words[at : at + size])


@lru_cache(maxsize=4096)
def _initials(window: str, language: str) -> frozenset[str]:
    """The letters that English words for a piece of the source begin with, and its names as they sound."""
    found = {stem[0] for stem in english_words(window, language)}
    if language in _UNSPACED:
        found |= {romanise(char, "zh")[:1] for char in window}
    else:
        found |= {romanise(word.text, language)[:1] for word in words_of(window)}
    return frozenset(letter.lower() for letter in found)


def expected(source: str, language: str) -> Iterator[tuple[tuple[int, int], str, tuple[str, ...]]]:
    """((start, end), as the source has it, English forms) of what the source says by initials, or a table knows by them.

    A Latin acronym has the forms of the terms that it may stand for, too.
    """
    for acronym in acronyms(source):
        if acronym.letters in unjudged() and len(acronym.letters) < 3:
            continue
        yield (acronym.span.start, acronym.span.end), acronym.text, _english_of(acronym, language)
    for span, term in terms_in(source, language):
        if term.acronyms:
            yield (span.start, span.end), span.of(source), term.english


def _english_of(acronym: Acronym, language: str) -> tuple[str, ...]:
    foreign = {term for _, term in terms_in(acronym.text, language)} if language in LATIN else set[Term]()
    terms: Sequence[Term] = (*foreign, *by_letters().get(acronym.letters, ()))
    return tuple(
        dict.fromkeys(
            [unicodedata.normalize("NFKC", acronym.text), *(form for term in terms for form in term.english)]
        )
    )


def stands_in(form: str, text: str) -> bool:
    """Has the English text the form: initials as such, words with any ending of a plural?"""
    if len(form) < 8 and form.isupper():
        letters = letters_of(form)
        return letters in _english_letters(text)
    words, wanted = content_stems(text), content_stems(form)
    return bool(wanted) and any(
        words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1)
    )


@lru_cache(maxsize=1024)
def _english_letters(text: str) -> frozenset[str]:
    return frozenset(letters_of(word) for word in _LATIN_WORD.findall(text)) | {
        acronym.letters for acronym in acronyms(text)
    }
