"""Make foreign_hi.tsv in src/tqcheck/names/data; run by hand when the sound table or the lexicon changes.

    python tools/names/train_foreign.py TRAIN/train_hi-en.tsv.gz

Which Hindi words are rendered by their sound, names and loan words, as their letters tell: logistic regression on the
pairs and triples of letters. It learns from the commoner words by what the lexicon renders them with, from GeoNames'
cities, and from the words of a bitext (columns Hindi, English) that the lexicon does not know. Prints what it does with
a seventh of the last, which it has not learnt from.
"""

from __future__ import annotations

import gzip
import math
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tqcheck.lexicon import english_words, is_covered
from tqcheck.names.frequency import word_list
from tqcheck.names.plain import plain
from tqcheck.names.sound import evidence
from tqcheck.names.spot.hindi import WORD
from tqcheck.names.spot.hindi_sound import grams
from tqcheck.names.tables import native
from tqcheck.names.text import words_of

DATA = Path(__file__).parents[2] / "src/tqcheck/names/data"
LEAST = 4  # words that a feature is seen in
ROUNDS, RATE, SHRINK = 12, 0.15, 2e-3
Example = tuple[str, bool]


def common() -> Iterator[Example]:
    for word in sorted(word_list("hi", "small")):
        if len(word) < 4 or not WORD.fullmatch(word):
            continue
        found = english_words(word, "hi")
        best = max((evidence(word, english, "hi") for english in found), default=0.0)
        if best > 0.5 or best < -1:
            yield plain(word, "hi"), best > 0.5


def cities() -> Iterator[Example]:
    for form, bearer in native("hi").items():
        if bearer.country not in {"IN", "NP"} and WORD.fullmatch(form) and len(form) > 3:
            yield plain(form, "hi"), True


def unlisted(bitext: Path) -> list[Example]:
    seen: dict[str, list[bool]] = {}
    common_words = {plain(word, "hi") for word in word_list("hi", "small")}
    for line in gzip.decompress(bitext.read_bytes()).decode().splitlines():
        hindi, english, *_ = line.split("\t")
        folded = {word.folded: word.capital for word in words_of(english) if len(word.folded) > 2}
        for match in WORD.finditer(hindi):
            word = match.group()
            if len(word) < 4 or is_covered(word, "hi") or plain(word, "hi") in common_words:
                continue
            heard = any(
                evidence(word, other, "hi") > (0 if capital else 0.3) for other, capital in folded.items()
            )
            seen.setdefault(plain(word, "hi"), []).append(heard)
    return [(word, sum(heard) * 2 >= len(heard)) for word, heard in sorted(seen.items())]


def fit(examples: Iterable[Example]) -> dict[str, float]:
    """Feature → weight; "" is the constant."""
    rows = [(("", *grams(word)), foreign) for word, foreign in examples]
    counts = Counter(feature for features, _ in rows for feature in features)
    weights = {feature: 0.0 for feature, count in counts.items() if count >= LEAST}
    for turn in range(ROUNDS):
        random.Random(turn).shuffle(rows)
        rate = RATE / (1 + turn * 0.4)
        for features, foreign in rows:
            known = [feature for feature in features if feature in weights]
            off = foreign - 1 / (1 + math.exp(-sum(weights[feature] for feature in known)))
            for feature in known:
                weights[feature] += rate * (off - SHRINK * weights[feature])
    return weights


def main(bitext: Path) -> None:
    strange = unlisted(bitext)
    random.Random(3).shuffle(strange)
    cut = len(strange) // 7
    known = [*common(), *cities()]
    print(len(known), "known", len(strange), "unlisted")
    weights = fit([*known, *strange[cut:] * 2])
    scored = sorted(
        ((sum(weights.get(f, 0) for f in ("", *grams(word))), foreign) for word, foreign in strange[:cut]),
        reverse=True,
    )
    for share in range(1, 8):
        top = scored[: len(scored) * share // 10]
        print(f"above {top[-1][0]:.1f}: {sum(foreign for _, foreign in top) / len(top):.3f} of {len(top)}")
    weights = fit([*known, *strange * 2])
    lines = [f"{feature}\t{weight:.1f}" for feature, weight in sorted(weights.items()) if abs(weight) >= 0.05]
    (DATA / "foreign_hi.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
