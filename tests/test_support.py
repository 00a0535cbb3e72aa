"""Which words are carried, what an article teaches, and phrases that the other side has nothing for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from unittest import mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck import embed
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import WordSupport
from tqcheck.lexicon import LANGUAGES
from tqcheck.providers import Resources
from tqcheck.providers.support import gather
from tqcheck.rules.examples import article_of
from tqcheck.rules.packs import builtin_pack, load_rule
from tqcheck.rules.rule import Example, good
from tqcheck.support.gaps import Side, candidate
from tqcheck.support.lexical import Unit, strengths, units
from tqcheck.support.taught import taught

VECTORS = np.zeros((1, 512), np.float32)
RULES = [
    load_rule(builtin_pack() / name) for name in ("omission/omitted-phrase.py", "addition/added-phrase.py")
]
SENTENCES = {
    "ar": "وافقت الحكومة على الميزانية",
    "cs": "Vláda schválila rozpočet",
    "de": "Die Regierung billigte den Haushalt",
    "es": "El gobierno aprobó el presupuesto",
    "fr": "Le gouvernement a approuvé le budget",
    "hi": "सरकार ने बजट को मंजूरी दी",
    "it": "Il governo ha approvato il bilancio",
    "ja": "政府は予算を承認した",
    "ko": "정부는 예산을 승인했다",
    "nl": "De regering keurde de begroting goed",
    "pl": "Rząd zatwierdził budżet",
    "pt": "O governo aprovou o orçamento",
    "ru": "Правительство утвердило бюджет",
    "uk": "Уряд затвердив бюджет",
    "zh": "政府批准了预算",
}


def _support(example: Example) -> WordSupport:
    embedder = embed.open_embedder()
    facts = gather(article_of(example), Resources(embedder=embedder, source_vectors=VECTORS)).facts
    return facts["0"]


@cache
def _units(text: str, language: str) -> Sequence[Unit]:
    return units(text, language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_carried_and_another_text_is_not(language: str) -> None:
    foreign = _units(SENTENCES[language], language)
    ours, theirs = strengths(foreign, _units("The government approved the budget", "en"))
    assert max(value or 0.0 for value in ours) >= 0.3
    assert sum(value or 0.0 for value in theirs) >= 0.7
    ours, theirs = strengths(foreign, _units("My sister caught a purple trout", "en"))
    assert sum(value or 0.0 for value in (*ours, *theirs)) < 1


def test_what_the_lexicon_does_not_know_is_unknown() -> None:
    ours, theirs = strengths(units("Gestern sprach Xanthippus", "de"), units("Zyxwv went home", "en"))
    assert ours[-1] is None
    assert theirs[0] is None


def test_copied_words_and_figures_are_carried() -> None:
    foreign, english = units("Der Zug ICE 1023 hielt", "de"), units("Train ICE 1023 stopped", "en")
    ours, theirs = strengths(foreign, english)
    by_word = dict(zip([unit.key for unit in english], theirs, strict=True))
    assert by_word["ice"] == by_word["1023"] == 1.0
    assert 1.0 in ours


def test_an_article_teaches_its_own_terms() -> None:
    foreign = [units(text, "de") for text in ("Der Zorbelbau ruht", "Ein Zorbelbau fällt", "Am Zorbelbau")]
    english = [units(text, "en") for text in ("The flumework rests", "A flumework falls", "At the flumework")]
    links = taught(zip(foreign, english, strict=True))
    assert links == {"zorbelbau": ("flumework", 1.0)}
    without, _ = strengths(foreign[2], english[2])
    ours, theirs = strengths(foreign[2], english[2], links)
    assert not without[0]
    assert (ours, theirs) == ([1.0], [1.0])


def test_a_very_long_pair_teaches_nothing() -> None:
    filler = " ".join(f"Wort{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(201))
    pairs = [(units(f"Zorbelbau {filler}", "de"), units("Flumework", "en"))] * 3
    assert taught(pairs) == {}


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.id}-{example.languages}-{at}")
        for rule in RULES
        for at, example in enumerate(rule.examples)
    ],
)
def test_what_the_examples_are_handed_is_what_is_found(rule: object, example: Example) -> None:
    found = _support(example)
    shown = [gap for gap in (*found.omitted, *found.added) if gap.probability >= 0.5]
    handed = [fact for fact in example.facts if isinstance(fact, WordSupport)]
    wanted = [gap for fact in handed for gap in (*fact.omitted, *fact.added)]
    assert [(gap.span, gap.words) for gap in shown] == [(gap.span, gap.words) for gap in wanted]


def test_a_phrase_that_the_next_pair_tells_is_no_gap() -> None:
    source = "Le musée a rouvert ses portes hier, après trois années de travaux de rénovation financés par la région."
    alone = good([source], ["The museum reopened its doors yesterday."], languages="fr-en")
    told = good(
        [source, "Le maire était là."],
        [
            "The museum reopened its doors yesterday.",
            "It had seen three years of renovation work financed by the region. The mayor was there.",
        ],
        languages="fr-en",
    )
    assert _support(alone).omitted
    assert not _support(told).omitted


@pytest.mark.parametrize(
    ("english", "is_gap"),
    [
        ("The visit to the UNHCR camp lasted two hours.", False),
        ("The visit to the camp lasted two hours.", True),
    ],
)
def test_what_an_acronym_stands_for_is_no_gap(english: str, is_gap: bool) -> None:
    german = (
        "Der Besuch im Lager des Hohen Flüchtlingskommissars der Vereinten Nationen dauerte zwei Stunden."
    )
    ours, theirs = _units(german, "de"), _units(english, "en")
    carried, supported = strengths(ours, theirs)
    found = candidate(Side(german, "de", ours, carried), Side(english, "en", theirs, supported), 0.87)
    assert (found is not None) == is_gap


@pytest.mark.parametrize(
    ("end", "gap"),
    [
        (" under U.S. law", "angry growers demanded generous subsidies under U.S. law"),
        (", says J. Doe", "angry growers demanded generous subsidies"),
        (".", "angry growers demanded generous subsidies"),
        (" (of 1.5:1 or so)", "angry growers demanded generous subsidies"),
    ],
)
def test_an_abbreviation_ends_no_clause(end: str, gap: str) -> None:
    english = f"The council met yesterday, angry growers demanded generous subsidies{end}"
    german = "Der Rat tagte gestern"
    ours, theirs = _units(german, "de"), _units(english, "en")
    carried, supported = strengths(ours, theirs)
    found = candidate(Side(english, "en", theirs, supported), Side(german, "de", ours, carried), 1.1)
    assert found is not None
    assert gap in [span.of(english) for span in found.spans]
    assert not any(span.of(english).endswith((" U", " J", " 1")) for span in found.spans)


@pytest.mark.parametrize("leader", ["." * 800, " ." * 800])
def test_a_gap_with_dotted_leaders_has_few_places(leader: str) -> None:
    german = f"Der Rat tagte gestern, Verkehr{leader} Bildung, Umwelt, Haushalt, Sport{leader} Kultur, sagte der Bürgermeister."
    english = "The council met yesterday, the mayor said."
    ours, theirs = _units(german, "de"), _units(english, "en")
    carried, supported = strengths(ours, theirs)
    found = candidate(Side(german, "de", ours, carried), Side(english, "en", theirs, supported), 0.87)
    assert found is not None
    assert 4 <= len(found.spans) <= 25


@pytest.mark.parametrize("languages", ["de-fr", "sv-en", "und-und"])
def test_no_lexicon_is_a_skip(languages: str) -> None:
    example = good("Katten sover.", "The cat sleeps.", languages=languages)
    with pytest.raises(ResourceUnavailable, match=f"No lexicon for {languages}"):
        gather(article_of(example), Resources(embedder=embed.open_embedder(), source_vectors=VECTORS))


def test_no_embedder_for_gaps_is_a_skip() -> None:
    article = article_of(good("Kočka spí.", "The cat sleeps.", languages="cs-en"))
    with pytest.raises(ResourceUnavailable, match="it is not installed"):
        gather(article, Resources(unavailable={"embedder": "it is not installed"}))
    with pytest.raises(ResourceUnavailable, match="does not know cs"):
        gather(article, Resources(embedder=embed.open_embedder()))
    other = mock.Mock(id="another@1", languages=frozenset())
    with pytest.raises(ResourceUnavailable, match="not measured with the embedder another@1"):
        gather(article, Resources(embedder=other, source_vectors=VECTORS))


@given(st.text(max_size=80), st.sampled_from([*LANGUAGES, "en"]))
def test_units_stand_where_they_say(text: str, language: str) -> None:
    found = units(text, language)
    assert all(re.search(r"\w", unit.span.of(text)) for unit in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_pair_of_texts_is_judged(source: str, target: str) -> None:
    ours, theirs = strengths(units(source, "de"), units(target, "en"))
    assert all(value is None or 0 <= value <= 1 for value in (*ours, *theirs))


def _unsupported(language: str, *pairs: tuple[str, str]) -> list[tuple[str, ...]]:
    """Of each pair the words of either side that the other has nothing for."""
    foreign, english = ([pair[side] for pair in pairs] for side in range(2))
    article = article_of(good(foreign, english, languages=f"{language}-en"))
    facts = gather(article, Resources(embedder=embed.open_embedder(), source_vectors=VECTORS)).facts
    return [
        tuple(
            word.span.of(text)
            for text, words in zip(pair, (facts[str(at)].source, facts[str(at)].target), strict=True)
            for word in words
            if word.unsupported
        )
        for at, pair in enumerate(pairs)
    ]


@pytest.mark.parametrize(
    ("language", "foreign", "english", "words"),
    [
        (
            "de",
            "Der Bürgermeister eröffnete am Montag die neue Bücherei.",
            "The mayor opened the new library and the hospital on Monday.",
            ("hospital",),
        ),
        (
            "zh",
            "工人们在桥下发现了一只猫。",
            "The workers found a cat and a bicycle under the bridge.",
            ("bicycle",),
        ),
        (
            "fr",
            "Les pompiers ont sauvé deux enfants et un chien.",
            "The firefighters saved two children.",
            ("chien",),
        ),
        (
            "es",
            "Los bomberos salvaron a dos niños.",
            "The firefighters saved two children and a horse.",
            ("horse",),
        ),
        ("ar", "اشترت المعلمة كتابا.", "The teacher bought a book and a guitar.", ("guitar",)),
        ("zh", "工人们在桥下发现了一只猫。", "The workers found a cat under the bridge.", ()),
        ("ja", "消防士は子供二人と犬を救った。", "The firefighters saved two children and a dog.", ()),
    ],
)
def test_a_single_word_without_a_counterpart_is_unsupported(
    language: str, foreign: str, english: str, words: tuple[str, ...]
) -> None:
    assert _unsupported(language, (foreign, english)) == [words]


def test_a_word_that_the_pair_beside_has_is_supported() -> None:
    first = (
        "Der Bürgermeister eröffnete am Montag die neue Bücherei.",
        "The mayor opened the library and the hospital on Monday.",
    )
    second = ("Auch das Krankenhaus wurde eröffnet.", "It was opened, too.")
    assert _unsupported("de", first) == [("hospital",)]
    assert _unsupported("de", first, second)[0] == ()


def test_the_words_of_a_gap_are_unsupported() -> None:
    example = RULES[0].examples[0]
    (gap,) = _support(example).omitted
    source = article_of(example).pairs[0].source_text
    assert set(gap.words) <= {word.span.of(source) for word in _support(example).source if word.unsupported}
