"""Numerals and number words of a text, and which of them make one number: 1,5 млн, twenty-one, mil millones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from tqcheck.quantities.digits import readings
from tqcheck.quantities.german import german
from tqcheck.quantities.tables import Language

_FRACTIONS = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
}
_NUMERAL = r"\d+(?:[.,'’\u00a0\u202f\u2009]\d+)*"
SPACED = r"(?<![\d.,])(?<!\d )[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009]\d{3})+(?:[.,]\d+)?(?![.,]?\d|[ \u00a0]\d)"
WORD = r"[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*\.?"
# двадцатилетний, п’ятирічний
_COMPOUND = re.compile(r"(\w+?)(?:летн|лети|тысячн|этажн|дневн|часов|процентн|річн|денн|тисячн)\w*")


@dataclass(frozen=True, slots=True)
class Item:
    """A numeral or number word: its place, its values, and what it does."""

    start: int
    end: int
    values: tuple[Fraction, ...]
    scale: bool = False
    digits: bool = False
    month: bool = False
    doubtful: bool = False  # of digits that are no one number


def find_items(text: str, table: Language, tag: str) -> Iterator[Item]:
    """The numerals and number words of a text in order."""
    phrases = tuple(word for word in (*table.months, *table.words) if " " in word or "-" in word)
    for match in _pattern(phrases, space_groups=table.space_groups).finditer(text):
        start, end = match.span()
        if match["f"]:
            yield Item(start, end, (_FRACTIONS[match["f"]],), digits=True)
        elif match["w"]:
            yield from _word(match["w"], start, table, tag)
        elif values := readings(match["n"], decimal_comma=table.decimal_comma):
            yield Item(start, end, values, digits=True)
        else:  # no number that anyone writes: 959.220.00, or several
            for part in re.finditer(r"\d+", match["n"]):
                if values := readings(part.group(), decimal_comma=False):
                    yield Item(start + part.start(), start + part.end(), values, digits=True, doubtful=True)


@cache
def _pattern(phrases: tuple[str, ...], *, space_groups: bool) -> re.Pattern[str]:
    numeral = f"{SPACED}|{_NUMERAL}" if space_groups else _NUMERAL
    longest_first = sorted(phrases, key=len, reverse=True)
    phrase = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.compile(
        f"(?P<n>{numeral})|(?P<f>[{''.join(_FRACTIONS)}])|(?P<w>(?<!\\w)(?:{phrase})(?!\\w)|{WORD})",
        re.IGNORECASE,
    )


def _word(word: str, start: int, table: Language, tag: str) -> Iterator[Item]:
    lower = word.lower().replace("ʼ", "’")
    for form in (lower, lower.rstrip(".")):
        end = start + len(form)
        if form in table.scales:
            yield Item(start, end, (Fraction(table.scales[form]),), scale=True)
        elif form in table.months:
            yield Item(start, end, (Fraction(table.months[form]),), month=True)
        elif form in table.words:
            yield Item(start, end, (table.words[form],))
        elif (compound := _COMPOUND.match(form)) and (total := _compound(compound[1], table)):
            yield Item(start, start + compound.end(1), (total,))
        elif tag == "de" and (value := german(form)) is not None:
            yield Item(start, end, (Fraction(value),))
        else:
            continue
        return
    if tag == "ar" and len(word) > 3 and (prefix := re.match("ال|و|ب|ل", word)):
        yield from _word(word[prefix.end() :], start + prefix.end(), table, tag)


def _compound(word: str, table: Language) -> Fraction | None:
    """двадцати, двадцатишести"""
    for cut in range(len(word), 2, -1):
        tens, unit = word[:cut], word[cut:]
        if tens in table.words and (not unit or unit in table.words):
            return table.words[tens] + (table.words[unit] if unit else 0)
    return None


def group_at(text: str, items: Sequence[Item], index: int, table: Language) -> list[Item]:
    """The items from `index` on that make one number."""
    group = [items[index]]
    if group[0].month:
        return group
    for item in items[index + 1 :]:
        between = text[group[-1].end : item.start]
        if item.digits and len(group) == 1:  # "тысяч 100"
            break
        if item.month or len(between) > 6 or not _joins(between, group[-1], item, table):
            break
        if not _continues(group[-1], item, table):
            break
        group.append(item)
    return group


def _joins(between: str, last: Item, item: Item, table: Language) -> bool:
    """Whether the text between two items lets them be one number."""
    letter = item.scale and item.end - item.start == 1
    if item.scale and last.digits and between.strip() == "+":  # 300+ billion, not CD4+ T cells
        return not letter
    joins = {word.lower() for word in re.findall(r"[^\W\d_]+['’]?", between)}
    if not joins <= table.joins or re.search(r"[^\w\s\-–'’]", between):
        return False
    if joins and (item.digits or item.scale or last.digits):
        return item.scale and joins <= {"de", "d'", "d’", "di", "a"}
    if letter:
        return between == ""  # 5m is five million or metres; 5 m is metres
    hyphen = "-" in between or "–" in between
    return not (hyphen and (item.digits or last.digits) and not item.scale)


def _continues(last: Item, item: Item, table: Language) -> bool:
    value, previous = item.values[0], last.values[0]
    if item.scale:
        return last.digits or not last.scale or value != previous
    if last.digits or (item.digits and not last.scale):  # "in 2019 300 people" is not one number
        return False
    if item.digits:  # 143 mille 312
        word = last.end - last.start > 1
        return word and 100 <= value < 1000 <= previous and value.denominator == 1
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


def value_of(group: Sequence[Item]) -> tuple[Fraction, ...]:
    """The values that the items mean together."""
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


def scale_of(group: Sequence[Item]) -> int:
    """The power word in the number, 1 if there is none."""
    scale = 1
    for item in group[1:]:
        if item.scale:
            scale *= int(item.values[0])
    return scale
