"""What a text has at all, at little cost: most sentences have no number word, month or clock time to look for."""

from __future__ import annotations

import re
from functools import lru_cache

_LETTERS = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")


# Each stage looks at what the one before left of the text, most often all of it.
@lru_cache(maxsize=8)
def lowered(text: str) -> str:
    """The text in lower case, each character in its place."""
    return text.replace("İ", "i").lower()


@lru_cache(maxsize=8)
def words_of(text: str) -> frozenset[str]:
    """Every unbroken run of letters in the text, in lower case: "l’été 5km" has l, été and km."""
    return frozenset(words_in(text))


def words_in(text: str) -> list[str]:
    """The same in text order."""
    return _LETTERS.findall(lowered(text))


@lru_cache(maxsize=8)
def has_digit(text: str) -> bool:
    """Whether any character is a decimal digit."""
    return _DIGIT.search(text) is not None
