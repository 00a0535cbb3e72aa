"""Plain text: paragraphs, titles, list items.

A blank line ends a paragraph. Whether a single line break does is decided for the whole file: where lines are
wrapped at a column they are joined, else each line is a paragraph, so that a line break that cuts a word or a
number of the source (重 / 要) stays visible as the end of a block.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tqcheck.documents import Block, BlockKind, Passage
from tqcheck.readers.prose import (
    SENTENCE_END,
    Extracted,
    Line,
    ProseBuilder,
    is_cjk,
    is_full,
    lines_of,
    looks_like_title,
    wrap_width,
)


def extract(text: str) -> Extracted:
    """The blocks of a decoded text file."""
    groups = _groups(text)
    columns = wrap_width(groups)
    paragraphs = [
        _Paragraph(lines, alone=len(group) == len(lines))
        for group in groups
        for lines in ([[line] for line in group] if columns is None else _unwrapped(group, columns))
    ]
    blocks = list[Block]()
    for index, paragraph in enumerate(paragraphs):
        bullet = _BULLET.match(paragraph.lines[0].text)
        passage = join_lines(paragraph.lines, skip=bullet.end() if bullet else 0)
        if not passage.text:
            continue
        if bullet or _NUMBERED.match(passage.text):
            blocks.append(Block(BlockKind.LIST_ITEM, passage))
        elif _is_title(paragraphs, index, one_group=len(groups) == 1):
            blocks.append(Block(BlockKind.HEADING, passage, 1 if not blocks else 2))
        else:
            blocks.append(Block(BlockKind.PARAGRAPH, passage))
    return Extracted(tuple(blocks))


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """`alone`: a blank line, or an end of the file, stands on both sides of it."""

    lines: list[Line]
    alone: bool

    @property
    def first(self) -> str:
        return self.lines[0].text

    @property
    def last(self) -> str:
        return self.lines[-1].text


_BULLET = re.compile("[-*•‣◦●○▪■·–][ \t\u3000]+(?=\\S)")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)、]\s")
_RULER = re.compile(r"[-=_*~#·•+─━—\s]{3,}|[*#·•]")


def _groups(text: str) -> list[list[Line]]:
    groups: list[list[Line]] = [[]]
    for line in lines_of(text):
        if not line.text or _RULER.fullmatch(line.text):
            groups.append([])
        else:
            groups[-1].append(line)
    return [group for group in groups if group]


def _unwrapped(lines: list[Line], columns: int) -> list[list[Line]]:
    """Put wrapped lines together; a line that had room for more ends its paragraph, unless it is but ragged."""
    paragraphs = [[lines[0]]]
    for before, line in pairwise(lines):
        room = not is_full(before, line, columns)
        ends = bool(SENTENCE_END.search(before.text)) or before.columns < _RAGGED * columns
        if (room and ends) or _BULLET.match(line.text):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return paragraphs


# A line of less than this part of the column was ended on purpose: a title, a verse, an address, damage.
_RAGGED = 0.6


def join_lines(lines: Sequence[Line], skip: int = 0) -> Passage:
    """One passage from wrapped lines, less the first `skip` characters.

    A line break is a space, except between Han or kana and after a hyphen inside a word.
    """
    builder = ProseBuilder()
    for index, line in enumerate(lines):
        at = skip if index == 0 else 0
        if index:
            before = lines[index - 1]
            glued = is_cjk(before.text[-1]) or is_cjk(line.text[0]) or _HYPHENATED.search(before.text)
            if not glued:
                builder.space(before.start + len(before.text), line.start)
        builder.text(line.text[at:], line.start + at)
    return builder.passage()


_HYPHENATED = re.compile(r"[^\W\d_]-$")


def _is_title(paragraphs: Sequence[_Paragraph], index: int, *, one_group: bool) -> bool:
    """A short line between finished paragraphs. The first line of a file has the benefit of the doubt.

    Where no blank lines help, a line without an end may be a broken one, and only capitals tell.
    """
    paragraph = paragraphs[index]
    if len(paragraph.lines) > 1 or index + 1 == len(paragraphs) or not looks_like_title(paragraph.first):
        return False
    following = paragraphs[index + 1].first
    if following[0].islower() or (paragraph.last[-1].isdigit() and following[0].isdigit()):
        return False
    if index == 0:
        return True
    before = paragraphs[index - 1].last
    finished = bool(SENTENCE_END.search(before)) or looks_like_title(before)
    return finished and (
        paragraph.alone if not one_group else paragraph.first[0].isupper() and following[0].isupper()
    )
