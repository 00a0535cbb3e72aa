"""The command line: flags → Settings → run → write → exit code. One module a command, imported on demand."""

from __future__ import annotations

import os
import sys
import tempfile
import traceback
from importlib import import_module
from pathlib import Path

import click

from tqcheck import __version__
from tqcheck.errors import ExitCode, TqcheckError

_COMMANDS = {
    "align": "Align a translation with its source, and do no more.",
    "bench": "Measure precision and recall on labelled text.",
    "check": "Check a translation, with its source or alone.",
    "doctor": "Tell what can run here, and how to get the rest.",
    "explain": "Say what a rule finds, why, and show its examples.",
    "languagetool": "Install LanguageTool, or say where it is.",
    "rules": "List the rules, or test a rule pack.",
    "terms": "Propose a glossary from articles and their translations.",
}
_INTERRUPTED = 130  # 128 + SIGINT, as shells expect


class _Group(click.Group):
    """Imports a command's module only when that command is used, so that --help stays instant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        command = import_module(f"tqcheck.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="tqcheck")
def cli() -> None:
    """Check a machine-translated article against its source.

    Garbled sentences, grammar, numbers, names, omissions, additions, mistranslations: worst first, with the
    reason and the fix. Works on a translation alone, too.

    \b
    tqcheck check source.zh.txt target.en.txt
    tqcheck check target.en.md -f html=report.html
    """


def main(arguments: list[str] | None = None) -> None:
    """The entry point: every way to end has its message and exit code."""
    # Our matrices are small: BLAS threads save no time, and on a busy machine they burn it waiting for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        code = cli.main(args=arguments, prog_name="tqcheck", standalone_mode=False)
    except click.exceptions.Exit as stop:
        code = stop.exit_code
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("Interrupted; no report was written.")
        code = _INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output left: nothing to say, nobody to say it to
        code = ExitCode.OK
    except TqcheckError as error:
        _say(f"Error: {error}")
        code = error.exit_code
    except Exception:  # noqa: BLE001 - a bug of ours: never a traceback on the screen
        _say(_keep_traceback())
        code = ExitCode.BUG
    sys.exit(int(code or 0))


def _say(text: str) -> None:
    from tqcheck.reporters.printable import printable

    click.echo(printable(f"tqcheck: {text}"), err=True)


def _keep_traceback() -> str:
    what = traceback.format_exc()
    with tempfile.NamedTemporaryFile(
        "w", prefix="tqcheck-bug-", suffix=".txt", delete=False, encoding="utf-8"
    ) as file:
        file.write(f"tqcheck {__version__}, Python {sys.version}\narguments: {sys.argv[1:]}\n\n{what}")
    last = what.strip().rsplit("\n", 1)[-1]
    return f"this is a bug in tqcheck ({last}). Please report it with the file {Path(file.name)}"
