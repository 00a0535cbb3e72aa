"""The report for a terminal: each finding with its sentence and the place underlined, worst first."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator

import click
from wcwidth import wcswidth

from tqcheck.documents import AlignedArticle, Pair, Text, is_right_to_left
from tqcheck.model import Finding, Repair, Severity, Span
from tqcheck.names.entries import Status
from tqcheck.report import ArticleReport, Check, CheckStatus, Report, Score
from tqcheck.reporters import LINE_END, ReportOptions, left_out, repairs_offered
from tqcheck.reporters.printable import printable

_COLOURS = {Severity.CRITICAL: "magenta", Severity.MAJOR: "red", Severity.MINOR: "yellow"}
_BAR = "    │ "
# The checks of which an editor wants to know what ran: another engine, other findings.
_NAMED_ENGINES = {"grammar", "meaning", "names", "terms"}
_STATUSES = {
    Status.ADDED: "in the translation only",
    Status.MISSING: "missing somewhere",
    Status.SEVERAL: "rendered in several ways",
}
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
        yield self.style(_name(document), bold=True)
        origin = _languages(article)
        if article.source is not None and article.source.path != article.target.path:
            relation = "from" if article.comparable else "not a translation of"
            origin += f", {relation} {printable(article.source.path)}"
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
        where = f"{side}{place.line}:{place.column}" if place is not None else f"pair {printable(pair.id)}"
        severity = self.style(finding.severity.label, fg=_COLOURS[finding.severity], bold=True)
        rule = self.style(finding.rule, dim=True)
        yield f"  {where}  {severity}  {rule}"
        yield from textwrap.wrap(
            printable(" ".join(finding.message.split())),
            self._width - 4,
            initial_indent="    ",
            subsequent_indent="    ",
        )
        in_source = pair.source is not None and finding.source_span is not None
        if pair.target is not None and (finding.target_span is not None or not in_source):
            yield from self.marked(pair.target, finding.target_span, "^", _COLOURS[finding.severity])
        if pair.source is not None and (in_source or pair.target is None):
            yield from self.marked(pair.source, finding.source_span, "~", "cyan")
        for suggestion in map(printable, finding.suggestions[:1]):
            yield f"    → {self.style(suggestion, fg='green')}" if suggestion else "    → delete it"
        if finding.repair is not None:
            yield from self.repair(finding.repair)
        yield ""

    def repair(self, repair: Repair) -> Iterator[str]:
        """The broken source, a sign for each line end, and how it should read."""
        label = f"source {repair.where}:"
        broken = printable(LINE_END.sub("⏎", repair.broken))
        yield f"    {label} {self.style(broken, fg='cyan')}"
        repaired = printable(LINE_END.sub("⏎", repair.repaired))
        yield f"    {'repaired:':<{len(label)}} {self.style(repaired, fg='green')}"

    def marked(self, text: Text, span: Span | None, mark: str, colour: str) -> Iterator[str]:
        """The part of a text around a span that fits on a line, and the underline below it."""
        line, place = _excerpt(text.text, span, self._width - len(_BAR))
        yield f"{_BAR}{line}"
        if place is None:
            return
        if is_right_to_left(text.language):
            # A terminal orders these letters itself, if it does: no underline would stand below its word.
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
        where = f"{many} documents"
        if many == 1:
            (document,) = report.documents
            where = f"{_name(document)} ({_languages(document.article)})"
        yield self.style(f"{total or 'No findings'} in {where}.", bold=not total)
        if many == 1:
            score = document.score
            yield (
                f"MQM score {score.per_1000_words} = {Score.FORMULA}: "
                f"{score.penalty} × 1000 / {score.words} words. Verdict: {score.verdict}."
            )
            for line in _files(document.article):
                yield self.style(line, dim=True)
        for line in (*_names_line(report), *_silenced_line(report), *repairs_offered(report)):
            yield self.style(line, dim=True)
        yield from self.checks(report)
        for document in report.documents:
            for failure in document.failures:
                place = f" (pair {failure.pair})" if failure.pair is not None else ""
                yield self.style(printable(f"Failed: {failure.what}: {failure.error}{place}"), fg="red")
        for problem in report.problems:
            yield self.style(printable(f"Not read: {problem}"), fg="red")

    def checks(self, report: Report) -> Iterator[str]:
        """What was checked on one line; what was not has a line each, with the reason."""
        ran = [_ran(check) for check in report.checks if check.status is CheckStatus.RAN]
        if ran:
            yield printable(f"Checked: {', '.join(ran)}")
        for status, label, colour in (
            (CheckStatus.SKIPPED, "Not checked", "yellow"),
            (CheckStatus.FAILED, "Failed", "red"),
        ):
            for check in report.checks:
                if check.status is status:
                    reason = f": {check.detail}" if check.detail else ""
                    yield self.style(printable(f"{label}: {check.name}{reason}"), fg=colour)


def _names_line(report: Report) -> Iterator[str]:
    """How many names the ledgers have, and how many of them want looking at."""
    entries = [entry for document in report.documents for entry in document.ledger]
    counts = Counter(entry.status for entry in entries)
    said = [f"{counts[status]} {words}" for status, words in _STATUSES.items() if counts[status]]
    if entries:
        yield f"Names: {', '.join([str(len(entries)), *said])}."


def _silenced_line(report: Report) -> Iterator[str]:
    """How many findings were left out because of names."""
    total = sum(sum(document.silenced.values()) for document in report.documents)
    if total:
        yield left_out(total)


def _name(document: ArticleReport) -> str:
    name = f" [{document.name}]" if document.name is not None else ""
    return printable(f"{document.article.target.path}{name}")


def _languages(article: AlignedArticle) -> str:
    if article.source is None:
        return printable(f"{article.target_language}, the translation alone")
    between = "→" if article.comparable else "and"
    return printable(f"{article.source_language} {between} {article.target_language}")


def _files(article: AlignedArticle) -> Iterator[str]:
    """How each file was read: a bitext is one file for both sides."""
    decided: dict[str, dict[str, None]] = {}  # path → what was decided, each once
    for file in (article.source, article.target):
        if file is not None:
            decided.setdefault(file.path, {}).update(dict.fromkeys((*file.notes, file.encoding)))
    for path, notes in decided.items():
        yield printable(f"{path}: {'; '.join(notes)}")


def _ran(check: Check) -> str:
    if check.name not in _NAMED_ENGINES or not check.detail:
        return check.name
    what = check.detail.partition(", typical cosine")[0]  # a figure for those who tune, and in the JSON
    return f"{check.name} ({what})"


def _excerpt(text: str, span: Span | None, columns: int) -> tuple[str, Span | None]:
    """One line of `text` that has the span's start, cut to a width, and where the span is in it."""
    flat = "".join(" " if char.isspace() else char for char in printable(text))
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
    end, room = start, columns - len(lead)
    if _columns(flat[start:]) > room:
        room -= 1  # for the dots behind
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
