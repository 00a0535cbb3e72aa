"""LanguageTool and Harper: installing, starting, asking, dying, and what their findings are worth."""

from __future__ import annotations

import hashlib
import http.server
import io
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from processes import hear_interrupts
from requires import requires, unavailable
from tqcheck.errors import ResourceUnavailable
from tqcheck.languagetool import mapping
from tqcheck.languagetool.doctor import describe
from tqcheck.languagetool.harper import HarperChecker
from tqcheck.languagetool.install import LANGUAGES, install
from tqcheck.languagetool.installation import Installation, find_installation
from tqcheck.languagetool.java import find_java, parse_java_release
from tqcheck.languagetool.mapping import judge
from tqcheck.languagetool.matches import SEPARATOR, CodeUnits, GrammarMatch, batches
from tqcheck.languagetool.server import LanguageToolServer

JARS = {"LanguageTool-6.8/languagetool-server.jar": b"jar", "LanguageTool-6.8/libs/a.jar": b"a"}


def test_a_missing_resource_skips_or_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TQCHECK_DATA", raising=False)
    monkeypatch.setenv("TQCHECK_REQUIRE", "java, browser")
    with pytest.raises(pytest.skip.Exception, match="TQCHECK_DATA does not say"):
        requires("data")
    monkeypatch.setenv("TQCHECK_REQUIRE", "java, data")
    with pytest.raises(pytest.fail.Exception, match="TQCHECK_REQUIRE has data, but"):
        requires("data")


# --- Java --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("output", "release"),
    [
        ('openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)', 17),
        ('java version "1.8.0_292"', 8),
        ('openjdk version "21-ea" 2023-09-19', 21),
        ("Picked up JAVA_TOOL_OPTIONS: -Xmx2g\nopenjdk 21.0.2 2024-01-16", 21),
        ('openjdk version "9"', 9),
        ("The operation couldn’t be completed. Unable to locate a Java Runtime.", None),
    ],
)
def test_java_release_is_read(output: str, release: int | None) -> None:
    assert parse_java_release(output) == release


def _fake_java(folder: Path, version: str) -> Path:
    script = folder / "bin" / "java"
    script.parent.mkdir(parents=True)
    script.write_text(f"#!/bin/sh\necho 'openjdk version \"{version}\"' >&2\n")
    script.chmod(0o755)
    return script


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand in for Java")
def test_an_old_java_home_gives_way_to_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fake_java(tmp_path / "old", "11.0.2")
    new = _fake_java(tmp_path / "new", "21.0.1")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path / "old"))
    monkeypatch.setenv("PATH", str(new.parent))
    assert find_java().path == str(new)
    assert find_java().release == 21
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ResourceUnavailable, match=r"needs Java 17 or later; .*java is Java 11"):
        find_java()


def test_no_java_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(ResourceUnavailable, match="no Java on this machine"):
        find_java()


# --- where it is -------------------------------------------------------------------------------------------


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with nothing in it."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "data"))
    for name in ("LTP_PATH", "TQCHECK_LANGUAGETOOL"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def _put(folder: Path, version: str = "") -> Path:
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / "languagetool-server.jar", "w") as jar:
        jar.writestr("META-INF/MANIFEST.MF", f"Implementation-Version: {version}\r\n" if version else "")
    return folder


def test_installations_are_found_in_order(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ResourceUnavailable, match="not installed") as caught:
        find_installation()
    assert "tqcheck languagetool install" in caught.value.hint

    cached = _put(elsewhere / ".cache" / "language_tool_python" / "LanguageTool-6.7")
    assert find_installation().folder == cached
    named = _put(elsewhere / "ltp" / "LanguageTool-6.6")
    monkeypatch.setenv("LTP_PATH", str(named.parent))
    assert find_installation().folder == named
    _put(elsewhere / "data" / "tqcheck" / "LanguageTool-6.8")
    newest = _put(elsewhere / "data" / "tqcheck" / "LanguageTool-6.10")
    assert (find_installation().folder, find_installation().version) == (newest, "6.10")
    own = _put(elsewhere / "mine", "6.9")
    monkeypatch.setenv("TQCHECK_LANGUAGETOOL", str(own))
    assert (find_installation().folder, find_installation().version) == (own, "6.9")
    monkeypatch.setenv("TQCHECK_LANGUAGETOOL", str(elsewhere / "nowhere"))
    with pytest.raises(ResourceUnavailable, match=r"TQCHECK_LANGUAGETOOL is .*nowhere"):
        find_installation()


def test_the_doctor_says_what_is_missing(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    found = {diagnosis.what: diagnosis for diagnosis in describe()}
    assert not found["Java"].ok
    assert "JAVA_HOME" in found["Java"].hint
    assert not found["LanguageTool"].ok
    assert found["Harper"].ok
    assert found["language-tool-python"].detail.startswith("3.")
    _put(elsewhere / "data" / "tqcheck" / "LanguageTool-6.8")
    assert "LanguageTool 6.8 in" in {d.what: d for d in describe()}["LanguageTool"].detail


# --- installing --------------------------------------------------------------------------------------------


def _zip(files: dict[str, bytes], link: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
        if link:
            entry = zipfile.ZipInfo(link)
            entry.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(entry, "/etc/passwd")
    return buffer.getvalue()


@contextmanager
def _serving(content: bytes, *, promised: int | None = None) -> Iterator[str]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if not self.path.endswith("/lt.zip"):
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Length", str(promised or len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            pass

    with http.server.HTTPServer(("127.0.0.1", 0), Handler) as httpd:
        thread = threading.Thread(target=httpd.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{httpd.server_port}/lt.zip"
        finally:
            httpd.shutdown()
            thread.join()


def test_the_zip_is_downloaded_verified_and_unpacked(tmp_path: Path) -> None:
    content, told = _zip(JARS), list[tuple[str, int, int | None]]()
    target = tmp_path / "deep" / "LanguageTool-6.8"
    with _serving(content) as url:
        installed = install(
            "zip", folder=target, url=url, sha256=hashlib.sha256(content).hexdigest(),
            progress=lambda *step: told.append(step),
        )  # fmt: skip
    assert (installed.folder, installed.version) == (target, "6.8")
    assert (target / "libs" / "a.jar").read_bytes() == b"a"
    assert ("Downloading LanguageTool", len(content), len(content)) in told
    assert [path.name for path in target.parent.iterdir()] == [target.name], "no scratch folder is left"


def test_a_newer_zip_replaces_the_installation(tmp_path: Path) -> None:
    target = _put(tmp_path / "LanguageTool-6.8")
    (target / "stale").touch()
    with _serving(_zip(JARS)) as url:
        install("zip", folder=target, url=url, sha256=None)
    assert sorted(path.name for path in target.iterdir()) == ["languagetool-server.jar", "libs"]
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "thesis.txt").write_text("ten years of work")
    with _serving(_zip(JARS)) as url, pytest.raises(ResourceUnavailable, match="holds something else"):
        install("zip", folder=tmp_path / "home", url=url, sha256=None)
    assert (tmp_path / "home" / "thesis.txt").read_text() == "ten years of work"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (_zip({**JARS, "../evil": b"x"}), "outside its folder"),
        (_zip({**JARS, "/evil": b"x"}), "outside its folder"),
        (_zip({**JARS, "LanguageTool-6.8/..\\..\\evil": b"x"}), "outside its folder"),
        (_zip(JARS, link="LanguageTool-6.8/evil"), "has a link"),
        (_zip({"LanguageTool-6.8/README.md": b"x"}), "has no languagetool-server.jar"),
        (b"<html>Sign in to the hotel's network</html>", "not a usable zip"),
        (_zip(JARS)[:-30], "not a usable zip"),
    ],
)
def test_a_bad_zip_installs_nothing(tmp_path: Path, content: bytes, reason: str) -> None:
    with _serving(content) as url, pytest.raises(ResourceUnavailable, match=reason):
        install("zip", folder=tmp_path / "in" / "LanguageTool-6.8", url=url, sha256=None)
    assert list(tmp_path.rglob("*")) == [tmp_path / "in"]


def test_a_wrong_checksum_a_broken_download_and_a_missing_page(tmp_path: Path) -> None:
    target = tmp_path / "LanguageTool-6.8"
    with _serving(_zip(JARS)) as url:
        with pytest.raises(ResourceUnavailable, match="not the published sha256"):
            install("zip", folder=target, url=url)
        with pytest.raises(ResourceUnavailable, match="cannot be downloaded"):
            install("zip", folder=target, url=url + "?x=/gone", sha256=None)
    with _serving(_zip(JARS), promised=10_000) as url, pytest.raises(ResourceUnavailable, match="broke off"):
        install("zip", folder=target, url=url, sha256=None)
    with pytest.raises(ResourceUnavailable, match="not an http address"):
        install("zip", folder=target, url=(tmp_path / "lt.zip").as_uri(), sha256=None)
    assert not target.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for Maven")
def test_auto_names_every_way_that_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    maven = tmp_path / "mvn"
    maven.write_text("#!/bin/sh\necho '[ERROR] Unknown host: no network here'\nexit 1\n")
    maven.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    target = tmp_path / "out" / "LanguageTool-6.8"
    with _serving(b"") as url, pytest.raises(ResourceUnavailable) as caught:
        install("auto", folder=target, url=url + ".gone")
    assert "zip: http" in caught.value.what
    assert "Unknown host: no network here" in caught.value.what
    assert "TQCHECK_LANGUAGETOOL" in caught.value.hint
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ResourceUnavailable, match="not on PATH"):
        install("maven", folder=target)
    assert not list((tmp_path / "out").iterdir())


@pytest.mark.java
def test_maven_lays_out_an_installation_that_starts(tmp_path: Path) -> None:
    requires("java")
    if shutil.which("mvn") is None:
        unavailable("java", "Maven is not on PATH")
    try:
        installed = install("maven", languages=("it",), folder=tmp_path / "LanguageTool-6.8")
    except ResourceUnavailable as error:
        unavailable("java", str(error))
    with LanguageToolServer(installation=installed) as server:
        assert server.supports("it-IT")
        assert server.supports("en"), "what the server cannot start without"
        assert not server.supports("de")
        with pytest.raises(ResourceUnavailable, match="no rules for de"):
            server.check("Das ist gut.", "de")


# --- offsets and batches -----------------------------------------------------------------------------------


@given(st.text(), st.data())
def test_code_units_lead_to_code_points(text: str, data: st.DataObject) -> None:
    text = "".join(char for char in text if not "\ud800" <= char <= "\udfff")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    units = CodeUnits(text)
    assert units.code_point(_units(text[:start])) == start
    assert units.after(_units(text[:end])) == end


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_half_a_surrogate_pair_is_the_whole_character() -> None:
    units = CodeUnits("a😀b")
    assert [units.code_point(unit) for unit in range(5)] == [0, 1, 1, 2, 3]
    assert [units.after(unit) for unit in range(5)] == [0, 1, 2, 2, 3]


@given(st.lists(st.text(alphabet="ab😀\n ", max_size=12)), st.integers(1, 40))
def test_batches_hold_every_text_once(texts: list[str], limit: int) -> None:
    seen = []
    for batch in batches(texts, limit):
        own = texts[batch.first : batch.first + len(batch.starts)]
        assert batch.text == SEPARATOR.join(own)
        assert len(own) == 1 or len(batch.text) <= limit
        for index, start in enumerate(batch.starts):
            text = own[index]
            assert batch.place(start, start + len(text)) == (batch.first + index, 0, len(text))
            if index + 1 < len(own):
                assert batch.place(start, batch.starts[index + 1] + 1) is None, "it spans two texts"
        seen += own
    assert seen == texts


# --- the server --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageToolServer]:
    requires("java")
    with LanguageToolServer(disabled_rules=mapping.disabled_rules()) as running:
        yield running


def _jvms(of: psutil.Process | None = None) -> list[psutil.Process]:
    found = []
    for child in (of or psutil.Process()).children(recursive=True):
        try:
            if "org.languagetool.server.HTTPServer" in child.cmdline() and "java" in Path(child.exe()).name:
                found.append(child)
        except (psutil.NoSuchProcess, psutil.ZombieProcess, psutil.AccessDenied):
            continue
    return found


def _wait_until(condition: Callable[[], bool], seconds: float = 60) -> bool:
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True


@pytest.mark.java
def test_errors_are_found_where_they_are(server: LanguageToolServer) -> None:
    text = "😀😀 This are bad. 𠮷野家 sells an car 🚗 and e\u0301clairs. He go home."
    marked = {text[match.start : match.end]: match for match in server.check(text, "en-US")}
    assert {"This are", "an", "go"} <= marked.keys()
    assert marked["an"].rule_id == "EN_A_VS_AN"
    assert marked["an"].replacements == ("a",)
    assert marked["go"].category_id == "GRAMMAR"
    assert marked["go"].issue_type == "grammar"
    assert marked["go"].engine == "languagetool"


@pytest.mark.java
def test_other_languages_and_unknown_ones(server: LanguageToolServer) -> None:
    german = "Er hat die Haus verlassen."
    assert any(german[m.start : m.end].startswith("die Haus") for m in server.check(german, "de-DE"))
    assert server.supports("zh-TW")
    assert server.supports("EN_gb")
    assert not server.supports("ko")
    with pytest.raises(ResourceUnavailable, match="no rules for ko"):
        server.check("안녕", "ko")


FRAGMENTS = [
    "This are bad.", "He go home.", "She have an car.", "It is a apple .", "the the end", "I has  two childs",
    "😀", "👨‍👩‍👧‍👦", "🇩🇪", "𠮷野家", "重要会议", "e\u0301", "\u200b", "\u00ad", "\ufeff", "\u00a0", "“", "…", "\r\n", "\n",
    "\n\n", "\t", " ", "\x00", "\x1b", "\u202e", "مرحبا", "\ud800", "&amp;", "<b>", "%20", "＋",
]  # fmt: skip


@pytest.mark.java
@given(texts=st.lists(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8)).map(" ".join), max_size=6))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_offsets_are_what_languagetool_marked(server: LanguageToolServer, texts: list[str]) -> None:
    found = server.check_all(texts, "en-US")
    assert len(found) == len(texts)
    sendable = ["".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text) for text in texts]
    marked = []
    for text, matches in zip(sendable, found, strict=True):
        for match in matches:
            assert 0 <= match.start < match.end <= len(text)
            marked.append((match.rule_id, text[match.start : match.end]))
    # The same texts, asked without language-tool-python and cut out of the UTF-16 that Java counts in.
    joined = SEPARATOR.join(sendable)
    coded = joined.encode("utf-16-le")
    places, at = list[tuple[int, int]](), 0
    for text in sendable:
        places.append((at, at + len(text)))
        at += len(text) + len(SEPARATOR)
    expected = []
    for rule, begin, end in _asked_directly(server.url, joined):
        before, part = (coded[2 * a : 2 * b].decode("utf-16-le") for a, b in ((0, begin), (begin, end)))
        if any(low <= len(before) and len(before + part) <= high for low, high in places):
            expected.append((rule, part))
    assert sorted(marked) == sorted(expected)


def _asked_directly(url: str, text: str) -> list[tuple[str, int, int]]:
    if not text.strip():
        return []
    form = {"text": text, "language": "en-US", "disabledRules": ",".join(mapping.disabled_rules())}
    body = urllib.parse.urlencode(form).encode()
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(urllib.parse.urljoin(url, "v2/check"), body, timeout=60) as answer:
        matches = json.load(answer)["matches"]
    return [(m["rule"]["id"], m["offset"], m["offset"] + m["length"]) for m in matches]


@pytest.mark.java
def test_texts_that_travel_together_are_judged_as_if_alone(server: LanguageToolServer) -> None:
    texts = [
        "The minister said that he have no comment.", "", "An new law was passed on Monday.",
        "“We was surprised 😀", "Nobody knows", "the result of the the vote.", "Dr.", "Mr. Smith agree.",
    ]  # fmt: skip

    def reported(text: str, matches: list[GrammarMatch]) -> list[tuple[int, int, str]]:
        return [(m.start, m.end, m.rule_id) for m in matches if judge(m, text)]

    together = [reported(*each) for each in zip(texts, server.check_all(texts, "en"), strict=True)]
    alone = [reported(text, server.check(text, "en")) for text in texts]
    assert together == alone
    assert {rule for matches in alone for _, _, rule in matches} >= {"EN_A_VS_AN", "ENGLISH_WORD_REPEAT_RULE"}


@pytest.mark.java
def test_a_long_article_takes_several_requests(server: LanguageToolServer) -> None:
    texts = ["The committee met on Tuesday, and the vote was postponed. 😀"] * 700 + ["He go home."]
    found = server.check_all(texts, "en")
    assert [(m.start, m.end) for m in found[-1]] == [(3, 5)]
    assert not any(found[:-1])


@pytest.mark.java
def test_threads_share_a_server(server: LanguageToolServer) -> None:
    texts = [f"{'😀' * count} He go home." for count in range(40)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: server.check(text, "en"), texts))
    assert [text[m.start : m.end] for text, matches in zip(texts, found, strict=True) for m in matches] == [
        "go"
    ] * 40


@pytest.mark.java
def test_a_running_server_is_used_by_its_address(
    server: LanguageToolServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = len(_jvms())
    for url in (server.url, server.url.rstrip("/") + "/v2", server.url.removeprefix("http://")):
        with LanguageToolServer(url) as remote:
            assert [m.rule_id for m in remote.check("He go home.", "en")] == ["HE_VERB_AGR"]
            assert remote.description.startswith("LanguageTool at http://")
    assert len(_jvms()) == count
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    assert server.check("He go home.", "fr") is not None, "our own server is never behind a proxy"


def test_an_address_without_a_server() -> None:
    with (
        LanguageToolServer("http://127.0.0.1:9", ready_seconds=0.3) as server,
        pytest.raises(ResourceUnavailable, match=r"No LanguageTool answers at http://127\.0\.0\.1:9"),
    ):
        server.check("Text.", "en")
    with (
        _serving(b"{}") as url,
        LanguageToolServer(url, ready_seconds=0.3) as server,
        pytest.raises(ResourceUnavailable, match="404"),
    ):
        server.check("Text.", "en")
    with pytest.raises(ResourceUnavailable, match="not an http address"):
        LanguageToolServer("file:///etc/passwd")


@pytest.mark.java
def test_start_returns_at_once_and_close_leaves_nothing() -> None:
    requires("java")
    before = len(_jvms())
    began = time.monotonic()
    server = LanguageToolServer()
    server.start()
    assert time.monotonic() - began < 1.5, "it does not wait for the server"
    server.wait_ready()
    jvms = _jvms()
    assert len(jvms) == before + 1
    server.close()
    server.close()
    assert _wait_until(lambda: len(_jvms()) == before, 1)
    with pytest.raises(ResourceUnavailable, match="was closed"):
        server.check("Text.", "en")


@pytest.mark.java
def test_a_server_that_dies_is_restarted_once(server: LanguageToolServer) -> None:
    others = {jvm.pid for jvm in _jvms()}

    def kill() -> None:
        for jvm in _jvms():
            if jvm.pid not in others:
                jvm.kill()

    with LanguageToolServer() as mortal:
        assert mortal.check("He go home.", "en")
        kill()
        assert [m.rule_id for m in mortal.check("He go home.", "en")] == ["HE_VERB_AGR"], "it is back"
        kill()
        with pytest.raises(ResourceUnavailable, match=r"died twice during the check \(exit status") as caught:
            mortal.check("He go home.", "en")
        assert caught.value.hint
        with pytest.raises(ResourceUnavailable, match="died twice"):
            mortal.check("He go home.", "en")
    assert server.check("He go home.", "en"), "another server is not concerned"


@pytest.mark.java
def test_a_jvm_that_cannot_start_says_why(tmp_path: Path) -> None:
    requires("java")
    (tmp_path / "languagetool-server.jar").write_bytes(b"this is no jar")
    began = time.monotonic()
    with LanguageToolServer(installation=Installation(tmp_path, "6.8", "the test")) as server:
        with pytest.raises(ResourceUnavailable, match=r"did not start \(exit status 1: Error: .*HTTPServer"):
            server.wait_ready()
        with pytest.raises(ResourceUnavailable, match="did not start"):
            server.check("Text.", "en")
    assert time.monotonic() - began < 20


@pytest.mark.java
def test_a_jvm_that_is_never_ready_is_given_up() -> None:
    requires("java")
    before = len(_jvms())
    with LanguageToolServer(ready_seconds=0.2) as server:
        with pytest.raises(ResourceUnavailable, match=r"not ready after 0\.2 s"):
            server.wait_ready()
        assert _wait_until(lambda: len(_jvms()) == before, 2)


@pytest.mark.java
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_no_jvm_outlives_a_killed_run(how: signal.Signals) -> None:
    requires("java")
    program = (
        "import time; from tqcheck.languagetool.server import LanguageToolServer\n"
        "server = LanguageToolServer(); server.start(); print('started', flush=True); time.sleep(120)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=hear_interrupts,  # noqa: PLW1509 - no threads here
    ) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"started\n"
        parent = psutil.Process(run.pid)
        assert _wait_until(lambda: bool(_jvms(parent)))
        jvms = _jvms(parent)
        run.send_signal(how)
        run.wait(timeout=20)
    assert _wait_until(lambda: not any(jvm.is_running() for jvm in jvms)), "the JVM is still there"


def test_without_java_or_languagetool_start_says_so(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(ResourceUnavailable, match="no Java"):
        LanguageToolServer().start()


# --- Harper ------------------------------------------------------------------------------------------------


def test_harper_finds_what_an_editor_wants_to_know() -> None:
    text = "😀 He taked the the car. 𠮷 It is an new law, despite of the protests."
    found = HarperChecker().check(text, "en-GB")
    assert {text[m.start : m.end] for m in found} >= {"taked", "the the", "an"}
    assert all(m.engine == "harper" and judge(m, text) for m in found)


def test_harper_keeps_quiet_about_style_names_and_lone_surrogates() -> None:
    harper = HarperChecker()
    quiet = "Apples, pears and plums — Kazakhstan’s Zhanaozen, 2019-2020 … \ud800"
    assert harper.check_all([quiet, "", " \n"], "en") == [[], [], []]
    assert not harper.supports("de")
    with pytest.raises(ResourceUnavailable, match="no rules for de"):
        harper.check("Das ist gut.", "de")


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=8)).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_harper_spans_lie_in_the_text(text: str) -> None:
    for match in _HARPER.check(text):
        assert 0 <= match.start <= match.end <= len(text)


_HARPER = HarperChecker()


# --- what findings are worth -------------------------------------------------------------------------------


def _found(rule: str, category: str, marked: str, text: str, *replacements: str) -> tuple[GrammarMatch, str]:
    start = text.index(marked)
    match = GrammarMatch(
        start, start + len(marked), "message", rule, category, "grammar", replacements, "languagetool"
    )
    return match, text


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (_found("HE_VERB_AGR", "GRAMMAR", "go", "He go home."), ("grammar", "major")),
        (_found("NEVER_SEEN_BEFORE", "GRAMMAR", "go", "He go home."), ("grammar", "major")),
        (_found("AFFECT_EFFECT", "CONFUSED_WORDS", "affect", "It had an affect."), ("spelling", "major")),
        (_found("EN_A_VS_AN", "MISC", "an", "He has an car."), ("grammar", "minor")),
        (_found("EN_A_VS_AN", "MISC", "an", "He plays an mp3 file."), None),
        (_found("MORFOLOGIK_RULE_EN_US", "TYPOS", "Zhanaozen", "In Zhanaozen."), None),
        (_found("MORFOLOGIK_RULE_XX_YY", "TYPOS", "Zhanaozen", "In Zhanaozen."), None),
        (_found("OXFORD_SPELLING", "SEMANTICS", "so", "So so."), None),
        (_found("WORDY", "STYLE", "so", "So so."), ("style", "minor")),
        (
            _found("CYBER_COMPOUNDS", "GRAMMAR", "cyber security", "Our cyber security law."),
            ("style", "minor"),
        ),
        (_found("DE_AGREEMENT", "GRAMMAR", "das Brücke", "Er sah das Brücke."), ("grammar", "minor")),
        (_found("DE_AGREEMENT", "GRAMMAR", "des Council", "Der Sitz des Council ist dort."), None),
        (_found("AR_SIMPLE_REPLACE", "CONFUSED_WORDS", "فترة", "في هذه فترة"), None),
        (_found("PREP_DO_and_Noun", "GRAMMAR", "до Дембеле", "Он шёл до Дембеле."), None),
        (_found("PREP_DO_and_Noun", "GRAMMAR", "до дом", "Он шёл до дом."), ("grammar", "minor")),
        (_found("ENGLISH_WORD_REPEAT_RULE", "MISC", "the the", "In the the end."), ("grammar", "minor")),
        (_found("ENGLISH_WORD_REPEAT_RULE", "MISC", "Sing Sing", "In Sing Sing."), None),
        (_found("AGREEMENT_SENT_START", "GRAMMAR", "reports", "The Daily News reports it."), None),
        (_found("AGREEMENT_SENT_START", "GRAMMAR", "is", "The papers is late."), ("grammar", "major")),
        (_found("AGREEMENT_SENT_START", "GRAMMAR", "is", "Papers is late."), ("grammar", "major")),
    ],
)
def test_findings_are_mapped(found: tuple[GrammarMatch, str], expected: tuple[str, str] | None) -> None:
    verdict = judge(*found)
    assert (verdict and (verdict.folder, verdict.severity)) == expected


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (
            '[x.rules]\nA = { folder = "grammar", severity = "huge" }',
            "x.rules.A: severity takes major, minor",
        ),
        ('[x.rules]\nA = { folder = "poetry", severity = "minor" }', "x.rules.A: folder takes"),
        ('[x.rules]\nA = { severity = "minor" }', "x.rules.A: folder takes"),
        ('[x.rules]\nA = { folder = "grammar", severity = "minor", when = 1 }', "x.rules.A: give"),
        ('[x.rules]\nA = { folder = "grammar", severity = "minor", unless = ["it rains"] }', "unless takes"),
        ('[x.categories]\nA = "on"', "x.categories.A: give"),
        ('[x.categories]\n"A/taste" = "off"', "'taste' is no ITS 2.0 issue type"),
        ("[x.ruls]", "x: unknown key 'ruls'"),
    ],
)
def test_a_wrong_table_is_refused(text: str, where: str) -> None:
    with pytest.raises(ValueError, match=where):
        mapping.parse(text)


def test_the_longest_pattern_wins() -> None:
    table = mapping.parse(
        '[x.rules]\n"A_*" = "off"\n"A_B_*" = { folder = "grammar", severity = "minor" }\nA_B_C = "off"'
    )["x"]
    assert table.find("A_X", "") is None
    assert table.find("A_B_X", "") is not None
    assert table.find("A_B_C", "") is None


def test_a_category_is_told_apart_by_its_issue_type() -> None:
    table = mapping.parse(
        '[x.categories]\n"A/style" = "off"\nA = { folder = "grammar", severity = "minor" }\n'
        '"*/grammar" = { folder = "grammar", severity = "major" }'
    )["x"]
    assert table.find("R", "A", "style") is None
    for category, severity in (("A", "minor"), ("B", "major")):
        verdict = table.find("R", category, "grammar")
        assert verdict is not None
        assert verdict.severity == severity
    assert table.find("R", "B", "style") is None


@pytest.mark.parametrize(
    ("text", "marked", "dropped"),
    [
        ("He met the Men of it.", "the Men", True),
        ("The men go.", "The men", False),  # a sentence's own capital
        ("He left. “The men go.", "The men", False),
        ("He met The men.", "The men", True),
    ],
)
def test_a_capital_inside_what_is_marked_is_a_name(text: str, marked: str, dropped: bool) -> None:
    table = mapping.parse(
        '[languagetool.rules]\nA = { folder = "grammar", severity = "minor", unless = ["capital-inside"] }'
    )["languagetool"]
    match, _ = _found("A", "X", marked, text)
    verdict = table.find("A", "X")
    assert verdict is not None
    assert verdict.holds(match, text) is not dropped


def test_every_harper_rule_of_the_table_exists() -> None:
    from harper import Linter

    known = Linter().get_default_lint_config()
    assert [rule for rule in mapping.harper_rules() if rule not in known] == []


@pytest.mark.java
def test_newspaper_prose_is_left_alone(server: LanguageToolServer) -> None:
    texts = [
        "The Sunday Times reports that Recep Tayyip Erdogan and Shinzo Abe met in Chisinau.",
        "Cyber security, the ministry said, is 5 metres or less from being solved; there’s four factors.",
        "“We were surprised,” said Ni Ni, 40, of Johns Hopkins University. “It was a lot of work.",
        "In 2023 the world’s second largest exporter sold 13 per cent less in May of that year.",
        "He is, first of all, outside of the building so as to smoke; all of the windows are shut.",
    ]
    for engine in (server, HarperChecker()):
        found = zip(texts, engine.check_all(texts, "en"), strict=True)
        judged = [(m.rule_id, judge(m, text)) for text, matches in found for m in matches]
        # Matters of style are shown to those alone who ask for them.
        assert [rule for rule, verdict in judged if verdict and verdict.folder != mapping.STYLE] == []


def test_the_languages_are_those_languagetool_has() -> None:
    assert "ko" not in LANGUAGES
    assert len(set(LANGUAGES)) == len(LANGUAGES)
    assert {"en", "de", "fr", "es", "pt", "it", "ru", "zh", "ja", "ar", "uk", "pl", "nl", "sv", "el"} <= set(
        LANGUAGES
    )
