"""Run rules over an aligned article: hits and failures, nothing stamped yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tqcheck.documents import AlignedArticle, Pair, Text, primary_language
from tqcheck.facts import ArticleFacts
from tqcheck.model import Hit, Span
from tqcheck.report import Failure, describe
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

    A rule whose facts an article lacks (a skipped check) is not run on it. One that crashes on a pair becomes a
    Failure that names the pair, and goes on with the next; one that runs out of time is given up.
    """
    hits: list[RuleHit] = []
    failures: list[Failure] = []
    for rule in rules:
        if not applies(rule, article) or any(kind not in facts.by_kind for kind in rule.needs):
            continue
        if isinstance(rule, DocumentRule):
            failures += _over_article(rule, article, facts, hits)
        else:
            failures += _over_pairs(rule, article, facts, hits)
    return hits, failures


def _over_article(
    rule: DocumentRule, article: AlignedArticle, facts: ArticleFacts, hits: list[RuleHit]
) -> Iterator[Failure]:
    try:
        for pair, hit in rule.check(article, facts.limited(rule.needs), rule.options):
            _check_spans(pair, hit)
            hits.append(RuleHit(rule, pair, hit))
    except Exception as error:  # noqa: BLE001 - whatever a rule does, the run goes on and says so
        yield Failure(rule.id, describe(error))  # it sees all pairs: which one it was at, nobody knows


def _over_pairs(
    rule: Rule, article: AlignedArticle, facts: ArticleFacts, hits: list[RuleHit]
) -> Iterator[Failure]:
    """Run a rule; the same crash on many pairs is one failure, so that no report is flooded."""
    crashed: dict[str, list[str]] = {}
    for pair in article.pairs:
        try:
            for hit in _hits(rule, pair, facts):
                _check_spans(pair, hit)
                hits.append(RuleHit(rule, pair, hit))
        except TimeoutError as error:  # waiting as long on every pair would hang the run after all
            crashed.setdefault(f"{describe(error)}; given up for the rest", []).append(pair.id)
            break
        except Exception as error:  # noqa: BLE001 - whatever a rule does, the run goes on and says so
            crashed.setdefault(describe(error), []).append(pair.id)
    for reason, (first, *more) in crashed.items():
        yield Failure(rule.id, f"{reason} (and in {len(more)} more)" if more else reason, first)


def _hits(rule: Rule, pair: Pair, facts: ArticleFacts) -> Iterable[Hit]:
    if not _shown(rule.reads, pair):
        return ()
    own = facts.of(pair, rule.needs)
    return rule.check(pair, own, rule.options) if all(kind in own for kind in rule.needs) else ()


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
