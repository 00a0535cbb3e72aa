"""The figures of a set, whatever its labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tqcheck.bench.counts import Counts, Figure, Scope, ratio
from tqcheck.bench.observe import Observation

ALL: Scope = ("all", "")
LOUD = {"findings per 1,000 words": ratio("findings", "words", 1000)}


@dataclass(frozen=True, slots=True)
class Judged:
    """The figures of one set: by scope and name; `totals` are plain counts of each scope."""

    kind: str
    records: int
    words: int
    figures: Mapping[Scope, Mapping[str, Figure]]
    totals: Mapping[Scope, Mapping[str, int]]


def judged(
    kind: str,
    observations: Sequence[Observation],
    counts: Counts,
    figures: Mapping[Scope, Mapping[str, Figure]],
    totals: Sequence[str],
) -> Judged:
    """Put figures and the counts they stand on together."""
    return Judged(
        kind,
        len(observations),
        sum(observation.seen.words for observation in observations),
        figures,
        {scope: {name: round(counts.total(scope, name)) for name in totals} for scope in figures},
    )
