"""Markdown (CommonMark with tables and strikethrough): its prose, with the place of every character in the file.

markdown-it-py says which lines a block has and what its inline tokens are, not where these stand; `_Inline`
walks along the source beside them. Code, images, link targets and markup are no prose. Inline code stays in its
sentence as one unit, for without it the sentence could not be read. Of the front matter, title and description are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from tqcheck.documents import Block, BlockKind, Passage
from tqcheck.readers.prose import SENTENCE_END, Extracted, Line, ProseBuilder, is_cjk, wrap_width

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


def extract(text: str) -> Extracted:
    """The blocks of a decoded Markdown file."""
    front = _front_matter(text)
    lines = _lines(text, front.end)
    tokens = _parser().parse(text[front.end :].replace("\0", "\ufffd"))
    paragraphs = list(_paragraphs(text, lines, tokens))
    columns = wrap_width([p.lines for p in paragraphs if isinstance(p, _Paragraph) and len(p.lines) > 1])
    blocks = list(front.blocks)
    for item in paragraphs:
        if isinstance(item, _Paragraph):
            blocks += item.blocks(text, wrapped=columns is not None)
        else:
            blocks.append(item)
    return Extracted(tuple(blocks), front.language)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # text_join would hide which characters were escaped.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")


_NEWLINE = re.compile("\r\n|\n|\r")


def _lines(text: str, start: int) -> list[Line]:
    """The lines as markdown-it counts them, NULs as it shows them."""
    lines = list[Line]()
    for match in _NEWLINE.finditer(text, start):
        lines.append(Line(text[start : match.start()].replace("\0", "\ufffd"), start))
        start = match.end()
    return [*lines, Line(text[start:].replace("\0", "\ufffd"), start)]


# ---------------------------------------------------------------------------------------------- front matter


@dataclass(frozen=True, slots=True)
class _FrontMatter:
    end: int = 0
    blocks: tuple[Block, ...] = ()
    language: str | None = None


_FENCED = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?P<body>.*?)(?:^|(?<=\n)|(?<=\r))(?P=fence)[ \t]*(?=\r|\n|\Z)",
    re.DOTALL,
)
_FIELD = re.compile(r"""^(?P<key>\w[\w-]*)[ \t]*[:=][ \t]*(?P<value>[^\r\n]*)""", re.MULTILINE)
_FOLDED = re.compile(r"(?:(?:\r\n|\n|\r)(?:[ \t]+[^\r\n]*|(?=\r|\n)))+")


def _front_matter(text: str) -> _FrontMatter:
    fenced = _FENCED.match(text)
    if not fenced:
        return _FrontMatter()
    blocks, language = list[Block](), None
    for entry in _FIELD.finditer(text, fenced.start("body"), fenced.end("body")):
        value, start = entry["value"].rstrip(), entry.start("value")
        if entry["key"] in {"lang", "language"}:
            language = value.strip("\"' ") or None
        if entry["key"] not in {"title", "description"}:
            continue
        if re.fullmatch(r"[|>][+-]?\d?", value):
            folded = _FOLDED.match(text, entry.end(), fenced.end("body"))
            passage = _scalar(folded[0], folded.start(), "") if folded else Passage.verbatim("")
        elif len(value) > 1 and value[0] in "\"'" and value[-1] == value[0]:
            passage = _scalar(value[1:-1], start + 1, value[0])
        else:
            passage = _scalar(value, start, "")
        if passage.text:
            title = entry["key"] == "title"
            blocks.append(Block(BlockKind.HEADING if title else BlockKind.PARAGRAPH, passage, int(title)))
    return _FrontMatter(fenced.end(), tuple(blocks), language)


_ESCAPE = {'"': re.compile(r'\\(["\\/])'), "'": re.compile("'(')")}


def _scalar(text: str, start: int, quote: str) -> Passage:
    builder = ProseBuilder()
    at = 0
    for match in _ESCAPE[quote].finditer(text) if quote else ():
        builder.text(text[at : match.start()], start + at)
        builder.unit(match[1], start + match.start(), start + match.end())
        at = match.end()
    builder.text(text[at:], start + at)
    return builder.passage()


# ---------------------------------------------------------------------------------------------- blocks

_LIQUID = re.compile(r"\{%.*%\}|\{\{.*\}\}", re.DOTALL)


def _paragraphs(text: str, lines: Sequence[Line], tokens: Sequence[Token]) -> Iterator[_Paragraph | Block]:
    kinds: list[tuple[BlockKind, int]] = [(BlockKind.PARAGRAPH, 0)]
    row, cursor = -1, 0
    for token in tokens:
        if token.type in _KINDS and token.nesting == 1:
            level = int(token.tag[1]) if token.type == "heading_open" else 0
            kinds.append((_KINDS[token.type], level))
        elif token.type.replace("_close", "_open") in _KINDS and token.nesting == -1:
            kinds.pop()
        elif token.type == "html_block" and token.map:
            from tqcheck.readers.html import extract_range

            first, last = token.map
            end = lines[last].start if last < len(lines) else len(text)
            yield from extract_range(text, lines[first].start, end)
        elif token.type == "inline" and token.map and token.content and not _LIQUID.fullmatch(token.content):
            kind, level = kinds[-1]
            if kind is BlockKind.CELL:
                # All cells of a row have its line: each is looked for behind the one before it.
                cursor = cursor if token.map[0] == row else 0
                row = token.map[0]
                origin, cursor = _cell_origin(token.content, lines[row], cursor)
                used: list[Line] = []
            else:
                origin, used = _origin(token.content, lines[token.map[0] : token.map[1]])
            if origin:
                yield _Paragraph(kind, level, token, origin, used)


_KINDS = {
    "heading_open": BlockKind.HEADING,
    "list_item_open": BlockKind.LIST_ITEM,
    "blockquote_open": BlockKind.QUOTE,
    "th_open": BlockKind.CELL,
    "td_open": BlockKind.CELL,
}


def _origin(content: str, lines: Sequence[Line]) -> tuple[list[int], list[Line]]:
    """Where in the file each character of a block's content stands, and its lines.

    A line of the content is what its file line has after the marks of lists and quotes.
    """
    origin, used = list[int](), list[Line]()
    parts = content.split("\n")
    for part, line in zip(parts, lines, strict=False):
        bare = part.strip()
        found = line.text.rfind(bare)
        if found < 0:
            return [], []
        shift = line.start + found - (len(part) - len(part.lstrip()))
        origin += range(shift, shift + len(part) + 1)
        used.append(Line(bare, line.start + found))
    return (origin, used) if len(used) == len(parts) else ([], [])


def _cell_origin(content: str, line: Line, cursor: int) -> tuple[list[int], int]:
    """The same for a table cell, in which a pipe is written with a backslash."""
    pattern = "".join(r"\\?\|" if char == "|" else re.escape(char) for char in content)
    found = re.compile(pattern).search(line.text, cursor)
    if not found:
        return [], cursor
    origin, at = list[int](), found.start()
    for char in content:
        at += line.text[at] == "\\" and char == "|"
        origin.append(line.start + at)
        at += 1
    return [*origin, line.start + at], found.end()


@dataclass(frozen=True, slots=True)
class _Paragraph:
    kind: BlockKind
    level: int
    token: Token
    origin: list[int]
    lines: list[Line]

    def blocks(self, text: str, *, wrapped: bool) -> list[Block]:
        """Its blocks: more than one where a line break of the author's, or damage, parts it."""
        inline = _Inline(text, self.token.content, self.origin, wrapped, self.kind)
        return [
            Block(self.kind, passage, self.level) for passage in inline.passages(self.token.children or [])
        ]


# ---------------------------------------------------------------------------------------------- inline

_BREAK = re.compile(r"[ \t]*\\?\n[ \t]*")
_NO_PROSE = re.compile(r"\[\^[^\]\s]+\]:?|\[[ xX]\](?=\s)|\s*\{[#.:][^{}\n]*\}$")


@dataclass(slots=True)
class _Inline:
    """Walks along `content` beside the tokens that markdown-it made of it."""

    text: str
    content: str
    origin: list[int]
    wrapped: bool
    kind: BlockKind
    at: int = 0
    _builder: ProseBuilder = field(default_factory=ProseBuilder)
    _passages: list[Passage] = field(default_factory=list)
    _autolink: bool = False

    def passages(self, tokens: Sequence[Token]) -> list[Passage]:
        """The passages of one block."""
        for token in tokens:
            self._token(token)
        self._part()
        return self._passages

    def _token(self, token: Token) -> None:
        match token.type:
            case "text" if self._autolink:
                pass
            case "text":
                self._find(token.content)
                self._prose(self.at + len(token.content))
            case "text_special":
                self._find(token.markup)
                end = self.at + len(token.markup)
                if token.content == token.markup:  # a backslash before what needs none
                    self._prose(end)
                else:
                    self._unit(token.content, end)
            case "softbreak" | "hardbreak":
                self._break(hard=token.type == "hardbreak")
            case "code_inline":
                self._find(token.markup)
                closing = re.compile(f"(?<!`){token.markup}(?!`)")
                found = closing.search(self.content, self.at + len(token.markup))
                self._unit(" ".join(token.content.split()), found.end() if found else len(self.content))
            case "html_inline":
                self._find(token.content)
                self.at += len(token.content)
                if re.match(r"<br\b", token.content, re.IGNORECASE):
                    self._part()
            case "link_open":
                self.at += 1
                self._autolink = token.markup == "autolink"
                if self._autolink:  # its text token is not the source's: it is decoded
                    self._prose(self.content.find(">", self.at))
            case "link_close":
                self.at = self.at + 1 if self._autolink else self._after_link(self.at)
                self._autolink = False
            case "image":
                self.at = self._after_link(self.content.find(token.content, self.at + 2) + len(token.content))
            case _:
                self._find(token.markup)
                self.at += len(token.markup)

    def _find(self, text: str) -> None:
        if not self.content.startswith(text, self.at):
            found = self.content.find(text, self.at)
            self.at = found if found >= 0 else self.at

    def _prose(self, end: int) -> None:
        """Take the content up to `end` as it stands, less footnote marks and the like."""
        end = max(self.at, min(end, len(self.content)))
        at = self.at
        for match in _NO_PROSE.finditer(self.content, self.at, end):
            self._verbatim(at, match.start())
            at = match.end()
        self._verbatim(at, end)
        self.at = end

    def _verbatim(self, start: int, end: int) -> None:
        while start < end:
            stop = start + 1
            while stop < end and self.origin[stop] == self.origin[stop - 1] + 1:
                stop += 1
            place = self.origin[start]
            self._builder.text(self.text[place : place + stop - start], place)
            start = stop

    def _unit(self, text: str, end: int) -> None:
        end = min(end, len(self.content))
        if self.at < end:
            self._builder.unit(text, self.origin[self.at], self.origin[end - 1] + 1)
        self.at = end

    def _break(self, *, hard: bool) -> None:
        found = _BREAK.search(self.content, self.at)
        if not found:
            return
        before, after = self._builder.last, self.content[found.end() : found.end() + 1]
        start, end = self.origin[found.start()], self.origin[found.end()]
        self.at = found.end()
        glued = is_cjk(before) and is_cjk(after)
        # Han has no space to break at: a break in the middle of an unwrapped line is damage, and must be seen.
        cut = glued and not self.wrapped and not SENTENCE_END.search(before) and before not in "，、,"
        if (hard or cut) and self.kind not in {BlockKind.HEADING, BlockKind.CELL}:
            self._part()
        elif not glued:
            self._builder.space(start, end)

    def _part(self) -> None:
        passage = self._builder.passage()
        if passage.text:
            self._passages.append(passage)

    def _after_link(self, bracket: int) -> int:
        """Where a link or image ends whose text is closed by the bracket at that offset (CommonMark 6.3)."""
        at = bracket + 1
        if self.content.startswith("(", at):
            helpers = _parser().helpers
            at = _skip_blank(self.content, at + 1)
            target = helpers.parseLinkDestination(self.content, at, len(self.content))
            if target.ok:
                at = _skip_blank(self.content, target.pos)
                title = helpers.parseLinkTitle(self.content, at, len(self.content))
                at = _skip_blank(self.content, title.pos) if title.ok and at > target.pos else at
            if self.content.startswith(")", at):
                return at + 1
            at = bracket + 1
        label = re.compile(r"\[(?:[^\[\]\\]|\\.)*\]").match(self.content, at)
        return label.end() if label else at


def _skip_blank(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\n":
        at += 1
    return at
