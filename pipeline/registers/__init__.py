"""Registers: who and what existed, asked at a date. Strings in, values out.

Every table is read at the first question that needs it. Dates are half-open; a date of None asks
for today's register, the state of `reference_date()`.
"""

from __future__ import annotations

import datetime as dt

from pipeline.registers import tables
from pipeline.registers.addresses import organisation_by_address, organisations_by_address
from pipeline.registers.exemptions import Ground, glyph_confusions, ground, grounds, labels
from pipeline.registers.geography import (
    Place,
    PostcodeArea,
    Province,
    municipality_of_place,
    place_named,
    places,
    postcode_place,
    postcodes_of,
    province,
    provinces,
)
from pipeline.registers.municipal import (
    Municipality,
    find_municipalities,
    former_municipality,
    group,
    is_ordinary_word,
    municipalities,
    municipalities_named,
    municipalities_of_province,
    municipality,
    municipality_names,
    nearest_municipality,
    successors,
)
from pipeline.registers.names import Hit, key
from pipeline.registers.offices import (
    Minister,
    minister_named,
    ministers,
    ministers_are_known,
    ministry_of,
)
from pipeline.registers.organisations import (
    Organisation,
    find_organisations,
    former_organisation,
    known_together,
    organisation,
)
from pipeline.registers.public_bodies import (
    Body,
    bodies,
    bodies_named,
    body,
    body_of_domain,
    former_body,
)

__all__ = [
    "Body", "Ground", "Hit", "Minister", "Municipality", "Organisation", "Place", "PostcodeArea",
    "Province", "bodies", "bodies_named", "body", "body_of_domain",
    "find_municipalities", "find_organisations",
    "former_body", "former_municipality", "former_organisation", "glyph_confusions", "ground",
    "grounds", "group", "is_ordinary_word", "key", "known_together", "labels", "minister_named",
    "ministers", "ministers_are_known", "ministry_of", "municipalities", "municipalities_named",
    "municipalities_of_province", "municipality", "municipality_names", "municipality_of_place",
    "nearest_municipality", "organisation", "organisation_by_address", "organisations_by_address",
    "place_named", "places", "postcode_place", "postcodes_of", "province", "provinces",
    "reference_date", "successors",
]  # fmt: skip


def reference_date() -> dt.date:
    """The day that the register data was made."""
    return dt.date.fromisoformat(tables.value("made.json")["made"])
