"""What rules may import of the engine that finds and repairs faults of the source."""

from tqcheck.source_faults.broken_lines import BrokenLine, broken_lines
from tqcheck.source_faults.columns import mixed_columns
from tqcheck.source_faults.damage import Damage, damages
from tqcheck.source_faults.harm import harm

__all__ = [
    "BrokenLine",
    "Damage",
    "broken_lines",
    "damages",
    "harm",
    "mixed_columns",
]
