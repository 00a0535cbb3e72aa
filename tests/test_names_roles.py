"""Who did it to whom, men and women, names coupled with themselves or translated, hyphens: behaviour at the boundary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.model import Span
from tqcheck.names.compounds import couples, hyphenated
from tqcheck.names.gender import Gender, pronouns_contradict, titled, titles_contradict
from tqcheck.names.literal import translated
from tqcheck.names.merged import merged
from tqcheck.names.model import NameMention, Rendered
from tqcheck.names.roles import swapped_roles


def mentions(source: str, target: str, names: dict[str, str]) -> list[NameMention]:
    return [
        NameMention(
            Span(source.index(theirs), source.index(theirs) + len(theirs)),
            theirs,
            certain=True,
            rendered=Rendered.HERE,
            counterpart=Span(target.index(ours), target.index(ours) + len(ours)),
        )
        for theirs, ours in names.items()
    ]


DEEDS = [
    ("zh", "李强批评了王明。", "Li accused Wang.", {"李强": "Li", "王明": "Wang"}),
    ("zh", "李强被王明批评。", "Li was criticised by Wang.", {"李强": "Li", "王明": "Wang"}),
    ("ru", "Макрон обвинил Путина.", "Macron accused Putin.", {"Макрон": "Macron", "Путина": "Putin"}),
    ("ru", "Путина обвинил Макрон.", "Macron accused Putin.", {"Макрон": "Macron", "Путина": "Putin"}),
    (
        "uk",
        "Польщу підтримала Литва.",
        "Lithuania supported Poland.",
        {"Польщу": "Poland", "Литва": "Lithuania"},
    ),
    ("fr", "Blanc a été battu par Roux.", "Roux beat Blanc.", {"Blanc": "Blanc", "Roux": "Roux"}),
    ("es", "Ruiz criticó a Vega.", "Ruiz criticised Vega.", {"Ruiz": "Ruiz", "Vega": "Vega"}),
    ("ja", "田中氏は鈴木大臣を批判した。", "Tanaka criticised Suzuki.", {"田中": "Tanaka", "鈴木": "Suzuki"}),
    ("ko", "김 장관이 이 의원을 비난했다.", "Kim criticised Lee.", {"김": "Kim", "이 의원": "Lee"}),
]


@pytest.mark.parametrize(("language", "source", "target", "names"), DEEDS)
def test_roles_are_the_same_or_swapped(
    language: str, source: str, target: str, names: dict[str, str]
) -> None:
    assert not swapped_roles(source, target, (language, "en"), mentions(source, target, names))
    one, two = names.values()
    swapped = target.replace(one, "\0").replace(two, one).replace("\0", two)
    found = swapped_roles(source, swapped, (language, "en"), mentions(source, swapped, names))
    assert [(deed.other.of(source), wrong.doer.of(swapped)) for deed, wrong in found] in (
        [(first, names[first])] for first in names
    )


@pytest.mark.parametrize(
    ("language", "source", "target", "names"),
    [
        ("de", "Blanc besiegte Roux.", "Roux defeated Blanc.", {"Blanc": "Blanc", "Roux": "Roux"}),
        ("ru", "Иран атаковал Израиль.", "Israel attacked Iran.", {"Иран": "Iran", "Израиль": "Israel"}),
        ("zh", "对李强批评王明", "Wang accused Li.", {"李强": "Li", "王明": "Wang"}),
    ],
)
def test_roles_that_nothing_settles(language: str, source: str, target: str, names: dict[str, str]) -> None:
    assert not swapped_roles(source, target, (language, "en"), mentions(source, target, names))


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Mrs Berger met Mr. Chen.", [(Gender.WOMAN, "Berger"), (Gender.MAN, "Chen")]),
        ("ru", "г-жа Иванова и господину Петрову", [(Gender.WOMAN, "Иванова"), (Gender.MAN, "Петрову")]),
        ("fr", "M. Blanc et Mme Roux", [(Gender.MAN, "Blanc"), (Gender.WOMAN, "Roux")]),
        ("zh", "陈女士", [(Gender.WOMAN, "陈")]),
        ("fi", "Herra Virtanen", []),
    ],
)
def test_titles(language: str, text: str, wanted: list[tuple[Gender, str]]) -> None:
    assert [(one.gender, one.name.of(text)) for one in titled(text, language) if one.name] == wanted


def test_a_couple_has_a_title_each() -> None:
    languages = ("de", "en")
    assert not [*titles_contradict("Herr und Frau Berger kamen.", "Mr and Mrs Berger came.", languages, ())]
    assert not [
        *titles_contradict("Frau Berger traf Herrn Berger.", "Ms Berger met Mr Berger.", languages, ())
    ]
    assert [*titles_contradict("Frau Berger kam.", "Mr Berger came.", languages, ())]


@pytest.mark.parametrize(
    ("languages", "source", "target", "found"),
    [
        (("zh", "en"), "她来了。", "He came.", ["He"]),
        (("zh", "en"), "她来了。", "He came with her.", []),
        (("zh", "en"), "他人说，其他人来了。", "She came.", []),
        (("zh", "en"), "他的母亲来了。", "She came.", []),
        (("ja", "en"), "彼女は来た。", "He came.", ["He"]),
        (("es", "en"), "Ella llegó tarde.", "He came late.", ["He"]),
        (("es", "en"), "La casa y lo que hay en ella.", "He likes the house.", []),
        (("en", "fr"), "She came late.", "Il est arrivé tard.", []),  # il is also it
        (("en", "es"), "She came late.", "Él llegó tarde.", ["Él"]),
    ],
)
def test_pronouns(languages: tuple[str, str], source: str, target: str, found: list[str]) -> None:
    assert [ours.span.of(target) for _, ours in pronouns_contradict(source, target, languages)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A match between Ghana and Ghana in May.", ["Ghana and Ghana"]),
        ("They flew from Ghana and Ghana’s neighbours.", []),
        ("Ghana plays Togo and Togo plays Mali.", []),
        ("Russian-Russian trade and Sino-Japanese trade grew.", ["Russian-Russian"]),
    ],
)
def test_names_coupled_with_themselves(text: str, found: list[str]) -> None:
    assert [span.of(text) for span, _ in merged(text)] == found


def test_a_common_word_where_the_surname_is_due() -> None:
    source, target = "Frau Fischer kam.", "Ms fisherman came."
    assert [*translated(source, target, "de", ())] == [(Span(5, 12), Span(3, 12))]
    assert not [*translated("Frau Fischer kam.", "Ms Fischer came.", "de", ())]
    source, target = "Angela Merkel Polizei", "Angela police"
    assert not [*translated(source, target, "de", mentions(source, target, {"Angela": "Angela"}))]


def test_hyphens_and_couples() -> None:
    texts = [
        "We saw Yoon Suk-yeol.",
        "After a short meeting Yoon Suk Yeol left it with a Stalin-era man.",
        "The Paris-Berlin train left Paris Berlin.",
    ]
    assert [(one.text, one.usual, one.place) for one in hyphenated(texts)] == [("Suk Yeol", "Suk-yeol", 1)]
    assert [
        one.text for one in couples(["Sino-Russian ties", "China-Russia ties", "Russian-China ties"])
    ] == ["Russian-China"]
    assert not [*couples(["Russian-China ties"])]


TEXT = st.text(alphabet="MrsFu Anna and between Togo-他她彼女.he she ") | st.text()


@given(
    source=TEXT,
    target=TEXT,
    languages=st.tuples(*[st.sampled_from(["zh", "ja", "de", "fr", "ru", "en"])] * 2),
)
def test_what_is_found_lies_in_the_texts(source: str, target: str, languages: tuple[str, str]) -> None:
    for theirs, ours in pronouns_contradict(source, target, languages):
        assert theirs.span.of(source)
        assert ours.span.of(target)
        assert theirs.gender is not ours.gender
    for span, name in merged(target):
        assert name in span.of(target)
    for one in hyphenated([source, target]):
        assert one.span.of((source, target)[one.place]) == one.text != one.usual
