"""What travels: buildings, houses, addresses and plans in and out."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Field, Schema
from pydantic import StringConstraints

from jingwei.domains.dwellings.queries.houses import LARGEST_PAGE, PAGE_SIZE
from jingwei.domains.dwellings.rules.addresses import LONGEST
from jingwei.foundation import edge
from jingwei.foundation.documents.contracts import Language
from jingwei.foundation.records import RecordDeed
from jingwei.kernel.geo import Datum

Remark = Annotated[str, StringConstraints(max_length=500)]
Reason = Annotated[str, StringConstraints(min_length=2, max_length=200, strip_whitespace=True)]
Alias = Annotated[str, StringConstraints(min_length=2, max_length=80, strip_whitespace=True)]
Aliases = Annotated[list[Alias], Field(max_length=10)]
Photos = Annotated[list[UUID], Field(max_length=9)]
Version = Annotated[int, Field(ge=1, le=2_000_000_000)]
Facts = dict[str, Any]
"""Values by the keys of the form; ``forms`` says which there are."""
Via = Literal["desk", "phone", "visit"]
"""Where the word came from."""
Use = Literal["home", "trade", "public", "industry", "other"]
Code = Annotated[str, StringConstraints(pattern=r"^[0-9A-Za-z_.-]{1,10}$")]


class DwellingsIn(Schema):
    """What both lists can be narrowed to, and their page."""

    area_code: Annotated[str | None, Field(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")] = None
    words: Annotated[str | None, Field(max_length=60)] = None
    use: Annotated[list[Use], Field(max_length=5)] = []
    is_due: bool = False
    is_ended: bool = False
    cursor: Annotated[str | None, Field(max_length=600)] = None
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE_SIZE


class BuildingsIn(DwellingsIn):
    structure: Annotated[list[Code], Field(max_length=20)] = []
    shape: Annotated[str | None, Field(max_length=2000)] = None


class HousesIn(DwellingsIn):
    building_id: UUID | None = None
    tenure: Annotated[list[Code], Field(max_length=20)] = []


class AddressPartsIn(edge.Input):
    """The parts of an address below the community, from the road to the room."""

    road: Annotated[str, StringConstraints(max_length=LONGEST["road"])] = ""
    number: Annotated[str, StringConstraints(max_length=LONGEST["number"])] = ""
    estate: Annotated[str, StringConstraints(max_length=LONGEST["estate"])] = ""
    block: Annotated[str, StringConstraints(max_length=LONGEST["block"])] = ""
    unit: Annotated[str, StringConstraints(max_length=LONGEST["unit"])] = ""
    floor: Annotated[str, StringConstraints(max_length=LONGEST["floor"])] = ""
    room: Annotated[str, StringConstraints(max_length=LONGEST["room"])] = ""


class DwellingAddressIn(edge.Input):
    """An address as people write it, or its parts where somebody has corrected the reading; parts go first."""

    text: Annotated[str, StringConstraints(max_length=200)] = ""
    parts: AddressPartsIn | None = None


class DwellingPlaceIn(edge.Input):
    """A position as it was measured, with its datum; converted once."""

    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    datum: Datum = Datum.WGS84
    accuracy_m: Annotated[float | None, Field(ge=0, le=100_000)] = None


class RegisterBuildingIn(edge.Input):
    address: DwellingAddressIn
    position: DwellingPlaceIn
    aliases: Aliases = []
    facts: Facts = {}
    place_id: UUID | None = None
    file_ids: Photos = []
    via: Via = "desk"


class RegisterHouseIn(edge.Input):
    """In a building the address is unit, floor and room; without one it is whole, and a position is needed."""

    address: DwellingAddressIn
    building_id: UUID | None = None
    position: DwellingPlaceIn | None = None
    aliases: Aliases = []
    facts: Facts = {}
    file_ids: Photos = []
    via: Via = "desk"


class ChangeDwellingIn(edge.Input):
    """What is not given stays. ``version`` is the one that was looked at: what others changed since is not overwritten."""

    version: Version
    facts: Facts = {}
    address: DwellingAddressIn | None = None
    aliases: Aliases | None = None
    position: DwellingPlaceIn | None = None
    file_ids: Photos | None = None
    via: Via = "desk"
    remark: Remark = ""


class PlanUnitIn(edge.Input):
    """One entrance: floors from first to last, and how many rooms are on each."""

    label: Annotated[str, StringConstraints(max_length=8)] = ""
    first: Annotated[int, Field(ge=-9, le=200)] = 1
    last: Annotated[int, Field(ge=-9, le=200)]
    rooms: Annotated[int, Field(ge=1, le=99)]


RoomKey = Annotated[str, StringConstraints(pattern=r"^[^/]{0,8}/[^/]{1,16}$")]


class HousePlanIn(edge.Input):
    """A house plan; rooms are named by unit/room. ``is_preview`` keeps nothing and says what keeping would come to."""

    version: Version
    units: Annotated[list[PlanUnitIn], Field(max_length=60)] = []
    uncounted: Annotated[list[Annotated[int, Field(ge=-9, le=200)]], Field(max_length=40)] = []
    shops: Annotated[int, Field(ge=0, le=200)] = 0
    missing: Annotated[list[RoomKey], Field(max_length=400)] = []
    merged: Annotated[list[Annotated[list[RoomKey], Field(max_length=20)]], Field(max_length=200)] = []
    is_preview: bool = True
    via: Via = "desk"


class ConfirmDwellingsIn(edge.Input):
    """Looked at, and nothing has changed."""

    building_ids: Annotated[list[UUID], Field(max_length=100)] = []
    house_ids: Annotated[list[UUID], Field(max_length=500)] = []
    via: Via = "phone"


class BuildingLifeIn(edge.Input):
    deed: Literal["end", "restore"]
    reason: Reason
    via: Via = "desk"


class PrintHouseIn(edge.Input):
    """What the sheet is for: printed on every page and recorded in the audit."""

    purpose: Annotated[str, StringConstraints(max_length=200)]
    language: Language = Language.ZH


class HouseLifeIn(edge.Input):
    """``into_id`` is the house that stays when a double is merged into it."""

    deed: Literal["end", "restore", "merge"]
    reason: Reason
    into_id: UUID | None = None
    via: Via = "desk"


class AddressPartsOut(Schema):
    road: str
    number: str
    estate: str
    block: str
    unit: str
    floor: str
    room: str


class DwellingFoundOut(Schema):
    """A building or a house that some words mean."""

    what: Literal["building", "house"]
    record_id: UUID
    building_id: UUID | None
    name: str
    address: str
    area_code: str
    area_name: str
    lon: float
    lat: float


class AddressesFoundOut(Schema):
    """How the words are read as an address, and what of it is registered within sight."""

    address: str
    parts: AddressPartsOut
    found: list[DwellingFoundOut]


class DwellingChangeOut(Schema):
    """One line of a history. ``facts`` are fields with before and after; labels stand beside."""

    change_id: UUID
    record_version: int
    deed: RecordDeed
    at: datetime
    actor_name: str
    unit_name: str
    source: str
    remark: str
    facts: dict[str, list[Any]]


class DwellingUseOut(Schema):
    label: str
    label_en: str
    count: int
    path: str


class DwellingRowOut(Schema):
    record_id: UUID
    address: str
    area_code: str
    area_name: str
    lon: float
    lat: float
    use: str
    use_mark: Use
    seen_at: datetime
    due_on: date | None
    is_due: bool
    is_ended: bool


class BuildingRowOut(DwellingRowOut):
    name: str
    structure: str
    floors_above: int | None
    houses: int


class HouseRowOut(DwellingRowOut):
    building_id: UUID | None
    unit: str
    room: str
    tenure: str
    area_m2: float | None
    people: int | None


class BuildingPageOut(Schema):
    rows: list[BuildingRowOut]
    next_cursor: str | None
    total: int | None
    is_capped: bool


class HousePageOut(Schema):
    rows: list[HouseRowOut]
    next_cursor: str | None
    total: int | None
    is_capped: bool


class DwellingFileOut(Schema):
    file_id: UUID
    kind: str
    media_type: str
    has_thumbnails: bool


class DwellingOut(Schema):
    """One record whole: ``facts`` by the form of that version, its history, where it is used, and what may be done."""

    version: int
    form_version: int
    facts: dict[str, Any]
    parts: AddressPartsOut
    aliases: list[str]
    area_path: str
    special_grid_code: str | None
    given_lon: float
    given_lat: float
    datum: str
    place_id: UUID | None
    source: str
    registered_at: datetime
    changed_at: datetime
    end_reason: str
    files: list[DwellingFileOut]
    changes: list[DwellingChangeOut]
    used_by: list[DwellingUseOut]
    can: list[str]


class BuildingOut(BuildingRowOut, DwellingOut):
    has_plan: bool


class HouseOut(HouseRowOut, DwellingOut):
    building_name: str
    merged_into: UUID | None


class PlanUnitOut(Schema):
    label: str
    first: int
    last: int
    rooms: int


class PlanCellOut(Schema):
    """One place on the plan. Without ``house_id`` nobody has registered it yet."""

    unit: str
    floor: int
    at: int
    span: int
    room: str
    is_shop: bool
    house_id: UUID | None
    use: str
    tenure: str
    people: int | None
    is_due: bool


class DrawnPlanOut(Schema):
    """A building's plan, from the top floor down. ``counts_people``: whether people are counted for the asker."""

    building_id: UUID
    name: str
    address: str
    version: int
    units: list[PlanUnitOut]
    uncounted: list[int]
    shops: int
    missing: list[str]
    merged: list[list[str]]
    cells: list[PlanCellOut]
    counts_people: bool
    can: list[str]


class PlanMadeOut(Schema):
    """What keeping a plan came, or would come, to. ``outside`` are registered houses that it does not foresee."""

    is_preview: bool
    foreseen: int
    made: int
    kept: int
    outside: list[str]
    cells: list[PlanCellOut]
    version: int


class DwellingsConfirmedOut(Schema):
    confirmed: int
