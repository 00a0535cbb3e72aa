"""The samples: every planted error of major or worse is reported, the clean pairs stay quiet, reports are golden."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from samples import FOLDER, Planted, Sample, samples
from tqcheck.config import Settings
from tqcheck.jobs import collect_jobs
from tqcheck.model import Category
from tqcheck.pipeline import check_articles, signature
from tqcheck.report import Report
from tqcheck.reporters import ReportOptions, render
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack

GOLDEN = Path(__file__).parent / "golden"
SAMPLES = samples()
RULES = load_pack(builtin_pack())


@cache
def report(name: str) -> Report:
    """The report on a sample, without a grammar engine: the same on every machine."""
    sample = next(sample for sample in SAMPLES if sample.name == name)
    settings = Settings(grammar="off")
    with RunResources(settings, {kind for rule in RULES for kind in rule.needs}) as run:
        jobs = collect_jobs([Path(path).relative_to(FOLDER.parent) for path in sample.inputs], settings)
        articles = tuple(check_articles(jobs.jobs, RULES, run))
        return Report("TEST", signature(run, RULES), articles)


def _json(name: str) -> dict[str, Any]:
    return dict(json.loads(render("json", report(name), ReportOptions())))


@pytest.fixture(autouse=True)
def _in_the_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(FOLDER.parent)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_origin_says_is_in_the_files_once(sample: Sample) -> None:
    (article,) = report(sample.name).documents
    for planted in sample.planted:
        if planted.target is not None:
            assert article.article.target.text.count(planted.target) == 1, planted
        if planted.source is not None and article.article.source is not None:
            assert article.article.source.text.count(planted.source) == 1, planted


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_planted_errors_are_found_by_their_rule(sample: Sample) -> None:
    findings = _json(sample.name)["documents"][0]["findings"]
    (article,) = report(sample.name).documents
    missed = [
        planted
        for planted in sample.planted
        if planted.severity in {"major", "critical"}
        and not _is_found(planted, findings, article.article.target.text, _source_text(sample.name))
    ]
    assert missed == []


def test_every_kind_of_wrong_figure_is_planted_in_some_sample() -> None:
    planted = {row.rule for sample in SAMPLES for row in sample.planted}
    assert {rule.id for rule in RULES if rule.category is Category.NUMBERS} <= planted


def _source_text(name: str) -> str:
    source = report(name).documents[0].article.source
    return source.text if source else ""


def _is_found(planted: Planted, findings: list[dict[str, Any]], target: str, source: str) -> bool:
    for side, wanted, text in (("target", planted.target, target), ("source", planted.source, source)):
        if wanted is None:
            continue
        start = text.index(wanted)
        for finding in findings:
            place = finding[side]
            if (
                finding["rule"] == planted.rule
                and place is not None
                and place["start"] < start + len(wanted)
                and start < place["end"]
            ):
                return True
    return False


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_nothing_major_is_found_that_was_not_planted(sample: Sample) -> None:
    (article,) = report(sample.name).documents
    target, source = article.article.target.text, _source_text(sample.name)
    places = [
        (side, text.index(wanted), text.index(wanted) + len(wanted))
        for planted in sample.planted
        for side, wanted, text in (("target", planted.target, target), ("source", planted.source, source))
        if wanted is not None
    ]
    false = [
        finding
        for finding in _json(sample.name)["documents"][0]["findings"]
        if finding["severity"] != "minor"
        and not any(
            finding[side] is not None and finding[side]["start"] < end and start < finding[side]["end"]
            for side, start, end in places
        )
    ]
    assert [(finding["rule"], finding["message"]) for finding in false] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_json_report_keeps_its_contract(sample: Sample) -> None:
    data = _json(sample.name)
    schema = json.loads(render_schema())
    Draft202012Validator(schema).validate(data)
    (article,) = report(sample.name).documents
    files = {"source": _source_text(sample.name), "target": article.article.target.text}
    document = data["documents"][0]
    for place in (*document["pairs"], *document["findings"]):
        for side, text in files.items():
            if place[side] is not None:
                assert place[side]["text"] == text[place[side]["start"] : place[side]["end"]]


def render_schema() -> str:
    """The schema file that is part of the package."""
    from importlib.resources import files

    return files("tqcheck.reporters").joinpath("schema-1.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
@pytest.mark.parametrize("form", ["text", "json"])
def test_golden_reports(sample: Sample, form: str, request: pytest.FixtureRequest) -> None:
    text = _scrubbed(render(form, report(sample.name), ReportOptions(width=100)))
    path = GOLDEN / f"{sample.name}.{form}"
    if request.config.getoption("--update-golden"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), "run `make golden` and read the diff"


def _scrubbed(text: str) -> str:
    """Cosines differ in their last digits from machine to machine; the rules' hash with every rule."""
    text = re.sub(r'("similarity": -?\d\.\d)\d*', r"\1…", text)
    text = re.sub(r'("quality": -?\d\.\d)\d*', r"\1…", text)
    return re.sub(r"rules:[0-9a-f]{8}", "rules:…", text)
