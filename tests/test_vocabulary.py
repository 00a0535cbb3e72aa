"""Words that are none are found; names, spellings of two Englishes, new and foreign words are not."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import PairFacts, Vocabulary
from tqcheck.names.english import is_english_word
from tqcheck.providers import Resources
from tqcheck.providers.vocabulary import PROVIDER
from tqcheck.rules.examples import article_of
from tqcheck.rules.packs import builtin_pack, load_rule
from tqcheck.rules.rule import Rule, Side, bad
from tqcheck.spelling.english import slip_of
from tqcheck.spelling.slips import coined, near, run_together
from tqcheck.spelling.words import is_compound, is_derived

RULES = ("non-word", "glued-words", "split-word", "real-word-error")


def _found(
    target: Side, source: Side = None, languages: str = "und-en", rules: Sequence[str] = RULES
) -> list[str]:
    """What the rules mark, by rule."""
    loaded = [load_rule(builtin_pack() / f"spelling/{name}.py") for name in rules]
    article = article_of(bad(source, target, marks=["?"], languages=languages))
    facts = PROVIDER.gather(article, Resources()).facts
    return [
        hit.target.of(pair.target_text)
        for pair in article.pairs
        if pair.id in facts
        for rule in loaded
        if isinstance(rule, Rule)
        for hit in rule.check(pair, PairFacts({Vocabulary: facts[pair.id]}), None)
        if hit.target is not None
    ]


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("He spoke of “coopration” between the two sides.", ["coopration"]),
        ("Their diplomaticity impressed the hosts.", ["diplomaticity"]),
        ("The enrollmentation of pupils begins in May.", ["enrollmentation"]),
        ("Inspectators from six institutes took part.", ["Inspectators"]),
        ("The multilaterisation of trade goes on.", ["multilaterisation"]),
        ("They met wtih the governmnet of the countrythe.", ["wtih", "governmnet", "countrythe"]),
        ("It won three roundsrounds in a row.", ["roundsrounds"]),
    ],
)
def test_words_that_are_none(sentence: str, marked: list[str]) -> None:
    assert _found(sentence) == marked


@pytest.mark.parametrize(
    "sentence",
    [
        "The colour of the organisation's programme was analysed and travelled.",
        "The color of the organization's program was analyzed and traveled.",
        "Decarbonisation, microplastics, greenwashing, deplatforming, datasets and exoplanets are in the news.",
        "Kowalczuk ate varenyky, hatcho miso and kimchi with Tokayev in Kyzylorda.",
        "A state-of-the-art, carbon-neutral, ultra-lightweight, non-negotiable, well-lit co-worker.",
        "Immunoglobulins, haemoglobin, nanotubes and polyurethanes; an unputdownable, springless, powderlike thing.",
        "See example.org/coopration, @coopration, #coopration, coopration.txt, coopration2 and <coopration>.",
        "The crowd sang *Schadenfreude und Gemütlichkeit* and “perestroika”.",
    ],
)
def test_words_that_are_some(sentence: str) -> None:
    assert _found(sentence) == []


def test_words_copied_from_the_source_and_the_articles_own_words_pass() -> None:
    assert _found("Il a reponse ici.", "La reponse est là.", "fr-en") == []
    assert _found("They use coopration.", "Sie nutzen es.", "de-en") == ["coopration"]
    assert _found(["A zorbifugal pump.", "The zorbifugal pump.", "This zorbifugal pump."]) == []


def test_only_english_is_judged() -> None:
    article = article_of(bad(None, "Die Regierung tagt.", marks=["?"], languages="und-de"))
    with pytest.raises(ResourceUnavailable, match="No word list for de"):
        PROVIDER.gather(article, Resources())


def test_kinds_of_words() -> None:
    assert is_english_word("organisation")
    assert is_derived("springless")
    assert is_compound("powderlike") or is_derived("powderlike")
    assert not is_compound("roundsrounds")
    assert not is_compound("countriesmany")  # a plural begins no compound
    assert not any(judge("coopratiom") for judge in (is_derived, is_compound))


def test_what_was_meant() -> None:
    assert near("governmnet")[0] == "government"
    assert near("krais") == ()
    assert slip_of("wtih") == ("with",)
    assert run_together("countrythe") == "country the"
    assert run_together("roundsrounds") == "rounds"
    assert run_together("therefore") is None
    assert coined("multilaterisation")
    assert not coined("zorbifugal")


@settings(deadline=None)  # the first word loads the lists
@given(st.text(max_size=60))
def test_any_text_gives_spans_that_slice_words(text: str) -> None:
    article = article_of(bad(None, text, marks=["?"], languages="und-en"))
    for pair in article.pairs:
        fact = PROVIDER.gather(article, Resources()).facts.get(pair.id)
        for unknown in fact.unknown if fact is not None else ():
            word = unknown.span.of(pair.target_text)
            assert re.fullmatch("[A-Za-z]+(?:['’]t|-?[ \\s][a-z]+)?", word)
            assert word not in unknown.near


@settings(deadline=None)  # the first word loads the lists
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=14))
def test_no_word_is_its_own_slip(word: str) -> None:
    assert word not in near(word)
