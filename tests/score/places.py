"""Where a value stands, in the record and in the truth, on the same paper.

Boxes of the truth are in points of the page as the corpus has it; those of the record in points of
the page as it was read. They are brought together by the sizes of the two pages.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from pipeline.geometry import Box, around
from tests.score.corpus import Tree

OVERLAP = 0.3
Spot = tuple[int, Box]  # the page of the file, and a box in points of the truth's page


@dataclasses.dataclass(frozen=True, slots=True)
class Places:
    """The pages of one letter as truth and record number and measure them."""

    truth: Tree
    record: Tree

    def said(self, evidence: Iterable[Tree]) -> list[Spot]:
        """The boxes of the record on the truth's pages; evidence without a box has none."""
        return [
            (self.page_said(at["page"]), self._fitted(Box(*at["bbox"]), at["page"]))
            for at in evidence
            if at.get("bbox")
        ]

    def page_said(self, number: int) -> int:
        """The page of the file for a page of the record."""
        return int(self.record["source"]["pages"][number - 1])

    def page_true(self, number: int) -> int:
        """The page of the file for a page of the truth."""
        pages = self.truth["source"]["pages"]
        return int(pages[number - 1]) if number <= len(pages) else -number

    def true(self, path: str) -> list[Spot]:
        """Where a field of the truth stands."""
        places = self.truth.get("places", {}).get(path, [])
        return [(self.page_true(page), Box(*bbox)) for page, bbox in places]

    def placed(self, path: str, evidence: Sequence[Tree]) -> bool | None:
        """Whether some evidence stands where the value of `path` does; None: nothing to compare."""
        true, said = self.true(path), self.said(evidence)
        if not true or not evidence or all(not at.get("bbox") for at in evidence):
            return None
        whole = [
            (page, around(box for other, box in true if other == page))
            for page in sorted({page for page, _ in true})
        ]
        return any(_hit(one, other) for one in said for other in [*true, *whole])

    def _fitted(self, box: Box, page: int) -> Box:
        info = self.record["pages"][page - 1]
        index = (
            self.truth["source"]["pages"].index(self.page_said(page))
            if (self.page_said(page) in self.truth["source"]["pages"])
            else None
        )
        sizes = self.truth.get("sizes") or []
        if index is None or index >= len(sizes) or not info["width"]:
            return box
        across, down = sizes[index][0] / info["width"], sizes[index][1] / info["height"]
        return Box(box.x0 * across, box.top * down, box.x1 * across, box.bottom * down)


def _hit(said: Spot, true: Spot) -> bool:
    same_page = said[0] == true[0]
    return same_page and (said[1].iou(true[1]) >= OVERLAP or true[1].holds(said[1].middle))
