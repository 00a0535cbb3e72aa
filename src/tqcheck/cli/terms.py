"""`tqcheck terms`: propose a glossary from articles and their translations."""

from __future__ import annotations

from pathlib import Path

import click

from tqcheck.cli.output import Output, refuse_inputs, write
from tqcheck.config import load_settings
from tqcheck.errors import UsageError

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("inputs", nargs=-1, type=_FILE, metavar="[SOURCE] [TARGET]")
@click.option("-o", "--output", "file", type=_FILE, help="Where the glossary goes: .csv or .tbx.")
@click.option(
    "--min-count",
    type=click.IntRange(min=2),
    default=3,
    show_default=True,
    help="Sentences that have a term.",
)
@click.option("--source-lang", metavar="TAG", help="Language of the source (detected if left out).")
@click.option("--target-lang", metavar="TAG", help="Language of the translation (detected if left out).")
@click.option("--config", type=_FILE, help="Instead of the nearest tqcheck.toml or pyproject.toml.")
@click.option("-q", "--quiet", is_flag=True, help="No notes on standard error.")
def command(
    *,
    inputs: tuple[Path, ...],
    file: Path | None,
    min_count: int,
    source_lang: str | None,
    target_lang: str | None,
    config: Path | None,
    quiet: bool,
) -> None:
    """Propose a glossary: terms that recur in the source, each with what the translation has for it.

    \b
    tqcheck terms PAIRS.tsv -o terms.csv     pairs already made (.jsonl .tsv), or a folder of such files
    tqcheck terms SOURCE TARGET              two articles, or two folders: files of one name are a pair
    tqcheck terms                            the pairs that tqcheck.toml names

    The best come first. Read it, strike out what is no term, and give it to `tqcheck check --glossary`.
    """
    from tqcheck.proposals import collect_archive, proposed_terms
    from tqcheck.resources import RunResources
    from tqcheck.terms.write import WRITERS

    ending = ".csv" if file is None else file.suffix.lower()
    if ending not in WRITERS:
        raise UsageError(f"{file}: a glossary is written as {' or '.join(WRITERS)}; name such a file")
    settings = load_settings(config).with_flags(source_lang=source_lang, target_lang=target_lang)
    jobs, note = collect_archive(inputs, settings)
    if note and not quiet:
        click.echo(f"tqcheck: {note}", err=True)
    refuse_inputs([file], (*jobs.files, *settings.files))
    with RunResources(settings, ()) as run:
        proposals, languages = proposed_terms(jobs.jobs, run, min_count)
    write(Output(ending, file), WRITERS[ending](proposals, languages))
    if not quiet:
        click.echo(f"tqcheck: {len(proposals)} terms proposed", err=True)
