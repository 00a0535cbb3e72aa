"""What rules may import of the engine for loops."""

from __future__ import annotations

from tqcheck.loops.characters import running_on
from tqcheck.loops.doubled import doubled
from tqcheck.loops.phrases import Repeated, looping, recurring

__all__ = ["Repeated", "doubled", "looping", "recurring", "running_on"]
