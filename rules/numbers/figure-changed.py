"""A figure that is another where the article names the same thing again."""

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
from tqcheck.api.quantities import changed_figures, said_alike


def check(article: AlignedArticle, facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    pairs = [pair for pair in article.pairs if pair.target is not None]
    known = [facts.of(pair)[Quantities] for pair in pairs]
    texts = [(pair.target_text, each.target) for pair, each in zip(pairs, known, strict=True)]
    in_source = [quantity for each in known for quantity in each.source]
    for found in changed_figures(texts, article.target_language):
        first, second = found.first.figure, found.second.figure
        if said_alike((first, second), in_source):
            continue
        yield (
            pairs[found.second.text],
            Hit(
                f"Here it is {second.text}; earlier in the article it was {first.text} (“{found.thing}”). "
                "One of the two is wrong.",
                target=second.span,
            ),
        )


RULE = DocumentRule(
    id="figure-changed",
    summary="A figure is another when the same thing is named again",
    why="Two figures for one thing: the reader knows that one is wrong, and not which.",
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
    check=check,
    examples=(
        bad(
            None,
            [
                "They marked the 75th anniversary of the founding of the port.",
                "For the 57th anniversary of the founding of the port there was a parade.",
            ],
            marks=["57"],
            languages="und-en",
        ),
        bad(
            None,
            [
                "Man feierte den 75. Jahrestag der Gründung des Hafens.",
                "Der 57. Jahrestag der Gründung des Hafens war ein Fest.",
            ],
            marks=["57"],
            languages="und-de",
        ),
        bad(
            None,
            [
                "Отметили 75-ю годовщину со дня основания порта.",
                "На 57-ю годовщину со дня основания порта был парад.",
            ],
            marks=["57"],
            languages="und-ru",
        ),
        bad(
            None,
            ["今年庆祝港口建成75周年。", "庆祝港口建成57周年的大会十分热闹。"],
            marks=["57"],
            languages="und-zh",
        ),
        bad(
            None,
            [
                "On fête le 75e anniversaire de la fondation du port.",
                "Au 57e anniversaire de la fondation du port, il y eut un défilé.",
            ],
            marks=["57"],
            languages="und-fr",
        ),
        bad(
            "Der Bau kostet 350 Euro je Quadratmeter Wohnfläche.",
            "The work takes 350 cubic metres of concrete a day; later, 3,500 cubic metres of concrete a day.",
            marks=["3,500"],
            languages="de-en",
        ),
        good(
            ["75 Jahre Hafen.", "57 Jahre Hafen."],
            [
                "The 75th anniversary of the founding of the port.",
                "The 57th anniversary of the founding of the port.",
            ],
            languages="de-en",
        ),
        good(
            None,
            [
                "The 75th anniversary of the founding of the port.",
                "The 57th anniversary of the founding of the museum was in May; 10 km from the city, 100 km from the city.",
            ],
            languages="und-en",
        ),
        good(None, ["Der 12. Mai war warm.", "Der 21. Mai war kalt."], languages="und-de"),
        good(None, ["建党75周年大会", "建国57周年大会"], languages="und-zh"),
    ),
)
