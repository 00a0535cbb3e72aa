"""The tagger in plain numpy: summed embeddings, gated convolutions with residuals, a softmax over edit labels.

Gated convolutions as in Dauphin et al. 2017, "Language Modeling with Gated Convolutional Networks", with layer
normalisation before each. The weights are those that `tools/edits/train.py` writes.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tqcheck.edits.features import COLUMNS, Featuriser

DATA = Path(__file__).parent / "data"
# Tokens that go through the network together: larger does not pay, their activations leave the cache.
_AT_ONCE = 2048
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Layer:
    gain: Floats
    shift: Floats
    weight: Floats  # [kernel * width, 2 * width]
    bias: Floats
    dilation: int


@dataclass(frozen=True, slots=True)
class Network:
    """The weights, and what the rows of its output mean."""

    featurise: Featuriser
    tables: tuple[Floats, ...]
    layers: tuple[_Layer, ...]
    gain: Floats
    shift: Floats
    out: Floats  # [width, labels]
    bias: Floats
    labels: tuple[str, ...]

    def probabilities(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """For each tokenised sentence the probability of every label at every token, [tokens, labels]."""
        order = sorted(range(len(sentences)), key=lambda at: len(sentences[at]))
        found: list[Floats] = [np.zeros((0, len(self.labels)), np.float32)] * len(sentences)
        batch = list[int]()
        for at in order:
            longest = len(sentences[at])
            if not longest:
                continue
            if batch and (len(batch) + 1) * longest > _AT_ONCE:
                self._fill(sentences, batch, found)
                batch = []
            batch.append(at)
        if batch:
            self._fill(sentences, batch, found)
        return found

    def _fill(self, sentences: Sequence[Sequence[str]], batch: Sequence[int], found: list[Floats]) -> None:
        longest = max(len(sentences[at]) for at in batch)
        rows = np.zeros((len(batch), longest, COLUMNS), np.int32)
        mask = np.zeros((len(batch), longest, 1), np.float32)
        for index, at in enumerate(batch):
            sentence = sentences[at]
            rows[index, : len(sentence)] = [self.featurise(token) for token in sentence]
            mask[index, : len(sentence)] = 1
        result = self._forward(rows, mask)
        for index, at in enumerate(batch):
            found[at] = result[index, : len(sentences[at])]

    def _forward(self, rows: NDArray[np.int32], mask: Floats) -> Floats:
        x: Floats = self.tables[0][rows[..., 0]]
        for column, table in enumerate(self.tables[1:], 1):
            x += table[rows[..., column]]
        x *= mask
        count, length, width = x.shape
        for layer in self.layers:
            reach = layer.dilation
            padded = np.zeros((count, length + 2 * reach, width), np.float32)
            padded[:, reach : reach + length] = _normalised(x, layer.gain, layer.shift) * mask
            taps = [padded[:, at : at + length] for at in (0, reach, 2 * reach)]
            y = np.concatenate(taps, axis=-1).reshape(count * length, -1) @ layer.weight
            y += layer.bias
            gate = y[:, width:]
            np.negative(gate, out=gate)
            np.exp(np.minimum(gate, 60, out=gate), out=gate)
            gate += 1
            x += (y[:, :width] / gate).reshape(x.shape) * mask
        logits: Floats = _normalised(x, self.gain, self.shift).reshape(count * length, -1) @ self.out
        logits += self.bias
        logits -= logits.max(-1, keepdims=True)
        np.exp(logits, out=logits)
        logits /= logits.sum(-1, keepdims=True)
        result: Floats = logits.reshape((count, length, len(self.labels)))
        return result


def _normalised(x: Floats, gain: Floats, shift: Floats) -> Floats:
    y: Floats = x - x.mean(-1, keepdims=True)
    variance = np.einsum("...i,...i->...", y, y)[..., None] / np.float32(x.shape[-1])
    y /= np.sqrt(variance + np.float32(1e-5))
    y *= gain
    y += shift
    return y


def lines(name: str, folder: Path = DATA) -> list[str]:
    """The lines of a table of the package."""
    return gzip.decompress((folder / f"{name}.txt.gz").read_bytes()).decode("utf-8").split("\n")


@cache
def load(folder: Path = DATA) -> Network:
    """The English tagger."""
    with np.load(folder / "tagger_en.npz") as stored:
        arrays = {name: stored[name] for name in stored.files}
    wide = {name: array.astype(np.float32) for name, array in arrays.items()}
    dilations = [int(dilation) for dilation in arrays["dilations"]]
    last = len(dilations)
    return Network(
        Featuriser({word: at for at, word in enumerate(lines("words_en", folder))}),
        tuple(wide[f"table{at}"] * wide[f"scale{at}"] for at in range(COLUMNS)),
        tuple(
            _Layer(wide[f"gain{at}"], wide[f"shift{at}"], wide[f"weight{at}"], wide[f"bias{at}"], dilation)
            for at, dilation in enumerate(dilations)
        ),
        wide[f"gain{last}"],
        wide[f"shift{last}"],
        wide["out"],
        wide["out_bias"],
        tuple(lines("labels_en", folder)),
    )
