"""Hallucinations of a German-English system, marked by people: text that has come loose from its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.bench.convert.rows import Label, Row, languages


def flagged(rows: Iterable[Row], flag: str = "hallucination") -> Iterator[Label]:
    """Score records whose class is one flag.

    Flags: `hallucination` (repetitions, strong or full detachment), each of those by itself (`repetitions`,
    `strong_unsupport`, `full_unsupport`), `omission` and `named_entities`.
    """
    for row in rows:
        yield {
            "id": row["id"],
            **languages(row["lp"]),
            "source": row["src"],
            "target": row["mt"],
            "class": "bad" if row[flag] else "good",
        }
