"""A word after a figure that should be million or billion and is no word, or is left as in the source: 6 billon."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from tqcheck.model import Span
from tqcheck.quantities.model import Quantity
from tqcheck.quantities.write.style import style

_WORD = re.compile(r"[\s\u00a0-]?([^\W\d_]{3,})")
_LEAST = 1000


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
    forms = [
        form
        for ladder in style(language).ladders
        for form in ladder.words.get(int(power) if power.denominator == 1 else 0, {}).values()
    ]
    if word[1] not in source.text:
        forms = [form for form in forms if OSA.distance(word[1].lower(), form.lower(), score_cutoff=1) == 1]
        forms.sort(key=lambda form: len(form) != len(word[1]))  # for "min" rather mln than mn
    return MisspeltScale(Span(*word.span(1)), forms[0]) if forms else None
