"""A sentence of running text in which nothing can be a finite verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tqcheck.api import (
    BlockKind,
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Reads,
    Rule,
    Severity,
    Syntax,
    bad,
    good,
)

# Read off 7,700 sentences of published human translations: 1 in 75 has six words or more and no word that could be
# a finite verb; nearly all are exclamations, thanks, captions, prices and lists, told by these signs, or the short
# ad-like phrases that a source may have as well.
_LEAST_WORDS, _LONG = 6, 9
_NOT_RUNNING_TEXT = re.compile(
    r"^[\W\d]|[:;!?…—–/*#<>|()“\"«]|\.\.|(?i:\bthanks?\b|^(?:no|not|and|but|or|so|just|almost|simply|many|photo)\b)"
)
_ABBREVIATION_END = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Co|Inc|Ltd|Corp|No|St|Sept|Jan|Feb|Aug|Oct|Nov|Dec|Prof|Gen|vs|a\.m|p\.m))\.$"
)


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    text = pair.target
    if text is None or text.kind is not BlockKind.PARAGRAPH:
        return
    tokens = facts[Syntax].tokens
    for sentence in text.sentences:
        marked = sentence.of(text.text)
        if not marked.endswith(".") or _NOT_RUNNING_TEXT.search(marked) or _ABBREVIATION_END.search(marked):
            continue
        own = [token for token in tokens if sentence.contains(token.span)]
        if len(own) < _LEAST_WORDS or any(
            token.maybe_finite
            or token.is_finite
            or (token.upos in {"VERB", "AUX"} and token.verb_form in {"Part", "Inf"})
            for token in own
        ):
            continue
        if marked.count(",") >= 2:  # an enumeration
            continue
        # A short one may be as short in the source; without a source, nobody can look.
        doubtful = len(own) < _LONG and pair.source is not None
        yield Hit(
            "This sentence has no verb: something was lost or run together in it.",
            target=sentence,
            confidence=Confidence.LOW if doubtful else None,
        )


RULE = Rule(
    id="verbless-sentence",
    summary="A sentence of running text has no finite verb",
    why="A sentence that says nothing about its subject is what is left of a source sentence that was cut or misread.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Syntax,),
    target_languages=("en",),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(
            "双方高度评价中马关系的发展，一致同意进一步深化合作。",
            "The high evaluation of both sides for the development of bilateral cooperation in all areas.",
            marks=[
                "The high evaluation of both sides for the development of bilateral cooperation in all areas."
            ],
            languages="zh-en",
        ),
        bad(
            "Министр подчеркнул роль региона в энергетической безопасности.",
            "The role of the minister of the region in the energy security of the country.",
            marks=["The role of the minister of the region in the energy security of the country."],
            languages="ru-en",
        ),
        good(
            "双方同意深化合作。",
            "Both sides agreed to deepen cooperation in all areas of the economy.",
            languages="zh-en",
        ),
        good(
            "Salz, Pfeffer, Zucker.",
            "Salt, black pepper, sugar, peas, a little butter and fresh bread.",
            languages="de-en",
        ),
        good(
            "Огромная благодарность врачам!",
            "A huge thank you to all the doctors and nurses of the ward!",
            languages="ru-en",
        ),
        good(
            "# 国际领导人会晤",
            "# International leaders in the capital for a new round of talks",
            languages="zh-en",
        ),
    ),
)
