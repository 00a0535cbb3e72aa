"""Hebrew: names that the tables know, after their proclitics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqcheck.model import Span
from tqcheck.names.model import Bearer, NameKind, Spotted, known_name
from tqcheck.names.plain import plain
from tqcheck.names.tables import native

_WORD = re.compile("[\u05d0-\u05ea]+(?:[\"'\u05f3\u05f4][\u05d0-\u05ea]+)*")
# And, the, in, to, from, as, that, alone or two in a row.
_PROCLITICS = re.compile("ו?(?:ש|כש)?[בלמכה]?")
_LONGEST = 3
_SHORTEST = 3  # letters of a name behind proclitics, and of a single word that is surely one


def hebrew_names(text: str) -> Iterator[Spotted]:
    """Countries, organisations and cities, up to three words long."""
    found = list(_WORD.finditer(text))
    at = 0
    while at < len(found):
        size, bearer = _known(found, at)
        if bearer is not None:
            span = Span(found[at].start(), found[at + size - 1].end())
            sure = bearer.kind is not NameKind.PLACE and (size > 1 or len(span.of(text)) >= _SHORTEST)
            yield known_name(span, span.of(text), bearer, certain=sure)
        at += size


def _known(found: list[re.Match[str]], at: int) -> tuple[int, Bearer | None]:
    """(number of words, bearer) of the longest known form that begins here; (1, None) if there is none."""
    for size in range(min(_LONGEST, len(found) - at), 0, -1):
        form = " ".join(plain(match.group(), "he") for match in found[at : at + size])
        prefix = _PROCLITICS.match(form)
        for cut in range((prefix.end() if prefix else 0) + 1):
            bearer = _forms().get(form[cut:])
            if bearer is not None and (not cut or len(form) - cut >= _SHORTEST):
                return size, bearer
    return 1, None


@cache
def _forms() -> dict[str, Bearer]:
    table: dict[str, Bearer] = {}
    for form, bearer in native("he").items():
        words = re.split(r"[\s-]+", plain(form, "he"))
        if len("".join(words)) > 2:
            table.setdefault(" ".join(words), bearer)
    return table
