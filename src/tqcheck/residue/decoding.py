"""Text decoded with one encoding, decoded anew with the one it was written in."""

from __future__ import annotations


def decode_again(text: str, shown: str, written: str, *, whole: bool = False) -> str | None:
    """The text as it was written; None if the bytes say nothing else. Unless `whole`, its last character may be cut off."""
    data = bytearray()
    for char in text.removesuffix("?"):
        try:
            data += char.encode(shown)
        except UnicodeEncodeError:
            if shown != "cp1252" or not 0x80 <= ord(char) <= 0x9F:
                return None
            data.append(ord(char))  # a byte that Windows-1252 leaves undefined
    try:
        mended = data.decode(written)
    except UnicodeDecodeError as error:
        if whole or error.end < len(data) or len(data) - error.start > 2 or error.start < 2:
            return None
        mended = data[: error.start].decode(written)
    return mended if mended and mended.isprintable() and mended != text else None
