"""From text to quantities: the one door of the engine."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import chain, islice

from tqcheck.documents import primary_language
from tqcheck.model import Confidence, Span
from tqcheck.quantities import phones
from tqcheck.quantities.broken import Broken
from tqcheck.quantities.broken import find as find_broken
from tqcheck.quantities.dates.clock import find as find_times
from tqcheck.quantities.dates.clock import minutes_of
from tqcheck.quantities.dates.find import find as find_dates
from tqcheck.quantities.dates.linked import link
from tqcheck.quantities.dates.tables import calendar_of
from tqcheck.quantities.digits import VULGAR_SIGNS, ascii_digits, readings
from tqcheck.quantities.first_look import lowered
from tqcheck.quantities.han.find import find as find_han
from tqcheck.quantities.han.find import scientific
from tqcheck.quantities.model import Hedge, Kind, Quantity, Standing, blanked, marked
from tqcheck.quantities.spaced.answers import parts, romans
from tqcheck.quantities.spaced.words import find as find_words
from tqcheck.quantities.tables import Language, language
from tqcheck.quantities.units.amount_words import find as find_amount_words
from tqcheck.quantities.units.amounts import restated
from tqcheck.quantities.units.find import with_unit

_CALENDAR = frozenset({Kind.MONTH, Kind.DAY, Kind.WEEKDAY, Kind.TIME})
_HAN = frozenset({"zh", "ja", "ko", "yue"})
# Digits in web addresses, tags and international telephone numbers are no figures.
_NO_FIGURES = re.compile(
    r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@\S{1,255}|#\w+#|#[^\W\d]\w*|&#?\w+;"
)
_NO_FIGURE_HINT = re.compile(r"[@#&]|://|www\.")
_FILLER = "\x00"
# 98・24 is a decimal in Japanese, 2・3 is two or three; 12秒89 is 12.89 seconds.
_MIDDLE_DOT = re.compile(
    r"(?<=\d)[・·](?=\d\d)|(?<=\d\d)[・·](?=\d)|(?<=\b0)[・·](?=\d)|(?<=\d)[秒초](?=\d\d)"
)
_WIDE_COMMA = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
_SMALL_LIST = re.compile(r"(?<!\d)\d[、，,・]\s?\d(?!\d)")  # 2、3 people
_DASH = re.compile(r"\s?[-–—~～〜/]\s?")
# "25 to 55 billion", "between 3 and 5 万": the scale counts for both.
_RANGE = re.compile(
    r"\s?(?:[-–—~～〜至到、]|to|and|or|bis|auf|und|oder|à|a|et|ou|y|o|e|до|и|или|от|-|에서|から|से|إلى)\s?(?:[A-Z]{0,3}[$€£¥])?"
)
_AND = re.compile(r"\s(?:and|und|et|y|e|и|і|en|ve|और|و)\b")
_SHARING = frozenset({Kind.NUMBER, Kind.PERCENT})
_NEXT_WORD = re.compile(r"\s?([^\W\d_]+)")
_LATIN = re.compile(r"[A-Za-z]{3}")
_AROUND = 24
# As many as three hundred pages of news have (1.4 in a sentence of 32 words, in WMT23 zh-en: one in 23
# words). Each costs some 50 µs, so that any text is read in a few seconds at most.
_MOST_FIGURES = 5_000
# What no list has (last year, 半) is not counted beforehand, and a doubtful figure is two.
_MOST_FOUND = 2 * _MOST_FIGURES
_HAN_DIGITS = "零〇一二两三四五六七八九十百千万亿兆"
_FIGURE = re.compile(rf"[\d{_HAN_DIGITS}]+|[{VULGAR_SIGNS}]")
_RUN = re.compile(rf"{_FIGURE.pattern}|[^\W\d_\u3040-\u9fff\uac00-\ud7af]+")
_ROMAN = re.compile("[IVXLCDM]+")
_LONGEST_KEPT = 4_000  # characters; most sentences are read several times, whole articles once


def parse(text: str, tag: str) -> tuple[Quantity, ...]:
    """The quantities of a text in text order, spans into it. `tag`: its language, `und` if unknown.

    A text of more than some thousand figures, in digits or words, is no prose: only some of them are read, and none is
    ever reported.
    """
    return _kept(text, tag) if len(text) <= _LONGEST_KEPT else parse_anew(text, tag)


@lru_cache(maxsize=4096)
def _kept(text: str, tag: str) -> tuple[Quantity, ...]:
    return parse_anew(text, tag)


def parse_anew(text: str, tag: str) -> tuple[Quantity, ...]:
    """The same, read again and not kept."""
    plain = ascii_digits(text)
    name = primary_language(tag)
    table = language(name)
    plain = plain[: _readable(plain, table, name)]
    whole = len(plain) == len(text)
    if _NO_FIGURE_HINT.search(plain):
        plain = _NO_FIGURES.sub(_blank, plain)
    broken = find_broken(plain, name)
    parts = chain(_figures(plain, table, name), _joined(plain, broken, table))
    found = list(islice(parts, _MOST_FOUND + 1))
    if not found:
        return ()
    found.sort(key=lambda quantity: (quantity.span.start, quantity.span.end))
    whole = whole and len(found) <= _MOST_FOUND
    found = found[:_MOST_FOUND]
    found = list(link(plain, list(_short_years(plain, found)), name))
    found = _shared_units(plain, found, name)
    cut = marked(len(plain), (b.span for b in broken if b.confidence > Confidence.LOW))
    again = restated(plain, found)
    lower = lowered(plain)
    hedged = any(word in lower for word in table.hedge_words)
    return tuple(
        _finished(
            quantity,
            quantity.span.of(text),
            _hedge(plain, quantity, table) if hedged else quantity.hedge,
            answers=not whole or index in again or any(cut[quantity.span.start : quantity.span.end]),
        )
        for index, quantity in enumerate(found)
    )


def _finished(quantity: Quantity, text: str, hedge: Hedge, *, answers: bool) -> Quantity:
    standing = Standing.ANSWERS if answers else quantity.standing
    if (text, hedge, standing) == (quantity.text, quantity.hedge, quantity.standing):
        return quantity  # a copy costs more than all that looks for one
    return replace(quantity, text=text, hedge=hedge, standing=standing)


def reads_words(tag: str) -> bool:
    """Whether numbers in the words of the language are read, and not only those in digits."""
    return primary_language(tag) in _HAN or bool(language(primary_language(tag)).words)


def _joined(text: str, found: Iterable[Broken], table: Language) -> Iterator[Quantity]:
    """What numbers that a space cuts would be in one piece."""
    for broken in found:
        if values := readings(broken.number, decimal_comma=table.decimal_comma):
            scale = _NEXT_WORD.match(text, broken.span.end)
            if scale and scale[1].lower() in table.scales:
                values = tuple(value * table.scales[scale[1].lower()] for value in values)
            yield Quantity(broken.span, broken.joined, values, standing=Standing.ANSWERS)


def _readable(text: str, table: Language, name: str) -> int:
    """How much of a text is read: up to the figure that is one too many."""
    if len(text) < 2 * _MOST_FIGURES:
        return len(text)
    figures = {run for run in set(_RUN.findall(text)) if _may_count(run, table, name)}
    pattern = _RUN if any(run[0].isalpha() for run in figures) else _FIGURE
    starts = (
        match.start() for match in pattern.finditer(text) if pattern is _FIGURE or match.group() in figures
    )
    return next(islice(starts, _MOST_FIGURES, None), len(text))


def _may_count(run: str, table: Language, name: str) -> bool:
    """Whether a run of digits or of letters may be a figure, or part of one."""
    lower = run.lower()
    return (
        not run[0].isalpha()
        or run[0] in _HAN_DIGITS
        or lower in table.words
        or lower in table.first_words
        or lower in calendar_of(name).first_words
        or _ROMAN.fullmatch(run) is not None
        or (table.compound is not None and table.compound.read(lower) is not None)
    )


def _blank(match: re.Match[str]) -> str:
    return _FILLER * len(match.group())


def _without(text: str, quantities: Iterable[Quantity]) -> str:
    """The text with what is already read blanked out, offsets kept."""
    return blanked(
        text,
        (
            quantity.span if quantity.date >= 0 or quantity.kind is not Kind.TIME else quantity.full_span
            for quantity in quantities
        ),
    )


def _figures(text: str, table: Language, name: str) -> Iterator[Quantity]:
    codes = list(phones.find(text))
    yield from codes
    text = _without(text, codes)
    times = find_times(text, name)
    text = _without(
        text, (time for time in times if "." not in time.text or time.clear)
    )  # or a decimal: at 9.30
    days = find_dates(text, name)
    yield from times
    yield from days
    yield from find_amount_words(text, name)
    yield from parts(text)
    yield from romans(text)
    rest = _without(text, days)
    if name not in _HAN:
        yield from find_words(rest, table, name)
        return
    powers = list(scientific(rest))
    yield from powers
    rest = _without(rest, powers)
    rest = _WIDE_COMMA.sub(",", _MIDDLE_DOT.sub(".", rest))
    small = marked(len(rest), (Span(*match.span()) for match in _SMALL_LIST.finditer(rest)))
    figures = [
        replace(quantity, standing=Standing.ANSWERS) if small[quantity.span.start] else quantity
        for quantity in find_han(rest, name)
    ]
    yield from figures
    if name == "ko" or _LATIN.search(rest):
        yield from find_words(_without(rest, figures), table, name)


def _short_years(text: str, quantities: Iterable[Quantity]) -> Iterator[Quantity]:
    """1957–58: the second may be 1958; 2021–2022 may be told as 2021–22."""
    last: Quantity | None = None
    for quantity in quantities:
        values = quantity.readings
        if (
            last is not None
            and values
            and last.readings
            and not _CALENDAR & {last.kind, quantity.kind}
            and 1000 <= last.value <= 2100
            and _DASH.fullmatch(text, last.span.end, max(last.span.end, quantity.span.start))
        ):
            value = values[0]
            other = last.value // 100 * 100 + value if value < 100 else value % 100
            standing = quantity.standing if value >= 100 else Standing.ANSWERS
            last = replace(quantity, readings=(*values, other), standing=standing)
        else:
            last = quantity
        yield last


_HOURS = range(25)


def _shared_units(text: str, found: list[Quantity], tag: str) -> list[Quantity]:
    """The units of the figures; a scale or a unit at one end of a range counts for both."""
    after: Quantity | None = None
    for index in range(len(found) - 1, -1, -1):
        one = with_unit(text, found[index], tag)
        if (
            after is not None
            and one.kind is Kind.NUMBER
            and _RANGE.fullmatch(text, one.span.end, max(one.span.end, after.span.start))
        ):
            if after.kind is Kind.TIME and one.digits and one.value in _HOURS and after.value % 60 == 0:
                minutes = tuple(map(Fraction, minutes_of(int(one.value), 0)))  # between 4 and 7 p.m.
                one = replace(one, kind=Kind.TIME, readings=minutes, whole=one.span)
            if one.digits and after.scale > 1 and one.scale == 1:
                values = (*one.readings, *(value * after.scale for value in one.readings))
                one = replace(one, readings=values, scale=after.scale)
            listed = after.kind is Kind.PERCENT and _AND.match(
                text, one.span.end
            )  # over 65 and 20% of voters
            if one.unit is None and one.digits is after.digits and after.kind in _SHARING and not listed:
                one = replace(one, unit=after.unit)
            elif after.unit is None and one.unit and one.unit.codes and after.kind is Kind.NUMBER:
                after = replace(after, unit=one.unit)
            if one.readings and after.readings and one.value < after.value:
                one = replace(one, extent=(one.value, after.value))
                found[index + 1] = replace(after, extent=(one.value, after.value))
        found[index] = after = one
    return list(_outside_units(found))


def _outside_units(found: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities without those that stand in the unit of another: the 2 of m2, the 千 of 33 千瓦."""
    inside, end = 0, 0
    for one in found:
        if not inside <= one.span.start < end:
            yield one
            if one.unit and one.whole and one.whole.end > end:
                inside, end = one.span.end, one.whole.end


def _hedge(text: str, quantity: Quantity, table: Language) -> Hedge:
    if quantity.hedge is not Hedge.EXACT:
        return quantity.hedge
    start, end = quantity.span.start, quantity.span.end
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    longest, hedge = 0, Hedge.EXACT  # "не более" is not "более"
    for kind, leading, trailing in table.hedges:
        match = leading.search(before) or trailing.match(after)
        if match and len(match.group()) > longest:
            longest, hedge = len(match.group()), kind
    return hedge
