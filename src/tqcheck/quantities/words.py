"""Figures in languages that write words apart, read with what stands around them: 5th, 1990s, 12 %, A380, 2/3."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.digits import readings
from tqcheck.quantities.items import SPACED, Item, find_items, group_at, scale_of, value_of
from tqcheck.quantities.model import Kind, Quantity, Standing
from tqcheck.quantities.tables import Language

_PERCENT = re.compile(
    r"[\s\u00a0\u202f]*(?:-?[\s\u00a0]?%|٪|(?:percentage[ -]points?|per ?cent(?:age)?|pct|Prozentpunkte?n?|Prozent"
    r"|v\. ?H\.|процентн\w+ пункт\w*|процент\w*|п\. ?п\.|відсот\w*|points? de pourcentage|pour ?cents?|por ?ciento"
    r"|por ?cento|per ?cento|puntos? porcentual\w*|pontos? percentua\w*|punti percentuali"
    r"|في المئة|في المائة|بالمئة|بالمائة|نقطة مئوية|نقاط مئوية)(?!\w))",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th|er|ère|re|ème|e|º|ª|\.º|-?(?:й|го|му|м|я|ю|е|х|ой|ый|ий|ая|ое|ые|ых|летие|летия|летию|лет\w*"
    r"|річ\w*|процентн\w+))(?!\w)"
)
_DECADE = re.compile(r"[’']?s(?!\w)|-(?:х|е|х\.)(?!\w)|er(?!\w)")
_TIMES = re.compile(
    r"\s*(?:times\b|-?fold\b|раза?\b|[Mm]al\b|fois\b|veces\b|vezes\b|volte\b|x\b|-?(?:кратн|fach))"
)
_AND_A_HALF = re.compile(
    r"(?:[\s-]+and[\s-]+(?:a|one)[\s-]half|\s+et\s+demie?|\s+y\s+medi[ao]|\s+e\s+mei[ao]|\s+e\s+mezzo|\s+с\s+половиной|einhalb)\b"
)
_LARGER = re.compile(r"\s+(decades?|centur(?:y|ies)|dozen|score)\b")
_LARGER_VALUE = {"d": 10, "c": 100, "s": 20}
# Short forms that are other words as well, and stand for a month only beside a number.
_AMBIGUOUS_MONTHS = frozenset("may march mar mars mar. marzo mai sept dec jan mayo maio august apr".split())
_NAME = re.compile(r"[A-ZА-Я]-?$|[^\W\d_]{2,}[-–]?$|[_@/]$|\d[x×]$|№\s?$")
_INVERTED = re.compile(r"\b(?:тысяч|тисяч)\s$")
# Prefixes that an identifier such as Covid-19 does not have.
_PREFIX = re.compile(
    r"(?i:\b(?:mid|pre|post|under|over|non|ex|top|age|aged|circa|late|early|sub|anti|all|the|du|de|of)-$)"
)
_LATEST_YEAR, _EARLIEST_YEAR = 2100, 1500


def find(text: str, table: Language, tag: str) -> Iterator[Quantity]:
    """The figures of a text in text order. `text` has ASCII digits."""
    if not table.space_groups:
        text = yield from _doubtful_groups(text)
    items = list(find_items(text, table, tag))
    index = 0
    while index < len(items):
        group = group_at(text, items, index, table)
        index += len(group)
        for quantity in _quantities(text, group, table):
            yield quantity
            while index < len(items) and items[index].start < quantity.span.end:  # por ciento
                index += 1


def _doubtful_groups(text: str) -> Generator[Quantity, None, str]:
    """Digits in groups where the language does not write them so: one number or several. Returns the rest of the text."""
    for match in re.finditer(SPACED, text):
        joined = readings(match.group(), decimal_comma=False)
        clear = re.fullmatch(r"\S+(?:\s000)+", match.group()) is not None
        yield Quantity(
            Span(*match.span()),
            match.group(),
            joined,
            standing=Standing.STATED if clear else Standing.ANSWERS,
        )
        for part in () if clear else re.finditer(r"\d+", match.group()):
            span = Span(match.start() + part.start(), match.start() + part.end())
            yield Quantity(
                span, part.group(), readings(part.group(), decimal_comma=False), standing=Standing.ANSWERS
            )
    return re.sub(SPACED, lambda match: "\x00" * len(match.group()), text)


def _quantities(text: str, group: Sequence[Item], table: Language) -> Iterator[Quantity]:
    first, last = group[0], group[-1]
    span = Span(first.start, last.end)
    if first.month:
        yield _month(text, span, first.values, table)
    elif first.scale and len(group) == 1:  # thousands of; a million
        if len(span) > 1:
            yield Quantity(span, span.of(text), first.values, standing=Standing.ANSWERS, digits=False)
    elif first.digits:
        yield _written_in_digits(text, span, group)
    else:
        values, after = value_of(group), text[span.end : span.end + 40]
        if half := _AND_A_HALF.match(after):
            values, span = (values[0] + Fraction(1, 2), values[0]), Span(span.start, span.end + half.end())
        # Small numbers as words are articles, pronouns and idioms too often; large ones are figures.
        clear = all(value >= 20 for value in values) and not _is_part(text, span)
        if larger := _LARGER.match(text, span.end):
            values = (*values, values[0] * _LARGER_VALUE.get(larger[1][0], 12))
        kind = Kind.NUMBER
        if percent := _PERCENT.match(text, span.end):
            kind, span, clear = Kind.PERCENT, Span(span.start, span.end + len(percent.group())), True
        yield Quantity(
            span,
            span.of(text),
            values,
            kind,
            standing=Standing.STATED if clear else Standing.ANSWERS,
            digits=False,
            scale=scale_of(group),
        )


def _month(text: str, span: Span, values: tuple[Fraction, ...], table: Language) -> Quantity:
    before, after = text[max(0, span.start - 16) : span.start], text[span.end : span.end + 8]
    beside = re.search(r"\d\.?(?:st|nd|rd|th|º|er)?\s*(?:of\s+|de\s+)?$", before) or re.match(
        r"\.?,?\s+\d", after
    )
    word = span.of(text)
    sure = bool(beside) and (
        word.lower() not in _AMBIGUOUS_MONTHS or word[0].isupper() or table.decimal_comma
    )
    return Quantity(
        span, word, values, Kind.MONTH, standing=Standing.STATED if sure else Standing.ANSWERS, digits=False
    )


def _written_in_digits(text: str, span: Span, group: Sequence[Item]) -> Quantity:
    first, values = group[0], value_of(group)
    alone, scale = len(group) == 1, scale_of(group)
    before, after = text[max(0, span.start - 12) : span.start], text[span.end : span.end + 40]
    if percent := _PERCENT.match(after):
        span = Span(span.start, span.end + percent.end())
        return Quantity(span, span.of(text), values, Kind.PERCENT, scale=scale)
    if half := _AND_A_HALF.match(after):
        span, after = Span(span.start, span.end + half.end()), after[half.end() :]
        values = (values[0] + Fraction(1, 2), *values)
    clear, kind, numeral = True, Kind.NUMBER, text[first.start : first.end]
    if alone and _INVERTED.search(before):  # тысяч 100: about 100,000
        values = (*values, *(1000 * value for value in values))
    if alone and not _follows_name(before) and values[0] >= 10 and _DECADE.match(after):
        century = (
            (values[0] + 1900, values[0] + 2000)
            if values[0] < 100
            else (values[0] % 100, values[0] // 100 + 1)
        )
        values = (*values, *century)
    elif alone and _is_identifier(before, after):
        clear = False
    elif alone and len(numeral) == 4 and numeral.isdigit() and _EARLIEST_YEAR <= values[0] <= _LATEST_YEAR:
        kind = Kind.YEAR
    if not alone and group[1].start == first.end and group[1].end - group[1].start == 1:
        values = (*values, *first.values)  # 5m: million or metres
    if larger := _LARGER.match(after):
        values = (*values, values[0] * _LARGER_VALUE.get(larger[1][0], 12))
    if _TIMES.match(after) or _is_part(text, span) or first.doubtful:
        clear = False
    return Quantity(
        span,
        span.of(text),
        values,
        kind,
        standing=Standing.STATED if clear else Standing.ANSWERS,
        scale=scale,
    )


def _is_identifier(before: str, after: str) -> bool:
    """Whether a number is part of a name: A380, Covid-19, 5G, 4x4, CX-5, 5th being none."""
    if _ORDINAL.match(after):
        return False
    return _follows_name(before) or bool(re.match(r"[^\W\d_]|[-/][A-ZА-Я]|_|[x×]\d|\.[A-Z]{2}", after))


def _follows_name(before: str) -> bool:
    return bool(_NAME.search(before)) and not _PREFIX.search(before)


def _is_part(text: str, span: Span) -> bool:
    """Half of a fraction such as 2/3."""
    return bool(re.match(r"\s?[/⁄]\s?\d", text[span.end : span.end + 4])) or bool(
        re.search(r"\d\s?[/⁄]\s?$", text[max(0, span.start - 4) : span.start])
    )
