"""What travels: organisations and places, in and out."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.domains.organisations.contracts import OrganisationKind, OrganisationStatus
from jingwei.domains.organisations.queries.organisations import LARGEST_PAGE, PAGE_SIZE
from jingwei.foundation import edge
from jingwei.foundation.records import RecordDeed
from jingwei.kernel.geo import Datum

FactValue = str | int | float | bool | list[str] | None
OrganisationFacts = Annotated[dict[str, FactValue], Field(max_length=200)]
Remark = Annotated[str, StringConstraints(max_length=500)]
Alias = Annotated[str, StringConstraints(min_length=1, max_length=100, strip_whitespace=True)]
Aliases = Annotated[list[Alias], Field(max_length=10)]
AreaCode = Annotated[str, StringConstraints(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")]
GroundCode = Annotated[str, StringConstraints(pattern=r"^(\d{12}|\d{15})?$")]
Version = Annotated[int, Field(ge=1, le=2_000_000_000)]
Code = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_-]{1,20}$")]
Codes = Annotated[list[Code], Field(max_length=40)]
LookReason = Literal["keep_record", "visit_resident", "supervision"]
CameFrom = Literal["desk", "phone", "visit"]


class OrganisationsIn(Schema):
    """Filters and page of a list; all of them fit into an address. Telephones never stand in one."""

    area_code: AreaCode | None = None
    words: Annotated[str | None, StringConstraints(max_length=60)] = None
    kind: Annotated[list[OrganisationKind], Field(max_length=4)] = []
    place_kind: Codes = []
    industry: Codes = []
    status: Annotated[list[OrganisationStatus], Field(max_length=4)] = []
    is_due: bool = False
    uses_gas: bool | None = None
    people_sleep: bool | None = None
    house_id: UUID | None = None
    operator_id: UUID | None = None
    cursor: Annotated[str | None, StringConstraints(max_length=600)] = None
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE_SIZE


class OrganisationCountsIn(Schema):
    area_code: AreaCode | None = None


class FindOrganisationsIn(edge.Input):
    """A whole telephone, or its last four digits."""

    number: Annotated[str, StringConstraints(min_length=4, max_length=30, strip_whitespace=True)]
    remark: Remark = ""


class OrganisationPositionIn(edge.Input):
    """A position as it was measured, with its datum; converted once."""

    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    datum: Datum = Datum.WGS84
    accuracy_m: Annotated[float | None, Field(ge=0, le=100_000)] = None


class OrganisationPlaceIn(edge.Input):
    """A house; or an address, with a position or the community or grid it lies in."""

    house_id: UUID | None = None
    address: Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)] = ""
    position: OrganisationPositionIn | None = None
    area_code: GroundCode = ""


class RegisterOrganisationIn(edge.Input):
    kind: OrganisationKind
    facts: OrganisationFacts
    place: OrganisationPlaceIn
    aliases: Aliases = []
    operator_id: UUID | None = None
    remark: Remark = ""
    came_from: CameFrom = "desk"


class ChangeOrganisationIn(edge.Input):
    """What is not given stays; an operator given as null is taken away. ``version`` is the one that was read."""

    version: Version
    facts: OrganisationFacts = {}
    aliases: Aliases | None = None
    operator_id: UUID | None = None
    remark: Remark = ""
    came_from: CameFrom = "desk"


class ConfirmOrganisationIn(edge.Input):
    came_from: CameFrom = "desk"


class OrganisationStatusIn(edge.Input):
    """How it stands from a day on. Whatever is not open needs a reason."""

    status: OrganisationStatus
    on: edge.Day
    reason: Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)] = ""
    version: Version
    came_from: CameFrom = "desk"


class MoveOrganisationIn(edge.Input):
    """Anywhere in the city."""

    place: OrganisationPlaceIn
    version: Version
    remark: Remark = ""
    came_from: CameFrom = "desk"


class MergeOrganisationIn(edge.Input):
    """The double goes into the record that stays."""

    into_id: UUID
    reason: Annotated[str, StringConstraints(min_length=2, max_length=200, strip_whitespace=True)]


class RevealOrganisationIn(edge.Input):
    """Without keys everything that is sealed."""

    keys: Annotated[list[Annotated[str, StringConstraints(max_length=40)]], Field(max_length=20)] = []
    purpose: LookReason
    remark: Annotated[str, StringConstraints(max_length=200)] = ""


class OrganisationRowOut(Schema):
    organisation_id: UUID
    kind: OrganisationKind
    name: str
    aliases: list[str]
    credit_code: str
    industry: str
    place_kind: str
    employees: str
    status: OrganisationStatus
    house_id: UUID | None
    address: str
    lon: float | None
    lat: float | None
    area_code: str
    area_name: str
    operator_id: UUID | None
    uses_gas: bool | None
    people_sleep: bool | None
    seen_at: datetime
    due_on: date | None
    is_due: bool
    is_ended: bool


class OrganisationPageOut(Schema):
    rows: list[OrganisationRowOut]
    next_cursor: str | None
    total: int | None
    is_capped: bool


class OrganisationChangeOut(Schema):
    """One line of the history; of sealed fields stands only that they changed."""

    change_id: UUID
    record_version: int
    deed: RecordDeed
    at: datetime
    actor_name: str
    unit_name: str
    source: str
    remark: str
    facts: dict[str, Any]


class OperatorOut(Schema):
    organisation_id: UUID
    name: str
    credit_code: str


class OrganisationOut(OrganisationRowOut):
    """``operator`` is null also where it lies out of sight; ``places`` are those in use that it runs."""

    version: int
    form_kind: str
    form_version: int
    area_path: str
    facts: dict[str, Any]
    sealed_keys: list[str]
    operator: OperatorOut | None
    places: int
    status_on: date | None
    status_reason: str
    source: str
    registered_at: datetime
    changed_at: datetime
    merged_into: UUID | None
    given_lon: float | None
    given_lat: float | None
    datum: str
    changes: list[OrganisationChangeOut]
    can: list[str]


class MovedOrganisationOut(Schema):
    """Without an organisation where it lies out of sight now."""

    organisation: OrganisationOut | None


class RevealedOrganisationOut(Schema):
    values: dict[str, str]


class OrganisationCountOut(Schema):
    """What is open in one area, by kind; ``due`` is how many of them are to be seen again."""

    area_code: str
    area_name: str
    total: int
    kinds: dict[str, int]
    due: int


class OrganisationCountsOut(Schema):
    """``area_code`` is the area counted, the rows are the areas one level below that have anything."""

    area_code: str
    rows: list[OrganisationCountOut]
