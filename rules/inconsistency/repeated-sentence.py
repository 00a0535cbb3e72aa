"""A sentence or line that stands twice in the translation though the source says it once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    BlockKind,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Pair,
    Severity,
    bad,
    good,
    prose_size,
    words,
)

_LEAST_WORDS = 4  # shorter lines ("He said no.", "Photo: AP") do recur in real articles
_LEAST_SIZE = 20  # letters, seven characters of Chinese; the same for what `is_prose_sentence` calls short
_LABEL = re.compile(r"\W*\w+(?:\s\w+)?\s*[:：]")  # "Source: survey of 2022", "Photo by: …"
_REPEATING_KINDS = {BlockKind.CELL, BlockKind.CAPTION, BlockKind.LIST_ITEM, BlockKind.NAVIGATION}


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    in_source = Counter(
        _key(span.of(pair.source_text))
        for pair in article.pairs
        if pair.source
        for span in pair.source.sentences
    )
    first: dict[str, tuple[Pair, int]] = {}
    place = 0
    for pair in article.pairs:
        text = pair.target
        if text is None or text.kind in _REPEATING_KINDS:
            continue
        for span in text.sentences:
            sentence = span.of(text.text)
            place += 1
            key = _key(sentence)
            if _is_short(sentence) or _LABEL.match(sentence):
                continue
            earlier = first.get(key)
            if earlier is None:
                first[key] = (pair, place)
                continue
            if earlier[0].target and {earlier[0].target.kind, text.kind} == {
                BlockKind.HEADING,
                BlockKind.PARAGRAPH,
            }:
                continue  # a title or standfirst that the text takes up
            if _repeats_in_source(pair, earlier[0], in_source):
                continue
            near = place - earlier[1] == 1
            where = "right before" if near else "earlier in the article"
            yield (
                pair,
                Hit(
                    f"The same sentence stands {where}; the translation repeats itself.",
                    target=span,
                    confidence=Confidence.HIGH if near or article.source else None,
                ),
            )


def _is_short(sentence: str) -> bool:
    return sum(1 for _ in words(sentence)) < _LEAST_WORDS or prose_size(sentence) < _LEAST_SIZE


def _key(sentence: str) -> str:
    return re.sub(r"\W+", " ", sentence).strip().casefold()


def _repeats_in_source(pair: Pair, earlier: Pair, in_source: Counter[str]) -> bool:
    if pair.source is None or earlier.source is None or pair is earlier:
        return False
    one, two = _key(pair.source_text), _key(earlier.source_text)
    return one == two or any(in_source[_key(span.of(pair.source_text))] > 1 for span in pair.source.sentences)


RULE = DocumentRule(
    id="repeated-sentence",
    summary="A sentence stands twice",
    why="The engine looped or a paste went wrong; the reader believes to have lost the line.",
    category=Category.INCONSISTENCY,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    check=check,
    examples=(
        bad(
            ["Das Parlament stimmte am Freitag zu.", "Die Opposition war dagegen."],
            ["Parliament approved the bill on Friday.", "Parliament approved the bill on Friday."],
            marks=["Parliament approved the bill on Friday."],
            languages="de-en",
        ),
        bad(
            None,
            ["The fire broke out at night.", "Nobody was hurt in the blaze.", "The fire broke out at night."],
            marks=["The fire broke out at night."],
            languages="und-en",
        ),
        bad(
            ["The council met on Monday.", "It voted for the new harbour."],
            ["市议会星期一开会讨论此事。", "市议会星期一开会讨论此事。"],
            marks=["市议会星期一开会讨论此事。"],
            languages="en-zh",
        ),
        good(["He smiled.", "She left. He smiled again."], ["他笑了笑。", "他笑了笑。"], languages="en-zh"),
        good(
            ["我们会回来的，他说。", "我们会回来的，他说。"],
            ["We shall be back, he said.", "We shall be back, he said."],
            languages="zh-en",
        ),
        good(
            None,
            [
                "Exports fell.",
                "Source: National Statistics Office, 2022.",
                "Imports rose.",
                "Source: National Statistics Office, 2022.",
            ],
            languages="und-en",
        ),
        good(
            ["# Пожар в порту Одессы потушен", "Пожар в порту Одессы потушен."],
            ["# Fire in port of Odesa put out", "Fire in port of Odesa put out."],
            languages="ru-en",
        ),
    ),
)
