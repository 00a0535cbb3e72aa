"""A figure in the place of another: what is wrong with it, how surely, and what belongs there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tqcheck.documents import LIKELY_ALIGNED
from tqcheck.model import Confidence, Span
from tqcheck.quantities.compare.agree import figures_of
from tqcheck.quantities.model import Kind, Quantity
from tqcheck.quantities.write.rewrite import code_like, with_ordinal

_DECADE = 100  # decades are told by two digits or by four


class ChangeKind(StrEnum):
    """What is wrong with a figure in the place of another."""

    VALUE = "value"
    DATE = "date"
    UNIT = "unit"
    CURRENCY = "currency"


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of the source, and the wrong one that the target has in its place."""

    kind: ChangeKind
    source: Quantity
    target: Quantity

    def correction(self, text: str, language: str) -> tuple[Span, str | None]:
        """What to replace in the target's `text`, and by what; None where that is not known: the unit is another one."""
        one, two = self.source, self.target
        if one.unit and two.unit and one.unit.size != two.unit.size:
            return two.span, None
        if len(one.readings) > 1 and one.kind is Kind.NUMBER and two.value not in {-one.value, *one.readings}:
            large, small = max(one.value, two.value), min(one.value, two.value)
            if small < _DECADE <= large:  # 90年代 told as the 1980s
                return two.span, None
        if one.kind is Kind.CODE:
            return two.span, code_like(one)
        return with_ordinal(one.value, two, text, language) or (two.span, None)

    def confidence(self, alignment: float) -> Confidence:
        """HIGH: each has one reading and the one looks like the other gone wrong, in a pair that was surely aligned.
        `alignment`: the aligner's confidence, 0..1."""
        one, two = self.source, self.target
        if self.kind is ChangeKind.UNIT and one.unit and one.unit.dimension == "share":
            return Confidence.LOW  # percent for percentage points, as journalists write
        named = one.kind in {Kind.MONTH, Kind.WEEKDAY}
        read = named or (one.digits and two.digits and len(one.readings) == len(two.readings) == 1)
        alike = one.kind is two.kind and (
            resemble(one, two) or self.kind in {ChangeKind.UNIT, ChangeKind.CURRENCY}
        )
        sure = read and alike and one.clear and two.clear and alignment >= LIKELY_ALIGNED
        return Confidence.HIGH if sure else Confidence.MEDIUM


def ends_alone(changes: Sequence[Change]) -> Iterator[Change]:
    """The changes without those of a range's start where its end has changed alike: 80–85 mph told as 80–85 km/h."""
    starts = {
        change.source.extent[0]
        for change in changes
        if change.source.extent and change.source.value == change.source.extent[1]
    }
    for change in changes:
        extent = change.source.extent
        if not extent or change.source.value != extent[0] or extent[0] not in starts:
            yield change


def resemble(source: Quantity, target: Quantity) -> bool:
    """Whether two figures look like one figure gone wrong: a digit, their order, a zero or the scale word."""
    if source.kind is target.kind and source.kind in {Kind.MONTH, Kind.TIME, Kind.PERCENT}:
        return True
    one, two = figures_of(source.value), figures_of(target.value)
    if one == two:  # 3.4 million for 3.4 billion
        return True
    if abs(len(one) - len(two)) > 1 or not one or not two:
        return False
    if sorted(one) == sorted(two):
        return True
    if len(one) == len(two):
        return len(one) > 1 and sum(a != b for a, b in zip(one, two, strict=True)) == 1
    short, long = sorted((one, two), key=len)
    return len(short) > 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
