"""Run rules over an aligned article: hits and failures, nothing stamped yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tqcheck.documents import AlignedArticle, Pair, Text, primary_language
from tqcheck.facts import ArticleFacts
from tqcheck.model import Hit, Span
from tqcheck.report import Failure
from tqcheck.rules.rule import AnyRule, DocumentRule, Reads, Rule


@dataclass(frozen=True, slots=True)
class RuleHit:
    """A hit with the rule that made it and the pair it stands in."""

    rule: AnyRule
    pair: Pair
    hit: Hit


def applies(rule: AnyRule, article: AlignedArticle) -> bool:
    """Whether the article's languages and sides are ones that the rule is for."""
    if article.source is None and (rule.reads is Reads.BOTH if isinstance(rule, Rule) else rule.bilingual):
        return False
    sides = (
        (rule.source_languages, article.source_language),
        (rule.target_languages, article.target_language),
    )
    return all(not wanted or primary_language(tag) in wanted for wanted, tag in sides)


def apply_rules(
    rules: Iterable[AnyRule], article: AlignedArticle, facts: ArticleFacts
) -> tuple[list[RuleHit], list[Failure]]:
    """The hits of all rules that apply, in the order of rules and pairs.

    A rule whose facts an article lacks (a skipped check) is not run on it; one that crashes becomes a Failure.
    """
    hits: list[RuleHit] = []
    failures: list[Failure] = []
    for rule in rules:
        if not applies(rule, article) or any(kind not in facts.by_kind for kind in rule.needs):
            continue
        pair_id = None
        try:
            for pair, hit in _run(rule, article, facts):
                pair_id = pair.id
                _check_spans(pair, hit)
                hits.append(RuleHit(rule, pair, hit))
        except Exception as error:  # noqa: BLE001 - whatever a rule does, the run goes on and says so
            failures.append(Failure(rule.id, f"{type(error).__name__}: {error}", pair_id))
    return hits, failures


def _run(rule: AnyRule, article: AlignedArticle, facts: ArticleFacts) -> Iterator[tuple[Pair, Hit]]:
    if isinstance(rule, DocumentRule):
        yield from rule.check(article, facts.limited(rule.needs), rule.options)
        return
    for pair in article.pairs:
        if not _shown(rule.reads, pair):
            continue
        own = facts.of(pair, rule.needs)
        if any(kind not in own for kind in rule.needs):
            continue
        for hit in rule.check(pair, own, rule.options):
            yield pair, hit


def _shown(reads: Reads, pair: Pair) -> bool:
    if reads is Reads.ANY:
        return True
    return pair.target is not None and (reads is Reads.TARGET or pair.source is not None)


def _check_spans(pair: Pair, hit: Hit) -> None:
    for span, text in ((hit.source, pair.source), (hit.target, pair.target)):
        if span is not None and not _inside(span, text):
            raise ValueError(f"the hit marks {span}, outside the text of pair {pair.id}")


def _inside(span: Span, text: Text | None) -> bool:
    return text is not None and span.end <= len(text.text)
