"""Where the files of models/ are that come with the program."""

from __future__ import annotations

from pathlib import Path


def model_path(name: str) -> Path:
    """A file or folder of models/: beside the package in a checkout, inside it in a wheel."""
    package = Path(__file__).parent
    packed = package / "models" / name
    return packed if packed.exists() else package.parent / "models" / name
