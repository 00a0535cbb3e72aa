"""What is known of a model's name before anything heavy is loaded: from this machine's cache, and from the hub."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from tqcheck.errors import ResourceUnavailable

_SECONDS = 10.0  # as long as huggingface_hub itself waits for an answer


def is_cached(name: str) -> bool:
    """Whether the hub's cache on this machine says which modules the model has, or that its makers do not say."""
    return any(_cached(full, "modules.json") is not None for full in _full(name))


def revision(name: str) -> str:
    """12 digits of the commit that a model in the cache is of, `unknown` if the cache does not say."""
    places = [_cached(full, file) for full in _full(name) for file in ("modules.json", "config.json")]
    return next((Path(place).parent.name[:12] for place in places if isinstance(place, str)), "unknown")


def ask(name: str) -> None:
    """Raises ResourceUnavailable if the hub has no such model or cannot be reached.

    The library itself would try for each file six times over, and then not say which of the two it is.
    """
    from huggingface_hub import model_info
    from huggingface_hub.errors import HFValidationError, RepositoryNotFoundError

    for full in _full(name):
        try:
            model_info(full, timeout=_SECONDS)
        except (RepositoryNotFoundError, HFValidationError):
            continue
        except Exception as error:
            raise ResourceUnavailable(
                f"the embedder {name!r} is not on this machine, and the hub cannot be reached: {reason(error)}",
                "Try again with a connection, or copy the model's folder here and name that.",
            ) from error
        return
    raise ResourceUnavailable(
        f"there is no embedder {name!r}: no such folder, and no such model on the hub",
        "Check the name; for a private model, log in with `hf auth login`.",
    )


def _cached(full: str, file: str) -> object:
    """Where a model's file lies in the cache; None if it is not there, something else if the model is known to lack it."""
    from huggingface_hub import try_to_load_from_cache
    from huggingface_hub.errors import HFValidationError

    try:
        return try_to_load_from_cache(full, file, cache_dir=os.environ.get("SENTENCE_TRANSFORMERS_HOME"))
    except HFValidationError:
        return None


def _full(name: str) -> Sequence[str]:
    """What the name may stand for on the hub: the library completes one without a maker by its own."""
    return [name] if "/" in name else [f"sentence-transformers/{name}", name]


def reason(error: Exception) -> str:
    """The first line of what went wrong."""
    return str(error).strip().split("\n")[0].rstrip(".") or type(error).__name__
