"""Repairs of the source: edits, how they are shown, the repaired file byte for byte, and where it is written."""

from __future__ import annotations

import codecs
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.cli import main
from tqcheck.documents import LineIndex
from tqcheck.errors import OutputError
from tqcheck.model import Side, SourceEdit, Span
from tqcheck.readers import read
from tqcheck.source_faults.columns import mixed_columns
from tqcheck.source_faults.damage import damages
from tqcheck.source_faults.edits import apply_edits, as_repair, joined, without_overlaps
from tqcheck.source_faults.furniture import is_page_number, running_headers
from tqcheck.source_faults.harm import Harm, harm
from tqcheck.source_faults.unspaced_lines import goes_on
from tqcheck.source_faults.words import cuts_han_word, cuts_word
from tqcheck.source_faults.write import repaired_bytes

BROKEN = (
    "Der Rat tagte am Montag.\n\nDie Brücke über den Fluss ist sehr\nalt und wird bald erneuert.\n\n"
    "Der Bau kostet drei Millionen Euro.\n"
)
HALVES = (
    "The council met on Monday.\n\nThe bridge over the river is very.\nOld and will soon be renewed.\n\n"
    "The work will cost three million euros.\n"
)
WHOLE = BROKEN.replace("sehr\nalt", "sehr alt")


@st.composite
def _edited(draw: st.DrawFn) -> tuple[str, list[SourceEdit]]:
    text = draw(st.text(alphabet="aä漢😀 \n\r", min_size=1, max_size=60))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [
        SourceEdit(Span(start, end), draw(st.text(max_size=3)))
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return text, list(without_overlaps(edits))


@given(_edited())
def test_edits_change_what_they_mark_and_nothing_else(case: tuple[str, list[SourceEdit]]) -> None:
    text, edits = case
    repaired = apply_edits(text, edits)
    assert len(repaired) == len(text) + sum(len(edit.text) - len(edit.span) for edit in edits)
    shift = 0
    for edit in edits:
        start = edit.span.start + shift
        assert repaired[start : start + len(edit.text)] == edit.text
        shift += len(edit.text) - len(edit.span)
    assert apply_edits(text, reversed(edits)) == repaired


@given(_edited())
def test_a_repair_shows_lines_of_the_file(case: tuple[str, list[SourceEdit]]) -> None:
    text, edits = case
    if not edits:
        return
    repair = as_repair(text, LineIndex.of(text), edits)
    assert repair.broken.strip("…") in text
    assert repair.repaired.strip("…") in apply_edits(text, edits)
    assert 1 <= repair.first_line <= repair.last_line


def test_edits_that_overlap_are_refused_or_left_out() -> None:
    edits = [SourceEdit(Span(0, 4), "x"), SourceEdit(Span(2, 6), "y"), SourceEdit(Span(6, 7), "z")]
    with pytest.raises(ValueError, match="overlaps"):
        apply_edits("abcdefgh", edits)
    assert without_overlaps([*edits, edits[0]]) == (edits[0], edits[2])


@pytest.mark.parametrize(
    ("text", "is_gap"),
    [
        ("a\nb", True),
        ("a\r\n\r\n b", True),
        ("a</p>\n<p class='x'>b", True),
        ("a<br/>b", True),
        ("a</p><h2>b", False),
    ],
)
def test_only_a_break_is_joined(text: str, is_gap: bool) -> None:
    edit = joined(text, 1, len(text) - 1, " ")
    assert (edit is not None) == is_gap
    if edit is not None:
        assert apply_edits(text, [edit]) == "a b"


@pytest.mark.parametrize(
    "text", ["3", "- 12 -", "Seite 4", "Page 2 of 9", "第3页", "第 3 页 共 9 页", "стр. 17", "3/12"]
)
def test_page_numbers(text: str) -> None:
    assert is_page_number(text)


@pytest.mark.parametrize("text", ["", "3 apples", "2024年", "12,5", "第3章", "0"])
def test_no_page_numbers(text: str) -> None:
    assert not is_page_number(text)


def test_a_header_stands_on_every_page() -> None:
    assert running_headers(["The Daily", "a", "The Daily", "b", "The Daily", "c"]) == {"The Daily"}
    assert not running_headers(["The Daily", "a", "The Daily", "b"])


def test_a_cut_is_inside_a_word_where_the_whole_is_more_usual_than_its_halves() -> None:
    assert cuts_word("gover", "nment", "en")
    assert cuts_word("прави", "тельство", "ru")
    assert not cuts_word("in", "form", "en")
    assert not cuts_word("an", "other", "en")
    assert cuts_han_word("十分重", "要问题", "zh")
    assert not cuts_han_word("十分重要", "问题", "zh")


@pytest.mark.parametrize(
    ("language", "text", "rest"),
    [
        ("zh", "市民出行将更加方", "便。"),
        ("zh", "桥宽二十米", "，长三公里。"),
        ("zh", "他们来自中国和", "越南。"),
        ("zh", "桥宽二十米，", "长三公里。"),
        ("ja", "新しいコンピュ", "ーターが届いた。"),
        ("ja", "市は、新しい橋を", "建設する。"),
        ("ja", "市は、新しい橋の計画", "を発表した。"),
        ("ja", "市は、計画が発表", "されたと話した。"),
    ],
)
def test_a_line_without_spaces_goes_on(language: str, text: str, rest: str) -> None:
    assert goes_on(text, rest, language)


@pytest.mark.parametrize(
    ("language", "text", "rest"),
    [
        ("zh", "合作前景", "双方同意深化合作。"),
        ("ja", "首相が退陣へ", "首相は五日に話した。"),
        ("ja", "雨だね、、", "明日も雨かな。"),
        ("ja", "新しいカメラ", "レンズは別に売る。"),
        ("ja", "市の対策は以下の通り", "・予算を増やすこと。"),
        ("ja", "市は、五日に次のことを", "・公園を広げること。"),
        ("en", "the new", "bridge"),
        ("zh", "", "桥"),
    ],
)
def test_a_line_without_spaces_may_end(language: str, text: str, rest: str) -> None:
    assert not goes_on(text, rest, language)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_repaired_file_is_the_same_elsewhere(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "a.txt"
    data = BROKEN.replace("\n", end).encode(encoding)
    path.write_bytes(data)
    document = read(path, Side.SOURCE)
    at = document.text.index("sehr") + 4
    edit = SourceEdit(Span(at, at + len(end)), " ")
    repaired = repaired_bytes(data, document, [edit])
    assert repaired == WHOLE.replace("\n", end).encode(encoding)
    assert repaired_bytes(data, document, []) == data
    assert repaired.startswith(codecs.BOM_UTF8) == (encoding == "utf-8-sig")


def test_a_file_that_changed_meanwhile_is_not_repaired(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BROKEN, encoding="utf-8")
    document = read(path, Side.SOURCE)
    with pytest.raises(OutputError, match="changed"):
        repaired_bytes(b"something else", document, [])
    with pytest.raises(OutputError, match="changed"):
        repaired_bytes(b"\xff" + BROKEN.encode(), document, [])


def test_a_repair_that_the_encoding_cannot_hold_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(BROKEN.encode("cp1252"))
    document = read(path, Side.SOURCE)
    with pytest.raises(OutputError, match="UTF-8"):
        repaired_bytes(path.read_bytes(), document, [SourceEdit(Span(0, 0), "漢")])


# ------------------------------------------------------------------------------------------------ the command line


class Run:
    """Runs the command line in this process, with the one rule that these texts are about."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as stop:
            main(["check", "--grammar", "off", "--select", "broken-source-line", *map(str, arguments)])
        said = self._capsys.readouterr()
        return int(stop.value.code or 0), said.out, said.err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.chdir(tmp_path)
    return Run(capsys)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return _file(tmp_path / "a.de.txt", BROKEN), _file(tmp_path / "a.en.txt", HALVES)


def _file(path: Path, text: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode())
    return path


def test_the_cause_is_shown_and_its_repair_offered(run: Run, pair: tuple[Path, Path]) -> None:
    code, out, _ = run(*pair)
    assert code == 1
    assert "source lines 3-4: Die Brücke über den Fluss ist sehr⏎alt und wird bald erneuert." in out
    assert "repaired:         Die Brücke über den Fluss ist sehr alt und wird bald erneuert." in out
    assert "--repair-source OUT" in out
    _, out, _ = run(*pair, "-f", "json")
    repair = json.loads(out)["documents"][0]["findings"][0]["repair"]
    assert (repair["first_line"], repair["last_line"]) == (3, 4)
    (edit,) = repair["edits"]
    assert BROKEN[: edit["start"]] + edit["text"] + BROKEN[edit["end"] :] == WHOLE
    _, out, _ = run(*pair, "-f", "html")
    assert "sehr⏎alt" in out


def test_the_repaired_source_is_written(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    code, _, err = run(*pair, "--repair-source", "fixed.txt")
    assert code == 1
    assert (tmp_path / "fixed.txt").read_text(encoding="utf-8") == WHOLE
    assert "1 repair of" in err
    assert "fixed.txt" in err
    assert pair[0].read_text(encoding="utf-8") == BROKEN
    assert not list(tmp_path.glob(".*.tmp"))


def test_what_cannot_be_repaired_is_told_and_left_as_it_is(run: Run, tmp_path: Path) -> None:
    text = "Die alte Stra?e am Hafen ist gesperrt.\n\nDer Xq□zvtk tagte am Montag im Rathaus der Stadt.\n"
    source = _file(tmp_path / "c.de.txt", text)
    target = _file(
        tmp_path / "c.en.txt",
        "The old Stra?e at the harbour is closed.\n\nThe panel met on Monday at city hall.\n",
    )
    _, out, _ = run(
        source, target, "--select", "damaged-source", "--repair-source", "fixed.txt", "-f", "json"
    )
    assert (tmp_path / "fixed.txt").read_text(encoding="utf-8") == text.replace("Stra?e", "Straße")
    repaired, told = json.loads(out)["documents"][0]["findings"]
    assert repaired["repair"]["repaired"].startswith("Die alte Straße")
    assert "repair" not in told
    assert "nobody can tell" in told["message"]
    assert told["source"]["line"] == 3


def test_nothing_to_repair_is_said_and_a_copy_written(
    run: Run, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    source = _file(tmp_path / "b.txt", WHOLE)
    target = _file(tmp_path / "b.en.txt", HALVES.replace("very.\nOld", "very old"))
    code, _, err = run(source, target, "--repair-source", "fixed.txt")
    assert code == 0
    assert "nothing to repair" in err
    assert (tmp_path / "fixed.txt").read_bytes() == source.read_bytes()


def test_a_folder_takes_the_name_of_the_source(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    run(*pair, "--repair-source", "out")
    assert (tmp_path / "out" / "a.de.txt").read_text(encoding="utf-8") == WHOLE


def test_several_sources_go_to_a_folder(run: Run, tmp_path: Path) -> None:
    for name, source, target in (
        ("one", BROKEN, HALVES),
        ("two", WHOLE, HALVES.replace("very.\nOld", "very old")),
    ):
        _file(tmp_path / "de" / f"{name}.txt", source)
        _file(tmp_path / "en" / f"{name}.txt", target)
    _file(tmp_path / "tqcheck.toml", '[[pairs]]\nsource = "de/{path}.txt"\ntarget = "en/{path}.txt"\n')
    _, _, err = run("--repair-source", "fixed")
    assert (tmp_path / "fixed" / "de" / "one.txt").read_text(encoding="utf-8") == WHOLE
    assert not (tmp_path / "fixed" / "de" / "two.txt").exists()
    assert "1 repair of" in err


def test_what_cannot_be_repaired_is_a_usage_error(run: Run, pair: tuple[Path, Path], tmp_path: Path) -> None:
    code, _, err = run(pair[1], "--repair-source", "fixed.txt")
    assert (code, "a source in a file of its own" in err) == (2, True)
    bitext = _file(
        tmp_path / "b.jsonl", '{"id": "1", "source": "Der Rat tagt.", "target": "The council meets."}\n'
    )
    assert run(bitext, "--repair-source", "fixed.txt")[0] == 2
    for place in pair:
        code, _, err = run(*pair, "--repair-source", place)
        assert (code, "is an input" in err) == (2, True)
    assert run(*pair, "-f", "json=x.txt", "--repair-source", "x.txt")[0] == 2
    assert not (tmp_path / "fixed.txt").exists()
    assert pair[0].read_text(encoding="utf-8") == BROKEN


# ------------------------------------------------------------------------------------------------ damaged words


@pytest.mark.parametrize(
    ("language", "text", "broken", "fixed"),
    [
        ("es", "El gobiemo cerrará el puente.", "gobiemo", "gobierno"),
        ("fr", "Le présidennt ouvre la gare.", "présidennt", "président"),
        ("de", "Die Verwaltung scließt das alte Bad.", "", ""),  # the lists write ß as ss: left alone
        ("pt", "O hosptal fica perto do rio.", "hosptal", "hospital"),
        ("ru", "Новый мост откр0ют весной.", "откр0ют", "откроют"),
        ("ru", "Новое прaвительство собралось.", "прaвительство", "правительство"),  # a Latin a
        ("en", "The govern- ment agreed.", "govern- ment", "government"),
        ("en", "The gover nment agreed.", "gover nment", "government"),
        ("en", "The old housewas sold.", "housewas", "house was"),
        ("en", "The g o v e r n m e n t agreed.", "g o v e r n m e n t", "government"),
        ("en", "The cafÃ© is closed.", "cafÃ©", "café"),
        ("zh", "末来三年将新建两条铁路。", "末来", "未来"),
        ("zh", "他们强 调安全。", "强 调", "强调"),
        ("zh", "会议在⾏政大楼举行。", "⾏", "行"),
        ("zh", "比去年增长1 2%。", "1 2", "12"),
        ("ja", "この町の人ロは減った。", "ロ", "口"),
        ("en", "It opened in 2O19.", "2O19", "2019"),
        ("de", "Die Stra?e ist gesperrt.", "Stra?e", "Straße"),
        ("fr", "Il parle de l?argent du syndicat.", "l?argent", "l'argent"),
        ("es", "Es un tren muy r\ufffd\ufffdpido.", "r\ufffd\ufffdpido", "rápido"),
        ("de", "Sie haben es unm \ufffd glich gemacht.", "unm \ufffd glich", "unmöglich"),
        ("de", "\ufffdber den Fluss f\u00fchrt eine Brücke.", "\ufffdber", "Über"),
        ("en", "The of■ce opens at nine.", "of■ce", "office"),
        ("ru", "В реке нет во?ды.", "во?ды", "воды"),
        ("de", "Die Regie?rung tagt.", "Regie?rung", "Regierung"),
        ("de", "Der Xq?zvtk tagt.", "Xq?zvtk", None),
        ("ru", "Новое прави□ельство собралось.", "прави□ельство", "правительство"),
        ("zh", "这种做法得不\ufffd\ufffd\ufffd失。", "得不\ufffd\ufffd\ufffd失", "得不偿失"),
        ("zh", "会议讨论了□政预算。", "□", None),
        ("zh", "导演约翰?史密斯来访。", "?", "·"),
        ("zh", "今曰举行会议。", "今曰", "今日"),
        ("zh", "会议讨论了メ会的建议。", "メ", None),
        ("zh", "这是第ー次会议。", "ー", "一"),
        ("ja", "彼は待別な人だ。", "待別", "特別"),
        ("ja", "新しいパソコソを買う。", "パソコソ", "パソコン"),
        ("ja", "サ—ビスが始まる。", "サ—ビス", "サービス"),
        ("ja", "新しいﾃﾚﾋﾞを買う。", "ﾃﾚﾋﾞ", "テレビ"),
        ("ja", "俳優のジョン?スミスが来日した。", "?", "・"),
    ],
)
def test_damage_is_seen_with_what_was_meant(language: str, text: str, broken: str, fixed: str | None) -> None:
    found = [(damage.span.of(text), damage.fixed) for damage in damages(text, language)]
    assert found == ([(broken, fixed)] if broken else [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Der Hafenmeister und die Brückenwärterin grüßen die Große Straße; 10l Öl, CO2, H2O, 1o."),
        ("en", "Fourfold subtypes of the iPhone 6S cost 19 99-cent coupons in a well-known store."),
        ("fr", "Les sous-marins de la base navale sont à quai, l'aéroport aussi."),
        ("zh", "以色列人在土地上于是过去了，我自己已经知道未来。"),
        ("ja", "カメラの力とロボットの口、エネルギー工場。"),
        ("ru", "Он живёт в г. Твери, ул. Новая, д. 5; IT-компания."),
        ("en", "□ Yes ■ No; what?no, e-mail me at a.b?c=d or example.org/watch?v=abc ◆ Section"),
        ("zh", "性别：□男□女；婚否：□是□否"),
        ("zh", "她面带微笑，当她回来时我走了；他病入膏肓。"),
        ("ja", "ソロのワルツ、シーツとツアー、カ月、一ヶ月、東京—大阪、ニューヨーク—パリ。"),
        ("zh", "他喜欢カラオケ和の字。"),
        ("zh", "你去不去?我去。你是谁?他问。"),
        ("zh", "■本报记者 王小明"),
        ("en", ""),
    ],
)
def test_what_is_meant_so_is_no_damage(language: str, text: str) -> None:
    assert list(damages(text, language)) == []


@given(
    st.text(alphabet="abrnm01Ool â€™Ã©囗口未末ロカ人ソン日曰ー—ﾃﾋﾞ -\n?□\ufffd", max_size=40),
    st.sampled_from(["en", "zh", "ja", "ru", "de"]),
)
def test_damage_marks_its_text_and_never_twice(text: str, language: str) -> None:
    found = sorted(damages(text, language), key=lambda damage: damage.span)
    for damage in found:
        assert 0 <= damage.span.start < damage.span.end <= len(text)
        assert damage.fixed != damage.span.of(text)
    assert all(not one.span.overlaps(two.span) for one, two in pairwise(found))


def test_what_was_lost_for_good_harms_every_translation() -> None:
    source = "会议讨论了□政预算。"
    (damage,) = damages(source, "zh")
    assert harm(damage, source, "They met.", ("zh", "en")) == Harm(None)
    target = "They met about the □ budget."
    done = harm(damage, source, target, ("zh", "en"))
    assert done is not None
    assert done.copied == Span(target.index("□"), target.index("□") + 1)


@pytest.mark.parametrize(
    ("target", "copied"),
    [
        ("The hosptal is near the river.", "hosptal"),
        ("The building is near the river.", ""),
        ("The hospital is near the river.", None),
    ],
)
def test_only_damage_that_the_translation_shows_is_harm(target: str, copied: str | None) -> None:
    source = "O hosptal fica perto do rio."
    (damage,) = damages(source, "pt")
    done = harm(damage, source, target, ("pt", "en"))
    assert (None if done is None else done.copied.of(target) if done.copied else "") == copied


# ------------------------------------------------------------------------------------------------ mixed columns

LEFT = ["The council approved the", "new bridge on Monday after", "a debate of four hours."]
RIGHT = ["Firefighters were called to", "three fires in the night, and", "nobody was hurt."]


@pytest.mark.parametrize("gutter", ["    ", "\t"])
def test_columns_read_across_are_put_in_order(gutter: str) -> None:
    mixed = "\r\n".join(gutter.join(row) for row in zip(LEFT, RIGHT, strict=True))
    text = f"News\r\n\r\n{mixed}\r\n\r\nThe end.\r\n"
    (edit,) = mixed_columns(text, "en")
    assert apply_edits(text, [edit]) == text.replace(mixed, "\r\n".join(LEFT + RIGHT))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "\n".join(LEFT + RIGHT)),
        ("en", "Name    Town\nAnna Klein    Kiel\nJonas Weber    Bonn\nMia Vogt    Trier"),
        (
            "en",
            "First prize of the jury    Anna Klein of Kiel\nSecond prize of the jury    Jonas Weber of Bonn\n"
            * 2,
        ),
        (
            "zh",
            "中国人民大学经济学院    李明教授主讲宏观经济\n北京大学法律系研究所    王芳教授主讲国际公法\n"
            * 2,
        ),
        ("de", "Kiel am Meer    Anna Klein\nBonn am Rhein    Jonas Weber\nTrier an Mosel    Mia Vogt"),
    ],
)
def test_text_in_order_and_tables_are_no_mixed_columns(language: str, text: str) -> None:
    assert list(mixed_columns(text, language)) == []
