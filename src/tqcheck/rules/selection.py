"""Which rules run: --select and --ignore by id, category or pattern; severities and options by config."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from fnmatch import fnmatchcase
from typing import Any

from tqcheck.config import Settings
from tqcheck.errors import ConfigError, UsageError
from tqcheck.model import Severity
from tqcheck.rules.rule import AnyRule


def rules_of(settings: Settings, known: Sequence[AnyRule]) -> tuple[AnyRule, ...]:
    """The rules of a run: configured and selected as its settings say.

    Raises ConfigError naming the file and line of what does not fit, UsageError for a flag that does not.
    """
    rules = tuple(known)
    for id_, severity in settings.severity.items():
        with settings.blaming("severity", id_):
            rules = configured(rules, {id_: severity}, {})
    for id_, values in settings.options.items():
        with settings.blaming("options", id_):
            rules = configured(rules, {}, {id_: values})
    for name, patterns in (("select", settings.select), ("ignore", settings.ignore)):
        with settings.blaming(name, name):
            select_rules(rules, patterns, ())
    return select_rules(rules, settings.select, settings.ignore)


def select_rules(
    rules: Sequence[AnyRule], select: Iterable[str], ignore: Iterable[str]
) -> tuple[AnyRule, ...]:
    """The rules to run.

    A pattern is a rule id, `category/*`, `category/id`, or a shell pattern of these. With no `select`, all
    enabled rules. `ignore` wins. Raises UsageError for a pattern that matches no rule, with the nearest id.
    """
    wanted, unwanted = tuple(select), tuple(ignore)
    for pattern in (*wanted, *unwanted):
        if not any(_matches(rule, pattern) for rule in rules):
            raise UsageError(
                f"there is no rule {pattern!r}{_nearest(rules, pattern)}; `tqcheck rules` lists them"
            )
    return tuple(
        rule
        for rule in rules
        if (any(_matches(rule, p) for p in wanted) if wanted else rule.enabled)
        and not any(_matches(rule, p) for p in unwanted)
    )


def configured(
    rules: Sequence[AnyRule], severities: Mapping[str, Severity], options: Mapping[str, Mapping[str, Any]]
) -> tuple[AnyRule, ...]:
    """The rules with the severities and options of a configuration. Raises ConfigError for what does not fit."""
    by_id = {rule.id: rule for rule in rules}
    for id_ in (*severities, *options):
        if id_ not in by_id:
            raise ConfigError(f"there is no rule {id_!r}{_nearest(rules, id_)}")
    for id_, severity in severities.items():
        by_id[id_] = replace(by_id[id_], severity=severity)
    for id_, values in options.items():
        by_id[id_] = replace(by_id[id_], options=_with_options(by_id[id_], values))
    return tuple(by_id.values())


def _with_options(rule: AnyRule, values: Mapping[str, Any]) -> Any:
    known = (
        {f.name.replace("_", "-"): f.name for f in fields(rule.options)} if rule.options is not None else {}
    )
    changes = {}
    for key, value in values.items():
        if key not in known:
            names = ", ".join(known) or "none"
            raise ConfigError(f"rule {rule.id} has no option {key!r} (options: {names})")
        default = getattr(rule.options, known[key])
        number = isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool)
        if not number and type(value) is not type(default):
            raise ConfigError(
                f"option {key} of rule {rule.id} must be a {type(default).__name__}, not {value!r}"
            )
        changes[known[key]] = float(value) if number else value
    return replace(rule.options, **changes)


def _matches(rule: AnyRule, pattern: str) -> bool:
    return fnmatchcase(rule.id, pattern) or fnmatchcase(f"{rule.category.folder}/{rule.id}", pattern)


def _nearest(rules: Iterable[AnyRule], text: str) -> str:
    names = [rule.id for rule in rules] + sorted({f"{rule.category.folder}/*" for rule in rules})
    close = difflib.get_close_matches(text, names, n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""
