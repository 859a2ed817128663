"""Places as a sheet. What a batch brought in can be taken out again as long as nobody has touched it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.gazetteer.models import Place
from jingwei.foundation.gazetteer.queries.finding import find_places
from jingwei.foundation.gazetteer.queries.listing import beside
from jingwei.foundation.gazetteer.rules.facts import clean_names, require_name
from jingwei.foundation.gazetteer.rules.kinds import KIND_WORDS, kind_by_name
from jingwei.foundation.gazetteer.rules.matching import SURE_FROM
from jingwei.foundation.gazetteer.rules.refusals import BadName
from jingwei.foundation.gazetteer.services.places import NewPlace, PlaceFacts, made
from jingwei.foundation.gazetteer.services.standing import codes_at, lay_keys
from jingwei.foundation.imports.contracts import (
    DATUM_OPTION,
    LAT_COLUMN,
    LON_COLUMN,
    BadCell,
    Column,
    Context,
    Fault,
    Row,
    Sheet,
    one_of,
    text,
)
from jingwei.foundation.work import work
from jingwei.kernel.errors import DomainError
from jingwei.kernel.geo import Datum, Position, position

SOURCE = "sheet"
KINDS_BY_WORD = {words[0]: kind for kind, words in KIND_WORDS.items()} | {
    part: kind for kind, words in KIND_WORDS.items() for part in words[0].split("、")
}


def name(cell: str) -> str:
    """The name of a place. Raises: BadCell."""
    try:
        return require_name(cell)
    except BadName as refused:
        raise BadCell(refused.text, refused.text_en) from None


def names(cell: str) -> tuple[str, ...]:
    """Several names in one cell. Raises: BadCell."""
    for mark in "，,;；/":
        cell = cell.replace(mark, "、")
    try:
        return tuple(clean_names(cell.split("、"), but=[]))
    except BadName as refused:
        raise BadCell(refused.text, refused.text_en) from None


COLUMNS = (
    Column("name", "名称", "Name", name, True, ("地名", "标准名称", "POI名称", "name"), "迎春路小学"),
    Column(
        name="kind",
        label_zh="类别",
        label_en="Kind",
        parse=one_of(KINDS_BY_WORD),
        aliases=("类型", "分类"),
        example="学校",
        note_zh="留空时按名称的结尾判断",
        note_en="left empty it follows from the end of the name",
    ),
    replace(
        LON_COLUMN,
        note_zh="经纬度都留空时，按地址查找位置；查不准的会指出来",
        note_en="without both the address is looked up; what is not sure is a fault",
    ),
    LAT_COLUMN,
    Column("address", "地址", "Address", text(200), False, ("详细地址", "位置"), "迎春路18号"),
    Column("aliases", "别名", "Other names", names, False, ("俗称", "简称"), "迎小、迎春小学"),
    Column("former_names", "曾用名", "Former names", names, False, ("旧名",), "东方红小学"),
    Column("ref", "编号", "Number", text(60), False, ("ID", "id", "地名代码"), ""),
)


def check_place_rows(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """Positions that are missing, not sure, or outside one's area; places that are known already."""
    found = {}
    for row in rows:
        faults = _faults(actor, row, context.options["datum"])
        if faults:
            found[row.number] = faults
    return found


def write_place_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Add the rows of a chunk. Raises: what adding raises."""
    with work(actor, Permission.MANAGE_LEDGER) as job:
        places = [_made(actor, row, context) for row in rows]
        Place.objects.bulk_create(places)
        lay_keys(places)
        job.record_own(f"imports.batch:{context.batch_id}", act="add_places", rows=len(places))
    return [f"gazetteer.place:{row.id}" for row in rows]


def undo_place_rows(actor: Actor, targets: Sequence[str], *, at: datetime) -> dict[str, Fault]:
    """Take places out again; what was changed since is kept."""
    ids = {UUID(target.rpartition(":")[2]): target for target in targets}
    with work(actor, Permission.MANAGE_LEDGER) as job:
        rows = Place.objects.visible_to(actor).select_for_update().filter(pk__in=ids, version=1)
        untouched = set(rows.values_list("pk", flat=True))
        Place.objects.visible_to(actor).filter(pk__in=untouched).delete()
        job.record_own("gazetteer.place:undo", undone=len(untouched), kept=len(ids) - len(untouched))
    return {
        target: Fault(None, "添加后已有修改，不能撤销", "changed since; it is kept")
        for pk, target in ids.items()
        if pk not in untouched
    }


def _faults(actor: Actor, row: Row, datum: Datum) -> list[Fault]:
    called = row.values["name"]
    if called is None:
        return []
    try:
        where = _where(row, datum)
        if where is None:
            return [
                Fault(
                    "address" if row.values["address"] else "lon",
                    "没有经纬度，按地址也查不准位置。请填经纬度，或写清道路、小区",
                    "no position, and the address does not lead to one for sure; give longitude and latitude",
                )
            ]
        codes_at(actor, where)
    except DomainError as refused:
        return [Fault("lon", refused.text, refused.text_en)]
    known = beside(called, where.lon, where.lat)
    if known is None:
        return []
    _, known_as, away = known
    return [
        Fault(
            "name",
            f"附近（{away}米）已有地点“{known_as}”",
            f"“{known_as}” is known {away} m away already",
        )
    ]


def _where(row: Row, datum: Datum) -> Position | None:
    lon, lat = row.values["lon"], row.values["lat"]
    if lon is not None and lat is not None:
        return position(float(lon), float(lat), datum=datum)
    if not row.values["address"]:
        return None
    found = find_places(row.values["address"])
    if not found or found[0].sure < SURE_FROM or found[0].lon is None or found[0].lat is None:
        return None
    return position(found[0].lon, found[0].lat, datum=Datum.WGS84)


def _made(actor: Actor, row: Row, context: Context) -> Place:
    values = row.values
    where = _where(row, context.options["datum"])
    assert where is not None, "checked before"
    facts = PlaceFacts(
        name=values["name"],
        kind=values["kind"] or kind_by_name(values["name"]),
        address=values["address"] or "",
        aliases=values["aliases"] or (),
        former_names=values["former_names"] or (),
    )
    ref = values["ref"] or ""
    new = NewPlace(
        facts, where, SOURCE, f"{context.batch_id}:{ref}"[:60] if ref else "", row.id, context.batch_id
    )
    return made(actor, new, at=context.at)


PLACE_SHEET = Sheet(
    key="gazetteer.places",
    title_zh="地点",
    title_en="Places",
    columns=COLUMNS,
    permission=Permission.MANAGE_LEDGER,
    write=write_place_rows,
    check=check_place_rows,
    undo=undo_place_rows,
    options=(DATUM_OPTION,),
)
