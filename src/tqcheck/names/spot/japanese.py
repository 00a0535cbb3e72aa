"""Japanese: katakana runs, and the kanji names that the tables know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.model import Span
from tqcheck.names.model import Bearer, NameKind, Spotted, known_name
from tqcheck.names.romanise import is_han
from tqcheck.names.spot.japanese_people import japanese_people
from tqcheck.names.tables import native

_LONGEST = 12  # characters of a name

_KATAKANA = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)*")
# Whoever is called by these is a person: Mr, president, prime minister, player, suspect …
_JA_TITLES = re.compile(
    r"(?:氏|さん|大統領|首相|選手|監督|議員|長官|教授|容疑者|被告|知事|国王|女王|王子|将軍)"
)


def japanese_names(text: str) -> Iterator[Spotted]:
    """Katakana runs are names or loanwords; kanji names are those that the tables know."""
    people = tuple(japanese_people(text))
    yield from people
    known = native("ja")
    runs = {match.start(): match.group() for match in _KATAKANA.finditer(text)}
    at = 0
    while at < len(text):
        run = runs.get(at)
        if run is not None:
            bearer = known.get(run)
            span = Span(at, at + len(run))
            if bearer is not None:
                long = len(run) > 2 if bearer.kind is NameKind.COUNTRY else len(run) > 3
                yield known_name(span, run, bearer, certain=long)
            else:
                parts = tuple(re.split("[・＝=]", run))
                person = len(run) > 2 and bool(_JA_TITLES.match(text, at + len(run)))
                kind = NameKind.PERSON if person else NameKind.OTHER
                yield Spotted(span, run, run, kind, person, parts=parts)
                yield from _inside(run, at, known)
            at += len(run)
            continue
        step = 1
        if is_han(text[at]) and not any(person.span.start <= at < person.span.end for person in people):
            for size in range(min(_LONGEST, len(text) - at), 1, -1):
                form = text[at : at + size]
                if (bearer := known.get(form)) is not None:
                    step = size
                    sure = bearer.kind is not NameKind.PLACE and not (at and is_han(text[at - 1]))
                    sure = sure and not (form == "中国" and re.search("四国|九州|中国地方|近畿|山陰", text))
                    yield known_name(Span(at, at + size), form, bearer, certain=sure)
                    break
        at += step


def _inside(run: str, at: int, known: dict[str, Bearer]) -> Iterator[Spotted]:
    """Known names that a compound begins with (ロシアメディア), not certain."""
    for size in range(len(run) - 1, 2, -1):
        if (bearer := known.get(run[:size])) is not None:
            yield known_name(Span(at, at + size), run[:size], bearer, certain=False)
            return
