"""The words that an article has as its own, whatever a dictionary says: copied from its source, names, often written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tqcheck.names.english import is_english_word

USUAL = 3  # written so often, it is the article's own word
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Lower-case words: those of the source, those that it writes with a capital and once more, if only as a plural, and how
    often each is written.
    """

    copied: frozenset[str]
    names: frozenset[str]
    counts: Counter[str]

    def __contains__(self, word: str) -> bool:
        if word in self.copied or word in self.names or self.counts[word] >= USUAL:
            return True
        return word[-1:] == "s" and word[:-1] in self.names and not is_english_word(word[:-1])

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
    return OwnWords(copied, again, counts)
