"""Getting LanguageTool: the published zip, or Maven Central where that is what can be reached.

LanguageTool's own site has had no zip since 6.7; the project language-tool-python builds and publishes it,
and the same jars are on Maven Central.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import stat
import subprocess
import tempfile
import urllib.error
import urllib.request
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Literal
from xml.sax.saxutils import escape

from tqcheck.errors import ResourceUnavailable
from tqcheck.languagetool.installation import (
    LANGUAGETOOL_VERSION,
    SERVER_JAR,
    Installation,
    default_folder,
    installation_at,
)

Method = Literal["auto", "zip", "maven"]
Progress = Callable[[str, int, int | None], None]
"""Called with what is going on, how much is done, and of how much (bytes or files; None if unknown)."""

ZIP_URL = (
    "https://github.com/jxmorris12/language_tool_python/releases/download/"
    f"LanguageTool-{LANGUAGETOOL_VERSION}/LanguageTool-{LANGUAGETOOL_VERSION}.zip"
)
ZIP_SHA256 = "6a7f6b67b779ae9505f7579f0c41453ea8d1bd72ae750bdc2c55ba974281467d"
"""As language-tool-python 3.4 pins it for 6.8."""

LANGUAGES = tuple(
    "en de fr es pt it ru uk pl nl zh ja ar ast be br ca crh da el eo fa ga gl km ro sk sl sv ta tl".split()
)
"""All that LanguageTool 6.8 has on Maven Central: neither Korean nor Lithuanian, for instance."""

_SERVER_NEEDS = ("en", "es", "ca", "pt")
"""The server's language detector names these and does not start without them."""

DEPENDENCY_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"
MAX_ZIP_BYTES = 600 * 1024 * 1024
"""The 6.8 zip has 259 MB; twice that is no LanguageTool."""
MAX_UNPACKED_BYTES = 2 * 1024 * 1024 * 1024
_NETWORK_TIMEOUT = 30.0
_CHUNK = 1024 * 1024
_HINT = "Check the network (HTTPS_PROXY, or a mirror in Maven's settings.xml), or unpack LanguageTool yourself and set TQCHECK_LANGUAGETOOL to its folder."


def install(
    method: Method = "auto",
    languages: Sequence[str] = LANGUAGES,
    folder: Path | None = None,
    progress: Progress | None = None,
    *,
    url: str = ZIP_URL,
    sha256: str | None = ZIP_SHA256,
) -> Installation:
    """Install LanguageTool into `folder` (default: `installation.default_folder()`), replacing what is there.

    Args:
        method: `zip`, `maven`, or `auto`: the zip, and Maven if that fails.
        languages: two-letter codes; only Maven can leave languages out.
        folder: where to; it appears complete or not at all.
        progress: told what is going on.
        url: the zip; http or https.
        sha256: of the zip; None checks its size and structure only.

    Raises:
        ResourceUnavailable: nothing was installed; the message gives every way tried and why it failed.
    """
    target = folder or default_folder()
    tell = progress or _silent
    failures = []
    if method in {"auto", "zip"}:
        try:
            return install_zip(target, tell, url=url, sha256=sha256)
        except ResourceUnavailable as error:
            failures.append(f"zip: {error.what}")
            tell(f"The zip could not be installed: {error.what}", 0, None)
    if method in {"auto", "maven"}:
        try:
            return install_from_maven(target, languages, tell)
        except ResourceUnavailable as error:
            failures.append(f"Maven: {error.what}")
    raise ResourceUnavailable("LanguageTool could not be installed: " + "; ".join(failures), _HINT)


def install_zip(
    folder: Path, progress: Progress, *, url: str = ZIP_URL, sha256: str | None = ZIP_SHA256
) -> Installation:
    """Download the zip, verify and unpack it.

    Raises ResourceUnavailable if it cannot be had, is not what was published, or would write outside `folder`.
    """
    with _staging(folder) as staging:
        archive = staging / "download.zip"
        _download(url, archive, sha256, progress)
        unpacked = staging / "unpacked"
        progress("Unpacking LanguageTool", 0, None)
        try:
            _extract(archive, unpacked)
        except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
            raise ResourceUnavailable(f"{url} is not a usable zip ({error})", _HINT) from error
        if not (unpacked / SERVER_JAR).is_file():
            raise ResourceUnavailable(f"{url} has no {SERVER_JAR}", _HINT)
        return _publish(unpacked, folder)


def install_from_maven(folder: Path, languages: Sequence[str], progress: Progress) -> Installation:
    """Let Maven fetch the server and the languages, with the repositories its own settings name.

    Raises ResourceUnavailable if Maven is absent or fails; its own error lines are in the message.
    """
    maven = shutil.which("mvn")
    if maven is None:
        raise ResourceUnavailable("Maven (mvn) is not on PATH", "Install Maven 3.6 or later.")
    for language in languages:
        if not re.fullmatch(r"[a-z]{2,3}", language):
            raise ResourceUnavailable(f"{language!r} is not a language code", "Give codes such as en or de.")
    with _staging(folder) as staging:
        (staging / "pom.xml").write_text(_pom(languages), encoding="utf-8")
        laid_out = staging / "unpacked"
        libraries = laid_out / "libs"
        _run_maven(
            [
                maven,
                "--batch-mode",
                "--strict-checksums",
                "--file",
                str(staging / "pom.xml"),
                f"{DEPENDENCY_PLUGIN}:copy-dependencies",
                f"-DoutputDirectory={libraries}",
                "-DincludeScope=runtime",
            ],
            progress,
        )
        names = sorted(path.name for path in libraries.glob("*.jar"))
        if not any(name.startswith("languagetool-server-") for name in names):
            raise ResourceUnavailable(
                "Maven ended without an error and brought no LanguageTool server", _HINT
            )
        _write_launcher(laid_out / SERVER_JAR, [f"libs/{name}" for name in names])
        return _publish(laid_out, folder)


def _silent(_what: str, _done: int, _total: int | None) -> None:
    pass


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A scratch folder beside `folder`, so that the last step is a rename on one file system."""
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise ResourceUnavailable(
            f"{folder.parent} cannot be written to ({error.strerror})", _HINT
        ) from error
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _publish(complete: Path, folder: Path) -> Installation:
    """Move a complete installation into place; an older one is moved aside first and then removed."""
    aside = complete.parent / "replaced"
    try:
        if folder.exists() and any(folder.iterdir()) and installation_at(folder, "") is None:
            raise ResourceUnavailable(
                f"{folder} is in the way: it holds something else", "Name an empty folder."
            )
        with suppress(FileNotFoundError):
            folder.rename(aside)
        try:
            complete.rename(folder)
        except OSError:
            with suppress(OSError):
                aside.rename(folder)
            raise
    except OSError as error:
        raise ResourceUnavailable(f"{folder} cannot be replaced ({error.strerror})", _HINT) from error
    installed = installation_at(folder, "just installed")
    assert installed is not None, "checked before the rename"
    return installed


def _download(url: str, to: Path, sha256: str | None, progress: Progress) -> None:
    if not url.startswith(("https://", "http://")):
        raise ResourceUnavailable(f"{url} is not an http address", _HINT)
    digest, done = hashlib.sha256(), 0
    try:
        with urllib.request.urlopen(url, timeout=_NETWORK_TIMEOUT) as answer, to.open("wb") as file:  # noqa: S310
            length = answer.headers.get("Content-Length", "")
            total = int(length) if length.isdigit() else None
            while chunk := answer.read(_CHUNK):
                done += len(chunk)
                if done > MAX_ZIP_BYTES:
                    raise ResourceUnavailable(f"{url} is larger than {MAX_ZIP_BYTES >> 20} MiB", _HINT)
                digest.update(chunk)
                file.write(chunk)
                progress("Downloading LanguageTool", done, total)
    except (urllib.error.URLError, OSError, ValueError) as error:
        if isinstance(error, urllib.error.HTTPError):
            error.close()
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        raise ResourceUnavailable(f"{url} cannot be downloaded ({reason})", _HINT) from error
    if total is not None and done != total:
        raise ResourceUnavailable(f"{url} broke off after {done} of {total} bytes", _HINT)
    if sha256 is not None and digest.hexdigest() != sha256:
        raise ResourceUnavailable(f"{url} has not the published sha256 but {digest.hexdigest()}", _HINT)


def _extract(archive: Path, into: Path) -> None:
    """Unpack, dropping the one top folder that the zip has.

    Refuses links, absolute names, `..` and more than MAX_UNPACKED_BYTES; raises zipfile.BadZipFile.
    """
    into.mkdir()
    with zipfile.ZipFile(archive) as zipped:
        entries = zipped.infolist()
        names = [_safe_name(entry) for entry in entries]
        if sum(entry.file_size for entry in entries) > MAX_UNPACKED_BYTES:
            raise zipfile.BadZipFile("it is too large when unpacked")
        nested = len({name.parts[0] for name in names}) == 1 and all(
            len(name.parts) > 1 or entry.is_dir() for name, entry in zip(names, entries, strict=True)
        )
        for name, entry in zip(names, entries, strict=True):
            path = into.joinpath(*name.parts[nested:])
            if entry.is_dir():
                path.mkdir(parents=True, exist_ok=True)
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            with zipped.open(entry) as packed, path.open("wb") as file:
                shutil.copyfileobj(packed, file, _CHUNK)


def _safe_name(entry: zipfile.ZipInfo) -> PurePosixPath:
    name = PurePosixPath(entry.filename.replace("\\", "/"))
    if not name.parts or name.is_absolute() or ".." in name.parts or ":" in entry.filename:
        raise zipfile.BadZipFile(f"it has an entry outside its folder: {entry.filename!r}")
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise zipfile.BadZipFile(f"it has a link: {entry.filename!r}")
    return name


def _pom(languages: Sequence[str]) -> str:
    """A project that depends on the server, without `language-all`, and on the languages asked for."""
    wanted = "".join(
        "<dependency><groupId>org.languagetool</groupId>"
        f"<artifactId>language-{escape(language)}</artifactId><version>{LANGUAGETOOL_VERSION}</version></dependency>"
        for language in dict.fromkeys((*languages, *_SERVER_NEEDS))
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>tqcheck</groupId><artifactId>languagetool</artifactId><version>1</version><dependencies>"
        "<dependency><groupId>org.languagetool</groupId><artifactId>languagetool-server</artifactId>"
        f"<version>{LANGUAGETOOL_VERSION}</version><exclusions><exclusion><groupId>org.languagetool</groupId>"
        f"<artifactId>language-all</artifactId></exclusion></exclusions></dependency>{wanted}"
        "</dependencies></project>\n"
    )


def _run_maven(command: Sequence[str], progress: Progress) -> None:
    errors: list[str] = []
    files = 0
    progress("Maven is resolving LanguageTool", 0, None)
    with subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as maven:
        assert maven.stdout is not None
        try:
            for line in maven.stdout:
                if line.startswith("[ERROR]"):
                    errors.append(line.removeprefix("[ERROR]").strip())
                elif line.startswith("Downloaded from") or " Copying " in line:
                    files += 1
                    progress("Maven is fetching LanguageTool", files, None)
        except BaseException:
            maven.kill()
            raise
    if maven.returncode:
        reason = " ".join(error for error in errors if error)[:600] or f"exit status {maven.returncode}"
        raise ResourceUnavailable(f"Maven could not fetch it ({reason})", _HINT)


def _write_launcher(path: Path, class_path: Sequence[str]) -> None:
    """A jar with nothing but a manifest whose Class-Path names the others, as in LanguageTool's zip."""
    headers = [
        "Manifest-Version: 1.0",
        "Main-Class: org.languagetool.server.HTTPServer",
        f"Implementation-Version: {LANGUAGETOOL_VERSION}",
        "Class-Path: " + " ".join(class_path),
    ]
    manifest = "".join(_wrapped(header) for header in headers)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as jar:
        jar.writestr("META-INF/MANIFEST.MF", manifest + "\r\n")


def _wrapped(header: str) -> str:
    """A manifest line has at most 72 bytes; what follows is indented by one space (JAR File Specification)."""
    first, rest = header[:70], header[70:]
    return "\r\n ".join([first, *(rest[at : at + 69] for at in range(0, len(rest), 69))]) + "\r\n"
