"""Do two spellings in different scripts stand for one name? Evidence, learnt from pairs of names.

Both are cut into chunks of at most two letters; each pair of chunks carries its pointwise mutual information
in Wikidata's name pairs (`tools/names/train_sound.py`), and the best cut decides.
"""

from __future__ import annotations

from functools import cache, lru_cache

from rapidfuzz.distance import Indel

from tqcheck.names.romanise import sounds
from tqcheck.names.tables import read

STEPS = ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (2, 2))

# Nats per letter for a chunk that training never saw.
UNSEEN_DROP, UNSEEN_SWAP = -5.0, -6.0
# What two names are worth that are not compared.
UNLIKE = -9.0
_CERTAIN = 2.0
# Fewer comparisons than this are made one by one: `tqcheck.names.sound_batch` needs as long for one as for ten.
FEW = 8

_TRAINED = frozenset({"ar", "he", "hi", "ja", "ko", "ru", "zh"})
_NEAREST = {"uk": "ru", "bg": "ru", "sr": "ru", "be": "ru", "mk": "ru", "kk": "ru", "fa": "ar", "ur": "ar"}


# Below this likeness of letters the cut is not searched: it spares 7 of 10 random pairs and loses 1 true name
# in 200 (Wikidata's names in Russian). The other scripts' romanisations are too far from Latin spelling.
_LEAST_ALIKE = {"ru": 0.31}


@cache
def table(language: str) -> dict[str, dict[str, float]]:
    """Latin chunk → evidence, by foreign chunk."""
    gains: dict[str, dict[str, float]] = {}
    for line in read(f"sound_{language}.tsv").splitlines():
        left, right, gain = line.split("\t")
        gains.setdefault(left, {})[right] = float(gain)
    return gains


@cache
def turned(language: str) -> dict[str, dict[str, float]]:
    """Foreign chunk → evidence, by Latin chunk."""
    gains: dict[str, dict[str, float]] = {}
    for left, row in table(language).items():
        for right, gain in row.items():
            gains.setdefault(right, {})[left] = gain
    return gains


@cache
def _exceptions() -> frozenset[tuple[str, str, str]]:
    """(language, foreign, latin) of common names whose spelling belies their sound: Майкл Michael."""
    rows = (line.split("\t") for line in read("sound_exceptions.tsv").splitlines())
    return frozenset((language, foreign, latin) for language, foreign, latin in rows)


@lru_cache(maxsize=65536)
def evidence(foreign: str, latin: str, language: str) -> float:
    """Evidence in nats per letter pair that `foreign` (any script) and `latin` (folded) are one name.

    About +1.5 and more for spellings of one name, below 0 for two names of similar length. On names not
    trained on, 0.7 lets 1 random pair in 200 through. A language without a table is read like Russian.
    """
    language = model(language)
    if (sure := certain(foreign, latin, language)) is not None:
        return sure
    left = sounds(foreign, language)
    if not comparable(left, latin, language):
        return UNLIKE
    return align(left, latin, language) * 2 / (len(left) + len(latin))


def certain(foreign: str, latin: str, language: str) -> float | None:
    """The evidence of a pair whose sound is not asked; None for all others. `language` is a `model`."""
    return _CERTAIN if (language, foreign.lower(), latin) in _exceptions() else None


def comparable(left: str, latin: str, language: str) -> bool:
    """Are two names, in the letters that are compared, near enough in length and letters to search for a cut?"""
    if not left or not latin or max(len(left), len(latin)) > 3 * min(len(left), len(latin)) + 2:
        return False
    least = _LEAST_ALIKE.get(language)
    return least is None or Indel.normalized_similarity(left, latin) >= least


@lru_cache(maxsize=16384)
def evidence_within(heard: str, latin: str, language: str) -> float:
    """The same for the stretch of a text, in its `sounds`, that `latin` resembles most, per letter of `latin`.

    A whole sentence offers many stretches, so that chance reaches higher here.
    """
    if not heard or not latin:
        return UNLIKE
    return align(heard, latin, model(language), inside=True) / len(latin)


def model(language: str) -> str:
    """The language whose table is used for a language."""
    return language if language in _TRAINED else _NEAREST.get(language, "ru")


def align(left: str, right: str, language: str, *, inside: bool = False) -> float:
    """The best cut's evidence; with `inside`, letters of `left` before and after the match are free."""
    gains = table(language)
    empty: dict[str, float] = {}
    insert = gains.get("", empty)
    n, m = len(left), len(right)
    doubles = [""] + [right[j - 1 : j + 1] for j in range(1, m)]
    inserts = [insert.get(letter, UNSEEN_DROP) for letter in right]
    best = [0.0] * (m + 1)
    for j in range(1, m + 1):
        best[j] = best[j - 1] + inserts[j - 1]
    before: list[float] = []
    top_end = best[m]
    for i in range(n):
        one = gains.get(left[i], empty)
        two = gains.get(left[i - 1 : i + 1], empty) if i else empty
        drop = one.get("", UNSEEN_DROP)
        row = [0.0 if inside else best[0] + drop]
        for j in range(1, m + 1):
            letter = right[j - 1]
            top = max(best[j - 1] + one.get(letter, UNSEEN_SWAP), best[j] + drop, row[j - 1] + inserts[j - 1])
            if j > 1:
                pair = doubles[j - 1]
                if (gain := one.get(pair)) is not None and best[j - 2] + gain > top:
                    top = best[j - 2] + gain
                if i and (gain := two.get(pair)) is not None and before[j - 2] + gain > top:
                    top = before[j - 2] + gain
            if i and (gain := two.get(letter)) is not None and before[j - 1] + gain > top:
                top = before[j - 1] + gain
            row.append(top)
        before, best = best, row
        top_end = max(top_end, best[m])
    return top_end if inside else best[m]
