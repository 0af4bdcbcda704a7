"""One module a letter; `MAKERS` says which sample is made by which function."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from samples.make.letters import (
    almere,
    circular,
    contradictions,
    foundation_application,
    ministry_reply,
    province_award,
    redacted_woo,
    two_letters,
    typewriter_1987,
    waterboard_reply,
)

MAKERS: dict[str, Callable[[Path], None]] = {
    "almere-text": almere.make_text,
    "almere-digital": almere.make_digital,
    "almere-scan": almere.make_scan,
    "province-award": province_award.make,
    "contradictions": contradictions.make,
    "ministry-reply": ministry_reply.make,
    "waterboard-reply": waterboard_reply.make,
    "foundation-application": foundation_application.make,
    "typewriter-1987": typewriter_1987.make,
    "circular": circular.make,
    "two-letters": two_letters.make,
    "redacted-woo": redacted_woo.make,
}
