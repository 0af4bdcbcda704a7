"""Imports go one way, and each outside library has one owner."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "pipeline"
LAYERS = [  # a module may import what stands above it, and its own package
    {"geometry", "registry", "errors", "shipped"},
    {"record"},
    {"page"},
    {"letter"},
    {"dutch", "registers", "pieces"},
    {"data"},  # files that the two above read; its modules make these files
    {"intake", "ocr", "layout", "zones", "redaction", "extract", "check"},
    {"reader"},
    {"ledger", "export", "doctor", "review"},
    {"batch"},
    {"cli"},
    {"__main__"},
]
STAGES_OF_PICTURES = {"intake", "ocr", "redaction"}
OWNERS = {
    "cv2": STAGES_OF_PICTURES | {"pieces"},
    "dateparser": {"dutch"},
    "numpy": STAGES_OF_PICTURES | {"page", "data", "pieces"},
    "pikepdf": STAGES_OF_PICTURES,
    "PIL": STAGES_OF_PICTURES,
    "pydantic": {"record"},
    "pypdfium2": STAGES_OF_PICTURES,
    "pytesseract": {"ocr"},
    "rapidfuzz": {"data", "dutch", "registers", "extract", "check"},
    "rich": {"cli"},
    "spacy": {"extract"},
    "sqlite3": {"ledger"},
    "tesserocr": {"ocr"},
    "stdnum": {"dutch", "check", "extract", "redaction"},
    "typer": {"cli"},
}
DISTRIBUTIONS = {
    "cv2": "opencv-python-headless",
    "PIL": "pillow",
    "stdnum": "python-stdnum",
}
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
MODULES = sorted(ROOT.rglob("*.py"))


def imports(path: Path) -> set[str]:
    """The modules that a file imports, wherever in it the import stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written out in full"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def unit(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    """Only the package's own front door may open any module: it does so at first use."""
    here = unit(path)
    for name in imports(path):
        head, *rest = name.split(".")
        if head == "pipeline" and rest[0] not in (here, "__version__") and here != "__init__":
            assert LEVEL[rest[0]] < LEVEL[here], f"{here} may not import {rest[0]}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_an_outside_library_has_its_owners(path: Path) -> None:
    for name in imports(path):
        head = name.partition(".")[0]
        if head in OWNERS or head not in sys.stdlib_module_names | {"pipeline"}:
            assert unit(path) in OWNERS[head], f"{head} is for {OWNERS[head]} alone"


def test_what_is_declared_is_what_is_imported() -> None:
    """No dependency that no module uses, and none that is there only by chance."""
    project = tomllib.loads((ROOT.parent / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.match(r"[\w-]+", name).group() for name in project["dependencies"]}
    extras = {re.match(r"[\w-]+", name).group() for name in _extras(project)}
    used = {name.partition(".")[0] for path in MODULES for name in imports(path)}
    outside = used - sys.stdlib_module_names - {"pipeline"}
    assert {DISTRIBUTIONS.get(name, name) for name in outside} - extras == declared


def _extras(project: dict) -> list[str]:
    return [name for names in project["optional-dependencies"].values() for name in names]


def test_every_module_has_a_place() -> None:
    assert {unit(path) for path in MODULES} - LEVEL.keys() - {"__init__"} == set()


def test_nothing_but_the_command_line_prints_or_exits() -> None:
    """And none but it looks at the clock."""
    for path in MODULES:
        if unit(path) in ("cli", "data"):
            continue
        calls = {
            ast.unparse(node.func)
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Call)
        }
        wrong = {"print", "sys.exit", "exit", "dt.date.today", "dt.datetime.now"}
        assert not calls & wrong, f"{path.relative_to(ROOT)} calls {calls & wrong}"
