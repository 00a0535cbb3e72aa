"""Months, weekdays, dates in figures and relative dates, before the numbers of a text are read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from tqcheck.model import Span
from tqcheck.quantities.dates import han
from tqcheck.quantities.dates.misdated import misspelt_months
from tqcheck.quantities.dates.tables import APOSTROPHES, HAN, Calendar, Name, calendar_of
from tqcheck.quantities.first_look import has_digit, lowered, words_of
from tqcheck.quantities.model import Kind, Quantity, Standing, marked

# Languages in whose texts English names stand out.
_NOT_LATIN = frozenset("zh ja ko ru uk bg be el ar he fa hi th".split())
# What is quick to look for before what is slow.
_NUMERIC_HINT = re.compile(r"\d\u200f?[./-]\s?\d")
_QUARTER_HINT = re.compile(r"[QHT]\d|\dQ")
_NUMERIC = re.compile(
    r"(?P<a>\d(?<![\d.,/-]\d)\d{0,3})\u200f?(?P<mark>[./-])(?P<space>\s?)(?P<b>\d{1,2})\u200f?(?P=mark)(?P=space)(?P<c>\d{1,4})"
    r"(?![\d/-]|[.,]\d)"
)
_SHORT = re.compile(
    r"(?<![\d.,/-])(?:(?P<year>(?:19|20)\d\d)[./](?P<month>0[1-9]|1[0-2])(?![\d/-]|[.,]\d|\s?[万亿萬億만억%％])"
    r"|(?P<a>0?[1-9]|[12]\d|3[01])\.\s?(?P<b>0?[1-9]|1[0-2])\.(?!\s?\d))"
)
_QUARTER = re.compile(
    r"(?<![\w.-])(?:Q(?P<after>[1-4])|(?P<before>[1-4])Q|[HT](?P<half>[1-4])(?= \d{4}\b))(?![\w-])"
)
_BESIDE_BEFORE = re.compile(r"\d(?:\.|st|nd|rd|th|º|er|-?(?:го|е))?\s*(?:of\s+|de\s+|d['’])?$")
_BESIDE_AFTER = re.compile(r"\.?,?\s*(?:of\s+|de\s+)?\d")
_BEFORE_FIGURE = re.compile(r"[A-Z][a-z]{3,9} \d")
_AFTER_FIGURE = re.compile(r"\d(?:th|st|nd|rd)? (?:of )?[A-Z]")
# The night to Friday is Thursday night.
_NIGHT_TO = re.compile(
    r"(?:nacht (?:zum|auf|zu|(?:van \w+ )?op)|ночь на|ніч на|nuit (?:de|du) \w+ (?:à|au)|nacht de \w+ a|noche del? \w+ al"
    r"|notte (?:tra|fra) \w+ e|nocy z \w+ na) $",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\.?\s?(?:to|and|through|until|or|till|bis|und|au|à|et|a|y|e|tot|en|[-–/,])\s?")
# 20 on a two-digit year is 2020; later than this, 19.
_PIVOT = 50


def find(text: str, tag: str) -> list[Quantity]:
    """The parts of dates that need no reading of numbers: 12.03.2024, months, weekdays, "last year", Q3; in text order.

    `text` has ASCII digits; `tag` is the primary subtag of its language. The parts of one date in figures share `date`.
    """
    calendar = calendar_of(tag)
    if "'" in text or "ʼ" in text:
        text = text.translate(APOSTROPHES)
    lower = lowered(text)
    found: list[Quantity] = []
    if has_digit(text):
        if _NUMERIC_HINT.search(text):
            found.extend(_in_figures(text, calendar))
        if _QUARTER_HINT.search(text):
            found.extend(_quarters(text))
        if tag not in HAN and (_BEFORE_FIGURE.search(text) or _AFTER_FIGURE.search(text)):
            found.extend(  # it answers any month
                Quantity(month.span, month.name, (), Kind.MONTH, standing=Standing.ANSWERS, digits=False)
                for month in misspelt_months(text, tag)
            )
    if tag in HAN:
        found.extend(han.find(text, tag))
    elif calendar.prefixes or not calendar.first_words.isdisjoint(words_of(text)):
        found.extend(_ranges(text, list(_names(text, calendar))))
    if tag in _NOT_LATIN and not calendar_of("en").first_words.isdisjoint(words_of(text)):
        found.extend(  # the May 2020 Update
            replace(one, standing=Standing.ANSWERS) for one in _names(text, calendar_of("en"))
        )
    for kind, pattern in calendar.relative:
        found.extend(
            Quantity(Span(*match.span()), match.group(), (), kind, standing=Standing.ANSWERS, digits=False)
            for match in pattern.finditer(text, lower)
        )
    found.sort(key=lambda quantity: quantity.span.start)
    return found


def _names(text: str, calendar: Calendar) -> Iterator[Quantity]:
    """Months and weekdays by name. One that is another word as well counts only beside a figure."""
    for match in calendar.word.finditer(text):
        word = match.group().lower()
        start = match.start()
        names = calendar.names.get(word)
        if names is None and calendar.prefixes and (prefix := calendar.prefixes.match(word)) and prefix.end():
            start += prefix.end()
            names = calendar.names.get(word[prefix.end() :])
        if word in calendar.hours and not _is_short_month(text, start, match.end()):
            continue
        if names and (name := _longest(text, start, names)):
            yield from _named(text, start, name)


def _ranges(text: str, names: Sequence[Quantity]) -> Iterator[Quantity]:
    """Nov to Mar: two short names together are surely months."""
    sure = {
        place
        for place, (one, two) in enumerate(pairwise(names))
        if one.kind is two.kind is Kind.MONTH
        and one.text[0].isupper()
        and two.text[0].isupper()
        and _RANGE.fullmatch(text, one.span.end, two.span.start)
    }
    for place, name in enumerate(names):
        ranged = place in sure or place - 1 in sure
        yield replace(name, standing=max(name.standing, Standing.COMPARED)) if ranged else name


def _is_short_month(text: str, start: int, end: int) -> bool:
    """Whether French "sept" or Portuguese "dez" is a month and not a number: with a point, or beside a figure."""
    if text[end : end + 1] == "." or _BESIDE_AFTER.match(text, end):
        return True
    return _BESIDE_BEFORE.search(text, max(0, start - 12), start) is not None


def _longest(text: str, start: int, names: Sequence[Name]) -> Name | None:
    for name in names:
        end = start + len(name.words)
        if " " not in name.words and "-" not in name.words and "’" not in name.words:
            return name
        if text[start:end].lower() == name.words and not text[end : end + 1].isalnum():
            return name
    return None


# May and March are months after these.
_LED_TO = re.compile(r"\b(?:next|last|this|since|until|till|in|by|early|late|mid|of)[ -]$")


def _named(text: str, start: int, name: Name) -> Iterator[Quantity]:
    span = Span(start, start + len(name.words))
    word = span.of(text)
    beside = _BESIDE_AFTER.match(text, span.end) or _BESIDE_BEFORE.search(text, max(0, start - 12), start)
    if name.kind is Kind.WEEKDAY:
        night = _NIGHT_TO.search(text, max(0, start - 24), start)
        standing = Standing.COMPARED if name.sure and not night else Standing.ANSWERS
    elif beside and (name.sure or len(word) > 3 or word[0].isupper()):
        standing = Standing.STATED
    else:
        sure = name.sure or (word[0].isupper() and _LED_TO.search(text, max(0, start - 12), start))
        standing = Standing.COMPARED if sure and not beside else Standing.ANSWERS
    yield Quantity(span, word, (Fraction(name.value),), name.kind, standing=standing, digits=False)


def _quarters(text: str) -> Iterator[Quantity]:
    """Q3, 3Q, H1 2024."""
    for match in _QUARTER.finditer(text):
        group = match.lastgroup or "after"
        yield Quantity(
            Span(*match.span()), match.group(), (Fraction(int(match[group])),), standing=Standing.COMPARED
        )


def _in_figures(text: str, calendar: Calendar) -> Iterator[Quantity]:
    wholes = [*_NUMERIC.finditer(text)]
    for match in wholes:
        yield from _whole(match, calendar)
    taken = marked(len(text), (Span(*match.span()) for match in wholes)) if wholes else bytearray()
    for match in _SHORT.finditer(text):
        if any(taken[match.start() : match.end()]):
            continue
        if match["year"]:
            yield _part(match, "year", Kind.YEAR, Standing.ANSWERS)
            yield _part(match, "month", Kind.MONTH, Standing.ANSWERS)
        else:
            yield _part(match, "a", Kind.DAY, Standing.ANSWERS)
            yield _part(match, "b", Kind.MONTH, Standing.ANSWERS)
            if " " not in match.group():  # or a decimal that ends its sentence: version 2.5.
                span = Span(match.start("a"), match.end("b"))
                decimal = (Fraction(f"{match['a']}.{match['b']}"),)
                yield Quantity(span, span.of(text), decimal, standing=Standing.ANSWERS)


def _whole(match: re.Match[str], calendar: Calendar) -> Iterator[Quantity]:
    """12.03.2024, 2024-03-12, 3/12/24. Clear if its year has four digits and only one order makes it a date."""
    figures = {group: int(match[group]) for group in "abc"}
    orders = [order for order in _orders(match, calendar) if _is_date(order, figures)]
    if not orders:
        for group in "abc":
            yield _part(match, group, Kind.NUMBER, Standing.ANSWERS)
        return
    certain = len(orders) == 1 and max(len(match["a"]), len(match["c"])) == 4
    standing = Standing.STATED if certain else Standing.ANSWERS
    for group in "abc":
        for letter in dict.fromkeys(order[group] for order in orders):
            kind = {"y": Kind.YEAR, "m": Kind.MONTH, "d": Kind.DAY}[letter]
            yield _part(match, group, kind, Standing.STATED if len(match[group]) == 4 else standing)


def _orders(match: re.Match[str], calendar: Calendar) -> list[dict[str, str]]:
    """What each of the three figures may be: the order of its language first, and alone if it is written with dots."""
    if len(match["a"]) > 2:
        orders = ["ymd"] if len(match["a"]) == 4 and len(match["c"]) <= 2 else []
    elif len(match["c"]) > 2:
        orders = ["dmy"] if match["mark"] == "." or calendar.order == "dmy" else ["mdy", "dmy"]
        orders = orders if len(match["c"]) == 4 else []
    else:
        orders = [calendar.order] if calendar.order else ["mdy", "dmy"]
    return [dict(zip("abc", order, strict=True)) for order in orders]


def _is_date(order: dict[str, str], figures: dict[str, int]) -> bool:
    limits = {"d": range(1, 32), "m": range(1, 13), "y": range(10_000)}
    return all(figures[group] in limits[letter] for group, letter in order.items())


def _part(match: re.Match[str], group: str, kind: Kind, standing: Standing) -> Quantity:
    value = int(match[group])
    readings: tuple[int, ...] = (value,)
    if kind is Kind.YEAR and value < 100:
        readings = (value + (2000 if value <= _PIVOT else 1900), value)
    return Quantity(
        Span(*match.span(group)),
        match[group],
        tuple(map(Fraction, readings)),
        kind,
        standing=standing,
        whole=Span(*match.span()),
        date=match.start(),
    )
