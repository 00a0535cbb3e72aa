"""Do letters stand for words: WHO for World Health Organization, METI for Ministry of Economy, Trade and Industry?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

# Words that initials may leave out.
SMALL = frozenset(
    "of the and for in on to a an de du des la le les y e et und der die das fur für by with against at or du al "
    "del della degli da do dos von".split()
)
_PARTS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_CONSONANTS = frozenset("bcdfghjklmnpqrstvwxz")


def letters_of(acronym: str) -> str:
    """Upper-case letters and digits of an acronym, without dots, hyphens and a plural's s."""
    return re.sub(r"[^A-Z0-9]", "", re.sub(r"(?<=[A-Z0-9])['’]?s$", "", acronym).upper())


@lru_cache(maxsize=8192)
def fits(acronym: str, phrase: str) -> bool:
    """Are the letters, in order, the beginnings of the phrase's words, all but small ones used?

    Of four and more, one word may give a consonant more: XDR-TB has two letters of tuberculosis.
    """
    letters = letters_of(acronym).lower()
    return _fits(letters, tuple(_PARTS.findall(phrase.lower())), spare=len(letters) // 4)


@lru_cache(maxsize=65536)
def _fits(letters: str, words: tuple[str, ...], *, spare: int) -> bool:
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    if word in SMALL and _fits(letters, rest, spare=spare):
        return True
    if not letters or not (word[0] == letters[0] or (letters[0] == "x" and word.startswith("ex"))):
        return False
    if _fits(letters[1:], rest, spare=spare):
        return True
    second = letters[1:2]
    return (
        spare > 0
        and second in _CONSONANTS
        and second in word[1:]
        and _fits(letters[2:], rest, spare=spare - 1)
    )


def spelt_out(acronym: str, words: Sequence[str], *, loosely: bool = False, any_order: bool = False) -> bool:
    """Do some of the words in a row begin with the letters? Lower-case words give one letter each.

    `loosely`: capitalised words in any order do too (a foreign acronym keeps its own), or give more letters than one.
    """
    letters = letters_of(acronym).lower()
    # Other acronyms, and itself, are no words that it is made of.
    folded = ["" if len(word) > 1 and word.isupper() else word.lower() for word in words]
    for at in range(len(words)):
        if folded[at][:1] != letters[:1] and not loosely:
            continue
        for size in range(1, min(len(letters) + 4, len(words) - at) + 1):
            run = tuple(folded[at : at + size])
            if not all(run):
                break
            if _fits(letters, run, spare=0) and (len(letters) > 2 or size > 1):
                return True
            if loosely and _capitals(words[at : at + size]):
                content = [word for word in run if word not in SMALL]
                if size > 1 and _fits(letters, run, spare=len(letters) // 4):
                    return True
                if (
                    any_order
                    and len(content) == len(letters) > 2
                    and sorted(w[0] for w in content) == sorted(letters)
                ):
                    return True
    return False


def _capitals(words: Sequence[str]) -> bool:
    ends = words[0][0].isupper() and words[-1][0].isupper()
    return ends and all(word[0].isupper() or word in SMALL for word in words)


def capital_runs(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """(start, end, words) of every run of two and more capitalised words, small words between them included.

    `Ministry of Economy, Trade and Industry` is one run, its comma included.
    """
    matches = list(_PARTS.finditer(text))
    at = 0
    while at < len(matches):
        end = at
        while end < len(matches) and _goes_on(text, matches, at, end):
            end += 1
        if end > at + 2 and matches[at + 1].group() == "the":  # Later the World Bank
            at += 2
        while end > at and matches[at].group().lower() in _OPENERS:
            at += 1
        while end > at and not matches[end - 1].group()[0].isupper():
            end -= 1
        if end > at:
            run = tuple(match.group() for match in matches[at:end])
            yield matches[at].start(), matches[end - 1].end(), run
        at = max(end, at + 1)


# What begins a sentence before a name, and is no part of it.
_OPENERS = SMALL | frozenset(
    "the a an this that these those his her its our their with from since as while when but".split()
)


def _goes_on(text: str, matches: Sequence[re.Match[str]], start: int, at: int) -> bool:
    word = matches[at].group()
    if at == start:
        return word[0].isupper()
    between = text[matches[at - 1].end() : matches[at].start()]
    if not re.fullmatch(r"[ \u00a0-]|, | & |['’]", between):
        return False
    return word[0].isupper() or word in SMALL
