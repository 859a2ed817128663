"""Child tasks 子任务: one matter in several parts, each a matter of its own with its own unit, clock and check."""

from datetime import datetime
from uuid import UUID, uuid5

from jingwei.domains.incidents.contracts import Action, Identity
from jingwei.domains.incidents.models import Incident, Tie
from jingwei.domains.incidents.queries.disputes import is_child, open_children
from jingwei.domains.incidents.rules.intake import require_words
from jingwei.domains.incidents.rules.sight import FULL_FLOOR
from jingwei.domains.incidents.rules.ties import MOST_CHILDREN, CannotSplit, TieKind
from jingwei.domains.incidents.services.centre import accept_incident, dispatch_incident
from jingwei.domains.incidents.services.course import add_participant, step
from jingwei.domains.incidents.services.intake import NewReport, report_incident
from jingwei.domains.incidents.services.waiting import ONLOOKER
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.access.queries import unit_brief
from jingwei.foundation.scoping import eyes
from jingwei.kernel.geo import Datum, Position

SEPARATED = UUID("4e0d6f0e-6a0f-4d5e-9d0c-7a4b2f1c9e31")


def split_incident(
    actor: Actor,
    incident_id: UUID,
    *,
    unit_id: UUID,
    words: str,
    at: datetime,
    version: int | None = None,
    item_code: str = "",
    handle_limit: str = "",
) -> Incident:
    """Split off a child task 拆分子任务: taken in, accepted and dispatched in one go, and tied to its parent.

    The parent goes on by itself and waits with closing for its parts. Nobody who has the parent sees a part for it.
    Raises: CannotSplit; WordsMissing; ItemMissing, ItemUnknown, UnitUnfit, BadLimit.
    """
    require_words(words, 0)
    with step(actor, incident_id, Action.SPLIT, at=at, version=version) as taking:
        parent = taking.incident
        _require_whole(parent)
        child_id = uuid5(SEPARATED, f"{incident_id} {parent.version}")
        receipt = report_incident(actor, _report_of(parent, child_id, words, at), at=at)
        _stand_beside(parent, child_id, at)
        accept_incident(actor, child_id, item_code=item_code or parent.item_code, at=at)
        dispatch_incident(
            actor,
            child_id,
            unit_id=unit_id,
            handle_limit=handle_limit,
            remark=f"{parent.receipt_no}的子任务" if handle_limit else "",
            at=at,
        )
        Tie(incident_id=child_id, other_id=incident_id, kind=TieKind.CHILD.value, tied_at=at).save(
            force_insert=True
        )
        taking.is_internal = True
        taking.facts.update(
            child_id=str(child_id), child_no=receipt.receipt_no, unit_name=unit_brief(unit_id).name
        )
    return taking.incident


def _require_whole(parent: Incident) -> None:
    if parent.receiving_post_id is not None or parent.sight_floor != FULL_FLOOR:
        raise CannotSplit(
            reason="保密线索和反映单位的事项不能拆分。请整件办理。",
            reason_en="tips and reports about a unit are handled whole.",
        )
    if parent.position is None and parent.community_code is None:
        raise CannotSplit(reason="请先更正位置。", reason_en="its place has to be set right first.")
    with eyes(ONLOOKER):
        if is_child(parent.pk):
            raise CannotSplit(
                reason="它自己是子任务，请从主事项拆分。",
                reason_en="it is a child task itself; split its parent.",
            )
        if len(open_children(parent.pk)) >= MOST_CHILDREN:
            raise CannotSplit(
                reason=f"已有{MOST_CHILDREN}件子任务在办。",
                reason_en=f"{MOST_CHILDREN} child tasks are open.",
            )


def _report_of(parent: Incident, child_id: UUID, words: str, at: datetime) -> NewReport:
    place = None
    if parent.position is not None and not parent.position.empty:
        place = Position(
            lon=parent.position.x,
            lat=parent.position.y,
            given_lon=parent.position.x,
            given_lat=parent.position.y,
            datum=Datum.WGS84,
            accuracy_m=parent.accuracy_m,
        )
    return NewReport(
        incident_id=child_id,
        words=words,
        reported_at=at,
        position=place,
        area_code=parent.scope_code,
        address=parent.address,
        identity=Identity.NAMED,
        is_urgent=parent.is_urgent,
    )


def _stand_beside(parent: Incident, child_id: UUID, at: datetime) -> None:
    """A part is the business of the centre that splits it off, whichever its place alone would have led to."""
    with eyes(ONLOOKER):
        child = Incident.objects.visible_to(ONLOOKER).get(pk=child_id)
        child.centre_id, child.centre_area = parent.centre_id, parent.centre_area
        child.save(update_fields=["centre_id", "centre_area"])
        add_participant(child, "receiver", unit_id=parent.centre_id, at=at)
