"""Is a word of an English text a slip, and what was meant?

`lead` is how much commoner than what was written the near word is, in hundredths of a bel. The bounds were set on the
4,000 different words of the human side of public English translations (4.6 million words of text) that no dictionary
has: those within them were read, and 4 of 5 had to be slips.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from tqcheck.names.english import is_english_word
from tqcheck.names.tables import english_capitals, english_words
from tqcheck.spelling.neighbours import Edit, Slip
from tqcheck.spelling.slips import (
    UNLISTED,
    coined,
    far,
    function_words,
    impossible,
    may_be_meant,
    near,
    rarity,
    run_together,
    slips,
)
from tqcheck.spelling.words import american, common, is_compound, is_derived, made_of
from tqcheck.syntax.forms import NEGATED

# Least lead of a near word: by two swapped letters or a double one; by another letter inside; at either end.
_EASY, _INNER, _LAST, _FIRST = 200, 300, 330, 380
# Of what no list has: next to any near word will do.
_UNLISTED = 250
# Of what may have been made for the occasion (unvested, heatless): an ending or prefix, or two words.
_DERIVED, _COMPOUND = 400, 330
# A word of so few letters is as often an abbreviation or foreign, and one of two more that is listed a term (statin): its
# neighbours must tell.
_FEW = 4
# A capital is a name's, unless it is far less common than what it would be.
_CAPITAL, _EASY_CAPITAL = 350, 300
# The rarest word that a long unknown one, two letters away, may be meant for (once in 30,000 words).
_COMMON = 450
# A new word is one with a letter of these before it: eshop, ahistoric, icloud.
_BRANDS = "aei"


@lru_cache(maxsize=65536)
def is_word(word: str) -> bool:
    """A lower-case word of the dictionary or the short list, as they stand: what it may be meant for, context tells."""
    if word in english_words() or american(word) in english_words() or word in _VARIANTS:
        return True
    if word in common():  # the list has what its corpora have: ofthe, dont
        return function_words(word) is None and not (word.endswith("t") and f"{word[:-1]}'t" in NEGATED)
    return is_english_word(word) and rarity(word) < _SETTLED


# An inflected form that is in use (once in a million words); rarer ones (oftenly, proces) are looked at.
_SETTLED = 600


@lru_cache(maxsize=65536)
def slip_of(word: str) -> tuple[str, ...]:
    """What an unknown lower-case word was meant to be, likeliest first; nothing if it may well be a word."""
    if word.endswith(ARCHAIC):
        return ()
    if word[-1] == "s" and word[:-1] in common() and word[:-1] in english_words():
        return ()  # a plural
    found = [
        slip
        for slip in slips(word)
        if may_be_meant(word, slip) and _least_lead(word, slip) <= rarity(word) - slip.rank
    ]
    return tuple(slip.meant for slip in sorted(found, key=_cost))[:3]


# Of British English, which lists of American words have not, and still met.
_VARIANTS = frozenset(
    "connexion connexions gaoler gaolers waggon waggons cyder shew shewed shewn shewing shews".split()
)
ARCHAIC = ("eth", "est", "dst")
"""Endings of verbs of the King James Bible: springeth, goest, playedst."""


def _least_lead(word: str, slip: Slip) -> int:
    easy = slip.edit in (Edit.SWAPPED, Edit.DOUBLED)
    if slip.edit is Edit.ADDED and slip.first and word[0] in _BRANDS:
        return UNLISTED
    if rarity(word) == UNLISTED:
        least = _UNLISTED if len(word) > _FEW + 1 or easy else _LAST
    else:
        least = _EASY if easy else _FIRST if slip.first else _LAST if slip.last else _INNER
        if not easy and len(word) <= _FEW + 2:
            least = UNLISTED
    if made := _made(word, slip.meant):
        least = max(least, made)
    return least


@cache
def _bare() -> frozenset[str]:
    return frozenset(word for word in common() if len(word) > 3 and word in english_words())


@lru_cache(maxsize=65536)
def _made(word: str, meant: str) -> int:
    """The lead that a word needs which has been made of others; 0 if it has not.

    A word that exists blocks its double (Aronoff 1976): nobody makes presidental who has presidential. What is made at
    will is no double.
    """
    bases = made_of(word)
    if bases or is_english_word(word):
        blocked = (
            len(word) > 6
            and meant not in bases
            and any(meant.startswith(base[:-1]) for base in bases if word.startswith(base[:-1]))
            and not _is_made_at_will(word, meant, bases)
        )
        return 0 if blocked else _DERIVED
    if not is_compound(word):
        return 0
    return _DERIVED if _begins_compound(word, meant) else _COMPOUND


def _is_made_at_will(word: str, meant: str, bases: Iterable[str]) -> bool:
    """Is it a common word behind a prefix (outsing beside outing), or a verb's form that the near word is not (yielder
    beside yielded, but not moderater beside moderator)? Adjectives have no such forms: greated.
    """
    if any(base in _bare() and word.endswith(base) for base in bases):
        return True
    form = _FORM.search(word)
    return (
        form is not None
        and not re.search("ed$" if form[0] == "ed" else "[aeo]rs?$", meant)
        and not any(f"{base.removesuffix('e')}est" in english_words() for base in bases)
    )


_FORM = re.compile("(?:ed|ers?)$")


def _begins_compound(word: str, meant: str) -> bool:
    """Is it of two common words, and the near word a form of the first (trackbed, tracked)?"""
    cuts = ((word[:at], word[at:]) for at in range(4, len(word) - 2))
    return any(
        left in _bare()
        and common().get(right, UNLISTED) <= _COMMON
        and meant.removeprefix(left) in _INFLECTIONS
        for left, right in cuts
    )


_INFLECTIONS = frozenset(["ed", "ing", "er", "ers", "es", "s"])


def _cost(slip: Slip) -> int:
    easy = slip.edit in (Edit.SWAPPED, Edit.DOUBLED)
    return slip.rank - 100 * easy + 100 * slip.first


@lru_cache(maxsize=65536)
def slip_of_capital(word: str, *, initial: bool) -> tuple[str, ...]:
    """What an unknown word with a capital was meant to be. `initial`: it begins a sentence. `word` is lower-case."""
    if len(word) < (4 if initial else 6):
        return ()
    chinese = _PINYIN.fullmatch(word) is not None
    found = [
        slip
        for slip in slips(word)
        if _capital(word, slip, initial) and (not chinese or (initial and slip.edit is Edit.SWAPPED))
    ]
    return tuple(slip.meant for slip in sorted(found, key=_cost))[:3]


def is_name(meant: tuple[str, ...]) -> bool:
    """Is what was meant a name?"""
    return any(each.capitalize() in english_capitals() for each in meant)


def _capital(word: str, slip: Slip, initial: bool) -> bool:
    """Names are spelt in many ways: only what is no surname's ending, and by a slip of the hand."""
    easy = slip.edit in (Edit.SWAPPED, Edit.DOUBLED)
    proper = slip.meant.capitalize() in english_capitals()
    if not (proper or slip.meant in english_words()):
        return False
    if (slip.edit is not Edit.SWAPPED and slip.first) or (
        slip.last and slip.edit in (Edit.ADDED, Edit.WRONG)
    ):
        return False
    if len(word) < 6 and not (easy and slip.rank < _VERY_COMMON):
        return False
    if not (proper or initial) and len(slip.meant) < _TITLE:
        return False
    if proper and slip.rank > _KNOWN_NAME and slip.edit is not Edit.SWAPPED:
        return False
    least = _EASY_CAPITAL if easy else _CAPITAL
    if initial and not proper and len(slip.meant) >= _TITLE:
        least -= _INITIAL
    return rarity(word) - slip.rank >= least


# As common as once in 3,000 words: a short word that begins a sentence is one of these.
_VERY_COMMON = 350
# As common as Russia and Wednesday: a rarer name has namesakes that are spelt otherwise.
_KNOWN_NAME = 450
# What begins a sentence has a capital for that.
_INITIAL = 50
# Common words of titles and institutions are long; what is near a short one is a surname (Merley).
_TITLE = 7
# Chinese names: their syllables run together look like English participles (Daxing, Weiling).
_PINYIN = re.compile(
    "(?:(?:[zcs]h?|[bpmfdtnlgkhjqxryw])?(?:i?ang?|i?ong|[iu]?e?ng?|uang?|iao?|uai?|[aeo]i|ao|i?u|uo|ou|[iu]e|ui|er|[aeiou]))"
    "{2,3}"
)


@lru_cache(maxsize=65536)
def judge(word: str) -> tuple[str, ...] | None:
    """None for a lower-case word that is one; otherwise what was meant (nothing if the word is only coined)."""
    if is_word(word) or (word.endswith("eth") and is_english_word(word[:-3])):
        return None
    if (negated := f"{word[:-1]}'t") in NEGATED and word.endswith("t"):
        return (negated,)
    if found := slip_of(word):
        return found
    joined = run_together(word)
    if joined is not None and (rarity(word) == UNLISTED or word not in english_words()):
        return (joined,)
    if rarity(word) < UNLISTED or (not impossible(word) and (is_derived(word) or is_compound(word))):
        return None
    meant = near(word) or (far(word) if len(word) > 7 and impossible(word) else ())
    return meant or (() if coined(word) and _has_common_stem(word) else None)


def _has_common_stem(word: str) -> bool:
    """Does it begin as a common word does (multilaterisation), not as a term of a science does (trabeculations)?"""
    return word[:_STEM] in _stems()


# Letters that make a stem that readers know.
_STEM = 6


@cache
def _stems() -> frozenset[str]:
    return frozenset(word[:_STEM] for word in common() if len(word) > _STEM)


def is_impossible(word: str) -> bool:
    """Is a lower-case word that no list has made in a way that English does not make words?"""
    return rarity(word) == UNLISTED and not is_word(word) and impossible(word)


def is_joined(word: str, meant: str) -> bool:
    """Is what was meant two words run together, or the half of one said twice?"""
    return " " in meant or meant * 2 == word


def contraction(word: str) -> str | None:
    """What a misspelt contraction with not was meant to be (dosen't, did't); None for one that is right or none."""
    from rapidfuzz.distance import OSA

    if word in NEGATED:
        return None
    near_ones = [each for each in NEGATED if OSA.distance(word, each, score_cutoff=1) == 1]
    return near_ones[0] if len(near_ones) == 1 and len(word) > 5 else None
