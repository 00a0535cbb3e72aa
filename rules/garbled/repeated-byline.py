"""A byline, dateline or editor's line that stands twice in the translation and not in the source."""

from __future__ import annotations

import re
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
    Span,
    Text,
    bad,
    good,
)

# "By Anna Kern", "Von Anna Kern", "Автор: Анна Керн", "作者：王浩", "(Editor: Wang Hao)": the whole line.
_NAME = r"[^\W\d_a-zа-яё][\w.'’\-]+(?: (?:[^\W\d_a-zа-яё][\w.'’\-]*|and|und|et|y|e|и|i|van|von|de)){1,5}"
# Whoever asks and answers in an interview is named so as well: only a name may follow.
_SPEAKER = "editor|redaktion|редактор|корреспондент|记者|記者|기자"
_EASTERN = r"[\u3400-\u9fff\uac00-\ud7a3·・]{2,4}"
_NAME_IN_EAST = rf"{_EASTERN}(?:[ 、]{_EASTERN}){{0,3}}(?<![吗嗎呢吧啊呀么麼的了요까다])"
_LABEL = (
    "written by|edited by|reporting by|editing by|author|autor|autora|autore|auteur|verfasser|redakteur|"
    "rédaction|redacción|redazione|redakcja|автор|текст|作者|责任编辑|编辑|文|編集|글|المحرر|الكاتب|بقلم"
)
_BYLINE = re.compile(
    rf"[\s(\[（【]*(?:(?:By|Von|Par|Por|Di|Da|Przez) {_NAME}|(?i:{_LABEL})\s?[:：/]\s?\S(?:[^.!?。！？]|(?<=\b\w)\.|(?<=\b\w\w)\.){{0,60}}?"
    rf"|(?i:{_SPEAKER})\s?[:：/]\s?(?:{_NAME}|{_NAME_IN_EAST}))[\s.)\]）】]*"
)
# "BERLIN, 3 May (XY) –", "МОСКВА, 3 мая. —", "新华社北京5月3日电": at the head of a paragraph.
_DATELINE = re.compile(
    r"(?:[^\W\d_a-zа-яё]{3,}[^\n.()（）—–]{0,40}(?:[(（][^)）\n]{2,30}[)）]\s?[—–-]+|\d{1,4}\.?\s?[—–])|\w{2,4}社\S{2,8}?\d{1,2}月\d{1,2}日电)"
)
_PROSE = {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.HEADING}


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    seen = set[str]()
    in_source: int | None = None
    for pair in article.pairs:
        if pair.target is None or pair.target.kind not in _PROSE:
            continue
        for span in _lines(pair.target):
            line = " ".join(span.of(pair.target.text).split()).casefold().strip(" .()[]（）【】")
            if line not in seen:
                seen.add(line)
                continue
            if pair.source is not None and _times(article, pair.source_text) > 1:
                continue
            if in_source is None:
                in_source = _repeated(article)
            if in_source:
                return  # the source repeats its own
            yield (
                pair,
                Hit(
                    f"“{span.of(pair.target.text)}” stands here again; the source has it once.",
                    target=span,
                    suggestions=("",),
                ),
            )


def _times(article: AlignedArticle, source: str) -> int:
    return sum(pair.source_text == source for pair in article.pairs)


def _repeated(article: AlignedArticle) -> int:
    """How many bylines and datelines of the source stand twice."""
    lines = [
        span.of(pair.source.text).strip()
        for pair in article.pairs
        if pair.source
        for span in _lines(pair.source)
    ]
    return len(lines) - len(set(lines))


def _lines(text: Text) -> Iterator[Span]:
    for sentence in text.sentences:
        content = sentence.of(text.text)
        match = _BYLINE.fullmatch(content) or _DATELINE.match(content)
        if match is not None:
            yield Span(sentence.start + match.start(), sentence.start + match.end())


RULE = DocumentRule(
    id="repeated-byline",
    summary="A byline or dateline stands twice",
    why="The page prints it above the text and again below the picture; both were extracted and translated.",
    category=Category.GARBLED,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    check=check,
    examples=(
        bad(
            ["Der Hafen wird größer.", "Von Anna Kern", "Der Rat stimmte zu.", "Im Mai beginnt es."],
            ["The port is to grow.", "By Anna Kern", "By Anna Kern", "The council agreed. It begins in May."],
            marks=["By Anna Kern"],
            languages="de-en",
        ),
        bad(
            None,
            ["The port is to grow.", "(Editor: Wang Hao)", "The council agreed.", "(Editor: Wang Hao)"],
            marks=["(Editor: Wang Hao)"],
            languages="und-en",
        ),
        bad(
            None,
            ["BERLIN, 3 May (XY) – The port is to grow.", "BERLIN, 3 May (XY) – The council agreed."],
            marks=["BERLIN, 3 May (XY) –"],
            languages="und-en",
        ),
        bad(
            None,
            ["港口将扩建。", "责任编辑：王浩", "市议会已同意。", "责任编辑：王浩"],
            marks=["责任编辑：王浩"],
            languages="und-zh",
        ),
        bad(
            None,
            ["Порт растёт.", "Автор: Анна Керн", "Автор: Анна Керн"],
            marks=["Автор: Анна Керн"],
            languages="und-ru",
        ),
        bad(
            None,
            [
                "港口开放。",
                "记者：王浩、李明",
                "(Author: Dr. J. Kern)",
                "记者：王浩、李明",
                "(Author: Dr. J. Kern)",
            ],
            marks=["记者：王浩、李明", "(Author: Dr. J. Kern)"],
            languages="und-zh",
        ),
        bad(
            None,
            ["Der Hafen wächst.", "Von Anna Kern", "Von Anna Kern"],
            marks=["Von Anna Kern"],
            languages="und-de",
        ),
        bad(
            None,
            ["Le port grandit.", "Par Anna Kern", "Par Anna Kern"],
            marks=["Par Anna Kern"],
            languages="und-fr",
        ),
        bad(
            None,
            ["El puerto crece.", "Autor: Ana Gil", "Autor: Ana Gil"],
            marks=["Autor: Ana Gil"],
            languages="und-es",
        ),
        good(
            ["文・岸", "港が広がる。", "文・岸"],
            ["By Anna Kern", "The port grows.", "By Anna Kern"],
            languages="ja-en",
        ),
        good(
            ["Von Anna Kern", "Der Rat stimmte zu.", "Von Anna Kern"],
            ["By Anna Kern", "The council agreed.", "By Anna Kern"],
            languages="de-en",
        ),
        good(
            None,
            ["By Anna Kern", "By Monday the port will open.", "By Paul Weber", "By noon it was over."],
            languages="und-en",
        ),
        good(
            None,
            ["记者：是吗？", "市长：是的。", "记者：是吗？", "记者：明白了。", "记者：明白了。"],
            languages="und-zh",
        ),
        good(
            None,
            ["Editor: Really?", "Author: It is so.", "Editor: Really?", "Editor: I agree", "Editor: I agree"],
            languages="und-en",
        ),
        good(
            None,
            ["Editor: I agree.", "Author: I do not.", "The 2020 – 2024 plan – the port – is on."],
            languages="und-en",
        ),
    ),
)
