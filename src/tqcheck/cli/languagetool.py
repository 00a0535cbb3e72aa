"""`tqcheck languagetool`: install it, or say where it is."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tqcheck.errors import ResourceUnavailable
from tqcheck.languagetool.install import LANGUAGES, Method, install
from tqcheck.languagetool.installation import find_installation


@click.group()
def command() -> None:
    """Install LanguageTool, or say where it is."""


@command.command("where")
def where() -> None:
    """Say which LanguageTool would run."""
    found = find_installation()
    click.echo(f"LanguageTool {found.version} in {found.folder} ({found.found_by})")


@command.command("install")
@click.option(
    "--method",
    type=click.Choice(["auto", "zip", "maven"]),
    default="auto",
    help="The official zip, Maven Central, or (auto) the one that can be reached.",
)
@click.option(
    "--languages",
    metavar="LIST",
    help=f"For Maven: languages, such as en,de (default: {','.join(LANGUAGES)}).",
)
@click.option("--folder", type=click.Path(path_type=Path), help="Where to, instead of your own data folder.")
@click.option("--force", is_flag=True, help="Install again even if there is one.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def install_command(
    method: Method, languages: str | None, folder: Path | None, force: bool, quiet: bool
) -> None:
    """Install LanguageTool (about 250 MB; needs Java 17 or newer to run)."""
    if not force and folder is None:
        try:
            found = find_installation()
        except ResourceUnavailable:
            pass
        else:
            click.echo(
                f"LanguageTool {found.version} is already in {found.folder}; --force installs it again."
            )
            return
    wanted = tuple(languages.split(",")) if languages else LANGUAGES
    found = install(method, wanted, folder, progress=None if quiet else _Progress())
    click.echo(f"Installed LanguageTool {found.version} in {found.folder}.")


class _Progress:
    """A line per step; the bytes of a download as they come, on a terminal."""

    def __init__(self) -> None:
        self._last = ""

    def __call__(self, what: str, done: int, total: int | None) -> None:
        if what != self._last:
            if self._last and sys.stderr.isatty():
                click.echo(err=True)
            click.echo(what, nl=not (done and sys.stderr.isatty()), err=True)
            self._last = what
        elif sys.stderr.isatty() and done:
            share = f"{100 * done // total} %" if total else f"{done >> 20} MB"
            click.echo(f"\r{what} {share}", nl=False, err=True)
