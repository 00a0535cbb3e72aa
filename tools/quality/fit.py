"""Fit the weights of a pair's quality: `python tools/quality/fit.py DATA [--dry-run]`. DATA is TQCHECK_DATA; twenty minutes.

Runs all rules, without a grammar engine, on translations that people spoiled, ranked, classed or scored, and fits one
logistic model to all of them: of two translations of one source the better one is to have the higher quality, and of a
class the good ones. A sign of harm may count against a pair or not at all, never for it. Prints the figures of five folds,
each by the weights of the other four (a source is in one fold), and writes the weights of all to
src/tqcheck/quality/data/weights.json. Needs SciPy (a development dependency).
"""

from __future__ import annotations

import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha1
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from tqcheck.bench.convert import SETS
from tqcheck.bench.correlation import auroc, mcc, spearman
from tqcheck.bench.judge.agreement import folded, numbered, pairwise
from tqcheck.bench.judge.spans import penalty
from tqcheck.bench.labels import Contrast, Labelled, Scored, Spans
from tqcheck.bench.observe import Observation, observe
from tqcheck.config import Settings
from tqcheck.model import Category
from tqcheck.resources import RunResources
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.selection import select_rules

# What each set counts; all its comparisons together. Those that have an aim of their own in BENCHMARKS.md count most.
WEIGHTS = {
    "challenge/demetr": 1.0,
    "hallucination/de-en": 8.0,
    "critical/ced22_pt-en": 1.0,
    "critical/ced22_en-de": 1.0,
    "qe/wmt22_zh-en:scores": 1.0,
    "qe/wmt22_en-de:scores": 0.3,
    "qe/wmt22_en-ru:scores": 0.3,
    "challenge/commonmt_zh-en": 0.3,
    "challenge/hwtsc_zh-en": 0.3,
    "mqm/zh-en_wmt20": 0.3,
    "mqm/zh-en_wmt23": 0.3,
    "mqm/en-de_wmt20": 0.3,
    "garbled/mslc23_zh-en:worst-best": 0.3,
}
# What is no translation at all, of DEMETR's perturbations, beside its good translations: these alone say how low a quality
# may fall. They have a weight of their own.
WRECKED, WRECKED_WEIGHT = frozenset({"shuffle_trans", "shuffled"}), 2.0
# Weights of their own are fitted to these, as if the source were lost: then how it reads must tell all.
ALONE = ("garbled/mslc23_zh-en:worst-best", "challenge/demetr")
OF_THE_TARGET = (
    *("fluency.", "form.repeated", "length.much"),
    *(
        f"findings.{name}"
        for name in ("grammar", "garbled", "spelling", "punctuation", "inconsistency", "markup")
    ),
)
WHOLE = frozenset(
    {"challenge/demetr", "critical/ced22_pt-en", "critical/ced22_en-de"}
)  # not the bench's sample of them
OUT = Path("src/tqcheck/quality/data/weights.json")
FOLDS = 5
# Of a set of scores so many pairs are compared, which differ by a minor error at least.
SAMPLED, APART = 6_000, 1.0
# Of a weight of a feature of deviation 1, squared: flat from .0001 to .0005.
PENALTY = 2e-4
# Bounds of the weight of a finding's ln(1 + penalty), shown and hidden: what is rare here counts as well, and not more than
# any other. A major one takes the odds to between .07 and .4, or a hidden one to .17 at the lowest.
SHOWN, HIDDEN = (-1.5, -0.5), (-1.0, 0.0)
UNNATURAL = frozenset(
    {"garbled/mslc23_zh-en:worst-best", "wrecked"}
)  # half of it is bad: no share that anyone meets
FAVOURABLE = frozenset({"similarity.high"})

Floats = NDArray[np.float64]
Features = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`better` is to have a higher quality than `worse`, or, where that is None, a high one if it `is_good`, else a low one."""

    set: str
    fold: int
    weight: float
    better: Features
    worse: Features | None = None
    is_good: bool = True


def main() -> None:
    root = Path(sys.argv[1])
    seen = {name: _observed(root, name) for name in WEIGHTS}
    comparisons = [each for name in WEIGHTS for each in _comparisons(name, seen[name])]
    comparisons += _wrecked(seen["challenge/demetr"])
    alone = [each for name in ALONE for each in _without_source(_comparisons(name, seen[name]))]
    fit = Fit.of(comparisons)
    held_out = [fit.weights([each for each in comparisons if each.fold != fold]) for fold in range(FOLDS)]
    for name, observations in seen.items():
        print(name, _told(observations, held_out))
    weights = fit.weights(comparisons)
    print(ALONE[0], f"without its source: AUROC {_held_out_alone(alone):.4f}")
    usual = _usual(comparisons, weights)
    print("reliability", *_reliability(comparisons, weights, usual))
    if "--dry-run" not in sys.argv:
        told = {
            "usual": round(usual, 3),
            "weights": _rounded(weights),
            "weights without a source": _rounded(Fit.of(alone).weights(alone)),
        }
        OUT.write_text(json.dumps(told, indent=1) + "\n", "utf-8")


def _rounded(weights: Mapping[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in sorted(weights.items()) if abs(value) >= 0.0005}


def _held_out_alone(alone: Sequence[Comparison]) -> float:
    """AUROC of the classes among what has no source, by five folds."""
    fit, classed = Fit.of(alone), [each for each in alone if each.worse is None]
    folds = [fit.weights([each for each in alone if each.fold != fold]) for fold in range(FOLDS)]
    odds = np.array([_odds(each.better, folds[each.fold]) for each in classed])
    return auroc(-odds, np.array([not each.is_good for each in classed]))


def _observed(root: Path, name: str) -> list[Observation]:
    rules = select_rules(load_pack(builtin_pack()), (), ())
    with RunResources(Settings(grammar="off"), {kind for rule in rules for kind in rule.needs}) as run:
        chosen = replace(SETS[name], words=None) if name in WHOLE else SETS[name]
        found = list(observe(chosen.sampled(root), rules, run))
    print(name, len(found), file=sys.stderr, flush=True)
    return found


def _fold(record: Labelled) -> int:
    return int(sha1((record.source or record.where).encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def _comparisons(name: str, observations: Sequence[Observation]) -> list[Comparison]:
    weighted = list(_unweighted(name, observations))
    share = WEIGHTS[name] / len(weighted)
    return [
        Comparison(each.set, each.fold, share, each.better, each.worse, each.is_good) for each in weighted
    ]


def _wrecked(observations: Sequence[Observation]) -> Iterator[Comparison]:
    chosen = [
        each
        for each in observations
        if isinstance(each.record, Contrast) and each.record.kind.rpartition("/")[2] in WRECKED
    ]
    for each in chosen:
        assert each.bad is not None
        for seen, is_good in ((each.seen, True), (each.bad, False)):
            weight = WRECKED_WEIGHT / 4 / len(chosen)
            for features in (seen.features, _without_lexicon(seen.features)):
                yield Comparison("wrecked", _fold(each.record), weight, features, is_good=is_good)


def _without_source(comparisons: Iterable[Comparison]) -> Iterator[Comparison]:
    def kept(features: Features) -> Features:
        return {name: value for name, value in features.items() if name.startswith(OF_THE_TARGET)}

    for each in comparisons:
        worse = None if each.worse is None else kept(each.worse)
        yield replace(each, weight=each.weight / WEIGHTS[each.set], better=kept(each.better), worse=worse)


def _without_lexicon(features: Features) -> Features:
    """As in a language that has none."""
    return {
        name: value
        for name, value in features.items()
        if not name.startswith("words.") and name != "similarity.detached"
    }


def _unweighted(name: str, observations: Sequence[Observation]) -> Iterator[Comparison]:
    first = observations[0].record
    if isinstance(first, Contrast):
        for each in observations:
            if (
                each.bad is not None and each.bad.text.strip()
            ):  # what is not there has no features, and no quality
                yield Comparison(name, _fold(each.record), 1, each.seen.features, each.bad.features)
    elif isinstance(first, Scored) and first.score is None:
        for each in observations:
            assert isinstance(each.record, Scored)
            yield Comparison(name, _fold(each.record), 1, each.seen.features, is_good=not each.record.is_bad)
    else:
        for one, two in _pairs(observations):
            better, worse = (one, two) if _score(one) > _score(two) else (two, one)
            if _score(better) - _score(worse) >= APART and _fold(one.record) == _fold(two.record):
                yield Comparison(name, _fold(one.record), 1, better.seen.features, worse.seen.features)


def _pairs(observations: Sequence[Observation]) -> Iterable[tuple[Observation, Observation]]:
    """Of a set of scores any two, drawn at random; of marked errors those of one source."""
    if isinstance(observations[0].record, Scored):
        chance = random.Random(1)
        return [tuple(chance.sample(list(observations), 2)) for _ in range(SAMPLED)]
    by_source = defaultdict[str, list[Observation]](list)
    for each in observations:
        by_source[each.record.source or each.record.where].append(each)
    return [pair for same in by_source.values() for pair in combinations(same, 2)]


def _score(observation: Observation) -> float:
    record = observation.record
    if isinstance(record, Spans):
        return -penalty(record)
    assert isinstance(record, Scored)
    assert record.score is not None
    return record.score


@dataclass(frozen=True, slots=True)
class Fit:
    """The features of all comparisons, and their deviations: of the differences of pairs, of the values of classes."""

    names: tuple[str, ...]
    deviations: Floats

    @classmethod
    def of(cls, comparisons: Sequence[Comparison]) -> Fit:
        found = {name for each in comparisons for name in {**each.better, **(each.worse or {})}}
        names = tuple(sorted(found | {f"findings.{category.folder}" for category in Category}))
        rows = _rows(comparisons, names)
        return cls(names, np.sqrt((rows**2).mean(axis=0)) + 1e-3)

    def weights(self, comparisons: Sequence[Comparison]) -> dict[str, float]:
        """Logistic regression with an intercept for each set of classes, which its share of good ones is left to."""
        sets = sorted({each.set for each in comparisons if each.worse is None})
        intercepts = np.array(
            [[each.worse is None and each.set == name for name in sets] for each in comparisons], float
        )
        rows = np.hstack([_rows(comparisons, self.names) / self.deviations, intercepts])
        signs = np.array([1.0 if each.is_good else -1.0 for each in comparisons])
        counts = np.array([each.weight for each in comparisons])
        strength = np.r_[np.full(len(self.names), PENALTY), np.full(len(sets), PENALTY / 1000)]

        def loss(values: Floats) -> tuple[float, Floats]:
            margins = signs * (rows @ values)
            slope = -signs * counts / (1 + np.exp(np.clip(margins, -40, 40)))
            total = (np.logaddexp(0, -margins) * counts).sum() + (strength * values**2).sum()
            return float(total), rows.T @ slope + 2 * strength * values

        bounds = [
            _bounds(name, deviation) for name, deviation in zip(self.names, self.deviations, strict=True)
        ]
        bounds += [(None, None)] * len(sets)
        found = minimize(
            loss,
            np.zeros(rows.shape[1]),
            jac=True,
            method="L-BFGS-B",
            bounds=bounds,
            options={"maxiter": 1000},
        )
        return dict(zip(self.names, (found.x[: len(self.names)] / self.deviations).tolist(), strict=True))


def _bounds(name: str, deviation: float) -> tuple[float | None, float | None]:
    """Of the weight of a scaled feature. A finding is a sign among others: rare ones would count as much as they like."""
    if name in FAVOURABLE:
        return 0, None
    if name.startswith("findings."):
        least, most = HIDDEN if name.endswith("-low") else SHOWN
        return least * deviation, most * deviation
    return None, 0


def _rows(comparisons: Sequence[Comparison], names: Sequence[str]) -> Floats:
    column = {name: at for at, name in enumerate(names)}
    rows = np.zeros((len(comparisons), len(names)))
    for row, each in zip(rows, comparisons, strict=True):
        for features, sign in ((each.better, 1), (each.worse or {}, -1)):
            for name, value in features.items():
                row[column[name]] += sign * value
    return rows


def _odds(features: Features, weights: Mapping[str, float]) -> float:
    return sum(weights.get(name, 0.0) * value for name, value in features.items())


def _classed(comparisons: Iterable[Comparison], weights: Mapping[str, float]) -> tuple[Floats, Floats]:
    """Log odds and whether each is good, of the records that have a class; each set counts alike."""
    classed = [each for each in comparisons if each.worse is None and each.set not in UNNATURAL]
    return (
        np.array([_odds(each.better, weights) for each in classed]),
        np.array([each.is_good for each in classed], float),
    )


def _usual(comparisons: Iterable[Comparison], weights: Mapping[str, float]) -> float:
    """The log odds of a pair without any sign: with these, as many pairs are good as the quality says."""
    odds, good = _classed(comparisons, weights)
    low, high = -10.0, 20.0
    while high - low > 1e-4:
        middle = (low + high) / 2
        low, high = (
            (middle, high) if (1 / (1 + np.exp(-odds - middle))).mean() < good.mean() else (low, middle)
        )
    return low


def _reliability(
    comparisons: Iterable[Comparison], weights: Mapping[str, float], usual: float
) -> Iterator[str]:
    odds, good = _classed(comparisons, weights)
    quality = 1 / (1 + np.exp(-odds - usual))
    for low in (0.0, 0.2, 0.4, 0.6, 0.8, 0.9):
        inside = (quality >= low) & (quality < {0.8: 0.9, 0.9: 1.01}.get(low, low + 0.2))
        if inside.any():
            yield f"{low}: said {quality[inside].mean():.2f} are {good[inside].mean():.2f} of {inside.sum()};"


def _told(observations: Sequence[Observation], held_out: Sequence[Mapping[str, float]]) -> str:
    def odds(observation: Observation, *, bad: bool = False) -> float:
        features = (
            observation.bad.features if bad and observation.bad is not None else observation.seen.features
        )
        return round(_odds(features, held_out[_fold(observation.record)]), 6)

    records = [each.record for each in observations]
    own = np.array([odds(each) for each in observations])
    groups = numbered([record.source or record.where for record in records])
    if isinstance(records[0], Contrast):
        spoiled = np.array(
            [odds(each, bad=True) if each.bad and each.bad.text.strip() else -np.inf for each in observations]
        )
        right = np.where(own > spoiled, 1.0, np.where(own == spoiled, 0.5, 0.0))
        return (
            f"ranking {right.mean():.3f}"
            + "".join(_by(records, right, _kind))
            + "".join(_by(records, right, _severity))
        )
    if isinstance(records[0], Spans):
        score = np.array([_score(each) for each in observations])
        cosine = np.array([each.seen.cosine for each in observations])
        told = [
            figure.value if (figure := pairwise(values, score, groups)) else float("nan")
            for values in (own, cosine)
        ]
        return "pairwise {:.3f}, by cosine {:.3f}".format(*told)
    if records[0].score is not None:
        return f"Spearman {spearman(own, np.array([_score(each) for each in observations])):.3f}"
    bad = np.array([record.is_bad for record in records if isinstance(record, Scored)])
    called = folded(own, bad, groups)
    cells = (called & bad, called & ~bad, ~called & bad, ~called & ~bad)
    return f"AUROC {auroc(-own, bad):.4f}, MCC {mcc(*(float(each.sum()) for each in cells)):.3f}"


def _kind(record: Contrast) -> str:
    return record.kind.partition("/")[0]


def _severity(record: Contrast) -> str:
    return record.severity.label if record.severity else ""


def _by(records: Sequence[Labelled], right: Floats, key: Callable[[Contrast], str]) -> Iterator[str]:
    keys = np.array([key(record) for record in records if isinstance(record, Contrast)])
    for each in sorted(set(keys) - {""}):
        yield f"; {each} {right[keys == each].mean():.3f}"


if __name__ == "__main__":
    main()
