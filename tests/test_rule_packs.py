"""The laws of packs and TOML rules, selection, options, and rules that misbehave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tqcheck.cli import main
from tqcheck.documents import AlignedArticle, Pair
from tqcheck.errors import ConfigError, RulePackError, UsageError
from tqcheck.facts import ArticleFacts, PairFacts, Similarity
from tqcheck.model import Category, Confidence, Hit, Severity, Span
from tqcheck.rules.apply import apply_rules
from tqcheck.rules.examples import article_of, problems, run_example
from tqcheck.rules.packs import builtin_pack, load_pack, load_packs, load_rule
from tqcheck.rules.rule import Rule, bad, good
from tqcheck.rules.selection import configured, select_rules

TOML = """
summary = "A colour name"
why = "Because."
kind = "target-pattern"
severity = "minor"
confidence = "high"
pattern = 'colou?r'
message = "{match!r} is here."
[[bad]]
target = "a color"
marks = ["color"]
[[good]]
target = "a flavour"
"""
PYTHON = """
from tqcheck.api import Category, Confidence, Rule, Severity, bad, good
RULE = Rule(id="late", summary="s", why="w", category=Category.GRAMMAR, severity=Severity.MINOR,
            confidence=Confidence.HIGH, check=lambda pair, facts, options: (),
            examples=(bad("a", "b", marks=["b"]), good("a", "b")))
"""


def _rule_file(folder: Path, text: str, name: str = "spelling/colour.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_toml_rule_is_a_rule(tmp_path: Path) -> None:
    rule = load_rule(_rule_file(tmp_path, TOML))
    assert (rule.id, rule.category, rule.severity) == ("colour", Category.SPELLING, Severity.MINOR)
    assert list(problems(rule)) == []
    assert run_example(rule, rule.examples[0])[0].hit.message == "“color” is here."


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (("pattern =", "patern ="), "patern"),
        (('kind = "target-pattern"', 'kind = "regex"'), "regex"),
        (("'colou?r'", "'colou(r'"), "does not compile"),
        (("{match!r}", "{mach}"), "mach"),
        (('"minor"', '"tiny"'), "tiny"),
        (('[[good]]\ntarget = "a flavour"\n', ""), "good example"),
        (("marks =", "mark ="), "mark"),
        (("why =", "wy ="), "wy"),
        (('summary = "A colour name"', 'summary = ""'), "summary"),
        (('target = "a flavour"', "target = a flavour"), "line"),
    ],
)
def test_a_broken_toml_rule_is_named_with_its_file(
    tmp_path: Path, change: tuple[str, str], named: str
) -> None:
    path = _rule_file(tmp_path, TOML.replace(*change))
    with pytest.raises(RulePackError, match=named) as caught:
        load_rule(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("name", "text", "named"),
    [
        ("grammar/early.py", PYTHON, "early"),
        ("spelling/late.py", PYTHON, "grammar"),
        ("colours/late.py", PYTHON, "colours"),
        ("grammar/late.py", "RULE = 3", "RULE"),
        ("grammar/late.py", "1 / 0", "ZeroDivisionError"),
        ("grammar/late.py", PYTHON.replace('bad("a", "b", marks=["b"])', 'good("a", "b")'), "bad example"),
    ],
)
def test_a_python_rule_keeps_the_laws(tmp_path: Path, name: str, text: str, named: str) -> None:
    with pytest.raises(RulePackError, match=named):
        load_rule(_rule_file(tmp_path, text, name))


def test_ids_are_unique_over_packs(tmp_path: Path) -> None:
    _rule_file(tmp_path, TOML, "spelling/mojibake.toml")
    with pytest.raises(RulePackError, match="mojibake"):
        load_packs([builtin_pack(), tmp_path])


@pytest.mark.parametrize(
    ("arguments", "config"),
    [
        (["--rules", "pack"], ""),
        ([], 'rule-packs = ["pack"]'),
        (["--rules", "pack"], 'rule-packs = ["pack"]'),
    ],
)
def test_own_packs_are_listed_and_explained(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    config: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    _rule_file(tmp_path / "pack", TOML)
    (tmp_path / "tqcheck.toml").write_text(config, encoding="utf-8")
    for command in (["rules"], ["explain", "colour"]):
        with pytest.raises(SystemExit) as stop:
            main([*command, *arguments])
        said = capsys.readouterr()
        assert (stop.value.code, said.err) == (0, "")
        assert "A colour name" in said.out


def test_a_message_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["rules", "--test", "no\x1b[2Jfolder"])
    assert stop.value.code == 2
    assert "no�[2Jfolder: no such folder" in capsys.readouterr().err


def test_a_pack_that_nobody_names_does_not_load(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    _rule_file(tmp_path / "rules", TOML)
    with pytest.raises(SystemExit) as stop:
        main(["explain", "colour"])
    assert stop.value.code == 2
    assert "there is no rule 'colour'" in capsys.readouterr().err


def test_an_empty_or_missing_pack_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RulePackError, match="no rules"):
        load_pack(tmp_path)
    with pytest.raises(RulePackError, match="no such folder"):
        load_pack(tmp_path / "x")


def test_the_other_toml_kinds(tmp_path: Path) -> None:
    replace = (
        TOML.replace("target-pattern", "replace")
        .replace("pattern = 'colou?r'", "")
        .replace("[[bad]]", "[replace]\n'colou?r' = \"hue\"\n[[bad]]", 1)
    )
    rule = load_rule(_rule_file(tmp_path, replace))
    assert list(problems(rule)) == []
    assert run_example(rule, rule.examples[0])[0].hit.suggestions == ("hue",)
    copy = (
        TOML.replace("target-pattern", "must-copy")
        .replace("colou?r", r"\$\w+")
        .replace(
            'target = "a color"\nmarks = ["color"]',
            'source = "$a $b"\ntarget = "$b $c"\nmarks = ["$c"]\nsource-marks = ["$a"]',
        )
    )
    assert list(problems(load_rule(_rule_file(tmp_path, copy)))) == []
    source = TOML.replace("target-pattern", "source-pattern").replace(
        'target = "a color"\nmarks = ["color"]', 'source = "a color"\ntarget = "x"\nmarks = [""]'
    )
    assert list(problems(load_rule(_rule_file(tmp_path, source)))) == []


def test_a_hanging_pattern_fails_its_rule_and_not_the_run(tmp_path: Path) -> None:
    slow = load_rule(_rule_file(tmp_path, TOML.replace("'colou?r'", "'(a|aa)+$'"), "spelling/slow.toml"))
    quick = load_rule(_rule_file(tmp_path, TOML))
    article = article_of(bad(None, "a" * 60 + "! color", marks=["color"]))
    hits, failures = apply_rules([slow, quick], article, ArticleFacts())
    assert [hit.rule.id for hit in hits] == ["colour"]
    assert [failure.what for failure in failures] == ["slow"]


def test_a_pattern_that_ignores_case_does_not_hang_on_a_row_of_s(tmp_path: Path) -> None:
    text = TOML.replace("'colou?r'", "'https?://[\\w.-]+|[\\w.+-]+@[\\w-]+|colou?r'\nignore-case = true")
    rule = load_rule(_rule_file(tmp_path, text))
    article = article_of(bad(None, f"an adver{'tis' * 20}ement, Color", marks=["Color"]))
    hits, failures = apply_rules([rule], article, ArticleFacts())
    assert ([hit.rule.id for hit in hits], failures) == (["colour"], [])


@dataclass(frozen=True, slots=True)
class _Options:
    least: float = 0.5
    words: int = 3


def _rule(**changes: object) -> Rule:
    def check(pair: Pair, facts: PairFacts, options: _Options) -> Iterator[Hit]:
        yield Hit("x", target=Span(0, len(pair.target_text)))

    values: dict[str, object] = {
        "id": "mine",
        "summary": "s",
        "why": "w",
        "category": Category.NAMES,
        "severity": Severity.MAJOR,
        "confidence": Confidence.HIGH,
        "examples": (bad("a", "b", marks=["b"]), good("a", "b")),
        "options": _Options(),
        "check": check,
    }
    return Rule(**{**values, **changes})  # type: ignore[arg-type]


def test_selection_by_id_category_and_pattern() -> None:
    rules = (_rule(), _rule(id="other", category=Category.NUMBERS), _rule(id="off", enabled=False))

    def ids(select: list[str], ignore: list[str]) -> list[str]:
        return [rule.id for rule in select_rules(rules, select, ignore)]

    assert ids([], []) == ["mine", "other"]
    assert ids(["off"], []) == ["off"]
    assert ids(["names/*"], ["mine"]) == ["off"]
    assert ids([], ["numbers/other"]) == ["mine"]
    with pytest.raises(UsageError, match="did you mean 'mine'"):
        ids(["mien"], [])


def test_options_and_severities_from_the_config() -> None:
    (rule,) = configured([_rule()], {"mine": Severity.MINOR}, {"mine": {"least": 1}})
    assert rule.severity is Severity.MINOR
    assert rule.options == _Options(least=1.0)
    for severities, options, named in (
        ({"mien": Severity.MINOR}, {}, "did you mean 'mine'"),
        ({}, {"mine": {"lest": 1}}, "least"),
        ({}, {"mine": {"words": "x"}}, "must be a int"),
    ):
        with pytest.raises(ConfigError, match=named):
            configured([_rule()], severities, options)


def test_a_rule_reads_only_the_facts_that_it_needs() -> None:
    def greedy(pair: Pair, facts: PairFacts, options: object) -> Iterator[Hit]:
        yield Hit(str(facts[Similarity]))

    article = article_of(good("a", "b"))
    facts = ArticleFacts({Similarity: {"0": Similarity(0.5)}})
    _, failures = apply_rules([_rule(check=greedy)], article, facts)
    assert "Similarity" in failures[0].error
    hits, failures = apply_rules([_rule(check=greedy, needs=(Similarity,))], article, facts)
    assert len(hits) == 1
    assert not failures


def test_a_crash_and_a_span_outside_the_text_are_failures() -> None:
    def crash(pair: Pair, facts: PairFacts, options: object) -> Iterator[Hit]:
        raise RuntimeError("boom")

    def outside(pair: Pair, facts: PairFacts, options: object) -> Iterator[Hit]:
        yield Hit("x", target=Span(0, 99))

    article: AlignedArticle = article_of(good("a", "b"))
    _, failures = apply_rules([_rule(check=crash), _rule(id="two", check=outside)], article, ArticleFacts())
    assert ["boom" in failures[0].error, "outside" in failures[1].error] == [True, True]
