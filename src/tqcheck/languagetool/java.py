"""Finding a Java that LanguageTool can run on."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tqcheck.errors import ResourceUnavailable

MINIMUM_JAVA = 17
"""What LanguageTool 6.6 and later are compiled for (its own README: "Java 17 or later")."""

_VERSION = re.compile(
    r'(?:version\s+"|^(?:openjdk|java)\s+)(?P<first>\d+)(?:\.(?P<second>\d+))?', re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Java:
    """A Java launcher and its feature release (8, 11, 17, 21 …)."""

    path: str
    release: int


def parse_java_release(output: str) -> int | None:
    """The feature release that `java -version` or `java --version` printed: 8 for `1.8.0_292`, 21 for `21-ea`.

    None if the text names no version.
    """
    found = _VERSION.search(output)
    if found is None:
        return None
    first, second = int(found["first"]), found["second"]
    return int(second) if first == 1 and second else first


def find_java() -> Java:
    """The first Java of release 17 or later: `JAVA_HOME`, then `PATH`.

    Raises ResourceUnavailable if there is none, saying what was found instead.
    """
    seen = []
    for path in _candidates():
        release = _release_of(path)
        if release is not None and release >= MINIMUM_JAVA:
            return Java(path, release)
        seen.append(f"{path} is Java {release}" if release else f"{path} does not run")
    hint = f"Install Java {MINIMUM_JAVA} or later (a JRE is enough) and put it on PATH, or set JAVA_HOME."
    if seen:
        raise ResourceUnavailable(f"LanguageTool needs Java {MINIMUM_JAVA} or later; {', '.join(seen)}", hint)
    raise ResourceUnavailable("There is no Java on this machine", hint)


def _candidates() -> Iterator[str]:
    home = os.environ.get("JAVA_HOME")
    if home:
        at_home = shutil.which("java", path=str(Path(home) / "bin"))
        if at_home:
            yield at_home
    on_path = shutil.which("java")
    if on_path:
        yield on_path


def _release_of(path: str) -> int | None:
    try:
        done = subprocess.run(  # noqa: S603
            [path, "-version"], capture_output=True, text=True, errors="replace", timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return parse_java_release(done.stderr + done.stdout) if done.returncode == 0 else None
