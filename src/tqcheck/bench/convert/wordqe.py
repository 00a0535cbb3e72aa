"""MLQE-PE: tokens of machine translation tagged OK or BAD by comparison with what a person made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.bench.convert.rows import Label, Row, languages
from tqcheck.bench.convert.tokens import bad_runs, join
from tqcheck.model import Side


def tagged(rows: Iterable[Row]) -> Iterator[Label]:
    """Spans records: runs of BAD tokens on both sides, in detokenised text.

    The tags of gaps between tokens (a word is missing there) have no text to mark and are left out; so is HTER.
    """
    for row in rows:
        sides = languages(row["lp"])
        source, source_spans = join(row["src"].split(), sides["source_lang"])
        target, target_spans = join(row["mt"].split(), sides["target_lang"])
        yield {
            "id": f"{row['split']}|{row['i']}",
            **sides,
            "source": source,
            "target": target,
            "spans": [
                *bad_runs(row["tags"], target_spans, Side.TARGET),
                *bad_runs(row["src_tags"], source_spans, Side.SOURCE),
            ],
        }
