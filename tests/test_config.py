"""Settings from files: what is right is read, what is wrong is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tqcheck.config import load_settings
from tqcheck.errors import ConfigError
from tqcheck.model import Confidence, Severity


def _write(folder: Path, text: str, name: str = "tqcheck.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_every_key_is_read(tmp_path: Path) -> None:
    path = _write(
        tmp_path,
        """
source-lang = "zh"
fail-on = "never"
min-confidence = "high"
ignore = ["grammar/*"]
rule-packs = ["house"]
[severity]
non-word = "minor"
[options.meaning-far]
threshold = 0.1
[[pairs]]
source = "zh/{path}.md"
target = "en/{path}.md"
target-lang = "en"
""",
    )
    settings = load_settings(path)
    assert settings.source_lang == "zh"
    assert settings.fail_on is None
    assert settings.min_confidence is Confidence.HIGH
    assert settings.ignore == ("grammar/*",)
    assert settings.rule_packs == (tmp_path / "house",)
    assert settings.severity == {"non-word": Severity.MINOR}
    assert settings.options == {"meaning-far": {"threshold": 0.1}}
    assert settings.pairs[0].target_lang == "en"
    assert settings.origins["source_lang"] == str(path)
    assert settings.root == tmp_path


def test_flags_win_and_say_so(tmp_path: Path) -> None:
    settings = load_settings(_write(tmp_path, 'source-lang = "zh"')).with_flags(
        source_lang="ja", embedder=None
    )
    assert settings.source_lang == "ja"
    assert settings.origins["source_lang"] == "flag"
    assert "embedder" not in settings.origins


def test_pyproject_counts_only_with_its_section(tmp_path: Path) -> None:
    inner = tmp_path / "a"
    inner.mkdir()
    _write(inner, "[project]\nname = 'x'\n", "pyproject.toml")
    _write(tmp_path, "[tool.tqcheck]\nsource-lang = 'ru'\n", "pyproject.toml")
    assert load_settings(start=inner).source_lang == "ru"


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ('\n\nsorce-lang = "zh"', ":3:", "sorce-lang"),
        ('fail-on = "huge"', ":1:", "huge"),
        ("select = 'x'", ":1:", "list of strings"),
        ('a = "x\n', "line 1", "TOML"),
        ("[[pairs]]\nsource = 'a'", ":1:", "target"),
        ("[[pairs]]\ntarget = 'a'\nsurce = 'b'", ":3:", "surce"),
        ("[[pairs]]\nsource = 'zh/{path}.md'\ntarget = 'en.md'", ":1:", "{path}"),
        ("grammar = 'gramma'", ":1:", "languagetool"),
        ("[severity]\n\nnon-word = 'big'", ":3:", "big"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str, where: str, what: str) -> None:
    path = _write(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_settings(path)
    assert str(path) in str(caught.value)
    assert where in str(caught.value)
    assert what in str(caught.value)


def test_a_missing_config_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.toml"):
        load_settings(tmp_path / "nowhere.toml")
