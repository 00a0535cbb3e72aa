"""Human reference translations: whatever is reported in them is, nearly always, a false alarm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.bench.convert.rows import Label, Row, languages


def references(rows: Iterable[Row], *, marked: bool = False) -> Iterator[Label]:
    """Spans records without a span; where raters judged the reference, only what they found nothing in, or all (`marked`)."""
    for row in rows:
        if row["mqm_penalty"] and not marked:
            continue
        document = f"{row['doc']}|{row['ref_name']}"
        yield {
            "id": f"{document}|{row['seg']}",
            "document": document,
            **languages(row["lp"]),
            "source": row["src"],
            "target": row["ref"],
            "spans": [],
        }
