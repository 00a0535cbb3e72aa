"""The names of an English target: known ones, and capitalised words in a row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.model import Span
from tqcheck.names.english import is_english_word
from tqcheck.names.model import Bearer, NameKind
from tqcheck.names.tables import english
from tqcheck.names.text import Word, title_case, words_of


@dataclass(frozen=True, slots=True)
class TargetName:
    """A name in the target: one or more words in a row. `bearers`: whom a country, city or organisation may be.

    `certain`: none of its words is a common word, or it is a known name.
    """

    span: Span
    text: str
    words: tuple[Word, ...]
    bearers: tuple[Bearer, ...] = ()
    certain: bool = False


@lru_cache(maxsize=512)
def target_names(text: str) -> tuple[TargetName, ...]:
    """The names of an English (or other Latin) target, in order."""
    words = words_of(text)
    headline = title_case(words)
    known = english()
    found: list[TargetName] = []
    at = 0
    while at < len(words):
        hit = _known_at(words, at, known)
        if hit is not None:
            size, bearers = hit
            found.append(_target_name(text, words[at : at + size], bearers, certain=True))
            at += size
            continue
        if not _name_word(words[at], headline=headline):
            at += 1
            continue
        end = at + 1
        while end < len(words) and _name_word(words[end], headline=headline) and _adjacent(text, words, end):
            if _known_at(words, end, known) is not None:
                break
            end += 1
        group = words[at:end]
        certain = len(group[-1].text) > 2 and all(map(_carried_over, group))
        found.append(_target_name(text, group, (), certain=certain))
        at = end
    return tuple(found)


def _carried_over(word: Word) -> bool:
    """A name that English takes over, not a word with a capital, an acronym or a term that is translated."""
    lower = word.text.lower()
    if is_english_word(lower) or word.folded in _TRANSLATED or any(char.isupper() for char in word.text[1:3]):
        return False
    return not any(lower.startswith(prefix) and is_english_word(lower[len(prefix) :]) for prefix in _PREFIXES)


# Proper nouns and adjectives that every language has a word of its own for.
_TRANSLATED = frozenset(
    "mediterranean atlantic pacific arctic antarctic antarctica baltic caribbean muslim muslims islam islamic islamist christian christians "
    "christianity christ jesus jew jews jewish judaism catholic catholics protestant protestants orthodox buddhist buddhists "
    "buddhism hindu hindus nazi nazis torah quran koran bible halloween olympic olympics olympian paralympic paralympics "
    "republican republicans democrat democrats marxist communist communists balkan balkans eurasia eurasian "
    "slavic arab arabs arabic latin latino roman romans medieval renaissance internet web bitcoin covid covid19 "
    "coronavirus ebola northwest northeast southwest southeast transatlantic satan lord god thanksgiving ramadan "
    "hanukkah sunni shia shiite soviet soviets eastern western northern southern".split()
)
_PREFIXES = tuple("hydro trans post pre anti non pro neo pan afro euro inter intra multi re un cyber".split())


def _target_name(
    text: str, words: tuple[Word, ...], bearers: tuple[Bearer, ...], *, certain: bool
) -> TargetName:
    span = Span(words[0].span.start, words[-1].span.end)
    return TargetName(span, span.of(text), words, bearers, certain)


def _adjacent(text: str, words: tuple[Word, ...], at: int) -> bool:
    return bool(re.fullmatch(r"[ \u00a0-]|\. ", text[words[at - 1].span.end : words[at].span.start]))


def _name_word(word: Word, *, headline: bool) -> bool:
    if not word.capital:
        return False
    common = is_english_word(word.text.lower())
    if word.initial or headline:
        return not common and len(word.text) > 2
    return True


def _known_at(
    words: tuple[Word, ...], at: int, known: dict[tuple[str, ...], tuple[Bearer, ...]]
) -> tuple[int, tuple[Bearer, ...]] | None:
    if not words[at].capital:
        return None
    for size in (5, 4, 3, 2, 1):
        group = words[at : at + size]
        if len(group) < size:
            continue
        bearers = known.get(tuple(word.folded for word in group))
        if bearers is None:
            continue
        only = group[0].text
        if size == 1 and (len(only) < 4 and not only.replace(".", "").isupper()):
            continue
        # Cities that are common words (Mobile, Split) and sentence openers are no sure names.
        if (
            size == 1
            and only.lower() != only
            and is_english_word(only.lower())
            and bearers[0].kind is NameKind.PLACE
        ):
            continue
        return size, bearers
    return None
