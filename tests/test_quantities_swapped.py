"""Figures in each other's places: told by units or by the words around them, never by a clause that moved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tqcheck.config import Settings
from tqcheck.jobs import collect_jobs
from tqcheck.pipeline import check_articles
from tqcheck.quantities.compare.swapped import crossings
from tqcheck.quantities.parse import parse
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.selection import select_rules

RULES = select_rules(load_pack(builtin_pack()), ["number-swapped"], [])
SWAPPED = [
    ("de", "Das Museum hat 340 freiwillige Helfer und zählte im vergangenen Jahr 120 Konzerte.",
     "The museum has 120 volunteer helpers and counted 340 concerts last year."),
    ("es", "La reserva cuesta 30 dólares, mientras que el pase de un día solo cuesta 10 dólares.",
     "The reservation costs 10 dollars, while the one-day pass costs only 30 dollars."),
    ("zh", "该群岛由15个岛屿组成，分布在220万平方公里的海面上。",
     "The archipelago consists of 2.2 million islands spread over 15 square kilometres of sea."),
]  # fmt: skip
RIGHT = [
    ("de", "Rund 60 Geräte überhitzten, wodurch es in 6 Wohnungen zu Bränden kam.",
     "Fires broke out in 6 homes because about 60 devices overheated."),
    ("ru", "В 28 матчах он набрал 39 очков.", "He notched up 39 points in 28 matches."),
    ("es", "La reserva cuesta 30 dólares, mientras que el pase de un día solo cuesta 10 dólares.",
     "The one-day pass costs only 10 dollars, while the reservation costs 30 dollars."),
]  # fmt: skip


def swapped(folder: Path, language: str, source: str, target: str) -> bool:
    """What the whole pipeline says, with the real embedder."""
    record = {"source": source, "target": target, "source_lang": language, "target_lang": "en"}
    (folder / "pairs.jsonl").write_text(json.dumps(record), encoding="utf-8")
    settings = Settings(grammar="off")
    with RunResources(settings, {kind for rule in RULES for kind in rule.needs}) as run:
        (report,) = check_articles(collect_jobs([folder / "pairs.jsonl"], settings).jobs, RULES, run)
    assert not report.failures
    return bool(report.findings)


@pytest.mark.parametrize(("language", "source", "target"), SWAPPED)
def test_exchanged_figures_are_told(tmp_path: Path, language: str, source: str, target: str) -> None:
    assert swapped(tmp_path, language, source, target)


@pytest.mark.parametrize(("language", "source", "target"), RIGHT)
def test_exchanged_clauses_are_not(tmp_path: Path, language: str, source: str, target: str) -> None:
    assert not swapped(tmp_path, language, source, target)


def test_dates_and_ranges_are_no_crossings() -> None:
    source, target = "vom 3. Mai 2020, 5 bis 12 Leute", "12 to 5 people, in 2020, on May 3"
    found = crossings(source, target, parse(source, "de"), parse(target, "en"), ("de", "en"))
    assert list(found) == []
