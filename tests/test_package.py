"""The package as it is handed on: what is in the wheel, what the lock files hold."""

from __future__ import annotations

import re
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from pipeline import __version__

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = ["requirements.lock", "requirements-dev.lock"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    (file,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(file) as archive:
        yield archive


def test_the_wheel_holds_all_of_the_package(wheel: zipfile.ZipFile) -> None:
    """Its modules and registers, and the models, which lie beside the package in a checkout."""
    wanted = {
        f"{parent}{path.relative_to(folder).as_posix()}"
        for parent, folder in {
            "pipeline/": ROOT / "pipeline",
            "pipeline/models/": ROOT / "models",
        }.items()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert {"pipeline/data/municipalities.csv", "pipeline/models/calibration.json"} <= wanted
    held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert held == wanted


def test_the_wheel_gives_the_command(wheel: zipfile.ZipFile) -> None:
    (entry,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    assert "kenmerk = pipeline.cli:main" in wheel.read(entry).decode()


def pins(lock: str) -> dict[str, str]:
    """Each package of a lock file with its block of hashes."""
    text = (ROOT / lock).read_text("utf-8")
    return {
        m[1]: m[0] for m in re.finditer(r"^([a-z][\w.-]*)==.*?(?=^[a-z]|\Z)", text, re.M | re.S)
    }


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_locked_is_pinned_by_hash(lock: str) -> None:
    assert all("--hash=sha256:" in block for block in pins(lock).values())
    wanted = [re.match(r"[\w-]+", name).group() for name in PROJECT["project"]["dependencies"]]
    assert set(wanted) <= pins(lock).keys()


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_place_to_fetch_from(lock: str) -> None:
    assert "://" not in (ROOT / lock).read_text("utf-8")


def test_tests_run_on_what_is_run() -> None:
    """The lock for tests adds packages; none of those for a run differs."""
    run, dev = ({block.split()[0] for block in pins(lock).values()} for lock in LOCKS)
    assert run and run <= dev


def test_the_changelog_speaks_of_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert f"## {__version__}" in text
