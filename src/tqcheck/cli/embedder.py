"""`--embedder` and `--embedder-option`, the same in every command that has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])


def embedder_flags(command: Command) -> Command:
    """Add the flags to a command; it hands them to `Settings.with_embedder`."""
    options = click.option(
        "--embedder-option",
        "embedder_options",
        multiple=True,
        metavar="KEY=VALUE",
        help="How it runs (repeatable): device (auto, cpu, cuda, cuda:1, mps), batch-size, truncate-dim, prompt.",
    )
    name = click.option(
        "--embedder",
        metavar="NAME",
        help="A sentence-transformers model (hub name or folder) instead of the built-in one.",
    )
    return name(options(command))
