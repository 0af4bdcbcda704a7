"""The command line: its commands. Only here is known what day it is, and what a problem answers.

Standard output carries data alone. Libraries are imported where they are used, so that a text
letter is read in a moment.
"""

from __future__ import annotations

import datetime as dt
import json
import logging
import os
import re
import shutil
import signal
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from pipeline import __version__
from pipeline.cli.progress import summary, tell, watched
from pipeline.cli.streams import (
    INTERRUPTED,
    MISSING,
    Tally,
    each,
    give,
    log,
    open_streams,
    printable,
    say,
)
from pipeline.errors import Problem, Usage, as_problem

if TYPE_CHECKING:
    from pipeline.record import Record

WIDTH = 160  # of a table that goes to no terminal
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1

app = typer.Typer(
    name="kenmerk",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _codes(languages: str) -> str:
    if not re.fullmatch(r"[\w/-]+(\+[\w/-]+)*", languages):
        raise Usage(f"no languages: '{languages}'", "give codes of Tesseract, such as nld+eng")
    return languages


# Typer would refuse the whole call for one file that may not be read; we tell it file by file.
Files = Annotated[list[Path], typer.Argument(metavar="FILE", readable=False, help="Letters.")]
Folder = Annotated[
    Path, typer.Argument(metavar="DIR", readable=False, help="What kenmerk run wrote.")
]
Lang = Annotated[Literal["en", "nl"], typer.Option(help="Language of the findings' messages.")]
OcrLanguages = Annotated[
    str,
    typer.Option(
        metavar="CODE[+CODE]",
        callback=_codes,
        help="Languages of the letters, in Tesseract's codes.",
    ),
]
FailOn = Annotated[
    Literal["warning", "error"] | None,
    typer.Option(help="Exit with 4 where a letter has a finding this bad or worse."),
]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit."""
    open_streams()
    try:
        app(arguments, prog_name="kenmerk")
    except Exception as error:
        problem = as_problem(error)
        say(problem, getattr(error, "filename", None))
        log.debug("", exc_info=error)
        sys.exit(problem.exit_code)


def _version(wanted: bool) -> None:
    if wanted:
        give(f"kenmerk {__version__}\n")
        raise typer.Exit


@app.callback(
    epilog="""\b
Examples:
  kenmerk extract letter.pdf
  kenmerk extract --plain *.pdf | jq .date
  kenmerk run inbox --out records
\b
Exit status:
  0  all read, whatever the findings
  1  some files failed
  2  wrong usage
  3  something is missing, such as Tesseract or a language (see kenmerk doctor)
  4  with --fail-on: a letter has a finding at least that bad
Where several hold: 3 before 1, 1 before 4."""
)
def kenmerk(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show where in the code something went wrong.")
    ] = False,
) -> None:
    """Read scanned Dutch official letters into checked records."""
    logging.basicConfig(handlers=[logging.NullHandler()])  # libraries keep silent
    log.handlers = [logging.StreamHandler(sys.stderr)]
    log.handlers[0].setFormatter(logging.Formatter("kenmerk: %(message)s"))
    log.setLevel(logging.DEBUG if debug else logging.WARNING)
    if not debug:
        warnings.simplefilter("ignore")


@app.command(
    epilog="""\b
Examples:
  kenmerk extract letter.pdf
  kenmerk extract --plain --lang nl scan1.tif scan2.tif > letters.jsonl
  kenmerk extract --fail-on error letter.txt || echo 'look at this one'"""
)
def extract(
    files: Files,
    plain: Annotated[
        bool, typer.Option("--plain", help="Each field as its value alone, without evidence.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="With each field, the values that lost.")
    ] = False,
    lang: Lang = "en",
    ocr_languages: OcrLanguages = "nld",
    fail_on: FailOn = None,
) -> None:
    """Read letters, print their records.

    A letter is a PDF, a picture (TIFF, PNG, JPEG and others) or a text file. Its record is JSON, a
    line a letter; on a terminal it is spread over lines. A file that fails gives a line on
    standard error, and the others are still read.
    """
    if plain and explain:
        raise Usage("--plain leaves out what --explain shows", "choose one of the two")
    from pipeline import reader

    today, tally = _today(), Tally(fail_on)

    def read(file: Path) -> list[Record]:
        return reader.read(
            file, today=today, language=lang, ocr_languages=ocr_languages, explain=explain
        )

    for record in (record for records in each(files, tally, read) for record in records):
        tally.findings(finding.severity for finding in record.findings)
        give(_json(record, plain))
    tally.finish()


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _json(record: Record, plain: bool) -> str:
    from pipeline.record import plain as reduced

    data = reduced(record) if plain else record.model_dump(mode="json")
    return json.dumps(data, ensure_ascii=False, indent=2 if sys.stdout.isatty() else None) + "\n"


@app.command(epilog="\b\nExample:\n  kenmerk text scan.pdf | less")
def text(files: Files, ocr_languages: OcrLanguages = "nld") -> None:
    """Print what was read, without fields.

    The text of each page in reading order, with a form feed between pages and between files.
    """
    from pipeline import reader

    tally = Tally()
    read = each(files, tally, lambda file: reader.text_of(file, ocr_languages=ocr_languages))
    for number, content in enumerate(read):
        give("\f" + content if number else content)
    tally.finish()


@app.command(
    epilog="""\b
Examples:
  kenmerk run inbox --out records
  kenmerk run inbox --out records --jobs 8 --lang nl --table"""
)
def run(
    inbox: Annotated[
        Path, typer.Argument(metavar="INBOX", readable=False, help="A folder with letters.")
    ],
    out: Annotated[
        Path,
        typer.Option(metavar="DIR", help="For the records and the ledger.", show_default=False),
    ],
    jobs: Annotated[
        int, typer.Option(min=1, help="Files read side by side.", show_default="one a core")
    ] = CORES,
    lang: Lang = "en",
    ocr_languages: OcrLanguages = "nld",
    fail_on: FailOn = None,
    table: Annotated[
        bool, typer.Option("--table", help="Print a table of all letters at the end.")
    ] = False,
) -> None:
    """Read a folder of letters.

    Every letter under INBOX is read, also in folders below it. The records go to
    DIR/records/<path in INBOX>.json (.2.json for a second letter in a file). The ledger
    DIR/kenmerk.sqlite says what is done and what failed, with the reason. Run again, only what is
    new, changed or not done yet is read. Hidden files are passed over, symbolic links and other
    kinds of files left out.
    """
    from pipeline.batch import Settings, prepare

    tally = Tally(fail_on)
    with prepare(inbox, out) as batch:
        entries = [*batch.done, *batch.failed]
        for entry in batch.failed:
            tell(entry, tally, inbox)
        settings = Settings(_today(), lang, ocr_languages)
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # stopped is stopped
        try:
            for entry in watched(batch.go(settings, jobs), len(batch.waiting)):
                tell(entry, tally, inbox)
                entries.append(entry)
        except KeyboardInterrupt:
            say(f"stopped; {summary(batch, entries)}; run it again to go on")
            raise typer.Exit(INTERRUPTED) from None
    tally.findings(entry.worst for entry in entries)
    say(summary(batch, entries))
    if table:
        _print_table(out)
    say(f"records in {out / 'records'}, ledger in {out / 'kenmerk.sqlite'}")
    tally.finish()


@app.command()
def table(folder: Folder) -> None:
    """Show what a batch read, a row a letter."""
    _print_table(folder)
    say(f"records in {folder / 'records'}, ledger in {folder / 'kenmerk.sqlite'}")


def _print_table(folder: Path) -> None:
    from pipeline.batch import records
    from pipeline.cli.table import drawn
    from pipeline.export.overview import row

    rows = [row(printable(name), record) for name, record in records(folder)]
    give(drawn(rows, shutil.get_terminal_size((WIDTH, 0)).columns))


@app.command(epilog="\b\nExample:\n  kenmerk export records letters.csv")
def export(
    folder: Folder,
    to: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write.")],
    format: Annotated[str, typer.Option(help="What to write.")] = "csv",
) -> None:
    """Write a batch's letters to a file for another program."""
    from pipeline.batch import records
    from pipeline.export import exporters

    known = dict(exporters)
    if format not in known:
        raise Usage(f"no such format: {format}", f"choose from {', '.join(known)}")
    part = to.with_name(f"{to.name}.part")  # all of the file or nothing of it
    try:
        known[format]((_placed(name, record) for name, record in records(folder)), part)
        part.replace(to)
    except OSError as error:
        raise Problem(f"{to} cannot be written: {error.strerror}", "choose another file") from error
    finally:
        with suppress(OSError):
            part.unlink()


def _placed(name: str, record: Record) -> Record:
    """The record with its file named by its place in the inbox: many are called scan.pdf."""
    return record.model_copy(update={"source": record.source.model_copy(update={"name": name})})


@app.command()
def schema() -> None:
    """Print the JSON Schema of a record."""
    from pipeline.record import json_schema

    give(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")


@app.command()
def doctor() -> None:
    """Tell what is installed and what is missing.

    With what is missing stands the command that mends it.
    """
    from pipeline.doctor import examine

    parts = examine()
    width = max(len(part.name) for part in parts)
    for part in parts:
        note = f"  {part.note}" if part.note else ""
        give(f"{part.name:{width}}  {part.version or 'not installed'}{note}\n")
    for part in parts:
        if part.remedy:
            give(f"{'missing' if part.needed else 'may be added'}: {part.name}: {part.remedy}\n")
    raise typer.Exit(MISSING if any(part.is_missing for part in parts) else 0)
