"""The demo's tasks from above and its work log: one task on its way down, one done, a week of what grids settled."""

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from jingwei.config.demo.divisions import SMALL_COUNTY_CODE
from jingwei.config.demo.organisation import COMMUNITY, GRID_ONE, GRID_TWO, TOWNSHIP, centre_id, id_of
from jingwei.config.demo.staff import Staff
from jingwei.domains.routing.queries import find_items
from jingwei.domains.tasking.contracts import FieldKind, Measure, TaskAct
from jingwei.domains.tasking.models import Share, Task
from jingwei.domains.tasking.rules.forms import FormField
from jingwei.domains.tasking.services import (
    Answer,
    NewShare,
    NewTask,
    answer_task,
    give_task,
    pass_task_down,
    steer_task,
)
from jingwei.domains.worklog.models import LogEntry
from jingwei.domains.worklog.services import NewEntry, grow_entry, record_entry
from jingwei.foundation.access.contracts import Actor, system_actor
from jingwei.foundation.areas.models import Area
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.geo import Datum, position

SEEDER = system_actor("演示数据")
ENTRIES = 24
SETTLED = ("已当场清走", "劝导后已搬离", "已联系业主处理好", "")


def seed_tasks(*, at: datetime, say: Callable[[str], object]) -> int:
    """Written once; returns how many tasks and entries it wrote."""
    with eyes(SEEDER):
        if Task.objects.visible_to(SEEDER).exists() or LogEntry.objects.visible_to(SEEDER).exists():
            return 0
        staff = Staff(SMALL_COUNTY_CODE)
        spots = {
            area.code: area.label_point
            for area in Area.objects.filter(code__in=[GRID_ONE, GRID_TWO], valid_to_on=None)
        }
    say("下达任务，写入一周的工作日志 …")
    county, street = staff.desk(centre_id(SMALL_COUNTY_CODE)), staff.desk(centre_id(TOWNSHIP))
    community, officer = staff.desk(centre_id(COMMUNITY)), staff.officer(GRID_ONE)
    _counted(county, street, community, officer, at)
    _done(street, community, at)
    for number in range(ENTRIES):
        _entry(staff, number, spots, at)
    return 2 + ENTRIES


def _counted(county: Actor, street: Actor, community: Actor, officer: Actor, at: datetime) -> None:
    """From the district to an officer; under way."""
    began = at - timedelta(days=3)
    form = (
        FormField("f1", "通道畅通", FieldKind.YES_NO, is_required=True),
        FormField("f2", "处理方式", FieldKind.CHOICE, options=("清运", "劝导")),
    )
    new = NewTask(
        task_id=id_of("task", "demo passages"),
        title="消防通道清查",
        words="逐栋清查楼道和消防通道堆物，能清的当场清，清不了的写明原因。",
        measure=Measure.COUNT,
        target_unit="栋",
        form=form,
        due_at=at + timedelta(days=4),
        shares=(NewShare(unit_id=centre_id(TOWNSHIP), target=60),),
    )
    task = give_task(county, new, at=began)
    for giver, to, hours in (
        (street, NewShare(unit_id=centre_id(COMMUNITY), target=20), 2),
        (community, NewShare(post_id=officer.post_id, target=8), 5),
    ):
        share = _share(task, giver)
        moment = began + timedelta(hours=hours)
        answer_task(giver, share.pk, Answer(TaskAct.ACKNOWLEDGE, share.version), at=moment)
        pass_task_down(giver, task.pk, from_share_id=share.pk, shares=[to], due_at=None, remark="", at=moment)
    share = _share(task, officer)
    answer_task(officer, share.pk, Answer(TaskAct.ACKNOWLEDGE, 1), at=began + timedelta(hours=20))
    said = Answer(TaskAct.PROGRESS, 2, remark="一至五栋已清", done=5, values={"f1": True})
    answer_task(officer, share.pk, said, at=at - timedelta(days=1))


def _done(street: Actor, community: Actor, at: datetime) -> None:
    """From the street to its community; accepted."""
    began = at - timedelta(days=6)
    new = NewTask(
        task_id=id_of("task", "demo posters"),
        title="张贴防范电信诈骗海报",
        words="每个单元门口一张，拍照留底。",
        due_at=at - timedelta(days=2),
        shares=(NewShare(unit_id=centre_id(COMMUNITY)),),
    )
    task = give_task(street, new, at=began)
    share = _share(task, community)
    for number, act in enumerate((TaskAct.ACKNOWLEDGE, TaskAct.COMPLETE)):
        moment = began + timedelta(days=number + 1)
        answer_task(community, share.pk, Answer(act, number + 1), at=moment)
    steer_task(
        street, share.pk, TaskAct.ACCEPT, version=None, remark="", due_at=None, at=at - timedelta(days=3)
    )


def _share(task: Task, receiver: Actor) -> Share:
    with eyes(SEEDER):
        rows = Share.objects.visible_to(SEEDER).filter(task_id=task.pk)
        own = rows.filter(receiver_post_id=receiver.post_id).first()
        found: Share = own or rows.get(receiver_unit_id=receiver.unit_id, receiver_post_id=None)
        return found


def _entry(staff: Staff, number: int, spots: dict[str, object], at: datetime) -> None:
    """The grids' officers by turns, some a day; the last one goes further."""
    grid = (GRID_ONE, GRID_TWO)[number % 2]
    officer, spot = staff.officer(grid), spots[grid]
    moment = at - timedelta(hours=7 * (ENTRIES - number))
    items = find_items(on=local(moment).date(), limit=12).rows
    new = NewEntry(
        entry_id=_entry_id(number),
        item_code=items[number * 5 % len(items)].brief.item_code,
        happened_at=moment,
        position=position(spot.x, spot.y, datum=Datum.WGS84),  # type: ignore[attr-defined]
        words=SETTLED[number % len(SETTLED)],
    )
    record_entry(officer, new, at=moment)
    if number == ENTRIES - 1:
        grow_entry(officer, new.entry_id, words="清走又有人倒，请环卫加一次清运", is_urgent=False, at=at)


def _entry_id(number: int) -> UUID:
    return id_of("work log", f"demo {number}")
