"""Reports as a sheet: what a desk took down elsewhere, brought in through the importer of all tables."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.contracts import IncidentsBroughtIn, State
from jingwei.domains.incidents.models import Incident
from jingwei.domains.incidents.rules.intake import CLOCK_TOLERANCE, LEAST_WORDS
from jingwei.domains.incidents.rules.personal import REPORTER_PHONE
from jingwei.domains.incidents.rules.transplant import EARLIEST, LONGEST_ADDRESS, LONGEST_EXTERNAL_ID, Record
from jingwei.domains.incidents.rules.transplant_map import LONGEST_SOURCE
from jingwei.domains.incidents.services.bulk import brought_in_before, hold_sources
from jingwei.domains.incidents.services.taking_back import Untouched, void_untouched
from jingwei.domains.incidents.services.transplant import batch_target, store_made
from jingwei.domains.incidents.services.transplant_rows import Made, RowMaker
from jingwei.domains.routing.queries import item_in_force
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.areas.queries import area_by_code, locate
from jingwei.foundation.imports.contracts import (
    BadCell,
    Column,
    Context,
    Fault,
    Row,
    Sheet,
    moment,
    one_of,
    text,
)
from jingwei.foundation.live.contracts import Kind, ToUnit
from jingwei.foundation.live.services.telling import tell
from jingwei.foundation.privacy.services import index_of
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import Level, lies_within
from jingwei.kernel.errors import DomainError
from jingwei.kernel.geo import Datum, position

OWN_SOURCE = "表格导入"
LONGEST_CELL_WORDS = 32_767
DATUMS = {"WGS84": Datum.WGS84, "CGCS2000": Datum.CGCS2000, "GCJ02": Datum.GCJ02, "BD09": Datum.BD09}
KEPT = Fault(
    None,
    "导入后已有人办理，或不归您的中心负责，未撤回",
    "somebody has worked on it, or your centre is not in charge; not taken back",
)


def phone_cell(cell: str) -> str:
    """A phone number that can be kept. What is said never repeats it."""
    try:
        index_of(REPORTER_PHONE, cell)
    except DomainError:
        raise BadCell("电话号码不正确，应为手机号或带区号的座机", "not a phone number") from None
    return cell


def item_cell(cell: str) -> str:
    if not re.fullmatch(r"[0-9]{6}", cell):
        raise BadCell("事项代码是6位数字，见事项清单", "an item code has six digits; see the item list")
    return cell


def area_cell(cell: str) -> str:
    if not re.fullmatch(r"[0-9]{6}([0-9]{3}){0,3}", cell):
        raise BadCell(
            "应为区县、乡镇街道、社区或网格的代码（6、9、12或15位数字）",
            "the code of a county, township, community or grid is expected (6, 9, 12 or 15 digits)",
        )
    return cell


def degrees_cell(cell: str) -> float:
    try:
        degrees = float(cell)
    except ValueError:
        degrees = 999.0
    if not abs(degrees) <= 180:
        raise BadCell(
            "应为以度为单位的小数，如 112.355", "degrees as a decimal are expected, such as 112.355"
        )
    return degrees


def check_reports(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """What a cell alone cannot show: places, items, times, and what is here already."""
    source = _source(context)
    ids = [row.values["external_id"] for row in rows if row.values["external_id"]]
    present = brought_in_before(source, ids)
    maker = _maker(actor, context)
    return {row.number: faults for row in rows if (faults := _faults(row, maker, present, context))}


def write_reports(actor: Actor, rows: Sequence[Row], context: Context) -> Sequence[str]:
    """Take the rows in as reports, by the rules of a single one."""
    maker = _maker(actor, context)
    with work(actor, Permission.REPORT_INCIDENT) as job:
        hold_sources([_source(context)])
        made = [maker.live(_record(row, context), incident_id=row.id) for row in rows]
        store_made(made, at=context.at)
        job.record_own(batch_target(context.batch_id), kind="live", count=len(made))
        for centre_id in {one.incident.centre_id for one in made}:
            tell(Kind.INBOX, ToUnit(centre_id))
        for centre_id, count in _elsewhere(actor, made).items():
            job.publish(
                IncidentsBroughtIn(
                    batch_id=context.batch_id,
                    source=_source(context),
                    centre_id=centre_id,
                    scope_code=maker.area_code,
                    count=count,
                    at=context.at,
                )
            )
    return [f"incidents.incident:{one.incident.pk}" for one in made]


def undo_reports(actor: Actor, targets: Sequence[str], *, at: datetime) -> Mapping[str, Fault]:
    """Void what is as it came and still in the hands of the actor's centre; the rest is kept, and said."""
    ids = {UUID(target.rpartition(":")[2]): target for target in targets}
    with work(actor, Permission.VOID_INCIDENT) as job:
        rows = Incident.objects.visible_to(actor).filter(
            pk__in=ids, version=1, state=int(State.REPORTED), centre_id=actor.unit_id
        )
        facts = ("pk", "state", "version", "centre_area", "external_source", "external_id")
        untouched = [Untouched(*row) for row in rows.select_for_update(of=("self",)).values_list(*facts)]
        void_untouched(actor, untouched, at=at)
        if untouched and actor.unit_id is not None:
            tell(Kind.INBOX, ToUnit(actor.unit_id))
        job.record_own("incidents.batch:undo", taken_back=len(untouched), kept=len(ids) - len(untouched))
    return {ids[pk]: KEPT for pk in ids.keys() - {row.incident_id for row in untouched}}


def _faults(row: Row, maker: RowMaker, present: Mapping[str, object], context: Context) -> list[Fault]:
    values, faults = row.values, []
    if len(values["words"]) < LEAST_WORDS:
        faults.append(Fault("words", f"内容至少{LEAST_WORDS}个字", f"at least {LEAST_WORDS} characters"))
    if values["external_id"] in present:
        faults.append(Fault("external_id", "这个编号已在库中", "this id is here already"))
    reported_at = values["reported_at"]
    if reported_at and reported_at > context.at + CLOCK_TOLERANCE:
        faults.append(Fault("reported_at", "时间在将来", "this time lies in the future"))
    if reported_at and reported_at < EARLIEST:
        faults.append(Fault("reported_at", "时间早于2000年", "this time lies before 2000"))
    code = values["item_code"]
    if code and not _is_item(code, context.at):
        faults.append(
            Fault("item_code", "现行事项清单中没有这个代码", "the item list in force has no such code")
        )
    return faults + _place_faults(row, maker)


def _place_faults(row: Row, maker: RowMaker) -> list[Fault]:
    lon, lat, area_code = row.values["lon"], row.values["lat"], row.values["area_code"]
    if area_code and not (lies_within(area_code, maker.area_code) and _is_area(area_code)):
        return [Fault("area_code", "没有这个区划，或不在您的辖区内", "no such area within your jurisdiction")]
    if (lon is None) != (lat is None):
        return [
            Fault(
                "lat" if lat is None else "lon", "经度和纬度要一起填", "longitude and latitude come together"
            )
        ]
    if lon is None and len(area_code or maker.area_code) < Level.COUNTY:
        return [Fault("area_code", "请填区划代码或经纬度", "give the code of an area, or a position")]
    if lon is None:
        return []
    try:
        spot = position(lon, lat, datum=maker.datum)
        is_own = lies_within(locate(spot.lon, spot.lat).area_code, maker.area_code)
    except DomainError:
        is_own = False
    return (
        [] if is_own else [Fault("lon", "位置不在您的辖区内", "this position lies outside your jurisdiction")]
    )


def _record(row: Row, context: Context) -> Record:
    values = row.values
    spot = (values["lon"], values["lat"]) if values["lon"] is not None else None
    return Record(
        number=row.number,
        source=_source(context),
        external_id=values["external_id"] or "",
        title=values["title"] or "",
        words=values["words"],
        reported_at=values["reported_at"],
        closed_at=None,
        due_at=None,
        item_code=values["item_code"] or "",
        area_code=values["area_code"] or "",
        address=values["address"] or "",
        reporter_name=values["reporter_name"] or "",
        reporter_phone=values["reporter_phone"] or "",
        duplicate_of="",
        resolution="",
        closed_by="",
        spot=spot,
        share=None,
        given={},
        remarks=(),
    )


def _maker(actor: Actor, context: Context) -> RowMaker:
    return RowMaker(
        actor=actor,
        batch_id=context.batch_id,
        area_code=actor.area_code,
        at=context.at,
        datum=context.options.get("datum") or Datum.WGS84,
        outline=None,
    )


def _source(context: Context) -> str:
    return str(context.options.get("source") or OWN_SOURCE)


def _elsewhere(actor: Actor, made: Sequence[Made]) -> dict[UUID, int]:
    """How many are received by each centre that is not the actor's own; the own one brought them itself."""
    centres = [one.incident.centre_id for one in made if one.incident.centre_id != actor.unit_id]
    return {centre_id: centres.count(centre_id) for centre_id in set(centres)}


def _is_item(code: str, at: datetime) -> bool:
    try:
        item_in_force(code, on=local(at).date())
    except DomainError:
        return False
    return True


def _is_area(code: str) -> bool:
    try:
        area_by_code(code)
    except DomainError:
        return False
    return True


REPORT_SHEET = Sheet(
    key="incidents.reports",
    title_zh="事件登记",
    title_en="Reports",
    columns=(
        Column(
            "words",
            "内容",
            "Words",
            text(LONGEST_CELL_WORDS),
            required=True,
            aliases=("诉求内容", "反映内容", "诉求", "留言内容", "事件描述", "detail", "description"),
            example="迎春路18号门前路灯不亮",
        ),
        Column("title", "标题", "Title", text(60), aliases=("主题", "subject"), example="路灯不亮"),
        Column(
            "external_id",
            "编号",
            "Id",
            text(LONGEST_EXTERNAL_ID),
            aliases=("工单号", "留言编号", "流水号", "message_id"),
            note_zh="来源系统中的编号；填了就不会重复导入",
            note_en="the id in the system it comes from; with one nothing comes in twice",
        ),
        Column(
            "reported_at",
            "上报时间",
            "Reported at",
            moment,
            aliases=("时间", "来电时间", "留言时间", "created_at"),
            example="2026-11-16 10:00",
            note_zh="不填则为导入的时间；时限都从导入时算起",
            note_en="the time of the import if left empty; limits run from the import",
        ),
        Column("item_code", "事项代码", "Item code", item_cell, aliases=("事项",), example="020201"),
        Column(
            "area_code",
            "区划代码",
            "Area code",
            area_cell,
            aliases=("社区代码", "网格代码", "区划"),
            example="430902001001",
            note_zh="不填则落到您的辖区；有经纬度时以经纬度为准",
            note_en="your own area if left empty; a position decides where one is given",
        ),
        Column("lon", "经度", "Longitude", degrees_cell, aliases=("lng", "x"), example="112.355"),
        Column("lat", "纬度", "Latitude", degrees_cell, aliases=("y",), example="28.553"),
        Column("address", "地址", "Address", text(LONGEST_ADDRESS), aliases=("事发地址", "地点")),
        Column(
            "reporter_name",
            "反映人",
            "Reporter",
            text(40),
            aliases=("姓名", "来电人", "联系人", "反映人姓名"),
        ),
        Column(
            "reporter_phone",
            "联系电话",
            "Phone",
            phone_cell,
            aliases=("电话", "手机号", "来电号码", "反映人电话"),
            note_zh="加密保存，查看要留痕",
            note_en="kept encrypted; every look is recorded",
        ),
    ),
    permission=Permission.REPORT_INCIDENT,
    check=check_reports,
    write=write_reports,
    undo=undo_reports,
    options=(
        Column("source", "来源", "Source", text(LONGEST_SOURCE), example="12345热线"),
        Column(
            "datum",
            "坐标系",
            "Datum",
            one_of(DATUMS),
            example="WGS84",
            note_zh="高德、微信为 GCJ02，百度为 BD09；不填为 WGS84",
            note_en="GCJ02 for AMap and WeChat, BD09 for Baidu; WGS84 if left empty",
        ),
    ),
)
