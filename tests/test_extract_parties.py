import pytest

from pipeline.extract.fields import extract
from pipeline.record import Source, plain
from tests.factories import letter_of

SOURCE = Source(name="x", sha256="", media_type="text/plain", pages=(1,), page_count=1)
BODY = "\n\nGeachte heer,\n\nHierbij ontvangt u onze aanvraag voor het komende jaar, met dank vooraf.\n"


def read(text):
    return plain(extract(letter_of(text), SOURCE))


def filled(party):
    return {name: value for name, value in party.items() if value}


def test_a_minister_in_the_window():
    record = read(
        "Datum: 28 januari 2016\n\nDe minister van Veiligheid en Justitie\nmr. G.A. Van der Steur\n"
        "Postbus 20301\n2500 EH DEN HAAG" + BODY
    )
    assert filled(record["recipient"]) == {
        "organisation": "Ministerie van Veiligheid en Justitie",
        "organisation_id": "mnre1058",
        "person": "mr. G.A. Van der Steur",
        "role": "De minister van Veiligheid en Justitie",
        "address": "Postbus 20301",
        "postcode": "2500 EH",
        "place": "DEN HAAG",
    }


@pytest.mark.parametrize(
    ("window", "expected"),
    [
        (
            "Aan het college van burgemeester en wethouders\nvan de gemeente Ommen\nPostbus 100\n7730 AC OMMEN",
            {"organisation": "Gemeente Ommen", "organisation_id": "gm0175",
             "role": "het college van burgemeester en wethouders"},
        ),
        (
            "Gedeputeerde Staten van Overijssel\nt.a.v. mevrouw J. de Vries\nPostbus 10078\n8000 GB ZWOLLE",
            {"organisation": "Provincie Overijssel", "organisation_id": "pv23", "role": "Gedeputeerde Staten",
             "person": "J. de Vries"},
        ),
        (
            "Stichting De Vechtoever\nde heer P. Jansen\nZamenhofdreef 412\n3562 JX UTRECHT",
            {"organisation": "Stichting De Vechtoever", "person": "P. Jansen", "address": "Zamenhofdreef 412"},
        ),
        (
            "Aan de colleges van burgemeester en wethouders van\nde gemeenten Barneveld, Ede en Nijkerk",
            {"organisation": "Gemeente Barneveld; Gemeente Ede; Gemeente Nijkerk",
             "organisation_id": "gm0203; gm0228; gm0267", "role": "de colleges van burgemeester en wethouders"},
        ),
    ],
)  # fmt: skip
def test_windows(window, expected):
    recipient = read("Datum: 28 januari 2018\n\n" + window + BODY)["recipient"]
    assert {name: recipient[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("head", "signature", "expected"),
    [
        (
            "Gemeente Urk\nPostbus 77, 8320 AB Urk\nT 0527 68 98 68   info@urk.nl",
            "Burgemeester en wethouders van Urk,\nde secretaris,        de burgemeester,\n\nJ. de Vries           P. Jansen",
            {"organisation": "Gemeente Urk", "organisation_id": "gm0184", "person": "J. de Vries; P. Jansen",
             "role": "de secretaris; de burgemeester", "address": "Postbus 77", "postcode": "8320 AB",
             "place": "Urk", "email": "info@urk.nl", "phone": "0527 68 98 68"},
        ),
        (
            "",
            "F.M. Weerwind\nBurgemeester Almere en Voorzitter Veiligheidscollege",
            {"organisation": "Gemeente Almere", "person": "F.M. Weerwind",
             "role": "Burgemeester Almere en Voorzitter Veiligheidscollege"},
        ),
        (
            "Stichting Taalhuis De Oever",
            "Fatma Yildirim-Bos\nvoorzitter",
            {"organisation": "Stichting Taalhuis De Oever", "organisation_id": None,
             "person": "Fatma Yildirim-Bos", "role": "voorzitter"},
        ),
    ],
)  # fmt: skip
def test_senders(head, signature, expected):
    record = read(f"{head}\n\nDatum: 28 januari 2016" + BODY + f"\nHoogachtend,\n\n{signature}\n")
    assert {name: record["sender"][name] for name in expected} == expected


def test_a_ministry_bears_the_name_of_its_day():
    head = "Ministerie van Veiligheid en Justitie\n\nDatum: {}" + BODY
    names = [read(head.format(day))["sender"]["organisation_id"] for day in ("28 januari 2016",)]
    assert names == ["mnre1058"]


def test_nobody_is_nobody():
    record = read(BODY)
    assert filled(record["sender"]) == {}
    assert filled(record["recipient"]) == {}
    assert record["date"] is None
