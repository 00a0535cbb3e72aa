"""The errors of sentences: what the tagger marks, and the single edit that heals it best.

An error whose sentence the tagger finds right after one edit is surer than one that no edit helps: the same network
judges both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tqcheck.edits.candidates import Candidate, Forms, candidates
from tqcheck.edits.labels import kind_of
from tqcheck.edits.network import Floats, Network

# Below this probability of any error a token is not looked at.
LEAST = 0.3
# What is marked so near belongs to the same fault.
_NEAR = 2
# Tokens on each side in which an edit must heal.
_WINDOW = 4
_LABELS_TRIED = 8
_LEAST_LABEL = 0.01


@dataclass(frozen=True, slots=True)
class Error:
    """An error at token `at`: its ERRANT type, its probability, and the edit that heals it (None: none was found).

    `healing`: how much of the error around it the edit takes away, 0 to 1.
    """

    at: int
    kind: str
    probability: float
    edit: Candidate | None
    healing: float


def search(network: Network, tables: Forms, sentences: Sequence[Sequence[str]]) -> list[list[Error]]:
    """The errors of each tokenised sentence in order."""
    judged = network.probabilities(sentences)
    places = [_peaks(1 - table[:, 0]) for table in judged]
    tried: list[tuple[int, int, str, Candidate]] = []
    for index, peaks in enumerate(places):
        for at in peaks:
            for label in _likeliest(network, judged[index], at):
                tried += ((index, at, label, edit) for edit in candidates(sentences[index], at, label, tables))
    healed = network.probabilities([edit.applied(sentences[index]) for index, _, _, edit in tried])
    best: dict[tuple[int, int], tuple[float, str, Candidate]] = {}
    for (index, at, label, edit), table in zip(tried, healed, strict=True):
        gain = _healing(judged[index], table, edit)
        prior = float(judged[index][at, network.labels.index(label)])
        # Of two edits that heal alike, the one whose label the tagger gave.
        score = gain + 0.1 * prior
        if score > best.get((index, at), (-1.0, "", edit))[0]:
            best[(index, at)] = (score, label, edit)
    return [
        [
            _error(network, sentences[index], judged[index], at, best.get((index, at)), healed, tried)
            for at in peaks
        ]
        for index, peaks in enumerate(places)
    ]


def _error(
    network: Network,
    sentence: Sequence[str],
    judged: Floats,
    at: int,
    best: tuple[float, str, Candidate] | None,
    _healed: Sequence[Floats],
    _tried: Sequence[object],
) -> Error:
    likeliest = network.labels[1 + int(judged[at, 1:].argmax())]
    probability = float(1 - judged[at, 0])
    if best is None:
        return Error(at, kind_of(likeliest, sentence[at]), probability, None, 0.0)
    score, label, edit = best
    healing = score - 0.1 * float(judged[at, network.labels.index(label)])
    return Error(at, kind_of(label, sentence[at]), probability, edit, max(0.0, healing))


def _peaks(doubt: Floats) -> list[int]:
    """The tokens most likely wrong, none near another."""
    taken = list[int]()
    for at in np.argsort(-doubt, kind="stable"):
        if doubt[at] < LEAST:
            break
        if all(abs(int(at) - other) > _NEAR for other in taken):
            taken.append(int(at))
    return sorted(taken)


def _likeliest(network: Network, judged: Floats, at: int) -> list[str]:
    order = np.argsort(-judged[at, 1:], kind="stable")[:_LABELS_TRIED] + 1
    return [network.labels[label] for label in order if judged[at, label] >= _LEAST_LABEL]


def _healing(before: Floats, after: Floats, edit: Candidate) -> float:
    """How much of the expected number of errors around an edit it takes away, -∞ to 1."""
    low, high = max(0, edit.start - _WINDOW), edit.end + _WINDOW
    shift = len(after) - len(before)
    was = float((1 - before[low:high, 0]).sum())
    remains = float((1 - after[low : high + shift, 0]).sum())
    return (was - remains) / max(was, 1e-6)
