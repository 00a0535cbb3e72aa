"""One English word is spelt in two ways: with and without a space or hyphen, the British and the American way."""

from __future__ import annotations

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
    found = spellings_mixed([pair.target_text for pair in pairs])
    if not found:
        return
    first, *others = found
    more = ", ".join(f"“{other.text}” and “{other.usual}”" for other in others)
    yield (
        pairs[first.place],
        Hit(
            f"The article also writes “{first.usual}”; one word should have one spelling."
            + (f" So do {more}." if more else ""),
            target=first.span,
            suggestions=(first.usual,) if pairs[first.place].target_text[first.span.start].islower() else (),
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
        good(
            [None, None],
            ["It is an organisation of farmers.", "The World Health Organization was silent."],
            languages="und-en",
        ),
    ),
)
