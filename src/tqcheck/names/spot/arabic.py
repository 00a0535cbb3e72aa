"""Arabic, Persian and Urdu: names that the tables know, after their proclitics; Hebrew likewise in its own module."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from tqcheck.lexicon import english_words, stem
from tqcheck.model import Span
from tqcheck.names.model import Bearer, NameKind, Spotted, known_name
from tqcheck.names.tables import native

_ARABIC_WORD = re.compile(r"[\u0621-\u064a\u066e-\u06d3]+")
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وال", "بال", "فال", "كال")


def arabic_names(text: str, language: str = "ar") -> Iterator[Spotted]:
    """Countries, organisations and cities, up to three words long."""
    known = _arabic_forms(language)
    proclitics = _PROCLITICS if language == "ar" else ("",)
    found = list(_ARABIC_WORD.finditer(text))
    at = 0
    while at < len(found):
        for size in (3, 2, 1):
            chunk = [_plain_arabic(match.group()) for match in found[at : at + size]]
            if len(chunk) < size:
                continue
            joined = " ".join(chunk)
            form = next((form for form in _bare(joined, proclitics) if form in known), None)
            if form is not None and not (language == "ar" and _otherwise(joined, form, known[form])):
                bearer = known[form]
                span = Span(found[at].start(), found[at + size - 1].end())
                sure = len(joined) > (4 if language == "ar" else 3) and bearer.kind is not NameKind.PLACE
                sure = sure and not (at and _plain_arabic(found[at - 1].group()) in _PRAYERS)
                yield known_name(span, span.of(text), bearer, certain=sure)
                at += size - 1
                break
        at += 1


# The evening prayer is called what Morocco is.
_PRAYERS = frozenset({"صلاه", "صلاة", "اذان", "لصلاة"})


def _otherwise(word: str, form: str, bearer: Bearer) -> bool:
    """Is it a word that looks like a name behind a proclitic, or like a small town: بحماس with zeal, لم not?"""
    if " " in word:
        return False
    if bearer.kind is NameKind.PLACE and len(form) < _SHORTEST:
        return True
    if word == form and bearer.kind is not NameKind.PLACE:
        return False
    known = english_words(word, "ar")
    names = {stem(part) for name in bearer.english for part in name.split()}
    return bool(known) and not names & known.keys()


_SHORTEST = 4  # letters of a city's name; shorter ones are words far more often


@cache
def _arabic_forms(language: str) -> dict[str, Bearer]:
    return {_plain_arabic(form): bearer for form, bearer in reversed(native(language).items())}


def _bare(form: str, proclitics: tuple[str, ...]) -> Iterator[str]:
    for prefix in proclitics:
        if form.startswith(prefix):
            bare = form[len(prefix) :]
            yield bare
            if prefix.endswith("ال"):
                yield "ال" + bare
            elif prefix in {"ل", "ول"}:
                yield "ال" + bare.removeprefix("ل")


def _plain_arabic(text: str) -> str:
    return re.sub("[\u064b-\u0652\u0640]", "", text).translate(str.maketrans("أإآىیک", "اااييك"))
