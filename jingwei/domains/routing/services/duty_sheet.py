"""The duty matrix 权责清单 as a sheet: in as a draft that is opened afterwards, out as a file that can come in unchanged."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from jingwei.domains.routing.contracts import DutyLine, NewLine
from jingwei.domains.routing.models import DutyList, DutyRow
from jingwei.domains.routing.queries import names_of_prefixes, unit_kinds
from jingwei.domains.routing.queries.duties import duty_list, known_parties, lines_of
from jingwei.domains.routing.rules.duty_cells import (
    HOURS_NAMES,
    LEVEL_NAMES,
    VILLAGE_NAMES,
    hours_cell,
    level_cell,
    limit_said,
    party_words,
    party_written,
    prefix_cell,
    split_parties,
    village_cell,
)
from jingwei.domains.routing.rules.duty_faults import line_faults
from jingwei.domains.routing.rules.items import limit_cell
from jingwei.domains.routing.rules.refusals import DutyListFull
from jingwei.domains.routing.services.duties import MOST_LINES, STEP, fill_row, record_duties
from jingwei.domains.routing.services.sheet_drafts import draft_of_batch, ids_of, keep_opened, kinds_by_word
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.imports.contracts import (
    Column,
    Context,
    Fault,
    FileFormat,
    Row,
    Sheet,
    name_text,
    text,
    whole_number,
)
from jingwei.foundation.imports.services.exporting import export_rows
from jingwei.foundation.imports.services.workbooks import OutFile
from jingwei.foundation.work import work
from jingwei.kernel.clock import local

PARTY_NOTE = "填单位类型（最近一级）、“城市管理@区县”（该级的），或“=单位代码”（就这一个单位）"
PARTY_NOTE_EN = "a kind of unit (the nearest), 城市管理@区县 (of that level), or =CODE (exactly this unit)"

COLUMNS = (
    Column(
        name="no",
        label_zh="序号",
        label_en="Number",
        parse=whole_number(1, MOST_LINES),
        aliases=("顺序",),
        example="1",
        note_zh="从上往下第一条符合的起作用；留空时按文件里的次序",
        note_en="the first line that fits decides; empty: the order of the file",
    ),
    Column(
        name="item_prefix",
        label_zh="事项代码",
        label_en="Item code",
        parse=prefix_cell,
        aliases=("事项", "代码"),
        example="010101",
        note_zh="事项6位、中类4位、大类2位；留空表示全部事项",
        note_en="item 6, sub-class 4, class 2 digits; empty: all",
    ),
    Column(
        name="item_name",
        label_zh="事项名称",
        label_en="Item",
        parse=text(60),
        aliases=("名称",),
        example="暴露垃圾",
        note_zh="供核对：填了就必须与代码一致",
        note_en="for checking: where given it must go with the code",
    ),
    Column(
        name="area_code",
        label_zh="区划代码",
        label_en="Area code",
        parse=text(15),
        aliases=("区域", "适用区域"),
        example="430902",
        note_zh="区县6位、乡镇街道9位、村社区12位、网格15位；留空表示全市",
        note_en="county 6, township 9, community 12, grid 15 digits; empty: the whole city",
    ),
    Column(
        name="level",
        label_zh="派遣层级",
        label_en="Level in charge",
        parse=level_cell,
        aliases=("层级",),
        example="区县",
        note_zh="哪一级中心派遣时适用：市、区县、乡镇街道、村社区；留空表示各级",
        note_en="which level's centre dispatches; empty: any",
    ),
    Column(
        name="hours",
        label_zh="时段",
        label_en="Hours",
        parse=hours_cell,
        example="非工作时间",
        note_zh="工作时间、非工作时间，或如22:00-06:00；留空表示全天",
        note_en="working, off, or 22:00-06:00; empty: any time",
    ),
    Column(
        name="lead",
        label_zh="主办单位",
        label_en="Lead",
        parse=text(60),
        required=True,
        aliases=("责任单位", "牵头单位"),
        example="城市管理@区县",
        note_zh=PARTY_NOTE,
        note_en=PARTY_NOTE_EN,
    ),
    Column(
        name="assists",
        label_zh="协办单位",
        label_en="Assisting",
        parse=text(300),
        aliases=("配合单位",),
        example="公安+物业服务企业",
        note_zh="用“+”连接，最多6个",
        note_en="joined by +, six at most",
    ),
    Column(
        name="handle_limit",
        label_zh="处置时限",
        label_en="Limit to handle",
        parse=limit_cell,
        example="1工作日",
        note_zh="留空时按事项清单",
        note_en="empty: the item's own",
    ),
    Column(
        name="assist_limit",
        label_zh="协办时限",
        label_en="Limit to assist",
        parse=limit_cell,
        example="4工作小时",
    ),
    Column(
        name="village",
        label_zh="村社区承担",
        label_en="Village",
        parse=village_cell,
        aliases=("村级清单", "三张清单"),
        example="协助",
        note_zh="自治（村社区自己办）、协助（政府部门办，村社区协助）、不承担（不得交村社区办），或留空",
        note_en="self, assist, relieved, or empty: the three lists of villages",
    ),
    Column(name="basis", label_zh="依据", label_en="Basis", parse=text(300), example="市政府第12号文件"),
    Column(name="note", label_zh="备注", label_en="Note", parse=text(300), aliases=("说明",), example=""),
)


def check_duty_rows(actor: Actor, rows: Sequence[Row], context: Context) -> Mapping[int, Sequence[Fault]]:
    """Units that do not exist, names that do not go with their codes, and what is wrong with a line in itself."""
    kinds, codes = known_parties()
    words = kinds_by_word()
    names = names_of_prefixes(on=local(context.at).date())
    found = {}
    for row in rows:
        if row.values["lead"] is None:
            continue
        faults = [
            Fault(one.column, one.message_zh, one.message_en)
            for one in line_faults(_line_in(row, words), kinds=kinds, codes=codes)
        ]
        prefix, name = row.values["item_prefix"] or "", row.values["item_name"]
        if prefix and prefix not in names:
            faults.append(
                Fault("item_prefix", "现行事项清单中没有这个代码", "no item in force has this code")
            )
        elif name and name != names.get(prefix, name):
            faults.append(
                Fault("item_name", f"代码{prefix}是“{names[prefix]}”", f"{prefix} is “{names[prefix]}”")
            )
        if faults:
            found[row.number] = faults
    return found


def write_duty_rows(actor: Actor, rows: Sequence[Row], context: Context) -> list[str]:
    """Add lines to the batch's draft. Nothing is in force before the draft is opened. Raises: NotADraft, DutyListFull."""
    words = kinds_by_word()
    with work(actor, Permission.MANAGE_ITEMS) as job:
        draft = draft_of_batch(DutyList, context)
        if DutyRow.objects.filter(duty_list=draft).count() + len(rows) > MOST_LINES:
            raise DutyListFull(most=MOST_LINES)
        stored = [
            fill_row(
                DutyRow(duty_list_id=draft.pk, place=STEP * (row.values["no"] or row.number)),
                _line_in(row, words),
            )
            for row in rows
        ]
        DutyRow.objects.bulk_create(stored)
        record_duties(job, draft, drafted=len(stored))
    return [f"routing.dutyrow:{row.pk}" for row in stored]


def undo_duty_rows(actor: Actor, targets: Sequence[str], *, at: datetime) -> dict[str, Fault]:
    """Take lines out of their draft, and the draft with its last line; a matrix that was opened is kept."""
    ids = ids_of(targets)
    with work(actor, Permission.MANAGE_ITEMS) as job:
        rows = DutyRow.objects.filter(pk__in=ids).select_related("duty_list")
        kept = keep_opened(ids, [(row.pk, row.duty_list) for row in rows])
        for draft in DutyList.objects.filter(
            pk__in=DutyRow.objects.filter(pk__in=ids).values("duty_list_id")
        ):
            record_duties(job, draft, undone=len(ids), kept=len(kept))
            DutyRow.objects.filter(pk__in=ids, duty_list=draft).delete()
            if not DutyRow.objects.filter(duty_list=draft).exists():
                draft.delete()
        if not job.is_recorded:
            job.record_own("routing.dutylist", undone=0, kept=len(kept))
    return kept


DUTY_SHEET = Sheet(
    key="routing.duties",
    title_zh="权责清单",
    title_en="Duty matrix",
    columns=COLUMNS,
    permission=Permission.MANAGE_ITEMS,
    write=write_duty_rows,
    check=check_duty_rows,
    undo=undo_duty_rows,
    key_columns=("item_prefix", "area_code", "level", "hours"),
    options=(
        Column(
            name="list_name",
            label_zh="清单名称",
            label_en="Name of the list",
            parse=name_text(80),
            required=True,
            example="2027年版权责清单",
        ),
    ),
)


def export_duties(actor: Actor, list_id: int, *, file_format: FileFormat, at: datetime) -> OutFile:
    """A version as a file with the sheet's own columns: edited or not, it can be imported as it is.

    Raises: DutyListUnknown (drafts are there for those who may propose); Forbidden.
    """
    row = duty_list(list_id, with_drafts=is_permitted(actor, Permission.PROPOSE_DUTY))
    kinds = {kind.key: kind.name_zh for kind in unit_kinds()}
    names = names_of_prefixes(on=local(at).date())
    return export_rows(
        actor,
        row.name,
        COLUMNS,
        (line_cells(line, kinds, names) for line in lines_of(list_id)),
        file_format=file_format,
        target=f"routing.dutylist:{list_id}",
    )


def line_cells(line: DutyLine, kinds: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    """A line as people read it in the sheet, in the order of its columns."""
    shown = {
        "no": str(line.no),
        "item_name": names.get(line.item_prefix, ""),
        "level": LEVEL_NAMES.get(line.level, ""),
        "hours": HOURS_NAMES.get(line.hours, line.hours) if line.hours else "",
        "lead": party_words(line.lead, kinds),
        "assists": "+".join(party_words(one, kinds) for one in line.assists),
        "handle_limit": limit_said(line.handle_limit),
        "assist_limit": limit_said(line.assist_limit),
        "village": VILLAGE_NAMES.get(line.village, ""),
    }
    return [shown[column.name] if column.name in shown else getattr(line, column.name) for column in COLUMNS]


def _line_in(row: Row, kinds: Mapping[str, str]) -> NewLine:
    values: Mapping[str, Any] = row.values
    return NewLine(
        lead=party_written(values["lead"], kinds),
        item_prefix=values["item_prefix"] or "",
        area_code=values["area_code"] or "",
        level=values["level"] or 0,
        hours=values["hours"] or "",
        assists=tuple(party_written(one, kinds) for one in split_parties(values["assists"] or "")),
        handle_limit=values["handle_limit"] or "",
        assist_limit=values["assist_limit"] or "",
        village=values["village"] or "",
        basis=values["basis"] or "",
        note=values["note"] or "",
    )
