"""Fit the weights of `tqcheck.edits.evidence` on sentences with and without errors, and report what they are worth.

    python tools/edits/fit.py DATA [--model FOLDER] [--every N]

Sentences with errors: DEMETR's spoiled translations and the learners' sentences of JFLEG; an error is right where it
touches what was spoiled, or what a corrector changed. Without: human reference translations, DEMETR's good
translations, the corrections of JFLEG. All are fitted on: what is reported is on the same texts, and too good.
"""

from __future__ import annotations

import argparse
import difflib
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from tqcheck.edits.candidates import forms
from tqcheck.edits.evidence import NAMES, features, group_of
from tqcheck.edits.find import is_readable
from tqcheck.edits.network import DATA, load
from tqcheck.edits.search import Error, doubts, reread
from tqcheck.edits.tokens import texts, tokenise
from tqcheck.fluency import ngrams
from tqcheck.segment import sentence_spans

# Of DEMETR, what is a matter of grammar.
SPOILED = ("word_swap", "function_word", "aspect", "tense", "case", "conj_removed", "pos_shift", "verb_removed",
           "noun_removed", "subj_removed", "shuffled", "char_removed", "misspelled")  # fmt: skip
# What is put down to word order here is another fault: learnt from it, swaps would count for less.
OTHER_FAULTS = re.compile("removed|shuffled|tense|aspect|case|function_word|pos_shift")
# A clean sentence stands for as many as there are in an article for one with an error.
CLEAN_WEIGHT = 3.0
# Errors of less doubt are seldom any, and never shown.
LEAST_DOUBT = 0.1
RIDGE = 0.3
# So many errors of a group per 1,000 words of published translations are as sure as one half or surer: what the rules
# show. Most of what is found there with these are slips of the translators, but for R (4 of 6 are none) and nearly half of WO.
ALARMS = {"ALL": 0.03, "WO": 0.13, "U": 0.03, "M": 0.04, "FORM": 0.015, "R": 0.015, "SPELL": 0.07, "?": 0.01}


@dataclass(frozen=True, slots=True)
class Case:
    """A text of a set; `wrong` are the tokens (by offset) that are changed, None where all is right."""

    name: str
    text: str
    better: tuple[str, ...] = ()


def cases(root: Path) -> Iterator[Case]:
    """All texts of the sets."""
    good = set[str]()
    for row in _rows(root / "challenge" / "demetr.jsonl.gz"):
        kind = row["pert"]
        if any(name in kind for name in SPOILED):
            yield Case(f"demetr {kind}", row["mt_bad"], (row["mt"],))
            if row["mt"] not in good:
                good.add(row["mt"])
                yield Case("demetr good", row["mt"])
    for row in _rows(root / "grammar" / "jfleg_dev.jsonl"):
        yield Case("jfleg src", row["src"], tuple(row["refs"]))
        for reference in row["refs"]:
            yield Case("jfleg refs", reference)
    for path in sorted((root / "clean").glob("*.gz")):
        for row in _rows(path):
            if not row["mqm_penalty"]:
                yield Case("clean", row["ref"])
    for row in _rows(root / "grammar" / "blimp.jsonl.gz"):
        yield Case("blimp good", row["good"])
        yield Case(f"blimp {row['uid']}", row["bad"], (row["good"],))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    return map(json.loads, text.decode("utf-8").splitlines())


def changed(words: Sequence[str], better: Sequence[Sequence[str]]) -> set[int]:
    """The tokens that a correction changes, with the one before which it puts something."""
    found = set[int]()
    for other in better:
        for tag, low, high, _, _ in difflib.SequenceMatcher(None, words, other, autojunk=False).get_opcodes():
            if tag != "equal":
                found.update(range(low, max(high, low + 1)))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", type=Path, default=DATA)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    network, tables, model = load(options.model), forms(options.model), ngrams.load("en")
    everything = list(cases(options.data))[:: options.every]
    sentences: list[tuple[int, list[str]]] = []
    for index, case in enumerate(everything):
        for span in sentence_spans(case.text, "en"):
            words = texts(case.text, tokenise(case.text, span.start, span.end))
            if is_readable(words):
                sentences.append((index, words))
    read = [words for _, words in sentences]
    doubted = doubts(network, network.probabilities(read), tables, model, read)
    doubted = [doubt for doubt in doubted if doubt.readings[0].probability >= LEAST_DOUBT]
    rows = list[tuple[int, str, tuple[float, ...], bool, str]]()
    wrong = {
        at: changed(sentences[at][1], [_all(text) for text in everything[sentences[at][0]].better])
        for at in {doubt.index for doubt in doubted}
    }
    for doubt, error in zip(doubted, reread(network, read, doubted), strict=True):
        index, words = sentences[doubt.index]
        edit = error.edit
        low, high = (edit.start, edit.end) if edit is not None else (error.at, error.at + 1)
        right = bool(wrong[doubt.index] & set(range(low, high + 1)))
        rows.append((index, group_of(error), features(words, error), right, _shown(words, error)))
    fitted = fit(everything, rows)
    shift(everything, rows, fitted)
    (options.model / "weights.json").write_text(json.dumps(fitted, indent=1) + "\n", encoding="utf-8")
    report(everything, rows, fitted, options.show)


def _all(text: str) -> list[str]:
    return texts(text, tokenise(text))


def _shown(words: Sequence[str], error: Error) -> str:
    edit = error.edit
    low, high = (edit.start, edit.end) if edit is not None else (error.at, error.at + 1)
    after = " ".join(edit.tokens) if edit is not None else "?"
    return f"{error.kind}: {' '.join(words[max(0, low - 6) : low])} [{' '.join(words[low:high])} → {after}] {' '.join(words[high : high + 5])}"


def fit(
    everything: Sequence[Case], rows: Sequence[tuple[int, str, tuple[float, ...], bool, str]]
) -> dict[str, list[float]]:
    """Ridge-penalised logistic regression, one a group. BLiMP is only reported."""
    fitted = {}
    for group in sorted({row[1] for row in rows}):
        own = [
            row
            for row in rows
            if row[1] == group
            and not everything[row[0]].name.startswith("blimp")
            and (row[3] or not everything[row[0]].better)
            and not (group == "WO" and row[3] and OTHER_FAULTS.search(everything[row[0]].name))
        ]
        x = np.array([[1.0, *row[2]] for row in own])
        y = np.array([row[3] for row in own], float)
        if len(own) < 30 or y.sum() < 10:
            continue
        weight = np.array([CLEAN_WEIGHT if everything[row[0]].name == "clean" else 1.0 for row in own])

        def loss(w: np.ndarray, x: np.ndarray = x, y: np.ndarray = y, weight: np.ndarray = weight) -> float:
            z = x @ w
            return float((weight * (np.logaddexp(0, z) - y * z)).sum() + RIDGE * (w[1:] ** 2).sum())

        w = minimize(loss, np.zeros(1 + len(NAMES)), method="L-BFGS-B").x
        fitted[group] = [round(float(value), 3) for value in w]
    return fitted


def shift(
    everything: Sequence[Case],
    rows: Sequence[tuple[int, str, tuple[float, ...], bool, str]],
    fitted: dict[str, list[float]],
) -> None:
    """Move each group's bias so that one half stands for ALARMS."""
    words = sum(len(case.text.split()) for case in everything if case.name == "clean")
    for group, weights in fitted.items():
        clean = sorted(
            (
                weights[0] + float(np.dot(weights[1:], row[2]))
                for row in rows
                if row[1] == group and everything[row[0]].name == "clean"
            ),
            reverse=True,
        )
        allowed = int(ALARMS[group] * words / 1000)
        if allowed < len(clean):
            weights[0] = round(weights[0] - clean[allowed] - 0.01, 3)


def report(
    everything: Sequence[Case],
    rows: Sequence[tuple[int, str, tuple[float, ...], bool, str]],
    fitted: dict[str, list[float]],
    show: int,
) -> None:
    """By threshold: share of texts with an error found, and errors found per 1,000 words of clean text, by group."""
    sizes = defaultdict(int)
    for case in everything:
        sizes[case.name] += 1
    words = sum(len(case.text.split()) for case in everything if case.name == "clean")
    scored = []
    for index, group, values, right, shown in rows:
        if group in fitted:
            z = fitted[group][0] + float(np.dot(fitted[group][1:], values))
            scored.append((1 / (1 + np.exp(-z)), index, group, right, shown))
    print("weights", json.dumps(fitted))
    for group in sorted(fitted):
        own = sorted((row for row in scored if row[2] == group), reverse=True)
        for rate in (ALARMS[group], 2 * ALARMS[group]):
            alarms, chosen = 0, list[tuple[float, int, str, bool, str]]()
            for row in own:
                alarms += everything[row[1]].name == "clean"
                if alarms > rate * words / 1000:
                    break
                chosen.append(row)
            flagged = defaultdict(set)
            for _, index, _, right, _ in chosen:
                case = everything[index]
                if right or not case.better:
                    name = (
                        case.name
                        if not case.name.startswith("blimp ") or case.name == "blimp good"
                        else "blimp"
                    )
                    flagged[name].add(index)
            least = chosen[-1][0] if chosen else 1
            found = {
                name.replace("demetr ", ""): round(len(hits) / (sizes[name] or sizes["blimp good"]), 3)
                for name, hits in sorted(flagged.items())
                if name != "clean"
            }
            print(f"{group} {rate}/1000 words: p >= {least:.3f}", found)
    if show:
        worst = sorted((s for s in scored if everything[s[1]].name == "clean"), reverse=True)[:show]
        for p, _, group, _, shown in worst:
            print(f"{p:.3f} {group} {shown}")


if __name__ == "__main__":
    main()
