"""A negation that only one side has."""

from __future__ import annotations

import re
import time
import tomllib
from importlib.resources import files

import pytest

from tqcheck.meaning.negation import is_affirmative, negated_in_english, negated_in_foreign, negates

TABLE = tomllib.loads((files("tqcheck.meaning") / "data" / "negation.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("language", TABLE)
def test_every_expression_of_the_table_compiles(language: str) -> None:
    assert set(TABLE[language]) <= {"blank", "idioms", "sure", "soft", "free", "free_verbs"}
    for kind in TABLE[language].values():
        for expression in kind.split():
            re.compile(expression.replace("_", " "))


@pytest.mark.parametrize(
    ("text", "language", "negations"),
    [
        ("Er kam nicht.", "de", ["nicht"]),
        ("Er kam nicht nur am Montag.", "de", []),
        ("他没有来。", "zh", ["没"]),
        ("他不断努力。", "zh", []),
        ("Il ne vient jamais.", "fr", ["jamais"]),
        ("He didn’t come.", "en", ["didn’t"]),
        ("He not only came.", "en", []),
        ("Er kommt.", "xx", []),
    ],
)
def test_what_negates_a_clause(text: str, language: str, negations: list[str]) -> None:
    assert [span.of(text) for span in negates(text, language)] == negations


def test_what_may_stand_for_a_negation_is_not_affirmative() -> None:
    assert is_affirmative("Die Regierung zahlt.", "de")
    assert not is_affirmative("Die Regierung zahlt kaum.", "de")
    assert not is_affirmative("Die Regierung zahlt.", "xx")


def test_the_negated_word_must_stand_on_both_sides() -> None:
    source = "Die Regierung zahlt die Löhne."
    assert negated_in_english(source, "The government does not pay the wages.", "de")
    assert not negated_in_english(source, "The government does not sing in the shower.", "de")


def test_two_negations_or_a_question_tell_nothing() -> None:
    target = "The government pays the wages today."
    assert negated_in_foreign("Die Regierung zahlt nicht.", target, "de")
    assert not negated_in_foreign("Die Regierung zahlt nicht, und niemand klagt.", target, "de")
    assert not negated_in_foreign("Zahlt die Regierung nicht?", target, "de")


def test_long_texts_take_no_longer_for_each_negation() -> None:
    source, target = "Die Regierung zahlt die Löhne. " * 1_600, "The government Not pays, Cannot. " * 1_600
    start = time.perf_counter()
    assert not negated_in_english(source, target, "de")
    assert time.perf_counter() - start < 2  # a scan of all before each negation takes longer by far


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Die Minister schwiegen am Montag zum Vertrag.", "The ministers did not speak about the treaty."),
        ("Die Firma zahlt höchstens zehn Euro.", "The company does not pay more than ten euros."),
    ],
)
def test_added_negations_that_translators_are_free_to_use(source: str, target: str) -> None:
    change = negated_in_english(source, target, "de")
    assert change is None or change.is_free


def test_adjectives_that_stand_for_a_negated_one_are_free() -> None:
    change = negated_in_foreign("Der See ist nicht tief.", "The lake here is very shallow.", "de")
    assert change is None or change.is_free
    change = negated_in_foreign("Die Stadt zahlt die Löhne nicht.", "The quiet town pays the wages.", "de")
    assert change
    assert change.is_free


def test_only_idioms_of_a_negation_hide_another() -> None:
    target = "The NGO published the results of the survey."
    assert negated_in_foreign("该非政府组织没有公布调查结果。", target, "zh")
    assert not negated_in_foreign("该组织不得不没有公布调查结果。", target, "zh")


def test_what_follows_a_negation_is_marked_rather_than_what_goes_before() -> None:
    english = "The club has found a new coach."
    change = negated_in_foreign("Der Verein hat keinen neuen Trainer gefunden.", english, "de")
    assert change is not None
    assert change.negated is not None
    assert change.negated.of(english) == "new"
