"""Rules about broken and run-together sentences, coordination and tense, on sentences that are not their examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.rules.examples import run_example
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.rule import good
from tqcheck.syntax.forms import (
    IRREGULAR,
    base_of_regular_past,
    is_only_adjective,
    past_tense,
)

_RULES = {rule.id: rule for rule in load_pack(builtin_pack())}
_WORDS = st.lists(
    st.sampled_from("the of and which ship In It The by was said . , – 5 é 中".split()), max_size=14
)
_REGULAR = "walk plan hope cause carry visit offer agree rate stop develop reduce study play occur".split()


@pytest.mark.parametrize(
    ("base", "past"),
    [
        ("stop", "stopped"),
        ("visit", "visited"),
        ("cause", "caused"),
        ("carry", "carried"),
        ("play", "played"),
        ("go", "went"),
        ("put", "put"),
    ],
)
def test_past_tense(base: str, past: str) -> None:
    assert past_tense(base) == past


@given(st.sampled_from([verb for verb in _REGULAR if verb not in {"agree", "occur"}]))
def test_base_of_regular_past_undoes_it(verb: str) -> None:
    assert base_of_regular_past(past_tense(verb)) == verb


@pytest.mark.parametrize("word", ["hundred", "indeed", "need", "succeed", "went", "", "ed", "red"])
def test_what_is_no_regular_past_has_no_base(word: str) -> None:
    assert base_of_regular_past(word) == ""


@given(st.sampled_from(sorted(IRREGULAR)))
def test_irregular_pasts_are_those_of_the_table(verb: str) -> None:
    assert past_tense(verb) == IRREGULAR[verb][0]


def test_adjectives_are_told_from_nouns_of_their_form() -> None:
    adjectives = ["unilateral", "social", "economic", "peaceful", "religious", "sustainable"]
    nouns = ["capital", "music", "hospital", "motive", "official", "library", "logic", "table", "harbour"]
    assert [word for word in adjectives + nouns if is_only_adjective(word)] == adjectives


def _marked(rule: str, target: str, source: str | None = None, languages: str = "und-en") -> list[str]:
    hits = run_example(_RULES[rule], good(source, target, languages=languages))
    return [hit.hit.target.of(target) for hit in hits if hit.hit.target]


@pytest.mark.parametrize(
    ("rule", "target", "marked"),
    [
        ("cut-off-sentence", "The road leads from the coast to the.", "the"),
        ("cut-off-sentence", "Prices rise because of the war and. Nobody buys bread.", "and"),
        ("run-together", "Nobody buys bread on these days They have none left at home.", "days They"),
        ("run-together", "Nobody buys bread.They have none left.", "bread.They"),
        ("tense-jump", "Last year the bank opens a branch in the north.", "opens"),
        ("tense-jump", "Last year the bank builds a tower in the north.", "builds"),
        ("tense-jump", "Three weeks ago he comes to the office.", "comes"),
        ("tense-jump", "The bank has sold the tower last month.", "has sold the tower"),
        (
            "mixed-coordination",
            "Schools teach religion and historical in the north.",
            "religion and historical",
        ),
        ("mixed-coordination", "They want prosperity and peaceful for all.", ""),
        ("mixed-coordination", "They want prosperity and peaceful.", "prosperity and peaceful"),
        ("double-comparative", "Bread is more dearer, and more cheaper in the south.", "more cheaper"),
        ("verb-group", "He will opens the office and did not closed it.", "will opens"),
    ],
)
def test_sentences_that_are_no_examples(rule: str, target: str, marked: str) -> None:
    assert _marked(rule, target)[:1] == ([marked] if marked else [])


def test_a_sentence_without_a_main_verb_is_marked_as_a_whole() -> None:
    broken = "The bakers, who in the year that saw the first of the strikes."
    assert _marked("unfinished-clause", broken) == [broken]
    assert _marked("unfinished-clause", broken.replace(", who", " rested")) == []


@pytest.mark.parametrize("source", ["Die Straße führt zur", "Die Straße führt zur …"])
def test_a_sentence_cut_off_in_the_source_is_left_alone(source: str) -> None:
    assert _marked("cut-off-sentence", "The road leads to the", source, "de-en") == []


@given(_WORDS)
def test_marks_lie_in_the_text(words: list[str]) -> None:
    text = " ".join(["A", *words, "."])
    for rule in ("cut-off-sentence", "run-together", "unfinished-clause", "mixed-coordination", "tense-jump"):
        assert all(marked and marked in text for marked in _marked(rule, text))
