"""Learn how the letters of one script sound in Latin names, from pairs of names; run by hand.

    tools/names/train_sound.py NAMES.tsv LANGUAGE [FULLNAMES.tsv]

NAMES.tsv: foreign <tab> latin <tab> count (Wikidata labels, CC0). FULLNAMES.tsv: foreign <tab> latin, names of several
words. A pair is produced by a sequence of chunks of 0 to 2 letters on each side; EM over all segmentations finds the
chunks' joint probability (the many-to-many alignment of Jiampojamarn, Kondrak and Sherif 2007). What is kept is its
pointwise mutual information with the letters drawn independently: the evidence, in nats, that two chunks stand for one
sound.

One in six of the Korean pairs joins the family name of a person with the given name, for either may be written first.
They are learnt from all the same: without them true pairs are told from others no better. Whole names are put in order
first, once the sounds are roughly known.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from tqcheck.names.romanise import fold, romanise, sounds
from tqcheck.names.sound import STEPS

DATA = Path(__file__).resolve().parents[2] / "src/tqcheck/names/data"
PAIRS, ROUNDS, ROUGH = 14_000, 5, 2
VOWELS = frozenset("aeiouyw") | {chr(code) for code in range(0x1161, 0x1176)}

Pair = tuple[str, str]


def main(path: str, language: str, full: str = "") -> None:
    pairs, held = split(path, language)
    joint: dict[Pair, float] | None = None
    for turn in range(ROUNDS):
        counts: dict[Pair, float] = defaultdict(float)
        if joint is not None and turn == ROUGH and full:
            gains = evidence_of(joint, pairs)
            pairs += [pair for pair in full_names(full, language, gains) if pair not in held]
        for left, right in pairs:
            expect(left, right, joint, counts)
        total = sum(counts.values())
        joint = {chunk: count / total for chunk, count in counts.items() if count > 0.3}
        print(language, "round", turn, "pairs", len(pairs), flush=True)
    if joint is None:
        raise SystemExit("no pairs")
    rows = [
        f"{left}\t{right}\t{gain:.1f}\n"
        for (left, right), gain in sorted(evidence_of(joint, pairs).items())
        if joint[left, right] >= 5e-6
    ]
    (DATA / f"sound_{language}.tsv").write_text("".join(rows), encoding="utf-8")
    print(language, len(pairs), "pairs", len(rows), "chunks")
    exceptions(path, language)


def split(path: str, language: str) -> tuple[list[Pair], set[Pair]]:
    """The pairs to learn from, and those that the measurements are made on (tqcheck.bench.engines)."""
    pairs = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        foreign, latin, *_ = line.split("\t")
        if 2 <= len(romanise(foreign, language)) <= 24 and 2 <= len(letters(latin)) <= 16:
            pairs.append((sounds(foreign, language), letters(latin)))
    random.Random(0).shuffle(pairs)
    return pairs[:PAIRS], set(pairs[PAIRS:])


def full_names(path: str, language: str, gains: dict[Pair, float]) -> Iterable[Pair]:
    """The words of names of two words, in the order that sounds likelier; one word that is two in Latin is whole."""
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        foreign, latin, *_ = line.split("\t")
        left = [sounds(word, language) for word in foreign.split()]
        right = [letters(word) for word in latin.split()]
        if len(left) == len(right) == 2:
            ways = [tuple(zip(left, right, strict=True)), tuple(zip(left, reversed(right), strict=True))]
        elif len(left) == 1 and len(right) in {2, 3}:
            wholes = ("".join(right), "".join((right[-1], *right[:-1])))
            ways = [((left[0], whole),) for whole in wholes]
        else:
            continue
        if all(2 <= len(a) <= 24 and 2 <= len(b) <= 16 for way in ways for a, b in way):
            yield from max(ways, key=lambda way: sum(likeness(a, b, gains) for a, b in way))


def letters(latin: str) -> str:
    return "".join(char for char in fold(latin) if "a" <= char <= "z")


def evidence_of(joint: dict[Pair, float], pairs: Iterable[Pair]) -> dict[Pair, float]:
    """Pointwise mutual information of each pair of chunks, in nats."""
    left_log, right_log = log_shares(p[0] for p in pairs), log_shares(p[1] for p in pairs)
    return {
        (left, right): math.log(share) - sum(left_log[c] for c in left) - sum(right_log[c] for c in right)
        for (left, right), share in joint.items()
    }


def likeness(left: str, right: str, gains: dict[Pair, float]) -> float:
    """Nats per letter pair of the best segmentation."""
    n, m = len(left), len(right)
    best = [[-math.inf] * (m + 1) for _ in range(n + 1)]
    best[0][0] = 0.0
    for i in range(n + 1):
        for j in range(m + 1):
            for di, dj in STEPS:
                if i >= di and j >= dj:
                    unseen = -5.0 if di + dj == 1 else -6.0 if di == dj == 1 else -math.inf
                    gain = gains.get((left[i - di : i], right[j - dj : j]), unseen)
                    best[i][j] = max(best[i][j], best[i - di][j - dj] + gain)
    return best[n][m] * 2 / (n + m)


# Family names that the pairs take for the spelling of a given name, or the other way round.
MISTAKEN = frozenset({("ko", "다카하시", "kenji"), ("ko", "사야카", "aoki")})


def exceptions(path: str, language: str) -> None:
    """Keep the common names whose spelling belies their sound: Майкл Michael, ルイ Louis."""
    from tqcheck.names.sound import evidence

    kept = DATA / "sound_exceptions.tsv"
    lines = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
    rows = [line for line in lines if not line.startswith(f"{language}\t")]
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        foreign, latin, count = line.split("\t")
        word = letters(latin)
        if (
            int(count) >= 3
            and len(word) > 2
            and len(foreign) > 1
            and (language, foreign.lower(), word) not in MISTAKEN
            and -2 < evidence(foreign, word, language) < 0.5
        ):
            rows.append(f"{language}\t{foreign.lower()}\t{word}")
    for line in customary(language):
        foreign, *words = line.split()
        rows += [
            f"{language}\t{foreign}\t{word}" for word in words if evidence(foreign, word, language) < 0.7
        ]
    kept.write_text("".join(f"{row}\n" for row in sorted(set(rows))), encoding="utf-8")


def customary(language: str) -> list[str]:
    """Names with the spellings that are usual beside what they sound like: 이 lee yi rhee."""
    path = Path(__file__).parent / f"customary_{language}.txt"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def log_shares(words) -> dict[str, float]:  # type: ignore[no-untyped-def]
    counts = Counter(char for word in words for char in word)
    total = counts.total()
    return {char: math.log(count / total) for char, count in counts.items()}


def expect(
    left: str, right: str, joint: dict[tuple[str, str], float] | None, counts: dict[tuple[str, str], float]
) -> None:
    """Add the expected number of uses of each chunk in this pair."""

    def share(a: str, b: str) -> float:
        if joint is not None:
            return joint.get((a, b), 1e-5 if len(a) + len(b) <= 2 else 0.0)
        if not a or not b:
            return 0.05 if VOWELS.issuperset(a + b) else 0.005
        return 0.5 if a == b else 0.05 if set(a) & set(b) or VOWELS.issuperset(a + b) else 0.0005

    n, m = len(left), len(right)
    forward = [[0.0] * (m + 1) for _ in range(n + 1)]
    backward = [[0.0] * (m + 1) for _ in range(n + 1)]
    forward[0][0] = backward[n][m] = 1.0
    cells = [(i, j) for i in range(n + 1) for j in range(m + 1)]
    for i, j in cells[1:]:
        forward[i][j] = sum(
            forward[i - di][j - dj] * share(left[i - di : i], right[j - dj : j])
            for di, dj in STEPS
            if i >= di and j >= dj and forward[i - di][j - dj]
        )
    whole = forward[n][m]
    if whole <= 0:
        return
    for i, j in reversed(cells):
        if not backward[i][j]:
            continue
        for di, dj in STEPS:
            if i >= di and j >= dj and forward[i - di][j - dj]:
                chunk = (left[i - di : i], right[j - dj : j])
                p = share(*chunk)
                if p > 0:
                    backward[i - di][j - dj] += backward[i][j] * p
                    counts[chunk] += forward[i - di][j - dj] * p * backward[i][j] / whole


if __name__ == "__main__":
    main(*sys.argv[1:])
