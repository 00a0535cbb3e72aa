"""What is measured by itself besides all rules together."""

from __future__ import annotations

from tqcheck.bench.focus.measure import Focus
from tqcheck.bench.focus.names import NAMES
from tqcheck.bench.focus.numbers import NUMBERS

FOCI: dict[str, Focus] = {"numbers": NUMBERS, "names": NAMES}
