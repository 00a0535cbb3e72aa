"""Numbers that a space or a line break cut in two: 7 5th anniversary, 1 0 percent, 2 0 2 4, 3 ,500, 1. 5 million."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tqcheck.documents import primary_language
from tqcheck.model import Confidence, Span
from tqcheck.quantities.tables import language

# What is counted after one number and never after two.
_COUNTED = (
    r"(?:%|‰|°|percent|per ?cent|percentage|million|billion|trillion|thousand|hundred|years?|year-olds?|months?|weeks?"
    r"|days?|hours?|minutes?|seconds?|people|persons?|members?|countries|nations|students|cases|deaths|times|kilomet\w+"
    r"|km|met(?:er|re)s?|miles|feet|tons?|tonnes|kilograms?|kg|degrees|dollars|euros?|yuan|yen|pounds|rou?bles"
    r"|Prozent|Millionen|Milliarden|Jahren?|Tagen?|Menschen|pour cent|millions?|milliards?|ans|jours|personnes"
    r"|por ?ciento|por ?cento|millones|milhões|años|anos|días|personas|pessoas|процент\w*|млн|млрд|тыс|лет|год\w*|человек)"
    r"(?![^\W\d_])"
)
_LONE = r"(?<![\w.,:/+\-–—$€£#%(])(?<!\d )"  # not inside or after another number, a label or a price
_MONTH_OR_LABEL = re.compile(
    r"(?i:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*|\b(?:no|nos|table|fig|figure|chapter|page|pages|day"
    r"|group|groups|sizes?|grades?|step|steps|phase|game|games|type|version|room|article|section|level|stage|score|lines?"
    r"|highway|route|channel|year|years|sets?|№))\.?\s$"
)
_DETERMINER = re.compile(
    r"(?i:\b(?:the|a|its|their|his|her|our|your|this|that|whose|of|for|by|about|nearly|over|than)\s$)"
)
_PLACE_OR_PLURAL = re.compile(
    r"\s+(?:(?:Street|St|Avenue|Ave|Road|Rd|Floor|Lane|Drive|Ward|Infantry|Division|Army|Fleet|Brigade)\b|[a-z-]+s\b)"
)
_ORDINAL = re.compile(
    rf"{_LONE}(?P<a>\d{{1,2}})\s+(?P<b>\d)(?P<tail>st|nd|rd|th|-?(?:летия|летие|летию|й|го)|\.\sJahrestag)\b"
)
_SPACED_YEAR = re.compile(r"(?<![\w.,:/-])(?<!\d )(?:1\s+9|2\s+0)\s+\d\s+\d(?![\w:/-]|[.,]\d| \d)")
_CUT_YEAR = re.compile(
    r"(?i:\b(?:in|since|until|year|en|im jahr|jahr|seit|в)\s+)(?P<year>(?:19|20)\s\d\d|(?:1\s9|2\s0)\d\d|(?:19|20)\d\s\d)(?=[,;)]|\.?$)"
)
_LOST_ZERO = re.compile(rf"{_LONE}[1-9]\d?\s+(?:0|00)(?=(?:-|\s?){_COUNTED})")
_COUNT = re.compile(rf"{_LONE}(?P<a>[1-9]\d?)\s+(?P<b>\d)(?P<rest>\.\d+)?(?=(?:-|\s?){_COUNTED})")
# Ships, container ships: a plural after an ordinary word and two lone digits that are no range (will build 1 4 ships).
_PLURAL = re.compile(
    rf"(?<=[a-z] ){_LONE}(?<!\bat )(?<!\btop )(?<!\bage )(?<!\bto )(?P<a>[1-9])\s+(?P<b>\d)(?=\s(?:[a-z]+\s)?[a-z]{{3,}}s\b(?!['’]))"
)
_PERCENT = re.compile(r"\s?(?:%|per ?cent\b|Prozent\b|процент|pour cent\b|por ?cien?to\b)")
_DAY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s"
    r"(?P<day>(?P<a>[1-3])\s(?P<b>\d))(?=[,;)]|\.?$)"
)
_DECIMAL = re.compile(rf"(?<![\w.,:/+\-–—])\d{{1,3}}(?P<gap>\s[.,]|[.,]\s)\d{{1,2}}(?=\s?{_COUNTED})")
_GROUP = re.compile(r"(?<![\w.,:/-])(?<!\d )\d{1,3}(?P<gap>\s+,|,\s+)\d{3}(?![\w-]|[.,]\d)")
_GROUP_HEAD = re.compile(r"(?<![\w.,:/-])(?<!\d )[1-9]\d?\s+0\d?,\d{3}(?!\d)")
_GROUP_TAIL = re.compile(r"(?<![\w.,:/-])\d{1,3},(?:\d\s+\d\d|\d\d\s+\d)(?![\w.,-]|\s\d)")
_BEFORE = 20
_HINT = re.compile(r"\d[.,]?\s+[.,]?\d")
_ANY = re.compile(r"(?<![\w.,:/-])(?<!\d )\d{1,3}\s+\d{1,2}(?![\w:/-]|[.,]\d| \d)")


@dataclass(frozen=True, slots=True)
class Broken:
    """A broken number: where it stands, its parts, and how it is written in one piece (75th, its `number` 75).

    `confidence` is what the text alone gives; LOW: only where the source has the joined number.
    """

    span: Span
    parts: tuple[str, ...]
    joined: str
    number: str
    confidence: Confidence


@lru_cache(maxsize=4096)
def find(text: str, tag: str) -> tuple[Broken, ...]:
    """The broken numbers of a text in text order, none overlapping another."""
    if not _HINT.search(text):
        return ()
    found, taken = list[Broken](), bytearray(len(text))
    for broken in _candidates(text, decimal_comma=language(primary_language(tag)).decimal_comma):
        start, end = broken.span.start, broken.span.end
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            found.append(broken)
    return tuple(sorted(found, key=lambda broken: broken.span))


def across(before: str, after: str) -> Broken | None:
    """A number that the break between two lines cuts; its span is that of the part in `after`."""
    head = re.search(r"(?<![\w.,:/+-])(?<!\d )(\d{1,2})$", before.rstrip())
    tail = re.match(rf"\s*(?P<mark>\d(?:st|nd|rd|th)\b|\d{{1,2}}(?=\s?{_COUNTED}))(?!\.\s*$)", after)
    if (
        head is None
        or tail is None
        or _MONTH_OR_LABEL.search(before[: head.start()])
        or len(before.split()) < 3
    ):
        return None
    joined = head[1] + tail["mark"]
    if tail["mark"][-1].isalpha() and _suffix(int(joined[:-2])) != joined[-2:]:
        return None
    return _made(Span(*tail.span("mark")), f"{head[1]} {tail['mark']}", Confidence.HIGH)


def _candidates(text: str, *, decimal_comma: bool) -> Iterator[Broken]:
    """The surest first."""
    for match in _ORDINAL.finditer(text):
        confidence = _ordinal(text, match)
        if confidence is not None:
            yield _broken(match, confidence)
    for match in _SPACED_YEAR.finditer(text):
        yield _broken(match, Confidence.HIGH)
    for match in _CUT_YEAR.finditer(text):
        yield _made(Span(*match.span("year")), match["year"], Confidence.MEDIUM)
    for match in _LOST_ZERO.finditer(text):
        labelled = _MONTH_OR_LABEL.search(text[max(0, match.start() - _BEFORE) : match.start()])
        yield _broken(match, Confidence.LOW if labelled else Confidence.HIGH)
    for match in _COUNT.finditer(text):
        yield _broken(match, _count(text, match))
    for match in _PLURAL.finditer(text):
        yield _broken(match, _count(text, match))
    for match in _DAY.finditer(text):
        if int(match["a"] + match["b"]) <= 31 and not _is_range(match):
            yield _made(Span(*match.span("day")), match["day"], Confidence.MEDIUM)
    for match in _DECIMAL.finditer(text):
        confidence = Confidence.HIGH if match["gap"][0].isspace() else Confidence.MEDIUM
        listed = (
            not text[max(0, match.start() - _BEFORE) : match.start()].strip() or "," in match["gap"]
        )  # "1. 5 million", a list item
        yield _broken(match, Confidence.LOW if listed else confidence)
    if not decimal_comma:
        for match in _GROUP.finditer(text):
            sure = match["gap"][0].isspace()
            yield _broken(match, Confidence.HIGH if sure else Confidence.LOW)
        for pattern in (_GROUP_HEAD, _GROUP_TAIL):
            for match in pattern.finditer(text):
                yield _broken(match, Confidence.HIGH)
    for match in _ANY.finditer(text):
        yield _broken(match, Confidence.LOW)


def _broken(match: re.Match[str], confidence: Confidence) -> Broken:
    return _made(Span(*match.span()), match.group(), confidence)


def _made(span: Span, text: str, confidence: Confidence) -> Broken:
    joined = re.sub(r"\s", "", text)
    number = re.match(r"[\d.,]*\d", joined)
    parts = tuple(re.sub(r"\D*$|^\D*", "", part) for part in text.split())
    return Broken(span, parts, joined, number.group() if number else joined, confidence)


def _count(text: str, match: re.Match[str]) -> Confidence:
    """How surely 2 5 minutes are 25: after an ordinary word, and not 2–3 with its dash lost."""
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    if _MONTH_OR_LABEL.search(before) or _is_range(match):
        return Confidence.LOW
    ordinary = re.search(r"(?:^|\W)[^\W\d_]*[a-zа-яё]\s$", before) is not None and not re.search(
        r"[A-ZА-Я]\w*\s$", before
    )
    return Confidence.MEDIUM if ordinary or _PERCENT.match(text, match.end()) else Confidence.LOW


def _is_range(match: re.Match[str]) -> bool:
    return int(match["b"]) == int(match["a"]) + 1


def _ordinal(text: str, match: re.Match[str]) -> Confidence | None:
    """How surely 7 5th is 75th; None where it cannot be."""
    part, whole, tail = int(match["b"]), int(match["a"] + match["b"]), match["tail"]
    before, after = text[max(0, match.start() - _BEFORE) : match.start()], text[match.end() :]
    if tail in {"st", "nd", "rd", "th"}:
        if _suffix(whole) != tail:
            return None
        if _suffix(part) != tail or part == 0:  # 1th and 0th are no ordinals of their own
            return Confidence.HIGH
    if _MONTH_OR_LABEL.search(before) or _PLACE_OR_PLURAL.match(after):
        return Confidence.LOW
    return Confidence.HIGH if _DETERMINER.search(before) else Confidence.MEDIUM


def _suffix(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
