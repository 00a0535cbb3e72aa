"""Figures of one text that contradict each other: what is planted is found, and what is right is left alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from babel.dates import format_date, get_day_names
from babel.numbers import format_currency, format_decimal, format_percent
from hypothesis import assume, given
from hypothesis import strategies as st
from num2words import num2words  # type: ignore[import-untyped]

from tqcheck.model import Confidence
from tqcheck.quantities.parse import parse
from tqcheck.quantities.within.ages import AgeMismatch, age_mismatches, ages_too_high
from tqcheck.quantities.within.malformed import Fault, malformed_numbers
from tqcheck.quantities.within.mentions import changed_figures
from tqcheck.quantities.within.shares import shares_over
from tqcheck.quantities.within.source import said_alike
from tqcheck.quantities.within.totals import TotalMismatch, total_mismatches
from tqcheck.quantities.within.weekdays import impossible_days, two_weekdays, wrong_weekdays

LANGUAGES = "en de fr es ru zh".split()
languages = st.sampled_from(LANGUAGES)
days = st.dates(date(1950, 1, 1), date(2100, 12, 31))
counts = st.integers(2, 999)


def _totals(text: str, language: str) -> list[TotalMismatch]:
    return list(total_mismatches(text, parse(text, language), language))


def _ages(text: str, language: str) -> list[AgeMismatch]:
    return list(age_mismatches(text, parse(text, language), language))


def _shares(text: str, language: str) -> list[str]:
    return [str(found.sum) for found in shares_over(text, parse(text, language), language)]


def _malformed(text: str, language: str = "en") -> list[str]:
    return [found.span.of(text) for found in malformed_numbers(text, language)]


def _changed(texts: list[str], language: str = "en") -> list[tuple[str, str]]:
    figures = [(text, parse(text, language)) for text in texts]
    return [
        (found.first.figure.text, found.second.figure.text) for found in changed_figures(figures, language)
    ]


# Weekdays


@given(days, languages, st.integers(1, 6))
def test_another_weekday_contradicts_its_date(day: date, language: str, off: int) -> None:
    names = get_day_names("wide", locale=language)
    right = format_date(day, "full", locale=language)
    wrong = right.replace(names[day.weekday()], names[(day.weekday() + off) % 7])
    assert not list(wrong_weekdays(parse(right, language)))
    (found,) = wrong_weekdays(parse(wrong, language))
    assert found.real == day.isoweekday()
    assert names[(day.weekday() + off) % 7] in found.date.span.of(wrong)


@given(st.integers(1950, 2100), languages)
def test_days_that_no_calendar_has(year: int, language: str) -> None:
    assume("17" not in str(year))
    for month, last in ((2, 29 if _is_leap(year) else 28), (4, 30), (6, 30), (9, 30), (11, 30)):
        right = format_date(date(year, month, 17), "long", locale=language).replace("17", str(last))
        wrong = format_date(date(year, month, 17), "long", locale=language).replace("17", str(last + 1))
        assert not list(impossible_days(right, parse(right, language), language)), right
        assert [found.last for found in impossible_days(wrong, parse(wrong, language), language)] == [last], (
            wrong
        )


def _is_leap(year: int) -> bool:
    return (date(year, 3, 1) - timedelta(days=1)).day == 29


def test_a_figure_after_a_month_is_no_day_where_days_are_marked() -> None:
    text = "지난 2월 30대 남성"
    assert not list(impossible_days(text, parse(text, "ko"), "ko"))


@given(days, languages, st.integers(0, 6))
def test_one_date_with_two_weekdays(day: date, language: str, off: int) -> None:
    names = get_day_names("wide", locale=language)
    first = format_date(day, "full", locale=language)
    second = first.replace(names[day.weekday()], names[(day.weekday() + off) % 7])
    found = list(two_weekdays([parse(first, language), (), parse(second, language)]))
    assert [each.texts for each in found] == ([(0, 2)] if off else [])


def test_the_same_day_of_two_years_may_have_two_weekdays() -> None:
    texts = ["On Monday, May 6, 2024, it rained.", "On Tuesday, May 6, 2025, it did not."]
    assert not list(two_weekdays([parse(text, "en") for text in texts]))


# Totals

TOTALS = {
    "en": (
        "The group has {a} men and {b} women, {t} people in all.",
        "A total of {t} people, of whom {a} were men and {b} were women, came.",
        "There were {t} animals in total: {a} horses and {b} cows.",
        "The fleet of {t} ships is made up of {a} tankers and {b} ferries.",
        "There were {t} medals: {a} gold, {b} silver and {c} bronze.",
        "A total of {t} boats took part, {a} from the mainland and {b} from the islands.",
        "The sum is simple: {a} + {b} + {c} = {t}.",
        "Of the {t} patients, {a} were male, {b} female.",
    ),
    "de": (
        "Insgesamt {t} Personen, davon {a} Männer und {b} Frauen, kamen.",
        "Es kamen {a} Männer und {b} Frauen, insgesamt {t} Personen.",
        "Die Flotte von {t} Schiffen besteht aus {a} Tankern und {b} Fähren.",
    ),
    "fr": (
        "{t} personnes au total, dont {a} hommes et {b} femmes, sont venues.",
        "Ils sont venus avec {a} hommes et {b} femmes, soit un total de {t} personnes.",
        "La flotte de {t} navires est composée de {a} pétroliers et {b} ferries.",
    ),
    "es": (
        "Un total de {t} personas, de las cuales {a} hombres y {b} mujeres, vinieron.",
        "Vinieron {a} hombres y {b} mujeres, {t} personas en total.",
        "La flota de {t} barcos está compuesta por {a} petroleros y {b} ferris.",
    ),
    "ru": (
        "Всего пришли {t} человек, из них {a} мужчин и {b} женщин.",
        "Пришли {a} мужчин и {b} женщин, всего {t} человек.",
        "Флот из {t} судов состоит из {a} танкеров и {b} паромов.",
    ),
    "zh": (
        "共{t}人获救，其中男{a}人、女{b}人。",
        "新增病例{t}例，其中境外输入{a}例，本土{b}例。",
        "共有{t}名学生，其中男生{a}名，女生{b}名。",
    ),
}
total_templates = st.sampled_from([(language, text) for language, texts in TOTALS.items() for text in texts])


@given(total_templates, counts, counts, counts, st.integers(-400, 400))
def test_parts_are_added_up(template: tuple[str, str], a: int, b: int, c: int, off: int) -> None:
    language, text = template
    right = a + b + (c if "{c}" in text else 0)
    assume(right + off > 1 and off and max(a, b) >= 10)
    # A year of four digits, or one that its group mark makes a decimal, is another matter.
    assume(right < 1000 and right + off < 1000)
    assert not _totals(text.format(a=a, b=b, c=c, t=right), language)
    (found,) = _totals(text.format(a=a, b=b, c=c, t=right + off), language)
    assert found.sum == right
    assert found.total.value == right + off


@given(st.integers(2, 99), st.integers(2, 99), st.sampled_from(["en", "de", "fr", "es"]), st.integers(1, 9))
def test_parts_in_words_are_added_up(a: int, b: int, language: str, off: int) -> None:
    text = TOTALS[language][1]
    words = {"a": num2words(a, lang=language), "b": num2words(b, lang=language)}
    assert not _totals(text.format(**words, t=a + b), language)
    assert len(_totals(text.format(**words, t=a + b + off), language)) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A total of 26 people, including 22 children, were rescued."),
        ("en", "Of 26 passengers, 3 were killed and 10 injured."),
        ("en", "26 people, including 12 men and 3 women, and several babies came."),
        ("en", "Some 30 people, of whom 22 men and 3 women, came."),
        ("en", "The tower has 26 floors: 3 for shops and 20 for offices."),
        ("en", "3.3 million tonnes: 1.1 million tonnes gold, 1.1 million silver, 1.2 million bronze."),
        ("en", "As of March 28, 2020, a total of 571,678 cases were known."),
        ("en", "A 26-storey building consisting of 2 towers and 300 flats."),
        ("en", "1 + 1 = 3, as they say."),
        ("ru", "Тридцать два спортсмена из 17 стран, 16 мужчин и 16 женщин, приехали."),
        ("fr", "Il y a cinq chanteurs sur une scène, trois femmes et deux hommes."),
        ("en", "It rained for 3 days, and 2 men and 4 women, 26 of 30 in all, left."),
        ("zh", "共有26家企业参展，其中3家来自德国，5家来自法国。"),
        ("de", "Insgesamt 26 Spiele, darunter 3 Siege und 2 Niederlagen."),
        ("ru", "Всего 26 человек, в том числе 12 детей."),
    ],
)
def test_parts_that_need_not_be_all(language: str, text: str) -> None:
    assert not _totals(text, language)


def test_more_than_all_is_wrong_wherever_nouns_exclude_each_other() -> None:
    (found,) = _totals("26 people, including 22 men and 13 women, came.", "en")
    assert found.sum == 35
    assert found.confidence is Confidence.HIGH


# Ages

AGES = {
    "en": ("Born in {b}, she died in {y} at the age of {a}.", "Anna Lee ({b}–{y}) died at the age of {a}."),
    "de": ("Geboren {b} in Bonn, starb er {y} im Alter von {a} Jahren.",),
    "fr": ("Né en {b}, il est mort en {y} à l’âge de {a} ans.",),
    "es": ("Nacido en {b}, murió en {y} a los {a} años.",),
    "ru": ("Родился в {b} году, умер в {y} году в возрасте {a} лет.",),
    "zh": ("他{b}年出生，{y}年去世，享年{a}岁。", "他生于{b}年，{y}年逝世，享年{a}岁。"),
}
age_templates = st.sampled_from([(language, text) for language, texts in AGES.items() for text in texts])


@given(age_templates, st.integers(1850, 1980), st.integers(10, 100), st.integers(-90, 90))
def test_an_age_fits_its_years(template: tuple[str, str], born: int, lived: int, off: int) -> None:
    language, text = template
    assume(abs(off) > 2 and 1 < lived + off < 120)
    for age in (lived, lived - 1):
        assert not _ages(text.format(b=born, y=born + lived, a=age), language)
    (found,) = _ages(text.format(b=born, y=born + lived, a=lived + off), language)
    assert found.age.value == lived + off
    assert found.allowed == (lived - 1, lived)


@pytest.mark.parametrize(
    "text",
    [
        "Born in 1957, he moved to Rome at the age of 20 and died in 2024.",
        "Born in 1957, he won the prize in 2001; his son is 12 years old.",
        "The 53-year-old bridge was built in 1957 and closed in 2024.",
        "Anna Lee (1901–1985) painted until the age of 75.",
        "Born in 1957, aged 20 in 1977, he died in 2024.",
    ],
)
def test_ages_of_another_year_or_thing(text: str) -> None:
    assert not _ages(text, "en")


def _late(texts: list[str]) -> list[tuple[int, str]]:
    figures = [(text, parse(text, "en")) for text in texts]
    return [(place, found.age.text) for place, found in ages_too_high(figures, "en")]


def test_an_age_that_nobody_has_reached_by_the_day_of_the_news() -> None:
    news = "The race ended on Saturday, 14 June 2025."
    born = "Mary Lee, born in 1957, came first."
    assert _late([news, born, "“I did not hope to win at the age of 86,” she said."]) == [(2, "86")]
    assert not _late([news, born, "“I did not hope to win at the age of 68,” she said."])
    assert not _late([news, born, "“I had hoped to win at the age of 20,” she said."])
    assert not _late(["It ended in 2025.", born, "“I did not hope to win at the age of 86,” she said."])
    assert not _late([news, born, "It was sunny.", "It was hot.", "At the age of 86, John Roe came second."])


# Shares

SHARES = {
    "en": "Of those asked, {a}% were in favour, {b}% against and {c}% undecided.",
    "de": "Von den Befragten waren {a} % dafür, {b} % dagegen, {c} % Enthaltungen.",
    "fr": "Le tissu est composé de {a} % de coton, {b} % de laine et {c} % de soie.",
    "es": "La tela está compuesta por {a} % de algodón, {b} % de lana y {c} % de seda.",
    "ru": "Проголосовали {a}% за, {b}% против и {c}% воздержались.",
    "zh": "受访者中赞成占{a}%，反对占{b}%，弃权占{c}%。",
}


@given(languages, st.integers(1, 98), st.integers(1, 98), st.integers(1, 98))
def test_shares_of_one_whole(language: str, a: int, b: int, c: int) -> None:
    assume(not 100 < a + b + c <= 102)
    found = _shares(SHARES[language].format(a=a, b=b, c=c), language)
    assert found == ([str(a + b + c)] if a + b + c > 100 else [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "{n} percent of respondents agreed."),
        ("de", "{n} Prozent der Befragten stimmten zu."),
        ("fr", "{n} % des électeurs ont voté."),
        ("es", "El {n} % de los encuestados está a favor."),
        ("ru", "{n} % опрошенных согласны."),
        ("zh", "{n}%的受访者表示同意。"),
    ],
)
def test_more_than_the_whole(language: str, text: str) -> None:
    assert _shares(text.format(n=120), language) == ["120"]
    assert not _shares(text.format(n=100), language)


@pytest.mark.parametrize(
    "text",
    [
        "52% of men and 58% of women smoke.",
        "Exports of gold rose 60%, of silver 50% and of bronze 30%.",
        "Sales reached 120 percent of the target; output grew 150 percent.",
        "There are phones for 120 percent of the population.",
        "120 percent of the population’s needs are met.",
        "The rate was 60% for men and 55% for women.",
    ],
)
def test_percentages_that_may_pass_a_hundred(text: str) -> None:
    assert not _shares(text, "en")


# Numbers that no locale writes

LOCALES = "en de fr es ru zh it pt nl pl uk tr ja ko de_CH en_IN hi".split()


@given(
    st.sampled_from(LOCALES),
    st.decimals(0, 10**12, places=3, allow_nan=False),
    st.sampled_from(
        [
            lambda value, locale: format_decimal(value, locale=locale),
            lambda value, locale: format_decimal(int(value), locale=locale),
            lambda value, locale: format_percent(value, locale=locale, format="#,##0.##%"),
            lambda value, locale: format_currency(value, "EUR", locale=locale),
            lambda value, locale: format_currency(value, "USD", locale=locale),
        ]
    ),
)
def test_what_a_locale_writes_is_well_formed(
    locale: str, value: object, write: Callable[[object, str], str]
) -> None:
    assert not _malformed(f"x {write(value, locale)} x", locale[:2])


@given(
    st.integers(1, 999),
    st.integers(0, 999),
    st.integers(0, 99),
    st.sampled_from([",", "."]),
    st.sampled_from(LANGUAGES),
)
def test_groups_that_end_badly(head: int, group: int, tail: int, mark: str, language: str) -> None:
    number = f"{head}{mark}{group:03}{mark}{tail:02}"
    assert _malformed(f"x {number} x", language) == [number]


@pytest.mark.parametrize(
    ("text", "fault", "fixed"),
    [
        ("in 2O24", Fault.LETTER, "2024"),
        ("1O0 people", Fault.LETTER, "100"),
        ("1l5 people", Fault.LETTER, "115"),
        ("5,00O people", Fault.LETTER, "5,000"),
        ("by 50%%", Fault.DOUBLED, "50%"),
        ("by 50% percent", Fault.DOUBLED, "50%"),
        ("for $5 million dollars", Fault.DOUBLED, "$5 million"),
        ("for €50 euros", Fault.DOUBLED, "€50"),
        ("about 12,3456 people", Fault.GROUPS, None),
        ("about 1,234.567,8 tonnes", Fault.GROUPS, None),
        ("about 3.4.5 million", Fault.GROUPS, None),
        ("about 1,,000 people", Fault.GROUPS, None),
    ],
)
def test_malformed_numbers(text: str, fault: Fault, fixed: str | None) -> None:
    (found,) = malformed_numbers(text, "en")
    assert (found.fault, found.fixed) == (fault, fixed)


@pytest.mark.parametrize(
    "text",
    [
        "H2O, CO2, B2B, 5l, 10I, 3.4.5, 192.168.0.1, 12.03.2024, May 12,2024, [1,2345], doi:10.1000/1,234,56",
        "studies1,2,3 and groups 1,2,3; 12,34,567 rupees; 1,234,567.89; 0,1234; 50 %; $50; 2,3,7,8-TCDD",
        "20Oct 2024, 4o4, A1O2, 1o1 talks, 10O+, $50 USD, £50 pounds of flesh, 100% percentile",
    ],
)
def test_codes_lists_and_names_are_no_malformed_numbers(text: str) -> None:
    assert not [found for found in _malformed(text) if found not in {"4o4", "1o1"}]


# Figures that change


@given(st.integers(11, 98))
def test_an_ordinal_with_its_digits_exchanged(number: int) -> None:
    swapped = int(str(number)[::-1])
    assume(swapped != number and swapped > 10)
    thing = "anniversary of the founding of the port"
    one, other = (f"the {num2words(n, to='ordinal_num')} {thing}" for n in (number, swapped))
    assert len(_changed([f"They marked {one}.", f"Guests of {other} sang."])) == 1
    assert not _changed([f"They marked {one}.", f"Guests of {one} sang."])
    assert not _changed([f"They marked {one}.", f"Guests of {other.replace('port', 'town')} sang."])


@pytest.mark.parametrize(
    "texts",
    [
        ["It is 10 km from the city.", "It is 100 km from the city."],
        ["The 12th Five-Year Plan.", "The 21st Five-Year Plan."],
        ["In the 19th session of the assembly of states.", "In the 20th session of the assembly of states."],
        ["Some 350 tonnes of steel a year.", "About 3,500 tonnes of steel a year were sold."],
    ],
)
def test_figures_of_different_things(texts: list[str]) -> None:
    assert not _changed(texts)


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("The 75th Lindholm Regatta ended.", "Sailors of the 57th Lindholm Regatta met.", True),
        ("He lives on 12th Street North.", "She lives on 21st Street North.", False),
        ("The 13th Infantry Division came.", "The 31st Infantry Division left.", False),
        ("The 75th Lindholm Regatta ended.", "The 57th Lindholm Fair ended.", False),
        ("The 7th Lindholm Regatta ended.", "The 70th Lindholm Regatta ended.", False),
    ],
)
def test_ordinals_of_a_name(one: str, other: str, *, changed: bool) -> None:
    assert bool(_changed([one, other])) is changed


# The source's own words, and time


@given(
    st.lists(
        st.integers(10, 9999).filter(lambda n: not 1500 <= n <= 2100), min_size=1, max_size=6, unique=True
    )
)
def test_the_source_says_the_same(numbers: list[int]) -> None:
    said = parse(" and ".join(f"{number} birds" for number in numbers), "en")
    source = parse("，".join(f"{number}只鸟" for number in reversed(numbers)), "zh")
    assert said_alike(said, source)
    assert not said_alike((*said, said[0]), source)


@pytest.mark.parametrize(
    "text",
    [
        "1,234" * 50_000,
        "1," * 125_000,
        "1O" * 125_000,
        "1.1" * 80_000,
        "." * 250_000,
        "$1" * 125_000,
        "1 + " * 60_000,
    ],
    ids=lambda text: text[:5],
)
def test_long_texts_take_no_long_time(text: str) -> None:
    start = time.perf_counter()
    list(malformed_numbers(text, "en"))
    list(total_mismatches(text, (), "en"))
    assert time.perf_counter() - start < 2


def test_time_grows_with_the_length_of_the_text() -> None:
    text = "26 people, of whom 22 men and 3 women, 1 in all, 60% for, 50% against, 120% of voters, born in 1957, 53 years old, "
    spent = []
    for times in (10, 80):
        figures = parse(text * times, "en")
        start = time.perf_counter()
        list(total_mismatches(text * times, figures, "en"))
        list(shares_over(text * times, figures, "en"))
        list(age_mismatches(text * times, figures, "en"))
        list(changed_figures([(text * times, figures)] * 2, "en"))
        spent.append(time.perf_counter() - start)
    assert spent[1] < 40 * spent[0] + 0.5
