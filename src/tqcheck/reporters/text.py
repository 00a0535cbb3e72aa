"""The report for a terminal: each finding with its sentence and the place underlined, worst first."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click
from wcwidth import wcswidth, wcwidth

from tqcheck.documents import Pair, Text, primary_language
from tqcheck.model import Finding, Severity, Span
from tqcheck.report import ArticleReport, CheckStatus, Report, Score
from tqcheck.reporters import ReportOptions

_COLOURS = {Severity.CRITICAL: "magenta", Severity.MAJOR: "red", Severity.MINOR: "yellow"}
# A terminal orders these letters itself, if it does: no underline would stand below its word.
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", "yi"}
_BAR = "    │ "
_LEAST_WIDTH = 40


def render(report: Report, options: ReportOptions) -> str:
    """The report as text; the worst document first, and in each its worst finding first."""
    painter = _Painter(options)
    documents = sorted(report.documents, key=lambda document: -document.score.per_1000_words)
    blocks = [block for document in documents for block in painter.document(document)]
    return "\n".join([*blocks, *painter.summary(report)]) + "\n"


class _Painter:
    """Writes parts of the report in the terminal's width and colours."""

    def __init__(self, options: ReportOptions) -> None:
        self._color = options.color
        self._width = max(options.width, _LEAST_WIDTH)

    def style(self, text: str, **styles: object) -> str:
        """`text` in colour, where there is colour."""
        return click.style(text, **styles) if self._color else text  # type: ignore[arg-type]

    def document(self, document: ArticleReport) -> Iterator[str]:
        """The lines of one document; none for a document of many that has nothing to say."""
        if not document.findings and not document.failures:
            return
        article, score = document.article, document.score
        name = f" [{document.name}]" if document.name is not None else ""
        yield self.style(f"{article.target.path}{name}", bold=True)
        origin = "the translation alone"
        if article.source is not None and not document.article.comparable:
            origin = f"{article.target_language}, not a translation of {article.source.path}"
        elif article.source is not None:
            origin = f"{article.source_language} → {article.target_language}, from {article.source.path}"
        yield f"  {origin}"
        yield f"  MQM {score.per_1000_words} penalty points per 1,000 words ({score.penalty} in {score.words} words)"
        yield ""
        pairs = {pair.id: pair for pair in article.pairs}
        for finding in document.findings:
            yield from self.finding(finding, pairs[finding.pair])
        if document.hidden:
            yield self.style(f"  {document.hidden} less sure: --min-confidence low shows them.", dim=True)
            yield ""

    def finding(self, finding: Finding, pair: Pair) -> Iterator[str]:
        """Place, severity and reason; the sentence with its mark; what to write instead."""
        place = finding.target or finding.source
        side = "" if finding.target is not None else "source "
        where = f"{side}{place.line}:{place.column}" if place is not None else f"pair {pair.id}"
        severity = self.style(finding.severity.label, fg=_COLOURS[finding.severity], bold=True)
        rule = self.style(finding.rule, dim=True)
        yield f"  {where}  {severity}  {rule}"
        yield from textwrap.wrap(
            " ".join(finding.message.split()),
            self._width - 4,
            initial_indent="    ",
            subsequent_indent="    ",
        )
        if pair.target is not None:
            yield from self.marked(pair.target, finding.target_span, "^", _COLOURS[finding.severity])
        if pair.source is not None and (finding.source_span is not None or pair.target is None):
            yield from self.marked(pair.source, finding.source_span, "~", "cyan")
        for suggestion in finding.suggestions[:1]:
            yield f"    → {self.style(suggestion, fg='green')}" if suggestion else "    → delete it"
        yield ""

    def marked(self, text: Text, span: Span | None, mark: str, colour: str) -> Iterator[str]:
        """The part of a text around a span that fits on a line, and the underline below it."""
        line, place = _excerpt(text.text, span, self._width - len(_BAR))
        yield f"{_BAR}{line}"
        if place is None:
            return
        if primary_language(text.language) in _RIGHT_TO_LEFT:
            yield f"{_BAR}{self.style(f'{mark} {place.of(line)}', fg=colour)}"
            return
        before, length = _columns(line[: place.start]), max(1, _columns(place.of(line)))
        yield f"{_BAR}{' ' * before}{self.style(mark * length, fg=colour)}"

    def summary(self, report: Report) -> Iterator[str]:
        """What was found in all, what was checked, and what was not."""
        counts = report.counts
        total = ", ".join(
            self.style(f"{counts[severity.label]} {severity.label}", fg=_COLOURS[severity])
            for severity in sorted(Severity, reverse=True)
            if counts[severity.label]
        )
        many = len(report.documents)
        yield self.style(
            f"{total or 'No findings'} in {many} document{'s' if many != 1 else ''}.", bold=not total
        )
        if many == 1:
            (document,) = report.documents
            score = document.score
            yield (
                f"MQM score {score.per_1000_words} = {Score.FORMULA}: "
                f"{score.penalty} × 1000 / {score.words} words. Verdict: {score.verdict}."
            )
            for file in (document.article.source, document.article.target):
                if file is not None:
                    yield self.style(f"{file.path}: {'; '.join((*file.notes, file.encoding))}", dim=True)
        for status, label, colour in (
            (CheckStatus.RAN, "Checked", None),
            (CheckStatus.SKIPPED, "Not checked", "yellow"),
            (CheckStatus.FAILED, "Failed", "red"),
        ):
            for check in report.checks:
                if check.status is status:
                    detail = f": {check.detail}" if check.detail else ""
                    yield self.style(f"{label}: {check.name}{detail}", fg=colour)
        for document in report.documents:
            for failure in document.failures:
                yield self.style(f"Failed: {failure.what}: {failure.error}", fg="red")
        for problem in report.problems:
            yield self.style(f"Not read: {problem}", fg="red")


def _excerpt(text: str, span: Span | None, columns: int) -> tuple[str, Span | None]:
    """One line of `text` that has the span's start, cut to a width, and where the span is in it."""
    flat = "".join(" " if char.isspace() or wcwidth(char) < 0 else char for char in text)
    place = span
    span = span or Span(0, 0)
    start = 0
    if _columns(flat) > columns:
        # A third of the line is what comes before; more, where what comes after is shorter than the rest.
        start, before = span.start, columns // 3
        while start and _columns(flat[start - 1 : span.start]) < before:
            start -= 1
        while start and _columns(flat[start - 1 :]) < columns - 1:
            start -= 1
    lead = "…" if start else ""
    end, room = start, columns - len(lead) - 1
    while end < len(flat) and _columns(flat[start : end + 1]) <= room:
        end += 1
    line = lead + flat[start:end] + ("…" if end < len(flat) else "")
    if place is None:
        return line, None
    shift = len(lead) - start
    return line, Span(span.start + shift, max(span.start, min(span.end, end)) + shift)


def _columns(text: str) -> int:
    """Terminal columns: Han, kana and Hangul take two, combining marks none."""
    return max(0, wcswidth(text))
