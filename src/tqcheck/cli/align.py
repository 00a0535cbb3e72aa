"""`tqcheck align`: make a bitext of two articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tqcheck.bitexts import WRITERS, to_line_numbers
from tqcheck.cli.embedder import embedder_flags
from tqcheck.cli.output import Output, parse_outputs, refuse_inputs, write
from tqcheck.config import load_settings
from tqcheck.errors import ExitCode
from tqcheck.reporters.printable import printable

if TYPE_CHECKING:
    from tqcheck.documents import AlignedArticle

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("source", type=_FILE)
@click.argument("target", type=_FILE)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    help="tsv, jsonl or tmx; repeatable as -f tmx=memory.tmx (default: by the ending of -o FILE, else tsv).",
)
@click.option("-o", "--output", "file", type=_FILE, help="Where the bitext goes, instead of standard output.")
@click.option(
    "--segmented", is_flag=True, help="One segment a line, taken as given; files of any name and size."
)
@click.option(
    "--source-lang", metavar="TAG", help="Language of the source, such as zh (detected if left out)."
)
@click.option("--target-lang", metavar="TAG", help="Language of the translation (detected if left out).")
@embedder_flags
@click.option("--config", type=_FILE, help="Instead of the nearest tqcheck.toml or pyproject.toml.")
@click.option("-q", "--quiet", is_flag=True, help="No notes on standard error.")
def command(
    *,
    source: Path,
    target: Path,
    formats: tuple[str, ...],
    file: Path | None,
    segmented: bool,
    source_lang: str | None,
    target_lang: str | None,
    embedder: str | None,
    embedder_options: tuple[str, ...],
    config: Path | None,
    quiet: bool,
) -> None:
    """Align an article (.txt .md .html) with its translation, sentence by sentence, and write the bitext.

    \b
    tsv      source, target and confidence (0 to 1) a line; no header, an empty cell for what is missing
    jsonl    an object a bead, with its texts and where they stand; `tqcheck check` reads it
    tmx      a translation memory (TMX 1.4) of the beads that have both sides

    With --segmented, jsonl has {"source": [0, 1], "target": [0], "confidence": 0.93} for each bead: line numbers
    from 0, and an empty list for what is missing. A blank line (white space alone) ends a paragraph. It keeps its number, and
    has a bead of its own after all others; tsv and tmx leave it out.

    Exit codes: 0 aligned, 1 not a translation of each other (each sentence stands alone then), 2 usage or config,
    3 unreadable input, 4 the embedder cannot be loaded.
    """
    outputs = parse_outputs(formats or (_by_ending(file),), file, WRITERS)
    settings = load_settings(config).with_flags(source_lang=source_lang, target_lang=target_lang)
    settings = settings.with_embedder(embedder, embedder_options)
    from tqcheck.jobs import article_job
    from tqcheck.pipeline import align_article
    from tqcheck.resources import RunResources

    refuse_inputs((output.path for output in outputs), (source, target, *settings.files), "the bitext")
    job = article_job(source, target, settings, segmented=segmented)
    with RunResources(replace(settings, glossary=()), ()) as run:
        article = align_article(job, run)
        unknown = run.why_not_embedded(article.source, article.target) if article.source else None
        note = run.embedder_note
    for output in outputs:
        _write(output, article, segmented=segmented)
    if not article.comparable:
        _say(
            f"{target} is not a translation of {source}: their sentences do not correspond, so that each stands alone. "
            "Do the two files belong together?"
        )
    for text in () if quiet else _notes(article, unknown, note, outputs):
        _say(text)
    raise click.exceptions.Exit(ExitCode.OK if article.comparable else ExitCode.FINDINGS)


def _by_ending(file: Path | None) -> str:
    ending = "" if file is None else file.suffix.lower().removeprefix(".")
    return ending if ending in WRITERS else "tsv"


def _write(output: Output, article: AlignedArticle, *, segmented: bool) -> None:
    writer = to_line_numbers if segmented and output.format == "jsonl" else WRITERS[output.format]
    text = writer(article)
    if output.path is None:
        click.echo(
            text.encode(errors="backslashreplace"), nl=False
        )  # as its TMX header says, whatever the terminal's encoding
    else:
        write(output, text)


def _notes(
    article: AlignedArticle, unknown: str | None, note: str | None, outputs: Sequence[Output]
) -> Iterator[str]:
    for document in (article.source, article.target):
        if document is not None:
            *doubts, _ = document.notes  # the last is on the language
            yield from (f"{document.path}: {doubt}" for doubt in doubts)
    if unknown is not None:
        yield f"aligned by {article.aligned_by}, which is less sure: {unknown}"
    if note is not None:
        yield note
    if all(output.path is not None for output in outputs):
        both = sum(bool(bead.source and bead.target) for bead in article.beads)
        omitted = sum(not bead.target for bead in article.beads)
        added = sum(not bead.source for bead in article.beads)
        yield (
            f"{article.source_language} → {article.target_language}: {both} pairs, {omitted} without translation, "
            f"{added} without source"
        )


def _say(text: str) -> None:
    click.echo(printable(f"tqcheck: {text}"), err=True)
