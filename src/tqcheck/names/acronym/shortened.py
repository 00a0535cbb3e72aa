"""A name of one side that the other has by its initials, or initials that it has by the words."""

from __future__ import annotations

import re

from tqcheck.model import Span
from tqcheck.names.acronym.initials import SMALL, capital_runs, letters_of, spelt_out
from tqcheck.names.acronym.spotting import acronyms
from tqcheck.names.acronym.table import terms_in
from tqcheck.names.romanise import romanise
from tqcheck.names.text import words_of


def by_initials(name: str, english: str, source: str) -> bool:
    """Is a name in Latin letters spelt out by the English text, shortened to initials, or an acronym of its own there?

    AIU is the Athletics Integrity Unit, Los Angeles L.A.; and OCD, which the source has nowhere, is TOC: what English
    makes of an acronym is not judged by its letters.
    """
    words = words_of(english)
    if name.isupper():
        letters = letters_of(name)
        if len(letters) < _SHORTEST:
            return False
        if spelt_out(letters, [word.text for word in words], loosely=True, any_order=True):
            return True
        theirs = (acronym.letters for acronym in acronyms(english))
        return any(_nearly(letters, other) for other in theirs if other not in source)
    initials = sorted(part.text[0].upper() for part in words_of(name) if part.text.lower() not in SMALL)
    return len(initials) > 1 and any(
        sorted(letters_of(word.text)) == initials for word in words if word.text.isupper()
    )


_SHORTEST = 3


def _nearly(letters: str, other: str) -> bool:
    """Are they the same letters but for one, in any order?"""
    left = list(other)
    for letter in letters:
        if letter in left:
            left.remove(letter)
    return abs(len(letters) - len(other)) <= 1 and len(left) <= 1


def in_institution(span: Span, english: str, source: str, language: str) -> bool:
    """Is a name part of an institution's that the source has by initials: Moscow State University, МГУ?

    Of initials that the tables know it must be theirs; of others one letter must begin the name.
    """
    run = next((r for s, e, r in capital_runs(english) if s <= span.start and span.end <= e), ())
    if len(run) < _SHORTEST or not _INSTITUTIONS & set(run):
        return False
    whole, initial = " ".join(run), span.of(english)[:1].lower()
    for found in _MIXED.finditer(source):
        if romanise(found.group(), language).upper() in english:
            continue  # it stands there itself
        terms = [term for _, term in terms_in(found.group(), language)]
        if any(full in whole for term in terms for full in term.full):
            return True
        if not terms and initial in romanise(found.group(), language).lower():
            return True
    return False


_MIXED = re.compile(r"(?<![\w-])[A-ZÀ-ÞА-ЯЁІЇЄҐ]{1,3}[a-zа-я]{0,2}[A-ZÀ-ÞА-ЯЁІЇЄҐ]{1,5}(?![\w])")
_INSTITUTIONS = frozenset(
    "Academy Agency Bank Bureau Center Centre College Commission Committee Council Foundation Fund Hospital Institute "
    "Ministry Department Museum School Service Society Union University Railways Association Federation Office".split()
)
