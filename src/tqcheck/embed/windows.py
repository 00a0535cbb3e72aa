"""Vectors of windows: runs of consecutive sentences read as one text, which alignment compares by the thousand.

They are put together from what is known of the sentences. Strict F1 of the alignment and seconds of CPU, embedding
included, on yearbooks (Text+Berg, de-fr) and novels (MAC, zh-en), by `tests/bench_align_speed.py --windows`:

    composed of the token sums (`tqcheck.embed.use`)    .912    5 s    .895   12 s
    each window encoded as a new text                   .914   44 s    .895  104 s
    the sentences' vectors averaged (`compose`)         .904    5 s    .885   11 s
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeAlias, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from tqcheck.embed import Embedder

Floats: TypeAlias = NDArray[np.float32]
Windows: TypeAlias = Sequence[tuple[int, int]]
# (sentences, their windows as (start, end)) → unit vectors [len(windows), d]
WindowEncoder: TypeAlias = Callable[[Sequence[str], Windows], Floats]


@runtime_checkable
class KnowsWindows(Protocol):
    """An embedder that gets the vector of a window from what it knows of its sentences."""

    def encode_windows(self, texts: Sequence[str], windows: Windows) -> Floats:
        """Vectors [len(windows), d] of runs of consecutive texts, (start, end), each read as one text."""
        ...


def window_encoder(embedder: Embedder) -> WindowEncoder | None:
    """How `embedder` encodes windows cheaply; None if it would have to read each as a new text."""
    return embedder.encode_windows if isinstance(embedder, KnowsWindows) else None


def compose(vectors: Floats, texts: Sequence[str], windows: Windows) -> Floats:
    """Window vectors [len(windows), d] as sums of sentence vectors, weighted by the sentences' lengths.

    What Vecalign calls averaging (Thompson and Koehn 2019); a point of F1 below encoding each window.
    """
    weights = np.array([max(1, len(text)) for text in texts], np.float64)
    run = np.concatenate([np.zeros((1, vectors.shape[1])), np.cumsum(vectors * weights[:, None], axis=0)])
    start, end = np.array(windows, np.int64).reshape(-1, 2).T
    sums = run[end] - run[start]
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    unit: Floats = np.divide(sums, norms, out=np.zeros_like(sums), where=norms > 1e-9).astype(np.float32)
    return unit
