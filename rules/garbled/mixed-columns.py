"""Two columns of the source's page were read across, and the mixture was translated."""

from __future__ import annotations

from collections.abc import Iterator

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
    primary_language,
)
from tqcheck.api.source_faults import mixed_columns


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    source = article.source
    if source is None or article.aligned_by == GIVEN:
        return
    for edit in mixed_columns(source.text, primary_language(source.language)):
        pair = _first_pair(article, edit.span)
        if pair is None:
            continue
        yield (
            pair,
            Hit(
                "The source is broken here: two columns of its page were read across, so that each sentence is mixed with "
                "another, and the mixture was translated. Put the lines in order and translate the passage again.",
                target=Span(0, len(pair.target_text)),
                source=Span(0, len(pair.source_text)),
                repair=(edit,),
            ),
        )


def _first_pair(article: AlignedArticle, region: Span) -> Pair | None:
    """The first translated pair whose source stands in a region of the file."""
    for pair in article.pairs:
        if pair.source is None or pair.target is None or not pair.source.passage.runs:
            continue
        if pair.source.passage.file_span(Span(0, len(pair.source_text))).overlaps(region):
            return pair
    return None


RULE = DocumentRule(
    id="mixed-columns",
    summary="Two columns of the source were read across, and the mixture was translated",
    why="No sentence of the passage says what its author wrote, and mending the translation cannot bring it back.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    bilingual=True,
    covers=True,
    check=check,
    examples=(
        bad(
            [
                "Der Rat hat den Bau einer    Die Feuerwehr musste in\nneuen Brücke beschlossen,    der Nacht dreimal zu\nweil die alte zu schmal    Bränden ausrücken, sagte\nfür den Verkehr ist.    ihr Sprecher am Montag."
            ],
            ["The council has approved the construction of a fire brigade."],
            marks=["The council has approved the construction of a fire brigade."],
            languages="de-en",
        ),
        bad(
            [
                "市政府宣布，将在河上修建一座新的大\n气象部门表示，本周末将有大范围降\n桥，预计两年后通车，届时市民出\n雨，请大家注意安全，减少外出活\n行将更加方便。\n动。"
            ],
            ["The city announced a new weather department on the river."],
            marks=["The city announced a new weather department on the river."],
            languages="zh-en",
        ),
        good(
            ["Erster Preis    Anna Klein\nZweiter Preis    Jonas Weber\nDritter Preis    Mia Vogt"],
            ["First prize    Anna Klein\nSecond prize    Jonas Weber\nThird prize    Mia Vogt"],
            languages="de-en",
        ),
        good(
            [
                "Город      Население      Год\nТверь      четыреста тысяч      2020\nТула      пятьсот тысяч      2020\nОрёл      триста тысяч      2020"
            ],
            ["City      Population      Year\nTver      four hundred thousand      2020"],
            languages="ru-en",
        ),
    ),
)
