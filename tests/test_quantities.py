"""Figures of twelve languages: what is read, how it is compared, and that nothing makes the engine crash or crawl."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.quantities.compare.change import ends_alone
from tqcheck.quantities.compare.match import Around, compare
from tqcheck.quantities.compare.misscaled import misspelt_scale
from tqcheck.quantities.compare.runs import in_runs, told_together
from tqcheck.quantities.digits import readings
from tqcheck.quantities.han.value import evaluate
from tqcheck.quantities.model import Hedge, Kind, Quantity
from tqcheck.quantities.parse import parse
from tqcheck.quantities.write.rewrite import factor, number, rewritten, told

LANGUAGES = ("en", "de", "fr", "es", "pt", "it", "ru", "uk", "ar", "zh", "ja", "ko", "und", "sv")

# Language, text, the values that it surely states (the usual reading of every clear figure).
STATED = [
    ("en", "1,234.5 tons and twenty-one people", [1234.5, 21]),
    ("en", "$1.5 billion, 300+ million, 16 millions", [1.5e9, 300e6, 16e6]),
    ("en", "three hundred and fifty-two thousand", [352_000]),
    ("en", "25 to 55 million", [25, 55e6]),
    ("en", "10 m/s over 3 thousand m", [10, 3000]),
    ("en", "20 000 people in 2019", [20_000, 2019]),
    ("en", "Covid-19, the A380, 4x4, 5G, G20, 2/3", []),
    ("en", "see https://example.org/2024/05 #19a or call +1 555 010 9999", []),
    ("en", "an MP of 70, aged 45", [70, 45]),
    ("en", "CD4+ T cells, COVID-19s", []),
    ("de", "1.234.567,5 km, 3,4 Mrd., 12 Billionen", [1_234_567.5, 3.4e9, 12e12]),
    ("de", "dreihundertfünfundzwanzig und 200 000", [325, 200_000]),
    ("de", "am 3. Mai 2020 um 15.30 Uhr", [3, 5, 2020, 930]),
    ("fr", "14 201,57 points, 20 000 euros, quatre-vingt-dix", [14_201.57, 20_000, 90]),
    ("fr", "mil neuf cent, 143 mille 312", [1900, 143_312]),
    ("es", "mil millones, dos billones, treinta y cinco", [1e9, 2e12, 35]),
    ("es", "2.500 personas, un 3,5 por ciento", [2500, 3.5]),
    ("pt", "R$ 3,5 bilhões e 40 mil", [3.5e9, 40_000]),
    ("it", "2 miliardi e 300 mila", [2e9, 300_000]),
    ("ru", "228,0 млрд руб., 7 тысячах, 1 000 000", [228e9, 7000, 1e6]),
    ("ru", "двадцатилетний, сорок пять, 11 февраля", [20, 45, 11, 2]),
    ("ru", "в 17 часов 47 минут", [1067]),
    ("uk", "3,5 мільярда гривень, 20 тисяч", [3.5e9, 20_000]),
    ("ar", "١٬٢٣٤٫٥ و ٣٫٥ مليون", [1234.5, 3.5e6]),
    ("ar", "ستة وخمسين, 3 آلاف", [56, 3000]),
    ("zh", "1.2万亿元、3500万吨、5700多万", [1.2e12, 35e6, 57e6]),
    ("zh", "三百五十人，二〇二四年，一万六千", [350, 2024, 16_000]),
    ("zh", "百分之十，增长8.5%，三成", [10, 8.5, 30]),
    ("zh", "9月27日下午3点半", [9, 27, 930]),
    ("zh", "五六百米，数十万人，一带一路，三分之二", []),
    ("ja", "９８・２４ドル、１万０３６３・１８、１２秒８９", [98.24, 10_363.18, 12.89]),
    ("ja", "4億5000万ドル、令和5年", [450e6, 2023]),
    ("ko", "3만 5천 명, 1조 2천억 원", [35_000, 1.2e12]),
    ("ko", "오전 8시 15분", [495]),
    ("sv", "12 500 kronor, 3,5 %", [12_500, 3.5]),
]

# Pairs that say the same: (source language, source, target language, target).
SAME = [
    (
        "zh",
        "去年贸易额达3500万吨，占三分之二。",
        "en",
        "Last year trade was 35 million tonnes, two thirds of it.",
    ),
    ("zh", "下午3点半，75周年，90年代", "en", "At 3:30 p.m., the 75th anniversary, the 1990s"),
    ("zh", "8月，记者27日获悉", "en", "In August, reporters learned on Monday"),
    ("zh", "一万六七千元，五六百米", "en", "16,000 to 17,000 yuan, five or six hundred metres"),
    ("zh", "60公里，一千斤", "en", "37 miles, 500 kilograms"),
    ("zh", "2019年，两周", "en", "This year, 14 days"),
    ("ja", "１８２７～９１年、８時半、30分", "en", "1827–1891, half past eight, half an hour"),
    ("ja", "2、3人が来た", "en", "A few people came"),
    ("ko", "지난 9일, 12초87", "en", "on Wednesday, in 12.87"),
    ("ru", "Около 396 тысяч человек, в XXI веке", "en", "Nearly 400,000 people in the 21st century"),
    ("ru", "2,5 года; начало в 22.00", "en", "two and a half years; it starts at 10 p.m."),
    ("ru", "робот в 2,5 метра", "en", "an eight-foot robot, 8 feet"),
    ("de", "von 25 auf 55 Mrd. Euro", "en", "from 25 billion to 55 billion euros"),
    ("de", "am 09.11. und 12.03.2024", "en", "on November 9 and March 12, 2024"),
    ("es", "5 millones, hace diez años", "en", "5 million, a decade ago"),
    ("en", "50 percent of 1,234,567", "de", "die Hälfte von 1,23 Millionen"),
    ("en", "1,000.5 km, 2.5 trillion, 3 May", "de", "1.000,5 km, 2,5 Billionen, 3. Mai"),
    ("en", "5 million people in October", "ru", "5 миллионам человек в октябре"),
    ("en", "35,000 people on May 3", "zh", "5月3日有3.5万人"),
    ("zh", "138亿至143亿新元，增加近半", "en", "S$13.8 to S$14.3 billion, up 50%"),
    ("de", "Version 2.125, 12.500 km", "en", "version 2.125, 12,500 km"),
    ("uk", "тисяч 100", "en", "100,000"),
    ("ko", "헌법 9조", "en", "Article 9 of the constitution"),
    ("en", "the 1957–58 outbreak", "pt", "o surto de 1957-1958"),
]

# One figure of the first was changed in the second: what is told.
CHANGED = [
    ("zh", "总额达到1.2万亿元。", "en", "The total was 120 billion.", ("1.2万亿", "120 billion")),
    ("zh", "增长8.5%。", "en", "It grew by 5.8 percent.", ("8.5%", "5.8 percent")),
    ("zh", "拨出1.1亿元", "en", "allocated 112 million yuan", ("1.1亿", "112 million")),
    ("ru", "Бюджет составил 3,4 млрд рублей.", "en", "It was 3.4 million.", ("3,4 млрд", "3.4 million")),
    ("de", "Am 3. Mai begann es.", "en", "It began on June 3.", ("Mai", "June")),
    ("de", "Es sind 12.500 Haushalte.", "en", "There are 12.5 households.", ("12.500", "12.5")),
    ("en", "It cost 300 euros.", "de", "Es kostete 200 Euro.", ("300", "200")),
    ("en", "1,500 people", "ru", "15 000 человек", ("1,500", "15 000")),
    ("en", "1,500 people", "zh", "1.5万人", ("1,500", "1.5万")),
]


def clear(text: str, language: str) -> list[Quantity]:
    return [quantity for quantity in parse(text, language) if quantity.clear]


@pytest.mark.parametrize(("language", "text", "values"), STATED)
def test_stated(language: str, text: str, values: list[float]) -> None:
    assert [float(quantity.value) for quantity in clear(text, language)] == values


@pytest.mark.parametrize(("source_language", "source", "target_language", "target"), SAME)
def test_same(source_language: str, source: str, target_language: str, target: str) -> None:
    found = compare(parse(source, source_language), parse(target, target_language))
    assert (found.changed, found.missing, found.added) == ((), (), ())


@pytest.mark.parametrize(("source_language", "source", "target_language", "target", "told_of"), CHANGED)
def test_changed(
    source_language: str, source: str, target_language: str, target: str, told_of: tuple[str, str]
) -> None:
    found = compare(parse(source, source_language), parse(target, target_language))
    assert [(change.source.text, change.target.text) for change in found.changed] == [told_of]
    assert (found.missing, found.added) == ((), ())


def test_lost_and_invented() -> None:
    found = compare(parse("320人，26个国家，1名教师", "zh"), parse("26 countries, 5,000 tons", "en"))
    assert [quantity.text for quantity in found.missing] == ["320"]
    assert [quantity.text for quantity in found.added] == ["5,000"]


def test_only_times_are_converted() -> None:
    found = compare(parse("60席，5人", "ja"), parse("5 people", "en"))
    assert [quantity.text for quantity in found.missing] == ["60"]


def test_what_moved_to_a_neighbour_is_neither() -> None:
    found = compare(
        parse("320人", "zh"),
        parse("26 countries", "en"),
        Around(
            target=frozenset({(Kind.NUMBER, Fraction(320))}),
            whole_source=frozenset({(Kind.NUMBER, Fraction(26))}),
        ),
    )
    assert (found.changed, found.missing, found.added) == ((), (), ())


@pytest.mark.parametrize(
    ("language", "text", "hedge"),
    [
        ("en", "more than 50", Hedge.MORE),
        ("en", "nearly $400", Hedge.ABOUT),
        ("en", "more than 50 and 30", Hedge.EXACT),
        ("zh", "约50人", Hedge.ABOUT),
        ("zh", "500多万", Hedge.MORE),
        ("ru", "не более 50", Hedge.LESS),
        ("de", "mindestens 50", Hedge.MORE),
    ],
)
def test_hedges(language: str, text: str, hedge: Hedge) -> None:
    assert clear(text, language)[-1].hedge is hedge


def test_kinds() -> None:
    kinds = [quantity.kind for quantity in parse("27日，2019年9月，上午9时，5%，3人", "zh")]
    assert kinds == [Kind.DAY, Kind.YEAR, Kind.MONTH, Kind.TIME, Kind.PERCENT, Kind.NUMBER]


@given(st.text(), st.sampled_from(LANGUAGES))
def test_spans_mark_their_text(text: str, language: str) -> None:
    for quantity in parse(text, language):
        assert quantity.span.of(text) == quantity.text != ""


FIGURES = st.text(
    st.sampled_from("0123456789 .,-/:%年月日万亿千百十三五多分之時点割만천억th millonMayvierzig"), max_size=40
)


@given(FIGURES, st.sampled_from(LANGUAGES))
@settings(max_examples=400)
def test_a_text_agrees_with_itself(text: str, language: str) -> None:
    quantities = parse(text, language)
    found = compare(quantities, quantities)
    assert (found.changed, found.missing, found.added) == ((), (), ())
    for quantity in quantities:
        assert quantity.span.of(text) == quantity.text != ""
        if quantity.readings:
            assert told(quantity)


@given(
    st.integers(0, 10**15), st.sampled_from([(",", "."), (".", ","), (" ", ","), ("\u00a0", ","), ("’", ".")])
)
def test_locale_styles_round_trip(value: int, marks: tuple[str, str]) -> None:
    group, decimal = marks
    text = f"{value:,}".replace(",", group)
    assert Fraction(value) in readings(text, decimal_comma=decimal == ",")
    assert readings(f"{value:,}".replace(",", group), decimal_comma=decimal == ",")[0] == value
    assert readings(f"{text}{decimal}25", decimal_comma=decimal == ",")[0] == value + Fraction(1, 4)


@pytest.mark.parametrize("text", ["12.03.2024", "1,23,4", "959.220.00", "1" * 40])
def test_no_number(text: str) -> None:
    assert readings(text, decimal_comma=False) == ()


def chinese(value: int) -> str:
    if value < 10:
        return "零一二三四五六七八九"[value]
    for size, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if value >= size:
            whole, rest = divmod(value, size)
            gap = "零" if 0 < rest < size // 10 else ""
            return chinese(whole) + name + (gap + chinese(rest) if rest else "")
    raise AssertionError(value)


@given(st.integers(1, 10**12 - 1))
def test_chinese_numerals_round_trip(value: int) -> None:
    assert evaluate(chinese(value)) == value


@given(st.integers(1000, 9999))
def test_chinese_digit_by_digit(value: int) -> None:
    assert evaluate("".join("〇一二三四五六七八九"[int(digit)] for digit in str(value))) == value


@pytest.mark.parametrize(
    ("figure", "value"),
    [("一百二", 120), ("三万五", 35_000), ("十五", 15), ("廿三", 23), ("3億5000万", 350_000_000)],
)
def test_short_chinese(figure: str, value: int) -> None:
    assert evaluate(figure, shortened=True) == value


@pytest.mark.parametrize(
    ("right", "wrong", "fix"),
    [
        ("1.2万亿", "120 billion", "1.2 trillion"),
        ("8.5%", "5.8 percent", "8.5 percent"),
        ("1234人", "1,243", "1,234"),
        ("1234人", "1243", "1234"),
        ("5万人", "5000", "50,000"),
    ],
)
def test_rewritten(right: str, wrong: str, fix: str) -> None:
    assert rewritten(parse(right, "zh")[0].value, parse(wrong, "en")[0]) == fix


def test_written_for_an_editor() -> None:
    assert number(Fraction("1234567.5")) == "1,234,567.5"
    assert told(parse("1.2万亿", "zh")[0]) == "1.2万亿 (1,200,000,000,000)"
    assert told(parse("1.000,5", "de")[0]) == "1.000,5 (1,000.5)"
    assert told(parse("8.5%", "zh")[0]) == "8.5%"
    assert told(parse("1234人", "zh")[0]) == "1234"
    assert factor(Fraction(34), Fraction(3400)) == 2
    assert factor(Fraction(34), Fraction("3.4")) == -1
    assert factor(Fraction(34), Fraction(35)) is None


def compared(source: str, target: str, languages: str = "zh-en") -> list[str]:
    """What is told of a pair, as the provider compares it: changed (a/b), missing (-a), added (+b)."""
    one, two = languages.split("-")
    found = compare(parse(source, one), parse(target, two), language=two, texts=(source, target))
    return [
        *(f"{change.source.text}/{change.target.text}" for change in found.changed),
        *(f"-{quantity.text}" for quantity in found.missing),
        *(f"+{quantity.text}" for quantity in found.added),
    ]


@pytest.mark.parametrize(
    ("languages", "source", "target"),
    [
        ("zh-en", "主队最终以21:25输掉第三局。", "The home side lost the third set 21-25."),
        ("ja-en", "試合時間 １時間２６分", "Game time: 1hr 26min"),
        ("ja-en", "結果は9―10月ごろに出る。", "The results are due in September or October."),
        ("uk-en", "Телефонуйте за тел.729 555 522 498 168", "Please call 729 555 522 498 168"),
        ("fr-en", "les dossiers de 45 233 patientes", "the records of 45, 233 patients"),
        ("de-en", "Die Fahrt dauert eine Dreiviertelstunde.", "The trip takes 45 minutes."),
        ("fr-en", "La réunion durera une heure et demie.", "The meeting will last 90 minutes."),
        ("en-de", "It is open between 4 and 7 p.m.", "Geöffnet ist zwischen 16 und 19 Uhr."),
        ("en-zh", "Analysts at two dozen banks agree.", "二十多家银行的分析师同意。"),
        ("de-en", "Auskunft: Telefon 030 297000.", "Information: phone +49 30 297000."),
        ("ru-en", "14,2 ц/га", "1.42 tonnes per hectare"),
        ("hi-en", "40, 45 और 55 श्रेणी के टायर", "tyres in the range of 40,45 and 55"),
        ("ko-en", "상금은 2만위안(약 300만원)이다.", "The prize is 20,000 yuan (about US$2,920)."),
        (
            "de-en",
            "Das kostet 17 Milliarden Dollar.",
            "It costs 17 billion dollars (almost 300 billion crowns).",
        ),
        ("ko-en", "낮 기온은 25도였다.", "It was 77 degrees during the day."),
        ("fr-en", "Il arrive à dix-huit heures.", "He arrives at six."),
        ("ko-en", "수요일 새벽 1시 40분경 추락했다.", "It crashed at about 0140 on Wednesday."),
        ("fr-en", "à l’âge de 4 mois et demi", "at 4 1/2 months of age"),
        ("es-en", "tras 4 meses y medio", "after 4.5 months"),
        ("zh-en", "25日0时至24时", "from 0:00 to 24 on the 25th"),
        ("zh-en", "非洲五分之一的儿童", "one in five African children"),
        ("ru-en", "Доля выросла до 51,11%.", "The share rose to 51.1%."),
        ("en-de", "Sales were up 200 percent.", "Der Absatz hat sich verdreifacht."),
        ("zh-en", "气温降到-5℃。", "The temperature fell to five degrees below zero."),
        ("ru-en", "Ночью до −5 °C.", "At night it will freeze, down to 5 °C."),
    ],
)
def test_told_in_another_way(languages: str, source: str, target: str) -> None:
    assert compared(source, target, languages) == []


@pytest.mark.parametrize(
    ("languages", "source", "target", "told_of"),
    [
        ("ru-en", "Ночью будет −15 °C.", "At night it will be 15 °C.", ["−15/15"]),
        ("zh-en", "产量从215,000吨起", "Output starts from 15,000 tons", ["215,000/15,000"]),
        ("ru-en", "Состав стоит 39,6 млн евро.", "The team is worth 39.6 min euros.", ["39,6 млн/39.6"]),
        (
            "zh-en",
            "比赛定于21:25开始，共有30人。",
            "The match begins at 21:35 with 30 people.",
            ["21:25/21:35"],
        ),
        (
            "ja-en",
            "売上は8兆1395億円だった。",
            "Sales were about 8.41 trillion yen.",
            ["8兆1395億/8.41 trillion"],
        ),
        ("ja-en", "来年3月に開業する。", "It will open next May.", ["3/May"]),
        ("zh-en", "下降了3个百分点", "fell by 3 percent", ["3个百分点/3 percent"]),
        ("en-de", "on March 4", "am 3. April", ["March/April"]),
        ("de-en", "Das kostet 300 Euro (350 Dollar).", "It costs 300 euros (530 dollars).", ["350/530"]),
    ],
)
def test_told_as_changed(languages: str, source: str, target: str, told_of: list[str]) -> None:
    assert compared(source, target, languages) == told_of


def test_what_was_lost_together_is_one_run() -> None:
    source = parse("新增基站9000个，速率达到500Mbps、300Mbps，覆盖26个国家，投资700元。", "zh")
    found = compare(source, parse("It covers 26 countries.", "en"))
    assert [[q.text for q in run] for run in in_runs(found.missing, source)] == [
        ["9000", "500", "300"],
        ["700"],
    ]


def test_a_range_changes_its_unit_once() -> None:
    found = compare(
        parse("gusts of 80-85 mph, then 90 mph", "en"), parse("80 bis 85 km/h, dann 90 km/h", "de")
    )
    assert [change.source.text for change in ends_alone(found.changed)] == ["85", "90"]


@pytest.mark.parametrize(
    ("source", "target", "language", "suggestion"),
    [
        ("预留60亿元", "6 billon yuan", "en", "billion"),
        ("60 milliards d'euros", "60 milliards euros", "en", "billion"),
        ("a loss of 3 million euros", "3 Milionen Euro", "de", "Millionen"),
        ("预留60亿元", "6 bullion yuan bars", "en", "billion"),
        ("3 millions d'euros", "3 milliard euros", "en", "million"),
        ("3 millions d'euros", "3 Milliard Euro", "de", "Millionen"),
        ("预留60亿元", "6 people", "en", None),
        ("60元", "6 billon yuan", "en", None),
    ],
)
def test_misspelt_scale(source: str, target: str, language: str, suggestion: str | None) -> None:
    (one,) = clear(source, "fr" if "d'euros" in source else "en" if source.isascii() else "zh")
    found = misspelt_scale(one, clear(target, language)[0], target, language)
    assert (found.suggestion if found else None) == suggestion


@given(st.lists(st.integers(0, 10**6), max_size=6), st.lists(st.integers(0, 10**6), max_size=6))
def test_what_is_told_is_in_the_text(one: list[int], two: list[int]) -> None:
    """Nothing is told twice, nor of a figure that the other side has as it is written."""
    source, target = (" and ".join(f"{number} goats" for number in side) for side in (one, two))
    found = compare(parse(source, "en"), parse(target, "en"), texts=(source, target))
    spans = [q.span for q in (*(c.source for c in found.changed), *found.missing)]
    assert len(spans) == len(set(spans))
    assert all(int(q.text) not in two for q in found.missing)
    assert all(int(q.text) not in one for q in found.added)


def test_dates_are_told_whole_and_once() -> None:
    text = "2019年9月29日至10月10日，有67%、30人"
    assert told_together(clear(text, "zh"), text) == ("2019年9月29日, 10月10日, 67% and 30", 4)
    assert told_together(clear(text, "zh")[:1], text) == ("2019", 1)
    assert told_together(clear("30人", "zh"), "30人") == ("30", 1)
