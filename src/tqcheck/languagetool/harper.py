"""Harper, where there is no Java: English only, and only those of its rules that proved right."""

from __future__ import annotations

import importlib.metadata
import threading
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from tqcheck.errors import ResourceUnavailable
from tqcheck.languagetool.mapping import harper_rules
from tqcheck.languagetool.matches import GrammarMatch

if TYPE_CHECKING:
    from harper import Lint, Linter

_ISSUE_TYPES = {
    "Agreement": "grammar",
    "Capitalization": "typographical",
    "Formatting": "typographical",
    "Grammar": "grammar",
    "Punctuation": "typographical",
    "Redundancy": "style",
    "Repetition": "duplication",
    "Spelling": "misspelling",
    "BoundaryError": "misspelling",
    "Typo": "misspelling",
    "WordChoice": "misspelling",
}
"""Harper's kinds as ITS 2.0 issue types; the others are `uncategorized`."""

_REPLACE = 0
"""`harper.SuggestionKind.REPLACE`: the other kinds do not replace exactly the marked text."""


class HarperChecker:
    """Harper's grammar checker with the rules of `mapping.toml`. Safe to use from several threads.

    Its dictionary takes some 0.3 s to load, at the first check.
    """

    engine = "harper"

    def __init__(self) -> None:
        self._lock = threading.Lock()

    @property
    def description(self) -> str:
        """Its name and version, for the report."""
        return f"Harper {importlib.metadata.version('harper-py')}"

    def supports(self, language: str) -> bool:
        """Whether it checks a language (BCP 47 tag): English."""
        return language.replace("_", "-").split("-")[0].lower() == "en"

    def check(self, text: str, language: str = "en") -> list[GrammarMatch]:
        """The matches in one text, in text order; see `check_all`."""
        return self.check_all([text], language)[0]

    def check_all(self, texts: Sequence[str], language: str = "en") -> list[list[GrammarMatch]]:
        """The matches in each text, in text order, with offsets in code points.

        Raises ResourceUnavailable for another language than English, or if harper-py is not installed.
        """
        if not self.supports(language):
            raise ResourceUnavailable(f"Harper has no rules for {language}", "Its grammar is not checked.")
        with self._lock:
            return [self._check(text) for text in texts]

    @cached_property
    def _linter(self) -> Linter:
        try:
            from harper import Linter
        except ImportError as error:
            raise ResourceUnavailable(f"Harper cannot be loaded ({error})", "Install harper-py.") from error
        linter = Linter()
        wanted = frozenset(harper_rules())
        linter.set_lint_config({rule: rule in wanted for rule in linter.get_default_lint_config()})
        return linter

    def _check(self, text: str) -> list[GrammarMatch]:
        if not text.strip():
            return []
        sendable = text.encode("utf-8", "replace").decode("utf-8")
        found = [
            _match(rule, lint)
            for rule, lints in self._linter.organized_lints(
                sendable, language="plaintext", dedup=False
            ).items()
            for lint in lints
        ]
        return sorted(found, key=lambda match: (match.start, match.end, match.rule_id))


def _match(rule: str, lint: Lint) -> GrammarMatch:
    return GrammarMatch(
        start=lint.span.start,
        end=lint.span.end,
        message=lint.message,
        rule_id=rule,
        category_id=lint.lint_kind,
        issue_type=_ISSUE_TYPES.get(lint.lint_kind, "uncategorized"),
        replacements=tuple(
            suggestion.replacement_text for suggestion in lint.suggestions if suggestion.kind == _REPLACE
        ),
        engine="harper",
    )
