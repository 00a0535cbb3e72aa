"""The tagger of `tqcheck.edits.network` in PyTorch: begun with MiniLM's weights, and written as the package reads them."""

from __future__ import annotations

import gzip
import json
import struct
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from tqcheck.edits.features import SHAPES

WIDTH, INNER, HEADS, LAYERS = 384, 1536, 12, 6
PLACES = 256  # pieces of a sentence
DROPOUT = 0.05
_BITS = 8


class Layer(nn.Module):
    """[B, T, WIDTH] → the same."""

    def __init__(self) -> None:
        super().__init__()
        self.attend, self.gather = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.attended, self.fed = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: torch.Tensor, bias: torch.Tensor) -> torch.Tensor:
        count, length, width = x.shape
        parts = self.attend(x).view(count, length, 3, HEADS, width // HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        # Spelt out: on a CPU it is four times as fast as the fused attention for sentences so short.
        scores = torch.matmul(query, key.transpose(-1, -2)) * (width // HEADS) ** -0.5 + bias.to(query.dtype)
        mixed = torch.matmul(scores.softmax(-1).to(value.dtype), value)
        x = self.attended(x + self.gather(mixed.permute(0, 2, 1, 3).reshape(count, length, width)))
        return self.fed(x + self.narrow(functional.gelu(self.widen(x), approximate="tanh")))


class Tagger(nn.Module):
    """Pieces and shapes [B, T] (piece 0 is padding), places of the words' first pieces [N] → logits [N, labels]."""

    def __init__(self, pieces: int, labels: int) -> None:
        super().__init__()
        self.words = nn.Embedding(pieces, WIDTH)
        self.words.weight.requires_grad = False
        self.places = nn.Embedding(PLACES, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES) + 1, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.out = nn.Linear(WIDTH, labels)
        nn.init.zeros_(self.shapes.weight)
        nn.init.normal_(self.out.weight, std=0.02)

    def forward(self, pieces: torch.Tensor, shapes: torch.Tensor, firsts: torch.Tensor) -> torch.Tensor:
        x = self.words(pieces) + self.places.weight[: pieces.shape[1]] + self.shapes(shapes)
        x = functional.dropout(self.norm(x), DROPOUT, self.training)
        bias = torch.zeros(len(pieces), 1, 1, pieces.shape[1])
        bias = bias.masked_fill((pieces == 0)[:, None, None, :], -1e4)
        for layer in self.layers:
            x = layer(x, bias)
        return self.out(x.reshape(-1, WIDTH)[firsts])


def vocabulary(base: Path) -> dict[str, int]:
    """The pieces of the base model that English text can hold, and their rows there; padding comes first."""
    pieces = (base / "vocab.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    return {piece: row for row, piece in enumerate(pieces) if _latin(piece)}


def _latin(piece: str) -> bool:
    letters = piece.removeprefix("##") or piece
    # Latin letters, general punctuation, currency signs.
    return not piece.startswith("[unused") and all(
        ord(char) < 0x250 or 0x2000 <= ord(char) < 0x2070 or 0x20A0 <= ord(char) < 0x20D0 for char in letters
    )


def begin(base: Path, labels: int) -> Tagger:
    """A tagger with the encoder of `base`, a folder with MiniLM's model.safetensors and vocab.txt."""
    stored = _safetensors(base / "model.safetensors")
    rows = list(vocabulary(base).values())
    model = Tagger(len(rows), labels)

    def put(parameter: nn.Parameter, *names: str) -> None:
        parameter.data.copy_(torch.from_numpy(np.concatenate([stored[name] for name in names])))

    def put_both(module: nn.Module, *names: str) -> None:
        put(module.weight, *(f"{name}.weight" for name in names))
        put(module.bias, *(f"{name}.bias" for name in names))

    # As they will be stored: the rest of the network gets used to their rounding.
    whole, scale = _rounded(stored["embeddings.word_embeddings.weight"][rows])
    model.words.weight.data.copy_(torch.from_numpy(whole * scale.astype(np.float32)))
    places = stored["embeddings.position_embeddings.weight"][:PLACES]
    model.places.weight.data.copy_(
        torch.from_numpy(places + stored["embeddings.token_type_embeddings.weight"][0])
    )
    put_both(model.norm, "embeddings.LayerNorm")
    for at, layer in enumerate(model.layers):
        own = f"encoder.layer.{at}"
        put_both(layer.attend, *(f"{own}.attention.self.{name}" for name in ("query", "key", "value")))
        put_both(layer.gather, f"{own}.attention.output.dense")
        put_both(layer.attended, f"{own}.attention.output.LayerNorm")
        put_both(layer.widen, f"{own}.intermediate.dense")
        put_both(layer.narrow, f"{own}.output.dense")
        put_both(layer.fed, f"{own}.output.LayerNorm")
    return model


def _safetensors(path: Path) -> dict[str, np.ndarray]:
    data = path.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    head = json.loads(data[8 : 8 + size])
    return {
        name: np.frombuffer(data[8 + size :][slice(*entry["data_offsets"])], np.float32).reshape(
            entry["shape"]
        )
        for name, entry in head.items()
        if entry.get("dtype") == "F32"
    }


def _rounded(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Each row as whole numbers of 8 bits and a scale."""
    top = 2 ** (_BITS - 1) - 1
    scale = (np.abs(weight).max(1, keepdims=True) / top + 1e-12).astype(np.float16)
    return np.clip(np.round(weight / scale.astype(np.float32)), -top, top).astype(np.int8), scale


def restore(model: Tagger, folder: Path) -> None:
    """The weights as `write` stored them."""
    with np.load(folder / "tagger_en.npz") as stored:
        arrays = {name: torch.from_numpy(stored[name].astype(np.float32)) for name in stored.files}

    def put_norm(norm: nn.LayerNorm, name: str) -> None:
        norm.weight.data.copy_(arrays[f"{name}.gain"])
        norm.bias.data.copy_(arrays[f"{name}.shift"])

    def put_linear(linear: nn.Linear, name: str) -> None:
        linear.weight.data.copy_(arrays[f"{name}.weight"] * arrays[f"{name}.scale"])
        linear.bias.data.copy_(arrays[f"{name}.bias"])

    model.words.weight.data.copy_(arrays["words"] * arrays["scales"])
    model.places.weight.data.copy_(arrays["places"])
    model.shapes.weight.data.copy_(arrays["shapes"][: len(model.shapes.weight)])
    put_norm(model.norm, "norm")
    for at, layer in enumerate(model.layers):
        for name in ("attend", "gather", "widen", "narrow"):
            put_linear(getattr(layer, name), f"{at}.{name}")
        for name in ("attended", "fed"):
            put_norm(getattr(layer, name), f"{at}.{name}")
    put_linear(model.out, "out")


def write(model: Tagger, folder: Path, tables: dict[str, Sequence[str]]) -> None:
    """The weights, and `tables` (name → lines): the same bytes for the same weights."""
    folder.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, np.ndarray] = {"heads": np.int8(HEADS), "layers": np.int8(LAYERS)}

    def keep(name: str, parameter: nn.Parameter) -> None:
        arrays[name] = parameter.detach().numpy().astype(np.float16)

    def keep_norm(name: str, norm: nn.LayerNorm) -> None:
        keep(f"{name}.gain", norm.weight)
        keep(f"{name}.shift", norm.bias)

    def keep_linear(name: str, linear: nn.Linear) -> None:
        arrays[f"{name}.weight"], arrays[f"{name}.scale"] = _rounded(linear.weight.detach().numpy())
        keep(f"{name}.bias", linear.bias)

    arrays["words"], arrays["scales"] = _rounded(model.words.weight.detach().numpy())
    keep("places", model.places.weight)
    keep("shapes", model.shapes.weight)
    keep_norm("norm", model.norm)
    for at, layer in enumerate(model.layers):
        for name in ("attend", "gather", "widen", "narrow"):
            keep_linear(f"{at}.{name}", getattr(layer, name))
        for name in ("attended", "fed"):
            keep_norm(f"{at}.{name}", getattr(layer, name))
    keep_linear("out", model.out)
    np.savez(
        folder / "tagger_en.npz", **arrays
    )  # packed once, in the wheel: unpacking took longer than all else
    for name, lines in tables.items():
        with gzip.GzipFile(folder / f"{name}.txt.gz", "wb", mtime=0) as file:
            file.write("\n".join(lines).encode())
