"""A sentence of the translation that has no source."""

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
    bad,
    good,
    is_prose_sentence,
)

# The aligner's probability that the sentence has no counterpart, from which on it is sure.
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Options:
    """`probability`: the aligner's, that the sentence has no counterpart, from which on it is told."""

    probability: float = 0.7


def check(article: AlignedArticle, _facts: ArticleFacts, options: Options) -> Iterator[tuple[Pair, Hit]]:
    if not article.comparable:
        return
    for pair in article.pairs:
        # A record of a bitext without a source is a translation alone; an empty source is empty.
        empty = pair.source is None and article.aligned_by != GIVEN
        if pair.target is None or not (empty or (pair.source is not None and not pair.source.text)):
            continue
        for span in pair.target.sentences:
            confidence = Confidence.HIGH if pair.confidence >= _SURE else Confidence.MEDIUM
            if pair.confidence < options.probability or not is_prose_sentence(pair.target, span):
                confidence = Confidence.LOW
            yield pair, Hit("The source has nothing for this sentence.", target=span, confidence=confidence)


RULE = DocumentRule(
    id="added-sentence",
    summary="A sentence of the translation has no source",
    why="The author never said it.",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    bilingual=True,
    options=Options(),
    check=check,
    examples=(
        bad(
            ["大桥周五正式通车。", None, "市长参加了仪式。"],
            ["The bridge opened on Friday.", "Residents had waited years for it.", "The mayor attended."],
            marks=["Residents had waited years for it."],
            languages="zh-en",
        ),
        bad(
            ["Le pont est ouvert.", None],
            ["The bridge is open.", "It is the finest in the whole country."],
            marks=["It is the finest in the whole country."],
            languages="fr-en",
        ),
        good(
            ["Мост открыт, хотя работы дважды останавливались из-за наводнений."],
            ["The bridge is open. Floods had twice stopped the work."],
            languages="ru-en",
        ),
        good(None, ["The bridge is open.", "It is the finest in the whole country."], languages="und-en"),
    ),
)
