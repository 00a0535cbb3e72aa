"""Telephone, account and serial numbers in groups: one code each, copied and never counted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.model import Span
from tqcheck.quantities.first_look import has_digit
from tqcheck.quantities.model import Kind, Quantity, Standing

_NAMED = re.compile(
    r"(?:(?<!\w)(?:tel|phone|fax|telefone?|teléfono|téléphone|telefono|telefoon|тел|телефону?|факс|هاتف|फ़ोन)"
    r"|电话|電話|传真|전화)[.:：]{0,2}[\s\u00a0]?(?P<number>\(?\d[\d ()\u00a0-]{4,30}\d)(?![\d%]|[.,]\d)",
    re.IGNORECASE,
)
# Five groups of three and more: a number so large is told in words, unless it is round.
_GROUPS = re.compile(r"\d\d\d(?<![\d.,]\d\d\d)(?<!\d \d\d\d)(?: \d\d\d){4,}(?![.,]?\d| \d)")
_ROUND = re.compile(r"\S+(?: 000)+")
_FEWEST = 6  # digits: phone 20 000 people
_HINT = re.compile(r"\d[ ()\u00a0-]{0,2}\d\d?[ ()\u00a0-]{0,2}\d")


def find(text: str) -> Iterator[Quantity]:
    """The codes of a text with ASCII digits, in text order."""
    if not has_digit(text) or not _HINT.search(text):
        return
    end = 0
    spans = [
        Span(*match.span("number"))
        for match in _NAMED.finditer(text)
        if sum(map(str.isdecimal, match["number"])) >= _FEWEST
    ]
    spans += [Span(*match.span()) for match in _GROUPS.finditer(text) if not _ROUND.fullmatch(match.group())]
    for span in sorted(spans):
        if span.start >= end:
            end = span.end
            yield Quantity(span, span.of(text), (), Kind.CODE, standing=Standing.COMPARED)
