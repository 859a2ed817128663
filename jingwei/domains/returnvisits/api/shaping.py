"""From rows to what travels: names once for a page, matters and numbers only as far as the reader may know them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from jingwei.domains.incidents.queries.known import MatterBrief, matters_by_id
from jingwei.domains.incidents.queries.visiting import masked_phones
from jingwei.domains.returnvisits.api import schemas as io
from jingwei.domains.returnvisits.contracts import SpotFinding, VisitState, VisitWay, VisitWhy
from jingwei.domains.returnvisits.models import Sample, SpotCheck, Visit
from jingwei.domains.returnvisits.queries.checks import Progress, progress_of
from jingwei.domains.returnvisits.rules.rates import Rates
from jingwei.domains.returnvisits.rules.sampling import is_on_the_spot
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import is_permitted, unit_names
from jingwei.foundation.areas.queries import names_of


def visits_out(actor: Actor, rows: Sequence[Visit]) -> list[io.VisitOut]:
    units = unit_names({row.unit_id for row in rows} | {row.handler_unit_id for row in rows} - {None})
    areas = names_of({row.scope_code for row in rows})
    matters = matters_by_id(actor, [row.incident_id for row in rows])
    mine = [row for row in rows if _is_to_call(actor, row)]
    phones = masked_phones(actor, [row.incident_id for row in mine])
    return [_visit(actor, row, units, areas, matters, phones) for row in rows]


def _is_to_call(actor: Actor, row: Visit) -> bool:
    is_ours = actor.unit_id is not None and actor.unit_id == row.unit_id
    is_waiting = row.state == VisitState.WAITING.value
    return is_ours and is_waiting and is_permitted(actor, Permission.MAKE_VISITS)


def _visit(
    actor: Actor,
    row: Visit,
    units: dict[UUID, str],
    areas: dict[str, str],
    matters: dict[UUID, MatterBrief],
    phones: dict[UUID, str],
) -> io.VisitOut:
    matter = matters.get(row.incident_id)
    return io.VisitOut(
        id=row.pk,
        incident_id=row.incident_id,
        receipt_no=row.receipt_no,
        title=matter.title if matter else "",
        item_name=row.item_name,
        area_name=areas.get(row.scope_code, ""),
        unit_name=units.get(row.unit_id, ""),
        handler_unit_id=row.handler_unit_id,
        handler_unit_name=units.get(row.handler_unit_id, "") if row.handler_unit_id else "",
        why=VisitWhy(row.why),
        asked_by_name=row.asked_by_name,
        asked_reason=row.asked_reason,
        state=VisitState(row.state),
        closed_at=row.closed_at,
        due_at=row.due_at,
        is_late=row.is_late,
        has_phone=row.has_phone,
        phone=phones.get(row.incident_id, ""),
        link_until=row.link_until,
        tries=row.tries,
        last_try_at=row.last_try_at,
        ended_at=row.ended_at,
        way=VisitWay(row.way) if row.way else None,
        is_solved=row.is_solved,
        stars=row.stars,
        remark=row.remark,
        by_name=row.by_name,
        reopened_at=row.reopened_at,
        may_record=_is_to_call(actor, row),
    )


def rates_out(rates: Rates) -> io.RatesOut:
    return io.RatesOut.model_validate(rates, from_attributes=True)


def samples_out(actor: Actor, rows: Sequence[Sample]) -> list[io.SampleOut]:
    areas = names_of({row.scope_code for row in rows})
    units = unit_names({row.unit_id for row in rows})
    progress = progress_of(actor, [row.pk for row in rows])
    return [
        io.SampleOut(
            id=row.pk,
            area_code=row.scope_code,
            area_name=areas.get(row.scope_code, ""),
            from_on=row.from_on,
            until_on=row.until_on,
            item_prefix=row.item_prefix,
            asked_count=row.asked_count,
            population=row.population,
            seed=row.seed,
            drawn_at=row.drawn_at,
            drawn_by_name=row.drawn_by_name,
            unit_name=units.get(row.unit_id, ""),
            total=(how_far := progress.get(row.pk, Progress())).total,
            done=how_far.done,
            as_reported=how_far.as_reported,
        )
        for row in rows
    ]


def checks_out(actor: Actor, rows: Sequence[SpotCheck], *, at: datetime) -> list[io.SpotCheckOut]:
    areas = names_of({row.scope_code for row in rows})
    units = unit_names({row.handler_unit_id for row in rows} - {None})
    matters = matters_by_id(actor, [row.incident_id for row in rows])
    return [_check(actor, row, areas, units, matters.get(row.incident_id), at) for row in rows]


def _check(
    actor: Actor,
    row: SpotCheck,
    areas: dict[str, str],
    units: dict[UUID, str],
    matter: MatterBrief | None,
    at: datetime,
) -> io.SpotCheckOut:
    is_handlers = actor.sharing_unit_id is not None and actor.sharing_unit_id == row.handler_unit_id
    return io.SpotCheckOut(
        id=row.pk,
        sample_id=row.sample_id,
        incident_id=row.incident_id,
        receipt_no=row.receipt_no,
        title=matter.title if matter else "",
        item_name=row.item_name,
        address=matter.address if matter else "",
        area_name=areas.get(row.scope_code, ""),
        lon=matter.lon if matter else None,
        lat=matter.lat if matter else None,
        handler_unit_name=units.get(row.handler_unit_id, "") if row.handler_unit_id else "",
        closed_at=row.closed_at,
        due_at=row.due_at,
        is_overdue=row.done_at is None and row.due_at is not None and row.due_at < at,
        done_at=row.done_at,
        finding=SpotFinding(row.finding) if row.finding else None,
        remark=row.remark,
        distance_m=row.distance_m,
        is_near=is_on_the_spot(row.distance_m, row.accuracy_m),
        file_ids=row.file_ids,
        by_name=row.by_name,
        is_mine=actor.post_id is not None and actor.post_id == row.post_id,
        may_record=row.done_at is None
        and not is_handlers
        and is_permitted(actor, Permission.VERIFY_INCIDENT),
    )
