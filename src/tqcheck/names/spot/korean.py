"""Korean: names that the tables know, before their particles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.model import Span
from tqcheck.names.model import NameKind, Spotted, known_name
from tqcheck.names.spot.called import called_names
from tqcheck.names.spot.korean_people import korean_institutions, korean_people
from tqcheck.names.tables import native

_HANGUL = re.compile(r"[가-힣]+")
# Country names that are common words or endings as well.
_KO_AMBIGUOUS = frozenset(
    {"인도", "수단", "가나", "이란", "오만", "차드", "말리", "토고", "통가", "기니", "페루", "쿠바", "한국"}
)
_KO_PARTICLES = re.compile(
    r"(?:인|어|산|계|군|측|식|제|내|발|행|에서|에게|에|의|은|는|이|가|을|를|과|와|도|로|으로|만|까지|부터|이나|정부|대통령|총리|국민|등|들)*$"
)


def korean_names(text: str) -> Iterator[Spotted]:
    """People, and countries, organisations and cities, one a word."""
    known = native("ko")
    others = list(called_names(text, "ko"))
    for name in (*korean_people(text), *korean_institutions(text)):
        if not any(name.span.overlaps(other.span) for other in others):
            others.append(name)
    yield from (name for name in others if name.certain or name.text not in known)
    for match in _HANGUL.finditer(text):
        word = match.group()
        if any(other.certain and other.span.overlaps(Span(*match.span())) for other in others):
            continue
        for size in range(len(word), 1, -1):
            bearer = known.get(word[:size])
            if bearer is None:
                continue
            sure = bool(_KO_PARTICLES.match(word, size)) and word[:size] not in _KO_AMBIGUOUS
            if bearer.kind is NameKind.PLACE:  # 지지가 is a city, and "support" with a particle
                sure = sure and size > 2 and word[size - 1] not in "가이은는을를도의에로"
            yield known_name(Span(match.start(), match.start() + size), word[:size], bearer, certain=sure)
            break
