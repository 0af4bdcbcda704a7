"""How well letters are read: the corpus read, compared with its truth, and counted.

    python -m tests.score CORPUS [--out DIR] [--tiers office,poor] [--half unseen] [--accept]

`readings` reads, `corpus` pairs letters with records, `fields` compares them value by value,
`summary` counts, `show` prints. README.md in this folder says how each figure is made.
"""

from __future__ import annotations

from tests.score.summary import figures, floor

__all__ = ["figures", "floor"]
