"""The section "Numbers" of BENCHMARKS.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tqcheck.bench.counts import Scope
from tqcheck.bench.judge import ALL, Judged
from tqcheck.bench.pipes import head, row
from tqcheck.bench.table import shown

_INTRODUCTION = """\
## Numbers

The rules about numbers alone, on whole sets. "Anew": flagged with a finding that the good translation has not. The aims:
of the number, date and unit items of HW-TSC's challenge set at least .92 of the bad ones flagged and at most .04 of the
good; of ACES' unit conversions, from the languages that the engine knows, .90 and .05; of DEMETR's numbers .95 and .03;
in people's translations at most 1.0 finding per 1,000 words, of which four in five are real. These are aims of our own.
"""

_CLEAN = """\
People's translations, those included in which raters marked something:
"""

_SHARES = ("bad flagged", "bad flagged anew", "good flagged")
_LOUD = "findings per 1,000 words"


def section(sets: Mapping[str, Judged]) -> Iterator[str]:
    """Its lines. `sets`: the figures by name of NUMBER_SETS."""
    yield _INTRODUCTION
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
