"""Does a Hindi word look as names and loan words do, which English renders by their sound?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from tqcheck.names.plain import plain
from tqcheck.names.tables import read


@lru_cache(maxsize=8192)
def foreignness(word: str) -> float:
    """The log odds, in nats, that a word of four letters and more is rendered by its sound.

    Of words that the lexicon does not know 38 in 100 are names and 23 loan words; of those above 3 it is 98 or 99.
    """
    weights = _weights()
    return weights[""] + sum(weights.get(each, 0.0) for each in grams(plain(word, "hi")))


def grams(word: str) -> Iterator[str]:
    """The pairs and triples of letters of a plain word, with its beginning and end."""
    marked = f"^{word}$"
    for size in (2, 3):
        yield from {marked[at : at + size] for at in range(len(marked) - size + 1)}


@cache
def _weights() -> Mapping[str, float]:
    rows = (line.split("\t") for line in read("foreign_hi.tsv").splitlines())
    return {feature: float(weight) for feature, weight in rows}
