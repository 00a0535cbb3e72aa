"""Which names of a pair have surely nothing on the other side, for the ledger to say so.

The rules name-missing, name-changed and name-added find more: of what they are not sure of, the ledger says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from tqcheck.documents import Pair, primary_language
from tqcheck.facts import Names
from tqcheck.model import Span
from tqcheck.names.changes import replaced, strange
from tqcheck.names.model import NameKind, NameMention, Rendered, home_countries

# Of words of these it is known well enough which have an English name of their own, as for the rule name-changed.
_OWN_NAMES = frozenset("cs de es fr hi it nl pl pt".split())
# From these the rule name-added is sure of a name in one word, too.
_QUIET = frozenset("cs de es fr hi it ja nl pl pt ru uk zh".split())
_BESIDE = 4  # characters between a country and the name that it may go without saying of: 美国公司
_QUOTES = frozenset("“《「")


@dataclass(frozen=True, slots=True)
class Absent:
    """Spans of names that the other side lacks; `swapped`: those of the source that another name may stand for."""

    source: frozenset[Span] = frozenset()
    target: frozenset[Span] = frozenset()
    swapped: frozenset[Span] = frozenset()


def absent(names: Names, pair: Pair) -> Absent:
    """What a pair's sides surely lack of each other."""
    if pair.source is None or pair.target is None:
        return Absent()
    language = primary_language(pair.source.language)
    home = home_countries(pair.source.language)
    gone = replaced(names)
    changed = [both for both in gone if language in _OWN_NAMES or not _may_be_exonym(*both)]
    explained = {name for both in gone for name in both}
    odd = [name for name in strange(names) if name not in explained]
    lost = [
        name
        for name in names.source
        if name.certain and Rendered.UNKNOWN < name.rendered < Rendered.HERE and name not in explained
    ]
    missing = [
        name
        for name in lost
        if name.rendered is Rendered.NOWHERE
        and name.entity not in home
        and not _goes_without_saying(name, names, pair.source_text)
    ]
    english = primary_language(pair.target.language) == "en"
    added = [
        name
        for name in odd
        if english and name.entity not in home and _is_sure(name, language) and not _measures(name, pair)
    ]
    return Absent(
        frozenset(name.span for name in [*(one for one, _ in changed), *([] if odd else missing)]),
        frozenset(name.span for name in [*(two for _, two in changed), *([] if lost else added)]),
        frozenset(one.span for one, _ in gone),
    )


def _may_be_exonym(name: NameMention, other: NameMention) -> bool:
    return other.certain and name.kind is other.kind is NameKind.OTHER and name.rendered is Rendered.NOWHERE


def _goes_without_saying(name: NameMention, names: Names, text: str) -> bool:
    """Is it the country of the name beside it: 美国洛杉矶, Los Angeles?"""
    if name.kind is not NameKind.COUNTRY:
        return False
    return text[name.span.end : name.span.end + 1] in _QUOTES or any(
        other.rendered is Rendered.HERE and 0 <= other.span.start - name.span.end <= _BESIDE
        for other in names.source
    )


def _is_sure(name: NameMention, language: str | None) -> bool:
    if name.kind is NameKind.PLACE or language in _QUIET:
        return True
    return name.kind is NameKind.OTHER and " " in name.text


def _measures(name: NameMention, pair: Pair) -> bool:
    """US dollars, Beijing time, degrees Celsius."""
    after = pair.target_text[name.span.end :]
    return after.startswith((" dollar", "$", " time")) or name.text in {"Celsius", "Fahrenheit", "Kelvin"}
