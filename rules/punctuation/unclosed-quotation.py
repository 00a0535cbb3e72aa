"""A quotation that opens and never closes, or closes and never opened."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
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
    Text,
    bad,
    good,
)

_MARK = re.compile(r"[“”„«»「」『』\"]")
_BRACKETS = {"「": True, "『": True, "」": False, "』": False}
# Doubled marks: the text was taken from a CSV file as it stands there. Mojibake: the marks are among what is broken.
_ESCAPED = re.compile(r"\"\"|â€")
_INCHES = re.compile(r"\d$")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef]")
# A speech of several paragraphs opens anew in each, or now and then in the first alone. The records of a bitext are
# sentences, and nobody knows where its paragraphs begin.
_PARAGRAPHS, _RECORDS = 3, 12


_Side = tuple[Pair, Text | None]


@dataclass(frozen=True, slots=True)
class _Mark:
    pair: Pair
    at: int
    paragraph: int
    first: bool  # nothing but marks before it in its paragraph
    opens: bool


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    records = article.aligned_by == GIVEN
    sources = [(p, p.source) for p in article.pairs]
    targets = [(p, p.target) for p in article.pairs]
    unmatched = list(_unmatched(targets, records=records))
    if not unmatched:
        return
    in_source = {id(mark.pair) for mark in _unmatched(sources, records=records)}
    balance = _Balance(article.pairs, _open_in(sources), _open_in(targets))
    for mark in unmatched:
        if id(mark.pair) in in_source:
            continue  # the source leaves its own marks unmatched in the same place
        if balance.is_as_in_source(mark):
            continue
        text, at = mark.pair.target_text, mark.at
        # A sentence alone may be from the midst of a speech; its source, which has no marks, does not tell.
        alone = records and len(article.pairs) == 1 and not _MARK.search(mark.pair.source_text)
        confidence = Confidence.LOW if alone and mark.pair.source is not None else None
        if mark.opens:
            word = re.compile(r".\s*\S*").match(text, at)
            yield (
                mark.pair,
                Hit(
                    "This quotation opens and never closes.",
                    Span(at, word.end() if word else at + 1),
                    confidence=confidence,
                ),
            )
        else:
            before = re.search(r"\S*\s*$", text[:at])
            start = before.start() if before else at
            yield (
                mark.pair,
                Hit(
                    f"This quotation mark {text[at]} closes a quotation that never opened.",
                    Span(start, at + 1),
                    confidence=confidence,
                ),
            )


@dataclass(frozen=True, slots=True)
class _Balance:
    """How many quotations each pair leaves open, or closes that another one opened; by `id(pair)`."""

    pairs: Sequence[Pair]
    source: Mapping[int, int]
    target: Mapping[int, int]

    def is_as_in_source(self, mark: _Mark) -> bool:
        """Whether both sides leave the quotation open here and close it in one place, or the source closes it nowhere."""
        own = self.source.get(id(mark.pair), 0)
        if own == 0 or own != self.target.get(id(mark.pair), 0):
            return False
        at = next(index for index, pair in enumerate(self.pairs) if pair is mark.pair)
        others = self.pairs[at + 1 :] if mark.opens else reversed(self.pairs[:at])
        for pair in others:
            there = self.source.get(id(pair), 0)
            if there * own < 0:
                return self.target.get(id(pair), 0) * own < 0
        return True


def _open_in(texts: Sequence[_Side]) -> Mapping[int, int]:
    balance = Counter[int]()
    for mark in _marks(texts):
        balance[id(mark.pair)] += 1 if mark.opens else -1
    return balance


def _unmatched(texts: Sequence[_Side], *, records: bool) -> Iterator[_Mark]:
    """The marks of one side that have no partner."""
    reach = _RECORDS if records else _PARAGRAPHS
    opened: list[_Mark] = []
    for mark in _marks(texts):
        for stale in [each for each in opened if mark.paragraph - each.paragraph > reach]:
            opened.remove(stale)
            yield stale
        if mark.opens:
            if mark.first:  # a new paragraph of the same speech: the one before was left open on purpose
                opened = [
                    each
                    for each in opened
                    if each.paragraph == mark.paragraph
                    or (each.paragraph < mark.paragraph - 1 and not records)
                ]
            opened.append(mark)
        elif opened:
            opened.pop()
        else:
            yield mark
    yield from opened


def _marks(texts: Sequence[_Side]) -> Iterator[_Mark]:
    """The quotation marks of one side, in order, each told to open or to close."""
    whole = "\n".join(text.text for _, text in texts if text is not None)
    # »So« or «so», „so“ or “so”: the article's own first mark tells which way its marks are turned.
    guillemets = re.findall("[«»]", whole) if "«" in whole and "»" in whole else [""]
    low = "„" in whole
    paragraph, block, first, depth = 0, -1, True, 0
    for pair, text in texts:
        if text is None or _ESCAPED.search(text.text):
            continue
        if not re.search(r"\w", text.text):
            for match in _MARK.finditer(text.text):  # cut off from the sentence before, or from the next
                opens = _opens(match, guillemets[0], is_open=depth > 0, low=low)
                if opens or (opens is not None and depth):
                    depth += 1 if opens else -1
                    yield _Mark(pair, match.start(), paragraph, first=False, opens=opens)
            continue
        for sentence, of_block in zip(text.sentences, text.blocks, strict=True):
            if of_block != block:
                paragraph, block, first = paragraph + 1, of_block, True
            for match in _MARK.finditer(text.text, sentence.start, sentence.end):
                opens = _opens(match, guillemets[0], is_open=depth > 0, low=low)
                if opens is None:
                    continue
                at = match.start()
                at_start = first and not re.search(r"\w", text.text[sentence.start : at])
                depth = depth + 1 if opens else max(0, depth - 1)
                yield _Mark(pair, at, paragraph, at_start, opens)
            first = False


def _opens(match: re.Match[str], guillemet: str, *, is_open: bool, low: bool) -> bool | None:
    """Whether a mark opens; None if it is no quotation mark, or cannot be told. `guillemet`: the one that opens here."""
    mark = match.group()
    if mark in "«»":
        return mark == guillemet if guillemet else None
    if mark == "„" or mark in _BRACKETS:
        return _BRACKETS.get(mark, True)
    return _turned(mark, match.string, match.start(), is_open=is_open, low=low)


def _turned(mark: str, text: str, at: int, *, is_open: bool, low: bool) -> bool | None:
    """Whether “, ” or " opens; None if it is no quotation mark. The spaces around tell, where they can."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    starts = not before or before.isspace() or before in "([—–-/"
    ends = not after or after.isspace() or (after in ")],.;:!?—–/" and text[at + 1 : at + 3] != "..")
    if _CJK.match(before) or _CJK.match(after):
        starts = ends = False
    if mark == '"':
        if _INCHES.search(text[:at]) and not is_open:
            return None
        if starts != ends:
            return starts
        # Between two spaces, or moved to the next sentence by a space before it (`he said. " The`).
        return not is_open and (not starts or after.isspace())
    # A curly mark typed the wrong way round is a slip of another kind.
    if mark == "“" and is_open and ends and (not starts or not after):
        return False
    if mark == "”" and not is_open and starts and after.isalnum():
        return True
    return mark == "“" and not low


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
        bad(
            None,
            [
                "“The bridge will be closed in May, the engineer said. “We have no choice.”",
                "The exhibition “A City and Its Bridges” opens in June.",
            ],
            marks=["“The"],
            languages="und-en",
        ),
        bad(
            ["«Дорога закрыта», — сообщил он. «Ждём до мая»."],
            ['"The road is closed, he said. "We are waiting until May."'],
            marks=['"The'],
            languages="ru-en",
        ),
        bad(None, 'We have time, she said. "', marks=['said. "'], languages="und-en"),
        good(
            None,
            '"The mayor called it a ""great day"" for the town."',
            languages="und-en",
        ),
        good(
            ["他说：“路已封闭。", "我们会等到五月。”"],
            ["He said: “The road is closed.", "We shall wait until May.”"],
            languages="zh-en",
        ),
        good("Он сказал: «Да»", 'He said, "He told me "yes"."', languages="ru-en"),
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
        good(
            ["他说：“路已封闭。", "我们会等到五月。", "”", "“好的。”"],
            ["He said: “The road is closed.", "We shall wait until May.", "”", "“All right.”"],
            languages="zh-en",
        ),
        good(
            ["他说：", "“", "路已封闭。”", "他走了。"],
            ["He said:", "“", "The road is closed.”", "He left."],
            languages="zh-en",
        ),
        bad(
            ["他说：「路已封闭。」", "「", "我们会等到五月。」"],
            ["He said: «The road is closed.", "«", "We shall wait until May.»"],
            marks=["«The"],
            languages="zh-en",
        ),
    ),
)
