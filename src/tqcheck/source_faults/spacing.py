"""Spaces that split words, or are missing between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from tqcheck.function_words import FUNCTION_WORDS
from tqcheck.model import Span
from tqcheck.names.frequency import rank
from tqcheck.source_faults.words import cuts_han_word, cuts_word

# Four single letters and more, with a space after each; two spaces or more end a word.
_SPACED = re.compile(r"(?<!\w)[^\W\d_](?: [^\W\d_]){3,}(?!\w)")
_HAN_SPACED = re.compile(r"(?<![\u3400-\u9fff])[\u3400-\u9fff](?: [\u3400-\u9fff]){3,}(?![\u3400-\u9fff])")
_HAN_GAP = re.compile(r"(?<=[\u3400-\u9fff])[ \u3000](?=[\u3400-\u9fff])")
_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]+(?![\w'’-])")
# A run of letters and the hyphen of a line end that is still in it.
_LINE_END = re.compile(r"(?<![\w-])([^\W\d_]{2,})[-\u00ac\u2010] ([^\W\d_]{2,})(?![\w-])")
# Once in 30,000 words and more: both of two glued words must be so usual.
_COMMON = 450
_SHORTEST_GLUED = 5
# Languages that write compounds as one word: glued words do not show.
_COMPOUNDING = {"de", "nl", "sv", "da", "nb", "fi", "hu", "ko"}


def spaced_out(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """Words set with a space after each letter, with the word."""
    if language in {"zh", "ja"}:
        for match in _HAN_SPACED.finditer(text):
            yield Span(*match.span()), match[0].replace(" ", "")
        return
    for match in _SPACED.finditer(text):
        word = match[0].replace(" ", "")
        if rank(word.lower(), language, "small") is not None:
            yield Span(*match.span()), word


def split(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """Words that a space, or the hyphen of a former line end, cuts in two."""
    if language in {"zh", "ja"}:
        for gap in _HAN_GAP.finditer(text):
            before, after = text[: gap.start()], text[gap.end() :]
            if cuts_han_word(before[-4:], after[:4], language):
                yield Span(gap.start() - 1, gap.end() + 1), before[-1] + after[0]
        return
    for match in _LINE_END.finditer(text):
        if match[2].islower() and rank((match[1] + match[2]).lower(), language, "small") is not None:
            yield Span(*match.span()), match[1] + match[2]
    for one, two in pairwise(_WORD.finditer(text)):
        if two.start() != one.end() + 1 or text[one.end()] != " " or not two[0].islower():
            continue
        left, right = one[0].lower(), two[0]
        if rank(left, language, "small") is not None and rank(right, language, "small") is not None:
            continue
        if rank(left + right, language, "small") is not None and cuts_word(left, right, language):
            yield Span(one.start(), two.end()), one[0] + two[0]


def glued(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """Two usual words without the space between them."""
    if language in _COMPOUNDING:
        return
    for match in _WORD.finditer(text):
        word = match[0]
        if len(word) < _SHORTEST_GLUED or not word.islower() or rank(word, language, "small") is not None:
            continue
        for at in range(2, len(word) - 2):
            left, right = word[:at], word[at:]
            if not _are_glued(left, right, language):
                continue
            yield Span(*match.span()), f"{left} {right}"
            break


def _are_glued(left: str, right: str, language: str) -> bool:
    """Two common words of which one is a function word, and not a prefix: “housewas”, not “submarine” or “fourfold”."""
    small = _function_words(language)
    if left in _PREFIXES or not (left in small or right in small):
        return False
    ranks = [rank(part, language, "small") for part in (left, right)]
    return all(place is not None and place <= _COMMON for place in ranks)


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(FUNCTION_WORDS.get(language, "").split())


# Function words that also begin words.
_PREFIXES = frozenset(
    "in con de des en es se re a an on out over under up by off for sin sobre entre contra pour par sur sous mal non "
    "com sem pro per su tra fra di so no na do da ao во на по за об от до из под при без со для не ни он о у".split()
)
