"""Names across scripts: what is spotted, what renders it, what has nothing to stand on, what is one and the same."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tqcheck.facts import Names
from tqcheck.model import Span
from tqcheck.names.changes import replaced
from tqcheck.names.founded import founded
from tqcheck.names.frequency import rank, word_bins
from tqcheck.names.ledger import usual_forms
from tqcheck.names.misspelt import meant_person
from tqcheck.names.model import NameKind, NameMention, Rendered, Spotted, home_countries
from tqcheck.names.pinyin import reading
from tqcheck.names.rendering import likeness, rendering
from tqcheck.names.romanise import fold, romanise
from tqcheck.names.sound import evidence
from tqcheck.names.spot import spot
from tqcheck.names.target import target_names
from tqcheck.names.text import words_of
from tqcheck.names.variants import loose, spellings, titles
from tqcheck.providers import Resources
from tqcheck.providers.names import PROVIDER
from tqcheck.rules.examples import article_of
from tqcheck.rules.rule import Side, bad

LANGUAGES = ("zh", "ja", "ko", "ar", "ru", "uk", "de", "fr", "es", "und")

# language, sentence, the name in it, its English form, another one's
LINKS = [
    ("zh", "哈萨克斯坦总统访问了中国。", "哈萨克斯坦", "Kazakhstan", "Uzbekistan"),
    ("zh", "世卫组织发布了报告。", "世卫组织", "World Health Organization", "NATO"),
    ("zh", "他在伊斯坦布尔工作。", "伊斯坦布尔", "Istanbul", "Ankara"),
    ("zh", "安格拉·默克尔发表讲话。", "安格拉·默克尔", "Merkel", "Putin"),
    ("ru", "Президент Казахстана прилетел.", "Казахстана", "Kazakhstan", "Kyrgyzstan"),
    ("ru", "Он живёт в Новосибирске.", "Новосибирске", "Novosibirsk", "Omsk"),
    ("ru", "В среду Зеленский выступил.", "Зеленский", "Zelensky", "Putin"),
    ("ru", "Встреча Организации Объединённых Наций.", "Организации Объединённых Наций", "United Nations", "NATO"),
    ("uk", "Представники Польщі приїхали.", "Польщі", "Poland", "Hungary"),
    ("ja", "フィンランドの首相が来日した。", "フィンランド", "Finland", "Sweden"),
    ("ja", "ゼレンスキー大統領が演説した。", "ゼレンスキー", "Zelensky", "Macron"),
    ("ja", "会議で宮本真理教授が話した。", "宮本真理", "Miyamoto", "Tanaka"),
    ("ko", "카자흐스탄 대통령이 방문했다.", "카자흐스탄", "Kazakhstan", "Uzbekistan"),
    ("ko", "회의는 헬싱키에서 열렸다.", "헬싱키", "Helsinki", "Tampere"),
    ("ar", "زار الرئيس فنلندا أمس.", "فنلندا", "Finland", "Poland"),
    ("de", "Gestern reiste sie nach Kasachstan.", "Kasachstan", "Kazakhstan", "Uzbekistan"),
    ("de", "Die Vereinten Nationen tagen.", "Vereinten Nationen", "United Nations", "NATO"),
    ("fr", "Le ministre arrive d’Allemagne.", "Allemagne", "Germany", "Austria"),
    ("es", "Viajó ayer a Alemania.", "Alemania", "Germany", "Austria"),
]  # fmt: skip


def _named(language: str, text: str, name: str) -> Spotted:
    return next(spotted for spotted in spot(text, language) if spotted.text == name)


def _facts(source: Side, target: Side, languages: str) -> list[Names]:
    article = article_of(bad(source, target, marks=["?"], languages=languages))
    gathered = PROVIDER.gather(article, Resources()).facts
    return [gathered[pair.id] for pair in article.pairs]


@pytest.mark.parametrize(("language", "text", "name", "english", "other"), LINKS)
def test_a_name_is_found_where_english_writes_it(
    language: str, text: str, name: str, english: str, other: str
) -> None:
    spotted = _named(language, text, name)
    target = f"Then {english} was there."
    span = rendering(spotted, target, language)
    assert span is not None
    assert span.of(target) in english
    assert rendering(spotted, f"Then {other} was there.", language) is None


@pytest.mark.parametrize(("language", "text", "name", "english", "other"), LINKS)
def test_what_renders_a_name_is_founded_in_its_source(
    language: str, text: str, name: str, english: str, other: str
) -> None:
    (target,) = target_names(f"Then {english} was there.")
    assert founded(target, text, spot(text, language), language)


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        (language, text, other)
        for language, text, *_, other in LINKS
        if other[-4:] in {"stan", "land", "gary"}
    ],
)
def test_another_country_is_not_founded(language: str, text: str, other: str) -> None:
    (target,) = target_names(f"Then {other} was there.")
    assert not founded(target, text, spot(text, language), language)


def test_an_adjective_or_one_character_stands_for_its_country() -> None:
    for language, text, english in [
        ("ru", "Это шведский корабль.", "Swedish"),
        ("uk", "Я вивчаю чеську мову.", "Czech"),
        ("zh", "中缅铁路开通。", "Myanmar"),
        ("de", "Die westeuropäischen Staaten.", "European"),
        ("ja", "日米会談が開かれた。", "American"),
    ]:
        (target,) = target_names(f"So it was {english} then.")
        assert founded(target, text, spot(text, language), language), text


def test_a_common_character_is_no_country() -> None:
    (japan,) = target_names("They came to Japan then.")
    assert not founded(japan, "会议于5月3日举行。", spot("会议于5月3日举行。", "zh"), "zh")
    assert founded(japan, "中日两国代表出席。", spot("中日两国代表出席。", "zh"), "zh")


def test_a_capital_stands_for_its_country_unless_it_is_named_itself() -> None:
    country = _named("zh", "乌兹别克斯坦表示欢迎。", "乌兹别克斯坦")
    target = "Tashkent welcomed it."
    assert rendering(country, target, "zh") == Span(0, 8)
    assert rendering(country, target, "zh", frozenset({("tashkent",)})) is None


def test_titles_and_neighbours_of_a_name() -> None:
    assert [name.text for name in target_names("Then at last Mayor Thomas Becker spoke to the people.")] == [
        "Thomas Becker"
    ]
    assert [name.text for name in target_names("Then Abraham Lincoln spoke to the people in Omsk.")] == [
        "Abraham Lincoln",
        "Omsk",
    ]
    assert not any(name.certain for name in target_names("In April and on Friday the Ministry met."))


# --- the article as a whole


def test_rendered_missing_and_replaced() -> None:
    (names,) = _facts("Делегации Финляндии и Швеции.", "The delegations of Finland and Norway.", "ru-en")
    by_text = {name.text: name for name in names.source}
    assert by_text["Финляндии"].rendered is Rendered.HERE
    assert by_text["Швеции"].rendered is Rendered.NOWHERE
    assert [(name.entity, other.entity) for name, other in replaced(names)] == [("SE", "NO")]


def test_a_name_may_be_given_in_the_next_sentence() -> None:
    source = ["Das Treffen fand in Finnland statt.", "Es dauerte zwei Tage."]
    first, _ = _facts(source, ["The meeting lasted two days.", "It was held in Finland."], "de-en")
    (finland,) = (name for name in first.source if name.entity == "FI")
    assert finland.rendered is Rendered.NEARBY


def test_what_the_article_copies_elsewhere_is_a_name() -> None:
    source = ["Am Abend steigt der Neckar.", "Man entnimmt dem Neckar Wasser."]
    target = ["In the evening the Neckar rises.", "Water is drawn from the Danube."]
    _, second = _facts(source, target, "de-en")
    assert [(name.text, other.text) for name, other in replaced(second)] == [("Neckar", "Danube")]


def test_names_of_unread_languages_are_left_alone() -> None:
    (names,) = _facts("Astana Qazaqstanda.", "Astana is in Kazakhstan.", "kk-en")
    assert names.source == ()
    assert all(name.rendered is Rendered.UNKNOWN for name in names.target)


def test_a_translation_alone_has_target_names_only() -> None:
    (names,) = _facts(None, "Then Finland won.", "und-en")
    assert names.source == ()
    assert [name.text for name in names.target] == ["Finland"]


def test_the_usual_form_is_what_the_translation_writes() -> None:
    source = ["Президент Финляндии прилетел.", "Финляндия рада."]
    facts = _facts(source, ["Finland's president arrived.", "Finland is glad."], "ru-en")
    assert usual_forms(facts)["FI"] == ("Finland",)


def test_a_newspaper_need_not_name_its_own_country() -> None:
    assert "CN" in home_countries("zh-TW")
    assert home_countries("en") == home_countries(None) == frozenset()


# --- misspelt names


def test_chinese_people_by_their_syllables() -> None:
    words = words_of("Chen Guoqiang")
    exact = reading(words, "陈国强主任说")
    assert exact is not None
    assert (exact.share, exact.span, exact.spelling) == (1, Span(0, 3), "Chen Guoqiang")
    assert meant_person(words, "陈国强主任说") is None
    assert meant_person(words_of("Chen Guoxiang"), "主任陈国强说") == (Span(2, 5), "Chen Guoqiang")
    assert meant_person(words_of("Guoxiang Chen"), "陈国强") == (Span(0, 3), "Guoqiang Chen")
    assert reading(words_of("Le Maire"), "勒梅尔说") is None  # no Chinese family name
    assert meant_person(words_of("Wang Yi"), "王强说") is None  # one of two syllables agrees by chance


def test_one_name_in_two_spellings() -> None:
    texts = ["Mr Tokayev came.", "Then Tokaev left.", "So Tokayev won."]
    (variant,) = spellings(texts, {})
    assert (variant.place, variant.text, variant.usual) == (1, "Tokaev", "Tokayev")
    assert variant.span.of(texts[1]) == "Tokaev"
    # A slip that sounds otherwise is one name only if the source has one for both.
    slipped = ["Mr Pashinyan came.", "Then Pahsinyan left.", "So Pashinyan won."]
    assert not list(spellings(slipped, {}))
    entities = {(0, Span(3, 12)): "x", (1, Span(5, 14)): "x", (2, Span(3, 12)): "x"}
    assert [variant.text for variant in spellings(slipped, entities)] == ["Pahsinyan"]


def test_two_names_that_look_alike_stay_two() -> None:
    assert not list(spellings(["Mr Tokayev came.", "So Tokayeva stayed."], {}))
    texts = ["Mr Petrovsky came.", "So Petrovskiy stayed."]
    assert list(spellings(texts, {}))
    assert not list(spellings(texts, {(0, Span(3, 12)): "one", (1, Span(3, 13)): "other"}))


def test_one_treaty_under_two_titles() -> None:
    texts = [
        "They signed the Treaty of Good-Neighborliness, Friendship and Cooperation in 2001.",
        "The Treaty of Good-Neighborly Friendship and Cooperation was extended later.",
        "The Treaty of Friendship was another one.",
    ]
    assert [variant.place for variant in titles(texts)] == [1]


def test_a_pact_that_was_an_agreement() -> None:
    texts = [
        "The Japan-Peru Agreement on the Promotion and Protection of Investments was signed.",
        "They revised the Japan-Peru Investment Promotion and Protection Pact again.",
    ]
    assert [variant.place for variant in titles(texts)] == [1]


# --- laws


@pytest.mark.parametrize(
    ("foreign", "latin", "language"),
    [("Путин", "putin", "ru"), ("Мюллер", "muller", "ru"), ("默克尔", "merkel", "zh"), ("メルケル", "merkel", "ja"),
     ("메르켈", "merkel", "ko"), ("ميركل", "merkel", "ar")],
)  # fmt: skip
def test_evidence_tells_a_name_from_another(foreign: str, latin: str, language: str) -> None:
    assert evidence(foreign, latin, language) > 0.5
    assert evidence(foreign, latin[::-1], language) < evidence(foreign, latin, language)
    assert evidence(foreign.upper(), latin, language) == evidence(foreign, latin, language)


@settings(deadline=None)  # the first text of a language loads its tables
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyzäöüéñß", min_size=1, max_size=12))
def test_a_latin_word_is_most_like_itself(word: str) -> None:
    assert likeness(word, fold(word), "de") == max(3.0, likeness(word, fold(word) + "x", "de"))


@settings(deadline=None)  # the first text of a language loads its tables
@given(st.text(max_size=40), st.sampled_from(LANGUAGES))
@example("\U00016f93\U0001aff0", "zh")
def test_romanising_gives_ascii_letters(text: str, language: str) -> None:
    latin = romanise(text, language)
    assert latin.isascii()
    assert not latin or latin.isalpha()
    assert latin == latin.lower()


# Names, scraps and anything else; the scraps are what the spotters look for.
_SCRAPS = st.sampled_from(
    [
        "Казахстан",
        "哈萨克斯坦",
        "默克尔",
        "·",
        "田中さん",
        "ロシア",
        "한국",
        "فنلندا",
        "d’Alsace",
        "O'Neil",
        "U.S.",
        "Chen Guo",
        " ",
        "-",
        ". ",
    ]
)
_TEXTS = st.lists(_SCRAPS | st.text(max_size=8), max_size=8).map("".join)


@settings(deadline=None)  # the first text of a language loads its tables
@given(_TEXTS, st.sampled_from(LANGUAGES))
def test_spotting_any_text_gives_ordered_spans_that_slice_it(text: str, language: str) -> None:
    names = spot(text, language)
    for name in names:
        assert name.span.of(text) == name.text != ""
        assert name.bearer is None or name.kind is name.bearer.kind
    assert all(first.span <= second.span for first, second in pairwise(names))


@settings(deadline=None)  # the first text of a language loads its tables
@given(_TEXTS)
def test_target_names_slice_the_text_and_do_not_overlap(text: str) -> None:
    names = target_names(text)
    for name in names:
        assert name.span.of(text) == name.text != ""
    assert all(first.span.end <= second.span.start for first, second in pairwise(names))


@settings(deadline=None)  # the first text of a language loads its tables
@given(_TEXTS, _TEXTS, st.sampled_from(LANGUAGES))
def test_linking_any_two_texts_gives_spans_within_them(source: str, target: str, language: str) -> None:
    for name in spot(source, language):
        span = rendering(name, target, language)
        assert span is None or 0 <= span.start < span.end <= len(target)


@settings(deadline=None)  # the first text of a language loads its tables
@given(_TEXTS)
def test_every_name_of_a_latin_text_is_founded_in_itself(text: str) -> None:
    spotted = spot(text, "fr")
    assert all(
        founded(name, text, spotted, "fr")
        for name in target_names(text)
        if name.text.isascii() and len(name.text) > 2
    )


@settings(deadline=None)  # the first text of a language loads its tables
@given(
    st.lists(st.sampled_from("Tokayev Tokaev Petrov Petrova Zelensky Zelenskiy Mohammed".split()), max_size=6)
)
def test_variants_point_at_the_rarer_spelling(names: list[str]) -> None:
    texts = [f"So {name} came." for name in names]
    for variant in spellings(texts, {}):
        assert variant.span.of(texts[variant.place]) == variant.text != variant.usual
        assert names.count(variant.text) <= names.count(variant.usual)
        assert loose(variant.text) == loose(variant.usual)


def test_replacements_are_of_one_kind_unless_both_are_certain() -> None:
    country = NameMention(Span(0, 3), "FIN", NameKind.COUNTRY, "FI", certain=True, rendered=Rendered.NOWHERE)
    person = NameMention(Span(4, 7), "Bob", NameKind.PERSON, certain=True, rendered=Rendered.NOWHERE)
    guess = replace(country, certain=False)
    assert replaced(Names((guess,), (person,))) == ()
    assert replaced(Names((country, person), (person,))) == ((person, person),)
    assert replaced(Names((country,), (person,))) == ((country, person),)


def test_russian_names_in_two_words_in_any_case() -> None:
    (name,) = (name for name in spot("Он был в Саудовской Аравии вчера.", "ru") if name.bearer)
    assert (name.text, name.lemma) == ("Саудовской Аравии", "SA")


def test_a_french_place_after_its_preposition() -> None:
    for source in ("Le train s’arrêtera à Périgueux.", "Le train vient de l’atelier de Périgueux."):
        (names,) = _facts(source, "The train will stop in Perpignan.", "fr-en")
        assert [(name.text, other.text) for name, other in replaced(names)] == [("Périgueux", "Perpignan")]
        (names,) = _facts(source, "The train will stop in the town.", "fr-en")
        assert replaced(names) == ()


@pytest.mark.parametrize("word", ["the", "kaleidoscope", "glycaemic"])
def test_the_rank_of_a_word_is_its_bin(word: str) -> None:
    bins = word_bins("en", "large")
    place = rank(word, "en", "large")
    assert place is not None
    assert word in bins[place]
    assert rank("coopration", "en", "large") is None
    assert rank("the", "xx", "large") is None
