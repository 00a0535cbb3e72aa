"""A text as what repeats in it: words, the parts of hyphenated ones, and single characters where no spaces are written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from tqcheck.model import Span

# Scripts without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese. A mark above stays with its letter.
UNSPACED = (
    "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff"
)
_TOKEN = regex.compile(
    rf"(?V1)[{UNSPACED}]\p{{M}}*|[[\p{{L}}\p{{N}}]--[{UNSPACED}]][[\p{{L}}\p{{N}}\p{{M}}]--[{UNSPACED}]]*"
    rf"(?:['’][[\p{{L}}\p{{N}}]--[{UNSPACED}]]+)*"
)
_WIDE = regex.compile(f"[{UNSPACED}]")
_NARROW_LETTERS = 3  # a character of Chinese says about what three letters say


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared. `letters`: its size, a character of an unspaced script counts three."""

    key: str
    span: Span
    wide: bool

    @property
    def letters(self) -> int:
        """How much it says."""
        return _NARROW_LETTERS if self.wide else len(self.key)


def tokenise(text: str) -> list[Token]:
    """The tokens of a text, in order."""
    return [
        Token(match.group().casefold(), Span(*match.span()), _WIDE.match(match.group()) is not None)
        for match in _TOKEN.finditer(text)
    ]


def covered(tokens: Sequence[Token], start: int, end: int) -> Span:
    """From the beginning of token `start` to the end of token `end - 1`."""
    return Span(tokens[start].span.start, tokens[end - 1].span.end)
