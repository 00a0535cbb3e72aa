"""A LanguageTool server that starts in the background, is asked through language-tool-python, and always ends.

language-tool-python is the client. What it does less well is done here: it tries up to 918 ports and waits
a fixed 15 s for a JVM whose errors it throws away, and it shifts offsets through a class-level cache that
threads overwrite, leaving lengths in UTF-16 units.
"""

from __future__ import annotations

import json
import logging
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
import weakref
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import IO, Any
from urllib.parse import urljoin

from language_tool_python import LanguageTool
from language_tool_python.exceptions import LanguageToolError

from tqcheck.errors import ResourceUnavailable
from tqcheck.languagetool.installation import INSTALL_HINT, Installation, find_installation
from tqcheck.languagetool.java import find_java
from tqcheck.languagetool.matches import Batch, CodeUnits, GrammarMatch, batches

READY_SECONDS = 60.0
"""A JVM is ready after 3 s on an idle machine; a busy CI machine needs several times that."""

CHECK_SECONDS = 120.0
"""The first request loads a language's rules (5 s); 20,000 characters take some 2 s after that."""

REQUEST_CHARACTERS = 20_000
"""What LanguageTool's public service takes in one request, and some 3,000 words."""

MAX_REPLACEMENTS = 5
"""The speller of a language variant offers hundreds; a report shows a handful."""

_HEAP = "-Xmx1g"
_POLL_SECONDS = 0.05
_STDERR_CHARACTERS = 600
_HERE = Path(__file__).parent
_RESTART_HINT = "Run the check again; `tqcheck doctor` says whether LanguageTool starts here."

logging.getLogger("language_tool_python").addHandler(logging.NullHandler())


class _Died(Exception):
    """The server is gone or does not answer."""


class _Client(LanguageTool):
    """language-tool-python, bound to one server and language, giving the server's answer as it is."""

    def __init__(self, url: str, language: str, *, local: bool, disabled: Collection[str], seconds: float) -> None:
        self._TIMEOUT = max(1, round(seconds))  # type: ignore[assignment]
        # An empty proxy keeps requests for this machine on it, whatever HTTP_PROXY says.
        super().__init__(language, remote_server=url, proxies={"http": "", "https": ""} if local else None)
        self.disabled_rules = set(disabled)

    def matches(self, text: str) -> list[dict[str, Any]]:
        """The `matches` of `/v2/check`. Raises LanguageToolError."""
        answer = self._query_server(urljoin(self.url, "check"), self._create_params(text), num_tries=1, method="post")
        return list(answer["matches"])


class LanguageToolServer:
    """A LanguageTool server: one that is running at `url`, or a JVM of our own.

    A JVM that dies is started once more; when that dies too, every check raises. Safe to use from several
    threads. A context manager; `close` is also called at exit, and the JVM ends with this process even if
    that is killed.

    Args:
        url: a running server, such as `http://localhost:8081`; then nothing is started.
        installation: which LanguageTool to run (default: `find_installation()`).
        disabled_rules: LanguageTool rule ids that the server need not run.
        ready_seconds: how long the server may take to answer.
        check_seconds: how long one request may take.
    """

    def __init__(
        self,
        url: str | None = None,
        *,
        installation: Installation | None = None,
        disabled_rules: Collection[str] = (),
        ready_seconds: float = READY_SECONDS,
        check_seconds: float = CHECK_SECONDS,
    ) -> None:
        self._remote = None if url is None else _base_url(url)
        self._installation = installation
        self._disabled = frozenset(disabled_rules)
        self._ready_seconds = ready_seconds
        self._check_seconds = check_seconds
        self._lock = threading.RLock()
        self._jvm: _Jvm | None = None
        self._launches = 0
        self._languages: frozenset[str] | None = None
        self._clients: dict[str, _Client] = {}
        self._closed = False

    def __enter__(self) -> LanguageToolServer:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start the JVM and return at once.

        Raises ResourceUnavailable where there is no Java 17 or no LanguageTool.
        """
        with self._lock:
            if self._closed:
                raise ResourceUnavailable("The LanguageTool server was closed", "Make a new one.")
            if self._remote is None and self._jvm is None:
                java = find_java()
                self._installation = self._installation or find_installation()
                self._jvm = _Jvm(java.path, self._installation)
                self._launches += 1

    def wait_ready(self) -> None:
        """Block until the server answers, starting it if need be.

        Raises ResourceUnavailable after `ready_seconds`, or as soon as the JVM ends, with what it printed.
        """
        with self._lock:
            self.start()
            if self._languages is not None:
                return
            deadline = time.monotonic() + self._ready_seconds
            while True:
                try:
                    self._languages = _languages(self._base, local=self._remote is None)
                except (OSError, ValueError) as error:
                    refused = error
                else:
                    return
                self._give_up_if_hopeless(refused, deadline)
                time.sleep(_POLL_SECONDS)

    def supports(self, language: str) -> bool:
        """Whether the server has rules for a language (BCP 47 tag). Waits until it is ready."""
        return self._code(language) is not None

    def check(self, text: str, language: str) -> list[GrammarMatch]:
        """The matches in one text, in text order; see `check_all`."""
        return self.check_all([text], language)[0]

    def check_all(self, texts: Sequence[str], language: str) -> list[list[GrammarMatch]]:
        """The matches in each text, in text order, with offsets in that text's code points.

        Texts travel together, as paragraphs of one document, in as few requests as possible. A match that
        spans two texts is dropped.

        Raises ResourceUnavailable if the server does not start, has no such language, or dies twice.
        """
        code = self._code(language)
        if code is None:
            raise ResourceUnavailable(f"LanguageTool has no rules for {language}", "Its grammar is not checked.")
        found: list[list[GrammarMatch]] = [[] for _ in texts]
        for batch in batches([_sendable(text) for text in texts], REQUEST_CHARACTERS):
            if batch.text.strip():
                self._check_batch(batch, code, found)
        for matches in found:
            matches.sort(key=lambda match: (match.start, match.end))
        return found

    def close(self) -> None:
        """End the JVM, if there is one, and wait until it has gone. Safe to call twice."""
        with self._lock:
            self._closed = True
            self._drop()

    @property
    def description(self) -> str:
        """What runs, in a few words for the report."""
        if self._remote is not None:
            return f"LanguageTool at {self._remote}"
        return f"LanguageTool {self._installation.version}" if self._installation else "LanguageTool"

    @property
    def _base(self) -> str:
        if self._remote is not None:
            return self._remote
        assert self._jvm is not None, "started"
        return self._jvm.url

    def _code(self, language: str) -> str | None:
        """LanguageTool's code for a tag: itself, else without its region, else None."""
        self.wait_ready()
        assert self._languages is not None, "ready"
        known = {code.lower(): code for code in self._languages}
        parts = language.replace("_", "-").lower().split("-")
        return known.get("-".join(parts)) or known.get(parts[0])

    def _check_batch(self, batch: Batch, code: str, found: list[list[GrammarMatch]]) -> None:
        units = CodeUnits(batch.text)
        for match in self._ask(batch.text, code):
            offset, length = match["offset"], match["length"]
            placed = batch.place(units.code_point(offset), units.after(offset + length))
            if placed is not None:
                index, start, end = placed
                found[index].append(_match(match, start, end))

    def _ask(self, text: str, code: str) -> list[dict[str, Any]]:
        while True:
            client, launch = self._client(code)
            try:
                return client.matches(text)
            except (LanguageToolError, TypeError, KeyError) as error:
                self._recover(launch, error)

    def _client(self, code: str) -> tuple[_Client, int]:
        with self._lock:
            while True:
                self.wait_ready()
                launch = self._launches
                try:
                    if code not in self._clients:
                        self._clients[code] = _Client(
                            self._base,
                            code,
                            local=self._remote is None,
                            disabled=self._disabled,
                            seconds=self._check_seconds,
                        )
                except (LanguageToolError, ValueError) as error:
                    self._recover(launch, error)
                else:
                    return self._clients[code], launch

    def _recover(self, launch: int, error: Exception) -> None:
        """After a failed request: return if it is worth another try, else raise ResourceUnavailable."""
        with self._lock:
            if launch != self._launches:
                return  # another thread has already restarted it
            if self._jvm is None:
                raise ResourceUnavailable(f"{self.description} failed ({_brief(error)})", _RESTART_HINT) from error
            if not self._jvm.ended():
                raise ResourceUnavailable(
                    f"LanguageTool could not check a text ({_brief(error)})", _RESTART_HINT
                ) from error
            said = self._jvm.said()
            self._drop()
            if launch > 1:
                self._closed = True
                raise ResourceUnavailable(f"LanguageTool died twice during the check{said}", _RESTART_HINT) from error

    def _give_up_if_hopeless(self, refused: Exception, deadline: float) -> None:
        late = time.monotonic() > deadline
        if self._jvm is None:
            if late:
                raise ResourceUnavailable(
                    f"No LanguageTool answers at {self._remote} ({_brief(refused)})", "Start it, or leave the address out."
                ) from refused
            return
        if self._jvm.ended():
            said = self._jvm.said()
            self._drop()
            raise ResourceUnavailable(f"LanguageTool did not start{said}", INSTALL_HINT) from refused
        if late:
            said = self._jvm.said()
            self._drop()
            raise ResourceUnavailable(
                f"LanguageTool was not ready after {self._ready_seconds:.0f} s{said}", _RESTART_HINT
            ) from refused

    def _drop(self) -> None:
        if self._jvm is not None:
            self._jvm.close()
        self._jvm = None
        self._languages = None
        self._clients.clear()


class _Jvm:
    """The JVM behind its guard process, on a free port of the loopback interface."""

    def __init__(self, java: str, installation: Installation) -> None:
        port = _free_port()
        self.url = f"http://127.0.0.1:{port}/"
        self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115
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
            raise ResourceUnavailable(f"LanguageTool could not be started ({error.strerror})", INSTALL_HINT) from error
        self.close = weakref.finalize(self, _end, self._guard, self._log)

    def ended(self) -> bool:
        """Whether it has ended, a moment's grace included: a broken connection is seen before the exit."""
        try:
            self._guard.wait(timeout=_POLL_SECONDS * 4)
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
    guard.stdin.close()
    try:
        guard.wait(timeout=5)
    except subprocess.TimeoutExpired:
        guard.kill()
        guard.wait()
    log.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _base_url(url: str) -> str:
    """`http://host:8081/` for `host:8081`, `http://host:8081/v2` and the like."""
    full = url if "://" in url else f"http://{url}"
    if not full.startswith(("http://", "https://")):
        raise ResourceUnavailable(f"{url} is not an http address", "Give one such as http://localhost:8081.")
    return full.rstrip("/").removesuffix("/v2/check").removesuffix("/v2").rstrip("/") + "/"


def _languages(base: str, *, local: bool) -> frozenset[str]:
    """The codes that a server knows. Raises OSError or ValueError while it does not answer as it should."""
    opener = urllib.request.build_opener(*([urllib.request.ProxyHandler({})] if local else []))
    with opener.open(urljoin(base, "v2/languages"), timeout=5) as answer:
        listed = json.load(answer)
    try:
        return frozenset(code for language in listed for code in (language["code"], language["longCode"]))
    except (TypeError, KeyError) as error:
        raise ValueError("the answer is not LanguageTool's") from error


def _sendable(text: str) -> str:
    """The text without lone surrogates, which no encoding carries; lengths stay."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if _has_surrogate(text) else text


def _has_surrogate(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)


def _match(match: dict[str, Any], start: int, end: int) -> GrammarMatch:
    rule = match["rule"]
    return GrammarMatch(
        start=start,
        end=end,
        message=match["message"],
        rule_id=rule["id"],
        category_id=rule["category"]["id"],
        issue_type=rule["issueType"],
        replacements=tuple(replacement["value"] for replacement in match["replacements"][:MAX_REPLACEMENTS]),
        engine="languagetool",
    )


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
