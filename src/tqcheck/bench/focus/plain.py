"""What LanguageTool says by itself: every rule that it runs by default, and nothing of tqcheck."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tqcheck.bench.labels import Contrast, Labelled
from tqcheck.bench.observe import Observation, Seen
from tqcheck.languagetool.matches import GrammarMatch
from tqcheck.languagetool.server import LanguageToolServer
from tqcheck.model import Category, Confidence, Finding, Severity, Span

_LANGUAGES = {"en": "en-US", "de": "de-DE"}  # variants, without which LanguageTool does not spell
_PART = 2_000  # records whose texts are asked about together


def observe_plain(records: Sequence[Labelled]) -> Iterator[Observation]:
    """Every match as a major finding in every translation. Raises ResourceUnavailable without Java or LanguageTool."""
    with LanguageToolServer() as server:
        for start in range(0, len(records), _PART):
            part = records[start : start + _PART]
            for language in dict.fromkeys(record.target_lang for record in part):
                yield from _observed(
                    [each for each in part if each.target_lang == language], language, server
                )


def _observed(
    records: Sequence[Labelled], language: str, server: LanguageToolServer
) -> Iterator[Observation]:
    good = [record.good if isinstance(record, Contrast) else record.target for record in records]
    bad = [record.bad if isinstance(record, Contrast) else "" for record in records]
    tag = _LANGUAGES.get(language, language)
    for record, own, spoiled in zip(records, _seen(good, tag, server), _seen(bad, tag, server), strict=True):
        yield Observation(record, own, spoiled if isinstance(record, Contrast) else None)


def _seen(texts: Sequence[str], tag: str, server: LanguageToolServer) -> Iterator[Seen]:
    for text, matches in zip(texts, server.check_all(texts, tag), strict=True):
        yield Seen(text, tuple(map(finding_of, matches)), 1.0 / (1 + len(matches)))


def finding_of(match: GrammarMatch) -> Finding:
    """A match as a finding: major, of medium confidence."""
    span = Span(match.start, match.end)
    return Finding(
        fingerprint="",
        rule=match.rule_id,
        category=Category.GRAMMAR,
        severity=Severity.MAJOR,
        confidence=Confidence.MEDIUM,
        message=match.message,
        pair="0",
        source=None,
        target=None,
        source_span=None,
        target_span=span,
        suggestions=match.replacements,
    )
