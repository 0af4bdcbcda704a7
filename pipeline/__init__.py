"""Read scanned Dutch official letters into checked records.

`read` is the way in for programs; importing this package loads no PDF, OCR or model library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.reader import read

__version__ = "0.1.0"
__all__ = ["__version__", "read"]


def __getattr__(name: str) -> object:
    """Load the reader at the first use of `read`, so that `import pipeline` costs nothing."""
    if name == "read":
        from pipeline.reader import read

        return read
    raise AttributeError(f"module 'pipeline' has no attribute {name!r}")
