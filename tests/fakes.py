"""Stand-ins for the slow and the broken, which a worker process can import by name."""

from __future__ import annotations

import os
import time
from pathlib import Path

from pipeline.batch.workers import Outcome, Settings
from pipeline.errors import CannotRead, Missing
from pipeline.record import Record, Source

SOURCE = Source(name="t", sha256="", media_type="text/plain", pages=(1,), page_count=1)


def work(path: Path, settings: Settings) -> Outcome:
    """What a file's text says: die, fail, wait, miss something, or be so many letters."""
    said = path.read_text("utf-8").strip()
    if said == "die":
        os._exit(9)
    if said == "fail":
        return Outcome(problem=CannotRead("this is broken", "mend it"))
    if said == "wait":
        time.sleep(60)
    if said == "miss":
        return Outcome(problem=Missing("Tesseract is not installed", "apt install it"))
    record = Record(source=SOURCE).model_dump_json()
    return Outcome(records=(record,) * int(said), sha256="00", pages=int(said), worst="warning")
