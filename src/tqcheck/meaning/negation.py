"""A "not" that only one side of a pair has: `data/negation.toml` has what negates, and what may stand for it."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from tqcheck.lexicon import english_words, stem
from tqcheck.model import Span

# What a rendering must be worth to say that the negated word stands on both sides (probabilities of the lexicon).
# Measured with what follows: where a negation was put into an English translation (ten languages) 58 in 100 are told,
# where the only one was taken out 28 in 100; of human translations into English (5.1 million words, ten languages) 0.07
# sentences per 1,000 words, a quarter of 50 read rightly, and none of 220,000 words of clean news.
_IN_ENGLISH, _IN_FOREIGN = 0.02, 0.1
# So many content words after an English negation may be the one negated ("did not once more rise").
_NEAR = 2
# Fewer English words are a saying or a call ("Don't drink and drive!"), rendered by whatever the language calls.
_SHORTEST = 5
_UNSPACED = ("zh", "ja", "ko")
# Letters beside a negation of these languages, and words beside one of the others, that hold what it negates.
_LETTERS = {"zh": (0, 4), "ja": (6, 0), "ko": (6, 0)}
_WORDS = {"de": (2, 2), "fr": (2, 2), "hi": (2, 0)}
_AFTER = (0, 2)
_WORD = r"[\w\u0900-\u0963]"  # with the vowel signs of Devanagari, which are no letters to `re`
_ENGLISH = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’-][A-Za-z]+)*")
# Of the English negations these stand before what they negate.
_BEFORE_ITS_WORD = re.compile(r"not|cannot|never|no|.*['’]?t", re.IGNORECASE)
_APOSTROPHE = re.compile(r"\s*['’‘`´]\s*")
_CLAUSE_END = re.compile(r"[.,;:?!—]")
_QUESTION = re.compile("[?？]")
# "No more than ten came", and "did not attract more than ten": at most ten.
_MORE_THAN = re.compile(r"(?:\W+\w+){0,4}?\W+more\s+than\b", re.IGNORECASE)
# Words between a negation and what it negates.
_EMPTY = frozenset(
    "be been being is are was were am have has had do does did will would shall should can could may might must get got a "
    "an the any that this these those it to of in on at for with as by his her their its our my your and so very quite all "
    "just really even ever actually fully yet also still already only much more most long such too particularly "
    "necessarily him them us you he she they we i me who what there one own same other some".split()
)


@dataclass(frozen=True, slots=True)
class NegationChange:
    """A negation on one side and none on the other: its place there, and the English word that both sides have.

    `is_free` where human translators put it so freely, "did not attend" for "stayed at home", "shallow" for "not deep".
    """

    foreign: Span | None
    english: Span | None
    negated: Span
    is_free: bool = False


@cache
def _table() -> dict[str, dict[str, str]]:
    path = files("tqcheck.meaning") / "data" / "negation.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _pattern(language: str, kind: str) -> re.Pattern[str]:
    body = "|".join(sorted(_table()[language].get(kind, "(?!)").split(), key=len, reverse=True))
    body = body.replace("_?", r"\s*").replace("_", r"\s+")
    if language in _UNSPACED:
        return re.compile(body)
    return re.compile(rf"(?<!{_WORD})(?:{body})(?!{_WORD})", re.IGNORECASE)


def knows(language: str) -> bool:
    """Whether there is a table of a language (primary subtag)."""
    return language in _table()


def negates(text: str, language: str) -> list[Span]:
    """The negations of a text that negate their clause; none in a language without a table."""
    return _negations(text, language)[0] if knows(language) else []


def _negations(text: str, language: str) -> tuple[list[Span], list[Span]]:
    """The negations of a text: those that negate their clause, and those of idioms."""
    text = _without_blanks(text, language)
    idioms = [Span(*match.span()) for match in _pattern(language, "idioms").finditer(text)]
    found: tuple[list[Span], list[Span]] = [], []
    for match in _pattern(language, "sure").finditer(text):
        span = Span(*match.span())
        found[_overlapped(span, idioms)].append(span)
    return found


def _overlapped(span: Span, others: Sequence[Span]) -> bool:
    """Whether one of the others, which are in order and apart, overlaps a span."""
    following = bisect_left(others, span.end, key=lambda other: other.start)
    return following > 0 and others[following - 1].end > span.start


def is_affirmative(text: str, language: str) -> bool:
    """Whether nothing in a text negates, or could stand for a negation; False without a table."""
    if language not in _table():
        return False
    text = _without_blanks(text, language)
    return not any(_pattern(language, kind).search(text) for kind in ("sure", "soft"))


def negated_in_english(foreign: str, english: str, language: str) -> NegationChange | None:
    """An English negation of what the foreign text says without one."""
    if _QUESTION.search(foreign + english) or not is_affirmative(foreign, language):
        return None
    negations = negates(english, "en")
    if not negations or len(_ENGLISH.findall(english)) < _SHORTEST:
        return None
    known = english_words(foreign, language)
    for negation in negations:
        if _quoted(negation.of(english), foreign):
            continue
        for word in _negated(english, negation):
            if known.get(stem(word.of(english)), 0.0) >= _IN_ENGLISH:
                is_free = bool(
                    _pattern("en", "free_verbs").fullmatch(word.of(english))
                    or _MORE_THAN.match(english, negation.end)
                )
                return NegationChange(None, negation, word, is_free)
    return None


def negated_in_foreign(foreign: str, english: str, language: str) -> NegationChange | None:
    """The only negation of a foreign text, of what the English says without one."""
    if _QUESTION.search(foreign + english):
        return None
    if language not in _table():
        return None
    negations, idiomatic = _negations(foreign, language)
    if len(negations) != 1 or idiomatic:
        return None
    if len(_ENGLISH.findall(english)) < _SHORTEST or not is_affirmative(english, "en"):
        return None
    before, after = _beside(foreign, negations[0], language)
    joined = english_words(before + after if language in _LETTERS else f"{before} {after}", language)
    rendered = [
        match
        for match in _ENGLISH.finditer(english)
        if match[0].lower() not in _EMPTY and joined.get(stem(match[0].lower()), 0.0) >= _IN_FOREIGN
    ]
    if not rendered:
        return None
    # What follows a negation is negated rather than what goes before it.
    follows = english_words(after, language)
    marked = max(rendered, key=lambda match: follows.get(stem(match[0].lower()), 0.0) >= _IN_FOREIGN)
    is_free = bool(_pattern("en", "free").search(english))
    return NegationChange(negations[0], None, Span(*marked.span()), is_free)


def _quoted(negation: str, foreign: str) -> bool:
    """Whether a contraction stands in the foreign text as it is, with whatever apostrophe: a song's name, a call."""
    bare = _APOSTROPHE.sub("", negation)
    return bare != negation and bare in _APOSTROPHE.sub("", foreign)


def _without_blanks(text: str, language: str) -> str:
    return _pattern(language, "blank").sub(lambda match: "□" * len(match[0]), text)


def _negated(text: str, negation: Span) -> Iterator[Span]:
    """The words that an English negation may negate."""
    written = negation.of(text)
    if not _BEFORE_ITS_WORD.fullmatch(written):
        return
    if written[0].isupper() and _continues(text, negation.start):
        return  # a title: "Eat This, Not That"
    found = 0
    for count, match in enumerate(_ENGLISH.finditer(text, negation.end)):
        word = match[0]
        if count > 7 or found == _NEAR or _CLAUSE_END.search(text[negation.end : match.start()]):
            return
        if word.lower() in _EMPTY or (word.endswith("ly") and count < 3):
            continue
        if word[0].isupper():
            return
        found += 1
        yield Span(*match.span())


def _continues(text: str, place: int) -> bool:
    """Whether a word, and no end of a clause, stands before a place."""
    while place and text[place - 1] in " ,":
        place -= 1
    return place > 0 and (text[place - 1].isalnum() or text[place - 1] == "_")


def _beside(text: str, negation: Span, language: str) -> tuple[str, str]:
    """What stands before and after a foreign negation, where the language puts what it negates."""
    if language in _LETTERS:
        before, after = _LETTERS[language]
        return text[max(0, negation.start - before) : negation.start], text[negation.end :][:after]
    before, after = _WORDS.get(language, _AFTER)
    left = re.findall(rf"{_WORD}+(?:['’-]{_WORD}+)*", text[: negation.start])
    right = re.findall(rf"{_WORD}+(?:['’-]{_WORD}+)*", text[negation.end :])
    return " ".join(left[len(left) - min(before, len(left)) :]), " ".join(right[:after])
