"""Which grammar engine a run uses, and what the report says when there is none or when it dies."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from requires import requires
from tqcheck.config import Settings
from tqcheck.jobs import collect_jobs
from tqcheck.pipeline import Job, check_articles
from tqcheck.report import ArticleReport, CheckStatus, Report
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.selection import select_rules

RULES = select_rules(load_pack(builtin_pack()), ["grammar-checker", "harper-checker", "doubled-word"], [])
WRONG = "He go home every day."


def _jobs(folder: Path, targets: list[str], language: str = "en") -> tuple[Job, ...]:
    path = folder / "pairs.jsonl"
    records = [{"id": str(i), "target": text, "target_lang": language} for i, text in enumerate(targets)]
    path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return collect_jobs([path], Settings()).jobs


def _reports(jobs: tuple[Job, ...], grammar: str) -> Iterator[ArticleReport]:
    with RunResources(Settings(grammar=grammar), {kind for rule in RULES for kind in rule.needs}) as run:
        yield from check_articles(jobs, RULES, run)


def _grammar(report: ArticleReport) -> tuple[CheckStatus, str]:
    (check,) = [check for check in report.checks if check.name == "grammar"]
    return check.status, check.detail


@pytest.fixture
def _no_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)


@pytest.mark.usefixtures("_no_java")
def test_without_java_harper_checks_english_and_the_report_says_why(tmp_path: Path) -> None:
    (report,) = _reports(_jobs(tmp_path, ["I would of gone to the the office."]), "auto")
    status, detail = _grammar(report)
    assert status is CheckStatus.RAN
    assert detail.startswith("Harper")
    assert "Java" in detail
    assert report.findings


@pytest.mark.usefixtures("_no_java")
def test_without_java_other_languages_are_skipped_and_the_report_says_so(tmp_path: Path) -> None:
    (report,) = _reports(_jobs(tmp_path, ["Er gehen heute in die Schule."], "de"), "auto")
    status, detail = _grammar(report)
    assert status is CheckStatus.SKIPPED
    assert "de" in detail
    assert "Java" in detail


@pytest.mark.usefixtures("_no_java")
def test_languagetool_alone_is_never_replaced(tmp_path: Path) -> None:
    (report,) = _reports(_jobs(tmp_path, [WRONG]), "languagetool")
    assert _grammar(report)[0] is CheckStatus.SKIPPED
    assert not report.failures


def test_off_is_said(tmp_path: Path) -> None:
    (report,) = _reports(_jobs(tmp_path, [WRONG]), "off")
    assert _grammar(report)[0] is CheckStatus.SKIPPED


@pytest.mark.java
def test_languagetool_marks_the_error(tmp_path: Path) -> None:
    requires("java")
    (report,) = _reports(_jobs(tmp_path, [WRONG]), "auto")
    assert _grammar(report)[1].startswith("LanguageTool")
    (finding,) = report.findings
    assert finding.target is not None
    assert finding.target.text in {"go", "He go"}


@pytest.mark.java
def test_harper_stands_in_for_a_languagetool_that_does_not_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    requires("java")
    (tmp_path / "languagetool-server.jar").write_bytes(b"this is no jar")
    monkeypatch.setenv("TQCHECK_LANGUAGETOOL", str(tmp_path))
    (report,) = _reports(_jobs(tmp_path, ["I would of gone to the the office."]), "auto")
    status, detail = _grammar(report)
    assert status is CheckStatus.RAN
    assert detail.startswith("Harper")
    assert "did not start" in detail


@pytest.mark.java
def test_a_server_that_dies_mid_run_fails_its_rule_and_the_rest_stands(tmp_path: Path) -> None:
    requires("java")
    reports = _reports(_jobs(tmp_path, [f"{WRONG} Near the the lake."] * 4), "auto")
    told = []
    for _ in range(4):
        report = next(reports)
        told.append(report)
        for child in psutil.Process().children(recursive=True):
            if "org.languagetool.server.HTTPServer" in " ".join(child.cmdline()) and child.name() == "java":
                child.kill()
    statuses = [_grammar(report)[0] for report in told]
    # It is started once more; when that one dies too, the grammar check has failed from there on.
    assert statuses == [CheckStatus.RAN, CheckStatus.RAN, CheckStatus.FAILED, CheckStatus.FAILED]
    for report in told[2:]:
        assert [finding.rule for finding in report.findings] == ["doubled-word"]
    assert [bool(report.failures) for report in told] == [False, False, True, True]
    whole = Report("1", "", tuple(told))
    assert whole.failed_rules
    assert {check.name: check.status for check in whole.checks}["grammar"] is CheckStatus.FAILED
