"""A part of a set that is the same every time, so that measuring ends in minutes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from tqcheck.bench.labels import Contrast, Labelled
from tqcheck.documents import words


def sample(records: Sequence[Labelled], limit: int) -> tuple[Labelled, ...]:
    """Articles in the order of their names' SHA-256, until `limit` target words are reached; in file order.

    An article is kept whole and with all its systems (of a `document` article|system, what stands before the
    bar), so that translations of one source can be compared. Without `document` the source is the article.
    """
    size: dict[str, int] = {}
    for record in records:
        unit = _unit(record)
        size[unit] = size.get(unit, 0) + target_words(record)
    chosen, reached = set[str](), 0
    for unit in sorted(size, key=lambda unit: hashlib.sha256(unit.encode()).digest()):
        if reached >= limit:
            break
        chosen.add(unit)
        reached += size[unit]
    return tuple(record for record in records if _unit(record) in chosen)


def target_words(record: Labelled) -> int:
    """How many words a checker has to read of a record, both translations of a contrast."""
    texts = (record.good, record.bad) if isinstance(record, Contrast) else (record.target,)
    return sum(1 for text in texts for _ in words(text))


def _unit(record: Labelled) -> str:
    if record.document is not None:
        return record.document.partition("|")[0]
    return record.source or record.id
