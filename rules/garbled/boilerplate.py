"""What the page prints around the article, standing in it as text: "Share this article", "We use cookies"."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    GIVEN,
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
)
from tqcheck.api.residue import EDITOR, boilerplate, whole_line

_LEAST_SENTENCES = 3  # with fewer it may be a page of its own, or a list of what buttons say
_TEXT = {BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.HEADING}


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    sides = [(pair, pair.target) for pair in article.pairs if pair.target is not None]
    if sum(len(text.sentences) for _, text in sides) < _LEAST_SENTENCES:
        return
    for pair, text in sides:
        if text.kind not in _TEXT:
            continue
        for found in boilerplate(text.text, text.sentences):
            if not found.glued and _is_translated(article, pair, found.kind):
                continue
            yield (
                pair,
                Hit(
                    f"“{found.span.of(text.text)}” is {found.kind} and no part of the article.",
                    target=found.span,
                    confidence=Confidence.HIGH if found.glued else None,
                ),
            )


def _is_translated(article: AlignedArticle, pair: Pair, kind: str) -> bool:
    """Whether the source has the line as one of its own: an editor's line, or a pair that is given as it is."""
    if kind != EDITOR and article.aligned_by != GIVEN:
        return False
    source = pair.source
    if source is None:
        return False
    return any(whole_line(span.of(source.text)) is not None for span in source.sentences)


RULE = DocumentRule(
    id="boilerplate",
    summary="What the page prints around the article stands in it as text",
    why="Cookie notices and share buttons were extracted and translated with the article; an editor takes them out.",
    category=Category.GARBLED,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    check=check,
    examples=(
        bad(
            ["Der Hafen wird größer.", "Der Rat stimmte zu.", "Die Bagger kommen im Mai."],
            ["The port is to grow.", "Share this article The council agreed.", "The diggers come in May."],
            marks=["Share this article"],
            languages="de-en",
        ),
        bad(
            None,
            [
                "The port is to grow.",
                "The council agreed.",
                "We use cookies to improve your visit.",
                "Advertisement",
                "The diggers come in May. Subscribe to our newsletter!",
            ],
            marks=["We use cookies to improve your visit.", "Advertisement", "Subscribe to our newsletter!"],
            languages="und-en",
        ),
        bad(
            None,
            ["Der Hafen wächst.", "Der Rat stimmte zu. Alle Rechte vorbehalten.", "Artikel teilen"],
            marks=["Alle Rechte vorbehalten.", "Artikel teilen"],
            languages="und-de",
        ),
        bad(
            None,
            [
                "Le port va grandir. Le conseil a voté.",
                "Lire la suite",
                "Все права защищены.",
                "版权所有 海港报",
                "この記事をシェアする",
            ],
            marks=["Lire la suite", "Все права защищены.", "版权所有 海港报", "この記事をシェアする"],
            languages="und-fr",
        ),
        bad(
            ["港口将扩建。", "市议会已同意。", "五月开工。"],
            ["The port is to grow.", "The council agreed. (Editor: Wang Hao)", "Work begins in May."],
            marks=["(Editor: Wang Hao)"],
            languages="zh-en",
        ),
        good(
            ["港口将扩建。", "市议会已同意。", "责任编辑：王浩"],
            ["The port is to grow.", "The council agreed.", "(Editor: Wang Hao)"],
            languages="zh-en",
        ),
        good(
            None,
            [
                "Share this article with your friends if you like it.",
                "They read more books than we do. The advertisement ran in 1911.",
                "She reserved all rights to the film.",
            ],
            languages="und-en",
        ),
        good(None, ["Read more", "Advertisement"], languages="und-en"),
    ),
)
