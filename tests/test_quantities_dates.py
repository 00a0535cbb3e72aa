"""Dates and times of sixteen languages: what is read, what belongs together, and the round trip through CLDR."""

from __future__ import annotations

import os
from datetime import date, datetime, time
from time import perf_counter
from typing import Any

import pytest
from babel.dates import format_date, format_skeleton, format_time
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.quantities.dates.calendar import (
    Date,
    changed_dates,
    dates_of,
    filled_in,
    same_date_part,
    same_time,
)
from tqcheck.quantities.dates.clock import find as clock_find
from tqcheck.quantities.dates.find import find as dates_find
from tqcheck.quantities.dates.misdated import disordered_dates, misspelt_months
from tqcheck.quantities.model import Kind, Quantity, Standing
from tqcheck.quantities.parse import parse

LANGUAGES = (
    "zh",
    "zh-Hant",
    "ja",
    "ko",
    "ru",
    "uk",
    "de",
    "fr",
    "es",
    "pt",
    "it",
    "nl",
    "pl",
    "tr",
    "ar",
    "hi",
    "en",
)
# Ten thousand a language by TQCHECK_ROUNDTRIP=10000; this many take a second each.
ROUND_TRIPS = int(os.environ.get("TQCHECK_ROUNDTRIP", "50"))

# Language, text, (year, month, day, weekday) of the dates in it.
DATES: list[tuple[str, str, list[tuple[int | None, ...]]]] = [
    ("zh", "他12月28日来", [(None, 12, 28, None)]),
    ("zh", "2020年12月28日（星期一）", [(2020, 12, 28, 1)]),
    ("zh", "二〇二四年九月三日", [(2024, 9, 3, None)]),
    ("zh", "2020-12-28", [(2020, 12, 28, None)]),
    ("zh", "民國112年5月1日", [(2023, 5, 1, None)]),
    ("ja", "令和5年4月1日（土）", [(2023, 4, 1, 6)]),
    ("ja", "昭和39年10月10日土曜日", [(1964, 10, 10, 6)]),
    ("ja", "27日（月）", [(None, None, 27, 1)]),
    ("ko", "2020년 12월 28일 월요일", [(2020, 12, 28, 1)]),
    ("ko", "27일(월)", [(None, None, 27, 1)]),
    ("ru", "в понедельник, 28 декабря 2020 года", [(2020, 12, 28, 1)]),
    ("ru", "28-го декабря, первое мая", [(None, 12, 28, None), (None, 5, 1, None)]),
    ("uk", "понеділок, 28 грудня 2020 р.", [(2020, 12, 28, 1)]),
    ("de", "Montag, den 28. Dezember 2020", [(2020, 12, 28, 1)]),
    ("de", "am 28.12.2020 und am 3. Mai", [(2020, 12, 28, None), (None, 5, 3, None)]),
    ("de", "3. Mai, Montag, 5. Mai", [(None, 5, 3, None), (None, 5, 5, 1)]),
    ("fr", "lundi 28 décembre 2020, le 1er mai", [(2020, 12, 28, 1), (None, 5, 1, None)]),
    ("es", "28 de diciembre de 2020, el 3 de mayo del 2021", [(2020, 12, 28, None), (2021, 5, 3, None)]),
    ("pt", "segunda-feira, 28 de dezembro de 2020", [(2020, 12, 28, 1)]),
    ("it", "lunedì 28 dicembre 2020, 1° maggio", [(2020, 12, 28, 1), (None, 5, 1, None)]),
    ("nl", "maandag 28 december 2020", [(2020, 12, 28, 1)]),
    ("pl", "w poniedziałek, 28 grudnia 2020", [(2020, 12, 28, 1)]),
    ("tr", "28 Aralık 2020 Pazartesi, 28 Aralık'ta", [(2020, 12, 28, 1), (None, 12, 28, None)]),
    ("ar", "الاثنين، ٢٨ ديسمبر ٢٠٢٠", [(2020, 12, 28, 1)]),
    ("ar", "٢٨ كانون الأول", [(None, 12, 28, None)]),
    ("hi", "सोमवार, 28 दिसंबर 2020", [(2020, 12, 28, 1)]),
    ("hi", "28 फरवरी", [(None, 2, 28, None)]),
    ("en", "Monday, December 28, 2020", [(2020, 12, 28, 1)]),
    ("en", "Dec. 28, December 28th", [(None, 12, 28, None)] * 2),
    ("en", "the 28th of December 2020", [(2020, 12, 28, None)]),
    ("en", "the fourteenth of July 1789", [(1789, 7, 14, None)]),
    ("en", "12/28/2020, 2020-12-28", [(2020, 12, 28, None)] * 2),
    ("en", "3/4/2020", [(2020, None, None, None)]),
    ("en", "on Monday five people and in May many, on Monday 5 people", []),
    ("sv", "måndag 28 december 2020", [(2020, 12, 28, 1)]),
    ("hu", "2020. december 28.", [(2020, 12, 28, None)]),
    ("und", "2020-12-28", [(2020, 12, 28, None)]),
    ("cs", "28. prosince 2020", [(2020, 12, 28, None)]),
    ("fi", "28. joulukuuta 2020", [(2020, 12, 28, None)]),
    ("el", "28 Δεκεμβρίου 2020", [(2020, 12, 28, None)]),
    ("he", "28 בדצמבר 2020", [(2020, 12, 28, None)]),
    ("vi", "28 tháng 12, 2020", [(2020, 12, 28, None)]),
    ("id", "28 Desember 2020", [(2020, 12, 28, None)]),
]

# Language, text, the first time of day in it, as all that it can mean.
TIMES = [
    ("en", "at 3 p.m.", ["15:00"]),
    ("en", "3pm", ["15:00"]),
    ("en", "12:30 am", ["0:30"]),
    ("en", "at 3:30", ["3:30", "15:30"]),
    ("en", "15:30", ["15:30"]),
    ("en", "half past four", ["4:30", "16:30"]),
    ("en", "quarter to five", ["4:45", "16:45"]),
    ("en", "seven past five in the afternoon", ["17:07"]),
    ("en", "8:30 in the morning", ["8:30"]),
    ("en", "on Saturday night at 11:30", ["23:30"]),
    ("en", "at noon", ["12:00"]),
    ("en", "at midnight", ["0:00"]),
    ("en", "killed 9 this morning, 12 tonight", []),
    ("de", "um 15 Uhr", ["15:00"]),
    ("de", "15.30 Uhr", ["15:30"]),
    ("de", "halb fünf", ["4:30", "16:30"]),
    ("de", "7 Uhr abends", ["19:00"]),
    ("de", "am 9.11. um 8.30 Uhr am Montag", ["8:30", "20:30"]),
    ("fr", "15h30", ["15:30"]),
    ("fr", "à 15 heures", ["15:00"]),
    ("fr", "La séance commence à dix-huit heures.", ["18:00"]),
    ("fr", "vers vingt heures trente", ["20:30"]),
    ("fr", "à quinze heures de route", []),
    ("fr", "15 heures de route", []),
    ("fr", "8 heures du soir", ["20:00"]),
    ("es", "a las tres y media", ["3:30", "15:30"]),
    ("es", "8 de la mañana", ["8:00"]),
    ("pt", "às três e meia da tarde", ["15:30"]),
    ("it", "a mezzogiorno", ["12:00"]),
    ("it", "alle ore 15", ["15:00"]),
    ("nl", "kwart over drie", ["3:15", "15:15"]),
    ("nl", "8 uur 's avonds", ["20:00"]),
    ("pl", "wpół do piątej", ["4:30", "16:30"]),
    ("pl", "o godz. 15.30", ["15:30"]),
    ("ru", "5 утра", ["5:00"]),
    ("ru", "в 17 часов 7 минут", ["17:07"]),
    ("ru", "в 3 часа дня", ["15:00"]),
    ("ru", "3 дня", []),
    ("ru", "в половине пятого", ["4:30", "16:30"]),
    ("uk", "о 17 годині", ["17:00"]),
    ("tr", "sabah saat 9'da", ["9:00"]),
    ("tr", "saat 8 buçukta", ["8:30", "20:30"]),
    ("ar", "٣ مساء", ["15:00"]),
    ("ar", "الساعة الرابعة والنصف", ["4:30", "16:30"]),
    ("hi", "शाम 5 बजे", ["17:00"]),
    ("hi", "साढ़े चार बजे", ["4:30", "16:30"]),
    ("zh", "下午3点", ["15:00"]),
    ("zh", "凌晨四点半", ["4:30"]),
    ("zh", "晚上8:30", ["20:30"]),
    ("zh", "三点一刻", ["3:15", "15:15"]),
    ("zh", "跌20点，一点意见，3个小时", []),
    ("ja", "午前0時", ["0:00"]),
    ("ja", "午後0時15分", ["12:15"]),
    ("ja", "夜9時", ["21:00"]),
    ("ja", "3時間", []),
    ("ko", "오후 세 시", ["15:00"]),
    ("ko", "오전 8시 15분", ["8:15"]),
    ("ko", "3시간", []),
]

# Language and text of a part of a date, its kind, its usual value; None for a relative one.
PARTS: list[tuple[str, str, Kind, int | None]] = [
    ("zh", "27日", Kind.DAY, 27),
    ("zh", "27号", Kind.DAY, 27),
    ("ko", "27일", Kind.DAY, 27),
    ("zh", "周五", Kind.WEEKDAY, 5),
    ("zh", "禮拜天", Kind.WEEKDAY, 7),
    ("ja", "月曜日", Kind.WEEKDAY, 1),
    ("ru", "в среду", Kind.WEEKDAY, 3),
    ("pl", "w środę", Kind.WEEKDAY, 3),
    ("uk", "у п'ятницю", Kind.WEEKDAY, 5),
    ("zh", "前天", Kind.DAY, None),
    ("ja", "翌日", Kind.DAY, None),
    ("en", "yesterday", Kind.DAY, None),
    ("fr", "hier", Kind.DAY, None),
    ("de", "gestern", Kind.DAY, None),
    ("tr", "bugün", Kind.DAY, None),
    ("hi", "पिछले साल", Kind.YEAR, None),
    ("en", "last month", Kind.MONTH, None),
    ("zh", "上个月", Kind.MONTH, None),
    ("ja", "平成元年", Kind.YEAR, 1989),
    ("zh", "民国112年", Kind.YEAR, 2023),
    ("en", "nineteen eighty-four", Kind.YEAR, 1984),
    ("zh", "一季度", Kind.NUMBER, 1),
    ("ko", "3분기", Kind.NUMBER, 3),
    ("ja", "第1四半期", Kind.NUMBER, 1),
    ("en", "Q3", Kind.NUMBER, 3),
    ("en", "the third quarter", Kind.NUMBER, 3),
    ("ru", "III квартал", Kind.NUMBER, 3),
    ("fr", "1er trimestre", Kind.NUMBER, 1),
    ("de", "3. Quartal", Kind.NUMBER, 3),
    ("en", "the nineteenth century", Kind.NUMBER, 19),
]


# Language and text of a decade that is 1990 as well.
DECADES = [
    ("zh", "上世纪90年代"),
    ("zh", "九十年代"),
    ("ja", "1990年代"),
    ("ko", "90년대"),
    ("ru", "в 90-е годы"),
    ("uk", "у 90-х роках"),
    ("de", "die 90er Jahre"),
    ("fr", "les années 90"),
    ("es", "los años noventa"),
    ("pt", "nos anos 90"),
    ("it", "gli anni '90"),
    ("nl", "de jaren negentig"),
    ("pl", "w latach 90."),
    ("tr", "90'lı yıllar"),
    ("ar", "التسعينيات"),
    ("hi", "90 के दशक"),
    ("en", "the 1990s"),
    ("en", "the '90s"),
    *(
        ("de", text)
        for text in ("die Neunzigerjahre", "in den Neunzigerjahren", "die Neunziger-Jahre", "die 90erjahre")
    ),
    *(("de", text) for text in ("die 1990er-Jahre", "die 1990erjahre", "die neunziger Jahre")),
    ("tr", "doksanlı yıllar"),
    ("pl", "lata dziewięćdziesiąte"),
    ("ru", "в девяностых годах"),
    ("uk", "дев'яностих років"),
]


def test_a_half_of_the_day_is_of_the_time_before_it() -> None:
    def times(text: str) -> list[list[str]]:
        return [clock(quantity) for quantity in parse(text, "en") if quantity.kind is Kind.TIME]

    assert times("open from 9:30 a.m. until 7:00 p.m.") == [["9:30"], ["19:00"]]
    assert times("from 9:30 a.m. until 7:00")[1] == ["7:00", "19:00"]


@pytest.mark.parametrize(("language", "text"), DECADES)
def test_decades(language: str, text: str) -> None:
    assert any(1990 in quantity.readings for quantity in parse(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "в 20-х числах января"), ("ru", "в двадцатых числах января"), ("uk", "у 20-х числах січня")],
)
def test_ten_days_of_a_month_are_no_decade(language: str, text: str) -> None:
    assert parse(text, language)[0].standing is Standing.ANSWERS


def parts_of(found: Date) -> tuple[int | None, ...]:
    return (found.year, found.month, found.day, found.weekday)


@pytest.mark.parametrize(("language", "text", "expected"), DATES)
def test_dates(language: str, text: str, expected: list[tuple[int | None, ...]]) -> None:
    assert [parts_of(found) for found in dates_of(parse(text, language))] == expected


@pytest.mark.parametrize(("language", "text", "expected"), TIMES)
def test_times(language: str, text: str, expected: list[str]) -> None:
    times = [quantity for quantity in parse(text, language) if quantity.kind is Kind.TIME]
    assert [clock(quantity) for quantity in times[:1]] == ([expected] if expected else [])


def clock(quantity: Quantity) -> list[str]:
    return [f"{int(value) // 60}:{int(value) % 60:02}" for value in quantity.readings]


@pytest.mark.parametrize(("language", "text", "kind", "value"), PARTS)
def test_parts(language: str, text: str, kind: Kind, value: int | None) -> None:
    found = [quantity for quantity in parse(text, language) if quantity.kind is kind]
    assert [quantity.readings[:1] for quantity in found][:1] == [() if value is None else (value,)]
    if kind is Kind.NUMBER:
        assert found[0].standing >= Standing.COMPARED


def only(text: str, language: str, kind: Kind) -> Quantity:
    (quantity,) = (quantity for quantity in parse(text, language) if quantity.kind is kind)
    return quantity


@pytest.mark.parametrize(
    ("source", "target", "same"),
    [
        (("zh", "凌晨1时"), ("en", "1:00 pm"), False),
        (("zh", "凌晨1时"), ("en", "1:00"), True),
        (("zh", "晚上8:30"), ("en", "8:30 in the morning"), False),
        (("zh", "晚上8:30"), ("en", "8:30 in the evening"), True),
        (("de", "um 15.30 Uhr"), ("en", "3:30 p.m."), True),
        (("ru", "около 10 утра"), ("en", "10 pm"), False),
        (("ru", "в полдень"), ("en", "12 p.m."), True),
    ],
)
def test_half_of_the_day_counts_where_both_say_it(
    source: tuple[str, str], target: tuple[str, str], same: bool
) -> None:
    one, other = (only(text, language, Kind.TIME) for language, text in (source, target))
    assert same_time(one, other) is same
    assert same_time(other, one) is same


def test_parts_of_dates_agree() -> None:
    monday, tuesday = only("Monday", "en", Kind.WEEKDAY), only("вторник", "ru", Kind.WEEKDAY)
    day, today = only("27日", "zh", Kind.DAY), only("today", "en", Kind.DAY)
    dated = only("December 27", "en", Kind.DAY)
    assert same_date_part(monday, only("周一", "zh", Kind.WEEKDAY))
    assert not same_date_part(monday, tuesday)
    assert same_date_part(monday, day)
    assert same_date_part(monday, today)
    assert same_date_part(day, today)
    assert same_date_part(day, dated)
    assert not same_date_part(monday, dated)


def test_real_weekday() -> None:
    (monday,) = dates_of(parse("Tuesday, December 28, 2020", "en"))
    assert monday.is_full
    assert (monday.weekday, monday.real_weekday) == (2, 1)
    (never,) = dates_of(parse("April 31, 2020", "en"))
    assert never.real_weekday is None


def locale_of(language: str) -> str:
    return language.replace("-", "_")


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=ROUND_TRIPS, deadline=None)
@given(day=st.dates(date(1900, 1, 1), date(2049, 12, 31)), style=st.sampled_from(["full", "long", "medium"]))
def test_cldr_dates_are_read_back(language: str, day: date, style: Any) -> None:
    text = format_date(day, style, locale=locale_of(language))
    (found,) = dates_of(parse(text, language))
    assert (found.year, found.month, found.day) == (day.year, day.month, day.day), text
    assert found.weekday == (day.isoweekday() if style == "full" else None), text


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=ROUND_TRIPS, deadline=None)
@given(day=st.dates(date(2000, 1, 1), date(2049, 12, 31)))
def test_cldr_short_dates_are_read_back(language: str, day: date) -> None:
    text = format_date(day, "short", locale=locale_of(language))
    quantities = parse(text, language)
    for kind, value in ((Kind.YEAR, day.year), (Kind.MONTH, day.month), (Kind.DAY, day.day)):
        assert any(value in quantity.readings for quantity in quantities if quantity.kind is kind), text


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=ROUND_TRIPS, deadline=None)
@given(day=st.dates(date(1900, 1, 1), date(2049, 12, 31)), skeleton=st.sampled_from(["MMMd", "yMMMM"]))
def test_cldr_parts_of_dates_are_read_back(language: str, day: date, skeleton: str) -> None:
    text = format_skeleton(skeleton, datetime.combine(day, time()), locale=locale_of(language))
    (found,) = dates_of(parse(text, language))
    rest = (None, day.day) if skeleton == "MMMd" else (day.year, None)
    assert (found.month, found.year, found.day) == (day.month, *rest), text


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=ROUND_TRIPS, deadline=None)
@given(moment=st.times(), style=st.sampled_from(["short", "h:mm a"]))
def test_cldr_times_are_read_back(language: str, moment: time, style: Any) -> None:
    text = format_time(moment, style, locale=locale_of(language))
    found = only(text, language, Kind.TIME)
    minutes = 60 * moment.hour + moment.minute
    assert minutes in found.readings, text
    if style == "h:mm a":
        assert list(found.readings) == [minutes], text


@settings(max_examples=ROUND_TRIPS, deadline=None)
@given(day=st.dates(date(1868, 10, 23), date(2049, 12, 31)))
def test_japanese_eras_are_read_back(day: date) -> None:
    starts = {
        "明治": date(1868, 1, 25),
        "大正": date(1912, 7, 30),
        "昭和": date(1926, 12, 25),
        "平成": date(1989, 1, 8),
    }
    starts["令和"] = date(2019, 5, 1)
    era, start = max(
        ((era, start) for era, start in starts.items() if start <= day), key=lambda entry: entry[1]
    )
    number = day.year - start.year + 1
    (found,) = dates_of(parse(f"{era}{'元' if number == 1 else number}年{day.month}月{day.day}日", "ja"))
    assert (found.year, found.month, found.day) == (day.year, day.month, day.day)


@pytest.mark.parametrize(
    ("source", "target", "changed"),
    [
        ("7月25日，五人到达", "Five arrived on July 5", [("25", "5")]),
        ("他7月5日到达，7日离开", "He came on June 5 and left on July 7", [("7", "June")]),
        ("2020年7月10日", "January 2, 2020", [("7", "January")]),
        ("7月5日", "on the 5th", []),
        ("3月4日", "3/4/2020", []),
        ("7月24日至25日", "July 24 to 25", []),
        ("5日", "July 5", []),
    ],
)
def test_changed_dates(source: str, target: str, changed: list[tuple[str, str]]) -> None:
    pairs = changed_dates(parse(source, "zh"), parse(target, "en"))
    assert [(one.text, other.text) for one, other in pairs] == changed


def test_filled_in() -> None:
    def spans(source: str, target: str) -> list[str]:
        return sorted(span.of(target) for span in filled_in(parse(source, "zh"), parse(target, "en")))

    assert spans("他24日到达", "He came on July 24, 2020") == ["2020", "July"]
    assert spans("他7月24日到达", "He came on July 24, 2020") == ["2020"]
    assert spans("他23日到达", "He came on July 24") == []


def test_a_number_is_the_hour_of_a_round_time_only() -> None:
    odd, half = only("9:31", "en", Kind.TIME), only("9:30", "en", Kind.TIME)
    nine = only("nine", "en", Kind.NUMBER)
    assert same_time(half, nine)
    assert not same_time(odd, nine)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Jully 26 he came", [("Jully", "July")]),
        ("by 3rd Agust", [("Agust", "August")]),
        ("in Septmber 2020", [("Septmber", "September")]),
        ("Match 26, Marsh 4, Judy 12, Jury 5, Mach 3, Boeing 747", []),
        ("July 26, jully 26, Jully came", []),
    ],
)
def test_misspelt_months(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(month.span.of(text), month.name) for month in misspelt_months(text, "en")] == expected
    answering = [
        quantity for quantity in parse(text, "en") if quantity.kind is Kind.MONTH and not quantity.readings
    ]
    assert len(answering) == len(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 1940, 15, August, it began", [("1940, 15, August", "August 15, 1940")]),
        ("on 15, August 1940 it", [("15, August 1940", "August 15, 1940")]),
        ("It began August, 15, 1940", [("August, 15, 1940", "August 15, 1940")]),
        ("In August, 15 people came; in 2020, August 15 fell on a Saturday", []),
        ("on August 15, 1940; on 15 August 1940; in 1940, 15 August", []),
    ],
)
def test_disordered_dates(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(found.span.of(text), found.suggestion) for found in disordered_dates(text, "en")] == expected
    assert disordered_dates(text, "de") == []


@pytest.mark.parametrize("language", ["en", "de", "ru", "ar", "hi", "zh", "ko", "und"])
@pytest.mark.parametrize(
    "unit", ["3:", "12.", "May 5 ", "5月", "half past ", "8 h ", "le 3 mai ", "Montag, ", "下午3点", "1/2/"]
)
def test_time_is_linear(language: str, unit: str) -> None:
    text = unit * (12_000 // len(unit))
    start = perf_counter()
    clock_find(text, language)
    dates_find(text, language)
    assert perf_counter() - start < 1  # a tenth of it on an idle core; what is quadratic takes ten times that
