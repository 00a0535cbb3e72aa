"""HTML: the article's text in document order, what surrounds it marked as navigation.

The standard library's tokenizer says where in the file each piece of text stands, which tree builders do not.
Elements open and close as in the HTML standard as far as prose needs it.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tqcheck.documents import Block, BlockKind, Passage
from tqcheck.readers.navigation import Draft, classified, looks_like_navigation
from tqcheck.readers.prose import Extracted, ProseBuilder


def extract(text: str) -> Extracted:
    """The blocks of a decoded HTML file. `<title>` counts only where there is no `<h1>`."""
    reader = _Reader(text, 0, len(text))
    blocks = classified(reader.drafts)
    if reader.title.text and not any(
        block.level == 1 and block.kind is BlockKind.HEADING for block in blocks
    ):
        blocks.insert(0, Block(BlockKind.HEADING, reader.title, 1))
    return Extracted(tuple(blocks), reader.language)


def extract_range(text: str, start: int, end: int) -> tuple[Block, ...]:
    """The blocks of the HTML in `text[start:end]`, in offsets of `text`."""
    return tuple(classified(_Reader(text, start, end).drafts))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_VOID = _words("area base br col embed hr img input link meta param source track wbr")
_BLOCK = _words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p "
    "pre section summary table tbody td tfoot th thead tr ul"
)
_DROPPED = _words(
    "script style template noscript svg math iframe object video audio canvas select option datalist "
    "textarea button rt rp"
)
# An element of the key closes open ones of the values, up to one of the named ancestors (HTML standard, 13.1.2.4).
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tbody": (frozenset({"thead", "tbody"}), frozenset({"table"})),
    "body": (frozenset({"head"}), frozenset()),
}
_NEVER_NAVIGATION = frozenset({"html", "body", "main", "article", "hr", "h1", "h2", "h3", "h4", "h5", "h6"})
_CELL = frozenset({"td", "th", "table"})

_KINDS = {
    "li": BlockKind.LIST_ITEM,
    "dt": BlockKind.LIST_ITEM,
    "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "td": BlockKind.CELL,
    "th": BlockKind.CELL,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
}

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASS = _words("sr-only visually-hidden visuallyhidden screen-reader-text hidden")


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element. `boxes` number the elements around it, itself included, that look like navigation."""

    tag: str
    dropped: bool = False
    link: bool = False
    boxes: tuple[int, ...] = ()


@dataclass(slots=True)
class _Text:
    """The block being read, and where it began."""

    builder: ProseBuilder = field(default_factory=ProseBuilder)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    boxes: tuple[int, ...] = ()
    size: int = 0
    linked: int = 0


class _Reader(HTMLParser):
    """Reads `text[start:end]` at once."""

    def __init__(self, text: str, start: int, end: int) -> None:
        super().__init__(convert_charrefs=False)
        self.drafts: list[Draft] = []
        self.title = Passage("", ())
        self.language: str | None = None
        self._text = text
        self._block = _Text()
        self._title: ProseBuilder | None = None
        self._stack = [_Element("#root")]
        self._numbered = 0
        self._lines = [start, *(match.end() for match in re.compile("\n").finditer(text, start, end))]
        self.feed(text[start:end])
        self.close()
        self._end_block()

    def error(self, message: str) -> None:  # pragma: no cover - what Python 3.9 called
        """Never raise for what a browser shows."""

    @property
    def _at(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    # ------------------------------------------------------------------------------------------ tokens

    def parse_html_declaration(self, i: int) -> int:
        """Skip `<!…>`; the library's own code raises AssertionError for sections that it does not know."""
        if self.rawdata.startswith("<!--", i):
            found = re.compile(r"--!?>").search(self.rawdata, i + 2)
        elif self.rawdata.startswith("<![CDATA[", i):
            found = re.compile(r"\]\]>").search(self.rawdata, i)
        else:
            found = re.compile(">").search(self.rawdata, i)
        return found.end() if found else len(self.rawdata)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element, closing what it may not stand in."""
        values = {name: value or "" for name, value in attrs}
        self._close_implied(tag)
        if tag in _BLOCK:
            self._end_block()
        if tag in {"html", "body", "article", "main"} and self.language is None:
            self.language = values.get("lang") or values.get("xml:lang") or None
        if tag == "title" and self._stack[-1].tag in {"head", "html", "#root"} and not self.title.text:
            self._title = ProseBuilder()
        if tag == "br":
            self._line_break()
        if tag not in _VOID:
            self._stack.append(self._element(tag, values))

    def handle_endtag(self, tag: str) -> None:
        """Close an element and what is open within it; a stray end tag does nothing."""
        if tag in _BLOCK:
            self._end_block()
        if tag == "title" and self._title is not None:
            self.title, self._title = self._title.passage(), None
        if tag == "br":
            self._line_break()
        for depth in range(len(self._stack) - 1, 0, -1):
            if self._stack[depth].tag == tag:
                del self._stack[depth:]
                return
            if self._stack[depth].tag in _CELL and tag not in _CELL | {
                "tr",
                "tbody",
                "thead",
                "tfoot",
                "body",
                "html",
            }:
                return

    def handle_data(self, data: str) -> None:
        """Text between tags, as it stands in the file."""
        self._add(data, self._at, len(data), literal=True)

    def handle_entityref(self, name: str) -> None:
        """`&name;`, the semicolon being optional for some."""
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        """`&#8217;` or `&#x2019;`."""
        self._reference(f"&#{name}")

    def _reference(self, raw: str) -> None:
        at = self._at
        raw += ";" if self._text.startswith(";", at + len(raw)) else ""
        char = html.unescape(raw)
        if char.isspace() and char != "\xa0":
            self._add(" ", at, len(raw), literal=False)
        elif char != "\xad":
            self._add(char, at, len(raw), literal=char == raw)

    # ------------------------------------------------------------------------------------------ elements

    def _close_implied(self, tag: str) -> None:
        if tag in _BLOCK and any(element.tag == "head" for element in self._stack):
            self.handle_endtag("head")
        if tag in _BLOCK:
            self._close({"p"}, _CELL | {"button", "#root"})
        if tag in _CLOSES:
            self._close(*_CLOSES[tag])

    def _close(self, tags: frozenset[str] | set[str], stop: frozenset[str] | set[str]) -> None:
        for depth in range(len(self._stack) - 1, 0, -1):
            if self._stack[depth].tag in tags:
                self._end_block()
                del self._stack[depth:]
                return
            if self._stack[depth].tag in stop:
                return

    def _element(self, tag: str, values: dict[str, str]) -> _Element:
        parent = self._stack[-1]
        boxes = parent.boxes
        in_article = any(element.tag in {"article", "main"} for element in self._stack)
        if tag in _BLOCK - _NEVER_NAVIGATION and looks_like_navigation(tag, values, in_article=in_article):
            self._numbered += 1
            boxes = (*boxes, self._numbered)
        return _Element(
            tag=tag,
            dropped=parent.dropped
            or tag in _DROPPED
            or _hidden(values)
            or (tag == "pre" and _is_code(values)),
            link=parent.link or (tag == "a" and "href" in values),
            boxes=boxes,
        )

    # ------------------------------------------------------------------------------------------ text

    def _add(self, text: str, start: int, length: int, *, literal: bool) -> None:
        if self._title is not None:
            self._put(self._title, text, start, length, literal=literal)
            return
        element = self._stack[-1]
        tags = [open_.tag for open_ in self._stack]
        if element.dropped or ("head" in tags and "body" not in tags):
            return
        if element.link and "sup" in tags:
            return  # a footnote's number
        if not self._block.size and text.strip():
            self._begin_block(element)
        if "pre" in tags:
            if "code" in tags:
                return
            self._preformatted(text, start, length, literal=literal)
        else:
            self._put(self._block.builder, text, start, length, literal=literal)
        size = len("".join(text.split()))
        self._block.size += size
        self._block.linked += size if element.link else 0

    def _preformatted(self, text: str, start: int, length: int, *, literal: bool) -> None:
        if not literal:
            self._put(self._block.builder, text, start, length, literal=False)
            return
        at = 0
        for match in re.finditer("\r\n|\n|\r", text):
            self._block.builder.text(text[at : match.start()], start + at)
            self._end_block(again=True)
            at = match.end()
        self._block.builder.text(text[at:], start + at)

    @staticmethod
    def _put(builder: ProseBuilder, text: str, start: int, length: int, *, literal: bool) -> None:
        if literal:
            builder.text(text, start)
        elif text == " ":
            builder.space(start, start + length)
        else:
            builder.unit(text, start, start + length)

    def _line_break(self) -> None:
        at = self._at
        if self._title is None and self._block.kind is BlockKind.HEADING and self._block.size:
            self._block.builder.space(at, self._text.find(">", at) + 1)
        else:
            self._end_block(again=True)

    def _begin_block(self, element: _Element) -> None:
        self._block.kind, self._block.level = self._kind()
        self._block.boxes = element.boxes

    def _kind(self) -> tuple[BlockKind, int]:
        inner = False  # a cell that holds paragraphs only lays out the page
        for element in reversed(self._stack):
            kind = _KINDS.get(element.tag)
            if kind is BlockKind.HEADING:
                return kind, int(element.tag[1])
            if kind is BlockKind.CELL and inner:
                return BlockKind.PARAGRAPH, 0
            if kind is not None:
                return kind, 0
            inner = inner or element.tag in {"p", "div"}
        return BlockKind.PARAGRAPH, 0

    def _end_block(self, *, again: bool = False) -> None:
        """Finish the block; `again` begins another of the same kind."""
        block = self._block
        passage = block.builder.passage()
        if passage.text:
            linked = block.linked / max(block.size, 1)
            self.drafts.append(Draft(block.kind, block.level, passage, linked, block.boxes))
        self._block = _Text()
        if again:
            self._block.kind, self._block.level = block.kind, block.level


def _hidden(values: dict[str, str]) -> bool:
    return (
        "hidden" in values
        or values.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(values.get("style", "")))
        or not _HIDDEN_CLASS.isdisjoint(values.get("class", "").split())
    )


def _is_code(values: dict[str, str]) -> bool:
    return bool(
        re.search(
            r"code|highlight|listing|prettyprint|screen|synopsis|brush",
            values.get("class", ""),
            re.IGNORECASE,
        )
    )
