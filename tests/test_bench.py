"""The benchmark parses and computes; no time is asserted."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import CannotRead
from tests.benchmarks import committed, digital, pages, race, second, show, targets, workers
from tests.benchmarks import contestants as who
from tests.benchmarks.__main__ import FEW, FULL, PARTS, arguments
from tests.benchmarks.clock import Time, cpu, medians
from tests.benchmarks.contestants import BARE, DESKEW, OURS, PLAIN, PYTESSERACT, Contestant
from tests.benchmarks.ordered import in_order, scored, uncoded
from tests.benchmarks.pages import Truth, Unit
from tests.benchmarks.race import Lap
from tests.score.corpus import File

Tree = dict[str, Any]
SCAN = Path(__file__).parents[1] / "samples" / "almere-scan" / "letter.pdf"
DIGITAL = SCAN.parents[1] / "almere-digital" / "letter.pdf"


def test_arguments() -> None:
    given = arguments([])
    assert (given.pages, given.parts, given.half) == (FEW, PARTS, "unseen")
    assert arguments(["corpus", "--full"]).pages == FULL
    assert arguments(["--tiers", "fax,grey"]).tiers == ("fax", "grey")
    with pytest.raises(SystemExit):
        arguments(["--tiers", "fax,no-such"])
    with pytest.raises(SystemExit):
        arguments(["--parts", "no-such"])


def errors_of(truth: str, read: str) -> tuple[int, int, int]:
    """Characters wrong: with order, in the order drawn, in any order."""
    one = scored([Truth(truth)], [read])
    return one.ordered[0].characters, one.drawn[0].characters, one.free[0].characters


def test_the_order_of_the_lines_counts_with_order_only() -> None:
    truth, swapped = "Geachte heer,\nHierbij vraag ik u", "Hierbij vraag ik u\nGeachte heer,"
    ordered, drawn, free = errors_of(truth, swapped)
    assert ordered == drawn > 20
    assert free == 0
    assert errors_of(truth, truth.replace("\n", "  \n\n")) == (0, 0, 0)


def test_blocks_may_come_in_any_order_but_whole() -> None:
    column, text = (
        "Ons kenmerk\n2016/114\nDatum\n3 mei 2016",
        "Hierbij vraag ik u om\neen bijdrage.",
    )
    ordered, drawn, free = errors_of(f"{column}\n\n{text}\n\n7", f"{text}\n{column}\n7")
    assert (ordered, free) == (0, 0) and drawn > 20
    ordered, drawn, free = errors_of(f"{column}\n\n{text}", f"{text}\n{column}".replace("i", "l"))
    assert ordered == free == (column + text).count("i") < drawn
    woven = "Ons kenmerk Hierbij vraag ik u om\n2016/114 een bijdrage.\nDatum\n3 mei 2016"
    ordered, drawn, free = errors_of(f"{column}\n\n{text}", woven)
    assert ordered > 20 and free == 0


def test_a_short_block_stands_where_the_whole_is_nearest() -> None:
    truth = "2\n\nPostbus 1-2, Ede\n\nHierbij vraag ik u om 12 stoelen."
    read = "Hierbij vraag ik u om 12 stoelen.\nPostbus 1-2, Ede\n2"
    assert errors_of(truth, read)[0] == 0
    torn = "Hierbij vraag ik 2 u om 12 stoelen.\nPostbus 1-2, Ede"
    assert errors_of(truth, torn)[0] == 4  # the page number in a line, and not where it is due


ROWS = "Datum\nOns kenmerk\nBijlagen\n3 mei 2016\n2016/114\ndrie stuks"
CELLS = "Datum\n3 mei 2016\n\nOns kenmerk\n2016/114\n\nBijlagen\ndrie stuks"


@pytest.mark.parametrize(
    ("truth", "read", "wrong"),
    [
        pytest.param(ROWS, CELLS, 0, id="drawn by rows, read by columns"),
        pytest.param(CELLS, ROWS, 0, id="drawn by columns, read by rows"),
        pytest.param(f"Ede\n{CELLS}", f"Ede\n{ROWS}", 0, id="the first of them under another line"),
        pytest.param(
            "Datum\nUw brief\nOns kenmerk\n3 mei 2016\n2016/114",
            "Datum\n3 mei 2016\nUw brief\nOns kenmerk\n2016/114",
            0,
            id="one label has no value",
        ),
        pytest.param(
            ROWS, ROWS.replace("\n2016/114", "").replace("Datum", "Datum\n2016/114"), 18, id="torn"
        ),
        pytest.param(
            "Post\nBedrag\nzaalhuur\n200",
            "Post\nzaalhuur\nBedrag\n200",
            14,
            id="a table is read by rows",
        ),
        pytest.param(
            "Datum\n3 mei 2016\nOns kenmerk\n2016/114",
            "Datum\nOns kenmerk\n3 mei 2016\n2016/114",
            20,
            id="values beside their labels are read with them",
        ),
    ],
)
def test_a_row_of_labels_over_their_values_is_read_by_rows_or_by_columns(
    truth: str, read: str, wrong: int
) -> None:
    assert errors_of(truth, read)[0] == wrong


@pytest.mark.parametrize(
    ("truth", "read", "characters", "words"),
    [
        ("een brief", "een brief", 0, 0),
        ("een brief", "een brlef", 1, 1),
        ("een brief", "brief", 4, 1),
        ("een brief", "", 9, 2),
        ("€ 10\t€ 20", "€ 10 € 20", 0, 0),
        ("de bij-\ndrage", "de bij\ndrage", 0, 0),
        ("aan █ te Ede", "aan te Ede", 0, 0),
    ],
)
def test_errors_in_order(truth: str, read: str, characters: int, words: int) -> None:
    errors = in_order(truth, read)
    assert (errors.characters, errors.words) == (characters, words)


def test_codes_are_taken_out_once_and_pages_too_few_or_many_count() -> None:
    assert uncoded("10.2.e en 10.2. e", ["10.2.e"]).split() == ["en", "10.2.", "e"]
    few = scored([Truth("een"), Truth("twee")], ["een"])
    for counted in (few.ordered, few.drawn, few.free):
        assert [page.characters for page in counted] == [0, 4]
    many = scored([Truth("een")], ["een", "twee"])
    assert sum(page.characters for page in many.ordered) == 4


def file(name: str, **changes: Any) -> File:
    letter = {
        "family": name.partition("-")[0],
        "half": "unseen",
        "source": {"pages": [1, 2, 3]},
        "rotations": [0, 0, 0],
        "text": ["een", "twee", "drie"],
        "plain": {"redactions": [{"page": 2, "text": "10.2.e", "grounds": ["10.2.e"]}]},
        **changes,
    }
    return File(SCAN.with_name(name), name, "office", (letter,))


def test_a_file_of_each_family_comes_before_a_second() -> None:
    names = [one.name for one in pages.in_turn(map(file, ("a-1", "a-2", "a-3", "b-1", "c-1")))]
    assert {name[0] for name in names[:3]} == {"a", "b", "c"}
    assert [name[0] for name in names[3:]] == ["a", "a"]


def test_files_that_not_everybody_can_read_are_left_out() -> None:
    assert pages.fits(file("letter.pdf"))
    assert not pages.fits(file("letter.tif"))
    assert not pages.fits(file("letter.pdf", rotations=[0, 180, 0]))
    assert not pages.fits(file("letter.pdf", source={"pages": [2, 3, 4]}))
    with_text = file("letter.pdf")
    assert not pages.fits(File(DIGITAL, "letter.pdf", "office", with_text.letters))
    assert pages.fits(File(DIGITAL, "letter.pdf", "digital", with_text.letters))


def test_codes_stand_with_their_page() -> None:
    assert [one.codes for one in pages.truths(file("letter.pdf").letters[0])] == [
        (),
        ("10.2.e",),
        (),
    ]


def lap(name: str, seconds: float, errors: str = "", file: str = "a", **changes: Any) -> Lap:
    values = {
        "contestant": name,
        "tier": "office",
        "file": file,
        "pages": 1,
        "took": Time(2 * seconds, seconds),
        "start": Time(0.0, 0.0),
        "read": scored([Truth("een brief")], [errors or "een brief"]),
    }
    return Lap(**values | changes)


def test_figures_are_medians_and_ratios_file_by_file() -> None:
    laps = [
        *(lap(OURS, seconds, file=name) for name, seconds in zip("abc", (1, 2, 10), strict=True)),
        lap(PLAIN, 4, file="a", start=Time(1.0, 1.0)),
        lap(PLAIN, 6, "een brlef", file="b", start=Time(1.0, 1.0)),
        lap(PLAIN, 20, file="c", start=Time(1.0, 1.0)),
    ]
    office = race.figures(laps)["office"]
    assert (office[OURS]["cpu"], office[OURS]["times_ours"], office[OURS]["pages"]) == (2, 1, 3)
    assert (office[PLAIN]["cpu"], office[PLAIN]["wall"]) == (6, 12)
    assert office[PLAIN]["cpu_without_start"] == 5
    assert office[PLAIN]["times_ours"] == 3  # of 4, 3 and 2; that of the medians is the same
    assert office[PLAIN]["times_ours_without_start"] == 2.5
    assert office[PLAIN]["cer"] == pytest.approx(1 / 27)
    assert office[PLAIN]["wer_free"] == pytest.approx(1 / 6)
    assert office[PLAIN]["cer_middle_page"] == 0


def test_who_fails_has_read_nothing_and_has_no_time(tmp_path: Path) -> None:
    def fails(path: Path, folder: Path) -> who.Read:
        raise CannotRead("it is torn", "scan it again")

    unit = Unit("office", SCAN, (Truth("een brief"),))
    found = list(race.laps([unit], [reading("een brief"), Contestant(PLAIN, fails)], 1))
    office = race.figures(found)["office"]
    assert office[PLAIN]["failed"] == ["letter.pdf: CannotRead: it is torn; scan it again"]
    assert (office[PLAIN]["cpu"], office[PLAIN]["cer"], office[PLAIN]["times_ours"]) == (
        None,
        1.0,
        None,
    )
    assert (office[OURS]["cer"], office[OURS]["failed"]) == (0.0, [])
    assert show.tier("office", office).row_count == 2


def reading(*texts: str, name: str = OURS) -> Contestant:
    return Contestant(name, lambda path, folder: lambda: texts)


def test_each_file_is_begun_by_another() -> None:
    units = [Unit("office", SCAN, (Truth("een"),)), Unit("office", DIGITAL, (Truth("een"),))]
    both = [reading("een"), reading("een", name=BARE)]
    order = [one.contestant for one in race.laps(units, both, rounds=2)]
    assert order == [OURS, BARE, BARE, OURS, BARE, OURS, OURS, BARE]


def row(cpu: float, cer: float, times: float, **changes: Any) -> Tree:
    rates = dict.fromkeys(("cer", "wer", "cer_drawn", "cer_free", "wer_free"), cer)
    times_ours = {"times_ours": times, "times_ours_without_start": times}
    counts = {"files": 1, "pages": 2, "failed": []}
    return {
        "cpu": cpu,
        "cpu_without_start": cpu,
        "wall": cpu,
        **times_ours,
        **rates,
        **counts,
    } | changes


def test_targets_met_missed_and_not_measured(tmp_path: Path) -> None:
    office = {
        OURS: row(1.0, 0.01, 1.0),
        PLAIN: row(4.4, 0.02, 4.4, times_ours_without_start=4.1),
        DESKEW: row(4.9, 0.01, 4.9),
        PYTESSERACT: row(3.0, 0.02, 3.0),
        BARE: row(0.95, 0.02, 0.95),
    }
    fax = {OURS: row(1.0, 0.02, 1.0), **dict.fromkeys(who.OCRMYPDF, row(2.0, 0.3, 2.0))}
    fax[DESKEW] = row(3.0, 0.041, 3.0)
    figures = {
        "tiers": {"office": office, "fax": fax},
        "digital": {digital.WORDS: {"cpu": 0.012}, digital.SHAPES: {"cpu": 0.081}},
        "workers": {"ratio": 1.96},
        "memory": {"own": 1, "tree": 260_000_000},
    }
    rows = targets.targets(figures)
    met = [one.met for one in rows]
    assert met == [
        True,
        None,
        False,
        None,
        None,
        None,
        True,
        None,
        True,
        True,
        True,
        False,
        True,
        False,
    ]
    assert rows[0].measured == "4.40 × (4.10 × without its start), CER 1.00 % against 2.00 %"
    assert rows[6].measured.startswith("2.00 % against 4.10 % (OCRmyPDF --deskew)")
    assert show.targets(rows).row_count == len(rows) == len(targets.targets({}))
    assert {one.met for one in targets.targets({})} == {None}
    pytest.importorskip("matplotlib")
    show.plot(figures["tiers"], tmp_path / "bench.png")
    assert (tmp_path / "bench.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("ours", "its", "errors", "met"),
    [
        (0.01, 0.02, "below", True),
        (0.02, 0.02, "below", False),
        (0.02, 0.02, "not above", True),
        (0.03, 0.02, "not above", False),
        (0.03, 0.02, "", True),
    ],
)
def test_fast_is_not_enough(ours: float, its: float, errors: str, met: bool) -> None:
    tier = {OURS: row(1.0, ours, 1.0), PLAIN: row(5.0, its, 5.0)}
    assert targets.faster(tier, "office", PLAIN, 4.0, errors).met is met


def test_fewer_errors_in_more_time_is_no_success() -> None:
    tier = {OURS: row(1.0, 0.01, 1.0), **dict.fromkeys(who.OCRMYPDF, row(0.9, 0.5, 0.9))}
    assert targets.half_the_errors(tier, "fax")[0].met is False
    del tier[DESKEW]  # the best setting may be the one that was left out
    assert targets.half_the_errors(tier, "fax")[0].met is None


def test_ocrmypdf_is_found_or_a_line_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OCRMYPDF_PYTHON", "/no/such/python")
    program, why = who.ocrmypdf()
    assert program == [] and why == "/no/such/python -m ocrmypdf does not start: left out"
    monkeypatch.delenv("OCRMYPDF_PYTHON")
    monkeypatch.setenv("PATH", "")
    program, why = who.ocrmypdf()
    assert program == [] and "OCRMYPDF_PYTHON" in why


def test_medians_and_seconds() -> None:
    assert medians([Time(1.0, 3.0), Time(9.0, 1.0), Time(2.0, 2.0)]) == Time(2.0, 2.0)
    before = cpu()
    subprocess.run([sys.executable, "-c", "sum(range(10**6))"], check=True)
    assert cpu() > before


def test_memory_of_this_process_is_that_of_its_pages() -> None:
    assert workers.peak_of_this_process() > 10_000_000
    assert workers.descendants(1 << 30) == [1 << 30]
    assert workers.held(1 << 30) == 0


def test_nobody_waits_for_a_worker_that_failed(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError, match="a worker failed"):
        workers.wall([Path("/no/such/letter.pdf")], 1)
    assert "there is no such file" in capfd.readouterr().err


def test_a_digital_letter_is_timed_and_a_scan_is_not() -> None:
    def unit(path: Path) -> Unit:
        return Unit("digital", path, (Truth(""),) * 3)

    assert not digital.carries_text(unit(SCAN))
    found = digital.figures([unit(DIGITAL)], 1)
    assert {one["pages"] for one in found.values()} == {3}
    assert set(found) == {digital.WORDS, digital.SHAPES, digital.PDFPLUMBER}
    assert digital.figures([unit(SCAN)], 1) == {}


def test_words_of_pytesseract_come_in_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    table: dict[str, Sequence[object]] = {
        "block_num": [1, 1, 1, 2],
        "par_num": [1, 1, 1, 1],
        "line_num": [1, 1, 2, 1],
        "text": ["Geachte", "heer,", " ", "Hierbij"],
    }
    monkeypatch.setattr(who.pytesseract, "image_to_data", lambda *_, **__: table)
    assert who._words(None) == "Geachte heer,\nHierbij"  # type: ignore[arg-type]


def test_accepted_figures_replace_those_of_their_tiers_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(committed, "FIGURES", tmp_path / "figures.json")
    monkeypatch.setattr(committed, "PICTURE", tmp_path / "bench.png")
    old, new = (race.figures([lap(OURS, cpu)]) for cpu in (2.0, 1.0))
    committed.accept({"tiers": {"office": old["office"], "fax": old["office"]}, "laps": [1]})
    committed.accept({"tiers": new, "digital": {"words with boxes": {"cpu": 0.01}}})
    head, rows = committed.rows(committed.known()["tiers"])
    assert [text.split(",")[0] for text in head[1:]] == ["office", "fax"]
    assert [cell.split(";")[0] for cell in rows[0]] == [OURS, "1.00 s", "2.00 s"]
    assert "laps" not in committed.known() and committed.known()["digital"]
    assert (tmp_path / "bench.png").stat().st_size > 1000


def test_second_readings_are_counted_by_their_pictures() -> None:
    found = second.figures([Unit("office", SCAN, (Truth(""),))])
    assert found["pages"] == 3 and 0 < found["share"] < 0.5
    assert 0 < found["median"] <= found["most"]
    (row,) = [one for one in targets.machine({"second": {"office": found}}) if "second" in one.what]
    assert f"{found['most']})" in row.measured
