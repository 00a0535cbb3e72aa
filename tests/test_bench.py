"""Measuring: labels are refused by line, figures are what they say, and a broken rule falls below its floor."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tqcheck.bench.correlation import auroc, kendall, mcc, spearman
from tqcheck.bench.counts import Counts, f1, ratio, resampled
from tqcheck.bench.judge import ALL, Judged, judge
from tqcheck.bench.labels import Contrast, Labelled, Scored, Spans, parse_labelled, read_labelled
from tqcheck.bench.observe import Observation, observe
from tqcheck.cli import main
from tqcheck.config import Settings
from tqcheck.errors import InputError
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.selection import select_rules

COMMON = {"id": "1", "source": "总额达到1.2万亿元。", "source_lang": "zh", "target_lang": "en"}
SPANS: dict[str, Any] = {
    **COMMON,
    "target": "The total reached 120 billion yuan.",
    "spans": [
        {"side": "target", "start": 18, "end": 29, "category": "accuracy/number", "severity": "critical"}
    ],
}
CONTRAST: dict[str, Any] = {
    **COMMON,
    "good": "The total reached 1.2 trillion yuan.",
    "bad": "The total reached 120 billion yuan.",
    "kind": "scale",
}
SCORED: dict[str, Any] = {
    **COMMON,
    "target": "The total reached 120 billion yuan.",
    "score": -5,
    "class": "bad",
}
RULES = select_rules(load_pack(builtin_pack()), ["number-mismatch", "mojibake"], [])


def record(values: dict[str, Any], line: int = 1) -> Labelled:
    return parse_labelled(json.dumps(values), f"x.jsonl:{line}")


def observed(*values: dict[str, Any]) -> list[Observation]:
    with RunResources(Settings(grammar="off"), {kind for rule in RULES for kind in rule.needs}) as run:
        return list(observe([record(each, line) for line, each in enumerate(values)], RULES, run))


def one(parts: Sequence[Judged]) -> Judged:
    (part,) = parts
    return part


# ------------------------------------------------------------------------------------------------ labels


def test_each_kind_is_read() -> None:
    spans, contrast, scored = record(SPANS), record(CONTRAST), record(SCORED)
    assert isinstance(spans, Spans)
    assert spans.gold[0].span is not None
    assert spans.gold[0].span.of(spans.target) == "120 billion"
    assert isinstance(contrast, Contrast)
    assert contrast.kind == "scale"
    assert isinstance(scored, Scored)
    assert (scored.score, scored.is_bad, scored.group) == (-5.0, True, COMMON["source"])


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({**SPANS, "extra": 1}, "unknown field 'extra'"),
        ({**CONTRAST, "target": "x"}, "unknown field 'target'"),
        ({**SPANS, "spans": [{"start": 0, "end": 99}]}, "out of range: the text has 35 characters"),
        ({**SPANS, "spans": [{"start": 5, "end": 3}]}, "out of range"),
        ({**SPANS, "spans": [{"start": -1, "end": 3}]}, "out of range"),
        ({**SPANS, "spans": [{"start": 1.5, "end": 3}]}, "whole numbers"),
        ({**SPANS, "spans": [{"start": 0, "end": 3, "colour": "red"}]}, "unknown field 'colour'"),
        ({**SPANS, "spans": [{"start": 0, "end": 3, "severity": "huge"}]}, "huge"),
        ({**SPANS, "spans": [{"start": 0, "end": 3, "side": "left"}]}, "left"),
        ({**SPANS, "spans": "none"}, "list of objects"),
        ({**SCORED, "score": "high"}, "must be a number"),
        ({**SCORED, "class": "ugly"}, "ugly"),
        ({**COMMON, "target": "x"}, "no label"),
        ({key: value for key, value in SPANS.items() if key != "target_lang"}, "target_lang"),
        ({**SPANS, "source": 3}, "source must be text"),
        ({**SPANS, "source_lang": "jp"}, "'jp' is not a language tag"),
        ({**SCORED, "score": 10**400}, "must be a number"),
        ({**SPANS, "spans": [{"category": "\ud800"}]}, "'spans' holds half a surrogate pair"),
    ],
)
def test_bad_labels_are_refused_with_their_line(tmp_path: Path, values: dict[str, Any], said: str) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(f"{json.dumps(SPANS)}\n\n{json.dumps(values)}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"labels\.jsonl:3: ") as caught:
        read_labelled(path)
    assert said in str(caught.value)


def test_a_whole_number_is_an_id() -> None:
    assert record({**SPANS, "id": 7}).id == "7"


@pytest.mark.parametrize("text", ["[1]", "{", "nonsense", "[" * 100_000, '{"id": ' + "9" * 5000 + "}"])
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(InputError, match=r"x\.jsonl:1: not"):
        parse_labelled(text, "x.jsonl:1")


# ----------------------------------------------------------------------------------------------- figures

_PAIRS = st.lists(st.tuples(st.integers(-3, 3), st.integers(-3, 3)), min_size=2, max_size=60)


@given(_PAIRS)
def test_correlations_agree_with_scipy(pairs: list[tuple[int, int]]) -> None:
    x, y = (np.array(side, np.float64) for side in zip(*pairs, strict=True))
    if len(set(x.tolist())) == 1 or len(set(y.tolist())) == 1:
        assert math.isnan(spearman(x, y))
        assert math.isnan(kendall(x, y))
        return
    assert spearman(x, y) == pytest.approx(stats.spearmanr(x, y).statistic)
    assert kendall(x, y) == pytest.approx(stats.kendalltau(x, y).statistic)


@given(st.lists(st.tuples(st.integers(-3, 3), st.booleans()), min_size=2, max_size=60))
def test_auroc_is_the_share_of_pairs_in_order(pairs: list[tuple[int, bool]]) -> None:
    yes = [score for score, positive in pairs if positive]
    no = [score for score, positive in pairs if not positive]
    value = auroc(np.array([s for s, _ in pairs], np.float64), np.array([p for _, p in pairs]))
    if not yes or not no:
        assert math.isnan(value)
        return
    wins = sum((a > b) + (a == b) / 2 for a in yes for b in no)
    assert value == pytest.approx(wins / len(yes) / len(no))


def test_mcc() -> None:
    assert mcc(5, 0, 0, 5) == 1
    assert mcc(0, 5, 5, 0) == -1
    assert math.isnan(mcc(0, 0, 3, 3))


def test_a_figure_and_its_interval() -> None:
    counts = Counts()
    for index in range(200):
        counts.add(ALL, str(index), right=index % 4 != 0, findings=1, words=10)
    figure = counts.figures({"precision": ratio("right", "findings")})[ALL]["precision"]
    assert figure.value == 0.75
    # The normal approximation: 1.96 × √(.75 × .25 / 200) = .06
    assert figure.low == pytest.approx(0.69, abs=0.02)
    assert figure.high == pytest.approx(0.81, abs=0.02)
    again = Counts()
    for index in range(200):
        again.add(ALL, str(index), right=index % 4 != 0, findings=1, words=10)
    assert again.figures({"precision": ratio("right", "findings")})[ALL]["precision"] == figure


def test_sentences_of_one_document_widen_the_interval() -> None:
    alone, together = Counts(), Counts()
    for index in range(200):
        for counts, cluster in ((alone, str(index)), (together, str(index // 20))):
            counts.add(ALL, cluster, right=(index // 20) % 2, findings=1)
    formulas = {"precision": ratio("right", "findings")}
    narrow, wide = (counts.figures(formulas)[ALL]["precision"] for counts in (alone, together))
    assert wide.high - wide.low > 2 * (narrow.high - narrow.low)


def test_f1_and_nothing_to_divide_by() -> None:
    counts = Counts()
    counts.add(ALL, "a", right=1, findings=2, found=1, errors=1)
    precision, recall = ratio("right", "findings"), ratio("found", "errors")
    figures = counts.figures({"f1": f1(precision, recall), "none": ratio("right", "nothing")})[ALL]
    assert figures["f1"].value == pytest.approx(2 / 3)
    assert math.isnan(figures["none"].value)


def test_resampled_keeps_clusters_whole() -> None:
    clusters = np.array([0, 0, 1, 1, 1])
    figure = resampled(
        clusters, lambda at: float(np.isin([2, 3, 4], at).all() or not np.isin([2, 3, 4], at).any())
    )
    assert figure.low == figure.high == 1


# ------------------------------------------------------------------------------------------------ judges


def test_spans_right_wrong_and_missed() -> None:
    wrong_place = {**SPANS, "id": "2", "spans": []}
    missed = {**SPANS, "id": "3", "target": "The total reached 1.2 trillion roubles.",
              "spans": [{"start": 31, "end": 38, "category": "accuracy/mistranslation", "severity": "major"}]}  # fmt: skip
    part = one(judge(observed(SPANS, wrong_place, missed)))
    assert part.totals[ALL] == {"findings": 2, "right": 1, "errors": 2, "found": 1, "in a marked record": 1}
    figures = part.figures[ALL]
    assert (figures["precision"].value, figures["recall"].value) == (0.5, 0.5)
    assert part.figures["rule", "number-mismatch"]["precision"].value == 0.5
    assert part.figures["category", "accuracy/number"]["recall"].value == 1
    assert part.figures["category", "accuracy/mistranslation"]["recall"].value == 0
    words = part.words
    assert figures["findings per 1,000 words"].value == pytest.approx(2000 / words)


def test_an_omission_is_found_by_its_category() -> None:
    lost = {
        **SPANS,
        "target": "The total rose.",
        "spans": [{"start": None, "end": None, "category": "accuracy/number"}],
    }
    rules = select_rules(load_pack(builtin_pack()), ["number-missing"], [])
    with RunResources(Settings(grammar="off"), {kind for rule in rules for kind in rule.needs}) as run:
        part = one(judge(list(observe([record(lost)], rules, run))))
    assert part.figures[ALL]["recall"].value == 1


def test_raters_are_compared_with_each_other() -> None:
    spans = [
        {"start": 0, "end": 10, "rater": "a"},
        {"start": 5, "end": 15, "rater": "b"},
    ]
    part = one(judge(observed({**SPANS, "spans": spans, "raters": ["a", "b"]})))
    assert part.figures[ALL]["span F1 between raters"].value == pytest.approx(0.5)


def test_contrasts_caught_ranked_and_falsely_alarmed() -> None:
    false = {
        **CONTRAST,
        "good": "The total reached 12 trillion yuan.",
        "bad": "The total reached 12 trillion yuan!",
    }
    part = one(judge(observed(CONTRAST, false)))
    assert part.totals[ALL] == {"spoiled": 2, "caught": 1, "false": 1}
    assert part.figures[ALL]["ranking"].value == 0.75
    assert part.figures["kind", "scale"]["recall"].value == 0.5
    assert part.figures["rule", "number-mismatch"]["precision"].value == 0.5


def test_scores_and_classes() -> None:
    good = {**SCORED, "target": "The total reached 1.2 trillion yuan.", "score": 0, "class": "good"}
    part = one(judge(observed(SCORED, good)))
    figures = part.figures[ALL]
    assert figures["AUROC"].value == 1
    assert figures["MCC"].value == 1
    assert figures["Spearman"].value == 1
    assert figures["Kendall within a source"].value == 1


# -------------------------------------------------------------------------------------- the command line


def _run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main(["bench", *map(str, arguments)])
    said = capsys.readouterr()
    return int(stop.value.code or 0), said.out, said.err


@pytest.fixture
def labelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(map(json.dumps, (SPANS, CONTRAST, SCORED))), encoding="utf-8")
    return path


def test_figures_are_printed_and_written(labelled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, labelled, "--select", "number-mismatch", "-o", "figures.json")
    assert code == 0
    assert "rule:number-mismatch" in out
    data = json.loads((labelled.parent / "figures.json").read_text(encoding="utf-8"))
    kinds = {part["kind"]: part for part in data["sets"]["set"]}
    assert kinds["spans"]["figures"]["all"]["precision"] == [1.0, 1.0, 1.0]
    assert kinds["contrast"]["figures"]["kind:scale"]["recall"][0] == 1.0


def test_the_cases_behind_a_figure(labelled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = _run(capsys, labelled, "--show", "tp", "--rule", "number-mismatch", "--limit", 1)
    assert code == 0
    assert out.count("⟦120 billion⟧") == 1
    assert "⟦1.2万亿⟧" in out
    assert _run(capsys, labelled, "--show", "fp")[1:] == ("", "No such cases.\n")
    assert "120 billion" in _run(capsys, labelled, "--show", "fn", "--select", "mojibake")[1]


def test_a_rule_that_breaks_fails_the_gate_by_name(
    labelled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = labelled.parent / "floors.toml"
    floors.write_text(
        '[[floor]]\nset = "set"\nscope = "rule:number-mismatch"\nfigure = "precision"\nleast = 0.9\n',
        encoding="utf-8",
    )
    assert _run(capsys, labelled, "--floors", floors)[0] == 0
    code, _, err = _run(capsys, labelled, "--floors", floors, "--ignore", "number-mismatch")
    assert code == 1
    assert "rule:number-mismatch: precision is none, below 0.9" in err


def test_a_rule_that_finds_nothing_is_below_a_floor_and_under_a_ceiling(
    labelled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = labelled.parent / "floors.toml"
    floor = '[[floor]]\nset = "set"\nscope = "rule:mojibake"\nfigure = "findings per 1,000 words"\n'
    floors.write_text(f"{floor}most = 0\n", encoding="utf-8")
    assert _run(capsys, labelled, "--floors", floors)[0] == 0
    floors.write_text(f"{floor}least = 1\n", encoding="utf-8")
    assert _run(capsys, labelled, "--floors", floors)[0] == 1


def test_clean_records_show_that_nothing_was_found_in_so_many_words(
    labelled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clean = {**SPANS, "target": "The total reached 1.2 trillion yuan.", "spans": []}
    path = labelled.parent / "clean.jsonl"
    path.write_text(json.dumps(clean), encoding="utf-8")
    code, out, _ = _run(capsys, path, "--select", "number-mismatch")
    assert code == 0
    assert "per 1,000 clean words" in out


def test_a_rule_that_crashes_ends_the_run_as_incomplete(
    labelled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pack = labelled.parent / "pack" / "names"
    pack.mkdir(parents=True)
    (pack / "boom.py").write_text(
        """
from tqcheck.api import Category, Confidence, Rule, Severity, bad, good
def check(pair, facts, options):
    raise ZeroDivisionError
RULE = Rule(id="boom", summary="s", why="w", category=Category.NAMES, severity=Severity.MINOR,
            confidence=Confidence.HIGH, check=check, examples=(bad("a", "b", marks=["b"]), good("a", "b")))
""",
        encoding="utf-8",
    )
    code, _, err = _run(capsys, labelled, "--rules", pack.parent, "--select", "boom")
    assert code == 4
    assert "boom failed: ZeroDivisionError" in err


def test_thresholds_go_with_no_figures(labelled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = _run(capsys, labelled, "--suggest-thresholds", "-o", "figures.json")
    assert code == 2
    assert "--suggest-thresholds" in err
    assert not (labelled.parent / "figures.json").exists()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[floor]]\nset = 'x'\nscope = 'all'\nfigure = 'F1'\n", "either least or most"),
        ("[[floor]]\nsett = 'x'\n", "sett"),
        ("[[floors]]\nset = 'x'\n", "not floors"),
        ("", "not nothing"),
        ("[[floor]]\nset = 'set'\nscope = 'all'\nfigure = 'F1'\nleast = 'x'\n", "must be numbers"),
        ("[[floor]]\nset = 'set'\nscope = 3\nfigure = 'F1'\nleast = 0\n", "must be text"),
        ("[[floor]]\nset = 'sat'\nscope = 'all'\nfigure = 'F1'\nleast = 0\n", "floor 1: no set 'sat'"),
        ("[[floor]]\nset = 'set'\nscope = 'all'\nfigure = 'F2'\nleast = 0\n", "no figure 'F2'"),
        ("[[floor]]\nset = 'set'\nscope = 'al'\nfigure = 'F1'\nleast = 0\n", "no scope 'al'"),
        ("[[floor]]\nset = 'set'\nscope = 'rule:mojibak'\nfigure = 'F1'\nleast = 0\n", "no rule 'mojibak'"),
        (
            "[[floor]]\nset = 'set'\nscope = 'kind, rule:x, mojibake'\nfigure = 'found'\nmost = 1\n",
            "no scope 'kind, rule:x, mojibake'",
        ),
        ("[", ""),
    ],
)
def test_a_wrong_floor_file_is_refused(
    labelled: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    floors = labelled.parent / "floors.toml"
    floors.write_text(text, encoding="utf-8")
    code, _, err = _run(capsys, labelled, "--floors", floors)
    assert code == 2
    assert "floors.toml" in err
    assert said in err


def test_the_figures_never_overwrite_what_is_measured(
    labelled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = labelled.read_bytes()
    (labelled.parent / "link.json").symlink_to(labelled)
    for place in ("set.jsonl", "link.json"):
        code, out, err = _run(capsys, labelled, "-o", place)
        assert (code, out) == (2, "")
        assert "is an input" in err
    assert labelled.read_bytes() == before


def test_usage_errors(labelled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(capsys)[0] == 2
    assert _run(capsys, "missing.jsonl")[0] == 3
    code, _, err = _run(capsys, labelled, "--show", "fp", "--rule", "number-mismach")
    assert code == 2
    assert "did you mean 'number-mismatch'" in err
