"""The figures of a focus (the rules about numbers, about names): what counts as flagged, what is drawn to be read, what the section says."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from requires import requires
from tqcheck.bench.focus.__main__ import drawn, main
from tqcheck.bench.focus.grammar import GRAMMAR
from tqcheck.bench.focus.judges import judge_marked
from tqcheck.bench.focus.measure import NO_ENGINE, PLAIN, Measured
from tqcheck.bench.focus.names import NAMES
from tqcheck.bench.focus.numbers import NUMBERS
from tqcheck.bench.focus.plain import finding_of
from tqcheck.bench.focus.section import section
from tqcheck.bench.focus.silenced import silenced
from tqcheck.bench.judge import ALL
from tqcheck.bench.labels import Labelled, Spans, parse_labelled
from tqcheck.bench.observe import Observation, Seen
from tqcheck.errors import UsageError
from tqcheck.languagetool.matches import GrammarMatch
from tqcheck.model import Category, Severity, Span

SPOILED = [
    ("它有48个房间。", "It has 48 rooms.", "It has 84 rooms.", "Number(Same Format)"),
    ("它花费300元。", "It cost 300 yuan.", "It cost it 300 yuan.", "Number(Same Format)"),
    ("他有56本书。", "He has 65 books.", "He has 65 book.", "Number(Swapped Number)"),
    ("他没有来。", "He did not come.", "He came 25 times.", "Affirmation/Negation"),
]
CLEAN = [
    ("a", "Дом стоит 300 рублей.", "The house costs 300 roubles.", None),
    ("a", "В нём 48 комнат.", "It has 84 rooms.", 5.0),
    ("b", "Он пришёл.", "He came.", None),
]


def write(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    path.parent.mkdir(exist_ok=True)
    text = "".join(json.dumps(row) + "\n" for row in rows).encode()
    path.write_bytes(gzip.compress(text) if path.suffix == ".gz" else text)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(
        tmp_path / "challenge" / "hwtsc_zh-en.jsonl",
        (
            {"id": str(at), "lp": "zh-en", "src": src, "good": good, "bad": bad, "phenomenon": kind}
            for at, (src, good, bad, kind) in enumerate(SPOILED)
        ),
    )
    write(
        tmp_path / "clean" / "clean_refs_ru-en.jsonl.gz",
        (
            {
                "lp": "ru-en",
                "doc": doc,
                "ref_name": "A",
                "seg": at,
                "src": src,
                "ref": ref,
                "mqm_penalty": penalty,
            }
            for at, (doc, src, ref, penalty) in enumerate(CLEAN)
        ),
    )
    return tmp_path


def test_only_rules_about_numbers() -> None:
    rules = NUMBERS.rules()
    assert "number-mismatch" in {rule.id for rule in rules}
    assert {rule.category for rule in rules} == {Category.NUMBERS}


def test_flagged_anew_and_flagged_good(root: Path) -> None:
    judged = NUMBERS.measure(root, "challenge/hwtsc_zh-en").judged
    figures = judged.figures
    assert judged.records == 3  # negation is not about numbers
    assert figures["kind", "Number(Same Format)"]["bad flagged anew"].value == 0.5
    assert figures["kind", "Number(Same Format)"]["good flagged"].value == 0
    swapped = figures["kind", "Number(Swapped Number)"]
    assert [swapped[name].value for name in ("bad flagged", "bad flagged anew", "good flagged")] == [1, 0, 1]
    assert figures[ALL]["good flagged"].value == pytest.approx(1 / 3)


def test_clean_text_with_what_raters_marked(root: Path) -> None:
    measured = NUMBERS.measure(root, "clean/ru-en")
    assert measured.judged.records == 3
    assert measured.judged.totals["rule", "number-mismatch"] == {"findings": 1}
    assert measured.judged.figures[ALL]["findings per 1,000 words"].value == pytest.approx(1000 / 11)
    (case,) = measured.findings
    assert "⟦48⟧" in case
    assert "⟦84⟧" in case


def test_the_same_findings_are_drawn_every_time(root: Path) -> None:
    judged = NUMBERS.measure(root, "clean/ru-en").judged
    sets = [Measured(judged, tuple(f"{name}{at}" for at in range(20))) for name in "ab"]
    assert drawn(sets, 5) == drawn(sets, 5)
    assert len(set(drawn(sets, 5))) == 5
    assert sorted(drawn(sets, 99)) == sorted((*sets[0].findings, *sets[1].findings))


def test_the_section_has_a_line_for_every_scope(root: Path) -> None:
    names = ("challenge/hwtsc_zh-en", "clean/ru-en")
    sets = {name: {NO_ENGINE: NUMBERS.measure(root, name).judged} for name in names}
    lines = "\n".join(section(NUMBERS, sets)).split("\n")
    assert any(line.startswith("| – Number(Swapped Number) | 1 | 1.000") for line in lines)
    assert any(line.startswith("| – `number-mismatch` |  | 90.9 ") for line in lines)


def test_the_command_prints_figures_and_findings(root: Path) -> None:
    only = ["--only", "challenge/hwtsc_zh-en", "--only", "clean/ru-en"]
    result = CliRunner().invoke(
        main, ["numbers", str(root), "--processes", "1", "--read", "3", *only], catch_exceptions=False
    )
    assert result.exit_code == 0
    assert "challenge/hwtsc_zh-en: 3 records" in result.output
    assert "\n1. clean/" in result.output


def test_a_set_that_is_missing_is_named(root: Path) -> None:
    with pytest.raises(UsageError, match="aces_units"):
        main.main(["numbers", str(root)], standalone_mode=False)


def test_run_as_a_module_it_tells_what_the_ledger_drops_too(root: Path) -> None:
    command = [sys.executable, "-m", "tqcheck.bench.focus", "names", str(root), "--only", "clean/ru-en"]
    done = subprocess.run([*command, "--processes", "1"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "clean/ru-en: 3 records" in done.stdout
    assert "clean/ru-en: of 0 spelling alarms of Harper on names nan dropped" in done.stdout


def test_alarms_on_names_are_counted_and_dropped(tmp_path: Path) -> None:
    rows = [
        {"lp": "ru-en", "doc": "a", "ref_name": "A", "seg": 0, "src": src, "ref": ref, "mqm_penalty": None}
        for src, ref in [("Приехала Галина Кузнецова.", "Galina Kuznetsova came to Frobnitz with a wuggle.")]
    ]
    write(tmp_path / "clean" / "clean_refs_ru-en.jsonl.gz", rows)

    def speller(texts: Sequence[str]) -> list[list[Span]]:
        words = ("Kuznetsova", "Frobnitz", "wuggle")
        return [[Span(text.index(word), text.index(word) + len(word)) for word in words] for text in texts]

    found = silenced(tmp_path, NAMES.sets["clean/ru-en"], {"all": speller})
    assert found == {"all": (2, 2)}  # the lower-case word is no name


def test_bad_and_good_texts_that_are_no_pairs(root: Path) -> None:
    rows = [
        {"i": 0, "src": "It was the the end .", "refs": ["It was the end ."] * 4},
        {
            "i": 1,
            "src": "He come home .",
            "refs": ["He came home .", "He comes comes home .", "He came .", "He comes ."],
        },
    ]
    write(root / "grammar" / "jfleg_dev.jsonl", rows)
    judged = GRAMMAR.measure(root, "grammar/jfleg").judged
    assert judged.totals["rule", "doubled-word"]["bad flagged"] == 1
    assert judged.totals["rule", "doubled-word"]["good flagged"] == 1
    assert judged.totals[ALL]["bad"] == 2
    assert judged.totals[ALL]["good"] == 5


def test_only_named_rules_count_where_some_are_named(root: Path) -> None:
    write(root / "hallucination" / "halluc_de-en.jsonl.gz", HALLUCINATED)
    figures = GRAMMAR.measure(root, "hallucination/de-en").judged.figures[ALL]
    assert [figures[name].value for name in ("bad flagged", "good flagged", "precision")] == [1, 0, 1]


HALLUCINATED = [
    {
        "id": "0",
        "lp": "de-en",
        "src": "Der Hafen ist zu.",
        "mt": "The port of the port of the port of the port.",
        "repetitions": 1,
    },
    {
        "id": "1",
        "lp": "de-en",
        "src": "Der Hafen ist offen.",
        "mt": "The port is open (today.",
        "repetitions": 0,
    },
]


def test_marked_errors_of_one_category() -> None:
    labelled = {"source": None, "target_lang": "en", "target": "He go the the home.", "raters": ["r"]}
    spans = [
        {"start": 3, "end": 5, "category": "fluency/grammar", "severity": "major"},
        {"start": 10, "end": 13, "category": "fluency/grammar", "severity": "minor"},
        {"start": 0, "end": 2, "category": "accuracy/name", "severity": "major"},
    ]
    record = parse_labelled(json.dumps({"id": "0", **labelled, "spans": spans}), "0")
    (seen,) = observe_marks(record, [Span(3, 5), Span(14, 18)])
    figures = judge_marked([seen], "fluency/", Severity.MAJOR).figures[ALL]
    assert figures["recall"].value == 1
    assert figures["precision"].value == 0.5


def observe_marks(record: Labelled, marks: Sequence[Span]) -> list[Observation]:
    assert isinstance(record, Spans)
    matches = [GrammarMatch(mark.start, mark.end, "", "RULE", "", "", (), "languagetool") for mark in marks]
    return [Observation(record, Seen(record.target, tuple(map(finding_of, matches)), 1.0))]


def test_a_section_with_several_engines_has_a_column_for_each(root: Path) -> None:
    judged = {engine: GRAMMAR.measure(root, "clean/ru-en", engine).judged for engine in (NO_ENGINE, "harper")}
    lines = list(section(GRAMMAR, {"clean/ru-en": judged}))
    (heads,) = [line for line in lines if line.startswith("| set |")]
    assert "findings per 1,000 words, no engine" in heads
    assert "major or worse per 1,000 words, Harper" in heads


@pytest.mark.java
def test_what_languagetool_says_by_itself(root: Path) -> None:
    requires("java")
    write(
        root / "grammar" / "jfleg_dev.jsonl",
        [{"i": 0, "src": "He go hoome .", "refs": ["He goes home ."] * 4}],
    )
    judged = GRAMMAR.measure(root, "grammar/jfleg", PLAIN).judged
    assert judged.totals[ALL]["bad flagged"] == 1
    assert judged.totals[ALL]["good flagged"] == 0
