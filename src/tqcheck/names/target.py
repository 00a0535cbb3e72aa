"""The names of an English target: known ones, and capitalised words in a row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.model import Span
from tqcheck.names.english import CALENDAR, is_english_word
from tqcheck.names.model import Bearer, NameKind
from tqcheck.names.tables import english, english_capitals, english_words
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
    """The names of an English target, in order."""
    words = words_of(text)
    headline = title_case(words, text)
    found: list[TargetName] = []
    at = 0
    while at < len(words):
        name = _known_at(text, words, at) or _capitals_at(text, words, at, headline=headline)
        if name is not None:
            found.append(name)
        at += 1
        while name is not None and at < len(words) and words[at].span.end <= name.span.end:
            at += 1
    return tuple(found)


def _known_at(text: str, words: tuple[Word, ...], at: int) -> TargetName | None:
    """The longest name of the tables that begins here."""
    if not words[at].capital:
        return None
    for size in range(min(5, len(words) - at), 0, -1):
        group = words[at : at + size]
        bearers = english().get(tuple(word.folded for word in group), ())
        if bearers and size > 1 and not group[-1].capital:
            continue  # the commission, of whatever kind
        if bearers and (size > 1 or _stands_alone(text, words, at, bearers[0].kind)):
            return _target_name(text, group, bearers, certain=group[-1].text not in _MEMBERS)
    return None


def _stands_alone(text: str, words: tuple[Word, ...], at: int, kind: NameKind) -> bool:
    """Is a single word surely that place or organisation: no short word, no Mobile or Split, no Abraham Lincoln?"""
    word = words[at]
    if len(word.text) < 4 and not word.text.replace(".", "").isupper():
        return False
    if kind is not NameKind.PLACE:
        return True
    if is_english_word(word.text.lower()) or word.folded in _ALSO_PEOPLE:
        return False
    neighbours = [(other, max(at, other)) for other in (at - 1, at + 1) if 0 <= other < len(words)]
    return not any(
        _adjacent(text, words, second) and words[other].capital and _carried_over(words[other])
        and (words[other].folded,) not in english()
        for other, second in neighbours
    )  # fmt: skip


def _capitals_at(text: str, words: tuple[Word, ...], at: int, *, headline: bool) -> TargetName | None:
    """The capitalised words in a row that begin here, up to the next known name."""
    if not _name_word(words[at], headline=headline):
        return None
    end = at + 1
    while end < len(words) and _name_word(words[end], headline=headline) and _adjacent(text, words, end):
        if _known_at(text, words, end) is not None:
            break
        end += 1
    group = words[at:end]
    while len(group) > 2 and is_english_word(group[0].text.lower()):
        group = group[1:]  # Mayor Thomas Becker
    certain = len(group[-1].text) > 2 and all(map(_carried_over, group))
    # A sentence's first word has its capital anyway: only the dictionary's names are names there.
    certain = certain and (len(group) > 1 or not group[0].initial or group[0].text in english_capitals())
    return _target_name(text, group, (), certain=certain)


def _carried_over(word: Word) -> bool:
    """A name that English takes over, not a word with a capital, an acronym or a term that is translated."""
    lower = word.text.lower()
    if word.folded in TRANSLATED or lower in english_words() or {lower, lower.removesuffix("s")} & CALENDAR:
        return False
    common = is_english_word(lower) or is_english_word(lower.removesuffix("s"))
    if common and word.text not in english_capitals():  # Becker is no one who becks
        return False
    if any(char.isupper() for char in word.text[1:3]) or "'" in word.text or "’" in word.text[:-2]:
        return False
    return not any(lower.startswith(prefix) and is_english_word(lower[len(prefix) :]) for prefix in _PREFIXES)


# Cities of these names are rarer in print than people.
_ALSO_PEOPLE = frozenset(
    "mary victoria charlotte sofia sophia alice augusta chelsea diana eugene irving jackson lincoln madison marion "
    "houston austin aurora savannah warren denton clinton tyler garland allen carson norman gary lawrence hamilton "
    "nelson regina burton preston bradford chester kent barry darwin logan paterson sterling cary cleveland santiago "
    "salvador cristina francisco jose maria franklin".split()
)
# Proper nouns and adjectives that every language has a word of its own for.
TRANSLATED = frozenset(
    "mediterranean atlantic pacific arctic antarctic antarctica baltic caribbean muslim muslims islam islamic islamist christian christians "
    "christianity christ jesus jew jews jewish judaism catholic catholics protestant protestants orthodox buddhist buddhists "
    "buddhism hindu hindus nazi nazis torah quran koran bible halloween olympic olympics olympian paralympic paralympics "
    "republican republicans democrat democrats marxist communist communists balkan balkans eurasia eurasian "
    "slavic arab arabs arabic latin latino roman romans medieval renaissance internet web bitcoin covid covid19 "
    "coronavirus ebola northwest northeast southwest southeast transatlantic satan lord god thanksgiving ramadan "
    "hanukkah asian asians african africans european europeans sunni shia shiite soviet soviets eastern western northern southern".split()
)
# Members of parliament, of which other languages need not say which.
_MEMBERS = frozenset({"MEP", "MEPs"})
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
