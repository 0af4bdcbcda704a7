"""What many tests share: a letter given as text, read on a fixed day; each sample, read once."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from pipeline.reader import read as read_file
from pipeline.record import Record

TODAY = dt.date(2026, 1, 1)
SAMPLES = Path(__file__).parents[1] / "samples"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write what the samples give now")


@pytest.fixture(autouse=True, scope="session")
def one_thread() -> Iterator[None]:
    """Tesseract as it runs in a batch, so that a busy machine does not slow it down."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    yield


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Record]:
    """Read one letter given as text, on a fixed day."""

    def read(content: str, today: dt.date = TODAY) -> Record:
        file = tmp_path / "letter.txt"
        file.write_text(content, "utf-8")
        (record,) = read_file(file, today=today)
        return record

    return read


@cache
def sample_records(folder: Path) -> list[Record]:
    """What a sample gives, read once for all tests."""
    (file,) = folder.glob("letter.*")
    return read_file(file, today=TODAY)


@pytest.fixture
def records_of() -> Callable[[Path], list[Record]]:
    """The records of a sample's folder."""
    return sample_records
