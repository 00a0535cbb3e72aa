"""A focus' section of BENCHMARKS.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tqcheck.bench.counts import Scope
from tqcheck.bench.focus.measure import Focus
from tqcheck.bench.judge import ALL, Judged
from tqcheck.bench.pipes import head, row
from tqcheck.bench.table import shown

_CLEAN = """\
People's translations, those included in which raters marked something:
"""

_SHARES = ("bad flagged", "bad flagged anew", "good flagged")
_LOUD = "findings per 1,000 words"


def section(focus: Focus, sets: Mapping[str, Judged]) -> Iterator[str]:
    """Its lines. `sets`: the figures by name of the focus' sets."""
    yield f"## {focus.title}\n"
    yield focus.introduction
    yield from head(["set", "records", *_SHARES])
    for name, judged in sets.items():
        if judged.kind == "contrast":
            for scope, figures in judged.figures.items():
                records = f"{judged.totals[scope]['records']:,}"
                yield row([_of(name, scope), records, *(shown(figures[each]) for each in _SHARES)])
    yield ""
    yield _CLEAN
    yield from head(["set", "findings", "words", _LOUD])
    for name, judged in sets.items():
        if judged.kind == "clean":
            for scope, figures in judged.figures.items():
                findings, words = f"{judged.totals[scope]['findings']:,}", f"{judged.words:,}"
                cells = [findings, words if scope == ALL else "", shown(figures[_LOUD])]
                yield row([_of(name, scope), *cells])
    yield ""


def _of(name: str, scope: Scope) -> str:
    if scope == ALL:
        return f"`{name}`"
    sort, value = scope
    return {"rule": f"– `{value}`", "languages": f"– {value} languages"}.get(sort, f"– {value}")
