"""The repaired source as bytes: in the file's own encoding, the same elsewhere byte for byte."""

from __future__ import annotations

import codecs
from collections.abc import Iterable

from tqcheck.documents import Document
from tqcheck.errors import OutputError
from tqcheck.model import SourceEdit
from tqcheck.source_faults.edits import apply_edits

_MARKS = {
    b"",
    codecs.BOM_UTF8,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
    codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
    b"\x84\x31\x95\x33",  # GB 18030
}


def repaired_bytes(data: bytes, document: Document, edits: Iterable[SourceEdit]) -> bytes:
    """The file `data`, as which `document` was read, with the edits made.

    Raises OutputError where the file is no longer what was read, or its encoding cannot hold the repair.
    """
    encoded = _encoded(document.text, document)
    mark = data[: len(data) - len(encoded)]
    if mark not in _MARKS or data != mark + encoded:
        raise OutputError(
            f"{document.path}: cannot be written back as it was read (it has bytes that are no {document.encoding}, or was "
            "changed meanwhile); save it as UTF-8 and check it again"
        )
    return mark + _encoded(apply_edits(document.text, edits), document)


def _encoded(text: str, document: Document) -> bytes:
    try:
        return text.encode(document.encoding)
    except UnicodeEncodeError as error:
        character = text[error.start : error.start + 1]
        raise OutputError(
            f"{document.path}: its encoding {document.encoding} has no {character!r}, which the repaired text needs; save it "
            "as UTF-8 and check it again"
        ) from None
