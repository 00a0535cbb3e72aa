"""The samples as tests see them: their files, languages and planted errors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "samples"
_ROW = re.compile(r"^\|(.+)\|\s*$")
_CODE = re.compile(r"^`(.*)`$")


@dataclass(frozen=True, slots=True)
class Planted:
    """One row of ORIGIN.md: what was planted; the texts as they stand in the files, None for a dash."""

    rule: str
    severity: str
    target: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Sample:
    """A folder of samples/."""

    name: str
    source: Path | None
    target: Path
    planted: tuple[Planted, ...]

    @property
    def inputs(self) -> list[str]:
        """The arguments of `tqcheck check`."""
        return [str(path) for path in (self.source, self.target) if path is not None]


def samples() -> list[Sample]:
    """All samples, by name."""
    return [_sample(folder) for folder in sorted(FOLDER.iterdir()) if (folder / "ORIGIN.md").is_file()]


def _sample(folder: Path) -> Sample:
    sources, targets = sorted(folder.glob("source.*")), sorted(folder.glob("target.*"))
    text = (folder / "ORIGIN.md").read_text(encoding="utf-8")
    return Sample(folder.name, sources[0] if sources else None, targets[0], tuple(_planted(text)))


def _planted(text: str) -> list[Planted]:
    planted = []
    for line in text.splitlines():
        row = _ROW.match(line)
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", row[1])] if row else []
        if len(cells) == 5 and cells[0] != "rule" and set(cells[0]) - set("-: "):
            planted.append(Planted(cells[0].strip("`"), cells[1], _cell(cells[2]), _cell(cells[3])))
    return planted


def _cell(text: str) -> str | None:
    code = _CODE.match(text)
    return code[1].replace("⏎", "\n").replace("\\|", "|") if code else None
