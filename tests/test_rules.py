"""Every built-in rule keeps the laws, and every example of every rule holds."""

from __future__ import annotations

import pytest

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


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
