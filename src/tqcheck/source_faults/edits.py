"""Edits of the source: how they are applied, and how a report shows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tqcheck.documents import LineIndex
from tqcheck.model import Repair, SourceEdit, Span
from tqcheck.readers.prose import width

# Columns of a line that a report shows on each side of a fault, so that fault and label fit on a line of a hundred.
_AROUND = 36
_LONGEST = 160
# What may stand between the halves of a sentence and goes when they are joined: white space, or in HTML the end of one
# paragraph and the beginning of the next, or a line break.
_BETWEEN = re.compile(
    r"[\s\u3000\u200b]*(?:</p\s*>\s*<p(?:\s[^<>]*)?>|<br\s*/?>)?[\s\u3000\u200b]*", re.IGNORECASE
)


def apply_edits(text: str, edits: Iterable[SourceEdit]) -> str:
    """The text with the edits made, in whatever order they come. Raises ValueError where two overlap."""
    pieces, at = list[str](), 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)):
        if edit.span.start < at or edit.span.end > len(text):
            raise ValueError(f"an edit of {edit.span} overlaps another, or is outside the text")
        pieces += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join((*pieces, text[at:]))


def without_overlaps(edits: Iterable[SourceEdit]) -> tuple[SourceEdit, ...]:
    """The edits in the order of the text, each once; of two that overlap the first."""
    kept = list[SourceEdit]()
    for edit in sorted(set(edits), key=lambda edit: (edit.span.start, edit.span.end, edit.text)):
        if kept and (edit.span.start < kept[-1].span.end or edit.span == kept[-1].span):
            continue
        kept.append(edit)
    return tuple(kept)


def joined(file: str, end: int, start: int, glue: str) -> SourceEdit | None:
    """The edit that puts `glue` in the place of the gap `file[end:start]`; None if more than a break stands in it."""
    return SourceEdit(Span(end, start), glue) if _BETWEEN.fullmatch(file, end, start) else None


def as_repair(file: str, lines: LineIndex, edits: Sequence[SourceEdit]) -> Repair:
    """The lines around the edits (at least one) as they are and as they will be, cut where they are long."""
    first, last = min(edit.span.start for edit in edits), max(edit.span.end for edit in edits)
    top, bottom = lines.locate(first)[0], lines.locate(last)[0]
    begins = lines.starts[top - 1]
    ends = lines.starts[bottom] if bottom < len(lines.starts) else len(file)
    ends -= len(file[last:ends]) - len(file[last:ends].rstrip("\r\n"))
    start, end = first, last
    while start > begins and width(file[start - 1 : first]) <= _AROUND:
        start -= 1
    while end < ends and width(file[last : end + 1]) <= _AROUND:
        end += 1
    left, right = "…" * (start > begins), "…" * (end < ends)
    moved = [SourceEdit(edit.span.shift(-start), edit.text) for edit in edits]
    broken, repaired = file[start:end], apply_edits(file[start:end], moved)
    if len(broken) > _LONGEST:  # a whole passage was put in order: its beginning tells enough
        broken, repaired, right = broken[:_LONGEST], repaired[:_LONGEST], "…"
    return Repair(top, bottom, f"{left}{broken}{right}", f"{left}{repaired}{right}", tuple(edits))
