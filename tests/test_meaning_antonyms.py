"""Words that a translation has the contrary of."""

from __future__ import annotations

from importlib.resources import files

import pytest

from tqcheck.meaning.antonyms import reversals

LINES = (files("tqcheck.meaning") / "data" / "antonyms.tsv").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("line", [line for line in LINES if not line.startswith("#")])
def test_a_line_has_two_contraries_without_a_word_in_common(line: str) -> None:
    first, second, *near = (set(field.split()) for field in line.split("\t"))
    assert first
    assert second
    assert len(near) == 2
    assert not first & second


def test_both_words_are_placed() -> None:
    source, target = "中国的出口达到新高。", "China's imports reached a new high."
    (found,) = reversals(source, target, "zh")
    assert (found.source.of(source), found.means, found.target.of(target)) == ("出口", "export", "imports")


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("中国的出口达到新高。", "China's exports reached a new high.", "zh"),
        ("中国的进口和出口达到新高。", "China's imports reached a new high.", "zh"),
        ("中国的出口没有达到新高。", "China's imports reached a new high.", "zh"),
        ("中国的出口达到新高。", "China's imports never reached a new high.", "zh"),
        ("中国的出口达到新高。", "China's imports reached a new high.", "xx"),
    ],
)
def test_what_tells_nothing(source: str, target: str, language: str) -> None:
    assert not list(reversals(source, target, language))


def test_a_word_said_twice_is_not_placed() -> None:
    assert not list(reversals("出口大增，出口很多。", "China's imports reached a new high.", "zh"))


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Le vent est moins fort.", "The wind is weak today.", "fr"),
        ("Die Partei verlor die Mehrheit.", "The party now has a minority.", "de"),
        ("风没那么强。", "The wind is weak.", "zh"),
        ("Он вернулся с Ближнего Востока.", "He came back from West Asia.", "ru"),
        ("Das Land ist arm.", "The country is less rich.", "de"),
    ],
)
def test_what_turns_a_word_is_as_good_as_its_contrary(source: str, target: str, language: str) -> None:
    assert not list(reversals(source, target, language))
