"""TOML rules: data instead of code, in four kinds.

- `target-pattern`: a pattern in the target; with `unless-in-source`, not where the source has the same text.
- `source-pattern`: a pattern in the source (damage there), `target` may name what it must be near.
- `must-copy`: what the pattern finds in the source must stand unchanged in the target.
- `replace`: words or patterns in the target with what to write instead (`[replace]` table).

A pattern is never trusted: it runs with a time limit, and a timeout is a failure of that rule, not a hang.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from tqcheck.documents import Pair
from tqcheck.errors import RulePackError
from tqcheck.facts import PairFacts
from tqcheck.model import Category, Confidence, Hit, Severity, Span
from tqcheck.rules.rule import Example, PairCheck, Reads, Rule, bad, good

PATTERN_SECONDS = 1.0  # for one pair; our own patterns take microseconds

_COMMON = {"summary", "why", "kind", "severity", "confidence", "message", "bad", "good",
           "source-languages", "target-languages", "enabled", "covers", "ignore-case"}  # fmt: skip
_KINDS: dict[str, set[str]] = {
    "target-pattern": {"pattern", "unless-in-source", "suggest"},
    "source-pattern": {"pattern"},
    "must-copy": {"pattern"},
    "replace": {"replace"},
}
_EXAMPLE_KEYS = {"source", "target", "marks", "source-marks", "languages", "suggestion"}


def rule_from_toml(path: Path, category: Category) -> Rule:
    """Read one rule. Raises RulePackError naming the file and the key that is wrong."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RulePackError(f"{path}: {error}") from None
    return _Table(path, data).rule(category)


@dataclass(frozen=True, slots=True)
class _Table:
    path: Path
    data: dict[str, Any]

    def rule(self, category: Category) -> Rule:
        kind = self.text("kind")
        if kind not in _KINDS:
            raise self.error(f"kind = {kind!r} is not one of {', '.join(_KINDS)}")
        if unknown := sorted(set(self.data) - _COMMON - _KINDS[kind]):
            known = ", ".join(sorted(_COMMON | _KINDS[kind]))
            raise self.error(f"unknown key {unknown[0]!r} in a rule of kind {kind} (known: {known})")
        check, reads = _CHECKS[kind](self)
        try:
            severity = Severity.parse(self.text("severity"))
            confidence = Confidence.parse(self.text("confidence"))
        except ValueError as error:
            raise self.error(str(error)) from None
        return Rule(
            id=self.path.stem,
            summary=self.text("summary"),
            why=self.text("why"),
            category=category,
            severity=severity,
            confidence=confidence,
            examples=tuple(self.examples()),
            source_languages=self.strings("source-languages"),
            target_languages=self.strings("target-languages"),
            enabled=self.flag("enabled", default=True),
            covers=self.flag("covers", default=False),
            check=check,
            reads=reads,
        )

    def examples(self) -> Iterator[Example]:
        for name in ("bad", "good"):
            tables = self.data.get(name, [])
            if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
                raise self.error(f"{name} must be written as [[{name}]] tables")
            for table in tables:
                if unknown := sorted(set(table) - _EXAMPLE_KEYS):
                    raise self.error(f"unknown key {unknown[0]!r} in [[{name}]]")
                try:
                    yield self.example(table, is_bad=name == "bad")
                except (KeyError, ValueError) as error:
                    raise self.error(f"[[{name}]]: {error}") from None

    def example(self, table: dict[str, Any], *, is_bad: bool) -> Example:
        languages = table.get("languages", "und-und")
        if not is_bad:
            return good(table.get("source"), table["target"], languages=languages)
        return bad(
            table.get("source"),
            table["target"],
            marks=table["marks"],
            source_marks=table.get("source-marks"),
            suggestion=table.get("suggestion"),
            languages=languages,
        )

    def error(self, text: str) -> RulePackError:
        return RulePackError(f"{self.path}: {text}")

    def text(self, key: str) -> str:
        value = self.data.get(key)
        if not isinstance(value, str) or not value.strip():
            raise self.error(f"{key} is missing or not text")
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        value = self.data.get(key, default)
        if not isinstance(value, bool):
            raise self.error(f"{key} must be true or false")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(f"{key} must be a list of strings")
        return tuple(value)

    def pattern(self, text: str | None = None) -> regex.Pattern[str]:
        flags = regex.VERSION1 | (regex.IGNORECASE if self.flag("ignore-case", default=False) else 0)
        text = self.text("pattern") if text is None else text
        try:
            # Without full case folding (ß = ss, ligatures), over which harmless patterns hang on a row of s and i.
            return regex.compile(f"(?-f){text}", flags)
        except regex.error as error:
            raise self.error(f"the pattern does not compile: {error}") from None

    def message(self, **names: str) -> str:
        """The message with its {names} filled in. Raises RulePackError for a name that there is not."""
        try:
            return self.text("message").format_map({name: _Quoted(value) for name, value in names.items()})
        except (KeyError, IndexError, ValueError) as error:
            raise self.error(f"message: {error} cannot be filled in (known: {', '.join(names)})") from None


class _Quoted(str):
    """`{match!r}` quotes as an editor would write it, not as Python does."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"“{self}”"


def _find(pattern: regex.Pattern[str], text: str) -> Iterator[regex.Match[str]]:
    return (match for match in pattern.finditer(text, timeout=PATTERN_SECONDS) if match.group())


def _marked(match: regex.Match[str]) -> Span:
    """The group named `mark` if the pattern has one, else the whole match."""
    name: str | int = "mark" if "mark" in match.re.groupindex else 0
    return Span(*match.span(name))


def _target_pattern(table: _Table) -> tuple[PairCheck, Reads]:
    pattern, unless = table.pattern(), table.flag("unless-in-source", default=False)
    suggest = table.data.get("suggest")
    table.message(match="")

    def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
        for match in _find(pattern, pair.target_text):
            span = _marked(match)
            marked = span.of(pair.target_text)
            if unless and marked in pair.source_text:
                continue
            fix = "" if suggest is None else match.expandf(suggest)
            yield Hit(table.message(match=marked), target=span, suggestions=(fix,) if fix else ())

    return check, Reads.TARGET


def _source_pattern(table: _Table) -> tuple[PairCheck, Reads]:
    pattern = table.pattern()
    table.message(match="")

    def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
        for match in _find(pattern, pair.source_text):
            span = _marked(match)
            yield Hit(table.message(match=span.of(pair.source_text)), source=span)

    return check, Reads.BOTH


def _must_copy(table: _Table) -> tuple[PairCheck, Reads]:
    pattern = table.pattern()
    table.message(match="")

    def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
        copies = [Span(*match.span()) for match in _find(pattern, pair.target_text)]
        lost = []
        for match in _find(pattern, pair.source_text):
            same = next((span for span in copies if span.of(pair.target_text) == match.group()), None)
            if same is not None:
                copies.remove(same)
            elif match.group() not in pair.target_text:
                lost.append(match)
        for index, match in enumerate(lost):
            changed = copies[index] if index < len(copies) else None
            suggestions = () if changed is None else (match.group(),)
            yield Hit(table.message(match=match.group()), changed, Span(*match.span()), suggestions)

    return check, Reads.BOTH


def _replace(table: _Table) -> tuple[PairCheck, Reads]:
    swaps = table.data.get("replace")
    if not isinstance(swaps, Mapping) or not swaps or not all(isinstance(v, str) for v in swaps.values()):
        raise table.error("[replace] must be a table of wrong = right")
    patterns = [(table.pattern(rf"(?<!\w)(?:{wrong})(?!\w)"), right) for wrong, right in swaps.items()]
    table.message(match="", suggestion="")

    def check(pair: Pair, _facts: PairFacts, _options: None) -> Iterator[Hit]:
        for pattern, right in patterns:
            for match in _find(pattern, pair.target_text):
                message = table.message(match=match.group(), suggestion=right)
                yield Hit(message, target=Span(*match.span()), suggestions=(right,))

    return check, Reads.TARGET


_CHECKS: dict[str, Callable[[_Table], tuple[PairCheck, Reads]]] = {
    "target-pattern": _target_pattern,
    "source-pattern": _source_pattern,
    "must-copy": _must_copy,
    "replace": _replace,
}
