"""What counts as right: observations in, counts and figures out, for each kind of label.

Spans: a finding is right if it overlaps a marked error on the same side, or names the category of one in the same
record; an error is found if a finding is right for it. People mark places differently: one rater against the others
reaches a character F1 of .33 to .40 on WMT's news, so the same F1 is given for us and for the raters.
Contrast: a spoiled translation is caught if it has a finding that the good one has not; a good one that has any
finding is a false alarm. Ranking: the good one's quality is above the spoiled one's, ties counting half.
Score: agreement of the pair's quality with the score, over all records and within those of the same source.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tqcheck.bench.judge.contrasts import judge_contrasts
from tqcheck.bench.judge.figures import ALL, Judged
from tqcheck.bench.judge.scores import judge_scores
from tqcheck.bench.judge.spans import judge_spans
from tqcheck.bench.labels import Contrast, Labelled, Scored, Spans
from tqcheck.bench.observe import Observation

_JUDGES: dict[type[Labelled], Callable[[Sequence[Observation]], Judged]] = {
    Spans: judge_spans,
    Contrast: judge_contrasts,
    Scored: judge_scores,
}


def judge(observations: Sequence[Observation]) -> tuple[Judged, ...]:
    """The figures of all observations, one value for each kind of label that occurs."""
    by_kind: dict[type[Labelled], list[Observation]] = {}
    for observation in observations:
        by_kind.setdefault(type(observation.record), []).append(observation)
    return tuple(_JUDGES[kind](part) for kind, part in by_kind.items())


__all__ = ["ALL", "Judged", "judge"]
