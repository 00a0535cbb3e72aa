"""The word lists of wordfreq, read straight from its files.

`import wordfreq` takes half a second for tokenisers that are not wanted here; its lists are gzipped msgpack:
a header, then one list of words for each hundredth of a bel below the commonest (wordfreq's cBpack format).
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path


@cache
def word_bins(language: str, size: str) -> tuple[tuple[str, ...], ...]:
    """Words by falling frequency: bin n holds those of 10 ** (-n / 100). Empty if there is no such list."""
    import msgpack

    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        return ()
    path = Path(spec.origin).parent / "data" / f"{size}_{language}.msgpack.gz"
    if not path.is_file():
        return ()
    _, *bins = msgpack.loads(gzip.decompress(path.read_bytes()), raw=False)
    return tuple(tuple(words) for words in bins)


@cache
def word_list(language: str, size: str) -> frozenset[str]:
    """All words of a list, lower case."""
    return frozenset(chain.from_iterable(word_bins(language, size)))
