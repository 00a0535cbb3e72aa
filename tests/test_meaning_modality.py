"""Duties that became permissions, and the other way round."""

from __future__ import annotations

import pytest

from tqcheck.meaning.modality import modality_change


def test_both_modals_are_placed() -> None:
    source, target = "Die Besucher dürfen hier zahlen.", "Visitors have to pay here."
    change = modality_change(source, target, "de")
    assert change
    assert (change.source.of(source), change.target.of(target), change.is_duty) == (
        "dürfen",
        "have to",
        False,
    )


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Die Besucher müssen zahlen.", "Visitors must pay."),
        ("Die Besucher müssen zahlen, können aber sitzen.", "Visitors may pay."),
        ("Die Besucher müssen nicht zahlen.", "Visitors may pay."),
        ("Müssen die Besucher zahlen?", "May visitors pay?"),
        ("Die Besucher müssen zahlen.", "Visitors may sing."),
        ("Die Besucher müssen zahlen.", "Visitors may be required to pay."),
    ],
)
def test_what_is_no_contradiction(source: str, target: str) -> None:
    assert modality_change(source, target, "de") is None


def test_languages_without_a_table_tell_nothing() -> None:
    assert modality_change("Die Besucher müssen zahlen.", "Visitors may pay.", "xx") is None


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Die Ministerin May muss zahlen.", "Minister May pay the fee.", "de"),
        ("Die Besucher müssen zahlen.", "The visitors with all their might pay.", "de"),
        ("Die Besucher dürfen zahlen.", "It is what visitors have to pay.", "de"),
        ("Die Besucher dürfen nur hier zahlen.", "Visitors must pay here.", "de"),
        ("Les clients ne peuvent payer que par carte.", "Customers must pay by card.", "fr"),
        ("Man muss sagen, dass es stimmt.", "One can say that it is true.", "de"),
        ("Hay que recordar la fecha.", "We may remember the date.", "es"),
        ("Члены могут платить только здесь.", "Members must pay here.", "ru"),
    ],
)
def test_what_only_looks_like_another_modal(source: str, target: str, language: str) -> None:
    assert modality_change(source, target, language) is None
