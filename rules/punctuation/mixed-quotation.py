"""A quotation that opens in one style and closes in another, and an article that quotes now in one style, now in another."""

from __future__ import annotations

import re
from collections import Counter
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
    Text,
    bad,
    good,
    primary_language,
)

_MARK = re.compile(r"[“”„‟«»\"＂〝〞]")
_CODE = re.compile(r"`[^`\n]*`|<[^<>\n]*>|\w+=\"[^\"\n]*\"|\"\"")
# What closes what, in the conventions that there are (Unicode Standard 6.2, quotation marks; CLDR delimiters):
# “en”, „de“, „pl”, «fr», »de«, "typewriter". Swedish and Finnish also have ”sv” and »fi».
_CLOSES = {"“": "”", "„": "“”", "«": "»", "»": "«", '"': '"', "〝": "〞"}
_SAME_ON_BOTH_SIDES = {"sv", "fi", "he"}
_POLISH = {"pl", "ro", "hu", "nl", "hr", "sr", "bs"}  # close „ with ”
_STYLES = {"“": "curly", "„": "low", "«": "angle", "»": "angle", '"': "straight"}
# Fonts show these much alike; people's translations have them once in 5,000 words, and no reader minds.
_ALMOST = {'"', "“", "”"}
# A single quotation in another style may be copied with its text.
_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Quotation:
    """`text[span]` from its opening to its closing mark."""

    pair: Pair
    span: Span
    opens: str
    closes: str


def check(article: AlignedArticle, _facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    whole, broken = list[_Quotation](), list[_Quotation]()
    for pair in article.pairs:
        if pair.target is None:
            continue
        language = primary_language(pair.target.language)
        for found in _quotations(pair, pair.target):
            (whole if _fit(found, language) else broken).append(found)
    main = Counter(_STYLES[each.opens] for each in whole if each.opens in _STYLES)
    for each in broken:
        if any(
            (other.opens, other.closes) == (each.opens, each.closes)
            for other in _quotations(each.pair, each.pair.source)
        ):
            continue
        language = primary_language(each.pair.target_language)
        yield (
            each.pair,
            Hit(
                f"The quotation opens with {each.opens} and closes with {each.closes}.",
                target=each.span,
                suggestions=(_mended(each, language),),
                confidence=Confidence.LOW if {each.opens, each.closes} <= _ALMOST else None,
            ),
        )
    yield from _mixed(article, whole, main)


def _mixed(
    article: AlignedArticle, whole: list[_Quotation], main: Counter[str]
) -> Iterator[tuple[Pair, Hit]]:
    """One finding, at the first quotation of the rarer style; none where the source has several styles too."""
    ranked = [style for style, times in main.most_common() if times >= _LEAST]
    if len(ranked) < 2:
        return
    source = Counter(
        _STYLES.get(each.opens, each.opens)
        for pair in article.pairs
        for each in _quotations(pair, pair.source)
    )
    if sum(times >= _LEAST for times in source.values()) > 1:
        return
    usual = next(each for each in whole if _STYLES.get(each.opens) == ranked[0])
    odd = next(each for each in whole if _STYLES.get(each.opens) == ranked[1])
    inner = odd.pair.target_text[odd.span.start + 1 : odd.span.end - 1]
    yield (
        odd.pair,
        Hit(
            f"Quotations are written in two ways in this article: {usual.opens}…{usual.closes} and {odd.opens}…{odd.closes}.",
            target=odd.span,
            suggestions=(f"{usual.opens}{inner}{usual.closes}",),
        ),
    )


def _quotations(pair: Pair, side: Text | None) -> Iterator[_Quotation]:
    """Those of each sentence whose marks pair off, first with second: where they nest or miss one, none."""
    if side is None or '""' in side.text:
        return
    text = side.text
    code = [match.span() for match in _CODE.finditer(text)]
    for sentence in side.sentences:
        marks = [
            match
            for match in _MARK.finditer(text, sentence.start, sentence.end)
            if not any(start <= match.start() < end for start, end in code)
        ]
        if len(marks) % 2:
            continue
        couples = list(zip(marks[::2], marks[1::2], strict=True))
        if all(_opens(text, first.start()) and _ends(text, last.start()) for first, last in couples):
            for first, last in couples:
                yield _Quotation(pair, Span(first.start(), last.end()), first.group(), last.group())


def _opens(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2]
    return (before.isspace() or before in "([—–-/'‘’") and after not in ",.;:!?)"


def _ends(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2] or " "
    return (after.isspace() or not after.isalnum()) and after not in "([„«"


def _fit(found: _Quotation, language: str) -> bool:
    if found.opens == found.closes and (found.opens == '"' or language in _SAME_ON_BOTH_SIDES):
        return True
    if found.opens == "„" and found.closes == "”":
        return language not in {"de", "cs", "sk", "da"}
    return found.closes in _CLOSES.get(found.opens, "")


def _mended(found: _Quotation, language: str) -> str:
    """In the style of the opening mark; of the closing one where that is typewritten, or can be nothing else."""
    opens, closes = found.opens, found.closes
    if opens == '"' or opens not in _CLOSES:
        opens = {"”": "„" if language in _POLISH else "“", "“": "„", "»": "«", "«": "»"}.get(closes, "“")
    if language == "en" and opens == "„":
        opens = "“"
    closing = _CLOSES[opens]
    closes = closing[-1] if language in _POLISH else closing[0]
    text = found.pair.target_text
    return f"{opens}{text[found.span.start + 1 : found.span.end - 1]}{closes}"


RULE = DocumentRule(
    id="mixed-quotation",
    summary="Quotation marks of two styles are mixed",
    why="A quotation that opens so and closes otherwise was put together from pieces, and search and replace misses it.",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    check=check,
    examples=(
        bad(
            "港口“重新开放”。",
            'The port “opens again", the mayor said.',
            marks=['“opens again"'],
            suggestion="“opens again”",
            languages="zh-en",
        ),
        bad(
            "Мэр назвал это «чудом».",
            'The mayor called it "a miracle” and left.',
            marks=['"a miracle”'],
            suggestion="“a miracle”",
            languages="ru-en",
        ),
        bad(
            "He called it “a miracle” and left.",
            "Он назвал это «чудом” и ушёл.",
            marks=["«чудом”"],
            suggestion="«чудом»",
            languages="en-ru",
        ),
        bad(
            "He called it “a miracle” and left.",
            'Er nannte es „ein Wunder" und ging.',
            marks=['„ein Wunder"'],
            suggestion="„ein Wunder“",
            languages="en-de",
        ),
        bad(
            "He called it “a miracle” and left.",
            'Nazwał to „cudem" i wyszedł.',
            marks=['„cudem"'],
            suggestion="„cudem”",
            languages="en-pl",
        ),
        bad(
            "He called it “a miracle” and left.",
            "Il a dit « un miracle” et il est parti.",
            marks=["« un miracle”"],
            languages="en-fr",
        ),
        bad(
            "Er nannte es „ein Wunder“ und ging.",
            "He called it “a miracle“ and left.",
            marks=["“a miracle“"],
            suggestion="“a miracle”",
            languages="de-en",
        ),
        bad(
            ["“灯塔”建成。", "“海鸥”号启航。", "“北风”酒店开业。", "“潮汐”节开幕。", "“帆”展闭幕。"],
            [
                "The “Lighthouse” is built.",
                "The “Seagull” sails.",
                'The "North Wind" hotel opens.',
                'The "Tides" festival begins.',
                "The “Sails” show ends.",
            ],
            marks=['"North Wind"'],
            suggestion="“North Wind”",
            languages="zh-en",
        ),
        bad(
            ["„Eins“ und „zwei“ sagte er.", "„Drei“ und „vier“ sagte sie."],
            ["«One» and «two», he said.", "“Three” and “four”, she said."],
            marks=["“Three”"],
            suggestion="«Three»",
            languages="de-en",
        ),
        good(
            "He called it “a miracle”.",
            "Nazwał to „cudem”, a ona »bajką«, a oni „niczym”.",
            languages="en-pl",
        ),
        good("He called it “a miracle”.", "Hän sanoi: ”Se on ihme”, ja lähti.", languages="en-fi"),
        good(
            "他说：“他说‘好’。”",
            'He said: “He told me «yes», and I said "no" to the 12" pipe and the 5\'10" man.”',
            languages="zh-en",
        ),
        good(
            "Он прочёл «Мост” и ушёл.",
            "He read «The Bridge” and left.",
            languages="ru-en",
        ),
        good(
            ["Das “eine” und das “andere”.", 'Das "dritte" und das "vierte".'],
            ["The “one” and the “other”.", 'The "third" and the "fourth".'],
            languages="de-en",
        ),
        good("The port “opens”.", "港口“开放”，《海港报》说：「好。」", languages="en-zh"),
        good(None, ['<a href="x”y">“so”</a> and `a = "b”`', "C’est « l’arche » d’hier."], languages="und-fr"),
    ),
)
