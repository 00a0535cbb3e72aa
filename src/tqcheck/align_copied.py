"""Vectors of what a translation copies, for languages that no embedder knows: numbers, names, cognates.

Each sentence is a bag of its numbers and of the character 4-grams of its words, hashed; related languages share
stems, distant ones in one script names, and all of them figures. A stand-in for meaning, and a weak one.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from tqcheck.embed.windows import Floats

_DIMENSION = 1024
_NUMBER_WEIGHT = 4.0  # a number is better evidence than a 4-gram, of which a word has several
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]{3,}")


def copied_vectors(source: Sequence[str], target: Sequence[str]) -> tuple[Floats, Floats]:
    """Unit vectors [sentences, 1024] of both sides; zero for a sentence without anything to compare.

    Features that many sentences have weigh less.
    """
    bags = [Counter(_features(text)) for text in chain(source, target)]
    common = Counter(feature for bag in bags for feature in bag)
    vectors = np.zeros((len(bags), _DIMENSION), np.float32)
    for row, bag in zip(vectors, bags, strict=True):
        for feature, count in bag.items():
            weight = _NUMBER_WEIGHT if feature[0].isdigit() else 1.0
            row[_slot(feature)] += count * weight * np.log(len(bags) / common[feature] + 1)
        norm = float(np.linalg.norm(row))
        if norm:
            row[:] = row / norm
    return vectors[: len(source)], vectors[len(source) :]


def _features(text: str) -> Iterator[str]:
    folded = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(char for char in folded if not unicodedata.combining(char))
    for match in _TOKEN.finditer(plain):
        token = match.group()
        if token[0].isdigit():
            yield re.sub(r"[.,]", "", token)
        else:
            yield from (token[i : i + 4] for i in range(max(1, len(token) - 3)))


def _slot(feature: str) -> int:
    return zlib.crc32(feature.encode()) % _DIMENSION  # the same in every process, unlike hash()
