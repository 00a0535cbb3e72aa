"""Figures written for the target: a suggestion reads back to the value it is for, in the form of the figure it replaces."""

from __future__ import annotations

import os
from fractions import Fraction

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.model import Span
from tqcheck.quantities.model import Kind, Quantity
from tqcheck.quantities.parse import parse
from tqcheck.quantities.write.foreign import Flaw, foreign, foreign_reading, is_native
from tqcheck.quantities.write.foreign_dates import foreign_dates
from tqcheck.quantities.write.rewrite import code_like, factor, number, rewritten, told, with_ordinal
from tqcheck.quantities.write.style import style

few = settings(max_examples=int(os.environ.get("TQCHECK_ROUNDTRIP", "30")))  # of each of the languages

LANGUAGES = "ar de en es fr hi it ja ko nl pl pt ru tr uk zh".split()
# A large figure with a scale word in each language, as its press writes it.
SCALED = {
    "ar": "3.5 مليون",
    "de": "3,5 Milliarden",
    "en": "3.5 billion",
    "es": "3,5 millones",
    "fr": "3,5 milliards",
    "hi": "3 लाख",
    "it": "3,5 miliardi",
    "ja": "3億5000万",
    "ko": "3억",
    "nl": "3,5 miljard",
    "pl": "3,5 mln",
    "pt": "3,5 milhões",
    "ru": "3,5 млрд",
    "tr": "3,5 milyon",
    "uk": "3,5 мільйона",
    "zh": "1.2万亿",
}
MONTHS = {
    "ar": "28 ديسمبر",
    "de": "28. Dezember",
    "en": "28 December",
    "es": "28 de diciembre",
    "fr": "28 décembre",
    "hi": "28 दिसंबर",
    "it": "28 dicembre",
    "nl": "28 december",
    "pl": "28 grudnia",
    "pt": "28 de dezembro",
    "ru": "28 декабря",
    "tr": "28 Aralık",
    "uk": "28 грудня",
}


def _figure(text: str, language: str) -> Quantity:
    return next(one for one in parse(text, language) if one.kind is not Kind.DAY)


def _value(text: str | None, language: str) -> Fraction:
    assert text is not None
    (one,) = parse(text, language)
    assert one.span == Span(0, len(text))
    return one.value


@pytest.mark.parametrize(
    ("language", "like", "value", "text"),
    [
        ("en", "120 billion", 12 * 10**11, "1.2 trillion"),
        ("en", "$4.2bn", 5_300_000, "5.3m"),
        ("en", "2.5-million", 3_500_000, "3.5-million"),
        ("en", "5 lakh", 20_000_000, "2 crore"),
        ("en", "5.8 percent", "8.5", "8.5 percent"),
        ("en", "12,500", "1234.5", "1,234.5"),
        ("en", "3 million", 1_234_567, "1,234,567"),
        ("en", "5", 1_200_000_000_000, "1.2 trillion"),
        ("en", "2015", 2016, "2016"),
        ("en", "three", 5, "five"),
        ("en", "Twenty-one", 35, "Thirty-five"),
        ("en", "three", 3500, "3,500"),
        ("de", "1.500", "12345.5", "12.345,5"),
        ("de", "3,4 Millionen", 1_000_000, "1 Million"),
        ("de", "3,4 Millionen", 12 * 10**11, "1,2 Billionen"),
        ("de", "12 %", "8.5", "8,5 %"),
        ("fr", "3 millions", 2_500_000_000, "2,5 milliards"),
        ("es", "3 millones", 1_200_000_000, "1200 millones"),
        ("es", "1500", 2500, "2500"),
        ("it", "3 milioni", 12 * 10**11, "1200 miliardi"),
        ("ru", "3 миллиона", 5_000_000, "5 миллионов"),
        ("ru", "3 миллионам", 5_000_000, "5 миллионам"),
        ("ru", "12,5 млн", 1_200_000_000, "1,2 млрд"),
        ("zh", "1200亿", 12 * 10**11, "1.2万亿"),
        ("zh", "三百五十", 1205, "一千二百零五"),
        ("zh", "百分之十", 25, "百分之二十五"),
        ("ja", "3億5000万", 120_000_000, "1億2000万"),
        ("ko", "3만", 12 * 10**11, "1.2조"),
        ("ar", "٣٬٥٠٠", "12345.5", "١٢٬٣٤٥٫٥"),
        ("hi", "१२,३४५", 1_234_567, "१२,३४,५६७"),
    ],
)
def test_in_the_form_of_the_other(language: str, like: str, value: int | str, text: str) -> None:
    assert rewritten(Fraction(value), _figure(like, language), language) == text


@pytest.mark.parametrize(
    ("language", "like", "value", "text"),
    [
        ("en", "on Dec. 5", 9, "Sept"),
        ("en", "December 5", 9, "September"),
        ("ru", "28 декабря", 5, "мая"),
        ("ru", "в декабре 2020", 5, "мае"),
        ("de", "28. Dezember", 5, "Mai"),
        ("fr", "28 décembre", 8, "août"),
        ("zh", "12月28日", 5, "5"),
    ],
)
def test_months_keep_their_form(language: str, like: str, value: int, text: str) -> None:
    month = next(one for one in parse(like, language) if one.kind is Kind.MONTH)
    assert (rewritten(Fraction(value), month, language) or "").rstrip(".") == text


@pytest.mark.parametrize(
    ("language", "like", "minutes", "text"),
    [
        ("en", "3 p.m.", 930, "3:30 p.m."),
        ("en", "3:30 PM", 600, "10:00 AM"),
        ("en", "15:00", 545, "9:05"),
        ("de", "15.30 Uhr", 600, "10.00 Uhr"),
        ("zh", "15:00", 600, "10:00"),
        ("de", "3:30 Uhr", 930, "15:30 Uhr"),
        ("es", "3:30 de la tarde", 1005, "4:45 de la tarde"),
        ("es", "3:30 de la madrugada", 930, None),
        ("ar", "3:30 صباحا", 930, None),
        ("ar", "3:30 صباحا", 270, "4:30 صباحا"),
        ("zh", "凌晨3:30", 930, None),
        ("en", "4 o'clock", 900, "3 o'clock"),
    ],
)
def test_times_keep_their_clock(language: str, like: str, minutes: int, text: str | None) -> None:
    (time,) = parse(like, language)
    assert rewritten(Fraction(minutes), time, language) == text


@pytest.mark.parametrize(
    ("language", "text", "value", "fixed"),
    [
        ("nl", "de jaren tachtig", 1990, "90"),
        ("nl", "de jaren 80", 90, "90"),
        ("en", "the 1980s", 90, "1990"),
        ("en", "the 1980s", 20, None),
        ("en", "the 80s", 1890, None),
        ("zh", "八十年代", 1990, "九十"),
        ("zh", "第二季度", 1, "第一季度"),
        ("zh", "第2季度", 1, "第1季度"),
    ],
)
def test_decades_and_quarters_keep_their_form(
    language: str, text: str, value: int, fixed: str | None
) -> None:
    assert rewritten(Fraction(value), parse(text, language)[0], language) == fixed


@pytest.mark.parametrize(
    ("text", "value", "fixed"),
    [
        ("the 21st time", 22, "22nd"),
        ("the 5th time", 113, "113th"),
        ("the 5th time", 3, "3rd"),
        ("21 days", 22, "22"),
    ],
)
def test_ordinals_take_their_suffix(text: str, value: int, fixed: str) -> None:
    fix = with_ordinal(Fraction(value), parse(text, "en")[0], text)
    assert fix is not None
    assert fix[1] == fixed
    assert fix[0].of(text) in {"21st", "5th", "21"}


@pytest.mark.parametrize("language", LANGUAGES)
@few
@given(value=st.fractions(min_value=0, max_value=10**15, max_denominator=1))
def test_whole_numbers_read_back(language: str, value: Fraction) -> None:
    like = parse(number(Fraction(12345), language), language)[0]
    assert _value(rewritten(value, like, language), language) == value


@pytest.mark.parametrize("language", LANGUAGES)
@few
@given(cents=st.integers(1, 10**9))
def test_decimals_read_back(language: str, cents: int) -> None:
    value, like = Fraction(cents, 100), parse(number(Fraction("23.5"), language), language)[0]
    assert _value(rewritten(value, like, language), language) == value


@pytest.mark.parametrize("language", SCALED)
@few
@given(value=st.integers(1, 9_999).map(lambda n: n * 10**8) | st.integers(1, 10**15))
def test_scaled_numbers_read_back(language: str, value: int) -> None:
    text = rewritten(Fraction(value), _figure(SCALED[language], language), language)
    assert _value(text, language) == value


@pytest.mark.parametrize("language", LANGUAGES)
@few
@given(tenths=st.integers(1, 5000))
def test_percentages_read_back(language: str, tenths: int) -> None:
    value, like = Fraction(tenths, 10), parse("12 %" if language != "hi" else "12%", language)[0]
    assert _value(rewritten(value, like, language), language) == value


@pytest.mark.parametrize("language", MONTHS)
@given(month=st.integers(1, 12))
def test_months_read_back(language: str, month: int) -> None:
    like = next(one for one in parse(MONTHS[language], language) if one.kind is Kind.MONTH)
    text = rewritten(Fraction(month), like, language)
    assert text in Locale.parse(language).months["format"]["wide"].values()
    assert text == Locale.parse(language).months["format"]["wide"][month]


@given(st.text("0123456789.,' 万亿%-", max_size=12), st.fractions(max_denominator=1000))
def test_whatever_is_rewritten_reads_back(text: str, value: Fraction) -> None:
    for language in ("en", "de", "zh"):
        for like in parse(text, language):
            if (fix := rewritten(value, like, language)) is not None:
                assert parse(fix, language)[0].value == value


@pytest.mark.parametrize(
    ("language", "like", "weekday", "text"),
    [
        ("en", "on Monday", 5, "Friday"),
        ("de", "am Montag", 5, "Freitag"),
        ("ru", "понедельник", 5, "пятница"),
    ],
)
def test_weekdays_keep_their_form(language: str, like: str, weekday: int, text: str) -> None:
    (day,) = parse(like, language)
    assert rewritten(Fraction(weekday), day, language) == text


@pytest.mark.parametrize(
    ("source", "tag", "copy"),
    [("电话010-62345678", "zh", "010-62345678"), ("هاتف ٠١٢٣٤٥٦٧٨", "ar", "012345678")],
)
def test_a_code_is_copied(source: str, tag: str, copy: str) -> None:
    (code,) = parse(source, tag)
    assert code_like(code) == copy
    assert rewritten(Fraction(5), code, tag) is None


def test_what_has_no_form_is_not_rewritten() -> None:
    (third,) = (one for one in parse("0.5", "en") if one.digits)
    assert rewritten(Fraction(1, 3), third, "en") is None
    assert rewritten(Fraction(-3), parse("$5", "en")[0], "en") in {None, "-3"}


def test_figures_are_told_with_their_value() -> None:
    assert told(parse("1.2万亿", "zh")[0]) == "1.2万亿 (1,200,000,000,000)"
    assert told(parse("12.500", "de")[0]) == "12.500 (12,500)"
    assert told(parse("1500", "en")[0]) == "1500"
    assert told(parse("1,500", "en")[0]) == "1,500"
    assert told(parse("3,5 млрд", "ru")[0], "de") == "3,5 млрд (3.500.000.000)"
    assert told(parse("three", "en")[0]) == "three"


@given(st.fractions(min_value=Fraction(1, 1000), max_value=10**9), st.integers(-9, 9))
def test_factor(value: Fraction, power: int) -> None:
    assert factor(value, value * Fraction(10) ** power) == (power or None)


def test_regions_have_their_own_marks() -> None:
    value = Fraction("1234567.5")
    assert number(value, "de") == "1.234.567,5"
    assert number(value, "de-CH") == "1’234’567.5"
    assert number(value, "es-MX") == "1,234,567.5"
    assert number(value, "en-IN") == "12,34,567.5"
    assert number(value, "xx-unknown") == style("en").grouped("1234567") + ".5"


def _flaws(source: str | None, text: str, languages: str) -> list[tuple[str, Flaw, str]]:
    source_language, _, language = languages.partition("-")
    said = None if source is None else parse(source, source_language)
    found = (foreign(text, one, language, said) for one in parse(text, language))
    return [(one.span.of(text), one.flaw, one.right[0]) for one in found if one is not None]


@pytest.mark.parametrize(
    ("source", "text", "languages", "flaw", "right"),
    [
        ("1000斤", "1.000 jin", "zh-en", Flaw.GROUP, "1,000"),
        ("罚款1000美元", "a fine of $1.000", "zh-en", Flaw.GROUP, "1,000"),
        ("4万", "40.000 people", "zh-en", Flaw.GROUP, "40,000"),
        ("3,5 Millionen", "3,5 million", "de-en", Flaw.DECIMAL, "3.5 million"),
        ("4404人", "4 404 people", "zh-en", Flaw.SPACE, "4,404"),
        ("2万元", "200,00 yuan", "zh-en", Flaw.PLACE, "20,000"),
        ("1,234.5 metres", "1,234.5 Meter", "en-de", Flaw.GROUP, "1.234,5"),
        ("1,500 people", "1,500 Menschen", "en-de", Flaw.GROUP, "1.500"),
        ("12.5%", "12.5 %", "en-fr", Flaw.DECIMAL, "12,5 %"),
        (None, "1.234.567 people", "und-en", Flaw.GROUP, "1,234,567"),
        (None, "3,50 euros", "und-en", Flaw.DECIMAL, "3.50"),
        (None, "1,234,567 Euro", "und-de", Flaw.GROUP, "1.234.567"),
        (None, "1,234.5 metros", "und-es", Flaw.GROUP, "1.234,5"),
    ],
)
def test_foreign_forms(source: str | None, text: str, languages: str, flaw: Flaw, right: str) -> None:
    ((_, found, fix),) = _flaws(source, text, languages)
    assert (found, fix) == (flaw, right)


@pytest.mark.parametrize(
    ("source", "text", "languages"),
    [
        ("1.5公里", "1,500 km", "zh-en"),  # a thousand times too large
        ("125人", "12.5 people", "zh-en"),  # ten times too small
        ("34.538千米", "34.538 km", "zh-en"),
        ("1,234.5 metres", "1’234.5 Meter", "en-de-CH"),
        ("1,234.5 metros", "1,234.5 metros", "en-es-MX"),
        ("Version 2.5 of it", "Version 2.5 davon", "en-de"),
        ("1.234 Menschen, 3,5 %", "1,234 people, 3.5%", "de-en"),
        ("10 000 человек", "10\u00a0000 people", "ru-en"),
        ("3,5 и [0,0]", "3.5 and [0,0]", "ru-en"),
        ("10,000", "10 000 personnes", "en-fr"),
        (None, "chapters 3,5 and 1.234", "und-en"),
        (None, "3.5 % und 2.5", "und-xx"),
        (None, "12,34,567 people", "und-en"),
    ],
)
def test_native_forms(source: str | None, text: str, languages: str) -> None:
    assert _flaws(source, text, languages) == []


@pytest.mark.parametrize(
    ("source", "target", "languages", "expected"),
    [
        ("1000", "1.000", "zh-en", True),
        ("12.500", "12.500", "de-en", True),
        ("14962", "14.962", "zh-en", True),
        ("20000", "200,00", "zh-en", True),
        ("1.5", "1,500", "zh-en", False),
        ("1000", "1,000", "zh-en", False),
        ("12.5", "12,500", "zh-en", False),
        ("1000", "2.000", "zh-en", False),
        ("1,500", "1,500", "en-de", True),
        ("1.000", "1.000", "de-de", False),
    ],
)
def test_foreign_reading(source: str, target: str, languages: str, expected: bool) -> None:
    one, other = languages.split("-")
    assert foreign_reading(parse(source, one)[0], parse(target, other)[0], other) is expected


def test_what_a_figure_shows_of_its_locale() -> None:
    assert is_native(parse("1,234", "en")[0], "en") is None  # or a decimal comma
    assert is_native(parse("1,234,567", "en")[0], "en") is Flaw.GROUP
    assert is_native(parse("3.5", "en")[0], "en") is Flaw.DECIMAL
    assert is_native(parse("3.5 %", "de")[0], "de") is None


@pytest.mark.parametrize(
    ("text", "language", "right"),
    [
        ("on 30.08.2020", "en", ("August 30, 2020", "30 August 2020")),
        ("on 30.08.2020", "en-GB", ("30 August 2020",)),
        ("on 30/08/2020", "en-US", ("08/30/2020",)),
        ("le 08/30/2020", "fr", ("30/08/2020",)),
        ("30.08.2020", "zh", ("2020年8月30日",)),
    ],
)
def test_foreign_dates(text: str, language: str, right: tuple[str, ...]) -> None:
    assert [one.right for one in foreign_dates(text, language)] == [right]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("30/08/2020 or 8/30/2020, 2020-08-30", "en"),
        ("30.08.2020", "de"),
        ("31.02.2020 and version 1.2.2020.5", "en"),
        ("30/08/2020 30.08.2020", "fr"),
        ("2020/08/30 2020.08.30", "zh"),
    ],
)
def test_native_dates(text: str, language: str) -> None:
    assert list(foreign_dates(text, language)) == []
