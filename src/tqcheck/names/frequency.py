"""The word lists of wordfreq, read straight from its files.

`import wordfreq` takes half a second for tokenisers that are not wanted here; its lists are gzipped msgpack:
a header, then one list of words for each hundredth of a bel below the commonest (wordfreq's cBpack format).
Lists of "small" hold what is used once in a million words and more, those of "large" once in a hundred million.
"""

from __future__ import annotations

import gzip
from bisect import bisect_right
from collections.abc import Set
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path


@cache
def word_bins(language: str, size: str) -> tuple[tuple[str, ...], ...]:
    """Words by falling frequency: bin n holds those of 10 ** (-n / 100). Empty if there is no such list."""
    import msgpack

    packed = _packed(language, size)
    if not packed:
        return ()
    _, *bins = msgpack.loads(packed, raw=False)
    return tuple(tuple(words) for words in bins)


@cache
def word_list(language: str, size: str) -> Set[str]:
    """All words of a list, lower case."""
    if size == "small":
        return _ranks(language).keys()
    return frozenset(chain.from_iterable(word_bins(language, size)))


@lru_cache(maxsize=65536)
def rank(word: str, language: str, size: str) -> int | None:
    """The bin of a word, None if the list does not have it.

    In a long list it is found in the packed bytes, 100 times faster than unpacking them for a few words. (The bytes of
    a short word may stand inside a longer one with accents.)
    """
    if size == "small":
        return _ranks(language).get(word)
    import msgpack

    at = _packed(language, size).find(msgpack.packb(word))
    return None if at < 0 else bisect_right(_starts(language, size), at) - 1


@cache
def _ranks(language: str) -> dict[str, int]:
    """Word → bin, of a short list."""
    return {word: at for at, words in enumerate(word_bins(language, "small")) for word in words}


@cache
def _starts(language: str, size: str) -> tuple[int, ...]:
    """Where each bin begins in the packed bytes."""
    import msgpack

    unpacker = msgpack.Unpacker()
    unpacker.feed(_packed(language, size))
    bins = unpacker.read_array_header() - 1
    unpacker.skip()  # the header
    starts = []
    for _ in range(bins):
        starts.append(unpacker.tell())
        unpacker.skip()
    return tuple(starts)


@cache
def _packed(language: str, size: str) -> bytes:
    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        return b""
    path = Path(spec.origin).parent / "data" / f"{size}_{language}.msgpack.gz"
    return gzip.decompress(path.read_bytes()) if path.is_file() else b""
