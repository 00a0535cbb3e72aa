"""What an unknown English word may be meant for that is more than one slip away, and words spelt as they sound.

Context must want it: see `tqcheck.spelling.trials`.
"""

from __future__ import annotations

from functools import cache, lru_cache

from tqcheck.names.tables import english_words
from tqcheck.spelling.context import Option
from tqcheck.spelling.english import ARCHAIC, is_word
from tqcheck.spelling.neighbours import Edit, Slip
from tqcheck.spelling.slips import rarity
from tqcheck.spelling.words import common, is_compound, is_derived, made_of

# The rarest word that may be meant, of jumbled letters and of two slips; how rare what is written must be, and how much
# rarer (hundredths of a bel).
_RAREST_JUMBLED, _RAREST, _RARE, _LEAD = 480, 540, 700, 250
# Fewer letters are two slips from too many words; jumbled they are from few.
_SHORTEST, _SHORTEST_JUMBLED = 7, 4
# Least gain (nats): of 10 that were found at 8 in 39,000 human sentences the 5 wrong ones (tochu, a tea; graffited) gained
# less. In 219,000 words of clean reference translations nothing is found.
_GAIN = 10.0
_SLIPS = 2
_MOST = 5  # words that may be meant
_VOWELS = frozenset("aeiouy")
# Letters that sound alike somewhere.
_ALIKE = frozenset(map(frozenset, ("cs", "ct", "ck", "sz", "gj", "st", "td")))


def by_ear(word: str, slip: Slip) -> bool:
    """Is one letter another that may sound the same (seperate, relevent, residencial)?"""
    if slip.edit is not Edit.WRONG:
        return False
    one, other = next((a, b) for a, b in zip(word, slip.meant, strict=True) if a != b)
    return {one, other} <= _VOWELS or frozenset((one, other)) in _ALIKE


@lru_cache(maxsize=65536)
def distant(word: str) -> tuple[Option, ...]:
    """Common words with the same letters in another order, or two slips from a long word, that context may want."""
    if len(word) < _SHORTEST_JUMBLED or rarity(word) < _RARE or is_word(word):
        return ()
    if word.endswith(ARCHAIC) or made_of(word) or is_derived(word) or is_compound(word):
        return ()
    meant = [
        *(each for each in _jumbled().get("".join(sorted(word)), ()) if each != word),
        *(_within_two(word) if len(word) >= _SHORTEST else ()),
    ]
    enough = (each for each in dict.fromkeys(meant) if rarity(word) - common()[each] >= _LEAD)
    return tuple(Option((each,), _GAIN) for each in enough)[:_MOST]


def _within_two(word: str) -> list[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    pool = _by_initial().get(word[0], ())
    found = process.extract(word, pool, scorer=OSA.distance, score_cutoff=_SLIPS, limit=_MOST)
    return sorted((match[0] for match in found), key=lambda each: common()[each])


@cache
def _by_initial() -> dict[str, list[str]]:
    pools: dict[str, list[str]] = {}
    for word, place in common().items():
        if len(word) >= _SHORTEST - 1 and place < _RAREST and word in english_words():
            pools.setdefault(word[0], []).append(word)
    return pools


@cache
def _jumbled() -> dict[str, list[str]]:
    by_letters: dict[str, list[str]] = {}
    for word, place in common().items():
        if len(word) >= _SHORTEST_JUMBLED and place < _RAREST_JUMBLED and word in english_words():
            by_letters.setdefault("".join(sorted(word)), []).append(word)
    return by_letters
