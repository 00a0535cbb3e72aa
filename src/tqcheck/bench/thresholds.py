"""Thresholds for a wanted precision: every numeric option of every rule, tried on labelled records."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace

from tqcheck.bench.judge import judge
from tqcheck.bench.observe import Observation
from tqcheck.rules.rule import AnyRule

Observer = Callable[[Sequence[AnyRule]], Sequence[Observation]]

# Shares of an option's default that are tried, the default among them.
_SHARES = (0.5, 0.65, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5)
FEWEST = 20  # findings: below this a share says little (its 95% interval spans 40 points)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A rule's setting and what it gave. `value` None: the rule as it is, which has nothing to set.

    `reached` tells whether the wanted precision was; `findings` and `precision` are those of the setting.
    """

    rule: str
    option: str | None
    value: float | None
    findings: int
    precision: float
    reached: bool


def suggest(rules: Sequence[AnyRule], observe: Observer, wanted: float) -> Iterator[Suggestion]:
    """For each rule the setting with most right findings that reaches `wanted`; the most precise one if none does."""
    fixed = [rule for rule in rules if not _numeric(rule)]
    figures = _precisions(observe(fixed)) if fixed else {}
    for rule in fixed:
        if rule.id in figures:
            findings, precision = figures[rule.id]
            yield Suggestion(rule.id, None, None, findings, precision, precision >= wanted)
    for rule in rules:
        for option in _numeric(rule):
            tried = [
                Suggestion(rule.id, option, value, *found, found[1] >= wanted)
                for value in _values(rule, option)
                if (found := _tried(rule, option, value, observe)) is not None
            ]
            if tried:
                yield max(tried, key=_worth)


def _worth(suggestion: Suggestion) -> tuple[bool, float, float]:
    right = suggestion.findings * suggestion.precision
    return suggestion.reached, right if suggestion.reached else suggestion.precision, right


def _tried(rule: AnyRule, option: str, value: float, observe: Observer) -> tuple[int, float] | None:
    changed = replace(rule, options=replace(rule.options, **{option: value}), enabled=True)
    return _precisions(observe([changed])).get(rule.id)


def _numeric(rule: AnyRule) -> list[str]:
    if rule.options is None:
        return []
    return [f.name for f in fields(rule.options) if isinstance(getattr(rule.options, f.name), float)]


def _values(rule: AnyRule, option: str) -> list[float]:
    default = float(getattr(rule.options, option))
    return [round(default * share, 4) for share in _SHARES]


def _precisions(observations: Sequence[Observation]) -> dict[str, tuple[int, float]]:
    """Findings and precision by rule id. Where labels are of several kinds, the one with most findings counts."""
    best: dict[str, tuple[int, float]] = {}
    for judged in judge(observations):
        for (sort, name), figures in judged.figures.items():
            precision = figures["precision"].value if sort == "rule" and "precision" in figures else math.nan
            totals = judged.totals[sort, name]
            findings = totals.get("findings", totals.get("caught", 0) + totals.get("false", 0))
            if not math.isnan(precision) and findings > best.get(name, (0, 0.0))[0]:
                best[name] = findings, precision
    return best


def snippet(suggestions: Sequence[Suggestion], wanted: float) -> Iterator[str]:
    """The lines of a tqcheck.toml; what has too few findings to tell is a comment."""
    yield f"# For a precision of {wanted:g} on these records"
    weak = [s for s in suggestions if not s.reached and s.findings >= FEWEST]
    if weak:
        yield "ignore = ["
        yield from (f'    "{s.rule}",  # {_told(s)}' for s in weak)
        yield "]"
    for suggestion in suggestions:
        if suggestion.findings < FEWEST:
            yield f"# {suggestion.rule}: {_told(suggestion)}, too few to tell"
        elif suggestion.reached and suggestion.option is not None:
            yield f"[options.{suggestion.rule}]"
            yield f"{suggestion.option.replace('_', '-')} = {suggestion.value}  # {_told(suggestion)}"
        elif suggestion.reached:
            yield f"# {suggestion.rule}: {_told(suggestion)}, as it is"


def _told(suggestion: Suggestion) -> str:
    return f"{suggestion.findings} findings, precision {suggestion.precision:.2f}"
