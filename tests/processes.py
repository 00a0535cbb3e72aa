"""What tests that start processes share."""

from __future__ import annotations

import signal


def hear_interrupts() -> None:
    """For `preexec_fn`: what a shell starts in the background ignores SIGINT, and so would its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
