"""Text and JSON reports: what they say, in which order, and that every place leads back to the file."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tqcheck.config import Settings
from tqcheck.documents import Passage
from tqcheck.jobs import collect_jobs
from tqcheck.model import Side, Span
from tqcheck.pipeline import check_articles
from tqcheck.readers import read
from tqcheck.report import Check, CheckStatus, Failure, Report
from tqcheck.reporters import REPORTERS, ReportOptions, render
from tqcheck.reporters.printable import printable
from tqcheck.reporters.text import _columns, _excerpt
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.selection import select_rules

SCHEMA = json.loads(files("tqcheck.reporters").joinpath("schema-1.json").read_text(encoding="utf-8"))
RULES = select_rules(load_pack(builtin_pack()), ["number-mismatch", "mojibake", "unclosed-bracket"], [])
SOURCE = "这座桥造价3亿元。\n\n它长1200米（含引桥）。\n\n工程历时四年。\n"
TARGET = "The bridge cost 200 million yuan.\n\nIt is 1,200 metres long (approaches included.\n\nThe work took four years.\n"


def report_on(folder: Path, source: str | None, target: str, ending: str = ".txt", **settings: Any) -> Report:
    chosen = Settings(grammar="off", **settings)
    inputs = []
    for side, text in ((Side.SOURCE, source), (Side.TARGET, target)):
        if text is not None:
            (folder / f"{side}{ending}").write_bytes(text.encode())
            inputs.append(folder / f"{side}{ending}")
    with RunResources(chosen, {kind for rule in RULES for kind in rule.needs}) as run:
        return Report("1.0", "signed", tuple(check_articles(collect_jobs(inputs, chosen).jobs, RULES, run)))


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.chdir(tmp_path)
    return report_on(Path(), SOURCE, TARGET)


def test_text_shows_the_line_and_underlines_the_span(report: Report) -> None:
    lines = render("text", report, ReportOptions(width=80)).splitlines()
    at = next(index for index, line in enumerate(lines) if "200 million yuan" in line and "│" in line)
    start = lines[at].index("200 million")
    assert lines[at + 1][start : start + 11] == "^" * 11
    assert lines[at + 1].strip(" │^") == ""
    source = next(index for index, line in enumerate(lines) if "造价3亿元" in line and "│" in line)
    # 造价 before the figure, four Han characters in all, take two columns each
    assert lines[source + 1].index("~") == lines[source].index("3") + len("这座桥造价")
    assert "→ 300 million" in "\n".join(lines)


def test_text_is_worst_first_and_says_what_was_checked(report: Report) -> None:
    text = render("text", report, ReportOptions())
    assert text.index("number-mismatch") < text.index("unclosed-bracket")
    assert "zh → en, from source.txt" in text
    assert "× 1000 / 18 words" in text
    assert "\nChecked: numbers\n" in text
    assert "\x1b" not in text
    assert "\x1b" in render("text", report, ReportOptions(color=True))


def test_what_did_not_run_or_crashed_is_in_every_report(report: Report) -> None:
    (document,) = report.documents
    checks = (Check("grammar", CheckStatus.SKIPPED, "no Java"), Check("names", CheckStatus.FAILED, "boom"))
    broken = replace(document, checks=checks, failures=(Failure("names", "boom"),))
    changed = replace(report, documents=(broken,), problems=("x.jsonl:3: not JSON",))
    for form in REPORTERS:
        text = render(form, changed, ReportOptions())
        for said in ("no Java", "boom", "x.jsonl:3: not JSON"):
            assert said in text, form


def test_no_findings_is_said(tmp_path: Path) -> None:
    clean = TARGET.replace("200 million", "300 million").replace("included.", "included).")
    one = report_on(tmp_path, SOURCE, clean)
    assert render("text", one, ReportOptions()).startswith(f"No findings in {tmp_path}/target.txt (zh → en).")
    two = replace(one, documents=one.documents * 2)
    assert render("text", two, ReportOptions()).startswith("No findings in 2 documents.")
    alone = report_on(tmp_path, None, clean)
    assert "target.txt (en, the translation alone).\n" in render("text", alone, ReportOptions())


def test_a_mark_in_the_source_alone_shows_the_source_alone(report: Report) -> None:
    (document,) = report.documents
    finding = next(each for each in document.findings if each.source_span is not None)
    changed = replace(document, findings=(replace(finding, target=None, target_span=None),))
    shown = [
        line
        for line in render("text", replace(report, documents=(changed,)), ReportOptions()).splitlines()
        if "│" in line
    ]
    assert ["造价3亿元" in shown[0], "~" in shown[1], len(shown)] == [True, True, 2]


def test_engines_are_named_on_one_line(report: Report) -> None:
    (document,) = report.documents
    checks = (
        Check("meaning", CheckStatus.RAN, "use@3, typical cosine 0.73"),
        Check("numbers", CheckStatus.RAN, "nothing of interest"),
        Check("grammar", CheckStatus.RAN, "LanguageTool 6.8 en"),
        Check("overlap", CheckStatus.SKIPPED, "no source"),
    )
    changed = replace(report, documents=(replace(document, checks=checks),))
    lines = render("text", changed, ReportOptions()).splitlines()
    assert lines[-2:] == [
        "Checked: grammar (LanguageTool 6.8 en), meaning (use@3), numbers",
        "Not checked: overlap: no source",
    ]


@pytest.mark.parametrize("evil", ["\x1b]0;owned\x07", "\x9b2J", "\r", "\u202e", "\u2066", "\ud800"])
def test_nothing_from_outside_steers_the_terminal(report: Report, evil: str) -> None:
    (document,) = report.documents
    article, first = document.article, document.findings[0]
    pair = next(pair for pair in article.pairs if pair.id == first.pair)
    assert pair.target is not None
    text = replace(pair.target, passage=Passage.verbatim(evil + pair.target.text))
    changed = replace(
        document,
        name=evil,
        article=replace(
            article,
            target=replace(article.target, path=evil, notes=(evil,)),
            pairs=(replace(pair, target=text),),
        ),
        findings=(replace(first, message=evil + "x", suggestions=(evil + "x",)),),
        checks=(Check("grammar", CheckStatus.RAN, evil), Check("names", CheckStatus.FAILED, evil)),
        failures=(Failure(evil, evil, evil),),
    )
    said = render("text", Report("1", "s", (changed,), problems=(evil,)), ReportOptions())
    assert not {char for char in evil if not char.isascii() or not char.isprintable()} & set(said)
    said.encode()


@given(st.text())
def test_printable_text_is_as_long_as_before_and_on_one_line(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert len(f"x{shown}x".splitlines()) == 1
    assert all(one == other or one in " �" for one, other in zip(shown, text, strict=True))


def test_json_of_a_translation_alone(tmp_path: Path) -> None:
    data = json.loads(render("json", report_on(tmp_path, None, TARGET), ReportOptions()))
    Draft202012Validator(SCHEMA).validate(data)
    (document,) = data["documents"]
    assert document["source"] is None
    assert all(pair["source"] is None for pair in document["pairs"])
    assert [finding["rule"] for finding in document["findings"]] == ["unclosed-bracket"]


def test_json_of_a_bitext_indexes_the_records(tmp_path: Path) -> None:
    record = {"id": "r1", "source": "造价3亿元。", "target": "It cost 200 million yuan."}
    path = tmp_path / "pairs.jsonl"
    path.write_text("\n" + json.dumps(record) + "\n", encoding="utf-8")
    chosen = Settings(grammar="off", source_lang="zh", target_lang="en")
    with RunResources(chosen, ()) as run:
        articles = tuple(check_articles(collect_jobs([path], chosen).jobs, RULES, run))
    data = json.loads(render("json", Report("1.0", "signed", articles), ReportOptions()))
    Draft202012Validator(SCHEMA).validate(data)
    (finding,) = data["documents"][0]["findings"]
    assert finding["pair"] == "r1"
    for side in ("source", "target"):
        place = finding[side]
        assert record[side][place["start"] : place["end"]] == place["text"]


def test_an_altered_report_breaks_the_schema(report: Report) -> None:
    validator = Draft202012Validator(SCHEMA)
    data = json.loads(render("json", report, ReportOptions()))
    validator.validate(data)
    spoils: tuple[Callable[[dict[str, Any]], object], ...] = (
        lambda d: d.pop("checks"),
        lambda d: d["documents"][0]["findings"][0].update(severity="huge"),
        lambda d: d["documents"][0]["findings"][0]["target"].update(start=-1),
        lambda d: d["summary"]["findings"].pop("minor"),
    )
    for spoil in spoils:
        wrong = json.loads(json.dumps(data))
        spoil(wrong)
        assert list(validator.iter_errors(wrong))


# ------------------------------------------------------------------------- places, in every format

_WORDS = st.sampled_from(
    [
        "The bridge",
        "cost",
        "200 million yuan",
        "(approaches",
        "lâ€™eau",
        "naïve",
        "桥",
        "😀",
        "&",
        "<b>",
        "A.",
        "—",
    ]
)
_PARAGRAPHS = st.lists(st.lists(_WORDS, min_size=1, max_size=12).map(" ".join), min_size=1, max_size=4)


def _text(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(paragraphs) + "\n"


def _markdown(paragraphs: Sequence[str]) -> str:
    body = "\n\n".join(f"{text} *and* [a link](https://x.example) `code`" for text in paragraphs)
    return f"---\ntitle: x\n---\n\n# Title\n\n{body}\n\n```\ncode\n```\n"


def _html(paragraphs: Sequence[str]) -> str:
    from html import escape

    body = "".join(f"<p>{escape(text)} and <em>more</em>&nbsp;text.</p>\n" for text in paragraphs)
    return f"<html><body><nav><a href='/'>Home</a></nav><article><h1>Title</h1>{body}</article></body></html>"


@pytest.mark.parametrize(("ending", "write"), [(".txt", _text), (".md", _markdown), (".html", _html)])
@given(paragraphs=_PARAGRAPHS, newline=st.sampled_from(["\n", "\r\n"]), mark=st.sampled_from(["", "\ufeff"]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_place_is_the_text_of_the_file(
    tmp_path: Path,
    ending: str,
    write: Callable[[Sequence[str]], str],
    paragraphs: list[str],
    newline: str,
    mark: str,
) -> None:
    text = mark + write(["The bridge is long.", *paragraphs]).replace("\n", newline)
    report = report_on(tmp_path, None, text, ending, target_lang="en")
    file = read(tmp_path / f"target{ending}", Side.TARGET).text
    assert file == text.removeprefix("\ufeff")
    data = json.loads(render("json", report, ReportOptions()))
    Draft202012Validator(SCHEMA).validate(data)
    lines = file.split(newline)
    document = data["documents"][0]
    assert document["pairs"]
    for place in (each["target"] for each in (*document["pairs"], *document["findings"])):
        assert place["text"] == file[place["start"] : place["end"]]
        line = lines[place["line"] - 1]
        first = place["text"].split(newline)[0]
        assert line[place["column"] - 1 :].startswith(first)


def test_a_text_as_wide_as_the_line_is_not_cut() -> None:
    assert _excerpt("0" * 20, Span(19, 20), 20) == ("0" * 20, Span(19, 20))


@given(st.text(max_size=300), st.data(), st.integers(20, 100))
def test_an_excerpt_fits_and_keeps_its_mark(text: str, data: st.DataObject, columns: int) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    line, place = _excerpt(text, Span(start, end), columns)
    assert place is not None
    assert _columns(line) <= columns
    assert place.end <= len(line)
    shown = place.of(line)
    same = [one == other or one in " �" for one, other in zip(shown, text[start:end], strict=False)]
    assert all(same)
    assert shown or start == end or place.start == len(line) or _columns(text[start]) > columns
