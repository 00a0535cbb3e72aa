"""The errors of sentences: what the tagger marks, and the single edit that heals it best.

An error whose sentence an n-gram model finds much likelier after one edit is surer than one that no edit helps.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tqcheck.edits.candidates import Candidate, Forms, candidates
from tqcheck.edits.labels import OK, kind_of
from tqcheck.edits.network import Floats, Network
from tqcheck.fluency.ngrams import NgramModel

# Below this probability of any error a token is not looked at: the n-gram model finds few more.
LEAST = 0.04
# What is marked so near belongs to the same fault.
_NEAR = 2
# The sentence is read again with each of so many edits.
_REREAD = 2
_LABELS_TRIED = 12
_LEAST_LABEL = 0.002
# What a nat of the n-gram model counts against one of the tagger's, and the most nats that count.
_NAT, _MOST_NATS = 0.5, 10.0
# Tokens on each side that an n-gram of three sees of a change.
_REACH = 2


@dataclass(frozen=True, slots=True)
class Error:
    """An error at token `at`: its ERRANT type, the tagger's probability of any error there, and an edit that may heal it.

    `gain`: how much likelier the edit makes the sentence, nats. `prior`: the tagger's probability of just this edit's
    label. `surprise`: how much less likely the n-gram model finds the two tokens here than their mere frequency, nats.
    `left`: the tagger's probability of an error there once the edit is made, 1 where it was not asked again.
    """

    at: int
    kind: str
    probability: float
    prior: float
    surprise: float
    edit: Candidate | None = None
    gain: float = 0.0
    left: float = 1.0

    @property
    def score(self) -> float:
        """By what the best of several edits is chosen; that of no edit is below those of good ones."""
        if self.edit is None:
            return math.log(max(self.prior, 1e-6)) - 1
        held = min(max(self.gain, -_MOST_NATS), _MOST_NATS)
        healed = math.log(max(1 - self.left, 1e-3)) if self.left < 1 else 0.0
        return math.log(max(self.prior, 1e-6)) + _NAT * held + healed


@dataclass(frozen=True, slots=True)
class Doubt:
    """A token of sentence `index` that may be wrong: the likeliest readings of the error, the best first, one without
    an edit among them.
    """

    index: int
    readings: tuple[Error, ...]


def doubts(
    network: Network,
    judged: Sequence[Floats],
    tables: Forms,
    ngrams: NgramModel,
    sentences: Sequence[Sequence[str]],
) -> list[Doubt]:
    """Where the tokenised sentences may be wrong, in order. `judged`: the network's probabilities of each."""
    number = {label: at for at, label in enumerate(network.labels)}
    places = [(index, at) for index, table in enumerate(judged) for at in _peaks(1 - table[:, 0])]
    tried = list[tuple[int, int, str, Candidate]]()
    for index, at in places:
        for label in _likeliest(network, judged[index], at):
            tried += ((index, at, label, edit) for edit in candidates(sentences[index], at, label, tables))
    gains = _gains(ngrams, sentences, [(index, edit) for index, _, _, edit in tried])
    surprises = _surprises(ngrams, sentences, places)
    readings = defaultdict[tuple[int, int], list[Error]](list)
    for (index, at, label, edit), gain in zip(tried, gains, strict=True):
        table, kind = judged[index], kind_of(label, sentences[index][at])
        prior, doubt = float(table[at, number[label]]), float(1 - table[at, 0])
        readings[index, at].append(Error(at, kind, doubt, prior, surprises[index, at], edit, gain))
    found = list[Doubt]()
    for index, at in places:
        table = judged[index]
        likeliest = 1 + int(table[at, 1:].argmax())
        kind, prior = kind_of(network.labels[likeliest], sentences[index][at]), float(table[at, likeliest])
        bare = Error(at, kind, float(1 - table[at, 0]), prior, surprises[index, at])
        best = sorted(readings[index, at], key=lambda error: -error.score)[:_REREAD]
        found.append(Doubt(index, tuple(sorted((*best, bare), key=lambda error: -error.score))))
    return found


def reread(network: Network, sentences: Sequence[Sequence[str]], doubted: Sequence[Doubt]) -> list[Error]:
    """The one reading of each doubt with whose edit the tagger has least doubt left."""
    again = [(at, error) for at, doubt in enumerate(doubted) for error in doubt.readings]
    edits = [(at, error, error.edit) for at, error in again if error.edit is not None]
    edited = [edit.applied(sentences[doubted[at].index]) for at, _, edit in edits]
    best = {at: error for at, error in again if error.edit is None}
    for (at, error, edit), table in zip(edits, network.probabilities(edited), strict=True):
        near = slice(max(0, edit.start - 1), edit.start + len(edit.tokens) + 1)
        healed = replace(error, left=float((1 - table[near, 0]).max(initial=0)))
        if healed.score > best[at].score:
            best[at] = healed
    return [best[at] for at in range(len(doubted))]


def _gains(
    ngrams: NgramModel, sentences: Sequence[Sequence[str]], edits: Sequence[tuple[int, Candidate]]
) -> list[float]:
    """How much likelier each edit makes its sentence, nats: only what an n-gram of three sees of it is scored."""
    windows = list[list[str]]()
    for index, edit in edits:
        words = sentences[index]
        low, high = max(0, edit.start - _REACH - 1), edit.end + _REACH + 1
        windows.append(glued(words[low:high]))
        windows.append(glued([*words[low : edit.start], *edit.tokens, *words[edit.end : high]]))
    sums = [float(scores.sum()) for scores in ngrams.log_probs(windows)]
    return [after - before for before, after in zip(sums[::2], sums[1::2], strict=True)]


def _surprises(
    ngrams: NgramModel, sentences: Sequence[Sequence[str]], places: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], float]:
    """For each place the mean surprise of its token and the next beyond their frequency, nats."""
    windows = [glued(sentences[index][max(0, at - _REACH) : at + _REACH]) for index, at in places]
    scored = ngrams.score(windows)
    found = dict[tuple[int, int], float]()
    for at, place in enumerate(places):
        rows = scored.sentence(at)
        own = slice(max(rows.start, rows.stop - 3), rows.stop - 1)
        found[place] = (
            float((scored.unigram[own] - scored.log_prob[own]).mean()) if own.start < own.stop else 0.0
        )
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
