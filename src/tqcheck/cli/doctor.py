"""`tqcheck doctor`: what can run here, and how to get the rest."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

import click

from tqcheck import __version__
from tqcheck.config import load_settings
from tqcheck.errors import TqcheckError
from tqcheck.languagetool.doctor import Diagnosis, describe
from tqcheck.rules.packs import builtin_pack, installed_packs, load_packs


@click.command()
def command() -> None:
    """Tell what can run here, and how to get the rest."""
    for what, ok, detail, hint in (*_tqcheck(), *describe(), *_embedders()):
        mark = click.style("✓", fg="green") if ok else click.style("–", fg="yellow")
        click.echo(f"{mark} {what:22} {detail}")
        if hint:
            click.echo(f"  {'':22} → {hint}")


def _tqcheck() -> Iterator[Diagnosis]:
    yield Diagnosis(
        "tqcheck", True, f"{__version__}, Python {platform.python_version()} ({sys.executable})", ""
    )
    try:
        rules = load_packs([builtin_pack(), *installed_packs()])
        yield Diagnosis("rules", True, f"{len(rules)} in {builtin_pack()}", "")
        settings = load_settings()
    except TqcheckError as error:
        yield Diagnosis("rules and config", False, str(error), "mend what the message names")
        return
    origins = sorted(set(settings.origins.values()))
    yield Diagnosis("config", True, ", ".join(origins) or "none: defaults", "")


def _embedders() -> Iterator[Diagnosis]:
    from tqcheck.embed import DEFAULT, open_embedder

    try:
        embedder = open_embedder(DEFAULT)
        languages = " ".join(sorted(embedder.languages))
        yield Diagnosis("embedder (default)", True, f"{embedder.id}: {languages}", "")
    except TqcheckError as error:
        yield Diagnosis("embedder (default)", False, str(error), "")
    try:
        found = version("sentence-transformers")
        yield Diagnosis("sentence-transformers", True, f"{found}: --embedder NAME or FOLDER", "")
    except PackageNotFoundError:
        hint = "pip install 'tqcheck[transformers]' for any other model (on Linux several GB)"
        yield Diagnosis("sentence-transformers", False, "not installed (optional)", hint)
