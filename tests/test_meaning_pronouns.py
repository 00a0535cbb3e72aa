"""He for she and she for he, told from tables of what speaks of a man or a woman."""

from __future__ import annotations

import pytest

from tqcheck.meaning.pronouns import pronoun_change


@pytest.mark.parametrize(
    ("source", "target", "language", "marks"),
    [
        ("Gestern hat er gewonnen.", "She won yesterday.", "de", ("er", "She")),
        ("Gestern, sie war krank, kam Besuch.", "He was ill when guests came.", "de", ("sie war", "He")),
        ("Hier elle a gagné.", "He won yesterday.", "fr", ("elle a gagné", "He")),
        ("Вчера она выиграла.", "He won yesterday.", "ru", ("она", "He")),
        ("Zapewniła, że nic nie wie.", "He said he knew nothing.", "pl", ("Zapewniła", "He")),
        ("Ontem ela ganhou.", "He won yesterday.", "pt", ("ela", "He")),
    ],
)
def test_what_is_told(source: str, target: str, language: str, marks: tuple[str, str]) -> None:
    found = pronoun_change(source, target, language)
    assert found is not None
    assert (found.source.of(source), found.target.of(target)) == marks
    assert found.is_woman is (marks[1] == "He")


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Gestern hat er gewonnen.", "He won yesterday.", "de"),
        ("Gestern hat er gewonnen.", "The team won yesterday.", "de"),
        ("Gestern hat er gegen sie gewonnen.", "She won against him.", "de"),  # who is who is not to be seen
        (
            "Gestern hat er gewonnen.",
            "Her team won yesterday.",
            "de",
        ),  # whose team it is, the source need not say
        ("Es gibt Leute, denen er gefällt.", "Women like it, she thinks.", "de"),
        ("Das Mädchen sagt, dass er bleibt.", "She says it will stay.", "de"),
        ("Вчера сказал Петров Ивановой.", "She was told so yesterday.", "ru"),
        ("Gestern hat er gewonnen.", "She won yesterday.", "xx"),
    ],
)
def test_what_tells_nothing(source: str, target: str, language: str) -> None:
    assert pronoun_change(source, target, language) is None
