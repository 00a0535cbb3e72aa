"""What a run found: the one value that every reporter turns into its format.

The score is MQM's: penalty points (minor 1, major 5, critical 25) per 1,000 target words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from tqcheck.documents import AlignedArticle, Pair, primary_language, words
from tqcheck.lengths import expected_length
from tqcheck.model import Finding, Severity

if TYPE_CHECKING:
    from tqcheck.facts import WordSupport
    from tqcheck.names.entries import Entry
    from tqcheck.quality.model import Quality


class CheckStatus(StrEnum):
    """What became of a check. Anything but RAN is said in every report: never silently green."""

    RAN = "ran"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Check:
    """One provider of facts in this run, or in one document. `detail`: what ran, or why not."""

    name: str
    status: CheckStatus
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule or provider that crashed; the rest of the report stands."""

    what: str
    error: str
    pair: str | None = None


def describe(error: Exception) -> str:
    """What a Failure says of an error: its type, and its message where it has one ("KeyError: 'a'")."""
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__


@dataclass(frozen=True, slots=True)
class Score:
    """MQM score of one document. `verdict` is "fail" when a finding reaches --fail-on, else "pass"."""

    words: int
    penalty: int
    verdict: str

    FORMULA = "(minor × 1 + major × 5 + critical × 25) × 1000 / words of the translation"

    @property
    def per_1000_words(self) -> float:
        """Penalty points per 1,000 target words, rounded to a tenth."""
        return round(1000 * self.penalty / self.words, 1) if self.words else 0.0

    @classmethod
    def of(cls, article: AlignedArticle, findings: tuple[Finding, ...], fail_on: Severity | None) -> Score:
        """Score an article's findings."""
        count = sum(1 for pair in article.pairs for _ in words(pair.target_text))
        penalty = sum(int(finding.severity) for finding in findings)
        failed = fail_on is not None and any(finding.severity >= fail_on for finding in findings)
        return cls(count, penalty, "fail" if failed else "pass")


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """One article's result. `findings` come in order of harm; `similarity` is cosine by pair id.

    `qualities`: of the pairs with a target. `support`: of a pair's words, where it is known. `hidden` counts the findings below --min-confidence.
    `name` tells documents of one bitext file apart.
    `ledger`: the names, in the order of the text; empty where names were not checked. `silenced`: how many findings of
    each rule were about names, titles, code or copied words, and are left out.
    """

    article: AlignedArticle
    findings: tuple[Finding, ...]
    score: Score
    checks: tuple[Check, ...] = ()
    failures: tuple[Failure, ...] = ()
    similarity: Mapping[str, float] = field(default_factory=dict)
    qualities: Mapping[str, Quality] = field(default_factory=dict)
    support: Mapping[str, WordSupport] = field(default_factory=dict)
    hidden: int = 0
    name: str | None = None
    ledger: tuple[Entry, ...] = ()
    silenced: Mapping[str, int] = field(default_factory=dict)

    @property
    def skipped(self) -> tuple[Check, ...]:
        """The checks that did not run on this document."""
        return tuple(check for check in self.checks if check.status is not CheckStatus.RAN)

    @property
    def quality(self) -> float | None:
        """The mean quality of the pairs by their length, 0..1; what has no translation counts 0. None without text."""
        sizes = {pair.id: _size(pair) for pair in self.article.pairs}
        known = (self.qualities[id_].value * size for id_, size in sizes.items() if id_ in self.qualities)
        total = sum(sizes.values())
        return round(sum(known) / total, 4) if total else None


def _size(pair: Pair) -> float:
    """Letters of the target, or as many as it should have where that is more."""
    languages = (primary_language(side.language if side else None) for side in (pair.source, pair.target))
    return max(len(pair.target_text), expected_length(pair.source_text, *languages))


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run. `signature` names everything that its figures depend on."""

    version: str
    signature: str
    documents: tuple[ArticleReport, ...]
    problems: tuple[str, ...] = ()  # inputs or records that could not be read under --keep-going

    @property
    def checks(self) -> tuple[Check, ...]:
        """Each check once, with the worst that became of it in any document, in order of name."""
        order = [CheckStatus.RAN, CheckStatus.SKIPPED, CheckStatus.FAILED]
        worst: dict[str, Check] = {}
        for document in self.documents:
            for check in document.checks:
                known = worst.get(check.name)
                if known is None or order.index(check.status) > order.index(known.status):
                    worst[check.name] = check
        return tuple(worst[name] for name in sorted(worst))

    @property
    def counts(self) -> dict[str, int]:
        """Findings by severity label, worst first, all three labels present."""
        found = Counter(f.severity for document in self.documents for f in document.findings)
        return {severity.label: found[severity] for severity in sorted(Severity, reverse=True)}

    @property
    def failed_rules(self) -> bool:
        """True when a rule or provider crashed anywhere."""
        return any(document.failures for document in self.documents)
