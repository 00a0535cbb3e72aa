"""How often the rules about one thing (numbers, names) are right, on the sets that are about it and on people's translations.

Only rules of the focus' categories run, on whole sets: what `tqcheck.bench` measures of these is a part, with all rules.
Of a spoiled translation it counts whether it is flagged at all, and whether with a finding that the good one has not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from tqcheck.bench.convert import LabelledSet, clean
from tqcheck.bench.counts import Counts, Scope, ratio
from tqcheck.bench.judge.contrasts import new_findings
from tqcheck.bench.judge.figures import ALL, LOUD, Judged, judged
from tqcheck.bench.labels import Contrast, Labelled, Spans
from tqcheck.bench.observe import Observation, observe
from tqcheck.bench.show import cases
from tqcheck.config import Settings
from tqcheck.model import Category
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.rule import AnyRule
from tqcheck.rules.selection import select_rules

Scoped: TypeAlias = Callable[[Contrast], Iterable[Scope]]

_CONTRAST = {
    "bad flagged": ratio("bad flagged", "records"),
    "bad flagged anew": ratio("bad flagged anew", "records"),
    "good flagged": ratio("good flagged", "records"),
}
_SETTINGS = Settings(grammar="off")


@dataclass(frozen=True, slots=True)
class FocusSet:
    """A set of a focus. `scopes`: what a figure of a contrast is about; None for clean text."""

    labelled: LabelledSet
    scopes: Scoped | None = None

    def read(self, root: Path, category: Category) -> tuple[Labelled, ...]:
        """The records that count, in file order: of contrasts those about `category`. Raises InputError as LabelledSet.read does."""
        return tuple(
            record
            for record in self.labelled.read(root)
            if not isinstance(record, Contrast) or record.category == category.mqm
        )


@dataclass(frozen=True, slots=True)
class Focus:
    """What is measured by itself, and what is said of it in BENCHMARKS.md.

    `categories`: of the rules; the first one is that of the contrasts that count.
    """

    title: str
    introduction: str
    categories: tuple[Category, ...]
    sets: Mapping[str, FocusSet]

    def rules(self) -> tuple[AnyRule, ...]:
        """The built-in rules of its categories, those that are off by default left out."""
        rules = select_rules(load_pack(builtin_pack()), (), ())
        return tuple(rule for rule in rules if rule.category in self.categories)

    def read(self, root: Path, name: str) -> tuple[Labelled, ...]:
        """The records of one set that count."""
        return self.sets[name].read(root, self.categories[0])

    def measure(self, root: Path, name: str) -> Measured:
        """The figures of one of its sets under `root` (TQCHECK_DATA). Raises InputError for a file that is wrong."""
        rules, scopes = self.rules(), self.sets[name].scopes
        with RunResources(_SETTINGS, {kind for rule in rules for kind in rule.needs}) as run:
            observations = list(observe(self.read(root, name), rules, run))
        if scopes is not None:
            return Measured(_judge_contrasts(observations, scopes))
        return Measured(_judge_clean(observations), tuple(cases(observations, "fp", None)))


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a set; of clean text also each finding with both sides, a few lines to read."""

    judged: Judged
    findings: tuple[str, ...] = ()


def clean_sets(*pairs: str) -> dict[str, FocusSet]:
    """All references, those too in which raters marked something: that is seldom about the focus."""
    convert = partial(clean.references, marked=True)
    return {
        f"clean/{pair}": FocusSet(LabelledSet(f"clean/clean_refs_{pair}.jsonl.gz", convert, Spans))
        for pair in pairs
    }


def _judge_contrasts(observations: Sequence[Observation], scopes: Scoped) -> Judged:
    """The shares of good and of spoiled translations that are flagged; spoilings of one source are one cluster."""
    counts = Counts()
    for observation in observations:
        record, good, bad = observation.record, observation.seen, observation.bad
        assert isinstance(record, Contrast)
        assert bad is not None
        amounts = {
            "records": 1,
            "bad flagged": bool(bad.findings),
            "bad flagged anew": any(True for _ in new_findings(good, bad)),
            "good flagged": bool(good.findings),
        }
        for scope in (ALL, *scopes(record)):
            counts.add(scope, record.source or record.where, **amounts)
    return judged(
        "contrast", observations, counts, counts.figures(_CONTRAST), tuple(amounts) if counts.scopes else ()
    )


def _judge_clean(observations: Sequence[Observation]) -> Judged:
    """How loud each rule is; an article is a cluster."""
    counts = Counts()
    for observation in observations:
        record, seen = observation.record, observation.seen
        cluster = record.document or record.where
        counts.add(ALL, cluster, words=seen.words, findings=len(seen.findings))
        for rule, many in Counter(finding.rule for finding in seen.findings).items():
            counts.add(("rule", rule), cluster, findings=many)
    return judged("clean", observations, counts, counts.figures(LOUD), ("findings",))
