"""`tqcheck bench`: how often tqcheck is right, on labelled records or on errors planted in clean pairs."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tqcheck.cli.embedder import embedder_flags
from tqcheck.cli.output import Output, refuse_inputs, write
from tqcheck.config import Settings, load_settings
from tqcheck.errors import ExitCode, UsageError
from tqcheck.model import Confidence
from tqcheck.reporters.printable import printable
from tqcheck.rules.packs import builtin_pack, installed_packs, load_packs
from tqcheck.rules.rule import AnyRule
from tqcheck.rules.selection import rules_of, select_rules

if TYPE_CHECKING:
    from tqcheck.bench.floors import Floor
    from tqcheck.bench.judge import Judged
    from tqcheck.bench.labels import Labelled
    from tqcheck.bench.observe import Observation

_FILE = click.Path(path_type=Path)
_PER_KIND = 20  # planted errors of a kind and language pair: a recall of .5 is then known to .22 either way


@click.command()
@click.argument("files", nargs=-1, type=_FILE, metavar="FILE...")
@click.option(
    "--seed-errors",
    "clean",
    type=_FILE,
    metavar="PAIRS",
    help="Plant errors in these clean pairs and look for them.",
)
@click.option(
    "--seed", type=int, default=1, show_default=True, help="For --seed-errors: another number, other errors."
)
@click.option("--suggest-thresholds", is_flag=True, help="Propose a configuration for a wanted precision.")
@click.option(
    "--precision", type=click.FloatRange(0, 1), default=0.9, show_default=True, help="The wanted one."
)
@click.option(
    "--show",
    "wanted",
    type=click.Choice(["fp", "tp", "fn"]),
    help="Print the cases: false alarms, right findings, misses.",
)
@click.option("--rule", metavar="ID", help="For --show: of this rule only.")
@click.option("--limit", type=int, default=50, show_default=True, help="For --show: at most so many cases.")
@click.option(
    "--floors", type=_FILE, metavar="FILE", help="Fail (exit code 1) if a figure is below its floor."
)
@click.option("-o", "--output", type=_FILE, metavar="FILE", help="All figures as JSON.")
@click.option("--select", multiple=True, metavar="RULE", help="Only these rules.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules.")
@click.option(
    "--rules",
    "packs",
    multiple=True,
    type=_FILE,
    metavar="DIR",
    help="Rules of your own (their Python code is run).",
)
@click.option(
    "--min-confidence", type=click.Choice(["low", "medium", "high"]), help="Findings from this confidence on."
)
@click.option(
    "--grammar",
    type=click.Choice(["auto", "languagetool", "harper", "off"]),
    default="off",
    show_default=True,
)
@embedder_flags
@click.option("--config", type=_FILE, help="Instead of the nearest tqcheck.toml or pyproject.toml.")
def command(
    *,
    files: tuple[Path, ...],
    clean: Path | None,
    seed: int,
    suggest_thresholds: bool,
    precision: float,
    wanted: str | None,
    rule: str | None,
    limit: int,
    floors: Path | None,
    output: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    packs: tuple[Path, ...],
    min_confidence: str | None,
    grammar: str,
    embedder: str | None,
    embedder_options: tuple[str, ...],
    config: Path | None,
) -> None:
    """Measure precision and recall on labelled records (JSON Lines), with 95% intervals.

    \b
    tqcheck bench labelled.jsonl                        figures by rule, category, language pair
    tqcheck bench labelled.jsonl --show fp --rule ID    the false alarms themselves
    tqcheck bench --seed-errors clean.jsonl             recall on errors planted in your own clean pairs
    tqcheck bench labelled.jsonl --suggest-thresholds   a configuration for a wanted precision
    """
    if not files and clean is None:
        raise UsageError("nothing to measure: give labelled files, or clean pairs with --seed-errors")
    loaded = load_settings(config)
    settings = loaded.with_embedder(embedder, embedder_options).with_flags(
        select=select,
        ignore=ignore,
        rule_packs=(*loaded.rule_packs, *packs) if packs else (),
        min_confidence=Confidence.parse(min_confidence) if min_confidence else None,
        grammar=grammar,
    )
    known = load_packs([builtin_pack(), *installed_packs(), *settings.rule_packs])
    rules = rules_of(settings, known)
    if rule is not None:
        select_rules(known, [rule], [])  # names an unknown one
    refuse_inputs([output], [path for path in (*files, clean, floors, *settings.files) if path is not None])
    if suggest_thresholds and (output or floors or wanted):
        raise UsageError("--suggest-thresholds measures no figures: leave out -o, --floors and --show")
    sets = _records(files, clean, seed, settings)
    held = _floors(floors, sets, known)
    if suggest_thresholds:
        _suggest(sets, rules, settings, precision)
        return
    judged = _measure(sets, rules, settings, _Cases(wanted, rule, limit) if wanted else None)
    if output is not None:
        _write_json(output, judged, settings, rules)
    _hold(judged, held)


@dataclass(frozen=True, slots=True)
class _Cases:
    """What --show asks for."""

    wanted: str
    rule: str | None
    limit: int


def _records(
    files: Sequence[Path], clean: Path | None, seed: int, settings: Settings
) -> dict[str, tuple[Labelled, ...]]:
    from tqcheck.bench.labels import read_labelled

    sets = {path.stem: read_labelled(path) for path in files}
    if len(sets) < len(files):
        raise UsageError("two files have the same name; rename one, since figures go by file name")
    if clean is not None:
        sets[f"{clean.stem} with planted errors"] = _seeded(clean, seed, settings)
    return sets


def _seeded(path: Path, seed: int, settings: Settings) -> tuple[Labelled, ...]:
    from tqcheck.bench.seed import documents_of, labelled
    from tqcheck.jobs import bitext_languages
    from tqcheck.readers.bitext import read_bitext

    records = read_bitext(path).records
    documents = documents_of(records, *bitext_languages(records, settings))
    return tuple(labelled(documents, seed, per_kind=_PER_KIND))


def _observer(settings: Settings) -> Callable[[Sequence[Labelled], Sequence[AnyRule]], list[Observation]]:
    from tqcheck.bench.observe import observe
    from tqcheck.resources import RunResources

    def run(records: Sequence[Labelled], rules: Sequence[AnyRule]) -> list[Observation]:
        with RunResources(settings, {kind for rule in rules for kind in rule.needs}) as resources:
            return list(observe(records, rules, resources))

    return run


def _measure(
    sets: dict[str, tuple[Labelled, ...]], rules: Sequence[AnyRule], settings: Settings, show: _Cases | None
) -> dict[str, tuple[Judged, ...]]:
    """Check, judge and print each set: its figures, or the cases asked for."""
    from tqcheck.bench.judge import judge
    from tqcheck.bench.show import cases
    from tqcheck.bench.table import table

    observe, judged = _observer(settings), {}
    for name, records in sets.items():
        observations = observe(records, rules)
        judged[name] = judge(observations)
        if show is not None:
            shown = list(islice(cases(observations, show.wanted, show.rule), show.limit))
            click.echo("\n".join(shown) if shown else "No such cases.", err=not shown)
        else:
            click.echo("\n".join(printable(line) for part in judged[name] for line in table(name, part)))
    return judged


def _write_json(
    path: Path, judged: dict[str, tuple[Judged, ...]], settings: Settings, rules: Sequence[AnyRule]
) -> None:
    from tqcheck.bench.table import as_dict

    text = json.dumps(as_dict(judged, _signature(settings, rules)), ensure_ascii=False, indent=1)
    write(Output("json", path), text + "\n")


def _floors(path: Path | None, sets: Collection[str], rules: Iterable[AnyRule]) -> tuple[Floor, ...]:
    """Read before anything is measured: that can take hours."""
    from tqcheck.bench.floors import check_floors, read_floors

    floors = read_floors(path) if path is not None else ()
    check_floors(floors, sets, {rule.id for rule in rules})
    return floors


def _hold(judged: dict[str, tuple[Judged, ...]], floors: Sequence[Floor]) -> None:
    from tqcheck.bench.floors import broken

    failed = [printable(line) for line in broken(floors, judged)]
    for line in failed:
        click.echo(f"tqcheck: {line}", err=True)
    if failed:
        raise click.exceptions.Exit(ExitCode.FINDINGS)


def _signature(settings: Settings, rules: Sequence[AnyRule]) -> str:
    from tqcheck.pipeline import signature
    from tqcheck.resources import RunResources

    with RunResources(settings, ()) as run:
        return signature(run, rules)


def _suggest(
    sets: dict[str, tuple[Labelled, ...]], rules: Sequence[AnyRule], settings: Settings, precision: float
) -> None:
    from tqcheck.bench.thresholds import snippet, suggest

    records = [record for part in sets.values() for record in part]
    observe = _observer(settings)
    found = list(suggest(rules, lambda chosen: observe(records, chosen), precision))
    click.echo("\n".join(snippet(found, precision)))
