"""A quotation that opens and never closes, or closes and never opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
    primary_language,
)

_CLOSES = {"“": "”", "«": "»", "「": "」", "『": "』"}
# In these languages “ closes what „ opens, or « closes what » opens: their marks are read the other way.
_LOW_OPENING = {"de", "cs", "sk", "sl", "hr", "sr", "bg", "lt", "is", "et", "da"}
_MARK = re.compile(r"[“”„«»「」『』\"]")
_INCHES = re.compile(r"\d$")
# A quotation may run on over as many paragraphs as a long answer has; each then opens anew, or none does.
_PARAGRAPHS = 6


@dataclass(frozen=True, slots=True)
class _Open:
    pair: Pair
    at: int
    mark: str
    paragraph: int


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    low = primary_language(article.target_language) in _LOW_OPENING
    opened: list[_Open] = []
    paragraph, block, starts_paragraph = 0, None, True
    for pair in article.pairs:
        if pair.target is None:
            continue
        if pair.target.blocks[0] != block:
            paragraph, block, starts_paragraph = paragraph + 1, pair.target.blocks[0], True
        text = pair.target_text
        for match in _MARK.finditer(text):
            at, mark = match.start(), match.group()
            first = starts_paragraph and not text[:at].strip()
            kind = _kind(mark, text, at, low=low, open_=bool(opened))
            if kind == "open":
                if first or any(opened_.paragraph == paragraph - 1 for opened_ in opened):
                    # A new paragraph of the same speech: the marks before it were left open on purpose.
                    opened = [o for o in opened if o.paragraph == paragraph]
                opened.append(_Open(pair, at, mark, paragraph))
            elif kind == "close":
                if opened:
                    opened.pop()
                elif not _unmatched_in_source(pair, article):
                    yield (
                        pair,
                        Hit(
                            f"This quotation mark {mark} closes a quotation that never opened.",
                            target=_with_word_before(text, at),
                        ),
                    )
        starts_paragraph = False
        for stale in [o for o in opened if paragraph - o.paragraph > _PARAGRAPHS]:
            opened.remove(stale)
            yield from _report(stale, article)
    for left in opened:
        yield from _report(left, article)


def _report(opened: _Open, article: AlignedArticle) -> Iterator[tuple[Pair, Hit]]:
    if _unmatched_in_source(opened.pair, article):
        return
    text = opened.pair.target_text
    word = re.compile(r".\s*\S*").match(text, opened.at)
    end = word.end() if word else opened.at + 1
    yield opened.pair, Hit("This quotation opens and never closes.", target=Span(opened.at, end))


def _kind(mark: str, text: str, at: int, *, low: bool, open_: bool) -> str:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    # A mark typed the wrong way round is a slip of another kind; what it does is told by the spaces around it.
    looks_opening = after.isalnum() and not before.isalnum()
    looks_closing = not after or after.isspace()
    if mark == '"':
        if _INCHES.search(text[:at]) and not open_:
            return "none"
        if looks_opening and (not open_ or before.isspace() or before in "([—–-/"):
            return "open"
        return "close" if open_ or before.strip() else "open"
    if low:
        return {"„": "open", "“": "close", "”": "close", "»": "open", "«": "close"}.get(mark, "none")
    if mark == "“" and open_ and looks_closing:
        return "close"
    if mark in "”»" and not open_ and looks_opening:
        return "open"
    return "open" if mark in _CLOSES or mark == "„" else "close"


def _unmatched_in_source(pair: Pair, article: AlignedArticle) -> bool:
    """Whether the source leaves its own marks unmatched in the same place."""
    if article.source is None:
        return False
    text = pair.source_text
    marks = [("„", "“")] if "„" in text else _CLOSES.items()
    return text.count('"') % 2 == 1 or any(text.count(left) != text.count(right) for left, right in marks)


def _with_word_before(text: str, at: int) -> Span:
    word = re.search(r"\S*\s*$", text[:at])
    return Span(word.start() if word else at, at + 1)


RULE = DocumentRule(
    id="unclosed-quotation",
    summary="A quotation opens and never closes, or closes and never opened",
    why="The reader cannot tell whose words these are.",
    category=Category.PUNCTUATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    check=check,
    examples=(
        bad(
            ["“多边主义是唯一的道路。”他说。", "会议于周五结束。"],
            ["He said that “multilateralism is the only way.", "The meeting ended on Friday."],
            marks=["“multilateralism"],
            languages="zh-en",
        ),
        bad(
            ["«Мы готовы», — сказал министр.", "Встреча завершилась."],
            ["We are ready”, the minister said.", "The meeting is over."],
            marks=["ready”"],
            languages="ru-en",
        ),
        bad(None, 'The plan is called "New Horizon, the ministry said.', marks=['"New'], languages="und-en"),
        good(
            ["„Wir sind bereit. Wir gehen.“", "Er ging."],
            ["“We are ready. We are going.”", "He left."],
            languages="de-en",
        ),
        good(
            None,
            [
                "“This is the first part of a long answer.",
                "“And this is its second part,” she said.",
                "She left.",
            ],
            languages="und-en",
        ),
        good(None, ['A 12" pipe and a 5\'10" man', '"Quoted," he said, "and quoted."'], languages="und-en"),
        good(
            "“We are ready,” he said.", "„Wir sind bereit“, sagte er. »Gut so«, sagte sie.", languages="en-de"
        ),
        good("他说“好", "He said “good", languages="zh-en"),
    ),
)
