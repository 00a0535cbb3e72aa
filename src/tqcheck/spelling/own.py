"""The words that an article has as its own, whatever a dictionary says: copied from its source, names, often written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tqcheck.names.english import is_english_word
from tqcheck.names.romanise import romanise

# A loan of many languages has so many consonants in common from its beginning; words of seven letters have them.
_COGNATE, _LONG = 4, 7
_HEARD = (
    ("ph", "f"),
    ("ck", "k"),
    ("ch", "k"),
    ("kh", "k"),
    ("qu", "kv"),
    ("c", "k"),
    ("x", "ks"),
    ("z", "s"),
    ("w", "v"),
)
USUAL = 3  # written so often, it is the article's own word
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Lower-case words: those of the source, those that it writes with a capital and once more, if only as a plural, and how
    often each is written; `heard`: the consonants of the source's long words in other letters.
    """

    copied: frozenset[str]
    names: frozenset[str]
    counts: Counter[str]
    heard: frozenset[str] = frozenset()

    def __contains__(self, word: str) -> bool:
        if word in self.copied or word in self.names or self.counts[word] >= USUAL:
            return True
        single = word[:-1]
        return (
            word[-1:] == "s"
            and (single in self.names or single in self.copied)
            and not is_english_word(single)
        )

    def has_cognate(self, word: str) -> bool:
        """Does the source have a word that sounds like this one (interiorization, интериоризация)?"""
        key = _consonants(word)
        return len(key) >= _COGNATE and any(other[:_COGNATE] == key[:_COGNATE] for other in self.heard)

    def is_foreign(self, word: str) -> bool:
        """Is it the article's own, and no English word? Those of English stand in its source by chance (an, so, in)."""
        return word in self and not is_english_word(word)


def own_words(sources: Iterable[str], targets: Iterable[str]) -> OwnWords:
    """The own words of an article's texts."""
    copied = frozenset(word.lower() for text in sources for word in _WORD.findall(text))
    counts: Counter[str] = Counter()
    names = set()
    for text in targets:
        for word in _WORD.findall(text):
            counts[word.lower()] += 1
            if word[0].isupper():
                names.add(word.lower())
    again = frozenset(name for name in names if counts[name] + counts[f"{name}s"] > 1)
    foreign = (word for word in copied if len(word) >= _LONG and not word.isascii() and word[0] > "\u02af")
    return OwnWords(copied, again, counts, frozenset(_consonants(romanise(word)) for word in foreign))


def _consonants(latin: str) -> str:
    """What is left of a word when it is spelt in other letters: kollikvatsionnyy and colliquative both begin klkvt."""
    for written, heard in _HEARD:
        latin = latin.replace(written, heard)
    kept = [char for char in latin if char.isalpha() and char not in "aeiouyhwj"]
    return "".join(char for at, char in enumerate(kept) if not at or kept[at - 1] != char)
