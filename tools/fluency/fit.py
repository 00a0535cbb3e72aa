"""Fits what turns features into the scores of tqcheck.fluency: `python tools/fluency/fit.py DATA [--show]`.

DATA as for `build.py`, which comes first, and with `garbled/mslc23_zh-en.jsonl.gz`. Writes `data/weights.json`: for each
language what is normal (mean and deviation of each feature by length, on held-out text), the weights of the two heads, and
the logit that one held-out sentence in a thousand exceeds. Needs scipy.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path
from random import Random
from zlib import crc32

import corpus
import garble
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.stats import rankdata

from tqcheck.fluency import ngrams
from tqcheck.fluency.features import NAMES, of_texts
from tqcheck.fluency.score import HEADS, LENGTHS, PATH, Normal, bent
from tqcheck.fluency.tokens import split

# Fewer tokens than this tell nothing of a language's normal.
LEAST_TOKENS = 6
MOST_NORMAL = 6000
# How often a clean sentence may be above one half.
FALSE_ALARMS = 1 / 1000
# Ridge penalty: weights of twenty-eight correlated columns stay readable, AUROC does not change from .1 to 10.
PENALTY = 1.0
# Weak systems' checkpoints count as babble, the last one and people's translations as not.
BAD, GOOD = "ABC", "F"

Rows = NDArray[np.float32]


def main() -> None:
    data = Path(sys.argv[1])
    normals: dict[str, Normal] = {}
    clean: dict[str, Rows] = {}
    disorder: dict[str, Rows] = {}
    babble: dict[str, Rows] = {}
    for language in ngrams.LANGUAGES:
        model, rng = ngrams.load(language), Random(1)
        lines = [split(text, language) for text in corpus.normal(data, language)]
        lines = [line for line in lines if len(line) >= LEAST_TOKENS]
        rng.shuffle(lines)
        lines = lines[:MOST_NORMAL]
        rows = of_texts(model, lines)[1]
        normals[language] = Normal.of(rows, [len(line) for line in lines])
        babbler = garble.Babbler(_training(data, language))
        spoilt = [rng.choice(garble.DISORDER)(line, rng) for line in lines]
        looped = [rng.choice((garble.looping, babbler))(line, rng) for line in lines]
        clean[language] = _scaled(normals[language], lines, rows)
        disorder[language] = _scaled(normals[language], spoilt, of_texts(model, spoilt)[1])
        babble[language] = _scaled(normals[language], looped, of_texts(model, looped)[1])
        print(language, len(lines), file=sys.stderr)
    weak = [json.loads(line) for line in gzip.open(data / "garbled/mslc23_zh-en.jsonl.gz", "rt")]
    halves = [
        [row for row in weak if crc32(row["doc"].encode()) % 2 == half] for half in (0, 1)
    ]
    if "--show" in sys.argv:
        for half in (0, 1):
            fitted = fit(normals, clean, disorder, babble, halves[half])
            _show(fitted, normals, halves[1 - half])
    fitted = fit(normals, clean, disorder, babble, halves[0])
    for head in HEADS:
        logits = {language: rows @ fitted[head][1:] + fitted[head][0] for language, rows in clean.items()}
        spoilt_rows = disorder if head == HEADS[0] else babble
        print(head, {
            language: (round(float(np.mean(spoilt_rows[language] @ fitted[head][1:] + fitted[head][0] > limit(found))), 3), round(limit(found), 2))
            for language, found in logits.items()
        })
    PATH.write_text(
        json.dumps(
            {
                "features": NAMES,
                "normal": {language: normal.data() for language, normal in normals.items()},
                "heads": {head: [round(float(value), 3) for value in fitted[head]] for head in HEADS},
                "limit": {
                    language: [
                        round(limit(rows @ fitted[head][1:] + fitted[head][0]), 3) for head in HEADS
                    ]
                    for language, rows in clean.items()
                },
            },
            indent=1,
        )
        + "\n",
        encoding="utf-8",
    )


def fit(
    normals: dict[str, Normal],
    clean: dict[str, Rows],
    disorder: dict[str, Rows],
    babble: dict[str, Rows],
    weak: list[dict[str, str]],
) -> dict[str, NDArray[np.float64]]:
    """The weights of each head, bias first."""
    bad = _weak(normals["en"], [row["mt"] for row in weak if row["letter"] in BAD])
    # Twice: what the last checkpoint writes, and each source's human translation once.
    references = sorted({row["ref"] for row in weak})
    good = _weak(normals["en"], [row["mt"] for row in weak if row["letter"] in GOOD] + references)
    ok = np.concatenate(list(clean.values()))
    return {
        HEADS[0]: _logistic([(ok, 0, 1.0), (np.concatenate(list(disorder.values())), 1, 1.0)]),
        HEADS[1]: _logistic(
            [
                (ok, 0, 1.0),
                (np.concatenate(list(babble.values())), 1, 0.5),
                (bad, 1, 0.5 * len(ok) / len(bad)),
                (good, 0, 0.5 * len(ok) / len(good)),
            ]
        ),
    }


def limit(logits: NDArray[np.float64]) -> float:
    """What one clean sentence in a thousand exceeds; by the tail's exponential, for there are few such sentences."""
    high = float(np.quantile(logits, 0.98))
    beyond = float(np.mean(logits[logits > high] - high))
    return high + beyond * float(np.log(0.02 / FALSE_ALARMS))


def _training(data: Path, language: str) -> list[list[str]]:
    found = []
    for text, _ in corpus.texts(data, language):
        if not corpus.is_held_out(text):
            found.append(split(text, language))
            if len(found) == 40_000:
                break
    return found


def _scaled(normal: Normal, lines: list[list[str]], rows: Rows) -> Rows:
    return bent(normal.scaled(rows, [len(line) for line in lines]))


def _weak(normal: Normal, texts: list[str]) -> Rows:
    lines = [line for line in (split(text, "en") for text in texts) if line]
    return _scaled(normal, lines, of_texts(ngrams.load("en"), lines)[1])


def _logistic(groups: list[tuple[Rows, int, float]]) -> NDArray[np.float64]:
    rows = np.concatenate([np.c_[np.ones(len(each)), each] for each, _, _ in groups]).astype(np.float64)
    labels = np.concatenate([np.full(len(each), label) for each, label, _ in groups])
    weights = np.concatenate([np.full(len(each), weight) for each, _, weight in groups])

    def loss(beta: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        logits = rows @ beta
        wrong = 1 / (1 + np.exp(-logits)) - labels
        value = (weights * (np.logaddexp(0, logits) - labels * logits)).sum()
        slope = rows.T @ (weights * wrong)
        slope[1:] += PENALTY * beta[1:]
        return float(value + PENALTY * (beta[1:] ** 2).sum() / 2), slope

    found: NDArray[np.float64] = minimize(
        loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 500}
    ).x
    return found


def _show(fitted: dict[str, NDArray[np.float64]], normals: dict[str, Normal], weak: list[dict[str, str]]) -> None:
    """AUROC of each checkpoint against the last on documents that were not fitted on."""
    found = {}
    for letter in "ABCDEF":
        rows = _weak(normals["en"], [row["mt"] for row in weak if row["letter"] == letter])
        found[letter] = [rows @ fitted[head][1:] + fitted[head][0] for head in HEADS]
    for at, head in enumerate(HEADS):
        print(head, [round(_auroc(found[letter][at], found["F"][at]), 3) for letter in "ABCDE"])
    both = {letter: np.logaddexp(*logits) for letter, logits in found.items()}
    print("both", [round(_auroc(both[letter], both["F"]), 3) for letter in "ABCDE"])


def _auroc(bad: NDArray[np.float64], good: NDArray[np.float64]) -> float:
    ranks = rankdata(np.r_[bad, good])
    return float((ranks[: len(bad)].sum() - len(bad) * (len(bad) + 1) / 2) / len(bad) / len(good))


if __name__ == "__main__":
    main()
