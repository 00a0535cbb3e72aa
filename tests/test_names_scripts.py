"""Names of texts in Cyrillic, Greek, Arabic, Hebrew and Devanagari scripts against their English translations."""

from __future__ import annotations

import pytest

from tqcheck.facts import Names
from tqcheck.names.changes import replaced, strange
from tqcheck.names.link import Linking
from tqcheck.names.model import Rendered
from tqcheck.names.spot import spot
from tqcheck.names.spot.diminutives import full_names
from tqcheck.names.spot.hindi_sound import foreignness
from tqcheck.names.target import target_names


def names(language: str, source: str, target: str) -> Names:
    linking = Linking([source], [target], [spot(source, language)], [target_names(target)], language)
    return Names(*linking.mentions(0))


def missing(language: str, source: str, target: str) -> list[str]:
    return [
        name.text
        for name in names(language, source, target).source
        if name.certain and name.rendered is Rendered.NOWHERE
    ]


def added(language: str, source: str, target: str) -> list[str]:
    return [name.text for name in strange(names(language, source, target))]


COUNTRIES = {
    "ru": "Вчера министр посетил Францию и Японию.",
    "uk": "Учора міністр відвідав Францію та Японію.",
    "be": "Учора міністр наведаў Францыю і Японію.",
    "bg": "Вчера министърът посети Франция и Япония.",
    "sr": "Јуче је министар посетио Француску и Јапан.",
    "el": "Χθες ο υπουργός επισκέφθηκε τη Γαλλία και την Ιαπωνία.",
    "ar": "زار الوزير أمس فرنسا واليابان.",
    "he": "אתמול ביקר השר בצרפת וביפן.",
    "fa": "وزیر دیروز از فرانسه و ژاپن دیدار کرد.",
    "hi": "मंत्री ने कल फ्रांस और जापान का दौरा किया।",
}


@pytest.mark.parametrize("language", COUNTRIES)
def test_countries_are_found_missed_and_told_from_others(language: str) -> None:
    source = COUNTRIES[language]
    faithful = "Yesterday the minister visited France and Japan."
    assert missing(language, source, faithful) == []
    assert added(language, source, faithful) == []
    assert len(missing(language, source, "Yesterday the minister visited France.")) == 1
    changed = replaced(names(language, source, "Yesterday the minister visited France and Mexico."))
    assert [new.text for _, new in changed] == ["Mexico"]
    assert added(language, source, "Yesterday the minister visited France, Japan and Mexico.") == ["Mexico"]


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("ru", "Вчера Владимир Корольчук открыл мост."),
        ("uk", "Учора Володимир Корольчук відкрив міст."),
        ("be", "Учора Уладзімір Карольчук адкрыў мост."),
        ("bg", "Вчера Владимир Королчук откри моста."),
    ],
)
@pytest.mark.parametrize("given", ["Vladimir", "Volodymyr", "Wladimir", "Uladzimir"])
def test_one_given_name_in_several_languages(language: str, source: str, given: str) -> None:
    assert missing(language, source, f"Yesterday {given} Korolchuk opened the bridge.") == []
    assert added(language, source, f"Yesterday {given} Korolchuk opened the bridge.") == []


@pytest.mark.parametrize(
    ("language", "source", "target"),
    [
        ("ru", "Поезд из Харькова пришёл в Киев.", "The train from Kharkiv arrived in Kyiv."),
        ("ru", "Поезд из Харькова пришёл в Киев.", "The train from Kharkov arrived in Kiev."),
        ("uk", "Потяг зі Львова прибув до Києва.", "The train from Lviv arrived in Kyiv."),
        ("uk", "Потяг зі Львова прибув до Києва.", "The train from Lvov arrived in Kiev."),
        ("ru", "Питерская команда выиграла кубок.", "The Petersburg team won the cup."),
        ("ru", "В нижегородском музее пожар.", "There is a fire in a Nizhny Novgorod museum."),
        ("ru", "Вчера Саша и Миша уехали.", "Yesterday Alexander and Mikhail left."),
        ("ru", "Чеченские бойцы ушли.", "The Chechens left."),
        ("ru", "Георгиевская церковь закрыта.", "The Church of St. George is closed."),
        ("uk", "Георгіївська церква зачинена.", "The Church of Saint George is closed."),
        ("ru", "Он живёт в округе Колумбия.", "He lives in the District of Columbia."),
        ("ar", "وصل القطار إلى بوستن مساء.", "The train arrived in Boston in the evening."),
        ("ar", "عمل بحماس كبير ولم يتعب.", "He worked with great zeal and did not tire."),
    ],
)
def test_faithful_translations_are_left_alone(language: str, source: str, target: str) -> None:
    assert missing(language, source, target) == []
    assert added(language, source, target) == []


@pytest.mark.parametrize(
    ("language", "source", "target", "lost"),
    [
        ("ru", "Дожди ожидаются в Московском регионе.", "Rain is expected in the region.", "Московском"),
        ("ru", "Вчера Аграрная партия победила.", "Yesterday it won.", "Аграрная партия"),
        ("ru", "Хирург Полина Зуева уволилась.", "Surgeons quit.", "Полина"),
        ("hi", "नाव कल स्टोनब्रिज पहुँची।", "The boat arrived yesterday.", "स्टोनब्रिज"),
        ("hi", "यह खबर न्यू एक्सप्रेस में छपी।", "This report was printed.", "न्यू एक्सप्रेस"),
        ("hi", "पूर्व एनएसए ठेकेदार मोहन सिंह आए।", "The former contractor Mohan Singh came.", "एनएसए"),
        ("hi", "कल कुलथेकर ने शतक बनाया।", "Yesterday made a century.", "कुलथेकर"),
    ],
)
def test_what_translations_leave_out(language: str, source: str, target: str, lost: str) -> None:
    assert lost in missing(language, source, target)


@pytest.mark.parametrize(
    ("language", "source", "other"),
    [
        ("bg", "Вчера Георги Димитров откри моста.", "Yesterday Robert Kowalsky opened the bridge."),
        ("el", "Χθες ο Νίκος Παπαδόπουλος άνοιξε τη γέφυρα.", "Yesterday Robert Kowalsky opened the bridge."),
        ("sr", "Јуче је Зоран Петровић отворио мост.", "Yesterday Robert Kowalsky opened the bridge."),
    ],
)
def test_people_are_replaced(language: str, source: str, other: str) -> None:
    assert replaced(names(language, source, other))


def test_short_given_names_in_any_case() -> None:
    assert "Alexander" in full_names("Сашей")
    assert "Yuri" in full_names("Юру")
    assert full_names("Олег") == full_names("мост") == ()


@pytest.mark.parametrize("word", ["देंगे", "डाली", "सहारा", "जगत", "बिछाए"])
def test_hindi_words_that_sound_like_english_ones_are_no_names(word: str) -> None:
    assert not any(name.certain for name in spot(f"वे कल {word}", "hi"))


def test_letters_tell_foreign_words_from_hindi_ones() -> None:
    assert foreignness("स्टोनब्रिज") > 3 > 0 > foreignness("प्रतिद्वंद्वियों")
