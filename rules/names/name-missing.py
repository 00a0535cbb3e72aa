"""A name of the source that the translation nowhere renders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Names,
    Pair,
    PairFacts,
    Rule,
    Severity,
    bad,
    good,
    primary_language,
)
from tqcheck.api.names import (
    NameKind,
    NameMention,
    Rendered,
    awaited,
    gaps,
    home_countries,
    otherwise_called,
    replaced,
    strange,
)


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    names = facts[Names]
    home = home_countries(pair.source.language if pair.source else None)
    gone = replaced(names)
    changed = {name for name, _ in gone}
    missing = {
        name.entity: name
        for name in reversed(names.source)
        if name.certain
        and name.rendered is Rendered.NOWHERE
        and name.entity not in home
        and name not in changed
    }
    if not missing or len(strange(names)) > len(gone):
        # An unexplained name may stand in its place.
        yield from _at_a_gap(pair, names, changed)
        return
    first, *others = sorted(missing.values(), key=lambda name: name.span)
    listed = ", ".join([_shown(first), *map(_shown, others)])
    verb = "is" if not others else "are"
    noun = "name" if not others else "names"
    beside = all(
        _of_another(name, names.source, pair.source_text) or otherwise_called(name, names)
        for name in missing.values()
    )
    yield Hit(
        f"The {noun} {listed} of the source {verb} missing from the translation.",
        source=first.span,
        confidence=Confidence.LOW if beside or _often_translated(missing.values(), pair) else None,
    )


# Languages in Latin letters: those whose words the lexicon knows, and those in which a word that has an English name of
# its own looks lost. On medical abstracts and Estonian encyclopedias nine of ten findings were acronyms and such words.
_WITH_LEXICON = frozenset("cs de es fr it nl pl pt".split())
_WITHOUT = frozenset("da et fi hr hu no ro sk sv tr".split())


def _often_translated(missing: Iterable[NameMention], pair: Pair) -> bool:
    """Acronyms of Latin languages may have English ones (VIH, HIV), and words of those without a lexicon English words.

    An acronym has if the source explains it in brackets, or the translation has one that the source has not.
    """
    language = primary_language(pair.source.language if pair.source else None)
    if language in _WITH_LEXICON:
        own = any(match not in pair.source_text for match in _ACRONYM.findall(pair.target_text))
        return all(name.text.isupper() and (own or f"({name.text}" in pair.source_text) for name in missing)
    return language in _WITHOUT and all(name.kind is not NameKind.COUNTRY for name in missing)


_ACRONYM = re.compile(r"\b[A-Z]{2,}\b")


def _of_another(name: NameMention, names: tuple[NameMention, ...], text: str) -> bool:
    """Is it the country of the name right after it, which readers know without: 美国洛杉矶, Los Angeles?"""
    after = text[name.span.end : name.span.end + 6]
    if name.kind is not NameKind.COUNTRY:
        return False
    if after[:1] in {"“", "《", "「"}:
        return True  # the country of a newspaper or film
    return any(
        other.rendered is Rendered.HERE
        and other.span.start >= name.span.end
        and text[name.span.end : other.span.start].strip() in _LINKS
        for other in names
    )


# What may stand between a country and the name of its company, city or person.
_LINKS = {"", "公司", "集团", "企业", "城市", "总统", "企業", "大手"}


def _at_a_gap(pair: Pair, names: Names, changed: set[NameMention]) -> Iterator[Hit]:
    """Where the English sentence has a hole, even what is hardly known to be a name is missing."""
    if pair.source is None or pair.target is None or primary_language(pair.target.language) != "en":
        return
    language = primary_language(pair.source.language) or ""
    whole = pair.source_text.strip(' .!?…«»"')  # a sentence of one word has a verb, not a name: Зачекаємо.
    lost = [
        name
        for name in awaited(names.source, language)
        if name not in changed and (name.certain or name.text != whole)
    ]
    holes = gaps(pair.target_text, likely=bool(lost))
    if not holes:
        return
    hole = holes[0]
    before = hole.of(pair.target_text).strip()
    if len(lost) == 1:
        (name,) = lost
        yield Hit(
            f"The name {_shown(name)} of the source is missing from the translation.",
            target=hole,
            source=name.span,
        )
    else:
        place = f" after “{before}”" if before and before[-1].isalpha() else ""
        yield Hit(f"A name seems to be missing{place}.", target=hole)


def _shown(name: NameMention) -> str:
    return f"{name.text} ({name.expected[0]})" if name.expected else name.text


RULE = Rule(
    id="name-missing",
    summary="A name in the source is missing from the translation",
    why="Who did it, where, and for whom is what news is about.",
    category=Category.NAMES,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Names,),
    check=check,
    examples=(
        bad(
            "托卡耶夫总统在塔什干会见了哈萨克斯坦和乌兹别克斯坦的企业家。",
            "President Tokayev met entrepreneurs from Kazakhstan in Tashkent.",
            marks=[""],
            source_marks=["乌兹别克斯坦"],
            languages="zh-en",
        ),
        bad(
            "Rettungskräfte brachten die Verletzten in das Kreuzberger Krankenhaus.",
            "Rescuers took the injured to the hospital in .",
            marks=["in "],
            languages="de-en",
        ),
        good("Президент Путин прилетел в Астану.", "President Putin arrived in Astana.", languages="ru-en"),
    ),
)
