"""What a ledger of names holds: bearers, their forms and places, and how the translation renders them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from tqcheck.model import Span
from tqcheck.names.model import NameKind


class Status(StrEnum):
    """How the translation renders a name, the worst that is true of it."""

    ADDED = "added"  # in the translation only
    MISSING = "missing"  # surely, at one place or more
    SEVERAL = "several"  # rendered in several ways
    RENDERED = "rendered"  # in one way, and nowhere surely missing
    UNKNOWN = "unknown"  # there is no source, or it could not be told


@dataclass(frozen=True, slots=True)
class Place:
    """A span of one side of a pair, by the pair's id."""

    pair: str
    span: Span


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a side writes a name: exactly what stands at each of its places, in text order."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One bearer and its forms, on each side the commonest first. `id` is unique in the ledger.

    `name` is what English calls it, as fully as the article does. `missing`: at how many places of the source it surely
    has no rendering. `sure`: the tables know it, one side surely has a name, or it is named more than once.
    """

    id: str
    name: str
    kind: NameKind
    status: Status
    source: tuple[Form, ...] = ()
    target: tuple[Form, ...] = ()
    missing: int = 0
    sure: bool = False

    @property
    def count(self) -> int:
        """How often the translation names it; the source, where the translation does not."""
        return sum(len(form.places) for form in self.target or self.source)


def worst_first(entries: Iterable[Entry]) -> list[Entry]:
    """In the order in which a reader looks at them: what is not as it should be, then what is named most often."""
    order = list(Status)
    return sorted(entries, key=lambda entry: (min(order.index(entry.status), 3), -entry.count))
