"""Names made of common English words that no word of the source means."""

from __future__ import annotations

import pytest

from tqcheck.names.invented import invented
from tqcheck.names.target import target_names


def told(text: str, source: str, language: str, *, lost: bool = True) -> list[str]:
    return [
        name.text
        for name in target_names(text)
        if not name.certain and not name.bearers and invented(name, text, source, (), language, lost=lost)
    ]


@pytest.mark.parametrize(
    ("text", "source", "language", "name"),
    [
        (
            "The house was bought by the Carpet Museum last year.",
            "Das Haus wurde letztes Jahr von der Stadt gekauft.",
            "de",
            "Carpet Museum",
        ),
        (
            "The road to Silver Lake is closed today.",
            "La route vers le village est fermée aujourd'hui.",
            "fr",
            "Silver Lake",
        ),
    ],
)
def test_a_name_of_which_no_word_is_meant(text: str, source: str, language: str, name: str) -> None:
    assert told(text, source, language) == [name]


@pytest.mark.parametrize(
    ("text", "source", "language"),
    [
        ("He works at the Ministry of Defence.", "Er arbeitet im Verteidigungsministerium.", "de"),
        ("The Foreign Press Club is closed.", "Der FPC ist heute geschlossen.", "de"),  # spelt out
        ("She read “Silver Lake” today.", "Sie hat heute das Buch gelesen.", "de"),  # a title
        ("The road to Silver Lake is closed.", "क ख ग", "de"),  # a language the lexicon does not read
    ],
)
def test_what_may_stand_for_something(text: str, source: str, language: str) -> None:
    assert told(text, source, language) == []


def test_one_word_tells_only_where_a_name_is_lost() -> None:
    text, source = "He praised the new Carpet yesterday.", "Er lobte gestern den neuen Papst."
    assert told(text, source, "de") == ["Carpet"]
    assert told(text, source, "de", lost=False) == []
