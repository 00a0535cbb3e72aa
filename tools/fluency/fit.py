"""Fits what the scores of tqcheck.fluency are made with: `python tools/fluency/fit.py DATA [--show]`.

DATA as for `build.py`, which comes first, and with `garbled/mslc23_zh-en.jsonl.gz`. Writes `data/weights.json`. All is
fitted on held-out text, clean and garbled by `garble.py`; babble also on half of the documents that weak systems
translated. `--show` tells how the other half's checkpoints are told apart. Needs scipy.
"""

from __future__ import annotations

import gzip
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random
from zlib import crc32

import corpus
import garble
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.stats import rankdata

from tqcheck.fluency import evidence, ngrams
from tqcheck.fluency.features import NAMES, measure
from tqcheck.fluency.score import PATH, UNIT, Normal, Scorer
from tqcheck.fluency.tokens import UNSPACED, split

# Fewer tokens than this tell nothing of a language's normal.
LEAST_TOKENS = 6
MOST_NORMAL = 8000
# How often a clean sentence may be above one half.
FALSE_ALARMS = 1 / 1000
# Ridge penalty: weights of correlated columns stay readable, AUROC does not change from .1 to 10.
PENALTY = 1.0
# Weak systems' checkpoints count as babble, the last one and people's translations as not.
BAD, GOOD = "ABC", "F"
# What an unseen cell has of the languages together.
BORROWED = 5.0
# Tokens that every class of word classes has from the start, in clean and in garbled text.
TAG_PRIOR = 2.0
# A limit is never below it: what no clean sentence of a small sample has may be in another.
LEAST_LIMIT = 1.5
# Of strings where there is no evidence of them: what has nothing against it must score 0.
NEVER = 60.0
# How far beyond the limit a head is at .73: evidence in nats, babble in its own logits.
SPREAD = (2.0, 2.0, 1.0)

Lines = list[list[str]]
Rows = NDArray[np.float64]


@dataclass
class Language:
    """Held-out text of a language, half of it to fit on and half for the limits, and what was counted on it."""

    model: ngrams.NgramModel
    fitted: Lines
    limits: Lines
    normal: Normal
    clean: Rows
    babble: Rows
    counts: list[list[Rows]]  # of order, of strings and of word classes: by cell in clean and in garbled text


def main() -> None:
    data = Path(sys.argv[1])
    languages = {language: _language(data, language) for language in ngrams.LANGUAGES}
    with gzip.open(data / "garbled/mslc23_zh-en.jsonl.gz", "rt", encoding="utf-8") as file:
        weak = [json.loads(line) for line in file]
    halves = [[row for row in weak if crc32(row["doc"].encode()) % 2 == half] for half in (0, 1)]
    if "--show" in sys.argv:
        for half in (0, 1):
            _show(languages["en"], _fit_babble(languages, halves[half]), halves[1 - half])
    weights = _fit_babble(languages, halves[0])
    stored = {language: _stored(each, languages, weights) for language, each in languages.items()}
    parts = {
        "features": NAMES,
        "spread": SPREAD,
        "babble": [round(float(value), 3) for value in weights],
        "languages": stored,
    }
    PATH.write_text(json.dumps(parts, separators=(",", ":")) + "\n", encoding="utf-8")


def _language(data: Path, language: str) -> Language:
    model, rng = ngrams.load(language), Random(1)
    lines = [split(text, language) for text in corpus.sentences(data, language)]
    lines = [line for line in lines if len(line) >= LEAST_TOKENS]
    rng.shuffle(lines)
    lines = lines[:MOST_NORMAL]
    fitted, limits = lines[::2], lines[1::2]
    normal = Normal.of(measure(lines, model.score(lines)), [len(line) for line in lines])
    babbler = garble.Babbler(_training(data, language))
    looped = [rng.choice((garble.looping, babbler))(line, rng) for line in fitted]
    counts = []
    for cells, size, ways in (
        (lambda lines: evidence.order_cells(model.score(lines)), evidence.ORDER_CELLS, garble.DISORDER),
        (
            lambda lines: evidence.string_cells(lines, model.score(lines)),
            evidence.STRING_CELLS,
            (garble.misread,),
        ),
        (lambda lines: evidence.tag_cells(model.score(lines)), evidence.TAG_CELLS, garble.DISORDER),
    ):
        spoilt = [rng.choice(ways)(line, rng) for line in fitted]
        counts.append([np.bincount(cells(each), minlength=size).astype(float) for each in (fitted, spoilt)])
    print(language, len(lines), file=sys.stderr)
    return Language(
        model, fitted, limits, normal, _bent(model, normal, fitted), _bent(model, normal, looped), counts
    )


def _stored(own: Language, languages: dict[str, Language], weights: Rows) -> dict[str, object]:
    """What is stored of a language."""
    together = list(languages.values())
    order, strings = _evidence(own, together, 0), _of_strings(own, together)
    tags = _of_tags(own)
    if own.model.language in UNSPACED:  # a letter of another alphabet is no misspelt word
        strings[:] = 0
    half = np.zeros(3, np.float32)
    scorer = Scorer(own.model, own.normal, order, tags, strings, weights.astype(np.float32), half, half + 1)
    logits = _values(scorer, own.limits)
    limits = [max(LEAST_LIMIT, limit(column)) for column in logits.T]
    if not strings.any():
        limits[1] = NEVER
    rng = Random(5)
    for name, way in (("shuffled", garble.shuffled), ("misread", garble.misread), ("loop", garble.looping)):
        found = _values(scorer, [way(line, rng) for line in own.limits])
        print(own.model.language, name, np.round((found > limits).mean(axis=0), 3), np.round(limits, 2))
    return {
        "normal": own.normal.data(),
        "order": np.rint(order / UNIT).astype(int).tolist(),
        "tags": _sparse(tags),
        "strings": _sparse(strings),
        "limit": [round(each, 3) for each in limits],
    }


def _values(scorer: Scorer, lines: Lines) -> Rows:
    """[n, 3]: what the heads say of sentences, before the limits."""
    return scorer.values(lines, scorer.model.score(lines))[2].astype(np.float64)


def _evidence(own: Language, languages: list[Language], kind: int) -> NDArray[np.float32]:
    """Log-likelihood ratio by cell; where a language has few of a cell, the languages together decide."""
    return _ratios(own.counts[kind], [each.counts[kind] for each in languages])


def _ratios(own: list[Rows], languages: list[list[Rows]]) -> NDArray[np.float32]:
    together = [np.sum([each[side] for each in languages], axis=0) for side in (0, 1)]
    shares = [(side + 1) / (side + 1).sum() for side in together]
    pooled = shares[1] / shares[0]
    clean, spoilt = own
    scale = clean.sum() / spoilt.sum()
    # A cell with n tokens leans on the others with the weight of BORROWED tokens.
    mean = BORROWED / (1 + pooled)
    return np.log((spoilt * scale + mean * pooled) / (clean + mean)).astype(np.float32)


def _of_strings(own: Language, languages: list[Language]) -> NDArray[np.float32]:
    """As `_evidence`, by what is known of a string; within that its letters decide, where the language has a model of them."""
    coarse = [[evidence.by_letters(side).sum(axis=1) for side in each.counts[1]] for each in languages]
    values = _ratios([evidence.by_letters(side).sum(axis=1) for side in own.counts[1]], coarse)
    clean, spoilt = (evidence.by_letters(side) for side in own.counts[1])
    scale = clean.sum() / spoilt.sum()
    prior = np.exp(values)[:, np.newaxis]
    mean = BORROWED / (1 + prior)
    fine = np.log((spoilt * scale + mean * prior) / (clean + mean))
    return fine.ravel().astype(np.float32)


def _of_tags(own: Language) -> NDArray[np.float32]:
    """What the word classes add to n-gram and gain: the ratio of their shares where those two are the same."""
    if own.model.tags is None:
        return np.zeros(evidence.TAG_CELLS, np.float32)
    shares = [evidence.by_tag(side) + TAG_PRIOR for side in own.counts[2]]
    clean, spoilt = (side / side.sum(axis=1, keepdims=True) for side in shares)
    return np.log(spoilt / clean).ravel().astype(np.float32)


def _sparse(values: NDArray[np.float32]) -> dict[str, int]:
    """The cells that are not 0, in units."""
    units = np.rint(values / UNIT).astype(int)
    return {str(cell): int(units[cell]) for cell in np.flatnonzero(units)}


def limit(values: Rows) -> float:
    """What one clean sentence in a thousand exceeds; by the tail's exponential, for there are few such sentences."""
    high = float(np.quantile(values, 0.98))
    above = values[values > high]
    beyond = float(np.mean(above - high)) if len(above) else 0.0
    return high + beyond * float(np.log(0.02 / FALSE_ALARMS))


def _training(data: Path, language: str) -> Lines:
    found = []
    for text, _ in corpus.texts(data, language):
        if not corpus.is_held_out(text):
            found.append(split(text, language))
            if len(found) == 40_000:
                break
    return found


def _bent(model: ngrams.NgramModel, normal: Normal, lines: Lines) -> Rows:
    return normal.bent(measure(lines, model.score(lines)), [len(line) for line in lines]).astype(np.float64)


def _weak(english: Language, weak: list[dict[str, str]], letters: str) -> Rows:
    lines = [split(row["mt"], "en") for row in weak if row["letter"] in letters]
    return _bent(english.model, english.normal, [line for line in lines if line])


def _fit_babble(languages: dict[str, Language], weak: list[dict[str, str]]) -> Rows:
    """The weights of babble, bias first. Labelled and made examples, bad and good, weigh the same."""
    english = languages["en"]
    references = [split(text, "en") for text in sorted({row["ref"] for row in weak})]
    good = np.concatenate([_weak(english, weak, GOOD), _bent(english.model, english.normal, references)])
    bad = _weak(english, weak, BAD)
    clean = np.concatenate([each.clean for each in languages.values()])
    made = np.concatenate([each.babble for each in languages.values()])
    half = 0.5 * len(clean)
    return _logistic(
        [(clean, 0, 1.0), (made, 1, 0.5), (bad, 1, half / len(bad)), (good, 0, half / len(good))]
    )


def _logistic(groups: list[tuple[Rows, int, float]]) -> Rows:
    rows = np.concatenate([np.c_[np.ones(len(each)), each] for each, _, _ in groups])
    labels = np.concatenate([np.full(len(each), label) for each, label, _ in groups])
    weights = np.concatenate([np.full(len(each), weight) for each, _, weight in groups])

    def loss(beta: Rows) -> tuple[float, Rows]:
        logits = rows @ beta
        wrong = 1 / (1 + np.exp(-logits)) - labels
        value = (weights * (np.logaddexp(0, logits) - labels * logits)).sum()
        slope = rows.T @ (weights * wrong)
        slope[1:] += PENALTY * beta[1:]
        return float(value + PENALTY * (beta[1:] ** 2).sum() / 2), slope

    start = np.zeros(rows.shape[1])
    found: Rows = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return found


def _show(english: Language, weights: Rows, weak: list[dict[str, str]]) -> None:
    """AUROC of each checkpoint's babble against the last's, on documents that were not fitted on."""
    found = {letter: _weak(english, weak, letter) @ weights[1:] for letter in "ABCDEF"}
    print("AUROC", [round(_auroc(found[letter], found["F"]), 3) for letter in "ABCDE"])


def _auroc(bad: Rows, good: Rows) -> float:
    ranks = rankdata(np.r_[bad, good])
    return float((ranks[: len(bad)].sum() - len(bad) * (len(bad) + 1) / 2) / len(bad) / len(good))


if __name__ == "__main__":
    main()
