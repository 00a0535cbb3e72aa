"""Figures in digits, in the style of another: its grouping, its scale word, its percent sign, its script of digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction

from tqcheck.quantities.digits import ascii_digits
from tqcheck.quantities.model import Kind, Quantity
from tqcheck.quantities.write.style import Ladder, Style, places, plain

_NUMERAL = re.compile(r"\d(?:[.,'’\s]*\d)*")
_SHARE = re.compile(r"\d+\s?[/⁄]\s?\d+")
_GROUP = re.compile(r"\d([.,'’\s])\d{3}(?!\d)")
# What stands between a figure and its scale word, and the words: "2.5-million", "3,4 Mrd.", "1.2万亿".
_GLUE = re.compile(r"[\s-]*")
# Compounds: 3億5000万, 3만 5천.
_COMPOUND = re.compile(r"\d[万萬만亿億억]\s?\d")
_HAN = {"zh", "ja", "ko"}
# A figure this long is hard to read in digits alone: 1.2 trillion, not 1,200,000,000,000.
_TOO_LONG = 10**9
# More decimals than a figure with a scale word has: 1.234 million.
_PLACES = 3
# Thousands are told by a word only where the other figure was.
_SMALLEST = 10**4


def digits_like(value: Fraction, like: Quantity, style: Style) -> Iterator[str]:
    """The value in digits in the style of `like`, the closest to it first; nothing where that is not possible."""
    text = ascii_digits(like.text)
    numeral = _NUMERAL.search(text)
    if numeral is None:
        return
    before, after = text[: numeral.start()].rstrip("-−"), text[numeral.end() :]
    if _SHARE.fullmatch(text):
        forms: Iterable[str] = (f"{value.numerator}/{value.denominator}",)
    elif like.kind in {Kind.YEAR, Kind.DAY, Kind.MONTH}:
        width = len(numeral.group()) if numeral.group().startswith("0") else 0
        forms = (str(value).rjust(width, "0") + after,) if value.denominator == 1 else ()
    elif like.scale > 1:
        forms = _scaled(value, after, like, style)
    else:
        forms = _unscaled(value, numeral.group(), after, like, style)
    for form in forms:
        yield _in_script_of(like.text, before + form)


def decimal(value: Fraction, style: Style, like: str = "", *, money: bool = False) -> str:
    """The value in digits. Grouped as the locale does, and four digits as those of `like` are; `money`: 4.20."""
    cents = money and re.search(r"[.,]\d\d$", like) is not None
    whole, _, rest = plain(value, least=2 if cents else 0).partition(".")
    sign, whole = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    mark = _GROUP.search(like)
    own_space = mark is not None and mark[1].isspace() and style.group.isspace()
    group = mark[1] if mark is not None and own_space else style.group
    least = 4 if mark is not None else 5 if re.search(r"\d{4}", like) else style.least_grouped
    grouped = style.grouped(whole, group) if len(whole) >= least else whole
    return sign + grouped + (style.decimal + rest if rest else "")


def _unscaled(value: Fraction, numeral: str, after: str, like: Quantity, style: Style) -> Iterator[str]:
    unit = like.unit
    if abs(value) >= _TOO_LONG and not after and unit is None and (ladder := _everyday(style)):
        glue = "" if style.locale.language in _HAN else " "
        yield from _on_ladder(value, ladder, glue, None, style)
    money = unit is not None and unit.dimension == "money"
    yield decimal(value, style, numeral, money=money) + after


def _everyday(style: Style) -> Ladder | None:
    return next((ladder for ladder in style.ladders if ladder.words), None)


def _scaled(value: Fraction, after: str, like: Quantity, style: Style) -> Iterator[str]:
    """With a scale word of the kind that `like` has; in digits alone where none fits."""
    text = ascii_digits(like.text)
    if style.locale.language in _HAN and _COMPOUND.search(text):
        if form := compound(value, text):
            yield form
        return
    glue = _GLUE.match(after)
    gap = "" if glue is None else glue.group()
    tail = after[len(gap) :]
    ladder, word = _ladder_of(tail, style)
    rest = tail[len(word) :]
    if ladder is None:
        if form := _same_word(value, after, like, style):
            yield form
        return
    for form in _on_ladder(value, ladder, gap, (word, like), style):
        yield form + rest
    if not rest.strip():
        yield decimal(value, style)


def _ladder_of(tail: str, style: Style) -> tuple[Ladder | None, str]:
    """The ladder that the tail's first words are of, and the longest such word as written."""
    best: tuple[Ladder | None, str] = (None, "")
    for fold in (str, str.casefold):
        for ladder in style.ladders:
            for forms in ladder.words.values():
                for word in forms.values():
                    end = len(word)
                    whole = not tail[end : end + 1].isalpha() or style.locale.language in _HAN
                    if end > len(best[1]) and whole and fold(tail[:end]) == fold(word):
                        best = ladder, tail[:end]
        if best[0] is not None:
            break
    return best


def _on_ladder(
    value: Fraction, ladder: Ladder, gap: str, like: tuple[str, Quantity] | None, style: Style
) -> Iterator[str]:
    """With each word that fits, that of `like` first: the figure to resemble and its scale word."""
    own = like[1].scale if like else 0
    for power in sorted(ladder.words, key=lambda power: (power != own, -power)):
        quotient = value / power
        exact = places(quotient)
        if quotient < 1 or exact is None or exact > _PLACES:
            continue
        rare = power != own and (power < _SMALLEST or style.is_rare(power))
        if rare or quotient >= _next(power, ladder, style):
            continue
        forms = ladder.words[power]
        form = forms.get(style.plural(quotient), forms["other"])
        if like and power == own and style.plural(like[1].value / own) == style.plural(quotient):
            form = like[0]  # in the case that the sentence asks for
        yield decimal(quotient, style) + gap + form


def _next(power: int, ladder: Ladder, style: Style) -> Fraction:
    """From which number on the next larger word of the ladder is at hand."""
    larger = (one for one in ladder.words if one > power and not style.is_rare(one))
    return Fraction(min(larger, default=power * 10**6), power)


def _same_word(value: Fraction, after: str, like: Quantity, style: Style) -> str | None:
    """With the very same scale word, which CLDR does not know (миллионам), where its number needs no change."""
    quotient = value / like.scale
    exact = places(quotient)
    if exact is None or exact > _PLACES or not 1 <= quotient < 1000:
        return None
    same = style.plural(quotient) == style.plural(like.value / like.scale)
    several = "one" not in {style.plural(quotient), style.plural(like.value / like.scale)}
    return decimal(quotient, style) + after if same or several else None


def compound(value: Fraction, like: str) -> str | None:
    """350,000,000 as 3億5000万, with the characters and the spaces of `like`."""
    if value.denominator != 1 or value <= 0:
        return None
    traditional, korean = re.search(r"[萬億]", like), re.search(r"[만억조]", like)
    ten_thousand = "만" if korean else "萬" if "萬" in like else "万"
    hundred_million = "억" if korean else "億" if traditional else "亿"
    trillion = "조" if korean else "兆" if hundred_million == "億" else "万亿"
    rest, parts = int(value), []
    for size, word in ((10**12, trillion), (10**8, hundred_million), (10**4, ten_thousand), (1, "")):
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count}{word}")
    return (" " if korean and " " in like else "").join(parts)


def _in_script_of(like: str, text: str) -> str:
    """The text in the digits that the other figure is in: Arabic-Indic, Devanagari, full-width."""
    first = next(char for char in like if char.isdecimal())
    if first.isascii():
        return text
    zero = ord(first) - int(first)
    if 0x660 <= zero <= 0x6F0:
        text = re.sub(r"(?<=\d)[.,](?=\d)", lambda mark: "٫" if mark.group() == "." else "٬", text)
    return text.translate({ord(str(digit)): zero + digit for digit in range(10)})
