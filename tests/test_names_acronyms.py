"""Acronyms: spotted, spelt out, looked up, and held against the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.names.acronym.changes import changes, lost
from tqcheck.names.acronym.expansions import disagreeing, introductions, singular, truncated, two_acronyms
from tqcheck.names.acronym.initials import capital_runs, fits, letters_of, spelt_out
from tqcheck.names.acronym.spotting import acronyms
from tqcheck.names.acronym.support import Article
from tqcheck.names.acronym.table import by_letters, terms_in, unjudged
from tqcheck.names.middle import initials
from tqcheck.names.numbered import wars


def _article(source: str, target: str, language: str = "zh") -> Article:
    return Article((source,), (target,), language)


def _changed(source: str, target: str, language: str = "zh") -> list[tuple[str, str]]:
    return [(found.acronym.text, found.near) for found in changes(_article(source, target, language), 0)]


def _truncated(source: str, target: str) -> list[tuple[str, str]]:
    return [(found.text, found.wanted) for found in truncated(_article(source, target), 0)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The U.S. and the WHO met in the G20.", ["U.S.", "WHO", "G20"]),
        ("NGOs, PS5s, XDR-TB and AfD voters; CPI同比", ["NGOs", "PS5s", "XDR-TB", "AfD", "CPI"]),
        ("ex-KGB men; the NKÚ; NATO's", ["KGB", "NKÚ", "NATO"]),
        ("World War II, chapter XIV, RMB20, a@IBM.com, McDonald, www.BBC.co", []),
        ("LEADERS CALL FOR PEACE IN WTO", []),
    ],
)
def test_acronyms_are_spotted(text: str, found: list[str]) -> None:
    assert [acronym.text for acronym in acronyms(text)] == found


@given(st.text(alphabet="ABC.s -19ÉЖ中", max_size=40))
def test_an_acronym_stands_where_it_says(text: str) -> None:
    for acronym in acronyms(text):
        assert acronym.span.of(text) == acronym.text
        assert 1 < len(acronym.letters) < 9


@pytest.mark.parametrize(
    ("acronym", "phrase", "expected"),
    [
        ("WHO", "World Health Organization", True),
        ("METI", "Ministry of Economy, Trade and Industry", True),
        ("XDR-TB", "Extensively Drug-Resistant Tuberculosis", True),
        ("DoD", "Department of Defense", True),
        ("WTO", "World Health Organization", False),
        ("METI", "Ministry of Trade and Industry", False),
        ("SAR", "Special Region", False),
    ],
)
def test_letters_fit_words(acronym: str, phrase: str, expected: bool) -> None:
    assert fits(acronym, phrase) is expected


@given(st.lists(st.sampled_from(["World", "Health", "Trade", "Office", "Kind"]), min_size=2, max_size=6))
def test_first_letters_always_fit(words: list[str]) -> None:
    letters = "".join(word[0] for word in words)
    assert fits(letters, " ".join(words))
    assert spelt_out(letters, ["the", *words, "met"])


def test_an_acronym_is_not_spelt_out_by_itself() -> None:
    assert not spelt_out("CIP", ["The", "CIP", "rose"], loosely=True, any_order=True)


def test_capital_runs_take_commas_and_leave_openers() -> None:
    text = "At the Ministry of Economy, Trade and Industry he met Ann Lee."
    assert [text[start:end] for start, end, _ in capital_runs(text)] == [
        "Ministry of Economy, Trade and Industry",
        "Ann Lee",
    ]


def test_tables() -> None:
    assert {"CNY", "USD", "TV"} <= unjudged()
    assert "XDR" not in unjudged()
    assert any("gross domestic product" in term.english for term in by_letters()["GDP"])
    assert any("ECB" in term.english for _, term in terms_in("La BCE relève ses taux.", "fr"))
    assert any("MFA" in term.english for _, term in terms_in("в Министерстве иностранных дел", "ru"))
    assert letters_of("U.S.") == "US"
    assert letters_of("NGOs") == "NGO"


@pytest.mark.parametrize(
    ("source", "target", "language", "found"),
    [
        ("三月份CPI上涨。", "The CIP rose in March.", "zh", [("CIP", "CPI")]),
        ("世贸组织发表声明。", "The WHO made a statement.", "zh", [("WHO", "WTO")]),
        ("ВОЗ выпустила отчёт.", "The WTO published a report.", "ru", [("WTO", "WHO")]),
        ("三月份CPI上涨。", "Consumer prices rose in March.", "zh", []),
        ("三月份CPI上涨。", "The consumer price index (CPI) rose in March.", "zh", []),
        ("世贸组织发表声明。", "The World Trade Organisation made a statement.", "zh", []),
        ("L'OTAN et l'ONU se réunissent.", "NATO and the UN are meeting.", "fr", []),
        ("ФСБ задержала его.", "The FSB detained him.", "ru", []),
        (
            "国际原子能机构（IAEA）宣布。",
            "The International Atomic Energy Agency (IAIA) said so.",
            "zh",
            [("IAIA", "IAEA")],
        ),
        ("ＡＬＳの患者", "a patient with ALS", "ja", []),
        ("최고경영자와 만났다.", "He met the CEO.", "ko", []),
        ("上海自贸试验区", "the SFTZ", "zh", []),
        ("香港特区政府宣布。", "The HKSAR government announced it.", "zh", []),
        ("Sie WAREN da.", "They WERE there.", "de", []),
    ],
)
def test_changes(source: str, target: str, language: str, found: list[tuple[str, str]]) -> None:
    assert _changed(source, target, language) == found


def test_the_article_explains_its_acronyms_anywhere() -> None:
    article = Article(
        ("绿色岛屿基金会开会。", "会议很短。"),
        ("The Green Islands Foundation met.", "The GIF was brief."),
        "zh",
    )
    assert not changes(article, 1)


def test_what_is_lost_is_in_no_form_there() -> None:
    assert [found.text for found in lost("东盟感谢越南。", "They thanked Vietnam.", "zh")] == ["东盟"]
    assert not lost("东盟感谢越南。", "ASEAN thanked Vietnam.", "zh")
    assert not lost("东盟感谢越南。", "The Association of South-East Asian Nations thanked Vietnam.", "zh")


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("阿联酋公民", "citizens of the United Emirates", [("United Emirates", "United Arab Emirates")]),
        ("特区政府", "the Special Region government", [("Special Region", "Special Administrative Region")]),
        ("国家发改委", "the Development and Reform Commission", []),
        ("一带一路倡议", "the Belt and Road", []),
        ("联合国大会", "the General Assembly of the United Nations", []),
        ("阿联酋公民", "citizens of the Emirates", []),
        ("香港特区的司长", "The secretary of Hong Kong said so.", []),
        (
            "香港特区的司长",
            "The Secretary for Administration of the Hong Kong Special Region said so.",
            [
                (
                    "Secretary for Administration of the Hong Kong Special Region",
                    "Special Administrative Region",
                )
            ],
        ),
        (
            "进博会开幕。",
            "It opened at the China International, a fair.",
            [("China International", "China International Import Expo")],
        ),
        (
            "这是耐药结核病 (XDR-TB)。",
            "It is Drug-Resistant Tuberculosis in Rome.",
            [("Drug-Resistant Tuberculosis in Rome", "XDR-TB")],
        ),
    ],
)
def test_truncated_names(source: str, target: str, found: list[tuple[str, str]]) -> None:
    assert _truncated(source, target) == found


@pytest.mark.parametrize(
    ("text", "copied", "wrong"),
    [
        ("The World Health Organization (WTO) met.", "", ["WTO"]),
        ("the African People's Organisation (SAPO)", "", ["SAPO"]),
        ("the Electoral Council (CEP)", "CEP", ["CEP"]),
        ("the Electoral Council (CEP)", "", []),
        ("the Federal Security Service (FSB)", "FSB", []),
        ("Vietnam's News Agency (VNA)", "", []),
        ("said Dieter Posch (FDP)", "", []),
        ("the World Health Organization (WHO)", "", []),
    ],
)
def test_names_beside_acronyms(text: str, copied: str, wrong: list[str]) -> None:
    found = disagreeing(text, frozenset(filter(None, [copied])))
    assert [introduction.letters for introduction, _ in found] == wrong


def test_one_name_has_one_acronym() -> None:
    texts = ["the Green Islands Foundation (GIF)", None, "the Green Islands Foundation (GIP)"]
    assert [(place, found.letters, first.letters) for place, found, first in two_acronyms(texts)] == [
        (2, "GIP", "GIF")
    ]
    assert [found.text for found in introductions(texts[0] or "")] == ["Green Islands Foundation"]


def test_plurals_keep_their_s() -> None:
    assert [wanted for _, wanted in singular("the United Nation and the United States")] == ["United Nations"]
    assert not list(singular("the United Nations Fund; the United Kingdom; a State of the Union"))


@pytest.mark.parametrize(
    ("source", "target", "language", "wanted"),
    [
        ("第一次世界大战", "World War II", "zh", ["World War I"]),
        ("第一次世界大战和第二次世界大战", "both World Wars, WWI and WWII", "zh", []),
        ("Первая мировая война", "the Second World War", "ru", ["World War I"]),
        ("после войны", "after World War II", "ru", []),
        ("im Zweiten Weltkrieg", "in the Second World War, as in the First World War", "de", []),
    ],
)
def test_wars(source: str, target: str, language: str, wanted: list[str]) -> None:
    assert [name for _, _, name in wars(source, target, language)] == wanted


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("富兰克林·德拉诺·罗斯福", "Franklin D. Roosevelt", []),
        ("富兰克林·德拉诺·罗斯福", "Franklin S. Roosevelt", ["S"]),
        ("约翰·菲茨杰拉德·肯尼迪", "John F. Kennedy", []),
        ("约翰·肯尼迪", "John F. Kennedy", []),
    ],
)
def test_middle_initials(source: str, target: str, wrong: list[str]) -> None:
    assert [span.of(target) for span, _, _ in initials(source, target, "zh")] == wrong


def test_a_second_acronym_after_an_opening_word() -> None:
    texts = ["The Gulf Energy Forum (GEF) met.", "Later the Gulf Energy Forum (GEC) thanked its hosts."]
    assert [(at, found.letters, first.letters) for at, found, first in two_acronyms(texts)] == [
        (1, "GEC", "GEF")
    ]


def test_letters_that_changed_places_are_no_second_name() -> None:
    found = list(disagreeing("The Shanghai Cooperation Organization (SOC) met."))
    assert [why for _, why in found] == ["Shanghai Cooperation Organization is SCO"]
    assert not list(disagreeing("The Shanghai Cooperation Organisation (SCO) met."))
