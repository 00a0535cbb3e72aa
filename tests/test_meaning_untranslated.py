"""Passages of a translation in another language than its own."""

from __future__ import annotations

from collections.abc import Sequence

from tqcheck.facts import ArticleFacts, Overlap, SentenceLanguages
from tqcheck.meaning.untranslated import foreign_text, is_source
from tqcheck.providers import Resources, language, overlap
from tqcheck.rules.examples import article_of
from tqcheck.rules.rule import good

GERMAN = [
    "Die Bäckerei am Markt schließt nach hundert Jahren.",
    "Der Besitzer findet einfach keinen Nachfolger mehr.",
    "Seine Söhne wollten das Handwerk nicht lernen.",
    "Ein Verein möchte den alten Ofen retten.",
    "Die Kunden standen gestern bis auf die Straße.",
]
ENGLISH = [
    "The bakery on the market square is closing after a hundred years.",
    "The owner cannot find anyone to take it over.",
    "His sons did not want to learn the trade.",
    "A society would like to save the old oven.",
    "Yesterday the customers queued as far as the street.",
]


def told(target: Sequence[str], languages: str = "de-en") -> tuple[list[tuple[int, bool, bool]], list[str]]:
    """The passages as (sentences, at the end, the whole), and the texts of single sentences."""
    article = article_of(good(GERMAN, target, languages=languages))
    kinds = {SentenceLanguages: language.PROVIDER, Overlap: overlap.PROVIDER}
    facts = ArticleFacts({kind: each.gather(article, Resources()).facts for kind, each in kinds.items()})
    passages, single = foreign_text(article, facts)
    assert is_source(article, facts) is (languages == "de-de" and target == GERMAN)
    return (
        [(len(passage.sentences), passage.is_end, passage.is_whole) for passage in passages],
        [each.span.of(each.pair.target_text) for each in single],
    )


def test_a_right_translation_has_none() -> None:
    assert told(ENGLISH) == ([], [])


def test_two_sentences_are_told_one_by_one() -> None:
    assert told([*GERMAN[:2], *ENGLISH[2:]]) == ([], GERMAN[:2])


def test_three_are_a_passage() -> None:
    assert told([*ENGLISH[:1], *GERMAN[1:4], *ENGLISH[4:]]) == ([(3, False, False)], [])


def test_what_is_too_short_to_tell_ends_no_passage() -> None:
    assert told([*ENGLISH[:1], *GERMAN[1:3], "Na ja.", *GERMAN[4:]]) == ([(3, True, False)], [])


def test_a_sentence_of_the_target_ends_it() -> None:
    assert told([*GERMAN[:2], ENGLISH[2], *GERMAN[3:]])[1] == []  # four of five: the whole of it
    assert told([GERMAN[0], *ENGLISH[1:3], *GERMAN[3:]]) == ([], [GERMAN[0], *GERMAN[3:]])


def test_the_whole_of_it() -> None:
    assert told(GERMAN) == ([(5, True, True)], [])


def test_the_source_itself() -> None:
    assert told(GERMAN, "de-de") == ([], [])
    assert told(ENGLISH, "de-de")[0] == [(5, True, True)]
