"""How an aligned article is written as a bitext: tab-separated, JSON Lines, TMX 1.4b (LISA OSCAR 2005)."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from xml.sax.saxutils import XMLGenerator
from xml.sax.xmlreader import AttributesImpl

from tqcheck import __version__
from tqcheck.documents import AlignedArticle, Bead, Document, LineIndex, Segment, Text
from tqcheck.findings import Places
from tqcheck.model import Span

# What some program takes for the end of a line (Python's str.splitlines) or of a column.
_BREAK = re.compile("\r\n|[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
# What XML 1.0 has no way to write, be it escaped.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_tsv(article: AlignedArticle) -> str:
    """A line a bead: source, target, confidence in three decimals; no header, so that files can be put together.

    Tabs and line ends inside a text are spaces; an omission or an addition has an empty cell.
    """
    return "".join(
        f"{_one_line(pair.source_text)}\t{_one_line(pair.target_text)}\t{_decimals(pair.confidence)}\n"
        for pair in article.pairs
    )


def to_jsonl(article: AlignedArticle) -> str:
    """An object a bead, with the fields of a bitext record (`tqcheck.readers.bitext`), the places and the confidence.

    `source_at` and `target_at` are half-open offsets in code points of the decoded file, and line and column from 1;
    null where a side has nothing, and then its text is empty.
    """
    places = Places(article)
    return "".join(
        _json(
            {
                "document": article.target.path,
                "id": pair.id,
                "source": pair.source_text,
                "target": pair.target_text,
                "confidence": pair.confidence,
                "source_lang": article.source_language,
                "target_lang": article.target_language,
                "source_at": _at(places, article.source, pair.source),
                "target_at": _at(places, article.target, pair.target),
            }
        )
        for pair in article.pairs
    )


def to_line_numbers(article: AlignedArticle) -> str:
    """An object a bead, with its line numbers from 0; for documents that were read as segmented.

    Every line of either file is in exactly one bead: blank ones, which are not aligned, in one each at the end.
    """
    assert article.source is not None
    source, blank_source = _line_numbers(article.source, article.source_segments)
    target, blank_target = _line_numbers(article.target, article.target_segments)
    beads = [
        ([source[i] for i in bead.source], [target[j] for j in bead.target], bead.confidence)
        for bead in article.beads
    ]
    beads += [([line], [], 1.0) for line in blank_source]
    beads += [([], [line], 1.0) for line in blank_target]
    return "".join(_json({"source": s, "target": t, "confidence": c}) for s, t, c in beads)


def to_tmx(article: AlignedArticle) -> str:
    """A translation memory of the beads that have both sides; a unit's confidence is its property.

    Each text is on one line, without the characters that XML forbids.
    """
    header = {
        "creationtool": "tqcheck",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "tqcheck",
        "adminlang": "en",
        "srclang": article.source_language,
        "datatype": "plaintext",
    }
    file = io.StringIO()
    xml = XMLGenerator(file, "UTF-8", short_empty_elements=True)
    xml.startDocument()
    with _element(xml, "tmx", {"version": "1.4"}):
        with _element(xml, "header", header, line=True):
            pass
        with _element(xml, "body", line=True):
            for bead, pair in zip(article.beads, article.pairs, strict=True):
                source, target = _writable(pair.source_text), _writable(pair.target_text)
                if source and target:
                    _unit(xml, bead, (article.source_language, source), (article.target_language, target))
            xml.ignorableWhitespace("\n")
    xml.ignorableWhitespace("\n")
    return file.getvalue()


WRITERS: Mapping[str, Callable[[AlignedArticle], str]] = {"tsv": to_tsv, "jsonl": to_jsonl, "tmx": to_tmx}
"""Name of a format → how it is written."""


def _one_line(text: str) -> str:
    return _BREAK.sub(" ", text)


def _decimals(confidence: float) -> str:
    return f"{confidence:.3f}"


def _json(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False) + "\n"


def _at(places: Places, document: Document | None, text: Text | None) -> dict[str, int] | None:
    where = places.of(document, text, Span(0, len(text.text)) if text else None)
    if where is None:
        return None
    return {"start": where.span.start, "end": where.span.end, "line": where.line, "column": where.column}


def _line_numbers(document: Document, segments: Sequence[Segment]) -> tuple[list[int], list[int]]:
    """The line of each segment, and the lines without one."""
    lines = LineIndex.of(document.text)
    numbers = [lines.locate(segment.passage.runs[0].start)[0] - 1 for segment in segments]
    count = len(lines.starts) - (lines.starts[-1] == len(document.text))  # a line end is no new line
    return numbers, sorted(set(range(count)).difference(numbers))


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("", _one_line(text)).strip()


def _unit(xml: XMLGenerator, bead: Bead, *sides: tuple[str, str]) -> None:
    several = len(bead.source) > 1 or len(bead.target) > 1  # "block": neither a sentence nor a paragraph
    with _element(xml, "tu", {"segtype": "block"} if several else {}, line=True):
        with _element(xml, "prop", {"type": "x-confidence"}):
            xml.characters(_decimals(bead.confidence))
        for language, text in sides:
            with _element(xml, "tuv", {"xml:lang": language}), _element(xml, "seg"):
                xml.characters(text)


@contextmanager
def _element(
    xml: XMLGenerator, name: str, attributes: Mapping[str, str] | None = None, *, line: bool = False
) -> Iterator[None]:
    if line:
        xml.ignorableWhitespace("\n")
    xml.startElement(name, AttributesImpl(attributes or {}))
    yield
    xml.endElement(name)
