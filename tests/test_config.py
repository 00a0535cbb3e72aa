"""Settings from files: what is right is read, what is wrong is named with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tqcheck.config import load_settings
from tqcheck.errors import ConfigError, UsageError
from tqcheck.model import Confidence, Severity
from tqcheck.rules.packs import builtin_pack, load_pack
from tqcheck.rules.selection import rules_of


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
        ("\n[[pairs]]\nsource = '/zh/{path}.md'\ntarget = 'en/{path}.md'", ":3:", "relative"),
        ("[[pairs]]\nsource = '{path}'\n\ntarget = '{path}/{path}.md'", ":4:", "twice"),
        ("\nlanguagetool-url = 'https://example.org/v2'", ":2:", "--languagetool-url"),
        ("languagetool-url = 'http://127.0.0.1.example.org'", ":1:", "not on this machine"),
        ("languagetool-url = 'http://localhost@example.org'", ":1:", "not on this machine"),
        ("languagetool-url = 'http://example.org\\@localhost'", ":1:", "not on this machine"),
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
    with pytest.raises(ConfigError, match=r"nowhere\.toml: there is no such file$"):
        load_settings(tmp_path / "nowhere.toml")


@pytest.mark.parametrize("text", ["tool = 3", "[tool]\ntqcheck = 3", "[[tool]]\nx = 1"])
def test_a_pyproject_whose_section_is_no_table(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError, match=r"pyproject\.toml:\d: (tool|tqcheck) must be a table"):
        load_settings(_write(tmp_path, text, "pyproject.toml"))


@pytest.mark.parametrize("url", ["http://localhost:8081", "https://127.0.0.1/v2", "http://[::1]:80/"])
def test_a_server_on_this_machine_may_stand_in_a_config(tmp_path: Path, url: str) -> None:
    assert load_settings(_write(tmp_path, f"languagetool-url = '{url}'")).languagetool_url == url


def test_a_byte_order_mark_is_no_key(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_bytes(b"\xef\xbb\xbf[tool.tqcheck]\nsource-lang = 'ru'\n")
    assert load_settings(start=tmp_path).source_lang == "ru"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("\n[severity]\nnon-wrd = 'minor'", r":3: there is no rule 'non-wrd' \(did you mean 'non-word'"),
        ("\nignore = ['nope']", r":2: there is no rule 'nope'"),
        ("select = ['nope']", r":1: there is no rule 'nope'"),
        ("\n\n[options.nope]\nx = 1", r":3: there is no rule 'nope'"),
        ("\n\n[options.number-mismatch]\nx = 1", r":3: rule number-mismatch has no option 'x'"),
    ],
)
def test_a_rule_that_does_not_fit_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = _write(tmp_path, text)
    with pytest.raises(ConfigError, match=re.escape(str(path)) + said):
        rules_of(load_settings(path), load_pack(builtin_pack()))


def test_what_a_flag_says_is_not_blamed_on_the_file(tmp_path: Path) -> None:
    settings = load_settings(_write(tmp_path, "ignore = ['non-word']")).with_flags(ignore=("nope",))
    with pytest.raises(UsageError, match=r"^there is no rule 'nope'"):
        rules_of(settings, load_pack(builtin_pack()))
