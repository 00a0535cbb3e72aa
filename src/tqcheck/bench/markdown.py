"""BENCHMARKS.md: the figures of all public sets, with those that others published beside them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from tqcheck.bench.convert import SETS
from tqcheck.bench.counts import Figure
from tqcheck.bench.focus import FOCI
from tqcheck.bench.focus.section import section
from tqcheck.bench.judge import ALL, Judged
from tqcheck.bench.pipes import head, row
from tqcheck.bench.public import Benchmarks
from tqcheck.bench.table import shown

_INTRODUCTION = """\
# Benchmarks

How often tqcheck is right, on public data that nobody here wrote or labelled. `make bench` rewrites this file; it holds
figures that do not depend on the machine. Intervals are 95%, by bootstrap over documents. Rules were tuned on this half
of the data. No grammar engine: LanguageTool and Harper are somebody else's work.

Findings of medium or higher confidence, as a user sees them.
"""

_CLEAN = """\
## Clean text

People's translations in which raters, where there were any, marked nothing: every finding counts as a false alarm,
though some are real slips.
"""

_SPANS = """\
## Errors that people marked

A finding is right if it overlaps a marked error or names its category in the same record; (record): if anything is marked
in the record. Recall is of everything that people marked, style included, most of which no rule of tqcheck is about.
Span F1 is over characters, ours against each rater; "people" is one rater against another, the ceiling. Pairwise: of two
translations of one source the one with less penalty has the higher quality (or cosine), ties half.
"""

_CONTRASTS = """\
## Good against spoiled translations

Recall: spoiled translations with a finding that the good one has not. Ranking: the good one's quality is the higher,
ties half.
"""

_SCORES = """\
## Scores and classes

The pair's quality against what people said of the whole translation. MCC is that of what is flagged; "of quality", of what
is below a threshold that four fifths of the records set for the last fifth. The weights of quality were fitted on these sets, on
DEMETR and on CommonMT; by the weights of the other folds `tools/quality/fit.py` has nearly the same (quality/data/ORIGIN.md).
"""

_ENGINES = """\
## Engines by themselves

Alignment is strict F1 as vecalign defines it, empty beads left out. On the same MAC half: Gale-Church .45, hunalign .59,
vecalign .89, Bertalign .92; full Text+Berg test: vecalign .90, SentAlign .932, Bertalign .936.
"""


def benchmarks_markdown(benchmarks: Benchmarks) -> str:
    """The whole file."""
    sets = benchmarks.sets
    clean = {name: judged for name, judged in sets.items() if name.startswith("clean/")}
    spans = {n: j for n, j in sets.items() if j.kind == "spans" and n not in clean}
    contrasts = {name: judged for name, judged in sets.items() if judged.kind == "contrast"}
    scores = {name: judged for name, judged in sets.items() if judged.kind == "score"}
    parts = [
        _INTRODUCTION,
        f"Signature: `{benchmarks.signature}`\n",
        _CLEAN,
        *_table(clean, ["findings per 1,000 words"]),
        *_rules_on_clean(clean),
        _SPANS,
        *_table(
            spans,
            ["per 1,000 clean words", "precision", "precision (record)", "recall", "span F1 (characters)",
             "span F1 between raters", "word MCC", "Kendall within a source", "pairwise", "pairwise by cosine"],
        ),
        *_by_rule(spans),
        _CONTRASTS,
        *_table(contrasts, ["false alarms per 1,000 words", "precision", "recall", "F1", "ranking"]),
        *_kinds("challenge/demetr", contrasts),
        *(line for what, sets in benchmarks.foci.items() for line in section(FOCI[what], sets)),
        _SCORES,
        *_table(
            scores,
            ["findings per 1,000 words", "precision", "recall", "AUROC", "MCC", "MCC of quality", "Spearman", "Kendall within a source"],
        ),
        _ENGINES,
        *_engine_rows(benchmarks.engines),
    ]  # fmt: skip
    return "\n".join(parts)


def _table(sets: Mapping[str, Judged], names: Sequence[str]) -> Iterator[str]:
    notes = any(SETS[name].published for name in sets)
    yield from head(["set", "records", "words", *names, *(["published"] if notes else [])])
    for name, judged in sets.items():
        figures = judged.figures[ALL]
        cells = [shown(figures[each]) if each in figures else "–" for each in names]
        published = [SETS[name].published] if notes else []
        yield row([f"`{name}`", f"{judged.records:,}", f"{judged.words:,}", *cells, *published])
    yield ""


def _rules_on_clean(sets: Mapping[str, Judged]) -> Iterator[str]:
    """How loud each rule is over all clean sets together."""
    words = sum(judged.words for judged in sets.values())
    counts = _sum(sets, ("findings",))
    yield f"By rule, over all {words:,} words:\n"
    yield from head(["rule", "findings", "per 1,000 words"])
    for rule, (findings,) in sorted(counts.items(), key=lambda item: (-item[1][0], item[0])):
        yield row([f"`{rule}`", f"{findings:,}", f"{1000 * findings / words:.3f}"])
    yield ""


def _by_rule(sets: Mapping[str, Judged]) -> Iterator[str]:
    """The precision of each rule over all sets with marked errors together."""
    yield "By rule, over all these sets:\n"
    yield from head(["rule", "findings", "precision", "in a marked record"])
    for rule, (findings, right, marked) in sorted(
        _sum(sets, ("findings", "right", "in a marked record")).items()
    ):
        yield row([f"`{rule}`", f"{findings:,}", _share(right, findings), _share(marked, findings)])
    yield ""


def _sum(sets: Mapping[str, Judged], names: Sequence[str]) -> dict[str, list[int]]:
    sums: dict[str, list[int]] = {}
    for judged in sets.values():
        for (sort, rule), totals in judged.totals.items():
            if sort == "rule":
                own = sums.setdefault(rule, [0] * len(names))
                for index, name in enumerate(names):
                    own[index] += totals[name]
    return sums


def _kinds(name: str, sets: Mapping[str, Judged]) -> Iterator[str]:
    yield f"`{name}` by kind of damage:\n"
    names = ["recall", "ranking"]
    yield from head(["kind", "spoiled", *names])
    judged = sets[name]
    for (sort, kind), figures in sorted(judged.figures.items()):
        if sort == "kind":
            spoiled = f"{judged.totals[sort, kind]['spoiled']:,}"
            yield row([kind, spoiled, *(shown(figures[each]) for each in names)])
    yield ""


def _engine_rows(figures: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield from head(["engine and set", "figures"])
    for name, values in figures.items():
        told = ", ".join(f"{key} {shown(Figure(value, math.nan, math.nan))}" for key, value in values.items())
        yield row([f"`{name}`", told])
    yield ""


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2f}" if whole else "–"
