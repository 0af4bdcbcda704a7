"""What is installed of all that kenmerk needs, and the command that mends what is not."""

from __future__ import annotations

import os
import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from pipeline import __version__
from pipeline.errors import Missing

LANGUAGES = ("nld",)


@dataclass(frozen=True, slots=True)
class Part:
    """A program or library: its version, empty where it is not there, and what mends that."""

    name: str
    version: str
    note: str = ""
    remedy: str = ""  # empty where nothing needs to be done
    needed: bool = True

    @property
    def is_missing(self) -> bool:
        return self.needed and bool(self.remedy)


def examine() -> list[Part]:
    """Every part: the programs, the libraries that must be there, the ones that may be."""
    return [
        Part("kenmerk", __version__),
        Part("Python", platform.python_version(), sys.executable),
        *_tesseract(),
        *_libraries(),
    ]


def _tesseract() -> Iterator[Part]:
    from pipeline.ocr import engine  # what it imports is heavy

    try:
        found = engine()
    except Missing as missing:
        yield Part("Tesseract", "", missing.what, missing.remedy)
        return
    yield Part("Tesseract", found.version, f"{found.path}; languages: {' '.join(found.languages)}")
    for language in LANGUAGES:
        if language not in found.languages:
            what = "its Dutch data, for pages that have to be read off a picture"
            yield Part(f"Tesseract {language}", "", what, _data_of(language))


def _data_of(language: str) -> str:
    """What brings Tesseract the data of a language; it may have been sent to another folder."""
    elsewhere = os.environ.get("TESSDATA_PREFIX")
    if elsewhere:
        return f"unset TESSDATA_PREFIX ({elsewhere}), or put {language}.traineddata there"
    return f"apt install tesseract-ocr-{language}"


def _libraries() -> Iterator[Part]:
    """The packages that this one asks for when it is installed, by its own metadata."""
    try:
        wanted = metadata.requires("kenmerk") or []
    except metadata.PackageNotFoundError:
        yield Part("kenmerk, as a package", "", "run from its folder", "pip install .")
        return
    for requirement in sorted(wanted, key=str.casefold):
        name, extra = _parsed(requirement)
        yield _library(name, extra)


def _parsed(requirement: str) -> tuple[str, str]:
    """Name and extra of a requirement such as `spacy>=3.8; extra == 'nlp'`."""
    name = re.match(r"[\w.-]+", requirement)
    extra = re.search(r"extra == ['\"]([\w-]+)['\"]", requirement)
    return name.group() if name else requirement, extra.group(1) if extra else ""


def _library(name: str, extra: str) -> Part:
    note = f"brought by the extra {extra}" if extra else ""
    try:
        return Part(name, metadata.version(name), note)
    except metadata.PackageNotFoundError:
        remedy = f"pip install 'kenmerk[{extra}]'" if extra else f"pip install {name}"
        return Part(name, "", note, remedy, needed=not extra)
