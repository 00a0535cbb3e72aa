"""Glossary files → one `Glossary`. What is wrong in one is said with its file and line."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tqcheck.errors import ConfigError
from tqcheck.terms.model import Entry, Glossary
from tqcheck.terms.table import read_table
from tqcheck.terms.tbx import read_tbx

MAX_BYTES = 100_000_000
"""A national termbase (IATE in one language pair) has some 50 MB."""

_TABLES = frozenset({".csv", ".tsv", ".txt"})
_TERMBASES = frozenset({".tbx", ".xml"})


def load_glossaries(paths: Sequence[Path]) -> Glossary:
    """All entries of the files, in order. Raises ConfigError."""
    entries = tuple(entry for path in paths for entry in _load(path))
    _check(entries)
    return Glossary(entries)


def _load(path: Path) -> tuple[Entry, ...]:
    suffix = path.suffix.lower()
    if suffix in _TERMBASES:
        return read_tbx(_bytes(path), str(path))
    if suffix in _TABLES:
        return read_table(_text(path), str(path))
    raise ConfigError(f"{path}: a glossary is .csv, .tsv or .tbx. Save or export it as one of these")


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ConfigError(
                f"{path}: larger than {MAX_BYTES // 10**6} MB, the limit of a glossary. Split it"
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such glossary") from None
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or error
        raise ConfigError(f"{path}: the glossary cannot be read: {what}") from None


def _text(path: Path) -> str:
    """UTF-8, or what a byte order mark says: a guess at a few short words may be wrong, and nobody would notice."""
    data = _bytes(path)
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ConfigError(
            f"{path}:{line}: not UTF-8. Save it as “CSV UTF-8”, as spreadsheets call it"
        ) from None


def _check(entries: Iterable[Entry]) -> None:
    """Refuse what contradicts itself: a word that one row asks for and another forbids; a term to copy or translate.

    Two rows with one source and two targets are alternatives: either is right.
    """
    allowed: dict[tuple[str, ...], Entry] = {}
    forbidden: dict[tuple[str, ...], Entry] = {}
    copied: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        for where, text in _told(entry, kind="allowed"):
            allowed.setdefault((*where, text), entry)
        for where, text in _told(entry, kind="forbidden"):
            forbidden.setdefault((*where, text), entry)
        tag, source = next(iter(entry.sides.items()))
        for text in source.allowed:
            first = copied.setdefault((tag, _key(text, entry)), entry)
            if first.copied != entry.copied:
                raise ConfigError(
                    f"{entry.origin}: {text!r} is to be {_what(entry)} here and {_what(first)} in {first.origin}. "
                    "Leave out one of the two"
                )
    for key, one in forbidden.items():
        if (two := allowed.get(key)) is None:
            continue
        raise ConfigError(
            f"{one.origin}: {key[-1]!r} is forbidden here and right in {two.origin}. Leave out one of the two"
        )


def _told(entry: Entry, *, kind: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """(what it renders, in which language; the word) for every word of that kind."""
    for tag, side in entry.sides.items():
        for word in side.allowed if kind == "allowed" else side.forbidden:
            for other_tag, other in entry.sides.items():
                if other_tag != tag:
                    for source in other.allowed:
                        yield (other_tag, _key(source, entry), tag), _key(word, entry)


def _key(text: str, entry: Entry) -> str:
    text = unicodedata.normalize("NFKC", text)
    return text if entry.case else text.casefold()


def _what(entry: Entry) -> str:
    return "copied" if entry.copied else "translated"
