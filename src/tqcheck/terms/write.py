"""Proposed glossaries as `--glossary` reads them: CSV, or TBX-Basic of 2019."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from xml.sax.saxutils import escape, quoteattr

from tqcheck.terms.propose import Proposal
from tqcheck.terms.table import COUNTED, SEPARATOR, guarded

# What XML 1.0 has no way to write, be it escaped.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_csv(proposals: Iterable[Proposal], languages: tuple[str, str]) -> str:
    """A table with the languages as columns, and the counts beside; without what would be two terms of its cell."""
    text = io.StringIO(newline="")
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow((*languages, *COUNTED))
    rows.writerows(
        (guarded(p.source), guarded(p.target), p.count, f"{p.share:.2f}")
        for p in proposals
        if SEPARATOR not in p.source + p.target
    )
    return text.getvalue()


def to_tbx(proposals: Iterable[Proposal], languages: tuple[str, str]) -> str:
    """A termbase, one concept a proposal; its note has the count."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">',
        "<tbxHeader><fileDesc><sourceDesc><p>Proposed by tqcheck from a bitext</p></sourceDesc></fileDesc></tbxHeader>",
        "<text><body>",
    ]
    for number, proposal in enumerate(proposals, 1):
        lines.append(f'<conceptEntry id="c{number}">')
        lines.append(
            f"<note>proposed: {proposal.count} times, {proposal.share:.0%} of the source term's</note>"
        )
        for tag, term in zip(languages, (proposal.source, proposal.target), strict=True):
            lines.append(
                f"<langSec xml:lang={quoteattr(tag)}><termSec><term>{escape(_UNWRITABLE.sub('', term))}</term></termSec></langSec>"
            )
        lines.append("</conceptEntry>")
    return "\n".join([*lines, "</body></text>", "</tbx>", ""])


WRITERS: Mapping[str, Callable[[Iterable[Proposal], tuple[str, str]], str]] = {".csv": to_csv, ".tbx": to_tbx}
"""File ending → how a glossary is written."""
