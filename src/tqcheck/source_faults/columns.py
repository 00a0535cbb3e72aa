"""Two columns of a page that were read across: each line has half a line of either column, or lines alternate.

Told by what fits: the end of a line is continued two lines below, or by the same part of the next line, and not where
reading goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tqcheck.model import SourceEdit, Span
from tqcheck.readers.prose import SENTENCE_END
from tqcheck.source_faults.words import cuts_han_word, cuts_word

# The gutter between two columns: white space that no sentence has.
_GUTTER = re.compile(r"(?<=\S)(?:[ \xa0]{3,}|[ ]*\t[ \t]*|[ ]*\u3000{2,})(?=\S)")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_LAST_WORD = re.compile(r"([^\W\d_]+)([-\u2010\u00ac]?)$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
# Fewer rows or lines prove nothing; a table's cells are shorter than this (in words, or characters where none are
# parted), and four of five do not go on in the next row.
_ROWS, _LINES = 3, 6
_CELL_WORDS, _CELL_CHARACTERS = 2.5, 7
# Where a small letter does not tell that a line goes on, only longer cells are believed to be lines of prose, or where no
# spaces part words, a word that the end of the line cuts.
_UNSPACED, _TELLING_NOTHING = frozenset({"zh", "ja"}), frozenset("ar de fa he hi ko th ur yi".split())
_LONG_CELL_WORDS = 4
_FITTING = 0.5
# Words cut at the end of a line and found again two lines below.
_STRONG = 2


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str  # without its end
    end: str


def mixed_columns(text: str, language: str) -> Iterator[SourceEdit]:
    """Regions of a decoded file in which two columns are mixed, each with the lines put in order."""
    for lines in _regions(text):
        yield from _side_by_side(lines, language)
        if len(lines) >= _LINES and not any(_GUTTER.search(line.text) for line in lines):
            yield from _alternating(lines, language)


def _regions(text: str) -> Iterator[list[_Line]]:
    """The runs of lines without a blank one between."""
    region = list[_Line]()
    for match in _LINE.finditer(text):
        bare = match[0].rstrip("\r\n")
        if bare.strip():
            region.append(_Line(match.start(), bare, match[0][len(bare) :]))
            continue
        if region:
            yield region
        region = []
    if region:
        yield region


def _side_by_side(lines: Sequence[_Line], language: str) -> Iterator[SourceEdit]:
    rows = list[tuple[_Line, str, str]]()
    for line in (*lines, None):
        parts = _GUTTER.split(line.text.strip()) if line is not None else []
        if line is not None and len(parts) == 2:
            rows.append((line, parts[0], parts[1]))
            continue
        if len(rows) >= _ROWS and _are_columns(rows, language):
            yield _reordered([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])
        rows = []


def _are_columns(rows: Sequence[tuple[_Line, str, str]], language: str) -> bool:
    left, right = [row[1] for row in rows], [row[2] for row in rows]
    unspaced, plain = language in _UNSPACED, language in _TELLING_NOTHING
    size = sum(len(cell) if unspaced else len(cell.split()) for cell in (*left, *right)) / (2 * len(rows))
    if size < (_CELL_CHARACTERS if unspaced else _LONG_CELL_WORDS if plain else _CELL_WORDS):
        return False
    if unspaced and not any(
        _cut(one, two, language) for side in (left, right) for one, two in pairwise(side)
    ):
        return False
    return all(
        sum(_goes_on(one, two, plain=unspaced or plain) for one, two in pairwise(side))
        >= _FITTING * (len(rows) - 1)
        for side in (left, right)
    )


def _alternating(lines: Sequence[_Line], language: str) -> Iterator[SourceEdit]:
    texts = [line.text.strip() for line in lines]
    if any(_cut(one, two, language) for one, two in pairwise(texts)):
        return
    if sum(_cut(one, two, language) for one, two in zip(texts, texts[2:], strict=False)) >= _STRONG:
        yield _reordered(lines, texts[::2], texts[1::2])


def _reordered(lines: Sequence[_Line], left: Sequence[str], right: Sequence[str]) -> SourceEdit:
    """The left column and then the right one, with the line ends of the file."""
    span = Span(lines[0].start, lines[-1].start + len(lines[-1].text))
    end = next((line.end for line in lines if line.end), "\n")
    return SourceEdit(span, end.join((*left, *right)))


def _goes_on(line: str, following: str, *, plain: bool) -> bool:
    """Whether a line may well be in the middle of a sentence that the other goes on with."""
    return not SENTENCE_END.search(line) and (plain or following[0].islower())


def _cut(line: str, following: str, language: str) -> bool:
    """Whether a word begins at the end of one line and ends on the other."""
    if cuts_han_word(line, following, language):
        return True
    end, begin = _LAST_WORD.search(line), _FIRST_WORD.match(following)
    if end is None or begin is None or begin[0][0].isupper():
        return False
    return cuts_word(end[1], begin[0], language)
