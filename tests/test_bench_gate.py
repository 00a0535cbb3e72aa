"""The gate: no figure on our own labelled set, and on the public ones where they are, falls below its floor."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from requires import requires
from tqcheck.bench.convert import SETS
from tqcheck.bench.engines import alignment_f1
from tqcheck.bench.floors import broken, read_floors
from tqcheck.bench.focus.numbers import NUMBERS
from tqcheck.bench.judge import judge
from tqcheck.bench.labels import Labelled, read_labelled
from tqcheck.bench.observe import Observation, Seen, observe
from tqcheck.config import Settings
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.selection import select_rules

HERE = Path(__file__).parent / "bench"
RULES = select_rules(load_pack(builtin_pack()), [], [])


def observed(records: tuple[Labelled, ...]) -> tuple[Observation, ...]:
    with RunResources(Settings(grammar="off"), {kind for rule in RULES for kind in rule.needs}) as run:
        return tuple(observe(records, RULES, run))


@pytest.fixture(scope="module")
def gate() -> tuple[Observation, ...]:
    return observed(read_labelled(HERE / "gate.jsonl"))


def without(rule: str, seen: Seen) -> Seen:
    return replace(seen, findings=tuple(finding for finding in seen.findings if finding.rule != rule))


def test_our_own_set_is_large_enough() -> None:
    records = read_labelled(HERE / "gate.jsonl")
    assert len(records) >= 400
    assert len({record.pair for record in records}) >= 10


def test_nothing_falls_below_its_floor(gate: tuple[Observation, ...]) -> None:
    floors = read_floors(HERE / "floors.toml")
    assert list(broken(floors, {"gate": judge(gate)})) == []


def test_a_rule_that_is_taken_out_is_named(gate: tuple[Observation, ...]) -> None:
    floors = read_floors(HERE / "floors.toml")
    figures = judge([replace(each, seen=without("mojibake", each.seen)) for each in gate])
    failed = list(broken(floors, {"gate": figures}))
    assert failed
    assert all("mojibake" in line for line in failed)


@pytest.mark.data
@pytest.mark.parametrize(
    "name", ["challenge/hwtsc_zh-en", "clean/zh-en", "clean/ru-en", "hallucination/de-en"]
)
def test_public_sets_stay_above_their_floors(name: str) -> None:
    requires("data")
    root = Path(os.environ["TQCHECK_DATA"])
    floors = [floor for floor in read_floors(HERE / "public_floors.toml") if floor.set == name]
    assert floors
    assert list(broken(floors, {name: judge(observed(SETS[name].sampled(root)))})) == []


@pytest.mark.data
@pytest.mark.parametrize("name", NUMBERS.sets)
def test_the_rules_about_numbers_stay_above_their_floors(name: str) -> None:
    requires("data")
    floors = [floor for floor in read_floors(HERE / "public_floors.toml") if floor.set == f"numbers/{name}"]
    assert floors
    figures = NUMBERS.measure(Path(os.environ["TQCHECK_DATA"]), name).judged
    assert list(broken(floors, {f"numbers/{name}": [figures]})) == []


@pytest.mark.data
@pytest.mark.parametrize(("name", "least"), [("de-fr_textberg", 0.89), ("zh-en_mac", 0.87)])
def test_alignment_stays_above_its_floor(name: str, least: float) -> None:
    requires("data")
    figures = alignment_f1(Path(os.environ["TQCHECK_DATA"]) / "align" / f"align_{name}.jsonl")
    assert figures["F1"] >= least
