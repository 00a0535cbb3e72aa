"""The findings behind a figure, a few lines each: what someone reads before believing it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tqcheck.bench.judge.contrasts import new_findings
from tqcheck.bench.judge.spans import right
from tqcheck.bench.labels import Contrast, Scored, Spans
from tqcheck.bench.observe import Observation, Seen
from tqcheck.model import Finding, Side, Span
from tqcheck.reporters.printable import printable


def cases(observations: Iterable[Observation], wanted: str, rule: str | None) -> Iterator[str]:
    """A few lines for each case: `fp` findings that count as wrong, `tp` as right, `fn` errors not found.

    For `fn` a rule limits nothing: what is not found has no rule.
    """
    for observation in observations:
        if wanted == "fn":
            yield from _missed(observation)
            continue
        for finding, seen, is_right in _judged(observation):
            if is_right is (wanted == "tp") and rule in {None, finding.rule}:
                texts = (_marked(seen.text, finding.target_span), _source(observation, finding.source_span))
                yield _case(f"{observation.record.where}  {finding.rule}  {finding.message}", texts)


def _judged(observation: Observation) -> Iterator[tuple[Finding, Seen, bool]]:
    record, seen = observation.record, observation.seen
    if isinstance(record, Spans):
        for finding in seen.findings:
            yield finding, seen, any(right(finding, gold) for gold in record.gold)
    elif isinstance(record, Scored):
        for finding in seen.findings:
            yield finding, seen, record.is_bad is not False
    else:
        for finding in seen.findings:
            yield finding, seen, False
        if observation.bad is not None:
            for finding in new_findings(seen, observation.bad):
                yield finding, observation.bad, True


def _missed(observation: Observation) -> Iterator[str]:
    record, seen = observation.record, observation.seen
    if isinstance(record, Spans):
        for gold in record.gold:
            if not any(right(finding, gold) for finding in seen.findings):
                target, source = (gold.span, None) if gold.side is Side.TARGET else (None, gold.span)
                texts = (_marked(record.target, target), _source(observation, source))
                yield _case(f"{record.where}  {gold.category or 'error'}  {gold.severity.label}", texts)
    elif isinstance(record, Contrast) and observation.bad is not None:
        if not list(new_findings(seen, observation.bad)):
            yield _case(
                f"{record.where}  {record.kind}", (record.good, record.bad, _source(observation, None))
            )
    elif isinstance(record, Scored) and record.is_bad and not seen.findings:
        yield _case(f"{record.where}  not flagged", (record.target, _source(observation, None)))


def _case(head: str, texts: Iterable[str]) -> str:
    return "\n".join(map(printable, [head, *(f"    {text}" for text in texts if text)]))


def _source(observation: Observation, span: Span | None) -> str:
    return _marked(observation.record.source or "", span)


def _marked(text: str, span: Span | None) -> str:
    if span is not None:
        text = f"{text[: span.start]}⟦{span.of(text)}⟧{text[span.end :]}"
    return " ".join(text.split())
