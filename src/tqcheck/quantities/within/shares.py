"""Shares of one whole that pass a hundred per cent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from tqcheck.documents import primary_language
from tqcheck.model import Confidence
from tqcheck.quantities.model import Kind, Quantity
from tqcheck.quantities.within.lists import Link, Part, complement, is_closed, link, parts_from
from tqcheck.quantities.within.phrases import Phrases, phrases
from tqcheck.quantities.within.skeleton import MARK, Sentence, sentences
from tqcheck.quantities.within.totals import precision

# Shares are published rounded to a whole per cent or finer: each may be half of one too high.
_ROUNDING = Fraction(1, 2)
_AS_MANY = re.compile(
    # Not a share of the whole but a quantity as large: doses for 120 % of the population.
    r"\b(?:to|for|by|than|at|as|equals?|equalled|cover\w*|reach\w*|auf|für|um|als|von|à|pour|par|que|de|para|por|al?|до|на|для|"
    r"за|в|чем|около|with)\s*$|[到至为為达達于於过過供比]\s*$",
    re.IGNORECASE,
)
_BELONGS = re.compile(r"['’]|-|\s(?:growth|size|needs|density|decline|increase|level)\b|的[需增]")


@dataclass(frozen=True, slots=True)
class SharesOver:
    """Shares in text order that are more than their whole; `sum` in per cent. One alone is larger than its whole."""

    shares: tuple[Quantity, ...]
    sum: Fraction
    confidence: Confidence


def shares_over(text: str, quantities: Iterable[Quantity], tag: str) -> Iterator[SharesOver]:
    """Percentages that cannot be: 120 percent of voters; 60 percent for, 30 against and 25 undecided."""
    known = phrases(primary_language(tag))
    if known is None:
        return
    for sentence in sentences(text, quantities, least=1):
        at = 0
        while at < len(sentence.figures):
            if not _is_share(sentence.figures[at]):
                at += 1
                continue
            parts, end = _shares(sentence, at, known)
            if len(parts) > 1 and (found := _too_many(sentence, parts, at, end, known)):
                yield found
            for index in range(at, end):
                if _too_large(sentence, index, known):
                    yield SharesOver(
                        (sentence.figures[index],), sentence.figures[index].value, Confidence.MEDIUM
                    )
            at = end


def _shares(sentence: Sentence, at: int, known: Phrases) -> tuple[list[Part], int]:
    """The list of percentages from a figure on, and the index after it."""
    before = re.split(r"[,;、，；(（:：]", sentence.gap(at))[-1][-30:]
    parts, _ = parts_from(sentence, at, before, known)
    percents = next((n for n, part in enumerate(parts) if not _is_share(part.figure)), len(parts))
    return parts[:percents], at + max(1, percents)


def _is_share(figure: Quantity) -> bool:
    return (
        figure.kind is Kind.PERCENT
        and not (figure.unit and figure.unit.symbol == "pp")
        and figure.bounds is None
    )


def _too_many(sentence: Sentence, parts: list[Part], at: int, end: int, known: Phrases) -> SharesOver | None:
    total = sum((part.figure.value for part in parts), Fraction(0))
    slack = sum((max(_ROUNDING, precision(part.figure)) for part in parts), Fraction(0))
    lowest = sum((min(part.figure.readings) for part in parts), Fraction(0))
    if lowest <= 100 + slack:
        return None
    lead = link(sentence.gap(at), known)
    figures = tuple(part.figure for part in parts)
    if lead is not None and lead[0] is Link.MADE_OF and is_closed(sentence, end, known):
        return SharesOver(figures, total, Confidence.HIGH)
    kinds = complement(parts, known)
    if kinds is None or not kinds.shares or not all(_adjoins(part, kinds.nouns) for part in parts):
        return None
    return SharesOver(figures, total, Confidence.MEDIUM)


def _adjoins(part: Part, nouns: Iterable[re.Pattern[str]]) -> bool:
    """60 percent women, 女性占60%: not "60 percent of women", which has another whole."""
    before, _, after = part.words.partition(MARK)
    verb = re.match(
        r"\s*(?:(?:are|were|is|was|voted|sind|waren|stimmten|étaient|sont|ont voté|votaron|son|eran)\s+)?(?:d['’]|de )?",
        after,
    )
    following = after[verb.end() :] if verb else after
    led = re.sub(r"(?:\s|占|为|為|:)+$", "", before)
    return any(
        noun.match(following) or any(m.end() == len(led) for m in noun.finditer(led)) for noun in nouns
    )


def _too_large(sentence: Sentence, index: int, known: Phrases) -> bool:
    figure = sentence.figures[index]
    if not _is_share(figure) or min(figure.readings) <= 100:
        return False
    place = sentence.places[index]
    rest = sentence.text[place + 1 : place + 61].lstrip()
    whole = known.whole.match(rest)
    return (
        whole is not None
        and not _BELONGS.match(rest, whole.end())
        and not _AS_MANY.search(sentence.text[max(0, place - 20) : place])
    )
