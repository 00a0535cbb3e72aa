"""A hard line break in the source cuts a word, number or sentence, and each half was translated alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

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
    Span,
    bad,
    good,
)

_ENDS = re.compile(r"[.!?:;…。！？：；︰؟۔।—–-][\"'”’»“«)\]）】」』》〉]*$|[»”」』)）】》]$")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# A subheading has no comma and is short; counted in characters, since these scripts have no spaces. Words that a
# line of Chinese cannot end with betray the cut as well.
_LONG_LINE = 25
_UNFINISHED = re.compile(r"[的与和及在将是为对向从被把由并而且或以于]$")
_NUMBERED = re.compile(r"^\d{1,3}\s*[.)、．）]|^\d{1,4}[-/年]")
_SHOWN = 12


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    if article.source is None:
        return
    first, last = _pairs_of_blocks(article)
    for index, (block, following) in enumerate(pairwise(article.source.prose)):
        confidence = _cut(
            _Line(block.kind, block.passage.text), _Line(following.kind, following.passage.text)
        )
        if confidence is None or index not in last or index + 1 not in first:
            continue
        one, two = last[index], first[index + 1]
        if one is two and (one.target is None or len(one.target.sentences) < 2):
            continue  # translated as one: no harm done
        pair = two if two.target is not None else one
        if pair.target is None:
            continue
        yield (
            pair,
            Hit(
                f"The source is broken here: a line break cuts “{block.passage.text.rstrip()[-_SHOWN:]} / "
                f"{following.passage.text.lstrip()[:_SHOWN]}” in two, and each half was translated alone. "
                "Join the lines in the source and translate the sentence again.",
                target=pair.target.sentences[-1 if one is two else 0],
                source=_source_mark(pair, one, index),
                confidence=confidence,
            ),
        )


@dataclass(frozen=True, slots=True)
class _Line:
    kind: BlockKind
    text: str


def _cut(line: _Line, following: _Line) -> Confidence | None:
    """How surely the break between two blocks is in the middle of a sentence; None if it is not."""
    text, rest = line.text.rstrip(), following.text.lstrip()
    running = {BlockKind.PARAGRAPH, BlockKind.HEADING}
    if not text or not rest or following.kind is not BlockKind.PARAGRAPH or line.kind not in running:
        return None
    if _ENDS.search(text):
        return None
    if text[-1].isdigit() and rest[0].isdigit():
        return None if _NUMBERED.match(rest) else Confidence.HIGH
    if line.kind is BlockKind.HEADING:
        return None
    if rest[0].islower() and len(text.split()) >= 3:
        return Confidence.HIGH
    if _CJK.match(text[-1]) and _CJK.match(rest[0]) and _ENDS.search(rest.rstrip()):
        long = len(text) >= _LONG_LINE or "，" in text or "、" in text
        return Confidence.HIGH if _UNFINISHED.search(text) else Confidence.MEDIUM if long else None
    return None


def _pairs_of_blocks(article: AlignedArticle) -> tuple[dict[int, Pair], dict[int, Pair]]:
    """The pairs in which each source block begins and ends."""
    first: dict[int, Pair] = {}
    last: dict[int, Pair] = {}
    for pair in article.pairs:
        for block in pair.source.blocks if pair.source else ():
            first.setdefault(block, pair)
            last[block] = pair
    return first, last


def _source_mark(pair: Pair, one: Pair, block: int) -> Span | None:
    """The half of the sentence that the pair holds."""
    if pair.source is None:
        return None
    at = 0
    for position, of_block in enumerate(pair.source.blocks):
        if of_block == block + (pair is not one):
            at = position
            break
    return pair.source.sentences[at]


RULE = DocumentRule(
    id="broken-source-line",
    summary="A line break in the source cuts a sentence, and each half was translated alone",
    why="The fault is in the source file: mending the translation by hand leaves it to come back.",
    category=Category.GARBLED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    bilingual=True,
    covers=True,
    check=check,
    examples=(
        bad(
            ["两国元首共同庆祝建交7", "5周年。"],
            ["The two heads of state celebrated the 7", "5th anniversary."],
            marks=["5th anniversary."],
            source_marks=["5周年。"],
            languages="zh-en",
        ),
        bad(
            ["这次访问对两国关系的发展，对地区的和平与稳定都具有重", "要意义。"],
            ["This visit is heavy for the relations and for regional peace and stability.", "Significance."],
            marks=["Significance."],
            languages="zh-en",
        ),
        bad(
            ["Правительство намерено в следующем году существенно", "сократить расходы."],
            ["The government intends significantly next year.", "Cut costs."],
            marks=["Cut costs."],
            languages="ru-en",
        ),
        good(
            ["两国元首共同庆祝建交75周年。", "双方发表联合声明。"],
            ["The two heads of state celebrated the 75th anniversary.", "They issued a joint statement."],
            languages="zh-en",
        ),
        good(
            ["# Погода на завтра", "в Москве ожидается дождь."],
            ["# Weather", "Rain is expected in Moscow."],
            languages="ru-en",
        ),
        good(
            ["合作前景", "双方同意深化合作。"],
            ["Prospects", "Both sides agreed to cooperate."],
            languages="zh-en",
        ),
    ),
)
