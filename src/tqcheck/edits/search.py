"""The errors of sentences: what the tagger marks, and the single edit that heals it best.

An error whose sentence the tagger finds right after one edit, and an n-gram model likelier, is surer than one that no
edit helps.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tqcheck.edits.candidates import Candidate, Forms, candidates
from tqcheck.edits.labels import OK, kind_of
from tqcheck.edits.network import Floats, Network
from tqcheck.fluency.ngrams import NgramModel

# Below this probability of any error a token is not looked at.
LEAST = 0.25
# What is marked so near belongs to the same fault.
_NEAR = 2
# Tokens on each side in which an edit must heal.
_WINDOW = 4
_LABELS_TRIED = 8
_LEAST_LABEL = 0.01
# What a nat of the n-gram model counts against the share of the error that is healed, and the most nats that count.
_NAT, _MOST_NATS = 0.04, 10.0


@dataclass(frozen=True, slots=True)
class Error:
    """An error at token `at`: its ERRANT type, the tagger's probability of any error there, and the best edit.

    `healing`: how much of the error around it the edit takes away, up to 1. `gain`: how much likelier it makes the
    sentence, nats. `prior`: the tagger's probability of just this edit's label. Without an edit all three are 0.
    """

    at: int
    kind: str
    probability: float
    edit: Candidate | None = None
    healing: float = 0.0
    gain: float = 0.0
    prior: float = 0.0

    @property
    def score(self) -> float:
        """By what the best of several edits is chosen."""
        return self.healing + _NAT * float(np.clip(self.gain, -_MOST_NATS, _MOST_NATS)) + 0.1 * self.prior


def search(
    network: Network, tables: Forms, ngrams: NgramModel, sentences: Sequence[Sequence[str]]
) -> list[list[Error]]:
    """The errors of each tokenised sentence in order."""
    judged = network.probabilities(sentences)
    doubted = [(index, at) for index, table in enumerate(judged) for at in _peaks(1 - table[:, 0])]
    tried: list[tuple[int, int, str, Candidate]] = []
    for index, at in doubted:
        for label in _likeliest(network, judged[index], at):
            tried += ((index, at, label, edit) for edit in candidates(sentences[index], at, label, tables))
    edited = [edit.applied(sentences[index]) for index, _, _, edit in tried]
    likely = [
        float(scores.sum()) for scores in ngrams.log_probs([glued(words) for words in (*edited, *sentences)])
    ]
    number = {label: at for at, label in enumerate(network.labels)}
    best = dict[tuple[int, int], Error]()
    for (index, at, label, edit), after, likelihood in zip(
        tried, network.probabilities(edited), likely, strict=False
    ):
        before = judged[index]
        error = Error(
            at,
            kind_of(label, sentences[index][at]),
            float(1 - before[at, 0]),
            edit,
            _healing(before, after, edit),
            likelihood - likely[len(tried) + index],
            float(before[at, number[label]]),
        )
        if (index, at) not in best or error.score > best[(index, at)].score:
            best[(index, at)] = error
    found: list[list[Error]] = [[] for _ in sentences]
    for index, at in doubted:
        healed = best.get((index, at))
        if healed is not None and healed.healing > 0:
            found[index].append(healed)
            continue
        label = network.labels[1 + int(judged[index][at, 1:].argmax())]
        found[index].append(Error(at, kind_of(label, sentences[index][at]), float(1 - judged[index][at, 0])))
    return found


def glued(words: Sequence[str]) -> list[str]:
    """Tokens as the n-gram model has them: a clitic is part of its word."""
    parts = list[str]()
    for word in words:
        if len(word) > 1 and word[0] == "'" and parts:
            parts[-1] += word
        else:
            parts.append(word)
    return parts


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
    order = np.argsort(-judged[at], kind="stable")[: _LABELS_TRIED + 1]
    labels = [network.labels[label] for label in order if judged[at, label] >= _LEAST_LABEL]
    return [label for label in labels if label != OK]


def _healing(before: Floats, after: Floats, edit: Candidate) -> float:
    """How much of the expected number of errors around an edit it takes away, -∞ to 1."""
    low, high = max(0, edit.start - _WINDOW), edit.end + _WINDOW
    shift = len(after) - len(before)
    was = float((1 - before[low:high, 0]).sum())
    remains = float((1 - after[low : high + shift, 0]).sum())
    return (was - remains) / max(was, 1e-6)
