"""Which strange name of the target stands where which lost name of the source stood."""

from __future__ import annotations

from tqcheck.facts import Names
from tqcheck.names.model import NameKind, NameMention, Rendered

_PLACES = {NameKind.COUNTRY, NameKind.PLACE}
_OF_TABLES = {*_PLACES, NameKind.ORGANISATION}


def replaced(names: Names) -> tuple[tuple[NameMention, NameMention], ...]:
    """(source name, target name) of each replacement, in target order: kinds agree, and places in the sentence."""
    lost = [name for name in names.source if _is_lost(name)]
    ends = [max((name.span.end for name in side), default=1) for side in (names.source, names.target)]
    pairs = []
    for other in strange(names):
        alike = [name for name in lost if _alike(name, other)] or [name for name in lost if name.certain]
        if alike:
            place = other.span.start / ends[1]
            name = min(alike, key=lambda each: abs(each.span.start / ends[0] - place))
            lost.remove(name)
            pairs.append((name, other))
    return tuple(pairs)


def strange(names: Names) -> tuple[NameMention, ...]:
    """The names of the target for which the source has nothing: certain ones, and such as `invented` has judged."""
    return tuple(name for name in names.target if name.rendered is Rendered.NOWHERE)


def _is_lost(name: NameMention) -> bool:
    surely = name.certain or name.kind in _OF_TABLES
    return surely and Rendered.UNKNOWN < name.rendered < Rendered.HERE


def _alike(name: NameMention, other: NameMention) -> bool:
    """May the one stand for the other: places for places, anything for what is not known."""
    kinds = {name.kind, other.kind}
    if not name.certain and not name.expected:
        return len(kinds) == 1  # a guess at a place's name
    if NameKind.COUNTRY in kinds or NameKind.ORGANISATION in kinds:
        return len(kinds) == 1 or kinds <= _PLACES
    return True


def otherwise_called(name: NameMention, names: Names) -> bool:
    """May a person of whom the translation has no reading be someone there whom nothing else explains: 刘华智, Mann Lao?

    Chinese calls many a foreigner, and English many a Chinese, by a name of another's own choosing.
    """
    return (
        name.kind is NameKind.PERSON
        and all("\u4e00" <= char <= "\u9fff" for char in name.text)
        and any(
            other.counterpart is None and other.kind is NameKind.OTHER and other.certain and " " in other.text
            for other in names.target
        )
    )
