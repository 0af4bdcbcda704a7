from __future__ import annotations

import pytest

from pipeline.check import Case
from pipeline.extract.fields import extract
from pipeline.record import Recipient, Sender, Severity
from tests.cases import SOURCE, TODAY, breaches, case, day, field, letter

LETTER = """Gemeente Assen
Postbus 30018
9400 RA Assen

Aan het ministerie van {ministry}
Postbus 20401
2500 EK Den Haag

Datum 16 maart {year}

Geachte heer, mevrouw,

Wij verzoeken u om een bijdrage.

Hoogachtend,

{signed}

J. Smit
"""


def whole(year: int, ministry: str, signed: str = "burgemeester en wethouders van Assen,") -> Case:
    made = letter(LETTER.format(year=year, ministry=ministry, signed=signed))
    return Case(made, extract(made, SOURCE), TODAY)


@pytest.mark.parametrize(
    ("year", "ministry", "count"),
    [
        (2012, "Economische Zaken en Klimaat", 1),
        (2019, "Economische Zaken en Klimaat", 0),
        (2012, "Economische Zaken, Landbouw en Innovatie", 0),
        (2012, "Economische Zaken,\nLandbouw en Innovatie", 0),
        (2016, "Economische Zaken", 0),
        (2019, "Veiligheid en Justitie", 1),
        (2013, "Veiligheid en Justitie", 0),
        (2013, "Sociale Zaken en Werkgelegenheid", 0),
        (2013, "Liefde en Geluk", 0),  # no ministry at all is another matter
    ],
)
def test_body_not_in_force(year, ministry, count):
    assert len(breaches("body-not-in-force", whole(year, ministry))) == count


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Het ministerie van Veiligheid en Justitie stemt in met de indeling.", 1),
        ("Het ministerie van Justitie en Veiligheid stemt in met de indeling.", 0),
        ("Het toenmalige ministerie van Veiligheid en Justitie stemde in.", 0),
        ("In 2014 heeft het ministerie van Veiligheid en Justitie ingestemd.", 0),
        ("De rol van het ministerie van Veiligheid en Justitie werd overgenomen.", 0),
        ("Het ministerie van Veiligheid en Vrede stemt in.", 0),
    ],
)
def test_a_ministry_in_running_text(sentence, count):
    of = whole(2019, "Sociale Zaken en Werkgelegenheid")
    told = letter(of.letter.text.replace("Wij verzoeken", f"{sentence} Wij verzoeken"))
    found = breaches("body-not-in-force", Case(told, of.record, TODAY))
    assert [breach.severity for breach in found] == [Severity.warning] * count


def test_an_old_name_in_the_text_is_let_be():
    of = whole(2019, "Sociale Zaken en Werkgelegenheid")
    told = letter(of.letter.text.replace("om een bijdrage", "wat het ministerie van VROM deed"))
    assert breaches("body-not-in-force", Case(told, of.record, TODAY)) == []


@pytest.mark.parametrize(
    ("signed", "count"),
    [
        ("burgemeester en wethouders van Assen,", 0),
        ("burgemeester en wethouders van Emmen,", 1),
        ("burgemeester en wethouders van Emmen,\nmede namens de gemeente Assen", 0),
        ("namens deze,", 0),
        ("burgemeester\n\nAfschrift aan: burgemeester en wethouders van Emmen", 0),
        ("burgemeester\n\nc.c.\ncollege van burgemeester en wethouders van Emmen", 0),
        ("namens het ministerie van Economische Zaken,", 0),  # another kind of body
    ],
)
def test_sender_signature(signed, count):
    of = whole(2014, "Economische Zaken", signed)
    assert len(breaches("sender-signature-mismatch", of)) == count


@pytest.mark.parametrize(
    ("name", "signed", "count"),
    [
        ("Omgevingsdienst IJmond", "Omgevingsdienst Zuid-Holland Zuid", 1),
        ("Omgevingsdienst IJmond", "Omgevingsdienst IJmond", 0),
        ("Omgevingsdienst IJmond", "de Omgevingsdienst Ijmcnd,", 0),  # misread
        ("Stichting Welzijn Assen", "Stichting Welzijn", 0),  # shortened
        ("Stichting Welzijn Assen", "namens de gemeente Emmen", 0),
        ("Omgevingsdienst IJmond", "Afschrift aan:\nOmgevingsdienst Groningen", 0),
        ("Ministerie van Economische Zaken", "De minister van Financiën,", 1),
        ("Ministerie van Economische Zaken", "De minister van Economische Zaken,", 0),
    ],
)
def test_another_body_signs(name, signed, count):
    made = letter(LETTER.format(ministry="Algemene Zaken", year=2014, signed=signed))
    head = letter(made.text.replace("Gemeente Assen", name, 1))
    body = field(name).model_copy(update={"source": "letterhead"})
    record = extract(head, SOURCE).model_copy(update={"sender": Sender(organisation=body)})
    assert len(breaches("sender-signature-mismatch", Case(head, record, TODAY))) == count


def test_a_successor_may_sign():
    content = LETTER.replace("Assen", "Uden").format(
        year=2021, ministry="Algemene Zaken", signed="burgemeester en wethouders van Maashorst,"
    )
    made = letter(content)
    of = Case(made, extract(made, SOURCE), TODAY)
    assert breaches("sender-signature-mismatch", of) == []


@pytest.mark.parametrize(
    ("person", "date", "count"),
    [
        ("W. Koolmees", "2016-06-14", 1),
        ("W. Koolmees", "2019-06-14", 0),
        ("L.F. Asscher", "2016-06-14", 0),
        ("L.F. Ascher", "2016-06-14", 0),  # one letter lost
        ("W. Koolmees", "2017-10-20", 0),  # some days before he began
        ("W. Koolmees", "1990-06-14", 0),  # the register does not go back so far
    ],
)
def test_minister_not_in_office(person, date, count):
    to = Recipient(
        person=field(person), role=field("De minister van Sociale Zaken en Werkgelegenheid")
    )
    of = case("Geachte heer,", date=day(date), recipient=to)
    assert len(breaches("minister-not-in-office", of)) == count


def test_one_who_signs_for_a_minister_is_none():
    by = Sender(person=field("T. de Boer"), role=field("De minister van Sociale Zaken"))
    of = case("Hoogachtend,\n\nnamens deze,\n\nT. de Boer", date=day("2016-06-14"), sender=by)
    assert breaches("minister-not-in-office", of) == []


@pytest.mark.parametrize(("head", "count"), [("Gemeente Emmen", 1), ("Gemeente Assen", 0)])
def test_a_sender_known_by_who_signs(head, count):
    signed = LETTER.format(ministry="Algemene Zaken", year=2014, signed="burgemeester van Assen,")
    made = letter(signed.replace("Gemeente Assen\nPostbus 30018\n9400 RA Assen", head))
    body = field("Gemeente Assen").model_copy(update={"source": "signed_for"})
    sender = Sender(organisation=body, organisation_id=field("gm0106"))
    record = extract(made, SOURCE).model_copy(update={"sender": sender})
    assert len(breaches("sender-signature-mismatch", Case(made, record, TODAY))) == count


@pytest.mark.parametrize(("person", "count"), [("H.G.J. Kamp", 1), ("E.D. Wiebes", 0)])
def test_a_bare_minister_is_of_the_ministry_addressed(person, count):
    to = Recipient(
        organisation=field("Ministerie van Economische Zaken en Klimaat"),
        person=field(person),
        role=field("de minister"),
    )
    of = case("Geachte minister,", date=day("2019-07-15"), recipient=to)
    assert len(breaches("minister-not-in-office", of)) == count
