"""The command line: what goes to which stream, and what it answers."""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from pipeline import __version__, reader
from pipeline.cli import main
from pipeline.cli.table import drawn
from pipeline.errors import Missing
from pipeline.record import Record
from tests.fakes import SOURCE

ROOT = Path(__file__).parents[1]
LETTER = """\
Gemeente Almere
Postbus 200
1300 AE Almere

Datum       maandag 28 januari 2016
Ons kenmerk
Onderwerp   Aanvraag subsidie

Geachte heer De Vries,

Hierbij vragen wij u een subsidie van € 12.500,00 voor het project.

Met vriendelijke groet,
namens de gemeente Almere,

J. de Boer
burgemeester
"""


class Answer(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def kenmerk(capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """Call the command line in this process."""

    def kenmerk(*arguments: object) -> Answer:
        with pytest.raises(SystemExit) as end:
            main([str(argument) for argument in arguments])
        return Answer(end.value.code or 0, *capsys.readouterr())

    return kenmerk


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "letter.txt"
    file.write_text(LETTER, "utf-8")
    return file


def process(*arguments: object, **more: object) -> subprocess.CompletedProcess[str]:
    """Call it as a user does, in a process of its own."""
    command = [sys.executable, "-m", "pipeline", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", **more)


# --- extract


def test_a_record_is_a_line(kenmerk, letter: Path) -> None:
    answer = kenmerk("extract", letter, letter)
    assert (answer.code, answer.err) == (0, "")
    one, other = answer.records
    assert one == other
    assert one["date"]["value"] == "2016-01-28"
    assert one["date"]["evidence"] == [{"page": 1, "bbox": None, "lines": [5, 5]}]
    assert "candidates" not in one["date"]


def test_plain_is_the_value_alone(kenmerk, letter: Path) -> None:
    (record,) = kenmerk("extract", "--plain", letter).records
    assert record["date"] == "2016-01-28"
    assert record["sender"]["organisation"] == "Gemeente Almere"


def test_explain_tells_what_lost(kenmerk, letter: Path) -> None:
    letter.write_text(LETTER + "\nAlmere, 3 maart 2015\n", "utf-8")
    (record,) = kenmerk("extract", "--explain", letter).records
    assert "2015-03-03" in [loser["value"] for loser in record["date"]["candidates"]]


def test_on_a_terminal_it_is_spread_over_lines(kenmerk, letter: Path, monkeypatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    answer = kenmerk("extract", letter)
    assert answer.out.startswith('{\n  "schema_version": "1",\n')
    assert json.loads(answer.out)["date"]["value"] == "2016-01-28"


@pytest.mark.parametrize(("language", "word"), [("en", "was a Thursday"), ("nl", "donderdag")])
def test_findings_speak_the_language_asked_for(kenmerk, letter, language: str, word: str) -> None:
    (record,) = kenmerk("extract", "--lang", language, letter).records
    (finding,) = [f for f in record["findings"] if f["code"] == "date-weekday-mismatch"]
    assert word in finding["message"]


@pytest.mark.parametrize(
    ("severity", "content", "code"),
    [
        (None, LETTER, 0),
        ("error", LETTER, 4),
        ("warning", LETTER, 4),
        ("error", LETTER.replace("maandag", "donderdag"), 0),
        ("warning", LETTER.replace("maandag", "donderdag"), 4),
    ],
)
def test_fail_on(kenmerk, letter: Path, severity: str | None, content: str, code: int) -> None:
    """The letter has an error in its weekday and warnings besides."""
    letter.write_text(content, "utf-8")
    options = ["--fail-on", severity] if severity else []
    answer = kenmerk("extract", *options, letter)
    assert answer.code == code
    assert len(answer.records) == 1


# --- what goes wrong


def test_a_file_that_fails_is_a_line_and_the_others_are_read(kenmerk, letter, tmp_path) -> None:
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "not.pdf").write_text("no PDF at all")
    (tmp_path / "cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog")
    bad = [tmp_path / name for name in ("empty.pdf", "not.pdf", "cut.pdf", "nowhere.txt")]
    answer = kenmerk("extract", *bad, letter)
    assert answer.code == 1
    assert len(answer.records) == 1
    lines = answer.err.splitlines()
    assert len(lines) == len(bad)
    for file, line in zip(bad, lines, strict=True):
        assert line.startswith(f"kenmerk: {file}: ")
        wrong, _, remedy = line.partition("; ")
        assert wrong and remedy and "Traceback" not in line


def test_a_file_without_permission_does_not_keep_the_others_from_being_read(
    kenmerk, letter: Path, monkeypatch
) -> None:
    """To Typer the whole call would be wrong, unless it is told not to look."""
    monkeypatch.setattr("os.access", lambda *_: False)
    answer = kenmerk("extract", letter)
    assert (answer.code, len(answer.records)) == (0, 1)


def test_a_name_does_nothing_to_a_terminal(kenmerk, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"a\x1b[31m\nb\xe9.txt")
    file.touch()
    line = rf"kenmerk: {tmp_path}/a\x1b[31m\nb\xe9.txt: the file is empty; copy or export it again"
    assert kenmerk("extract", file).err == f"{line}\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize("arguments", [["extract", "{letter}"], ["schema"], ["--version"]])
def test_a_full_disk_under_standard_output(letter: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-m", "pipeline", *(a.format(letter=letter) for a in arguments)]
    with Path("/dev/full").open("w") as full:
        said = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True)
    assert said.returncode == 1
    assert said.stderr.startswith("kenmerk: standard output cannot be written: No space left")
    assert said.stderr.count("\n") == 1


def test_a_closed_standard_output_is_no_fault(letter: Path) -> None:
    command = f"'{sys.executable}' -m pipeline extract '{letter}' >&-"
    said = subprocess.run(command, cwd=ROOT, shell=True, stderr=subprocess.PIPE, text=True)
    assert (said.returncode, said.stderr) == (0, "")


def test_a_folder_is_told_what_it_is_for(kenmerk, tmp_path: Path) -> None:
    answer = kenmerk("extract", tmp_path)
    assert answer == (
        1,
        "",
        f"kenmerk: {tmp_path}: is a folder; use kenmerk run {tmp_path} --out DIR\n",
    )


def test_our_own_fault_is_a_line_too(kenmerk, letter: Path, monkeypatch) -> None:
    def broken(*_: object, **__: object) -> list[Record]:
        raise KeyError("two\nlines")

    monkeypatch.setattr(reader, "read", broken)
    answer = kenmerk("extract", letter)
    assert answer.code == 1
    assert answer.err.startswith(f"kenmerk: {letter}: unexpected KeyError: ")
    assert answer.err.count("\n") == 1
    answer = kenmerk("--debug", "extract", letter)
    assert "Traceback" in answer.err and "in broken" in answer.err


@pytest.mark.parametrize(
    ("others", "code"), [([], 3), (["letter.txt"], 3), (["letter.txt", "nowhere.txt"], 3)]
)
def test_what_is_missing_goes_before_what_failed(
    kenmerk, letter: Path, monkeypatch, others: list[str], code: int
) -> None:
    whole = reader.read

    def without_tesseract(path: Path, **options: object) -> list[Record]:
        if path.suffix == ".png":
            raise Missing("Tesseract is not installed", "apt install tesseract-ocr")
        return whole(path, **options)

    monkeypatch.setattr(reader, "read", without_tesseract)
    files = [letter.with_name(name) for name in ["a.png", *others]]
    answer = kenmerk("extract", "--fail-on", "error", *files)
    assert answer.code == code
    assert "a.png: Tesseract is not installed; apt install" in answer.err.splitlines()[0]
    assert len(answer.records) == ("letter.txt" in others)


def test_what_failed_goes_before_what_was_found(kenmerk, letter: Path) -> None:
    assert kenmerk("extract", "--fail-on", "error", letter).code == 4
    assert kenmerk("extract", "--fail-on", "error", letter, "nowhere.txt").code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "--lang", "fr", "a.txt"],
        ["extract", "--fail-on", "info", "a.txt"],
        ["extract", "--plain", "--explain", "a.txt"],
        ["extract", "--no-such-option", "a.txt"],
        ["extract", "--ocr-languages", "", "a.txt"],
        ["extract", "--ocr-languages", "nld+", "a.txt"],
        ["extract", "--ocr-languages", "nld;eng", "a.txt"],
        ["run", "inbox"],
        ["run", "no/such/folder", "--out", "out"],
        ["run", "inbox", "--out", "out", "--jobs", "0"],
        ["table", "no/such/folder"],
        ["export", "no/such/folder", "letters.csv"],
        ["no-such-command"],
    ],
    ids=" ".join,
)
def test_wrong_usage(kenmerk, arguments: list[str], tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    answer = kenmerk(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_has_seen_enough_gets_no_complaint(letter: Path) -> None:
    """As in `kenmerk extract … | head -1`."""
    command = [sys.executable, "-m", "pipeline", "extract", *[str(letter)] * 20]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout and running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == ""
    assert running.returncode == 0


# --- text, schema, version, help, doctor


def test_text(kenmerk, letter: Path, tmp_path: Path) -> None:
    two = tmp_path / "two.txt"
    two.write_text("een\ftwee\n", "utf-8")
    answer = kenmerk("text", two, letter)
    assert (answer.code, answer.err) == (0, "")
    pages = answer.out.split("\f")
    assert [page.strip() for page in pages[:2]] == ["een", "twee"]
    assert "Gemeente Almere" in pages[2]


def test_schema(kenmerk) -> None:
    schema = json.loads(kenmerk("schema").out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["properties"].keys() == Record.model_fields.keys()


def test_version(kenmerk) -> None:
    assert kenmerk("--version") == (0, f"kenmerk {__version__}\n", "")


@pytest.mark.parametrize(
    "command", [(), ("extract",), ("text",), ("run",), ("table",), ("export",)]
)
def test_help(kenmerk, command: tuple[str, ...]) -> None:
    """Plain text with an example that a person can copy."""
    answer = kenmerk(*command, "--help")
    assert (answer.code, answer.err) == (0, "")
    assert "Example" in answer.out or command == ("table",)
    assert "\x1b" not in answer.out


def test_doctor_finds_all_that_is_needed(kenmerk) -> None:
    answer = kenmerk("doctor")
    assert (answer.code, answer.err) == (0, "")
    found = {line.split("  ")[0]: line for line in answer.out.splitlines()}
    assert {"kenmerk", "Python", "Tesseract", "pydantic"} <= found.keys()
    assert "nld" in found["Tesseract"]


def test_doctor_tells_what_mends_it(tmp_path: Path) -> None:
    said = process("doctor", env={**os.environ, "PATH": str(tmp_path)})
    assert (said.returncode, said.stderr) == (3, "")
    (line,) = [line for line in said.stdout.splitlines() if line.startswith("missing: ")]
    assert "Tesseract" in line and "tesseract-ocr-nld" in line


def test_doctor_sees_that_tesseract_was_sent_elsewhere(tmp_path: Path) -> None:
    said = process("doctor", env={**os.environ, "TESSDATA_PREFIX": str(tmp_path)})
    assert said.returncode == 3
    assert f"Tesseract nld: unset TESSDATA_PREFIX ({tmp_path})" in said.stdout


# --- run, table, export


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """A folder with two letters and what is none, read into `out` beside it."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "one.txt").write_text(LETTER, "utf-8")
    (inbox / "two.txt").write_text(LETTER.replace("maandag", "donderdag"), "utf-8")
    (inbox / "notes.json").write_text("{}")
    (inbox / "broken.pdf").write_text("no PDF at all")
    return inbox


def test_run_and_what_comes_after(kenmerk, batch: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    answer = kenmerk("run", batch, "--out", out, "--jobs", "1", "--lang", "nl", "--table")
    assert answer.code == 1
    failed, summary, where = answer.err.splitlines()
    assert failed.startswith(f"kenmerk: {batch / 'broken.pdf'}: ")
    assert summary == "kenmerk: 2 read, 1 failed, 1 other files left out; 2 letters in all"
    assert str(out / "records") in where
    rows = [line.split() for line in answer.out.splitlines() if "2016-01-28" in line]
    assert [row[0] for row in rows] == ["one.txt", "two.txt"]
    record = json.loads((out / "records" / "one.txt.json").read_text("utf-8"))
    assert "donderdag" in str(record["findings"])

    (batch / "broken.pdf").unlink()
    again = kenmerk("run", batch, "--out", out)
    assert again.code == 0
    assert "0 read, 2 done before" in again.err
    assert kenmerk("run", batch, "--out", out, "--fail-on", "error").code == 4
    assert kenmerk("table", out).out == answer.out

    assert kenmerk("export", out, tmp_path / "letters.csv").code == 0
    with (tmp_path / "letters.csv").open(encoding="utf-8-sig", newline="") as file:
        exported = list(csv.DictReader(file))
    assert [row["date"] for row in exported] == ["2016-01-28"] * 2
    assert [row["file"] for row in exported] == ["one.txt", "two.txt"]
    assert exported[0]["sender"] == "Gemeente Almere"
    unknown = kenmerk("export", out, tmp_path / "letters.x", "--format", "x")
    assert (unknown.code, unknown.err) == (2, "kenmerk: no such format: x; choose from csv\n")


def test_a_narrow_terminal_gets_all_the_same(kenmerk, batch: Path, tmp_path, monkeypatch) -> None:
    out = tmp_path / "out"
    kenmerk("run", batch, "--out", out, "--jobs", "1")
    for width in (40, 144, 145, 200):
        monkeypatch.setenv("COLUMNS", str(width))
        shown = " ".join(kenmerk("table", out).out.split())
        for said in ("one.txt", "2016-01-28", "Gemeente Almere", "date-weekday-mismatch"):
            assert said in shown, f"{said} at {width}"
    lines = kenmerk("table", out).out.splitlines()
    assert max(map(len, lines)) <= 200


def test_a_path_is_parted_at_its_folders() -> None:
    name = drawn([("foundation-application/letter.tif", *[""] * 6)], 160)
    assert [line.strip() for line in name.splitlines()[3:5]] == [
        "foundation-application/",
        "letter.tif",
    ]


def test_where_an_export_cannot_be_written(kenmerk, batch: Path, tmp_path: Path) -> None:
    out, to = tmp_path / "out", tmp_path / "nowhere" / "letters.csv"
    kenmerk("run", batch, "--out", out, "--jobs", "1")
    answer = kenmerk("export", out, to)
    assert answer.code == 1
    assert answer.err.startswith(f"kenmerk: {to} cannot be written: No such file or directory; ")
    assert kenmerk("export", out, tmp_path).code == 1
    assert list(tmp_path.glob("*.part")) == []


def test_a_stopped_batch_says_how_to_go_on(kenmerk, batch, tmp_path, monkeypatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("pipeline.batch.Batch.go", stopped)
    answer = kenmerk("run", batch, "--out", tmp_path / "out")
    assert (answer.code, answer.out) == (130, "")
    assert answer.err.startswith("kenmerk: stopped; 0 read")
    assert answer.err.endswith("run it again to go on\n")


def test_a_broken_record_is_told(kenmerk, batch: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    kenmerk("run", batch, "--out", out, "--jobs", "1")
    (out / "records" / "one.txt.json").write_text("{}")
    answer = kenmerk("table", out)
    assert (answer.code, answer.out) == (2, "")
    assert "one.txt.json is not there, or not as this version writes it; remove it" in answer.err


# --- start

WITH_LIST = {**os.environ, "PYTHONPROFILEIMPORTTIME": "1"}


@pytest.mark.parametrize(
    ("arguments", "absent"),
    [
        (["--help"], ["pydantic", "rich"]),
        (["schema"], ["rich", "pipeline.reader"]),
        (["extract", "{letter}"], ["rich"]),
        (["text", "{letter}"], ["rich"]),
    ],
)
def test_no_library_is_loaded_before_it_is_needed(letter, arguments, absent: list[str]) -> None:
    """A text letter needs neither pictures nor models."""
    said = process(*(argument.format(letter=letter) for argument in arguments), env=WITH_LIST)
    assert said.returncode == 0
    loaded = {line.rpartition("|")[2].strip() for line in said.stderr.splitlines()}
    assert "typer" in loaded
    heavy = ["cv2", "numpy", "PIL", "pdfplumber", "pikepdf", "pypdfium2", "pytesseract", "spacy"]
    assert [name for name in heavy + absent if name in loaded] == []


def test_output_is_utf_8_whatever_the_place(letter: Path) -> None:
    letter.write_text(LETTER.replace("heer", "heer Özdemir €"), "utf-8")
    said = process("text", letter, env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert "Özdemir €" in said.stdout


def test_today_is_the_day_of_the_call(kenmerk, letter: Path) -> None:
    later = dt.datetime.now().astimezone().date() + dt.timedelta(days=2)
    letter.write_text(f"Datum: {later:%d-%m-%Y}\n\nGeachte heer,\n", "utf-8")
    (record,) = kenmerk("extract", letter).records
    assert "date-in-future" in {finding["code"] for finding in record["findings"]}


def test_the_package_is_importable_without_its_libraries() -> None:
    code = "import sys, pipeline; print('pydantic' in sys.modules, pipeline.read.__name__)"
    command = [sys.executable, "-c", code]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["False", "read"]
    assert Record(source=SOURCE).findings == ()
