"""`tqcheck rules`: the list of rules; `tqcheck rules --test DIR`: a pack's own examples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from tqcheck.config import load_settings
from tqcheck.errors import ExitCode
from tqcheck.rules.packs import builtin_pack, installed_packs, load_pack, load_packs
from tqcheck.rules.rule import AnyRule

CONFIG = click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="Instead of the nearest tqcheck.toml or pyproject.toml, whose rule-packs count too.",
)


def known_rules(packs: Sequence[Path], config: Path | None) -> tuple[AnyRule, ...]:
    """Every rule that `tqcheck check` would know here: built in, installed, of the config, of `--rules`."""
    own = load_settings(config).rule_packs
    return load_packs([builtin_pack(), *installed_packs(), *own, *packs])


@click.command()
@click.option(
    "--test",
    "tested",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Run every example of the rules in DIR.",
)
@click.option(
    "--rules",
    "packs",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="DIR",
    help="List the rules in DIR as well.",
)
@CONFIG
def command(tested: Path | None, packs: tuple[Path, ...], config: Path | None) -> None:
    """List the rules, or test a rule pack."""
    if tested is not None:
        _test(tested)
        return
    category = ""
    for rule in sorted(known_rules(packs, config), key=lambda rule: (rule.category.folder, rule.id)):
        if rule.category.folder != category:
            category = rule.category.folder
            click.secho(f"\n{category}" if category else category, bold=True)
        off = "" if rule.enabled else "  (off unless selected)"
        click.echo(f"  {rule.id:24} {rule.severity.label:9} {rule.summary}{off}")


def _test(folder: Path) -> None:
    from tqcheck.rules.examples import problems

    rules = load_pack(folder)
    wrong = [problem for rule in rules for problem in problems(rule)]
    for problem in wrong:
        click.echo(problem, err=True)
    count = sum(len(rule.examples) for rule in rules)
    click.echo(f"{len(rules)} rules, {count} examples, {len(wrong)} wrong")
    if wrong:
        raise click.exceptions.Exit(ExitCode.USAGE)
