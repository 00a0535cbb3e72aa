"""sentence-transformers: what is decided without a model, and a real multilingual one where it is at hand."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from requires import requires
from test_embed import STATEMENTS, check_contract, check_translations_are_nearest
from tqcheck.cli import main
from tqcheck.config import Settings
from tqcheck.embed import TellsNote, open_embedder
from tqcheck.embed.transformers import SentenceTransformerEmbedder, _content_hash
from tqcheck.embedder_options import EmbedderOptions
from tqcheck.errors import ResourceUnavailable
from tqcheck.resources import RunResources

TEXTS = [*(text for texts in STATEMENTS.values() for text in texts), "x", "A longer one. " * 20]


def test_sentence_transformers_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(ResourceUnavailable, match=re.escape("pip install 'tqcheck[transformers]'")):
        open_embedder("sentence-transformers/LaBSE")


def test_a_changed_model_has_another_id(tmp_path: Path) -> None:
    (tmp_path / "1_Pooling").mkdir()
    (tmp_path / "1_Pooling" / "config.json").write_text("{}")
    (tmp_path / "modules.json").write_text("[]")
    before = _content_hash(tmp_path)
    assert _content_hash(tmp_path) == before
    (tmp_path / "modules.json").write_text("[{}]")
    changed = _content_hash(tmp_path)
    (tmp_path / "modules.json").rename(tmp_path / "1_Pooling" / "modules.json")
    assert len({before, changed, _content_hash(tmp_path)}) == 3


class FakeModel:
    """As much of a SentenceTransformer as the embedder touches; a token is a character."""

    max_seq_length: int | None = 20

    def __init__(self, prompts: Mapping[str, str] | None = None, default: str | None = None) -> None:
        self.prompts, self.default_prompt_name = prompts, default
        self.given: dict[str, Any] = {}

    def get_embedding_dimension(self) -> int:
        return 4

    def tokenizer(self, texts: Sequence[str], *, truncation: bool) -> dict[str, list[list[int]]]:
        assert not truncation
        return {"input_ids": [[0, *map(ord, text), 0] for text in texts]}

    def encode(self, texts: Sequence[str], **given: Any) -> np.ndarray[Any, Any]:
        self.given = given
        return np.full((len(texts), given["truncate_dim"] or 4), 0.5, np.float32)


def fake(model: FakeModel, name: str = "a/model", **options: Any) -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder(model, name, "c0ffee", EmbedderOptions(**options))


@pytest.mark.parametrize(
    ("name", "prompts", "default", "prompt"),
    [
        ("sentence-transformers/LaBSE", None, None, None),
        ("sentence-transformers/LaBSE", {"query": "", "document": ""}, None, None),
        ("intfloat/multilingual-e5-small", {}, None, "query: "),
        ("house-model", {"query": "query: ", "passage": "passage: "}, None, "query: "),
        ("e5-mine", {"own": "x: "}, "own", None),  # the library puts it there
        (
            "intfloat/multilingual-e5-large-instruct",
            {},
            None,
            "Instruct: Retrieve parallel sentences.\nQuery: ",
        ),
        (
            "some/gemma",
            {"query": "q: ", "BitextMining": "task: search | query: "},
            None,
            "task: search | query: ",
        ),
        ("code5/base", {}, None, None),
    ],
)
def test_the_prompt_is_the_models(
    name: str, prompts: dict[str, str] | None, default: str | None, prompt: str | None
) -> None:
    model = FakeModel(prompts, default)
    fake(model, name).encode(["x"])
    assert model.given["prompt"] == prompt


def test_options_reach_the_model() -> None:
    model = FakeModel()
    vectors = fake(model, "e5", batch_size=7, truncate_dim=3, prompt="").encode(["x", " "])
    assert vectors.shape == (2, 3)
    assert not vectors[1].any()
    assert (model.given["batch_size"], model.given["truncate_dim"], model.given["prompt"]) == (7, 3, "")


@pytest.mark.parametrize(
    ("options", "id_"),
    [
        ({"batch_size": 1, "device": "cpu"}, "a/model@c0ffee"),
        ({"truncate_dim": 2}, "a/model[truncate-dim=2]@c0ffee"),
        ({"truncate_dim": 2, "prompt": "q: "}, "a/model[truncate-dim=2,prompt='q: ']@c0ffee"),
        ({"prompt": ""}, "a/model[prompt='']@c0ffee"),
    ],
)
def test_the_id_names_what_changes_the_vectors(options: dict[str, Any], id_: str) -> None:
    assert fake(FakeModel(), **options).id == id_


def test_more_dimensions_than_there_are() -> None:
    assert fake(FakeModel(), truncate_dim=4).encode([]).shape == (0, 4)
    with pytest.raises(ResourceUnavailable, match="4 dimensions, of which truncate-dim=5"):
        fake(FakeModel(), truncate_dim=5)


def test_texts_that_are_too_long_are_told() -> None:
    embedder = fake(FakeModel(), prompt="query: ")
    embedder.encode(["ä" * 11, "short"])  # with the prompt and the two ends 20 tokens, of more bytes
    assert embedder.note is None
    embedder.encode(["a" * 12, "a" * 12])
    assert embedder.note is not None
    assert embedder.note.endswith("reads 20 tokens of a text: 1 longer text went by the beginning")
    embedder.encode(["a" * 12, "b" * 40])
    assert "2 longer texts" in embedder.note
    assert isinstance(embedder, TellsNote)


@pytest.mark.parametrize("limit", [None, float("inf")])
def test_a_model_that_reads_all(limit: Any) -> None:
    model = FakeModel()
    model.max_seq_length = limit
    embedder = fake(model)
    embedder.encode(["a" * 1000])
    assert embedder.note is None


def test_a_batch_that_does_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    class OutOfMemoryError(RuntimeError):
        pass

    def full(*_: object, **__: object) -> None:
        raise OutOfMemoryError

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("shapes")

    monkeypatch.setattr(FakeModel, "encode", full)
    with pytest.raises(ResourceUnavailable, match="smaller batch-size"):
        fake(FakeModel()).encode(["x"])
    monkeypatch.setattr(FakeModel, "encode", broken)
    with pytest.raises(RuntimeError, match="shapes"):
        fake(FakeModel()).encode(["x"])


@pytest.mark.parametrize(("origins", "download"), [({}, True), ({"embedder": "tqcheck.toml"}, False)])
def test_a_configuration_downloads_nothing(
    origins: dict[str, str], download: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[bool]()

    def opened(_name: str, _options: EmbedderOptions, *, download: bool) -> Any:
        asked.append(download)
        return SimpleNamespace(id="fake@1")

    monkeypatch.setattr("tqcheck.embed.open_embedder", opened)
    with RunResources(Settings(embedder="a/model", origins=origins), ()) as run:
        assert run.embedder is not None
        assert run.embedder_note is None
    assert asked == [download]


@pytest.fixture(scope="module")
def model_folder() -> Path:
    requires("model")
    return Path(os.environ["TQCHECK_MODEL"])


@pytest.fixture(scope="module")
def model(model_folder: Path) -> SentenceTransformerEmbedder:
    embedder = open_embedder(str(model_folder))
    assert isinstance(embedder, SentenceTransformerEmbedder)
    return embedder


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket.socket, "connect", refused)


real = [pytest.mark.model, pytest.mark.filterwarnings("default")]


def also(model: SentenceTransformerEmbedder, **options: Any) -> SentenceTransformerEmbedder:
    """The loaded model run in another way."""
    name, revision = model.id.split("@")
    return SentenceTransformerEmbedder(model._model, name, revision, EmbedderOptions(**options))


class TestRealModel:
    pytestmark = real

    def test_keeps_the_contract_and_finds_translations(
        self, model: SentenceTransformerEmbedder, model_folder: Path
    ) -> None:
        check_contract(model)
        check_translations_are_nearest(model)
        assert model.languages == frozenset()
        assert re.fullmatch(re.escape(model_folder.name) + r"@[0-9a-f]{12}", model.id)

    def test_batches_change_no_vector(self, model: SentenceTransformerEmbedder) -> None:
        together = model.encode(TEXTS)
        assert np.allclose(together, also(model, batch_size=1).encode(TEXTS), atol=1e-5)
        assert np.allclose(together, also(model, batch_size=5).encode(TEXTS[::-1])[::-1], atol=1e-5)

    def test_cut_vectors_are_of_unit_length(self, model: SentenceTransformerEmbedder) -> None:
        short = also(model, truncate_dim=64)
        check_contract(short)
        check_translations_are_nearest(short)
        leading = model.encode(TEXTS)[:, :64]
        leading /= np.linalg.norm(leading, axis=1, keepdims=True)
        assert np.allclose(short.encode(TEXTS), leading, atol=1e-5)

    def test_its_prompt_is_used(self, model: SentenceTransformerEmbedder) -> None:
        own, none = model.encode(TEXTS), also(model, prompt="").encode(TEXTS)
        assert np.allclose(own, also(model, prompt="query: ").encode(TEXTS), atol=1e-5)
        assert np.allclose(own, also(model, prompt="").encode([f"query: {t}" for t in TEXTS]), atol=1e-4)
        assert np.abs(own - none).max() > 0.01

    def test_long_texts_are_told(self, model: SentenceTransformerEmbedder) -> None:
        embedder = also(model)
        embedder.encode(TEXTS)
        assert embedder.note is None
        embedder.encode(["Heavy rain flooded the streets. " * 100])
        assert "reads 512 tokens of a text: 1 longer text" in (embedder.note or "")

    def test_a_folder_needs_no_network(self, model_folder: Path, no_network: None) -> None:
        assert open_embedder(str(model_folder), EmbedderOptions(device="cpu")).encode(["x"]).any()

    def test_a_model_of_the_cache_needs_no_network(
        self, model_folder: Path, tmp_path: Path, no_network: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        _cache(model_folder, tmp_path / "models--house--e5-small", commit="0123456789" * 4)
        monkeypatch.setenv("SENTENCE_TRANSFORMERS_HOME", str(tmp_path))
        embedder = open_embedder("house/e5-small", download=False)
        assert embedder.id == "house/e5-small@012345678901"
        check_translations_are_nearest(embedder)

    @pytest.mark.parametrize("device", ["cuda:9", "mps"])
    def test_a_device_that_is_not_here(self, model_folder: Path, device: str) -> None:
        if device == "mps" and sys.platform == "darwin":
            pytest.skip("it may be here")
        with pytest.raises(ResourceUnavailable, match=f"no device {device} .*device=auto takes .*: "):
            open_embedder(str(model_folder), EmbedderOptions(device=device))

    def test_a_folder_without_a_model(self, model_folder: Path, tmp_path: Path) -> None:
        with pytest.raises(ResourceUnavailable, match="no sentence-transformers model"):
            open_embedder(str(tmp_path))
        with pytest.raises(ResourceUnavailable, match="such folder"):
            open_embedder(str(tmp_path / "absent"))
        (tmp_path / "modules.json").write_text('[{"idx": 0, "name": "0", "path": "", "type": "os.Thing"}]')
        with pytest.raises(ResourceUnavailable, match="could not be loaded: "):
            open_embedder(str(tmp_path))

    def test_two_articles(
        self,
        model_folder: Path,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        _articles(tmp_path)
        monkeypatch.chdir(tmp_path)
        options = ["--embedder-option", "device=cpu", "--embedder-option", "truncate_dim=256"]
        with pytest.raises(SystemExit) as stop:
            main(["align", "a.de.txt", "a.en.txt", "--embedder", str(model_folder), *options])
        assert stop.value.code == 0
        pairs = [tuple(line.split("\t")[:2]) for line in capsys.readouterr().out.splitlines()]
        assert pairs == list(zip(STATEMENTS["de"], STATEMENTS["en"], strict=True))


class Hub(HTTPServer):
    """A hub on this machine that has no models, and counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0
        super().__init__(("127.0.0.1", 0), _NotFound)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _NotFound(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Hub)
        self.server.asked += 1
        self.send_response(404)
        self.send_header("X-Error-Code", "RepoNotFound")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *_: object, **__: object) -> None:
        pass


@pytest.fixture
def hub() -> Iterator[Hub]:
    with Hub() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


class TestHub:
    pytestmark = real

    @pytest.mark.parametrize("name", ["house/no-such-model", "no-such-model"])
    def test_a_name_that_it_does_not_have(
        self, model_folder: Path, tmp_path: Path, hub: Hub, name: str
    ) -> None:
        _articles(tmp_path)
        done = _align(tmp_path, {"HF_ENDPOINT": hub.url}, "--embedder", name)
        assert done.returncode == 4
        assert f"there is no embedder '{name}': no such folder, and no such model on the hub" in done.stderr
        assert hub.asked

    @pytest.mark.parametrize("offline", ["0", "1"])
    def test_it_cannot_be_reached(self, model_folder: Path, tmp_path: Path, offline: str) -> None:
        _articles(tmp_path)
        with socket.socket() as closed:  # bound and not listening: nobody answers there
            closed.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{closed.getsockname()[1]}"
            environment = {"HF_ENDPOINT": url, "HF_HUB_OFFLINE": offline}
            done = _align(tmp_path, environment, "--embedder", "house/no-such-model")
        assert done.returncode == 4
        assert "not on this machine, and the hub cannot be reached: " in done.stderr
        assert "copy the model's folder here and name that" in done.stderr

    def test_a_configuration_does_not_ask_it(self, model_folder: Path, tmp_path: Path, hub: Hub) -> None:
        _articles(tmp_path)
        (tmp_path / "tqcheck.toml").write_text('embedder = "house/no-such-model"')
        done = _align(tmp_path, {"HF_ENDPOINT": hub.url})
        assert done.returncode == 4
        assert "a configuration file downloads nothing" in done.stderr
        assert "once with --embedder house/no-such-model" in done.stderr
        assert not hub.asked


def _cache(model: Path, place: Path, commit: str) -> None:
    """Lay the model into the hub's cache as a download does."""
    snapshot = place / "snapshots" / commit
    for file in (path for path in model.rglob("*") if path.is_file()):
        link = snapshot / file.relative_to(model)
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(file.resolve())
    (place / "refs").mkdir()
    (place / "refs" / "main").write_text(commit)


def _articles(folder: Path) -> None:
    for tag in ("de", "en"):
        (folder / f"a.{tag}.txt").write_text("\n".join(STATEMENTS[tag]), encoding="utf-8")


def _align(folder: Path, environment: Mapping[str, str], *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tqcheck", "align", "a.de.txt", "a.en.txt", *options]
    return subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "HF_HOME": str(folder), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,  # a busy machine is slow, and that is no failure,
    )
