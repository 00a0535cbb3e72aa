"""What counts as right in a set of a focus: contrasts, people's translations, classes, marked errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

import numpy as np

from tqcheck.bench.convert import LabelledSet, clean
from tqcheck.bench.correlation import auroc
from tqcheck.bench.counts import Counts, Scope, ratio, resampled
from tqcheck.bench.focus.measure import FocusSet
from tqcheck.bench.judge.agreement import numbered
from tqcheck.bench.judge.contrasts import new_findings
from tqcheck.bench.judge.figures import ALL, LOUD, Judged, judged
from tqcheck.bench.labels import Contrast, Labelled, Scored, Spans
from tqcheck.bench.observe import Observation
from tqcheck.model import Category, Severity, Side

Scoped: TypeAlias = Callable[[Contrast], Iterable[Scope]]

_CONTRAST = {
    "bad flagged": ratio("bad flagged", "records"),
    "bad flagged anew": ratio("bad flagged anew", "records"),
    "good flagged": ratio("good flagged", "records"),
}
_CLASSES = {
    "bad flagged": ratio("bad flagged", "bad"),
    "good flagged": ratio("good flagged", "good"),
    "precision": ratio("bad flagged", "flagged"),
}
_MARKED = {
    "precision": ratio("right", "findings"),
    "recall": ratio("found", "errors"),
    "per 1,000 words": ratio("findings", "words", 1000),
    "false alarms per 1,000 words": ratio("wrong", "words", 1000),
    "errors found per false alarm": ratio("found", "wrong"),
}
_MAJOR = {"major or worse per 1,000 words": ratio("major", "words", 1000)}


def clean_sets(*pairs: str, by_severity: bool = False) -> dict[str, FocusSet]:
    """All references, those too in which raters marked something: that is seldom about the focus."""
    convert = partial(clean.references, marked=True)
    return {
        f"clean/{pair}": FocusSet(
            LabelledSet(f"clean/clean_refs_{pair}.jsonl.gz", convert, Spans),
            partial(judge_clean, by_severity=by_severity),
        )
        for pair in pairs
    }


def judge_contrasts(observations: Sequence[Observation], scopes: Scoped) -> Judged:
    """The shares of good and of spoiled translations that are flagged; spoilings of one source are one cluster.

    "Anew": with a finding that the good translation has not.
    """
    counts = Counts()
    for observation in observations:
        record, good, bad = observation.record, observation.seen, observation.bad
        assert isinstance(record, Contrast)
        assert bad is not None
        amounts = {
            "records": 1,
            "bad flagged": bool(bad.findings),
            "bad flagged anew": any(True for _ in new_findings(good, bad)),
            "good flagged": bool(good.findings),
        }
        for scope in (ALL, *scopes(record)):
            counts.add(scope, record.source or record.where, **amounts)
    return judged(
        "contrast", observations, counts, counts.figures(_CONTRAST), tuple(amounts) if counts.scopes else ()
    )


def judge_clean(observations: Sequence[Observation], *, by_severity: bool) -> Judged:
    """How loud each rule is; an article is a cluster. `by_severity`: and with what is major or worse alone."""
    counts = Counts()
    for observation in observations:
        record, seen = observation.record, observation.seen
        cluster = record.document or record.where
        major = [finding.rule for finding in seen.findings if finding.severity >= Severity.MAJOR]
        counts.add(ALL, cluster, words=seen.words, findings=len(seen.findings), major=len(major))
        for rule, many in Counter(finding.rule for finding in seen.findings).items():
            counts.add(("rule", rule), cluster, findings=many, major=major.count(rule))
    figures = counts.figures(LOUD | _MAJOR if by_severity else LOUD)
    return judged(
        "clean", observations, counts, figures, ("findings", "major") if by_severity else ("findings",)
    )


def judge_classes(observations: Sequence[Observation], rules: frozenset[str] = frozenset()) -> Judged:
    """How many of the bad and of the good are flagged (by one of `rules`, if any are named), and the AUROC of the pair's quality."""
    counts = Counts()
    records, quality = list[Scored](), list[float]()
    for observation in observations:
        record, seen = observation.record, observation.seen
        assert isinstance(record, Scored)
        finders = {finding.rule for finding in seen.findings if not rules or finding.rule in rules}
        bad, flagged = record.is_bad is True, bool(finders)
        amounts = {"bad flagged": bad and flagged, "good flagged": not bad and flagged, "flagged": flagged}
        counts.add(ALL, record.group, records=1, bad=bad, good=not bad, **amounts)
        for rule in finders:
            counts.add(("rule", rule), record.group, **amounts)
        records.append(record)
        quality.append(seen.quality)
    figures = counts.figures(_CLASSES)
    bad_ones, scores = np.array([record.is_bad for record in records], np.bool_), np.array(quality)
    groups = numbered([record.group for record in records])
    figures[ALL] |= {"AUROC": resampled(groups, lambda at: auroc(-scores[at], bad_ones[at]))}
    return judged("classes", observations, counts, figures, ("bad", "good", "bad flagged", "good flagged"))


def judge_marked(observations: Sequence[Observation], category: str, least: Severity) -> Judged:
    """Recall of the errors of a category ("fluency/") that people marked in the target as at least so severe.

    Precision: of the findings, whichever error they overlap; those that overlap none are false alarms. Errors found for
    each false alarm compare checkers of unlike loudness: at random thinned out to the other's false alarms, a checker
    keeps the same share of what it finds. An article is a cluster.
    """
    counts = Counts()
    for observation in observations:
        record, seen = observation.record, observation.seen
        assert isinstance(record, Spans)
        cluster = record.document or record.where
        gold = [each for each in record.gold if each.side is Side.TARGET and each.span is not None]
        marks = [(f.rule, f.target_span) for f in seen.findings if f.target_span is not None]
        wanted = [each for each in gold if each.category.startswith(category) and each.severity >= least]
        found = sum(any(each.span.overlaps(mark) for _, mark in marks) for each in wanted if each.span)
        counts.add(ALL, cluster, words=seen.words, errors=len(wanted), found=found)
        for rule, mark in marks:
            right = any(each.span is not None and each.span.overlaps(mark) for each in gold)
            for scope in (ALL, ("rule", rule)):
                counts.add(scope, cluster, findings=1, right=right, wrong=not right)
    return judged(
        "marked", observations, counts, counts.figures(_MARKED), ("errors", "found", "findings", "right")
    )


def contrasts_about(category: Category, labelled: LabelledSet, scopes: Scoped) -> FocusSet:
    """A whole set of contrasts, of which those count that are about one category."""

    def about(record: Labelled) -> bool:
        return isinstance(record, Contrast) and record.category == category.mqm

    return FocusSet(replace(labelled, words=None), partial(judge_contrasts, scopes=scopes), about)
