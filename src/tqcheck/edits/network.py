"""The tagger in plain numpy: a BERT encoder over pieces of words, and a softmax over edit labels for each word.

The encoder is MiniLM (Wang et al. 2020, "MiniLM: Deep Self-Attention Distillation") with one table more, for how a word is
written: its pieces are in small letters. A word's label is read at its first piece. `tools/edits/train.py` trains it.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tqcheck.edits.pieces import Pieces

DATA = Path(__file__).parent / "data"
# Pieces that go through the network together: their activations (1.5 MB) stay in the cache.
_AT_ONCE = 256
_SMALLEST = 1e-12  # of layer normalisation, as BERT has it
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Norm:
    """Layer normalisation over the last axis."""

    gain: Floats
    shift: Floats

    def __call__(self, x: Floats) -> Floats:
        """A new array, normalised."""
        y: Floats = x - x.mean(-1, keepdims=True)
        variance = np.einsum("...i,...i->...", y, y)[..., None] / np.float32(x.shape[-1])
        y /= np.sqrt(variance + np.float32(_SMALLEST))
        y *= self.gain
        y += self.shift
        return y


@dataclass(frozen=True, slots=True)
class Linear:
    """x [.., in] → [.., out]."""

    weight: Floats  # [in, out]
    bias: Floats

    def __call__(self, x: Floats) -> Floats:
        """A new array."""
        y: Floats = x @ self.weight
        y += self.bias
        return y


@dataclass(frozen=True, slots=True)
class Layer:
    """Self-attention and a feed-forward block, each with its residual normalised after it."""

    attend: Linear  # to queries, keys and values side by side
    gather: Linear
    attended: Norm
    widen: Linear
    narrow: Linear
    fed: Norm
    heads: int

    def __call__(self, x: Floats, bias: Floats) -> Floats:
        """x [count, length, width]; bias [count, 1, 1, length] is added to the scores of attention."""
        count, length, width = x.shape
        parts = self.attend(x.reshape(-1, width)).reshape(count, length, 3, self.heads, width // self.heads)
        query, key, value = parts.transpose(2, 0, 3, 1, 4)
        scores: Floats = query @ key.transpose(0, 1, 3, 2)
        scores *= np.float32((width // self.heads) ** -0.5)
        scores += bias
        mixed = (_softmax(scores) @ value).transpose(0, 2, 1, 3).reshape(-1, width)
        flat = self.attended(x.reshape(-1, width) + self.gather(mixed))
        fed: Floats = self.fed(flat + self.narrow(_gelu(self.widen(flat)))).reshape(x.shape)
        return fed


@dataclass(frozen=True, slots=True)
class Network:
    """The weights, and what the columns of its output mean."""

    pieces: Pieces
    vectors: NDArray[np.int8]  # of the pieces
    scales: Floats  # a row of `vectors` times its scale is what goes in
    places: Floats
    shapes: Floats
    norm: Norm
    layers: tuple[Layer, ...]
    out: Linear
    labels: tuple[str, ...]
    _ahead: dict[tuple[str, ...], Floats] = field(default_factory=dict, repr=False)

    def read_ahead(self, sentences: Sequence[Sequence[str]]) -> None:
        """Judge sentences that will be asked for soon: many articles of a sentence each are so three times as fast.

        What was read ahead before is forgotten.
        """
        distinct = list(dict.fromkeys(map(tuple, sentences)))
        self._ahead.clear()
        self._ahead.update(zip(distinct, self._judged(distinct), strict=True))

    def probabilities(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        """For each tokenised sentence the probability of every label at every token, [tokens, labels].

        Tokens beyond the network's reach (its rows of `places`) are sure to be right: they are not judged.
        """
        known = [self._ahead.get(tuple(sentence)) for sentence in sentences]
        rest = iter(self._judged([s for s, table in zip(sentences, known, strict=True) if table is None]))
        return [next(rest) if table is None else table for table in known]

    def _judged(self, sentences: Sequence[Sequence[str]]) -> list[Floats]:
        encoded = [self.pieces.sentence(tokens, len(self.places)) for tokens in sentences]
        found = [np.zeros((len(tokens), len(self.labels)), np.float32) for tokens in sentences]
        for batch in _batches([len(one.pieces) for one in encoded]):
            longest = max(len(encoded[at].pieces) for at in batch)
            pieces = np.zeros((len(batch), longest), np.int32)
            shapes = np.zeros((len(batch), longest), np.int32)
            mask = np.full((len(batch), longest), -1e4, np.float32)
            for row, at in enumerate(batch):
                length = len(encoded[at].pieces)
                pieces[row, :length] = encoded[at].pieces
                shapes[row, :length] = encoded[at].shapes
                mask[row, :length] = 0
            x = self._encoded(pieces, shapes, mask)
            for row, at in enumerate(batch):
                firsts = encoded[at].firsts
                found[at][: len(firsts)] = _softmax(self.out(x[row, firsts]))
                found[at][len(firsts) :, 0] = 1
        return found

    def _encoded(self, pieces: NDArray[np.int32], shapes: NDArray[np.int32], mask: Floats) -> Floats:
        x: Floats = self.vectors[pieces] * self.scales[pieces]
        x += self.places[: pieces.shape[1]]
        x += self.shapes[shapes]
        x = self.norm(x)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indices of sentences of like length, so many together as make `_AT_ONCE` pieces."""
    batch = list[int]()
    for at in sorted(range(len(lengths)), key=lambda at: lengths[at]):
        if batch and (len(batch) + 1) * lengths[at] > _AT_ONCE:
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch


def _softmax(x: Floats) -> Floats:
    """In place."""
    x -= x.max(-1, keepdims=True)
    np.exp(x, out=x)
    x /= x.sum(-1, keepdims=True)
    return x


def _gelu(x: Floats) -> Floats:
    """The approximation by a hyperbolic tangent (Hendrycks and Gimpel 2016), with which the network was trained."""
    y: Floats = x * x
    y *= np.float32(0.044715 * 0.7978845608)
    y += np.float32(0.7978845608)
    y *= x
    np.tanh(y, out=y)
    y += 1
    y *= x
    y *= np.float32(0.5)
    return y


def lines(name: str, folder: Path = DATA) -> list[str]:
    """The lines of a table of the package."""
    return gzip.decompress((folder / f"{name}.txt.gz").read_bytes()).decode("utf-8").split("\n")


@cache
def load(folder: Path = DATA) -> Network:
    """The English tagger."""
    with np.load(folder / "tagger_en.npz") as stored:
        arrays = {name: stored[name] for name in stored.files}

    def wide(name: str) -> Floats:
        array: Floats = arrays[name].astype(np.float32)
        return array

    def norm(name: str) -> Norm:
        return Norm(wide(f"{name}.gain"), wide(f"{name}.shift"))

    def linear(name: str) -> Linear:
        # Stored [out, in] in 8 bits with a scale for each output.
        weight = wide(f"{name}.weight") * wide(f"{name}.scale")
        return Linear(np.ascontiguousarray(weight.T), wide(f"{name}.bias"))

    heads = int(arrays["heads"])
    layers = tuple(
        Layer(
            linear(f"{at}.attend"),
            linear(f"{at}.gather"),
            norm(f"{at}.attended"),
            linear(f"{at}.widen"),
            linear(f"{at}.narrow"),
            norm(f"{at}.fed"),
            heads,
        )
        for at in range(int(arrays["layers"]))
    )
    return Network(
        Pieces({piece: at for at, piece in enumerate(lines("pieces_en", folder))}),
        arrays["words"],
        wide("scales"),
        wide("places"),
        wide("shapes"),
        norm("norm"),
        layers,
        linear("out"),
        tuple(lines("labels_en", folder)),
    )
