"""Settings: defaults, then tqcheck.toml or [tool.tqcheck], then flags, in one frozen value.

Every value knows its origin, so that `tqcheck doctor` and error messages can say who set it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from tqcheck.errors import ConfigError
from tqcheck.model import Confidence, Severity

CONFIG_NAMES = ("tqcheck.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class PairPattern:
    """Files to check against each other; `{path}` stands for the same relative path on both sides."""

    source: str | None
    target: str
    source_lang: str | None = None
    target_lang: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a run depends on besides its inputs. `fail_on` None: never. `root`: the config's folder."""

    source_lang: str | None = None
    target_lang: str | None = None
    fail_on: Severity | None = Severity.MAJOR
    min_confidence: Confidence = Confidence.MEDIUM
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    embedder: str = "use-multilingual"
    grammar: str = "auto"  # auto, languagetool, harper, off
    languagetool_url: str | None = None
    require: tuple[str, ...] = ()
    rule_packs: tuple[Path, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    pairs: tuple[PairPattern, ...] = ()
    root: Path = field(default_factory=Path.cwd)
    origins: Mapping[str, str] = field(default_factory=dict)

    def with_flags(self, **flags: Any) -> Settings:
        """These settings with the flags that were given (not None, not empty) in place."""
        given = {name: value for name, value in flags.items() if value is not None and value != ()}
        return replace(self, **given, origins={**self.origins, **dict.fromkeys(given, "flag")})


def load_settings(config: Path | None = None, start: Path | None = None) -> Settings:
    """Settings from the named file, or from the nearest one in `start` (default: here) and above.

    Raises ConfigError naming the file and line of what is wrong.
    """
    path = config or _find(start or Path.cwd())
    if path is None:
        return Settings()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from None
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None
    if path.name == "pyproject.toml":
        table = table.get("tool", {}).get("tqcheck", {})
    return _Reader(path, text).settings(table)


def _find(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        for name in CONFIG_NAMES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or _has_section(path)):
                return path
    return None


def _has_section(path: Path) -> bool:
    # Someone else's pyproject.toml: one that does not even parse is not ours to complain about.
    return (
        re.search(r"^\s*\[+tool\.tqcheck\b", path.read_text(encoding="utf-8", errors="replace"), re.MULTILINE)
        is not None
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    path: Path
    text: str

    def settings(self, table: Mapping[str, Any]) -> Settings:
        known = {
            f.name.replace("_", "-"): f.name for f in fields(Settings) if f.name not in {"root", "origins"}
        }
        values: dict[str, Any] = {"root": self.path.resolve().parent}
        for key, value in table.items():
            if key not in known:
                raise self.error(key, f"unknown key {key!r} (known: {', '.join(known)})")
            values[known[key]] = self.value(key, value)
        origins = {name: str(self.path) for name in values if name != "root"}
        return Settings(**values, origins=origins)

    def value(self, key: str, value: Any) -> Any:
        match key:
            case "select" | "ignore" | "require":
                return self.strings(key, value)
            case "rule-packs":
                return tuple(self.path.resolve().parent / folder for folder in self.strings(key, value))
            case "fail-on":
                return None if value == "never" else self.severity(key, value)
            case "min-confidence":
                return self.confidence(key, value)
            case "severity":
                return {rule: self.severity(rule, text) for rule, text in self.table(key, value).items()}
            case "options":
                return {rule: dict(self.table(rule, keys)) for rule, keys in self.table(key, value).items()}
            case "pairs":
                return tuple(self.pair(item) for item in self.tables(key, value))
        if not isinstance(value, str):
            raise self.error(key, f"{key} must be text, not {value!r}")
        if key == "grammar" and value not in {"auto", "languagetool", "harper", "off"}:
            raise self.error(key, f"grammar = {value!r} is not one of auto, languagetool, harper, off")
        return value

    def pair(self, item: Mapping[str, Any]) -> PairPattern:
        known = {"source", "target", "source-lang", "target-lang"}
        for key, value in item.items():
            if key not in known:
                raise self.error(key, f"unknown key {key!r} in [[pairs]] (known: {', '.join(sorted(known))})")
            if not isinstance(value, str):
                raise self.error(key, f"{key} must be text, not {value!r}")
        if "target" not in item:
            raise self.error("pairs", "a [[pairs]] table needs a target")
        source = item.get("source")
        if source is not None and ("{path}" in source) != ("{path}" in item["target"]):
            raise self.error("pairs", "{path} must stand on both sides of a pair or on neither")
        return PairPattern(source, item["target"], item.get("source-lang"), item.get("target-lang"))

    def severity(self, key: str, value: Any) -> Severity:
        try:
            return Severity.parse(str(value))
        except ValueError as error:
            raise self.error(key, f"{key}: {error}") from None

    def confidence(self, key: str, value: Any) -> Confidence:
        try:
            return Confidence.parse(str(value))
        except ValueError as error:
            raise self.error(key, f"{key}: {error}") from None

    def strings(self, key: str, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(key, f"{key} must be a list of strings")
        return tuple(value)

    def table(self, key: str, value: Any) -> Mapping[str, Any]:
        if not isinstance(value, dict):
            raise self.error(key, f"{key} must be a table")
        return value

    def tables(self, key: str, value: Any) -> list[Mapping[str, Any]]:
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.error(key, f"{key} must be written as [[{key}]] tables")
        return value

    def error(self, key: str, text: str) -> ConfigError:
        found = re.search(
            rf"^[^\S\n]*(?:\[+\s*(?:tool\.tqcheck\.)?)?[\"']?{re.escape(key)}\b", self.text, re.MULTILINE
        )
        line = f":{self.text.count(chr(10), 0, found.start()) + 1}" if found else ""
        return ConfigError(f"{self.path}{line}: {text}")
