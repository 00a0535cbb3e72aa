"""Fit the weights of `tqcheck.support.gaps` on phrases cut out of translations, and report how many of them are found.

    python tools/support/fit.py DATA [--every N] [--show N]

DATA holds `retrieval/ntrex.jsonl.gz` and `clean/`, human translations. A gap is a phrase that was cut out of the other
side of a pair of NTREX-128 here; none is what is found in the untouched pairs of both, or on a side that was cut. What is
reported is of documents that were not fitted on. Writes `src/tqcheck/support/data/weights.json`, but for `--every N`, which
takes each Nth document. `--show N` prints the likeliest gaps of untouched text. Needs scipy; 4 minutes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from tqcheck import embed
from tqcheck.providers import Resources, support
from tqcheck.rules.examples import article_of
from tqcheck.rules.rule import good
from tqcheck.support.gaps import NAMES, PATH, SIDES, Candidate, measured
from tqcheck.support.lexical import units

LANGUAGES = ("zh", "de", "fr", "es", "ru", "ja", "pt", "ko")
SEED = 0
# Content words of what is cut out, and the most that it may be of all those of its sentence.
FEWEST, MOST, LARGEST_SHARE = 3, 8, 0.55
# Where phrases begin and end: at punctuation, in English also before a small word.
PUNCTUATION = re.compile("[，、。；：,;:—–()（）]")
ENGLISH = re.compile(
    r"[,;:()—–]|\b(?:about|across|after|against|although|among|as|at|because|before|between|by|during|for|from|if|in|into|of"
    r"|on|over|since|that|through|to|under|when|where|which|while|who|with|without)\b"
)
PIECES = 3  # from one such place to at most the third after it
# Ridge penalty, of standardised columns.
PENALTY = 1.0
# Untouched sides per word of English that may be told to have a gap, foreign and English ones each: more than half of them
# lack something indeed (see ORIGIN.md).
FALSE_ALARMS = 2.5 / 100_000

Rows = NDArray[np.float64]
Pairs = Sequence[tuple[str, str]]  # (foreign, English)


@dataclass(frozen=True, slots=True)
class Document:
    """The pairs of a document, as they were published or with the phrases `cut` out of them: (pair, cut in English)."""

    language: str
    name: str
    pairs: Pairs
    cut: dict[int, bool]


@dataclass(frozen=True, slots=True)
class Case:
    """What may be a gap of a side: what is measured of it, whether it is one, and whether anything was cut here."""

    language: str
    document: str
    of_english: bool
    values: tuple[float, ...]
    is_gap: bool
    untouched: bool
    shown: str


class Remembering:
    """An embedder that reads each text once: of a spoiled article most is as it was."""

    def __init__(self, embedder: embed.Embedder) -> None:
        self.id = embedder.id
        self._embedder = embedder
        self._vectors: dict[str, NDArray[np.float32]] = {}

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._embedder.encode(new), strict=True))
        return np.stack([self._vectors[text] for text in texts])


def documents(root: Path, every: int) -> Iterator[Document]:
    """The untouched ones of both sets, and those of NTREX-128 with every other pair spoiled, then the others."""
    random = Random(SEED)
    by_name = defaultdict(list)
    for row in _rows(root / "retrieval" / "ntrex.jsonl.gz"):
        by_name[row["doc"]].append(row)
    for language in LANGUAGES:
        for name, rows in list(by_name.items())[::every]:
            pairs = [(row[language], row["en"]) for row in rows if row[language] and row["en"]]
            yield Document(language, name, pairs, {})
            for parity in range(2):
                yield spoiled(Document(language, name, pairs, {}), parity, random)
    for path in sorted((root / "clean").glob("*.gz")):
        translations = defaultdict(list)
        for row in _rows(path):
            if row["src"] and row["ref"]:
                key = row["set"], row["doc"], row["ref_name"]
                translations[key].append((row["src"], row["ref"]))
        for (_, name, _), pairs in list(translations.items())[::every]:
            yield Document(row["lp"][:2], name, pairs, {})


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    return map(json.loads, gzip.decompress(path.read_bytes()).decode("utf-8").splitlines())


def spoiled(document: Document, parity: int, random: Random) -> Document:
    """Every other pair without a phrase of one of its sides; those beside it tell whether it is said elsewhere."""
    pairs, cut = list(document.pairs), {}
    for at in range(parity, len(pairs), 2):
        foreign, english = pairs[at]
        in_english = random.random() < 0.5
        shorter = without_a_phrase(*((english, "en") if in_english else (foreign, document.language)), random)
        if shorter is not None:
            pairs[at] = (foreign, shorter) if in_english else (shorter, english)
            cut[at] = in_english
    return Document(document.language, document.name, pairs, cut)


def without_a_phrase(text: str, language: str, random: Random) -> str | None:
    """The text without one phrase; None if it has none that can be cut out."""
    words = units(text, language)
    content = [unit.span for unit in words if unit.information]
    marks = (ENGLISH if language == "en" else PUNCTUATION).finditer(text)
    cuts = sorted({0, len(text.rstrip(' .!?。！？"”»')), *(mark.start() for mark in marks)})
    phrases = [
        (low, high)
        for at, low in enumerate(cuts)
        for high in cuts[at + 1 : at + 1 + PIECES]
        if low > 0
        and FEWEST <= (count := sum(1 for span in content if low <= span.start and span.end <= high)) <= MOST
        and count <= LARGEST_SHARE * len(content)
    ]
    if not phrases:
        return None
    low, high = random.choice(phrases)
    return f"{text[:low].rstrip()} {text[high:].lstrip()}".strip()


def cases(document: Document, embedder: embed.Embedder) -> Iterator[Case]:
    """All that the provider would weigh, found by itself with a scorer that takes notes.

    Of a spoiled document only the pairs that are.
    """
    noted = list[tuple[float, ...]]()

    def note(found: Candidate, _language: str, gain: float, run_cosine: float, cosine: float) -> float:
        if gain <= 0:
            return -math.inf
        noted.append(measured(found, gain, run_cosine, cosine))
        return 0.0

    foreign, english = ([pair[side] for pair in document.pairs] for side in range(2))
    article = article_of(good(foreign, english, languages=f"{document.language}-en"))
    resources = Resources(embedder=embedder, source_vectors=np.zeros((1, 1), np.float32))
    with mock.patch.object(support, "score", note), mock.patch.object(support, "hopeful", return_value=True):
        facts = support.gather(article, resources).facts
    found = [
        (at, of_english, gap.span.of(pair[of_english]))
        for at, pair in enumerate(document.pairs)
        for of_english in (False, True)
        for gap in (facts[str(at)].added if of_english else facts[str(at)].omitted)
    ]
    for (at, of_english, phrase), values in zip(found, noted, strict=True):
        if not document.cut or at in document.cut:
            is_gap = at in document.cut and document.cut[at] is not of_english
            shown = f"{phrase} | {' | '.join(document.pairs[at])}"
            yield Case(document.language, document.name, of_english, values, is_gap, not document.cut, shown)


def fit(known: Sequence[Case]) -> Rows:
    """Ridge-penalised logistic regression: one weight for each of NAMES."""
    x = np.array([case.values for case in known])
    sign = np.array([1.0 if case.is_gap else -1.0 for case in known])
    mean, scale = x[:, :-1].mean(axis=0), x[:, :-1].std(axis=0) + 1e-9
    z = np.column_stack([(x[:, :-1] - mean) / scale, x[:, -1]])

    def loss(w: Rows) -> tuple[float, Rows]:
        margin = sign * (z @ w)
        slope = -z.T @ (sign / (1 + np.exp(margin)))
        slope[:-1] += PENALTY * w[:-1]
        return float(np.logaddexp(0, -margin).sum() + PENALTY / 2 * (w[:-1] @ w[:-1])), slope

    w = minimize(loss, np.zeros(len(NAMES)), jac=True, method="L-BFGS-B").x
    slopes = w[:-1] / scale
    return np.append(slopes, w[-1] - slopes @ mean)


def held_out(known: Sequence[Case]) -> Rows:
    """The log odds of each by what the other half of the documents says."""
    half = np.array([crc32(case.document.encode()) % 2 for case in known])
    odds = np.zeros(len(known))
    for own in (0, 1):
        weights = fit([case for case, side in zip(known, half, strict=True) if side != own])
        odds[half == own] = [
            case.values @ weights for case, side in zip(known, half, strict=True) if side == own
        ]
    return odds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    embedder = Remembering(embed.open_embedder())
    words, cuts, found = 0, Counter[tuple[str, bool]](), list[Case]()
    for document in documents(options.data, options.every):
        found += cases(document, embedder)
        cuts.update((document.language, not in_english) for in_english in document.cut.values())
        if not document.cut:
            words += sum(len(english.split()) for _, english in document.pairs)
    print(f"{words} words untouched, {sum(cuts.values())} phrases cut out")
    fitted = {}
    for side in SIDES:
        of_english = side == "english"
        known = [case for case in found if case.of_english is of_english]
        odds = held_out(known)
        alarms = sorted(
            ((float(value), case) for value, case in zip(odds, known, strict=True) if case.untouched),
            key=lambda alarm: -alarm[0],
        )
        least = alarms[int(FALSE_ALARMS * words)][0]
        weights = fit(known)
        weights[-1] -= least
        fitted[side] = dict(zip(NAMES, (round(float(weight), 3) for weight in weights), strict=True))
        told = Counter(
            case.language for case, value in zip(known, odds, strict=True) if case.is_gap and value > least
        )
        print(f"{side}: {json.dumps(fitted[side])}")
        print(f"from {least:.2f} on, found of what was cut out of the other side:", end="")
        for language in LANGUAGES:
            print(f" {language} {told[language] / max(1, cuts[language, of_english]):.2f}", end="")
        print(f"; together {sum(told.values()) / sum(cuts[each, of_english] for each in LANGUAGES):.3f}")
        for value, case in alarms[: options.show]:
            print(f"{value:.2f} {case.language} {case.shown}")
    if options.every == 1:
        PATH.write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
