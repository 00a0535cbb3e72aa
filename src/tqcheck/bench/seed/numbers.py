"""Numbers and units changed, as engines and tired people change them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from random import Random

from tqcheck.bench.seed.dates import figures_of_dates
from tqcheck.bench.seed.model import Document, Edit, in_one_pair
from tqcheck.bench.seed.words import (
    COMPARED,
    CURRENCIES,
    DIRECTIONS,
    NUMBER_WORDS,
    SCALES,
    UNITS,
    alternation,
)
from tqcheck.model import Span

# A figure that stands by itself: not part of a word, a range with hyphens, a clock time, a date with slashes.
_FIGURE = re.compile(r"(?<![\w.,:/-])\d+(?:[.,]\d+)*(?![\w:/]|-\d|[.,]\d)")
# Where letters follow a figure without a space.
_FIGURE_TIGHT = re.compile(r"(?<![0-9A-Za-z.,:/-])[0-9]+(?:[.,][0-9]+)*(?![0-9A-Za-z:/]|-[0-9]|[.,][0-9])")
_GROUPED = re.compile(r"(?<![\w.,])\d{1,3}([.,\u00a0\u202f])\d{3}(?:\1\d{3})*(?![\w]|[.,]\d)")
# After a space or bracket and not after a figure: no hyphen, no range, no bullet.
_MINUS = re.compile(
    r"(?<=[\s(])(?<!\d )(?:[-−–]|\b(?:minus|negative|moins|menos|meno|минус) )(\d+(?:[.,]\d+)*)"
)
_SYMBOL = re.compile(r"(?<![\w$€£¥])[$€£](?=\d)|(?<=\d)[ \u00a0]?[$€£](?!\w)|(?<=\d)[ \u00a0]?°[CF]\b")
_OTHER_SYMBOL = {"$": "€", "€": "$", "£": "€", "°C": "°F", "°F": "°C"}
_CHANGED_BY = re.compile(
    r"\b(?:by|up|down|rose|risen|fell|fallen|grew|gained|lost|(?:rise|increase|drop|fall|decline|growth) of) [\w.]*$"
)
_BIG_HAN = "百千十万亿億萬만억천백"


def _digits(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """One digit is another one, two have changed places, or a number word is another one."""
    text = document.pairs[index].target
    dated = set(figures_of_dates(document, text))
    figures = (_FIGURE_TIGHT if document.tight else _FIGURE).finditer(text)
    edits = [
        Edit(Span(*match.span()), _other_figure(match[0], rng))
        for match in figures
        if Span(*match.span()) not in dated
    ]
    words = NUMBER_WORDS.get(document.target_lang, ())
    # Before a small letter: a number in a name is no figure.
    for match in re.finditer(rf"(?<![\w-]){alternation(words)}(?= [^\W\d_A-Z]{{3}})", text) if words else ():
        other = rng.choice([word for word in words if word != match[1]])
        edits.append(Edit(Span(*match.span()), other))
    return edits


def _other_figure(figure: str, rng: Random) -> str:
    places = [at for at, char in enumerate(figure) if char.isdigit()]
    swaps = [
        at
        for at in places
        if at + 1 in places and figure[at] != figure[at + 1] and not (at == 0 and figure[at + 1] == "0")
    ]
    chars = list(figure)
    if swaps and rng.random() < 0.4:
        at = rng.choice(swaps)
        chars[at], chars[at + 1] = chars[at + 1], chars[at]
        return "".join(chars)
    at = rng.choice(places)
    zero = ord(figure[at]) - unicodedata.digit(figure[at])
    # The first digit becomes no 0.
    able = [chr(zero + n) for n in range(1 if at == places[0] else 0, 10)]
    chars[at] = rng.choice([digit for digit in able if digit != figure[at]])
    return "".join(chars)


def _scales(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """Another scale word, or a power of ten more or less: what becomes of 1.2亿 and 万."""
    text = document.pairs[index].target
    edits = list[Edit]()
    gap, after = (" ?", f"(?![{_BIG_HAN}])") if document.tight else (r"[ \u00a0]", r"(?!\w)")
    for words in SCALES.get(document.target_lang, ()):
        for match in re.finditer(rf"(?<![\d.,])(\d[\d.,]*){gap}{alternation(words)}{after}", text):
            at = words.index(match[2])  # a rung of the ladder up or down
            edits += (
                Edit(Span(*match.span(2)), other)
                for other in (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
            )
            edits += (Edit(Span(*match.span(1)), new) for new in _tenfold(match[1]))
    for match in _GROUPED.finditer(text):
        if document.target_lang != "en" or match[1] == ",":
            edits += (Edit(Span(*match.span()), new) for new in _regrouped(match[0], match[1]))
    return edits


def _tenfold(figure: str) -> Iterator[str]:
    """Of the figure before a scale word: 1.2 → 12, 120 → 12, 35 → 350."""
    if re.fullmatch(r"[1-9]\d?[.,]\d", figure):
        yield re.sub(r"\D", "", figure)
    elif re.fullmatch(r"[1-9]\d*0", figure):
        yield figure[:-1]
    elif re.fullmatch(r"[1-9]\d?", figure):
        yield figure + "0"


def _regrouped(figure: str, mark: str) -> Iterator[str]:
    digits = figure.replace(mark, "")
    for changed in (digits + "0", *([digits[:-1]] if digits.endswith("0") else [])):
        head = len(changed) % 3 or 3
        yield mark.join([changed[:head], *(changed[at : at + 3] for at in range(head, len(changed), 3))])


def _units(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """Another unit of the same thing after a figure, another currency sign beside one."""
    text = document.pairs[index].target
    edits = list[Edit]()
    for match in _SYMBOL.finditer(text):
        sign = match[0].strip()
        edits.append(Edit(Span(match.end() - len(sign), match.end()), _OTHER_SYMBOL[sign]))
    units = UNITS.get(document.target_lang)
    if not units:
        return edits
    if document.tight:
        pattern = rf"[\d{_BIG_HAN}] ?{alternation(units)}"
    else:
        counted = (
            *NUMBER_WORDS.get(document.target_lang, ()),
            *_scale_words(document.target_lang),
            "hundred",
        )
        pattern = rf"(?:\d[ \u00a0]?|\b{alternation(counted)} ){alternation(units)}(?![\w-])"
    for match in re.finditer(pattern, text):
        unit = match[match.lastindex or 0]
        if unit == "percent" and not _CHANGED_BY.search(text[: match.start()]):
            continue  # a share of something cannot be taken for percentage points
        edits.append(Edit(Span(match.end() - len(unit), match.end()), rng.choice(units[unit])))
    return edits


def _currencies(document: Document, index: int, rng: Random) -> Sequence[Edit]:
    """Another currency: dollars for yuan, € for $."""
    text = document.pairs[index].target
    money = CURRENCIES.get(document.target_lang, frozenset())
    return [
        edit
        for edit in _units(document, index, rng)
        if edit.new in {"$", "€"} or (edit.old.of(text) in money and edit.new in money)
    ]


def _scale_words(language: str) -> Iterator[str]:
    for ladder in SCALES.get(language, ()):
        yield from ladder


def _signs(document: Document, index: int, _rng: Random) -> Sequence[Edit]:
    """A minus lost; rose for fell, more for less, before a figure."""
    text = document.pairs[index].target
    edits = [Edit(Span(*match.span()), match[1]) for match in _MINUS.finditer(text)]
    counted = "|".join((*(rf"{word}\b" for word in NUMBER_WORDS.get(document.target_lang, ())), r"[$€£]?\d"))
    # A verb governs a figure at most three words away in its clause; "more than" stands right before it.
    for table, distance in ((DIRECTIONS, r"(?:[^\s.,;:]+ ){0,3}"), (COMPARED, "")):
        for one, two in table.get(document.target_lang, ()):
            swaps = ((one, two), (two, one))
            for old, new in (*swaps, *((old.capitalize(), new.capitalize()) for old, new in swaps)):
                pattern = rf"(?<!\w){re.escape(old)}(?= {distance}(?:{counted}))"
                edits += (Edit(Span(*match.span()), new) for match in re.finditer(pattern, text))
    return edits


number_digit = in_one_pair(_digits)
number_scale = in_one_pair(_scales)
number_unit = in_one_pair(_units)
currency_changed = in_one_pair(_currencies)
number_sign = in_one_pair(_signs)
