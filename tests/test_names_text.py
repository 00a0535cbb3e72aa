"""Words of names: what the tables are keyed by is what the words of a text are compared as."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from tqcheck.names.text import folded_words, key, words_of


@given(st.text("AbÇzß .'’-1日", max_size=20) | st.text("Abz ", max_size=20))
@example("New York")
@example("  ")
@example("U.S.A. Today")
def test_tables_fold_phrases_as_texts_are_folded(phrase: str) -> None:
    folded = [word.folded for word in words_of(phrase)]
    assert folded_words(phrase) == folded
    if "s" not in phrase.lower():  # of a possessive, a key has the s
        assert key(phrase) == tuple(folded)
