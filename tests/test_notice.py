"""NOTICE names all that is delivered: every data file, and every package of the default installation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "tqcheck"
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")
LIMIT = 250  # megabytes of wheels


def _rows() -> list[list[str]]:
    return [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in NOTICE.splitlines()
        if line.startswith("| ")
    ]


def _default(name: str, seen: set[str]) -> Iterator[str]:
    """The packages that one needs without extras, here and now."""
    try:
        needed = distribution(name).requires or []
    except PackageNotFoundError:
        return
    for requirement in map(Requirement, needed):
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            found = re.sub("[-_.]+", "-", requirement.name).lower()
            if found not in seen:
                seen.add(found)
                yield found
                yield from _default(found, seen)


def test_every_data_file_is_listed_with_size_and_licence() -> None:
    patterns = {row[0].strip("`"): row for row in _rows() if row[0].startswith("`")}
    listed = {file for pattern in patterns for file in SOURCE.glob(pattern)}
    data = {file for file in SOURCE.glob("**/data/*") if file.is_file() and file.name != "ORIGIN.md"}
    assert data - listed == set()
    for row in patterns.values():
        assert re.fullmatch(r"[\d.]+ [kM]B", row[1]), row
        assert row[2], row


def test_every_default_package_is_listed_with_size_and_licence() -> None:
    packages = {
        re.sub("[-_.]+", "-", row[0].rstrip("*")).lower(): row
        for row in _rows()
        if row[1] != "size" and row[0][:1] != "`"
    }
    assert set(_default("tqcheck", set())) - set(packages) == set()
    for name, row in packages.items():
        assert re.fullmatch(r"[\d.]+ [kM]B", row[1]), name
        assert row[2] not in {"", "?"}, name


def test_the_default_installation_is_as_small_as_it_is_held_to() -> None:
    said = re.search(r"is (\d+) MB of wheels together", NOTICE)
    assert said is not None
    assert int(said[1]) < LIMIT


def test_each_data_folder_says_where_its_files_come_from() -> None:
    for folder in {
        file.parent for file in SOURCE.glob("**/data/*") if file.is_file() and "__pycache__" not in file.parts
    }:
        origin = (folder / "ORIGIN.md").read_text(encoding="utf-8")
        for file in folder.iterdir():
            if file.name != "ORIGIN.md" and file.is_file():
                stem = re.sub(r"(?<=sound_)[a-z]{2}(?=\.tsv)", "*", file.name)
                assert f"`{stem}`" in origin or f"`{file.name}`" in origin, file
