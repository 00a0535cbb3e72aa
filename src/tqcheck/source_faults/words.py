"""How usual a word of the source's language is, and whether a break or hyphen stands inside one."""

from __future__ import annotations

import re

from tqcheck.names.frequency import rank

# What a word has that no list has: rarer than the rarest of them (bins are hundredths of a bel below the commonest).
UNLISTED = 999
# A word used three times in a million (重要, 支柱, 建交). Of 1,815 pairs of neighbouring sentences of Chinese news, 2 seem
# to cut one; of 419 cuts at random, 181 are seen.
KNOWN = 550
# How much more usual the whole word is than the rarer of its halves: ten times.
_TENFOLD = 100
_HAN = re.compile(r"[\u3400-\u9fff]")


def rarity(word: str, language: str) -> int:
    """The bin of a word in the longest list that its language has; UNLISTED where it is in none.

    The lists are in small letters.
    """
    word = word.lower()
    place = rank(word, language, "small")
    if place is None:
        place = rank(word, language, "large")
    return UNLISTED if place is None else place


def is_usual(word: str, language: str) -> bool:
    """Whether a word is used three times in a million and more: quick, for the short list has all of these."""
    place = rank(word.lower(), language, "small")
    return place is not None and place <= KNOWN


def cuts_han_word(text: str, rest: str, language: str) -> bool:
    """Whether a break between two texts is inside a word (重 / 要) and its two halves are parts of no other."""
    if language not in {"zh", "ja"} or not _HAN.match(text[-1:]) or not _HAN.match(rest):
        return False
    for left, right in ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2)):
        before, after = text[-max(2, left) :], rest[: max(2, right)]
        if (
            is_usual(text[-left:] + rest[:right], language)
            and not is_usual(before, language)
            and not is_usual(after, language)
        ):
            return True
    return False


def cuts_word(left: str, right: str, language: str) -> bool:
    """Whether two halves are one usual word that was cut (gover / nment), and not two words."""
    if not left.isalpha() or not right.isalpha():
        return False
    if not is_usual(left + right, language):
        return False
    whole = rarity(left + right, language)
    return whole + _TENFOLD <= max(rarity(left, language), rarity(right, language))
