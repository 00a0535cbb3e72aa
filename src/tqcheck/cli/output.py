"""Where reports go: standard output, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from tqcheck.errors import OutputError, UsageError
from tqcheck.reporters import REPORTERS


@dataclass(frozen=True, slots=True)
class Output:
    """One wanted report; `path` None: standard output."""

    format: str
    path: Path | None


def parse_outputs(
    formats: tuple[str, ...], file: Path | None, known: Collection[str] = REPORTERS
) -> tuple[Output, ...]:
    """What `-f` (repeatable, NAME or NAME=FILE) and `-o` ask for.

    Raises UsageError for an unknown format, or when two reports would go to the same place.
    """
    outputs = []
    for text in formats or ("text",):
        name, _, path = text.partition("=")
        if name not in known:
            raise UsageError(f"there is no format {name!r} here; the formats are {', '.join(known)}")
        outputs.append(Output(name, Path(path) if path else None))
    if file is not None:
        nowhere = [index for index, output in enumerate(outputs) if output.path is None]
        if len(nowhere) != 1:
            raise UsageError("-o needs exactly one format without a file of its own (-f FORMAT=FILE)")
        outputs[nowhere[0]] = Output(outputs[nowhere[0]].format, file)
    places = [output.path for output in outputs]
    if len(set(places)) < len(places):
        raise UsageError("two formats would go to the same place; write -f FORMAT=FILE for each")
    for output in outputs:
        check_writable(output.path)
    return tuple(outputs)


def refuse_inputs(outputs: Iterable[Path | None], inputs: Iterable[Path], what: str = "the report") -> None:
    """Raise UsageError for an output that is one of the inputs, under whatever name."""
    read = [path for path in inputs if path.exists()]
    for output in outputs:
        if output is None or not output.exists():
            continue
        for path in read:
            if output.samefile(path):
                name = f"{output}" if output == path else f"{output}, which is {path},"
                raise UsageError(f"{name} is an input: {what} would overwrite it; choose another place")


def check_writable(path: Path | None) -> None:
    """Find out before the work and not after it."""
    if path is None:
        return
    if path.is_dir():
        raise OutputError(f"{path}: is a folder; name a file")
    if not path.parent.is_dir():
        raise OutputError(f"{path}: the folder {path.parent} does not exist; make it first")
    if not os.access(path.parent, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise OutputError(f"{path}: cannot be written here; choose another place")


def write(output: Output, text: str) -> None:
    """Write a report whole or not at all. Raises OutputError."""
    if output.path is None:
        click.echo(text.encode(errors="backslashreplace").decode(), nl=not text.endswith("\n"))
        return
    # A file's name may be no Unicode.
    write_whole(output.path, text.encode(errors="backslashreplace"))


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises OutputError."""
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    except OSError as error:
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except BaseException as error:
        Path(temporary).unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise OutputError(f"{path}: cannot be written: {error.strerror}") from None
        raise


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
