"""Words that are none are found; names, spellings of two Englishes, new and foreign words are not."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import PairFacts, Vocabulary
from tqcheck.names.english import is_english_word
from tqcheck.providers import Resources
from tqcheck.providers.vocabulary import PROVIDER
from tqcheck.rules.examples import article_of
from tqcheck.rules.packs import builtin_pack, load_rule
from tqcheck.rules.rule import Rule, Side, bad
from tqcheck.spelling.english import slip_of
from tqcheck.spelling.neighbours import Edit, neighbours
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
    hits = [
        (pair.target_text, hit.target)
        for pair in article.pairs
        if pair.id in facts
        for rule in loaded
        if isinstance(rule, Rule)
        for hit in rule.check(pair, PairFacts({Vocabulary: facts[pair.id]}), None)
        if hit.target is not None
    ]
    return [span.of(text) for text, span in sorted(hits, key=lambda hit: hit[1].start)]


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
        ("The encreased rent was too high.", ["encreased"]),
        (
            "The money was collecter in May; the plan is needer and considerer fair.",
            ["collecter", "needer", "considerer"],
        ),
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
        "The bill excessed the sum; a good yielder, cabined in a room by the trackbed, tried to outsing them.",
        "“I did chuse to shew it,” he wrote of the ospray and the basons.",
        "The crowd sang *Schadenfreude und Gemütlichkeit* and “perestroika”.",
    ],
)
def test_words_that_are_some(sentence: str) -> None:
    assert _found(sentence) == []


def test_a_coined_word_with_a_cognate_in_the_source_passes() -> None:
    assert _found("Theirs is the multilaterisation of talks.", "Переговоры идут.", "ru-en") == [
        "multilaterisation"
    ]
    assert (
        _found("Theirs is the multilaterisation of talks.", "Это мультилатеризация переговоров.", "ru-en")
        == []
    )
    assert _found("They were greated by all.", "Их встретили.", "ru-en") == ["greated"]


def test_words_copied_from_the_source_and_the_articles_own_words_pass() -> None:
    assert _found("Il a reponse ici.", "La reponse est là.", "fr-en") == []
    assert _found("They use coopration.", "Sie nutzen es.", "de-en") == ["coopration"]
    assert _found(["A zorbifugal pump.", "The zorbifugal pump.", "This zorbifugal pump."]) == []


def test_a_language_without_a_model_is_skipped_with_its_reason() -> None:
    article = article_of(bad(None, "A kormány ülésezik.", marks=["?"], languages="und-hu"))
    with pytest.raises(ResourceUnavailable, match="No word list for hu"):
        PROVIDER.gather(article, Resources())


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("They live on he territory of the old factory.", ["he"]),
        ("The road has bee closed, and the plant ad been sold ad infinitum.", ["bee", "ad"]),
        ("We will tell hte people, nto the press.", ["hte", "nto"]),
        ("It was the frist time that the inter national court met.", ["frist", "inter national"]),
        ("The deci- sion of the govern ment is final.", ["deci- sion", "govern ment"]),
        ("They were lookingfor a way out ofthe crisis and dont know why.", ["lookingfor", "ofthe", "dont"]),
        ("Becuase of the strike the trains dosen't run.", ["Becuase", "dosen't"]),
        ("The Eurpoean Union and Beligum agreed.", ["Eurpoean", "Beligum"]),
    ],
)
def test_slips_that_the_context_shows(sentence: str, marked: list[str]) -> None:
    assert _found(sentence) == marked


@pytest.mark.parametrize(
    "sentence",
    [
        "The ad said that he ate plums, sewed hats and kept bees for the fan club.",
        "Every day some time may be lost, and a part of the health care is under way after all.",
        "Pre- and post-war houses, two- and three-storey blocks, a barcode on the dancefloor.",
        "Zhang Weiping flew from Daxing to Changde with Warren Obejas and Matt Merley.",
        "He sang “la vida es bella” and “o sole mio”, haha, aaah, hmm, psst.",
        "The value of x is i, where f and g are maps; see p. 4, para. c, and 10 g of salt.",
        "They memorise what statins do; the trabeculations of caudotomized animals were colliquative.",
        "Thou knowest not whence it cometh; verily, ye shall not enter.",
        "The patient took ibuprofen, methylprednisolone and 5-fluorouracil.",
        "She said it was gonna be fun, y’know, ’cause they’re kinda nice.",
    ],
)
def test_what_the_context_allows(sentence: str) -> None:
    assert _found(sentence) == []


@pytest.mark.parametrize(
    ("language", "sentence", "marked"),
    [
        ("de", "Das Gesetz gilt nach der Veröffenlichung im ganzen Land.", ["Veröffenlichung"]),
        ("de", "Die Rebstöcke knospten im Winzerkellergarten der Familie Kowalczuk.", []),
        ("fr", "Le gouvernemnt a décidé de construire le pont.", ["gouvernemnt"]),
        ("es", "El gobierno va a consruir un puente.", ["consruir"]),
        ("ru", "Наше правитеьство решило построить мост.", ["правитеьство"]),
        ("ru", "Самоварчик загудел, и бабушкины половички запахли хлебом.", []),
    ],
)
def test_slips_in_other_languages(language: str, sentence: str, marked: list[str]) -> None:
    assert _found(sentence, languages=f"und-{language}", rules=["non-word"]) == marked


def test_a_word_that_the_article_writes_often_is_its_own_in_any_language() -> None:
    sentences = ["Die Veröffenlichung kam.", "Nach der Veröffenlichung im Land.", "Vor der Veröffenlichung."]
    assert _found(sentences, languages="und-de", rules=["non-word"]) == []


def test_an_edit_is_told_by_its_kind_and_place() -> None:
    by_word = {slip.meant: slip for slip in neighbours("en").of("wtih")}
    assert by_word["with"].edit is Edit.SWAPPED
    assert not by_word["with"].first
    assert {slip.meant: slip.edit for slip in neighbours("en").of("wil")}["will"] is Edit.DOUBLED
    assert {slip.meant: slip.last for slip in neighbours("en").of("peopl")}["people"]


@settings(deadline=None)  # the first word loads the lists
@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=12))
def test_neighbours_are_those_of_the_edit_distance(word: str) -> None:
    found = {slip.meant for slip in neighbours("en").of(word)}
    assert all(OSA.distance(word, each) == 1 for each in found)
    if found:
        assert word not in found


@settings(deadline=None)  # the first word loads the lists
@given(st.sampled_from(sorted(neighbours("en").ranks)[::97]), st.integers(0, 30))
def test_a_word_without_a_letter_has_the_word_for_a_neighbour(word: str, at: int) -> None:
    at %= len(word)
    written = word[:at] + word[at + 1 :]
    assert word in {slip.meant for slip in neighbours("en").of(written)}


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


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("We had dinner at one of the new restaurents and liked it.", ["restaurents"]),
        ("We booked hotel accomodaton for two nights.", ["accomodaton"]),
        ("He said that it uowld be difficult.", ["uowld"]),
        ("The largest number of deaths was caused during trainig in Finland.", ["trainig"]),
        ("You shouldn 't go there, and there hadn &apos;t been time.", []),
        ("A later Krob series followed. These krobs are light, and the krobs are cheap.", []),
    ],
)
def test_words_two_slips_away_and_words_that_tokenisers_and_articles_make(
    sentence: str, marked: list[str]
) -> None:
    assert _found(sentence) == marked


@pytest.mark.parametrize(
    ("source", "word", "likely"),
    [
        ("卫生机构应当建立目录。", "heath", True),  # the source has health
        ("这里有129个县。", "counties", None),  # and counties
    ],
)
def test_the_source_tells_which_real_word_is_meant(source: str, word: str, likely: bool | None) -> None:
    target = {
        "heath": "The draft proposed that heath agencies should establish a catalogue.",
        "counties": "The disease occurred in 129 counties in the province.",
    }[word]
    article = article_of(bad(source, target, marks=["?"], languages="zh-en"))
    facts = PROVIDER.gather(article, Resources()).facts
    found = [
        unknown.likely
        for pair in article.pairs
        for unknown in facts[pair.id].unknown
        if unknown.span.of(pair.target_text) == word
    ]
    assert found == ([] if likely is None else [likely])
