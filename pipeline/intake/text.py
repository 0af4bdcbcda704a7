"""Plain text becomes sheets on a typewriter's grid, so that nothing later needs a second path."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from pipeline.errors import CannotRead
from pipeline.geometry import Box
from pipeline.page import Sheet, TextFrom, Word

PITCH, LEADING = 6.0, 12.0  # points: twelve characters and six lines to the inch
A4 = 595.0, 842.0
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
MARKUP = re.compile(r"\s*<(?:!doctype|html|\?xml|svg)\b", re.IGNORECASE)
JUNK = 0.005  # more than this share of control characters is no text
BOMS = {
    codecs.BOM_UTF8: ("utf-8-sig", ""),
    codecs.BOM_UTF16_LE: ("utf-16", "UTF-16"),
    codecs.BOM_UTF16_BE: ("utf-16", "UTF-16"),
}


@dataclass(frozen=True, slots=True)
class Text:
    """A text file that was decoded: its sheets, and a note where it is not UTF-8."""

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...]


def decode(content: bytes, expected: str = "") -> Text:
    """Read the bytes of a text file; CannotRead where they are no text.

    `expected` is what the file's name promises instead ('PDF'): text under such a name is a file
    that went wrong, like a web page with an error saved as a PDF.
    """
    text, encoding = _decoded(content)
    if len(CONTROL.findall(text.rstrip("\x1a"))) > JUNK * len(text):
        raise CannotRead(
            f"this is not a {expected}, though named so" if expected else "this is not a text file",
            "give a PDF, a picture of the page or a text file",
        )
    if expected:
        raise CannotRead(
            f"this is not a {expected}, though named so, but text",
            "get the file again; if it is the letter's text, rename it to .txt",
        )
    if MARKUP.match(text):
        raise CannotRead("this is a web page or other marked-up text", "print it to PDF, give that")
    text = CONTROL.sub("", text)
    if not text.strip():
        raise CannotRead("there is no text in the file", "copy or export it again")
    return Text(sheets(text), (f"read as {encoding}",) if encoding else ())


def _decoded(content: bytes) -> tuple[str, str]:
    """The text, and the name of its encoding where that is not plain UTF-8."""
    for bom, (codec, name) in BOMS.items():
        if content.startswith(bom):
            return content.decode(codec, "replace"), name
    try:
        return content.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _not_utf8(content)


def _not_utf8(content: bytes) -> tuple[str, str]:
    """Text in a Western single-byte encoding, or UTF-8 with a few bytes damaged.

    Where more characters beyond ASCII decode than fail, it is damaged UTF-8. Of the other two,
    the bytes 80 to 9F decide: Windows-1252 has curly quotes and the euro sign there, ISO-8859-1
    only control characters that no letter holds.
    """
    damaged = content.decode("utf-8", "replace")
    lost = damaged.count("\ufffd")
    if sum(character > "\x7f" for character in damaged) - lost > lost:
        return damaged, f"UTF-8 with {lost} unreadable characters"
    if any(0x80 <= byte <= 0x9F for byte in content):
        return content.decode("cp1252", "replace"), "Windows-1252"
    return content.decode("latin-1"), "ISO-8859-1"


def sheets(text: str) -> tuple[Sheet, ...]:
    """One sheet for each part between form feeds; row r of a part has its top at r × LEADING.

    A form feed at the very end closes the last page and begins no other.
    """
    parts = unicodedata.normalize("NFC", text).split("\f")
    while len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    return tuple(_sheet(number, part) for number, part in enumerate(parts, 1))


def _sheet(number: int, part: str) -> Sheet:
    rows = re.split(r"\r\n|\r|\n", part.expandtabs())
    words = tuple(
        Word(
            match.group(),
            Box(match.start() * PITCH, row * LEADING, match.end() * PITCH, (row + 1) * LEADING),
        )
        for row, content in enumerate(rows)
        for match in re.finditer(r"\S+", content)
    )
    width = max([A4[0], *(word.box.x1 for word in words)])
    height = max([A4[1], *(word.box.bottom for word in words)])
    return Sheet(number, width, height, words, TextFrom.text)
