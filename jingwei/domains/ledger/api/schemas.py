"""What travels: things of the ledger in and out."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, TypeVar
from uuid import UUID

from ninja import Field, Schema
from pydantic import BeforeValidator, PlainSerializer, StringConstraints

from jingwei.domains.ledger.contracts import Condition, Deed, Life, ResourceState
from jingwei.domains.ledger.queries.components import LARGEST_PAGE, PAGE_SIZE
from jingwei.foundation import edge
from jingwei.kernel.geo import Datum

Line = Annotated[str, StringConstraints(max_length=200)]
Short = Annotated[str, StringConstraints(max_length=80)]
Remark = Annotated[str, StringConstraints(max_length=500)]
Reason = Annotated[str, StringConstraints(min_length=2, max_length=200, strip_whitespace=True)]
KindCode = Annotated[str, StringConstraints(pattern=r"^\d{4}$")]
KindKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
Version = Annotated[int, Field(ge=1, le=2_000_000_000)]
Files = Annotated[list[UUID], Field(max_length=9)]
Narrowed = TypeVar("Narrowed")
OF_THE_PAGE = frozenset({"cursor", "size", "order"})


def _written(value: object) -> object:
    """Money travels as text: a binary fraction would round it."""
    if isinstance(value, float):
        raise ValueError('write an amount as text, as in "1200.50"')
    return value


Yuan = Annotated[
    Decimal,
    BeforeValidator(_written),
    PlainSerializer(lambda amount: f"{amount:.2f}", return_type=str),
    Field(ge=0, le=Decimal("999999999.99"), max_digits=12, decimal_places=2),
]


class NarrowedIn(Schema):
    """What every list of the ledger can be narrowed to, and its page."""

    area_code: Annotated[str | None, Field(pattern=r"^(\d{4}|\d{6}|\d{9}|\d{12}|\d{15})$")] = None
    unit_id: UUID | None = None
    words: Annotated[str | None, Field(max_length=60)] = None
    shape: Annotated[str | None, Field(max_length=2000)] = None
    cursor: Annotated[str | None, Field(max_length=300)] = None
    size: Annotated[int, Field(ge=1, le=LARGEST_PAGE)] = PAGE_SIZE

    def narrowed(self, into: Callable[..., Narrowed]) -> Narrowed:
        """The filters as a query takes them; pages are not among them."""
        said = {name: getattr(self, name) for name in type(self).model_fields if name not in OF_THE_PAGE}
        return into(**{name: tuple(one) if isinstance(one, list) else one for name, one in said.items()})


class PlaceGivenIn(edge.Input):
    """A position as it was measured, with its datum; converted once."""

    lon: Annotated[float, Field(ge=-180, le=180)]
    lat: Annotated[float, Field(ge=-90, le=90)]
    datum: Datum = Datum.WGS84
    accuracy_m: Annotated[float | None, Field(ge=0, le=100_000)] = None


class ComponentFactsIn(edge.Input):
    """A unit with an account here by its id, another by its name."""

    name: Short = ""
    address: Line = ""
    owner_unit_id: UUID | None = None
    owner_name: Short = ""
    keeper_unit_id: UUID | None = None
    keeper_name: Short = ""
    installed_on: edge.Day | None = None
    inspect_days: Annotated[int, Field(ge=0, le=3650)] = 0
    value_yuan: Yuan | None = None
    acquired_on: edge.Day | None = None
    warranty_until_on: edge.Day | None = None
    maker: Short = ""
    asset_no: Annotated[str, StringConstraints(max_length=40)] = ""


class RegisterComponentIn(ComponentFactsIn):
    """Without ``code`` the next serial of the county and the type is given."""

    kind: KindCode
    code: Annotated[str, StringConstraints(max_length=16)] = ""
    position: PlaceGivenIn
    file_ids: Files = []


class ChangeComponentIn(ComponentFactsIn):
    position: PlaceGivenIn | None = None
    version: Version
    remark: Remark = ""


class InspectionIn(edge.Input):
    """``id`` is made by the client: sending the same inspection twice is one inspection."""

    id: UUID | None = None
    condition: Condition
    remark: Remark = ""
    file_ids: Files = []


class MaintenanceIn(edge.Input):
    """What was done, and how the component is afterwards."""

    condition: Condition = Condition.GOOD
    remark: Annotated[str, StringConstraints(min_length=2, max_length=500)]
    cost_yuan: Yuan | None = None
    file_ids: Files = []


class LifeIn(edge.Input):
    deed: Literal[Deed.SUSPENDED, Deed.RESTORED, Deed.RETIRED]
    reason: Reason
    version: Version


class ComponentKindOut(Schema):
    code: str
    class_code: str
    class_name: str
    type_name: str
    inspect_days: int
    is_active: bool


class ComponentRowOut(Schema):
    """``unit_name`` is who keeps it, else who owns it."""

    component_id: UUID
    code: str
    kind: str
    class_name: str
    type_name: str
    name: str
    address: str
    area_code: str
    area_name: str
    lon: float
    lat: float
    condition: Condition
    life: Life
    unit_name: str
    inspected_at: datetime | None
    inspect_due_on: date | None
    is_due: bool


class LedgerPageOut(Schema):
    next_cursor: str | None
    total: int | None
    is_capped: bool


class ComponentPageOut(LedgerPageOut):
    """``total`` is counted for the first page only, up to ``is_capped``."""

    rows: list[ComponentRowOut]


class LedgerFileOut(Schema):
    file_id: UUID
    kind: str
    media_type: str
    has_thumbnails: bool


class LedgerEntryOut(Schema):
    """One line of the log; ``facts`` are the fields that changed, each with before and after."""

    entry_id: UUID
    deed: Deed
    label: str
    label_en: str
    at: datetime
    actor_name: str
    unit_name: str
    remark: str
    condition: Condition | None
    cost_yuan: Yuan | None
    facts: dict[str, list[str]]
    files: list[LedgerFileOut]


class ComponentOut(ComponentRowOut):
    """A component with its record and log. ``can`` names what may be done to it now by who asks; ``label_rows`` are
    the rows of the QR code that leads to its card."""

    version: int
    area_path: str
    special_grid_code: str | None
    given_lon: float
    given_lat: float
    datum: Datum
    owner_unit_id: UUID | None
    owner_name: str
    keeper_unit_id: UUID | None
    keeper_name: str
    life_reason: str
    installed_on: date | None
    inspect_days: int
    kind_inspect_days: int
    value_yuan: Yuan | None
    acquired_on: date | None
    warranty_until_on: date | None
    is_under_warranty: bool
    maker: str
    asset_no: str
    registered_at: datetime
    entries: list[LedgerEntryOut]
    can: list[str]
    label_rows: list[str]


class ComponentCardOut(Schema):
    """What anybody may know of a thing in the street."""

    component_id: UUID
    code: str
    class_name: str
    type_name: str
    name: str
    address: str
    area_name: str
    lon: float
    lat: float
    is_retired: bool


class ResourceKindOut(Schema):
    key: str
    name_zh: str
    name_en: str
    counts_zh: str
    counts_en: str
    is_active: bool


class ResourceKindIn(edge.Input):
    name_zh: Annotated[str, StringConstraints(min_length=1, max_length=40)]
    name_en: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    counts_zh: Annotated[str, StringConstraints(max_length=20)] = ""
    counts_en: Annotated[str, StringConstraints(max_length=40)] = ""
    is_active: bool = True


class ResourceFactsIn(edge.Input):
    name: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    address: Line = ""
    unit_id: UUID | None = None
    unit_name: Short = ""
    capacity: Annotated[int | None, Field(ge=0, le=10_000_000)] = None
    opening_hours: Line = ""
    phone: Annotated[str, StringConstraints(max_length=20, pattern=r"^[0-9 +()-]*$")] = ""


class ContactGivenIn(edge.Input):
    name: Annotated[str, StringConstraints(max_length=40)] = ""
    phone: Annotated[str, StringConstraints(min_length=3, max_length=30)]


class RegisterResourceIn(ResourceFactsIn):
    kind: KindKey
    position: PlaceGivenIn
    contact: ContactGivenIn | None = None
    file_ids: Files = []


class ChangeResourceIn(ResourceFactsIn):
    position: PlaceGivenIn | None = None
    version: Version
    remark: Remark = ""


class SetContactIn(edge.Input):
    """Without a contact the present one is erased."""

    contact: ContactGivenIn | None = None
    version: Version


class ResourceStateIn(edge.Input):
    state: ResourceState
    reason: Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)] = ""
    version: Version


class ContactLookIn(edge.Input):
    purpose: Literal["follow_up", "supervision"]
    remark: Line = ""


class ContactOut(Schema):
    name: str
    phone: str


class ResourceRowOut(Schema):
    """``is_open`` is None where nobody has said when it is open."""

    resource_id: UUID
    kind: str
    kind_name: str
    kind_name_en: str
    name: str
    address: str
    area_code: str
    area_name: str
    lon: float
    lat: float
    unit_name: str
    capacity: int | None
    counts_zh: str
    counts_en: str
    opening_hours: str
    is_open: bool | None
    phone: str
    state: ResourceState


class ResourcePageOut(LedgerPageOut):
    """``total`` is counted for the first page only, up to ``is_capped``."""

    rows: list[ResourceRowOut]


class ResourceOut(ResourceRowOut):
    """A resource with its log; who is behind it stays masked until somebody looks."""

    version: int
    area_path: str
    special_grid_code: str | None
    unit_id: UUID | None
    state_reason: str
    contact_name: str | None
    contact_phone: str | None
    registered_at: datetime
    entries: list[LedgerEntryOut]
    can: list[str]


class NearThingOut(Schema):
    """A component or a resource, and how far away it stands."""

    what: Literal["component", "resource"]
    thing_id: UUID
    kind: str
    kind_name: str
    kind_name_en: str
    name: str
    address: str
    lon: float
    lat: float
    distance_m: float
