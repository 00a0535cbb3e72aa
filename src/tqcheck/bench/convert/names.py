"""Names in another script beside their Latin spelling, as Wikidata has them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tqcheck.errors import InputError


@dataclass(frozen=True, slots=True)
class NamePair:
    """One name in two scripts, and how many of Wikidata's entities bear it (1 where the set does not say)."""

    foreign: str
    latin: str
    count: int = 1


def read_names(path: Path) -> tuple[NamePair, ...]:
    """The pairs of a tab-separated file. Raises InputError naming the line of what is wrong."""
    pairs = list[NamePair]()
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read: {error}") from None
    for number, line in enumerate(lines, 1):
        foreign, tab, rest = line.partition("\t")
        latin, _, count = rest.partition("\t")
        if not tab or (count and not count.isdigit()):
            raise InputError(f"{path}:{number}: not foreign, latin and a count between tabs")
        pairs.append(NamePair(foreign, latin, int(count or 1)))
    return tuple(pairs)
