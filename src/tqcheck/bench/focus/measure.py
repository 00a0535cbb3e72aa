"""How often the rules about one thing (numbers, names, grammar) are right, on the sets that are about it and on people's translations.

Only rules of the focus' categories run, on whole sets: what `tqcheck.bench` measures of these is a part, with all rules.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from tqcheck.bench.convert import LabelledSet
from tqcheck.bench.focus.plain import observe_plain
from tqcheck.bench.judge.figures import Judged
from tqcheck.bench.labels import Labelled, Spans
from tqcheck.bench.observe import Observation, observe
from tqcheck.bench.show import cases
from tqcheck.config import Settings
from tqcheck.model import Category
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.rule import AnyRule
from tqcheck.rules.selection import select_rules

Judge: TypeAlias = Callable[[Sequence[Observation]], Judged]

NO_ENGINE, PLAIN = "off", "plain"
GRAMMAR_ENGINES = {
    NO_ENGINE: "no engine",
    "harper": "Harper",
    "languagetool": "LanguageTool",
    PLAIN: "LanguageTool alone",
}
"""The grammar engines of a run and what they are called; the last one is what LanguageTool says without tqcheck."""


def _every(_record: Labelled) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class FocusSet:
    """A set of a focus, how it is judged, and which of its records are `about` the focus."""

    labelled: LabelledSet
    judge: Judge
    about: Callable[[Labelled], bool] = _every

    def read(self, root: Path) -> tuple[Labelled, ...]:
        """The records that count, in file order. Raises InputError as LabelledSet.read does."""
        return tuple(filter(self.about, self.labelled.sampled(root)))


@dataclass(frozen=True, slots=True)
class Focus:
    """What is measured by itself, and what is said of it in BENCHMARKS.md.

    `categories`: of the rules. `engines`: with each of these it is measured.
    """

    title: str
    introduction: str
    categories: tuple[Category, ...]
    sets: Mapping[str, FocusSet]
    engines: tuple[str, ...] = (NO_ENGINE,)

    def rules(self) -> tuple[AnyRule, ...]:
        """The built-in rules of its categories, those that are off by default left out."""
        rules = select_rules(load_pack(builtin_pack()), (), ())
        return tuple(rule for rule in rules if rule.category in self.categories)

    def measure(self, root: Path, name: str, engine: str = NO_ENGINE) -> Measured:
        """The figures of one of its sets under `root` (TQCHECK_DATA).

        Raises InputError for a file that is wrong, ResourceUnavailable for an engine that cannot run.
        """
        chosen = self.sets[name]
        records = chosen.read(root)
        if engine == PLAIN:
            observations = list(observe_plain(records))
        else:
            rules = self.rules()
            with RunResources(
                Settings(grammar=engine), {kind for rule in rules for kind in rule.needs}
            ) as run:
                observations = list(observe(records, rules, run))
        clean = all(isinstance(record, Spans) and not record.gold for record in records)
        return Measured(chosen.judge(observations), tuple(cases(observations, "fp", None)) if clean else ())


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a set; of clean text also each finding with both sides, a few lines to read."""

    judged: Judged
    findings: tuple[str, ...] = ()
