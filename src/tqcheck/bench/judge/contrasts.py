"""Contrasts: a good and a spoiled translation of one source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from tqcheck.bench.counts import Counts, Scope, f1, ratio
from tqcheck.bench.judge.figures import ALL, Judged, judged
from tqcheck.bench.labels import Contrast
from tqcheck.bench.observe import Observation, Seen
from tqcheck.model import Finding, Span

_CAUGHT, _CLEAN = ratio("caught", "spoiled"), ratio("caught", "flagged")
_CONTRAST = {
    "false alarms per 1,000 words": ratio("false", "words", 1000),
    "precision": _CLEAN,
    "recall": _CAUGHT,
    "F1": f1(_CLEAN, _CAUGHT),
    "ranking": ratio("ranked", "spoiled"),
}


def judge_contrasts(observations: Sequence[Observation]) -> Judged:
    """Caught and falsely alarmed, by rule, kind of damage, category and language pair; ranking accuracy."""
    counts = Counts()
    for observation in observations:
        record, good, bad = observation.record, observation.seen, observation.bad
        assert isinstance(record, Contrast)
        assert bad is not None
        cluster = record.document or record.where
        own: list[Scope] = [ALL, ("pair", record.pair)]
        own += [("kind", record.kind)] if record.kind else []
        own += [("category", record.category)] if record.category else []
        own += [("severity", record.severity.label)] if record.severity else []
        new = list(new_findings(good, bad))
        rank = 1.0 if good.quality > bad.quality else 0.5 if good.quality == bad.quality else 0.0
        for scope in own:
            counts.add(
                scope,
                cluster,
                words=good.words,
                records=1,
                spoiled=1,
                caught=bool(new),
                flagged=bool(new) + bool(good.findings),
                false=len(good.findings),
                ranked=rank,
            )
        for rule in {finding.rule for finding in new}:
            counts.add(("rule", rule), cluster, caught=1, flagged=1)
        for rule, many in Counter(finding.rule for finding in good.findings).items():
            counts.add(("rule", rule), cluster, flagged=1, false=many)
    return judged("contrast", observations, counts, counts.figures(_CONTRAST), ("spoiled", "caught", "false"))


def new_findings(good: Seen, bad: Seen) -> Iterator[Finding]:
    """The findings of the spoiled translation that the good one has not, by rule and marked text."""
    known = Counter(_mark(finding, good.text) for finding in good.findings)
    for finding in bad.findings:
        mark = _mark(finding, bad.text)
        if known[mark]:
            known[mark] -= 1
        else:
            yield finding


def _mark(finding: Finding, text: str) -> tuple[str, str, Span | None]:
    marked = finding.target_span.of(text) if finding.target_span is not None else ""
    return finding.rule, marked, finding.source_span
