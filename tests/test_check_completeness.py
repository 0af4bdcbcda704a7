from __future__ import annotations

import pytest

from tests.cases import breaches, case, field, message

HEAD = "Gemeente Ede\nPostbus 9022\n6710 HK Ede\n\n"
BODY = "\n\nGeachte heer,\n\nIn deze brief leest u wat wij hebben besloten over uw plan.\n"
END = "\n\nHoogachtend,\n\nA. de Vries\nburgemeester\n"
REFERENCES = {"references": {"ours": field("12")}}


def test_subject_missing():
    assert len(breaches("subject-missing", case(BODY))) == 1
    assert breaches("subject-missing", case(BODY, subject=field("Plan"))) == []


@pytest.mark.parametrize(
    ("head", "count"),
    [
        ("Ons kenmerk:", 1),
        ("Ons kenmerk\n\nDatum        3 mei 2019", 1),
        ("Datum: 3 mei 2019\nOns kenmerk:\nOnderwerp: plan", 1),
        ("Uw kenmerk: -\nOnderwerp: plan", 1),
        ("Ons kenmerk:\nUw kenmerk:\nOnderwerp: plan", 2),
        ("Ons kenmerk: 2019/12", 0),
        ("Ons kenmerk      2019/12", 0),
        ("Ons kenmerk\n2019/12", 0),
        ("Ons kenmerk      Uw kenmerk\nBJZ              Z-19", 0),
        ("Kenmerk: █", 0),
        ("Betreft: ons kenmerk", 0),
    ],
)
def test_reference_missing(head, count):
    assert len(breaches("reference-missing", case(HEAD + head + BODY))) == count


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "Ons kenmerk: 12" + BODY + "\fOns kenmerk\n\nVervolg van de brief over het plan.",
        BODY + "Wij verzoeken u te betalen onder vermelding van\nons kenmerk.",
        BODY + "\f" + "Bijlage 1\n\nOns kenmerk:\n\nTekst van iets anders.",
    ],
)
def test_reference_is_there_or_not_asked_for(text):
    assert breaches("reference-missing", case(text)) == []


@pytest.mark.parametrize(("value", "count"), [("", 1), (" 2019-4", 0)])
def test_another_label_does_not_fill_it(value, count):
    text = HEAD + f"Ons kenmerk:{value}\nZaaknummer: 6459-2017" + BODY
    assert len(breaches("reference-missing", case(text))) == count


def test_reference_message():
    of = case(HEAD + "Ons kenmerk:" + BODY)
    assert message("reference-missing", of) == "The label 'Ons kenmerk' has no value."
    assert message("reference-missing", of, "nl") == "Het label 'Ons kenmerk' heeft geen waarde."


def pages(*numbers):
    return "\f".join(f"{number}\n\nTekst van een bladzijde uit de brief." for number in numbers)


@pytest.mark.parametrize(
    ("text", "missing", "order"),
    [
        (pages("Pagina 1 van 2", "Pagina 2 van 2"), 0, 0),
        (pages("Pagina 1 van 3", "Pagina 2 van 3"), 1, 0),
        (pages("Pagina 1 van 3", "Pagina 3 van 3"), 1, 0),
        (pages("Pagina 1 van 3", "Pagina 3 van 3", "Pagina 2 van 3"), 0, 1),
        (pages("", "Pagina 2 van 3", "Pagina 3 van 3"), 0, 0),
        (pages("", "Pagina 2 van 3"), 1, 0),
        (pages("Pagina 1 van 2", "Pagina 2 van 2", ""), 0, 0),
        (pages("", "Blad 2", "Blad 4"), 1, 0),
        (pages("Blad 41", "Blad 42"), 0, 0),  # of a bundle
        (pages("Pagina 1 van 4", "", "Pagina 4 van 4"), 1, 0),
        (pages("Pagina 1 van 2", "Pagina 2 van 2", "Pagina 1 van 5", "Pagina 2 van 5"), 0, 0),
        (pages("Pagina 1 van 3"), 0, 0),  # a text without form feeds may hold all of them
        (pages("", "", "zie pagina 2 van 9 van het rapport"), 0, 0),
        (pages("- 1 -", "- 3 -"), 0, 0),
    ],
)
def test_pages(text, missing, order):
    of = case(text)
    assert len(breaches("page-missing", of)) == missing
    assert len(breaches("page-order", of)) == order


FULL = "Tekst van een regel uit de brief.\n" * 30
FAX = "10-OKT-91 13:54   ADVIES B.   073-261923   P.{}\n\nTekst van een bladzijde uit de brief."


@pytest.mark.parametrize(
    ("text", "missing", "order"),
    [
        (f"{FULL}Pagina 1 van 3\n{FULL}Pagina 2 van 3\n{FULL}Pagina 3 van 3", 0, 0),
        (f"{FULL}Pagina 1 van 3\nTekst.\n\nPagina 3 van 3", 1, 0),
        (f"{FULL}Pagina 1 van 3\n{FULL}{FULL}Pagina 3 van 3", 0, 0),  # a number that was lost
        (f"{FULL}Pagina 1 van 3\nTekst.\n\nPagina 3 van 3\n{FULL}Pagina 2 van 3", 0, 1),
        (f"{FULL}Pagina 1 van 2\n{FULL}", 0, 0),
        (f"{FULL}Datum Blad\n3 mei 2019 3 van 3\n{FULL}", 1, 0),
        (f"{FULL}Datum Blad\n3 mei 2019 2 van 2\n{FULL}", 0, 0),
        ("\f".join(FAX.format(number) for number in ("01", "02")), 0, 0),
        ("\f".join(FAX.format(number) for number in ("01", "03")), 1, 0),
        ("\f".join(FAX.format(number) for number in ("01/03", "03/03")), 1, 0),
        ("\f".join(FAX.format(number) for number in ("01", "03", "02")), 0, 1),
        ("Brief.\fVervolg van onze brief van 3 mei 2019, blad 2\n\nTekst.", 0, 0),
        ("Brief.\fVervolg van onze brief van 3 mei 2019, blad 3\n\nTekst.", 0, 0),
    ],
)
def test_page_numbers_in_one_text_and_of_a_fax(text, missing, order):
    of = case(text)
    assert len(breaches("page-missing", of)) == missing
    assert len(breaches("page-order", of)) == order


def test_page_message():
    of = case(pages("Pagina 1 van 3", "Pagina 2 van 3"))
    assert message("page-missing", of) == (
        "Page 3 is missing: the numbers announce 3 pages and 2 are there."
    )


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Meer informatie vindt u in de bijlage.", 1),
        ("Een afschrift van het rapport is als bijlage bij deze brief gevoegd.", 1),
        ("De processen-verbaal zijn niet bijgevoegd.", 0),
        ("De cijfers staan in de bijlage bij het rapport.", 0),
        ("Als bijlage ontvangt u de begroting.", 1),
        ("Zie bijlage 2 voor de planning.", 1),
        ("Het formulier dat bij deze brief is gevoegd, stuurt u terug.", 1),
        ("De begroting is bijgevoegd.", 1),
        ("In de bijlage bij uw brief noemt u drie projecten.", 0),
        ("Dit staat in bijlage 2 van de Regeling natuur.", 0),
        ("De door u bijgevoegde stukken hebben wij gelezen.", 0),
        ("Wij hebben uw plan gelezen.", 0),
        ("De bijlage is geheim.", 0),
    ],
)
def test_enclosure_mentioned(sentence, count):
    assert len(breaches("enclosure-not-included", case(BODY + sentence + END))) == count


@pytest.mark.parametrize(
    ("label", "count"),
    [
        ("Bijlagen: 2", 1),
        ("Bijlage(n): begroting", 1),
        ("Bijlagen       2", 1),
        ("Bijlagen: geen", 0),
        ("Bijlagen: -", 0),
        ("Bijlagen", 0),
    ],
)
def test_enclosure_listed(label, count):
    of = case(HEAD + label + "\nOnderwerp: plan" + BODY + END)
    assert len(breaches("enclosure-not-included", of)) == count


def test_an_enclosure_that_is_there():
    text = BODY + "Als bijlage ontvangt u de begroting." + END
    assert breaches("enclosure-not-included", case(text + "\fBijlage 1: begroting\n\nPosten")) == []
    assert breaches("enclosure-not-included", case(text + "\n\nBijlage\n\n" + "post " * 60)) == []
    assert len(breaches("enclosure-not-included", case(text + "\fKopie aan: archief"))) == 1


def test_an_enclosure_under_its_own_name():
    text = BODY + "De documenten staan op een inventarislijst die als bijlage is gevoegd."
    assert len(breaches("enclosure-not-included", case(text))) == 1
    assert breaches("enclosure-not-included", case(text + "\fInventarislijst 20\n\nNr. 1")) == []


SIGNED = "Wij gaan hiervan uit.\n\nHoogachtend,\n\nde burgemeester,\n\nJ. Smit"
REMEDY = (
    "Tegen dit besluit kan degene wiens belang rechtstreeks bij dit besluit is betrokken binnen zes "
    "weken bezwaar maken. Het bezwaarschrift bevat naam en adres, de dagtekening, een omschrijving "
    "van het besluit waartegen het is gericht en de gronden van het bezwaar."
)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            f"Als bijlage zenden wij de nota.\n\n{SIGNED}\fBijlage 1\n\nTekst van de nota in woorden.",
            0,
        ),
        (f"Als bijlage zenden wij de nota.\f{SIGNED}\nBijlage: nota", 1),  # listed, not there
        (f"Als bijlage zenden wij de nota.\n\n{SIGNED}\f{REMEDY}", 1),  # how to object
    ],
)
def test_what_follows_the_signature(text, count):
    assert len(breaches("enclosure-not-included", case(f"{HEAD}{BODY}\n\n{text}"))) == count
