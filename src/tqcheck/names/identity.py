"""Which occurrences of names are one bearer's: the whole name, a part of it, initials, either order, either side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tqcheck.names.model import NameKind
from tqcheck.names.romanise import is_han
from tqcheck.names.whole import Occurrence, Whole, is_own

Words = tuple[str, ...]
_TABLES = {NameKind.COUNTRY, NameKind.PLACE, NameKind.ORGANISATION}
_LONGEST = 5  # words of a person's name; what is longer is a title or an institution


@dataclass(slots=True)
class _Bearer:
    """What is known of one bearer so far; `seen`: the places (numbers of occurrences) of its mentions."""

    bearer: str = ""
    source: set[Words] = field(default_factory=set)
    target: set[Words] = field(default_factory=set)
    seen: list[int] = field(default_factory=list)

    def add(self, at: int, found: Occurrence) -> None:
        self.seen.append(at)
        if found.source is not None:
            self.source.add(found.source.words)
        if found.target is not None:
            self.target.add(found.target.words)


def same_bearers(found: Sequence[Occurrence]) -> list[list[Occurrence]]:
    """The occurrences of each bearer, both in order of place.

    Whom the tables know comes first, then full names, then the rest: a part of a full name is the bearer who was named
    last, and before that of the one who is named next.
    """
    known = list[_Bearer]()
    passes = (_is_known, _is_full, lambda _: True)
    left = dict(enumerate(found))
    for wanted in passes:
        for at, one in [(at, one) for at, one in left.items() if wanted(one)]:
            del left[at]
            alike = [bearer for bearer in known if _same(one, bearer)]
            bearer = _nearest(alike, at) if alike else _Bearer(_table_id(one))
            if not alike:
                known.append(bearer)
            bearer.add(at, one)
    groups = sorted(sorted(bearer.seen) for bearer in known)
    return [[found[at] for at in group] for group in groups]


def _nearest(bearers: Iterable[_Bearer], at: int) -> _Bearer:
    """The one named last before a place, or else first after it."""

    def distance(bearer: _Bearer) -> tuple[bool, int]:
        before = [place for place in bearer.seen if place <= at]
        return (not before, at - max(before) if before else min(bearer.seen) - at)

    return min(bearers, key=distance)


def _table_id(found: Occurrence) -> str:
    """The tables' id: the source's word counts, and the target's where the source has none."""
    name = found.source or found.target
    return name.bearer if name is not None else ""


def _is_known(found: Occurrence) -> bool:
    return bool(_table_id(found))


def _is_full(found: Occurrence) -> bool:
    return any(name is not None and is_full(name) for name in (found.source, found.target))


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


def _same(found: Occurrence, bearer: _Bearer) -> bool:
    table = _table_id(found)
    if table or bearer.bearer:
        if table and bearer.bearer:
            return table == bearer.bearer
        return not _is_full(found) and _equal(found, bearer)
    if _is_full(found):
        source, target = found.source, found.target
        alike = source is not None and any(_parts(source.words, other) for other in bearer.source)
        if source is not None and _han(source.words) and any(map(_han, bearer.source)) and not alike:
            return False  # two who are written alike in Latin letters
        return alike or (target is not None and any(_parts(target.words, other) for other in bearer.target))
    if _equal(found, bearer):
        return True
    return any(
        name is not None and any(_full_words(other) and _parts(name.words, other) for other in others)
        for name, others in ((found.source, bearer.source), (found.target, bearer.target))
    )


def _equal(found: Occurrence, bearer: _Bearer) -> bool:
    return (found.source is not None and found.source.words in bearer.source) or (
        found.target is not None and found.target.words in bearer.target
    )


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
