"""Hindi: names that the tables know, people behind their titles, and words that no Hindi text has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from tqcheck.lexicon import english_words, is_covered, stem
from tqcheck.model import Span
from tqcheck.names.devanagari import latin_initials
from tqcheck.names.english import is_english_word
from tqcheck.names.frequency import rank, word_list
from tqcheck.names.model import Bearer, NameKind, Spotted, known_name
from tqcheck.names.plain import plain
from tqcheck.names.sound import evidence
from tqcheck.names.spot.hindi_sound import foreignness
from tqcheck.names.tables import native

_LETTERS = "[\u0900-\u0963\u0970-\u097f]"
WORD = re.compile(rf"{_LETTERS}+(?:\.{_LETTERS}+)*")
_LONGEST = 4
_DOLLAR = re.compile(r"\.? ?डॉलर")  # the currency

_TITLES = frozenset(
    "श्री श्रीमती सुश्री मि मिस्टर मिस मिसेज डॉ डॉक्टर प्रो प्रोफेसर राष्ट्रपति उपराष्ट्रपति प्रधानमंत्री मंत्री मुख्यमंत्री राज्यपाल गवर्नर "
    "सीनेटर जनरल कर्नल कप्तान अध्यक्ष प्रवक्ता निदेशक चांसलर जज जस्टिस न्यायमूर्ति सांसद विधायक पोप राजा रानी राजकुमार "
    "राजकुमारी महारानी सचिव".split()
)


def hindi_names(text: str) -> Iterator[Spotted]:
    """Countries, organisations and cities; up to three words behind a title; transliterated words."""
    words = [Span(*match.span()) for match in WORD.finditer(text)]
    at = 0
    titled = 0  # how many more words may be the name of a title's bearer
    while at < len(words):
        size, bearer = _known(text, words, at)
        if bearer is not None:
            span = Span(words[at].start, words[at + size - 1].end)
            yield known_name(
                span,
                span.of(text),
                bearer,
                certain=_surely(span.of(text), bearer) and not _DOLLAR.match(text, span.end),
            )
            at, titled = at + size, 0
            continue
        word = words[at].of(text)
        if plain(word, "hi") in _TITLES:
            titled = 3
        elif titled and _name_like(word):
            yield Spotted(words[at], word, plain(word, "hi"), NameKind.PERSON, certain=True, parts=(word,))
            titled -= 1
        else:
            titled = 0
            if _acts(text, words, at):
                kind = NameKind.PERSON
                yield Spotted(words[at], word, plain(word, "hi"), kind, certain=True, parts=(word,))
            elif letters := latin_initials(word):
                # An organisation's, not part of the name of the person beside it.
                kind = NameKind.ORGANISATION
                yield Spotted(
                    words[at], word, letters, kind, certain=True, parts=(letters,), hints=(letters,)
                )
            elif at + 1 < len(words) and (loans := _loans(text, words[at], words[at + 1])):
                span = Span(words[at].start, words[at + 1].end)
                yield Spotted(span, span.of(text), plain(span.of(text), "hi"), certain=True, parts=loans)
                at += 1
            elif (sure := _named(word)) or _unheard(word):
                yield Spotted(words[at], word, plain(word, "hi"), certain=sure, parts=(word,))
        at += 1


def _acts(text: str, words: Sequence[Span], at: int) -> bool:
    """Does a word that no list knows do something, as the particle after it says: कुलथेकर ने?"""
    word = words[at].of(text)
    if at + 1 == len(words) or text[words[at].end : words[at + 1].end] != " ने":
        return False
    return _unheard(word) and foreignness(word) > _HARDLY and not word.endswith(_PLURALS)


# Endings of plurals, and of words for those who do something: वैज्ञानिकों, निर्माता, कलाकार.
_PLURALS = (
    "ों",
    "ओं",
    "ता",
    "कार",
    "दार",
    "वाले",
    "वाला",
    "कर्मी",
    "गण",
    "जन",
    "मंडल",
    "पति",
    "मंत्री",
    "स्वामी",
    "वादी",
    "दल",
)


def _known(text: str, words: Sequence[Span], at: int) -> tuple[int, Bearer | None]:
    """(number of words, bearer) of the longest known form that begins here; (1, None) if there is none."""
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        chunk = words[at : at + size]
        if any(text[a.end : b.start] not in {" ", "-", ". "} for a, b in pairwise(chunk)):
            continue
        bearer = _forms().get(" ".join(_bare(span.of(text)) for span in chunk))
        if bearer is not None:
            return size, bearer
    return 1, None


@cache
def _forms() -> dict[str, Bearer]:
    table: dict[str, Bearer] = {}
    for form, bearer in native("hi").items():
        table.setdefault(" ".join(_bare(word) for word in re.split(r"[\s-]+", form)), bearer)
    return table


def _bare(word: str) -> str:
    return plain(word, "hi").replace(".", "")


def _surely(form: str, bearer: Bearer) -> bool:
    """A country or organisation, and a city that is no word: not आनंद (joy), मोबाइल (mobile)."""
    if bearer.kind is not NameKind.PLACE:
        return len(form) > 2
    if (
        len(form) < 4
        or plain(form, "hi") in _WORDS_TOO
        or any(is_english_word(name.lower()) for name in bearer.english)
    ):
        return False
    best = _best(form)
    if not best and rank(form, "hi", "small") is not None:
        return False
    return not best or any(best == stem(word) for name in bearer.english for word in name.split())


# Towns whose names are words that are far commoner: joy, ocean, face, king, gone.
_WORDS_TOO = frozenset(plain(word, "hi") for word in "आनंद आनन्द सागर सूरत राजा गया पाली पूरी भारती".split())


@lru_cache(maxsize=8192)
def _best(word: str) -> str:
    """The likeliest translation's stem, "" if there is none."""
    found = english_words(word, "hi")
    return max(found, key=lambda english: found[english], default="")


@lru_cache(maxsize=8192)
def _name_like(word: str) -> bool:
    """Has it no translation but its sound?"""
    place = rank(word, "hi", "small")
    if len(word) < 3 or (place is not None and place < _TOO_COMMON):
        return False
    best = _best(word)
    if best:
        return evidence(word, best, "hi") > 0.3
    return plain(word, "hi") not in _common() and foreignness(word) > _HARDLY


_TOO_COMMON = 340  # hundredths of a bel: once in 2,500 words, as no one's name is


@lru_cache(maxsize=8192)
def _named(word: str) -> bool:
    """Is it rendered by its sound, which is no English word, or is it a rare word of foreign sounds?"""
    best = _best(word)
    if best and evidence(word, best, "hi") > _LOAN:
        if plain(word, "hi") in _common() and not (
            english_words(word, "hi")[best] >= _MOSTLY and foreignness(word) > _LIKELY
        ):
            return False  # देंगे, they will give, sounds like dengue
        return len(best) > 3 and not any(is_english_word(best + ending) for ending in _DERIVED)
    return _unheard(word) and foreignness(word) > _SURELY and not _compound(word)


def _loans(text: str, one: Span, two: Span) -> tuple[str, ...]:
    """Two words that are English ones, as names are that English has made: क्राउन ऑफिस. Some word will render either."""
    if text[one.end : two.start] != " ":
        return ()
    words = one.of(text), two.of(text)
    if min(map(len, words)) < _SHORTEST:
        return ()
    return words if all(map(_loan, words)) else ()


_SHORTEST = 4  # characters of a word: the shorter ones sound like anything


@lru_cache(maxsize=8192)
def _loan(word: str) -> bool:
    best = _best(word)
    return evidence(word, best, "hi") > _LOAN if best else _unheard(word) and foreignness(word) > _LIKELY


# Log odds of words beside nothing that tells, of those beside another loan word, and of those that a title or what
# they do tells.
_SURELY, _LIKELY, _HARDLY = 3.0, 1.0, -3.0
# Evidence in nats per letter that a translation is the word's sound; the share of translations from which it is the one.
_LOAN, _MOSTLY = 0.7, 0.5


def _compound(word: str) -> bool:
    """Is it made of two words that the lexicon knows, as borrowed nouns are: हेयरस्टाइल?"""
    cuts = range(_PART, len(word) - _PART + 1)
    return any(is_covered(word[:cut], "hi") and is_covered(word[cut:], "hi") for cut in cuts)


_PART = 2  # characters


def _unheard(word: str) -> bool:
    return len(word) > 3 and not is_covered(word, "hi") and plain(word, "hi") not in _common()


_DERIVED = (
    "",
    "ee",
    "te",
    "t",
    "e",
    "a",
    "i",
    "y",
    "o",
    "er",
    "or",
    "ion",
    "ic",
    "al",
    "us",
    "um",
    "is",
    "ist",
    "ism",
    "ia",
    "ies",
)


@cache
def _common() -> frozenset[str]:
    return frozenset(plain(word, "hi") for word in word_list("hi", "small"))
