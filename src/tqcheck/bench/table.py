"""Figures as a table for people and as JSON for programs."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tqcheck.bench.counts import Figure, Scope
from tqcheck.bench.judge import ALL, Judged

# In this order; a scope of another sort comes after them.
_SORTS = ("all", "pair", "category", "rule", "kind", "severity")
# Of errors, not of findings: no finding is "of" a severity or a kind of damage, so how loud it is means nothing.
_ERRORS = {"kind", "severity", "kind, rule"}


def as_dict(sets: Mapping[str, Sequence[Judged]], signature: str) -> dict[str, Any]:
    """Every figure as [value, low, high], null where there is none; scopes as "rule:mojibake"."""
    return {
        "signature": signature,
        "sets": {
            name: [
                {
                    "kind": judged.kind,
                    "records": judged.records,
                    "words": judged.words,
                    "figures": {
                        scope_name(scope): {
                            **judged.totals[scope],
                            **{key: _numbers(figure) for key, figure in figures.items()},
                        }
                        for scope, figures in _ordered(judged)
                    },
                }
                for judged in parts
            ]
            for name, parts in sets.items()
        },
    }


def scope_name(scope: Scope) -> str:
    """`all`, `rule:mojibake`, `pair:zh-en`."""
    return scope[0] if scope == ALL else f"{scope[0]}:{scope[1]}"


def _numbers(figure: Figure) -> list[float | None]:
    return [None if math.isnan(each) else round(each, 4) for each in (figure.value, figure.low, figure.high)]


def table(name: str, judged: Judged) -> Iterator[str]:
    """The lines of one set: everything first, then language pairs, categories, rules and kinds."""
    yield f"{name}: {judged.records:,} records, {judged.words:,} words ({judged.kind})"
    rows = [_row(scope_name(scope), judged.totals[scope], figures) for scope, figures in _ordered(judged)]
    heads = list(dict.fromkeys(head for row in rows for head in row))
    widths = {head: max(len(head), *(len(row.get(head, "")) for row in rows)) for head in heads}
    yield "  " + "  ".join(_cell(head, head, widths) for head in heads).rstrip()
    for row in rows:
        yield "  " + "  ".join(_cell(head, row.get(head, ""), widths) for head in heads).rstrip()
    yield ""


def _cell(head: str, text: str, widths: Mapping[str, int]) -> str:
    return text.ljust(widths[head]) if head == "" else text.rjust(widths[head])


def _row(scope: str, totals: Mapping[str, int], figures: Mapping[str, Figure]) -> dict[str, str]:
    row = {"": scope, **{name: f"{total:,}" for name, total in totals.items() if total}}
    told = {name: figure for name, figure in figures.items() if not math.isnan(figure.value)}
    if scope.partition(":")[0] in _ERRORS and not totals.get("findings", 1):
        told = {name: figure for name, figure in told.items() if "per 1,000" not in name}
    return row | {name: shown(figure) for name, figure in told.items()}


def shown(figure: Figure) -> str:
    """`.912 (.857–.957)`, or the value alone where it has no interval."""
    if math.isnan(figure.value):
        return "–"
    if math.isnan(figure.low):
        return _short(figure.value)
    return f"{_short(figure.value)} ({_short(figure.low)}–{_short(figure.high)})"


def _short(value: float) -> str:
    text = f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"
    return text.replace("0.", ".", 1) if abs(value) < 1 else text


def _ordered(judged: Judged) -> Iterable[tuple[Scope, Mapping[str, Figure]]]:
    def key(item: tuple[Scope, Mapping[str, Figure]]) -> tuple[int, str]:
        sort, name = item[0]
        return (_SORTS.index(sort) if sort in _SORTS else len(_SORTS)), name

    pairs = sum(scope[0] == "pair" for scope in judged.figures)
    return sorted(
        ((scope, figures) for scope, figures in judged.figures.items() if scope[0] != "pair" or pairs > 1),
        key=key,
    )
