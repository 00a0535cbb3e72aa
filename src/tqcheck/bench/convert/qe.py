"""WMT 2022 quality estimation: word tags and a score of each segment, both from MQM annotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.bench.convert.rows import Label, Row, languages
from tqcheck.bench.convert.tokens import bad_runs, find
from tqcheck.model import Side

_END = "<EOS>"  # its tag says that something is missing after the last word: there is no text to mark


def tagged(rows: Iterable[Row]) -> Iterator[Label]:
    """Spans records: runs of BAD tokens in the text as the system wrote it. Categories were not published."""
    for row in rows:
        tokens = row["mt_tok"].split()
        count = len(tokens) - (tokens[-1] == _END)
        spans = find(tokens[:count], row["mt"])
        runs = list(bad_runs(row["tags"][:count], spans, Side.TARGET))
        yield _common(row) | {"target": row["mt"], "spans": runs}


def scored(rows: Iterable[Row]) -> Iterator[Label]:
    """Score records: the mean MQM score, higher is better."""
    for row in rows:
        yield _common(row) | {"target": row["mt"], "score": row["mqm"]}


def _common(row: Row) -> Label:
    return {"id": str(row["i"]), **languages(row["lp"]), "source": row["src"]}
