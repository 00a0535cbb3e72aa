"""Tables of Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


def head(names: Iterable[str]) -> Iterator[str]:
    """The two lines above the rows: the first column is of words, the others of figures."""
    names = list(names)
    yield row(names)
    yield row(["---", *("--:" for _ in names[1:])])


def row(cells: Iterable[str]) -> str:
    """One line."""
    return f"| {' | '.join(cells)} |"
