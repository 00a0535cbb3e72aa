"""The program on one page: (read →) segment → align → gather facts → check → report."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from tqcheck import __version__
from tqcheck.align import align
from tqcheck.align import comparable as related
from tqcheck.align_words import knows
from tqcheck.documents import GIVEN, AlignedArticle, Bead, Document, Pair, Passage, Segment, Text
from tqcheck.errors import ResourceUnavailable
from tqcheck.facts import ArticleFacts, Names, Similarity, WordSupport
from tqcheck.findings import make_findings
from tqcheck.providers import Provider, Resources, provider_of
from tqcheck.quality.model import qualities
from tqcheck.report import ArticleReport, Check, CheckStatus, Failure, Score, describe
from tqcheck.resources import RunResources
from tqcheck.rules.apply import RuleHit, applies, apply_rules
from tqcheck.rules.rule import AnyRule
from tqcheck.segment import lines, segment

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tqcheck.model import Confidence
    from tqcheck.names.entries import Entry

# Articles whose sentences are embedded together: batches fill up, memory stays small.
_TOGETHER = 64


@dataclass(frozen=True, slots=True)
class Job:
    """One article to check. `source` None: the translation alone. `pairs`: given, not to be aligned.

    `name` tells the documents of one bitext file apart. `segmented`: each line is a segment, not to be cut.
    """

    source: Document | None
    target: Document
    name: str | None = None
    pairs: tuple[Pair, ...] | None = None
    segmented: bool = False


@dataclass(frozen=True, slots=True)
class _Article:
    """A segmented job, before alignment."""

    job: Job
    source: tuple[Segment, ...]
    target: tuple[Segment, ...]

    @property
    def texts(self) -> list[str]:
        return [segment.text for segment in (*self.source, *self.target)]

    def sides(
        self, vectors: NDArray[np.float32] | None
    ) -> tuple[NDArray[np.float32] | None, NDArray[np.float32] | None]:
        """The vectors of `texts` [n, d] as those of the source's and of the target's."""
        split = len(self.source)
        return (None, None) if vectors is None else (vectors[:split], vectors[split:])


def check_articles(
    jobs: Iterable[Job], rules: Sequence[AnyRule], run: RunResources
) -> Iterator[ArticleReport]:
    """Check articles in their order."""
    queue = iter(jobs)
    while together := [_segmented(job) for job in islice(queue, _TOGETHER)]:
        bilingual = [article for article in together if article.job.source is not None]
        vectors = dict(zip(map(id, bilingual), _encode(bilingual, run), strict=True))
        if len(together) > 1:
            _read_ahead(together, rules)
        for article in together:
            yield _check(article, vectors.get(id(article)), rules, run)


def _read_ahead(articles: Iterable[_Article], rules: Iterable[AnyRule]) -> None:
    by_language = defaultdict[str | None, list[str]](list)
    for article in articles:
        by_language[article.job.target.language] += (segment.text for segment in article.target)
    for kind in dict.fromkeys(kind for rule in rules for kind in rule.needs):
        read_ahead = provider_of(kind).read_ahead
        for language, sentences in by_language.items():
            if read_ahead is not None:
                read_ahead(language, sentences)


def align_article(job: Job, run: RunResources) -> AlignedArticle:
    """Align an article that has a source, as a check of it does, and do no more.

    Where the two are not comparable, every segment of either side is a bead and a pair of its own.
    Raises ResourceUnavailable if the embedder cannot be had.
    """
    run.needed_embedder()
    article = _segmented(job)
    (vectors,) = _encode([article], run)
    aligned = _aligned(article, *article.sides(vectors), run)
    if aligned.comparable:
        return aligned
    beads = (*(Bead((index,), ()) for index in range(len(article.source))), *aligned.beads)
    return replace(aligned, beads=beads, pairs=_pairs(article, beads))


def _segmented(job: Job) -> _Article:
    if job.pairs is None:
        cut = lines if job.segmented else segment
        return _Article(job, cut(job.source) if job.source else (), cut(job.target))
    sides = [[p.source for p in job.pairs], [p.target for p in job.pairs]]
    segments = [
        tuple(Segment(t.passage, t.blocks[0], t.kind) for t in side if t is not None) for side in sides
    ]
    return _Article(job, segments[0], segments[1])


def _encode(articles: Sequence[_Article], run: RunResources) -> Iterator[NDArray[np.float32] | None]:
    """The vectors of each article's sentences, source first; None where the embedder does not know a language."""
    known = [run.embeds(article.job.source, article.job.target) for article in articles]
    texts = [text for article, can in zip(articles, known, strict=True) if can for text in article.texts]
    rows = run.encode(texts) if texts else None
    at = 0
    for article, can in zip(articles, known, strict=True):
        if not can or rows is None:
            yield None
            continue
        yield rows[at : at + len(article.texts)]
        at += len(article.texts)


def _ledger(article: AlignedArticle, facts: ArticleFacts) -> tuple[Entry, ...]:
    names = facts.by_kind.get(Names)
    if not names:
        return ()
    from tqcheck.names.ledger import ledger  # with the tables of names, which not every run needs

    return ledger(article, names)


def _silence(
    hits: list[RuleHit], entries: tuple[Entry, ...], facts: ArticleFacts, least: Confidence, file: str
) -> tuple[list[RuleHit], Counter[str]]:
    if not hits:
        return hits, Counter()
    from tqcheck.silence import silence

    return silence(hits, entries, facts, least, file)


def _check(
    article: _Article, vectors: NDArray[np.float32] | None, rules: Sequence[AnyRule], run: RunResources
) -> ArticleReport:
    source_vectors, target_vectors = article.sides(vectors)
    aligned = _aligned(article, source_vectors, target_vectors, run)
    resources = run.for_article(source_vectors, target_vectors)
    facts, checks, failures = gather(aligned, rules, resources)
    hits, crashed = apply_rules(rules, aligned, facts)
    entries = _ledger(aligned, facts)
    file = "" if aligned.aligned_by == GIVEN else aligned.target.text
    hits, silenced = _silence(hits, entries, facts, run.settings.min_confidence, file)
    findings, hidden = make_findings(aligned, hits, run.settings.min_confidence)
    similar: dict[str, Similarity] = dict(facts.by_kind.get(Similarity, {}))
    return ArticleReport(
        article=aligned,
        findings=findings,
        score=Score.of(aligned, findings, run.settings.fail_on),
        checks=tuple(checks),
        failures=(*failures, *crashed),
        similarity={pair: fact.cosine for pair, fact in similar.items()},
        qualities=qualities(aligned, facts, hits),
        support=dict(facts.by_kind.get(WordSupport, {})),
        hidden=hidden,
        name=article.job.name,
        ledger=entries,
        silenced=dict(sorted(silenced.items())),
    )


def _aligned(
    article: _Article,
    source_vectors: NDArray[np.float32] | None,
    target_vectors: NDArray[np.float32] | None,
    run: RunResources,
) -> AlignedArticle:
    job = article.job
    alone = tuple(Bead((), (index,)) for index in range(len(article.target)))
    comparable = True
    languages = (job.source and job.source.language) or "und", job.target.language or "und"
    if job.pairs is not None:
        beads, how = _given_beads(job.pairs), GIVEN
    elif job.source is None:
        beads, how = alone, "translation alone"
    elif source_vectors is None or target_vectors is None:
        # No embedder knows these languages: lengths, order and what is copied must do.
        blank = [np.zeros((len(side), 1), np.float32) for side in (article.source, article.target)]
        beads = align(article.source, article.target, blank[0], blank[1], languages=languages)
        how = "lengths, a dictionary and copied words" if knows(languages) else "lengths and copied words"
    else:
        vectors = source_vectors, target_vectors
        beads = align(article.source, article.target, *vectors, run.windows, languages=languages)
        comparable, how = related(beads, source_vectors, target_vectors), run.embedder_id
    if not comparable:
        beads = alone
    pairs = job.pairs if job.pairs is not None else _pairs(article, beads)
    return AlignedArticle(
        job.source, job.target, pairs, beads, article.source, article.target, how, comparable
    )


def _given_beads(pairs: Iterable[Pair]) -> tuple[Bead, ...]:
    beads, source, target = list[Bead](), 0, 0
    for pair in pairs:
        left = (source,) if pair.source else ()
        right = (target,) if pair.target else ()
        source, target = source + len(left), target + len(right)
        beads.append(Bead(left, right))
    return tuple(beads)


def _pairs(article: _Article, beads: Iterable[Bead]) -> tuple[Pair, ...]:
    job = article.job
    return tuple(
        Pair(
            id=str(index),
            source=_text([article.source[i] for i in bead.source], job.source),
            target=_text([article.target[i] for i in bead.target], job.target),
            confidence=bead.confidence,
        )
        for index, bead in enumerate(beads)
    )


def _text(segments: Sequence[Segment], document: Document | None) -> Text | None:
    if not segments or document is None:
        return None
    starts, passage = [0], segments[0].passage
    for previous, following in pairwise(segments):
        # Sentences that touch in the file (Chinese, Japanese) touch in the pair; others have a space.
        apart = following.passage.runs[0].start > previous.passage.runs[-1].end
        starts.append(len(passage.text) + apart)
        passage = Passage.join([passage, following.passage], " " if apart else "")
    return Text(
        passage, document.language or "und", segments[0].kind, tuple(starts), tuple(s.block for s in segments)
    )


def gather(
    article: AlignedArticle, rules: Iterable[AnyRule], resources: Resources
) -> tuple[ArticleFacts, list[Check], list[Failure]]:
    """The facts that the rules which apply here need; what could not be had is a skipped or failed check."""
    kinds = {kind: None for rule in rules if applies(rule, article) for kind in rule.needs}
    facts: dict[type, Any] = {}
    checks: list[Check] = []
    failures: list[Failure] = []
    for provider in sorted(map(provider_of, kinds), key=lambda provider: provider.name):
        if not provider.wanted(resources) or (provider.bilingual and article.source is None):
            continue
        check, found, failure = _ask(provider, article, resources)
        checks.append(check)
        if found is not None:
            facts[provider.kind] = found
        if failure is not None:
            failures.append(failure)
    return ArticleFacts(facts), checks, failures


def _ask(
    provider: Provider, article: AlignedArticle, resources: Resources
) -> tuple[Check, Any, Failure | None]:
    try:
        gathered = provider.gather(article, resources)
    except ResourceUnavailable as error:
        return Check(provider.name, CheckStatus.SKIPPED, str(error)), None, None
    except Exception as error:  # noqa: BLE001 - the rest of the report stands, and says what failed
        reason = describe(error)
        return Check(provider.name, CheckStatus.FAILED, reason), None, Failure(provider.name, reason)
    return Check(provider.name, CheckStatus.RAN, gathered.detail), gathered.facts, None


def signature(run: RunResources, rules: Iterable[AnyRule]) -> str:
    """Everything that a report's figures depend on besides its input, as sacreBLEU signs its scores."""
    chosen = "\n".join(f"{rule.id} {rule.severity.label} {rule.options!r}" for rule in rules)
    parts = {
        "tqcheck": __version__,
        "rules": hashlib.sha256(chosen.encode()).hexdigest()[:8],
        "embedder": run.embedder_id,
        "grammar": run.grammar_id,
        "min-confidence": run.settings.min_confidence.label,
    }
    if run.tagger is not None:
        parts["ner"] = run.tagger.id
    if run.glossary is not None:
        parts["glossary"] = hashlib.sha256(repr(run.glossary).encode()).hexdigest()[:8]
    return "|".join(f"{name}:{value}" for name, value in parts.items())
