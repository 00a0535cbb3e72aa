"""From text to quantities: the one door of the engine."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from tqcheck.documents import primary_language
from tqcheck.model import Span
from tqcheck.quantities import han, spaced
from tqcheck.quantities.digits import ascii_digits
from tqcheck.quantities.model import Hedge, Quantity
from tqcheck.quantities.tables import ABOUT, LESS, MORE, language

_HAN = {"zh", "ja", "ko", "yue"}
# Digits in addresses are no figures.
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\w+|#\w+")
_AROUND = 14


@lru_cache(maxsize=4096)
def parse(text: str, tag: str) -> tuple[Quantity, ...]:
    """The quantities of a text in text order, spans into it. `tag`: its language, `und` if unknown."""
    plain = _ADDRESS.sub(lambda match: " " * len(match.group()), ascii_digits(text))
    name = primary_language(tag)
    if name in _HAN:
        found: list[Quantity] = list(han.find(plain))
        if name == "ko" or re.search(r"[A-Za-z]{3}", plain):
            found += _new(found, spaced.find(plain, language("ko" if name == "ko" else "und"), name))
    else:
        found = list(spaced.find(plain, language(name), name))
    found.sort(key=lambda quantity: (quantity.span.start, quantity.span.end))
    return tuple(replace(q, text=q.span.of(text), hedge=_hedge(plain, q.span)) for q in found)


def _new(known: Iterable[Quantity], others: Iterable[Quantity]) -> list[Quantity]:
    spans = [quantity.span for quantity in known]
    return [other for other in others if not any(span.overlaps(other.span) for span in spans)]


def _hedge(text: str, span: Span) -> Hedge:
    before, after = text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + 6]
    for hedge, pattern in ((Hedge.MORE, MORE), (Hedge.LESS, LESS), (Hedge.ABOUT, ABOUT)):
        if pattern.search(before) or pattern.match(after.lstrip()):
            return hedge
    return Hedge.EXACT
