"""Numbers that a space or a line break cut in two: 7 5th anniversary, 1 0 percent, 2 0 2 4, 3 ,500, 1 .200, 1. 5 million."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from tqcheck.documents import primary_language
from tqcheck.model import Confidence, Span
from tqcheck.quantities.tables import Language, language
from tqcheck.quantities.write.style import style

# What is counted after one number and never after two.
_WORDS = (
    r"(?:%|‰|°|percent|per ?cent|percentage|million|billion|trillion|thousand|hundred|years?|year-olds?|months?|weeks?"
    r"|days?|hours?|minutes?|seconds?|people|persons?|members?|countries|nations|students|cases|deaths|times|kilomet\w+"
    r"|km|met(?:er|re)s?|miles|feet|tons?|tonnes|kilograms?|kg|degrees|dollars|euros?|yuan|yen|pounds|rou?bles"
    r"|Prozent|Millionen|Milliarden|Jahren?|Monaten?|Wochen|Tagen?|Stunden|Menschen|Länder"
    r"|pour cent|millions?|milliards?|ans|mois|jours|semaines|personnes|pays"
    r"|por ?ciento|por ?cento|millones|milhões|años|anos|meses|días|dias|personas|pessoas|países"
    r"|per cento|milioni|miliardi|anni|mesi|giorni|persone|paesi|procent|miljoen|miljard|jaar|maanden|dagen|mensen|landen"
    r"|proc\.|mln|mld|tys|lat|dni|miesięcy|osób|yıl|gün|kişi|milyon|milyar"
    r"|процент\w*|млн|млрд|тыс|лет|год\w*|дней|месяц\w*|человек|стран|відсот\w*|тис|років|рок\w*|днів|людей|осіб"
    r"|في المئة|في المائة|عاما|سنة|يوما|شخصا|مليون|مليار|प्रतिशत|साल|दिन|लोग)"
    r"(?![^\W\d_])"
    r"|(?:[个個]?[人名天元岁歲月]|명|개|퍼센트)"
)
_COUNTED = f"(?:{_WORDS})"
_LONE = r"(?<![\w.,:/+\-–—$€£#%(])(?<!\d )"  # not inside or after another number, a label or a price
_MONTH_OR_LABEL = re.compile(
    r"(?i:\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*|\b(?:no|nos|table|fig|figure|chapter|page|pages|day"
    r"|group|groups|sizes?|grades?|step|steps|phase|game|games|type|version|room|article|section|level|stage|score|lines?"
    r"|highway|route|channel|year|years|sets?|№))\.?\s$"
)
_DETERMINER = re.compile(
    r"(?i:\b(?:the|a|its|their|his|her|our|your|this|that|whose|of|for|by|about|nearly|over|than"
    r"|zum|den|dem|der|das|ihr|ihren|le|la|du|au|son|sa|leur|el|del|al|su|il|o|os|do|no|seu|het|de)\s$)"
)
_PLACE_OR_PLURAL = re.compile(
    r"\s+(?:(?:Street|St|Avenue|Ave|Road|Rd|Floor|Lane|Drive|Ward|Infantry|Division|Army|Fleet|Brigade|avenue|rue|étage)\b|[a-z-]+s\b)"
)
_ORDINAL = re.compile(
    rf"{_LONE}(?P<a>\d{{1,2}})\s+(?P<b>\d)(?P<tail>(?:st|nd|rd|th|e|ème|-?(?:лети[яеюй]м?|й|го|річч[яю]))(?!\w)|\.?[ºª]|\.(?=\s(?:Jahrestag|Geburtstag)))"
)
_SPACED_YEAR = re.compile(r"(?<![\w.,:/-])(?<!\d )(?:1\s+9|2\s+0)\s+\d\s+\d(?![\w:/-]|[.,]\d| \d)")
# "in 20 21 the firm": what cannot be counted by the second number.
_AFTER_YEAR = (
    r"(?=[,;)]|\.?$|\s(?:the|an|when|it|he|she|they|was|were|after|with|for|by|as|die|der|das|wurde|hat|le|la|les|el|los|il"
    r"|году|годах|році|роках|roku|година)(?!\w))"
)
_YEAR = r"(?P<year>(?:19|20)\s\d\d|(?:1\s9|2\s0)\d\d|(?:19|20)\d\s\d)"
_CUT_YEAR = re.compile(
    rf"(?i:\b(?:in|since|until|year|en|em|nel|im jahr|jahr|seit|depuis|desde|dal|sinds|w|od|в|с|у|з)\s){_YEAR}{_AFTER_YEAR}"
    rf"|(?<![A-Za-z\d.,:/-])(?<!\d ){_YEAR.replace('year', 'named')}(?=\s?[年년])"
)
_LOST_ZERO = re.compile(rf"{_LONE}[1-9]\d?\s+(?:0|00)(?=(?:-|\s?){_COUNTED})")
_COUNT = re.compile(rf"{_LONE}(?P<a>[1-9]\d?)\s+(?P<b>\d)(?P<rest>\.\d+)?(?=(?:-|\s?){_COUNTED})")
# Ships, container ships: a plural after an ordinary word and two lone digits that are no range (will build 1 4 ships).
_PLURAL = re.compile(
    rf"(?<=[a-z] ){_LONE}(?<!\bat )(?<!\btop )(?<!\bage )(?<!\bto )(?P<a>[1-9])\s+(?P<b>\d)(?=\s(?:[a-z]+\s)?[a-z]{{3,}}s\b(?!['’]))"
)
_PERCENT = re.compile(
    r"\s?(?:%|per ?cento?\b|[Pp]ro[cz]ent\b|proc\.|процент|відсот|pour cent\b|por ?cien?to\b|في الم|प्रतिशत)"
)
_ORDINARY = re.compile(r"(?:^|\W)[a-zà-öø-ÿąćęłńóśźżğışа-яёіїєґ]+\s$")
_DAY = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s"
    r"(?P<day>(?P<a>[1-3])\s(?P<b>\d))(?=[,;)]|\.?$)"
)
_DECIMAL = re.compile(rf"(?<![\w.,:/+\-–—])\d{{1,3}}(?P<gap>\s[.,]|[.,]\s)\d{{1,2}}(?=\s?{_COUNTED})")
_BEFORE = 20
# Nothing else is looked at; "May 5, 2020" is nothing.
_HINT = re.compile(r"\d(?!,\s(?:19|20)\d\d(?!\d))[.,]?\s+[.,]?\d")
_ANY = re.compile(r"(?<![\w.,:/-])(?<!\d )\d{1,3}\s+\d{1,2}(?![\w:/-]|[.,]\d| \d)")


@cache
def _groups(mark: str) -> tuple[re.Pattern[str], ...]:
    """3 ,500 or 3, 500; 5 0,000; 250,0 00, by the mark between thousands."""
    gap = rf"\s+{mark}|{mark}\s+" if mark != r"\s" else r"(?!)"
    return (
        re.compile(rf"(?<![\w.,:/-])(?<!\d )\d{{1,3}}(?P<gap>{gap})\d{{3}}(?![\w-]|[.,]\d)"),
        re.compile(rf"(?<![\w.,:/-])(?<!\d )[1-9]\d?\s+0\d?{mark}\d{{3}}(?!\d|\s\d)"),
        re.compile(rf"(?<![\w.,:/-])\d{{1,3}}{mark}(?:\d\s+\d\d|\d\d\s+\d)(?![\w.,-]|\s\d)")
        if mark != r"\s"
        else re.compile("(?!)"),
    )


_LONGEST_KEPT = 4_000  # characters: sentences are asked for by several rules, whole articles by none


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


def find(text: str, tag: str) -> tuple[Broken, ...]:
    """The broken numbers of a text in text order, none overlapping another."""
    if not _HINT.search(text):
        return ()
    return _kept(text, tag) if len(text) <= _LONGEST_KEPT else _find(text, tag)


@lru_cache(maxsize=4096)
def _kept(text: str, tag: str) -> tuple[Broken, ...]:
    return _find(text, tag)


def _find(text: str, tag: str) -> tuple[Broken, ...]:
    found, taken = list[Broken](), bytearray(len(text))
    for broken in _candidates(text, language(primary_language(tag)), _group_mark(tag)):
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


@cache
def _group_mark(tag: str) -> str:
    return style(tag).group


def _candidates(text: str, table: Language, mark: str) -> Iterator[Broken]:
    """The surest first."""
    for match in _ORDINAL.finditer(text):
        confidence = _ordinal(text, match)
        if confidence is not None:
            yield _broken(match, confidence)
    for match in _SPACED_YEAR.finditer(text):
        yield _broken(match, Confidence.HIGH)
    for match in _CUT_YEAR.finditer(text):
        part = "year" if match["year"] else "named"
        yield _made(Span(*match.span(part)), match[part], Confidence.MEDIUM)
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
        yield _broken(match, _decimal(text, match, decimal_comma=table.decimal_comma))
    spaced = table.space_groups and table.decimal_comma and mark.isspace()
    split, *sure = _groups(r"\s" if spaced else re.escape(mark))
    for match in split.finditer(text):
        before = match["gap"][0].isspace()
        yield _broken(match, Confidence.HIGH if before else Confidence.LOW)
    for pattern in sure:
        for match in pattern.finditer(text):
            broken = _broken(match, Confidence.HIGH)
            if spaced:  # 1 0 000 is 10 000
                broken = replace(broken, joined=re.sub(r"\s+", "", match.group(), count=1))
            yield broken
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
    return (
        Confidence.MEDIUM if _ORDINARY.search(before) or _PERCENT.match(text, match.end()) else Confidence.LOW
    )


def _decimal(text: str, match: re.Match[str], *, decimal_comma: bool) -> Confidence:
    """How surely 1. 5 million is 1.5 million, and no item of a list; a space before the mark is surely a slip."""
    gap = match["gap"]
    if gap[0].isspace() and (decimal_comma or "." in gap):
        return Confidence.HIGH
    first = not text[max(0, match.start() - _BEFORE) : match.start()].strip()
    listed = first or decimal_comma or "," in gap  # "am 3. 5 Prozent": an ordinal
    return Confidence.LOW if listed else Confidence.MEDIUM


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
    unsure = tail in {"e", "ème"} and not _DETERMINER.search(before)  # 12 5e avenue
    if unsure or _MONTH_OR_LABEL.search(before) or _PLACE_OR_PLURAL.match(after):
        return Confidence.LOW
    return Confidence.HIGH if _DETERMINER.search(before) else Confidence.MEDIUM


def _suffix(number: int) -> str:
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
