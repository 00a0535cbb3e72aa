"""Japanese: katakana runs, and the kanji names that the tables know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tqcheck.model import Span
from tqcheck.names.model import Bearer, NameKind, Spotted, known_name
from tqcheck.names.readings import readings
from tqcheck.names.romanise import is_han
from tqcheck.names.spot.called import called_names
from tqcheck.names.spot.japanese_people import japanese_people
from tqcheck.names.spot.japanese_places import japanese_places
from tqcheck.names.spot.loanwords import is_loanword
from tqcheck.names.tables import native

_LONGEST = 12  # characters of a name

_SURELY = 4  # characters of a katakana word that no dictionary has: shorter ones are often brands' and animals' names
_OF_TOWNS = re.compile(r".?[市県府都区町村郡]")  # what a place's name ends in, or is followed by
_KATAKANA = re.compile(r"[ァ-ヺー]+(?:[・＝=][ァ-ヺー]+)*")
# Whoever is called by these is a person: Mr, president, prime minister, player, suspect …
_JA_TITLES = re.compile(
    r"(?:氏|さん|大統領|首相|選手|監督|議員|長官|教授|容疑者|被告|知事|国王|女王|王子|将軍)"
)


def japanese_names(text: str) -> Iterator[Spotted]:
    """Katakana runs are names or loanwords; kanji names are those that the tables know."""
    people = list(called_names(text, "ja"))
    for name in (*japanese_people(text), *japanese_places(text)):
        if not any(name.span.overlaps(other.span) for other in people):
            people.append(name)
    yield from people
    known = native("ja")
    runs = {match.start(): match.group() for match in _KATAKANA.finditer(text)}
    at = 0
    while at < len(text):
        run = runs.get(at)
        if run is not None:
            bearer = known.get(run)
            span = Span(at, at + len(run))
            if any(span.overlaps(other.span) for other in people):
                pass
            elif bearer is not None:
                long = len(run) > 2 if bearer.kind is NameKind.COUNTRY else len(run) > 3
                yield known_name(span, run, bearer, certain=long or (len(run) > 2 and not is_loanword(run)))
            else:
                parts = tuple(re.split("[・＝=]", run))
                person = len(run) > 2 and bool(_JA_TITLES.match(text, at + len(run)))
                kind = NameKind.PERSON if person else NameKind.OTHER
                sure = person or (_SURELY <= len(run) <= _LONGEST and not is_loanword(run))
                yield Spotted(span, run, run, kind, sure, parts=parts)
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
                    if bearer.kind is NameKind.PLACE and _OF_TOWNS.match(text, at + size - 1):
                        sure = not (at and is_han(text[at - 1]))
                    known_place = known_name(Span(at, at + size), form, bearer, certain=sure)
                    # The tables have one city of several that are written alike.
                    yield (
                        replace(known_place, hints=readings(form)[1])
                        if bearer.country == "JP"
                        else known_place
                    )
                    break
        at += step


def _inside(run: str, at: int, known: dict[str, Bearer]) -> Iterator[Spotted]:
    """Known names that a compound begins with (ロシアメディア), not certain."""
    for size in range(len(run) - 1, 2, -1):
        if (bearer := known.get(run[:size])) is not None:
            yield known_name(Span(at, at + size), run[:size], bearer, certain=False)
            return
