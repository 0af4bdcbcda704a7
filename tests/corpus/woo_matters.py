"""Matters that someone asked a municipality or province about under the Woo, and why parts are kept back."""

from __future__ import annotations

# What was asked about; the kinds of documents; what was paid for; a passage that is kept back.
LOCAL = (
    ("de tijdelijke opvanglocatie aan de Havenweg", ("memo over de locatie", "offerte beveiliging", "huurovereenkomst units", "e-mails met omwonenden", "verslag projectgroep", "factuur schoonmaak", "raadsbrief in concept"),
     ("huur van woonunits", "beveiliging", "schoonmaak", "aansluiting op het riool"), "de beveiliging loopt ieder uur een ronde langs de achterzijde en de twee nooduitgangen"),
    ("het afgelaste festival in het stadspark", ("aanvraag vergunning", "advies hulpdiensten", "e-mails met de organisator", "geluidsmeting", "verslag veiligheidsoverleg", "draaiboek", "brief aan omwonenden"),
     ("verkeersmaatregelen", "inzet van toezichthouders", "herstel van het gras", "juridisch advies"), "bij slecht weer verlaat het publiek het terrein via de dienstingang aan de zuidkant"),
)  # fmt: skip
REGIONAL = (
    ("de vertraging bij de vernieuwing van de provinciale weg N348", ("opdrachtbrief", "risicodossier", "e-mails met de aannemer", "verslag bouwvergadering", "memo asfaltkwaliteit", "claim meerwerk", "persbericht in concept"),
     ("extra bodemonderzoek", "omleidingsroutes", "meerwerk aan de brug", "onafhankelijk advies"), "de aannemer rekent voor de tweede fase met een opslag van elf procent op het materieel"),
    ("de verkoop van een voormalig steunpunt van de wegendienst", ("taxatierapport", "biedingen", "e-mails met de makelaar", "verslag ambtelijk overleg", "bodemonderzoek", "koopovereenkomst", "memo planning"),
     ("taxatie", "bodemonderzoek", "sloop van de loods", "kosten van de notaris"), "de hoogste bieder heeft een voorbehoud gemaakt voor de financiering en wil later leveren"),
)  # fmt: skip
GROUNDS = {
    "5.1.2.e": ("De persoonlijke levenssfeer", "Wij maken geen namen, handtekeningen en contactgegevens openbaar van ambtenaren die niet vanwege hun functie in de openbaarheid treden, en ook niet van inwoners die ons hebben geschreven. Hun belang om niet benaderd te worden weegt voor ons zwaarder dan het belang van openbaarheid (artikel 5.1, tweede lid, onder e)."),
    "5.1.2.b": ("Economische of financiële belangen", "Enkele bedragen en uitgangspunten zeggen iets over hoe wij bij een volgende opdracht onderhandelen. Als die bekend worden, kunnen aanbieders hun prijs daarop afstemmen (artikel 5.1, tweede lid, onder b)."),
    "5.1.2.i": ("Het goed functioneren van het bestuur", "Een deel van de documenten is een concept dat nooit is vastgesteld. Ambtenaren moeten versies met elkaar kunnen bespreken zonder dat elke tussenstand naar buiten komt (artikel 5.1, tweede lid, onder i)."),
    "5.1.1.c": ("Bedrijfs- en fabricagegegevens", "Wat een bedrijf vertrouwelijk aan ons heeft verteld over zijn werkwijze of kostprijs, mogen wij niet openbaar maken. Voor deze grond geldt geen afweging (artikel 5.1, eerste lid, onder c)."),
}  # fmt: skip
