"""No text makes the quantity engine slow or large: time grows with the length, memory too, and values stay bounded."""

from __future__ import annotations

import gc
import time
import tracemalloc
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.quantities.compare.match import compare
from tqcheck.quantities.model import Standing
from tqcheck.quantities.parse import parse, parse_anew

# Ten times the text may take ten times as long; a cost that grows with the square takes a hundred times.
TEN = 10
MOST = 16
SHORT_RUNS, LONG_RUNS = 5, 10
LANGUAGES = ("en", "zh", "de", "ru", "fr", "ar", "ko", "und")


def taken(make: Callable[[int], object], run: Callable[[object], object], length: int) -> float:
    """Processor seconds for one run on a text of that length.

    The garbage collector is off, whose full passes come with the number of objects alive in the whole test run.
    """
    text = make(length)
    collecting = gc.isenabled()
    gc.disable()
    try:
        begun = time.process_time()
        run(text)
        return time.process_time() - begun
    finally:
        if collecting:
            gc.enable()


def is_linear(make: Callable[[int], object], run: Callable[[object], object], length: int) -> bool:
    """Whether ten times the length takes less than `MOST` times as long: the shortest runs of each are compared.

    Another process can only add to a time, so that one long run within the bound shows it; a cost that grows with the
    square is far above it in all of them.
    """
    short = min(taken(make, run, length) for _ in range(SHORT_RUNS))
    return any(taken(make, run, TEN * length) < MOST * max(short, 1e-3) for _ in range(LONG_RUNS))


def read(pair: object) -> None:
    """Parse, without the cache."""
    assert isinstance(pair, tuple)
    parse_anew(*pair)


def repeated(unit: str, language: str) -> Callable[[int], tuple[str, str]]:
    return lambda size: ((unit * (size // len(unit) + 1))[:size], language)


# What makes one figure, or none.
FEW = (
    *(
        ("7", "en"),
        ("7", "zh"),
        ("٠", "ar"),
        ("９", "ja"),
        ("0", "hi"),
        ("亿", "zh"),
        ("一", "zh"),
        ("万", "zh"),
    ),
    *(
        ("一亿", "zh"),
        ("億", "ja"),
        ("억", "ko"),
        ("двадцать", "ru"),
        ("zwanzig", "de"),
        ("und", "de"),
        ("ein", "de"),
    ),
    *(
        ("$", "en"),
        ("-", "en"),
        ("/", "en"),
        (":", "en"),
        (".", "en"),
        (",", "de"),
        (" ", "fr"),
        ("\u202f", "fr"),
    ),
    *(
        (". ", "en"),
        (", .", "en"),
        (" - ", "en"),
        ("'", "de"),
        ("(", "en"),
        ("#", "en"),
        ("@", "en"),
        ("\n", "en"),
    ),
    *(
        ("www.", "en"),
        ("a@", "en"),
        ("&#", "en"),
        ("+ ", "en"),
        ("a-", "en"),
        ("the ", "en"),
        ("上", "zh"),
        ("M", "en"),
    ),
)
# What makes a figure every few characters, each of which costs something.
MANY = (
    *(
        ("1,", "en"),
        ("1 ", "fr"),
        ("1.", "de"),
        ("1 ", "zh"),
        ("(1", "en"),
        ("1-", "en"),
        ("1–", "zh"),
        ("1:", "en"),
    ),
    *(
        ("1/", "en"),
        ("½", "en"),
        ("$1", "en"),
        ("1€", "de"),
        ("1%", "en"),
        ("2、", "zh"),
        ("1・", "ja"),
        ("100 000 ", "ru"),
    ),
    *(
        ("百分之", "zh"),
        ("百分之一", "zh"),
        ("三分之", "zh"),
        ("上千", "zh"),
        ("twenty-", "en"),
        ("million ", "en"),
    ),
    *(
        ("twenty one ", "en"),
        ("двадцать ", "ru"),
        ("тысяч ", "ru"),
        ("mil ", "es"),
        ("vingt-", "fr"),
        ("مليون ", "ar"),
    ),
    *(
        ("3月5日", "zh"),
        ("3 May 2020 ", "en"),
        ("10:30 ", "en"),
        ("Monday ", "en"),
        ("5 km ", "en"),
        ("half ", "en"),
    ),
    *(
        ("XX ", "en"),
        ("1st ", "en"),
        ("1990s ", "en"),
        ("A1 ", "en"),
        ("1 ,", "en"),
        ("1. 5 ", "en"),
        ("7 5th ", "en"),
    ),
    *(("five ", "en"), ("Mai 5", "de"), ("1万", "zh"), ("3:4", "en"), ("hundert", "de"), ("5 5th ", "ru")),
    *(("1, .1-/:", "en"), ("1, .1-/:", "zh"), ("three thousand million ", "en"), ("1 000,5 ", "ru")),
)


@pytest.mark.parametrize(("unit", "language"), FEW)
def test_long_runs_of_one_thing_grow_with_their_length(unit: str, language: str) -> None:
    assert is_linear(repeated(unit, language), read, 40_000)


@pytest.mark.parametrize(("unit", "language"), MANY)
def test_many_figures_grow_with_their_number(unit: str, language: str) -> None:
    assert is_linear(repeated(unit, language), read, 300)


def test_as_many_figures_as_are_read_are_not_copied_for_each() -> None:
    """A list that is copied for each figure is cheap until it is long."""
    assert is_linear(repeated("1,", "en"), read, 990)


A_MILLION = [
    *(("1,", "en"), ("½", "fr"), ("百分之", "zh"), ("1 ", "ru")),
    *(
        ("Monday ", "en"),
        ("X ", "en"),
        ("three ", "en"),
        ("zwanzigtausend ", "de"),
        ("понедельник ", "ru"),
        ("半", "ko"),
    ),
]


@pytest.mark.parametrize(("unit", "language"), A_MILLION)
def test_of_a_million_figures_the_first_are_read_and_none_is_reported(unit: str, language: str) -> None:
    text = unit * (1_000_000 // len(unit))
    begun = time.process_time()
    found = parse_anew(text, language)
    assert time.process_time() - begun < 4  # under one on an idle core
    assert 2_000 < len(found) <= 10_000
    assert {quantity.standing for quantity in found} == {Standing.ANSWERS}


def test_letters_that_arabic_writes_before_a_word_are_no_matter_how_many() -> None:
    assert parse("ضحك " + "و" * 100_000, "ar") == ()
    assert [quantity.value for quantity in parse("وبالعشرين", "ar")] == [20]


# Pieces of what the patterns of the engine look for, in any order.
PIECES = (
    *"0179٣５½,.·、，:/-–+%‰$€№°'’\"()#&@^eEx×_ \u00a0\u202f\n",
    *(
        "万",
        "亿",
        "千",
        "百",
        "十",
        "半",
        "多",
        "上",
        "数",
        "第",
        "分之",
        "点",
        "年",
        "月",
        "日",
        "时",
        "元",
        "억",
        "만",
    ),
    *(
        "three",
        "twenty",
        "hundred",
        "million",
        "and",
        "a",
        "half",
        "of",
        "per",
        "cent",
        "to",
        "than",
        "May",
        "Mon",
        "XIV",
    ),
    *(
        "двадцать",
        "пять",
        "тысяч",
        "года",
        "половиной",
        "zwei",
        "und",
        "zwanzig",
        "mil",
        "vingt",
        "quatre",
        "مليون",
        "لاکھ",
    ),
    *(
        "km",
        "kg",
        "p.m.",
        "a.m.",
        "GMT",
        "USD",
        "Mio.",
        "1e9",
        "10^",
        "²",
        "st",
        "s",
        "http://",
        "www.",
        "A-",
    ),
)


@pytest.mark.parametrize("step", [0, 7])
def test_a_long_table_is_compared_in_time_that_grows_with_its_length(step: int) -> None:
    def sides(size: int) -> tuple[object, object]:
        source = parse(" | ".join(str(1000 + 3 * at) for at in range(size)), "en")
        return source, parse(" | ".join(str(1000 + 3 * at + step) for at in range(size)), "en")

    def run(both: object) -> None:
        assert isinstance(both, tuple)
        compare(*both)

    assert is_linear(sides, run, 1_000)


def test_any_mixture_grows_with_its_length() -> None:
    chance = Random(4)
    slow = []
    for _ in range(16):
        unit, language = "".join(chance.choices(PIECES, k=chance.randint(2, 7))), chance.choice(LANGUAGES)
        if not is_linear(repeated(unit, language), read, 700):
            slow.append((unit, language))
    assert slow == []


_TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(source=_TEXTS, target=_TEXTS, language=st.sampled_from(LANGUAGES))
def test_any_text_is_read_and_compared(source: str, target: str, language: str) -> None:
    sides = parse(source, language), parse(target, "en")
    for text, found in zip((source, target), sides, strict=True):
        for quantity in found:
            assert 0 <= quantity.span.start < quantity.span.end <= len(text)
            assert quantity.full_span.start <= quantity.span.start
            assert quantity.span.end <= quantity.full_span.end <= len(text)
        assert list(found) == sorted(found, key=lambda quantity: quantity.span.start)
    result = compare(*sides)
    assert {*result.missing, *(change.source for change in result.changed)} <= {*sides[0]}
    assert {*result.added, *(change.target for change in result.changed)} <= {*sides[1]}


EXPONENTS = (
    *(("1e999999999", "en"), ("1E+999999999 kg", "de"), ("1e-999999999", "en"), ("10^999999999", "en")),
    *(("10^10^10^10", "en"), ("10**999999999", "en"), ("3 × 10^999999999", "en"), ("3·10⁹⁹⁹⁹⁹⁹⁹⁹⁹", "de")),
    *(
        ("9" * 20_000, "en"),
        ("0." + "0" * 20_000 + "1 %", "en"),
        ("1/" + "9" * 20_000, "en"),
        ("九" * 20_000, "zh"),
    ),
    *(("3" + unit * 20_000, "zh") for unit in ("万", "亿", "千", "万亿")),
    *(("1" + ",000" * 1_000, "en"), ("1" + ".000" * 1_000, "de"), ("3" + " million" * 500, "en")),
    *(("three" + " thousand million" * 1_000, "en"), ("3" + " mil millones" * 500, "es")),
    *(
        ("3" + "만억조" * 2_000, "ko"),
        ("3" + " тысяч миллионов" * 1_000, "ru"),
        ("1" + " crore lakh" * 2_000, "hi"),
    ),
    *(("M" * 20_000, "en"), ("zwei" + "tausend" * 3_000, "de"), ("growth of " + "twice " * 1_000, "en")),
)


@pytest.mark.parametrize(("text", "language"), EXPONENTS, ids=lambda value: str(value)[:20])
def test_no_exponent_blows_up(text: str, language: str) -> None:
    """Values of at most a few hundred digits: a reader's text has none larger. Memory that the text's length bounds."""
    tracemalloc.start()
    try:
        found = parse_anew(text, language)
        compare(found, parse("5 million, 10 billion", "en"))
        assert tracemalloc.get_traced_memory()[1] < 2_000_000 + 1_000 * len(text)
    finally:
        tracemalloc.stop()
    for value in (value for quantity in found for value in quantity.readings):
        assert max(value.numerator.bit_length(), value.denominator.bit_length()) < 1_000
