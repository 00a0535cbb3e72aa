"""A focus' section of BENCHMARKS.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tqcheck.bench.counts import Scope
from tqcheck.bench.focus.measure import GRAMMAR_ENGINES, PLAIN, Focus
from tqcheck.bench.judge import ALL, Judged
from tqcheck.bench.pipes import head, row
from tqcheck.bench.table import shown

EngineFigures = Mapping[str, Judged]
"""The figures of one set with each engine."""


class _Table(NamedTuple):
    """What is shown of the sets of one kind: a line of text above, the counted thing, figures; by scope or only in all."""

    text: str
    counted: str
    figures: tuple[str, ...]
    scopes: bool = True


# "Bad flagged", that is, with what the good one has as well, tells nothing more where there are several engines.
_TABLES = {
    "contrast": _Table("", "records", ("bad flagged", "bad flagged anew", "good flagged")),
    "classes": _Table(
        "Bad and good texts that are no pairs:\n", "bad", ("bad flagged", "good flagged", "precision", "AUROC"), scopes=False
    ),
    "marked": _Table(
        "Errors of fluency that people marked as major:\n", "errors", ("precision", "recall", "false alarms per 1,000 words", "errors found per false alarm"), scopes=False
    ),
    "clean": _Table(
        "People's translations, those included in which raters marked something:\n",
        "findings",
        ("findings per 1,000 words", "major or worse per 1,000 words"),
    ),
}  # fmt: skip


def section(focus: Focus, sets: Mapping[str, EngineFigures]) -> Iterator[str]:
    """Its lines. `sets`: the figures with each engine by name of the focus' sets."""
    yield f"## {focus.title}\n"
    yield focus.introduction
    for kind, table in _TABLES.items():
        own = {name: each for name, each in sets.items() if _first(each).kind == kind}
        if own:
            if table.text:
                yield table.text
            yield from _lines(table, own)
            yield ""


def _lines(table: _Table, sets: Mapping[str, EngineFigures]) -> Iterator[str]:
    engines = list(dict.fromkeys(engine for each in sets.values() for engine in each))
    told = [
        name for name in table.figures if any(name in _first(each).figures[ALL] for each in sets.values())
    ]
    several = len(engines) > 1
    if several:
        told = [name for name in told if name != "bad flagged" or "bad flagged anew" not in told]
    columns = [(name, engine) for name in told for engine in engines]
    heads = [f"{name}, {GRAMMAR_ENGINES[engine]}" if several else name for name, engine in columns]
    yield from head(["set", "words" if table.counted == "findings" else table.counted, *heads])
    for name, figures in sets.items():
        for scope in _scopes(figures) if table.scopes else [ALL]:
            yield row(
                [_of(name, scope), _counted(table, _first(figures), scope), *_cells(figures, scope, columns)]
            )


def _first(figures: EngineFigures) -> Judged:
    return next(iter(figures.values()))


def _scopes(figures: EngineFigures) -> list[Scope]:
    """Those of tqcheck's own runs: the rules of LanguageTool alone are hundreds."""
    own = {scope for engine, judged in figures.items() if engine != PLAIN for scope in judged.figures}
    return [ALL, *sorted(own - {ALL})]


def _counted(table: _Table, judged: Judged, scope: Scope) -> str:
    if table.counted == "findings":
        return f"{judged.words:,}" if scope == ALL else ""
    return f"{judged.totals[scope][table.counted]:,}" if scope in judged.totals else ""


def _cells(figures: EngineFigures, scope: Scope, columns: Sequence[tuple[str, str]]) -> Iterator[str]:
    for name, engine in columns:
        found = figures[engine].figures.get(scope, {}) if engine in figures else {}
        yield shown(found[name]) if name in found else "–"


def _of(name: str, scope: Scope) -> str:
    if scope == ALL:
        return f"`{name}`"
    sort, value = scope
    return {"rule": f"– `{value}`", "languages": f"– {value} languages"}.get(sort, f"– {value}")
