"""Books aligned by hand: sentences of both sides and the beads between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from tqcheck.bench.convert.rows import read_rows

Link: TypeAlias = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class AlignedText:
    """A text, its translation, and the beads (indices of sentences) that people made; one side may be empty."""

    id: str
    source_lang: str
    target_lang: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    gold: frozenset[Link]


def read_aligned(path: Path) -> Iterator[AlignedText]:
    """The texts of an alignment set. Raises InputError if it cannot be read."""
    for row in read_rows(path):
        source_lang, _, target_lang = row["lp"].partition("-")
        gold = frozenset((tuple(source), tuple(target)) for source, target in row["gold"])
        yield AlignedText(row["id"], source_lang, target_lang, tuple(row["src"]), tuple(row["tgt"]), gold)
