"""The tagger of single edits: tokens, candidates, what it says of sentences, and what it keeps quiet about."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.documents import AlignedArticle
from tqcheck.edits.candidates import Candidate, candidates, forms
from tqcheck.edits.find import find_edits, is_readable
from tqcheck.edits.labels import kind_of
from tqcheck.edits.network import load
from tqcheck.edits.pieces import Pieces
from tqcheck.edits.search import glued
from tqcheck.edits.tokens import texts, tokenise
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import Edits, WordEdit
from tqcheck.model import Span
from tqcheck.providers import Resources, provider_of
from tqcheck.rules.examples import article_of
from tqcheck.rules.rule import good


def _edits(text: str) -> tuple[WordEdit, ...]:
    return find_edits([(text, Span(0, len(text)))])[0].edits


@given(st.text(max_size=80))
def test_tokens_are_in_order_and_hold_all_but_space(text: str) -> None:
    spans = tokenise(text)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(len(span) for span in spans)
    covered = {at for span in spans for at in range(span.start, span.end)}
    left = [char for at, char in enumerate(text) if at not in covered]
    assert not any(char.isalpha() or (char.isascii() and char.isprintable() and char != " ") for char in left)


def test_clitics_are_tokens_and_quotation_marks_are_not() -> None:
    text = "It’s the mayors’ plan, isn't it?"
    assert texts(text, tokenise(text)) == "It 's the mayors ' plan , isn 't it ?".split()


def test_clitics_are_part_of_their_words_for_the_ngram_model() -> None:
    assert glued("It 's ' late '".split()) == ["It's", "'", "late", "'"]


def _applied(sentence: str, at: int, label: str) -> list[str]:
    words = sentence.split()
    return [" ".join(edit.applied(words)) for edit in candidates(words, at, label, forms())]


def test_candidates_of_each_label() -> None:
    assert "He has gone home ." in _applied("He gone has home .", 1, "WO")
    assert _applied("He is is here .", 2, "DEL") == ["He is here ."]
    assert _applied("They met in capital .", 3, "APP_the") == ["They met in the capital ."]
    assert _applied("He is interested on music .", 3, "REP_in") == ["He is interested in music ."]
    assert "They go home ." in _applied("They goes home .", 1, "FORM_0")
    assert "They went home ." in _applied("They go home .", 1, "FORM_ED")


def test_words_change_places_with_their_hyphens_and_commas() -> None:
    assert "They want part - time work ." in _applied("They want work part - time .", 2, "WO")
    assert "Of the software , and it was new ." in _applied("Of the and software , it was new .", 2, "WO")
    assert "The mayor 's old boat sank ." in _applied("The old mayor 's boat sank .", 1, "WO")


def test_an_auxiliary_may_stand_before_its_subject() -> None:
    assert "It is late ." not in _applied("Is it late .", 0, "WO")
    assert "We all do not know ." not in _applied("We do not all know .", 3, "WO")


def test_a_slip_may_be_meant_for_any_word_one_letter_away() -> None:
    assert "on the bridge ." in _applied("on he bridge .", 1, "SPELL")
    assert "Mountain goats ." in _applied("Ountain goats .", 0, "SPELL")


def test_words_are_cut_into_the_longest_pieces_known() -> None:
    pieces = Pieces(
        {piece: at for at, piece in enumerate("[PAD] [UNK] [CLS] [SEP] har ##bour ##b harb ' s".split())}
    )
    assert pieces.of("Harbour") == (7, 1)  # the longest first, and nothing for the rest
    assert pieces.of("Hárb") == (7,)
    assert pieces.of("har's") == (4, 8, 9)
    assert pieces.of("港") == (1,)
    encoded = pieces.sentence(["harb", "har's", "harb"], 6)
    assert (encoded.pieces, encoded.firsts) == ([2, 7, 4, 8, 9, 3], [1, 2])


@given(st.lists(st.text(min_size=1, max_size=12), max_size=20))
def test_every_word_has_a_first_piece(words: list[str]) -> None:
    encoded = load().pieces.sentence(words, 1000)
    assert len(encoded.firsts) == len(words)
    assert len(encoded.pieces) == len(encoded.shapes)
    assert all(0 <= piece < len(load().pieces.numbers) for piece in encoded.pieces)


def test_what_is_beyond_the_networks_reach_is_not_judged() -> None:
    words = ["ship"] * 400
    (table,) = load().probabilities([words])
    assert len(table) == len(words)
    assert table[-1, 0] == 1


def test_a_capital_stays_at_the_beginning_of_the_sentence() -> None:
    assert "The bridge is closed ." in _applied("Bridge the is closed .", 0, "WO")
    assert _applied("Bridge is closed .", 0, "APP_the") == ["The bridge is closed ."]
    assert _applied("The the bridge is closed .", 0, "DEL") == ["The bridge is closed ."]


@pytest.mark.parametrize(
    ("label", "word", "kind"),
    [
        ("WO", "has", "R:WO"),
        ("APP_the", "bridge", "M:DET"),
        ("DEL", "of", "U:PREP"),
        ("REP_in", "on", "R:PREP"),
    ],
)
def test_labels_are_error_types(label: str, word: str, kind: str) -> None:
    assert kind_of(label, word) == kind


def test_a_sentence_is_judged_alike_alone_and_in_a_batch() -> None:
    sentences = ["The ferry left at noon .".split(), "Rain .".split(), ("They were late , " * 9).split()]
    together = load().probabilities(sentences)
    for sentence, table in zip(sentences, together, strict=True):
        np.testing.assert_allclose(load().probabilities([sentence])[0], table, atol=1e-5)
        np.testing.assert_allclose(table.sum(-1), 1, atol=1e-4)


def test_no_text_is_no_sentence() -> None:
    assert load().probabilities([]) == []
    assert [len(table) for table in load().probabilities([[]])] == [0]
    assert find_edits([]) == []


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from("the the of ferry left has Anna ’s 12 , . was not on".split()), max_size=14))
def test_spans_lie_in_the_text_and_replacements_differ(words: list[str]) -> None:
    text = " ".join(words)
    for edit in _edits(text):
        assert 0 <= edit.span.start < edit.span.end <= len(text)
        assert edit.replacement is None or (edit.replacement and edit.replacement != edit.span.of(text))
        assert 0 <= edit.probability <= 1


@pytest.mark.parametrize(
    "text",
    [
        "DER MINISTER KAM NACH HAUSE",
        "12 : 30 | 14 : 45 | 16",
        "Der Minister kam gestern mit seiner Frau nach Hause.",
        "Oh",
    ],
)
def test_what_is_no_english_sentence_is_not_read(text: str) -> None:
    assert not is_readable(texts(text, tokenise(text)))
    assert _edits(text) == ()


def test_other_languages_are_a_skip_with_its_reason() -> None:
    article: AlignedArticle = article_of(good("A ferry.", "Eine Fähre.", languages="en-de"))
    with pytest.raises(ResourceUnavailable, match="de"):
        provider_of(Edits).gather(article, Resources())


def test_headings_are_left_alone() -> None:
    article = article_of(
        good("渡轮离港", "# Ferry the left has the old harbour on Monday", languages="zh-en")
    )
    assert all(not fact.edits for fact in provider_of(Edits).gather(article, Resources()).facts.values())


def test_an_edit_applies_to_its_tokens_alone() -> None:
    assert Candidate(1, 2, ("x", "y")).applied(["a", "b", "c"]) == ["a", "x", "y", "c"]
