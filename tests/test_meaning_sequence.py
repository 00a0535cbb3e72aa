"""“Before” for “after”, and the other way round."""

from __future__ import annotations

import pytest

from tqcheck.meaning.sequence import sequence_reversal


@pytest.mark.parametrize(
    ("source", "target", "language", "marks"),
    [
        ("Er kam, bevor es regnete.", "He came after it rained.", "de", ("bevor", "after")),
        ("Il est parti après la pluie.", "He left before the rain.", "fr", ("après", "before")),
        ("Partì dopo la pioggia.", "He left before the rain.", "it", ("dopo", "before")),
        ("Saiu depois da chuva.", "He left before the rain.", "pt", ("depois", "before")),
        ("Он ушёл после дождя.", "He left before the rain.", "ru", ("после", "before")),
        ("Він пішов перед дощем.", "He left after the rain.", "uk", ("перед", "after")),
        ("他在下雨之前离开。", "He left after the rain.", "zh", ("之前", "after")),
        ("雨の前に出発した。", "He left after the rain.", "ja", ("の前に", "after")),
    ],
)
def test_what_is_told(source: str, target: str, language: str, marks: tuple[str, str]) -> None:
    found = sequence_reversal(source, target, language)
    assert found is not None
    assert (found.source.of(source), found.target.of(target)) == marks
    assert found.means != marks[1]


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Er kam, bevor es regnete.", "He came before it rained.", "de"),
        ("Er kam vor dem Regen und ging nach dem Essen.", "He came after the rain.", "de"),
        ("Er kam erst vor dem Regen.", "He left, then came back before the rain.", "de"),
        ("Er stellte sich vor, und sie lachte.", "He introduced himself; soon after, she laughed.", "de"),
        ("Il a plu, après quoi on est parti.", "It rained before leaving.", "fr"),
        ("他去了，之后回来。", "He went there before he came back.", "zh"),
        ("Он ушёл после дождя.", "He left before the rain.", "xx"),
    ],
)
def test_what_tells_nothing(source: str, target: str, language: str) -> None:
    assert sequence_reversal(source, target, language) is None
