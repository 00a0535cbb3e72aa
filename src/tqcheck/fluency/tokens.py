"""A text taken apart into the tokens that the n-gram models know: words, figures, punctuation; Han and kana singly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from tqcheck.model import Span

UNSPACED = frozenset({"zh", "ja"})
_HAN_KANA = "\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_FIGURE = r"\d+(?:[.,:]\d+)*"
_REST = r"[^\w\s]"
# Elided articles and pronouns are words of their own: l'eau, qu'il.
_TOKENS = {
    "fr": re.compile(rf"{_FIGURE}|[^\W\d_]+['’]?|\w|{_REST}"),
    "zh": re.compile(
        rf"{_FIGURE}|[{_HAN_KANA}]|[^\W\d_{_HAN_KANA}]+(?:['’][^\W\d_{_HAN_KANA}]+)*|\w|{_REST}"
    ),
}
_TOKENS["ja"] = _TOKENS["zh"]
_SPACED = re.compile(rf"{_FIGURE}|[^\W\d_]+(?:['’][^\W\d_]+)*|\w|{_REST}")
# Typography is the house's, not the language's.
_FOLDED = str.maketrans("’‘“”„«»–—―‐‑", '\'\'"""""-----')


class Tokens(NamedTuple):
    """Tokens as written, and where each stands."""

    words: Sequence[str]
    spans: Sequence[Span]


def tokenise(text: str, language: str) -> Tokens:
    """The tokens of a text in a language (primary subtag)."""
    found = list(_pattern(language).finditer(text))
    return Tokens([match[0] for match in found], [Span(*match.span()) for match in found])


def split(text: str, language: str) -> list[str]:
    """The tokens alone, twice as fast."""
    return _pattern(language).findall(text)


def fold(word: str) -> str:
    """A token as the models have it: lower case, figures by their number of digits, plain quotes and dashes."""
    if word[0].isdigit():
        return "0" * min(len(word), 4) if word.isdigit() else "0.0"
    return word.lower().translate(_FOLDED)


def is_word(word: str) -> bool:
    """Whether a token is made of letters."""
    return word[0].isalpha()


def _pattern(language: str) -> re.Pattern[str]:
    return _TOKENS.get(language, _SPACED)
