"""Compare the quantities of two texts as values: what agrees, what was changed, lost or invented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeAlias

from tqcheck.quantities.compare.agree import Agreement, agreement, figures_of
from tqcheck.quantities.compare.assign import assign
from tqcheck.quantities.compare.change import Change, ChangeKind, resemble
from tqcheck.quantities.compare.leftovers import as_given, cut_elsewhere, is_converted, lost_sign, read_beside
from tqcheck.quantities.dates.calendar import changed_dates, filled_in
from tqcheck.quantities.model import Kind, Quantity, Standing
from tqcheck.quantities.units.amounts import same_currency

# More figures than prose has: a table, compared by value alone, for time's sake.
_MOST = 200
# What an answered figure is worth by its standing: more than any order of agreements and places.
_WORTH = {Standing.STATED: 100, Standing.COMPARED: 60, Standing.ANSWERS: 10}
_DATE_KINDS = frozenset({Kind.YEAR, Kind.MONTH, Kind.DAY, Kind.WEEKDAY, Kind.TIME})
# Kinds that stand only for their own.
_APART = frozenset({Kind.MONTH, Kind.WEEKDAY, Kind.TIME, Kind.CODE, Kind.MULTIPLE})
_CODE_LENGTHS = 2
# How far a small number in words may stand, as a share of the sentence, from the one it is compared with.
_NEAR = 0.5


Key: TypeAlias = tuple[Kind, Fraction]


_OTHER = {Agreement.OTHER_UNIT: ChangeKind.UNIT, Agreement.OTHER_CURRENCY: ChangeKind.CURRENCY}


@dataclass(frozen=True, slots=True)
class Comparison:
    """What does not agree in one pair."""

    changed: tuple[Change, ...] = ()
    missing: tuple[Quantity, ...] = ()
    added: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True)
class Around:
    """The `keys` of figures that excuse what has moved: of the neighbouring pairs, and of all the article's source."""

    source: frozenset[Key] = frozenset()
    target: frozenset[Key] = frozenset()
    whole_source: frozenset[Key] = frozenset()


def keys(quantity: Quantity, readings: Iterable[Fraction]) -> set[Key]:
    """What another mention of a figure is known by: a month by a month, a time by a time, all that may be plain numbers by
    their value.
    """
    kind = quantity.kind if quantity.kind in _APART else Kind.NUMBER
    return {(kind, value) for value in readings}


@dataclass(frozen=True, slots=True)
class _Open:
    """A figure that has no answer of its own. `place`: 0..1 in its side; `again`: the other side says it, of another
    mention; `moved`: a neighbouring pair has it.
    """

    quantity: Quantity
    place: float
    again: bool
    moved: bool


def compare(
    source: Sequence[Quantity],
    target: Sequence[Quantity],
    around: Around | None = None,
    language: str = "en",
    texts: tuple[str, str] = ("", ""),
) -> Comparison:
    """Compare the two sides of a pair. `language`: the tag of the target's; `texts`: those that the figures are of, without
    which what stands around a figure is not asked for.
    """
    if all(quantity.standing is Standing.ANSWERS for quantity in (*source, *target)):
        return Comparison()  # nothing that may be told
    around = around or Around()
    if len(source) > _MOST or len(target) > _MOST:
        return _by_value(source, target)
    given = source, target
    source, target = read_beside(source, target), read_beside(target, source)
    agreed = {
        (one, two): how
        for one, s in enumerate(source)
        for two, t in enumerate(target)
        if max(s.standing, t.standing) > Standing.ANSWERS  # two that are never told need no answer
        and (how := agreement(s, t, language)) is not None
    }
    answers = assign({edge: _gain(edge, how, source, target) for edge, how in agreed.items()})
    changed = [
        Change(_OTHER[how], source[one], target[two])
        for one, two in sorted(answers.items())
        if (how := agreed[one, two]) in _OTHER
        and min(source[one].standing, target[two].standing) > Standing.ANSWERS
    ]
    changed += [
        Change(ChangeKind.VALUE, source[one], target[two])
        for one, two in sorted(answers.items())
        if lost_sign(source[one], target[two], target, texts[1])
    ]
    lost = list(_open(source, answers.keys(), {one for one, _ in agreed}, around.target))
    invented = list(_open(target, set(answers.values()), {two for _, two in agreed}, around.source))
    if not (changed or lost or invented or any(quantity.date >= 0 for quantity in target)):
        return Comparison()  # all are answered
    lost = _without(lost, source, target, texts[0])
    invented = _without(invented, target, source, texts[1])
    stand_ins = _stand_ins(lost, invented)
    for one, two in sorted(stand_ins.items()):
        s, t = lost[one].quantity, invented[two].quantity
        if same_currency(s, t) is False and not resemble(s, t):
            continue
        changed.append(Change(ChangeKind.DATE if _is_date(s, t) else ChangeKind.VALUE, s, t))
    said = {change.source.span for change in changed}
    changed += [Change(ChangeKind.DATE, s, t) for s, t in changed_dates(source, target) if s.span not in said]
    said |= {lost[one].quantity.span for one in stand_ins} | {change.source.span for change in changed}
    dates = {change.source.date for change in changed if change.source.date >= 0}  # one finding a date
    missing = [each for each in lost if each.quantity.span not in said and each.quantity.date not in dates]
    told = {invented[two].quantity.span for two in stand_ins.values()}
    told |= {change.target.span for change in changed} | (filled_in(source, target) if invented else set())
    dates = {change.target.date for change in changed if change.target.date >= 0}
    added = [each for each in invented if each.quantity.span not in told and each.quantity.date not in dates]
    return Comparison(
        tuple(
            replace(each, source=as_given(each.source, given[0]), target=as_given(each.target, given[1]))
            for each in changed
        ),
        tuple(as_given(each.quantity, given[0]) for each in missing if _is_telling(each)),
        tuple(
            as_given(each.quantity, given[1])
            for each in added
            if _is_telling(each)
            and around.whole_source.isdisjoint(keys(each.quantity, each.quantity.readings))
        ),
    )


def _by_value(source: Sequence[Quantity], target: Sequence[Quantity]) -> Comparison:
    said = {value for quantity in source for value in quantity.readings}
    told = {value for quantity in target for value in quantity.readings}
    return Comparison(
        missing=tuple(s for s in source if s.clear and told.isdisjoint(s.readings)),
        added=tuple(t for t in target if t.clear and said.isdisjoint(t.readings)),
    )


def _gain(
    edge: tuple[int, int], how: Agreement, source: Sequence[Quantity], target: Sequence[Quantity]
) -> float:
    """What an answer is worth: first that figures have one, then how well they agree, then their places."""
    one, two = source[edge[0]], target[edge[1]]
    worth = (
        _WORTH[one.standing] + _WORTH[two.standing] + 5 * (one.kind is two.kind) + 3 * _counts_alike(one, two)
    )
    return worth - 2 * how - abs(edge[0] / len(source) - edge[1] / len(target))


def _counts_alike(one: Quantity, two: Quantity) -> bool:
    """Whether both have a unit of one dimension, or neither has one."""
    return (one.unit and one.unit.dimension) == (two.unit and two.unit.dimension)


def _open(
    quantities: Sequence[Quantity], answered: Set[int], again: Set[int], around: frozenset[Key]
) -> Iterator[_Open]:
    for at, quantity in enumerate(quantities):
        if at not in answered and quantity.standing > Standing.ANSWERS:
            moved = not around.isdisjoint(keys(quantity, quantity.readings))
            yield _Open(quantity, at / len(quantities), at in again, moved)


def _without(
    left: list[_Open], own: Sequence[Quantity], others: Sequence[Quantity], text: str
) -> list[_Open]:
    """What is left over without figures that the other side has, cut in other places, and sums in another currency."""
    if not left:
        return left
    cut = cut_elsewhere(own, [each.quantity for each in left], others)
    return [
        each
        for each in left
        if each.quantity.span not in cut and not is_converted(each.quantity, text, others)
    ]


def _is_telling(figure: _Open) -> bool:
    """Whether a figure on one side alone is worth a word: one and two hide in grammar, 100 % in "fully"."""
    quantity = figure.quantity
    if figure.again or figure.moved or not quantity.clear or not quantity.readings:
        return False
    small = all(value <= 2 for value in quantity.readings)
    whole = quantity.kind is Kind.PERCENT and quantity.value == 100
    return not small and not whole


def _is_date(source: Quantity, target: Quantity) -> bool:
    return {source.kind, target.kind} <= _DATE_KINDS or (source.date >= 0 and target.date >= 0)


def _stand_ins(lost: Sequence[_Open], invented: Sequence[_Open]) -> dict[int, int]:
    """Which figures stand where others should: indices of `lost` to those of `invented`."""
    alone = sum(not s.again for s in lost) == 1 == sum(not t.again for t in invented)
    gains = {
        (one, two): likeness
        for one, s in enumerate(lost)
        for two, t in enumerate(invented)
        if not s.moved and not t.moved and (likeness := _likeness(s, t, alone=alone)) > 0
    }
    return assign(gains)


def _likeness(source: _Open, target: _Open, *, alone: bool) -> float:
    """How surely the one was written for the other, 0 where it can't be told. `alone`: there are no others."""
    s, t = source.quantity, target.quantity
    if not _may_stand_for(s, t) or (source.again and target.again):
        return 0
    alike = resemble(s, t)
    far = abs(source.place - target.place)
    counted = s.unit is not None and t.unit is not None and s.unit.dimension == t.unit.dimension
    if s.clear and t.clear and not source.again and not target.again:
        likely = alike or counted or (alone and s.kind is t.kind)
    else:
        likely = (counted and far <= _NEAR) or (alone and s.kind is t.kind)
    return (2 + 2 * (s.kind is t.kind) + 2 * alike + 2 * counted - far) if likely else 0


def _may_stand_for(source: Quantity, target: Quantity) -> bool:
    """Whether the one may be a mistake for the other: a month for a month, a time for a time, a day for a day."""
    if not source.readings or not target.readings:
        return False
    if source.kind is target.kind is Kind.CODE:  # Covid-19 stands for no telephone number
        return abs(len(source.text) - len(target.text)) <= _CODE_LENGTHS
    if source.kind in _APART or target.kind in _APART:
        return source.kind is target.kind
    if source.unit and target.unit and source.unit.dimension != target.unit.dimension:
        one, two = figures_of(source.value), figures_of(target.value)  # 39.6 million told as 39.6 min
        return one == two and len(one) > 1
    return Kind.DAY not in {source.kind, target.kind} or max(source.value, target.value) <= 31
