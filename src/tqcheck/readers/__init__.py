"""One file a format: bytes → documents whose blocks lead back to the decoded file."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from tqcheck.documents import Document
from tqcheck.errors import InputError
from tqcheck.model import Side
from tqcheck.readers.decode import MAX_BYTES, Decoded, declared_encoding, decode
from tqcheck.readers.prose import Extracted

# The one list: what a file name may end in, and the module whose `extract` reads it.
_FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


def read(path: Path, side: Side, *, segmented: bool = False) -> Document:
    """Read an article. Its `language` is what the file declares, None if it declares nothing.

    `segmented`: a file of any name and size that has one segment a line (`tqcheck.readers.lines`).
    Raises InputError for a file that is missing, unreadable, of an unknown format, not text, or without text.
    """
    extract = _reader("lines") if segmented else _extractor(path, side)
    data = read_bytes(path, f"{side} file")
    declared = declared_encoding(data) if _format(path) == "html" and not segmented else None
    decoded = decode(data, path, declared=declared, limit=sys.maxsize if segmented else MAX_BYTES)
    extracted = extract(decoded.text)
    document = Document(
        path=str(path),
        text=decoded.text,
        blocks=extracted.blocks,
        language=extracted.language,
        encoding=decoded.encoding,
        notes=decoded.notes,
    )
    if not any(char.isalnum() for block in document.prose for char in block.passage.text):
        raise InputError(f"{path}: the {side} file has no sentences to check. Is it the right file?")
    return document


def read_bytes(path: Path, what: str) -> bytes:
    """The bytes of a file that has some. `what` is what the message calls it. Raises InputError."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: there is no such file. Check the path of the {what}") from None
    except IsADirectoryError:
        raise InputError(
            f"{path} is a directory; the {what} must be one article. Name a file in it"
        ) from None
    except PermissionError:
        raise InputError(f"{path}: no permission to read the {what}. Check its access rights") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise InputError(f"{path}: the {what} cannot be read: {reason}") from None
    if not data.strip():
        raise InputError(f"{path}: the {what} is empty. Was it saved?")
    return data


def is_readable(path: Path) -> bool:
    """Whether the ending of a file is that of an article."""
    return _format(path) is not None


def _format(path: Path) -> str | None:
    return _FORMATS.get(path.suffix.lower())


def _extractor(path: Path, side: Side) -> Callable[[str], Extracted]:
    name = _format(path)
    if name is None:
        if path.is_dir():
            raise InputError(f"{path} is a directory; the {side} file must be one article. Name a file in it")
        ending = f"{path.suffix!r} files" if path.suffix else "files without an extension"
        raise InputError(f"{path}: {ending} cannot be read. Supported: {' '.join(_FORMATS)}")
    return _reader(name)


def _reader(name: str) -> Callable[[str], Extracted]:
    extract: Callable[[str], Extracted] = import_module(f"tqcheck.readers.{name}").extract
    return extract


__all__ = ["Decoded", "Extracted", "declared_encoding", "decode", "is_readable", "read", "read_bytes"]
