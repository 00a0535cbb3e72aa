"""MSLC: the same articles by six checkpoints of one system, from hardly trained to converged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.bench.convert.rows import Label, Row, languages

_RANKS = {letter: rank for rank, letter in enumerate("ABCDEF", 1)}


def checkpoints(rows: Iterable[Row]) -> Iterator[Label]:
    """Score records: 1 for the first checkpoint to 6 for the last, which no human judged; grouped by source."""
    for row in rows:
        document = f"{row['doc']}|{row['letter']}"
        yield {
            "id": f"{document}|{row['seg']}",
            "document": document,
            **languages(row["lp"]),
            "source": row["src"],
            "target": row["mt"],
            "score": _RANKS[row["letter"]],
        }


def first_and_last(rows: Iterable[Row], *, alone: bool = False) -> Iterator[Label]:
    """Class records: the first checkpoint is bad, the last good; those between are left out. `alone`: without the source."""
    for label in checkpoints(rows):
        rank = label.pop("score")
        if rank in {_RANKS["A"], _RANKS["F"]}:
            label |= {"class": "bad" if rank == _RANKS["A"] else "good", "group": label["source"]}
            yield {**label, "source": None} if alone else label
