"""`tqcheck explain RULE`: what it finds, why that matters, and its examples."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import click

from tqcheck.cli.rules import CONFIG, known_rules
from tqcheck.rules.rule import Example
from tqcheck.rules.selection import select_rules


@click.command()
@click.argument("rule")
@click.option(
    "--rules",
    "packs",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="DIR",
    help="RULE may be one of those in DIR (their Python code is run).",
)
@CONFIG
def command(rule: str, packs: tuple[Path, ...], config: Path | None) -> None:
    """Say what RULE finds, why, and show its examples."""
    for found in select_rules(known_rules(packs, config), [rule], []):
        click.secho(f"{found.id}  ({found.category.mqm}, {found.severity.label})", bold=True)
        click.echo(f"\n{found.summary}.\n\n{found.why}\n")
        for option in fields(found.options) if found.options is not None else ():
            click.echo(f"Option {option.name.replace('_', '-')} = {getattr(found.options, option.name)!r}")
        for example in found.examples:
            _show(example)


def _show(example: Example) -> None:
    found, colour = ("Found", "red") if example.is_bad else ("Not found", "green")
    click.secho(f"{found} in{_languages(example)}:", fg=colour)
    for source, target in zip(example.source, example.target, strict=True):
        if source is not None:
            click.echo(f"  {source}")
        click.echo(f"  → {target}" if target is not None else "  → (nothing)")
    for mark in example.marks:
        click.echo(f"    marks “{mark}”" if mark else "    marks nothing in the translation")
    for mark in filter(None, example.source_marks or ()):
        click.echo(f"    marks “{mark}” in the source")
    if example.suggestion is not None:
        click.echo(f"    suggests “{example.suggestion}”")
    click.echo()


def _languages(example: Example) -> str:
    """What follows "in": zh → en, or the translation alone; nothing where the languages do not matter."""
    source, _, target = example.languages.partition("-")
    if target == "und":
        return ""
    if not any(example.source):
        return f" {target}, the translation alone"
    return f" {source} → {target}" if source != "und" else ""
