"""Which quantities are parts of one date: Monday, the 3rd of May 2020; 2020年5月3日（日）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tqcheck.model import Span
from tqcheck.quantities.dates.tables import HAN, Calendar, calendar_of
from tqcheck.quantities.model import Kind, Quantity, Standing

# What may stand between two parts of a date. The longest: " de l'année ".
_GAP = re.compile(
    r"(?:st|nd|rd|th|er|ère|re|º|ª|°|-?(?:го|ше|е|ого|а))?[.,،॰]?,?[\s\u00a0\u200f]*"
    r"(?:(?:of|de|del|d['’]|di|do|the|den|dem|der|le|el|il|los|dia|day of|of the year|ngày|tháng|năm|da|ב)[\s\u00a0]?)?"
    r"|[\s\u00a0]?[年月日号號년월일.][\s\u00a0]?[（(,，、]?|\s?[（(,，]\s?|[/-]",
    re.IGNORECASE,
)
_DECADES = frozenset(range(10, 100, 10))
_LONGEST_GAP = 14
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|º)(?!\w)|\.(?=,|\s|$)")
_DAY_MARK = re.compile(r"\s?[日号號일]|(?:st|nd|rd|th)\b|\s?г(?:\.|ода)|\s?(?:року|р\.)")
# The kinds that may follow a part of each kind, in every language; a number may be a day.
_AFTER = {
    Kind.WEEKDAY: frozenset({Kind.DAY, Kind.MONTH, Kind.NUMBER}),
    Kind.DAY: frozenset({Kind.MONTH, Kind.YEAR, Kind.WEEKDAY}),
    Kind.NUMBER: frozenset({Kind.MONTH, Kind.WEEKDAY}),
    Kind.MONTH: frozenset({Kind.YEAR, Kind.WEEKDAY}),
    Kind.YEAR: frozenset({Kind.WEEKDAY}),
}
_PARTS = frozenset(_AFTER)


def link(text: str, quantities: Sequence[Quantity], tag: str) -> Sequence[Quantity]:
    """The same quantities, those of one date with its number and span, the number in it a DAY. In text order."""
    calendar, han = calendar_of(tag), tag in HAN
    linked = [_period(text, _decade(text, quantity, calendar), calendar) for quantity in quantities]
    if tag == "en":
        linked = list(_word_years(text, linked))
    if not any(q.kind in {Kind.MONTH, Kind.WEEKDAY} for q in quantities):
        return linked
    for chain in _chains(text, linked, calendar, han=han):
        parts = [linked[index] for index in chain]
        end = parts[-1].span.end
        if mark := _DAY_MARK.match(text, end):
            end = mark.end()
        whole = Span(parts[0].span.start, max(end, *((part.whole or part.span).end for part in parts)))
        for index, part in zip(chain, parts, strict=True):
            kind = Kind.DAY if part.kind is Kind.NUMBER else part.kind
            standing = _standing(part, doubtful=tag == "en" and part.text.islower())
            linked[index] = replace(part, kind=kind, standing=standing, date=whole.start, whole=whole)
    return linked


def _standing(part: Quantity, *, doubtful: bool) -> Standing:
    """What may be another word is surely a month or weekday beside the rest of a date: "may 5" only perhaps."""
    if part.date >= 0 or part.kind is Kind.YEAR:  # written in figures
        return part.standing
    if (part.kind is Kind.MONTH and not doubtful) or part.digits:
        return Standing.STATED
    return max(part.standing, Standing.COMPARED)


def _decade(text: str, quantity: Quantity, calendar: Calendar) -> Quantity:
    """Les années 90, gli anni novanta: 1990 as well."""
    values, start, end = quantity.readings, quantity.span.start, quantity.span.end
    if quantity.kind is not Kind.NUMBER or len(values) != 1 or values[0] not in _DECADES:
        return quantity
    if calendar.before_decade.search(text, max(0, start - 10), start) or calendar.after_decade.match(
        text, end
    ):
        return replace(quantity, readings=(*values, values[0] + 1900, values[0] + 2000))
    return quantity


def _period(text: str, quantity: Quantity, calendar: Calendar) -> Quantity:
    """An ordinal before a quarter, half-year or century is sure enough to be compared."""
    if quantity.kind is not Kind.NUMBER or quantity.standing is not Standing.ANSWERS or not quantity.readings:
        return quantity
    match = calendar.periods.match(text, quantity.span.end)
    if match is None:
        return quantity
    whole = Span(quantity.span.start, match.end())
    return replace(quantity, standing=Standing.COMPARED, whole=whole)


def _word_years(text: str, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """Nineteen eighty-four comes as two numbers. As a year it may be compared, as two numbers it only answers."""
    last: Quantity | None = None
    for quantity in quantities:
        if last is not None and _is_word(last, 11, 20) and _is_word(quantity, 10, 99):
            span = Span(last.span.start, quantity.span.end)
            year = (100 * last.value + quantity.value,)
            if text[last.span.end : quantity.span.start] in {" ", "-"}:
                yield replace(
                    last, span=span, readings=year, kind=Kind.YEAR, standing=Standing.COMPARED, whole=span
                )
                last = replace(quantity, standing=Standing.ANSWERS)
                yield last
                continue
        yield quantity
        last = quantity


def _is_word(quantity: Quantity, least: int, most: int) -> bool:
    if quantity.digits or quantity.kind is not Kind.NUMBER or quantity.scale != 1 or not quantity.readings:
        return False
    return least <= quantity.value <= most


def _chains(
    text: str, quantities: Sequence[Quantity], calendar: Calendar, *, han: bool
) -> Iterator[list[int]]:
    """The indexes of the parts of each date of two or more parts."""
    parts = [index for index, quantity in enumerate(quantities) if _may_be_part(quantity)]
    chain: list[int] = []
    kinds: set[Kind] = set()
    for place, index in enumerate(parts):
        quantity = quantities[index]
        kind = Kind.DAY if quantity.kind is Kind.NUMBER else quantity.kind
        if chain:
            last = quantities[chain[-1]]
            if quantity.span.start < last.span.end and quantity.date < 0:
                continue
            following = quantities[parts[place + 1]] if place + 1 < len(parts) else None
            if (last.date >= 0 and last.date == quantity.date) or (
                kind not in kinds
                and _follows(last, quantity, kinds, calendar, han=han)
                and _joined(text, last, quantity)
                and not (kind is Kind.WEEKDAY and following and _begins(text, last, quantity, following))
            ):
                chain.append(index)
                kinds.add(kind)
                continue
            if _is_date(text, [quantities[i] for i in chain], kinds):
                yield chain
        chain, kinds = [index], {kind}
    if _is_date(text, [quantities[i] for i in chain], kinds):
        yield chain


def _begins(text: str, last: Quantity, weekday: Quantity, following: Quantity) -> bool:
    """Whether a weekday belongs to the date after it: 3 May, Monday, 5 May, and not 28 Aralık Pazartesi, 5 Mart."""
    if following.kind not in _AFTER[Kind.WEEKDAY] or not _joined(text, weekday, following):
        return False
    cut_after = "," in text[weekday.span.end : following.span.start]
    return not cut_after or "," in text[last.span.end : weekday.span.start]


def _joined(text: str, last: Quantity, quantity: Quantity) -> bool:
    start, end = last.span.end, quantity.span.start
    return 0 <= end - start <= _LONGEST_GAP and _GAP.fullmatch(text, start, end) is not None


def _may_be_part(quantity: Quantity) -> bool:
    if quantity.kind not in _PARTS or not quantity.readings or quantity.unit is not None:
        return False
    if quantity.kind is Kind.NUMBER:
        return quantity.scale == 1 and quantity.value.denominator == 1 and 1 <= quantity.value <= 31
    return True


def _follows(last: Quantity, quantity: Quantity, kinds: set[Kind], calendar: Calendar, *, han: bool) -> bool:
    if quantity.kind in _AFTER[last.kind]:
        if quantity.kind is Kind.YEAR:
            return Kind.MONTH in kinds and not han
        return True
    if last.kind is Kind.NUMBER and quantity.kind is Kind.YEAR:  # May 3, 2020
        return Kind.MONTH in kinds and not han
    if last.kind is Kind.MONTH and quantity.kind in {Kind.DAY, Kind.NUMBER}:
        return calendar.month_first or han or quantity.kind is Kind.DAY
    if last.kind is Kind.YEAR and quantity.kind is Kind.MONTH:
        return calendar.year_first or han
    return False


def _is_date(text: str, parts: Sequence[Quantity], kinds: set[Kind]) -> bool:
    """Two parts or more; without a month, a weekday and what is surely a day (Monday the 5th)."""
    if len(kinds) < 2:
        return False
    if Kind.MONTH in kinds:
        return True
    return any(
        part.kind is Kind.DAY or (part.kind is Kind.NUMBER and _ORDINAL.match(text, part.span.end))
        for part in parts
    )
