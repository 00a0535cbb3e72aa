"""The gate: figures that must not fall below a floor, kept in a TOML file.

[[floor]]
set = "gate"                # the name of a labelled file without its ending
scope = "rule:number-mismatch"
figure = "recall"
least = 0.9                 # or `most`, for figures that must stay small
tolerance = 0.02            # how far beyond it is no failure yet
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqcheck.bench.judge import Judged
from tqcheck.bench.table import scope_name
from tqcheck.errors import ConfigError
from tqcheck.model import Category


@dataclass(frozen=True, slots=True)
class Floor:
    """A bound of one figure: `least` from below or `most` from above, with a tolerance. `where`: in which file."""

    where: str
    set: str
    scope: str
    figure: str
    least: float | None = None
    most: float | None = None
    tolerance: float = 0.0

    def broken_by(self, value: float) -> bool:
        """True for a value beyond the bound; no value at all counts as zero."""
        value = 0.0 if math.isnan(value) else value
        if self.least is not None and value < self.least - self.tolerance:
            return True
        return self.most is not None and value > self.most + self.tolerance


def read_floors(path: Path) -> tuple[Floor, ...]:
    """Read a floor file. Raises ConfigError naming the file and what is wrong."""
    try:
        tables = _tables(tomllib.loads(path.read_text(encoding="utf-8")))
        return tuple(_floor(f"{path}: floor {at}", table) for at, table in enumerate(tables, 1))
    except (OSError, ValueError, TypeError, RecursionError) as error:
        raise ConfigError(f"{path}: {error}") from None


def _tables(content: dict[str, Any]) -> Any:
    """The [[floor]] tables; a misspelt or empty file would hold nothing and stay green."""
    tables = content.pop("floor", [])
    if content or not tables:
        raise ValueError(f"[[floor]] tables are wanted here, not {', '.join(content) or 'nothing'}")
    return tables


def _floor(where: str, table: Mapping[str, object]) -> Floor:
    floor = Floor(where, **table)  # type: ignore[arg-type]
    if not all(isinstance(each, str) for each in (floor.set, floor.scope, floor.figure)):
        raise ValueError(f"set, scope and figure must be text: {table}")
    numbers = [each for each in (floor.least, floor.most, floor.tolerance) if each is not None]
    if not all(isinstance(each, int | float) for each in numbers):
        raise ValueError(f"least, most and tolerance must be numbers: {table}")
    if len(numbers) != 2:
        raise ValueError(f"a floor for {floor.scope} needs either least or most")
    return floor


def check_floors(floors: Sequence[Floor], sets: Collection[str], rules: Collection[str]) -> None:
    """Raise ConfigError for a floor of a set that is not measured or of a rule that does not exist.

    It would hold nothing and stay green. What a set's figures are called is known only when it was measured.
    """
    for floor in floors:
        if floor.set not in sets:
            raise ConfigError(f"{floor.where}: no set {floor.set!r} is measured (only {', '.join(sets)})")
        rule = _rule(floor)
        if rule is not None and rule not in rules:
            raise ConfigError(f"{floor.where}: there is no rule {rule!r}")


def broken(floors: Sequence[Floor], sets: Mapping[str, Sequence[Judged]]) -> Iterator[str]:
    """What fell below its floor, a line each: the set, the rule, the figure.

    A rule or category that found nothing has the value 0. Raises ConfigError for a scope or figure that the set
    does not have, and KeyError for a set that was not measured (see `check_floors`).
    """
    for floor in floors:
        value = _value(floor, sets[floor.set])
        if floor.broken_by(value):
            bound = f"below {floor.least}" if floor.least is not None else f"above {floor.most}"
            what = "none" if math.isnan(value) else f"{value:.3f}"
            yield f"{floor.set}: {floor.scope}: {floor.figure} is {what}, {bound}"


def _value(floor: Floor, parts: Sequence[Judged]) -> float:
    """The figure, or the count of that name; NaN where the rule or category found nothing."""
    with_figure = [part for part in parts if floor.figure in _names(part)]
    if not with_figure:
        known = dict.fromkeys(name for part in parts for name in _names(part))
        raise ConfigError(
            f"{floor.where}: {floor.set} has no figure {floor.figure!r} (it has {', '.join(known)})"
        )
    for part in with_figure:
        for scope, figures in part.figures.items():
            if scope_name(scope) == floor.scope:
                if floor.figure in figures:
                    return figures[floor.figure].value
                return part.totals[scope].get(floor.figure, math.nan)
    scopes = dict.fromkeys(scope_name(scope) for part in parts for scope in part.figures)
    if floor.scope not in scopes and not _can_be_silent(floor, scopes):
        raise ConfigError(
            f"{floor.where}: {floor.set} has no scope {floor.scope!r} (it has {', '.join(scopes)})"
        )
    return math.nan


def _names(judged: Judged) -> dict[str, None]:
    every = (*judged.figures.values(), *judged.totals.values())
    return dict.fromkeys(name for named in every for name in named)


def _rule(floor: Floor) -> str | None:
    """The rule whose floor it is: of `rule:mojibake`, or of `kind, rule:mojibake, mojibake`."""
    sort, _, name = floor.scope.partition(":")
    return {"rule": name, "kind, rule": name.rpartition(", ")[2]}.get(sort)


def _can_be_silent(floor: Floor, scopes: Collection[str]) -> bool:
    """Whether the scope is absent only because nothing was found: of a rule, a category, a rule on a planted kind."""
    sort, _, name = floor.scope.partition(":")
    if sort == "kind, rule":
        return f"kind:{name.rpartition(', ')[0]}" in scopes
    return sort == "rule" or (sort == "category" and name in {category.mqm for category in Category})
