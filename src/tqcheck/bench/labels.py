"""Labelled records: the JSON Lines that `tqcheck bench` reads, one of three kinds a line.

All kinds have `id`, `source` (null: a translation alone), `source_lang`, `target_lang`, and optionally `document`
(records with the same one are one article, in their order).

- Spans: `target`, and `spans`: what is wrong in it, an empty list for a clean pair. A span has `side` ("target" or
  "source"), `start` and `end` (code points of that side; both null where it could not be placed), `category`
  (MQM, such as "accuracy/number"), `severity`, and optionally `kind` (of planted damage) and `rater`. With several raters, `raters` lists all who
  judged the record, those who found nothing included.
- Contrast: `good` and `bad`, two translations of one source; optionally `kind`, `category` and `severity` of what
  was spoiled.
- Score: `target`, with `score` (a number, higher is better), `class` ("good" or "bad"), or both; optionally `group`
  (default: records with the same source are one).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from tqcheck.errors import InputError, UsageError
from tqcheck.language import normalised
from tqcheck.model import Severity, Side, Span
from tqcheck.readers import read_bytes
from tqcheck.readers.bitext import json_object


@dataclass(frozen=True, slots=True)
class Gold:
    """One error that somebody marked. `span` is None where it could not be placed in the text."""

    side: Side
    span: Span | None
    category: str
    severity: Severity
    rater: str | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class _Record:
    id: str
    source: str | None
    source_lang: str
    target_lang: str
    document: str | None
    where: str  # file:line

    @property
    def pair(self) -> str:
        """The language pair, such as zh-en."""
        return f"{self.source_lang}-{self.target_lang}"


@dataclass(frozen=True, slots=True)
class Spans(_Record):
    """A translation and what is wrong in it. `raters` is empty where the spans do not say whose they are."""

    target: str
    gold: tuple[Gold, ...]
    raters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contrast(_Record):
    """A good and a spoiled translation of one source."""

    good: str
    bad: str
    kind: str = ""
    category: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Scored(_Record):
    """A translation with a quality score (higher is better), a class, or both."""

    target: str
    group: str
    score: float | None = None
    is_bad: bool | None = None


Labelled: TypeAlias = Spans | Contrast | Scored

_COMMON = frozenset({"id", "source", "source_lang", "target_lang", "document"})
_KINDS = {
    "spans": _COMMON | {"target", "spans", "raters"},
    "contrast": _COMMON | {"good", "bad", "kind", "category", "severity"},
    "score": _COMMON | {"target", "score", "class", "group"},
}
_SPAN = frozenset({"side", "start", "end", "category", "severity", "rater", "kind"})


def read_labelled(path: Path) -> tuple[Labelled, ...]:
    """Read a file of labelled records.

    Raises InputError naming the file and line of what is wrong: not JSON, an unknown field, a span out of range.
    """
    records = list[Labelled]()
    try:
        text = read_bytes(path, "labelled file").decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start}); labelled files must be") from None
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            records.append(parse_labelled(line, f"{path}:{number}"))
    if not records:
        raise InputError(f"{path}: no records")
    return tuple(records)


def parse_labelled(line: str, where: str) -> Labelled:
    """One record. Raises InputError beginning with `where`."""
    values = json_object(line)
    if isinstance(values, str):
        raise InputError(f"{where}: {values}")
    return _Line(values, where).record()


@dataclass(frozen=True, slots=True)
class _Line:
    values: Mapping[str, Any]
    where: str

    def record(self) -> Labelled:
        kind = self.kind()
        if unknown := sorted(set(self.values) - _KINDS[kind]):
            known = ", ".join(sorted(_KINDS[kind]))
            raise self.error(f"unknown field {unknown[0]!r} in a record with {kind} (known: {known})")
        common: dict[str, Any] = {
            "id": self.text("id"),
            "source": self.optional("source"),
            "source_lang": self.language(self.optional("source_lang") or "und"),
            "target_lang": self.language(self.text("target_lang")),
            "document": self.optional("document"),
            "where": self.where,
        }
        if kind == "contrast":
            return Contrast(
                **common,
                good=self.text("good"),
                bad=self.text("bad", empty=True),
                kind=self.optional("kind") or "",
                category=self.optional("category") or "",
                severity=self.severity(self.values["severity"]) if self.values.get("severity") else None,
            )
        target = self.text("target", empty=True)
        if kind == "spans":
            gold = tuple(self.spans(target, common["source"] or ""))
            return Spans(**common, target=target, gold=gold, raters=self.strings("raters"))
        score, label = self.values.get("score"), self.values.get("class")
        if score is not None and not _is_number(score):
            raise self.error(f"score must be a number, not {str(score)[:60]}")
        if label not in {None, "good", "bad"}:
            raise self.error(f'class must be "good" or "bad", not {label!r}')
        return Scored(
            **common,
            target=target,
            group=self.optional("group") or common["source"] or self.where,
            score=None if score is None else float(score),
            is_bad=None if label is None else label == "bad",
        )

    def kind(self) -> str:
        if "spans" in self.values:
            return "spans"
        if "bad" in self.values:
            return "contrast"
        if self.values.get("score") is not None or self.values.get("class") is not None:
            return "score"
        raise self.error('no label: one of "spans", "good" with "bad", "score", "class" is needed')

    def spans(self, target: str, source: str) -> Iterator[Gold]:
        spans = self.values["spans"]
        if not isinstance(spans, list) or not all(isinstance(span, dict) for span in spans):
            raise self.error("spans must be a list of objects")
        for span in spans:
            if unknown := sorted(set(span) - _SPAN):
                raise self.error(
                    f"unknown field {unknown[0]!r} in a span (known: {', '.join(sorted(_SPAN))})"
                )
            side = span.get("side", "target")
            if side not in {"source", "target"}:
                raise self.error(f'side must be "source" or "target", not {side!r}')
            category = span.get("category", "")
            if not isinstance(category, str):
                raise self.error(f"category must be text, not {category!r}")
            kind = span.get("kind", "")
            if not isinstance(kind, str):
                raise self.error(f"kind must be text, not {kind!r}")
            place = self.place(span.get("start"), span.get("end"), target if side == "target" else source)
            yield Gold(
                Side(side),
                place,
                category,
                self.severity(span.get("severity", "major")),
                span.get("rater"),
                kind,
            )

    def place(self, start: object, end: object, text: str) -> Span | None:
        if start is None and end is None:
            return None
        for each in (start, end):
            if not isinstance(each, int) or isinstance(each, bool):
                raise self.error(f"start and end of a span must be whole numbers, not {each!r}")
        assert isinstance(start, int)
        assert isinstance(end, int)
        if not 0 <= start <= end <= len(text):
            raise self.error(f"span {start}..{end} is out of range: the text has {len(text)} characters")
        return Span(start, end)

    def severity(self, value: object) -> Severity:
        try:
            return Severity.parse(str(value))
        except ValueError as error:
            raise self.error(str(error)) from None

    def language(self, tag: str) -> str:
        try:
            return normalised(tag)
        except UsageError as error:
            raise self.error(str(error)) from None

    def text(self, key: str, *, empty: bool = False) -> str:
        value = self.values.get(key)
        if not isinstance(value, str) or not (value or empty):
            raise self.error(f"{key} is missing or not text")
        return value

    def optional(self, key: str) -> str | None:
        value = self.values.get(key)
        if value is not None and not isinstance(value, str):
            raise self.error(f"{key} must be text, not {value!r}")
        return value

    def strings(self, key: str) -> tuple[str, ...]:
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.error(f"{key} must be a list of strings")
        return tuple(value)

    def error(self, text: str) -> InputError:
        return InputError(f"{self.where}: {text}")


def _is_number(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:  # a whole number beyond every float
        return False
