"""Figures in languages that write words apart: 1,5 млн, twenty-one, mil millones, dreihundertfünfzig, 3 p.m."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from tqcheck.model import Span
from tqcheck.quantities.digits import fraction, readings
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
_SPACED_NUMERAL = r"\d{1,3}(?: \d{3})+(?![\d.,]?\d)(?:[.,]\d+)?|" + _NUMERAL
_PERCENT = re.compile(
    r"[\s\u00a0\u202f]*(?:-?[\s\u00a0]?%|٪|(?:percentage[ -]points?|per ?cent(?:age)?|pct|Prozentpunkte?n?|Prozent|v\. ?H\.|процентн\w+ пункт\w*|процент\w*|п\. ?п\.|"
    r"відсот\w*|points? de pourcentage|pour ?cents?|por ?ciento|por ?cento|per ?cento|puntos? porcentual\w*|pontos? percentua\w*|punti percentuali|"
    r"في المئة|في المائة|بالمئة|بالمائة|نقطة مئوية|نقاط مئوية)(?!\w))",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"(?<![\d:.,/])(\d{1,2})(?:[:.h]| h )(\d{2})(?![\d:/%]|[.,]\d)(\s*(?:Uhr|h\b|ч\b|час\w*|a\.?m\.?|p\.?m\.?))?",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?<![\d:.,])(\d{1,2})\s*(a\.?m\b\.?|p\.?m\b\.?|o[’']clock|Uhr\b|h(?:eures?)?\b(?!\d)|ч\.?(?=\s|$)|часов\b(?= (?:утра|вечера|дня|ночи)))",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th|er|ère|re|ème|e|º|ª|\.º|-?(?:й|го|му|м|я|ю|е|ой|ый|ий|ая|ое|ые|ых|летие|летия|летию|летний|летней|летняя|летнего|процентн\w+))(?!\w)"
)
_DECADE = re.compile(r"[’']?s(?!\w)|-(?:х|е|х\.)(?!\w)|er(?!\w)")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*\.?")
_SEPARATOR = re.compile(r"[\s\u00a0\u202f]+|-|–")
_COMMON_MONTHS = frozenset(
    {
        "may",
        "march",
        "mar",
        "mars",
        "mar.",
        "marzo",
        "mai",
        "sept",
        "dec",
        "jan",
        "mayo",
        "maio",
        "august",
        "apr",
    }
)
_ROMAN = re.compile(r"(?<![\w.-])(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})(?![\w.-])(?!\.\w)")


@dataclass(frozen=True, slots=True)
class _Item:
    """A numeral or number word: its span, its values, and what it does."""

    start: int
    end: int
    values: tuple[Fraction, ...]
    scale: bool = False
    digits: bool = False
    month: bool = False
    hundreds: bool = False


def find(text: str, table: Language, tag: str) -> Iterator[Quantity]:
    """The figures of a text in text order. `text` has ASCII digits."""
    taken: list[Span] = []
    for quantity in (*_times(text), *_numeric_dates(text)):
        taken.append(quantity.span)
        yield quantity
    items = [
        item
        for item in _items(text, table, tag)
        if not any(span.overlaps(Span(item.start, item.end)) for span in taken)
    ]
    index = 0
    while index < len(items):
        group = _group(text, items, index, table)
        yield from _quantities(text, group, table)
        index += len(group)
    yield from _romans(text)


def _items(text: str, table: Language, tag: str) -> Iterator[_Item]:
    numerals = re.compile(_SPACED_NUMERAL if table.space_groups else _NUMERAL)
    pattern = re.compile(f"(?P<n>{numerals.pattern})|(?P<f>[{''.join(_FRACTIONS)}])|(?P<w>{_WORD.pattern})")
    for match in pattern.finditer(text):
        start, end = match.span()
        if match["f"]:
            yield _Item(start, end, (_FRACTIONS[match["f"]],), digits=True)
        elif match["n"]:
            values = readings(match["n"], decimal_comma=table.decimal_comma)
            if values:
                yield _Item(start, end, values, digits=True)
            else:
                for part in re.finditer(r"\d+", match["n"]):
                    yield _Item(
                        start + part.start(), start + part.end(), (fraction(part.group()),), digits=True
                    )
        else:
            yield from _word(match["w"], start, table, tag)


def _word(word: str, start: int, table: Language, tag: str) -> Iterator[_Item]:
    for form in (word.lower(), word.lower().rstrip(".")):
        end = start + len(form)
        if form in table.scales:
            yield _Item(start, end, (Fraction(table.scales[form]),), scale=True)
        elif form in table.months:
            yield _Item(start, end, (Fraction(table.months[form]),), month=True)
        elif form in table.words:
            yield _Item(
                start, end, (Fraction(table.words[form]),), hundreds=table.words[form] in range(100, 1000)
            )
        elif tag == "de" and (value := german(form)) is not None:
            yield _Item(start, end, (Fraction(value),))
        else:
            continue
        return
    if tag == "ar" and word.startswith(("و", "ب", "ل", "ال")) and len(word) > 3:
        cut = 2 if word.startswith("ال") else 1
        yield from _word(word[cut:], start + cut, table, tag)


def _group(text: str, items: Sequence[_Item], index: int, table: Language) -> list[_Item]:
    """The items from `index` on that make one number."""
    group = [items[index]]
    if group[0].month:
        return group
    for item in items[index + 1 :]:
        last = group[-1]
        between = text[last.end : item.start]
        joins = {word.lower() for word in re.findall(r"[^\W\d_]+['’]?", between)}
        if (
            item.month
            or not joins <= table.joins
            or re.search(r"[^\w\s\u00a0\u202f\-–'’]", between)
            or len(between) > 6
        ):
            break
        if joins and (item.digits or item.scale or last.digits):
            if not (item.scale and joins <= {"de", "d'", "d’", "di", "a"}):
                break
        if ("-" in between or "–" in between) and (item.digits or last.digits) and not item.scale:
            break
        if not _continues(group, item):
            break
        group.append(item)
    return group


def _continues(group: Sequence[_Item], item: _Item) -> bool:
    last = group[-1]
    value, previous = item.values[0], last.values[0]
    if item.scale:
        return last.digits or (last.scale and value != previous) or not last.scale
    if item.digits:  # "3 million 200 thousand" is rare, "in 2019 300 people" is not one number
        return False
    if last.digits:
        return False
    if last.scale:
        return value < previous
    if previous >= 100 and previous % 100 == 0:
        return value < 100
    return (previous >= 20 and previous % 10 == 0 and 0 < value < 10) or (
        previous in {60, 80} and 10 <= value < 20
    )


def _quantities(text: str, group: Sequence[_Item], table: Language) -> Iterator[Quantity]:
    first, last = group[0], group[-1]
    span = Span(first.start, last.end)
    if first.month:
        beside = re.search(
            r"\d\.?(?:st|nd|rd|th|º|er)?\s*(?:of\s+|de\s+)?$", text[: first.start]
        ) or re.match(r"\.?\s+\d", text[first.end :])
        word = first_word = text[first.start : first.end]
        common = word.lower() in _COMMON_MONTHS
        if common and not (beside and (first_word[0].isupper() or table.decimal_comma)):
            return
        yield Quantity(span, word, first.values, Kind.MONTH, clear=bool(beside), digits=False)
        return
    if first.scale and len(group) == 1:
        article = re.search(r"(?i:\b(?:an?|one|eine?|un|une|uno|um|uma)\s+)$", text[: first.start])
        if article:
            yield Quantity(span, span.of(text), first.values, clear=False, digits=False)
        return
    values = _value(group)
    digits = first.digits
    before, after = text[max(0, first.start - 12) : first.start], text[last.end :]
    clear, kind = True, Kind.NUMBER
    if half := re.search(r"(?i:\bhalf (?:an? )?|\bpolovina |\bpół )$", before):
        if group[0].scale:
            values = tuple(value / 2 for value in values)
        del half
    percent = _PERCENT.match(after)
    if percent:
        kind, span = Kind.PERCENT, Span(span.start, span.end + percent.end())
    elif digits:
        identifier = re.search(r"(?:[A-ZА-Я]|[^\W\d_][A-Z])-?$|[_#@/]$", before) or re.match(
            r"[A-ZА-Я]\w*|[a-z]{1,2}\d|[-/][A-ZА-Я]|_", after
        )
        decade = _DECADE.match(after)
        if len(group) == 1 and decade and values[0] >= 10:
            values = (
                *values,
                *((values[0] + 1900, values[0] + 2000) if values[0] < 100 else (values[0] % 100,)),
            )
        elif (identifier and not _ORDINAL.match(after) and len(group) == 1) or (
            len(group) == 1 and re.match(r"[a-zа-я]", after) and not _ORDINAL.match(after)
        ):
            clear = False
        if (
            len(group) > 1
            and text[first.end : group[1].start] == ""
            and len(text[group[1].start : group[1].end]) == 1
        ):
            values = (*values, *first.values)  # 5m: millions or metres
        if re.match(r"\s*(?:times\b|-?fold\b|раза?\b|[Mm]al\b|fois\b|veces\b|vezes\b|volte\b|x\b)", after):
            clear = False
    else:
        # Small numbers as words are articles, pronouns and idioms too often; large ones are figures.
        clear = all(value >= 20 for value in values) and not (len(group) == 1 and values[0] in {100, 1000})
    if re.match(r"\s?(?:/|⁄)\s?\d", after) or re.search(r"\d\s?[/⁄]\s?$", before):
        clear = False
    yield Quantity(span, span.of(text), values, kind, clear=clear, digits=digits)


def _value(group: Sequence[_Item]) -> tuple[Fraction, ...]:
    results = []
    for reading in group[0].values:
        total, current = Fraction(0), reading if not group[0].scale else Fraction(1) * reading
        for item in group[1:]:
            value = item.values[0]
            if not item.scale:
                current += value
            elif value == 100:
                current *= 100
            elif total and value > total and not current:
                total *= value
            else:
                total, current = (
                    (total + (current or 1) * value, Fraction(0))
                    if total == 0 or total > value
                    else ((total + current) * value, Fraction(0))
                )
        results.append(total + current)
    return tuple(dict.fromkeys(results))


def _times(text: str) -> Iterator[Quantity]:
    for match in _CLOCK.finditer(text):
        hour, minute = int(match[1]), int(match[2])
        if hour > 24 or minute > 59 or ("." in match.group()[:4] and not match[3]):
            continue
        yield _time(match, hour * 60 + minute, match[3] or "")
    for match in _HOUR.finditer(text):
        if int(match[1]) <= 24 and not re.search(
            r"[:.h]\d*$", text[max(0, match.start() - 3) : match.start()]
        ):
            yield _time(match, int(match[1]) * 60, match[2])


def _time(match: re.Match[str], minutes: int, suffix: str) -> Quantity:
    if suffix.strip().lower().startswith("p") and minutes < 720:
        minutes += 720
    values = (Fraction(minutes), Fraction((minutes + 720) % 1440))
    return Quantity(Span(*match.span()), match.group(), values, Kind.TIME)


def _numeric_dates(text: str) -> Iterator[Quantity]:
    """12.03.2024, 12/3/2024, 2024-03-12: the year is clear, day and month may change places."""
    for match in re.finditer(r"(?<![\d.,/-])(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?![\d/-]|[.,]\d)", text):
        for index in (1, 3, 4):
            value = int(match[index])
            span = Span(match.start(index), match.end(index))
            clear = len(match[index]) == 4
            yield Quantity(span, match[index], (Fraction(value),), Kind.NUMBER, clear=clear)
            if not clear and 1 <= value <= 12:
                yield Quantity(span, match[index], (Fraction(value),), Kind.MONTH, clear=False)


def _romans(text: str) -> Iterator[Quantity]:
    """Roman numerals answer an ordinal of the other side; they are never reported."""
    digits = {"I": 1, "V": 5, "X": 10}
    for match in _ROMAN.finditer(text):
        value = 0
        for char, following in zip(match.group(), [*match.group()[1:], ""], strict=True):
            value += -digits[char] if following and digits[following] > digits[char] else digits[char]
        if value and (len(match.group()) > 1 or value >= 5):
            yield Quantity(Span(*match.span()), match.group(), (Fraction(value),), clear=False, digits=False)


_GERMAN_UNITS = {
    "ein": 1,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
}
_GERMAN_TENS = {
    "zwanzig": 20,
    "dreißig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}
_GERMAN_TEENS = {
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "dreizehn": 13,
    "vierzehn": 14,
    "fünfzehn": 15,
    "sechzehn": 16,
    "siebzehn": 17,
    "achtzehn": 18,
    "neunzehn": 19,
}


@cache
def german(word: str) -> int | None:
    """A German compound such as dreihundertfünfundzwanzig, None if it is none."""
    if "tausend" in word:
        left, _, right = word.partition("tausend")
        thousands, rest = (
            (1 if not left else _below_thousand(left)),
            (0 if not right else _below_thousand(right)),
        )
        return None if thousands is None or rest is None else thousands * 1000 + rest
    return _below_thousand(word)


def _below_thousand(word: str) -> int | None:
    if "hundert" in word:
        left, _, right = word.partition("hundert")
        hundreds = 1 if not left else _GERMAN_UNITS.get(left)
        rest = 0 if not right else _below_hundred(right.removeprefix("und"))
        return None if hundreds is None or rest is None else hundreds * 100 + rest
    return _below_hundred(word)


def _below_hundred(word: str) -> int | None:
    for table in (_GERMAN_UNITS, _GERMAN_TENS, _GERMAN_TEENS):
        if word in table:
            return table[word]
    for tens, value in _GERMAN_TENS.items():
        if word.endswith("und" + tens):
            unit = _GERMAN_UNITS.get(word[: -len("und" + tens)])
            return None if unit is None else value + unit
    return None
