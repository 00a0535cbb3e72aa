"""A sentence of the source that the translation leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tqcheck.api import (
    GIVEN,
    AlignedArticle,
    ArticleFacts,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Pair,
    Severity,
    Span,
    bad,
    good,
    is_prose_sentence,
    prose_size,
)

# The aligner's probability that the sentence has no counterpart, from which on it is sure.
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Options:
    """`probability`: the aligner's, that the sentence has no counterpart, from which on it is told."""

    probability: float = 0.7


def check(article: AlignedArticle, _facts: ArticleFacts, options: Options) -> Iterator[tuple[Pair, Hit]]:
    for pair in article.pairs:
        if pair.source is None or prose_size(pair.target_text):
            continue
        if (
            article.aligned_by == GIVEN or pair.target is not None
        ):  # a record says so itself, or a lone full stop
            if any(char.isalpha() for char in pair.source.text):
                mark = None if pair.target is None else Span(0, len(pair.target.text))
                yield pair, Hit("This has no translation.", mark, Span(0, len(pair.source.text)))
            continue
        for span in pair.source.sentences:
            confidence = Confidence.HIGH if pair.confidence >= _SURE else Confidence.MEDIUM
            if pair.confidence < options.probability or not is_prose_sentence(pair.source, span):
                confidence = Confidence.LOW
            message = "This sentence of the source is missing from the translation."
            yield pair, Hit(message, source=span, confidence=confidence)


RULE = DocumentRule(
    id="omitted-sentence",
    summary="A sentence of the source is missing from the translation",
    why="The reader of the translation cannot know that there was more.",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    bilingual=True,
    options=Options(),
    check=check,
    examples=(
        bad(
            ["大桥周五正式通车。", "施工期间曾两次因洪水停工。", "市长参加了仪式。"],
            ["The bridge opened to traffic on Friday.", None, "The mayor attended the ceremony."],
            marks=[""],
            source_marks=["施工期间曾两次因洪水停工。"],
            languages="zh-en",
        ),
        bad(
            ["Die Brücke ist offen.", "Zweimal standen die Arbeiten wegen Hochwassers still."],
            ["The bridge is open.", None],
            marks=[""],
            source_marks=["Zweimal standen die Arbeiten wegen Hochwassers still."],
            languages="de-en",
        ),
        bad("Мост открыт с понедельника.", "…", marks=["…"], languages="ru-en"),
        good("20 %", "%", languages="de-en"),
        good(
            ["Мост открыт. Работы дважды останавливались из-за наводнений."],
            ["The bridge is open, after floods had twice stopped the work."],
            languages="ru-en",
        ),
    ),
)
