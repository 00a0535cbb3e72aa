"""Good and bad English without a source: learners' sentences with corrections, and minimal pairs of linguists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.bench.convert.rows import Label, Row
from tqcheck.bench.convert.tokens import detokenised


def corrections(rows: Iterable[Row]) -> Iterator[Label]:
    """JFLEG: Contrast of a learner's sentence with the first correction that changed more than spaces.

    A sentence that all four correctors left as it was has no record.
    """
    for row in rows:
        bad = detokenised(row["src"], "en")
        good = next((text for ref in row["refs"] if (text := detokenised(ref, "en")) != bad), None)
        if good is not None:
            yield _contrast(str(row["i"]), good, bad, "learner")


def learners_and_correctors(rows: Iterable[Row]) -> Iterator[Label]:
    """JFLEG as classes: a sentence that all correctors changed is bad, each of its corrections is good.

    A change of spaces alone is none. What some left as it was has no record.
    """
    for row in rows:
        bad = detokenised(row["src"], "en")
        refs = [detokenised(ref, "en") for ref in row["refs"]]
        if bad in refs:
            continue
        common = {"source": None, "target_lang": "en", "group": str(row["i"])}
        yield {"id": f"{row['i']}", **common, "target": bad, "class": "bad"}
        for number, ref in enumerate(dict.fromkeys(refs), 1):
            yield {"id": f"{row['i']}|{number}", **common, "target": ref, "class": "good"}


def minimal_pairs(rows: Iterable[Row]) -> Iterator[Label]:
    """BLiMP: Contrast of a grammatical sentence with one that is not; `kind` is the paradigm."""
    for row in rows:
        yield _contrast(f"{row['uid']}|{row['pair']}", row["good"], row["bad"], row["uid"])


def _contrast(identity: str, good: str, bad: str, kind: str) -> Label:
    return {
        "id": identity,
        "source": None,
        "target_lang": "en",
        "good": good,
        "bad": bad,
        "kind": kind,
        "category": "fluency/grammar",
    }
