"""Whether the source says the same figures: then the contradiction is the author's, and the translation is right."""

from __future__ import annotations

from collections.abc import Iterable

from tqcheck.quantities.model import Quantity


def said_alike(figures: Iterable[Quantity], source: Iterable[Quantity]) -> bool:
    """Whether each of the figures has its own of the same value in the source."""
    left = [set(quantity.readings) for quantity in source if quantity.readings]
    for figure in figures:
        answer = next((values for values in left if not values.isdisjoint(figure.readings)), None)
        if answer is None:
            return False
        left.remove(answer)
    return True
