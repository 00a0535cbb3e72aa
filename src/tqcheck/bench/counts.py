"""Counts by scope and cluster, and figures of their sums with 95% intervals.

A scope is what a figure is about: everything, a rule, a category, a language pair, a kind. A cluster is what is
drawn whole in the bootstrap: a document, since its sentences are alike (Efron and Tibshirani 1993, percentile interval).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Sums: TypeAlias = Mapping[str, NDArray[np.float64]]
Formula: TypeAlias = Callable[[Sums], NDArray[np.float64]]
Scope: TypeAlias = tuple[str, str]  # ("rule", "mojibake"); ("all", "")

DRAWS = 1000
_SEED = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its 95% interval. NaN where there is nothing to divide by."""

    value: float
    low: float
    high: float


@dataclass(slots=True)
class Counts:
    """Named counts of every scope, kept by cluster."""

    _clusters: dict[str, int] = field(default_factory=dict)
    _cells: dict[tuple[Scope, str], dict[int, float]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, scope: Scope, cluster: str, **amounts: float) -> None:
        """Add amounts to the counts of a scope."""
        index = self._clusters.setdefault(cluster, len(self._clusters))
        for name, amount in amounts.items():
            if amount:
                cell = self._cells[scope, name]
                cell[index] = cell.get(index, 0.0) + amount

    @property
    def scopes(self) -> list[Scope]:
        """Every scope that something was counted for, sorted."""
        return sorted({scope for scope, _ in self._cells})

    def total(self, scope: Scope, name: str) -> float:
        """The sum of a count over all clusters."""
        return sum(self._cells.get((scope, name), {}).values())

    def figures(self, formulas: Mapping[str, Formula]) -> dict[Scope, dict[str, Figure]]:
        """Every formula on every scope's counts; a count that a scope lacks is taken from "all", else 0."""
        size = max(1, len(self._clusters))
        draws = np.random.default_rng(_SEED).multinomial(size, np.full(size, 1 / size), DRAWS)
        weights = np.vstack([np.ones(size), draws]).astype(np.float64)
        sums = {
            key: weights[:, list(cell)] @ np.array(list(cell.values())) for key, cell in self._cells.items()
        }
        return {
            scope: {name: _figure(formula(_Sums(sums, scope))) for name, formula in formulas.items()}
            for scope in self.scopes
        }


class _Sums(dict[str, NDArray[np.float64]]):
    """The sums of one scope by name; words, which are counted once, come from the whole."""

    def __init__(self, sums: Mapping[tuple[Scope, str], NDArray[np.float64]], scope: Scope) -> None:
        super().__init__()
        self._all, self._scope = sums, scope

    def __missing__(self, name: str) -> NDArray[np.float64]:
        for scope in (self._scope, ("all", "")):
            if (scope, name) in self._all and (scope == self._scope or name in _SHARED):
                return self._all[scope, name]
        return np.zeros(DRAWS + 1)


_SHARED = frozenset({"words", "clean words", "records"})


def ratio(above: str, below: str, times: float = 1.0) -> Formula:
    """`times` × above / below."""

    def formula(sums: Sums) -> NDArray[np.float64]:
        return times * _divided(sums[above], sums[below])

    return formula


def f1(precision: Formula, recall: Formula) -> Formula:
    """The harmonic mean of two figures."""

    def formula(sums: Sums) -> NDArray[np.float64]:
        p, r = precision(sums), recall(sums)
        return _divided(2 * p * r, p + r)

    return formula


def _divided(above: NDArray[np.float64], below: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.divide(above, below, out=np.full_like(above, np.nan), where=below != 0)


def _figure(values: NDArray[np.float64]) -> Figure:
    drawn = values[1:][~np.isnan(values[1:])]
    if np.isnan(values[0]) or not len(drawn):
        return Figure(float(values[0]), float("nan"), float("nan"))
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Figure(float(values[0]), float(low), float(high))


def plain(value: float) -> Figure:
    """A value without an interval."""
    return Figure(value, float("nan"), float("nan"))


RESAMPLES = 200  # of what must be computed anew for each, not summed


def resampled(clusters: NDArray[np.intp], measure: Callable[[NDArray[np.intp]], float]) -> Figure:
    """A measure of all records and its interval; `clusters` [n] holds the cluster number of each record."""
    order = np.argsort(clusters, kind="stable")
    members = np.split(order, np.cumsum(np.bincount(clusters))[:-1])
    random = np.random.default_rng(_SEED)
    drawn = [
        measure(np.concatenate([members[each] for each in random.integers(len(members), size=len(members))]))
        for _ in range(RESAMPLES)
    ]
    return _figure(np.array([measure(np.arange(len(clusters))), *drawn]))
