"""Is it an English word? Word lists first, then how words are made: prefix, ending, compound.

Where a word that is none comes from is `tqcheck.spelling.slips`' matter.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    ("ian", ("", "y")), ("ians", ("", "y")), ("gate", ("",)), ("esque", ("",)),
    ("dom", ("",)), ("ee", ("", "e")), ("ees", ("", "e")), ("ery", ("", "e")), ("ifying", ("", "y", "e")),
    ("ified", ("", "y", "e")), ("ify", ("", "y", "e")), ("ification", ("", "y", "e")), ("man", ("",)), ("men", ("",)),
    ("people", ("",)), ("woman", ("",)), ("women", ("",)), ("ologist", ("", "e", "y")), ("ology", ("", "e", "y")),
    ("ant", ("", "e")), ("ive", ("", "e")), ("ous", ("", "e", "y")),
)  # fmt: skip

# What a word run into its neighbour begins or ends with; none of them forms compounds that way.
LINKS = frozenset(
    "the and of to with from that this which for have has was were are not but their his its they them when every also".split()
)


@cache
def common() -> dict[str, int]:
    """Word → hundredths of a bel below the commonest, of words used once in a million or more."""
    return {word: at for at, words in enumerate(word_bins("en", "small")) for word in words}


def american(word: str) -> str:
    """`memorize` for `memorise`: the dictionary has American spellings."""
    return (
        word.replace("isation", "ization")
        .replace("ise", "ize")
        .replace("ising", "izing")
        .replace("our", "or")
    )


def made_of(word: str) -> tuple[str, ...]:
    """The dictionary words that one prefix or ending makes a word of."""
    return tuple(base for base in _bases(word) if len(base) > 3 and base in english_words())


@lru_cache(maxsize=16384)
def is_derived(word: str) -> bool:
    """A word with one prefix or ending that makes new words."""
    bases = tuple(_bases(word))
    # The long list is unpacked only for what is not made of a common word either.
    return any(map(is_stem, bases)) or any(
        len(base) > 4 and base in word_list("en", "large") for base in bases
    )


def _bases(word: str) -> Iterator[str]:
    """What a word would be made of, if its ending or beginning is one."""
    for suffix, endings in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) > 2:
            stem = word[: -len(suffix)]
            yield from (stem + ending for ending in endings)
            if stem[-1] == stem[-2]:
                yield stem[:-1]
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            yield word.removeprefix(prefix)


def is_stem(word: str) -> bool:
    """A word that others are made of: common, or in the dictionary."""
    return len(word) > 2 and (word in common() or is_english_word(word))


def is_compound(word: str) -> bool:
    """Two dictionary words in one (homewear); a plural begins none, and a word said twice is none."""
    if doubled(word) is not None:
        return False
    for at in range(3, len(word) - 2):
        left, right = word[:at], word[at:]
        if left == right or _is_plural(left) or {left, right} & LINKS:
            continue
        if is_english_word(left) and is_english_word(right):
            return True
    return False


def _is_plural(word: str) -> bool:
    if not word.endswith("s"):
        return False
    return is_english_word(word[:-1]) or (word.endswith("ies") and is_english_word(f"{word[:-3]}y"))


def doubled(word: str) -> str | None:
    """`rounds` for `roundsrounds`."""
    half = word[: len(word) // 2]
    return half if len(half) > 3 and half * 2 == word and half in common() else None
