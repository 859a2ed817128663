"""The duty matrix 权责清单 over HTTP: published versions for everybody, drafts for those who write them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Annotated, Literal
from urllib.parse import quote
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Field, Path, Query, Router, Schema, Status

from jingwei.domains.routing import queries
from jingwei.domains.routing.contracts import Case, DutyLine, DutyListBrief, NewLine, Village
from jingwei.domains.routing.queries import duties as asked
from jingwei.domains.routing.queries.duty_words import say_lines, say_parties
from jingwei.domains.routing.services import duties, duty_sheet
from jingwei.foundation import edge
from jingwei.foundation.access.contracts import Permission, UnitBrief
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.imports.contracts import FileFormat
from jingwei.kernel.clock import local, now

router = Router(tags=["duties"])

READ, MANAGE, PROPOSE = Permission.READ_ITEMS, Permission.MANAGE_ITEMS, Permission.PROPOSE_DUTY
ListId = Annotated[int, Path(ge=1, le=2**63 - 1)]
LineId = Annotated[int, Path(ge=1, le=2**63 - 1)]
Limit = Annotated[int, Query(ge=1, le=400)]
Words = Annotated[str, Field(max_length=300)]


class DutyListOut(Schema):
    """A version, in force from a day until a day (exclusive); without a first day it is a draft."""

    list_id: int
    name: str
    valid_from_on: date | None
    valid_to_on: date | None
    lines: int


class DutyPartyOut(Schema):
    """A party of a line as it is written, and in words."""

    written: str
    words: str
    words_en: str


class DutyLineOut(Schema):
    """A line in its place. ``when`` says its conditions, ``village_words`` what a village or community owes of it."""

    line_id: int
    list_id: int
    no: int
    item_prefix: str
    item_name: str
    area_code: str
    area_name: str
    level: int
    hours: str
    when: str
    when_en: str
    lead: DutyPartyOut
    assists: list[DutyPartyOut]
    handle_limit: str
    assist_limit: str
    village: str
    village_words: str
    village_words_en: str
    basis: str
    note: str


class DutyLinePageOut(Schema):
    rows: list[DutyLineOut]
    next_cursor: str | None


class DutyUnitOut(Schema):
    """A unit that handles."""

    unit_id: UUID
    name: str
    area_code: str
    public_phone: str


class DutyChoiceOut(Schema):
    """Who handles, and the line that says so; without a line it is the kind of unit that the item names."""

    list_name: str
    line: DutyLineOut | None
    lead: DutyUnitOut | None
    assists: list[DutyUnitOut]
    handle_limit: str
    village: str


class DutyConflictOut(Schema):
    """Line ``no`` speaks of the same cases as an earlier one. ``is_dead``: it never decides."""

    no: int
    other_no: int
    is_dead: bool


class DutyGapOut(Schema):
    """Cases of an item that no line decides."""

    item_code: str
    item_name: str
    areas: list[str]
    area_names: list[str]
    levels: list[int]
    hours: list[str]


class DutyMissingOut(Schema):
    """A line names a unit that these counties do not have."""

    no: int
    party: DutyPartyOut
    area_names: list[str]


class DutyCheckOut(Schema):
    """What is wrong with a matrix, and what it changes against the version before it (``against``, where there is one)."""

    lines: int
    conflicts: list[DutyConflictOut]
    gap_count: int
    gaps: list[DutyGapOut]
    missing: list[DutyMissingOut]
    against: DutyListOut | None
    added: list[DutyLineOut]
    removed: list[DutyLineOut]


class DutyDraftIn(edge.Input):
    name: Annotated[str, Field(min_length=1, max_length=80)]


class DutyLineIn(edge.Input):
    """Parties: ``kind``, ``kind@6`` or ``=CODE``. With ``line_id`` that line is changed; else one is added, before a number or last."""

    line_id: Annotated[int, Field(ge=1, le=2**63 - 1)] | None = None
    before_no: Annotated[int, Field(ge=1, le=100_000)] | None = None
    item_prefix: Annotated[str, Field(max_length=6)] = ""
    area_code: Annotated[str, Field(max_length=15)] = ""
    level: Literal[0, 4, 6, 9, 12] = 0
    at_hours: Annotated[str, Field(max_length=11)] = ""
    lead: Annotated[str, Field(min_length=1, max_length=44)]
    assists: Annotated[list[Annotated[str, Field(max_length=44)]], Field(max_length=6)] = []
    handle_limit: Annotated[str, Field(max_length=6)] = ""
    assist_limit: Annotated[str, Field(max_length=6)] = ""
    village: Village | Literal[""] = ""
    basis: Words = ""
    note: Words = ""


class DutyOpenIn(edge.Input):
    """``lines_seen`` is the number of lines looked over; if it has changed since, nothing is opened."""

    valid_from_on: edge.Day
    lines_seen: int = Field(ge=1, le=100_000)


MOST_GAPS = 200
PLAIN = (
    *(
        "line_id",
        "list_id",
        "no",
        "item_prefix",
        "area_code",
        "level",
        "hours",
        "handle_limit",
        "assist_limit",
    ),
    *("village", "basis", "note"),
)
"""Columns of a line that travel as they are."""


@edge.operation(router, "GET", "", "listDutyLists", READ, response=list[DutyListOut], is_public=True)
def list_duty_lists(request: HttpRequest) -> list[DutyListBrief]:
    """权责清单的版本，最近的在前；有权拟订的人还看到草稿。"""
    return asked.duty_briefs(with_drafts=_sees_drafts(request))


@edge.operation(router, "GET", "/receiver", "chooseReceiver", READ, response=DutyChoiceOut, is_public=True)
def choose_receiver(
    request: HttpRequest,
    item_code: Annotated[str, Query(pattern=r"^[0-9]{6}$")],
    area_code: Annotated[str, Query(pattern=r"^[0-9]{4,15}$")],
    level: Literal["4", "6", "9", "12"] = "12",
    is_working: bool = True,
    at: edge.Moment | None = None,
) -> DutyChoiceOut:
    """派遣目录：这件事在这个地方由谁办、凭哪一条。level 是派遣中心的层级（区划代码位数）。"""
    moment: datetime = local(at or now())
    item = queries.item_detail(item_code, on=moment.date())
    case = Case(
        item_code=item_code,
        area_code=area_code,
        level=int(level),
        is_working=is_working,
        minute=60 * moment.hour + moment.minute,
    )
    choice = asked.who_handles(case, item_kind=item.brief.unit_kind, on=moment.date())
    return DutyChoiceOut(
        list_name=choice.list_name,
        line=lines_out([choice.line])[0] if choice.line else None,
        lead=_unit(choice.lead) if choice.lead else None,
        assists=[_unit(unit) for unit in choice.assists],
        handle_limit=choice.handle_limit or item.brief.handle_limit,
        village=choice.village,
    )


@edge.operation(router, "POST", "", "startDutyDraft", MANAGE, response={201: DutyListOut})
def start_duty_draft(request: HttpRequest, body: DutyDraftIn) -> Status[DutyListBrief]:
    """新建草稿：现行版的副本；还没有现行版时是空的。"""
    draft = duties.start_draft(edge.actor(request), body.name.strip(), at=now())
    return Status(201, asked.duty_brief(draft.pk))


@edge.operation(
    router, "GET", "/{duty_list_id}/lines", "listDutyLines", READ, response=DutyLinePageOut, is_public=True
)
def list_duty_lines(
    request: HttpRequest,
    duty_list_id: ListId,
    item_code: Annotated[str, Query(pattern=r"^[0-9]{0,6}$")] = "",
    village: Village | Literal[""] = "",
    words: Annotated[str, Query(max_length=60)] = "",
    cursor: str | None = None,
    limit: Limit = asked.PAGE,
) -> DutyLinePageOut:
    """一个版本的条目，按次序；可以只看与某个事项有关的、村级三张清单之一的，或依据、备注里有某个词的。"""
    asked.duty_list(duty_list_id, with_drafts=_sees_drafts(request))
    page = asked.lines_page(
        duty_list_id, item_code=item_code, village=village, words=words.strip(), cursor=cursor, limit=limit
    )
    return DutyLinePageOut(rows=lines_out(page.rows), next_cursor=page.next_cursor)


@edge.operation(router, "PUT", "/{duty_list_id}/lines", "saveDutyLine", PROPOSE, response=DutyLineOut)
def save_duty_line(request: HttpRequest, duty_list_id: ListId, body: DutyLineIn) -> DutyLineOut:
    """在草稿里增加或修改一条；本级只能写本辖区的条目。"""
    line = NewLine(
        lead=body.lead,
        item_prefix=body.item_prefix,
        area_code=body.area_code,
        level=body.level,
        hours=body.at_hours,
        assists=tuple(body.assists),
        handle_limit=body.handle_limit,
        assist_limit=body.assist_limit,
        village=str(body.village),
        basis=body.basis.strip(),
        note=body.note.strip(),
    )
    saved = duties.save_line(
        edge.actor(request), duty_list_id, line, line_id=body.line_id, before_no=body.before_no
    )
    return lines_out([saved])[0]


@edge.operation(
    router, "DELETE", "/{duty_list_id}/lines/{duty_line_id}", "dropDutyLine", PROPOSE, response={204: None}
)
def drop_duty_line(request: HttpRequest, duty_list_id: ListId, duty_line_id: LineId) -> None:
    """从草稿里去掉一条。"""
    duties.drop_line(edge.actor(request), duty_list_id, duty_line_id)


@edge.operation(router, "GET", "/{duty_list_id}/check", "checkDutyList", PROPOSE, response=DutyCheckOut)
def check_duty_list(request: HttpRequest, duty_list_id: ListId) -> DutyCheckOut:
    """核对：互相矛盾或永远用不到的条目、没有规定的情况、没有单位的地方，以及与前一版的差别。"""
    found = asked.faults_of(duty_list_id, on=local(now()).date())
    gaps = found.gaps[:MOST_GAPS]
    areas = names_of({code for one in (*gaps, *found.missing) for code in one.areas})
    parties = say_parties({one.party for one in found.missing})
    return DutyCheckOut(
        lines=found.lines,
        conflicts=[DutyConflictOut.from_orm(one) for one in found.conflicts],
        gap_count=len(found.gaps),
        gaps=[
            DutyGapOut(
                item_code=one.item_code,
                item_name=one.item_name,
                areas=list(one.areas),
                area_names=[areas.get(code, code) for code in one.areas],
                levels=list(one.levels),
                hours=list(one.hours),
            )
            for one in gaps
        ],
        missing=[
            DutyMissingOut(
                no=one.no,
                party=DutyPartyOut.from_orm(parties[one.party]),
                area_names=[areas.get(code, code) for code in one.areas],
            )
            for one in found.missing
        ],
        against=DutyListOut.from_orm(found.against) if found.against else None,
        added=lines_out(found.added[:MOST_GAPS]),
        removed=lines_out(found.removed[:MOST_GAPS]),
    )


@edge.operation(router, "POST", "/{duty_list_id}/open", "openDutyList", MANAGE, response=DutyListOut)
def open_duty_list(request: HttpRequest, duty_list_id: ListId, body: DutyOpenIn) -> DutyListBrief:
    """启用一份草稿：现行版在启用日前一天结束。"""
    duties.open_duties(
        edge.actor(request),
        duty_list_id,
        valid_from_on=body.valid_from_on,
        lines_seen=body.lines_seen,
        at=now(),
    )
    return asked.duty_brief(duty_list_id)


@edge.operation(router, "POST", "/{duty_list_id}/withdraw", "withdrawDutyList", MANAGE, response=DutyListOut)
def withdraw_duty_list(request: HttpRequest, duty_list_id: ListId) -> DutyListBrief:
    """撤回尚未生效的版本，退回草稿；前一版继续有效。"""
    duties.withdraw_duties(edge.actor(request), duty_list_id, at=now())
    return asked.duty_brief(duty_list_id)


@edge.operation(router, "DELETE", "/{duty_list_id}", "deleteDutyDraft", MANAGE, response={204: None})
def delete_duty_draft(request: HttpRequest, duty_list_id: ListId) -> None:
    """删除一份草稿。"""
    duties.delete_duties(edge.actor(request), duty_list_id)


@edge.operation(
    router, "GET", "/{duty_list_id}/export", "exportDutyList", Permission.EXPORT_ROWS, response=None
)
def export_duty_list(
    request: HttpRequest, duty_list_id: ListId, file_format: FileFormat = FileFormat.XLSX
) -> StreamingHttpResponse:
    """导出一个版本；改或不改都可以原样再导入。"""
    out = duty_sheet.export_duties(edge.actor(request), duty_list_id, file_format=file_format, at=now())
    response = StreamingHttpResponse(out.pieces(), content_type=out.media_type)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(out.name)}"
    return response


def lines_out(lines: Sequence[DutyLine]) -> list[DutyLineOut]:
    """Lines as they travel, with names."""
    return [
        DutyLineOut(
            **{name: getattr(one.line, name) for name in PLAIN},
            item_name=one.item_name,
            area_name=one.area_name,
            when=one.when,
            when_en=one.when_en,
            lead=DutyPartyOut.from_orm(one.lead),
            assists=[DutyPartyOut.from_orm(party) for party in one.assists],
            village_words=one.village_words,
            village_words_en=one.village_words_en,
        )
        for one in say_lines(lines)
    ]


def _unit(unit: UnitBrief) -> DutyUnitOut:
    return DutyUnitOut(
        unit_id=unit.unit_id, name=unit.name, area_code=unit.area_code, public_phone=unit.public_phone
    )


def _sees_drafts(request: HttpRequest) -> bool:
    return is_permitted(edge.actor(request), PROPOSE)
