"""Bitexts: files of pairs already made, JSON Lines or tab-separated.

Fields: `id source target`, optionally `document source_lang target_lang`. A source that is absent or null means a
translation alone. A tab-separated file has them in columns: two are source and target, three are id, source and
target, others are named by a first line. Tab-separated values are taken as they stand, quotation marks included.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqcheck.errors import InputError
from tqcheck.readers import read_bytes
from tqcheck.readers.decode import decode

MAX_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Record:
    """One pair. `source` is None for a translation alone; `line` counts from 1."""

    id: str
    document: str | None
    source: str | None
    target: str
    source_lang: str | None
    target_lang: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Bitext:
    """The records of a file in their order, and what was wrong with the lines left out (`path:line: what`)."""

    path: str
    records: tuple[Record, ...]
    problems: tuple[str, ...] = ()
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()


def is_bitext(path: Path) -> bool:
    """True if the file name says that the file holds pairs."""
    return path.suffix.lower() in _FORMATS


def read_bitext(path: Path, *, keep_going: bool = False) -> Bitext:
    """Read all records. With `keep_going` a line that is wrong becomes a problem, and the rest is read.

    Raises InputError for a file that cannot be read, has no record, or has a wrong line, which it names.
    """
    parse = _FORMATS.get(path.suffix.lower())
    if parse is None:
        raise InputError(f"{path}: {path.suffix!r} files hold no pairs. Supported: {' '.join(_FORMATS)}")
    decoded = decode(read_bytes(path, "bitext"), path, limit=MAX_BYTES)
    records, problems, seen = list[Record](), list[str](), dict[tuple[str | None, str], int]()
    for line, parsed in parse(decoded.text):
        result = _unless_known(parsed, seen)
        if isinstance(result, Record):
            seen[result.document, result.id] = line
            records.append(result)
            continue
        problem = f"{path}:{line}: {result}"
        if not keep_going:
            raise InputError(f"{problem}. Correct the line, or leave it out with --keep-going")
        problems.append(problem)
    if not records:
        raise InputError(f"{path}: the bitext has no records" + (f": {problems[0]}" if problems else ""))
    return Bitext(str(path), tuple(records), tuple(problems), decoded.encoding, decoded.notes)


def _unless_known(record: Record | str, seen: dict[tuple[str | None, str], int]) -> Record | str:
    if isinstance(record, str) or (first := seen.get((record.document, record.id))) is None:
        return record
    where = "" if record.document is None else f" of document {record.document!r}"
    return f"the id {record.id!r}{where} is already that of line {first}"


_FIELDS = ("id", "document", "source", "target", "source_lang", "target_lang")


_SURROGATE = re.compile("[\ud800-\udfff]")


def _record(values: dict[str, Any], line: int) -> Record | str:
    """A record, or what is wrong with it."""
    for name in _FIELDS:
        value = values.get(name)
        if name == "id" and isinstance(value, int) and not isinstance(value, bool):
            values[name] = str(value)
        elif value is not None and not isinstance(value, str):
            return f"{name!r} must be text, not {json.dumps(value, ensure_ascii=False)[:60]}"
        elif value is not None and _SURROGATE.search(value):
            return f"{name!r} holds half a surrogate pair, which is no character"
    if values.get("target") is None:
        return "there is no 'target'"
    return Record(
        id=values.get("id") or str(line),
        document=values.get("document"),
        source=values.get("source"),
        target=values["target"],
        source_lang=values.get("source_lang") or None,
        target_lang=values.get("target_lang") or None,
        line=line,
    )


def _json_lines(text: str) -> Iterator[tuple[int, Record | str]]:
    # Not splitlines(): U+2028 and others may stand inside a JSON string.
    for line, content in enumerate(text.split("\n"), 1):
        if not content.strip():
            continue
        try:
            values = json.loads(content)
        except json.JSONDecodeError as error:
            yield line, f"not valid JSON: {error.msg} at column {error.colno}"
            continue
        except RecursionError:
            yield line, "not valid JSON: nested too deeply"
            continue
        yield line, _record(values, line) if isinstance(values, dict) else "not a JSON object"


def _tab_separated(text: str) -> Iterator[tuple[int, Record | str]]:
    columns: tuple[str, ...] | None = None
    for line, content in enumerate(text.split("\n"), 1):
        if not content.strip():
            continue
        cells = content.removesuffix("\r").split("\t")
        if columns is None:
            names = tuple(cell.strip().lower() for cell in cells)
            if "target" in names and set(names) <= set(_FIELDS) and len(set(names)) == len(names):
                columns = names
                continue
            columns = _BARE.get(len(cells), ())
        if not columns:
            yield line, f"{len(cells)} columns and no first line that names them ({', '.join(_FIELDS)})"
            return
        if len(cells) != len(columns):
            yield line, f"{len(cells)} columns where there should be {len(columns)} ({', '.join(columns)})"
            continue
        # An empty source is a translation alone: a table has no null.
        values = {name: cell or None for name, cell in zip(columns, cells, strict=True)}
        yield line, _record({**values, "target": values["target"] or ""}, line)


_BARE = {2: ("source", "target"), 3: ("id", "source", "target")}

_FORMATS: dict[str, Callable[[str], Iterator[tuple[int, Record | str]]]] = {
    ".jsonl": _json_lines,
    ".tsv": _tab_separated,
}
