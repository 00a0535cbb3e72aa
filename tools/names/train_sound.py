"""Learn how the letters of one script sound in Latin names, from pairs of names; run by hand.

    tools/names/train_sound.py NAMES.tsv LANGUAGE

NAMES.tsv: foreign <tab> latin <tab> count (Wikidata labels, CC0). A pair is produced by a sequence of chunks of
0 to 2 letters on each side; EM over all segmentations finds the chunks' joint probability (the many-to-many
alignment of Jiampojamarn, Kondrak and Sherif 2007). What is kept is its pointwise mutual information with
the letters drawn independently: the evidence, in nats, that two chunks stand for one sound.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from tqcheck.names.romanise import fold, romanise
from tqcheck.names.sound import STEPS

DATA = Path(__file__).resolve().parents[2] / "src/tqcheck/names/data"
PAIRS, ROUNDS = 14_000, 4
VOWELS = frozenset("aeiouyw")


def main(path: str, language: str) -> None:
    pairs = []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        foreign, latin, *_ = line.split("\t")
        left, right = romanise(foreign, language), "".join(c for c in fold(latin) if "a" <= c <= "z")
        if 2 <= len(left) <= 24 and 2 <= len(right) <= 16:
            pairs.append((left, right))
    random.Random(0).shuffle(pairs)
    pairs = pairs[:PAIRS]
    joint: dict[tuple[str, str], float] | None = None
    for _ in range(ROUNDS):
        counts: dict[tuple[str, str], float] = defaultdict(float)
        for left, right in pairs:
            expect(left, right, joint, counts)
        total = sum(counts.values())
        joint = {chunk: count / total for chunk, count in counts.items() if count > 0.3}
    if joint is None:
        raise SystemExit("no pairs")
    left_log, right_log = log_shares(p[0] for p in pairs), log_shares(p[1] for p in pairs)
    rows = []
    for (left, right), share in sorted(joint.items()):
        if share >= 5e-6:
            gain = math.log(share) - sum(left_log[c] for c in left) - sum(right_log[c] for c in right)
            rows.append(f"{left}\t{right}\t{gain:.1f}\n")
    (DATA / f"sound_{language}.tsv").write_text("".join(rows), encoding="utf-8")
    print(language, len(pairs), "pairs", len(rows), "chunks")
    exceptions(path, language)


def exceptions(path: str, language: str) -> None:
    """Keep the common names whose spelling belies their sound: Майкл Michael, ルイ Louis."""
    from tqcheck.names.sound import evidence

    kept = DATA / "sound_exceptions.tsv"
    lines = kept.read_text(encoding="utf-8").splitlines() if kept.exists() else []
    rows = [line for line in lines if not line.startswith(f"{language}\t")]
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        foreign, latin, count = line.split("\t")
        letters = "".join(c for c in fold(latin) if "a" <= c <= "z")
        if (
            int(count) >= 3
            and len(letters) > 2
            and len(foreign) > 1
            and -2 < evidence(foreign, letters, language) < 0.5
        ):
            rows.append(f"{language}\t{foreign.lower()}\t{letters}")
    kept.write_text("".join(f"{row}\n" for row in sorted(set(rows))), encoding="utf-8")


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
