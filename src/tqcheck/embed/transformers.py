"""Any sentence-transformers model, by hub name or local folder (the extra `transformers`)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.errors import ResourceUnavailable

_EXTRA = "Install it with: pip install 'tqcheck[transformers]'"
_BATCH = 32
# E5 is trained with "query: " and "passage: " before every text; its authors give the former for symmetric
# tasks such as bitext mining (Wang et al. 2024, "Multilingual E5 Text Embeddings").
_E5 = re.compile(r"(?:^|[-_/])e5(?:[-_/]|$)", re.IGNORECASE)


def open_transformer(name: str) -> SentenceTransformerEmbedder:
    """Load a sentence-transformers model. Raises ResourceUnavailable with what to do if it cannot be."""
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError:
        raise ResourceUnavailable(f"the embedder {name!r} needs sentence-transformers", _EXTRA) from None
    folder = Path(name).expanduser()
    if folder.is_dir():
        if not (folder / "modules.json").is_file():
            raise ResourceUnavailable(
                f"{name}: no sentence-transformers model here (no modules.json)",
                "Give the folder that SentenceTransformer.save() wrote, or a name on the Hugging Face hub.",
            )
        path = str(folder)
    elif name.startswith((".", "/", "~")) or name.count("/") > 1:
        raise ResourceUnavailable(f"{name}: no such folder", "Give a model's folder or its name on the hub.")
    else:
        path = name
    import torch
    from transformers.utils import logging

    logging.set_verbosity_error()  # loading prints a table of the weights and a progress bar
    logging.disable_progress_bar()
    cpu = not torch.cuda.is_available()
    kwargs: dict[str, Any] = {"dtype": torch.float32} if cpu else {}  # half precision is slow on a CPU
    try:
        model = SentenceTransformer(path, model_kwargs=kwargs)
    except Exception as error:  # the hub, file formats and torch each raise their own
        reason = str(error).strip().split("\n")[0]
        raise ResourceUnavailable(
            f"the embedder {name!r} could not be loaded: {reason}",
            "Check the name and the connection, or give the folder of a downloaded model.",
        ) from error
    if folder.is_dir():
        return SentenceTransformerEmbedder(model, folder.resolve().name, _content_hash(folder))
    return SentenceTransformerEmbedder(model, name, _commit(model))


class SentenceTransformerEmbedder:
    """An `Embedder`. Which languages the model is good for is not known."""

    languages: frozenset[str] = frozenset()

    def __init__(self, model: Any, name: str, revision: str) -> None:
        self.id = f"{name}@{revision}"
        self._model = model
        self._prompt = _prompt(model, name)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors [len(texts), d], float32; zero for blank text."""
        full = [index for index, text in enumerate(texts) if text.strip()]
        vectors = np.zeros((len(texts), self._model.get_embedding_dimension()), np.float32)
        if full:
            vectors[full] = self._model.encode(
                [texts[index] for index in full],
                prompt=self._prompt,
                batch_size=_BATCH,
                normalize_embeddings=True,
                show_progress_bar=False,
                convert_to_numpy=True,
            )
        return vectors


def _prompt(model: Any, name: str) -> str | None:
    """The prefix to put before each text: the model's own default, else E5's where the name says E5."""
    if model.default_prompt_name is not None:
        return None
    prompts: dict[str, str] = model.prompts or {}
    if prompts.get("query", "").startswith("query: ") or _E5.search(name):
        return "query: "
    return None


def _content_hash(folder: Path) -> str:
    """12 hexadecimal digits of the SHA-256 of the folder's files, names included."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]


def _commit(model: Any) -> str:
    """The hub commit that the weights came from, `unknown` if the library does not say."""
    config = getattr(getattr(model[0], "auto_model", None), "config", None)
    return str(getattr(config, "_commit_hash", None) or "unknown")[:12]
