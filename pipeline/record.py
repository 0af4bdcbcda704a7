"""The record of one letter, as RECORD.md says it: what the command line, exports and page speak.

Pydantic stands here, at the border, and nowhere else. `Record` is the full form; `plain` reduces
every field to its value.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import (
    BaseModel,
    ConfigDict,
    PlainSerializer,
    SerializerFunctionWrapHandler,
    WithJsonSchema,
    model_serializer,
)

T = TypeVar("T")

Amount = Annotated[
    Decimal,
    PlainSerializer(lambda value: f"{value:.2f}", return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+\.\d{2}$"}),
]
Number = Annotated[
    Decimal,
    PlainSerializer(lambda value: f"{value.normalize():f}", return_type=str),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}),
]


class Model(BaseModel):
    """Frozen, and no key that the contract does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(Model):
    """Where something stands: a box on a page, or lines of a text file (1-based, first, last)."""

    page: int
    bbox: tuple[float, float, float, float] | None = None
    lines: tuple[int, int] | None = None

    @model_serializer(mode="wrap")
    def _one_of_both(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """`lines` is there only in a text file; there `bbox` is null."""
        data: dict[str, Any] = handler(self)
        if self.lines is None:
            del data["lines"]
        return data


class Evidence(Place):
    """A place where a value or a finding stands."""


class Status(StrEnum):
    """Whether the value could be had. Missing altogether is no field at all (null)."""

    found = "found"
    redacted = "redacted"
    illegible = "illegible"


class Loser(Model):
    """A value that was considered and not taken (`--explain`)."""

    value: Any
    text: str
    confidence: float
    evidence: tuple[Evidence, ...]
    source: str


class Field(Model, Generic[T]):
    """A value read off the page, with where it stood and how sure we are."""

    value: T | None
    status: Status = Status.found
    text: str
    confidence: float
    evidence: tuple[Evidence, ...]
    source: str
    candidates: tuple[Loser, ...] | None = None

    @model_serializer(mode="wrap")
    def _without_candidates(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """`candidates` is there only where they were asked for."""
        data: dict[str, Any] = handler(self)
        if self.candidates is None:
            data.pop("candidates", None)
        return data


class Source(Model):
    """The file, and which of its pages are this letter."""

    name: str
    sha256: str
    media_type: str
    pages: tuple[int, ...]
    page_count: int


class PageInfo(Model):
    """A page of the letter: size in points as shown, and how its text was had."""

    number: int
    width: float | None
    height: float | None
    rotation: int
    text_from: Literal["text-layer", "ocr", "text"]
    dpi: float | None
    legibility: float


class Recipient(Model):
    """To whom."""

    organisation: Field[str] | None = None
    organisation_id: Field[str] | None = None
    person: Field[str] | None = None
    role: Field[str] | None = None
    address: Field[str] | None = None
    postcode: Field[str] | None = None
    place: Field[str] | None = None


class Sender(Recipient):
    """From whom."""

    email: Field[str] | None = None
    phone: Field[str] | None = None


class References(Model):
    """Ons kenmerk, uw kenmerk, under all their names."""

    ours: Field[str] | None = None
    yours: Field[str] | None = None


class Part(StrEnum):
    """What a municipality is in a letter; the strongest counts."""

    sender = "sender"
    recipient = "recipient"
    party = "party"
    mentioned = "mentioned"


class Municipality(Model):
    """A municipality of the letter, one field as a whole."""

    name: str
    code: str | None
    province: str | None
    part: Part
    text: str
    confidence: float
    evidence: tuple[Evidence, ...]
    source: str


class MunicipalityGroup(Model):
    """Municipalities that the letter names together only, one field as a whole.

    `members`: the codes of those that the register has at the letter's date; inferred, since none
    is named. Empty where the register does not know the group.
    """

    name: str
    members: tuple[str, ...]
    text: str
    confidence: float
    evidence: tuple[Evidence, ...]
    source: str


class Kind(StrEnum):
    """What a budget line is."""

    unit_price = "unit_price"
    item = "item"
    subtotal = "subtotal"
    total = "total"


class BudgetLine(Model):
    """Money asked for, granted, spent or budgeted."""

    description: Field[str] | None
    kind: Kind
    amount: Field[Amount] | None
    currency: Literal["EUR", "NLG"]
    unit: str | None = None
    quantity: Number | None = None
    unit_price: Amount | None = None
    redacted: bool = False


class Table(Model):
    """A table; a cell that cannot be read has status illegible, an empty one the value ''."""

    page: int
    header: tuple[Field[str], ...]
    rows: tuple[tuple[Field[str], ...], ...]


class Covers(StrEnum):
    """What a redaction hides."""

    amount = "amount"
    person = "person"
    contact = "contact"
    reference = "reference"
    signature = "signature"
    passage = "passage"
    unknown = "unknown"


class Redaction(Place):
    """A covered place, one field as a whole."""

    covers: Covers
    grounds: tuple[str, ...]
    text: str
    confidence: float
    evidence: tuple[Evidence, ...]
    source: str


class Severity(StrEnum):
    """How bad a finding is."""

    info = "info"
    warning = "warning"
    error = "error"


class Finding(Model):
    """Something that a careful reader would object to."""

    code: str
    severity: Severity
    message: str
    evidence: tuple[Evidence, ...] = ()


class Record(Model):
    """One letter."""

    schema_version: Literal["1"] = "1"
    source: Source
    pages: tuple[PageInfo, ...] = ()
    sender: Sender = Sender()
    recipient: Recipient = Recipient()
    date: Field[dt.date] | None = None
    references: References = References()
    replies_to: Field[dt.date] | None = None
    subject: Field[str] | None = None
    municipalities: tuple[Municipality, ...] = ()
    municipality_groups: tuple[MunicipalityGroup, ...] = ()
    budget_lines: tuple[BudgetLine, ...] = ()
    tables: tuple[Table, ...] = ()
    redactions: tuple[Redaction, ...] = ()
    enclosures: tuple[Field[str], ...] = ()
    findings: tuple[Finding, ...] = ()

    @model_serializer(mode="wrap")
    def _without_groups(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """`municipality_groups` is there only where the letter names one."""
        data: dict[str, Any] = handler(self)
        if not self.municipality_groups:
            data.pop("municipality_groups", None)
        return data


_FIELD = {"value", "status", "text", "confidence", "evidence", "source"}
_OF_ENTRY = {"text", "confidence", "evidence", "source"}  # beside an entry's own values


def plain(record: Record) -> dict[str, Any]:
    """The record with every field reduced to its value, ready for JSON."""
    data = _reduced(record.model_dump(mode="json"))
    assert isinstance(data, dict)
    return data


def _reduced(node: Any) -> Any:
    if isinstance(node, list):
        return [_reduced(item) for item in node]
    if not isinstance(node, dict):
        return node
    if node.keys() >= _FIELD:
        return node["value"]
    drop: set[str] = _OF_ENTRY if node.keys() >= _OF_ENTRY else set()
    if "grounds" in node:  # a redaction keeps the text in it
        drop = drop - {"text"}
    return {key: _reduced(value) for key, value in node.items() if key not in drop}


_MAY_BE_LEFT_OUT = {"lines", "candidates", "municipality_groups"}


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of the full form.

    Made from what the models take, since their serializers hide what they give; all that has a
    default is written all the same, so it is required.
    """
    schema = Record.model_json_schema(mode="validation")
    for part in (schema, *schema["$defs"].values()):
        if "properties" in part:
            part["required"] = [key for key in part["properties"] if key not in _MAY_BE_LEFT_OUT]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
