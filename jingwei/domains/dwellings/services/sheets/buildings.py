"""Buildings as a sheet: addresses read and compared, positions found, the form's own columns behind."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from jingwei.domains.dwellings.contracts import BUILDING
from jingwei.domains.dwellings.models import Building
from jingwei.domains.dwellings.rules.addresses import parse
from jingwei.domains.dwellings.rules.refusals import AddressTaken
from jingwei.domains.dwellings.services.buildings import NewBuilding, added
from jingwei.domains.dwellings.services.keeping import line
from jingwei.domains.dwellings.services.sheets.rows import (
    ADDRESS_COLUMN,
    ALIASES_COLUMN,
    NEEDED_POSITION,
    area_names,
    double_faults,
    facts_of,
    faults_of,
    other_names,
    standing_of,
    target_of,
)
from jingwei.domains.dwellings.services.sheets.undoing import take_back
from jingwei.domains.dwellings.services.standing import AddressGiven
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import edition_number
from jingwei.foundation.forms.services.reading import columns_of, form_of
from jingwei.foundation.imports.contracts import DATUM_OPTION, Column, Context, Fault, Row, Sheet
from jingwei.foundation.inserting import insert_rows
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.work import work
from jingwei.kernel.errors import DomainError

SOURCE = "import"


def check_building_rows(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """Addresses that are unclear or registered, places outside one's area, fields that the form refuses."""
    made, found = _made(actor, rows, context)
    return found | double_faults(made)


def write_building_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Register the rows of a chunk. Raises: what registering raises, with the column."""
    with work(actor, Permission.KEEP_DWELLINGS) as job:
        made, found = _made(actor, rows, context, is_writing=True)
        found = found | double_faults(made)
        for row, thing in made:
            if row.number in found:
                raise AddressTaken(address=thing.address, column="address")
        things = [thing for _, thing in made]
        insert_rows(things)
        insert_rows([line(actor, one, RecordDeed.REGISTERED, at=context.at, source=SOURCE) for one in things])
        job.record_own(f"imports.batch:{context.batch_id}", act="register_buildings", rows=len(things))
    return [target_of(one) for one in things]


def undo_building_rows(actor: Actor, targets: Sequence[str], *, at: datetime) -> dict[str, Fault]:
    """Take buildings out again; what was changed or has houses since is kept."""
    return take_back(actor, Building, targets)


def _made(
    actor: Actor, rows: Sequence[Row], context: Context, *, is_writing: bool = False
) -> tuple[list[tuple[Row, Building]], dict[int, list[Fault]]]:
    """The rows as buildings, and why some cannot be. When writing the first refusal is raised."""
    names, form = area_names(actor.scope, edition_number()), form_of(BUILDING)
    made: list[tuple[Row, Building]] = []
    found: dict[int, list[Fault]] = {}
    for row in rows:
        if row.id in context.notes:
            made.append((row, context.notes[row.id]))
            continue
        column = "lon"
        try:
            standing = standing_of(actor, row, context)
            column = "address"
            text = row.values.get("address") or ""
            if standing is None or not text:
                continue  # told by the importer: the cell is empty or was not read
            given = AddressGiven(parts=parse(text, names.before(text)), text=text)
            new = NewBuilding(
                given,
                standing.position,
                facts_of(form, row),
                aliases=other_names(row),
                building_id=row.id,
                batch_id=context.batch_id,
            )
            context.notes[row.id] = added(new, standing, source=SOURCE, at=context.at)
            made.append((row, context.notes[row.id]))
        except DomainError as refused:
            if is_writing:
                raise
            found[row.number] = faults_of(refused, column=column)
    return made, found


def building_columns() -> tuple[Column, ...]:
    return columns_of(form_of(BUILDING))


BUILDING_SHEET = Sheet(
    key=f"{BUILDING}s",
    title_zh="楼栋",
    title_en="Buildings",
    columns=(ADDRESS_COLUMN, *NEEDED_POSITION, ALIASES_COLUMN),
    permission=Permission.KEEP_DWELLINGS,
    write=write_building_rows,
    check=check_building_rows,
    undo=undo_building_rows,
    key_columns=("address",),
    options=(DATUM_OPTION,),
    columns_now=building_columns,
)
