"""Figures of Chinese, Japanese, Korean, Russian, Ukrainian, Turkish, Arabic and Hindi: counts, words that are none, what
is inexact, multiples; and each language's own words read back.
"""

from __future__ import annotations

import os
import time
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tqcheck.quantities.compare.match import compare
from tqcheck.quantities.han.lexicon import lexicon
from tqcheck.quantities.han.value import evaluate
from tqcheck.quantities.model import Kind, Quantity, Standing
from tqcheck.quantities.parse import parse
from tqcheck.quantities.tables import language

EXAMPLES = int(os.environ.get("TQCHECK_ROUNDTRIP", "40"))
many = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))

A, C, S = Standing.ANSWERS, Standing.COMPARED, Standing.STATED

# Language, text, its usual value and how it may be told.
READ = [
    ("zh", "1.2万亿", 1.2e12, S),
    ("zh", "3千5百万", 35e6, S),
    ("zh", "12亿3500万", 1_235_000_000, S),
    ("zh", "两万五千", 25_000, S),
    ("zh", "两万五", 25_000, S),
    ("zh", "一百二", 120, S),
    ("zh", "三万零五十", 30_050, S),
    ("zh", "壹佰贰拾元", 120, S),
    ("zh", "廿三名", 23, S),
    ("zh", "十五点二亿亩", 1.52e9, S),
    ("zh", "３５人", 35, S),
    ("zh", "六名乘客", 6, C),
    ("zh", "三个省", 3, C),
    ("zh", "第三章", 3, C),
    ("zh", "第十五次", 15, S),
    ("zh", "Ⅱ级响应", 2, C),
    ("zh", "III期临床", 3, C),
    ("zh", "负5%", -5, S),
    ("zh", "4位", 4, S),
    ("zh", "超过2人", 2, S),
    ("zh", "400兆瓦", 400, S),
    ("ja", "ふたり", 2, C),
    ("ja", "三人", 3, C),
    ("ja", "五カ国", 5, C),
    ("ja", "二百七", 207, S),
    ("ja", "４億５０００万ドル", 450e6, S),
    ("ja", "打率.346", 0.346, S),
    ("ko", "이만 천사백 명", 21_400, S),
    ("ko", "3만 5천 명", 35_000, S),
    ("ko", "1조 2천억 원", 1.2e12, S),
    ("ko", "여섯 명", 6, C),
    ("ko", "스물한 살", 21, S),
    ("ko", "열두 번째", 12, S),
    ("ko", "오천만 원", 50e6, S),
    ("ko", "세 나라", 3, C),
    ("ru", "двадцатипятилетний", 25, S),
    ("ru", "25-летний", 25, S),
    ("ru", "пятью тысячами шестьюстами", 5600, S),
    ("ru", "полтора миллиона", 1.5e6, S),
    ("ru", "две тысячи двадцать третий", 2023, S),
    ("ru", "двадцатитысячный", 20_000, S),
    ("ru", "850-миллионной", 850e6, S),
    ("ru", "трёх", 3, C),
    ("ru", "двое", 2, C),
    ("ru", "два десятка", 20, S),
    ("uk", "п'ять", 5, C),
    ("uk", "пʼятсот тисяч", 500_000, S),
    ("uk", "двадцятип’ятирічний", 25, S),
    ("uk", "трьома мільйонами", 3e6, S),
    ("uk", "тридцять другий", 32, S),
    ("tr", "yirmibir", 21, S),
    ("tr", "İki bin beş yüz", 2500, S),
    ("tr", "üç buçuk milyon", 3.5e6, S),
    ("tr", "%20", 20, S),
    ("tr", "yüzde yirmi beş", 25, S),
    ("tr", "20'den fazla", 20, S),
    ("tr", "on dördüncü", 14, C),
    ("ar", "ثلاثمئة وخمسة وعشرون ألفا", 325_000, S),
    ("ar", "الرابع والعشرين", 24, S),
    ("ar", "الثّالث والعشرين", 23, S),
    ("ar", "ألفان ومئة", 2100, S),
    ("ar", "اربعين", 40, S),
    ("ar", "20 بالمئة", 20, S),
    ("hi", "डेढ़ लाख", 150_000, S),
    ("hi", "ढाई करोड़", 25e6, S),
    ("hi", "साढ़े तीन हज़ार", 3500, S),
    ("hi", "31 हजार करोड़", 310e9, S),
    ("hi", "पाँचवें", 5, C),
    ("hi", "१२,३४,५६७", 1_234_567, S),
    ("hi", "बीस फीसदी", 20, S),
]


def only(text: str, tag: str) -> Quantity:
    (quantity,) = (each for each in parse(text, tag) if each.standing > A)
    return quantity


@pytest.mark.parametrize(("tag", "text", "value", "standing"), READ)
def test_read(tag: str, text: str, value: float, standing: Standing) -> None:
    quantity = only(text, tag)
    assert (float(quantity.value), quantity.standing) == (value, standing)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("zh", "十分重要，万一下雨，千万不要，一带一路，五颜六色，七上八下"),
        ("zh", "四川、九江、三亚、六安、百度、万达、三菱、一汽"),
        ("zh", "一个人一起去一下，唯一一次，双方，两国两岸，二手房"),
        ("zh", "“十一”长假，一一克服，两三个，三三两两"),
        ("ja", "三浦さんと五十嵐さんは九州と四国の百貨店で一緒に"),
        ("ja", "第一に、一部の方は一番"),
        ("ko", "세계 이상 만일 오만 천사 이만 한국"),
        ("ko", "한 사람"),
        ("ru", "первый, один из них, оба, половина"),
        ("uk", "перший, один із них, обидва, половина"),
        ("tr", "bir, ilk, yarısı, onlar"),
        ("ar", "واحد، الأول، نصف"),
        ("hi", "एक, पहले, दूसरे, आधा"),
    ],
)
def test_not_told(tag: str, text: str) -> None:
    assert [quantity.text for quantity in parse(text, tag) if quantity.standing > A] == []


@pytest.mark.parametrize(
    ("tag", "text", "bounds"),
    [
        ("zh", "数千人", (1000, 10_000)),
        ("zh", "几百名", (100, 1000)),
        ("zh", "数十万", (10**5, 10**6)),
        ("zh", "上百家", (100, 1000)),
        ("zh", "成百上千", (100, 10_000)),
        ("zh", "成千上万", (1000, 100_000)),
        ("zh", "十几个", (10, 19)),
        ("zh", "五六百米", (500, 600)),
        ("zh", "一万六七千元", (16_000, 17_000)),
        ("zh", "十几万人", (100_000, 200_000)),
        ("ja", "数千人", (1000, 10_000)),
        ("ja", "十数人", (10, 19)),
        ("ko", "수십만 명", (10**5, 10**6)),
        ("ko", "몇백 명", (100, 1000)),
    ],
)
def test_inexact(tag: str, text: str, bounds: tuple[int, int]) -> None:
    quantity = only(text, tag)
    assert quantity.bounds == tuple(map(Fraction, bounds))
    assert quantity.standing is C


@pytest.mark.parametrize(
    ("source", "tag", "target"),
    [
        ("数十万人", "zh", "hundreds of thousands of people"),
        ("数万人", "zh", "tens of thousands of people"),
        ("数十人", "zh", "dozens of people"),
        ("수천 명", "ko", "thousands of people"),
        ("二十多人", "zh", "more than 20 people"),
        ("十余家", "zh", "over a dozen"),
        ("200余척", "zh", "more than two hundred"),
        ("增长2倍", "zh", "tripled"),
        ("增至2倍", "zh", "doubled"),
        ("翻了一番", "zh", "doubled"),
        ("翻两番", "zh", "quadrupled"),
        ("2倍になった", "ja", "doubled"),
        ("вдвое больше", "ru", "doubled"),
        ("в три раза", "ru", "tripled"),
        ("утричі", "uk", "tripled"),
        ("三分之二的人", "zh", "two thirds of the people"),
        ("две трети", "ru", "two thirds"),
        ("üçte iki", "tr", "two thirds"),
        ("दो तिहाई", "hi", "two thirds"),
        ("百分之三点五", "zh", "3.5 percent"),
        ("千分之三", "zh", "0.3 percent"),
        ("3割5分", "ja", "35 percent"),
        ("打八折", "zh", "20 percent off"),
        ("一年半", "zh", "1.5 years"),
        ("三个半月", "zh", "3.5 months"),
        ("张欢等4位医生", "zh", "Zhang Huan and three other doctors"),
        ("超过2人", "zh", "three or more people"),
        ("二十国集团", "zh", "the Group of 20"),
        ("歼-20", "zh", "the J-20"),
        ("波音747", "zh", "a Boeing 747"),
        ("10代の若者", "ja", "young people"),
        ("6자회담", "ko", "the talks"),
    ],
)
def test_same(source: str, tag: str, target: str) -> None:
    found = compare(parse(source, tag), parse(target, "en"))
    assert (found.changed, found.missing, found.added) == ((), (), ())


@pytest.mark.parametrize(
    ("source", "tag", "target"),
    [
        ("六名乘客获救。", "zh", "Seven passengers were rescued."),
        ("響應提升至Ⅱ级。", "zh", "The response was raised to Level III."),
        ("500余种植物", "zh", "more than 600 kinds of plants"),
        ("五十余部", "zh", "more than 52 works"),
        ("三人が死亡した。", "ja", "Five people died."),
        ("여섯 명이 숨졌다.", "ko", "Eight people died."),
        ("Погибли трое.", "ru", "Four people died."),
        ("Загинули п'ятеро.", "uk", "Six people died."),
        ("Beş kişi öldü.", "tr", "Six people died."),
        ("चार लोग मारे गए।", "hi", "Five people died."),
        ("ثلاثة أشخاص", "ar", "four people"),
    ],
)
def test_changed(source: str, tag: str, target: str) -> None:
    assert len(compare(parse(source, tag), parse(target, "en")).changed) == 1


def test_multiples_know_their_readings() -> None:
    assert only("增长2倍", "zh").readings[:2] == (Fraction(3), Fraction(2))
    assert only("增至2倍", "zh").value == 2
    assert only("翻两番", "zh").value == 4
    assert {only(text, "zh").kind for text in ("增长2倍", "翻番", "2.5倍")} == {Kind.MULTIPLE}


def chinese(value: int) -> str:
    """Chinese words, as schools teach them."""
    if value < 10:
        return "零一二三四五六七八九"[value]
    for size, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if value >= size:
            whole, rest = divmod(value, size)
            gap = "零" if 0 < rest < size // 10 else ""
            return chinese(whole) + name + (gap + chinese(rest) if rest else "")
    raise AssertionError(value)


def korean(value: int) -> str:
    """Sino-Korean words, a space after 만 and 억."""
    parts = []
    for size, name in ((10**8, "억"), (10**4, "만"), (1, "")):
        section, value = divmod(value, size)
        word = ""
        for unit, letter in ((1000, "천"), (100, "백"), (10, "십"), (1, "")):
            digit, section = divmod(section, unit)
            if digit:
                word += ("" if digit == 1 and letter else "일이삼사오육칠팔구"[digit - 1]) + letter
        if word:
            parts.append("만" if word == "일" and name == "만" else word + name)
    return " ".join(parts)


def spoken(value: int, tag: str, scales: tuple[tuple[int, str], ...], hundred: str) -> str:
    """Turkish and Hindi words by their own tables' spelling of the cardinals below a hundred."""
    names: dict[Fraction, str] = {}
    for word, entry in language(tag).words.items():
        if entry.role.value == "words":
            names.setdefault(entry.value, word)
    words = []
    for size, name in scales:
        section, value = divmod(value, size)
        hundreds, rest = divmod(section, 100)
        if hundreds:
            words += [*([names[Fraction(hundreds)]] if hundreds > 1 or tag == "hi" else []), hundred]
        if rest and not (tag == "tr" and size == 1000 and section == 1):
            known = names.get(Fraction(rest))
            words += [known] if known else [names[Fraction(rest - rest % 10)], names[Fraction(rest % 10)]]
        if section and name:
            words.append(name)
    return " ".join(words)


wholes = st.integers(1, 12).flatmap(lambda digits: st.integers(10 ** (digits - 1), 10**digits - 1))


@given(wholes)
@many
def test_chinese_words(value: int) -> None:
    assert [each.value for each in parse(chinese(value) + "吨", "zh")] == [value]


@given(wholes, st.integers(1, 99))
@many
def test_chinese_digits_with_scales(value: int, places: int) -> None:
    text = f"{value % 10**4}.{places:02}亿吨"
    assert [each.value for each in parse(text, "zh")] == [(value % 10**4 + Fraction(places, 100)) * 10**8]


@given(st.integers(11, 10**12 - 1))
@many
def test_korean_words(value: int) -> None:
    assert [each.value for each in parse(korean(value) + " 명", "ko")] == [value]


@given(wholes.filter(lambda value: value < 10**12))
@many
def test_turkish_words(value: int) -> None:
    text = spoken(value, "tr", ((10**9, "milyar"), (10**6, "milyon"), (1000, "bin"), (1, "")), "yüz")
    assert [each.value for each in parse(text, "tr")] == [value], text


@given(st.integers(1, 10**9 - 1))
@many
def test_hindi_words(value: int) -> None:
    text = spoken(value, "hi", ((10**7, "करोड़"), (10**5, "लाख"), (1000, "हज़ार"), (1, "")), "सौ")
    assert [each.value for each in parse(text, "hi")] == [value], text


@given(st.text("零一二三十百千万亿点5., 半多几第个", max_size=30), st.sampled_from(["zh", "ja", "ko", "yue"]))
@many
def test_spans_lie_in_the_text(text: str, tag: str) -> None:
    for quantity in parse(text, tag):
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.text == text[quantity.span.start : quantity.span.end]


@pytest.mark.parametrize(
    ("unit", "size"),
    [
        ("亿", 3 * 10**5),
        ("一", 3 * 10**5),
        ("三点", 10**5),
        ("十五", 10**5),
        ("数百", 20_000),
        ("1万", 20_000),
        ("일", 10**5),
    ],
)
def test_much_of_the_same_is_read_in_seconds(unit: str, size: int) -> None:
    text = unit * (size // len(unit.encode()))
    began = time.perf_counter()
    for tag in ("zh", "ko"):
        parse(text, tag)
    # Under a second on an idle core; other work may run beside it.
    assert time.perf_counter() - began < 10


def test_idioms_are_looked_up_around_the_figure() -> None:
    words = lexicon("zh")
    assert words.names("独一无二", 1, 2)
    assert not words.names("三千米", 0, 2)


def test_the_last_unit_is_left_out_in_chinese_alone() -> None:
    assert evaluate("二百七", shortened=True) == 270
    assert evaluate("二百七") == 207
