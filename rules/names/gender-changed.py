"""A man became a woman, or a woman a man: by title or by pronoun."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tqcheck.api import (
    Category,
    Confidence,
    Hit,
    Names,
    Pair,
    PairFacts,
    Rule,
    Severity,
    bad,
    good,
    primary_language,
)
from tqcheck.api.names import pronouns_contradict, titles_contradict

# A pronoun that has one counterpart only; `his` is her or hers, `her` is him or his.
_OTHER = {"he": "she", "him": "her", "himself": "herself", "she": "he", "hers": "his", "herself": "himself"}
_TITLES = {"Mr": "Ms", "Mr.": "Ms.", "Ms": "Mr", "Ms.": "Mr.", "Mrs": "Mr", "Mrs.": "Mr.", "Miss": "Mr"}
_OTHER |= {word.capitalize(): other.capitalize() for word, other in _OTHER.items()} | _TITLES


def check(pair: Pair, facts: PairFacts, _options: Any) -> Iterator[Hit]:
    assert pair.source is not None
    assert pair.target is not None
    texts = pair.source_text, pair.target_text
    languages = primary_language(pair.source.language), primary_language(pair.target.language)
    for theirs, ours in (
        *titles_contradict(*texts, languages, facts[Names].source),
        *pronouns_contradict(*texts, languages),
    ):
        written, wrong = theirs.span.of(pair.source_text), ours.span.of(pair.target_text)
        other = _OTHER.get(wrong) if languages[1] == "en" else None
        yield Hit(
            f"“{wrong}” is a {ours.gender}; the source has “{written}”, a {theirs.gender}.",
            target=ours.span,
            source=theirs.span,
            suggestions=(other,) if other else (),
        )


RULE = Rule(
    id="gender-changed",
    summary="A man is called a woman, or a woman a man",
    why="The person hurt writes a letter to the editor, and readers take one person for two.",
    category=Category.NAMES,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    needs=(Names,),
    check=check,
    examples=(
        bad(
            "Frau Lindner legte den Bericht am Freitag vor.",
            "Mr Lindner presented the report on Friday.",
            marks=["Mr"],
            source_marks=["Frau"],
            suggestion="Ms",
            languages="de-en",
        ),
        bad(
            "她说，她会留在这里。",
            "He said that he would stay here.",
            marks=["He"],
            source_marks=["她"],
            suggestion="She",
            languages="zh-en",
        ),
        bad(
            "«Мы откроем мост в мае», — сказала она.",
            "“We shall open the bridge in May,” he said.",
            marks=["he said"],
            languages="ru-en",
        ),
        bad(
            "彼女は先月、会社を辞めた。",
            "He left the company last month.",
            marks=["He"],
            languages="ja-en",
        ),
        bad(
            "Mrs Berger left early.", "Monsieur Berger est parti tôt.", marks=["Monsieur"], languages="en-fr"
        ),
        good(
            "Herr Lindner und Frau Berger kamen; sie sprach zuerst.",
            "Mr Lindner and Ms Berger came; she spoke first.",
            languages="de-en",
        ),
        good("他对妻子很好。", "She says that her husband is good to her.", languages="zh-en"),
        good(
            "Комиссия закрыта. Она завершила работу.",
            "The commission is closed. It has done its work.",
            languages="ru-en",
        ),
        good("Il faut attendre.", "She must wait.", languages="fr-en"),
    ),
)
