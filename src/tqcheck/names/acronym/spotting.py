"""Where a text has acronyms."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.model import Span
from tqcheck.names.acronym.initials import letters_of
from tqcheck.names.english import is_english_word
from tqcheck.names.romanise import romanise
from tqcheck.names.text import all_capitals, words_of

_ACRONYM = re.compile(
    r"(?<![A-Za-z0-9_.@/#&+])(?<![A-Z0-9]-)"
    r"(?:(?:[A-Z]\.){2,}|[A-Z]{2,8}\d{0,2}(?:-[A-Z]{2,4})?|[A-Z]{1,3}\d{1,2}|[A-Z][a-z][A-Z])s?"
    r"(?![A-Za-z0-9_@/&+]|\.[a-z]|,\d|\.\d|-\d|['’](?!s\b)[A-Za-z])"
)
_CYRILLIC = re.compile(r"(?<![\w.-])[А-ЯЁІЇЄҐ]{2,7}(?![\w])")
_MONEY = re.compile(r"(?:RMB|CNY|USD|HKD|EUR|GBP|JPY|NTD|HK|NT|AUD|CAD|RM|RS|MX)\d+")
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF10, 0xFF5B)}
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


@dataclass(frozen=True, slots=True)
class Acronym:
    """An acronym at its place; `letters` are its capitals and digits alone."""

    span: Span
    text: str
    letters: str


@lru_cache(maxsize=1024)
def acronyms(text: str) -> tuple[Acronym, ...]:
    """The acronyms in Latin letters of a text, in order; none in a line of capitals, no Roman numerals."""
    if all_capitals(words_of(text)):
        return ()
    plain = _plain(text)
    return tuple(
        Acronym(span := Span(*match.span()), span.of(text), letters)
        for match in _ACRONYM.finditer(plain)
        if not _beside_capitals(plain, match)
        and not _ROMAN.fullmatch(letters := letters_of(match.group()))
        and not _MONEY.fullmatch(letters)
        and 1 < len(letters) < 9
    )


def has_cyrillic_acronym(text: str) -> bool:
    """Has the text an acronym in Cyrillic letters?"""
    return _CYRILLIC.search(text) is not None


@lru_cache(maxsize=1024)
def cyrillic_letters(text: str, language: str) -> frozenset[str]:
    """The Cyrillic acronyms of a text in Latin letters: ФСБ is FSB."""
    return frozenset(romanise(found, language).upper() for found in _CYRILLIC.findall(text))


def _beside_capitals(text: str, match: re.Match[str]) -> bool:
    """Is it a word of a line or place in capitals: NEW YORK, DO NOT JUMP?"""
    after = re.match(r"[ -]([A-Z]{4,})(?![A-Za-z])", text[match.end() : match.end() + 20])
    before = re.search(r"(?<![A-Za-z])[A-Z]{4,}[ -]$", text[max(0, match.start() - 20) : match.start()])
    return bool(after or before) and match.group().isalpha() and is_english_word(match.group().lower())


def _plain(text: str) -> str:
    """The text with its capitals bare of accents, and wide letters as others are, each in its place: NKÚ is NKU."""
    if text.isascii():
        return text
    text = text.translate(_WIDE)
    return "".join(unicodedata.normalize("NFD", char)[0] if "À" <= char <= "Ž" else char for char in text)


def source_letters(text: str) -> frozenset[str]:
    """The letters of the acronyms of a source, in Latin script."""
    return frozenset(acronym.letters for acronym in acronyms(text))
