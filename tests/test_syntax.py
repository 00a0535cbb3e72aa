"""Forms of English words, faults of usage by table, and subjects that do not agree with their verbs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.model import Span
from tqcheck.providers.syntax import tag_text
from tqcheck.syntax.agreement import disagreements
from tqcheck.syntax.forms import (
    base_of_third_person,
    noun_number,
    plural,
    singular,
    third_person,
)
from tqcheck.syntax.reflexives import wrong_reflexives
from tqcheck.syntax.usage import Usage, misuses

_WORDS = st.sampled_from(
    "The ship ships of the harbour was were have has who men there is many , . and Norway’s it he say says last year itself themselves 5 ß".split()
)


def _found(sentence: str) -> list[tuple[str, str]]:
    tokens = tag_text(sentence, (Span(0, len(sentence)),))
    return [(found.verb.of(sentence), found.instead) for found in disagreements(sentence, tokens)]


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("city", "cities"),
        ("church", "churches"),
        ("house", "houses"),
        ("woman", "women"),
        ("analysis", "analyses"),
    ],
)
def test_a_noun_goes_to_its_plural_and_back(one: str, many: str) -> None:
    assert plural(one) == many
    assert singular(many) == one
    assert (noun_number(one), noun_number(many)) == ("Sing", "Plur")


@pytest.mark.parametrize("noun", ["news", "series", "politics", "people", "data", "gas", "qwrtzs"])
def test_a_noun_whose_form_does_not_tell_has_no_number(noun: str) -> None:
    assert noun_number(noun) == ""


@pytest.mark.parametrize("base", ["go", "carry", "watch", "miss", "play", "have", "make"])
def test_a_verb_goes_with_he_and_back(base: str) -> None:
    assert base_of_third_person(third_person(base)) == base


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("The captain of the two ships have left.", ("have", "has")),
        ("In the morning, the sailors of the ship was tired.", ("was", "were")),
        ("He said that the ships hasn't come.", ("hasn't", "haven't")),
    ],
)
def test_a_distant_subject_is_found(sentence: str, verb: tuple[str, str]) -> None:
    assert _found(sentence) == [verb]


@pytest.mark.parametrize(
    "sentence",
    [
        "The captain and the sailors have left.",
        "A number of ships have left.",
        "Which ships has the captain sold?",
        "He insisted that the captain say it.",
        "The United States has left.",
        "The prices of the bank in 2019 were low.",
        "There are a ton of ships, and a line of ships are here.",
        "The summons was late because the wealthy are abroad.",
    ],
)
def test_what_may_be_right_is_left_alone(sentence: str) -> None:
    assert _found(sentence) == []


@pytest.mark.parametrize("time", ["last year", "this week", "that day", "yesterday", "on Monday"])
def test_what_says_when_is_no_subject(time: str) -> None:
    assert _found(f"The prices of the bank {time} were low.") == []
    assert _found(f"The bank's prices {time} are low.") == []
    assert _found(f"The prices of the bank {time} was low.") == [("was", "were")]


@given(st.lists(_WORDS, max_size=12).map(" ".join))
def test_a_reflexive_stands_behind_its_subject(text: str) -> None:
    for found in wrong_reflexives(text, tag_text(text, (Span(0, len(text)),))):
        assert found.head.end < found.pronoun.start
        assert found.instead != found.pronoun.of(text)


@given(st.lists(_WORDS, max_size=12).map(" ".join))
def test_no_text_breaks_the_reader_of_clauses(text: str) -> None:
    for found in disagreements(text, tag_text(text, (Span(0, len(text)),))):
        assert text[found.verb.start : found.verb.end].strip() != ""
        assert found.subject.start <= found.head.start
        assert found.instead != found.verb.of(text)


@given(st.text(alphabet="ab to of\n’-", max_size=30))
def test_a_misuse_is_a_word_of_its_own(text: str) -> None:
    for found in misuses(text, (Usage(r"(?P<mark>to\sof)", "one is too much", "of"),)):
        assert found.span.of(text).split() == ["to", "of"]
        around = text[: found.span.start][-1:] + text[found.span.end :][:1]
        assert not any(char.isalnum() or char in "’-" for char in around)


def test_a_replacement_keeps_the_capital() -> None:
    (found,) = misuses("Despite of it.", (Usage(r"(?i:despite\sof)", "It is “despite”.", "despite"),))
    assert (found.instead, found.span) == ("Despite", Span(0, 10))
