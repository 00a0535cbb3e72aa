"""Compare the quantities of two texts as values: what agrees, what was changed, lost or invented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tqcheck.documents import AlignedArticle, Pair
from tqcheck.facts import ArticleFacts, Quantities
from tqcheck.quantities.model import Hedge, Kind, Quantity

# "nearly 400" for 396: a hedged figure may be this far off.
_HEDGE = Fraction(5, 100)
# Units of time that are told in each other: weeks in days, years in months, decades and centuries in years, dozens.
_CONVERSIONS = {7, 12, 24, 60, 10, 100, 20, 30, 365}
_LARGEST_CONVERTED = 400


@dataclass(frozen=True, slots=True)
class Comparison:
    """What does not agree in one pair. `changed` holds (source, target) figures that answer each other."""

    changed: tuple[tuple[Quantity, Quantity], ...] = ()
    missing: tuple[Quantity, ...] = ()
    added: tuple[Quantity, ...] = ()


def compare_article(article: AlignedArticle, facts: ArticleFacts) -> Iterator[tuple[Pair, Comparison]]:
    """Each pair that has both sides. A figure that a neighbouring pair holds has moved there and is not missing;
    one that the article's source has anywhere is not invented.
    """
    pairs = [pair for pair in article.pairs if pair.source is not None or pair.target is not None]
    held = [facts.of(pair).get(Quantities) or Quantities() for pair in pairs]
    everywhere = [quantity for quantities in held for quantity in quantities.source]
    for index, (pair, own) in enumerate(zip(pairs, held, strict=True)):
        if pair.source is None or pair.target is None:
            continue
        around = held[max(0, index - 1) : index] + held[index + 1 : index + 2]
        target_around = [quantity for quantities in around for quantity in quantities.target]
        yield pair, compare(own.source, own.target, everywhere, target_around)


def compare(
    source: Sequence[Quantity],
    target: Sequence[Quantity],
    source_around: Sequence[Quantity] = (),
    target_around: Sequence[Quantity] = (),
) -> Comparison:
    """Compare two sides; the figures around them excuse what has moved."""
    lost = [s for s in source if s.clear and not any(agree(s, t) for t in target)]
    new = [t for t in target if t.clear and not any(agree(s, t) for s in source)]
    changed = []
    for s in list(lost):
        rivals = [t for t in new if _answers(s, t)]
        if not rivals:
            continue
        place = source.index(s) / max(1, len(source))
        best = min(
            rivals, key=lambda t: (s.kind is not t.kind, abs(target.index(t) / max(1, len(target)) - place))
        )
        moved = any(agree(s, t) for t in target_around) or any(
            agree(o, best) for o in source_around if o is not s
        )
        lost.remove(s)
        new.remove(best)
        if not moved:
            changed.append((s, best))
    missing = tuple(s for s in lost if _telling(s) and not any(agree(s, t) for t in target_around))
    added = tuple(t for t in new if _telling(t) and not any(agree(s, t) for s in source_around))
    return Comparison(tuple(changed), missing, added)


def _telling(quantity: Quantity) -> bool:
    """Whether a figure on one side alone is worth a word: one and two hide in grammar, 100 % in "fully"."""
    small = all(value <= 2 for value in quantity.readings)
    whole = quantity.kind is Kind.PERCENT and quantity.value == 100
    return not small and not whole


def _answers(source: Quantity, target: Quantity) -> bool:
    """Whether the one may stand for the other, though their values differ."""
    months = (source.kind is Kind.MONTH) == (target.kind is Kind.MONTH)
    times = (source.kind is Kind.TIME) == (target.kind is Kind.TIME)
    return months and times


def agree(source: Quantity, target: Quantity) -> bool:
    """Whether any reading of the one is a reading of the other, within what their hedges allow."""
    if source.kind is Kind.TIME and target.kind is Kind.TIME:
        return not set(source.readings).isdisjoint(target.readings)
    if Kind.TIME in {source.kind, target.kind}:
        time, other = (source, target) if source.kind is Kind.TIME else (target, source)
        return any(
            value % 720 in {60 * hour % 720, hour * 60} or value % 60 == hour
            for value in time.readings
            for hour in other.readings
            if hour < 61
        )
    return any(_same(source, target, s, t) for s in source.readings for t in target.readings)


def _same(source: Quantity, target: Quantity, s: Fraction, t: Fraction) -> bool:
    if s == t:
        return True
    if not s or not t:
        return False
    small, large = sorted((abs(s), abs(t)))
    ratio = large / small
    if ratio == 100 and Kind.PERCENT in {source.kind, target.kind}:
        return True  # half = 50 percent
    if (
        ratio in _CONVERSIONS
        and large <= _LARGEST_CONVERTED
        and not (source.kind is target.kind is Kind.PERCENT)
    ):
        return (ratio != 10 and ratio != 100) or large <= 100
    if source.kind is Kind.MONTH or target.kind is Kind.MONTH:
        return False
    if Hedge.EXACT not in {source.hedge, target.hedge} or source.hedge is not target.hedge:
        return (large - small) / large <= _HEDGE
    return _rounded(source.value if s == source.value else s, t) or _rounded(t, s)


def _rounded(exact: Fraction, short: Fraction) -> bool:
    """Whether `short` is `exact` rounded to the two or more figures that it has."""
    if short.denominator != 1 and short < 1000:
        return False
    figures = str(abs(int(short))).rstrip("0")
    if len(figures) < 2 or abs(exact) < 1000:
        return False
    unit = Fraction(10) ** (len(str(abs(int(short)))) - len(figures))
    return unit > 1 and abs(exact - short) < unit
