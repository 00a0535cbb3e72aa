"""Bitexts: files of pairs already made, JSON Lines or tab-separated.

Fields: `id source target`, optionally `document source_lang target_lang confidence`. A source that is absent or null
means a translation alone. A tab-separated file has them in columns: two are source and target, three are id, source and
target, others are named by a first line. If the third of three holds nothing but confidences, as `tqcheck align` writes
them, the others are source and target.
Tab-separated values are taken as they stand, quotation marks included.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tqcheck.errors import InputError, UsageError
from tqcheck.language import normalised
from tqcheck.readers import read_bytes
from tqcheck.readers.decode import decode

MAX_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Record:
    """One pair. `source` is None for a translation alone; `line` counts from 1.

    `confidence` in 0..1 is the aligner's; 1 where the record says none.
    """

    id: str
    document: str | None
    source: str | None
    target: str
    source_lang: str | None
    target_lang: str | None
    line: int
    confidence: float = 1.0


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

    Raises InputError for a file that cannot be read, has no record or no sentence to check, or has a wrong line,
    which it names.
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
    if not any(char.isalnum() for record in records for char in record.target):
        raise InputError(f"{path}: no target of the bitext has a sentence to check. Is it the right file?")
    return Bitext(str(path), tuple(records), tuple(problems), decoded.encoding, decoded.notes)


def _unless_known(record: Record | str, seen: dict[tuple[str | None, str], int]) -> Record | str:
    if isinstance(record, str) or (first := seen.get((record.document, record.id))) is None:
        return record
    where = "" if record.document is None else f" of document {record.document!r}"
    return f"the id {record.id!r}{where} is already that of line {first}"


_FIELDS = ("id", "document", "source", "target", "source_lang", "target_lang")
_LANGUAGES = _FIELDS[-2:]


def json_object(line: str) -> dict[str, Any] | str:
    """One line of JSON Lines, its `id` as text if it was a whole number; or what is wrong with it."""
    try:
        values = json.loads(line)
        if not isinstance(values, dict):
            return "not a JSON object"
        # Only an escape can make one: what is decoded from UTF-8 has none.
        for name, value in values.items() if "\\u" in line else ():
            if not _is_unicode(name, value):
                return f"{name!r} holds half a surrogate pair, which is no character"
    except json.JSONDecodeError as error:
        return f"not valid JSON: {error.msg} at column {error.colno}"
    except RecursionError:
        return "not valid JSON: nested too deeply"
    except ValueError as error:  # a number of more digits than Python reads
        return f"not valid JSON: {error}"
    if type(values.get("id")) is int:
        values["id"] = str(values["id"])
    return values


def _is_unicode(name: str, value: object) -> bool:
    try:
        json.dumps([name, value], ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _record(values: dict[str, Any], line: int) -> Record | str:
    """A record, or what is wrong with it."""
    for name in _FIELDS:
        value = values.get(name)
        if value is not None and not isinstance(value, str):
            return f"{name!r} must be text, not {json.dumps(value, ensure_ascii=False)[:60]}"
    if values.get("target") is None:
        return "there is no 'target'"
    if not values["target"].strip() and not (values.get("source") or "").strip():
        return "neither side has any text"
    try:
        languages = [normalised(tag) if (tag := values.get(name)) else None for name in _LANGUAGES]
    except UsageError as error:
        return str(error)
    return Record(
        id=values.get("id") or str(line),
        document=values.get("document"),
        source=values.get("source"),
        target=values["target"],
        source_lang=languages[0],
        target_lang=languages[1],
        line=line,
        confidence=_confidence(values.get(_CONFIDENCE)),
    )


def _confidence(value: object) -> float:
    """A number from 0 to 1; anything else, which some other program wrote, says nothing of the alignment."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 1.0
    return float(value) if 0 <= value <= 1 else 1.0


def _json_lines(text: str) -> Iterator[tuple[int, Record | str]]:
    # Not splitlines(): U+2028 and others may stand inside a JSON string.
    for line, content in enumerate(text.split("\n"), 1):
        if not content.strip():
            continue
        values = json_object(content)
        yield line, values if isinstance(values, str) else _record(values, line)


def _tab_separated(text: str) -> Iterator[tuple[int, Record | str]]:
    columns: tuple[str, ...] | None = None
    lines = [content.removesuffix("\r") for content in text.split("\n")]
    for line, content in enumerate(lines, 1):
        if not content.strip():
            continue
        cells = content.split("\t")
        if columns is None:
            names = tuple(cell.strip().lower() for cell in cells)
            if "target" in names and set(names) <= {*_FIELDS, _CONFIDENCE} and len(set(names)) == len(names):
                columns = names
                continue
            aligned = len(cells) == 3 and _is_aligned(lines)
            columns = _ALIGNED if aligned else _BARE.get(len(cells), ())
        if not columns:
            yield line, f"{len(cells)} columns and no first line that names them ({', '.join(_FIELDS)})"
            return
        if len(cells) != len(columns):
            yield line, f"{len(cells)} columns where there should be {len(columns)} ({', '.join(columns)})"
            continue
        # An empty source is a translation alone: a table has no null.
        values: dict[str, Any] = {name: cell or None for name, cell in zip(columns, cells, strict=True)}
        values["target"] = values["target"] or ""
        if _DECIMAL.fullmatch(values.get(_CONFIDENCE) or ""):
            values[_CONFIDENCE] = float(values[_CONFIDENCE])
        yield line, _record(values, line)


_BARE = {2: ("source", "target"), 3: ("id", "source", "target")}
_CONFIDENCE = "confidence"
_ALIGNED = ("source", "target", _CONFIDENCE)
_WRITTEN = re.compile(r"0\.[0-9]{3}|1\.000")  # by `tqcheck align`
_DECIMAL = re.compile(r"[01](?:\.[0-9]+)?")


def _is_aligned(lines: Iterable[str]) -> bool:
    """Whether all third columns of three are confidences: one translation may look like that, but not all of a file."""
    thirds = (cells[2] for line in lines if len(cells := line.split("\t")) == 3)
    return all(map(_WRITTEN.fullmatch, thirds))


_FORMATS: dict[str, Callable[[str], Iterator[tuple[int, Record | str]]]] = {
    ".jsonl": _json_lines,
    ".tsv": _tab_separated,
}
