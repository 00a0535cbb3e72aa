"""A word after a figure that should be million or billion and is no word, or is left as in the source: 6 billon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tqcheck.model import Span
from tqcheck.quantities.model import Quantity
from tqcheck.quantities.write.style import Style, style

_WORD = re.compile(r"[\s\u00a0-]?([^\W\d_]{3,})")
_LEAST = 1000
# Whose scale words a translation may leave as they are: of these none is a common word of another language after a figure.
_FOREIGN = ("de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "sv")


@dataclass(frozen=True, slots=True)
class MisspeltScale:
    """The word that stands where a scale word should, and that one."""

    span: Span
    suggestion: str


def misspelt_scale(source: Quantity, target: Quantity, text: str, language: str) -> MisspeltScale | None:
    """The misspelt scale word after a figure that lacks just that one to say what the source says. `text`: the target's."""
    word = _WORD.match(text, target.span.end)
    if word is None or target.scale != 1 or not source.readings or not target.readings or not target.value:
        return None
    power = source.value / target.value
    if power < _LEAST:
        return None
    own = style(language)
    forms = list(_words_for(int(power), own, str(own.plural(target.value)))) if power.denominator == 1 else []
    if word[1] not in source.text and word[1].lower() not in _foreign_words():
        forms = _near(word[1], forms)
    return MisspeltScale(Span(*word.span(1)), forms[0]) if forms else None


def _words_for(power: int, own: Style, plural: str) -> Iterator[str]:
    """The words of a language for a power of ten, in the number that fits the figure first."""
    for ladder in own.ladders:
        forms = ladder.words.get(power, {})
        yield from dict.fromkeys((*(forms[key] for key in (plural,) if key in forms), *forms.values()))


def _near(word: str, forms: list[str]) -> list[str]:
    """Those that are one letter off, of the same length first: for "min" rather mln than mn."""
    from rapidfuzz.distance import OSA  # only where a figure has changed

    near = [form for form in forms if OSA.distance(word.lower(), form.lower(), score_cutoff=1) == 1]
    return sorted(near, key=lambda form: len(form) != len(word))


@cache
def _foreign_words() -> frozenset[str]:
    """The scale words of the languages that news are translated from, in lower case."""
    return frozenset(
        form.lower()
        for tag in _FOREIGN
        for ladder in style(tag).ladders
        for forms in ladder.words.values()
        for form in forms.values()
    )
