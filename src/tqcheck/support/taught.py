"""What an article itself teaches: words of its two sides that come together time and again."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence, Set
from itertools import chain

from tqcheck.support.lexical import Taught, Unit

# Places at which both must stand, and how seldom either may stand without the other (Dice). Of words that stand together
# by chance, or because they are parts of one term, there are several: only what has no rival is taught. Over WMT's human
# translations from zh and ru, .80 of the links of words that the lexicon knows are in it, .39 of those with rivals.
_PLACES = 3
_DICE = 0.85
# Words of a pair's longer side beyond which it teaches nothing: too much stands together in it, and the time is its square.
_LONGEST = 200


def taught(pairs: Iterable[tuple[Sequence[Unit], Sequence[Unit]]]) -> Taught:
    """Key of a foreign word → (English stem, Dice's coefficient over an article's pairs of foreign and English words)."""
    sides = [
        ({unit.key for unit in ours}, {unit.key for unit in theirs})
        for ours, theirs in pairs
        if max(len(ours), len(theirs)) <= _LONGEST
    ]
    foreign, english = (_places(words) for words in zip(*sides, strict=True)) if sides else ({}, {})
    often = [[key for key in theirs if key in english] for _, theirs in sides]
    links = dict[str, list[tuple[str, float]]]()
    rivals = Counter[str]()
    for one, places in foreign.items():
        both = Counter(chain.from_iterable(often[at] for at in places))
        for two, count in both.items():
            dice = 2 * count / (len(places) + len(english[two]))
            if count >= _PLACES and dice >= _DICE:
                links.setdefault(one, []).append((two, dice))
                rivals[two] += 1
    return {one: found[0] for one, found in links.items() if len(found) == 1 and rivals[found[0][0]] == 1}


def _places(sides: Iterable[Set[str]]) -> dict[str, list[int]]:
    """Where each of the words stands that stand at enough places."""
    places = defaultdict[str, list[int]](list)
    for at, words in enumerate(sides):
        for word in words:
            places[word].append(at)
    return {word: found for word, found in places.items() if len(found) >= _PLACES}
