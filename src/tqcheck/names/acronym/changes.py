"""Acronyms of a translation that are not what the source stands for, or that nothing explains."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from tqcheck.model import Span
from tqcheck.names.acronym.initials import letters_of, spelt_out
from tqcheck.names.acronym.spoken import is_spoken
from tqcheck.names.acronym.spotting import Acronym, acronyms, has_cyrillic_acronym
from tqcheck.names.acronym.support import Article, expected, spelt_beside, stands_in, translated
from tqcheck.names.acronym.table import by_letters, terms_in
from tqcheck.names.english import is_english_word
from tqcheck.names.latin import LATIN
from tqcheck.names.tables import english_capitals
from tqcheck.names.text import words_of


@dataclass(frozen=True, slots=True)
class Lost:
    """What the source says by initials, or could be, and the translation in no form."""

    span: Span
    text: str
    english: tuple[str, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        """The initials that would stand for it."""
        return tuple(
            letters_of(form)
            for form in self.english
            if " " not in form and letters_of(form) and form[:2].isupper()
        )


@dataclass(frozen=True, slots=True)
class AcronymChange:
    """An acronym of the target that nothing stands for; `lost` is what it was probably meant to be.

    `near`: it is a slip away from the initials of `lost`. `known`: English knows the acronym for something.
    """

    acronym: Acronym
    lost: Lost | None
    near: str = ""
    translated: bool = False


@lru_cache(maxsize=2)
def article_changes(article: Article) -> tuple[tuple[AcronymChange, ...], ...]:
    """For each pair the acronyms of its target without a ground, with what they stand in the place of."""
    return tuple(tuple(_changes(article, at)) for at in range(len(article.targets)))


def changes(article: Article, at: int) -> tuple[AcronymChange, ...]:
    """Those of one pair."""
    return article_changes(article)[at]


def _changes(article: Article, at: int) -> Iterator[AcronymChange]:
    source, target = article.sources[at], article.targets[at]
    if not source or not target:
        return
    strange = [
        acronym
        for acronym in acronyms(target)
        if not article.known(acronym)
        and not spelt_beside(acronym, target)
        and not _placed(acronym, source, article.language)
    ]
    if not strange:
        return
    gone = lost(source, target, article.language)
    named = [Lost(Span(*place), text, english) for place, text, english in expected(source, article.language)]
    written = [acronym.letters for acronym in acronyms(target)]
    for acronym in strange:
        near = min(
            (
                (_slips(acronym.letters, letters), letters, each)
                for each in (named if _surely_no_other(acronym, target) else gone)
                for letters in each.letters
                # SFTZ, MSNBC: a place or owner before it. And who has each of them once has lost none.
                if not (len(letters) > 2 and acronym.letters.endswith(letters))
                and (
                    each in gone
                    or _bracketed(acronym, target)
                    or written.count(letters) < source.count(each.text)
                )
            ),
            key=lambda found: found[0],
            default=None,
        )
        if _shouted(acronym) and not (near and article.language not in LATIN):
            continue
        if near and near[0] <= _allowed(acronym.letters, near[1]):
            yield AcronymChange(acronym, near[2], near[1])
        elif is_spoken(acronym.letters, source, article.language):
            continue
        elif acronym.letters.isalpha() and not _shouted(acronym):  # B2, J1: shelves, floors, leagues
            copied = next(
                (each for each in gone if each.text == each.english[0] and each.text.isalpha()), None
            )
            yield AcronymChange(
                acronym, copied, translated=_may_be_translated(acronym, source, article.language)
            )


def _may_be_translated(acronym: Acronym, source: str, language: str) -> bool:
    """By the words of the source, its own acronyms in another script, or as a brand, which every script spells anew.

    Countries are names that have rules of their own.
    """
    if len(acronym.letters) > 5 or has_cyrillic_acronym(source):
        return True
    if any(
        " " not in form and form.istitle()
        for term in by_letters().get(acronym.letters, ())
        for form in term.english
    ):
        return True
    return translated(acronym.letters, source, language)


def _placed(acronym: Acronym, source: str, language: str) -> bool:
    """Is it a term's acronym with the initial of the place before the term: SFTZ, where Shanghai's zone is a PFTZ?"""
    return any(
        len(acronym.letters) > 3 and letters_of(short).endswith(acronym.letters[1:])
        for place, term in terms_in(source, language)
        if translated(acronym.letters[:1], source[max(0, place.start - 4) : place.start], language)
        for short in term.acronyms
    )


def _surely_no_other(acronym: Acronym, text: str) -> bool:
    """An acronym beside its name, or a long one that English does not know: a slip even where the right one stands, too."""
    return _bracketed(acronym, text) or (len(acronym.letters) > 3 and acronym.letters not in by_letters())


def _bracketed(acronym: Acronym, text: str) -> bool:
    return text[acronym.span.start - 1 : acronym.span.start] in {"(", "（"}


def _shouted(acronym: Acronym) -> bool:
    """A common word in capitals, for emphasis."""
    return (
        len(acronym.letters) > 2
        and is_english_word(acronym.text.lower())
        and acronym.text not in english_capitals()
    )


def lost(source: str, target: str, language: str, *, in_full: bool = False) -> list[Lost]:
    """What the source says by initials, or could be, and the target neither by them nor in full.

    `in_full`: a single word, as Emirates, is no full name.
    """
    words = [word.text for word in words_of(target)]
    written = [acronym.letters for acronym in acronyms(target)]
    found: dict[tuple[int, int], Lost] = {}
    rendered = set[tuple[int, int]]()
    for place, text, english in expected(source, language):
        initials = [
            form for form in english if " " not in form and len(letters_of(form)) > 1 and form[:2].isupper()
        ]
        if (
            any(stands_in(form, target) for form in english if not in_full or " " in form or form.isupper())
            or any(spelt_out(form, words, loosely=True, any_order=not in_full) for form in initials)
            # HKSAR, SFTZ: the place and the institution in one
            or any(
                len(form) > 2 and other.endswith(letters_of(form)) for form in initials for other in written
            )
        ):
            rendered.add(place)
        elif place in found:  # one form may name several
            found[place] = Lost(Span(*place), text, (*found[place].english, *english))
        else:
            found[place] = Lost(Span(*place), text, english)
    texts = {source[start:end] for start, end in rendered}
    return [each for place, each in found.items() if place not in rendered and each.text not in texts]


def _slips(one: str, other: str) -> int:
    return OSA.distance(one, other)


def _allowed(one: str, other: str) -> int:
    """Letters that may differ: one, of five and more two; of two letters the first stays, unless they changed places."""
    if min(len(one), len(other)) < 3 and one[:1] != other[:1] and sorted(one) != sorted(other):
        return 0
    return 2 if max(len(one), len(other)) > 4 else 1
