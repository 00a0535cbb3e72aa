"""MQM annotations: what several people marked in what several systems wrote, article by article.

The sets name their error types in three dialects (Google's of 2021 and 2023, and SAP's for the biomedical
abstracts); they become one. A record's `document` is article|system.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tqcheck.bench.convert.rows import Label, Row, languages

_HEADS = {"linguistic conventions": "fluency", "locale conventions": "locale convention"}
_CATEGORIES = {
    "accuracy/addition": "accuracy/addition",
    "accuracy/creative reinterpretation": "accuracy/creative-reinterpretation",
    "accuracy/gender mismatch": "accuracy/mistranslation",
    "accuracy/mistranslation": "accuracy/mistranslation",
    "accuracy/omission": "accuracy/omission",
    "accuracy/omission (translation 2)": "accuracy/omission",
    "accuracy/omission (translation)": "accuracy/omission",
    "accuracy/source language fragment": "accuracy/untranslated",
    "accuracy/untranslated": "accuracy/untranslated",
    "accuracy/untranslated text": "accuracy/untranslated",
    "fluency/character encoding": "fluency/unintelligible",
    "fluency/display": "fluency/display",
    "fluency/grammar": "fluency/grammar",
    "fluency/inconsistency": "fluency/inconsistency",
    "fluency/punctuation": "fluency/punctuation",
    "fluency/register": "style/register",
    "fluency/spelling": "fluency/spelling",
    "fluency/text-breaking": "fluency/text-breaking",
    # What raters mark as a name's format is mostly a wrong name; other formats are conventions.
    "locale convention/name": "accuracy/name",
    "locale convention/name format": "accuracy/name",
    "non translation": "fluency/unintelligible",
    "non-translation": "fluency/unintelligible",
    "other": "other",
    "other/-": "other",
    "style/archaic or obscure word choice": "style/word-choice",
    "style/awkward": "style/awkward",
    "style/bad sentence structure": "style/awkward",
    "style/non fluent": "style/awkward",
    "style/unnatural or awkward": "style/awkward",
    "terminology/inappropriate": "terminology/inappropriate",
    "terminology/inappropriate for context": "terminology/inappropriate",
    "terminology/inconsistent": "terminology/inconsistent",
    "terminology/inconsistent use of terminology": "terminology/inconsistent",
    "terminology/wrong term": "terminology/wrong-term",
    "unintelligible": "fluency/unintelligible",
}
_UNNAMED = "unnamed"  # the only rater of a text, in some rows
_NON_TRANSLATION = frozenset({"non translation", "non-translation"})


def system_outputs(rows: Iterable[Row]) -> Iterator[Label]:
    """Spans records of what machines wrote, with the errors of all raters."""
    for row in _merged(rows):
        if not _is_human(row):
            yield _record(row)


def human_clean(rows: Iterable[Row]) -> Iterator[Label]:
    """Spans records of what people wrote and no rater found fault with: whatever is reported there is false."""
    for row in _merged(rows):
        record = _record(row)
        if _is_human(row) and not record["spans"] and not any(r["penalty"] for r in row["ratings"]):
            yield record


def category(name: str | None) -> str | None:
    """Our name of an error type, "" of none, "other/…" of an unknown one; None for an error of the source itself."""
    if not name:
        return ""
    head, slash, tail = name.lower().replace("_", " ").strip("!").partition("/")
    head = _HEADS.get(head, head)
    if head in {"source", "source error", "source issue"}:
        return None
    known = _CATEGORIES.get(head + slash + tail)
    if known is None and head == "locale convention":
        return "locale/convention"
    return known or "other/" + (head + slash + tail).replace(" ", "-")


def errors(found: Iterable[Row], rater: str | None = None) -> Iterator[Label]:
    """The spans of one rater's errors; neutral ones and those of the source are no errors of the translation.

    A translation that is none is critical, as it costs 25 in every dialect.
    """
    for error in found:
        ours = category(error["category"])
        if ours is None or error["severity"] == "neutral":
            continue
        nothing = (error["category"] or "").lower().replace("_", " ").strip("!") in _NON_TRANSLATION
        placed = error["start"] is not None
        span: dict[str, Any] = {
            "side": "source" if error["side"] == "src" else "target",
            "start": error["start"],
            "end": error["end"] if placed else None,
            "category": ours,
            "severity": "critical" if nothing else error["severity"],
        }
        yield span | ({} if rater is None else {"rater": rater})


def _merged(rows: Iterable[Row]) -> Iterable[Row]:
    """One row a text: the biomedical sets give each rater a row of its own.

    Where those raters counted the sentences of an abstract differently, one `id` has two texts.
    """
    merged: dict[tuple[str, str, str], dict[str, Any]] = {}
    texts: dict[str, int] = {}
    for row in rows:
        key = (row["id"], row["src"], row["tgt"])
        if key in merged:
            merged[key]["ratings"] = [*merged[key]["ratings"], *row["ratings"]]
            continue
        texts[row["id"]] = texts.get(row["id"], 0) + 1
        suffix = f"#{texts[row['id']]}" if texts[row["id"]] > 1 else ""
        merged[key] = {**row, "id": row["id"] + suffix}
    return merged.values()


def _is_human(row: Row) -> bool:
    return str(row["system"]).lower().startswith(("ref", "human"))


def _record(row: Row) -> Label:
    return {
        "id": row["id"],
        "document": f"{row['doc']}|{row['system']}",
        **languages(row["lp"]),
        "source": row["src"],
        "target": row["tgt"],
        "spans": [span for r in row["ratings"] for span in errors(r["errors"], r["rater"] or _UNNAMED)],
        "raters": [rating["rater"] or _UNNAMED for rating in row["ratings"]],
    }
