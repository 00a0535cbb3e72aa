"""The Java process of a LanguageTool server: started at once, its output kept, ended always."""

from __future__ import annotations

import socket
import subprocess
import sys
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path
from typing import IO

from tqcheck.errors import ResourceUnavailable
from tqcheck.languagetool.installation import INSTALL_HINT, Installation

_HEAP = "-Xmx1g"
_STDERR_CHARACTERS = 600
_END_SECONDS = 10.0
_HERE = Path(__file__).parent


class Jvm:
    """The JVM behind its guard process, on a free port of the loopback interface."""

    def __init__(self, java: str, installation: Installation) -> None:
        port = _free_port()
        self.url = f"http://127.0.0.1:{port}/"
        self._log: IO[bytes] = tempfile.TemporaryFile(mode="a+b")  # noqa: SIM115
        command = [
            java, _HEAP, "-XX:+UseSerialGC", "-Djava.net.preferIPv4Stack=true", "-Djava.awt.headless=true",
            f"-Dlogback.configurationFile={(_HERE / 'logback.xml').as_uri()}",
            "-cp", str(installation.jar), "org.languagetool.server.HTTPServer", "--port", str(port),
        ]  # fmt: skip
        try:
            # Its own session: Ctrl-C is for tqcheck, which then closes the pipe.
            self._guard = subprocess.Popen(  # noqa: S603
                [sys.executable, "-I", "-S", str(_HERE / "guard.py"), *command],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=self._log,
                start_new_session=True,
            )
        except OSError as error:
            self._log.close()
            raise ResourceUnavailable(
                f"LanguageTool could not be started ({error.strerror})", INSTALL_HINT
            ) from error
        self.close = weakref.finalize(self, _end, self._guard, self._log)

    def ended(self, grace: float = 0.0) -> bool:
        """Whether it has ended, or does so within `grace` seconds: a broken connection is seen before the exit."""
        try:
            self._guard.wait(timeout=grace)
        except subprocess.TimeoutExpired:
            return False
        return True

    def said(self) -> str:
        """What it printed, and its exit status if it ended, to be put behind a message."""
        self._log.seek(0)
        lines = self._log.read().decode("utf-8", "replace").splitlines()
        text = " ".join(line.strip() for line in lines if not line.strip().startswith(("at ", "... ")))
        if len(text) > _STDERR_CHARACTERS:
            text = f"{text[: _STDERR_CHARACTERS // 2]} … {text[-_STDERR_CHARACTERS // 2 :]}"
        status = self._guard.poll()
        parts = ([] if status is None else [f"exit status {status}"]) + ([text] if text else [])
        return f" ({': '.join(parts)})" if parts else ""


def _end(guard: subprocess.Popen[bytes], log: IO[bytes]) -> None:
    assert guard.stdin is not None, "it was opened as a pipe"
    with suppress(OSError):
        guard.stdin.write(b"\n")  # closing is not enough where a forked process holds the pipe too
        guard.stdin.close()
    try:
        guard.wait(timeout=_END_SECONDS)
    except subprocess.TimeoutExpired:
        guard.terminate()
        guard.wait()
    log.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
