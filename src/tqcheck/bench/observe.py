"""Run the rules on labelled records: what tqcheck said of each translation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tqcheck.bench.labels import Contrast, Labelled
from tqcheck.documents import words
from tqcheck.errors import RuleFailure
from tqcheck.jobs import job_of_records
from tqcheck.model import Finding
from tqcheck.pipeline import Job, check_articles
from tqcheck.readers.bitext import Record
from tqcheck.report import ArticleReport
from tqcheck.resources import RunResources
from tqcheck.rules.rule import AnyRule

_AT_ONCE = 512  # articles whose jobs are in memory together


@dataclass(frozen=True, slots=True)
class Seen:
    """What tqcheck said of one translation. `quality` is the pair's, 1 for a text that has none; see ArticleReport.

    `cosine` of its sides, 0 where there is none; `features`: what the quality is made of.
    """

    text: str
    findings: tuple[Finding, ...]
    quality: float
    cosine: float = 0.0
    features: Mapping[str, float] = field(default_factory=dict)

    @property
    def words(self) -> int:
        """Target words."""
        return sum(1 for _ in words(self.text))


@dataclass(frozen=True, slots=True)
class Observation:
    """A labelled record and what was said of it; of a contrast's spoiled translation in `bad`."""

    record: Labelled
    seen: Seen
    bad: Seen | None = None


@dataclass(frozen=True, slots=True)
class _Article:
    """Records that are checked as one article, and which translation of a contrast this is."""

    records: tuple[Labelled, ...]
    spoiled: bool = False

    def target(self, record: Labelled) -> str:
        if isinstance(record, Contrast):
            return record.bad if self.spoiled else record.good
        return record.target


def observe(
    records: Sequence[Labelled], rules: Sequence[AnyRule], run: RunResources
) -> Iterator[Observation]:
    """Check every record; those of one document as one article. Raises RuleFailure if one crashes."""
    articles = list(_articles(records))
    for start in range(0, len(articles), _AT_ONCE):
        part = articles[start : start + _AT_ONCE]
        seen: list[list[Seen]] = [
            list(_seen(article, report))
            for article, report in zip(part, check_articles(map(_job, part), rules, run), strict=True)
        ]
        spoiled: list[Seen] | None = None
        for article, own in zip(part, seen, strict=True):
            if article.spoiled:
                spoiled = own
                continue
            for index, record in enumerate(article.records):
                bad = spoiled[index] if spoiled is not None and isinstance(record, Contrast) else None
                yield Observation(record, own[index], bad)
            spoiled = None


def _articles(records: Iterable[Labelled]) -> Iterator[_Article]:
    """A contrast's spoiled translation comes right before its good one."""
    documents: dict[tuple[type, str], list[Labelled]] = {}
    for record in records:
        key = record.document if record.document is not None else record.where
        documents.setdefault((type(record), key), []).append(record)
    for (kind, _), together in documents.items():
        if kind is Contrast:
            yield _Article(tuple(together), spoiled=True)
        yield _Article(tuple(together))


def _job(article: _Article) -> Job:
    first = article.records[0]
    rows = [
        Record(str(i), "", r.source, article.target(r), r.source_lang, r.target_lang, i)
        for i, r in enumerate(article.records)
    ]
    return job_of_records(Path(first.where), rows, (first.source_lang, first.target_lang))


def _seen(article: _Article, report: ArticleReport) -> Iterator[Seen]:
    if report.failures:
        first = report.failures[0]
        raise RuleFailure(f"{article.records[0].where}: {first.what} failed: {first.error}")
    pairs = {pair.id for pair in report.article.pairs}
    findings: dict[str, list[Finding]] = {}
    for finding in report.findings:
        findings.setdefault(finding.pair, []).append(finding)
    for index, record in enumerate(article.records):
        quality = report.qualities.get(str(index))
        yield Seen(
            article.target(record),
            tuple(findings.get(str(index), ())),
            quality.value if quality is not None else 0.0 if str(index) in pairs else 1.0,
            report.similarity.get(str(index), 0.0),
            quality.features if quality is not None else {},
        )
