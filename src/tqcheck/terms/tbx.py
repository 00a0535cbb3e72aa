"""Termbases in TBX (ISO 30042), Core and Basic: `martif` of 2008 and `tbx` of 2019, in either style.

Files come from strangers: entities of their own are refused, and nothing outside the file is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from tqcheck.errors import ConfigError, UsageError
from tqcheck.language import normalised
from tqcheck.terms.model import Designations, Entry
from tqcheck.terms.speech import part_of_speech

_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_TERMS = frozenset({"tig", "ntig", "termSec"})
_DEPRECATED = re.compile("deprecated|superseded|forbidden|obsolete|rejected", re.IGNORECASE)
_PREFERRED = re.compile("preferred", re.IGNORECASE)
_STATUS = frozenset({"administrativeStatus", "normativeAuthorization"})
_DEEPEST = 100
"""Elements within elements: TBX has some ten, and what reads them here calls itself."""


@dataclass(slots=True)
class _Element:
    """An element without its namespace prefix, and the line it begins at."""

    name: str
    attributes: dict[str, str]
    line: int
    text: str = ""
    children: list[_Element] = field(default_factory=list)

    def all(self, names: Iterable[str]) -> Iterator[_Element]:
        """The elements of these names within, in order."""
        for child in self.children:
            if child.name in names:
                yield child
            else:
                yield from child.all(names)


def read_tbx(data: bytes, path: str) -> tuple[Entry, ...]:
    """The concepts of a termbase. Raises ConfigError naming the file and line of what is wrong."""
    root = _parse(data, path)
    if root.name not in {"martif", "tbx", "TBX"}:
        raise ConfigError(f"{path}:{root.line}: the root is <{root.name}>, not <tbx> or <martif>. Is it TBX?")
    entries = tuple(_entry(element, path) for element in root.all(_ENTRIES))
    if not entries:
        raise ConfigError(f"{path}: no <termEntry> or <conceptEntry>. Is it the right file?")
    return entries


def _parse(data: bytes, path: str) -> _Element:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    top = _Element("", {}, 0)
    stack = [top]

    def start(name: str, attributes: dict[str, str]) -> None:
        element = _Element(name.rpartition(":")[2], attributes, parser.CurrentLineNumber)
        stack[-1].children.append(element)
        stack.append(element)
        if len(stack) > _DEEPEST:
            raise ConfigError(f"{path}:{element.line}: <{name}> lies in {_DEEPEST} others. Is it TBX?")

    def end(_name: str) -> None:
        stack.pop()

    def characters(text: str) -> None:
        # Highlighting inside a term (<hi>) is text of the term.
        for element in stack[-2:] if stack[-1].name == "hi" else stack[-1:]:
            element.text += text

    def entity(*_declaration: object) -> None:
        raise ConfigError(
            f"{path}:{parser.CurrentLineNumber}: the file defines entities, which are not read. Export it without"
        )

    def skipped(name: str, _is_parameter: bool) -> None:
        raise ConfigError(
            f"{path}:{parser.CurrentLineNumber}: what &{name}; stands for is not in the file. Write the character"
        )

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler, parser.EntityDeclHandler = characters, entity
    parser.SkippedEntityHandler = skipped
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        what = expat.ErrorString(error.code)
        raise ConfigError(f"{path}:{error.lineno}: not well-formed XML: {what}. Export it anew") from None
    except (LookupError, ValueError):  # raised for an encoding that Python does not know, or not byte by byte
        line = parser.CurrentLineNumber
        raise ConfigError(
            f"{path}:{line}: the encoding it declares cannot be read. Export it as UTF-8"
        ) from None
    return top.children[0]


def _entry(element: _Element, path: str) -> Entry:
    sides: dict[str, Designations] = {}
    for language in element.all(_LANGUAGES):
        tag = next((value for name, value in language.attributes.items() if name.endswith("lang")), "")
        where = f"{path}:{language.line}"
        if not tag:
            raise ConfigError(f"{where}: <{language.name}> has no xml:lang. Say which language it is")
        tag = _language(tag, where)
        if tag in sides:
            raise ConfigError(
                f"{where}: the concept of line {element.line} has {tag} twice. Make one of the two"
            )
        sides[tag] = _designations(language, path)
    if not sides:
        raise ConfigError(
            f"{path}:{element.line}: a concept without a language. Leave it out, or add its terms"
        )
    if len(sides) == 1 and not any(side.forbidden for side in sides.values()):
        ((tag, side),) = sides.items()
        raise ConfigError(
            f"{path}:{element.line}: {side.allowed[0]!r} has no term in another language than {tag}. Add one, or a "
            "deprecated one, or leave the concept out"
        )
    parts = _notes(element, {"partOfSpeech"})
    said = [note.text for note in element.all({"note"})] or _notes(element, {"definition"})
    return Entry(
        sides,
        part_of_speech=part_of_speech(next(iter(parts), ""), f"{path}:{element.line}"),
        note=" ".join(" ".join(said[:1]).split()),
        origin=f"{path}:{element.line}",
    )


def _language(tag: str, where: str) -> str:
    try:
        return normalised(tag).lower()
    except UsageError as error:
        raise ConfigError(f"{where}: xml:lang: {error}") from None


def _designations(language: _Element, path: str) -> Designations:
    preferred, admitted, forbidden = list[str](), list[str](), list[str]()
    for section in language.all(_TERMS):
        term = next(section.all({"term"}), None)
        text = " ".join(term.text.split()) if term else ""
        if not any(char.isalnum() for char in text):
            raise ConfigError(
                f"{path}:{section.line}: <{section.name}> has no term. Write one, or leave it out"
            )
        status = " ".join(_notes(section, _STATUS))
        group = (
            forbidden if _DEPRECATED.search(status) else preferred if _PREFERRED.search(status) else admitted
        )
        group.append(text)
    if not preferred and not admitted and not forbidden:
        raise ConfigError(f"{path}:{language.line}: <{language.name}> has no term. Add one, or leave it out")
    return Designations(tuple(dict.fromkeys((*preferred, *admitted))), tuple(dict.fromkeys(forbidden)))


def _notes(element: _Element, kinds: Iterable[str]) -> list[str]:
    """What is said under a data category: as an attribute (`type="partOfSpeech"`) or as an element of its name."""
    return [
        text
        for child in element.children
        for text in (
            [child.text.strip()]
            if child.name in kinds or child.attributes.get("type", "") in kinds
            else _notes(child, kinds)
        )
        if text
    ]
