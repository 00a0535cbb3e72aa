"""Number words, and what stands around digits: what they mean, and what is no quantity."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.quantities.compare.match import Comparison, compare
from tqcheck.quantities.digits import power, readings, vulgar
from tqcheck.quantities.model import Kind, Quantity, Standing
from tqcheck.quantities.parse import parse
from tqcheck.quantities.spaced.compound import Compound, Tail
from tqcheck.quantities.tables import language

# Language, text, the usual reading of every figure that may be compared, in order.
TOLD = [
    ("en", "twenty-one, one hundred and one, two thousand five hundred, seven million", [21, 101, 2500, 7e6]),
    ("en", "one thousand, two hundred and thirty-four; a hundred thousand", [1234, 100_000]),
    ("en", "four lakh, two crore, two dozen, half a dozen", [400_000, 20_000_000, 24, 6]),
    ("en", "half a million, a quarter of a million, three quarters of a million", [5e5, 25e4, 75e4]),
    (
        "en",
        "two and a half thousand, one and a half million, one point two five million",
        [2500, 1.5e6, 1.25e6],
    ),
    ("en", "three point five percent, minus five, zero point four", [3.5, -5, 0.4]),
    ("en", "the twenty-first floor, one hundred and third, fifth place", [21, 103, 5]),
    ("en", "three weeks, seven Swiss guards, the first three rounds, one in six", [3, 7, 3, 6]),
    ("en", "in the seventies", [70]),
    ("en", "in 1348/9", [1348]),
    ("en", "half a dozen of the 2½ and 1 3/4 inches, ⅞", [6, 2.5, 1.75, 0.875]),
    ("en", "-5 degrees, (-2.3%), −7, .5, minus 40", [-5, -2.3, -7, 0.5, -40]),
    ("en", "1.2e9, 1.2×10^9, 3 · 10⁶, 10⁹", [1.2e9, 1.2e9, 3e6, 1e9]),
    ("en", "12,34,567 and 1'234'567.5 and 1\u00a0234\u00a0567", [1_234_567, 1_234_567.5, 1_234_567]),
    ("de", "zweiundzwanzigsten, eintausendzweihundertdrei, zweieinhalb Millionen", [22, 1203, 2.5e6]),
    ("de", "eine halbe Million, anderthalb, drei Komma zwei Prozent, eine Billion", [5e5, 1.5, 3.2, 1e12]),
    (
        "de",
        "die dreijährige Tochter, achtzigjährige, sechs Menschen, 3,5 Mrd., 40 Tsd.",
        [3, 80, 6, 3.5e9, 40_000],
    ),
    ("de", "zweite Stufe, dritter Platz, dreißigster, dreissig", [3, 30, 30]),
    ("fr", "vingt et un, quatre-vingt-onze, soixante et onze, septante-deux, nonante", [21, 91, 71, 72, 90]),
    ("fr", "deux-cent-trente-quatre mille, deux milliards, un billion", [234_000, 2e9, 1e12]),
    ("fr", "un demi-million, trois millions et demi, moins 5, vingt et unième", [5e5, 3.5e6, -5, 21]),
    ("fr", "12 500,75 et 3 Md, 5 M", [12_500.75, 3e9, 5e6]),
    ("es", "veintiún mil, mil millones, un billón, medio millón", [21_000, 1e9, 1e12, 5e5]),
    ("es", "dos millones y medio, treinta y cinco, doscientas, vigésimo tercero", [2.5e6, 35, 200, 23]),
    ("pt", "vinte e um mil, dois bilhões, dois biliões, meio milhão", [21_000, 2e9, 2e12, 5e5]),
    ("pt", "três milhões e meio, mil e duzentos, dezassete", [3.5e6, 1200, 17]),
    ("it", "ventunomilaquattrocentocinquantadue, ventitré, ventottesimo", [21_452, 23, 28]),
    ("it", "mezzo milione, tre milioni e mezzo, 300 mila, due mld", [5e5, 3.5e6, 300_000, 2e9]),
    ("nl", "eenentwintig, tweeënvijftigduizend, vijftienhonderd, drieëntwintigste", [21, 52_000, 1500, 23]),
    ("nl", "een half miljoen, drieënhalf miljoen, anderhalf, 5 mln, 2 mld", [5e5, 3.5e6, 1.5, 5e6, 2e9]),
    (
        "pl",
        "dwudziestego pierwszego, dwanaście tysięcy, pięciuset, dwa i pół tysiąca",
        [21, 12_000, 500, 2500],
    ),
    (
        "pl",
        "pół miliona, półtora, dwudziestojednoletni, 5 tys., 3,5 mld, 2 mln",
        [5e5, 1.5, 21, 5000, 3.5e9, 2e6],
    ),
]

# A share, and its percentage.
SHARES = [
    ("en", "two thirds", 2 / 3),
    ("en", "three-quarters", 0.75),
    ("de", "zwei Drittel", 2 / 3),
    ("fr", "deux tiers", 2 / 3),
    ("fr", "trois quarts", 0.75),
    ("es", "dos tercios", 2 / 3),
    ("pt", "dois terços", 2 / 3),
    ("it", "due terzi", 2 / 3),
    ("nl", "twee derde", 2 / 3),
    ("pl", "dwie trzecie", 2 / 3),
    ("pl", "trzy czwarte", 0.75),
    ("en", "3/4 of them", 0.75),
]

# Nothing of these is ever compared.
NOTHING = [
    (
        "en",
        "one of them; no one; the one; first of all; zero tolerance; the two; both; a couple; once; a second",
    ),
    ("en", "9/11, 24/7"),
    ("en", "Malcolm X, a CD, size XL, I saw him; part I play"),
    ("de", "einer, eine, erste, einfach, einmal, Elf, zweitens"),
    ("fr", "un, une, premier, neuf, la seconde"),
    ("es", "uno, una, once, la segunda"),
    ("pt", "um, uma, o primeiro, a segunda"),
    ("it", "tu sei, uno, una, la prima, secondo lui"),
    ("nl", "een, één, eerste, eenvoudig"),
    ("pl", "jeden, jedna, pierwszy, drugi"),
]

# Least and most of what is inexact.
INTERVALS = [
    ("en", "tens of thousands", 10_000, 99_999),
    ("en", "hundreds of millions", 1e8, 1e9 - 1),
    ("en", "hundreds", 100, 999),
    ("en", "several hundred", 200, 999),
    ("en", "a few thousand", 2000, 9999),
    ("en", "thousands of people", 1000, 999_999),
    ("de", "Tausende", 1000, 999_999),
    ("de", "Zehntausende", 10_000, 99_999),
    ("fr", "des milliers de", 1000, 999_999),
    ("es", "miles de", 1000, 999_999),
    ("es", "decenas de miles", 10_000, 99_999),
    ("pt", "dezenas de milhares", 10_000, 99_999),
    ("it", "decine di migliaia", 10_000, 99_999),
    ("nl", "tientallen", 10, 99),
    ("nl", "tienduizenden", 10_000, 99_999),
    ("pl", "dziesiątki tysięcy", 10_000, 99_999),
    ("pl", "kilkaset", 100, 999),
]

MULTIPLES = [
    ("en", "tripled", 3),
    ("en", "three times as many", 3),
    ("en", "a threefold rise", 3),
    ("en", "by a factor of 3", 3),
    ("en", "halved", 0.5),
    ("de", "verdreifacht", 3),
    ("de", "dreifach", 3),
    ("fr", "doublé", 2),
    ("es", "duplicó", 2),
    ("pt", "triplicou", 3),
    ("it", "raddoppiato", 2),
    ("nl", "verdubbeld", 2),
    ("pl", "podwoił", 2),
    ("pl", "trzykrotnie", 3),
]

CODES = ["Covid-19", "Boeing 747", "an A4 sheet", "G20", "Channel 4", "an F-16", "iPhone 12", "train Z164"]


def told(text: str, tag: str) -> list[Quantity]:
    return [quantity for quantity in parse(text, tag) if quantity.standing > Standing.ANSWERS]


@pytest.mark.parametrize(("tag", "text", "values"), TOLD)
def test_told(tag: str, text: str, values: list[float]) -> None:
    assert [float(quantity.value) for quantity in told(text, tag)] == values


@pytest.mark.parametrize(("tag", "text", "share"), SHARES)
def test_shares(tag: str, text: str, share: float) -> None:
    [quantity] = told(text, tag)
    assert [float(value) for value in quantity.readings[:2]] == pytest.approx([share, 100 * share])


@pytest.mark.parametrize(("tag", "text"), NOTHING)
def test_no_quantity(tag: str, text: str) -> None:
    assert [quantity.text for quantity in told(text, tag)] == []


@pytest.mark.parametrize(("tag", "text", "least", "most"), INTERVALS)
def test_intervals(tag: str, text: str, least: float, most: float) -> None:
    [quantity] = parse(text, tag)
    assert quantity.bounds is not None
    assert [float(bound) for bound in quantity.bounds] == [least, most]


@pytest.mark.parametrize(("tag", "text", "value"), MULTIPLES)
def test_multiples(tag: str, text: str, value: float) -> None:
    found = [float(quantity.value) for quantity in parse(text, tag) if quantity.kind is Kind.MULTIPLE]
    assert found == [value]


@pytest.mark.parametrize("text", CODES)
def test_codes(text: str) -> None:
    [quantity] = told(text, "en")
    assert (quantity.kind, quantity.standing) == (Kind.CODE, Standing.COMPARED)
    assert quantity.text in text
    assert quantity.readings


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "World War II", 2),
        ("en", "Article IV", 4),
        ("de", "Ludwig XIV.", 14),
        ("fr", "au XXIe siècle", 21),
        ("es", "siglo XXI", 21),
        ("pl", "XX wieku", 20),
    ],
)
def test_romans_that_number(tag: str, text: str, value: int) -> None:
    assert [quantity.value for quantity in told(text, tag)] == [value]


def test_list_marks_only_answer() -> None:
    text = "1. Wash the rice.\n2) Boil it for 15 minutes [3] (4)."
    assert [quantity.text for quantity in told(text, "en")] == ["15"]


def test_points_are_not_percent() -> None:
    point, percent = parse("up 3 percentage points to 5 percent", "en")
    assert (point.unit and point.unit.symbol, percent.unit and percent.unit.symbol) in {
        ("pp", None),
        ("pp", "%"),
    }


def test_numbers_with_several_readings() -> None:
    assert [float(value) for value in parse("1.500", "en")[0].readings] == [1.5, 1500]
    assert [float(value) for value in parse("1.500", "de")[0].readings] == [1500, 1.5]
    assert [float(value) for value in parse("-5", "en")[0].readings] == [-5, 5]


def test_powers_are_bounded() -> None:
    assert power("1e999", decimal_comma=False) == ()
    assert power("10^31", decimal_comma=False) == ()
    assert parse("million billion " * 40, "en")


@given(st.sampled_from("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"), st.integers(1, 99))
def test_vulgar_fractions(char: str, whole: int) -> None:
    assert vulgar(f"{whole}{char}") == whole + vulgar(char)
    assert 0 < vulgar(char) < 1


@pytest.mark.parametrize(
    ("tag", "word", "compound"),
    [
        (
            "de",
            "siebenundneunzigtausenddrei",
            Compound(Fraction(97_003), 27, Tail.NONE),
        ),
        ("de", "einsam", None),
        ("de", "einfach", None),
        ("de", "undzwanzig", None),
        ("nl", "eenvoudig", None),
        ("it", "unotre", None),
    ],
)
def test_compounds(tag: str, word: str, compound: Compound | None) -> None:
    reader = language(tag).compound
    assert reader is not None
    assert reader.read(word) == compound


def test_apostrophes_and_indian_groups() -> None:
    assert readings("1’234’567", decimal_comma=True) == (Fraction(1_234_567),)
    assert readings("12,34,567.5", decimal_comma=False) == (Fraction("1234567.5"),)


@pytest.mark.parametrize("tag", ["en", "de", "pl"])
@pytest.mark.parametrize(
    "unit",
    ["1e9", "½", "zwanzig", "-1 ", "1/2 ", "million ", "XIV ", "two thirds ", "1'000", "G2", "dwie trzecie "],
)
def test_long_texts(tag: str, unit: str) -> None:
    """Linear: this takes a tenth of it; what is quadratic takes minutes."""
    text = unit * (4_000 // len(unit))
    start = time.process_time()
    parse(text, tag)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("text", "tag", "code"),
    [
        ("Звоните: тел.729 725 522 498 168.", "ru", "729 725 522 498 168"),
        ("Call 729 725 522 498 168 now", "en", "729 725 522 498 168"),
        ("电话：010-8888 7777", "zh", "010-8888 7777"),
        ("Tel. 030 123 456", "de", "030 123 456"),
        ("请致电010-62345678。", "zh", "010-62345678"),
        ("Call 400-820-8820 now", "en", "400-820-8820"),
        ("ISBN 978-3-16-148410-0", "fr", "978-3-16-148410-0"),
        ("IBAN DE89 3704 0044 0532 0130 00.", "de", "DE89 3704 0044 0532 0130 00"),
        ("Счёт № 40817810099910004312", "ru", "40817810099910004312"),
        ("フリーダイヤル１—８００—５５５—２５８１に", "ja", "１—８００—５５５—２５８１"),
        ("電話（３８）５５５５＝まで", "ja", "（３８）５５５５"),
        ("身份证号11010519491231002X", "zh", "11010519491231002X"),
        ("The number is 13812345678.", "en", "13812345678"),
    ],
)
def test_a_telephone_number_is_one_code(text: str, tag: str, code: str) -> None:
    (found,) = parse(text, tag)
    assert (found.text, found.kind, found.span.of(text)) == (code, Kind.CODE, code)


@pytest.mark.parametrize(
    "text",
    [
        "5000-10000",
        "2024-05-03",
        "2019-2020-2021",
        "1234567890 units",
        "$123456789",
        "12000000000",
        "3-1",
        "6-46-46-76-79-7",
    ],
)
def test_ranges_dates_and_counts_are_no_codes(text: str) -> None:
    assert all(figure.kind is not Kind.CODE for figure in parse(text, "en"))


def test_endless_groups_are_one_code_that_tells_nothing() -> None:
    (found,) = parse(" ".join(["123"] * 3000), "en")
    assert (found.kind, found.readings) == (Kind.CODE, ())


def test_a_round_number_in_groups_and_a_few_digits_are_no_code() -> None:
    assert parse("1 000 000 000 000 000 dollars", "en")[0].value == 10**15
    assert parse("they phone 20 000 people", "ru")[0].value == 20_000


@pytest.mark.parametrize(
    ("tag", "source", "same", "other"),
    [
        (
            "zh",
            "占5‰的人口",
            "0.5%, 5‰, 5 per mille, 5 per thousand, 5 per 1,000, 0.5 percent",
            "5%, 0.05%, 50‰",
        ),
        ("fr", "5 ‰ de la population", "0.5%, 5‰, five per thousand", "5%, 5 percent"),
        ("de", "0,5 Promille", "0.05%, 0.5‰, 0.5 per mille", "0.5%, 5 per mille"),
        ("ru", "6 промилле", "0.6%, 6‰", "6%"),
    ],
)
def test_a_thousandth_is_a_tenth_of_a_percent(tag: str, source: str, same: str, other: str) -> None:
    for text in same.split(", "):
        assert compare(parse(source, tag), parse(text, "en")) == Comparison(), text
    for text in other.split(", "):
        assert compare(parse(source, tag), parse(text, "en")).changed, text


# Language and text of an inexact figure, one in English that agrees, and one that cannot be.
INEXACT = [
    ("zh", "数百人", "hundreds of people", "millions of people"),
    ("zh", "数以千计的人", "thousands of people", "dozens of people"),
    ("ja", "数十人", "dozens of people", "thousands of people"),
    ("ko", "수천만 명", "tens of millions of people", "tens of thousands of people"),
    ("ru", "десятки миллионов людей", "tens of millions of people", "tens of thousands of people"),
    ("uk", "тисячі людей", "40,000 people", "dozens of people"),
    ("de", "Millionen Menschen", "millions of people", "thousands of people"),
    ("fr", "des centaines de personnes", "hundreds of people", "tens of thousands of people"),
    ("es", "decenas de miles de personas", "tens of thousands of people", "hundreds of people"),
    ("pt", "milhares de pessoas", "thousands of people", "millions of people"),
    ("it", "migliaia di persone", "thousands of people", "millions of people"),
    ("nl", "duizenden mensen", "thousands of people", "millions of people"),
    ("pl", "kilkadziesiąt osób", "dozens of people", "hundreds of people"),
    ("tr", "binlerce kişi", "thousands of people", "millions of people"),
    ("ar", "آلاف الأشخاص", "thousands of people", "millions of people"),
    ("hi", "हजारों लोग", "thousands of people", "millions of people"),
]


@pytest.mark.parametrize(("tag", "source", "same", "other"), INEXACT)
def test_inexact_figures_are_compared_and_never_missed(tag: str, source: str, same: str, other: str) -> None:
    said = parse(source, tag)
    assert compare(said, parse(same, "en")) == Comparison()
    assert compare(said, parse(other, "en")).changed
    assert compare(said, parse("people", "en")) == Comparison()


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("es", "un calibre de 25 mm", [(25, "mm")]),
        ("es", "costó US$ 25 MM", [(25_000_000, "USD")]),
        ("es", "la COVID-19 ha interrumpido 19 ha de cultivo", [(19, None), (19, "ha")]),
        ("en", "the under-21s ran 21s faster", [(21, None), (21, "s")]),
        ("ru", "карта 1:10 000", [(1, None), (10_000, None)]),
    ],
)
def test_what_only_looks_like_a_scale_a_unit_or_a_time(
    tag: str, text: str, expected: list[tuple[int, str | None]]
) -> None:
    found = [(int(one.value), one.unit.symbol if one.unit else None) for one in told(text, tag)]
    assert found == expected
