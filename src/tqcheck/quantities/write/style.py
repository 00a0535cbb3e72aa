"""How a locale writes numbers (CLDR): its separators, its grouping, its words for powers of ten."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

# Words that newspapers use beside CLDR's, by the exponent of ten.
_OWN = {
    "en": ("3=k 6=m 9=bn 12=tn", "6=mn 9=bn 12=trn", "6=mln 9=bln 12=trln", "5=lakh 7=crore"),
    "de": ("3=Tsd. 6=Mio. 9=Mrd. 12=Bio.", "3=Tsd 6=Mio 9=Mrd 12=Bio"),
    "fr": ("6=M 9=Mds",),
    "it": ("6=mln 9=mld", "6=mln. 9=mld."),
    "nl": ("6=mln 9=mld 12=bln",),
    "pl": ("3=tys 6=mln 9=mld 12=bln",),
    "ru": ("3=тыс. 6=млн. 9=млрд. 12=трлн.", "3=тыс 6=млн 9=млрд 12=трлн"),
    "uk": ("3=тис. 6=млн. 9=млрд. 12=трлн.", "3=тис 6=млн 9=млрд 12=трлн"),
    "zh": ("4=萬 8=億 12=兆", "4=萬 8=億 12=萬億"),
}
# CLDR's words that the press avoids: 2.000 millones, 1 200 milliards, 1.200 miliardi.
_RARE = {("es", 10**9), ("fr", 10**12), ("it", 10**12)}
# CLDR's minimumGroupingDigits of 2, which babel does not read: 1234, 12 345.
_FOUR_UNGROUPED = frozenset({"es", "it", "pl", "pt_PT"})
_WORD = re.compile(r"^(0+)\s*(.*\S)$")
_EXACT_PLACES = 12
_ROUND_PLACES = 3


@dataclass(frozen=True, slots=True, eq=False)
class Ladder:
    """Words for powers of ten that are used together: thousand, million … or Tsd., Mio. …

    `words`: by the power, its word by CLDR's plural category; `other` is always there.
    """

    words: Mapping[int, Mapping[str, str]]

    def holds(self, word: str) -> bool:
        """Whether a word is one of these."""
        return any(word in forms.values() for forms in self.words.values())


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """The conventions of one locale."""

    locale: Locale
    decimal: str
    group: str
    indian: bool
    least_grouped: int
    ladders: tuple[Ladder, ...]

    def plural(self, value: Fraction) -> str:
        """The plural category of a number: one in English for 1."""
        return str(self.locale.plural_form(Decimal(plain(value))))

    def is_rare(self, power: int) -> bool:
        """Whether the press of the language avoids the word for this power."""
        return (self.locale.language, power) in _RARE

    def grouped(self, whole: str, group: str | None = None) -> str:
        """1234567 → 1,234,567; 12,34,567 in India."""
        mark = self.group if group is None else group
        head, tail = whole[:-3], whole[-3:]
        size = 2 if self.indian else 3
        first = len(head) % size
        parts = [head[:first], *(head[at : at + size] for at in range(first, len(head), size)), tail]
        return mark.join(part for part in parts if part)


@cache
def style(tag: str) -> Style:
    """The conventions of a language tag; English ones for a language that CLDR does not know."""
    locale = _locale(tag)
    symbols = locale.number_symbols
    symbols = symbols.get("latn", symbols)
    name = locale.language
    return Style(
        locale,
        decimal=symbols["decimal"],
        group=symbols["group"],
        indian=locale.decimal_formats[None].grouping == (3, 2),
        least_grouped=5 if {name, str(locale)} & _FOUR_UNGROUPED else 4,
        ladders=(
            *(_ladder(locale.compact_decimal_formats.get(width) or {}) for width in ("long", "short")),
            *(
                Ladder({10 ** int(n): {"other": word} for n, word in _entries(own)})
                for own in _OWN.get(name, ())
            ),
        ),
    )


def _locale(tag: str) -> Locale:
    """The locale of a tag, or of as much of it as CLDR knows."""
    from babel import Locale, UnknownLocaleError  # only where a figure is written or looked at

    while tag:
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            tag = tag.rpartition("-")[0]
    return Locale("en")


def _entries(text: str) -> list[list[str]]:
    return [entry.split("=") for entry in text.split()]


def _ladder(compact: Mapping[str, Mapping[str, object]]) -> Ladder:
    """CLDR's pattern for 10,000, "00 thousand", says that the word is worth a thousand."""
    words: dict[int, dict[str, str]] = {}
    for category, patterns in compact.items():
        for key in sorted(patterns, key=len):
            match = _WORD.match(getattr(patterns[key], "pattern", "").replace("'", ""))
            if match:
                words.setdefault(int(key) // 10 ** (len(match[1]) - 1), {}).setdefault(category, match[2])
    return Ladder({power: forms for power, forms in words.items() if "other" in forms})


def places(value: Fraction) -> int | None:
    """How many decimals write the value exactly; None if too many would."""
    return next((n for n in range(_EXACT_PLACES + 1) if (value * 10**n).denominator == 1), None)


def plain(value: Fraction, least: int = 0) -> str:
    """1234567/2 → 617283.5; a third → 0.333. `least`: decimals, with zeros where needed."""
    exact = places(value)
    count = _ROUND_PLACES if exact is None else exact
    digits = str(abs(round(value * 10**count))).rjust(count + 1, "0")
    whole, rest = digits[: len(digits) - count], digits[len(digits) - count :].rstrip("0")
    rest = rest.ljust(least if rest else 0, "0")
    return ("-" if value < 0 else "") + whole + (f".{rest}" if rest else "")
