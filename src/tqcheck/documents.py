"""Documents, their blocks and sentences, and the aligned article.

A reader turns a file into blocks of prose. Prose is rarely the file's own text (entities, tags, wrapped
lines), so every piece of it carries `runs`, which lead each code point back to the decoded file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tqcheck.model import Span


@dataclass(frozen=True, slots=True)
class Run:
    """Prose from offset `at` up to the next run comes from `file[start:end]`.

    Equal lengths: character by character. Otherwise (an entity, a collapsed gap) the run is one unit.
    """

    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of prose that knows where in the file each character stands.

    `runs` are sorted by `at`, the first at 0 (none for empty text), in file order.
    """

    text: str
    runs: tuple[Run, ...]

    @classmethod
    def verbatim(cls, text: str, start: int = 0) -> Passage:
        """Prose that is exactly `file[start:start + len(text)]`."""
        return cls(text, (Run(0, start, start + len(text)),) if text else ())

    @classmethod
    def join(cls, passages: Sequence[Passage], separator: str) -> Passage:
        """One passage from several in file order, `separator` standing for the gaps between them."""
        text, runs = "", list[Run]()
        for passage in passages:
            if not passage.text:
                continue
            if text and separator:
                runs.append(Run(len(text), runs[-1].end, passage.runs[0].start))
                text += separator
            runs += (Run(len(text) + run.at, run.start, run.end) for run in passage.runs)
            text += passage.text
        return cls(text, tuple(runs))

    def slice(self, span: Span) -> Passage:
        """The part of the passage that `span` marks."""
        runs = list[Run]()
        for index in range(self._run_at(span.start), len(self.runs)):
            run, length = self.runs[index], self._length(index)
            low, high = max(span.start, run.at), min(span.end, run.at + length)
            if run.at >= span.end:
                break
            if low >= high:
                continue
            if length == run.end - run.start:
                runs.append(Run(low - span.start, run.start + low - run.at, run.start + high - run.at))
            else:
                runs.append(Run(low - span.start, run.start, run.end))
        return Passage(span.of(self.text), tuple(runs))

    def file_span(self, span: Span) -> Span:
        """Where in the file the marked prose stands; an empty span keeps its place.

        Raises ValueError for a span outside the text.
        """
        if span.end > len(self.text):
            raise ValueError(f"{span} is outside a passage of {len(self.text)} characters")
        if not self.runs:
            return Span(0, 0)
        if not len(span):
            place = self.runs[-1].end if span.start == len(self.text) else self._edges(span.start).start
            return Span(place, place)
        return Span(self._edges(span.start).start, self._edges(span.end - 1).end)

    def _edges(self, offset: int) -> Span:
        index = self._run_at(offset)
        run = self.runs[index]
        if self._length(index) == run.end - run.start:
            return Span(run.start + offset - run.at, run.start + offset - run.at + 1)
        return Span(run.start, run.end)

    def _run_at(self, offset: int) -> int:
        return max(0, bisect_right(self.runs, offset, key=lambda run: run.at) - 1)

    def _length(self, index: int) -> int:
        following = self.runs[index + 1].at if index + 1 < len(self.runs) else len(self.text)
        return following - self.runs[index].at


class BlockKind(StrEnum):
    """What a block of prose is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    QUOTE = "quote"
    CELL = "cell"
    CAPTION = "caption"
    NAVIGATION = "navigation"  # breadcrumbs, menus, "related" links, footers: not article text


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or other unit that no sentence crosses. `level` is a heading's, 1 to 6."""

    kind: BlockKind
    passage: Passage
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """One decoded file (or one side of a bitext record) and its blocks in reading order.

    `text` is the file as decoded, byte order mark removed; all spans index it.
    `language` is a BCP 47 tag, or None if neither given nor detected. `notes` say what was decided.
    """

    path: str
    text: str
    blocks: tuple[Block, ...]
    language: str | None = None
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()

    @property
    def prose(self) -> tuple[Block, ...]:
        """The article's own blocks: all but navigation."""
        return tuple(block for block in self.blocks if block.kind is not BlockKind.NAVIGATION)


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence. `block` is the index of its block in `Document.prose`."""

    passage: Passage
    block: int
    kind: BlockKind = BlockKind.PARAGRAPH

    @property
    def text(self) -> str:
        """The prose of the sentence."""
        return self.passage.text


@dataclass(frozen=True, slots=True)
class Bead:
    """Source sentences with the target sentences that translate them (indices, contiguous).

    One side may be empty: an omission or an addition. `confidence` in 0..1 is the aligner's.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Text:
    """One side of a pair: what a rule reads.

    `starts` are the offsets in `text` of the bead's sentences; `blocks` the block of each.
    """

    passage: Passage
    language: str
    kind: BlockKind = BlockKind.PARAGRAPH
    starts: tuple[int, ...] = (0,)
    blocks: tuple[int, ...] = (0,)

    @property
    def text(self) -> str:
        """The prose."""
        return self.passage.text

    @property
    def sentences(self) -> tuple[Span, ...]:
        """The spans of the bead's sentences in `text`, trailing space excluded."""
        ends = (*self.starts[1:], len(self.text))
        return tuple(
            Span(start, start + len(self.text[start:end].rstrip()))
            for start, end in zip(self.starts, ends, strict=True)
        )


# The aligner's confidence in a pair from which what it has can be told apart from a neighbour's.
LIKELY_ALIGNED = 0.5


@dataclass(frozen=True, slots=True)
class Pair:
    """A bead as rules see it. In a target-only run every `source` is None.

    `confidence` is the alignment's: 1 where the pair was given without one and not found.
    """

    id: str
    source: Text | None
    target: Text | None
    confidence: float = 1.0

    @property
    def source_text(self) -> str:
        """The source prose, empty where there is none."""
        return self.source.text if self.source else ""

    @property
    def target_text(self) -> str:
        """The target prose, empty where there is none."""
        return self.target.text if self.target else ""

    @property
    def target_language(self) -> str:
        """The target's language tag, `und` where there is none."""
        return self.target.language if self.target else "und"


GIVEN = "given"  # how the pairs of a bitext were aligned: not by us


@dataclass(frozen=True, slots=True)
class AlignedArticle:
    """The whole article: its pairs in target order where both sides agree, source order elsewhere.

    `source` is None in a target-only run. `source_segments` and `target_segments` are what the beads index.
    `comparable` is False where the two are different articles; no pair has a source then.
    """

    source: Document | None
    target: Document
    pairs: tuple[Pair, ...]
    beads: tuple[Bead, ...] = ()
    source_segments: tuple[Segment, ...] = ()
    target_segments: tuple[Segment, ...] = ()
    aligned_by: str = GIVEN
    comparable: bool = True

    @property
    def source_language(self) -> str:
        """The source's language tag, `und` if there is no source or it is unknown."""
        return (self.source.language if self.source else None) or "und"

    @property
    def target_language(self) -> str:
        """The target's language tag, `und` if unknown."""
        return self.target.language or "und"


def primary_language(tag: str | None) -> str:
    """`zh` of `zh-TW`; `und` of None."""
    return (tag or "und").split("-")[0].lower()


# Languages whose usual script (CLDR likely subtags) is Arabic, Hebrew, Thaana or N'Ko.
_RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "ug", "ur", "yi"}


def is_right_to_left(tag: str | None) -> bool:
    """Whether a language is written from right to left."""
    return primary_language(tag) in _RIGHT_TO_LEFT


@dataclass(frozen=True, slots=True)
class LineIndex:
    """Line and column (from 1) of an offset in a file; lines end at LF, CR LF or CR."""

    starts: tuple[int, ...] = field(default=(0,))

    @classmethod
    def of(cls, text: str) -> LineIndex:
        """Index a decoded file."""
        return cls(tuple(_line_starts(text)))

    def locate(self, offset: int) -> tuple[int, int]:
        """(line, column) of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


def _line_starts(text: str) -> Iterable[int]:
    yield 0
    for at, char in enumerate(text):
        if char == "\n" or (char == "\r" and text[at + 1 : at + 2] != "\n"):
            yield at + 1


# Letters or digits with inner apostrophes, hyphens and decimal marks; a Han, kana or Hangul character that
# stands in no spaced word counts by itself, as word processors count it.
_HAN_KANA = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_HAN_KANA}]|[^\W_{_HAN_KANA}]+(?:['’.,\-][^\W_{_HAN_KANA}]+)*")


def words(text: str) -> Iterator[Span]:
    """The words of a text, as every figure "per 1,000 words" counts them."""
    return (Span(*match.span()) for match in _WORD.finditer(text))
