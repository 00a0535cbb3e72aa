"""The catalogue of a pack, made from its rules: the generated part of rules/README.md.

`python -m tqcheck.rules.catalogue rules` rewrites it in place.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from tqcheck.rules.packs import load_pack
from tqcheck.rules.rule import AnyRule, Example

BEGIN = "<!-- catalogue: made by `make docs`, do not edit below -->"


def catalogue(rules: Sequence[AnyRule]) -> str:
    """Markdown: each category with its rules, why they matter, their options and one example each way."""
    parts: list[str] = []
    for category in sorted({rule.category for rule in rules}, key=lambda category: category.folder):
        parts.append(f"## {category.title} (`{category.mqm}`)\n")
        parts += [_entry(rule) for rule in rules if rule.category is category]
    return "\n".join(parts)


def _entry(rule: AnyRule) -> str:
    lines = [f"### {rule.id}\n", f"{rule.summary}. *{rule.severity.label}*\n", f"{rule.why}\n"]
    if rule.options is not None:
        lines += [
            f"- option `{f.name.replace('_', '-')}` = `{getattr(rule.options, f.name)!r}`"
            for f in fields(rule.options)
        ]
        lines.append("")
    bad = next(example for example in rule.examples if example.is_bad)
    good = next(example for example in rule.examples if not example.is_bad)
    lines += [f"Found: {_shown(bad)}  \nNot found: {_shown(good)}\n"]
    return "\n".join(lines)


def _shown(example: Example) -> str:
    def side(texts: Sequence[str | None]) -> str:
        return " ⏎ ".join("∅" if text is None else " ".join(text.split()) for text in texts)

    source = f"{side(example.source)} → " if any(example.source) else ""
    return f"`` {source}{side(example.target)} ``"


def rewrite(folder: Path) -> None:
    """Replace what stands after the marker in the pack's README.md. Raises ValueError without a marker."""
    readme = folder / "README.md"
    head, marker, _ = readme.read_text(encoding="utf-8").partition(BEGIN)
    if not marker:
        raise ValueError(f"{readme}: the line {BEGIN} is missing")
    readme.write_text(f"{head}{BEGIN}\n\n{catalogue(load_pack(folder))}", encoding="utf-8")


if __name__ == "__main__":
    rewrite(Path(sys.argv[1]))
