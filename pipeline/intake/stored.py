"""Whether the one picture of a page shows just as it is stored; the file tells, nothing is drawn.

To draw a page takes as long as to decode its picture once more.
"""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

from pipeline.intake.mend import Source, opened
from pipeline.intake.survey import Survey

RESOURCES = {"/XObject", "/Font", "/ProcSet"}  # none of these changes how a picture shows
PICTURE = {
    *("/Type", "/Subtype", "/Name", "/Width", "/Height", "/BitsPerComponent", "/ColorSpace"),
    *("/Filter", "/DecodeParms", "/Length", "/Interpolate", "/Metadata"),
}  # neither a mask, nor a layer, nor other tones than those that are stored
COLOURS = {"/DeviceGray", "/DeviceRGB"}


class Stored:
    """What a file says of the pictures on its pages; opened when it is first asked."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.document: Any = None

    def shows(self, number: int, survey: Survey) -> bool:
        """Whether the page shows its only picture as it is stored; False where that is not sure."""
        if len(survey.images) != 1 or not survey.only_pictures or _is_cut(survey.images[0].handle):
            return False
        try:
            if self.document is None:
                self.document = opened(self.source)
            return _is_plain(self.document.pages[number - 1])
        except Exception:  # however broken the file is: then the page has to be drawn
            return False

    def close(self) -> None:
        if self.document is not None:
            self.document.close()
        self.document = None


def _is_plain(page: Any) -> bool:
    resources = page.resources
    pictures = [found for _, found in resources.XObject.items()]
    if len(pictures) != 1 or not set(resources.keys()) <= RESOURCES:
        return False
    picture = pictures[0]
    named = str(picture.Subtype), str(picture.ColorSpace) in COLOURS
    return named == ("/Image", True) and set(picture.keys()) <= PICTURE


def _is_cut(handle: Any) -> bool:
    """Whether a path cuts off parts of the picture, or something shows through it."""
    clip = raw.FPDFPageObj_GetClipPath(handle)
    cut = bool(clip) and raw.FPDFClipPath_CountPaths(clip) > 0
    return cut or bool(raw.FPDFPageObj_HasTransparency(handle))
