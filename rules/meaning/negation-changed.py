"""The source negates what the translation affirms, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    LIKELY_ALIGNED,
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Rule,
    Severity,
    Span,
    bad,
    good,
    primary_language,
)
from tqcheck.api.meaning import NegationChange, negated_in_english, negated_in_foreign

# Japanese negates in endings that other words have, too: half of what is found there is wrong. So it is of translations
# out of English (three of nine were right), where the table has less of what may stand for a negation.
_DOUBTFUL = ("ja",)


def check(pair: Pair, _facts: PairFacts, _options: Any) -> Iterator[Hit]:
    assert pair.source is not None
    source, target = primary_language(pair.source.language), primary_language(pair.target_language)
    if "en" not in (source, target) or source == target:
        return
    texts = pair.source_text, pair.target_text
    if target == "en":
        language, foreign, english = source, *texts
    else:
        language, english, foreign = target, *texts
    for change in (
        negated_in_english(foreign, english, language),
        negated_in_foreign(foreign, english, language),
    ):
        if change:
            doubtful = (
                change.is_free or target != "en" or language in _DOUBTFUL or pair.confidence < LIKELY_ALIGNED
            )
            yield _hit(change, texts, target == "en", Confidence.LOW if doubtful else None)
            return


def _hit(
    change: NegationChange, texts: tuple[str, str], into_english: bool, confidence: Confidence | None
) -> Hit:
    source, target = (change.foreign, change.english) if into_english else (change.english, change.foreign)
    if target:
        message = f"“{target.of(texts[1])}”: nothing in the source negates."
        return Hit(message, target=target, source=Span(0, len(texts[0])), confidence=confidence)
    assert source
    message = f"The source has “{source.of(texts[0])}”; nothing in the translation negates."
    marked = change.negated if into_english else Span(0, len(texts[1]))
    return Hit(message, target=marked, source=source, confidence=confidence)


RULE = Rule(
    id="negation-changed",
    summary="A “not” is lost or added",
    why="It turns the sentence into its contrary, and the contrary reads as well.",
    category=Category.MEANING,
    # Not critical: of what is told of human news a third is right, the rest says the same otherwise.
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    check=check,
    examples=(
        bad(
            "市议会通过了新的预算案。",
            "The city council did not adopt the new budget.",
            marks=["not"],
            languages="zh-en",
        ),
        bad(
            "该公司没有公布调查结果。",
            "The company published the results of the investigation.",
            marks=["published"],
            source_marks=["没"],
            languages="zh-en",
        ),
        bad(
            "该非政府组织没有公布调查结果。",
            "The NGO published the results of the investigation.",
            marks=["published"],
            source_marks=["没"],
            languages="zh-en",
        ),
        bad(
            "Der Minister hat den Vertrag am Montag unterschrieben.",
            "The minister hasn't signed the contract on Monday.",
            marks=["hasn't"],
            languages="de-en",
        ),
        bad(
            "Die Regierung hat das Gesetz nicht unterschrieben.",
            "The government has signed the law this week.",
            marks=["signed"],
            source_marks=["nicht"],
            languages="de-en",
        ),
        bad(
            "Le maire a accepté la proposition des syndicats.",
            "The mayor never accepted the proposal of the unions.",
            marks=["never"],
            languages="fr-en",
        ),
        bad(
            "La empresa no pagará los salarios de marzo.",
            "The company will pay the wages for March.",
            marks=["pay"],
            source_marks=["no"],
            languages="es-en",
        ),
        bad(
            "Президент не подписал закон о налогах.",
            "The president signed the law on taxes.",
            marks=["signed"],
            source_marks=["не"],
            languages="ru-en",
        ),
        bad(
            "O governo não publicou o relatório ontem.",
            "The government published the report yesterday.",
            marks=["published"],
            languages="pt-en",
        ),
        bad(
            "The bridge was not damaged in the storm.",
            "Die Brücke wurde im Sturm beschädigt.",
            marks=["Die Brücke wurde im Sturm beschädigt."],
            source_marks=["not"],
            languages="en-de",
        ),
        bad(
            "대통령은 어제 계약서에 서명했다.",
            "The president did not sign the contract yesterday.",
            marks=["not"],
            languages="ko-en",
        ),
        good("Das ist unmöglich zu bauen.", "It is not possible to build that here.", languages="de-en"),
        good(
            "我讨厌下雨，别忘了带伞。",
            "I don't like rain, so do not forget your umbrella.",
            languages="zh-en",
        ),
        good(
            "Il ignore la réponse à cette question.", "He does not know the answer to it.", languages="fr-en"
        ),
        good("不久，双方不得不签署协议。", "Soon both sides had to sign the agreement.", languages="zh-en"),
        good(
            "Nicht nur die Kinder, auch die Eltern kamen.",
            "The children came, and so did the parents.",
            languages="de-en",
        ),
        good("Он не забыл закрыть окно.", "He remembered to close the window behind him.", languages="ru-en"),
        good("彼は約束を破らない。", "He keeps the promises that he has made to her.", languages="ja-en"),
        good(
            "No es imposible ganar el partido.", "It is possible to win the match today.", languages="es-en"
        ),
        good("你能不能明天来参加会议？", "Could you come to the meeting tomorrow?", languages="zh-en"),
        good("No llegará hasta el lunes.", "The delegation will only arrive on Monday.", languages="es-en"),
        good("Die Lage ist unklar.", "The situation is not clear to anyone.", languages="de-en"),
    ),
)
