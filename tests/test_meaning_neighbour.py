"""A target that translates the source of the pair beside instead of its own."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from tqcheck.config import Settings
from tqcheck.jobs import collect_jobs
from tqcheck.model import Finding
from tqcheck.pipeline import check_articles
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.rule import AnyRule
from tqcheck.rules.selection import select_rules

SOURCE = [
    "Der Gemeinderat hat gestern den Bau eines neuen Hallenbades beschlossen.",
    "Zwei Winzer aus dem Nachbardorf klagen gegen die Umgehungsstraße.",
    "In der alten Mühle soll ein Museum für Uhren entstehen.",
    "Wegen des Frostes fällt die Apfelernte in diesem Jahr mager aus.",
    "Der Zirkus gastiert noch bis Sonntag auf dem Festplatz.",
    "Die Feuerwehr sucht Freiwillige, die nachts ausrücken können.",
    "Ein Lehrer hat mit seiner Klasse einen Roboter gebaut.",
    "Am Bahnhof werden ab März die Aufzüge erneuert.",
]
TARGET = [
    "Yesterday the local council decided to build a new indoor swimming pool.",
    "Two winegrowers from the next village are suing over the bypass.",
    "A clock museum is to be set up in the old mill.",
    "Because of the frost the apple harvest is poor this year.",
    "The circus is in town, on the fairground, until Sunday.",
    "The fire brigade is looking for volunteers who can turn out at night.",
    "A teacher and his class have built a robot.",
    "From March on the lifts at the railway station are to be replaced.",
]
RULES = ("meaning/*", "repeated-sentence", "omitted-sentence")


@cache
def _open() -> tuple[tuple[AnyRule, ...], RunResources]:
    rules = tuple(select_rules(load_pack(builtin_pack()), RULES, ()))
    return rules, RunResources(Settings(grammar="off"), {kind for rule in rules for kind in rule.needs})


def findings(folder: Path, source: Sequence[str], target: Sequence[str]) -> tuple[Finding, ...]:
    """The findings on pairs that are given, by their order."""
    path = folder / "pairs.jsonl"
    records = [
        {
            "document": "a",
            "id": str(at),
            "source": one,
            "target": two,
            "source_lang": "de",
            "target_lang": "en",
        }
        for at, (one, two) in enumerate(zip(source, target, strict=True))
    ]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    rules, run = _open()
    (report,) = check_articles(collect_jobs([path], Settings(grammar="off")).jobs, rules, run)
    assert report.failures == ()
    return report.findings


def test_a_right_translation_has_none(tmp_path: Path) -> None:
    assert findings(tmp_path, SOURCE, TARGET) == ()


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (3, "The yield of apples will be small this year owing to frosts."),
        (6, "Together with his pupils a teacher constructed a robot."),
    ],
)
@pytest.mark.parametrize("offset", [-1, 1])
def test_the_sentence_beside_said_in_other_words(tmp_path: Path, place: int, says: str, offset: int) -> None:
    target = list(TARGET)
    target[place + offset] = says
    (found,) = findings(tmp_path, SOURCE, target)
    assert (found.rule, found.pair) == ("neighbour-translated", str(place + offset))
    assert SOURCE[place][:40] in found.message


def test_what_was_left_out_there_stands_here(tmp_path: Path) -> None:
    target = [*TARGET[:4], TARGET[5], "", *TARGET[6:]]
    found = {finding.pair: finding.rule for finding in findings(tmp_path, SOURCE, target)}
    assert found == {"4": "neighbour-translated", "5": "omitted-sentence"}


def test_a_bitext_out_of_step_is_one_finding(tmp_path: Path) -> None:
    target = [TARGET[0], "The paper has collected the news of the week:", *TARGET[1:7]]
    found = {finding.pair: finding for finding in findings(tmp_path, SOURCE, target)}
    assert {pair: each.rule for pair, each in found.items()} == {
        "1": "distant-meaning",
        "2": "neighbour-translated",
    }
    assert "6 in a row" in found["2"].message
