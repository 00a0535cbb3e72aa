"""A bracket that opens and never closes, or closes and never opened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tqcheck.api import (
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
)

_PAIRS = {"(": ")", "[": "]", "（": "）", "【": "】"}
_BRACKET = re.compile(r"[()\[\]（）【】]")
# "a)" and "1)" number a list; ":)", ";-(" and "(^_^;)" smile.
_NUMBERING = re.compile(r"(?:^|[\s(,;:])(?:\d{1,3}|[A-Za-zА-я]|[ivx]{1,4})$")
_SMILE = re.compile(r"[:;=][-'^o]?$|\^_*\^?;?$")
# In letters from Eastern Europe a bracket alone ends the sentence as a smile: "see you tomorrow)", "I miss you((".
_SENTENCE_SMILE = re.compile(r"\)+(?:\s*$|\s+(?=[A-Z]))|\(+\s*$")
_WIDTH = str.maketrans("（）", "()")


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    for paragraph in _paragraphs(article.pairs):
        opened: list[tuple[Pair, int, str]] = []
        for pair in paragraph:
            text = pair.target_text
            for match in _BRACKET.finditer(text):
                at, mark = match.start(), match.group().translate(_WIDTH)
                meant = bool(_SMILE.search(text[:at]) or (mark == ")" and _NUMBERING.search(text[:at])))
                if not opened and _SENTENCE_SMILE.match(text, at) and not _BRACKET.search(pair.source_text):
                    meant = True
                if mark in _PAIRS and not meant:
                    opened.append((pair, at, mark))
                elif opened and _PAIRS[opened[-1][2]] == mark:
                    opened.pop()
                elif not meant and not _odd_in_source(pair):
                    word = re.compile(r"\S*\s*$").search(text[:at])
                    span = Span(word.start() if word else at, at + 1)
                    yield pair, Hit(f"This bracket {mark} closes nothing.", span)
        for pair, at, mark in opened:
            if not _odd_in_source(pair):
                word = re.compile(r".\s*\S*").match(pair.target_text, at)
                end = word.end() if word else at + 1
                yield pair, Hit(f"This bracket {mark} opens and never closes.", Span(at, end))


def _paragraphs(pairs: Sequence[Pair]) -> Iterator[list[Pair]]:
    group: list[Pair] = []
    for pair in pairs:
        if pair.target is None:
            continue
        if group and group[-1].target and pair.target.blocks[0] != group[-1].target.blocks[-1]:
            yield group
            group = []
        group.append(pair)
    if group:
        yield group


def _odd_in_source(pair: Pair) -> bool:
    text = pair.source_text.translate(_WIDTH)
    return any(text.count(left) != text.count(right) for left, right in _PAIRS.items())


RULE = DocumentRule(
    id="unclosed-bracket",
    summary="A bracket opens and never closes, or closes and never opened",
    why="The reader cannot tell where the aside ends.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    check=check,
    examples=(
        bad(
            "Die Behörde (BfS) warnt.",
            "The authority (BfS has issued a warning.",
            marks=["(BfS"],
            languages="de-en",
        ),
        bad("会议（第三届）开幕。", "The meeting third) has opened.", marks=["third)"], languages="zh-en"),
        good(
            "Цены (в рублях) выросли: 1) на хлеб; 2) на соль.",
            "Prices (in roubles) rose: 1) for bread; 2) for salt.",
            languages="ru-en",
        ),
        good(None, "See you tomorrow)) I miss you ((", languages="und-en"),
        good("好 :) (18)", "Good :) and [sic] (really (18)) (^_^;)", languages="zh-en"),
    ),
)
