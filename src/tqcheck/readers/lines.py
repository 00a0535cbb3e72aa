"""Segments one a line, as other tools leave them: nothing is joined, cut or left out.

A blank line ends a paragraph, which is all that the aligner makes of it.
"""

from __future__ import annotations

import re
from itertools import groupby

from tqcheck.documents import Block, BlockKind, Passage
from tqcheck.readers.prose import Extracted

# Lines end as `LineIndex` counts them, so that a form feed or U+2028 stays inside its segment.
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")


def extract(text: str) -> Extracted:
    """A block for each run of lines that are not blank, line ends included."""
    blocks = list[Block]()
    for filled, run in groupby(
        _LINE.finditer(text), key=lambda line: not line[0].isspace() and bool(line[0])
    ):
        lines = list(run)
        start, end = lines[0].start(), lines[-1].end()
        if filled:
            blocks.append(Block(BlockKind.PARAGRAPH, Passage.verbatim(text[start:end], start)))
    return Extracted(tuple(blocks))
