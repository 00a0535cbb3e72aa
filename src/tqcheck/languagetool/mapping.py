"""What an engine's finding is worth to an editor; the decisions are in `mapping.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from typing import Any

from tqcheck.languagetool.matches import GrammarMatch

STYLE = "style"
"""Not an error: shown by the rule `style-checker` alone, which is off by default."""

FOLDERS = frozenset({"grammar", "spelling", "punctuation", STYLE})
SEVERITIES = frozenset({"minor", "major"})
CONTEXTS = frozenset(
    {
        "capitalised",
        "after-capital",
        "before-capital",
        "before-code",
        "capital-inside",
        "part-of-word",
        "no-suggestion",
    }
)
ISSUE_TYPES = frozenset(
    "addition characters duplication formatting grammar inconsistency internationalization legal length"
    " locale-specific-content locale-violation markup misspelling mistranslation non-conformance"
    " numbers omission other pattern-problem register style terminology typographical uncategorized"
    " untranslated whitespace".split()
)
"""The localization quality issue types of ITS 2.0 (W3C 2013, 8.18); LanguageTool gives each of its rules one."""

_OPENING = " \"'“”‘’«„([—–-"
_SENTENCE_ENDS = ("", ".", "!", "?", ":", "…", "\n")
_TOUCHES_BEFORE = re.compile(r"[\w'’-]$")
_TOUCHES_AFTER = re.compile(r"[\w'’-]|\.\w")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Where a finding belongs, and where it is dropped.

    `folder` is that of a `tqcheck.model.Category`, `severity` a severity's label, `unless` names contexts,
    `exceptions` marked texts in lower case (* stands for anything).
    """

    folder: str
    severity: str
    unless: frozenset[str] = frozenset()
    exceptions: frozenset[str] = frozenset()

    def holds(self, match: GrammarMatch, text: str) -> bool:
        """Whether a finding in `text` stands in no context and is no exception that drop it."""
        if any(_holds(context, match, text) for context in self.unless):
            return False
        marked = text[match.start : match.end].lower()
        return not any(fnmatchcase(marked, exception) for exception in self.exceptions)


@dataclass(frozen=True, slots=True)
class EngineTable:
    """One engine's decisions; None is off.

    The keys of `categories` are a category of the engine, a category and an ITS issue type ("TYPOS/typographical"),
    or an issue type in whatever category ("*/style"). `measured`: the languages (ISO 639) that the decisions were made on.
    """

    categories: Mapping[str, Verdict | None]
    rules: Mapping[str, Verdict | None]
    patterns: tuple[tuple[str, Verdict | None], ...] = ()
    spellers: tuple[str, ...] = ()
    measured: frozenset[str] = frozenset()

    def find(self, rule_id: str, category_id: str, issue_type: str = "uncategorized") -> Verdict | None:
        """The decision about a rule: its own, else the longest pattern's, else that of its category and issue type,
        its category, its issue type, else off.
        """
        if rule_id in self.rules:
            return self.rules[rule_id]
        for pattern, verdict in self.patterns:
            if fnmatchcase(rule_id, pattern):
                return verdict
        for key in (f"{category_id}/{issue_type}", category_id, f"*/{issue_type}"):
            if key in self.categories:
                return self.categories[key]
        return None


def judge(match: GrammarMatch, text: str) -> Verdict | None:
    """The decision about a finding in `text`; None if it is not to be reported."""
    verdict = _tables()[match.engine].find(match.rule_id, match.category_id, match.issue_type)
    return verdict if verdict is not None and verdict.holds(match, text) else None


def disabled_rules() -> tuple[str, ...]:
    """LanguageTool rules that the server need not run: the spellers, its slowest part."""
    return _tables()["languagetool"].spellers


def is_measured(engine: str, language: str) -> bool:
    """Whether the decisions about an engine's rules were made on texts in a language (a tag's primary subtag)."""
    return language in _tables()[engine].measured


def harper_rules() -> tuple[str, ...]:
    """The Harper rules that are reported."""
    return tuple(rule for rule, verdict in _tables()["harper"].rules.items() if verdict is not None)


def parse(text: str) -> dict[str, EngineTable]:
    """Read a table. Raises ValueError naming the key that is not as it should be."""
    return {engine: _engine(engine, table) for engine, table in tomllib.loads(text).items()}


@cache
def _tables() -> dict[str, EngineTable]:
    return parse(files(__package__).joinpath("mapping.toml").read_text(encoding="utf-8"))


def _engine(name: str, table: Mapping[str, Any]) -> EngineTable:
    unknown = table.keys() - {"categories", "rules", "spellers", "measured"}
    if unknown:
        raise ValueError(f"{name}: unknown key {min(unknown)!r}")
    rules = {key: _verdict(f"{name}.rules.{key}", value) for key, value in table.get("rules", {}).items()}
    for key in table.get("categories", {}):
        if "/" in key and key.split("/", 1)[1] not in ISSUE_TYPES:
            raise ValueError(f"{name}.categories.{key}: {key.split('/', 1)[1]!r} is no ITS 2.0 issue type")
    patterns = sorted((key for key in rules if "*" in key), key=len, reverse=True)
    return EngineTable(
        categories={
            key: _verdict(f"{name}.categories.{key}", value)
            for key, value in table.get("categories", {}).items()
        },
        rules={key: verdict for key, verdict in rules.items() if "*" not in key},
        patterns=tuple((pattern, rules[pattern]) for pattern in patterns),
        spellers=tuple(table.get("spellers", ())),
        measured=frozenset(table.get("measured", ())),
    )


def _verdict(where: str, value: object) -> Verdict | None:
    if value == "off":
        return None
    if not isinstance(value, dict) or value.keys() - {"folder", "severity", "unless", "except"}:
        raise ValueError(f'{where}: give "off" or folder, severity and perhaps unless and except')
    for key, given, allowed in (
        ("folder", {value.get("folder")}, FOLDERS),
        ("severity", {value.get("severity")}, SEVERITIES),
        ("unless", set(value.get("unless", ())), CONTEXTS),
    ):
        if not given <= allowed:
            raise ValueError(f"{where}: {key} takes {', '.join(sorted(allowed))}")
    return Verdict(
        value["folder"],
        value["severity"],
        frozenset(value.get("unless", ())),
        frozenset(value.get("except", ())),
    )


def _holds(context: str, match: GrammarMatch, text: str) -> bool:
    if context == "capitalised":
        return text[match.start : match.start + 1].isupper()
    if context == "after-capital":
        before = text[: match.start].split()
        return len(before) > 1 and before[-1][:1].isupper()
    if context == "before-capital":
        return text[match.end :].lstrip(" \"'“‘")[:1].isupper()
    if context == "capital-inside":
        starts = text[: match.start].rstrip(_OPENING)[-1:] in _SENTENCE_ENDS
        words = text[match.start : match.end].split()[starts:]
        return any(word.lstrip(_OPENING)[:1].isupper() for word in words)
    if context == "before-code":
        after = text[match.end :].split(maxsplit=1)
        return bool(after) and any(char.isdigit() for char in after[0])
    if context == "part-of-word":
        touched = _TOUCHES_BEFORE.search(text[: match.start])
        return touched is not None or _TOUCHES_AFTER.match(text, match.end) is not None
    return context == "no-suggestion" and not match.replacements
