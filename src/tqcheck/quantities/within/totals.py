"""Parts that do not add up to the total that their sentence gives: 22 men and 3 women, 26 people in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice, product

from tqcheck.documents import primary_language
from tqcheck.model import Confidence
from tqcheck.quantities.model import Hedge, Kind, Quantity
from tqcheck.quantities.within.lists import (
    COMMA,
    LONGEST,
    STOPS,
    Link,
    Part,
    complement,
    is_closed,
    link,
    parts_from,
    split,
)
from tqcheck.quantities.within.phrases import Complement, Fill, Phrases, phrases
from tqcheck.quantities.within.skeleton import MARK, Sentence, sentences

_COMBINATIONS = 64  # readings of figures put together
_SETS_OFF = re.compile(r"[,;:，；：—–(（]|\s-\s")  # between parts and the total after them
_NOUN_THEN_COMMA = re.compile(r"(?: [^\W\d_]+){1,5}, ((?:[^\W\d_]+ ){0,2})")
_EQUATION = re.compile(
    rf"(?<![\w=+*/×÷-] )(?<![\w=+*/×÷-]){MARK}(?: ?\+ ?{MARK})+ ?= ?{MARK}(?! ?[\w+*/×÷-])"
)
_DECIMALS = re.compile(r"\d+(?:[.,](\d+))?")


@dataclass(frozen=True, slots=True)
class TotalMismatch:
    """A total and the parts that should make it, in text order; `sum` is that of their usual readings."""

    total: Quantity
    parts: tuple[Quantity, ...]
    sum: Fraction
    confidence: Confidence


def total_mismatches(text: str, quantities: Iterable[Quantity], tag: str) -> Iterator[TotalMismatch]:
    """The totals that their parts contradict, where the sentence says that the parts are all there are."""
    known = phrases(primary_language(tag))
    for sentence in sentences(text, quantities):
        yield from _equations(sentence)
        if known is None:
            continue
        for index in range(len(sentence.figures)):
            found = _total_first(sentence, index, known) or _total_last(sentence, index, known)
            if found is not None:
                yield found


def _equations(sentence: Sentence) -> Iterator[TotalMismatch]:
    for match in _EQUATION.finditer(sentence.text):
        first = sentence.text.count(MARK, 0, match.start())
        *parts, total = sentence.figures[first : first + match.group().count(MARK)]
        if any(part.value >= 10 for part in parts):  # 1 + 1 = 3 is a saying
            yield from _contradiction(total, parts, Confidence.MEDIUM)


def _total_first(sentence: Sentence, at: int, known: Phrases) -> TotalMismatch | None:
    """26 people, of whom 22 are men and 3 women."""
    if at + 2 >= len(sentence.figures):
        return None
    told = _is_total(sentence, at, known)
    lead = link(sentence.gap(at + 1), known) or (_apposed if told else _out_of)(sentence, at, known)
    if lead is None:
        return None
    how, before = lead
    parts, end = parts_from(sentence, at + 1, before, known)
    if len(parts) < 2 or not is_closed(sentence, end, known):
        return None
    total = sentence.figures[at]
    if (total.kind is Kind.YEAR or (total.value == 1 and not total.digits)) and not told:
        return None  # "on a stage, three women and two men"
    kinds = complement(parts, known)
    figures = [part.figure for part in parts]
    confidence = None
    if kinds is not None:
        over = _sum(figures) > total.value
        confidence = _sure(kinds, how, over=over, told=told, all_named=len(parts) == len(kinds.nouns))
    elif how is Link.APPOSED:
        confidence = Confidence.MEDIUM if end == len(sentence.figures) and _alike(parts) else None
    elif how is Link.MADE_OF or (how is Link.COLON and told and end == len(sentence.figures)):
        confidence = Confidence.MEDIUM if _countable(sentence, at, known) and _even(parts) else None
    return next(_contradiction(total, figures, confidence), None)


def _alike(parts: Sequence[Part]) -> bool:
    """Whether each part is told in the same way: 22 from the mainland and 3 from the islands."""
    heads = [part.words.partition(MARK)[2].split()[:1] for part in parts]
    return _even(parts) and all(head == heads[0] for head in heads)


def _apposed(sentence: Sentence, at: int, _known: Phrases) -> tuple[Link, str] | None:
    """A total of 26 boats took part, 22 from the mainland and 3 from the islands."""
    noun = _NOUN_THEN_COMMA.fullmatch(sentence.gap(at + 1))
    return (Link.APPOSED, noun[1]) if noun else None


def _out_of(sentence: Sentence, at: int, known: Phrases) -> tuple[Link, str] | None:
    """Of the 26 patients, 22 were male."""
    noun = _NOUN_THEN_COMMA.fullmatch(sentence.gap(at + 1))
    opens = at == 0 and known.out_of.fullmatch(sentence.gap(0).lstrip())
    return (Link.OF_THEM, noun[1]) if noun and opens else None


def _sure(kinds: Complement, how: Link, *, over: bool, told: bool, all_named: bool) -> Confidence | None:
    """More than all is wrong of nouns that share no member; less only where nothing can be left over."""
    if over:
        return Confidence.HIGH
    if not all_named or kinds.fill is Fill.NOT:
        return None
    if kinds.fill is Fill.WHOLE:
        return Confidence.HIGH if told or how > Link.APPOSED else Confidence.MEDIUM
    return Confidence.MEDIUM if told or how > Link.APPOSED else None


def _total_last(sentence: Sentence, at: int, known: Phrases) -> TotalMismatch | None:
    """22 men and 3 women, 26 people in all."""
    if at < 2 or not _is_total(sentence, at, known) or not _SETS_OFF.search(sentence.gap(at)):
        return None
    first = at - 1
    while first > max(0, at - LONGEST) and split(sentence.gap(first), known) is not None:
        first -= 1
    before = sentence.gap(first)[-30:]
    parts, end = parts_from(sentence, first, before, known, last=at - 1)
    if len(parts) < 2 or end != at or link(sentence.gap(at + 1), known) is not None:
        return None
    kinds = complement(parts, known)
    figures = [part.figure for part in parts]
    if kinds is not None:
        whole = len(parts) == len(kinds.nouns) and kinds.fill is not Fill.NOT
        confidence = Confidence.HIGH if whole else None
    else:  # any list, if nothing in the sentence before it can belong to it
        confidence = (
            Confidence.MEDIUM
            if first == 0
            and _starts(before, known)
            and _even([replace(parts[0], words=parts[0].words.removeprefix(before)), *parts[1:]])
            else None
        )
    return next(_contradiction(sentence.figures[at], figures, confidence), None)


def _starts(before: str, known: Phrases) -> bool:
    """Whether nothing that is left of a list's first figure belongs to the list."""
    return not (COMMA.search(before) or known.and_.search(before) or STOPS.search(before))


def _even(parts: Iterable[Part]) -> bool:
    """Whether the figures of a list are said in one way, each right before what it counts."""
    return all(
        not before.strip() and after.strip() and part.figure.kind is Kind.NUMBER
        for part in parts
        for before, _, after in [part.words.partition(MARK)]
    )


def _is_total(sentence: Sentence, at: int, known: Phrases) -> bool:
    if known.total_before.search(sentence.gap(at)[-40:]):
        return True
    following = sentence.gap(at + 1)[:40]
    after = known.total_after.search(following)
    return after is not None and not re.search(r"[,;.:()]", following[: after.start()])


def _countable(sentence: Sentence, at: int, known: Phrases) -> bool:
    """Whether a total counts things one by one: a 26-storey building has other parts."""
    after = sentence.gap(at + 1)
    return (
        not known.spaced or re.match(r"\s[^\W\d_]|-(?:member|strong|person|man|people)\b", after) is not None
    )


def _contradiction(
    total: Quantity, parts: Sequence[Quantity], confidence: Confidence | None
) -> Iterator[TotalMismatch]:
    figures = (total, *parts)
    if confidence is None or any(
        figure.hedge is not Hedge.EXACT
        or figure.bounds is not None
        or figure.kind is Kind.PERCENT
        or (figure.digits and not figure.clear)
        for figure in figures
    ):
        return
    units = {figure.unit.symbol for figure in parts if figure.unit}
    if units and units != {total.unit.symbol if total.unit else None}:
        return
    slack = sum(map(precision, figures), Fraction(0))
    readings = islice(product(*(figure.readings for figure in figures)), _COMBINATIONS)
    if all(abs(sum(values[1:], Fraction(0)) - values[0]) > slack for values in readings):
        yield TotalMismatch(total, tuple(parts), _sum(parts), confidence)


def _sum(parts: Iterable[Quantity]) -> Fraction:
    return sum((part.value for part in parts), Fraction(0))


def precision(figure: Quantity) -> Fraction:
    """Half of the last place that a figure was rounded to: 0.05 million for 3.2 million; none for whole counts."""
    numeral = _DECIMALS.search(figure.text)
    decimals = len(numeral[1] or "") if numeral and figure.value.denominator * figure.scale > 1 else 0
    if figure.scale == 1 and figure.value.denominator == 1:
        return Fraction(0)
    return Fraction(figure.scale, 2 * 10**decimals)
