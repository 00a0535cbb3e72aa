"""Names that are hyphenated in one place and not in another: Kim Jong-un, Kim Jong Un; Sino-Russian, Russian-China."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tqcheck.model import Span
from tqcheck.names.model import NameKind
from tqcheck.names.tables import english
from tqcheck.names.text import key, title_case, words_of
from tqcheck.names.variants import Variant
from tqcheck.names.whole import is_own

_JOINED = re.compile(r"(?<![\w’'-])(?P<one>[A-Z][a-z]+)-(?P<two>[A-Za-z][a-z]+)(?![\w’'-])")
_PREFIXES = {"Sino": "CN", "Russo": "RU", "Franco": "FR", "Anglo": "GB", "Indo": "IN"}
_ADJECTIVE = re.compile(r"(?:an|ese|ish|ch|ic|i)$")


def hyphenated(texts: Sequence[str]) -> Iterator[Variant]:
    """The rarer form of a name that has a hyphen in one place and a space in another; of equals the spaced one."""
    running = [(place, text) for place, text in enumerate(texts) if not title_case(words_of(text), text)]
    joined = defaultdict[tuple[str, str], list[tuple[int, Span, str]]](list)
    for place, text in running:
        for match in _JOINED.finditer(text):
            if _is_name(match["one"], match["two"]):
                parts = match["one"], match["two"].capitalize()
                joined[parts].append((place, Span(*match.span()), match[0]))
    for (one, two), here in joined.items():
        spaced = [
            (place, Span(*match.span()), match[0])
            for place, text in running
            for match in re.finditer(rf"(?<![\w’'-]){one} {two}(?![\w’'-])", text)
        ]
        usual, rarer = (here, spaced) if len(here) >= len(spaced) else (spaced, here)
        yield from (Variant(place, span, form, usual[0][2]) for place, span, form in rarer)


def _is_name(one: str, two: str) -> bool:
    """A name of two parts, not two names side by side (Paris-Berlin), nor a name with a word (Stalin-era)."""
    if one in _PREFIXES or key(one) in english() or (two[0].isupper() and key(two) in english()):
        return False
    return is_own(one) and (is_own(two) or len(two) < 3)


def couples(texts: Sequence[str]) -> Iterator[Variant]:
    """Two countries coupled as no English does, an adjective with a noun, where the article has them right elsewhere."""
    found = defaultdict[frozenset[str], list[tuple[int, Span, str, bool]]](list)
    for place, text in enumerate(texts):
        for match in re.finditer(r"(?<![\w’'-])(?P<one>[A-Z]\w+)[-–](?P<two>[A-Z]\w+)(?![\w’'-])", text):
            one, two = _country(match["one"]), _country(match["two"])
            if one and two and one[0] != two[0]:
                wrong = one[1] and not two[1] and match["one"] not in _PREFIXES
                found[frozenset((one[0], two[0]))].append((place, Span(*match.span()), match[0], wrong))
    for forms in found.values():
        right = [text for _, _, text, wrong in forms if not wrong]
        if right:
            usual = max(right, key=right.count)
            yield from (Variant(place, span, text, usual) for place, span, text, wrong in forms if wrong)


def _country(word: str) -> tuple[str, bool] | None:
    """(the country's id, whether the word is its adjective), or None for another word."""
    if word in _PREFIXES:
        return _PREFIXES[word], True
    for bearer in english().get(key(word), ()):
        if bearer.kind is NameKind.COUNTRY and word not in bearer.seats:
            return bearer.id, word != bearer.english[0] and bool(_ADJECTIVE.search(word))
    return None
