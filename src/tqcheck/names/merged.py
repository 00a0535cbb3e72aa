"""Two names that became one: relations between Vietnam and Vietnam."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.model import Span
from tqcheck.names.english import CALENDAR
from tqcheck.names.tables import english
from tqcheck.names.text import key
from tqcheck.names.whole import is_own

_NAME = r"[A-Z][\w’'-]*[\w](?: [A-Z][\w’'-]*[\w])*"
# A name and itself as the two sides of something. After a bare pair a clause of its own may begin, whose subject the
# second name is (Tom likes Mary and Mary likes Tom): only a stop or a preposition shows that none does. What follows may
# tell the two apart (Paris, France and Paris, Texas; Ford and Ford Credit; China and China's neighbours).
_NO_MORE = r"(?![\w’'-]|,? [A-Z(]|\.[A-Z])"


def coupled(word: str, *, before: str, after: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of something coupled with itself between two contexts; the groups `one` and `two` are its places."""
    return re.compile(rf"{before}(?P<one>{word}) (?:and|or) (?:the )?(?P<two>(?P=one)){after}", flags)


_PAIRS = tuple(
    coupled(_NAME, before=before, after=after + _NO_MORE)
    for before, after in (
        (r"\b[Bb]etween (?:the )?", ""),
        (r"\b[Bb]oth ", ""),
        (r"(?:^|[.!?] |[“\"(])", r"(?= (?:are|were|have|will|signed|agreed)\b)"),
        (
            r"\b(?:of|by|in|to|for|with|from|against) (?:the )?",
            r"(?=[.;:!?)]|$| (?:in|on|at|for|to|about|over|since|during)\b)",
        ),
    )
)
_COUPLED = re.compile(
    r"\b(?P<one>[A-Z][a-z]{3,})[-–](?P<two>(?P=one))(?= (?:relations|ties|border|trade|cooperation|summit|talks|friendship|agreement|treaty|partnership|war|conflict)\b)"
)
_PREFIXED = {"Sino": "CN", "Russo": "RU", "Franco": "FR", "Anglo": "GB", "Indo": "IN"}
_SELF = re.compile(rf"\b(?P<one>{'|'.join(_PREFIXED)})[-–](?P<two>[A-Z][a-z]+)\b")


def merged(text: str) -> Iterator[tuple[Span, str]]:
    """Where English couples a name with itself: the whole of it, and the name."""
    for pattern in _PAIRS:
        for match in pattern.finditer(text):
            name = match["one"]
            words = name.split()
            if all(map(is_own, words)) and not {word.lower() for word in words} & CALENDAR:
                yield Span(match.start("one"), match.end("two")), name
    for match in _COUPLED.finditer(text):
        if key(match["one"]) in english():
            yield Span(*match.span()), match["one"]
    for match in _SELF.finditer(text):
        bearers = english().get(key(match["two"]), ())
        if bearers and bearers[0].id == _PREFIXED[match["one"]]:
            yield Span(*match.span()), match["two"]
