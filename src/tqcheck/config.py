"""Settings: defaults, then tqcheck.toml or [tool.tqcheck], then flags, in one frozen value.

Every value knows its origin, so that `tqcheck doctor` and error messages can say who set it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from tqcheck.embedder_options import BUILT_IN, DEFAULTS, EmbedderOptions, with_texts, with_values
from tqcheck.errors import ConfigError, TqcheckError, UsageError
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
    embedder: str = BUILT_IN
    embedder_options: EmbedderOptions = DEFAULTS
    ner: str | None = None  # a spaCy pipeline
    grammar: str = "auto"  # auto, languagetool, harper, off
    languagetool_url: str | None = None
    require: tuple[str, ...] = ()
    rule_packs: tuple[Path, ...] = ()
    glossary: tuple[Path, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    pairs: tuple[PairPattern, ...] = ()
    root: Path = field(default_factory=Path.cwd)
    origins: Mapping[str, str] = field(default_factory=dict)

    def with_flags(self, **flags: Any) -> Settings:
        """These settings with the flags that were given (not None, not empty) in place."""
        given = {name: value for name, value in flags.items() if value is not None and value != ()}
        return replace(self, **given, origins={**self.origins, **dict.fromkeys(given, "flag")})

    def with_embedder(self, name: str | None, options: Iterable[str]) -> Settings:
        """These settings with `--embedder` and each `--embedder-option`.

        The configuration's options are for its own model: another one does not take them over. Raises UsageError for an
        option that makes no sense.
        """
        changed = self.with_flags(embedder=name)
        own = self.embedder_options if changed.embedder == self.embedder else DEFAULTS
        options = tuple(options)
        if options and changed.embedder == BUILT_IN:
            raise UsageError("the built-in embedder has no options; --embedder names a model that has")
        return replace(changed, embedder_options=with_texts(own, options))

    def by_flag(self, name: str) -> bool:
        """Whether no configuration file says `name`."""
        return self.origins.get(name, "flag") == "flag"

    @property
    def files(self) -> tuple[Path, ...]:
        """The configuration files that these settings come from."""
        return tuple(Path(origin) for origin in dict.fromkeys(self.origins.values()) if origin != "flag")

    @contextmanager
    def blaming(self, name: str, key: str) -> Iterator[None]:
        """An error raised in here is a ConfigError of the file that set `name`, if one did, at the line of `key`."""
        try:
            yield
        except TqcheckError as error:
            if self.by_flag(name):
                raise
            path = Path(self.origins[name])
            raise _Reader(path, _text(path)).error(key, str(error)) from None


def load_settings(config: Path | None = None, start: Path | None = None) -> Settings:
    """Settings from the named file, or from the nearest one in `start` (default: here) and above.

    Raises ConfigError naming the file and line of what is wrong.
    """
    path = config or _find(start or Path.cwd())
    if path is None:
        return Settings()
    text = _text(path)
    try:
        table = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from None
    reader = _Reader(path, text)
    for section in ("tool", "tqcheck") if path.name == "pyproject.toml" else ():
        table = dict(reader.table(section, table.get(section, {})))
    return reader.settings(table)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(f"{path}: there is no such file") from None
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 (byte {error.start}); a configuration must be") from None
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}") from None


def _find(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        for name in CONFIG_NAMES:
            path = folder / name
            if path.is_file() and (name != "pyproject.toml" or _has_section(path)):
                return path
    return None


def _has_section(path: Path) -> bool:
    # Someone else's pyproject.toml: one that cannot be read or does not even parse is not ours to complain about.
    try:
        text = path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return False
    return re.search(r"^\s*\[+tool\.tqcheck\b", text, re.MULTILINE) is not None


# The names of this machine, and nothing that two parsers of addresses could read in two ways.
_LOOPBACK = re.compile(
    r"https?://(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?(?:/[\w./-]*)?", re.IGNORECASE
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
        if "embedder_options" in values and values.get("embedder", BUILT_IN) == BUILT_IN:
            raise self.error(
                "embedder-options", "the built-in embedder has no options: name a model with embedder"
            )
        origins = {name: str(self.path) for name in values if name != "root"}
        return Settings(**values, origins=origins)

    def value(self, key: str, value: Any) -> Any:
        match key:
            case "select" | "ignore" | "require":
                return self.strings(key, value)
            case "rule-packs" | "glossary":
                return tuple(self.path.resolve().parent / name for name in self.strings(key, value))
            case "fail-on":
                return None if value == "never" else self.severity(key, value)
            case "min-confidence":
                return self.confidence(key, value)
            case "severity":
                return {rule: self.severity(rule, text) for rule, text in self.table(key, value).items()}
            case "options":
                return {rule: dict(self.table(rule, keys)) for rule, keys in self.table(key, value).items()}
            case "embedder-options":
                return self.embedder_options(self.table(key, value))
            case "pairs":
                return tuple(self.pair(item) for item in self.tables(key, value))
        if not isinstance(value, str):
            raise self.error(key, f"{key} must be text, not {value!r}")
        if key == "grammar" and value not in {"auto", "languagetool", "harper", "off"}:
            raise self.error(key, f"grammar = {value!r} is not one of auto, languagetool, harper, off")
        if key == "languagetool-url" and not _LOOPBACK.fullmatch(value):
            # The file may come with a repository: it cannot say where articles are sent.
            raise self.error(
                key,
                f"{value!r} is not on this machine, and only a flag may send text elsewhere: leave it out here "
                f"and give --languagetool-url",
            )
        if key == "embedder" and value.startswith("."):
            return str(self.path.resolve().parent / value)
        return value

    def embedder_options(self, table: Mapping[str, Any]) -> EmbedderOptions:
        options = DEFAULTS
        for key, value in table.items():
            try:
                options = with_values(options, {key: value})
            except UsageError as error:
                raise self.error(key, str(error)) from None
        return options

    def pair(self, item: Mapping[str, Any]) -> PairPattern:
        known = {"source", "target", "source-lang", "target-lang"}
        for key, value in item.items():
            if key not in known:
                raise self.error(key, f"unknown key {key!r} in [[pairs]] (known: {', '.join(sorted(known))})")
            if not isinstance(value, str):
                raise self.error(key, f"{key} must be text, not {value!r}")
            if key in {"source", "target"}:
                self.place(key, value)
        if "target" not in item:
            raise self.error("pairs", "a [[pairs]] table needs a target")
        source = item.get("source")
        if source is not None and ("{path}" in source) != ("{path}" in item["target"]):
            raise self.error("pairs", "{path} must stand on both sides of a pair or on neither")
        return PairPattern(source, item["target"], item.get("source-lang"), item.get("target-lang"))

    def place(self, key: str, value: str) -> None:
        """Refuse a path that names no place below the config's folder, or stands for it twice."""
        if Path(value).is_absolute():
            raise self.error(key, f"{key} = {value!r} must be relative to the folder of this file")
        if value.count("{path}") > 1:
            raise self.error(key, f"{key} = {value!r} has {{path}} twice; once is what can be matched")

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
            rf"^[^\S\n]*(?:\[+\s*(?:tool\.)?(?:tqcheck\.)?(?:options\.)?)?[\"']?{re.escape(key)}\b",
            self.text,
            re.MULTILINE,
        )
        line = f":{self.text.count(chr(10), 0, found.start()) + 1}" if found else ""
        return ConfigError(f"{self.path}{line}: {text}")
