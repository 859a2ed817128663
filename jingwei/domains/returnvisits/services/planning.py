"""Planning: a closing becomes a visit if it is drawn or was asked for; a matter taken up again needs none."""

from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings

from jingwei.domains.clocks.contracts import NewWatch, Owed, parse_limit
from jingwei.domains.clocks.services.watches import start_watch
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.queries import incident_for
from jingwei.domains.incidents.queries.visiting import MatterToVisit, matter_to_visit, own_word_on
from jingwei.domains.returnvisits.contracts import VisitPolicy, VisitState, VisitWay, VisitWhy
from jingwei.domains.returnvisits.models import Visit
from jingwei.domains.returnvisits.queries.policy import policy_at
from jingwei.domains.returnvisits.rules.answering import VisitAnswer
from jingwei.domains.returnvisits.rules.policy import is_drawn, share_of
from jingwei.domains.returnvisits.rules.refusals import NobodyToVisit
from jingwei.domains.returnvisits.services.inviting import invite
from jingwei.domains.returnvisits.services.keeping import KEEPER, VISIT, end, take_answer
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import centre_for
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import Work, work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import level_of
from jingwei.kernel.crypto import seal
from jingwei.kernel.ids import uuid7

FULL_FLOOR = 15


def follow_step(incident_id: UUID, action: Action, *, at: datetime) -> None:
    """What a step of the matter means for its visit. Heard at least once: each does nothing the second time."""
    if action is Action.CLOSE:
        plan_visit(incident_id, at=at)
    elif action is Action.RATE:
        take_own_word(incident_id, at=at)
    elif action is Action.REOPEN:
        withdraw_visit(incident_id, at=at)


def plan_visit(incident_id: UUID, *, at: datetime) -> Visit | None:
    """A visit for the closing of a matter, if it is drawn by the policy of the day or was asked for before."""
    with work(KEEPER, Permission.MAKE_VISITS) as job:
        job.recorded_elsewhere()  # most closings are not drawn
        matter = matter_to_visit(KEEPER, incident_id)
        if matter is None or matter.closed_at is None:
            return None
        rows = Visit.objects.visible_to(KEEPER).filter(incident_id=incident_id)
        if rows.filter(closed_at=matter.closed_at).exists():
            return None
        wish: Visit | None = rows.filter(state=VisitState.WISHED.value).select_for_update().first()
        policy = policy_at(at)
        if not matter.can_be_asked or (wish is None and not _is_drawn(matter, policy)):
            return None
        row = wish or _new(matter, VisitWhy.DRAWN, at=at)
        _begin(job, row, matter, policy, at=at)
    return row


def ask_visit(actor: Actor, incident_id: UUID, *, reason: str, at: datetime) -> Visit:
    """Whoever reported asked to be visited: now if the matter is closed, else when it will be. Asking again is harmless.

    Whoever sees the matter may ask, also where its visits are for others to make.
    Raises: NotFound, NobodyToVisit.
    """
    with work(actor, Permission.MAKE_VISITS) as job:
        incident_for(actor, incident_id)
        with eyes(KEEPER):
            matter = matter_to_visit(KEEPER, incident_id)
            if matter is None or not matter.can_be_asked:
                raise NobodyToVisit
            row = (
                Visit.objects.visible_to(KEEPER)
                .filter(incident_id=incident_id, closed_at=matter.closed_at)
                .first()
            )
            if row is None:
                row = _new(matter, VisitWhy.ASKED, at=at)
                row.asked_by_name, row.asked_reason = actor.name, reason.strip()
                if matter.closed_at is None:
                    row.save(force_insert=True)
                else:
                    _begin(job, row, matter, policy_at(at), at=at)
        job.record_new(row, act="ask", why=row.why)
    return row


def take_own_word(incident_id: UUID, *, at: datetime) -> None:
    """Who reported has rated the closing: that answers the visit, and nobody calls them any more."""
    with work(KEEPER, Permission.MAKE_VISITS) as job:
        job.recorded_elsewhere()
        row = _waiting_of(incident_id)
        said = own_word_on(incident_id, row.closed_at) if row is not None else None
        if row is not None and said is not None:
            take_answer(row, VisitAnswer(True, said.is_solved, said.stars, said.remark), VisitWay.APP, at=at)
            job.record(row, act="own_word", is_solved=said.is_solved, stars=said.stars)


def withdraw_visit(incident_id: UUID, *, at: datetime) -> None:
    """The matter was taken up again before anybody asked: there is no result to ask about."""
    with work(KEEPER, Permission.MAKE_VISITS) as job:
        job.recorded_elsewhere()
        row = _waiting_of(incident_id)
        matter = matter_to_visit(KEEPER, incident_id)
        if row is not None and (matter is None or matter.closed_at != row.closed_at):
            end(row, VisitState.WITHDRAWN, at=at)
            job.record(row, act="withdraw")


def mark_late(visit_id: UUID, *, at: datetime) -> None:
    """The time of a visit is over. Whom nobody can call had their chance to answer."""
    with work(KEEPER, Permission.MAKE_VISITS) as job:
        job.recorded_elsewhere()
        rows = Visit.objects.visible_to(KEEPER).filter(pk=visit_id, state=VisitState.WAITING.value)
        row: Visit | None = rows.select_for_update().first()
        if row is None or row.is_late or (row.due_at is not None and at < row.due_at):
            return
        if row.has_phone:
            row.is_late = True
            row.save(force_update=True)
        else:
            end(row, VisitState.UNREACHED, at=at)
        job.record(row, act="late")


def _is_drawn(matter: MatterToVisit, policy: VisitPolicy) -> bool:
    """By a keyed digest of this closing: the same whenever it is asked, and nobody can know it before."""
    area_code = matter.areas["scope_code"] or ""
    share = share_of(policy, item_code=matter.item_code, area_code=area_code)
    if not share or not matter.can_be_drawn or matter.closed_at is None:
        return False
    facts = matter.incident_id.bytes, matter.closed_at.isoformat().encode()
    return is_drawn(seal(settings.INDEX_KEY, b"returnvisits.draw", *facts), share)


def _new(matter: MatterToVisit, why: VisitWhy, *, at: datetime) -> Visit:
    row = Visit(
        id=uuid7(),
        incident_id=matter.incident_id,
        receipt_no=matter.receipt_no,
        why=why.value,
        state=VisitState.WISHED.value,
        planned_at=at,
    )
    _stand(row, matter)
    return row


def _stand(row: Visit, matter: MatterToVisit) -> None:
    """As the matter stands now: whose it was, where it lies, who may see it."""
    for name, value in matter.areas.items():
        setattr(row, name, value)
    row.item_code, row.item_name = matter.item_code, matter.item_name
    row.unit_id = _asking_centre(matter)
    row.handler_unit_id, row.about_unit_id = matter.handler_unit_id, matter.about_unit_id
    row.sight_floor = matter.sight_floor
    row.has_phone = matter.sealed_phone is not None


def _asking_centre(matter: MatterToVisit) -> UUID:
    """The centre in charge; where the matter is about that centre, the one above."""
    if matter.about_unit_id != matter.centre_id:
        return matter.centre_id
    level = level_of(matter.centre_area).above
    above = centre_for(matter.centre_area, level=level) if level else None
    return above.unit_id if above else matter.centre_id


def _begin(job: Work, row: Visit, matter: MatterToVisit, policy: VisitPolicy, *, at: datetime) -> None:
    """The visit waits from now on, unless its answer is there already."""
    assert matter.closed_at is not None
    _stand(row, matter)
    row.state, row.planned_at = VisitState.WAITING.value, at
    row.closed_at, row.closed_on = matter.closed_at, local(matter.closed_at).date()
    is_new = row._state.adding
    watch = start_watch(
        NewWatch(
            kind=VISIT,
            subject_id=row.pk,
            owed=Owed(unit_id=row.unit_id),
            area_code=row.scope_code if row.sight_floor >= FULL_FLOOR and row.about_unit_id is None else "",
            limit=parse_limit(policy.limit),
            title_zh="回访待办",
            title_en="A return visit to make",
            target=f"returnvisits.visit:{row.pk}",
            incident_id=row.incident_id,
        ),
        at=at,
    )
    row.due_at = watch.due_at
    said = own_word_on(row.incident_id, matter.closed_at)
    if said is None:
        invite(row, matter, policy, until=at + timedelta(days=policy.link_days), at=at)
    row.save(force_insert=is_new, force_update=not is_new)
    if said is not None:
        take_answer(row, VisitAnswer(True, said.is_solved, said.stars, said.remark), VisitWay.APP, at=at)
    job.record_new(row, act="plan", why=row.why)


def _waiting_of(incident_id: UUID) -> Visit | None:
    rows = Visit.objects.visible_to(KEEPER).filter(incident_id=incident_id, state=VisitState.WAITING.value)
    found: Visit | None = rows.select_for_update().order_by("-closed_at").first()
    return found
