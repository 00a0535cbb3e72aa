"""Every built-in rule keeps the laws, and every example of every rule holds."""

from __future__ import annotations

import pytest

from tqcheck.model import Category
from tqcheck.rules.examples import problems
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.rule import AnyRule

RULES = load_pack(builtin_pack())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_hold(rule: AnyRule) -> None:
    assert list(problems(rule)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_are_in_two_language_pairs(rule: AnyRule) -> None:
    assert len({example.languages for example in rule.examples}) >= 2


@pytest.mark.parametrize(
    "rule", [rule for rule in RULES if rule.category is Category.NUMBERS], ids=lambda rule: rule.id
)
def test_wrong_figures_are_shown_in_four_languages(rule: AnyRule) -> None:
    shown = {tag for example in rule.examples if example.is_bad for tag in example.languages.split("-")[:2]}
    assert len(shown - {"und"}) >= 4


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
