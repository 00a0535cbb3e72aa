"""What a word that is none was meant to be.

An unknown word alone proves nothing (dishes, drugs, new coinages); a slip shows by the common word that it is
near, by two words run together, or by an ending on a stem that is none.
"""

from __future__ import annotations

import re
from functools import cache

from tqcheck.names.english import is_english_word
from tqcheck.names.frequency import rank
from tqcheck.names.spelling import LINKS, common, doubled, is_stem

# Hundredths of a bel below the commonest word: the long list's end; once in 10,000 words; and how common must be what
# a word of few letters was meant to be, for it has many neighbours.
_RAREST, _VERY_COMMON = 800, 400
_SHORT = {4: 430, 5: 500}
# Endings on stems that are none: multilaterisation.
_COINED = re.compile(r"(?:is|iz)ations?$|(?:is|iz)(?:ed|es|ing)$|fulness$|lessness$")
# Endings that English no longer puts to just any stem: among the 19,000 different words of published translations,
# those so ended are in the lists, but for a few that are wrong (indignance).
_CLOSED = re.compile(r"(?<![ai]bil)it(?:y|ies)$|ments?$|[ae]nces?$|ations?$")
# Only English, and the French that it has it from, ends words so: indispensitive, inspectators.
_ENGLISH = re.compile(r"(?:itive|ative|ational|mentations?|tators?)(?:ly)?$")


def run_together(word: str) -> str | None:
    """`country the` for `countrythe`, `rounds` for `roundsrounds`; None if it is not two words in one."""
    if (half := doubled(word)) is not None:
        return half
    for at in range(3, len(word) - 2):
        left, right = word[:at], word[at:]
        if left in LINKS and len(right) > 4 and right in common() and is_english_word(right):
            return f"{left} {right}"
        if right in LINKS and len(left) > 3 and left in common() and is_english_word(left):
            return f"{left} {right}"
    return None


def near(word: str) -> tuple[str, ...]:
    """Common words one slip away (a letter left out, doubled, wrong, or two swapped), commonest first."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    slips = {left + right[1:] for left, right in splits if right}
    slips |= {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    slips |= {left + char + right[1:] for left, right in splits if right for char in letters}
    slips |= {left + char + right for left, right in splits for char in letters}
    known = [slip for slip in slips - {word} if slip in common() and _may_be_meant(word, slip)]
    return tuple(sorted(known, key=lambda slip: common()[slip]))[:3]


def _may_be_meant(word: str, slip: str) -> bool:
    """A dictionary word, or a very common one; not krais for kris, nor hatcho (a miso) for hatch."""
    if common()[slip] >= (_VERY_COMMON if not is_english_word(slip) else _SHORT.get(len(word), _RAREST)):
        return False
    return not (word[-1] in "aiou" and word[:-1] in {slip, slip[:-1]})


def slip_of(word: str) -> tuple[str, ...]:
    """What a listed word that no dictionary has is a usual misspelling of: wtih, satelite.

    The word list holds the slips of its corpora too; they are one slip from a word at least 100 times as common
    (two swapped letters, or one doubled or undoubled), or 1,000 times (one inner letter wrong, missing or added).
    """
    rarity = rank(word, "en", "large") or _RAREST
    found = []
    for each in near(word):
        lead = rarity - common()[each]
        simple = sorted(each) == sorted(word) or _squeezed(each) == _squeezed(word)
        inner = each[0] == word[0] and each[-1] == word[-1] and len(word) > 4
        if (lead >= 200 and simple) or (inner and lead >= (300 if len(word) > 6 else 400)):
            found.append(each)
    return tuple(found)


def _squeezed(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


def coined(word: str) -> bool:
    """An unlisted word that English would make of a stem that is none (multilaterisation), or cannot make."""
    return bool(_COINED.search(word)) or impossible(word)


def impossible(word: str) -> bool:
    """An unlisted word with an ending that makes no new words: diplomaticity, enrollmentation."""
    closed = _CLOSED.search(word)
    return bool(_ENGLISH.search(word)) or (closed is not None and _is_base(word[: closed.start()]))


def _is_base(stem: str) -> bool:
    return any(is_stem(stem + ending) for ending in ("", "e", "y", "ate"))


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
