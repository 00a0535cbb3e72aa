"""Rules that misbehave: a crash costs one pair and not the article, and no crash floods the report."""

from __future__ import annotations

from collections.abc import Iterator

from tqcheck.documents import AlignedArticle, Document, Pair, Passage, Text
from tqcheck.facts import ArticleFacts, PairFacts
from tqcheck.model import Category, Confidence, Hit, Severity, Span
from tqcheck.rules.apply import apply_rules
from tqcheck.rules.rule import DocumentRule, Reads, Rule, bad, good


def _article(*targets: str) -> AlignedArticle:
    pairs = tuple(
        Pair(str(index), None, Text(Passage.verbatim(target), "en")) for index, target in enumerate(targets)
    )
    return AlignedArticle(None, Document("x", "\n".join(targets), ()), pairs)


def _rule(check: object) -> Rule:
    return Rule(
        id="mine",
        summary="s",
        why="w",
        category=Category.NAMES,
        severity=Severity.MAJOR,
        confidence=Confidence.HIGH,
        examples=(bad("a", "b", marks=["b"]), good("a", "b")),
        reads=Reads.TARGET,
        check=check,  # type: ignore[arg-type]
    )


def _first_letter(pair: Pair, facts: PairFacts, options: object) -> Iterator[Hit]:
    if pair.target_text.startswith("crash"):
        raise KeyError(pair.target_text.removeprefix("crash"))
    if pair.target_text.startswith("late"):
        raise TimeoutError
    yield Hit("x", target=Span(0, 1))


def test_a_crash_names_its_pair_and_the_others_are_checked() -> None:
    hits, failures = apply_rules([_rule(_first_letter)], _article("a", "crash", "c"), ArticleFacts())
    assert [hit.pair.id for hit in hits] == ["0", "2"]
    assert [(failure.what, failure.pair, failure.error) for failure in failures] == [
        ("mine", "1", "KeyError: ''")
    ]


def test_a_mark_outside_the_text_costs_its_own_pair_only() -> None:
    hits, failures = apply_rules([_rule(_first_letter)], _article("", "b"), ArticleFacts())
    assert [hit.pair.id for hit in hits] == ["1"]
    assert [failure.pair for failure in failures] == ["0"]
    assert "outside the text of pair 0" in failures[0].error


def test_the_same_crash_everywhere_is_one_failure() -> None:
    article = _article("crash A", "crash", "crash A", "b", "crash A")
    _, failures = apply_rules([_rule(_first_letter)], article, ArticleFacts())
    assert [(failure.pair, failure.error) for failure in failures] == [
        ("0", "KeyError: ' A' (and in 2 more)"),
        ("1", "KeyError: ''"),
    ]


def test_a_rule_that_runs_out_of_time_is_given_up() -> None:
    hits, failures = apply_rules([_rule(_first_letter)], _article("a", "late", "c"), ArticleFacts())
    assert [hit.pair.id for hit in hits] == ["0"]
    assert [(failure.pair, failure.error) for failure in failures] == [
        ("1", "TimeoutError; given up for the rest")
    ]


def test_a_crash_of_an_article_wide_rule_is_blamed_on_no_pair() -> None:
    def check(article: AlignedArticle, facts: ArticleFacts, options: object) -> Iterator[tuple[Pair, Hit]]:
        yield article.pairs[0], Hit("x", target=Span(0, 1))
        raise RuntimeError

    rule = DocumentRule(
        id="mine",
        summary="s",
        why="w",
        category=Category.NAMES,
        severity=Severity.MAJOR,
        confidence=Confidence.HIGH,
        examples=(bad("a", "b", marks=["b"]), good("a", "b")),
        check=check,
    )
    hits, failures = apply_rules([rule], _article("a", "b"), ArticleFacts())
    assert [hit.pair.id for hit in hits] == ["0"]
    assert [(failure.pair, failure.error) for failure in failures] == [(None, "RuntimeError")]
