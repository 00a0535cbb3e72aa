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
    """`ranks`: common words and their ranks. `letters`: those that they are written in."""

    ranks: Mapping[str, int]
    letters: str
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
        meant = self.ranks.keys() & self._one_edit_away(word)
        slips = (_slip(word, each, self.ranks[each]) for each in meant - {word})
        return tuple(sorted(filter(None, slips), key=lambda slip: (slip.rank, slip.meant)))

    def _one_edit_away(self, word: str) -> set[str]:
        """Every word or not (Norvig, "How to write a spelling corrector"): an index of deletions would find them three
        times as fast, but takes half a second to make.
        """
        cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
        found = {left + right[1:] for left, right in cuts if right}
        found |= {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
        found |= {left + letter + right[1:] for left, right in cuts if right for letter in self.letters}
        found |= {left + letter + right for left, right in cuts for letter in self.letters}
        return found


_MOST = 100_000  # words remembered


@cache
def neighbours(language: str) -> Neighbours:
    """The common words of a language (primary subtag); none if it has no list."""
    size = "small" if language == "en" else "large"
    bins = word_bins(language, size)[:_RAREST]
    ranks = {word: at for at, words in enumerate(bins) for word in words if word.isalpha()}
    return Neighbours(ranks, "".join(sorted(set("".join(ranks)))))


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
