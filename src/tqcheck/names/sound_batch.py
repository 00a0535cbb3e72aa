"""`tqcheck.names.sound` for one name against many: the same evidence, found for all candidates at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from tqcheck.names.romanise import sounds
from tqcheck.names.sound import (
    FEW,
    UNLIKE,
    UNSEEN_DROP,
    UNSEEN_SWAP,
    align,
    certain,
    comparable,
    model,
    table,
    turned,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Codes = NDArray[np.intp]

# Chunks of a to z as numbers: 0 is no letter, 1 to 26 are letters, two letters are 27 times the first and the second.
_BASE = 27
_CHUNKS = _BASE * _BASE


def evidences(foreign: str, latins: Sequence[str], language: str) -> list[float]:
    """`evidence` of one foreign name with each of many folded Latin ones, in their order; equal to it bit by bit."""
    left = sounds(foreign, model(language))
    return _evidences([(foreign, left, latin) for latin in latins], language, of_latin=False)


def evidences_of(foreigns: Sequence[str], latin: str, language: str) -> list[float]:
    """The same of one Latin name with each of many foreign ones, whose `sounds` have to be a to z: not Korean."""
    tag = model(language)
    return _evidences([(name, sounds(name, tag), latin) for name in foreigns], language, of_latin=True)


def _evidences(pairs: Sequence[tuple[str, str, str]], language: str, *, of_latin: bool) -> list[float]:
    """Of pairs (foreign, its sounds, Latin) that have one side in common: the Latin one, or else the foreign one."""
    language = model(language)
    found = [certain(foreign, latin, language) for foreign, _, latin in pairs]
    open_ = [
        at
        for at, (_, left, latin) in enumerate(pairs)
        if found[at] is None and comparable(left, latin, language)
    ]
    result = [UNLIKE if sure is None else sure for sure in found]
    sides = [pairs[at][1:] for at in open_]
    if len(sides) < FEW:
        values = [align(left, latin, language) for left, latin in sides]
    elif of_latin:
        values = _align(sides[0][1], [left for left, _ in sides], language, of_latin=True)
    else:
        values = _align(sides[0][0], [latin for _, latin in sides], language, of_latin=False)
    for at, (left, latin), value in zip(open_, sides, values, strict=True):
        result[at] = value * 2 / (len(left) + len(latin))
    return result


def _align(one: str, others: Sequence[str], language: str, *, of_latin: bool) -> list[float]:
    """The best cut's evidence for each: `sound.align` with an axis for the candidates, [letters, candidates]."""
    lengths = np.array([len(other) for other in others])
    size = int(lengths.max())
    ones = _codes(others, size)
    twos = ones[:-1] * _BASE + ones[1:]
    every = np.arange(len(others))
    drops = (turned if of_latin else table)(language)
    inserts = _gains("", language, of_latin=of_latin)[ones]
    best = np.zeros((size + 1, len(others)))
    for j in range(size):
        np.add(best[j], inserts[j], out=best[j + 1])
    before = best
    for i, letter in enumerate(one):
        single = _gains(letter, language, of_latin=of_latin)
        drop = drops.get(letter, {}).get("", UNSEEN_DROP)
        row = np.empty_like(best)
        row[0] = best[0] + drop
        top = row[1:]
        np.maximum(best[:-1] + single[ones], best[1:] + drop, out=top)
        np.maximum(top[1:], best[:-2] + single[twos], out=top[1:])
        if i:
            double = _gains(one[i - 1 : i + 1], language, of_latin=of_latin)
            np.maximum(top, before[:-1] + double[ones], out=top)
            np.maximum(top[1:], before[:-2] + double[twos], out=top[1:])
        for j in range(size):
            np.maximum(top[j], row[j] + inserts[j], out=top[j])
        before, best = best, row
    return best[lengths, every].tolist()  # type: ignore[no-any-return]


def _codes(names: Sequence[str], size: int) -> Codes:
    """The letters as numbers, [letters, candidates]; 0 past a candidate's end, and for what is no letter."""
    flat = np.frombuffer("".join(name.ljust(size) for name in names).encode("utf-32-le"), np.uint32)
    codes = flat.astype(np.intp) - (ord("a") - 1)
    codes[(codes < 1) | (codes >= _BASE)] = 0
    return np.ascontiguousarray(codes.reshape(len(names), size).T)


@lru_cache(maxsize=4096)
def _gains(chunk: str, language: str, *, of_latin: bool) -> Floats:
    """What a chunk gives with every one of the other side; what the table lacks is worth nothing or next to it."""
    gains = np.full(_CHUNKS, -np.inf)
    gains[:_BASE] = {0: UNSEEN_DROP, 1: UNSEEN_SWAP}.get(len(chunk), -np.inf)
    for other, gain in (turned if of_latin else table)(language).get(chunk, {}).items():
        if other and other.isascii() and other.isalpha():
            gains[_number(other)] = gain
    return gains


@cache
def _number(latin: str) -> int:
    """The code of one or two letters."""
    number = 0
    for letter in latin:
        number = number * _BASE + ord(letter) - ord("a") + 1
    return number
