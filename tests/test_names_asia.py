"""Chinese, Japanese and Korean names: which words are names, and what renders them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.names.founded import founded
from tqcheck.names.model import Spotted
from tqcheck.names.readings import readable, readings
from tqcheck.names.rendering import rendering
from tqcheck.names.spot import spot
from tqcheck.names.spot.loanwords import is_loanword
from tqcheck.names.target import target_names


def _name(text: str, language: str, form: str) -> Spotted:
    return next(name for name in spot(text, language) if name.text == form)


def _rendered(text: str, language: str, form: str, english: str) -> str | None:
    span = rendering(_name(text, language, form), english, language)
    return span.of(english) if span else None


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("zh", "警方说黄某某昨晚回到了家中。", "黄某某"),
        ("zh", "蔡英文昨天接受了采访。", "蔡英文"),
        ("zh", "请到阿根廷马球协会报名。", "阿根廷"),
        ("ja", "喬木村では雪が降りました。", "喬木"),
        ("ja", "九州の雨は明日も続く。", "九州"),
        ("ja", "甲府市は発表しました。", "甲府"),
        ("ja", "昨日、ブランビーズが勝った。", "ブランビーズ"),
        ("ko", "어제 박민수 의원은 회의에 참석했다.", "박민수"),
        ("ko", "쑨원은 혁명가였다.", "쑨원"),
    ],
)
def test_these_are_surely_names(language: str, text: str, form: str) -> None:
    assert _name(text, language, form).certain


@pytest.mark.parametrize(
    ("language", "text", "form"),
    [
        ("zh", "西南非洲的冬天很干燥。", "南非"),
        ("ja", "新しいデザイナーが来た。", "デザイナー"),
        ("ja", "ボールはコロコロと転がった。", "コロコロ"),
        ("ko", "자료 제공자는 밝히지 않았다.", "공자"),
    ],
)
def test_these_are_not_surely_names(language: str, text: str, form: str) -> None:
    assert not [name for name in spot(text, language) if name.text == form and name.certain]


@pytest.mark.parametrize(
    ("language", "text", "form", "english", "wanted"),
    [
        ("zh", "蔡英文昨天接受了采访。", "蔡英文", "Tsai Ing-wen gave an interview.", "Tsai"),
        ("zh", "李显龙访问了北京。", "李显龙", "Mr Lee visited Beijing.", "Lee"),
        ("zh", "新华社报道了此事。", "新华社", "The news agency reported it.", None),
        ("zh", "江西省下达了资金。", "江西省", "On July 17, funds were issued.", None),
        ("zh", "警方说黄某某昨晚回到了家中。", "黄某某", "Police said Huang came home.", "Huang"),
        ("zh", "黄河的水位上涨了。", "黄河", "The Yellow River rose.", "Yellow"),
        ("ja", "喬木村では雪が降りました。", "喬木", "It snowed in Takagi.", "Takagi"),
        ("ja", "喬木村では雪が降りました。", "喬木", "It snowed in Nagano.", None),
        ("ja", "新居町で祭りがあった。", "新居", "Araicho held a festival.", "Araicho"),
        ("ja", "渡辺さんは帰った。", "渡辺", "Ms. Watanabe went home.", "Watanabe"),
        ("ja", "カナダの首都は寒い。", "カナダ", "The capital, Ottawa, is cold.", "Ottawa"),
        ("ja", "昨日、カナダのケベックで会った。", "カナダ", "They met in Nevada.", None),
        ("ko", "쑨원은 혁명가였다.", "쑨원", "Sun Yat-sen was a revolutionary.", "Sun"),
        ("ko", "어제 박민수 의원은 참석했다.", "박민수", "Lawmaker Park Min-su attended.", "Min-su"),
    ],
)
def test_rendered(language: str, text: str, form: str, english: str, wanted: str | None) -> None:
    assert _rendered(text, language, form, english) == wanted


@pytest.mark.parametrize(
    ("latin", "text", "wanted"),
    [
        ("yamaguchi", "山口の明倫館", True),
        ("meirinkan", "山口の明倫館", True),
        ("choshu", "長州藩の武士", True),
        ("sasaki", "佐々木は来た", True),
        ("matsuura", "山口の明倫館", False),
        ("kubota", "長州藩の武士", False),
    ],
)
def test_kanji_are_read(latin: str, text: str, wanted: bool) -> None:
    assert readable(latin, text) is wanted


def test_a_name_that_no_kanji_explains_is_strange() -> None:
    source = "木村監督は長州の武士を撮った。"
    (known,) = target_names("The film is by Kimura.")
    (strange,) = target_names("The film is by Watanabe.")
    names = spot(source, "ja")
    assert founded(known, source, names, "ja")
    assert not founded(strange, source, names, "ja")


def test_readings_say_what_a_name_may_be() -> None:
    kinds, spelt = readings("大野")
    assert set("ps") <= set(kinds)
    assert "ono" in spelt
    assert readings("机上論") == ("", ())


@pytest.mark.parametrize(("word", "wanted"), [("チャレンジカップ", True), ("デュバル", False)])
def test_loanwords(word: str, wanted: bool) -> None:
    assert is_loanword(word) is wanted


@given(
    st.sampled_from(["zh", "ja", "ko"]),
    st.text("王某小明市山田さん村カナダー박민수의원 ,。（３１）九州的", max_size=30),
)
def test_names_lie_in_their_text(language: str, text: str) -> None:
    for name in spot(text, language):
        assert name.span.of(text) == name.text != ""


@pytest.mark.parametrize("text", ["带来稳定与繁昌。", "高黎贡山隧道很长。", "李建宁边走边看。"])
def test_chinese_words_that_are_a_countys_name_too(text: str) -> None:
    assert not any(name.certain for name in spot(text, "zh"))


def test_a_chinese_county_is_called_one() -> None:
    assert any(name.certain and name.text.startswith("繁昌") for name in spot("他来自繁昌县。", "zh"))


def test_foreign_towns_of_characters_that_foreign_names_have() -> None:
    assert [name.certain for name in spot("他住在杜伊斯堡。", "zh") if name.text == "杜伊斯堡"] == [True]
