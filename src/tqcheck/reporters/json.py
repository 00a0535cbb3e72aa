"""The JSON report, schema 1: the stable interface (`schema-1.json` beside this file)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tqcheck.documents import Document, Pair, Text
from tqcheck.findings import Places
from tqcheck.model import Finding, Location, Repair, Side, Span
from tqcheck.names.entries import Form
from tqcheck.report import ArticleReport, Report
from tqcheck.reporters import ReportOptions


def render(report: Report, _options: ReportOptions) -> str:
    """The report as JSON, two spaces of indent, text as it is."""
    return json.dumps(as_dict(report), ensure_ascii=False, indent=2) + "\n"


def as_dict(report: Report) -> dict[str, Any]:
    """The report as plain values."""
    return {
        "schema": 1,
        "tqcheck": report.version,
        "signature": report.signature,
        "checks": [{"name": c.name, "status": str(c.status), "detail": c.detail} for c in report.checks],
        "documents": [_document(document) for document in report.documents],
        "problems": list(report.problems),
        "summary": {"documents": len(report.documents), "findings": report.counts},
    }


def _document(document: ArticleReport) -> dict[str, Any]:
    article, places = document.article, Places(document.article)

    def whole(file: Document | None, text: Text | None) -> dict[str, Any] | None:
        return _place(places.of(file, text, Span(0, len(text.text)) if text else None))

    return {
        "name": document.name,
        "source": _file(article.source),
        "target": _file(article.target),
        "aligned_by": article.aligned_by,
        "pairs": [
            {
                "id": pair.id,
                "source": whole(article.source, pair.source),
                "target": whole(article.target, pair.target),
                "confidence": pair.confidence,
                "similarity": _similarity(document, pair),
                **_quality(document, pair),
            }
            for pair in article.pairs
        ],
        "quality": document.quality,
        "findings": [_finding(finding) for finding in document.findings],
        "hidden": document.hidden,
        "silenced": {"total": sum(document.silenced.values()), "by_rule": dict(document.silenced)},
        "names": list(_names(document, places)),
        "score": {
            "words": document.score.words,
            "penalty": document.score.penalty,
            "per_1000_words": document.score.per_1000_words,
            "verdict": document.score.verdict,
        },
        "skipped": [{"name": c.name, "status": str(c.status), "detail": c.detail} for c in document.skipped],
        "failures": [{"what": f.what, "error": f.error, "pair": f.pair} for f in document.failures],
    }


def _names(document: ArticleReport, places: Places) -> Iterator[dict[str, Any]]:
    """The ledger, in the order of the text."""
    pairs = {pair.id: pair for pair in document.article.pairs}
    for entry in document.ledger:
        yield {
            "name": entry.name,
            "kind": str(entry.kind),
            "status": str(entry.status),
            "missing": entry.missing,
            "source": [_form(form, Side.SOURCE, document, pairs, places) for form in entry.source],
            "target": [_form(form, Side.TARGET, document, pairs, places) for form in entry.target],
        }


def _form(
    form: Form, side: Side, document: ArticleReport, pairs: Mapping[str, Pair], places: Places
) -> dict[str, Any]:
    file = document.article.source if side is Side.SOURCE else document.article.target
    found = []
    for place in form.places:
        pair = pairs[place.pair]
        location = places.of(file, pair.source if side is Side.SOURCE else pair.target, place.span)
        if location is not None:
            start, end = location.span.start, location.span.end
            found.append(
                {
                    "pair": pair.id,
                    "start": start,
                    "end": end,
                    "line": location.line,
                    "column": location.column,
                }
            )
    return {"text": form.text, "count": len(form.places), "places": found}


def _file(document: Document | None) -> dict[str, Any] | None:
    if document is None:
        return None
    return {
        "path": document.path,
        "language": document.language,
        "encoding": document.encoding,
        "notes": list(document.notes),
    }


def _similarity(document: ArticleReport, pair: Pair) -> float | None:
    cosine = document.similarity.get(pair.id)
    return None if cosine is None else round(cosine, 4)


def _quality(document: ArticleReport, pair: Pair) -> dict[str, Any]:
    quality = document.qualities.get(pair.id)
    if quality is None:
        return {"quality": None}
    return {"quality": quality.value, "quality_parts": dict(quality.parts)}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "fingerprint": finding.fingerprint,
        "rule": finding.rule,
        "category": finding.category.mqm,
        "severity": finding.severity.label,
        "confidence": finding.confidence.label,
        "message": finding.message,
        "pair": finding.pair,
        "source": _place(finding.source),
        "target": _place(finding.target),
        "suggestions": list(finding.suggestions),
        **({} if finding.repair is None else {"repair": _repair(finding.repair)}),
    }


def _repair(repair: Repair) -> dict[str, Any]:
    return {
        "first_line": repair.first_line,
        "last_line": repair.last_line,
        "broken": repair.broken,
        "repaired": repair.repaired,
        "edits": [
            {"start": edit.span.start, "end": edit.span.end, "text": edit.text} for edit in repair.edits
        ],
    }


def _place(location: Location | None) -> dict[str, Any] | None:
    if location is None:
        return None
    return {
        "start": location.span.start,
        "end": location.span.end,
        "line": location.line,
        "column": location.column,
        "text": location.text,
    }
