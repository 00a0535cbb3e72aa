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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqcheck.bench.judge import Judged
from tqcheck.bench.table import scope_name
from tqcheck.errors import ConfigError


@dataclass(frozen=True, slots=True)
class Floor:
    """A bound of one figure: `least` from below or `most` from above, with a tolerance."""

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
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("floor", [])
        return tuple(_floor(table) for table in tables)
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise ConfigError(f"{path}: {error}") from None


def _floor(table: Mapping[str, object]) -> Floor:
    floor = Floor(**table)  # type: ignore[arg-type]
    if (floor.least is None) == (floor.most is None):
        raise ValueError(f"a floor for {floor.scope} needs either least or most")
    return floor


def broken(floors: Sequence[Floor], sets: Mapping[str, Sequence[Judged]]) -> Iterator[str]:
    """What fell below its floor, a line each: the set, the rule, the figure. A set that was not run is left out."""
    for floor in floors:
        for judged in sets.get(floor.set, ()):
            value = _value(judged, floor)
            if floor.broken_by(value):
                bound = f"below {floor.least}" if floor.least is not None else f"above {floor.most}"
                what = "none" if math.isnan(value) else f"{value:.3f}"
                yield f"{floor.set}: {floor.scope}: {floor.figure} is {what}, {bound}"


def _value(judged: Judged, floor: Floor) -> float:
    """The figure, or the count of that name; NaN if the set has none."""
    for scope, figures in judged.figures.items():
        if scope_name(scope) == floor.scope:
            if floor.figure in figures:
                return figures[floor.figure].value
            return judged.totals[scope].get(floor.figure, math.nan)
    return math.nan
