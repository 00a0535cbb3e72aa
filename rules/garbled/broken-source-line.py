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
    primary_language,
)
from tqcheck.api.names import rank

_ENDS = re.compile(r"[.!?:;…。！？：；︰؟۔।—–-][\"'”’»“«)\]）】」』》〉]*$|[»”」』)）】》]$")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_HAN = re.compile(r"[\u3400-\u9fff]")
# Words that a line of Chinese cannot end with.
_UNFINISHED = re.compile(r"[的与和及在将是为对向从被把由并而且或以于]$")
_NUMBERED = re.compile(r"^\d{1,3}\s*[.)、．）]|^\d{1,4}[-/年]")
# A subheading is shorter: in characters where a script has no spaces, else in words. A comma betrays a sentence too.
_LONG_LINE, _MANY_WORDS = 25, 8
# Whether an article's paragraphs end in a full stop at all: four of five others, and at least these many.
_FINISHED, _LEAST_OTHERS = 0.8, 3
# A word used three times in a million, in wordfreq's bins (重要, 支柱, 建交). Of 1,815 pairs of neighbouring sentences of
# Chinese news, 2 seem to cut one; of 419 cuts at random, 181 are seen.
_KNOWN = 550
_SHOWN = 12


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    first, last = _pairs_of_blocks(article)
    for index, (line, following) in enumerate(pairwise(_lines(article))):
        if index not in last or index + 1 not in first:
            continue
        confidence = _cut(line, following, primary_language(article.source_language))
        if confidence is None:
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
                f"The source is broken here: a line break cuts “{line.text[-_SHOWN:]} / "
                f"{following.text[:_SHOWN]}” in two, and each half was translated alone. "
                "Join the lines in the source and translate the sentence again.",
                target=pair.target.sentences[-1 if one is two else 0],
                source=_source_mark(pair, one, index),
                confidence=confidence,
            ),
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """A block of the source. `usual`: nearly all others end as sentences do; `tight`: no blank line parts it from the
    next, as blank lines part the others.
    """

    kind: BlockKind
    text: str
    usual: bool
    tight: bool
    is_opening: bool  # a title or what stands below one

    @property
    def is_finished(self) -> bool:
        return _ENDS.search(self.text) is not None


def _lines(article: AlignedArticle) -> list[_Line]:
    source = article.source
    if source is None or not source.prose:
        return []
    blocks = source.prose
    texts = [block.passage.text.strip() for block in blocks]
    paragraphs = [
        bool(_ENDS.search(text))
        for text, block in zip(texts, blocks, strict=True)
        if block.kind is BlockKind.PARAGRAPH
    ]
    gaps = [
        source.text[one.passage.runs[-1].end : two.passage.runs[0].start].count("\n") > 1
        if one.passage.runs and two.passage.runs
        else True
        for one, two in pairwise(blocks)
    ]
    gaps.append(True)
    spaced = sum(gaps) >= _FINISHED * len(gaps)
    others = len(paragraphs) - 1
    return [
        _Line(
            block.kind,
            text,
            # The line itself is no witness: it has no end, or else is not asked.
            usual=others >= _LEAST_OTHERS and sum(paragraphs) >= _FINISHED * others,
            tight=spaced and not gap,
            is_opening=index < 2
            or (blocks[index - 1].kind is BlockKind.PARAGRAPH and not _ENDS.search(texts[index - 1])),
        )
        for index, (block, text, gap) in enumerate(zip(blocks, texts, gaps, strict=True))
    ]


def _cut(line: _Line, following: _Line, language: str) -> Confidence | None:
    """How surely the break between two blocks is in the middle of a sentence; None if it is not."""
    text, rest = line.text, following.text
    running = {BlockKind.PARAGRAPH, BlockKind.HEADING}
    if not text or not rest or following.kind is not BlockKind.PARAGRAPH or line.kind not in running:
        return None
    if line.is_finished:
        return None
    if text[-1].isdigit() and rest[0].isdigit():
        return None if _NUMBERED.match(rest) else Confidence.HIGH
    if line.kind is BlockKind.HEADING or not (following.is_finished or line.usual):
        return None
    if rest.split()[0].islower():
        return Confidence.HIGH if len(text.split()) >= 3 else None
    wide = bool(_CJK.match(text[-1]) and _CJK.match(rest[0]))
    if wide and (_UNFINISHED.search(text) or _cuts_word(text, rest, language)):
        return Confidence.HIGH
    long = len(text) >= _LONG_LINE or "，" in text if wide else len(text.split()) >= _MANY_WORDS
    if line.is_opening or not long:
        return None
    if line.tight:
        return Confidence.MEDIUM
    # Between blank lines it may be a caption or, where a capital could begin a sentence, anything.
    caseless = rest[0].isalpha() and rest[0].lower() == rest[0].upper()
    if not line.usual or not caseless:
        return None
    return Confidence.LOW if wide else Confidence.MEDIUM


def _cuts_word(text: str, rest: str, language: str) -> bool:
    """Whether the break is inside a word (重 / 要) and its two halves are parts of no other."""
    if not _HAN.match(text[-1]) or not _HAN.match(rest) or language not in {"zh", "ja"}:
        return False

    def usual(word: str) -> int:
        place = rank(word, language, "large")
        return _KNOWN + 1 if place is None else place

    for left, right in ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2)):
        whole = usual(text[-left:] + rest[:right])
        before, after = text[-max(2, left) :], rest[: max(2, right)]
        if whole <= _KNOWN and usual(before) > _KNOWN and usual(after) > _KNOWN:
            return True
    return False


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


# What stands around the broken line in the examples.
_EN = ("The port is being built.", "It is in the south.", "Work began in May.")
_ZH = ("港口正在建设。", "它位于南部。", "工程五月开始。")
_AR = ("يجري بناء الميناء.", "يقع في الجنوب.", "بدأ العمل في أيار.")

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
            ["这次访问意义重", "大。", "会谈持续了两个小时。"],
            ["The significance of this visit is heavy", "Big.", "The talks lasted two hours."],
            marks=["Big."],
            languages="zh-en",
        ),
        bad(
            [*_ZH, "双方就地区局势，包括港口的安全和渔业的前景进行", "了交流。"],
            [*_EN, "The two sides on the region, the port and fishing.", "They talked."],
            marks=["They talked."],
            languages="zh-en",
        ),
        bad(
            ["Правительство намерено в следующем году существенно", "сократить расходы."],
            ["The government intends significantly next year.", "Cut costs."],
            marks=["Cut costs."],
            languages="ru-en",
        ),
        bad(
            [*_AR, "وقال الوزير إن الحكومة سوف تبدأ بناء الميناء الجديد في مدينة", "العقبة بعد عامين."],
            [*_EN, "He said that the new port would be built in.", "Aqaba after two years."],
            marks=["Aqaba after two years."],
            languages="ar-en",
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
        # A title, and messages that nobody ends with a full stop.
        good(
            ["国务院办公厅发布通知，要求各地进一步做好春节期间的交通安全工作", "通知周五发布。"],
            ["Notice on road safety", "The notice was issued on Friday."],
            languages="zh-en",
        ),
        good(
            ["сегодня привезли холодильник и поставили на кухне", "завтра приедет мастер"],
            ["they brought the fridge today", "the fitter comes tomorrow"],
            languages="ru-en",
        ),
    ),
)
