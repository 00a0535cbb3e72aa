"""Where a LanguageTool is installed, or would be."""

from __future__ import annotations

import os
import re
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

from tqcheck.errors import ResourceUnavailable

LANGUAGETOOL_VERSION = "6.8"
"""The version that is installed, and that the table of rules was measured with."""

SERVER_JAR = "languagetool-server.jar"
FOLDER_VARIABLE = "TQCHECK_LANGUAGETOOL"
INSTALL_HINT = "Run `tqcheck languagetool install`, or name a server with --languagetool-url."

_FOLDER_NAME = re.compile(r"LanguageTool-(\d+(?:\.\d+)*)(.*)")
_MANIFEST_VERSION = re.compile(r"^Implementation-Version:\s*(\S+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Installation:
    """A folder laid out like LanguageTool's zip. `found_by` says which setting or place led to it."""

    folder: Path
    version: str
    found_by: str

    @property
    def jar(self) -> Path:
        """The server's jar; its manifest names the others."""
        return self.folder / SERVER_JAR


def data_directory() -> Path:
    """The per-user folder of tqcheck's data: `$XDG_DATA_HOME/tqcheck` or the platform's equivalent."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / "Library" / "Application Support")
    else:
        base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "tqcheck"


def default_folder() -> Path:
    """Where LanguageTool is installed to: `$TQCHECK_LANGUAGETOOL`, else the per-user data directory."""
    named = os.environ.get(FOLDER_VARIABLE)
    return Path(named) if named else data_directory() / f"LanguageTool-{LANGUAGETOOL_VERSION}"


def find_installation() -> Installation:
    """The LanguageTool to run: `TQCHECK_LANGUAGETOOL`, our data directory, language-tool-python's folder.

    Of several versions in one place the newest is taken.
    Raises ResourceUnavailable if there is none, or if the variable names a folder without one.
    """
    named = os.environ.get(FOLDER_VARIABLE)
    if named:
        found = installation_at(Path(named), FOLDER_VARIABLE)
        if found is None:
            raise ResourceUnavailable(
                f"{FOLDER_VARIABLE} is {named}, where there is no {SERVER_JAR}", INSTALL_HINT
            )
        return found
    for parent, found_by in _parents():
        candidates = [
            found
            for folder in parent.glob("LanguageTool-*")
            if (found := installation_at(folder, found_by)) is not None
        ]
        if candidates:
            return max(candidates, key=lambda found: _sort_key(found.version))
    raise ResourceUnavailable("LanguageTool is not installed", INSTALL_HINT)


def installation_at(folder: Path, found_by: str) -> Installation | None:
    """The installation in exactly this folder, or None."""
    if not (folder / SERVER_JAR).is_file():
        return None
    return Installation(folder, _version_of(folder), found_by)


def _parents() -> list[tuple[Path, str]]:
    cache = os.environ.get("LTP_PATH")
    return [
        (data_directory(), "tqcheck's data directory"),
        (Path(cache), "LTP_PATH")
        if cache
        else (Path.home() / ".cache" / "language_tool_python", "language-tool-python's cache"),
    ]


def _version_of(folder: Path) -> str:
    try:
        with zipfile.ZipFile(folder / SERVER_JAR) as jar:
            manifest = jar.read("META-INF/MANIFEST.MF").decode("utf-8", "replace")
    except (OSError, KeyError, zipfile.BadZipFile):
        manifest = ""
    named = _FOLDER_NAME.fullmatch(folder.name)
    written = _MANIFEST_VERSION.search(manifest)
    return named[1] + named[2] if named else written[1] if written else "of unknown version"


def _sort_key(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version))
