"""The error tree and the exit codes; every message says where, what, and what to do."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the shell sees; the table in the README."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    INCOMPLETE = 4
    BUG = 70


class TqcheckError(Exception):
    """Anything that tqcheck foresaw; ends the run with `exit_code` and one clear message."""

    exit_code = ExitCode.USAGE


class UsageError(TqcheckError):
    """The command line asks for something that cannot be done."""


class ConfigError(TqcheckError):
    """A configuration file is wrong; the message names the file and line."""


class RulePackError(TqcheckError):
    """A rule or a rule pack breaks a law of `tqcheck.rules`; the message names the file and the key."""


class InputError(TqcheckError):
    """An input could not be read."""

    exit_code = ExitCode.INPUT


class RuleFailure(TqcheckError):  # noqa: N818 - as Failure in a report
    """A rule or provider crashed where every answer counts: figures without it would be wrong."""

    exit_code = ExitCode.INCOMPLETE


class OutputError(TqcheckError):
    """A report could not be written; nothing was left half-written."""


class ResourceUnavailable(TqcheckError):  # noqa: N818 - the name the design gives
    """Something optional (LanguageTool, a model) is not here.

    Attributes:
        what: what is missing, in a few words.
        hint: what the user can do about it.
    """

    exit_code = ExitCode.INCOMPLETE

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(f"{what}. {hint}" if hint else what)
        self.what = what
        self.hint = hint
