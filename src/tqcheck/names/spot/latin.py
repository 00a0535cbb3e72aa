"""Latin script: capitalised words, in a language of its own or inside a text of another script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.names.frequency import word_bins, word_list
from tqcheck.names.model import Bearer, NameKind, Spotted, known_name
from tqcheck.names.tables import english_capitals, native
from tqcheck.names.text import Word, all_capitals, fold_word, words_of

# A name written in Latin letters inside a text of another script is copied; all-capitals may be spelt out.
_ISLAND = re.compile(
    r"(?<![A-Za-zÀ-ÿ0-9._@/#-])[A-ZÀ-Þ][a-zß-ÿ’']*[a-zß-ÿ](?:[ -][A-ZÀ-Þ][A-Za-zÀ-ÿ’'.]*)*(?![A-Za-zÀ-ÿ0-9_@/])"
)


def latin_islands(text: str) -> Iterator[Spotted]:
    """Names in Latin letters inside a text of another script."""
    for match in _ISLAND.finditer(text):
        written = match.group()
        parts = tuple(word.text for word in words_of(written) if len(word.text) > 1)
        sure = len(written) > 3 and any(not is_english_word(part.lower()) for part in parts)
        yield Spotted(Span(*match.span()), written, written.lower(), certain=sure, parts=parts)


# German common nouns that are places or people in the English dictionary's capitals, too.
_NOT_NAMES = frozenset(
    "essen halle hagen kiel rat bad stern markt kaiser bergen freitag sonntag montag dienstag mittwoch donnerstag "
    "samstag januar februar mai juni juli august september oktober dezember gott herr frau polizei".split()
)


def latin_names(text: str, language: str) -> Iterator[Spotted]:
    """Known names, and every other capitalised word, certain where it is hardly a word of its own language."""
    words = tuple(map(_without_article, words_of(text)))
    shouting = all_capitals(words)
    at, after_name = 0, False
    while at < len(words):
        size = _known_size(words, at, language)
        if size:
            yield _known(text, words[at : at + size], language, shouting=shouting)
            at, after_name = at + size, False
            continue
        word = words[at]
        name = word.capital and not word.text.isupper() and len(word.text) > 1
        if name:
            sure = not shouting and not word.initial and len(word.text) > 3
            sure = sure and _foreign_to(word.text, language, after_name=after_name)
            placed = at > 0 and not word.initial and words[at - 1].text.lower() in _BEFORE_PLACES
            kind = NameKind.PLACE if placed and language != "de" else NameKind.OTHER
            yield Spotted(word.span, word.text, word.folded, kind, sure, parts=(word.text,))
        after_name = name and not word.initial and _name_like(word.text, language)
        at += 1


# After these a capital may be a place's: à Périgueux, l’atelier de Périgueux.
_BEFORE_PLACES = frozenset("à vers de hacia em ad di".split())


# French and Italian elide articles and prepositions before vowels: d’Alsace, dell’Aquila.
_ELIDED = re.compile(r"(?:[dlnsjcmt]|qu|(?:d|n|s)?ell|all|dall|sull|un)['’](?=\w)", re.IGNORECASE)


def _without_article(word: Word) -> Word:
    match = _ELIDED.match(word.text)
    if match is None:
        return word
    rest = word.text[match.end() :]
    return Word(Span(word.span.start + match.end(), word.span.end), rest, fold_word(rest), word.initial)


def _known_size(words: tuple[Word, ...], at: int, language: str) -> int:
    """How many words the known name that begins here has; 0 if none does."""
    known = _latin_forms(language)
    for size in range(min(4, len(words) - at), 0, -1):
        first, last = words[at], words[at + size - 1]
        form = " ".join(word.folded for word in words[at : at + size])
        if form not in known or not last.capital or (size == 1 and not first.capital):
            continue
        if len(form) > 3 or first.text.isupper():
            return size
    return 0


def _known(text: str, words: tuple[Word, ...], language: str, *, shouting: bool) -> Spotted:
    form = " ".join(word.folded for word in words)
    bearer = _latin_forms(language)[form]
    span = Span(words[0].span.start, words[-1].span.end)
    single = len(words) == 1
    sure = bearer.kind is not NameKind.PLACE and not (single and (shouting or words[0].initial))
    sure = sure and len(form) > 2 and form not in _AMBIGUOUS_LATIN
    return known_name(span, span.of(text), bearer, certain=sure)


_AMBIGUOUS_LATIN = frozenset(
    {"america", "europa", "europe", "wales", "gales", "galles", "kreml", "cremlino", "kremlin", "emirate"}
)


def _foreign_to(word: str, language: str, *, after_name: bool) -> bool:
    """Is a capitalised word a name rather than a noun or part of a title, in its own language?"""
    folded = fold_word(word)
    if folded in _NOT_NAMES or is_english_word(word.lower()) or folded[:5] in _country_roots(language):
        return False
    if language == "de":  # all nouns have capitals; names are as common in other languages
        home, abroad = _share(word.lower(), "de"), max(_share(word.lower(), "en"), _share(word.lower(), "fr"))
        return word in english_capitals() and home < (30 if after_name else 3) * abroad
    home, abroad = _share(word.lower(), language), max(_share(word.lower(), "en"), _share(word.lower(), "de"))
    if word in english_capitals():
        return home < 3 * abroad
    return after_name and word.lower() not in _lexicon(language)


def _name_like(word: str, language: str) -> bool:
    return (word in english_capitals() or word.lower() not in _lexicon(language)) and not is_english_word(
        word.lower()
    )


@cache
def _country_roots(language: str) -> frozenset[str]:
    """How words for countries and their people begin."""
    return frozenset(
        fold_word(form)[:5] for form, bearer in native(language).items() if bearer.kind is NameKind.COUNTRY
    )


@cache
def _shares(language: str) -> dict[str, float]:

    return {word: 10 ** (-at / 100) for at, bin_ in enumerate(word_bins(language, "small")) for word in bin_}


def _share(word: str, language: str) -> float:
    return _shares(language).get(word, 1e-7)


@cache
def _lexicon(language: str) -> frozenset[str]:
    """The commoner words of a language (wordfreq's small list: once in a million words and more)."""

    return word_list(language, "small")


@cache
def _latin_forms(language: str) -> dict[str, Bearer]:
    table: dict[str, Bearer] = {}
    for form, bearer in native(language).items():
        plain = " ".join(fold_word(word.text) for word in words_of(form))
        table.setdefault(plain, bearer)
        if language == "de" and len(plain) > 3:
            table.setdefault(f"{plain}s", bearer)  # its genitive
    return table
