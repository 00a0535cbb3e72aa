"""Arabic: names that the tables know, after their proclitics."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqcheck.model import Span
from tqcheck.names.model import Bearer, NameKind, Spotted, known_name
from tqcheck.names.tables import native

_ARABIC_WORD = re.compile(r"[\u0621-\u064a\u066e-\u06d3]+")
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وال", "بال", "فال", "كال")


def arabic_names(text: str) -> Iterator[Spotted]:
    """Countries, organisations and cities, up to three words long."""
    known = _arabic_forms()
    found = list(_ARABIC_WORD.finditer(text))
    at = 0
    while at < len(found):
        for size in (3, 2, 1):
            chunk = [_plain_arabic(match.group()) for match in found[at : at + size]]
            if len(chunk) < size:
                continue
            bearer = next((known[form] for form in _bare(" ".join(chunk)) if form in known), None)
            if bearer is not None:
                span = Span(found[at].start(), found[at + size - 1].end())
                sure = len(" ".join(chunk)) > 4 and bearer.kind is not NameKind.PLACE
                yield known_name(span, span.of(text), bearer, certain=sure)
                at += size - 1
                break
        at += 1


@cache
def _arabic_forms() -> dict[str, Bearer]:
    return {_plain_arabic(form): bearer for form, bearer in reversed(native("ar").items())}


def _bare(form: str) -> Iterator[str]:
    for prefix in _PROCLITICS:
        if form.startswith(prefix):
            bare = form[len(prefix) :]
            yield bare
            if prefix.endswith("ال"):
                yield "ال" + bare
            elif prefix in {"ل", "ول"}:
                yield "ال" + bare.removeprefix("ل")


def _plain_arabic(text: str) -> str:
    return re.sub("[\u064b-\u0652\u0640]", "", text).translate(str.maketrans("أإآى", "اااي"))
