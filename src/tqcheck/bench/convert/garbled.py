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
