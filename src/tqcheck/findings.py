"""From hits to findings: stamped with rule, place and fingerprint, one finding a fault, worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tqcheck.documents import GIVEN, AlignedArticle, Document, LineIndex, Text
from tqcheck.model import (
    Category,
    Confidence,
    Finding,
    Location,
    Repair,
    Severity,
    SourceEdit,
    Span,
    fingerprint,
)
from tqcheck.rules.apply import RuleHit
from tqcheck.source_faults.edits import as_repair

# What different rules and engines may all see in one broken word; elsewhere two categories are two faults.
_FLUENCY = {Category.GARBLED, Category.GRAMMAR, Category.SPELLING, Category.PUNCTUATION}


class Places:
    """Turns spans of passages into locations in one article's files.

    The offsets of a given pair (a bitext record) index the record's own string.
    """

    def __init__(self, article: AlignedArticle) -> None:
        self._given = article.aligned_by == GIVEN
        self._lines = {
            document.text: LineIndex.of(document.text)
            for document in (article.source, article.target)
            if document is not None and not self._given
        }

    def of(self, document: Document | None, text: Text | None, span: Span | None) -> Location | None:
        """Where a span of one side of a pair stands; None where there is nothing to mark."""
        if document is None or text is None or span is None:
            return None
        file = text.text if self._given else document.text
        lines = LineIndex.of(file) if self._given else self._lines[file]
        place = text.passage.file_span(span)
        line, column = lines.locate(place.start)
        return Location(place, line, column, place.of(file))

    def repair(
        self, document: Document | None, text: Text | None, edits: tuple[SourceEdit, ...]
    ) -> Repair | None:
        """The lines that edits of the source change, before and after; None without edits."""
        if document is None or not edits:
            return None
        file = document.text
        if self._given:
            file = text.text if text is not None else ""
        return as_repair(file, LineIndex.of(file) if self._given else self._lines[file], edits)


def make_findings(
    article: AlignedArticle, hits: Sequence[RuleHit], least: Confidence
) -> tuple[tuple[Finding, ...], int]:
    """The findings at or above a confidence, one a fault, in order of harm and then of place.

    Also returned: how many more there would be without the limit. The less sure are left out first, so that a doubtful
    finding never takes the place of a sure one.
    """
    sure = [found for found in hits if confidence_of(found) >= least]
    shown = _one_a_fault(sure)
    hidden = max(0, len(_one_a_fault(hits)) - len(shown)) if len(sure) < len(hits) else 0
    places, seen = Places(article), Counter[str]()
    findings = []
    for found in shown:
        bare = _fingerprint(found, 0)
        findings.append(_stamp(article, found, places, seen[bare]))
        seen[bare] += 1
    order = {pair.id: index for index, pair in enumerate(article.pairs)}
    findings.sort(key=lambda f: (-f.severity, -f.confidence, order[f.pair], _start(f), f.rule))
    return tuple(findings), hidden


def _start(finding: Finding) -> int:
    return finding.target_span.start if finding.target_span else 0


def severity_of(found: RuleHit) -> Severity:
    """The hit's own severity, or its rule's."""
    return found.hit.severity or found.rule.severity


def confidence_of(found: RuleHit) -> Confidence:
    """The hit's own confidence, or its rule's."""
    return found.hit.confidence or found.rule.confidence


def _stamp(article: AlignedArticle, found: RuleHit, places: Places, repeat: int) -> Finding:
    pair, hit = found.pair, found.hit
    return Finding(
        fingerprint=_fingerprint(found, repeat),
        rule=found.rule.id,
        category=found.rule.category,
        severity=severity_of(found),
        confidence=confidence_of(found),
        message=hit.message,
        pair=pair.id,
        source=places.of(article.source, pair.source, hit.source),
        target=places.of(article.target, pair.target, hit.target),
        source_span=hit.source,
        target_span=hit.target,
        suggestions=hit.suggestions,
        repair=places.repair(article.source, pair.source, hit.repair),
    )


def _fingerprint(found: RuleHit, repeat: int) -> str:
    pair, hit = found.pair, found.hit
    marked = hit.target.of(pair.target_text) if hit.target is not None else ""
    if not marked and hit.source is not None:
        marked = hit.source.of(pair.source_text)
    return fingerprint(found.rule.id, pair.source_text, pair.target_text, marked, repeat)


def _one_a_fault(hits: Iterable[RuleHit]) -> list[RuleHit]:
    """Drop a hit that an earlier, worse or surer one of the same pair already tells.

    What is kept says what to write instead, if a dropped hit on exactly the same words does.
    """
    kept: dict[str, list[RuleHit]] = {}
    explained: dict[str, RuleHit] = {}  # by pair id; what covers comes first
    for found in sorted(hits, key=_rank):
        if explained.get(found.pair.id, found) is not found:
            continue
        others = kept.setdefault(found.pair.id, [])
        same = next((at for at, other in enumerate(others) if _same_fault(other, found)), None)
        if same is None:
            others.append(found)
            if found.rule.covers:
                explained |= {id_: found for id_ in found.hit.explains if id_ not in explained}
        elif found.hit.suggestions and _may_suggest(others[same], found):
            suggesting = replace(others[same].hit, suggestions=found.hit.suggestions)
            others[same] = replace(others[same], hit=suggesting)
    return [found for group in kept.values() for found in group]


def _may_suggest(kept: RuleHit, dropped: RuleHit) -> bool:
    return (
        not kept.hit.suggestions
        and kept.hit.target == dropped.hit.target
        and {kept.rule.category, dropped.rule.category} <= _FLUENCY
    )


def _rank(found: RuleHit) -> tuple[int, int, int, bool, int, str]:
    mark = found.hit.target
    return (
        -found.rule.covers,
        -severity_of(found),
        -confidence_of(found),
        not found.hit.suggestions,
        len(mark) if mark else 0,
        found.rule.id,
    )


def _same_fault(kept: RuleHit, found: RuleHit) -> bool:
    one, two = kept.hit.target, found.hit.target
    if kept.rule.covers and not two and kept.hit.source and found.hit.source:
        return kept.hit.source.contains(found.hit.source)  # what is missing is missing because of it
    if one is None or two is None or not len(one) or not len(two):
        return kept.rule.id == found.rule.id and (one, kept.hit.source) == (two, found.hit.source)
    if kept.rule.covers and one.contains(two):
        return True
    shared = min(one.end, two.end) - max(one.start, two.start)
    if shared <= 0:
        return False
    if {kept.rule.category, found.rule.category} <= _FLUENCY:
        return shared * 2 >= min(len(one), len(two)) and max(len(one), len(two)) <= 4 * shared
    return shared * 2 >= max(len(one), len(two))
