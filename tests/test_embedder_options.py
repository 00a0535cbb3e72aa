"""`--embedder-option` and `[embedder-options]`: what is read, and what is refused with the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.config import Settings, load_settings
from tqcheck.embedder_options import DEFAULTS, EmbedderOptions, with_texts
from tqcheck.errors import ConfigError, UsageError


@pytest.mark.parametrize(
    ("texts", "options"),
    [
        ([], EmbedderOptions()),
        (["device=cuda:1"], EmbedderOptions(device="cuda:1")),
        (["batch-size=64", "batch-size=8"], EmbedderOptions(batch_size=8)),
        (["truncate_dim=256", "prompt=passage: "], EmbedderOptions(truncate_dim=256, prompt="passage: ")),
        (["prompt=a=b"], EmbedderOptions(prompt="a=b")),
        (["prompt=12"], EmbedderOptions(prompt="12")),
        (["prompt="], EmbedderOptions(prompt="")),
    ],
)
def test_flags_are_read(texts: list[str], options: EmbedderOptions) -> None:
    assert with_texts(DEFAULTS, texts) == options


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "devise=cpu",
            r"no embedder option 'devise' \(did you mean 'device'\?\); there are device, batch-size",
        ),
        ("zzz=1", "no embedder option 'zzz'; there are"),
        ("batch_size", "write it as batch-size=VALUE"),
        ("device=gpu", "auto, cpu, mps, cuda or cuda:NUMBER, not 'gpu'"),
        ("batch-size=0", "a whole number above 0, not 0"),
        ("truncate-dim=-3", "a whole number above 0, not '-3'"),
        ("truncate-dim=half", "a whole number above 0, not 'half'"),
    ],
)
def test_flags_that_make_no_sense(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        with_texts(DEFAULTS, [text])


def _config(folder: Path, text: str) -> Path:
    path = folder / "tqcheck.toml"
    path.write_text(text, encoding="utf-8")
    return path


MODEL = "embedder = 'a/model'\n[embedder-options]\ndevice = 'cpu'\ntruncate-dim = 64\n"


def test_a_configuration_is_read(tmp_path: Path) -> None:
    settings = load_settings(_config(tmp_path, MODEL))
    assert settings.embedder == "a/model"
    assert settings.embedder_options == EmbedderOptions(device="cpu", truncate_dim=64)
    assert not settings.by_flag("embedder")


def test_a_folder_is_where_the_configuration_says(tmp_path: Path) -> None:
    settings = load_settings(_config(tmp_path, "embedder = './models/mine'"))
    assert settings.embedder == str(tmp_path / "models" / "mine")


def test_flags_add_to_the_configuration_of_the_same_model(tmp_path: Path) -> None:
    settings = load_settings(_config(tmp_path, MODEL))
    assert settings.with_embedder(None, ["device=cuda"]).embedder_options == EmbedderOptions(
        device="cuda", truncate_dim=64
    )
    named = settings.with_embedder("a/model", [])
    assert named.embedder_options == settings.embedder_options
    assert named.by_flag("embedder")


def test_another_model_takes_no_options_over(tmp_path: Path) -> None:
    settings = load_settings(_config(tmp_path, MODEL))
    assert settings.with_embedder("b/model", ["batch-size=4"]).embedder_options == EmbedderOptions(
        batch_size=4
    )
    assert settings.with_embedder("use-multilingual", []).embedder_options == DEFAULTS


def test_the_built_in_embedder_has_none() -> None:
    assert Settings().with_embedder("use-multilingual", []).embedder_options == DEFAULTS
    with pytest.raises(UsageError, match="the built-in embedder has no options"):
        Settings().with_embedder(None, ["device=cpu"])


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("\n[embedder-options]\ndevice = 'cpu'", ":2: ", "name a model with embedder"),
        ("embedder = 'x'\n[embedder-options]\n\ndevise = 'cpu'", ":4: ", "did you mean 'device'"),
        ("embedder = 'x'\n[embedder-options]\nbatch-size = true", ":3: ", "not True"),
        ("embedder = 'x'\n[embedder-options]\nbatch-size = '8'", ":3: ", "not '8'"),
        ("embedder = 'x'\n[embedder-options]\nprompt = 3", ":3: ", "prompt must be text"),
        ("embedder = 'x'\nembedder-options = 3", ":2: ", "must be a table"),
    ],
)
def test_a_configuration_that_makes_no_sense(tmp_path: Path, text: str, where: str, said: str) -> None:
    path = _config(tmp_path, text)
    with pytest.raises(ConfigError, match=said) as caught:
        load_settings(path)
    assert str(caught.value).startswith(f"{path}{where}")
