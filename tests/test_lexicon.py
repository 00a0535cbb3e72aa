"""tqcheck.lexicon: what foreign words are called in English."""

from __future__ import annotations

import gzip
from importlib.resources import files

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tqcheck.lexicon import FUNCTION_WORDS, LANGUAGES, SUPPORTED, english_words, is_covered, stem
from tqcheck.lexicon.table import STEPS
from tqcheck.lexicon.words import LONGEST, fold, root, segmented, words

_DATA = files("tqcheck.lexicon") / "data"

# Sentences of three content words each, inflected where the language inflects.
_KNOWN = [
    ("ar", "وقعت الحكومة الاتفاقية في العاصمة", "government agreement capital"),
    ("cs", "Vláda podepsala smlouvu v hlavním městě", "government contract city"),
    ("de", "Die Regierungen unterzeichneten das Abkommen in der Hauptstadt", "government agreement capital"),
    ("es", "Los gobiernos firmaron el acuerdo en la capital", "government agreement capital"),
    ("fr", "Les gouvernements ont signé l’accord dans la capitale", "government agreement capital"),
    ("hi", "सरकार ने राजधानी में शांति समझौता किया", "government capital peace"),
    ("it", "I governi hanno firmato il trattato nella capitale", "government treaty capital"),
    ("ja", "政府は首都で条約に署名した", "government capital treaty"),
    ("ko", "정부는 수도에서 평화를 약속했다", "government capital peace"),
    ("nl", "De regering ondertekende het verdrag in de hoofdstad", "government treaty capital"),
    ("pl", "Rząd podpisał traktat w stolicy", "government treaty capital"),
    ("pt", "Os governos assinaram o acordo na capital", "government agreement capital"),
    ("ru", "Правительства подписали соглашение в столице", "government agreement capital"),
    ("uk", "Здоров’я населення турбує столицю й уряд", "health capital government"),
    ("zh", "政府在首都签署了协议", "government capital agreement"),
]


@pytest.mark.parametrize(("language", "text", "english"), _KNOWN)
def test_common_words_have_their_english(language: str, text: str, english: str) -> None:
    found = english_words(text, language)
    assert {word for word in english.split() if found.get(stem(word), 0.0) >= SUPPORTED} == set(
        english.split()
    )
    assert not any(stem(word) in found for word in ("elephant", "violin", "volcano"))


def test_every_language_has_a_table_and_a_known_word() -> None:
    assert [language for language, _, _ in _KNOWN] == sorted(LANGUAGES)
    assert sorted(path.name for path in _DATA.iterdir() if path.name.endswith(".gz")) == [
        f"{language}.tsv.gz" for language in sorted(LANGUAGES)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_are_sound(language: str) -> None:
    lines = gzip.decompress((_DATA / f"{language}.tsv.gz").read_bytes()).decode().splitlines()
    keys = [line.split("\t")[0] for line in lines]
    assert keys == sorted(set(keys))
    assert len(keys) > 2_000
    for line in lines:
        _, cells = line.split("\t")
        for cell in cells.split(" "):
            assert cell[:-1].isascii()
            assert 0 < int(cell[-1]) < len(STEPS)
            assert cell[:-1] not in FUNCTION_WORDS


def test_a_language_without_a_table_knows_nothing() -> None:
    assert english_words("Hallitus allekirjoitti sopimuksen", "fi") == {}
    assert not is_covered("hallitus", "fi")
    assert english_words("", "de") == {}
    assert english_words("2024 — !", "de") == {}


def test_a_region_is_no_other_language() -> None:
    assert english_words("Los gobiernos", "es-MX") == english_words("Los gobiernos", "es")
    assert is_covered("政府", "zh-Hant")


def test_covered_is_what_the_table_knows() -> None:
    assert is_covered("правительством", "ru")
    assert not is_covered("Щлпкрдьвж", "ru")
    assert is_covered("Regierungssprecherin", "de")


def test_compounds_are_taken_apart() -> None:
    assert stem("bank") in english_words("Bankpräsidentinnen", "de")
    assert stem("president") in english_words("Bankpräsidentinnen", "de")


def test_values_are_the_tables_steps_and_the_mapping_cannot_be_changed() -> None:
    found = english_words("Los gobiernos firmaron el acuerdo", "es")
    assert set(found.values()) <= set(STEPS[1:])
    with pytest.raises(TypeError):
        found["x"] = 1.0  # type: ignore[index]


@pytest.mark.parametrize(
    "family",
    [
        "announce announces announced announcing announcement announcements",
        "country countries",
        "child children",
        "nation national nations nationally",
        "write writes wrote written writing",
        "stop stopped stopping stops",
        "Bush's bush",
        "economic economical economics",
    ],
)
def test_forms_of_one_word_have_one_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("station", "state"), ("police", "policy"), ("nation", "native"), ("bus", "bush")]
)
def test_different_words_have_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@given(st.text(max_size=30))
@example("🄐")  # its compatibility form has a capital, and it has no small letter
def test_a_stem_is_lower_case_and_no_longer(word: str) -> None:
    found = stem(word)
    assert found == found.lower()
    assert stem(word.lower()) == found


@given(st.text(max_size=40), st.sampled_from(LANGUAGES))
def test_any_text_can_be_looked_up(text: str, language: str) -> None:
    found = english_words(text, language)
    assert all(value in STEPS for value in found.values())
    assert found == english_words(text, language)


@given(st.text(max_size=40), st.sampled_from(LANGUAGES))
def test_folding_twice_is_folding_once_and_a_root_begins_inside_its_word(text: str, language: str) -> None:
    for word in words(text, language):
        assert fold(word, language) == word
        assert root(word, language) in word


@given(
    st.text(alphabet="政府在首都签署了协议人民大学", max_size=20),
    st.sets(st.text("政府首都人民大学协议", min_size=1, max_size=4)),
)
def test_segmenting_loses_nothing(run: str, known: set[str]) -> None:
    pieces = segmented(run, known)
    assert "".join(pieces) == run
    assert all(len(piece) == 1 or (piece in known and len(piece) <= LONGEST) for piece in pieces)
