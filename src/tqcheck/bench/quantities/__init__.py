"""How often the rules about numbers are right, on the sets that are about numbers and on people's translations.

Only rules of the category `accuracy/number` run, on whole sets: what `tqcheck.bench` measures of these is a part, with
all rules. Of a spoiled translation it counts whether it is flagged at all, and whether with a finding that the good one
has not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from tqcheck.bench.convert import SETS, LabelledSet, clean
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

# The languages whose number words, dates and units the engine knows; of others it reads digits and SI units.
LANGUAGES = frozenset("zh ja ko ru uk de fr es pt it nl pl tr ar hi".split())

_CONTRAST = {
    "bad flagged": ratio("bad flagged", "records"),
    "bad flagged anew": ratio("bad flagged anew", "records"),
    "good flagged": ratio("good flagged", "records"),
}
_SETTINGS = Settings(grammar="off")


@dataclass(frozen=True, slots=True)
class NumberSet:
    """A set, and which of its records count. `scopes`: what a figure of a contrast is about; None for clean text."""

    labelled: LabelledSet
    scopes: Scoped | None = None

    def read(self, root: Path) -> tuple[Labelled, ...]:
        """The records that count, in file order. Raises InputError as LabelledSet.read does."""
        return tuple(
            record
            for record in self.labelled.read(root)
            if not isinstance(record, Contrast) or record.category == Category.NUMBERS.mqm
        )


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures of a set; of clean text also each finding with both sides, a few lines to read."""

    judged: Judged
    findings: tuple[str, ...] = ()


def _phenomenon(record: Contrast) -> Iterable[Scope]:
    yield "kind", record.kind


def _language(record: Contrast) -> Iterable[Scope]:
    known = record.source_lang in LANGUAGES
    yield "languages", "known" if known else "other"
    if known:
        yield "language", record.source_lang


def _clean(pair: str) -> NumberSet:
    """All references, those too in which raters marked something: that is seldom a number."""
    convert = partial(clean.references, marked=True)
    return NumberSet(LabelledSet(f"clean/clean_refs_{pair}.jsonl.gz", convert, Spans))


NUMBER_SETS = {
    "challenge/hwtsc_zh-en": NumberSet(SETS["challenge/hwtsc_zh-en"], _phenomenon),
    "challenge/aces_units": NumberSet(SETS["challenge/aces_units"], _language),
    "challenge/demetr": NumberSet(SETS["challenge/demetr"], _language),
    **{f"clean/{pair}": _clean(pair) for pair in ("zh-en", "ru-en", "ja-en", "uk-en")},
}


def measure(root: Path, name: str) -> Measured:
    """The figures of one of NUMBER_SETS under `root` (TQCHECK_DATA). Raises InputError for a file that is wrong."""
    numbers = NUMBER_SETS[name]
    rules = number_rules()
    with RunResources(_SETTINGS, {kind for rule in rules for kind in rule.needs}) as run:
        observations = list(observe(numbers.read(root), rules, run))
    if numbers.scopes is not None:
        return Measured(judge_numbers(observations, numbers.scopes))
    return Measured(judge_clean(observations), tuple(cases(observations, "fp", None)))


def number_rules() -> tuple[AnyRule, ...]:
    """The built-in rules about numbers, those that are off by default left out."""
    rules = select_rules(load_pack(builtin_pack()), (), ())
    return tuple(rule for rule in rules if rule.category is Category.NUMBERS)


def judge_numbers(observations: Sequence[Observation], scopes: Scoped) -> Judged:
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


def judge_clean(observations: Sequence[Observation]) -> Judged:
    """How loud each rule is; an article is a cluster."""
    counts = Counts()
    for observation in observations:
        record, seen = observation.record, observation.seen
        cluster = record.document or record.where
        counts.add(ALL, cluster, words=seen.words, findings=len(seen.findings))
        for rule, many in Counter(finding.rule for finding in seen.findings).items():
            counts.add(("rule", rule), cluster, findings=many)
    return judged("clean", observations, counts, counts.figures(LOUD), ("findings",))
