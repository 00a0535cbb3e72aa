"""Critical error detection, WMT 2021 and 2022: does a translation distort the meaning in a dangerous way?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.bench.convert.rows import Label, Row, languages
from tqcheck.bench.convert.tokens import detokenised

_CLASSES = {"ERR": "bad", "BAD": "bad", "NOT": "good", "OK": "good"}


def judged(rows: Iterable[Row]) -> Iterator[Label]:
    """Score records with a class. The translations of 2021 come as tokens and are joined again."""
    for number, row in enumerate(rows):
        sides = languages(row["lp"])
        tokens = "votes" in row  # only the set of 2021 has them
        yield {
            "id": row.get("id") or str(number),
            **sides,
            "source": row["src"],
            "target": detokenised(row["mt"], sides["target_lang"]) if tokens else row["mt"],
            "class": _CLASSES[row["label"]],
        }
