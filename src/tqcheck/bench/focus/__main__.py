"""`python -m tqcheck.bench.focus numbers|names|grammar|meaning DATA [FILE]`: the figures of the rules about one thing, and what to read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import click

from tqcheck.bench.focus import FOCI, measured, silenced
from tqcheck.bench.focus.measure import GRAMMAR_ENGINES, PLAIN, Focus, Measured
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
    "--engine",
    "engines",
    multiple=True,
    type=click.Choice(list(GRAMMAR_ENGINES)),
    help="Grammar: only with these; LanguageTool takes some minutes.",
)
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
    engines: tuple[str, ...],
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
    if file is not None and (only or engines):
        raise UsageError("FILE is of all sets and engines: leave out --only and --engine")
    if unknown := [engine for engine in engines if engine not in focus.engines]:
        raise UsageError(f"{what} is not measured with {unknown[0]}")
    runs = [(name, engine) for name in names for engine in focus.engines if not engines or engine in engines]
    with pool_of(processes) as pool:
        measuring = {
            run: pool.submit(measured, what, root, *run) for run in _largest_first(focus, root, runs)
        }
        sets = {run: measuring[run].result() for run in runs}
    for (name, engine), each in sets.items():
        title = f"{name}, {GRAMMAR_ENGINES[engine]}" if len(focus.engines) > 1 else name
        click.echo("\n".join(printable(line) for line in table(title, each.judged)))
    for line in _beside(what, root, only, languagetool=languagetool):
        click.echo(line)
    read = [each for (_, engine), each in sets.items() if engine != PLAIN]
    for number, case in enumerate(drawn(read, wanted), 1):
        click.echo(f"{number}. {case}")
    if file is not None:
        file.write_text(
            "\n".join(
                section(
                    focus,
                    {name: {engine: sets[name, engine].judged for engine in focus.engines} for name in names},
                )
            ),
            "utf-8",
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


def _largest_first(focus: Focus, root: Path, runs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """So that no process is left alone with the longest one."""
    return sorted(runs, key=lambda run: -(root / focus.sets[run[0]].labelled.path).stat().st_size)


def drawn(sets: Iterable[Measured], wanted: int) -> list[str]:
    """Findings of clean text drawn at random, the same ones every time; all if there are no more than wanted."""
    every = [case for each in sets for case in each.findings]
    return Random(_SEED).sample(every, min(wanted, len(every)))  # noqa: S311 - no secret


if __name__ == "__main__":
    main()
