"""Shares of one whole that are more than the whole."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Pair,
    PairFacts,
    Quantities,
    Reads,
    Rule,
    Severity,
    bad,
    good,
)
from tqcheck.api.quantities import covering, number, said_alike, shares_over


def check(pair: Pair, facts: PairFacts, _options: None) -> Iterator[Hit]:
    known = facts[Quantities]
    language = pair.target_language
    for found in shares_over(pair.target_text, known.target, language):
        if said_alike(found.shares, known.source):
            continue
        if len(found.shares) == 1:
            message = f"A share of a whole cannot be {found.shares[0].text}."
        else:
            shares = " + ".join(share.text for share in found.shares)
            message = f"{shares} make {number(found.sum)}% of one whole. Check each of them."
        yield Hit(message, target=covering(found.shares), confidence=found.confidence)


RULE = Rule(
    id="share-over-100",
    summary="Shares of one whole pass a hundred per cent",
    why="Readers see at once that it cannot be.",
    category=Category.NUMBERS,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Quantities,),
    reads=Reads.TARGET,
    check=check,
    examples=(
        bad(None, "120 percent of respondents agreed.", marks=["120 percent"], languages="und-en"),
        bad(
            None,
            "Of those asked, 60% were in favour, 35% against and 25% undecided.",
            marks=["60% were in favour, 35% against and 25%"],
            languages="und-en",
        ),
        bad(
            "Der Stoff besteht zu 60 Prozent aus Baumwolle.",
            "The cloth consists of 60% cotton and 50% polyester.",
            marks=["60% cotton and 50%"],
            languages="de-en",
        ),
        bad(
            None,
            "Der Stoff besteht aus 60 Prozent Baumwolle und 50 Prozent Wolle.",
            marks=["60 Prozent Baumwolle und 50 Prozent"],
            languages="und-de",
        ),
        bad(
            None,
            "La classe compte 60 % de filles et 50 % de garçons.",
            marks=["60 % de filles et 50 %"],
            languages="und-fr",
        ),
        bad(None, "El 120 % de los encuestados está a favor.", marks=["120 %"], languages="und-es"),
        bad(
            None,
            "Проголосовали 60% за, 35% против и 25% воздержались.",
            marks=["60% за, 35% против и 25%"],
            languages="und-ru",
        ),
        bad(None, "受访者中男性占52%，女性占58%。", marks=["52%，女性占58%"], languages="und-zh"),
        good(
            None, "52% of men and 58% of women have a job; sales are at 120% of target.", languages="und-en"
        ),
        good(None, "There are phones for 120 percent of the population.", languages="und-en"),
        good(None, "52 Prozent der Männer und 58 Prozent der Frauen wählen.", languages="und-de"),
        good(None, "52%的男性和58%的女性吸烟；产量达到计划的120%。", languages="und-zh"),
        good(None, "33,4 % за, 33,4 % против и 33,3 % воздержались.", languages="und-ru"),
        good("120 % der Befragten stimmten zu.", "120 percent of respondents agreed.", languages="de-en"),
    ),
)
