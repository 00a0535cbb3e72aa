"""What is left over on one side and is no fault: scores read as times, digits cut in other places, sums converted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby, zip_longest

from tqcheck.model import Span
from tqcheck.quantities.compare.agree import written_digits
from tqcheck.quantities.model import Kind, Quantity, Standing
from tqcheck.quantities.units.amounts import same_currency

# 21:25 is a time or a score, 1hr 26 a time or how long something takes.
_SCORE = re.compile(r"(\d{1,2})(?::|\s?h(?:rs?|ours?)?\.?\s?)(\d\d)")
# The digits of 40,45 for 40 and 45: as many do not agree by chance where they are cut in other places.
_LEAST_DIGITS = 4
_MOST_DIGITS = 20
_MONTHS = 12
_HALF, _HALF_WITHIN = (Fraction(1, 2),), 12
_ZERO = (Fraction(0),)
_OPENING = re.compile(r"[(（\[][^()（）\[\]]{0,40}$")
# Words that say that it freezes.
_COLD = re.compile(
    r"\b(?:minus|negative|below|sub-?zero|fr(?:ost|eez)\w*|cold\w*|unter|moins|sous|bajo|menos|sotto|meno|abaixo"
    r"|negativ\w*|poniżej|мороз\w*|ниже|минус\w*|нижче|мінус\w*|eksi|altında)\b"
    r"|零下|氷点下|マイナス|영하|تحت|ناقص|शून्य|負|负",
    re.IGNORECASE,
)


def read_beside(quantities: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    """The quantities of one side as the other makes them read.

    A time such as 21:25 is a score or a ratio where the other side has its parts, and no such time; 9 of 9–10月 is a month; 4 mois et demi are 4 or 4½.
    """
    return _scores_apart(list(_and_a_half(list(_months_ranged(quantities)))), others)


def as_given(quantity: Quantity, given: Sequence[Quantity]) -> Quantity:
    """The quantity as it was before it was read beside the other side."""
    return next((q for q in given if q == quantity), None) or next(
        (q for q in given if q.span == quantity.span), quantity
    )


def _and_a_half(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """4 mois et demi, 1分半: may be four and a half, too."""
    for quantity, after in zip_longest(quantities, quantities[1:]):
        near = after is not None and 0 < after.span.start - quantity.span.end <= _HALF_WITHIN
        if near and after.readings[:1] == _HALF and quantity.kind is Kind.NUMBER and quantity.readings:
            yield replace(quantity, readings=(*quantity.readings, quantity.value + _HALF[0]))
        else:
            yield quantity


def _months_ranged(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    for quantity, after in zip_longest(quantities, quantities[1:]):
        ranged = after is not None and after.kind is Kind.MONTH and after.digits and after.date < 0
        beside = ranged and after.span.start - quantity.span.end == 1 and quantity.text.isdecimal()
        if beside and quantity.kind is Kind.NUMBER and 1 <= quantity.value <= _MONTHS:
            yield replace(quantity, kind=Kind.MONTH)
        else:
            yield quantity


def _scores_apart(quantities: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    times = {value for other in others if other.kind is Kind.TIME for value in other.readings}
    numbers = {value for other in others if other.kind is not Kind.TIME for value in other.readings}
    found: list[Quantity] = []
    for quantity in quantities:
        score = _SCORE.fullmatch(quantity.text) if quantity.kind is Kind.TIME else None
        parts = list(_parts(quantity, score)) if score else []
        apart = parts and times.isdisjoint(quantity.readings)
        if apart and all(not numbers.isdisjoint(part.readings) for part in parts):
            found += parts
        else:
            found.append(quantity)
    return found


def _parts(time: Quantity, score: re.Match[str]) -> Iterator[Quantity]:
    for group in (1, 2):
        start, end = (time.span.start + at for at in score.span(group))
        values = (Fraction(score[group]),)
        span = Span(start, end)
        yield replace(
            time,
            span=span,
            text=score[group],
            readings=values,
            kind=Kind.NUMBER,
            whole=None,
            standing=Standing.ANSWERS,
        )


def cut_elsewhere(own: Sequence[Quantity], left: Sequence[Quantity], others: Sequence[Quantity]) -> set[Span]:
    """The leftover figures whose digits the other side has in one row, cut in other places: 45, 233 for 45 233, and
    telephone numbers.
    """
    rows = list(_rows([other for other in others if written_digits(other)]))
    spans = {quantity.span for quantity in left}
    found: set[Span] = set()
    written = [
        quantity
        for quantity in own
        if written_digits(quantity)
        and (quantity.span in spans or not any(quantity.span.overlaps(span) for span in spans))
    ]
    for is_left, group in groupby(written, key=lambda quantity: quantity.span in spans):
        run = list(group)
        digits = "".join(map(written_digits, run))
        if (
            is_left
            and len(digits) >= _LEAST_DIGITS
            and any(row == digits and count != len(run) for row, count in rows)
        ):
            found |= {quantity.span for quantity in run}
    return found


def _rows(quantities: Sequence[Quantity]) -> Iterator[tuple[str, int]]:
    """The digits of each few neighbours in one row, and of how many they are."""
    for index in range(len(quantities)):
        row, end, count = "", 0, 0
        for quantity in quantities[index:]:
            if quantity.span.start < end:
                continue
            row, end, count = row + written_digits(quantity), quantity.span.end, count + 1
            if len(row) > _MOST_DIGITS:
                break
            yield row, count


def is_converted(quantity: Quantity, text: str, others: Sequence[Quantity]) -> bool:
    """Whether a sum stands in brackets, in a currency that the other side does not have: (about $380,000)."""
    if quantity.unit is None or not quantity.unit.codes:
        return False
    if not _OPENING.search(text[: quantity.full_span.start]):
        return False
    return all(same_currency(quantity, other) is not True for other in others)


def lost_sign(source: Quantity, target: Quantity, targets: Sequence[Quantity], text: str) -> bool:
    """Whether a temperature below zero is told as one above: −5 °C, 5 °C. `text`: the target's, `targets` its figures.

    Only in degrees: what is negative in money and per cent is told by words (a loss, a fall). "5 below zero" names the
    zero.
    """
    if source.unit is None or source.unit.dimension != "temperature" or target.kind is not Kind.NUMBER:
        return False
    signed = len(source.readings) == 2 and source.value < 0 and -source.value in target.readings
    if not signed or any(value < 0 for value in target.readings) or not target.digits:
        return False
    return all(other.readings[:1] != _ZERO for other in targets) and not _COLD.search(text)
