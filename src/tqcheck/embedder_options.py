"""How a sentence-transformers model is run: `[embedder-options]` in a configuration, `--embedder-option KEY=VALUE`."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from tqcheck.errors import UsageError

BUILT_IN = "use-multilingual"  # the embedder that is no sentence-transformers model, and has no options
_DEVICE = re.compile(r"auto|cpu|mps|cuda(:\d+)?")


@dataclass(frozen=True, slots=True)
class EmbedderOptions:
    """What may be said of a model besides its name.

    Attributes:
        device: auto (a GPU where there is one), cpu, cuda, cuda:1 and so on, or mps.
        batch_size: texts that are encoded at a time; sentence-transformers' own default. Vectors do not depend on it.
        truncate_dim: keep only this many leading dimensions, for models trained to be cut (Kusupati et al. 2022,
            "Matryoshka Representation Learning"); None: all.
        prompt: what is put before each text; None: the model's own choice; empty: nothing.
    """

    device: str = "auto"
    batch_size: int = 32
    truncate_dim: int | None = None
    prompt: str | None = None


DEFAULTS = EmbedderOptions()


def with_values(options: EmbedderOptions, values: Mapping[str, Any]) -> EmbedderOptions:
    """The options with `values`, by their names with hyphens, in place. Raises UsageError for what makes no sense."""
    return replace(options, **{known(key): _checked(key, value) for key, value in values.items()})


def with_texts(options: EmbedderOptions, texts: Iterable[str]) -> EmbedderOptions:
    """The options with each KEY=VALUE in place. Raises UsageError for what makes no sense."""
    values = dict[str, Any]()
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals:
            raise UsageError(f"{text!r} is no embedder option: write it as {_name(known(key))}=VALUE")
        number = known(key) in {"batch_size", "truncate_dim"} and value.isascii() and value.isdigit()
        values[key] = int(value) if number else value
    return with_values(options, values)


def known(key: str) -> str:
    """The field of that name, written with hyphens or underscores. Raises UsageError, with the nearest, if there is none."""
    names = {_name(field.name): field.name for field in fields(EmbedderOptions)}
    wanted = _name(key)
    if wanted in names:
        return names[wanted]
    close = difflib.get_close_matches(wanted, names, 1)
    nearest = f" (did you mean {close[0]!r}?)" if close else ""
    raise UsageError(f"there is no embedder option {key!r}{nearest}; there are {', '.join(names)}")


def changes(options: EmbedderOptions) -> str:
    """The options that change the vectors, such as `[truncate-dim=256,prompt='']`; empty if none does."""
    changed = [
        f"{_name(name)}={value!r}"
        for name in ("truncate_dim", "prompt")
        if (value := getattr(options, name)) is not None
    ]
    return f"[{','.join(changed)}]" if changed else ""


def _name(field: str) -> str:
    return field.replace("_", "-")


def _checked(key: str, value: Any) -> Any:
    what, right = _LAWS[known(key)]
    if not right(value):
        raise UsageError(f"{_name(key)} must be {what}, not {value!r}")
    return value


def _positive(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


_LAWS: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    "device": (
        "auto, cpu, mps, cuda or cuda:NUMBER",
        lambda value: isinstance(value, str) and _DEVICE.fullmatch(value) is not None,
    ),
    "batch_size": ("a whole number above 0", _positive),
    "truncate_dim": ("a whole number above 0", _positive),
    "prompt": ("text", lambda value: isinstance(value, str)),
}
