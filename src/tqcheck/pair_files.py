"""The `[[pairs]]` of a config: which files their templates fit, and which of these have no partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tqcheck.config import PairPattern

_PATH = "{path}"
_LISTED = 10


def unpaired_note(unpaired: Sequence[tuple[Path, str]]) -> str:
    """One line on files that have no partner: the first of them, and how many there are."""
    names = ", ".join(f"{path} (there is no {partner})" for path, partner in unpaired[:_LISTED])
    more = f" and {len(unpaired) - _LISTED} more" if len(unpaired) > _LISTED else ""
    return f"{len(unpaired)} file{'s' if len(unpaired) > 1 else ''} without a partner: {names}{more}"


def fitting_files(template: str, root: Path) -> dict[str, Path]:
    """The files that a template names, sorted, by what `{path}` stands for in each.

    A template without `{path}` names one file, be it there or not, by the empty string.
    """
    if _PATH not in template:
        return {"": root / template}
    before, _, after = template.partition(_PATH)
    folder, _, start = before.rpartition("/")
    found = dict[str, Path]()
    for path in sorted((root / folder).rglob("*")):
        name = path.relative_to(root / folder).as_posix()
        inner = name[len(start) : len(name) - len(after)]
        if inner and name == f"{start}{inner}{after}" and path.is_file():
            found[inner] = path
    return found


def expand(
    pattern: PairPattern, fitting: Mapping[str, Mapping[str, Path]]
) -> Iterator[tuple[Path | None, Path]]:
    """The files of a pattern, source and target; `fitting` is what `fitting_files` says of each template."""
    for inner, target in fitting[pattern.target].items():
        if pattern.source is None:
            yield None, target
        elif inner in fitting[pattern.source]:
            yield fitting[pattern.source][inner], target


def without_partner(
    patterns: Iterable[PairPattern], fitting: Mapping[str, Mapping[str, Path]]
) -> Iterator[tuple[Path, str]]:
    """The files that `{path}` fits on one side of a pattern alone, each with the partner that it lacks."""
    # `{path}.md` fits a.en.md as well as `{path}.en.md` does: the longest template is what a file is named by.
    named = {path: template for template in sorted(fitting, key=len) for path in fitting[template].values()}
    for pattern in patterns:
        if pattern.source is None:
            continue
        for own, other in ((pattern.source, pattern.target), (pattern.target, pattern.source)):
            for inner, path in fitting[own].items():
                if inner not in fitting[other] and named[path] == own:
                    yield path, other.replace(_PATH, inner)
