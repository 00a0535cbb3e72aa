"""Common words one slip away from what was written, in any language with a word list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache

from tqcheck.names.frequency import word_bins

# Hundredths of a bel below the commonest word: rarer ones (once in a million words) are not looked for.
_RAREST = 600


class Edit(StrEnum):
    """What happened to a letter."""

    SWAPPED = "swapped"  # two neighbours
    DOUBLED = "doubled"  # or one of a double left out
    MISSING = "missing"
    ADDED = "added"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Slip:
    """A word that was meant, and how what was written differs from it: the edit, and whether at the word's first letter
    or its last. `rank` is the meant word's, in hundredths of a bel.
    """

    meant: str
    rank: int
    edit: Edit
    first: bool
    last: bool


@dataclass(frozen=True, slots=True)
class Neighbours:
    """`ranks`: common words and their ranks. `shorter`: them by what is left without one of their letters (Garbe's
    symmetric deletes), which finds those one edit away without trying every letter.
    """

    ranks: Mapping[str, int]
    shorter: Mapping[str, list[str]]
    _found: dict[str, tuple[Slip, ...]] = field(default_factory=dict, repr=False)

    def of(self, word: str) -> tuple[Slip, ...]:
        """Common words one slip away from a lower-case word, commonest first."""
        found = self._found.get(word)
        if found is None:
            if len(self._found) > _MOST:
                self._found.clear()
            found = self._found[word] = self._look_up(word)
        return found

    def _look_up(self, word: str) -> tuple[Slip, ...]:
        places = {word, *_deletions(word)}
        meant = {each for place in places for each in self.shorter.get(place, ())}
        meant |= places & self.ranks.keys()
        slips = (_slip(word, each, self.ranks[each]) for each in meant - {word})
        return tuple(sorted(filter(None, slips), key=lambda slip: (slip.rank, slip.meant)))


_MOST = 100_000  # words remembered


@cache
def neighbours(language: str) -> Neighbours:
    """The common words of a language (primary subtag); none if it has no list. The first call takes half a second."""
    size = "small" if language == "en" else "large"
    bins = word_bins(language, size)[:_RAREST]
    ranks = {word: at for at, words in enumerate(bins) for word in words if word.isalpha()}
    shorter: dict[str, list[str]] = {}
    for word in ranks:
        for left in _deletions(word):
            shorter.setdefault(left, []).append(word)
    return Neighbours(ranks, shorter)


def _deletions(word: str) -> set[str]:
    return {word[:at] + word[at + 1 :] for at in range(len(word))}


def _slip(word: str, meant: str, rank: int) -> Slip | None:
    """The one edit between the two; None if there are more. `rank`: that of the word meant."""
    at = 0
    while at < min(len(word), len(meant)) and word[at] == meant[at]:
        at += 1
    first = at == 0
    if len(word) == len(meant):
        last = len(word) - 1
        if word[at + 1 :] == meant[at + 1 :]:
            return Slip(meant, rank, Edit.WRONG, first, at == last)
        swapped = (
            word[at : at + 2] == meant[at + 1 : at - 1 if at else None : -1]
            and word[at + 2 :] == meant[at + 2 :]
        )
        return Slip(meant, rank, Edit.SWAPPED, first, at + 1 == last) if swapped else None
    longer, shorter, edit = (
        (meant, word, Edit.MISSING) if len(meant) > len(word) else (word, meant, Edit.ADDED)
    )
    if longer[:at] + longer[at + 1 :] != shorter:
        return None
    doubled = longer[at] in (longer[:at][-1:], longer[at + 1 : at + 2])
    return Slip(meant, rank, Edit.DOUBLED if doubled else edit, first, at == len(longer) - 1)
