"""A LanguageTool server that starts in the background, answers about many texts at once, and always ends."""

from __future__ import annotations

import json
import re
import threading
import time
import urllib.request
from collections.abc import Collection, Sequence
from dataclasses import replace
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import urljoin

from tqcheck.errors import ResourceUnavailable
from tqcheck.languagetool.installation import INSTALL_HINT, Installation, find_installation
from tqcheck.languagetool.java import find_java
from tqcheck.languagetool.jvm import Jvm
from tqcheck.languagetool.matches import Batch, GrammarMatch, RequestError, batches

if TYPE_CHECKING:
    from tqcheck.languagetool.client import Client

READY_SECONDS = 60.0
"""A JVM is ready after 3 s on an idle machine; a busy CI machine needs several times that."""

REMOTE_READY_SECONDS = 10.0
"""A server that is said to be running answers at once, unless it is just being started."""

CHECK_SECONDS = 120.0
"""The first request loads a language's rules (5 s, 20 s on a busy machine); 20,000 characters take 2 s after that."""

REQUEST_CHARACTERS = 20_000
"""What LanguageTool's public service takes in one request, and some 3,000 words."""

_POLL_SECONDS = 0.05
_SURROGATE = re.compile("[\ud800-\udfff]")
_RESTART_HINT = "Run the check again; `tqcheck doctor` says whether LanguageTool starts here."


class LanguageToolServer:
    """A LanguageTool server: one that is running at `url`, or a JVM of our own.

    A JVM that dies is started once more; when that dies too, every check raises. Safe to use from several
    threads, but not across a fork. A context manager; `close` is also called at exit, and the JVM ends with this process even if
    that is killed.

    Args:
        url: a running server, such as `http://localhost:8081`; then nothing is started.
        installation: which LanguageTool to run (default: `find_installation()`).
        disabled_rules: LanguageTool rule ids that the server need not run.
        ready_seconds: how long the server may take to answer (default: 60 for ours, 10 for a running one).
        check_seconds: how long one request may take.
    """

    engine = "languagetool"

    def __init__(
        self,
        url: str | None = None,
        *,
        installation: Installation | None = None,
        disabled_rules: Collection[str] = (),
        ready_seconds: float | None = None,
        check_seconds: float = CHECK_SECONDS,
    ) -> None:
        self._remote = None if url is None else _base_url(url)
        self._installation = installation
        self._disabled = frozenset(disabled_rules)
        self._ready_seconds = ready_seconds or (READY_SECONDS if url is None else REMOTE_READY_SECONDS)
        self._check_seconds = check_seconds
        self._lock = threading.RLock()
        self._jvm: Jvm | None = None
        self._launches = 0
        self._languages: frozenset[str] | None = None
        self._clients: dict[tuple[str, str], Client] = {}
        self._over = ""  # why nothing can be checked any more

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
            if self._over:
                raise ResourceUnavailable(self._over, _RESTART_HINT)
            if self._remote is None and self._jvm is None:
                java = find_java()
                self._installation = self._installation or find_installation()
                self._jvm = Jvm(java.path, self._installation)
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
                except (OSError, HTTPException, ValueError) as error:
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
            raise ResourceUnavailable(
                f"LanguageTool has no rules for {language}", "Its grammar is not checked."
            )
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
            self._over = self._over or "The LanguageTool server was closed"
            self._drop()

    @property
    def url(self) -> str:
        """Where the server answers. Waits until it is ready."""
        with self._lock:
            self.wait_ready()
            return self._base

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
        for match in self._ask(batch.text, code):
            placed = batch.place(match.start, match.end)
            if placed is not None:
                index, start, end = placed
                found[index].append(replace(match, start=start, end=end))

    def _ask(self, text: str, code: str) -> list[GrammarMatch]:
        while True:
            with self._lock:
                self.wait_ready()
                launch, base = self._launches, self._base
            try:
                return self._client(base, code).matches(text)
            except RequestError as error:
                self._recover(launch, error)

    def _client(self, base: str, code: str) -> Client:
        from tqcheck.languagetool.client import Client

        with self._lock:
            client = self._clients.get((base, code))
            if client is None:
                client = self._clients[base, code] = Client(
                    base,
                    code,
                    local=self._remote is None,
                    disabled=self._disabled,
                    seconds=self._check_seconds,
                )
            return client

    def _recover(self, launch: int, error: Exception) -> None:
        """After a failed request: return if it is worth another try, else raise ResourceUnavailable."""
        with self._lock:
            if self._remote is not None:
                raise ResourceUnavailable(
                    f"{self.description} failed ({_brief(error)})", _RESTART_HINT
                ) from error
            if launch != self._launches or self._jvm is None:
                return  # another thread has seen to it
            if not self._jvm.ended(grace=1.0):
                raise ResourceUnavailable(
                    f"LanguageTool could not check a text ({_brief(error)})", _RESTART_HINT
                ) from error
            said = self._jvm.said()
            self._drop()
            if launch > 1:
                self._over = f"LanguageTool died twice during the check{said}"
                raise ResourceUnavailable(self._over, _RESTART_HINT) from error

    def _give_up_if_hopeless(self, refused: Exception, deadline: float) -> None:
        """Raise ResourceUnavailable, now and at every later call, once waiting has no point."""
        ended = self._jvm is not None and self._jvm.ended()
        if not ended and time.monotonic() <= deadline:
            return
        hint = INSTALL_HINT
        if self._jvm is None:
            self._over = f"No LanguageTool answers at {self._remote} ({_brief(refused)})"
            hint = "Start it, or leave the address out."
        elif ended:
            self._over = f"LanguageTool did not start{self._jvm.said()}"
        else:
            self._over = f"LanguageTool was not ready after {self._ready_seconds:g} s{self._jvm.said()}"
        self._drop()
        raise ResourceUnavailable(self._over, hint) from refused

    def _drop(self) -> None:
        if self._jvm is not None:
            self._jvm.close()
        self._jvm = None
        self._languages = None
        self._clients.clear()


def _base_url(url: str) -> str:
    """`http://host:8081/` for `host:8081`, `http://host:8081/v2` and the like."""
    full = url if "://" in url else f"http://{url}"
    if not full.startswith(("http://", "https://")):
        raise ResourceUnavailable(f"{url} is not an http address", "Give one such as http://localhost:8081.")
    return full.rstrip("/").removesuffix("/v2/check").removesuffix("/v2").rstrip("/") + "/"


def _languages(base: str, *, local: bool) -> frozenset[str]:
    """The codes that a server knows. Raises OSError, HTTPException or ValueError while it does not answer so."""
    opener = urllib.request.build_opener(*([urllib.request.ProxyHandler({})] if local else []))
    try:
        with opener.open(urljoin(base, "v2/languages"), timeout=5) as answer:
            listed = json.load(answer)
    except HTTPError as error:
        error.close()
        raise
    try:
        return frozenset(code for language in listed for code in (language["code"], language["longCode"]))
    except (TypeError, KeyError) as error:
        raise ValueError("the answer is not LanguageTool's") from error


def _sendable(text: str) -> str:
    """The text without lone surrogates, which no encoding carries; lengths stay."""
    return _SURROGATE.sub("\ufffd", text)


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
