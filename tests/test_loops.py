"""Loops: rows and recurrences are found wherever they stand, spans are exact, speech and the source excuse."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.loops.adjacent import loops
from tqcheck.loops.characters import running_on
from tqcheck.loops.doubled import doubled
from tqcheck.loops.phrases import looping, recurring
from tqcheck.loops.recurring import recurrences
from tqcheck.loops.tokens import covered, tokenise

SCRIPTS = "the port of Ulm город мира 北京的新图书馆 ตลาดเปิด शहर का 항구 مدينة , . ! - ’ 12".split()
TEXTS = st.lists(st.sampled_from(SCRIPTS), max_size=30).map(" ".join)
NOUNS = st.lists(
    st.sampled_from("harbour bridge council library station garden".split()),
    min_size=3,
    max_size=6,
    unique=True,
)


@given(st.text())
def test_tokens_are_parts_of_the_text_in_order(text: str) -> None:
    tokens = tokenise(text)
    assert all(token.span.of(text).casefold() == token.key for token in tokens)
    assert all(one.span.end <= two.span.start for one, two in pairwise(tokens))


@given(TEXTS)
def test_every_row_is_one(text: str) -> None:
    tokens = tokenise(text)
    for loop in loops(tokens):
        keys = [token.key for token in tokens[loop.start : loop.end]]
        assert keys == keys[: loop.period] * loop.times


@given(TEXTS)
def test_every_recurrence_is_one(text: str) -> None:
    keys = [token.key for token in tokenise(text)]
    for found in recurrences(tokenise(text)):
        assert len({tuple(keys[start : start + found.length]) for start in found.starts}) == 1
        assert all(b - a >= found.length for a, b in pairwise(found.starts))


@given(TEXTS, TEXTS)
def test_spans_lie_in_the_text_and_the_unit_in_the_span(target: str, source: str) -> None:
    found = [*looping(target, source), *recurring(target, source), *doubled(target, "en", source, "de")]
    assert all(one.span.contains(one.unit) and one.span.end <= len(target) and one.unit for one in found)


@given(NOUNS, st.integers(3, 8), st.sampled_from(["", "Then ", "“"]))
def test_a_phrase_three_times_in_a_row_is_found_whole(nouns: list[str], times: int, before: str) -> None:
    phrase = " ".join(nouns)
    row = " ".join([phrase] * times)
    (found,) = looping(f"{before}{row} closed.", "Es war geschlossen.")
    assert found.span.of(f"{before}{row} closed.") == row
    assert found.times == times


@given(NOUNS, st.integers(3, 6))
def test_what_the_source_says_as_often_is_left_alone(nouns: list[str], times: int) -> None:
    row = " ".join([" ".join(nouns)] * times)
    assert not list(looping(row, row))
    assert not list(recurring(row, row))


@pytest.mark.parametrize(
    "text",
    [
        "No, no, no, no!",
        "It is very, very, very far.",
        "They came again and again, more and more and more of them.",
        "Blah blah blah, he said, and sang la la la la la.",
        "He knew that that had had to be.",
        "慢慢地，一天一天地，他高高兴兴地走了。",
        "どんどん、ますます、ニコニコ。",
        "Step by step, year after year, from house to house.",
    ],
)
def test_emphasis_and_custom_are_left_alone(text: str) -> None:
    source = "Quelque chose d'autre."
    found = [*looping(text, source), *recurring(text, source), *doubled(text, "en", source, "fr")]
    assert not [one.span.of(text) for one in found]


@pytest.mark.parametrize("language", ["tr", "hi", "id", "th", "zh", "ja"])
def test_languages_that_double_words_are_left_alone(language: str) -> None:
    assert not list(doubled("yavaş yavaş धीरे धीरे anak anak จริงๆ", language, "Slowly.", "en"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The fair opens on on Friday.", ["on on"]),
        ("They kept it in a barn in Kiel for for decades.", ["for for"]),
        ("It moved on on Friday, and what they wait for for years comes in in May.", []),
        ("The pipe is 3.5 in in width, the town she lived in in May.", []),
        ("It is on on Sundays, and it's on on Mondays.", []),
        ("She sold the house she grew up in in Ohio.", []),
        ("The school he was educated in in Paris had closed.", []),
        ("It was a detail that they picked up on on Monday.", []),
        ("They left the town she grew up in in the war.", []),
        ("It is a big if if he comes at all.", []),
        ("He said that if if it rains, they stay.", ["if if"]),
    ],
)
def test_a_preposition_that_is_the_verb_s_own_is_none_too_many(text: str, found: list[str]) -> None:
    marked = [one.span.of(text) for one in doubled(text, "en", "Das.", "de")]
    assert marked == found


def test_a_name_is_doubled_only_against_a_source_that_names_it_once() -> None:
    text = "The talks were held in Tashkent Tashkent."
    assert [one.span.of(text) for one in doubled(text, "en", "Переговоры прошли в Ташкенте.", "ru")] == [
        "Tashkent Tashkent"
    ]
    assert not list(doubled(text, "en", "Переговоры прошли в Ташкенте Ташкенте.", "ru"))
    assert not list(doubled(text, "en", None, "und"))


def test_characters_that_run_on_are_told_from_cries_and_forms() -> None:
    assert [span.of("a boooooooooooook") for span, _ in running_on("a boooooooooooook", "ein Buch")] == [
        "o" * 13
    ]
    assert not list(running_on("Goooool!", "Tooor!"))
    assert not list(running_on("." * 200, "." * 150))
    assert not list(running_on("." * 200, None))


@pytest.mark.parametrize("unit", ["the port ", "a", "город мира ", "新", ". ", "a b c d e f g h "])
def test_time_grows_with_the_text(unit: str) -> None:
    def seconds(times: int) -> float:
        text = unit * times
        began = time.process_time()
        for _ in (*looping(text, text[:50]), *recurring(text, "x"), *doubled(text, "en", "x", "de")):
            pass
        list(running_on(text, None))
        return time.process_time() - began

    assert min(seconds(2_000) for _ in range(2)) < 12 * max(seconds(500), 0.01)


def test_covered_joins_tokens() -> None:
    text = "one, two three"
    assert covered(tokenise(text), 0, 2).of(text) == "one, two"
