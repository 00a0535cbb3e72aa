"""What the readers share: prose built piece by piece with its place in the file, and judging lines of text."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from itertools import pairwise

from tqcheck.documents import Block, Passage, Run


@dataclass(frozen=True, slots=True)
class Extracted:
    """What a reader finds in a decoded file: its blocks and the language that the file itself declares."""

    blocks: tuple[Block, ...]
    language: str | None = None


@dataclass(slots=True)
class ProseBuilder:
    """Builds a passage in file order. White space collapses to one space; none stands at either end.

    Soft hyphens leave no trace: they are instructions to the printer, not part of a word.
    """

    _pieces: list[str] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _length: int = 0
    _space: tuple[int, int] | None = None

    def text(self, text: str, start: int) -> None:
        """Add `text`, which is exactly `file[start:start + len(text)]`."""
        for match in _PIECE.finditer(text):
            low, high = start + match.start(), start + match.end()
            if match[0] == "\xad":
                continue
            if match[0][0] in _SPACE:
                self.space(low, high)
            else:
                self.unit(match[0], low, high)

    def unit(self, text: str, start: int, end: int) -> None:
        """Add `text`, which stands for `file[start:end]` as a whole (character by character if as long)."""
        if not text:
            return
        if self._space is not None:
            if self._length:
                self._append(" ", *self._space)
            self._space = None
        self._append(text, start, end)

    def space(self, start: int, end: int) -> None:
        """Add a gap: `file[start:end]` is read as one space, and so are gaps next to each other."""
        self._space = (self._space[0] if self._space else start, end)

    def passage(self) -> Passage:
        """What was added, and a fresh start."""
        passage = Passage("".join(self._pieces), tuple(self._runs))
        self._pieces, self._runs, self._length, self._space = [], [], 0, None
        return passage

    @property
    def last(self) -> str:
        """The last character that is not white space; empty at the start."""
        return self._pieces[-1][-1] if self._pieces else ""

    def _append(self, text: str, start: int, end: int) -> None:
        last = self._runs[-1] if self._runs else None
        straight = len(text) == end - start
        if last and straight and last.end == start and last.end - last.start == self._length - last.at:
            self._runs[-1] = Run(last.at, last.start, end)
        else:
            self._runs.append(Run(self._length, start, end))
        self._pieces.append(text)
        self._length += len(text)


_SPACE = " \t\n\r\f\v\x85\u2028\u2029"
_PIECE = re.compile(f"\xad|[{_SPACE}]+|[^{_SPACE}\xad]+")

# What ends a sentence, with the quotes and brackets that may follow it.
_CLOSERS = "\"'”’»«›“‘」』】》〉）\\])"
SENTENCE_END = re.compile(rf"(?:[.!?…。！？｡．؟۔।॥:;：；]|\.\.\.)[{_CLOSERS}\s]*$")

_CJK = re.compile(
    "[\u2e80-\u303f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]"
)


def is_cjk(char: str) -> bool:
    """True for Han, kana and full-width punctuation: scripts that write no space between words (not Hangul)."""
    return bool(char) and bool(_CJK.match(char))


def width(text: str) -> int:
    """Columns that a text takes in a fixed-width display; full-width characters take two (UAX #11)."""
    return len(text) + sum(unicodedata.east_asian_width(char) in "WF" for char in text)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, white space at both ends left out: `text == file[start:start + len(text)]`."""

    text: str
    start: int

    @property
    def columns(self) -> int:
        """Its width in columns."""
        return width(self.text)


_LINE = re.compile("[^\n\r\f\v\x85\u2028\u2029]*")
_EDGE = " \t\xa0\u3000\ufeff\u200b"


def lines_of(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of `text[start:end]`, blank ones too."""
    lines = list[Line]()
    at, end = start, len(text) if end is None else end
    while at <= end:
        match = _LINE.match(text, at, end)
        assert match
        raw = match[0]
        lines.append(Line(raw.strip(_EDGE), at + len(raw) - len(raw.lstrip(_EDGE))))
        at = match.end() + (2 if text.startswith("\r\n", match.end()) else 1)
    return lines


def wrap_width(groups: list[list[Line]]) -> int | None:
    """The column at which a file's lines were wrapped, None if each line is a paragraph of its own.

    Each group is lines with no blank line between. Lines are wrapped if they are of about equal width, broken
    where the next word would not have fitted, and mostly not at the end of a sentence.
    """
    inner = [(line, following) for lines in groups for line, following in pairwise(lines)]
    if len(inner) < _MIN_WRAPPED:
        return None
    widest = max(line.columns for line, _ in inner)
    full = sum(is_full(line, following, widest) for line, following in inner)
    ended = sum(bool(SENTENCE_END.search(line.text)) for line, _ in inner)
    wrapped = _NARROWEST <= widest <= _WIDEST and full >= _MOST * len(inner) and ended * 2 < len(inner)
    return widest if wrapped else None


# Mail and plain text are wrapped at 60 to 100 columns. One or two breaks prove nothing: they may be damage.
_NARROWEST, _WIDEST = 50, 132
_MIN_WRAPPED = 3
_MOST = 0.8
_FULL = 0.85


def is_full(line: Line, following: Line, columns: int) -> bool:
    """True if the first word of the next line would hardly have fitted on this one.

    People break a word or two earlier than programs.
    Lines of Han have up to two characters less, for the punctuation that may not begin a line.
    """
    first = following.text[:1] if is_cjk(following.text[:1]) else following.text.split(maxsplit=1)[0]
    slack = 4 if is_cjk(line.text[-1:]) else 1
    return line.columns + width(first) + slack > _FULL * columns


_TITLE_WORDS = 16
_TITLE_COLUMNS = 100


def looks_like_title(text: str) -> bool:
    """True for a short line that does not end as a sentence and is not broken off."""
    if not any(char.isalpha() for char in text) or SENTENCE_END.search(text):
        return False
    if text[-1] in ",，、،-–—([（“«「" or not (text[0].isupper() or text[0].isdigit() or _uncased(text)):
        return False
    return width(text) <= _TITLE_COLUMNS and len(text.split()) <= _TITLE_WORDS


def _uncased(text: str) -> bool:
    """True unless the first letter is a small one."""
    first = next((char for char in text if char.isalpha()), "")
    return not first.islower()
