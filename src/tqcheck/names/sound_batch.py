"""`tqcheck.names.sound` for one name against many: the same evidence, found for all candidates at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from tqcheck.names.romanise import sounds
from tqcheck.names.sound import UNLIKE, UNSEEN_DROP, UNSEEN_SWAP, certain, comparable, model, table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Codes = NDArray[np.intp]

# Latin chunks as numbers: 0 is no letter, 1 to 26 are letters, two letters are 27 times the first and the second.
_BASE = 27
_CHUNKS = _BASE * _BASE


def evidences(foreign: str, latins: Sequence[str], language: str) -> list[float]:
    """`evidence` of one foreign name with each of many folded Latin ones, in their order; equal to it bit by bit."""
    language = model(language)
    left = sounds(foreign, language)
    found = [certain(foreign, latin, language) for latin in latins]
    open_ = [at for at, sure in enumerate(found) if sure is None and comparable(left, latins[at], language)]
    values = _align(left, [latins[at] for at in open_], language) if open_ else []
    result = [UNLIKE if sure is None else sure for sure in found]
    for at, value in zip(open_, values, strict=True):
        result[at] = value * 2 / (len(left) + len(latins[at]))
    return result


def _align(left: str, rights: Sequence[str], language: str) -> list[float]:
    """The best cut's evidence for each: `sound.align` with an axis for the candidates, [letters, candidates]."""
    lengths = np.array([len(right) for right in rights])
    size = int(lengths.max())
    ones = _codes(rights, size)
    twos = ones[:-1] * _BASE + ones[1:]
    every = np.arange(len(rights))
    inserts = _gains("", language)[ones]
    best = np.zeros((size + 1, len(rights)))
    for j in range(size):
        np.add(best[j], inserts[j], out=best[j + 1])
    before = best
    for i, letter in enumerate(left):
        one = _gains(letter, language)
        drop = table(language).get(letter, {}).get("", UNSEEN_DROP)
        row = np.empty_like(best)
        row[0] = best[0] + drop
        top = row[1:]
        np.maximum(best[:-1] + one[ones], best[1:] + drop, out=top)
        np.maximum(top[1:], best[:-2] + one[twos], out=top[1:])
        if i:
            two = _gains(left[i - 1 : i + 1], language)
            np.maximum(top, before[:-1] + two[ones], out=top)
            np.maximum(top[1:], before[:-2] + two[twos], out=top[1:])
        for j in range(size):
            np.maximum(top[j], row[j] + inserts[j], out=top[j])
        before, best = best, row
    return best[lengths, every].tolist()  # type: ignore[no-any-return]


def _codes(rights: Sequence[str], size: int) -> Codes:
    """The letters as numbers, [letters, candidates]; 0 past a candidate's end, and for what is no letter."""
    flat = np.frombuffer("".join(right.ljust(size) for right in rights).encode("utf-32-le"), np.uint32)
    codes = flat.astype(np.intp) - (ord("a") - 1)
    codes[(codes < 1) | (codes >= _BASE)] = 0
    return np.ascontiguousarray(codes.reshape(len(rights), size).T)


@lru_cache(maxsize=4096)
def _gains(chunk: str, language: str) -> Floats:
    """What a foreign chunk gives with every Latin one; what the table lacks is worth nothing or next to it."""
    gains = np.full(_CHUNKS, -np.inf)
    gains[:_BASE] = {0: UNSEEN_DROP, 1: UNSEEN_SWAP}.get(len(chunk), -np.inf)
    for latin, gain in table(language).get(chunk, {}).items():
        if latin and latin.isascii() and latin.isalpha():
            gains[_number(latin)] = gain
    return gains


@cache
def _number(latin: str) -> int:
    """The code of one or two letters."""
    number = 0
    for letter in latin:
        number = number * _BASE + ord(letter) - ord("a") + 1
    return number
