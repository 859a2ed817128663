"""From collection tasks and counts to what is shown."""

from collections.abc import Iterable, Mapping

from jingwei.domains.freshness.api import schemas as io
from jingwei.domains.freshness.queries.collections import Task
from jingwei.domains.freshness.queries.freshness import Freshness, FreshnessTable
from jingwei.domains.freshness.queries.kinds import fresh_kinds
from jingwei.foundation.areas.queries import names_of
from jingwei.foundation.forms.services.reading import form_of


def task_rows(tasks: Iterable[Task]) -> list[io.CollectionRowOut]:
    found = list(tasks)
    names = names_of({task.row.scope_code for task in found})
    return [io.CollectionRowOut(**_told(task, names)) for task in found]


def task_out(task: Task) -> io.CollectionOut:
    forms = {key: form_of(key) for key in fresh_kinds()}
    doors = [
        io.DoorOut(
            key=door.key,
            label=door.label,
            house_id=next((one.record.house_id for one in door.shown if one.record.house_id), None),
            records=[
                io.CollectedRecordOut(
                    item_id=one.item.pk,
                    kind=one.item.kind,
                    kind_zh=forms[one.item.kind].title_zh,
                    kind_en=forms[one.item.kind].title_en,
                    record_id=one.item.record_id,
                    label=one.record.label,
                    due_on=one.item.due_on,
                    seen_at=one.record.seen_at,
                    state=one.state.name.lower(),
                    again_on=one.item.again_on,
                )
                for one in door.shown
            ],
        )
        for door in task.doors
    ]
    return io.CollectionOut(doors=doors, **_told(task, names_of({task.row.scope_code})))


def _told(task: Task, names: Mapping[str, str]) -> dict[str, object]:
    row = task.row
    return {
        "id": row.pk,
        "address": row.address,
        "building_id": row.building_id,
        "area_code": row.scope_code,
        "area_name": names.get(row.scope_code, row.scope_code),
        "open": task.open,
        "done": task.done,
        "absent": task.absent,
        "oldest_on": task.oldest_on,
    }


def freshness_out(area_code: str, table: FreshnessTable) -> io.FreshnessOut:
    titles = {key: form_of(key) for key in fresh_kinds()}

    def kinds(by_kind: Mapping[str, Freshness]) -> list[io.KindFreshnessOut]:
        return [
            io.KindFreshnessOut(
                kind=key,
                title_zh=form.title_zh,
                title_en=form.title_en,
                records=by_kind.get(key, Freshness()).records,
                fresh=by_kind.get(key, Freshness()).fresh,
            )
            for key, form in titles.items()
        ]

    return io.FreshnessOut(
        area_code=area_code,
        counted_on=table.counted_on,
        records=table.total.records,
        fresh=table.total.fresh,
        kinds=kinds(table.by_kind),
        areas=[
            io.AreaFreshnessOut(
                area_code=one.area_code,
                area_name=one.area_name,
                has_below=one.has_below,
                records=one.total.records,
                fresh=one.total.fresh,
                kinds=kinds(one.by_kind),
            )
            for one in table.areas
        ],
    )
