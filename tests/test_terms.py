"""Terms: glossaries as they are written, their terms as they are inflected, what departs from them, the command line."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.cli import main
from tqcheck.errors import ConfigError
from tqcheck.model import Span
from tqcheck.terms.consistency import renamed
from tqcheck.terms.find import Finder, Form, stands
from tqcheck.terms.load import load_glossaries
from tqcheck.terms.merged import merged_words
from tqcheck.terms.model import Glossary, Term
from tqcheck.terms.propose import Proposal, Sample, propose
from tqcheck.terms.spelling import spellings_mixed
from tqcheck.terms.table import read_table
from tqcheck.terms.tbx import read_tbx
from tqcheck.terms.use import TermUse
from tqcheck.terms.words import alike, citation
from tqcheck.terms.write import to_csv, to_tbx

Write = Callable[[str, str | bytes], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def writing(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return writing


def _terms(path: Path, source: str = "de", target: str = "en") -> tuple[Term, ...]:
    return load_glossaries([path]).terms(source, target)


# --- tables

TABLE = [
    ["source", "target", "forbidden", "do-not-translate", "case", "part-of-speech", "note"],
    ["Notenbank", "central bank|monetary authority", "note bank", "", "", "noun", "since 2020; always"],
    ["Tagesschau", "", "", "yes", "no", "", 'the "Eight o\'clock"'],
    ["", "use", "utilize", "", "", "verb", ""],
]
EXPECTED = (
    Term(
        ("Notenbank",),
        ("central bank", "monetary authority"),
        ("note bank",),
        part_of_speech="noun",
        note="since 2020; always",
    ),
    Term(("Tagesschau",), copied=True, note='the "Eight o\'clock"'),
    Term((), ("use",), ("utilize",), part_of_speech="verb"),
)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_table_as_spreadsheets_write_it(write: Write, delimiter: str, encoding: str, ending: str) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=ending).writerows(TABLE)
    assert _terms(write("t.csv", text.getvalue().encode(encoding))) == EXPECTED


def test_columns_by_language_hold_in_both_directions(write: Write) -> None:
    path = write("t.csv", "\n\nzh,en,forbidden\n上合组织,Shanghai Cooperation Organization,Shanghai Group\n")
    (term,) = _terms(path, "zh-CN", "en")
    assert term == Term(("上合组织",), ("Shanghai Cooperation Organization",), ("Shanghai Group",))
    (turned,) = _terms(path, "en-GB", "zh")
    assert turned == Term(("Shanghai Cooperation Organization",), ("上合组织",))
    assert _terms(path, "ru", "en") == (Term((), term.targets, term.forbidden),)
    assert _terms(path, "zh", "de") == ()


@given(
    st.lists(
        st.tuples(*[st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=12)] * 2),
        min_size=1,
        max_size=8,
    )
)
def test_what_is_written_is_read(rows: list[tuple[str, str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([("source", "target"), *rows])
    read = Glossary(read_table(text.getvalue(), "t.csv")).terms("de", "en")
    assert [(term.sources[0], term.targets[0]) for term in read] == [
        tuple(unicodedata.normalize("NFC", cell) for cell in row) for row in rows
    ]


@given(st.text(max_size=80))
def test_any_text_is_a_table_or_refused_with_its_line(text: str) -> None:
    try:
        read_table(text, "t.csv")
    except ConfigError as error:
        assert str(error).startswith("t.csv:")  # noqa: PT017


@pytest.mark.parametrize(
    ("rows", "line", "says"),
    [
        ("source,target\nHaus,house\nHof,yard,court", 3, "3 cells under 2 columns"),
        ("source,target\n\nHaus,house\nHof,", 4, "'Hof' has no target"),
        ('source,target\nHaus,"house\nHof,yard\n', 2, "quotation mark"),
        ('source,note,target\nHaus,"two\nlines",house\nHof,,', 4, "'Hof' has no target"),
        ("source,target\nHaus,...", 2, "neither letter nor digit"),
        ("source,target,case\nHaus,house,maybe", 2, "case is 'maybe'. Write yes or no"),
        (
            "source,target,pos\nHaus,house,Proper noun\nHof,yard,thing",
            3,
            "part of speech is 'thing'. Write noun, verb,",
        ),
        ("source,target,do-not-translate\nHaus,house,yes", 2, "with another target"),
        ("source,target,do-not-translate\n,house,yes", 2, "without a source"),
        ("source,target,forbidden\nHaus,house,home|house", 2, "both right and forbidden"),
        ("source,target,forbidden\nHaus,house,home\nHaus,home,", 2, "forbidden here and right in"),
        ("source,target,do-not-translate\nHaus,house,\nHaus,,x", 3, "translated in"),
        ("source,target,Colour\nHaus,house,red", 1, "'Colour' is no column tqcheck knows. The first"),
        ("source,target,target\nHaus,house,home", 1, "twice"),
        ("source,en\nHaus,house", 1, "not both"),
        ("de,en,fr,forbidden\nHaus,house,maison,home", 1, "'forbidden' is no column tqcheck knows. The"),
        (
            "Haus,house\nHof,yard",
            1,
            "'Haus' is no column tqcheck knows; does the file lack its first row? The first row names",
        ),
        ("", 1, "the glossary is empty"),
        ("\n \n", 1, "the glossary is empty"),
        ("de,en\nHaus,", 2, "'Haus' has no term in another language"),
    ],
)
def test_a_broken_row_is_refused_with_its_line(write: Write, rows: str, line: int, says: str) -> None:
    path = write("t.csv", rows)
    with pytest.raises(ConfigError) as caught:
        load_glossaries([path])
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert says in str(caught.value)


def test_what_is_no_glossary_says_so(write: Write, tmp_path: Path) -> None:
    for path, says in (
        (write("t.xlsx", b"PK\x03\x04"), "a glossary is .csv, .tsv or .tbx"),
        (write("t.csv", "source,target\nHaus,house\nKäse,cheese".encode("cp1252")), "t.csv:3: not UTF-8"),
        (tmp_path / "none.csv", "there is no such glossary"),
    ):
        with pytest.raises(ConfigError, match=says):
            load_glossaries([path])


def test_one_source_with_two_targets_has_alternatives(write: Write) -> None:
    terms = _terms(write("t.csv", "source,target\nNotenbank,central bank\nNotenbank,monetary authority"))
    assert not TermUse(terms, ["Die Notenbank."], ["The monetary authority."], ("de", "en")).missing
    (use,) = TermUse(terms, ["Die Notenbank."], ["The bank of issue."], ("de", "en")).missing
    assert [term.targets[0] for term in use.terms] == ["central bank", "monetary authority"]


# --- TBX

OLD = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="c1"><descrip type="definition">who issues
 money</descrip>
<langSet xml:lang="de"><tig><term>Notenbank</term><termNote type="partOfSpeech">noun</termNote></tig></langSet>
<langSet xml:lang="en-GB">
<tig><term>note bank</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
<tig><term>monetary authority</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
<tig><term>central <hi>bank</hi></term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
</langSet></termEntry></body></text></martif>"""
NEW = """<?xml version="1.0"?>
<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="c1"><basic:definition>who issues money</basic:definition>
<langSec xml:lang="de"><termSec><term>Notenbank</term><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
<langSec xml:lang="en">
<termSec><term>note bank</term><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>monetary authority</term></termSec>
<termSec><term>central bank</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
</langSec></conceptEntry></body></text></tbx>"""


@pytest.mark.parametrize("text", [OLD, NEW], ids=["2008", "2019"])
def test_tbx_of_both_editions(write: Write, text: str) -> None:
    path = write("t.tbx", text)
    assert _terms(path) == (
        Term(
            ("Notenbank",),
            ("central bank", "monetary authority"),
            ("note bank",),
            part_of_speech="noun",
            note="who issues money",
        ),
    )
    assert load_glossaries([path]).entries[0].part_of_speech == "noun"


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("<term>Notenbank</term>", "<term> </term>", 6, "<tig> has no term"),
        (' xml:lang="de">', ">", 6, "has no xml:lang"),
        ("</langSet></termEntry>", "</termEntry>", 11, "not well-formed"),
        ("termEntry", "entry", None, "no <termEntry>"),
        ('"TBXcoreStructV02.dtd"', '"x" [<!ENTITY a "aaaa">]', 2, "defines entities"),
        ('xml:lang="en-GB"', 'xml:lang="de"', 7, "has de twice"),
        ("martif", "html", 3, "the root is <html>"),
        (">noun<", ">thing<", 4, "part of speech is 'thing'"),
        (' xml:lang="de">', ' xml:lang="xx">', 6, "xml:lang: 'xx' is not a language tag"),
        ("Notenbank", "Noten&foo;bank", 6, "what &foo; stands for is not in the file"),
        ('"1.0"?', '"1.0" encoding="bogus"?', 1, "the encoding it declares cannot be read"),
        ('"1.0"?', '"1.0" encoding="gbk"?', 1, "the encoding it declares cannot be read"),
        ("<body>", "<body>\n" + "<p>" * 200_000, 4, "<p> lies in 100 others"),
    ],
)
def test_a_broken_termbase_is_refused_with_its_line(
    write: Write, old: str, new: str, line: int | None, says: str
) -> None:
    path = write("t.tbx", OLD.replace(old, new))
    with pytest.raises(ConfigError) as caught:
        load_glossaries([path])
    assert str(caught.value).startswith(f"{path}:{line}: " if line else f"{path}: ")
    assert says in str(caught.value)


def test_a_concept_in_one_language_alone_is_refused(write: Write) -> None:
    one = re.sub(r'<langSet xml:lang="de">.*\n', "", OLD)
    # What is deprecated in a language can be found in it alone.
    assert _terms(write("t.tbx", one)) == (
        Term((), ("central bank", "monetary authority"), ("note bank",), note="who issues money"),
    )
    path = write("t.tbx", one.replace("deprecated", "admitted"))
    with pytest.raises(
        ConfigError, match=r"t\.tbx:4: 'central bank' has no term in another language than en-gb"
    ):
        load_glossaries([path])


# --- inflection

ALIKE = [
    ("en", "policy", "policies"), ("en", "bank", "Bank's"), ("en", "plan", "planned"), ("en", "reserve", "reserving"),
    ("en", "organisation", "organizations"), ("en", "woman", "women"), ("en", "box", "boxes"), ("en", "cancel", "cancelled"),
    ("de", "Haus", "Häusern"), ("de", "Rat", "Rates"), ("de", "neue", "neuen"), ("de", "Umfrage", "Umfragen"),
    ("fr", "régional", "régionaux"), ("fr", "élu", "élues"), ("es", "nación", "naciones"), ("es", "europeo", "europeas"),
    ("ru", "рынок", "рынке"), ("ru", "ключевая", "ключевую"), ("ru", "совет", "советами"), ("uk", "банк", "банками"),
    ("pt", "nação", "nações"), ("it", "mercato", "mercati"), ("pl", "bank", "banku"), ("cs", "vláda", "vládou"), ("ko", "정부", "정부는"), ("ar", "اقتصاد", "الاقتصاد"),
]  # fmt: skip
UNLIKE = [
    ("en", "organ", "organization"), ("en", "new", "news"), ("en", "universe", "university"), ("en", "bus", "business"),
    ("de", "Organ", "Organisation"), ("de", "Staat", "Stadt"), ("ru", "банк", "банкир"), ("fr", "nation", "nationalité"),
    ("es", "presidente", "presidencia"), ("ko", "정부", "정치"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "one", "two"), ALIKE)
def test_inflections_are_one_word(language: str, one: str, two: str) -> None:
    assert alike(one, two, language)
    assert alike(two, one, language)


@pytest.mark.parametrize(("language", "one", "two"), UNLIKE)
def test_derivations_are_other_words(language: str, one: str, two: str) -> None:
    assert not alike(one, two, language)
    assert not alike(two, one, language)


# --- where a text has a term

PLACES = [
    ("en", ["health care"], "Healthcare, health-care and health cares.", ["Healthcare", "health-care", "health cares"]),
    ("en", ["healthcare"], "Her health care and health.", ["health care"]),
    ("en", ["World Bank", "bank"], "The World Bank's head left the banks.", ["World Bank", "banks"]),
    ("en", ["bank"], "Banker, embankment, e-bank", ["bank"]),
    ("en", ["monetary policy"], "Monetary. Policy; monetary policies", ["monetary policies"]),
    ("en", ["AT&T", "C++"], "AT&T writes C++, not BAT&T.", ["AT&T", "C++"]),
    ("en", ["US policy"], "U.S. policy and US policy", ["US policy"]),
    ("zh", ["人民银行", "中国人民银行", "银行"], "中国人民银行和银行", ["中国人民银行", "银行"]),
    ("zh", ["AI"], "AI技术，OpenAI和AI。", ["AI", "AI"]),
    ("ja", ["サイバー", "サイバー攻撃"], "サイバー攻撃とサイバースペース", ["サイバー攻撃"]),
    ("ko", ["중앙 은행"], "중앙 은행은 금리를 올렸다. 중앙은행도.", ["중앙 은행은", "중앙은행도"]),
    ("de", ["Fußball"], "Die Fußball-EM", ["Fußball"]),
    ("de", ["Notenbank"], "Die Notenbanken, der Notenbankchef", ["Notenbanken"]),
    ("ru", ["центральный банк"], "Главы центральных банков", ["центральных банков"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "forms", "text", "marks"), PLACES)
def test_the_places_of_a_term(language: str, forms: list[str], text: str, marks: list[str]) -> None:
    finder = Finder(((Form(form), form) for form in forms), language)
    assert [match.span.of(text) for match in finder.longest(text)] == marks


SPOKEN = [
    ("en", "noun", "train", "The train and trains, the train’s driver trained; training retrains.", ["train", "trains", "train"]),
    ("en", "verb", "train", "The train’s driver trained; training trains.", ["trained", "training", "trains"]),
    ("en", "verb", "buy", "They bought what buyers buy.", ["bought", "buy"]),
    ("en", "noun", "organisation", "Organizations organised organising.", ["Organizations"]),
    ("en", "noun", "interest rate", "Interest rates interested us; the interest rated little.", ["Interest rates"]),
    ("en", "adjective", "low", "Low, lower, lowest: it lowered the lows.", ["Low", "lower", "lowest"]),
    ("en", "adjective", "dry", "It is drier, the driest; it dries.", ["drier", "driest"]),
    ("en", "adjective", "big", "It is bigger, and better.", ["bigger"]),
    ("en", "adjective", "late", "Later it was late, at the latest.", ["Later", "late", "latest"]),
    ("en", "", "low", "Low and lower.", ["Low"]),
    ("de", "noun", "Essen", "Das Essen war gut, sie essen viel.", ["Essen"]),
    ("ru", "noun", "сталь", "Стали больше, они сталью не стали бы и не станут.", ["сталью"]),
    ("ru", "verb", "стать", "Они станут сталью.", ["станут"]),
    ("ru", "noun", "печь", "Печь стоит, печью топят, они пекут.", ["Печь", "печью"]),
    ("ko", "noun", "정부", "정부는 말했다.", ["정부는"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "part", "form", "text", "marks"), SPOKEN)
def test_a_part_of_speech_has_its_own_inflections(
    language: str, part: str, form: str, text: str, marks: list[str]
) -> None:
    finder = Finder([(Form(form, part=part), None)], language)
    assert [match.span.of(text) for match in finder.all(text)] == marks


def test_a_verb_is_no_rendering_of_a_noun() -> None:
    noun, both = (Term(("Zug",), ("train",), part_of_speech=part) for part in ("noun", ""))
    assert _missing(["Der Zug kam."], ["He trained hard."], noun) == [0]
    assert _missing(["Der Zug kam."], ["He trained hard."], both) == []
    assert _missing(["Der Zug kam."], ["Trains came."], noun) == []


def test_capitals_matter_where_the_row_says_so() -> None:
    text = "Polish polish, POLISH"
    assert [m.span for m in Finder([(Form("Polish", case=True), None)], "en").all(text)] == [Span(0, 6)]
    assert len(Finder([(Form("Polish"), None)], "en").all(text)) == 3


@given(
    st.lists(st.text("ab -'人银ケЯ&", min_size=1, max_size=6), max_size=4),
    st.text("ab -'.人银ケЯ&", max_size=30),
)
def test_matches_never_overlap_and_mark_the_text(forms: list[str], text: str) -> None:
    matches = Finder(((Form(form), None) for form in forms if form.strip()), "en").longest(text)
    assert all(match.span.of(text).strip() for match in matches)
    assert all(one.span.end <= two.span.start for one, two in pairwise(matches))


def test_a_rendering_may_be_told_apart_turned_round_or_compounded() -> None:
    assert stands("monetary policy", "monetary and fiscal policies", "en")
    assert stands("climate change policy", "a policy on climate change", "en")
    assert stands("Geldpolitik", "der geldpolitische Kurs und die Geldpolitikdebatte", "de")
    assert not stands("monetary policy", "the monetary union has its own foreign and defence policy", "en")


# --- what departs from a glossary

BANK = Term(("Zentralbankrat",), ("Central Bank Council",), ("bank board",))


def _missing(sources: list[str | None], targets: list[str | None], term: Term = BANK) -> list[int]:
    return [use.at for use in TermUse([term], sources, targets, ("de", "en")).missing]


def test_a_pronoun_or_shorter_form_stands_for_a_term_that_was_named() -> None:
    sources: list[str | None] = ["Der Zentralbankrat tagte.", "Der Zentralbankrat schwieg."]
    full = "The Central Bank Council met."
    assert _missing(sources, [full, "It was silent."]) == []
    assert _missing(sources, [full, "The council was silent."]) == []
    assert _missing(sources, [full, "The CBC was silent."]) == []
    assert _missing(sources, [full, "The committee was silent."]) == [1]
    assert _missing(sources, ["Members met.", "The council was silent."]) == [0, 1]


def test_a_sentence_beside_may_have_the_term() -> None:
    assert (
        _missing(
            ["Der Zentralbankrat tagte.", "Er schwieg."], ["Members met.", "The Central Bank Council met."]
        )
        == []
    )
    assert _missing(["Der Zentralbankrat tagte."], [None]) == []


def test_a_forbidden_word_is_one_finding_and_not_two() -> None:
    use = TermUse([BANK], ["Der Zentralbankrat tagte."], ["The bank boards met."], ("de", "en"))
    assert not use.missing
    assert [found.target for found in use.forbidden] == [Span(4, 15)]
    assert not TermUse([BANK], ["Der Vorstand tagte."], ["The bank board met."], ("de", "en")).forbidden
    assert TermUse([BANK], [None], ["The bank board met."], ("de", "en")).forbidden


MINISTERS = (
    Term(("外交部长",), ("foreign minister",)),
    Term(("国防部长",), ("defence minister", "defense minister")),
)
BOTH = "外交部长会见了国防部长。"


@pytest.mark.parametrize(
    ("sources", "targets", "found"),
    [
        ([BOTH], ["The foreign minister met the foreign minister."], [("国防部长", "外交部长", Span(29, 45))]),
        ([BOTH], ["Defense ministers met defense ministers."], [("外交部长", "国防部长", Span(0, 17))]),
        # Earlier "the minister" could have stood for either; not as a part of the other's name.
        (
            [BOTH, BOTH],
            ["The foreign minister met the defence minister.", "The foreign minister met the foreign minister."],
            [("国防部长", "外交部长", Span(29, 45))],
        ),
        ([BOTH], ["The foreign minister met him."], []),
        ([BOTH], ["The foreign minister met the defense minister, the foreign minister said."], []),
        ([BOTH + BOTH], ["The foreign minister met the foreign minister."], []),
        ([None], ["The foreign minister met the foreign minister."], []),
    ],
)  # fmt: skip
def test_two_terms_under_one_rendering(
    sources: list[str | None], targets: list[str | None], found: list[tuple[str, str, Span]]
) -> None:
    use = TermUse(MINISTERS, sources, targets, ("zh", "en"))
    said = [
        (one.source.of(sources[one.at] or ""), one.other.of(sources[one.at] or ""), one.target)
        for one in use.merged
        if one.source and one.other
    ]
    assert said == found
    assert not {(one.at, one.source) for one in use.merged} & {(one.at, one.source) for one in use.missing}


def test_what_is_to_be_copied_may_be_inflected_but_not_respelt() -> None:
    term = Term(("iPhone",), copied=True)

    def changed(target: str, language: str = "en") -> list[Span | None]:
        return [
            use.target for use in TermUse([term], ["Das iPhone ist da."], [target], ("de", language)).changed
        ]

    assert changed("iPhones are here.") == changed("使用iPhone手机", "zh") == []
    assert changed("The IPhone is here.") == [Span(4, 10)]
    assert changed("The telephone is here.") == [None]
    assert changed("IPHONE NOW OUT") == []


# --- the command line

SOURCE = "Die Notenbank erhöhte am Freitag die Zinsen.\n\nDie Menschen waren überrascht davon.\n"
RIGHT = "The central bank raised interest rates on Friday.\n\nPeople were surprised by this.\n"
WRONG = RIGHT.replace("central bank", "bank of issue")


def _run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return int(stop.value.code or 0), said.out, said.err


def test_check_with_a_glossary(
    write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    source, right, wrong = write("a.de.txt", SOURCE), write("b.en.txt", RIGHT), write("a.en.txt", WRONG)
    glossary = write("terms.csv", "source;target\nNotenbank;central bank\n")
    check = ("check", "--grammar", "off", "--select", "terminology/*")
    assert _run(capsys, *check, source, right, "--glossary", glossary)[0] == 0
    code, out, _ = _run(capsys, *check, source, wrong, "--glossary", glossary)
    assert code == 1
    assert "glossary-term" in out
    assert "central bank" in out
    assert _run(capsys, *check, source, wrong)[0] == 0
    assert '"terms"' not in _run(capsys, *check, source, wrong, "-f", "json")[1]
    write("tqcheck.toml", 'glossary = ["terms.csv"]\n')
    assert _run(capsys, *check, source, wrong)[0] == 1


def _found(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[dict[str, Any]]:
    _, out, _ = _run(
        capsys, "check", "--grammar", "off", "--select", "terminology/*", *arguments, "-f", "json"
    )
    return [finding for document in json.loads(out)["documents"] for finding in document["findings"]]


def test_what_has_no_mark_in_the_translation_suggests_nothing(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = write("a.de.txt", SOURCE), write("a.en.txt", WRONG)
    glossary = write("terms.csv", "source,target\nNotenbank,central bank|monetary authority\n")
    (finding,) = _found(capsys, source, target, "--glossary", glossary)
    assert (finding["target"], finding["suggestions"]) == (None, [])
    assert "has “central bank” or “monetary authority” for “Notenbank”" in finding["message"]


@pytest.mark.parametrize(
    ("target", "says", "suggestions"),
    [
        ("The Abendstern appeared today.", None, []),
        ("The Abendsterns appeared today.", None, []),
        ("The evening star appeared today.", "untranslated; the translation does not have it.", []),
        ("The AbendStern appeared today.", "untranslated; the translation has “AbendStern”.", ["Abendstern"]),
    ],
)
def test_what_is_kept_is_named_as_the_glossary_has_it(
    write: Write, capsys: pytest.CaptureFixture[str], target: str, says: str | None, suggestions: list[str]
) -> None:
    source = write("a.de.txt", "Die Ausgaben des Abendsterns erschienen heute.\n")
    glossary = write("terms.csv", "source,target,do-not-translate\nAbendstern,,yes\n")
    languages = ("--source-lang", "de", "--target-lang", "en")
    found = _found(capsys, source, write("a.en.txt", target), "--glossary", glossary, *languages)
    assert [(one["message"], one["suggestions"]) for one in found] == [
        (f"The glossary keeps “Abendstern” {said}", suggestions) for said in [says] if said
    ]


def test_a_check_says_how_many_terms_it_had_and_that_it_had_none(
    write: Write, capsys: pytest.CaptureFixture[str]
) -> None:
    source, target = write("a.de.txt", SOURCE), write("a.en.txt", RIGHT)
    check = ("check", source, target, "--grammar", "off", "--select", "terminology/*")
    one = write("one.csv", "source,target\nNotenbank,central bank\n")
    assert "terms (1 term de-en)" in _run(capsys, *check, "--glossary", one)[1]
    for other in (write("fr.csv", "fr,it\nbanque,banca\n"), write("none.csv", "source,target\n")):
        code, out, _ = _run(capsys, *check, "--glossary", other)
        assert "Not checked: terms: The glossary has no term for de-en" in out
        assert code == 0
        assert _run(capsys, *check, "--glossary", other, "--require", "terms")[0] == 4


def test_many_findings_take_no_square_of_their_number() -> None:
    count = 400
    term = Term(("Notenbankrat",), ("central bank council",))
    sources = ["Der Notenbankrat tagte."] * count
    asked: list[int] = []

    class Counting(TermUse):
        def _stands(self, forms: set[Form], at: int) -> bool:
            asked.append(at)
            return super()._stands(forms, at)

    # "Council" may stand for the term, so that each pair asks whether one before it has the whole.
    use = Counting([term], sources, [f"Council {at} met." for at in range(count)], ("de", "en"))
    assert len(use.missing) == count
    assert len(asked) < 10 * count


@pytest.mark.parametrize(
    "text",
    [
        "A licence to sell; they license it, and license more.",
        "The programme has a program of its own.",
        "Ten metres from the meters.",
        "She analyzes what earlier analyses said.",
    ],
)
def test_two_words_of_british_english_are_no_two_spellings(text: str) -> None:
    assert spellings_mixed([text, text]) == []


def test_each_word_in_two_spellings_has_its_own_mark() -> None:
    found = spellings_mixed(["The colour and the centre.", "Color, colour, center and centre."])
    assert [(one.place, one.text, one.usual) for one in found] == [
        (1, "color", "colour"),
        (1, "center", "centre"),
    ]


def test_a_broken_glossary_ends_the_run(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    source, target = write("a.de.txt", SOURCE), write("a.en.txt", RIGHT)
    glossary = write("terms.csv", "source,target\nNotenbank,central bank\nRat,\n")
    code, out, err = _run(capsys, "check", source, target, "--grammar", "off", "--glossary", glossary)
    assert (code, out) == (2, "")
    assert f"{glossary}:3: 'Rat' has no target" in err


# --- proposals

CITED = [
    ("ключевой ставки", "ключевая ставка"), ("инвесторов", "инвесторы"), ("Чешской республике", "Чешская республика"),
    ("Пельту", "Пельту"), ("совета безопасности", "совет безопасности"), ("вчера", "вчера"),
]  # fmt: skip


@pytest.mark.parametrize(("form", "cited"), CITED)
def test_russian_is_cited_in_the_nominative(form: str, cited: str) -> None:
    assert citation(form, "ru") == cited


FILLERS = {
    "de": ["Gestern regnete es in {}", "Der Preis von Milch steigt seit {}", "Kinder spielen vor {}", "Man sprach lange über {}"],
    "ru": ["Вчера шёл дождь в {}", "Цена молока растёт после {}", "Дети играют около {}", "Долго говорили про {}"],
    "zh": ["昨天下雨了，{}", "牛奶价格上涨，{}", "孩子们在玩，{}", "大家讨论了很久：{}"],
    "en": ["Yesterday it rained at {}", "The price of milk rises because of {}", "Children play near {}", "They spoke at length about {}"],
}  # fmt: skip
KNOWN = {
    "de": [("Energiewende", "energy transition"), ("Europäische Zentralbank", "European Central Bank"), ("Abendstern", "evening star")],
    "ru": [("Центральный банк", "Central Bank"), ("газопровод", "gas pipeline"), ("ключевая ставка", "key interest rate")],
    "zh": [("人民银行", "central bank"), ("数字经济", "digital economy"), ("高速铁路", "high-speed railway")],
}  # fmt: skip


def _bitext(language: str) -> list[Sample]:
    return [
        Sample(f"{source.format(term)}。", f"{target.format(rendering)}.")
        for term, rendering in KNOWN[language]
        for source, target in zip(FILLERS[language], FILLERS["en"], strict=True)
    ] + [Sample("123", f"{number} 456") for number in range(100)]


@pytest.mark.parametrize("language", sorted(KNOWN))
def test_terms_that_recur_are_proposed(language: str) -> None:
    found = {p.source: p for p in propose(_bitext(language), (language, "en"))}
    for source, target in KNOWN[language]:
        assert found[source].target.removeprefix("the ") == target
        assert (found[source].count, found[source].share) == (4, 1.0)


def test_what_is_too_rare_or_copied_is_not_proposed() -> None:
    assert propose(_bitext("de"), ("de", "en"), least=5) == ()
    copied = [Sample(f"Goldman Sachs {n}", f"Goldman Sachs {n}") for n in range(5)]
    assert propose([*copied, *_bitext("de")[12:]], ("de", "en")) == ()


@pytest.mark.parametrize("ending", ["csv", "tbx"])
def test_a_proposal_is_a_glossary(
    write: Write, capsys: pytest.CaptureFixture[str], tmp_path: Path, ending: str
) -> None:
    # Nouns of the English side are what the tagger says, so that the renderings have the words of a real text.
    lines = [f"{sample.source}\t{sample.target}" for sample in _bitext("de")[:12]]
    lines += [f"Satz Nummer {n} steht hier.\tHere stands something else {n}." for n in range(100)]
    pairs, out = write("p.tsv", "\n".join(lines)), tmp_path / f"terms.{ending}"
    languages = ("--source-lang", "de", "--target-lang", "en")
    code, _, err = _run(capsys, "terms", pairs, *languages, "-o", out, "--min-count", "4")
    assert (code, "terms proposed" in err) == (0, True)
    terms = {term.sources[0]: term.targets[0] for term in _terms(out)}
    assert terms["Energiewende"] == "energy transition"
    if ending == "tbx":
        root = ET.parse(out).getroot()
        space = "{urn:iso:std:iso:30042:ed-2}"
        assert (root.tag, root.get("type")) == (f"{space}tbx", "TBX-Basic")
        concepts = root.findall(f"{space}text/{space}body/{space}conceptEntry")
        assert len(concepts) == len(terms)
        assert all(
            len(concept.findall(f"{space}langSec/{space}termSec/{space}term")) == 2 for concept in concepts
        )
    else:
        assert out.read_text().startswith("de,en,count,share\n")


@given(st.tuples(*[st.text(min_size=1).filter(lambda text: text.isprintable() and "|" not in text)] * 2))
def test_proposals_come_back(forms: tuple[str, str]) -> None:
    source, target = (" ".join(unicodedata.normalize("NFC", f"{form} a").split()) for form in forms)
    proposal = Proposal(source, target, 3, 1.0, 20.0)
    table, termbase = (form([proposal], ("de", "en")) for form in (to_csv, to_tbx))
    for entries in (read_table(table, "t.csv"), read_tbx(termbase.encode(), "t.tbx")):
        assert tuple(side.allowed[0] for side in entries[0].sides.values()) == (source, target)


@pytest.mark.parametrize("sign", "=+-@")
def test_no_proposal_is_a_formula(sign: str) -> None:
    table = to_csv([Proposal(f"{sign}Kurs", "rate", 3, 1.0, 20.0)], ("de", "en"))
    assert table.splitlines()[1] == f"'{sign}Kurs,rate,3,1.00"
    assert read_table(table, "t.csv")[0].sides["de"].allowed == (f"{sign}Kurs",)


def test_what_a_file_cannot_hold_is_not_written() -> None:
    read = read_tbx(to_tbx([Proposal("Ku\x02rs", "rate", 3, 1.0, 20.0)], ("de", "en")).encode(), "t.tbx")
    assert read[0].sides["de"].allowed == ("Kurs",)
    table = to_csv([Proposal("Kurs", "rate|price", 3, 1.0, 20.0)], ("de", "en"))
    assert table.splitlines() == ["de,en,count,share"]


def test_terms_refuses_what_it_cannot_do(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    pairs = write("p.tsv", "Ein Satz.\tA sentence.\n")
    code, _, err = _run(capsys, "terms", pairs, "-o", pairs.with_suffix(".xlsx"))
    assert code == 2
    assert ".csv or .tbx" in err
    alone = write("a.jsonl", '{"target": "A sentence in English."}\n')
    assert _run(capsys, "terms", alone)[0] == 3
    two = '{"source": "Ein Satz.", "target": "One.", "source_lang": "de", "target_lang": "en"}\n'
    mixed = write("m.jsonl", two + two.replace("Ein Satz", "Одно").replace('"de"', '"ru"'))
    code, _, err = _run(capsys, "terms", mixed)
    assert code == 2
    assert "de-en, ru-en" in err


def test_two_folders_are_an_archive(write: Write, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for side, suffix in (("source", "de.txt"), ("target", "en.txt")):
        (tmp_path / side / "2024").mkdir(parents=True)
        for n in range(3):
            lines = [getattr(sample, side) for sample in _bitext("de")[4 * n : 4 * n + 4]]
            (tmp_path / side / "2024" / f"{n}.{suffix}").write_text("\n\n".join(lines), encoding="utf-8")
    (tmp_path / "source" / "alone.txt").write_text("Ein Satz.", encoding="utf-8")
    languages = ("--source-lang", "de", "--target-lang", "en")
    code, out, err = _run(
        capsys, "terms", tmp_path / "source", tmp_path / "target", "--min-count", "4", *languages
    )
    assert (code, out.splitlines()[0]) == (0, "de,en,count,share")
    assert "1 file without a partner" in err
    (tmp_path / "none").mkdir()
    code, _, err = _run(capsys, "terms", tmp_path / "source", tmp_path / "none")
    assert code == 2
    assert "no article of" in err


def test_a_folder_of_bitexts(write: Write, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "pairs").mkdir()
    samples = _bitext("de")[:12]
    write("pairs/a.tsv", "\n".join(f"{one.source}\t{one.target}" for one in samples[:6]))
    rows = [{"source": one.source, "target": one.target} for one in samples[6:]]
    write("pairs/b.jsonl", "\n".join(map(json.dumps, rows)))
    write("pairs/readme.pdf", "no pairs")
    languages = ("--source-lang", "de", "--target-lang", "en")
    code, out, _ = _run(capsys, "terms", tmp_path / "pairs", "--min-count", "4", *languages)
    assert (code, out.splitlines()[0]) == (0, "de,en,count,share")


@pytest.mark.parametrize(
    ("inputs", "code", "says"),
    [
        (
            ("a.zip", "b.zip"),
            3,
            "a.zip: .zip files cannot be read; unpack or convert it. Give an article and",
        ),
        (("a.txt",), 2, "a.txt is one side alone. Give"),
        (("folder",), 2, "folder holds no bitext"),
        (("folder", "a.txt"), 2, "these do not go together. Give"),
        (("a.txt", "b.txt", "p.tsv"), 2, "these do not go together. Give"),
        (("p.tsv", "a.txt"), 2, "or the folder of several"),
        (("folder", "folder"), 2, "are the same file"),
        (("none.tsv",), 3, "there is no such file"),
        ((), 2, "nothing to read: give"),
    ],
)
def test_what_is_no_archive_says_what_is(
    write: Write,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    inputs: tuple[str, ...],
    code: int,
    says: str,
) -> None:
    (tmp_path / "folder").mkdir()
    for name in ("a.zip", "b.zip", "a.txt", "b.txt", "p.tsv", "folder/a.txt"):
        write(name, "Ein Satz.\tA sentence.")
    monkeypatch.chdir(tmp_path)
    got, _, err = _run(capsys, "terms", *inputs)
    assert (got, says in err) == (code, True), err


_TERM = [
    "Das Klimaziel ist streng.",
    "Das Klimaziel ist fern.",
    "Das Klimaziel gilt.",
    "Das Klimaziel bleibt.",
]


def test_a_term_under_two_names() -> None:
    names = ["climate target", "climate target", "climate targets", "climate purpose"]
    (found,) = renamed(_TERM, [f"The {name} here." for name in names], "de")
    assert (found.place, found.usual, found.rarely) == (3, "climate target", True)
    assert found.source.of(_TERM[3]) == "Klimaziel"


@pytest.mark.parametrize(
    "last",
    ["It stays.", "The target stays.", "The climate stays, on target.", "The climate bank stays."],
)
def test_what_is_no_other_name_of_a_term(last: str) -> None:
    assert renamed(_TERM, ["The climate target is here."] * 3 + [last], "de") == []


# --- two words under one


@pytest.mark.parametrize(
    ("language", "source", "target", "found"),
    [
        ("zh", "双方交换了意见和看法。", "They exchanged views and views.", ["意见和看法"]),
        ("ru", "Важны надёжность и достоверность.", "Reliability and reliability matter.", []),
        ("ru", "Важны надёжность и достоверность.", "What matters is reliability and reliability.", ["надёжность и достоверность"]),
        ("fr", "l’enseignement et la formation", "It is education and education.", ["l’enseignement et la formation"]),
        ("de", "Die Zusammenarbeit und die Zusammenarbeit mit allen.", "It is cooperation and cooperation.", []),
        ("zh", "省委和省政府都来了。", "Both the provincial and provincial governments came.", []),
        ("de", "Unterlagen oder eine Sammlung", "documents or documents with stains", []),
        ("de", "Der Preis und der Wert.", "It is cooperation and cooperation.", []),
        ("sv", "samarbete och samverkan", "It is cooperation and cooperation.", []),
    ],
)  # fmt: skip
def test_two_words_that_became_one(language: str, source: str, target: str, found: list[str]) -> None:
    merged = list(merged_words(source, target, language, ()))
    assert all(one.source.of(source).endswith(tail) for one, tail in zip(merged, found, strict=True))


@given(
    st.text(alphabet="ab和与 and views、意见.-") | st.text(), st.sampled_from(["zh", "ja", "de", "ko", "xx"])
)
def test_merged_words_lie_in_their_texts(text: str, language: str) -> None:
    for one in merged_words(text, text, language, ()):
        assert " and " in one.target.of(text) or " or " in one.target.of(text)
        assert one.source.of(text)
