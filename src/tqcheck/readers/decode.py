"""Bytes → text: which encoding a file is in.

A byte order mark decides, then valid UTF-8, then UTF-16 by where its NULs stand, then what an HTML file
declares, then chardet. On 15 encodings of real news text (one paragraph of three sentences or more) chardet,
held to the encodings of the Web and followed by a look at the scripts it makes, was never wrong;
charset-normalizer took one German or Spanish article in three for windows-1250 or a Mac encoding.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tqcheck.errors import InputError

MAX_BYTES = 50_000_000
"""A long article has 100 kB; ten thousand of them in one file are a mistake."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text without its byte order mark, the encoding it was in, and what was doubtful about it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


# UTF-32 before UTF-16, whose mark is a prefix of it.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)

_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
)

# What browsers read a declared name as (WHATWG Encoding Standard), in Python's names.
_SUPERSETS = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs", "tis-620": "cp874",
}  # fmt: skip

# The code pages in which one wrong guess turns the accents of a Latin text into another script's letters.
_LATIN_FIRST = ("cp1252", "cp1250")


def decode(data: bytes, path: Path | str, *, declared: str | None = None, limit: int = MAX_BYTES) -> Decoded:
    """The text of a file. `declared` is an encoding that the file itself names, believed if it fits.

    Raises InputError if the file is too large, is not text, or is in no encoding that can be told.
    """
    if len(data) > limit:
        raise InputError(
            f"{path} is too large: {len(data) / 1e6:.0f} MB, and {limit / 1e6:.0f} MB is the limit. Split it"
        )
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"{path} is not text: it is {what}. Save the article as .txt, .md or .html")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _after_mark(data[len(mark) :], encoding, path)
    if (wide := _utf16(data)) is not None:
        return wide
    if (utf8 := _strictly(data, "utf-8")) is not None and b"\x1b$" not in data:
        if _control_share(utf8) > _MAX_CONTROL:
            raise _not_text(path)
        return Decoded(utf8, "utf-8")
    if _control_share(data.decode("latin-1")) > _MAX_CONTROL:
        raise _not_text(path)
    decoded = _damaged_utf8(data) or _detected(data, declared)
    if decoded is None:
        raise InputError(f"{path} is not text in any encoding that can be told. Save it as UTF-8")
    return decoded


def declared_encoding(data: bytes) -> str | None:
    """What an HTML file's `<meta charset>` or XML declaration says, in Python's name; None if nothing known."""
    found = _DECLARATION.search(data[:4096])
    return _codec(found[1].decode("ascii")) if found else None


_DECLARATION = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:\-]+)""", re.IGNORECASE
)

# A text may have a stray form feed or escape; a picture has one in ten.
_MAX_CONTROL = 0.01
_BROKEN = "\ufffd"
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def _control_share(text: str) -> float:
    return len(_CONTROL.findall(text)) / max(len(text), 1)


def _codec(name: str) -> str | None:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    return _SUPERSETS.get(known, known)


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _after_mark(data: bytes, encoding: str, path: Path | str) -> Decoded:
    text = _strictly(data, encoding)
    if text is None:
        text = data.decode(encoding, errors="replace")
        if text.count(_BROKEN) > _MAX_CONTROL * len(text):
            raise InputError(
                f"{path} starts with a {encoding} byte order mark but is not {encoding}. Save it as UTF-8"
            )
        return Decoded(text, encoding, (_replaced(text),))
    return Decoded(text, encoding)


def _replaced(text: str) -> str:
    return f"{text.count(_BROKEN)} broken character(s) were replaced"


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: it shows by its control bytes, and by spaces and full stops in the right order."""
    if not _CONTROL.search(data[:4096].decode("latin-1")):
        return None
    best: tuple[int, Decoded] | None = None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = _strictly(data[: len(data) // 2 * 2], encoding)
        if text is None or _implausible(text) > _MAX_CONTROL:
            continue
        separators = len(re.findall("[ \n,.，。、]", text))
        if separators and (best is None or separators > best[0]):
            best = separators, Decoded(text, encoding)
    return best[1] if best else None


def _implausible(text: str) -> float:
    """The share of characters that no text has: controls, unassigned and private ones."""
    sample = text[:20_000]
    odd = sum(
        1
        for char in sample
        if unicodedata.category(char) in {"Cc", "Cn", "Co", "Cs"} and char not in "\t\n\r\f\x1b\x85"
    )
    return odd / max(len(sample), 1)


def _detected(data: bytes, declared: str | None) -> Decoded | None:
    for encoding in _guesses(data, declared):
        text = _strictly(data, encoding)
        if text is None or _implausible(text) > _MAX_CONTROL:
            continue
        return Decoded(text, encoding)
    return None


def _guesses(data: bytes, declared: str | None) -> Iterator[str]:
    if declared:
        yield declared
    import chardet

    candidates = chardet.detect_all(data, encoding_era=chardet.EncodingEra.MODERN_WEB, prefer_superset=True)
    for candidate in candidates:
        encoding = _codec(candidate["encoding"] or "")
        if encoding is None or encoding.startswith("utf"):
            continue
        text = _strictly(data, encoding)
        if text is not None and _latin_with_strangers(text):
            yield from _LATIN_FIRST
        yield encoding


def _latin_with_strangers(text: str) -> bool:
    """True for a Latin text whose few other letters are all of another alphabet: "piщ di cosм"."""
    letters = [char for char in text if char.isalpha()]
    strange = [char for char in letters if _STRANGE.match(char)]
    words = [word for word in text.split() if _STRANGE.search(word)]
    mixed = [word for word in words if _MIXED.search(word)]
    # Real text does not mix alphabets within half of the words that have the rarer one.
    return 0 < len(strange) * 3 < len(letters) and len(mixed) * 2 >= len(words)


_STRANGE = re.compile("[\u0370-\u06ff]")
_MIXED = re.compile("[A-Za-z][\u0370-\u06ff]|[\u0370-\u06ff][A-Za-z]")


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 cut or patched by bytes: nearly every byte beyond ASCII belongs to a valid sequence."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count(_BROKEN)
    good = sum(1 for char in text if char > "\x7f") - broken
    return Decoded(text, "utf-8", (_replaced(text),)) if good > 20 * broken else None


def _not_text(path: Path | str) -> InputError:
    return InputError(f"{path} is not text: it holds binary data. Save the article as .txt, .md or .html")
