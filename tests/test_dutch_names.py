"""Persons: those that a style, a title or initials announce."""

from __future__ import annotations

import pytest

from pipeline.dutch.names import find_persons, person_of_mailbox

PERSONS = [
    ("F.M. Weerwind", "F.M. Weerwind"),
    ("A. baron van der Feltz", "A. baron van der Feltz"),
    ("F. M. Weerwind", "F. M. Weerwind"),
    ("M.P. van Haersma Buma MSc", "M.P. van Haersma Buma MSc"),
    ("mr. G.A. Van der Steur", "mr. G.A. Van der Steur"),
    ("mr. G.A. van der Steur", "mr. G.A. van der Steur"),
    ("mr.G.A. van der Steur", "mr.G.A. van der Steur"),
    ("A.B. de Vries-Jansen MSc", "A.B. de Vries-Jansen MSc"),
    ("A.B. de Vries - Jansen", "A.B. de Vries - Jansen"),
    ("mw. drs. C. Bakker-Van Dam", "drs. C. Bakker-Van Dam"),
    ("drs J.W. van den Berg", "drs J.W. van den Berg"),
    ("prof. dr. ir. A. Bakker", "prof. dr. ir. A. Bakker"),
    ("Prof. mr. A. Bakker", "Prof. mr. A. Bakker"),
    ("ing. K. Smit RA", "ing. K. Smit RA"),
    ("P. Jansen", "P. Jansen"),
    ("J. in 't Veld", "J. in 't Veld"),
    ("J. in ’t Veld", "J. in ’t Veld"),
    ("M. d'Hondt", "M. d'Hondt"),
    ("ir. G.M. vau Ede", "ir. G.M. vau Ede"),
    ("Th. de Graaf", "Th. de Graaf"),
    ("Chr. van Dijk", "Chr. van Dijk"),
    ("IJ. Bakker", "IJ. Bakker"),
    ("Ph.J. Bakker", "Ph.J. Bakker"),
    ("É. Bakker", "É. Bakker"),
    ("drs. WJ.L. Buijs", "drs. W.J.L. Buijs"),  # as OCR leaves W.J.L.
    ("Mevrouw A. Şahin", "A. Şahin"),
    ("Dhr. M. Abdi Hassan", "M. Abdi Hassan"),
    ("de heer A. Bos Voorzitter", "A. Bos"),
    ("C. Hoogendijk l.s.", "C. Hoogendijk"),
    ("De heer drs. MJ. van Rijn", "drs. M.J. van Rijn"),
    ("F.M. WEERWIND", "F.M. WEERWIND"),
    ("F.M. DE VRIES", "F.M. DE VRIES"),
    ("J.W.H. Alting von Geusau", "J.W.H. Alting von Geusau"),
    ("S. van Haersma Buma\nburgemeester", "S. van Haersma Buma"),
    ("mr. J.A. (Jan) de Boer", "mr. J.A. (Jan) de Boer"),
    ("F.M. Weerwind\nBurgemeester Almere", "F.M. Weerwind"),
    ("F.M. Weerwind Burgemeester Almere", "F.M. Weerwind"),
    ("de heer F.M. Weerwind", "F.M. Weerwind"),
    ("De heer mr. J. Pieters", "mr. J. Pieters"),
    ("de weledelgestrenge heer mr. J. Pieters", "mr. J. Pieters"),
    ("de heer Franc Weerwind", "Franc Weerwind"),
    ("de heer Jan Willem de Vries", "Jan Willem de Vries"),
    ("de heer AB Jansen", "AB Jansen"),
    ("dhr. J. Jansen", "J. Jansen"),
    ("dhr Jansen", "Jansen"),
    ("T.a.v. mw. A. Jansen", "A. Jansen"),
    ("mevrouw Jansen", "Jansen"),
    ("MEVROUW JANSEN", "JANSEN"),
    ("mevr. P. de Vries", "P. de Vries"),
    ("Geachte heer Van der Steur,", "Van der Steur"),
    ("Geachte mevrouw De Vries,", "De Vries"),
    ("Geachte heer, mevrouw Jansen", "Jansen"),
    ("de heer\nVan der Steur", "Van der Steur"),
    ("de heer en mevrouw Jansen", "Jansen"),
    ("dr. Jansen", "dr. Jansen"),
    ("drs. Jan de Vries", "drs. Jan de Vries"),
    ("ing. G.J. Kamphuis", "ing. G.J. Kamphuis"),  # ends as streets do, with no number
    ("ir. LB. Scholten", "ir. L.B. Scholten"),  # as OCR leaves L.B.
    ("CX. Sikkema", "C.X. Sikkema"),
    ("IJ. de Vries", "IJ. de Vries"),
    ("drs. Saskia J. Stuiveling", "drs. Saskia J. Stuiveling"),
    ("dr. Ellen M.A. van Schoten RA", "dr. Ellen M.A. van Schoten RA"),
    ("jhr. mr. A. Beelaerts", "jhr. mr. A. Beelaerts"),
    ("de heer Verlaan", "Verlaan"),
    ("J. Verlaan", "J. Verlaan"),
    ("J. van Dijk", "J. van Dijk"),
]

NO_PERSONS = [
    "B. en W.",
    "B. en W. van Almere",
    "N.V. Nederlandse Gasunie",
    "N.V. Bank",
    "B.V. Jansen",
    "O.M.",
    "P.S. Graag antwoord",
    "N.B. De bijlage",
    "art. 10 lid 2",
    "artikel A. Jansen",
    "bijlage B. Kostenraming",
    "P.C. Hooftstraat 3",
    "J.P. Coenplein",
    "Mr. Treublaan 7",
    "Dr. Nolenslaan 157",
    "ir. D.S. Tuijnmanweg 10",
    "Postbus 20301",
    "A. Inleiding",
    "A. Gemeenten krijgen",
    "A. Bestemming en doel",
    "B. Organisatie",
    "Geachte heer, mevrouw",
    "Geachte heer/mevrouw,",
    "Geachte mevrouw, heer",
    "Mevrouw de Voorzitter",
    "Geachte mevrouw de minister",
    "Meneer/mevrouw,",
    "de heer uit Urk",
    "het C. Douwesterrein",
    "de heer",
    "dr VA",
    "ir Ee",
    "A. Os",
    "Franc Weerwind",
    "gemeente Almere",
    "jansen@almere.nl",
    "",
]


@pytest.mark.parametrize(("text", "name"), PERSONS)
def test_persons(text: str, name: str) -> None:
    assert [found.name for found in find_persons(text)] == [name]


@pytest.mark.parametrize("text", NO_PERSONS)
def test_no_persons(text: str) -> None:
    assert [found.name for found in find_persons(text)] == []


def test_several_and_where_they_stand() -> None:
    text = "J. Jansen en mevrouw P. de Vries, namens de heer\nBakker."
    found = list(find_persons(text))
    assert [person.name for person in found] == ["J. Jansen", "P. de Vries", "Bakker"]
    assert [text[person.start : person.end] for person in found] == [
        "J. Jansen",
        "mevrouw P. de Vries",
        "de heer\nBakker",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bakker, Jeroen <j.bakker@smallingerland.nl>", "Jeroen Bakker"),
        ("Hilda Postma <h.postma@fumo.nl>", "Hilda Postma"),
        ("de Vries, J. (Jan) [j.devries@urk.nl]", "J. de Vries"),
        ("vergunningen@urk.nl", None),
        ("Gemeente Urk", None),
    ],
)
def test_the_person_of_a_mailbox(text: str, name: str | None) -> None:
    assert person_of_mailbox(text) == name
