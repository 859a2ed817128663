"""Organisations and places as sheets, one for each kind: the form's columns, and where it is.

One credit code once in the file and in the city; one name at one address once in the file and within one's sight.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any
from uuid import UUID

from jingwei.domains.dwellings.contracts import HouseCard
from jingwei.domains.dwellings.queries.finding import houses_at
from jingwei.domains.dwellings.services.sheets.rows import (
    ALIASES_COLUMN,
    POSITION_COLUMNS,
    facts_of,
    faults_of,
    other_names,
)
from jingwei.domains.organisations.contracts import OrganisationKind
from jingwei.domains.organisations.models import Key, Organisation, OrganisationChange
from jingwei.domains.organisations.rules.forms import CREDIT_CODE, NAME
from jingwei.domains.organisations.rules.refusals import OperatorUnfit
from jingwei.domains.organisations.rules.words import KIND_WORDS
from jingwei.domains.organisations.services.codes import taken_codes
from jingwei.domains.organisations.services.finding import target_of
from jingwei.domains.organisations.services.placing import Placed, PlaceGiven, in_house, placed
from jingwei.domains.organisations.services.registering import NewOrganisation, added, keys_of_row, line
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.services.reading import columns_of, form_of
from jingwei.foundation.imports.contracts import DATUM_OPTION, Column, Context, Fault, Row, Sheet, text
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.work import work
from jingwei.kernel.errors import DomainError
from jingwei.kernel.geo import position

ADDRESS = Column(
    "address",
    "地址",
    "Address",
    text(200),
    required=True,
    aliases=("经营地址", "住所", "详细地址", "经营场所"),
    example="迎春路12号金山花园3栋101",
    note_zh="与房屋登记一致的自动对应到房屋",
    note_en="matched with a registered house where it is the same",
)
AREA_CODE = Column(
    "area_code",
    "网格代码",
    "Area code",
    text(15),
    aliases=("区划代码", "所属网格"),
    note_zh="地址没有对应到房屋、也没写经纬度时必填，社区12位或网格15位",
    note_en="needed where neither a house nor a position is given: 12 digits of a community or 15 of a grid",
)
SIGNS = replace(ALIASES_COLUMN, label_zh="招牌名", aliases=("别名", "店招"), example="老王烟酒")
OPERATOR = Column(
    "operator_code",
    "经营单位信用代码",
    "Credit code of the operator",
    text(18),
    aliases=("经营单位代码",),
    note_zh="辖区内已登记的法人、个体工商户或社会组织",
    note_en="of an organisation that is registered in your area",
)
PLACE_COLUMNS = (ADDRESS, AREA_CODE, *POSITION_COLUMNS, SIGNS)
KEPT = Fault(
    None, "登记后已有变更，或有场所由它经营，不能撤销", "changed since, or it runs places; it is kept"
)
TAKEN_HERE = Fault(NAME.key, "同名同址的已有登记", "the same name at the same address is registered already")
Made = list[tuple[Row, Organisation]]


def check_rows(
    kind: OrganisationKind, actor: Actor, rows: Sequence[Row], context: Context
) -> Mapping[int, Sequence[Fault]]:
    """What of the rows could not be registered as it stands."""
    made, found = _made(kind, actor, rows, context)
    return found | _doubles(actor, made)


def write_rows(kind: OrganisationKind, actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Register the rows of a chunk. Raises: what registering raises, with the column."""
    with work(actor, Permission.KEEP_ORGANISATIONS) as job:
        made, _ = _made(kind, actor, rows, context, is_writing=True)
        taken = taken_codes(actor, [one.credit_code for _, one in made])
        for refusal in taken.values():
            raise refusal(column=CREDIT_CODE.key)
        things = [one for _, one in made]
        Organisation.objects.visible_to(actor).bulk_create(things)
        Key.objects.bulk_create([key for one in things for key in keys_of_row(one)])
        OrganisationChange.objects.bulk_create(
            [line(actor, one, RecordDeed.REGISTERED, at=context.at) for one in things]
        )
        job.record_own(f"imports.batch:{context.batch_id}", act="register_organisations", rows=len(things))
    return [target_of(one) for one in things]


def undo_rows(actor: Actor, targets: Sequence[str], *, at: datetime) -> dict[str, Fault]:
    """Take out again what nobody has touched and nothing hangs on."""
    ids = {UUID(target.rpartition(":")[2]): target for target in targets}
    with work(actor, Permission.KEEP_ORGANISATIONS) as job:
        rows = Organisation.objects.visible_to(actor).select_for_update()
        gone = set(rows.filter(pk__in=ids, version=1, batch_id__isnull=False).values_list("pk", flat=True))
        run = Organisation.objects.visible_to(actor).filter(operator_id__in=gone)
        gone -= set(run.values_list("operator_id", flat=True))
        Key.objects.filter(organisation_id__in=gone).delete()
        OrganisationChange.objects.filter(organisation_id__in=gone).delete()
        Organisation.objects.visible_to(actor).filter(pk__in=gone).delete()
        job.record_own("organisations.organisation:undo", undone=len(gone), kept=len(ids) - len(gone))
    return {target: KEPT for pk, target in ids.items() if pk not in gone}


def _made(
    kind: OrganisationKind,
    actor: Actor,
    rows: Sequence[Row],
    context: Context,
    *,
    is_writing: bool = False,
) -> tuple[Made, dict[int, list[Fault]]]:
    """The rows as records, and why some cannot be. When writing the first refusal is raised."""
    form = form_of(kind.form_kind)
    houses = houses_at(actor, [one.values["address"] for one in rows if one.values.get("address")])
    operators = _operators(actor, rows)
    made: Made = []
    found: dict[int, list[Fault]] = {}
    for row in rows:
        if not row.values.get("address") or not row.values.get(NAME.key):
            continue  # told by the importer: the cell is empty or was not read
        column = "area_code"
        try:
            there = _there(actor, row, houses, context)
            column = OPERATOR.name
            new = NewOrganisation(
                kind,
                facts_of(form, row),
                PlaceGiven(),
                aliases=other_names(row),
                operator_id=_operator_of(row, operators),
                source="import",
                organisation_id=row.id,
                batch_id=context.batch_id,
            )
            column = NAME.key
            made.append((row, added(form, new, there, at=context.at)))
        except DomainError as refused:
            if is_writing:
                raise
            found[row.number] = faults_of(refused, column=column)
    return made, found


def _there(actor: Actor, row: Row, houses: Mapping[str, HouseCard], context: Context) -> Placed:
    """Raises: PlaceMissing, OutsideOwnArea, OutsideCity, AreaUnknown, BadPosition."""
    card = houses.get(row.values["address"])
    if card is not None:
        return in_house(card)
    lon, lat = row.values.get("lon"), row.values.get("lat")
    where = (
        position(float(lon), float(lat), datum=context.options["datum"])
        if lon is not None and lat is not None
        else None
    )
    given = PlaceGiven(
        address=row.values["address"], position=where, area_code=row.values.get("area_code") or ""
    )
    return placed(actor, given)


def _operators(actor: Actor, rows: Sequence[Row]) -> dict[str, UUID]:
    codes = {one.values.get(OPERATOR.name) for one in rows} - {None, ""}
    if not codes:
        return {}
    found = Organisation.objects.listed_for(actor).filter(credit_code__in=codes, ended_at=None)
    return dict(found.values_list("credit_code", "pk"))


def _operator_of(row: Row, operators: Mapping[str, UUID]) -> UUID | None:
    """Raises: OperatorUnfit."""
    code = row.values.get(OPERATOR.name)
    if code and code not in operators:
        raise OperatorUnfit(
            reason="辖区内没有登记这个信用代码", reason_en="no such credit code is registered in your area"
        )
    return operators[code] if code else None


def _doubles(actor: Actor, made: Made) -> dict[int, list[Fault]]:
    """Rows whose code, or whose name at its address, stands in the ledger or in a row before."""
    taken = taken_codes(actor, [one.credit_code for _, one in made])
    same = Organisation.objects.listed_for(actor).filter(
        sound__in={one.sound for _, one in made}, ended_at=None
    )
    known = {tuple(one) for one in same.values_list("kind", "name", "address")}
    found: dict[int, list[Fault]] = {}
    seen: dict[Any, int] = {}
    for row, one in made:
        key = (one.kind, one.name, one.address)
        refusal = taken.get(one.credit_code)
        if refusal is not None:
            told = refusal()
            found[row.number] = [Fault(CREDIT_CODE.key, told.text, told.text_en)]
        elif key in known:
            found[row.number] = [TAKEN_HERE]
        elif one.credit_code and one.credit_code in seen:
            found[row.number] = [_again(CREDIT_CODE.key, "代码", "code", seen[one.credit_code])]
        elif key in seen:
            found[row.number] = [_again(NAME.key, "名称和地址", "name and address", seen[key])]
        seen.setdefault(key, row.number)
        if one.credit_code:
            seen.setdefault(one.credit_code, row.number)
    return found


def _again(column: str, zh: str, en: str, number: int) -> Fault:
    return Fault(
        column,
        f"与第{number}行的{zh}相同，请只保留一行",
        f"the same {en} as in row {number}; keep one of them",
    )


def _sheet(kind: OrganisationKind) -> Sheet:
    is_place = kind is OrganisationKind.PLACE
    return Sheet(
        key=kind.form_kind,
        title_zh=KIND_WORDS[kind][0],
        title_en=KIND_WORDS[kind][1],
        columns=(*PLACE_COLUMNS, *((OPERATOR,) if is_place else ())),
        permission=Permission.KEEP_ORGANISATIONS,
        write=partial(write_rows, kind),
        check=partial(check_rows, kind),
        undo=undo_rows,
        options=(DATUM_OPTION,),
        columns_now=lambda: columns_of(form_of(kind.form_kind)),
    )


ORGANISATION_SHEETS = tuple(_sheet(kind) for kind in OrganisationKind)
