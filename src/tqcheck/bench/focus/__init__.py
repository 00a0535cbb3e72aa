"""What is measured by itself besides all rules together."""

from __future__ import annotations

from pathlib import Path

from tqcheck.bench.focus.grammar import GRAMMAR
from tqcheck.bench.focus.meaning import MEANING
from tqcheck.bench.focus.measure import Focus, Measured
from tqcheck.bench.focus.names import NAMES
from tqcheck.bench.focus.numbers import NUMBERS

FOCI: dict[str, Focus] = {"numbers": NUMBERS, "names": NAMES, "grammar": GRAMMAR, "meaning": MEANING}


def measured(what: str, root: Path, name: str, engine: str) -> Measured:
    """What a process is asked for: a focus holds functions that cannot be sent to it, nor can those of `__main__`."""
    return FOCI[what].measure(root, name, engine)
