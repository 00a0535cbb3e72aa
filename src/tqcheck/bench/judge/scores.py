"""Scores and classes: the pair's quality and findings against what people said of a whole translation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tqcheck.bench.correlation import auroc, mcc
from tqcheck.bench.counts import Counts, Figure, f1, ratio, resampled
from tqcheck.bench.judge.agreement import correlations, folded, numbered
from tqcheck.bench.judge.figures import ALL, LOUD, Judged, judged
from tqcheck.bench.labels import Scored
from tqcheck.bench.observe import Observation

_FLAGGED, _BAD = ratio("flagged bad", "flagged"), ratio("flagged bad", "bad")
_CLASSES = {"precision": _FLAGGED, "recall": _BAD, "F1": f1(_FLAGGED, _BAD)}


def judge_scores(observations: Sequence[Observation]) -> Judged:
    """Correlations with the scores, agreement with the classes, findings by rule and language pair."""
    counts = Counts()
    for observation in observations:
        record, seen = observation.record, observation.seen
        assert isinstance(record, Scored)
        flagged = bool(seen.findings)
        for scope in (ALL, ("pair", record.pair)):
            counts.add(scope, record.group, words=seen.words, findings=len(seen.findings), records=1)
            if record.is_bad is not None:
                amounts = {"flagged bad": flagged and record.is_bad}
                counts.add(scope, record.group, bad=record.is_bad, flagged=flagged, **amounts)
        for rule, many in Counter(finding.rule for finding in seen.findings).items():
            amounts = {"flagged bad": record.is_bad is True}
            counts.add(("rule", rule), record.group, findings=many, flagged=1, **amounts)
    classes = any(isinstance(o.record, Scored) and o.record.is_bad is not None for o in observations)
    figures = counts.figures(LOUD | (_CLASSES if classes else {}))
    figures[ALL] |= _agreement(observations)
    return judged("score", observations, counts, figures, ("findings", "bad", "flagged bad"))


def _agreement(observations: Sequence[Observation]) -> dict[str, Figure]:
    """Spearman and Kendall with the score; with the class AUROC, MCC of what is flagged, and by a threshold of quality."""
    records = [o.record for o in observations if isinstance(o.record, Scored)]
    quality = np.array([o.seen.quality for o in observations])
    flagged = np.array([bool(o.seen.findings) for o in observations])
    groups = numbered([record.group for record in records])
    out = dict[str, Figure]()
    if all(record.score is not None for record in records):
        score = np.array([record.score for record in records], np.float64)
        out |= correlations(quality, score, groups)
    if all(record.is_bad is not None for record in records):
        bad = np.array([record.is_bad for record in records], np.bool_)
        out["AUROC"] = resampled(groups, lambda at: auroc(-quality[at], bad[at]))
        called = folded(quality, bad, groups)
        out["MCC"] = resampled(groups, lambda at: _mcc(flagged[at], bad[at]))
        out["MCC of quality"] = resampled(groups, lambda at: _mcc(called[at], bad[at]))
    return out


def _mcc(called: NDArray[np.bool_], bad: NDArray[np.bool_]) -> float:
    cells = (called & bad, called & ~bad, ~called & bad, ~called & ~bad)
    return mcc(*(float(each.sum()) for each in cells))
