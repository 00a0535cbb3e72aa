"""Which occurrences of names are one bearer's: the whole name, a part of it, initials, either order, either side."""

from __future__ import annotations

from bisect import bisect, insort
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from tqcheck.model import Side
from tqcheck.names.model import NameKind
from tqcheck.names.romanise import is_han
from tqcheck.names.whole import Occurrence, Whole, is_own

Words: TypeAlias = tuple[str, ...]
_Key: TypeAlias = tuple[Side, str, str | Words]
_TABLES = {NameKind.COUNTRY, NameKind.PLACE, NameKind.ORGANISATION}
_LONGEST = 5  # words of a person's name; what is longer is a title or an institution


@dataclass(frozen=True, slots=True, eq=False)
class _Named:
    """An occurrence, or several of the same names, as they are compared."""

    table: str  # the tables' id: the source's word counts, and the target's where the source has none
    full: bool
    source: Words | None
    target: Words | None

    @property
    def sides(self) -> Iterator[tuple[Side, Words]]:
        """The words of each side that has any."""
        if self.source is not None:
            yield Side.SOURCE, self.source
        if self.target is not None:
            yield Side.TARGET, self.target


@dataclass(slots=True, eq=False)
class _Bearer:
    """What is known of one bearer so far; `seen`: the places (numbers of occurrences) of its mentions, in order."""

    table: str
    source: set[Words] = field(default_factory=set)
    target: set[Words] = field(default_factory=set)
    seen: list[int] = field(default_factory=list)

    def distance(self, at: int) -> tuple[bool, int]:
        """How far from a place it was last named, or else will first be."""
        before = bisect(self.seen, at)
        return (before == 0, at - self.seen[before - 1] if before else self.seen[0] - at)


class _Known:
    """The bearers so far, by what a name must share with one to be compared with it."""

    def __init__(self) -> None:
        self._tables: dict[str, _Bearer] = {}
        self._sharing = defaultdict[_Key, dict[_Bearer, None]](dict)

    def of(self, named: _Named) -> list[_Bearer]:
        """Those whom an occurrence may name."""
        if named.table:
            return [self._tables[named.table]] if named.table in self._tables else []
        near = dict[_Bearer, None]()
        for side, words in named.sides:
            for key in _wanted(side, words):
                near |= self._sharing.get(key, {})
        return [bearer for bearer in near if _same(named, bearer)]

    def add(self, named: _Named, bearer: _Bearer, at: int) -> None:
        """One more occurrence of a bearer, new or known."""
        insort(bearer.seen, at)
        if bearer.table:
            self._tables[bearer.table] = bearer
        for side, words in named.sides:
            own = bearer.source if side is Side.SOURCE else bearer.target
            if words not in own:
                own.add(words)
                for key in _offered(side, words):
                    self._sharing[key][bearer] = None


def same_bearers(found: Sequence[Occurrence]) -> list[list[Occurrence]]:
    """The occurrences of each bearer, both in order of place.

    Whom the tables know comes first, then full names, then the rest: a part of a full name is the bearer who was named
    last, and before that of the one who is named next.
    """
    known, bearers = _Known(), dict[_Bearer, None]()
    named = [_named(one) for one in found]
    order = sorted(range(len(found)), key=lambda at: 0 if named[at].table else 1 if named[at].full else 2)
    for at in order:
        alike = known.of(named[at])
        bearer = min(alike, key=lambda each: each.distance(at)) if alike else _Bearer(named[at].table)
        bearers[bearer] = None
        known.add(named[at], bearer, at)
    groups = sorted(bearer.seen for bearer in bearers)
    return [[found[at] for at in group] for group in groups]


def _named(found: Occurrence) -> _Named:
    source, target = found.source, found.target
    first = source or target
    return _Named(
        first.bearer if first is not None else "",
        any(name is not None and is_full(name) for name in (source, target)),
        source.words if source is not None else None,
        target.words if target is not None else None,
    )


def _wanted(side: Side, words: Words) -> Iterator[_Key]:
    """What a bearer must offer one of to be named by these words."""
    yield from _shared(side, words)
    if _han(words):
        yield side, "part", words[0]
        yield from ((side, "whole", part) for part in _ends(words[0]))


def _offered(side: Side, words: Words) -> Iterator[_Key]:
    """What a bearer of these words is found by."""
    yield from _shared(side, words)
    if _han(words):
        yield side, "whole", words[0]
        yield from ((side, "part", part) for part in _ends(words[0]))


def _shared(side: Side, words: Words) -> Iterator[_Key]:
    yield side, "all", words
    yield from ((side, "word", word) for word in words if len(word) > 1)  # initials alone are not enough


def _ends(name: str) -> set[str]:
    """Whatever it begins or ends with."""
    return {part for cut in range(1, len(name) + 1) for part in (name[:cut], name[-cut:])}


def is_full(name: Whole) -> bool:
    """A person's name in several words, as far as its words tell; in Han characters two or more."""
    if name.bearer or name.kind in _TABLES:
        return False
    if _han(name.words):
        return name.kind is NameKind.PERSON and len(name.words[0]) > 1
    return 1 < len(name.words) <= _LONGEST and all(map(_personal, name.text.split()))


def _personal(word: str) -> bool:
    bare = word.strip(".,'’")
    return len(bare) < 2 or not bare[:1].isupper() or not bare.isascii() or is_own(bare)


def _same(named: _Named, bearer: _Bearer) -> bool:
    """Does one whom the tables do not know bear the same name?"""
    if bearer.table:
        return not named.full and _equal(named, bearer)
    if named.full:
        source, target = named.source, named.target
        alike = source is not None and any(_parts(source, other) for other in bearer.source)
        if source is not None and _han(source) and any(map(_han, bearer.source)) and not alike:
            return False  # two who are written alike in Latin letters
        return alike or (target is not None and any(_parts(target, other) for other in bearer.target))
    if _equal(named, bearer):
        return True
    return any(
        words is not None and any(_full_words(other) and _parts(words, other) for other in others)
        for words, others in ((named.source, bearer.source), (named.target, bearer.target))
    )


def _equal(named: _Named, bearer: _Bearer) -> bool:
    return named.source in bearer.source or named.target in bearer.target


def _full_words(words: Words) -> bool:
    return len(words) > 1 or _han(words)


def _parts(one: Words, two: Words) -> bool:
    """Are all words of the shorter in the longer, in any order, initials for any word that begins so?"""
    if _han(one) and _han(two):
        short, long = sorted((one[0], two[0]), key=len)
        return long.startswith(short) or long.endswith(short)
    short_words, long_words = sorted((one, two), key=len)
    left, agreed = list(long_words), 0
    for word in sorted(short_words, key=len, reverse=True):
        match = next((other for other in left if other == word), None) or next(
            (other for other in left if min(len(word), len(other)) == 1 and word[0] == other[0]), None
        )
        if match is None:
            return False
        left.remove(match)
        agreed += len(word) > 1 and match == word
    return agreed > 0


def _han(words: Words) -> bool:
    return len(words) == 1 and all(map(is_han, words[0])) and bool(words[0])
