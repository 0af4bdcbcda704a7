"""Score the date and `replies_to` on a folder of real letters with a truth.csv.

    python -m tests.score_letters FOLDER

`truth.csv` has the columns file, date and request_date. Prints a line a letter that is not right,
the two scores, and how often each finding was given; nothing that stands in a letter.
"""

from __future__ import annotations

import csv
import datetime as dt
import sys
import time
from collections import Counter
from pathlib import Path

from pipeline.reader import read

TODAY = dt.date(2026, 1, 1)


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else Path()
    if not (folder / "truth.csv").is_file():
        print("usage: python -m tests.score_letters FOLDER (with truth.csv); skipped")
        return 0
    with (folder / "truth.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    right: Counter[str] = Counter()
    findings: Counter[str] = Counter()
    pages, started = 0, time.process_time()
    for row in rows:
        records = read(folder / row["file"], today=TODAY)
        pages += records[0].source.page_count
        findings.update(f"{f.severity.value} {f.code}" for r in records for f in r.findings)
        for field, column in (("date", "date"), ("replies_to", "request_date")):
            found = getattr(records[0], field)
            said = str(found.value) if found is not None else None
            right[field] += said == row[column]
            if said != row[column]:
                print(f"{row['file']}: {field} {said}, there {row[column]}")
    for field in ("date", "replies_to"):
        print(f"{field:<11} {right[field]} of {len(rows)} right")
    for name, count in sorted(findings.items()):
        print(f"{count:4} × {name}")
    print(f"{pages} pages, {(time.process_time() - started) / pages:.2f} CPU s a page in this process")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
