"""Any sentence-transformers model, by hub name or local folder (the extra `transformers`)."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tqcheck.embed import hub
from tqcheck.embedder_options import DEFAULTS, EmbedderOptions, changes
from tqcheck.errors import ResourceUnavailable

_EXTRA = "Install it with: pip install 'tqcheck[transformers]'"
# E5 is trained with "query: " and "passage: " before every text; its authors give the former for symmetric tasks such
# as bitext mining, and those that follow instructions get this one for it (Wang et al. 2024, "Multilingual E5 Text
# Embeddings", and the evaluation scripts that belong to it).
_E5 = re.compile(r"(?:^|[-_/])e5(?:[-_/]|$)", re.IGNORECASE)
_E5_PROMPT, _E5_INSTRUCT_PROMPT = "query: ", "Instruct: Retrieve parallel sentences.\nQuery: "
# What models that bring a prompt for each task call ours: MTEB's name, as EmbeddingGemma has it, and Harrier's.
_BITEXT_PROMPTS = ("BitextMining", "bitext_query")


def open_transformer(
    name: str, options: EmbedderOptions = DEFAULTS, *, download: bool = True
) -> SentenceTransformerEmbedder:
    """Load a sentence-transformers model: a folder, or a name on the hub, from this machine's cache if it is there.

    Without `download`, a name that is not in the cache is not fetched. Code that a model brings is never run. Raises
    ResourceUnavailable, with what to do, if it cannot be loaded or not be run as `options` say.
    """
    if find_spec("sentence_transformers") is None:
        raise ResourceUnavailable(f"the embedder {name!r} needs sentence-transformers", _EXTRA)
    folder = _folder(name)
    cached = folder is not None or hub.is_cached(name)
    if not cached:
        if not download:
            raise ResourceUnavailable(
                f"the embedder {name!r} is not on this machine, and a configuration file downloads nothing",
                f"Fetch it once with --embedder {name}, or name the folder of a model.",
            )
        hub.ask(name)
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.set_verbosity_error()  # loading prints a table of the weights and a progress bar
    logging.disable_progress_bar()
    device = _device(options.device)
    load = partial(
        SentenceTransformer,
        name if folder is None else str(folder),
        device=device,
        model_kwargs={"dtype": torch.float32} if device == "cpu" else {},  # half precision is slow on a CPU
    )
    try:
        model = _load(load, cached=cached, download=download and folder is None)
    except Exception as error:  # the hub, file formats and torch each raise their own
        raise ResourceUnavailable(
            f"the embedder {name!r} could not be loaded: {hub.reason(error)}",
            "Give a sentence-transformers model's name on the hub, or the folder of a downloaded one.",
        ) from error
    if folder is not None:
        return SentenceTransformerEmbedder(model, folder.resolve().name, _content_hash(folder), options)
    return SentenceTransformerEmbedder(model, name, hub.revision(name), options)


class SentenceTransformerEmbedder:
    """An `Embedder`. Which languages the model is good for is not known.

    Options that change the vectors stand in the `id`. Raises ResourceUnavailable where the model has fewer dimensions
    than are to be kept.
    """

    languages: frozenset[str] = frozenset()

    def __init__(self, model: Any, name: str, revision: str, options: EmbedderOptions = DEFAULTS) -> None:
        self.id = f"{name}{changes(options)}@{revision}"
        self._model = model
        self._options = options
        self._prompt = _prompt(model, name) if options.prompt is None else options.prompt
        self._long = set[int]()  # hashes of the texts that the model did not read to their end
        self._dimensions: int = model.get_embedding_dimension()
        if options.truncate_dim is not None:
            if options.truncate_dim > self._dimensions:
                raise ResourceUnavailable(
                    f"{name} has {self._dimensions} dimensions, of which truncate-dim={options.truncate_dim} cannot be kept",
                    "Give a smaller number, or leave it out.",
                )
            self._dimensions = options.truncate_dim

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors [len(texts), d], float32; zero for blank text.

        Raises ResourceUnavailable where a batch does not fit into the device's memory.
        """
        full = [index for index, text in enumerate(texts) if text.strip()]
        vectors = np.zeros((len(texts), self._dimensions), np.float32)
        if not full:
            return vectors
        read = [texts[index] for index in full]
        self._note_long(read)
        try:
            vectors[full] = self._model.encode(
                read,
                prompt=self._prompt,
                batch_size=self._options.batch_size,
                truncate_dim=self._options.truncate_dim,
                normalize_embeddings=True,
                show_progress_bar=False,
                convert_to_numpy=True,
            )
        except RuntimeError as error:
            if type(error).__name__ != "OutOfMemoryError":  # torch's
                raise
            raise ResourceUnavailable(
                f"{self._options.batch_size} texts at a time are too many for the memory of the embedder's device",
                "Give a smaller batch-size, or device=cpu, as an embedder option.",
            ) from None
        return vectors

    @property
    def note(self) -> str | None:
        """How many texts were longer than what the model reads, None if none was."""
        if not self._long:
            return None
        texts = "1 longer text" if len(self._long) == 1 else f"{len(self._long)} longer texts"
        return f"the embedder {self.id} reads {self._model.max_seq_length} tokens of a text: {texts} went by the beginning"

    def _note_long(self, texts: Iterable[str]) -> None:
        most = self._model.max_seq_length
        # A token has a byte at least, but for the two that stand around each text.
        short = (most or math.inf) - 2 - len((self._prompt or "").encode())
        doubtful = [text for text in texts if len(text.encode()) > short]
        if doubtful:
            prompted = [f"{self._prompt or ''}{text}" for text in doubtful]
            tokens = self._model.tokenizer(prompted, truncation=False)["input_ids"]
            self._long.update(
                hash(text) for text, own in zip(doubtful, tokens, strict=True) if len(own) > most
            )


def _folder(name: str) -> Path | None:
    """The model's folder, None for a name on the hub. Raises ResourceUnavailable for a folder that holds no model."""
    folder = Path(name).expanduser()
    if folder.is_dir():
        if not (folder / "modules.json").is_file():
            raise ResourceUnavailable(
                f"{name}: no sentence-transformers model here (no modules.json)",
                "Give the folder that SentenceTransformer.save() wrote, or a name on the Hugging Face hub.",
            )
        return folder
    if name.startswith((".", "/", "~")) or name.count("/") > 1:
        raise ResourceUnavailable(f"{name}: no such folder", "Give a model's folder or its name on the hub.")
    return None


def _load(load: Callable[..., Any], *, cached: bool, download: bool) -> Any:
    """The model from this machine, else from the hub: what is here is used without asking whether there is a newer one."""
    if cached:
        try:
            return load(local_files_only=True)
        except OSError:  # a file is not here: a download that was interrupted is completed
            if not download:
                raise
    return load()


def _device(wanted: str) -> str:
    """The device as torch names it. Raises ResourceUnavailable if it is not here."""
    import torch
    from sentence_transformers.util import get_device_name

    best: str = get_device_name()
    if wanted == "auto":
        return best
    kind, _, number = wanted.partition(":")
    count = {"cpu": 1, "cuda": torch.cuda.device_count(), "mps": int(torch.backends.mps.is_available())}[kind]
    if int(number or 0) >= count:
        raise ResourceUnavailable(
            f"there is no device {wanted} for the embedder here",
            f"device=auto takes the best there is: {best}.",
        )
    return wanted


def _prompt(model: Any, name: str) -> str | None:
    """What to put before each text: the model's own for bitexts or by default, else E5's where the name says E5."""
    prompts: dict[str, str] = model.prompts or {}
    for task in _BITEXT_PROMPTS:
        if task in prompts:
            return prompts[task]
    if model.default_prompt_name is not None:
        return None
    if _E5.search(name) and "instruct" in name.lower():
        return _E5_INSTRUCT_PROMPT
    if prompts.get("query", "").startswith(_E5_PROMPT) or _E5.search(name):
        return _E5_PROMPT
    return None


def _content_hash(folder: Path) -> str:
    """12 hexadecimal digits of the SHA-256 of the folder's files, names included."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:12]
