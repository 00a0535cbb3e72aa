"""One English word is spelt in two ways: with and without a space or hyphen, the British and the American way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Pair,
    Severity,
    bad,
    good,
)
from tqcheck.api.terms import spellings_mixed


def check(article: AlignedArticle, _facts: ArticleFacts, _options: Any) -> Iterator[tuple[Pair, Hit]]:
    pairs = [pair for pair in article.pairs if pair.target is not None]
    words = defaultdict(list)
    for found in spellings_mixed([pair.target_text for pair in pairs]):
        words[found.usual].append(found)
    for usual, (first, *others) in words.items():
        pair = pairs[first.place]
        elsewhere = " and ".join(f"“{form}”" for form in (usual, *(other.text for other in others)))
        yield (
            pair,
            Hit(
                f"The article has “{first.text}” here and {elsewhere} elsewhere; one word should have one spelling.",
                target=first.span,
                suggestions=(usual,) if first.span.of(pair.target_text)[0].islower() else (),
            ),
        )


RULE = DocumentRule(
    id="inconsistent-spelling",
    summary="One word is spelt in two ways in the article",
    why="It shows that several hands, or a machine, wrote the text.",
    category=Category.TERMINOLOGY,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    target_languages=("en",),
    check=check,
    examples=(
        bad(
            [None, None, None],
            [
                "Spending on healthcare rose again.",
                "Public healthcare is cheap, the ministry said.",
                "Critics want better health care.",
            ],
            marks=["health care"],
            suggestion="healthcare",
            languages="und-en",
        ),
        bad(
            [
                "Die Organisation wurde von Bauern gegründet.",
                "Heute hat die Organisation Personal und ein Organigramm.",
            ],
            [
                "The organisation was founded by farmers.",
                "Today the organization has staff, and an organisation chart.",
            ],
            marks=["organization"],
            languages="de-en",
        ),
        good(
            [None, None],
            ["Every day they set up long-term plans.", "The everyday setup is for the long term."],
            languages="und-en",
        ),
        bad(
            [None, None],
            [
                "The colour of the city centre is grey.",
                "Its centre lost its color: colours fade in any center.",
            ],
            marks=["color", "center"],
            languages="und-en",
        ),
        good(
            [None, None],
            [
                "A licence to license: it is a programme, not a program.",
                "The metre by which the meter counts.",
            ],
            languages="und-en",
        ),
        good(
            [None, None],
            ["It is an organisation of farmers.", "The World Health Organization was silent."],
            languages="und-en",
        ),
    ),
)
