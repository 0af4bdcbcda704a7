"""Matters that someone asked documents about under the Wob, and the considerations of its grounds."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Matter:
    """What was asked for, and of whom: body, unit, mail domain, documents, posts of the costs."""

    body: str
    unit: str
    domain: str
    about: str
    documents: tuple[tuple[str, str], ...]
    posts: tuple[str, ...]
    firm: str


# In the documents {} is a municipality.
MATTERS = (
    Matter("mnre1025", "directeur Wetgeving en Juridische Zaken", "minvws.nl", "de publiekscampagne over donorregistratie",
           (("Offerte publiekscampagne", "10.2.b"), ("Verslag startbijeenkomst", "10.2.e"), ("Brief aan de gemeente {}", "-"), ("E-mailwisseling over planning", "10.2.e"), ("Evaluatie eerste fase", "-"), ("Nota aan de directeur", "11.1")),
           ("ontwikkeling van de campagne", "inkoop van zendtijd", "drukwerk", "evaluatie"), "Helder & Partners Communicatie B.V."),
    Matter("mnre1130", "hoofd afdeling Algemeen Bestuurlijk-Juridische Zaken", "minienm.nl", "de planstudie voor de verbreding van het Twentekanaal",
           (("Opdrachtbrief planstudie", "10.2.b"), ("Verslag klankbordgroep", "10.2.e"), ("Reactie van de gemeente {}", "-"), ("E-mail over grondonderzoek", "10.2.e"), ("Conceptrapport varianten", "11.1"), ("Kostenraming", "10.2.b")),
           ("grondonderzoek", "verkeerskundig advies", "communicatie met de omgeving", "tekenwerk"), "Ingenieursbureau De Vaart B.V."),
    Matter("mnre1018", "hoofd afdeling Bestuursrecht", "mindef.nl", "de open dagen op de kazernes in de jaren 2011 tot en met 2013",
           (("Draaiboek open dag", "10.2.e"), ("Overeenkomst beveiliging", "10.1.c"), ("Brief van de gemeente {}", "-"), ("E-mail over verkeersplan", "10.2.e"), ("Evaluatieverslag", "-"), ("Memo over geluid", "11.1")),
           ("beveiliging van het terrein", "huur van tribunes", "verkeersregelaars", "sanitair"), "Gardewacht Beveiliging B.V."),
    Matter("zb000158", "directeur Juridische Zaken", "nza.nl", "het onderzoek naar de tarieven van de wijkverpleging",
           (("Onderzoeksopzet", "-"), ("Offerte onderzoeksbureau", "10.1.c"), ("Verslag expertgroep", "10.2.e"), ("Brief aan de gemeente {}", "-"), ("E-mail over steekproef", "10.2.e"), ("Conceptrapport", "11.1")),
           ("steekproef onder aanbieders", "gegevensanalyse", "klankbordgroep", "eindrapport"), "Bureau Zorgcijfers B.V."),
)  # fmt: skip
GROUNDS = {
    "10.2.e": ("Eerbiediging van de persoonlijke levenssfeer", "Op grond van artikel 10, tweede lid, aanhef en onder e, van de Wob blijft verstrekking van informatie achterwege voor zover het belang daarvan niet opweegt tegen het belang dat de persoonlijke levenssfeer wordt geëerbiedigd. In de documenten staan namen, telefoonnummers en e-mailadressen van ambtenaren en van medewerkers van het bureau. Waar het gaat om beroepshalve functioneren kan slechts in beperkte mate een beroep worden gedaan op dit belang. Dat ligt anders bij namen, omdat dit gegevens zijn die tot een individu herleidbaar zijn. Ik weeg het belang van bescherming hier zwaarder dan het belang van openbaarheid."),
    "10.2.b": ("Economische of financiële belangen", "Op grond van artikel 10, tweede lid, aanhef en onder b, van de Wob kan informatie worden geweigerd voor zover openbaarmaking de economische of financiële belangen van de Staat schaadt. De gehanteerde tarieven bepalen de onderhandelingspositie bij volgende aanbestedingen. Openbaarmaking zou marktpartijen in staat stellen hun aanbieding daarop af te stemmen. Om die reden heb ik de tarieven niet verstrekt."),
    "10.1.c": ("Bedrijfs- en fabricagegegevens", "Op grond van artikel 10, eerste lid, aanhef en onder c, van de Wob blijft verstrekking achterwege voor zover het bedrijfs- en fabricagegegevens betreft die vertrouwelijk aan de overheid zijn meegedeeld. Uit de overeenkomst kunnen wetenswaardigheden worden afgeleid over de bedrijfsvoering en de kostenopbouw van de opdrachtnemer. Dit is een absolute weigeringsgrond, zodat geen belangenafweging plaatsvindt."),
    "11.1": ("Persoonlijke beleidsopvattingen in stukken voor intern beraad", "Op grond van artikel 11, eerste lid, van de Wob wordt uit documenten die zijn opgesteld ten behoeve van intern beraad geen informatie verstrekt over daarin opgenomen persoonlijke beleidsopvattingen. Ambtenaren moeten in vertrouwen met elkaar van gedachten kunnen wisselen. Feiten en prognoses heb ik, waar zij niet met opvattingen zijn verweven, wel openbaar gemaakt."),
}  # fmt: skip
