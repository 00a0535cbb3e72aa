"""What of the grammar engines can run on this machine, and how to get the rest."""

from __future__ import annotations

import importlib.metadata
from typing import NamedTuple

from tqcheck.errors import ResourceUnavailable
from tqcheck.languagetool.installation import LANGUAGETOOL_VERSION, find_installation
from tqcheck.languagetool.java import find_java


class Diagnosis(NamedTuple):
    """One line of the doctor's report; `hint` is empty where all is well."""

    what: str
    ok: bool
    detail: str
    hint: str


def describe() -> list[Diagnosis]:
    """Java, LanguageTool, language-tool-python and Harper; nothing is started but `java -version`."""
    return [
        _java(),
        _languagetool(),
        _distribution("language-tool-python", "language_tool_python"),
        _distribution("Harper", "harper-py"),
    ]


def _java() -> Diagnosis:
    try:
        java = find_java()
    except ResourceUnavailable as error:
        return Diagnosis("Java", False, error.what, error.hint)
    return Diagnosis("Java", True, f"Java {java.release} ({java.path})", "")


def _languagetool() -> Diagnosis:
    try:
        found = find_installation()
    except ResourceUnavailable as error:
        return Diagnosis("LanguageTool", False, error.what, error.hint)
    detail = f"LanguageTool {found.version} in {found.folder} ({found.found_by})"
    other = (
        "" if found.version == LANGUAGETOOL_VERSION else f"tqcheck was measured with {LANGUAGETOOL_VERSION}."
    )
    return Diagnosis("LanguageTool", True, detail, other)


def _distribution(what: str, name: str) -> Diagnosis:
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return Diagnosis(what, False, "not installed", f"pip install {name}")
    return Diagnosis(what, True, version, "")
