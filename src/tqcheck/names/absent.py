"""Which names of a pair the other side lacks: changed, missing, added, and whether that is sure.

The rules of these names word it, and the ledger says of a name what they are sure of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile

from tqcheck.documents import Pair, primary_language
from tqcheck.facts import Names
from tqcheck.lexicon import LANGUAGES
from tqcheck.model import Span
from tqcheck.names.changes import otherwise_called, replaced, strange
from tqcheck.names.latin import LATIN
from tqcheck.names.model import NameKind, NameMention, Rendered, home_countries
from tqcheck.names.romanise import fold, romanise

# Latin languages whose words the lexicon knows, and those in which a word that has an English name of its own looks lost:
# on medical abstracts and Estonian encyclopedias nine of ten lost names were acronyms and such words.
_WITH_LEXICON = LATIN & frozenset(LANGUAGES)
_WITHOUT = LATIN - _WITH_LEXICON - {"en"}
# Of these it is known well enough, too, which words have an English name of their own.
_OWN_NAMES = _WITH_LEXICON | {"hi"}
# Where only countries, cities and organisations that the tables know are surely added; of the other languages with a
# lexicon fewer than 1 in 5,000 words of published translations is a name without a source.
_QUIET_ABOUT_KNOWN = frozenset({"ar", "ko"})
_QUIET = frozenset(LANGUAGES) - _QUIET_ABOUT_KNOWN
# What may stand between a country and the name of its company, city or person, and before a newspaper or film.
_LINKS = frozenset({"", "公司", "集团", "企业", "城市", "总统", "企業", "大手"})
_QUOTES = frozenset("“《「")
_UNITS = frozenset({"Celsius", "Fahrenheit", "Kelvin"})  # whose sources say "degrees"
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")


@dataclass(frozen=True, slots=True)
class Change:
    """`name` of the source where the target has `other`. Unless `sure`, it may be its English name: Elsass, Alsace."""

    name: NameMention
    other: NameMention
    sure: bool


@dataclass(frozen=True, slots=True)
class Missing:
    """Names of the source, in text order, that the target lacks without having another in their place."""

    names: tuple[NameMention, ...]
    sure: bool


@dataclass(frozen=True, slots=True)
class Addition:
    """A name of the target that stands for nothing in the source, which lacks no rendering either."""

    name: NameMention
    sure: bool


def changed(names: Names, pair: Pair) -> tuple[Change, ...]:
    """What stands in the place of what, in target order."""
    known = _language(pair) in _OWN_NAMES
    return tuple(
        Change(one, two, (known or not _may_be_exonym(one, two)) and not _is_form_of(two, one))
        for one, two in replaced(names)
    )


def missing(names: Names, pair: Pair) -> Missing | None:
    """Each entity once; None where nothing is missing, or an unexplained name may stand in its place."""
    home = home_countries(pair.source.language if pair.source else None)
    gone = replaced(names)
    swapped = {name for name, _ in gone}
    lost = {
        name.entity: name
        for name in reversed(names.source)
        if name.certain
        and name.rendered is Rendered.NOWHERE
        and name.entity not in home
        and name not in swapped
    }
    if not lost or len(strange(names)) > len(gone):
        return None
    found = tuple(sorted(lost.values(), key=lambda name: name.span))
    unexplained = [other for other in names.target if other.counterpart is None]
    liberty = all(
        _goes_without_saying(name, names, pair.source_text)
        or otherwise_called(name, names)
        or any(_is_form_of(other, name) for other in unexplained)
        for name in found
    )
    return Missing(found, sure=not liberty and not _often_translated(found, pair))


def added(names: Names, pair: Pair) -> tuple[Addition, ...]:
    """In target order; none where a lost name has no explanation, since one may stand in the place of another."""
    language = _language(pair)
    home = home_countries(pair.source.language if pair.source else None)
    explained = {name for both in replaced(names) for name in both}
    lost = (
        name for name in names.source if name.certain and Rendered.UNKNOWN < name.rendered < Rendered.HERE
    )
    if any(name not in explained for name in lost):
        return ()
    # Into German 11 of 11 among 1,011 pairs of WMT21 were words: Essen is a meal.
    english = pair.target is not None and primary_language(pair.target.language) == "en"
    return tuple(
        Addition(name, english and _surely_added(name, language))
        for name in strange(names)
        if name not in explained and name.entity not in home and not _measures(name, pair)
    )


@dataclass(frozen=True, slots=True)
class Absent:
    """Spans of names that the other side surely lacks; `swapped`: of the source's, those that another may stand for."""

    source: frozenset[Span] = frozenset()
    target: frozenset[Span] = frozenset()
    swapped: frozenset[Span] = frozenset()


def absent(names: Names, pair: Pair) -> Absent:
    """What `changed`, `missing` and `added` are sure of."""
    if pair.source is None or pair.target is None:
        return Absent()
    changes, lost = changed(names, pair), missing(names, pair)
    source = {change.name.span for change in changes if change.sure}
    target = {change.other.span for change in changes if change.sure}
    if lost is not None and lost.sure:
        entities = {name.entity for name in lost.names}
        source |= {
            name.span
            for name in names.source
            if name.entity in entities and name.certain and name.rendered is Rendered.NOWHERE
        }
    target |= {addition.name.span for addition in added(names, pair) if addition.sure}
    return Absent(frozenset(source), frozenset(target), frozenset(change.name.span for change in changes))


def _language(pair: Pair) -> str | None:
    return primary_language(pair.source.language) if pair.source else None


# Of the longer of two names, the share of letters with which both begin, and how many these are: Bródno for Броды, Bogorod
# for Богородский; but not Krasnodar for Красноярск, nor Kazan for Казахстан.
_ALIKE, _LEAST_ALIKE = 0.6, 4


def _is_form_of(other: NameMention, name: NameMention) -> bool:
    """Is a name of which nothing is known a place's in another form, not another place?"""
    if other.kind is not NameKind.OTHER or name.kind is NameKind.COUNTRY:
        return False
    one, two = fold(other.text), fold(romanise(name.text, "ru") if _CYRILLIC.search(name.text) else name.text)
    shared = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, two, strict=False)))
    return shared >= max(_LEAST_ALIKE, _ALIKE * max(len(one), len(two)))


def _may_be_exonym(name: NameMention, other: NameMention) -> bool:
    """A word of which nothing is known, here or elsewhere in the article; but not one of common words, as `invented`."""
    return other.certain and name.kind is other.kind is NameKind.OTHER and name.rendered is Rendered.NOWHERE


def _goes_without_saying(name: NameMention, names: Names, text: str) -> bool:
    """Is it the country of the name right after it, which readers know without: 美国洛杉矶, Los Angeles?"""
    if name.kind is not NameKind.COUNTRY:
        return False
    return text[name.span.end : name.span.end + 1] in _QUOTES or any(
        other.rendered is Rendered.HERE
        and other.span.start >= name.span.end
        and text[name.span.end : other.span.start].strip() in _LINKS
        for other in names.source
    )


def _often_translated(lost: tuple[NameMention, ...], pair: Pair) -> bool:
    """Acronyms of Latin languages may have English ones (VIH, HIV), and words of those without a lexicon English words.

    An acronym has if the source explains it in brackets, or the translation has one that the source has not.
    """
    language = _language(pair)
    if language in _WITH_LEXICON:
        own = any(match not in pair.source_text for match in _ACRONYM.findall(pair.target_text))
        return all(name.text.isupper() and (own or f"({name.text}" in pair.source_text) for name in lost)
    return language in _WITHOUT and all(name.kind is not NameKind.COUNTRY for name in lost)


def _surely_added(name: NameMention, language: str | None) -> bool:
    if name.kind is NameKind.OTHER:
        return language in _QUIET or " " in name.text
    return language in _QUIET | _QUIET_ABOUT_KNOWN or name.kind is NameKind.PLACE


def _measures(name: NameMention, pair: Pair) -> bool:
    """US dollars, Beijing time, degrees Celsius."""
    after = pair.target_text[name.span.end :]
    return after.startswith((" dollar", "$", " time")) or name.text in _UNITS
