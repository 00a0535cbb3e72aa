"""The sound of names: customary spellings, one name against many, and what is compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.names.rendering import likeness, likenesses
from tqcheck.names.romanise import sounds
from tqcheck.names.sound import FEW, evidence
from tqcheck.names.sound_batch import evidences, evidences_of

# Evidence from here on stands for one name; 0 is where the article's linking begins to believe it.
ALIKE = 0.7
ALPHABETS = {
    "ru": "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
    "zh": "普京特朗拜登默克尔泽连斯基布李明张王",
    "ja": "アイウエオカキクケコサシスセソタチツテトナニヌネノバビブベボッャン",
    "ko": "이김박최정강조윤장임한오서신권황안송류전홍",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "he": "אבגדהוזחטיכלמנסעפצקרשת",
    "hi": "कखगघचजटडतदनपबमयरलवशसहािीुूेो",
}


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("이", "lee yi rhee"),
        ("박", "park bak pak"),
        ("최", "choi choe"),
        ("김", "kim gim"),
        ("노", "roh noh no"),
        ("정", "jung chung jeong"),
        ("임", "lim im rim"),
        ("우", "woo wu"),
        ("유", "yoo yu"),
        ("오", "oh"),
        ("백", "paik baek"),
        ("문재인", "moonjaein"),
        ("이승만", "rheesyngman"),
        ("노무현", "rohmoohyun"),
        ("전두환", "chundoohwan"),
        ("류현진", "ryuhyunjin"),
    ],
)
def test_korean_names_have_their_customary_spellings(name: str, spellings: str) -> None:
    for spelling in spellings.split():
        assert evidence(name, spelling, "ko") >= ALIKE


@pytest.mark.parametrize(
    ("name", "other"),
    [("이", "park"), ("김", "choi"), ("최", "kim"), ("문재인", "parkgeunhye"), ("정", "lee")],
)
def test_other_korean_names_are_others(name: str, other: str) -> None:
    assert evidence(name, other, "ko") < 0


def test_hangul_is_compared_letter_by_letter() -> None:
    # The final ㄱ of 박 is another letter than the initial one of 구; a silent initial is none.
    assert sounds("박", "ko")[-1] != sounds("구", "ko")[0]
    assert len(sounds("아", "ko")) == 1
    assert sounds("LG 구", "ko").startswith("lg")


@given(st.data())
def test_one_name_against_many_is_what_it_is_one_by_one(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(ALPHABETS)))
    foreign = data.draw(st.text(ALPHABETS[language], max_size=9))
    latin = st.text("abcdefghijklmnopqrstuvwxyz", max_size=12)
    latins = data.draw(st.lists(latin, max_size=2 * FEW))
    assert evidences(foreign, latins, language) == [evidence(foreign, each, language) for each in latins]


@given(st.data())
def test_many_names_against_one_are_what_they_are_one_by_one(data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(sorted(ALPHABETS.keys() - {"ko"})))
    foreigns = data.draw(st.lists(st.text(ALPHABETS[language], max_size=9), max_size=2 * FEW))
    latin = data.draw(st.text("abcdefghijklmnopqrstuvwxyz", max_size=12))
    assert evidences_of(foreigns, latin, language) == [evidence(each, latin, language) for each in foreigns]


@pytest.mark.parametrize(
    ("source", "language"),
    [
        ("普京", "zh"),
        ("默克尔", "zh"),
        ("пушкин", "ru"),
        ("プーチン", "ja"),
        ("山田", "ja"),
        ("Merkel", "ja"),
        ("Moscú", "es"),
    ],
)
def test_likeness_with_many_is_what_it_is_one_by_one(source: str, language: str) -> None:
    latins = "putin merkel pushkin moscow yamada jingping shantian angelamerkel president russia".split()
    assert len(latins) >= FEW
    assert likenesses(source, latins, language) == [likeness(source, each, language) for each in latins]


def test_a_spelling_that_belies_the_sound_is_certain_among_many() -> None:
    assert evidences("майкл", ["peter", "michael"], "ru") == [
        evidence("майкл", "peter", "ru"),
        evidence("майкл", "michael", "ru"),
    ]
    assert evidences("майкл", [], "ru") == []
