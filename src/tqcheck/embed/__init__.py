"""Sentence embeddings behind one small protocol; nothing heavy is imported until an embedder is opened."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from tqcheck.embedder_options import BUILT_IN, DEFAULTS, EmbedderOptions

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DEFAULT = BUILT_IN


class Embedder(Protocol):
    """Sentences of many languages to vectors of one space.

    `id` is name@revision, for caches and signatures. `languages` are the primary subtags it is good for
    (empty: not known, taken to be all).
    """

    id: str
    languages: frozenset[str]

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """L2-normalised float32 vectors [len(texts), d]; an empty or blank text has the zero vector."""
        ...


@runtime_checkable
class TellsNote(Protocol):
    """An embedder that has something to tell of the texts that it read."""

    @property
    def note(self) -> str | None:
        """A sentence for the user, None if there is nothing to tell."""
        ...


def open_embedder(
    name: str = DEFAULT, options: EmbedderOptions = DEFAULTS, *, download: bool = True
) -> Embedder:
    """Open the embedded default, or any sentence-transformers model by hub name or local folder.

    `options` are for the latter. Without `download`, a model that is not on this machine is not fetched.
    Raises ResourceUnavailable if it cannot be loaded.
    """
    if name == DEFAULT:
        from tqcheck.embed.use import open_use

        return open_use()
    from tqcheck.embed.transformers import open_transformer

    return open_transformer(name, options, download=download)
