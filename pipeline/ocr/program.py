"""Tesseract as a program, through pytesseract: a process a call; works where Tesseract does."""

from __future__ import annotations

import os
import shlex
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytesseract  # type: ignore[import-untyped]

from pipeline.errors import CannotRead
from pipeline.ocr.tesseract import AUTOMATIC, ONE_LINE, RAW_LINE, SECONDS, Seen, words_of
from pipeline.page import Pixels

MEMORY = Path("/dev/shm")  # a disk in memory, where there is one


class Program:
    """The engine as a program: one process a call, one thread a process."""

    def page(self, pixels: Pixels, dpi: float, languages: str) -> list[Seen]:
        """See Reader."""
        options = f"--psm {AUTOMATIC} --dpi {round(dpi)}"
        with _folder(pixels.nbytes) as folder:
            return words_of(_run(str(_saved(pixels, folder / "page.pgm")), languages, options))

    def lines(
        self,
        pictures: Sequence[Pixels],
        languages: str,
        characters: str | None,
        raw: bool = False,
    ) -> list[Seen]:
        """See Reader."""
        options = f"--psm {RAW_LINE if raw else ONE_LINE} --dpi 300"
        if characters is not None:
            options += f" -c tessedit_char_whitelist={shlex.quote(characters)}"
        with _folder(sum(picture.nbytes for picture in pictures)) as folder:
            names = [
                str(_saved(picture, folder / f"{place}.pgm"))
                for place, picture in enumerate(pictures)
            ]
            (folder / "list.txt").write_text("\n".join(names) + "\n", encoding="utf-8")
            return words_of(_run(str(folder / "list.txt"), languages, options))


def _run(picture: str, languages: str, options: str) -> str:
    with _one_thread():
        try:
            return str(
                pytesseract.image_to_data(picture, lang=languages, config=options, timeout=SECONDS)
            )
        except pytesseract.TesseractError as error:
            raise CannotRead(f"Tesseract failed ({error})", "look at the page") from error
        except RuntimeError as error:  # pytesseract's way to say that time is up
            raise CannotRead(
                f"Tesseract took more than {SECONDS} seconds for a page", "look at the page"
            ) from error


def _saved(pixels: Pixels, path: Path) -> Path:
    """The grey picture as PGM: nothing to compress, nothing to decompress."""
    rows, columns = pixels.shape
    with path.open("wb") as file:
        file.write(b"P5 %d %d 255\n" % (columns, rows))
        file.write(pixels.tobytes())
    return path


@contextmanager
def _folder(size: int) -> Iterator[Path]:
    """A folder for files of so many bytes, in memory where that has the room."""
    roomy = MEMORY.is_dir() and os.access(MEMORY, os.W_OK)
    roomy = roomy and shutil.disk_usage(MEMORY).free > 4 * size
    with tempfile.TemporaryDirectory(prefix="kenmerk-", dir=MEMORY if roomy else None) as name:
        yield Path(name)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Tesseract's own threads cost far more than they gain, above all when batches run."""
    before = os.environ.get("OMP_THREAD_LIMIT")
    os.environ["OMP_THREAD_LIMIT"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["OMP_THREAD_LIMIT"]
        else:
            os.environ["OMP_THREAD_LIMIT"] = before
