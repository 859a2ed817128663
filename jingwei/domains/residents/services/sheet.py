"""Residents as a sheet: the form's columns, and where somebody lives. One number once, in the file and in the city."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from jingwei.domains.dwellings.contracts import HouseCard
from jingwei.domains.dwellings.queries.finding import houses_at
from jingwei.domains.residents.contracts import RESIDENT, Living, RegisterOccasion
from jingwei.domains.residents.models import (
    Key,
    Member,
    Request,
    Residence,
    Resident,
    ResidentChange,
)
from jingwei.domains.residents.rules.form import IDENTITY
from jingwei.domains.residents.rules.refusals import AlreadyHere, PlaceMissing, RegisteredElsewhere
from jingwei.domains.residents.rules.words import LIVING_WORDS
from jingwei.domains.residents.services.finding import REGISTRAR, note_found, personal
from jingwei.domains.residents.services.placing import Home, Placed, settled
from jingwei.domains.residents.services.registering import (
    NewResident,
    added,
    first_home,
    identity_index,
    key_cells,
    with_birth_year,
)
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import open_areas_within
from jingwei.foundation.forms.contracts import Form, Reading
from jingwei.foundation.forms.services.reading import columns_of, form_of, read_facts
from jingwei.foundation.imports.contracts import Column, Context, Fault, Row, Sheet, day, one_of, text
from jingwei.foundation.inserting import insert_cells, insert_rows
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.errors import DomainError

LIVINGS = {word: living for living, words in LIVING_WORDS.items() for word in words}
PLACE_COLUMNS = (
    Column(
        "address",
        "住址",
        "Address",
        text(200),
        required=True,
        aliases=("现住址", "居住地址", "详细地址"),
        example="迎春路12号3栋1单元501",
        note_zh="与房屋登记一致的自动对应到房屋",
        note_en="matched with a registered house where it is the same",
    ),
    Column(
        "area_code",
        "网格代码",
        "Area code",
        text(15),
        aliases=("区划代码", "所属网格"),
        note_zh="住址没有对应到房屋时必填，社区12位或网格15位",
        note_en="needed where the address leads to no house: 12 digits of a community or 15 of a grid",
    ),
    Column("living", "居住情况", "Living", one_of(LIVINGS), required=True, aliases=("人口类型", "居住类型")),
    Column("from_on", "入住日期", "Since", day, aliases=("来此日期", "居住起始日期")),
)
PLACE_NAMES = frozenset(one.name for one in PLACE_COLUMNS)


def columns_now() -> tuple[Column, ...]:
    """The form as it is today, beside the place."""
    return columns_of(form_of(RESIDENT))


@dataclass(frozen=True, slots=True)
class Understood:
    """What a row says: who it is, where they live, and what is wrong with either."""

    row: Row
    facts: Mapping[str, object]
    reading: Reading | None
    home: Home
    there: Placed | None
    faults: tuple[Fault, ...]
    refusal: DomainError | None

    @property
    def index(self) -> bytes | None:
        return identity_index(self.reading) if self.reading is not None else None


def check_rows(actor: Actor, rows: Sequence[Row], context: Context) -> dict[int, list[Fault]]:
    """Whether every row could be registered as it stands."""
    found: dict[int, list[Fault]] = {}
    indexes: dict[bytes, int] = {}
    understood = _understood(actor, rows, context)
    known = _known([one.index for one in understood])
    for one in understood:
        faults, index, number = list(one.faults), one.index, one.row.number
        if index is not None and index in indexes:
            faults.append(
                Fault(
                    IDENTITY.key,
                    f"与第{indexes[index]}行的号码相同，请只保留一行",
                    f"the same number as in row {indexes[index]}; keep one of them",
                )
            )
        elif index is not None:
            indexes[index] = number
            faults += _double_faults(actor, index, known, context.at)
        if faults:
            found[number] = faults
        else:
            context.notes[one.row.id] = one
    return found


def write_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Register the rows of a chunk. Raises: what registering raises."""
    form = form_of(RESIDENT)
    with work(actor, Permission.MANAGE_RESIDENTS) as job:
        made: list[tuple[Resident, Placed]] = []
        for one in _understood(actor, rows, context):
            if one.refusal is not None or one.reading is None or one.there is None:
                raise one.refusal or PlaceMissing()
            new = NewResident(
                one.facts, one.home, RegisterOccasion.FOUND, "", "import", one.row.id, context.batch_id
            )
            made.append((added(form, one.reading, new, one.there, at=context.at), one.there))
        _require_single([one for one, _ in made], actor)
        insert_rows([one for one, _ in made])
        insert_rows([first_home(one, there, at=context.at) for one, there in made])
        insert_cells(Key, [cells for one, _ in made for cells in key_cells(one)])
        insert_rows([line_of(actor, one, context.at) for one, _ in made])
        job.record_own(f"imports.batch:{context.batch_id}", act="register_residents", rows=len(made))
    return [f"residents.resident:{row.id}" for row in rows]


def undo_rows(actor: Actor, targets: Sequence[str], *, at: datetime) -> dict[str, Fault]:
    """Take people out again whom nobody has touched since."""
    ids = {UUID(target.rpartition(":")[2]): target for target in targets}
    with work(actor, Permission.MANAGE_RESIDENTS) as job:
        rows = Resident.objects.visible_to(actor).select_for_update()
        untouched = rows.filter(pk__in=ids, version=1, batch_id__isnull=False, ended_at__isnull=True)
        gone = set(untouched.values_list("pk", flat=True)) - _joined(ids)
        Key.objects.filter(resident_id__in=gone).delete()
        ResidentChange.objects.filter(resident_id__in=gone).delete()
        Residence.objects.unscoped("with the person").filter(resident_id__in=gone).delete()
        Resident.objects.visible_to(actor).filter(pk__in=gone).delete()
        job.record_own("residents.resident:undo", undone=len(gone), kept=len(ids) - len(gone))
    kept = Fault(None, "登记后已有变更，不能撤销", "changed since; it is kept")
    return {target: kept for pk, target in ids.items() if pk not in gone}


def _joined(ids: Mapping[UUID, str]) -> set[UUID]:
    """Those who belong to a household or are asked about meanwhile."""
    with eyes(REGISTRAR):
        asked = Request.objects.unscoped("who is asked about is not taken out").filter(resident_id__in=ids)
        members = Member.objects.filter(resident_id__in=ids)
        return {*asked.values_list("resident_id", flat=True), *members.values_list("resident_id", flat=True)}


def _facts(row: Row) -> dict[str, object]:
    return {key: value for key, value in row.values.items() if key not in PLACE_NAMES and value is not None}


def _understood(actor: Actor, rows: Sequence[Row], context: Context) -> list[Understood]:
    """The rows one by one; houses and areas are asked for all of them at once. What checking found holds for writing."""
    new = [row for row in rows if row.id not in context.notes]
    texts = [str(row.values["address"]) for row in new if row.values["address"]]
    houses = houses_at(actor, texts) if new else {}
    standing = open_areas_within(str(row.values["area_code"]) for row in new if row.values["area_code"])
    form, today = form_of(RESIDENT), local(context.at).date()
    found = {row.id: _read(actor, row, form, houses, standing, today) for row in new}
    return [found[row.id] if row.id in found else context.notes[row.id] for row in rows]


def _read(
    actor: Actor,
    row: Row,
    form: Form,
    houses: Mapping[str, HouseCard],
    standing: Collection[str],
    today: date,
) -> Understood:
    house = houses.get(str(row.values["address"]))
    home, facts = _home(row, house, today), with_birth_year(_facts(row))
    reading, there, faults, refusal = None, None, [], None
    try:
        there = settled(actor, home, house, standing, today=today)
    except DomainError as refused:
        refusal = refused
        if row.values["address"]:  # an empty cell was told by the importer
            faults.append(Fault("area_code", refused.text, refused.text_en))
    try:
        reading = read_facts(form, facts, is_partial=False)
    except DomainError as refused:
        refusal = refusal or refused
        faults += faults_of(refused)
    return Understood(row, facts, reading, home, there, tuple(faults), refusal)


def _home(row: Row, card: HouseCard | None, today: date) -> Home:
    return Home(
        living=row.values["living"] or Living.HOME,
        from_on=row.values["from_on"] or today,
        house_id=card.house_id if card else None,
        address=str(row.values["address"]),
        area_code=row.values["area_code"] or "",
    )


def faults_of(refusal: DomainError) -> list[Fault]:
    """What a form found wrong, at the cells where it stands."""
    told = refusal.data.get("faults")
    if not told:
        return [Fault(None, refusal.text, refusal.text_en)]
    return [Fault(one["field"], one["message"], one["message_en"]) for one in told]


def _known(indexes: Iterable[bytes | None]) -> dict[bytes, Resident]:
    """Whose numbers of a chunk stand in the city already; one question for all."""
    with eyes(REGISTRAR):
        people = Resident.objects.unscoped("one number is one record in the whole city")
        found = people.filter(identity_index__in=[one for one in indexes if one], ended_at__isnull=True)
        return {bytes(one.identity_index): one for one in found}


def _double_faults(actor: Actor, index: bytes, known: Mapping[bytes, Resident], at: datetime) -> list[Fault]:
    row = known.get(index)
    if row is None:
        return []
    note_found(actor, personal(IDENTITY), [row], remark="导入核对", at=at)
    is_here = Resident.objects.visible_to(actor).filter(pk=row.pk).exists()
    refusal = AlreadyHere() if is_here else RegisteredElsewhere()
    return [Fault(IDENTITY.key, refusal.text, refusal.text_en)]


def _require_single(made: Sequence[Resident], actor: Actor) -> None:
    """Raises: AlreadyHere, RegisteredElsewhere for what came in between checking and writing."""
    indexes = [one.identity_index for one in made if one.identity_index]
    with eyes(REGISTRAR):
        people = Resident.objects.unscoped("one number is one record in the whole city")
        row = people.filter(identity_index__in=indexes, ended_at__isnull=True).first()
    if row is not None or len(set(indexes)) != len(indexes):
        is_here = row is None or Resident.objects.visible_to(actor).filter(pk=row.pk).exists()
        raise AlreadyHere if is_here else RegisteredElsewhere


def line_of(actor: Actor, row: Resident, at: datetime) -> ResidentChange:
    """The line with which a history begins, not yet saved."""
    return ResidentChange(
        resident_id=row.pk,
        record_version=1,
        deed=RecordDeed.REGISTERED.value,
        at=at,
        person_id=actor.person_id,
        post_id=actor.post_id,
        unit_id=actor.unit_id,
        actor_name=actor.name,
        source="import",
    )


RESIDENT_SHEET = Sheet(
    key="residents.people",
    title_zh="实有人口",
    title_en="Residents",
    columns=PLACE_COLUMNS,
    columns_now=columns_now,
    permission=Permission.MANAGE_RESIDENTS,
    write=write_rows,
    check=check_rows,
    undo=undo_rows,
)
