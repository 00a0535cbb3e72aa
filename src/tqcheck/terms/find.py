"""Where a text has which of many phrases, each word in whatever inflection; spans are exact.

Scripts without spaces are searched by characters, others word by word. "Health care", "health-care" and "healthcare"
are one phrase unless spelling is what matters.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from tqcheck.documents import primary_language
from tqcheck.model import Span
from tqcheck.terms.english import base_degrees
from tqcheck.terms.words import alike, folded, keys

T = TypeVar("T")

# Scripts that write no spaces: Han, kana, Thai, Lao, Khmer, Burmese.
_UNSPACED = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
_WORD = re.compile(rf"[^\W_{_UNSPACED}]+(?:['’][^\W_{_UNSPACED}]+)*")
_GAP = re.compile(r"[\s\u00a0\u202f]{1,3}|\s?[-‐‑\u00ad]\s?|\.|\. ")
_HYPHEN = re.compile("[-‐‑]")
_PLAIN = re.compile(rf"[^\W_{_UNSPACED}]+(?:[ '’\-‐‑]+[^\W_{_UNSPACED}]+)*")
_KATAKANA = re.compile("[\u30a0-\u30ff]")
SPACED_CHARACTER = rf"[^\W_{_UNSPACED}]"
"""One letter or digit of a script that writes spaces, as a pattern."""
_SPACED_CHARACTER = re.compile(SPACED_CHARACTER)
# Languages that write compounds in one word.
_COMPOUNDING = frozenset("da de et fi hu is nb nl nn no sv".split())


class Form(NamedTuple):
    """A phrase as a glossary has it; `case`: capitals matter; `part`: of speech, "" for any."""

    text: str
    case: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A phrase at a place, with what was said to stand for it."""

    span: Span
    values: tuple[T, ...]


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    text: str
    words: tuple[str, ...]
    form: Form
    value: T


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Span, ...]:
    """The spaced words of a text; a hyphen parts two."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))


class Finder(Generic[T]):
    """Finds phrases of one language.

    `forms` are phrases with their values. With `spelt_alike` a phrase is found only as it is spelt:
    not "email" for "e-mail".
    """

    def __init__(self, forms: Iterable[tuple[Form, T]], language: str, *, spelt_alike: bool = False) -> None:
        self.language = primary_language(language)
        self._spelt_alike = spelt_alike
        self._literal: dict[str, list[_Phrase[T]]] = defaultdict(list)
        self._by_key: dict[str, list[_Phrase[T]]] = defaultdict(list)
        self._joined: set[str] = set()
        self._has_degrees = False
        for form, value in dict.fromkeys(forms):
            self._add(form, value)

    def _add(self, form: Form, value: T) -> None:
        text, case, part = form
        self._has_degrees |= part in {"adjective", "adverb"} and self.language == "en"
        if not _PLAIN.fullmatch(text):
            phrase = _Phrase(text if case else _level(text), (), form, value)
            self._literal[_level(text)[:1]].append(phrase)
            return
        words = tuple(span.of(text) for span in tokens(text))
        spellings = [words]
        if not self._spelt_alike and len(words) > 1:
            spellings.append(("".join(words),))
        for spelling in spellings:
            for key in keys(spelling[0], self.language):
                self._by_key[key].append(_Phrase(text, spelling, form, value))
            if len(spelling) == 1:
                self._joined.add(folded(spelling[0])[:4])

    def all(self, text: str) -> list[Match[T]]:
        """Every match, overlapping ones too, in text order."""
        found: dict[Span, dict[T, None]] = defaultdict(dict)
        for span, phrase in (*self._words_in(text), *self._literals_in(text)):
            found[span][phrase.value] = None
        return [Match(span, tuple(found[span])) for span in sorted(found)]

    def longest(self, text: str) -> list[Match[T]]:
        """The matches left when of two that overlap the longer one stands, in text order."""
        kept: list[Match[T]] = []
        for match in sorted(self.all(text), key=lambda match: (-len(match.span), match.span)):
            if not any(match.span.overlaps(other.span) for other in kept):
                kept.append(match)
        return sorted(kept, key=lambda match: match.span)

    def _words_in(self, text: str) -> Iterator[tuple[Span, _Phrase[T]]]:
        if not self._by_key:
            return
        spans = tokens(text)
        for at, span in enumerate(spans):
            word = span.of(text)
            for phrase in self._beginning_with(word):
                if (end := self._end(phrase, text, spans, at)) is not None:
                    yield Span(span.start, end), phrase
            if self._spelt_alike or at + 1 == len(spans) or not _near(text, spans, at):
                continue
            both = word + spans[at + 1].of(text)
            if folded(both)[:4] in self._joined:
                for phrase in self._beginning_with(both):
                    # Two letters more are an ending, not the second half: Fußball is not in "Fußball-EM".
                    longer = len(phrase.words) == 1 and len(phrase.words[0]) > len(word) + 2
                    if longer and self._same(phrase, 0, both):
                        yield Span(span.start, spans[at + 1].end - _possessive(both)), phrase

    def _beginning_with(self, word: str) -> Iterable[_Phrase[T]]:
        known = keys(word, self.language)
        if self._has_degrees:
            known |= {*base_degrees(folded(word))}
        return {id(phrase): phrase for key in known for phrase in self._by_key.get(key, ())}.values()

    def _end(self, phrase: _Phrase[T], text: str, spans: Sequence[Span], at: int) -> int | None:
        """Where the phrase ends that begins with this word, None if it is another."""
        last = at + len(phrase.words) - 1
        if last >= len(spans) or not all(
            self._same(phrase, index, spans[at + index].of(text)) for index in range(len(phrase.words))
        ):
            return None
        if not all(_near(text, spans, place) for place in range(at, last)):
            return None
        end = spans[last].end
        written = text[spans[at].start : end]
        if self._spelt_alike and bool(_HYPHEN.search(written)) != bool(_HYPHEN.search(phrase.text)):
            return None
        return end - _possessive(spans[last].of(text))

    def _same(self, phrase: _Phrase[T], index: int, word: str) -> bool:
        own = phrase.words[index]
        part = _told_part(phrase.form.part, len(phrase.words), self.language)
        if not alike(own, word, self.language, spelt_alike=self._spelt_alike, part=part):
            return False
        return not phrase.form.case or _same_capitals(own, word)

    def _literals_in(self, text: str) -> Iterator[tuple[Span, _Phrase[T]]]:
        if not self._literal:
            return
        level = _level(text)
        for at, char in enumerate(level):
            for phrase in self._literal.get(char, ()):
                end = at + len(phrase.text)
                if (text if phrase.form.case else level).startswith(phrase.text, at) and _stands_free(
                    text, at, end
                ):
                    yield Span(at, end), phrase


def _near(text: str, spans: Sequence[Span], at: int) -> bool:
    """Whether nothing but a space, a hyphen or an abbreviation's full stop is between a word and the next."""
    gap = text[spans[at].end : spans[at + 1].start]
    return bool(_GAP.fullmatch(gap)) and ("." not in gap or len(spans[at]) <= 3)


def _possessive(word: str) -> int:
    """The length of the possessive ending, which no term has: of "Bank's" the term is "Bank"."""
    return 2 if re.search("['’][sS]$", word) else 0


def _same_capitals(own: str, word: str) -> bool:
    shared = 0
    while shared < min(len(own), len(word)) and own[shared].lower() == word[shared].lower():
        shared += 1
    return own[:shared] == word[:shared]


def _level(text: str) -> str:
    """Lower case with every character in its place."""
    lower = text.replace("\u00a0", " ").lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := char.lower()) == 1 else char for char in text)


def _stands_free(text: str, start: int, end: int) -> bool:
    """Whether the match is not a part of a longer word, as far as its script shows."""
    for inside, outside in ((start, start - 1), (end - 1, end)):
        if not 0 <= outside < len(text):
            continue
        for script in (_SPACED_CHARACTER, _KATAKANA):
            if script.match(text[inside]) and script.match(text[outside]):
                return False
    return True


def _told_part(part: str, size: int, language: str) -> str:
    """The part of speech that the words of a phrase are to have: of phrases in other languages each its own."""
    return part if size == 1 or language == "en" else ""


def stands(form: str, text: str, language: str, *, case: bool = False, part: str = "") -> bool:
    """Whether a text has a phrase in any way that a reader would take for it.

    As `Finder` finds it; with other words in between ("monetary and fiscal policy") or in another order ("policy on
    climate change"); as part of a compound.
    """
    own = [span.of(form) for span in tokens(form)]
    primary = primary_language(language)
    plain = bool(_PLAIN.fullmatch(form))
    if plain and len(own) > 1 and not part and not _may_have(own, text, primary):
        return False
    if Finder([(Form(form, case, part), None)], language).all(text):
        return True
    if not plain or case:
        return False
    said = [span.of(text) for span in tokens(text)]
    if primary in _COMPOUNDING and len(own) == 1 and len(own[0]) >= 4:
        stem = folded(own[0])
        return any(stem in folded(word) for word in said)
    part = _told_part(part, len(own), primary)
    places = [[at for at, word in enumerate(said) if alike(one, word, language, part=part)] for one in own]
    return len(own) > 1 and all(places) and _in_one_window(places, 2 * len(own) + 2)


def _may_have(words: Sequence[str], text: str, language: str) -> bool:
    """False where a text lacks one of the words; most texts do, and this is soon said."""
    said = _keys_in(text, language)
    return all(not said.isdisjoint(keys(word, language)) for word in words) or not said.isdisjoint(
        keys("".join(words), language)
    )


@lru_cache(maxsize=4096)
def _keys_in(text: str, language: str) -> frozenset[str]:
    return frozenset(key for span in tokens(text) for key in keys(span.of(text), language))


def _in_one_window(places: Sequence[Sequence[int]], size: int) -> bool:
    """Whether one place of each list lies within so many words of the others."""
    return any(
        all(any(first <= place < first + size for place in others) for others in places)
        for first in sorted(place for group in places for place in group)
    )
