"""A process that runs a command and ends it when its own standard input closes or speaks.

The JVM must not outlive tqcheck, even where tqcheck is killed and no handler of its own can run. The pipe to
this process closes with tqcheck, whatever ended it. Run as a file, so that it imports nothing of tqcheck.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading


def main(command: list[str]) -> int:
    """Run `command` until it ends by itself or standard input closes or speaks; its exit status."""
    try:
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603
    except OSError as error:
        sys.stderr.write(f"{command[0]} cannot be run: {error}\n")
        return 127

    def end_with_parent() -> None:
        with contextlib.suppress(OSError):
            os.read(0, 1)
        child.kill()

    signal.signal(signal.SIGTERM, lambda *_: child.kill())
    threading.Thread(target=end_with_parent, daemon=True).start()
    return child.wait()


if __name__ == "__main__":
    status = main(sys.argv[1:])
    sys.exit(status if status >= 0 else 128 - status)
