"""Text decoded with the wrong encoding, and what it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.model import Span
from tqcheck.residue.decoding import decode_again

# UTF-8 of two or three bytes read as Windows-1252 or Latin-1, and as Windows-1251; the second bytes as those show them.
_CONTINUED_LATIN = "\x80-\xbf\u20ac\u201a\u0192\u201e-\u2026\u2020-\u2022\u02c6\u2030\u0160\u2039\u0152\u017d\u2018-\u201d\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
_LATIN = re.compile(f"(?:[\xc2-\xdf][{_CONTINUED_LATIN}]|[\xe0-\xef][{_CONTINUED_LATIN}]{{2}})+")
_CYRILLIC = re.compile(
    "(?:[РСТ][\u00a0\u00a4-\u00bb\u0402-\u040f\u0452-\u045f\u0490\u0491\u2013-\u203a\u20ac\u2116\u2122]|[РС][А-я]){4,}"
)
_WORD = re.compile(r"[^ \t\n\u3000-\u303f\u3400-\u9fff]+")


def mistaken(text: str, _language: str) -> Iterator[tuple[Span, str]]:
    """Words that have UTF-8 read as an old encoding in them, with what they say."""
    for pattern, old in ((_LATIN, "cp1252"), (_CYRILLIC, "cp1251")):
        for word in _WORD.finditer(text):
            pieces, at = list[str](), 0
            for match in pattern.finditer(word[0]):
                fixed = decode_again(match[0], old, "utf-8", whole=True)
                if fixed is not None:
                    pieces += [word[0][at : match.start()], fixed]
                    at = match.end()
            if at:
                yield Span(*word.span()), "".join((*pieces, word[0][at:]))
