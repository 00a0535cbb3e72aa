"""A figure or date written as another locale writes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tqcheck.api import (
    AlignedArticle,
    ArticleFacts,
    Category,
    Confidence,
    DocumentRule,
    Hit,
    Pair,
    Quantities,
    Severity,
    Text,
    bad,
    good,
)
from tqcheck.api.quantities import Flaw, Foreign, foreign, foreign_dates, is_native

# From here on one finding tells of all: nobody reads forty.
_MANY = 4
_LISTED = 3
_SAYS = {
    Flaw.DECIMAL: "“{0}” has the decimal mark of another language",
    Flaw.GROUP: "“{0}” has the thousands separator of another language",
    Flaw.SPACE: "“{0}” has spaces between its thousands, as other languages write them",
    Flaw.PLACE: "“{0}” has its thousands separator in the wrong place",
    Flaw.DATE: "“{0}” is a date in the form of another language",
}


def check(article: AlignedArticle, facts: ArticleFacts, _options: None) -> Iterator[tuple[Pair, Hit]]:
    found = defaultdict[Flaw, list[tuple[Pair, Text, Foreign]]](list)
    kept = set[Flaw]()  # the conventions that the text keeps elsewhere
    for pair in article.pairs:
        text = pair.target
        if text is None:
            continue
        known = facts.of(pair)[Quantities]
        source = None if pair.source is None else known.source
        for date in foreign_dates(text.text, text.language):
            if date.span.of(text.text) not in pair.source_text:  # a stamp that is copied is left as it is
                found[Flaw.DATE].append((pair, text, date))
        for quantity in known.target:
            one = foreign(text.text, quantity, text.language, source)
            if one is not None:
                found[one.flaw].append((pair, text, one))
            elif flaw := is_native(quantity, text.language):
                kept.add(flaw)
    for flaw, cases in found.items():
        yield from _hits(flaw, cases, consistent=_convention(flaw) not in kept)


def _convention(flaw: Flaw) -> Flaw:
    return Flaw.GROUP if flaw is Flaw.SPACE else flaw


def _hits(
    flaw: Flaw, cases: list[tuple[Pair, Text, Foreign]], *, consistent: bool
) -> Iterator[tuple[Pair, Hit]]:
    """Each case; one finding for all if they are many, at low confidence where the text writes them all so."""
    if len(cases) < _MANY or flaw is Flaw.PLACE:
        for pair, text, one in cases:
            confidence = Confidence.HIGH if one.sure else Confidence.MEDIUM
            yield pair, _hit(text, one, "", confidence)
        return
    pair, text, first = cases[0]
    others = ", ".join(f"“{one.span.of(each.text)}”" for _, each, one in cases[1 : 1 + _LISTED])
    more = f"; so have {len(cases) - 1} more ({others}{' …' if len(cases) > 1 + _LISTED else ''})"
    yield pair, _hit(text, first, more, Confidence.LOW if consistent else Confidence.MEDIUM)


def _hit(text: Text, one: Foreign, more: str, confidence: Confidence) -> Hit:
    says = _SAYS[one.flaw].format(one.span.of(text.text))
    right = " or ".join(f"“{form}”" for form in one.right)
    return Hit(f"{says}{more}. Write {right}.", target=one.span, suggestions=one.right, confidence=confidence)


RULE = DocumentRule(
    id="number-format",
    summary="A figure is written as another language writes it",
    why="Where 1.000 is one thousand in one language and one in another, readers take it for the wrong number.",
    category=Category.NUMBERS,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
    check=check,
    examples=(
        bad(
            "仓库里有1000斤大米。",
            "There are 1.000 jin of rice in the warehouse.",
            marks=["1.000"],
            suggestion="1,000",
            languages="zh-en",
        ),
        bad(
            "Der Umsatz stieg auf 3,5 Millionen Euro.",
            "Sales rose to 3,5 million euros.",
            marks=["3,5 million"],
            suggestion="3.5 million",
            languages="de-en",
        ),
        bad(
            "The bridge is 1,234.5 metres long.",
            "Die Brücke ist 1,234.5 Meter lang.",
            marks=["1,234.5"],
            suggestion="1.234,5",
            languages="en-de",
        ),
        bad(
            "В хоре поют 2150 человек.",
            "The choir has 2 150 singers.",
            marks=["2 150"],
            suggestion="2,150",
            languages="ru-en",
        ),
        bad(
            "奖金3万元。",
            "The prize is 300,00 yuan.",
            marks=["300,00"],
            suggestion="30,000",
            languages="zh-en",
        ),
        bad("It grew by 12.5%.", "Le chiffre a augmenté de 12.5 %.", marks=["12.5 %"], languages="en-fr"),
        bad(
            None,
            "It was signed on 30.08.2020 in the capital.",
            marks=["30.08.2020"],
            suggestion="August 30, 2020",
            languages="und-en",
        ),
        bad(None, "Die Stadt hat 1,234,567 Einwohner.", marks=["1,234,567"], languages="und-de"),
        bad(None, "It costs 3,50 euros a day.", marks=["3,50"], suggestion="3.50", languages="und-en"),
        good("1,234.5 metres", "1'234.5 Meter", languages="en-de-CH"),
        good("Version 2.5 of the program", "Version 2.5 des Programms", languages="en-de"),
        good("1.234 Einwohner und 3,5 Prozent", "1,234 residents and 3.5 percent", languages="de-en"),
        good(None, "See chapters 3,5 and pages 12,14; it opened on 8/30/2020.", languages="und-en"),
        good("1500 km", "1 500 km, 10 000 km", languages="en-fr"),
    ),
)
