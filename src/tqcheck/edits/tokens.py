"""English text to the tokens that the tagger reads: runs of letters, clitics ('s, n't as 't), numbers, single marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tqcheck.model import Span

_TOKEN = re.compile(
    r"[^\W\d_]+"
    r"|(?<=[^\W\d_])['’](?:s|re|ve|ll|d|m|t)\b"
    r"|\d+(?:[.,:]\d+)*"
    r"|[^\w\s]|_",
    re.IGNORECASE,
)
# One form for what differs in writing alone.
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "—": "–"})


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The tokens of text[start:end] in order, as spans into the text."""
    return [Span(*match.span()) for match in _TOKEN.finditer(text, start, len(text) if end is None else end)]


def plain(token: str) -> str:
    """A token as the tagger is to see it: one kind of quotation mark, apostrophe and dash."""
    return token.translate(_PLAIN)


def texts(text: str, spans: Sequence[Span]) -> list[str]:
    """What the tagger reads of these tokens."""
    plainly = text.translate(_PLAIN)
    return [plainly[span.start : span.end] for span in spans]
