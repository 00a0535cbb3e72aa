"""`python -m tqcheck.bench.seed PAIRS --seed N -o OUT`: clean pairs to labelled records, clean and spoiled."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from tqcheck.bench.labels import Spans
from tqcheck.bench.seed import KINDS, documents_of, labelled
from tqcheck.readers.bitext import read_bitext


def as_json(record: Spans) -> dict[str, Any]:
    """A labelled record as its line in a file."""
    return {
        "id": record.id,
        "document": record.document,
        "source": record.source,
        "target": record.target,
        "source_lang": record.source_lang,
        "target_lang": record.target_lang,
        "spans": [
            {
                "side": gold.side.value,
                "start": gold.span.start if gold.span else None,
                "end": gold.span.end if gold.span else None,
                "category": gold.category,
                "severity": gold.severity.label,
                "kind": gold.kind,
            }
            for gold in record.gold
        ],
    }


@click.command()
@click.argument("pairs", type=click.Path(path_type=Path))
@click.option("--seed", "number", type=int, default=1, show_default=True)
@click.option(
    "--per-kind",
    type=click.IntRange(min=1),
    help=f"Errors of each of the {len(KINDS)} kinds for a pair of languages.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True)
def main(pairs: Path, number: int, per_kind: int | None, output: Path) -> None:
    """Plant errors in clean PAIRS and write labelled records."""
    documents = documents_of(read_bitext(pairs).records)
    lines = (
        json.dumps(as_json(record), ensure_ascii=False)
        for record in labelled(documents, number, per_kind=per_kind)
    )
    output.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main()
