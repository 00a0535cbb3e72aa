"""What the files of public sets hold, and what a converter makes of it."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from tqcheck.errors import InputError

Row: TypeAlias = Mapping[str, Any]  # a line of a set's file
Label: TypeAlias = dict[
    str, Any
]  # a labelled record as `tqcheck.bench.labels` documents it, not yet validated
Converter: TypeAlias = Callable[[Iterable[Row]], Iterator[Label]]


def read_rows(path: Path) -> Iterator[Row]:
    """The JSON objects of a JSON Lines file, gzipped or not. Raises InputError naming the file and line."""
    number = 0
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise InputError(f"{path}:{number}: not a JSON object")
                yield row
    except (OSError, EOFError, zlib.error) as error:
        raise InputError(f"{path}: cannot be read: {error}") from None
    except ValueError as error:
        raise InputError(f"{path}:{number}: not valid JSON: {error}") from None


def languages(pair: str) -> dict[str, str]:
    """The two language fields of a record, from a pair such as zh-en."""
    source, _, target = pair.partition("-")
    return {"source_lang": source, "target_lang": target}
