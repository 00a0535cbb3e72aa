"""An age that the years beside it contradict."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Pair,
    Quantities,
    Severity,
    bad,
    good,
)
from tqcheck.api.quantities import AgeMismatch, age_mismatches, ages_too_high, said_alike


def check(article: AlignedArticle, facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    language = article.target_language
    pairs = [pair for pair in article.pairs if pair.target is not None]
    known = [facts.of(pair)[Quantities] for pair in pairs]
    for pair, each in zip(pairs, known, strict=True):
        for found in age_mismatches(pair.target_text, each.target, language):
            if not said_alike((found.age, found.born, found.then), each.source):
                yield pair, _hit(found)
    texts = [(pair.target_text, each.target) for pair, each in zip(pairs, known, strict=True)]
    in_source = [quantity for each in known for quantity in each.source]
    for place, found in ages_too_high(texts, language):
        if not said_alike((found.age, found.born, found.then), in_source):
            yield pairs[place], _hit(found)


def _hit(found: AgeMismatch) -> Hit:
    low, high = found.allowed
    return Hit(
        f"Born in {found.born.text}, one is {low} or {high} in {found.then.text}; "
        f"the text says {found.age.text}. Check the age and both years.",
        target=found.age.span,
        confidence=found.confidence,
    )


RULE = DocumentRule(
    id="age-contradiction",
    summary="An age does not fit the years of birth and of the event",
    why="One of the three figures is wrong, and the sentence itself shows it.",
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
    check=check,
    examples=(
        bad(None, "Anna Lee (1901–1985), the painter, died at 75.", marks=["75"], languages="und-en"),
        bad(
            "Geboren 1957 in Bonn, starb er 2024 im Alter von 67 Jahren.",
            "Born in Bonn in 1957, he died in 2024 at the age of 76.",
            marks=["76"],
            languages="de-en",
        ),
        bad(
            None,
            "Geboren 1957 in Bonn, starb er 2024 im Alter von 53 Jahren.",
            marks=["53"],
            languages="und-de",
        ),
        bad(None, "Né en 1957, il est mort en 2024 à l’âge de 53 ans.", marks=["53"], languages="und-fr"),
        bad(None, "Nacido en 1957, murió en 2024 a los 53 años.", marks=["53"], languages="und-es"),
        bad(
            None, "Родился в 1957 году, умер в 2024 году в возрасте 53 лет.", marks=["53"], languages="und-ru"
        ),
        bad(None, "他1957年出生，2024年去世，享年53岁。", marks=["53"], languages="und-zh"),
        bad(
            None,
            [
                "The race ended on 14 June 2025.",
                "Mary Lee, born in 1957, came first.",
                "“I did not hope to win at the age of 86,” she said.",
            ],
            marks=["86"],
            languages="und-en",
        ),
        good(None, "Anna Lee (1901–1985), the painter, died at the age of 84.", languages="und-en"),
        good(
            None,
            "Born in 1957, he moved to Rome at the age of 20 and died in 2024.",
            languages="und-en",
        ),
        good(None, "Geboren 1957, starb er 2024 mit 66 Jahren nach 30 Jahren im Amt.", languages="und-de"),
        good(
            None, "Родилась в 1957 году, в 30 лет уехала в Рим, где и умерла в 2024 году.", languages="und-ru"
        ),
        good(None, "他生于1957年，2024年去世，享年68岁。", languages="und-zh"),
    ),
)
