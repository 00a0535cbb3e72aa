"""What a word that is none was meant to be.

An unknown word alone proves nothing (dishes, drugs, new coinages); a slip shows by the common word that it is near, by
two words run together, or by an ending on a stem that is none. The channel is that of Church & Gale (1991) without its
counts: one letter missing, added, wrong, or two swapped; how much commoner the near word is stands for the rest.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tqcheck.names.english import is_english_word
from tqcheck.names.frequency import rank
from tqcheck.spelling.neighbours import Slip, neighbours
from tqcheck.spelling.words import LINKS, common, doubled, is_stem

# Hundredths of a bel below the commonest word: the long list ends at 800; what it does not hold is rarer.
UNLISTED = 850
# How common must be what no dictionary has, and what a word of few letters was meant to be, for it has many neighbours.
_VERY_COMMON = 400
_SHORT = {4: 430, 5: 500}
# Endings on stems that are none: multilaterisation.
_COINED = re.compile(r"(?:is|iz)ations?$|(?:is|iz)(?:ed|es|ing)$|fulness$|lessness$")
# Endings that English no longer puts to just any stem: among the 19,000 different words of published translations,
# those so ended are in the lists, but for a few that are wrong (indignance).
_CLOSED = re.compile(r"(?<![ai]bil)it(?:y|ies)$|ments?$|[ae]nces?$|ations?$")
# Only English, and the French that it has it from, ends words so: indispensitive, inspectators.
_ENGLISH = re.compile(r"(?:itive|ative|ational|mentations?|tators?)(?:ly)?$")
# No English word is made of the one and the other: ofthe, tothis.
_PREPOSITIONS = frozenset(
    "of to in on at by for from with and that as is through into over under about".split()
)
_DETERMINERS = frozenset("the this these those his their our your its".split())


def run_together(word: str) -> str | None:
    """`country the` for `countrythe`, `rounds` for `roundsrounds`; None if it is not two words in one."""
    if (half := doubled(word) or function_words(word)) is not None:
        return half
    for at in range(2, len(word) - 1):
        left, right = word[:at], word[at:]
        if left in LINKS and len(right) > 4 and right in common() and is_english_word(right):
            return f"{left} {right}"
        if right in LINKS and len(left) > 3 and left in common() and is_english_word(left):
            return f"{left} {right}"
    return None


def function_words(word: str) -> str | None:
    """`of the` for `ofthe`."""
    cuts = ((word[:at], word[at:]) for at in range(2, len(word) - 2))
    return next(
        (f"{left} {right}" for left, right in cuts if left in _PREPOSITIONS and right in _DETERMINERS), None
    )


def slips(word: str) -> tuple[Slip, ...]:
    """Common English words one slip away, commonest first; of any length, and whether or not they may well be meant."""
    return neighbours("en").of(word)


@lru_cache(maxsize=16384)
def near(word: str) -> tuple[str, ...]:
    """Common words one slip away that may be meant, commonest first."""
    return tuple(slip.meant for slip in slips(word) if may_be_meant(word, slip))[:3]


def may_be_meant(word: str, slip: Slip) -> bool:
    """A dictionary word, or a very common one; not krais for kris, nor hatcho (a miso) for hatch."""
    meant = slip.meant
    if slip.rank >= (_SHORT.get(len(word), 800) if is_english_word(meant) else _VERY_COMMON):
        return False
    return not (word[-1] in "aiou" and word[:-1] in {meant, meant[:-1]})


def coined(word: str) -> bool:
    """An unlisted word that English would make of a stem that is none (multilaterisation), or cannot make."""
    return bool(_COINED.search(word)) or impossible(word)


def impossible(word: str) -> bool:
    """An unlisted word with an ending that makes no new words: diplomaticity, enrollmentation."""
    closed = _CLOSED.search(word)
    return bool(_ENGLISH.search(word)) or (closed is not None and _is_base(word[: closed.start()]))


def _is_base(stem: str) -> bool:
    return any(is_stem(stem + ending) for ending in ("", "e", "y", "ate"))


@lru_cache(maxsize=4096)
def far(word: str) -> tuple[str, ...]:
    """Dictionary words within two slips of a long word, commonest first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    pool = _by_initial().get(word[:2], ())
    found = process.extract(word, pool, scorer=OSA.distance, score_cutoff=2, limit=8)
    return tuple(sorted((match[0] for match in found), key=lambda each: common().get(each, 999)))[:3]


@cache
def _by_initial() -> dict[str, list[str]]:
    pools: dict[str, list[str]] = {}
    for word in common():
        if len(word) > 6 and is_english_word(word):
            pools.setdefault(word[:2], []).append(word)
    return pools


def rarity(word: str) -> int:
    """Hundredths of a bel below the commonest word."""
    return rank(word, "en", "large") or UNLISTED
