"""Holes in English sentences, where a name is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tqcheck.names.gaps import gaps


@pytest.mark.parametrize(
    "text",
    [
        "The plane landed safely in .",
        "He called it a warning to the and the mayor.",
        "It was hit by 's largest storm.",
        "The -based firm grew.",
        "The minister () spoke.",
    ],
)
def test_a_hole_is_found(text: str) -> None:
    assert gaps(text)


@pytest.mark.parametrize("text", ["It lies in the states of and Bahia.", "Was sold to a rival last year."])
def test_what_a_good_sentence_may_have_is_only_likely(text: str) -> None:
    assert not gaps(text)
    assert gaps(text, likely=True)


@pytest.mark.parametrize(
    "text",
    [
        "The price of at least three cars rose, most of which are red.",
        "The in-house team met the by-election's winner.",
        "Was it sold?",
        "He went home , she stayed in .",
        "It all depends on those at home.",
    ],
)
def test_a_whole_sentence_has_none(text: str) -> None:
    assert not gaps(text, likely=True)


@given(st.text())
def test_gaps_stand_in_the_text(text: str) -> None:
    found = gaps(text, likely=True)
    assert list(found) == sorted(found)
    assert all(0 <= gap.start < gap.end <= len(text) for gap in found)
