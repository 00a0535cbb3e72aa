"""One text in many languages, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tqcheck.bench.convert.rows import read_rows

# What a row has besides sentences.
_OTHER_FIELDS = frozenset({"doc", "domain", "topic", "seg"})


@dataclass(frozen=True, slots=True)
class Parallel:
    """The English sentences of a set and, at the same index, those of another language."""

    language: str
    english: tuple[str, ...]
    other: tuple[str, ...]


def read_parallel(path: Path) -> Iterator[Parallel]:
    """The languages of a retrieval set, sorted. Raises InputError if it cannot be read."""
    rows = tuple(read_rows(path))
    english = tuple(row["en"] for row in rows)
    for language in sorted(rows[0].keys() - _OTHER_FIELDS - {"en"} if rows else ()):
        yield Parallel(language.replace("_", "-"), english, tuple(row[language] for row in rows))
