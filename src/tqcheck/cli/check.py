"""`tqcheck check`: the main command."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tqcheck import __version__
from tqcheck.cli.embedder import embedder_flags
from tqcheck.cli.output import Output, parse_outputs, refuse_inputs, write
from tqcheck.config import Settings, load_settings
from tqcheck.errors import ExitCode, UsageError
from tqcheck.model import Confidence, Severity
from tqcheck.report import ArticleReport, CheckStatus, Report
from tqcheck.reporters import ReportOptions, render
from tqcheck.reporters.printable import printable
from tqcheck.rules.packs import builtin_pack, installed_packs, load_packs
from tqcheck.rules.rule import AnyRule
from tqcheck.rules.selection import rules_of

if TYPE_CHECKING:
    from tqcheck.cli.repair import Repairs

_FILE = click.Path(path_type=Path)
_SEVERITIES = ["minor", "major", "critical", "never"]


@click.command()
@click.argument("inputs", nargs=-1, type=_FILE, metavar="[SOURCE] [TARGET]")
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    help="Report format: text (default), json, html; repeatable as -f html=report.html.",
)
@click.option("-o", "--output", "file", type=_FILE, help="Where the report goes, instead of standard output.")
@click.option(
    "--source-lang", metavar="TAG", help="Language of the source, such as zh (detected if left out)."
)
@click.option("--target-lang", metavar="TAG", help="Language of the translation (detected if left out).")
@click.option(
    "--fail-on", type=click.Choice(_SEVERITIES), help="Exit with 1 from this severity on (default: major)."
)
@click.option(
    "--min-confidence",
    type=click.Choice(["low", "medium", "high"]),
    help="Show findings from this confidence on (default: medium).",
)
@click.option(
    "--select", multiple=True, metavar="RULE", help="Only these rules: an id, or a category as numbers/*."
)
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
    "--glossary",
    "glossaries",
    multiple=True,
    type=_FILE,
    metavar="FILE",
    help="Terms to hold the translation to (repeatable): TBX, or CSV whose first row names its columns: source, target, "
    "and any of forbidden, do-not-translate, case (yes: capitals matter), part-of-speech (noun, verb, adjective or adverb: "
    "only its inflections count) and note; | between several terms of a cell.",
)
@embedder_flags
@click.option(
    "--ner",
    metavar="MODEL",
    help="A spaCy pipeline that helps to spot names: a package, or a folder as ./folder.",
)
@click.option(
    "--grammar",
    type=click.Choice(["auto", "languagetool", "harper", "off"]),
    help="Grammar engine (default: auto).",
)
@click.option("--languagetool-url", metavar="URL", help="A LanguageTool server that is running already.")
@click.option(
    "--require",
    multiple=True,
    metavar="CHECK",
    help="Fail (exit code 4) if this check cannot run: grammar, similarity, ….",
)
@click.option(
    "--repair-source",
    type=_FILE,
    metavar="OUT",
    help="Write the source as repaired here, where findings say that its file is broken (a folder, if there are several "
    "sources: those with repairs are written).",
)
@click.option("--config", type=_FILE, help="Instead of the nearest tqcheck.toml or pyproject.toml.")
@click.option("--keep-going", is_flag=True, help="Check the rest if an input or a line cannot be read.")
@click.option("-q", "--quiet", is_flag=True, help="No notes on standard error.")
def command(
    *,
    inputs: tuple[Path, ...],
    formats: tuple[str, ...],
    file: Path | None,
    packs: tuple[Path, ...],
    glossaries: tuple[Path, ...],
    repair_source: Path | None,
    config: Path | None,
    keep_going: bool,
    quiet: bool,
    **flags: Any,
) -> None:
    """Check a translation, with its source or alone.

    \b
    tqcheck check SOURCE TARGET      two articles (.txt .md .html), aligned sentence by sentence
    tqcheck check TARGET             the translation alone
    tqcheck check PAIRS.jsonl        pairs already made (.jsonl .tsv: id, source, target)
    tqcheck check                    the pairs that tqcheck.toml names

    Exit codes: 0 clean, 1 findings from --fail-on on, 2 usage or config, 3 unreadable input, 4 the report is
    incomplete (a rule crashed, or a required check did not run).
    """
    outputs = parse_outputs(formats, file)
    settings = _settings(load_settings(config), packs, glossaries, flags)
    rules = _rules(settings)
    report, repairs = _run(
        inputs, settings, rules, outputs, repair_source, keep_going=keep_going, quiet=quiet
    )
    options = _report_options(rules, colour=_colour())
    for output in outputs:
        write(
            output,
            render(output.format, report, options if output.path is None else replace(options, color=False)),
        )
    if repairs is not None:
        for line in repairs.write(report):
            if not quiet:
                click.echo(printable(f"tqcheck: {line}"), err=True)
    if not quiet:
        _say_notes(report, outputs)
    raise click.exceptions.Exit(_exit_code(report, settings))


def _settings(
    settings: Settings, packs: Sequence[Path], glossaries: Sequence[Path], flags: dict[str, Any]
) -> Settings:
    fail_on, confidence, require = (flags.pop(name) for name in ("fail_on", "min_confidence", "require"))
    embedder = flags.pop("embedder"), flags.pop("embedder_options")
    changed = settings.with_embedder(*embedder).with_flags(
        **flags,
        rule_packs=(*settings.rule_packs, *packs) if packs else (),
        glossary=(*settings.glossary, *glossaries) if glossaries else (),
        require=tuple(name.strip() for text in require for name in text.split(",") if name.strip()),
        min_confidence=Confidence.parse(confidence) if confidence else None,
        fail_on=Severity.parse(fail_on) if fail_on and fail_on != "never" else None,
    )
    # None is "never" here, not "no flag was given".
    return replace(changed, fail_on=None) if fail_on == "never" else changed


def _rules(settings: Settings) -> tuple[AnyRule, ...]:
    known = load_packs([builtin_pack(), *installed_packs(), *settings.rule_packs])
    return rules_of(settings, known)


def _run(
    inputs: Sequence[Path],
    settings: Settings,
    rules: Sequence[AnyRule],
    outputs: Sequence[Output],
    repair_source: Path | None,
    *,
    keep_going: bool,
    quiet: bool,
) -> tuple[Report, Repairs | None]:
    """Everything heavy is imported here, when the command line is known to be right."""
    from tqcheck.cli.repair import Repairs
    from tqcheck.jobs import collect_jobs
    from tqcheck.pair_files import unpaired_note
    from tqcheck.pipeline import check_articles, signature
    from tqcheck.providers import provider_names
    from tqcheck.resources import RunResources

    if settings.require and (unknown := set(settings.require) - set(provider_names())):
        raise UsageError(
            f"there is no check {min(unknown)!r} to require; the checks are {', '.join(provider_names())}"
        )
    with RunResources(settings, {kind for rule in rules for kind in rule.needs}) as run:
        jobs = collect_jobs(inputs, settings, keep_going=keep_going)
        files = (*jobs.files, *(path for path, _ in jobs.unpaired), *settings.files)
        refuse_inputs((output.path for output in outputs), files)
        repairs = None
        if repair_source is not None:
            repairs = Repairs.plan(repair_source, jobs.jobs, files, settings.root)
            if any(output.path in repairs.places.values() for output in outputs):
                raise UsageError("a report and the repaired source would go to the same place")
        if jobs.unpaired and not quiet:
            click.echo(printable(f"tqcheck: not checked: {unpaired_note(jobs.unpaired)}"), err=True)
        articles = tuple(_with_progress(check_articles(jobs.jobs, rules, run), len(jobs.jobs)))
        if run.embedder_note and not quiet:
            click.echo(printable(f"tqcheck: {run.embedder_note}"), err=True)
        return Report(__version__, signature(run, rules), articles, jobs.problems), repairs


def _with_progress(articles: Iterable[ArticleReport], count: int) -> Iterator[ArticleReport]:
    if count < 2 or not sys.stderr.isatty():
        yield from articles
        return
    with click.progressbar(articles, length=count, label="Checking", file=sys.stderr) as shown:
        yield from shown


def _colour() -> bool:
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _report_options(rules: Iterable[AnyRule], *, colour: bool) -> ReportOptions:
    texts = {rule.id: (rule.summary, rule.why) for rule in rules}
    return ReportOptions(color=colour, width=shutil.get_terminal_size((100, 24)).columns, rules=texts)


def _say_notes(report: Report, outputs: Sequence[Output]) -> None:
    for problem in report.problems:
        click.echo(printable(f"tqcheck: not read: {problem}"), err=True)
    if all(output.path is not None for output in outputs):
        counts = ", ".join(f"{count} {label}" for label, count in report.counts.items() if count)
        click.echo(f"tqcheck: {counts or 'no findings'} in {len(report.documents)} document(s)", err=True)


def _exit_code(report: Report, settings: Settings) -> ExitCode:
    missing = _missing_checks(report, settings.require)
    for name, reason in missing:
        click.echo(printable(f"tqcheck: the required check {name} did not run: {reason}"), err=True)
    for document in report.documents:
        for failure in document.failures:
            said = f"tqcheck: {failure.what} failed and the report is incomplete: {failure.error}"
            click.echo(printable(said), err=True)
    if missing or report.failed_rules:
        return ExitCode.INCOMPLETE
    if report.problems:
        return ExitCode.INPUT
    failed = any(document.score.verdict == "fail" for document in report.documents)
    return ExitCode.FINDINGS if failed else ExitCode.OK


def _missing_checks(report: Report, required: Iterable[str]) -> list[tuple[str, str]]:
    checks = {check.name: check for check in report.checks}
    missing = []
    for name in required:
        check = checks.get(name)
        if check is None:
            missing.append((name, "no enabled rule needs it here (without a source, for instance)"))
        elif check.status is not CheckStatus.RAN:
            missing.append((name, check.detail))
    return missing
