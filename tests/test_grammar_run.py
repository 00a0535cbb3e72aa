"""Whole runs with a grammar engine: one server for all articles, what its death costs, and how each engine's findings are kept apart."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil
import pytest

from requires import requires
from tqcheck.cli import main
from tqcheck.languagetool.jvm import Jvm
from tqcheck.languagetool.matches import GrammarMatch
from tqcheck.languagetool.server import LanguageToolServer
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.selection import select_rules

ARTICLES = 10
MANIFEST = [
    {
        "id": f"{article}-{number}",
        "document": f"article-{article}",
        "target": text,
        "target_lang": "en",
    }
    for article in range(ARTICLES)
    for number, text in enumerate(
        (f"He go home every day, and platform {article} is closed.", "She bought an car near the the lake.")
    )
]
ONLY = ["--select", "grammar-checker", "--select", "doubled-word", "--select", "harper-checker"]

Outcome = tuple[int, dict[str, Any]]
Check = Callable[..., Outcome]


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Runs `tqcheck check` on ten articles; its exit code and its JSON report."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "ten.jsonl"
    path.write_text("\n".join(map(json.dumps, MANIFEST)), encoding="utf-8")

    def run(*arguments: str) -> Outcome:
        with pytest.raises(SystemExit) as stop:
            main(["check", str(path), "-f", "json", "--fail-on", "never", "-q", *ONLY, *arguments])
        return int(stop.value.code or 0), json.loads(capsys.readouterr().out)

    return run


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where a LanguageTool answers for the tests that are not about starting one."""
    requires("java")
    with LanguageToolServer() as shared:
        yield shared.url


def _jvms() -> list[psutil.Process]:
    return [child for child in psutil.Process().children(recursive=True) if child.name() == "java"]


@dataclass
class Watched:
    """What went on with the server: starts, the JVMs seen at each article, and when to kill them."""

    starts: int = 0
    articles: int = 0
    kill_before: tuple[int, ...] = ()
    pids: set[int] = field(default_factory=set)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Watched:
    requires("java")
    seen = Watched()
    others = {jvm.pid for jvm in _jvms()}  # a server that other tests share
    start, check_all = Jvm.__init__, LanguageToolServer.check_all

    def counted_start(self: Jvm, *arguments: Any) -> None:
        seen.starts += 1
        start(self, *arguments)

    def counted_check(self: LanguageToolServer, texts: list[str], language: str) -> list[list[GrammarMatch]]:
        jvms = [jvm for jvm in _jvms() if jvm.pid not in others]
        seen.pids |= {jvm.pid for jvm in jvms}
        if seen.articles in seen.kill_before:
            for jvm in jvms:
                jvm.kill()
                jvm.wait(timeout=20)
        seen.articles += 1
        return check_all(self, texts, language)

    monkeypatch.setattr(Jvm, "__init__", counted_start)
    monkeypatch.setattr(LanguageToolServer, "check_all", counted_check)
    return seen


def _findings(report: Mapping[str, Any]) -> list[tuple[str, str, str, str]]:
    return [
        (finding["pair"], finding["rule"], finding["target"]["text"], finding["fingerprint"])
        for document in report["documents"]
        for finding in document["findings"]
    ]


def _grammar(report: Mapping[str, Any]) -> tuple[str, str]:
    (found,) = [each for each in report["checks"] if each["name"] == "grammar"]
    return found["status"], found["detail"]


@pytest.mark.java
def test_ten_articles_start_one_jvm_and_its_death_costs_none(check: Check, watched: Watched) -> None:
    code, undisturbed = check()
    assert code == 0
    assert _grammar(undisturbed)[0] == "ran"
    assert len(undisturbed["documents"]) == ARTICLES
    assert {rule for _, rule, *_ in _findings(undisturbed)} == {"grammar-checker", "doubled-word"}
    assert (watched.starts, len(watched.pids), watched.articles) == (1, 1, ARTICLES)
    assert not _jvms() or watched.pids.isdisjoint({jvm.pid for jvm in _jvms()}), "it ends with the run"

    watched.articles, watched.kill_before = 0, (4,)
    code, disturbed = check()
    assert code == 0
    assert watched.starts == 3, "the first run's, the second's, and the one that replaced it"
    assert _grammar(disturbed)[0] == "ran"
    assert _findings(disturbed) == _findings(undisturbed)


@pytest.mark.java
def test_a_jvm_that_dies_twice_fails_the_grammar_check_and_loses_no_article(
    check: Check, watched: Watched
) -> None:
    watched.kill_before = (3, 6)
    code, report = check()
    assert code == 4
    status, detail = _grammar(report)
    assert status == "failed"
    assert "died twice" in detail
    assert watched.starts == 2
    assert len(report["documents"]) == ARTICLES
    failed = [bool(document["failures"]) for document in report["documents"]]
    assert failed == [False] * 6 + [True] * 4
    by_rule = [{finding["rule"] for finding in document["findings"]} for document in report["documents"]]
    assert by_rule == [{"grammar-checker", "doubled-word"}] * 6 + [{"doubled-word"}] * 4


@pytest.mark.java
def test_a_server_that_runs_elsewhere_is_used_and_named(
    check: Check, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Jvm, "__init__", None)  # nothing is started
    code, report = check("--languagetool-url", address)
    assert code == 0
    status, detail = _grammar(report)
    assert status == "ran"
    assert address.rstrip("/") in detail
    assert "grammar-checker" in {rule for _, rule, *_ in _findings(report)}


@pytest.mark.java
def test_a_baseline_of_one_engine_hides_nothing_of_the_other(check: Check, address: str) -> None:
    flags = {"languagetool": ("--languagetool-url", address), "harper": ("--grammar", "harper")}
    reports = {engine: check(*arguments)[1] for engine, arguments in flags.items()}
    for engine, report in reports.items():
        assert engine in _grammar(report)[1].lower()
        assert engine in report["signature"].lower()
    prints = {
        engine: {print_ for _, rule, _, print_ in _findings(report) if rule != "doubled-word"}
        for engine, report in reports.items()
    }
    assert prints["languagetool"]
    assert prints["harper"]
    assert prints["languagetool"].isdisjoint(prints["harper"])


FAULTS = [
    ("The council approved the the plan on Friday.", "the the"),
    ("He bought an car in the old town.", "an"),
    ("They will recieve the letter next week.", "recieve"),
    ("The leaders has agreed on the plan.", "has"),
]


def _about(report: Mapping[str, Any], fault: str) -> Iterator[Mapping[str, Any]]:
    for document in report["documents"]:
        for pair in document["pairs"]:
            start = pair["target"]["text"].find(fault)
            for finding in document["findings"]:
                place = finding["target"]
                if finding["pair"] != pair["id"] or not place or start < 0:
                    continue
                if place["start"] < start + len(fault) and start < place["end"]:
                    yield finding


@pytest.mark.parametrize("engine", [pytest.param("languagetool", marks=pytest.mark.java), "harper"])
def test_one_fault_is_one_finding_whoever_sees_it(
    engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest
) -> None:
    flags = ["--grammar", "harper"]
    if engine == "languagetool":
        flags = ["--languagetool-url", request.getfixturevalue("address")]
    path = tmp_path / "faults.jsonl"
    records = [{"id": str(i), "target": text, "target_lang": "en"} for i, (text, _) in enumerate(FAULTS)]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["check", str(path), "-f", "json", "-q", *flags])
    report = json.loads(capsys.readouterr().out)
    for _, fault in FAULTS:
        about = list(_about(report, fault))
        assert len(about) <= 1, about
        assert about or engine == "harper", fault
        for finding in about:
            assert finding["suggestions"], finding


def test_style_is_off_until_it_is_asked_for() -> None:
    rules = load_pack(builtin_pack())
    assert "style-checker" not in {rule.id for rule in select_rules(rules, [], [])}
    assert "style-checker" in {rule.id for rule in select_rules(rules, ["grammar/*"], [])}


@pytest.mark.java
def test_style_that_is_asked_for_is_found(check: Check, address: str, tmp_path: Path) -> None:
    wordy = {"id": "0", "target": "First of all, it was a new innovation.", "target_lang": "en"}
    (tmp_path / "ten.jsonl").write_text(json.dumps(wordy))
    assert _findings(check("--languagetool-url", address)[1]) == []
    _, report = check("--languagetool-url", address, "--select", "grammar/*")
    assert {rule for _, rule, *_ in _findings(report)} == {"style-checker"}


@pytest.mark.java
@pytest.mark.parametrize("language", ["en", "en-US", "en-GB"])
def test_no_variety_of_english_is_an_error(check: Check, address: str, tmp_path: Path, language: str) -> None:
    both = (
        "The colour and the color of the centre, organised or organized; he learnt and she learned to travel."
    )
    record = {"id": "0", "target": both, "target_lang": language}
    (tmp_path / "ten.jsonl").write_text(json.dumps(record))
    everything = ["--languagetool-url", address, "--select", "spelling-checker", "--select", "grammar/*"]
    assert _findings(check(*everything)[1]) == []


@pytest.mark.java
def test_a_language_without_rules_is_skipped_with_the_reason(
    check: Check, address: str, tmp_path: Path
) -> None:
    record = {"id": "0", "target": "다리가 완공되었다.", "target_lang": "ko"}
    (tmp_path / "ten.jsonl").write_text(json.dumps(record))
    status, detail = _grammar(check("--languagetool-url", address)[1])
    assert status == "skipped"
    assert "ko" in detail


@pytest.mark.java
def test_what_nobody_has_measured_is_hidden_by_default(check: Check, address: str, tmp_path: Path) -> None:
    record = {"id": "0", "target": "To jest jest dobry pomysł.", "target_lang": "pl"}
    (tmp_path / "ten.jsonl").write_text(json.dumps(record))
    assert _findings(check("--languagetool-url", address)[1]) == []
    _, report = check("--languagetool-url", address, "--min-confidence", "low")
    assert [(rule, marked) for _, rule, marked, _ in _findings(report)] == [("grammar-checker", "jest jest")]
