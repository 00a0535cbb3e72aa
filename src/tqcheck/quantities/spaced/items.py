"""Numerals and number words of a text, and which of them make one number: 1,5 млн, twenty-one, mil millones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from tqcheck.model import Span
from tqcheck.quantities.digits import NUMERAL, POWER, SPACED, VULGAR, VULGAR_SIGNS, power, readings, vulgar
from tqcheck.quantities.first_look import has_digit, words_in, words_of
from tqcheck.quantities.model import blanked
from tqcheck.quantities.spaced.compound import Tail
from tqcheck.quantities.tables import Language, Role, Word

# Vowel signs of Arabic and Devanagari, which are no letters.
_SIGNS = r"\u064b-\u0652\u0670\u0900-\u0903\u093a-\u094f\u0955-\u0957\u0962\u0963\u0307\u200c\u200d"
_WORD = rf"[^\W\d_]+(?:[’'ʼ][^\W\d_]+|[{_SIGNS}]+[^\W\d_]*)*"
# Where a numeral may begin: quick to look for.
_BEGINS = re.compile(rf"\d|\.\d|[{VULGAR_SIGNS}]")
# What Arabic writes together with the word: and, so, in, as, to, the.
_PREFIX = re.compile("ال|لل|و|ف|ب|ك|ل")
_MOST_PREFIXES = 3  # and with the
_ROLES = {
    Tail.NONE: Role.CARDINAL,
    Tail.HALF: Role.CARDINAL,
    Tail.PART: Role.CARDINAL,
    Tail.ORDINAL: Role.ORDINAL,
    Tail.MULTIPLE: Role.MULTIPLE,
    Tail.DECADE: Role.DECADE,
}
_THOUSAND = Fraction(1000)
# More items than any number below 10^18 has.
_MOST = 32
_SPACES = (" ", "\u00a0", "\u202f")
_BETWEEN = re.compile(r"[^\W\d_]+['’]?")
_ODD = re.compile(r"[^\w\s\-–'’,]|_|,.*,")


@dataclass(frozen=True, slots=True)
class Item:
    """A numeral or number word: its place, its values, and what it does. `word` is None for digits."""

    start: int
    end: int
    values: tuple[Fraction, ...]
    word: Word | None = None
    doubtful: bool = False  # of digits that are no one number

    @property
    def digits(self) -> bool:
        """Whether it is written in digits."""
        return self.word is None

    @property
    def role(self) -> Role | None:
        """What a word does, None for digits."""
        return None if self.word is None else self.word.role

    @property
    def scale(self) -> bool:
        """Whether it multiplies."""
        return self.word is not None and self.word.role is Role.SCALE


def find_items(text: str, table: Language, tag: str) -> Iterator[Item]:
    """The numerals and number words of a text in order."""
    numerals, other = list[Item](), list[Span]()
    for match in _numerals(text, _numeral(space_groups=table.space_groups)):
        start, end = match.span()
        if match.lastgroup == "n":
            numerals += _in_digits(match.group(), start, table)
            continue
        other.append(Span(start, end))
        if match.lastgroup == "f":
            numerals.append(Item(start, end, (vulgar(match.group()),)))
        elif value := power(match.group(), decimal_comma=table.decimal_comma):
            numerals.append(Item(start, end, value))
    text = blanked(text, other)  # the e of 1.2e9 is no word
    if not _has_words(text, table, tag):
        return iter(numerals)
    return iter(sorted((*numerals, *_in_words(text, table, tag)), key=lambda item: item.start))


def _numerals(text: str, numeral: re.Pattern[str]) -> Iterator[re.Match[str]]:
    at = 0
    while first := _BEGINS.search(text, at):
        at = first.start() + 1
        if match := numeral.match(text, first.start()):
            yield match
            at = match.end()


def _in_digits(numeral: str, start: int, table: Language) -> list[Item]:
    """A number in digits, or the parts of what is no number that anyone writes (959.220.00)."""
    if values := readings(numeral, decimal_comma=table.decimal_comma):
        return [Item(start, start + len(numeral), values)]
    return [
        Item(start + part.start(), start + part.end(), values, doubtful=True)
        for part in re.finditer(r"\d+", numeral)
        if (values := readings(part.group(), decimal_comma=False))
    ]


def _has_words(text: str, table: Language, tag: str) -> bool:
    """Whether there may be any number word in the text; most have none."""
    if table.fold or tag == "ar":  # any word may be one that is written otherwise
        return bool(table.words)
    if not table.first_words.isdisjoint(words_of(text)):
        return True
    if has_digit(text) and not table.letters.isdisjoint(words_of(text)):
        return True
    if table.compound is None:
        return False
    return any(mark in text for mark in "’'ʼ") or any(map(table.compound.read, words_of(text)))


def _in_words(text: str, table: Language, tag: str) -> Iterator[Item]:
    words, first_words = table.words, table.first_words
    plain = table.compound is None and not table.fold and tag != "ar"
    phrased = not _first_words(table.phrases).isdisjoint(words_of(text))
    for match in _word_pattern(table.phrases if phrased else ()).finditer(text):
        word = match.group().lower()
        if table.fold:
            word = word.translate(table.fold)
        entry = words.get(word)
        if entry is not None:
            yield Item(match.start(), match.end(), (entry.value,), entry)
        elif plain and word not in first_words and len(word) > 1 and word.isalpha():
            continue  # most words by far
        elif item := _word(text, word, match.start(), table, tag):
            yield item


@cache
def _numeral(*, space_groups: bool) -> re.Pattern[str]:
    numeral = f"{SPACED}|{NUMERAL}" if space_groups else NUMERAL
    return re.compile(f"(?P<f>{VULGAR})|(?P<p>{POWER})|(?P<n>{numeral})")


@cache
def _word_pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?i:{longest_first})(?!\w)|{_WORD}" if phrases else _WORD)


@cache
def _first_words(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(first for phrase in phrases for first in words_in(phrase)[:1])


def _word(text: str, lower: str, start: int, table: Language, tag: str) -> Item | None:
    """A word that the tables have with a point, in another spelling or as a part."""
    end = start + len(lower)
    if len(lower) <= 2 and (entry := table.words.get(text[start:end])):  # M, not m
        return Item(start, end, (entry.value,), entry)
    if text[end : end + 1] == "." and (entry := table.words.get(lower + ".")):  # Mrd., тыс.
        return Item(start, end + 1, (entry.value,), entry)
    if "ʼ" in lower or "'" in lower:
        lower = lower.replace("ʼ", "’").replace("'", "’")
        if entry := table.words.get(lower):
            return Item(start, end, (entry.value,), entry)
    if table.compound is not None and (found := table.compound.read(lower)):
        return Item(start, start + found.length, (found.value,), Word(found.value, _ROLES[found.tail]))
    return _after_prefixes(lower, start, table) if tag == "ar" else None


def _after_prefixes(lower: str, start: int, table: Language) -> Item | None:
    """What Arabic writes together with the words before it: وبالثلاثة."""
    at = 0
    for _ in range(_MOST_PREFIXES):
        prefix = _PREFIX.match(lower, at) if len(lower) - at > 3 else None
        if prefix is None:
            return None
        at = prefix.end()
        if entry := table.words.get(lower[at:]):
            return Item(start + at, start + len(lower), (entry.value,), entry)
    return None


def group_at(text: str, items: Sequence[Item], index: int, table: Language) -> list[Item]:
    """The items from `index` on that make one number."""
    group = [items[index]]
    if group[0].role not in {None, Role.CARDINAL, Role.ORDINAL, Role.SCALE, Role.VAGUE}:
        return group
    for at in range(index + 1, min(len(items), index + _MOST)):
        item, last = items[at], group[-1]
        between = text[last.end : item.start]
        if item.digits and len(group) == 1:  # "тысяч 100"
            break
        if len(between) > 6 or item.role not in {None, Role.CARDINAL, Role.ORDINAL, Role.SCALE}:
            break
        if not _joins(text, last, item, table) or not _continues(last, item, table):
            break
        if group[0].word is not None and group[0].word.vague and not item.scale:
            break
        if "," in between and not ("," in table.joins and _after_comma(group, items[at + 1 : at + 3], item)):
            break
        group.append(item)
    return group


def _joins(text: str, last: Item, item: Item, table: Language) -> bool:
    """Whether the text between two items lets them be one number."""
    between = text[last.end : item.start]
    letter = item.scale and item.end - item.start == 1
    if between in _SPACES:  # 5m is five million or metres; 5 m is metres, 5 M million
        return not letter or text[item.start] in "MkK"
    if item.scale and last.digits and between.strip() == "+":  # 300+ billion, not CD4+ T cells
        return not letter
    if _ODD.search(between):
        return False
    joins = {word.lower() for word in _BETWEEN.findall(between)}
    if not joins <= table.joins and not (joins == {"of"} and last.word is not None and last.word.vague):
        return False
    if joins and (item.digits or item.scale or last.digits):
        # dez milhões e mil, ألفان ومئة
        down = item.values[0] < last.values[0] and (last.scale or last.values[0] >= _THOUSAND)
        return item.scale and (down or joins <= {"de", "d'", "d’", "di", "a", "of", "ال"})
    if letter:
        return between == ""
    hyphen = "-" in between or "–" in between
    return not (hyphen and (item.digits or last.digits) and not item.scale)


def _after_comma(group: Sequence[Item], following: Sequence[Item], item: Item) -> bool:
    """One thousand, two hundred: thousands and more, and hundreds after it."""
    last, hundreds = group[-1], 100 <= item.values[0] < _THOUSAND
    if item.digits or group[0].digits or not last.scale or last.values[0] < _THOUSAND:
        return False
    scales = [after.values[0] for after in following if after.scale]
    return hundreds or (len(group) > 1 and bool(scales) and 100 <= max(scales) < last.values[0])


def _continues(last: Item, item: Item, table: Language) -> bool:
    value, previous = item.values[0], last.values[0]
    if last.role is Role.ORDINAL and not item.scale:
        fits = value < 10 if previous % 100 else value < 100
        return item.role is Role.ORDINAL and previous >= 10 and previous % 10 == 0 and fits
    if item.scale:
        return last.digits or not last.scale or value != previous
    if last.digits or (item.digits and not last.scale):  # "in 2019 300 people" is not one number
        return False
    if item.digits:  # 143 mille 312
        word = last.end - last.start > 1
        return word and 100 <= value < 1000 <= previous and value.denominator == 1
    if value.denominator != 1:
        return False
    if last.scale:
        return value < previous
    if previous >= 1000 and previous % 1000 == 0:  # duemila trecento
        return value < 1000
    if previous >= 100 and previous % 100 == 0:
        return value < 100
    if (
        table.units_first
        and previous < 10
        and (value == 10 or (value >= 20 and value % 10 == 0 and value < 100))
    ):
        return True
    return (previous % 100 >= 20 and previous % 10 == 0 and 0 < value < 10) or (
        previous in {60, 80} and 10 <= value < 20
    )


def value_of(group: Sequence[Item]) -> tuple[Fraction, ...]:
    """The values that the items mean together."""
    results: list[Fraction] = []
    for reading in group[0].values:
        large = group[0].scale or (not group[0].digits and reading >= _THOUSAND)  # mille, duemila, ألفان
        total, current = (reading, Fraction(0)) if large else (Fraction(0), reading)
        for item in group[1:]:
            value = item.values[0]
            if not item.scale:
                current += value
            elif value < _THOUSAND:
                current = (current or Fraction(1)) * value
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
