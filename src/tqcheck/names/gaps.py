"""Where an English sentence has a hole: a word that needs another is followed by what cannot be that other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tqcheck.lexicon import english_words, is_covered
from tqcheck.model import Span
from tqcheck.names.model import NameMention, Rendered

_FINITE = "is|was|were|are|has|had|would|could|should"
# What follows no article: `the of`, `the ,`, `The was`. Not `the then`, `the will`, `the by-election`.
_AFTER_ARTICLE = rf"(?:of|and|or|as|{_FINITE}|have|may|who|from|with|at|for|in|on|but)(?= (?!-))"
_SURE = (
    rf"\b[Tt]he {_AFTER_ARTICLE}",
    r"\b[Tt]he ?(?=[,.;:!?)](?:\s|$))",
    r"\b(?:of|in|from|with|by|at|into|between|during|for|to|on|and) (?=[.,;:!?)](?:\s|$))",
    r"\([ ](?=[a-z])|\( ?\)",
    r"(?:^|(?<=\s))(?=-(?:based|born|led|backed|owned|made|style) )",
    r"(?:^|\b(?:of|in|by|the|from|with|and|for|to|at) )(?=['’]s (?!\d))",
    r", (?=,\s)",
)
_LIKELY = (
    r"(?<![\w'’])[“\"] ?[”\"](?![\w\"])",
    # Prepositions before punctuation and before what begins no noun phrase: `an interview with, X`, `the states of and Y`.
    r"\b(?:of|in|from|with|by|at|into|between|during|for|to|on) ?(?=[,;] (?!(?:and|or|but|as)\b))",
    r"\b(?:of|between|among|during|into|from|by|with|at|against) (?=(?:and|or|is|was|were|has|had|will|who) )",
    r"\b(?:of|by) (?=(?:of|by|at) (?!least))",
    r"(?<![Tt]hat )\b(?:is|are|was|were) ?(?=, [A-Z])",
    # A sentence whose subject is gone.
    rf"^[\"“]?(?:{_FINITE.title()}|Will|Which|Who)\b(?=[^?]*$)",
    r"^[\"“]?(?:At|In|On|After|During|For|With|As|Since|From)\b[^,.?;]{3,40},(?= (?:is|was|has|had|will) [^?]*$)",
    r"^[A-Z][a-z]+ed (?=(?:that|the|a|an|his|her|its|their) [^?]*$)",
    r"^(?!Sometimes|Besides|Plus|Thus|Whereas|Across)[A-Z][a-z]+s (?=(?:the|a|an|his|her|its|their) [^?]*$)",
)
_TOKENISED = re.compile(
    r"\w [,.;?!](?:\s|$).*\w [,.;?!](?:\s|$)|\( .* \)| n't\b|\w '(?:re|m|d|ll|ve) ", re.DOTALL
)


@lru_cache(maxsize=512)
def gaps(text: str, *, likely: bool = False) -> tuple[Span, ...]:
    """The places in an English text at which a noun is missing, as spans of what is before them.

    `likely`: also such as a good sentence may have (`the world we live in,`).
    """
    if _TOKENISED.search(text):
        return ()  # every comma stands by itself
    found = [
        Span(match.start(), max(match.end(), match.start() + 1))
        for pattern in (_COMPILED if likely else _COMPILED[: len(_SURE)])
        for match in pattern.finditer(text)
    ]
    return tuple(sorted(found))


def awaited(names: Sequence[NameMention], language: str) -> tuple[NameMention, ...]:
    """The source's names that the pair does not render, and words that may be names: any lexicon knows Если."""
    return tuple(
        name
        for name in names
        if Rendered.UNKNOWN < name.rendered < Rendered.NEARBY
        and (name.certain or language == "zh" or not _has_meaning(name.text, language))
    )


def _has_meaning(word: str, language: str) -> bool:
    if language == "ja":  # any two kana mean something: ポトロ has a fatty cut of tuna
        return max(english_words(word, language).values(), default=0.0) > _FAR_FETCHED
    return is_covered(word, language)


_FAR_FETCHED = 0.2
_COMPILED = tuple(map(re.compile, (*_SURE, *_LIKELY)))
