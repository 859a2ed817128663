"""Houses as a sheet: those in a registered building by their address alone, others with a position of their own."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from jingwei.domains.dwellings.contracts import HOUSE
from jingwei.domains.dwellings.models import Building, House
from jingwei.domains.dwellings.rules.addresses import Parts, parse, shown, stem_of
from jingwei.domains.dwellings.rules.refusals import AddressTaken, AddressUnclear, PlaceNeeded
from jingwei.domains.dwellings.services.houses import settle_in
from jingwei.domains.dwellings.services.keeping import fill_in, line
from jingwei.domains.dwellings.services.sheets.rows import (
    ADDRESS_COLUMN,
    ALIASES_COLUMN,
    POSITION_COLUMNS,
    area_names,
    double_faults,
    facts_of,
    faults_of,
    other_names,
    standing_of,
    target_of,
)
from jingwei.domains.dwellings.services.sheets.undoing import take_back
from jingwei.domains.dwellings.services.standing import (
    AddressGiven,
    read_address,
    require_door,
    set_address,
)
from jingwei.domains.ledger.services.placing import Standing, stand
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import edition_number
from jingwei.foundation.forms.contracts import Form
from jingwei.foundation.forms.services.reading import columns_of, form_of
from jingwei.foundation.imports.contracts import DATUM_OPTION, Column, Context, Fault, Row, Sheet
from jingwei.foundation.inserting import insert_rows
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.work import work
from jingwei.kernel.errors import DomainError

SOURCE = "import"
NO_PLACE = Fault(
    "address",
    "没有登记这栋楼，也没有写经纬度。请先导入楼栋，或补上经纬度",
    "no such building is registered and no position is given; import the building first, or give the position",
)


def check_house_rows(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """Addresses that are unclear or registered, buildings that are not, fields that the form refuses."""
    made, found = _made(actor, rows, context)
    return found | double_faults(made)


def write_house_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Register the rows of a chunk. Raises: what registering raises, with the column."""
    with work(actor, Permission.KEEP_DWELLINGS) as job:
        made, _ = _made(actor, rows, context, is_writing=True)
        doubles = double_faults(made)
        for row, thing in made:
            if row.number in doubles:
                raise AddressTaken(address=thing.address, column="address")
        things = [thing for _, thing in made]
        insert_rows(things)
        insert_rows([line(actor, one, RecordDeed.REGISTERED, at=context.at, source=SOURCE) for one in things])
        job.record_own(f"imports.batch:{context.batch_id}", act="register_houses", rows=len(things))
    return [target_of(one) for one in things]


def undo_house_rows(actor: Actor, targets: Sequence[str], *, at: datetime) -> dict[str, Fault]:
    """Take houses out again; what was changed or is lived in since is kept."""
    return take_back(actor, House, targets)


def _made(
    actor: Actor, rows: Sequence[Row], context: Context, *, is_writing: bool = False
) -> tuple[list[tuple[Row, House]], dict[int, list[Fault]]]:
    """The rows as houses, and why some cannot be. When writing the first refusal is raised."""
    names, form = area_names(actor.scope, edition_number()), form_of(HOUSE)
    texts = {row.number: row.values.get("address") or "" for row in rows if row.id not in context.notes}
    parts = {number: parse(text, names.before(text)) for number, text in texts.items() if text}
    stems = {stem_of(one.of_building) for one in parts.values() if one.is_inside}
    buildings = _buildings(actor, stems) if stems else {}
    made: list[tuple[Row, House]] = []
    found: dict[int, list[Fault]] = {}
    for row in rows:
        if row.id in context.notes:
            made.append((row, context.notes[row.id]))
            continue
        if row.number not in parts:
            continue  # told by the importer: the cell is empty or was not read
        column = "lon"
        try:
            standing = standing_of(actor, row, context)
            column = "address"
            building = _building_of(buildings, parts[row.number], standing)
            context.notes[row.id] = house_of(row, parts[row.number], building, standing, form, context)
            made.append((row, context.notes[row.id]))
        except DomainError as refused:
            if is_writing:
                raise
            is_lost = isinstance(refused, PlaceNeeded)
            found[row.number] = [NO_PLACE] if is_lost else faults_of(refused, column=column)
    return made, found


def _buildings(actor: Actor, stems: Iterable[str]) -> dict[str, list[Building]]:
    found: dict[str, list[Building]] = {}
    for row in Building.objects.listed_for(actor).filter(stem__in=set(stems), ended_at=None):
        found.setdefault(row.stem, []).append(row)
    return found


def _building_of(
    buildings: Mapping[str, list[Building]], parts: Parts, standing: Standing | None
) -> Building | None:
    """The building an address stands in; of several with one address that in the county of the row's position.

    Raises: AddressUnclear.
    """
    same = buildings.get(stem_of(parts.of_building), []) if parts.is_inside else []
    if len(same) > 1:
        same = [one for one in same if standing is not None and one.county_code == standing.codes.county]
        if len(same) != 1:
            raise AddressUnclear(
                text=shown(parts)[:60],
                reason="几个区县都有这栋楼，请补上经纬度",
                reason_en="several counties have such a building; give the position",
            )
    return same[0] if same else None


def house_of(
    row: Row,
    parts: Parts,
    building: Building | None,
    standing: Standing | None,
    form: Form,
    context: Context,
) -> House:
    """A row as a house, not yet saved. Raises: PlaceNeeded, AddressUnclear, BadFacts."""
    house = House(id=row.id, batch_id=context.batch_id)
    if building is not None:
        whole = settle_in(house, building, AddressGiven(parts=parts))
    elif standing is not None:
        stand(house, standing)  # type: ignore[arg-type]  # has the columns of a thing that stands somewhere
        whole = require_door(read_address(AddressGiven(parts=parts), house.scope_code))
    else:
        raise PlaceNeeded
    fill_in(house, facts_of(form, row), at=context.at, source=SOURCE)
    set_address(house, whole, other_names(row))
    return house


def house_columns() -> tuple[Column, ...]:
    return columns_of(form_of(HOUSE))


HOUSE_SHEET = Sheet(
    key=f"{HOUSE}s",
    title_zh="房屋",
    title_en="Houses",
    columns=(ADDRESS_COLUMN, *POSITION_COLUMNS, ALIASES_COLUMN),
    permission=Permission.KEEP_DWELLINGS,
    write=write_house_rows,
    check=check_house_rows,
    undo=undo_house_rows,
    key_columns=("address",),
    options=(DATUM_OPTION,),
    columns_now=house_columns,
)
