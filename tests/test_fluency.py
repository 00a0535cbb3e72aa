"""How fluent a text is: the n-gram models, the scores, and the fact that rules see."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.config import Settings
from tqcheck.documents import Block, BlockKind, Document, Passage
from tqcheck.errors import ResourceUnavailable
from tqcheck.fluency import evidence, letters, ngrams, tags
from tqcheck.fluency.features import NAMES, measure
from tqcheck.fluency.score import scorer
from tqcheck.fluency.tokens import fold, split, tokenise
from tqcheck.pipeline import Job, check_articles
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack

CLEAN = {
    "en": "The council decided on Tuesday that the old harbour would be closed to traffic until the end of the year.",
    "de": "Der Rat hat am Dienstag beschlossen, dass der alte Hafen bis zum Ende des Jahres für den Verkehr gesperrt wird.",
    "fr": "Le conseil a décidé mardi que le vieux port serait fermé à la circulation jusqu'à la fin de l'année.",
    "es": "El consejo decidió el martes que el viejo puerto estará cerrado al tráfico hasta el final del año.",
    "ru": "Во вторник совет решил, что старый порт будет закрыт для движения до конца этого года, потому что у города "
    "нет денег на ремонт, и теперь он должен найти их до того, как начнётся зима.",
    "zh": "市议会星期二决定，旧港口将对车辆关闭，直到今年年底为止。",
    "ja": "市議会は火曜日に、古い港を今年の終わりまで閉鎖することを決めました。",
}


def _shuffled(language: str) -> list[str]:
    tokens = split(CLEAN[language], language)
    return random.Random(3).sample(tokens[:-1], len(tokens) - 1) + tokens[-1:]


@pytest.mark.parametrize("language", ngrams.LANGUAGES)
def test_clean_sentences_are_clean_and_shuffled_ones_are_not_in_order(language: str) -> None:
    clean, shuffled = scorer(language).judge([split(CLEAN[language], language), _shuffled(language)])
    assert clean.garbled < 0.3
    assert shuffled.order > 0.5
    assert shuffled.order > clean.order


@pytest.mark.parametrize("language", ngrams.LANGUAGES)
def test_a_loop_is_babble_though_it_is_probable(language: str) -> None:
    tokens = split(CLEAN[language], language)
    clean, loop = scorer(language).judge([tokens, tokens[:4] * 7])
    assert clean.babble < 0.5 < loop.babble


def test_letters_at_random_are_no_words() -> None:
    text = "Teh concuil dceided on Tuesady taht teh odl habrour wolud be cloesd to trafifc."
    (judged,) = scorer("en").judge([split(text, "en")])
    assert judged.strings > 0.5
    assert "dceided" in {split(text, "en")[at] for at in judged.strange}


def test_names_and_rare_words_are_no_fault() -> None:
    text = (
        "Professor Wuthrington of Skelmersdale studied the axolotl, the quokka and the aye-aye in captivity."
    )
    (judged,) = scorer("en").judge([split(text, "en")])
    assert judged.garbled < 0.5


def test_only_the_garbled_part_of_a_sentence_is_the_run() -> None:
    start = "The mayor told reporters after the meeting that the plan had been approved, and "
    tokens = split(start + "of is the in not was by an for these to the of at it they be.", "en")
    (judged,) = scorer("en").judge([tokens])
    assert judged.order > 0.5
    assert judged.run[0] >= len(split(start, "en")) - 3


def test_a_language_without_a_model_says_so() -> None:
    with pytest.raises(ResourceUnavailable, match="No fluency model for sw"):
        ngrams.load("sw")


def test_what_is_written_often_is_likelier() -> None:
    right, wrong = ngrams.load("en").log_probs([["one", "of", "the", "best"], ["one", "of", "best", "the"]])
    assert len(right) == len(wrong) == 5  # the last is the end of the sentence
    assert right.sum() > wrong.sum()


def test_the_probabilities_after_a_word_do_not_exceed_one() -> None:
    """Interpolated and back-off parts add up; what is stored is rounded to an eighth of a nat."""
    model = ngrams.load("en")
    words = "the a of in and to is was for on with he she it they new old first city house man best".split()
    for before in (["the"], ["of", "the"], ["he", "has"], ["zzyzx"]):
        rows = model.log_probs([[*before, word] for word in words])
        assert sum(float(np.exp(row[len(before)])) for row in rows) < 1.1


def test_a_batch_and_a_sentence_alone_agree() -> None:
    model = ngrams.load("en")
    sentences = [split(CLEAN["en"], "en"), ["No", "."], _shuffled("en"), []]
    for alone, together in zip(
        [model.log_probs([each])[0] for each in sentences], model.log_probs(sentences), strict=True
    ):
        np.testing.assert_allclose(alone, together)


def test_more_words_than_are_remembered_do_not_change_what_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    model = ngrams.load("en")
    before = model.log_probs([split(CLEAN["en"], "en")])[0]
    monkeypatch.setattr(ngrams, "_MOST_KNOWN", 1)
    np.testing.assert_allclose(model.log_probs([split(CLEAN["en"], "en")])[0], before)


@given(st.text(max_size=60), st.sampled_from(ngrams.LANGUAGES))
@settings(max_examples=60, deadline=None)
def test_tokens_are_the_text_without_its_spaces(text: str, language: str) -> None:
    tokens = tokenise(text, language)
    assert tokens.words == split(text, language)
    assert [span.of(text) for span in tokens.spans] == tokens.words
    assert all(fold(word) for word in tokens.words)
    covered = {at for span in tokens.spans for at in range(span.start, span.end)}
    assert {at for at, char in enumerate(text) if not char.isspace()} <= covered | {
        at for at, char in enumerate(text) if char == "_"
    }


@given(st.lists(st.text(alphabet="ab cé国。1'’-", max_size=40), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
def test_every_text_gets_a_score_and_a_place(texts: list[str]) -> None:
    sentences = [tokens for tokens in (split(text, "en") for text in texts) if tokens]
    for judged, tokens in zip(scorer("en").judge(sentences), sentences, strict=True):
        assert all(0 <= value <= 1 for value in (judged.order, judged.strings, judged.babble, judged.garbled))
        assert 0 <= judged.run[0] <= judged.run[1] <= len(tokens)
        assert all(0 <= at < len(tokens) for at in judged.strange)


@given(st.lists(st.floats(-5, 5, width=32), max_size=12))
def test_the_heaviest_run_is_the_heaviest(values: list[float]) -> None:
    total, start, end = evidence.heaviest(np.array(values, np.float32))
    sums = [sum(values[a:b]) for a in range(len(values)) for b in range(a + 1, len(values) + 1)]
    assert total == pytest.approx(max([0.0, *sums]), abs=1e-3)
    assert sum(values[start:end]) == pytest.approx(total, abs=1e-3)


def test_classes_of_words_have_an_order_where_the_words_are_rare() -> None:
    model = ngrams.load("en")
    usual, odd = (
        model.score([["the", "quiet", "heron", "slept"]]),
        model.score([["heron", "the", "slept", "quiet"]]),
    )
    assert usual.tag_gain.sum() > odd.tag_gain.sum() + 1


def test_a_batch_says_the_same_of_classes_as_a_sentence_alone() -> None:
    model = ngrams.load("en")
    sentences = [split(CLEAN["en"], "en"), ["No", "."], _shuffled("en")]
    together = model.score(sentences)
    for at, sentence in enumerate(sentences):
        np.testing.assert_allclose(model.score([sentence]).tag_gain, together.tag_gain[together.sentence(at)])


def test_a_language_without_classes_or_letters_has_none_in_its_score() -> None:
    scored = ngrams.load("de").score([["Xqwrtz", "geht"]])
    assert (tags.load("de"), letters.load("de")) == (None, None)
    assert not scored.tag_gain.any()
    assert not scored.letters.any()


@pytest.mark.parametrize(("like", "unlike"), [("ploverish", "pvlreoish"), ("brandling", "bradnlnig")])
def test_letters_tell_strings_that_may_be_words(like: str, unlike: str) -> None:
    model = letters.load("en")
    assert model is not None
    assert 0 < model.word_class(unlike) < model.word_class(like) < letters.CLASSES


def test_packed_tables_come_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    keys = np.array([3, 500, 70_000, 4_000_000_000], np.uint32)
    table = ngrams.Table(
        keys, np.array([-1, -2.5, -9, -31], np.float32), np.array([0, -1, 0, -3], np.float32)
    )
    path = tmp_path_factory.mktemp("tables") / "table.npz"
    with path.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **ngrams.pack(table, 2))
    with np.load(path) as data:
        back = ngrams.unpack(data, 2)
    np.testing.assert_array_equal(back.keys, keys)
    np.testing.assert_allclose(back.log_prob, table.log_prob)
    np.testing.assert_allclose(back.backoff, table.backoff)
    np.testing.assert_array_equal(back.find(np.array([500, 501, 4_000_000_000], np.uint32)), [1, -1, 3])


def test_features_have_their_columns() -> None:
    model = ngrams.load("en")
    sentences = [split(CLEAN["en"], "en"), ["the", "cat"] * 8]
    rows = measure(sentences, model.score(sentences))
    assert rows.shape == (2, len(NAMES))
    assert rows[1, NAMES.index("pairs")] > 0.8 > 0.2 > rows[0, NAMES.index("pairs")]


def test_quality_falls_with_how_a_sentence_reads() -> None:
    def document(text: str) -> Document:
        return Document("x", text, (Block(BlockKind.PARAGRAPH, Passage.verbatim(text)),), "en")

    shuffled = " ".join(_shuffled("en")).replace(" .", ".")
    rules = load_pack(builtin_pack())
    jobs = [Job(None, document(text)) for text in (CLEAN["en"], shuffled)]
    with RunResources(Settings(grammar="off"), {kind for rule in rules for kind in rule.needs}) as run:
        clean, garbled = check_articles(jobs, rules, run)
    assert not clean.findings
    assert "unintelligible" in {finding.rule for finding in garbled.findings}
    better, worse = (report.qualities["0"].value for report in (clean, garbled))
    assert worse < 0.3 < 0.7 < better
