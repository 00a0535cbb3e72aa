"""Figures in languages that write words apart: 1,5 млн, twenty-one, mil millones, dreihundertfünfzig, 1990s."""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from tqcheck.model import Span
from tqcheck.quantities.digits import readings
from tqcheck.quantities.german import german
from tqcheck.quantities.model import Kind, Quantity
from tqcheck.quantities.tables import Language

_FRACTIONS = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
}
_NUMERAL = r"\d+(?:[.,'’\u00a0\u202f\u2009]\d+)*"
_SPACED = r"(?<![\d.,])(?<!\d )[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?(?![.,]?\d|[ \u00a0]\d)"
_WORD = r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*\.?"
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
# Parts told in a word answer a share, a percentage and minutes; they are never reported.
_PARTS = {
    "half": Fraction(1, 2), "halved": Fraction(1, 2), "halves": Fraction(1, 2), "halb": Fraction(1, 2), "hälfte": Fraction(1, 2),
    "halbe": Fraction(1, 2), "moitié": Fraction(1, 2), "demi": Fraction(1, 2), "demie": Fraction(1, 2), "mitad": Fraction(1, 2),
    "metade": Fraction(1, 2), "metà": Fraction(1, 2), "половина": Fraction(1, 2), "половину": Fraction(1, 2),
    "половины": Fraction(1, 2), "medio": Fraction(1, 2), "media": Fraction(1, 2), "quarter": Fraction(1, 4), "quarters": Fraction(3, 4),
    "viertel": Fraction(1, 4), "quart": Fraction(1, 4), "cuarto": Fraction(1, 4), "четверть": Fraction(1, 4),
    "decade": Fraction(10), "century": Fraction(100), "fortnight": Fraction(14),
    "thirds": Fraction(2, 3), "drittel": Fraction(1, 3), "tiers": Fraction(1, 3), "треть": Fraction(1, 3), "трети": Fraction(2, 3),
}  # fmt: skip
# Short forms that are other words as well, and stand for a month only beside a number.
_AMBIGUOUS_MONTHS = frozenset("may march mar mars mar. marzo mai sept dec jan mayo maio august apr".split())
# двадцатилетний, п’ятирічний
_COMPOUND = re.compile(r"(\w+?)(?:летн|лети|тысячн|этажн|дневн|часов|процентн|річн|денн|тисячн)\w*")
# Prefixes that an identifier such as Covid-19 does not have.
_PREFIX = re.compile(
    r"(?i:\b(?:mid|pre|post|under|over|non|ex|top|age|aged|circa|late|early|sub|anti|all|the|du|de|of)-$)"
)
_ROMAN = re.compile(r"(?<![\w.-])(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?![\w.-])(?!\.\w)")
_LATEST_YEAR, _EARLIEST_YEAR = 2100, 1500


@dataclass(frozen=True, slots=True)
class _Item:
    """A numeral or number word: its place, its values, and what it does."""

    start: int
    end: int
    values: tuple[Fraction, ...]
    scale: bool = False
    digits: bool = False
    month: bool = False
    doubtful: bool = False  # of digits that are no one number


def find(text: str, table: Language, tag: str) -> Iterator[Quantity]:
    """The figures of a text in text order. `text` has ASCII digits."""
    if not table.space_groups:
        text = yield from _doubtful_groups(text)
    items = list(_items(text, table, tag))
    index = 0
    while index < len(items):
        group = _group(text, items, index, table)
        index += len(group)
        for quantity in _quantities(text, group, table):
            yield quantity
            while index < len(items) and items[index].start < quantity.span.end:  # por ciento
                index += 1
    yield from _romans(text)


def _doubtful_groups(text: str) -> Generator[Quantity, None, str]:
    """Digits in groups where the language does not write them so: one number or several. Returns the rest of the text."""
    for match in re.finditer(_SPACED, text):
        joined = readings(match.group(), decimal_comma=False)
        clear = re.fullmatch(r"\S+(?:\s000)+", match.group()) is not None
        yield Quantity(Span(*match.span()), match.group(), joined, clear=clear)
        for part in () if clear else re.finditer(r"\d+", match.group()):
            span = Span(match.start() + part.start(), match.start() + part.end())
            yield Quantity(span, part.group(), readings(part.group(), decimal_comma=False), clear=False)
    return re.sub(_SPACED, lambda match: "\x00" * len(match.group()), text)


@cache
def _pattern(phrases: tuple[str, ...], *, space_groups: bool) -> re.Pattern[str]:
    numeral = f"{_SPACED}|{_NUMERAL}" if space_groups else _NUMERAL
    longest_first = sorted(phrases, key=len, reverse=True)
    phrase = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.compile(
        f"(?P<n>{numeral})|(?P<f>[{''.join(_FRACTIONS)}])|(?P<w>(?<!\\w)(?:{phrase})(?!\\w)|{_WORD})",
        re.IGNORECASE,
    )


def _items(text: str, table: Language, tag: str) -> Iterator[_Item]:
    phrases = tuple(word for word in (*table.months, *table.words) if " " in word or "-" in word)
    for match in _pattern(phrases, space_groups=table.space_groups).finditer(text):
        start, end = match.span()
        if match["f"]:
            yield _Item(start, end, (_FRACTIONS[match["f"]],), digits=True)
        elif match["w"]:
            yield from _word(match["w"], start, table, tag)
        elif values := readings(match["n"], decimal_comma=table.decimal_comma):
            yield _Item(start, end, values, digits=True)
        else:  # no number that anyone writes: 959.220.00, or several
            for part in re.finditer(r"\d+", match["n"]):
                if values := readings(part.group(), decimal_comma=False):
                    yield _Item(start + part.start(), start + part.end(), values, digits=True, doubtful=True)


def _word(word: str, start: int, table: Language, tag: str) -> Iterator[_Item]:
    lower = word.lower().replace("ʼ", "’")
    for form in (lower, lower.rstrip(".")):
        end = start + len(form)
        if form in table.scales:
            yield _Item(start, end, (Fraction(table.scales[form]),), scale=True)
        elif form in table.months:
            yield _Item(start, end, (Fraction(table.months[form]),), month=True)
        elif form in table.words:
            yield _Item(start, end, (table.words[form],))
        elif (compound := _COMPOUND.match(form)) and compound[1] in table.words:
            yield _Item(start, start + compound.end(1), (table.words[compound[1]],))
        elif tag == "de" and (value := german(form)) is not None:
            yield _Item(start, end, (Fraction(value),))
        else:
            continue
        return
    if tag == "ar" and len(word) > 3 and (prefix := re.match("ال|و|ب|ل", word)):
        yield from _word(word[prefix.end() :], start + prefix.end(), table, tag)


def _group(text: str, items: Sequence[_Item], index: int, table: Language) -> list[_Item]:
    """The items from `index` on that make one number."""
    group = [items[index]]
    if group[0].month:
        return group
    for item in items[index + 1 :]:
        between = text[group[-1].end : item.start]
        if item.month or len(between) > 6 or not _joins(between, group[-1], item, table):
            break
        if not _continues(group[-1], item, table):
            break
        group.append(item)
    return group


def _joins(between: str, last: _Item, item: _Item, table: Language) -> bool:
    """Whether the text between two items lets them be one number."""
    if item.scale and last.digits and between.strip() == "+":  # 300+ billion
        return True
    joins = {word.lower() for word in re.findall(r"[^\W\d_]+['’]?", between)}
    if not joins <= table.joins or re.search(r"[^\w\s\-–'’]", between):
        return False
    if joins and (item.digits or item.scale or last.digits):
        return item.scale and joins <= {"de", "d'", "d’", "di", "a"}
    if item.scale and item.end - item.start == 1:
        return between == ""  # 5m is five million or metres; 5 m is metres
    hyphen = "-" in between or "–" in between
    return not (hyphen and (item.digits or last.digits) and not item.scale)


def _continues(last: _Item, item: _Item, table: Language) -> bool:
    value, previous = item.values[0], last.values[0]
    if item.scale:
        return last.digits or not last.scale or value != previous
    if last.digits or (item.digits and not last.scale):  # "in 2019 300 people" is not one number
        return False
    if item.digits:  # 143 mille 312
        return 100 <= value < 1000 <= previous and value.denominator == 1
    if last.scale:
        return value < previous
    if previous >= 100 and previous % 100 == 0:
        return value < 100
    if (
        table.units_first
        and previous < 10
        and (value == 10 or (value >= 20 and value % 10 == 0 and value < 100))
    ):
        return True
    return (previous >= 20 and previous % 10 == 0 and 0 < value < 10) or (
        previous in {60, 80} and 10 <= value < 20
    )


def _value(group: Sequence[_Item]) -> tuple[Fraction, ...]:
    results: list[Fraction] = []
    for reading in group[0].values:
        total, current = (reading, Fraction(0)) if group[0].scale else (Fraction(0), reading)
        for item in group[1:]:
            value = item.values[0]
            if not item.scale:
                current += value
            elif value == 100:
                current = (current or Fraction(1)) * 100
            elif total == 0 or total > value:  # one million | two hundred thousand
                total, current = total + (current or Fraction(1)) * value, Fraction(0)
            else:  # two thousand | million
                total, current = (total + current) * value, Fraction(0)
        results.append(total + current)
    return tuple(dict.fromkeys(results))


def _quantities(text: str, group: Sequence[_Item], table: Language) -> Iterator[Quantity]:
    first, last = group[0], group[-1]
    span = Span(first.start, last.end)
    if first.month:
        yield _month(text, span, first.values, table)
    elif first.scale and len(group) == 1:  # thousands of; a million
        if len(span) > 1:
            yield Quantity(span, span.of(text), first.values, clear=False, digits=False)
    elif first.digits:
        yield _written_in_digits(text, span, group)
    else:
        values, after = _value(group), text[span.end : span.end + 40]
        if half := _AND_A_HALF.match(after):
            values, span = (values[0] + Fraction(1, 2), values[0]), Span(span.start, span.end + half.end())
        # Small numbers as words are articles, pronouns and idioms too often; large ones are figures.
        clear = all(value >= 20 for value in values) and not _is_part(text, span)
        if larger := _LARGER.match(text, span.end):
            values = (*values, values[0] * _LARGER_VALUE.get(larger[1][0], 12))
        kind = Kind.NUMBER
        if percent := _PERCENT.match(text, span.end):
            kind, span, clear = Kind.PERCENT, Span(span.start, span.end + len(percent.group())), True
        yield Quantity(span, span.of(text), values, kind, clear=clear, digits=False, scale=_scale(group))


def _month(text: str, span: Span, values: tuple[Fraction, ...], table: Language) -> Quantity:
    before, after = text[max(0, span.start - 16) : span.start], text[span.end : span.end + 8]
    beside = re.search(r"\d\.?(?:st|nd|rd|th|º|er)?\s*(?:of\s+|de\s+)?$", before) or re.match(
        r"\.?,?\s+\d", after
    )
    word = span.of(text)
    sure = bool(beside) and (
        word.lower() not in _AMBIGUOUS_MONTHS or word[0].isupper() or table.decimal_comma
    )
    return Quantity(span, word, values, Kind.MONTH, clear=sure, digits=False)


def _written_in_digits(text: str, span: Span, group: Sequence[_Item]) -> Quantity:
    first, values = group[0], _value(group)
    alone, scale = len(group) == 1, _scale(group)
    before, after = text[max(0, span.start - 12) : span.start], text[span.end : span.end + 40]
    if percent := _PERCENT.match(after):
        span = Span(span.start, span.end + percent.end())
        return Quantity(span, span.of(text), values, Kind.PERCENT, scale=scale)
    if half := _AND_A_HALF.match(after):
        span, after = Span(span.start, span.end + half.end()), after[half.end() :]
        values = (values[0] + Fraction(1, 2), *values)
    clear, kind, numeral = True, Kind.NUMBER, text[first.start : first.end]
    if alone and values[0] >= 10 and _DECADE.match(after):
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
    return Quantity(span, span.of(text), values, kind, clear=clear, scale=scale)


def _is_identifier(before: str, after: str) -> bool:
    """Whether a number is part of a name: A380, Covid-19, 5G, 4x4, CX-5, 5th being none."""
    if _ORDINAL.match(after):
        return False
    name = re.search(r"[A-ZА-Я]-?$|[^\W\d_]{2,}[-–]?$|[_@/]$|\d[x×]$|№\s?$", before)
    return bool(name and not _PREFIX.search(before)) or bool(
        re.match(r"[^\W\d_]|[-/][A-ZА-Я]|_|[x×]\d|\.[A-Z]{2}", after)
    )


def _is_part(text: str, span: Span) -> bool:
    """Half of a fraction such as 2/3."""
    return bool(re.match(r"\s?[/⁄]\s?\d", text[span.end : span.end + 4])) or bool(
        re.search(r"\d\s?[/⁄]\s?$", text[max(0, span.start - 4) : span.start])
    )


def _scale(group: Sequence[_Item]) -> int:
    scale = 1
    for item in group[1:]:
        if item.scale:
            scale *= int(item.values[0])
    return scale


def parts(text: str) -> Iterator[Quantity]:
    """Half, a third: as a share, a percentage and the minutes of an hour."""
    for match in re.finditer(_WORD, text):
        if share := _PARTS.get(match.group().lower().rstrip(".")):
            yield Quantity(
                Span(*match.span()),
                match.group(),
                (share, 100 * share, 60 * share) if share < 1 else (share,),
                clear=False,
                digits=False,
            )


def _romans(text: str) -> Iterator[Quantity]:
    """Roman numerals answer an ordinal of the other side; they are never reported."""
    digits = {"I": 1, "V": 5, "X": 10}
    for match in _ROMAN.finditer(text):
        value = 0
        for char, following in zip(match.group(), [*match.group()[1:], ""], strict=True):
            value += -digits[char] if following and digits[following] > digits[char] else digits[char]
        if value and (len(match.group()) > 1 or value >= 5):
            yield Quantity(Span(*match.span()), match.group(), (Fraction(value),), clear=False, digits=False)
