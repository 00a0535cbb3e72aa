"""Terms that English knows by initials, and how other languages call them: `data/acronyms.tsv` and `known.tsv`."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tqcheck.model import Span
from tqcheck.names.acronym.initials import SMALL, letters_of
from tqcheck.names.model import Bearer, NameKind
from tqcheck.names.tables import english, native, read
from tqcheck.names.text import fold_word, words_of

# Written without spaces, or with articles and particles joined to the word: forms are found inside words.
_UNSPACED = frozenset({"ar", "ja", "ko", "zh"})
_SHORT = re.compile(r"(?:[A-Z]\.)+|[A-Z][A-Za-z+&/$-]*[A-Z0-9$+][A-Z0-9s]*")


@dataclass(frozen=True, slots=True)
class Term:
    """`english`: acronyms and full names, the usual first."""

    english: tuple[str, ...]

    @property
    def acronyms(self) -> tuple[str, ...]:
        """Those of its English forms that are initials."""
        return tuple(form for form in self.english if _SHORT.fullmatch(form))

    @property
    def full(self) -> tuple[str, ...]:
        """Its English names of two words and more."""
        return tuple(form for form in self.english if " " in form)


@cache
def _rows() -> tuple[tuple[Term, dict[str, tuple[str, ...]]], ...]:
    rows = []
    for line in read("acronyms.tsv").splitlines():
        english, *cells = line.split("\t")
        others = dict(cell.split(" ", 1) for cell in cells)
        rows.append(
            (Term(tuple(english.split("|"))), {tag: tuple(c.split("|")) for tag, c in others.items()})
        )
    return tuple(rows)


@cache
def unjudged() -> frozenset[str]:
    """Letters of currency codes and everyday acronyms, which stand for what other languages call otherwise."""
    return frozenset(map(letters_of, _rows()[0][0].english))


@cache
def _terms() -> tuple[Term, ...]:
    known = (Term(bearer.english) for bearers in english().values() for bearer in bearers if _is_body(bearer))
    return tuple(dict.fromkeys([*known, *(term for term, _ in _rows()[1:])]))


@cache
def full_names() -> dict[str, tuple[Term, ...]]:
    """The stems of an English name in full, small words left out → the terms that have initials for it."""
    table: dict[str, list[Term]] = defaultdict(list)
    for term in _terms():
        for name in term.full if term.acronyms else ():
            table[" ".join(content_stems(name))].append(term)
    return {name: tuple(terms) for name, terms in table.items()}


@lru_cache(maxsize=4096)
def content_stems(name: str) -> tuple[str, ...]:
    """The words of an English name, small ones left out, folded and without a plural's s and a British spelling."""
    words = (word for word in re.findall(r"[^\W_]+(?:['’][^\W_]+)?", name) if word.lower() not in SMALL)
    return tuple(
        fold_word(re.sub("['’]s?$", "", word)).removesuffix("s").replace("isation", "ization")
        for word in words
    )


@cache
def by_letters() -> dict[str, tuple[Term, ...]]:
    """Letters of an acronym → the terms that it stands for."""
    table: dict[str, list[Term]] = defaultdict(list)
    for term in _terms():
        for acronym in term.acronyms:
            table[letters_of(acronym)].append(term)
    return {letters: tuple(terms) for letters, terms in table.items()}


@cache
def _forms(language: str) -> dict[str, tuple[Term, ...]]:
    """A language's form → its terms; of a spaced language, its words cut to their stems."""
    table: dict[str, dict[Term, None]] = defaultdict(dict)
    for term, others in _rows()[1:]:
        for form in others.get(language, ()):
            table[form if language in _UNSPACED else _stems(form)][term] = None
    for form, bearer in native(language).items():
        if _is_body(bearer):
            table[form if language in _UNSPACED else _stems(form)][Term(bearer.english)] = None
    return {form: tuple(terms) for form, terms in table.items() if form}


def _is_body(bearer: Bearer) -> bool:
    return bearer.kind in {NameKind.ORGANISATION, NameKind.COUNTRY}


@cache
def _beginnings(language: str) -> dict[str, tuple[str, ...]]:
    """First character or word → the forms that begin with it, the longest first."""
    table: dict[str, list[str]] = defaultdict(list)
    for form in _forms(language):
        table[form[0] if language in _UNSPACED else form.split(" ")[0]].append(form)
    return {start: tuple(sorted(forms, key=len, reverse=True)) for start, forms in table.items()}


@lru_cache(maxsize=512)
def terms_in(text: str, language: str, *, nested: bool = False) -> tuple[tuple[Span, Term], ...]:
    """The terms of a foreign text at their places, the longest at each; one form may have several.

    `nested`: also those within a longer one, as the country in its air force.
    """
    found = _unspaced(text, language) if language in _UNSPACED else _spaced(text, language)
    end, kept = 0, []
    for span, form in found:
        if nested or span.start >= end:
            kept += [(span, term) for term in _forms(language)[form]]
            end = max(end, span.end)
    return tuple(kept)


def _unspaced(text: str, language: str) -> Iterator[tuple[Span, str]]:
    starts = _beginnings(language)
    for at, char in enumerate(text):
        for form in starts.get(char, ()):
            if text.startswith(form, at):
                yield Span(at, at + len(form)), form


def _spaced(text: str, language: str) -> Iterator[tuple[Span, str]]:
    starts, words = _beginnings(language), words_of(text)
    stems = [_stem(word.text) for word in words]
    for at, stem in enumerate(stems):
        for form in starts.get(stem, ()):
            size = form.count(" ") + 1
            if stems[at : at + size] == form.split(" "):
                yield Span(words[at].span.start, words[at + size - 1].span.end), form


def _stems(form: str) -> str:
    return " ".join(_stem(word.text) for word in words_of(form))


# French and Italian elide articles and prepositions before vowels: l’ONU, dell’Unione.
_ELIDED = re.compile(r"(?:[dlnsjcmt]|qu|[dn]?ell|all|dall|sull|un)['’](?=\w)", re.IGNORECASE)


def _stem(word: str) -> str:
    """What inflection leaves of a word: three letters less, but never fewer than five. Acronyms keep their capitals."""
    word = _ELIDED.sub("", word, count=1)
    if len(word) < 8 and word.removesuffix("s").isupper():
        return word.removesuffix("s")
    folded = fold_word(word)
    return folded[: max(5, len(folded) - 3)]
