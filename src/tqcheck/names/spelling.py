"""Is it an English word? Word lists first, then how words are made: prefix, ending, compound.

An unknown word alone proves nothing (dishes, drugs, new coinages); a slip shows by the common word that it is
near, by two words run together, or by an ending on a stem that is none.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tqcheck.names.english import is_english_word
from tqcheck.names.frequency import word_bins, word_list
from tqcheck.names.tables import english_words

_PREFIXES = (
    "un re non over under anti pre post super multi micro macro psycho neuro bio geo eco hydro cyber tele poly mono bi "
    "tri semi sub inter intra trans hyper hypo pseudo ultra counter co de dis mis out fore mid self circum extra infra "
    "mega mini nano photo phospho thermo electro immuno cardio gastro radio socio techno turbo vice kilo giga milli "
    "auto agro aero astro quasi proto retro step uni omni tetra penta hexa octa iso meta para peri endo exo ferro "
    "chloro fluoro nitro oxy carbo lipo glyco cyto histo myo osteo dermo nephro hepato pyro cryo xeno be en em up down"
).split()
_SUFFIXES = (
    ("ness", ("",)), ("less", ("",)), ("like", ("",)), ("ly", ("", "le")), ("ism", ("", "e")), ("isms", ("", "e")),
    ("ist", ("", "e", "y")), ("ists", ("", "e", "y")), ("ize", ("", "y", "e")), ("ise", ("", "y", "e")),
    ("ized", ("", "y", "e")), ("ised", ("", "y", "e")), ("izing", ("", "y", "e")), ("ising", ("", "y", "e")),
    ("izes", ("", "y", "e")), ("ises", ("", "y", "e")), ("ization", ("", "y", "e")), ("isation", ("", "y", "e")),
    ("izer", ("", "y", "e")), ("iser", ("", "y", "e")), ("er", ("", "e")), ("ers", ("", "e")), ("or", ("", "e")),
    ("ors", ("", "e")), ("able", ("", "e")), ("ible", ("", "e")), ("ability", ("", "e")), ("hood", ("",)),
    ("ship", ("",)), ("ships", ("",)), ("wise", ("",)), ("ward", ("",)), ("wards", ("",)), ("fold", ("",)),
    ("ish", ("", "e")), ("y", ("", "e")), ("ier", ("y", "")), ("iest", ("y", "")), ("iness", ("y", "")),
    ("ily", ("y", "")), ("proof", ("",)), ("free", ("",)), ("ful", ("",)), ("al", ("", "e")), ("ally", ("", "e", "al")),
    ("ic", ("", "e", "y")), ("ical", ("", "e", "y")), ("ically", ("", "e", "y")), ("s", ("",)), ("es", ("", "e")),
    ("ies", ("y",)), ("ed", ("", "e")), ("ied", ("y",)), ("ing", ("", "e")), ("ings", ("", "e")), ("est", ("", "e")),
    ("ity", ("", "e")), ("ities", ("", "e")), ("ment", ("",)), ("ments", ("",)), ("ation", ("", "e", "ate")),
    ("ative", ("", "e", "ate")), ("ian", ("", "y")), ("ians", ("", "y")), ("gate", ("",)), ("esque", ("",)),
    ("dom", ("",)), ("ee", ("", "e")), ("ees", ("", "e")), ("ery", ("", "e")), ("age", ("",)), ("ifying", ("", "y", "e")),
    ("ified", ("", "y", "e")), ("ify", ("", "y", "e")), ("ification", ("", "y", "e")), ("man", ("",)), ("men", ("",)),
    ("people", ("",)), ("woman", ("",)), ("women", ("",)), ("ologist", ("", "e", "y")), ("ology", ("", "e", "y")),
    ("ance", ("", "e", "ate")), ("ence", ("", "e")), ("ant", ("", "e")), ("ive", ("", "e")), ("ous", ("", "e", "y")),
)  # fmt: skip

# What a word run into its neighbour begins or ends with; none of them forms compounds that way.
_LINKS = frozenset(
    "the and of to with from that this which for have has was were are not but their his its".split()
)

# Endings that make words of words: on a stem that is none they betray a coinage.
_COINED = re.compile(r"(?:is|iz)ations?$|(?:is|iz)(?:ed|es|ing)$|fulness$|lessness$")


@cache
def common() -> dict[str, int]:
    """Word → hundredths of a bel below the commonest, of words used once in a million or more."""
    return {word: at for at, words in enumerate(word_bins("en", "small")) for word in words}


@lru_cache(maxsize=16384)
def is_word(word: str) -> bool:
    """True for a lower-case word that English has, or makes of one that it has with one prefix or ending."""
    return _listed(word) or _made(word)


def _listed(word: str) -> bool:
    return _stem(word) or word in word_list("en", "large")


def _made(word: str) -> bool:
    for suffix, endings in _SUFFIXES:
        if not word.endswith(suffix) or len(word) - len(suffix) < 3:
            continue
        stem = word[: -len(suffix)]
        stems = [stem + ending for ending in endings]
        if stem[-1] == stem[-2]:
            stems.append(stem[:-1])
        if any(_listed(each) and (len(each) > 4 or _stem(each)) for each in stems):
            return True
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest is not word and len(rest) > 2 and (_stem(rest) or (len(rest) > 4 and _listed(rest))):
            return True
    return _compound(word) is not None


def _stem(word: str) -> bool:
    return len(word) > 2 and (word in common() or is_english_word(word))


def _compound(word: str) -> tuple[str, str] | None:
    """Two dictionary words that make a compound (homewear), or None."""
    for at in range(3, len(word) - 2):
        left, right = word[:at], word[at:]
        if left != right and not {left, right} & _LINKS and is_english_word(left) and is_english_word(right):
            return left, right
    return None


def run_together(word: str) -> str | None:
    """`country the` for `countrythe`, `rounds` for `roundsrounds`; None if it is not two words in one."""
    for at in range(3, len(word) - 2):
        left, right = word[:at], word[at:]
        if left == right and len(left) > 3 and left in common():
            return left
        if left in _LINKS and len(right) > 4 and right in common() and right in english_words() | _plural():
            return f"{left} {right}"
        if right in _LINKS and len(left) > 4 and left in common() and is_english_word(left):
            return f"{left} {right}"
    return None


@cache
def _plural() -> frozenset[str]:
    return frozenset(word for word in common() if word.endswith("s") and word[:-1] in english_words())


def near(word: str) -> tuple[str, ...]:
    """Common words one slip away (a letter left out, doubled, wrong, or two swapped), commonest first."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    splits = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    slips = {left + right[1:] for left, right in splits if right}
    slips |= {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    slips |= {left + char + right[1:] for left, right in splits if right for char in letters}
    slips |= {left + char + right for left, right in splits for char in letters}
    known = [
        slip for slip in slips - {word} if common().get(slip, 999) < (999 if is_english_word(slip) else 400)
    ]
    return tuple(sorted(known, key=lambda slip: common()[slip]))[:3]


def slip_of(word: str) -> tuple[str, ...]:
    """What a listed word that no dictionary has is a usual misspelling of: wtih, satelite.

    The word list holds the slips of its corpora too; they are one slip from a word at least 100 times as common
    (two swapped letters, or one doubled or undoubled), or 1,000 times (one inner letter wrong, missing or added).
    """
    rarity = _rarity(word)
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


@lru_cache(maxsize=1024)
def _rarity(word: str) -> int:
    """Hundredths of a bel below the commonest word, in the long list; 800, its end, for what is not in it."""
    return next((at for at, words in enumerate(word_bins("en", "large")) if word in words), 800)


def coined(word: str) -> bool:
    """An English ending on a stem that is no word: multilaterisation."""
    return bool(_COINED.search(word))


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
