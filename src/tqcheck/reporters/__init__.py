"""Reports: one file a format, each a pure function `render(report, options) → str`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module

from tqcheck.documents import GIVEN
from tqcheck.report import Report


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a report depends on besides its findings.

    `color`: ANSI colours (text only). `width`: columns of the terminal (text only). `rules`: for each rule id
    its summary and why it matters, shown beside its findings.
    """

    color: bool = False
    width: int = 100
    rules: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def left_out(count: int) -> str:
    """What reports say of findings that were silenced."""
    findings = (
        "finding on a name, title, code or copied word was"
        if count == 1
        else "findings on names, titles, code or copied words were"
    )
    return f"{count} spelling or grammar {findings} left out."


# What ends a line; reports show it as ⏎ where a repair of the source is about it.
LINE_END = re.compile("\r\n|\n|\r")


def repairs_offered(report: Report) -> Iterator[str]:
    """What reports say of the repairs of the source that can be written; nothing where there are none."""
    count = sum(
        finding.repair is not None and document.article.aligned_by != GIVEN
        for document in report.documents
        for finding in document.findings
    )
    if count:
        places = "1 place" if count == 1 else f"{count} places"
        yield f"The source is broken in {places}: --repair-source OUT writes it repaired."


# The one list: a format and the module whose `render` makes it, imported on demand.
REPORTERS: dict[str, str] = {
    "text": "tqcheck.reporters.text",
    "json": "tqcheck.reporters.json",
    "html": "tqcheck.reporters.html",
}


def render(format_: str, report: Report, options: ReportOptions) -> str:
    """The report as text in one of REPORTERS. Raises KeyError for another format."""
    text = import_module(REPORTERS[format_]).render(report, options)
    assert isinstance(text, str)
    return text
