"""Words and Roman numerals that answer a figure of the other side and are never reported themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from tqcheck.model import Span
from tqcheck.quantities.first_look import words_of
from tqcheck.quantities.model import Quantity, Standing, Unit

# Half answers a share, 50 percent and 30 minutes; other languages have it in their tables.
_HALF = re.compile("半|절반")
# A day and a half, two years and a half: periods, so that 36 hours agree.
_AND_A_HALF = re.compile(
    r"\b(?:(?P<one>an?|one)|(?P<more>two|three|four|five|\d{1,3}))\s(?:minute|hour|day|week|month|year|decade)s?\sand\sa\shalf\b",
    re.IGNORECASE,
)
_MORE = {"two": 2, "three": 3, "four": 4, "five": 5}
_ROMAN = re.compile(
    r"(?<![\w.-])(?=[IVXLCDM])(?P<n>M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))(?:e|er|ère|ème|º|ᵉ)?(?![\w-])(?!\.\w)"
)
_MAYBE_ROMAN = re.compile(r"[IVXLCDM]+(?:e|er|ère|ème|º|ᵉ)?(?![\w-])")  # quick to look for
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
# Beside these a Roman numeral surely numbers.
_LABEL = re.compile(
    r"(?<!\w)(?:(?i:article|level|phase|chapter|part|section|act|class|type|stage|grade|volume|century|world war|war|title"
    r"|artikel|stufe|kapitel|teil|klasse|band|weltkrieg|siècle|chapitre|partie|niveau|guerre|guerre mondiale|tome|siglo|artículo|capítulo"
    r"|nivel|fase|parte|século|artigo|nível|secolo|articolo|capitolo|livello|hoofdstuk|deel|wereldoorlog|eeuw|wiek\w*|artykuł\w*"
    r"|rozdział\w*|część|poziom\w*|tom\w*|статья|статьи|глава|главы|часть|том|уровень|раздел|війна|війни|стаття|частина)"
    r"|(?!In\b|Und\b|And\b|The\b|When\b|If\b|But\b|As\b|So\b|That\b)[A-ZÀ-ÞĀ-ŽА-ЯІЇЄ][a-zß-ÿā-žа-яіїє]{2,})\s$"
)
_CENTURY = re.compile(
    r"[\s\u00a0](?:centur(?:y|ies)|Jahrhundert\w*|siècles?|siglos?|séculos?|secol[oi]|eeuw|wiek\w*|век\w*|столет\w*|століт\w*|в\."
    r"|Olympi\w+|зимни\w+|летни\w+|съезд\w*|congress\w*|Congres\w*)"
)


def parts(text: str) -> Iterator[Quantity]:
    """Half: as a share, a percentage and the minutes of an hour."""
    for match in _HALF.finditer(text) if "반" in text or "半" in text else ():
        values = (Fraction(1, 2), Fraction(50), Fraction(30))
        yield Quantity(Span(*match.span()), match.group(), values, standing=Standing.ANSWERS, digits=False)
    for match in _AND_A_HALF.finditer(text) if "half" in words_of(text) else ():
        more = (match["more"] or "").lower()
        whole = 1 if match["one"] else _MORE.get(more) or int(more)
        value = (whole + Fraction(1, 2),)
        yield Quantity(
            Span(*match.span()),
            match.group(),
            value,
            standing=Standing.ANSWERS,
            digits=False,
            unit=Unit("h", "time", Fraction(3600)),
        )


def romans(text: str) -> Iterator[Quantity]:
    """The XXI century, Article IV, Louis XIV; a lone I is too often no number."""
    for match in _ROMAN.finditer(text) if _MAYBE_ROMAN.search(text) else ():
        numeral = match["n"]
        if not numeral:
            continue
        labelled = _LABEL.search(text[max(0, match.start() - 20) : match.start()])
        sure = labelled is not None or _CENTURY.match(text, match.end()) is not None
        value = 0
        for char, following in zip(numeral, [*numeral[1:], ""], strict=True):
            smaller = bool(following) and _ROMAN_DIGITS[following] > _ROMAN_DIGITS[char]
            value += -_ROMAN_DIGITS[char] if smaller else _ROMAN_DIGITS[char]
        # Letters other than these are abbreviations (CD, MM, XL) where nothing else says that they number.
        plain = set(numeral) <= set("IVX") and (len(numeral) > 1 or value >= 5)
        if plain or (sure and (len(numeral) > 2 or (labelled and labelled.group().islower()))):
            single = len(numeral) == 1 and labelled is not None and labelled.group()[:1].isupper()
            compared = sure and not single and numeral != "I"  # Malcolm X; the part I play
            yield Quantity(
                Span(*match.span()),
                match.group(),
                (Fraction(value),),
                standing=Standing.COMPARED if compared else Standing.ANSWERS,
                digits=False,
            )
