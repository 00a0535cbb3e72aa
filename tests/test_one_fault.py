"""What several rules and engines see in one place is one finding: the surer, with the correction that any of them has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from test_ledger import article_of
from tqcheck.findings import make_findings
from tqcheck.model import Category, Confidence, Finding, Hit, Severity, Span
from tqcheck.rules.apply import RuleHit
from tqcheck.rules.rule import AnyRule, Rule, good

TEXT = "She recieve the the letter near an old car on Monday."


def rule(id_: str, category: Category, severity: Severity, confidence: Confidence) -> AnyRule:
    def check(*_: object) -> Iterator[Hit]:
        yield from ()

    return Rule(id_, "", "", category, severity, confidence, check=check, examples=(good("a", "b"),))


OWN = rule("non-word", Category.SPELLING, Severity.MAJOR, Confidence.HIGH)
ENGINE = rule("spelling-checker", Category.SPELLING, Severity.MINOR, Confidence.MEDIUM)
PEER = rule("grammar-checker", Category.GRAMMAR, Severity.MINOR, Confidence.MEDIUM)
NUMBER = rule("number-added", Category.NUMBERS, Severity.MINOR, Confidence.MEDIUM)


def findings(*hits: tuple[AnyRule, str, tuple[str, ...]]) -> tuple[Finding, ...]:
    article = article_of([(None, TEXT)], "und-en")
    (pair,) = article.pairs
    found = [
        RuleHit(each, pair, Hit("?", target=_span(marked), suggestions=suggestions))
        for each, marked, suggestions in hits
    ]
    return make_findings(article, found, Confidence.LOW)[0]


def _span(marked: str) -> Span:
    start = TEXT.index(marked)
    return Span(start, start + len(marked))


@pytest.mark.parametrize("turned", [False, True])
def test_the_surer_is_kept_and_takes_over_a_correction(turned: bool) -> None:
    hits = [(OWN, "recieve", ()), (ENGINE, "recieve", ("receives",))]
    (finding,) = findings(*(reversed(hits) if turned else hits))
    assert (finding.rule, finding.suggestions) == ("non-word", ("receives",))


def test_a_correction_of_its_own_stays() -> None:
    (finding,) = findings((OWN, "recieve", ("receives",)), (ENGINE, "recieve", ("relieve",)))
    assert finding.suggestions == ("receives",)


def test_of_equals_the_one_that_says_what_to_write_is_kept() -> None:
    (finding,) = findings((ENGINE, "the", ()), (PEER, "the the", ("the",)))
    assert (finding.rule, finding.suggestions) == ("grammar-checker", ("the",))


def test_a_correction_of_other_words_is_not_taken_over() -> None:
    (finding,) = findings((OWN, "recieve", ()), (PEER, "She recieve", ("She receives",)))
    assert (finding.rule, finding.suggestions) == ("non-word", ())


def test_a_correction_of_another_fault_is_not_taken_over() -> None:
    kept = findings((OWN, "recieve", ()), (NUMBER, "recieve", ("3",)))
    assert [finding.suggestions for finding in kept] == [()]


def test_two_faults_are_two_findings() -> None:
    assert len(findings((OWN, "recieve", ()), (PEER, "the the", ()))) == 2
