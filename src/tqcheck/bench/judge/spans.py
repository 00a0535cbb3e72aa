"""Spans: findings against the errors that people marked."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np

from tqcheck.bench.correlation import mcc
from tqcheck.bench.counts import Counts, Figure, Scope, f1, plain, ratio
from tqcheck.bench.judge.agreement import correlations, numbered, pairwise
from tqcheck.bench.judge.figures import ALL, LOUD, Judged, judged
from tqcheck.bench.labels import Gold, Spans
from tqcheck.bench.observe import Observation
from tqcheck.documents import words
from tqcheck.model import Finding, Severity, Side, Span

_PRECISION, _RECALL = ratio("right", "findings"), ratio("found", "errors")
_SPANS = {
    **LOUD,
    "per 1,000 clean words": ratio("on clean", "clean words", 1000),
    "precision": _PRECISION,
    "precision (record)": ratio("in a marked record", "findings"),
    "recall": _RECALL,
    "F1": f1(_PRECISION, _RECALL),
}


def right(finding: Finding, gold: Gold) -> bool:
    """Whether a finding tells of a marked error: the same place, or the same category in the same record."""
    own = finding.target_span if gold.side is Side.TARGET else finding.source_span
    return finding.category.mqm == gold.category or _touch(own, gold.span)


def _touch(one: Span | None, two: Span | None) -> bool:
    """Overlapping; what is empty touches what it stands at the edge of."""
    if one is None or two is None:
        return False
    if not len(one) or not len(two):
        return one.start <= two.end and two.start <= one.end
    return one.overlaps(two)


def judge_spans(observations: Sequence[Observation]) -> Judged:
    """Precision and recall by rule, category, severity and language pair; span F1 and word MCC in all."""
    counts = Counts()
    for observation in observations:
        record, seen = observation.record, observation.seen
        assert isinstance(record, Spans)
        cluster, pair = record.document or record.where, ("pair", record.pair)
        clean = not record.gold
        for scope in (ALL, pair):
            counts.add(scope, cluster, words=seen.words, records=1, **{"clean words": clean and seen.words})
        for finding in seen.findings:
            good = any(right(finding, gold) for gold in record.gold)
            amounts = {"in a marked record": not clean, "on clean": clean}
            for scope in (ALL, pair, *_scopes(finding)):
                counts.add(scope, cluster, findings=1, right=good, **amounts)
        for gold in record.gold:
            finders = {finding.rule for finding in seen.findings if right(finding, gold)}
            own: list[Scope] = [ALL, pair, ("severity", gold.severity.label), ("category", gold.category)]
            own += [("kind", gold.kind)] if gold.kind else []
            for scope in own:
                counts.add(scope, cluster, errors=1, found=bool(finders))
            for rule in finders if gold.kind else ():
                counts.add(("kind, rule", f"{gold.kind}, {rule}"), cluster, found=1)
    figures = counts.figures(_SPANS)
    figures[ALL] |= _span_f1(observations) | _word_mcc(observations) | _penalties(observations)
    return judged(
        "spans", observations, counts, figures, ("findings", "right", "errors", "found", "in a marked record")
    )


def _scopes(finding: Finding) -> tuple[Scope, Scope]:
    return ("rule", finding.rule), ("category", finding.category.mqm)


def _span_f1(observations: Sequence[Observation]) -> dict[str, Figure]:
    """Character F1 on the target: ours against each rater, and each rater's against each other one."""
    ours, people = [0, 0, 0], [0, 0, 0]
    for observation in observations:
        record = observation.record
        assert isinstance(record, Spans)
        marked = _characters(f.target_span for f in observation.seen.findings)
        raters = record.raters or (None,)
        by_rater = {
            rater: _characters(
                g.span for g in record.gold if g.side is Side.TARGET and g.rater in {rater, None}
            )
            for rater in raters
        }
        for characters in by_rater.values():
            _overlap(ours, marked, characters)
        for one, two in combinations(by_rater.values(), 2):
            _overlap(people, one, two)
            _overlap(people, two, one)
    out = {"span F1 (characters)": plain(_from_overlap(ours))}
    if any(people):
        out["span F1 between raters"] = plain(_from_overlap(people))
    return out


def _characters(spans: Iterable[Span | None]) -> set[int]:
    return {at for span in spans if span is not None for at in range(span.start, span.end)}


def _overlap(sums: list[int], marked: set[int], gold: set[int]) -> None:
    for index, amount in enumerate((len(marked & gold), len(marked), len(gold))):
        sums[index] += amount


def _from_overlap(sums: Sequence[int]) -> float:
    return 2 * sums[0] / (sums[1] + sums[2]) if sums[1] + sums[2] else math.nan


def _penalties(observations: Sequence[Observation]) -> dict[str, Figure]:
    """Agreement of the pair's quality with the MQM penalty of what was marked, the mean over raters."""
    records = [o.record for o in observations if isinstance(o.record, Spans)]
    penalties = list(map(penalty, records))
    if len(set(penalties)) < 2:
        return {}
    quality = np.array([o.seen.quality for o in observations])
    groups = numbered([record.source or record.where for record in records])
    score = -np.array(penalties)
    out = correlations(quality, score, groups)
    cosine = np.array([o.seen.cosine for o in observations])
    for name, values in (("pairwise", quality), ("pairwise by cosine", cosine)):
        if (figure := pairwise(values, score, groups)) is not None:
            out[name] = figure
    return out


def penalty(record: Spans) -> float:
    """The MQM penalty of a translation, the mean over its raters."""
    return sum(map(_weight, record.gold)) / max(1, len(record.raters))


def _weight(gold: Gold) -> float:
    """Its MQM penalty; punctuation that is minor counts a tenth (Freitag et al. 2021, "Experts, Errors, and Context")."""
    if gold.severity is Severity.MINOR and gold.category == "fluency/punctuation":
        return 0.1
    return float(gold.severity)


def _word_mcc(observations: Sequence[Observation]) -> dict[str, Figure]:
    """MCC over target words: marked by anybody against marked by a finding (as WMT's word-level QE task)."""
    table = Counter[tuple[bool, bool]]()
    for observation in observations:
        record = observation.record
        assert isinstance(record, Spans)
        gold = [g.span for g in record.gold if g.side is Side.TARGET and g.span is not None]
        found = [f.target_span for f in observation.seen.findings if f.target_span is not None]
        for word in words(record.target):
            table[any(map(word.overlaps, found)), any(map(word.overlaps, gold))] += 1
    value = mcc(table[True, True], table[True, False], table[False, True], table[False, False])
    return {"word MCC": plain(value)}
