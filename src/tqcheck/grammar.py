"""Which grammar engine a run uses: LanguageTool where there is one, else Harper for English, else none.

Results of the two are never mixed: one engine a run, named in the report.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from tqcheck.errors import ResourceUnavailable

if TYPE_CHECKING:
    from tqcheck.languagetool.matches import GrammarMatch


class Checker(Protocol):
    """What LanguageToolServer and HarperChecker have in common."""

    @property
    def engine(self) -> str:
        """`languagetool` or `harper`."""
        ...

    @property
    def description(self) -> str:
        """What runs, in a few words for the report."""
        ...

    def supports(self, language: str) -> bool:
        """Whether there are rules for a language tag."""
        ...

    def check_all(self, texts: Sequence[str], language: str) -> list[list[GrammarMatch]]:
        """The matches in each text, offsets in its code points."""
        ...


class GrammarEngine:
    """One engine for the whole run. It starts in the background; `checker` waits for nothing.

    `missing` says why there is no LanguageTool, where Harper stands in for it or nothing does.
    """

    def __init__(self, wanted: str, url: str | None) -> None:
        self.missing: ResourceUnavailable | None = None
        self._checker: Checker | None = None
        self._close = _nothing
        self._replaceable = wanted != "languagetool" and url is None
        self._worked = False
        if wanted != "harper":
            self._start_languagetool(url)
        if self._checker is None:
            self._fall_back()

    def _fall_back(self) -> None:
        if self._replaceable:
            from tqcheck.languagetool.harper import HarperChecker

            self._checker = HarperChecker()

    def _start_languagetool(self, url: str | None) -> None:
        try:
            from tqcheck.languagetool.mapping import disabled_rules
            from tqcheck.languagetool.server import LanguageToolServer

            server = LanguageToolServer(url, disabled_rules=disabled_rules())
            server.start()
        except ResourceUnavailable as error:
            self.missing = error
        else:
            self._checker, self._close = server, server.close

    @property
    def id(self) -> str:
        """The engine's name for the run signature."""
        return self._checker.description if self._checker else "none"

    def checker(self, language: str) -> Checker:
        """The engine, if it knows the language. Waits until a server is ready.

        Raises ResourceUnavailable saying what to do, RuntimeError for a server that worked before.
        """
        known = self._knows(language)
        if self._checker is None:
            raise self.missing or ResourceUnavailable(
                "No grammar engine", "`tqcheck doctor` says what there is."
            )
        if not known:
            hint = self.missing.hint if self.missing else "Its grammar is not checked."
            raise ResourceUnavailable(f"{self._checker.description} has no rules for {language}", hint)
        self._worked = True
        return self._checker

    def _knows(self, language: str) -> bool:
        """Whether there are rules for a language; a server that cannot start gives way to Harper."""
        if self._checker is None:
            return False
        try:
            return self._checker.supports(language)
        except ResourceUnavailable as error:
            if self._worked:  # a failure must not look like something that was never there
                raise RuntimeError(str(error)) from error
            self.missing, self._checker = error, None
            self._fall_back()
            return self._knows(language)

    def close(self) -> None:
        """End the server, if one was started."""
        self._close()


def _nothing() -> None:
    return None
