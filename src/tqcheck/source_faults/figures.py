"""Figures with letters or gaps in them, as character recognition leaves them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.model import Span

_DIGITS = str.maketrans({"O": "0", "o": "0", "О": "0", "о": "0", "l": "1", "I": "1", "|": "1", "〇": "0"})
# A letter between digits, or for a nought the last of two or more: 2O25, 1l4, 5OO; not H2O, O2, 10l (litres), 3I, 1o (an
# ordinal), 28o (degrees).
_LETTERED = re.compile(
    r"(?<![A-Za-zА-я\d.,_-])(?=[\dOoОоlI|.,]*[OoОоlI|])\d[\dOoОоlI|]*(?:[.,][\dOoОо]+)?[\dOО](?![A-Za-zА-я\d]|[-.,][A-Za-zА-я\d])"
)
# A space inside a number before a sign or counter that has to touch its number: "1 0%", "2 5周年", "19 98年".
_GAP = re.compile(
    r"(?<![\d.,-])(?<!\d )(\d{1,3}) (\d{1,2})(?=%|％|‰|周年|年|亿|億|万元|万人|億円|万円|년|억)"
)


def holed(text: str, _language: str) -> Iterator[tuple[Span, str]]:
    """Figures that recognition damaged, with the figure that was meant."""
    for match in _LETTERED.finditer(text):
        yield Span(*match.span()), match[0].translate(_DIGITS)
    for match in _GAP.finditer(text):
        yield Span(*match.span()), match[1] + match[2]
