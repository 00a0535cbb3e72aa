"""language-tool-python as the client of one server. Imported late: it brings requests and takes 0.4 s.

What it does less well is not used: it tries up to 918 ports and waits a fixed 15 s for a JVM whose errors it
throws away, and it shifts offsets through a class-level cache that threads overwrite, leaving lengths in
UTF-16 units.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urljoin

from language_tool_python import LanguageTool
from language_tool_python.exceptions import LanguageToolError

from tqcheck.languagetool.matches import CodeUnits, GrammarMatch, RequestError

MAX_REPLACEMENTS = 5
"""The speller of a language variant offers hundreds; a report shows a handful."""

logging.getLogger("language_tool_python").addHandler(logging.NullHandler())


class Client(LanguageTool):
    """One server, asked about texts in one language.

    Args:
        url: the server's base.
        language: one of the server's own codes.
        local: keep requests off any proxy, whatever HTTP_PROXY says.
        disabled: LanguageTool rule ids that need not run.
        seconds: how long a request may take.

    Raises:
        RequestError: the server does not answer, or not as LanguageTool does.
    """

    def __init__(
        self, url: str, language: str, *, local: bool, disabled: Collection[str], seconds: float
    ) -> None:
        self._TIMEOUT = seconds  # type: ignore[assignment]  # declared as the literal 300
        try:
            super().__init__(
                language, remote_server=url, proxies={"http": "", "https": ""} if local else None
            )
        except (LanguageToolError, ValueError, TypeError, AttributeError) as error:
            raise RequestError(str(error)) from error
        self.disabled_rules = set(disabled)

    def matches(self, text: str) -> list[GrammarMatch]:
        """What the server marks in `text`, in code points. Raises RequestError."""
        units = CodeUnits(text)
        try:
            answer = self._query_server(
                urljoin(self.url, "check"), self._create_params(text), num_tries=1, method="post"
            )
            return [_match(match, units) for match in answer["matches"]]
        except (LanguageToolError, ValueError, TypeError, KeyError) as error:
            raise RequestError(str(error)) from error


def _match(match: Mapping[str, Any], units: CodeUnits) -> GrammarMatch:
    rule, offset = match["rule"], match["offset"]
    return GrammarMatch(
        start=units.code_point(offset),
        end=units.after(offset + match["length"]),
        message=match["message"],
        rule_id=rule["id"],
        category_id=rule["category"]["id"],
        issue_type=rule["issueType"],
        replacements=tuple(replacement["value"] for replacement in match["replacements"][:MAX_REPLACEMENTS]),
        engine="languagetool",
    )
