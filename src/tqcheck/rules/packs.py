"""Rule packs: a directory of `<category>/<rule>.toml` and `<category>/<rule>.py` becomes a tuple of rules.

Python rules run code, so only packs that someone named are loaded, never what lies in the working directory.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from importlib.metadata import entry_points
from pathlib import Path

from tqcheck.errors import RulePackError
from tqcheck.model import Category
from tqcheck.rules.rule import AnyRule, DocumentRule, Rule
from tqcheck.rules.toml_rules import rule_from_toml

ENTRY_POINT_GROUP = "tqcheck.rule_packs"


def builtin_pack() -> Path:
    """The folder of the built-in rules: inside an installed package, or beside `src` in a checkout."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "builtin_rules"
    return installed if installed.is_dir() else package.parents[1] / "rules"


def installed_packs() -> tuple[Path, ...]:
    """Packs of other distributions: each entry point names a module whose folder is the pack."""
    folders = []
    for point in entry_points(group=ENTRY_POINT_GROUP):
        spec = importlib.util.find_spec(point.module)
        if spec is None or spec.origin is None:
            raise RulePackError(f"rule pack {point.name!r}: module {point.module} was not found")
        folders.append(Path(spec.origin).parent)
    return tuple(folders)


def load_packs(folders: Iterable[Path]) -> tuple[AnyRule, ...]:
    """All rules of several packs, sorted by id. Raises RulePackError naming the file that breaks a law."""
    rules: dict[str, AnyRule] = {}
    # A pack that the configuration and a flag both name is one pack.
    for folder in {folder.resolve(): folder for folder in folders}.values():
        for rule in load_pack(folder):
            if rule.id in rules:
                raise RulePackError(f"{folder}: there are two rules {rule.id!r}; a rule id must be unique")
            rules[rule.id] = rule
    return tuple(rules[id_] for id_ in sorted(rules))


def load_pack(folder: Path) -> tuple[AnyRule, ...]:
    """The rules of one pack. Raises RulePackError."""
    if not folder.is_dir():
        raise RulePackError(
            f"{folder}: no such folder; a rule pack is a folder of <category>/<rule>.toml or .py"
        )
    rules = []
    for path in sorted(folder.glob("*/*")):
        if path.suffix not in {".toml", ".py"} or path.name.startswith(("_", ".")):
            continue
        rules.append(load_rule(path))
    if not rules:
        raise RulePackError(f"{folder}: no rules here; a pack is a folder of <category>/<rule>.toml or .py")
    return tuple(rules)


def load_rule(path: Path) -> AnyRule:
    """One rule file, its laws checked. Raises RulePackError."""
    try:
        category = Category.from_folder(path.parent.name)
    except ValueError as error:
        raise RulePackError(f"{path}: {error}") from None
    rule: AnyRule = rule_from_toml(path, category) if path.suffix == ".toml" else _python_rule(path)
    _check_laws(rule, path, category)
    return rule


def _python_rule(path: Path) -> AnyRule:
    name = f"tqcheck_rules_{path.parent.name}_{path.stem}".replace("-", "_")
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise RulePackError(f"{path}: cannot be imported")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up while they are made
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise RulePackError(f"{path}: {type(error).__name__}: {error}") from error
    rule = getattr(module, "RULE", None)
    if not isinstance(rule, Rule | DocumentRule):
        raise RulePackError(f"{path}: a rule file exports one name, RULE, a Rule or DocumentRule")
    return rule


def _check_laws(rule: AnyRule, path: Path, category: Category) -> None:
    def law(holds: bool, text: str) -> None:
        if not holds:
            raise RulePackError(f"{path}: {text}")

    law(rule.id == path.stem, f"the rule's id is {rule.id!r} but its file is named {path.stem!r}")
    law(rule.category is category, f"its category is {rule.category.folder}, its folder {category.folder}")
    law(bool(rule.summary.strip() and rule.why.strip()), "summary and why must not be empty")
    law(any(e.is_bad for e in rule.examples), "it needs at least one bad example")
    law(any(not e.is_bad for e in rule.examples), "it needs at least one good example")
    if rule.options is not None:
        law(is_dataclass(rule.options), "options must be a dataclass instance")
        law(all(hasattr(rule.options, f.name) for f in fields(rule.options)), "each option needs a default")
