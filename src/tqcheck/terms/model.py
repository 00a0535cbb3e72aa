"""A glossary: what a house calls things, and what it does not call them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tqcheck.documents import primary_language

SOURCE, TARGET = "source", "target"
"""What stands for a language where a glossary does not say which it is."""


@dataclass(frozen=True, slots=True)
class Designations:
    """What one language calls a concept: `allowed`, the preferred one first, and `forbidden`."""

    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table or a concept of a termbase.

    `sides`: by language tag in lower case, or by `SOURCE` and `TARGET`. `copied`: the translation must have the term
    as the source has it. `case`: capitals matter. `part_of_speech`: noun, verb, adjective, adverb, or "" for any.
    `origin`: "terms.csv:7".
    """

    sides: Mapping[str, Designations]
    copied: bool = False
    case: bool = False
    part_of_speech: str = ""
    note: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry as it reads from one language into another.

    `sources` are empty where only the target's `forbidden` words are of interest. `targets`: any of them is right.
    """

    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    copied: bool = False
    case: bool = False
    part_of_speech: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Glossary:
    """All entries that a run was given."""

    entries: tuple[Entry, ...] = field(default=())

    def terms(self, source: str, target: str) -> tuple[Term, ...]:
        """The terms of a language pair (BCP 47 tags); those whose languages are not said hold for every pair."""
        return tuple(filter(None, (_term(entry, source, target) for entry in self.entries)))


def glossary(*rows: Mapping[str, object] | tuple[str, str]) -> Glossary:
    """A glossary made by hand, as rules' examples do: (source, target) or the fields of `Term`."""
    return Glossary(tuple(_entry(row) for row in rows))


def _entry(row: Mapping[str, object] | tuple[str, str]) -> Entry:
    if isinstance(row, tuple):
        return Entry({SOURCE: Designations((row[0],)), TARGET: Designations((row[1],))})
    values = {
        "sources": (),
        "targets": (),
        "forbidden": (),
        "copied": False,
        "case": False,
        "part_of_speech": "",
        "note": "",
        **row,
    }
    texts = {name: _texts(values[name]) for name in ("sources", "targets", "forbidden")}
    return Entry(
        {SOURCE: Designations(texts["sources"]), TARGET: Designations(texts["targets"], texts["forbidden"])},
        copied=bool(values["copied"]),
        case=bool(values["case"]),
        part_of_speech=str(values["part_of_speech"]),
        note=str(values["note"]),
    )


def _texts(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(map(str, value)) if isinstance(value, Iterable) else ()


def _term(entry: Entry, source: str, target: str) -> Term | None:
    ours = _side(entry, source, SOURCE)
    theirs = _side(entry, target, TARGET)
    if not theirs.forbidden and (not ours.allowed or not (theirs.allowed or entry.copied)):
        return None
    return Term(
        ours.allowed,
        theirs.allowed,
        theirs.forbidden,
        entry.copied,
        entry.case,
        entry.part_of_speech,
        entry.note,
    )


def _side(entry: Entry, language: str, wildcard: str) -> Designations:
    for tag in _tags(language, wildcard):
        if tag in entry.sides:
            return entry.sides[tag]
    primary = primary_language(language)
    near = [tag for tag in entry.sides if tag not in {SOURCE, TARGET} and primary_language(tag) == primary]
    return entry.sides[near[0]] if near else Designations()


def _tags(language: str, wildcard: str) -> Iterator[str]:
    yield language.lower()
    yield primary_language(language)
    yield wildcard
