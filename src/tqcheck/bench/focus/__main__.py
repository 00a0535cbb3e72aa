"""`python -m tqcheck.bench.focus numbers|names DATA [FILE]`: the figures of the rules about one thing, and what to read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import click

from tqcheck.bench.focus import FOCI, measured, silenced
from tqcheck.bench.focus.measure import Focus, Measured
from tqcheck.bench.focus.section import section
from tqcheck.bench.public import ENGINES, absent, pool_of
from tqcheck.bench.table import table
from tqcheck.errors import UsageError
from tqcheck.languagetool.server import LanguageToolServer
from tqcheck.reporters.printable import printable

_SEED = 1
_PATH = click.Path(path_type=Path)


@click.command()
@click.argument("what", type=click.Choice(list(FOCI)))
@click.argument("root", type=_PATH, metavar="DATA")
@click.argument("file", type=_PATH, required=False)
@click.option("--processes", type=click.IntRange(min=1), default=os.cpu_count(), show_default=True)
@click.option(
    "--read",
    "wanted",
    type=click.IntRange(min=0),
    default=0,
    help="So many findings in clean text, drawn at random.",
)
@click.option("--only", multiple=True, help="Only these sets.")
@click.option(
    "--languagetool", is_flag=True, help="Names: count LanguageTool's spelling alarms, too; some minutes."
)
def main(
    *,
    what: str,
    root: Path,
    file: Path | None,
    processes: int,
    wanted: int,
    only: tuple[str, ...],
    languagetool: bool,
) -> None:
    """Measure the rules about one thing on the sets under DATA; write their section of BENCHMARKS.md to FILE."""
    focus = FOCI[what]
    if unknown := [name for name in only if name not in focus.sets]:
        raise UsageError(f"{unknown[0]} is none of the sets about {what}: {', '.join(focus.sets)}")
    names = [name for name in focus.sets if not only or name in only]
    if missing := list(absent(root, [focus.sets[name].labelled.path for name in names])):
        raise UsageError(
            f"{missing[0]} is missing: DATA must be the folder with the labelled sets (TQCHECK_DATA)"
        )
    if file is not None and only:
        raise UsageError("FILE is of all sets: leave out --only")
    with pool_of(processes) as pool:
        measuring = {
            name: pool.submit(measured, what, root, name) for name in _largest_first(focus, root, names)
        }
        sets = {name: measuring[name].result() for name in names}
    for name, each in sets.items():
        click.echo("\n".join(printable(line) for line in table(name, each.judged)))
    for line in _beside(what, root, only, languagetool=languagetool):
        click.echo(line)
    for number, case in enumerate(drawn(sets.values(), wanted), 1):
        click.echo(f"{number}. {case}")
    if file is not None:
        file.write_text(
            "\n".join(section(focus, {name: each.judged for name, each in sets.items()})), "utf-8"
        )


def _beside(what: str, root: Path, only: tuple[str, ...], *, languagetool: bool) -> Iterator[str]:
    """Of names: how well their sound tells them, and how many of a speller's alarms on them are dropped."""
    if what != "names":
        return
    if not only:
        for name, (path, figures) in ENGINES.items():
            if name.startswith("names/"):
                yield f"{name}: " + ", ".join(
                    f"{key} {value:.4f}" for key, value in figures(root / path).items()
                )
    with ExitStack() as stack:
        spellers = {"Harper": silenced.harper()}
        if languagetool:
            server = LanguageToolServer(None)
            stack.callback(server.close)
            server.start()
            spellers["LanguageTool"] = silenced.languagetool(server)
        for name, chosen in FOCI[what].sets.items():
            if name.startswith("clean/") and (not only or name in only):
                for speller, (alarms, dropped) in silenced.silenced(root, chosen, spellers).items():
                    share = dropped / alarms if alarms else float("nan")
                    yield f"{name}: of {alarms:,} spelling alarms of {speller} on names {share:.3f} dropped"


def _largest_first(focus: Focus, root: Path, names: Iterable[str]) -> list[str]:
    """So that no process is left alone with the longest one."""
    return sorted(names, key=lambda name: -len(focus.read(root, name)))


def drawn(sets: Iterable[Measured], wanted: int) -> list[str]:
    """Findings of clean text drawn at random, the same ones every time; all if there are no more than wanted."""
    every = [case for each in sets for case in each.findings]
    return Random(_SEED).sample(every, min(wanted, len(every)))  # noqa: S311 - no secret


if __name__ == "__main__":
    main()
