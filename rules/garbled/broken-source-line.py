"""A hard line break in the source cuts a word, number or sentence, and each half was translated alone."""

from __future__ import annotations

from collections.abc import Iterator

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
from tqcheck.api.source_faults import BrokenLine, broken_lines

_SHOWN = 12


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    first, last = _pairs_of_blocks(article)
    for broken in broken_lines(article):
        if broken.first not in last or broken.second not in first:
            continue
        one, two = last[broken.first], first[broken.second]
        if one is two and (one.target is None or len(one.target.sentences) < 2):
            continue  # translated as one: no harm done
        pair = two if two.target is not None else one
        if pair.target is None:
            continue
        yield (
            pair,
            Hit(
                _message(broken),
                target=pair.target.sentences[-1 if one is two else 0],
                source=_source_mark(pair, broken.first if pair is one else broken.second),
                confidence=broken.confidence,
                repair=(broken.repair,) if broken.repair is not None else (),
            ),
        )


def _message(broken: BrokenLine) -> str:
    """The reason; how it should read is shown where the file can be repaired, else said here."""
    what = "a page ends in the middle of a sentence and" if broken.over_page else "a line break"
    text, rest = broken.text, broken.rest
    joined = f"{text[: len(text) - broken.dropped][-_SHOWN:]}{broken.glue}{rest[:_SHOWN]}"
    meant = "" if broken.repair is not None else f"It should read “{joined}”. "
    return (
        f"The source is broken here: {what} cuts “{text[-_SHOWN:]} / {rest[:_SHOWN]}” in two, and each half was translated "
        f"alone. {meant}Join the lines in the source and translate the sentence again."
    )


def _pairs_of_blocks(article: AlignedArticle) -> tuple[dict[int, Pair], dict[int, Pair]]:
    """The pairs in which each source block begins and ends."""
    first: dict[int, Pair] = {}
    last: dict[int, Pair] = {}
    for pair in article.pairs:
        for block in pair.source.blocks if pair.source else ():
            first.setdefault(block, pair)
            last[block] = pair
    return first, last


def _source_mark(pair: Pair, block: int) -> Span | None:
    """The half of the sentence that the pair holds."""
    if pair.source is None:
        return None
    at = pair.source.blocks.index(block) if block in pair.source.blocks else 0
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
        # In Japanese a line does not begin with を or a long vowel, and goes on after a particle.
        bad(
            ["大会は来月に始まる。", "主催者は、会場の警備員や案内の人数", "を増やすと話した。"],
            ["The event starts next month.", "Organisers on the number of guards.", "Will be increased."],
            marks=["Will be increased."],
            languages="ja-en",
        ),
        bad(
            ["大会は来月に始まる。", "記録はすべて、新しいコンピュ", "ーターに保存される。"],
            ["The event starts next month.", "All records are new comp.", "Saved in an eater."],
            marks=["Saved in an eater."],
            languages="ja-en",
        ),
        good(
            ["首相、来月に退陣へ", "首相は五日、来月に退陣する意向を示した。"],
            ["Prime minister to resign next month", "The prime minister said so on the 5th."],
            languages="ja-en",
        ),
        good(
            ["市が五日に発表した対策は以下の通り", "・来年の予算を増やすこと。"],
            ["The measures announced on the 5th are as follows", "• Increase next year’s budget."],
            languages="ja-en",
        ),
        # A hyphen at the end of the line, and the number of a page.
        bad(
            ["Die Stadt hat am Montag angekündigt, dass die Regie-", "rung den Hafen bauen wird."],
            ["The city announced on Monday that the direction", "tion will build the port."],
            marks=["tion will build the port."],
            languages="de-en",
        ),
        bad(
            ["The council said on Monday that the new harbour", "- 3 -", "would be opened in spring."],
            ["Der Rat sagte am Montag, dass der neue Hafen.", "- 3 -", "Würde im Frühling geöffnet."],
            marks=["Würde im Frühling geöffnet."],
            languages="en-de",
        ),
        good(
            ["The council said on Monday that it agreed.", "- 3 -", "The harbour opens in spring."],
            ["Der Rat stimmte am Montag zu.", "- 3 -", "Der Hafen öffnet im Frühling."],
            languages="en-de",
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
