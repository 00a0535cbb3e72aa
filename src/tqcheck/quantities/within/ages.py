"""Ages that contradict the years beside them: (1901–1985) died at 75."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tqcheck.documents import primary_language
from tqcheck.model import Confidence
from tqcheck.quantities.dates.calendar import dates_of
from tqcheck.quantities.model import Hedge, Kind, Quantity
from tqcheck.quantities.within.phrases import Phrases, phrases
from tqcheck.quantities.within.skeleton import MARK, Sentence, sentences

_LIFE = re.compile(rf"[(（][^()（）]{{0,20}}{MARK}年?\s?[–—~-]\s?[^()（）]{{0,20}}{MARK}年?[)）]")
_OLDEST, _YOUNGEST = 122, 1  # Jeanne Calment's age
_SLACK = 2  # years, by East Asian reckoning
_NEAR = 60  # characters between an age and its year
_PHRASE = re.compile(r"[;:.()（）；。：]")
_CLAUSE = re.compile(r"[;:.()（）；。：—–]|, |，")
# Reckoned from one at birth, as in East Asia, an age is one higher again.
_EAST_ASIAN = frozenset({"zh", "ja", "ko"})


@dataclass(frozen=True, slots=True)
class AgeMismatch:
    """An age, the years that contradict it, and the ages that they allow (low, high)."""

    age: Quantity
    born: Quantity
    then: Quantity
    allowed: tuple[int, int]
    confidence: Confidence


def age_mismatches(text: str, quantities: Iterable[Quantity], tag: str) -> Iterator[AgeMismatch]:
    """The ages that cannot be, where one sentence has a birth year, a later year and the age in it."""
    language = primary_language(tag)
    known = phrases(language)
    if known is None:
        return
    for sentence in sentences(text, quantities, least=3):
        years = [i for i, figure in enumerate(sentence.figures) if _is_year(figure)]
        ages = [i for i in range(len(sentence.figures)) if _is_age(sentence, i, known)]
        if len(years) != 2 or len(ages) != 1:
            continue
        (born, then), age = years, ages[0]
        confidence = _related(sentence, born, then, age, known)
        if confidence is None:
            continue
        figures = sentence.figures
        passed = int(figures[then].value - figures[born].value)
        allowed = (passed - 1, passed)
        wrong = all(
            not passed - 1 <= value <= passed + 1 + (language in _EAST_ASIAN)
            for value in figures[age].readings
        )
        if wrong and 0 < passed <= _OLDEST:
            yield AgeMismatch(figures[age], figures[born], figures[then], allowed, confidence)


def ages_too_high(
    texts: Sequence[tuple[str, Sequence[Quantity]]], tag: str
) -> Iterator[tuple[int, AgeMismatch]]:
    """The ages that nobody can have by the one full date of an article, right after the birth year that it tells.

    Each with the place of its text. Only where the article has these two years and no other: ages that are too low may
    be of an earlier time.
    """
    known = phrases(primary_language(tag))
    if known is None:
        return
    years = {figure.value: figure for _, figures in texts for figure in figures if _is_year(figure)}
    if len(years) != 2:
        return
    born, then = (years[year] for year in sorted(years))
    if not any(
        date.is_full and date.year == then.value for _, figures in texts for date in dates_of(figures)
    ):
        return
    oldest = int(then.value - born.value)
    if not 0 < oldest <= _OLDEST:
        return
    birth = None
    for place, (text, figures) in enumerate(texts):
        for sentence in sentences(text, figures, least=1):
            for index, figure in enumerate(sentence.figures):
                near = birth is not None and place - birth <= 1
                if figure.value == born.value and _is_birth(sentence, index, known):
                    birth = place
                elif near and _is_age(sentence, index, known) and min(figure.readings) > oldest + _SLACK:
                    yield place, AgeMismatch(figure, born, then, (oldest - 1, oldest), Confidence.MEDIUM)


def _is_year(figure: Quantity) -> bool:
    return figure.kind is Kind.YEAR and figure.digits and figure.hedge is Hedge.EXACT


def _is_age(sentence: Sentence, index: int, known: Phrases) -> bool:
    figure = sentence.figures[index]
    if (
        figure.kind is not Kind.NUMBER
        or figure.hedge is not Hedge.EXACT
        or not _YOUNGEST <= figure.value <= _OLDEST
    ):
        return False
    said_after = known.years_old.match(sentence.gap(index + 1))
    return (said_after or known.aged.search(sentence.gap(index)[-30:])) is not None


def _related(sentence: Sentence, born: int, then: int, age: int, known: Phrases) -> Confidence | None:
    """How surely the age is that of the person born in the one year, in the other."""
    text, places = sentence.text, sentence.places
    life = _LIFE.search(text)
    if life is not None and life.start() < places[born] and places[then] < life.end():
        rest = text[life.end() : places[age] + 12]
        died = known.died.search(rest)
        return Confidence.HIGH if age > then and died and len(rest) < 2 * _NEAR else None
    if not _is_birth(sentence, born, known):
        return None
    low, high = sorted((places[then], places[age]))
    between = text[low + 1 : high]
    if len(between) > _NEAR:
        return None
    before = known.died.search(text, places[born] + 1, low)
    after = known.died.search(between) if age > then else None
    if (before or after) and not _PHRASE.search(between) and not (before and known.died.search(between)):
        return Confidence.HIGH
    alone = (
        not _CLAUSE.search(between) and not known.and_.search(between) and known.died.search(between) is None
    )
    return Confidence.MEDIUM if alone and age > born else None


def _is_birth(sentence: Sentence, index: int, known: Phrases) -> bool:
    before, after = sentence.gap(index)[-30:], sentence.gap(index + 1)[:12]
    return known.born.search(before) is not None or (
        not known.spaced and known.born.search(after) is not None
    )
