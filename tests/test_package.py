"""A wheel built from the repository, installed in an empty environment, does the job without the repository."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def _run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return done


@pytest.mark.package
def test_the_wheel_runs_the_demo(tmp_path: Path) -> None:
    if "package" not in os.environ.get("TQCHECK_REQUIRE", ""):
        pytest.skip("installs a new environment from the network: only with TQCHECK_REQUIRE=package")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=ROOT)
    (wheel,) = tmp_path.glob("*.whl")
    _run(sys.executable, "-m", "venv", tmp_path / "env", cwd=tmp_path)
    python = tmp_path / "env" / "bin" / "python"
    _run(python, "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
    for side in ("source", "target"):
        text = (ROOT / "samples" / "zh-anniversary" / f"{side}.txt").read_bytes()
        (tmp_path / f"{side}.txt").write_bytes(text)
    command = (tmp_path / "env" / "bin" / "tqcheck", "check", "source.txt", "target.txt", "--grammar", "off")
    done = _run(*command, "-f", "json", "-f", "html=report.html", cwd=tmp_path)
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["summary"]["findings"]["major"] > 0
    assert (tmp_path / "report.html").stat().st_size > 20_000
    assert str(ROOT) not in _run(tmp_path / "env" / "bin" / "tqcheck", "doctor", cwd=tmp_path).stdout
