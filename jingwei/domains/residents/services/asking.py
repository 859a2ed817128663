"""Requests: that somebody registered elsewhere be moved in, decided by whoever keeps the record; and a person's own.

Who asks learns the decision and its reason, nothing of the record.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from jingwei.domains.residents.contracts import RESIDENT, Living, RequestKind, RequestMoved, RequestState
from jingwei.domains.residents.models import Request, Resident
from jingwei.domains.residents.queries.asked import keeps, request_for
from jingwei.domains.residents.rules.form import IDENTITY
from jingwei.domains.residents.rules.refusals import (
    AlreadyHere,
    ReasonNeeded,
    RequestDecided,
    RequestNotFound,
    ResidentNotFound,
)
from jingwei.domains.residents.services.finding import REGISTRAR, Standing, count_look, standing_of
from jingwei.domains.residents.services.moving import hand_over, locked
from jingwei.domains.residents.services.placing import Home, Placed, placed
from jingwei.foundation.access.contracts import Actor, Permission, Role, system_actor
from jingwei.foundation.access.queries import posts_of_role
from jingwei.foundation.events.services import is_first_hearing
from jingwei.foundation.forms.services.reading import form_of, read_facts
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_person, notify_post
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import ancestor_codes, parent_of

TELLER = system_actor("实有人口通知")
KEEPERS = (Role.OFFICER, Role.GRID_HEAD, Role.CHIEF_GRID_HEAD, Role.DESK)
LEAST_WORDS = 2


def request_move_in(
    actor: Actor, identity: str, home: Home, *, words: str, request_id: UUID, at: datetime
) -> Request:
    """Ask those who keep somebody's record to hand it over: they live in one's own area now.

    Raises: BadFacts, PlaceMissing, OutsideOwnArea, AlreadyHere, ResidentNotFound where nobody has the number,
    LookedUpTooOften.
    """
    reading = read_facts(form_of(RESIDENT), {IDENTITY.key: identity}, is_partial=True)
    value = reading.sealed[IDENTITY.key]
    count_look(actor, at=at)
    with work(actor, Permission.MANAGE_RESIDENTS) as job:
        there = placed(actor, home, today=local(at).date())
        standing, row = standing_of(actor, value.index if value else None, at=at)
        if standing is Standing.HERE:
            raise AlreadyHere
        if row is None:
            raise ResidentNotFound
        asked = _written(actor, row, RequestKind.MOVE_IN, request_id, words=words, there=there, at=at)
        job.record_new(asked, act="request_move_in", to=there.codes.scope)
        job.publish(RequestMoved(asked.pk, at))
    return asked


def ask_correction(actor: Actor, row: Resident, words: str, *, request_id: UUID, at: datetime) -> Request:
    """A person asks that their own record be put right. ``row`` was proved to be theirs."""
    with work(actor, Permission.USE_ACCOUNT) as job:
        asked = _written(actor, row, RequestKind.CORRECTION, request_id, words=words, there=None, at=at)
        job.record_own(f"residents.request:{asked.pk}", act="ask_correction")
        job.publish(RequestMoved(asked.pk, at))
    return asked


def _written(
    actor: Actor,
    row: Resident,
    kind: RequestKind,
    request_id: UUID,
    *,
    words: str,
    there: Placed | None,
    at: datetime,
) -> Request:
    """Once per id: sent twice it is one request."""
    with eyes(REGISTRAR):
        known = Request.objects.unscoped("a request sent twice is one request").filter(pk=request_id).first()
        if known is not None:
            if known.resident_id != row.pk or known.asker_person_id != actor.person_id:
                raise RequestNotFound
            return known  # type: ignore[no-any-return]
        asked = Request(
            id=request_id,
            kind=kind.value,
            resident_id=row.pk,
            words=words.strip(),
            asked_at=at,
            asker_person_id=actor.person_id,
            asker_post_id=actor.post_id,
            asker_name=actor.name,
        )
        if there is not None:
            asked.to_code, asked.house_id = there.codes.scope, there.home.house_id
            asked.address, asked.living = there.address, int(there.home.living)
            asked.from_on = there.home.from_on
        asked.lie_in(ancestor_codes(row.scope_code))
        asked.save(force_insert=True)
    return asked


@dataclass(frozen=True, slots=True)
class Decision:
    """Agreed or not; without agreement a reason."""

    is_accepted: bool
    reason: str = ""


def decide_request(actor: Actor, request_id: UUID, decision: Decision, *, at: datetime) -> Request:
    """Agree, which moves the person there, or decline with a reason. A correction itself is made on the record.

    Raises: RequestNotFound, RequestDecided, ReasonNeeded, and what moving refuses.
    """
    reason = decision.reason.strip()
    with work(actor, Permission.MANAGE_RESIDENTS) as job:
        row = request_for(actor, request_id)
        if not keeps(actor, row):
            raise RequestNotFound
        if row.state != RequestState.OPEN.value:
            raise RequestDecided
        if not decision.is_accepted and len(reason) < LEAST_WORDS:
            raise ReasonNeeded
        job.record(row, act="decide_request", is_accepted=decision.is_accepted)
        with eyes(REGISTRAR):
            state = RequestState.ACCEPTED if decision.is_accepted else RequestState.DECLINED
            row.state, row.reason, row.decided_at = state.value, reason, at
            row.decided_post_id, row.decided_name = actor.post_id, actor.name
            row.save(update_fields=["state", "reason", "decided_at", "decided_post_id", "decided_name"])
        if decision.is_accepted and row.kind == RequestKind.MOVE_IN.value:
            person = locked(actor, row.resident_id)
            there = _there(row, today=local(at).date())
            hand_over(actor, person, there, job, source="move", remark=row.words, at=at)
        job.publish(RequestMoved(row.pk, at))
    return row


def _there(row: Request, *, today: date) -> Placed:
    home = Home(
        living=Living(row.living or Living.INCOMING),
        from_on=min(row.from_on or today, today),
        house_id=row.house_id,
        address=row.address,
        area_code=row.to_code,
    )
    return Placed(home, row.address, ancestor_codes(row.to_code))


def tell_of_request(request_id: UUID, *, at: datetime) -> int:
    """Tell those who keep the record of a request, or whoever asked of its decision. Names nobody. Returns how many."""
    with eyes(TELLER):
        if not is_first_hearing(at=at):
            return 0
        rows = Request.objects.unscoped("whoever is to be told is told by a machine")
        row: Request | None = rows.filter(pk=request_id).first()
        if row is None:
            return 0
        is_open = row.state == RequestState.OPEN.value
        told = {"kind": "residents.request", "target": f"residents.request:{row.pk}", "at": at}
        if is_open:
            posts = _keepers(row.scope_code)
            for post_id in posts:
                notify_post(TELLER, post_id, words=ASKED[RequestKind(row.kind)], **told)
            return len(posts)
        words = DECIDED[RequestState(row.state)]
        if row.asker_post_id is not None:
            notify_post(TELLER, row.asker_post_id, words=words, **told)
        elif row.asker_person_id is not None:
            notify_person(TELLER, row.asker_person_id, words=words, **told)
        return 1


ASKED = {
    RequestKind.MOVE_IN: Words(
        "有人请求迁入您登记的居民",
        "Somebody asks for a resident of yours to be moved",
        "请核实后同意或说明原因。",
        "Check, then agree or say why not.",
    ),
    RequestKind.CORRECTION: Words(
        "居民请求更正自己的登记",
        "A resident asks for their record to be put right",
        "请核实后更正，或说明原因。",
        "Check, then correct it or say why not.",
    ),
}
DECIDED = {
    RequestState.ACCEPTED: Words(
        "登记请求已同意", "A request about a record was agreed to", "请打开查看。", "Open it to read more."
    ),
    RequestState.DECLINED: Words(
        "登记请求未同意", "A request about a record was declined", "请打开查看原因。", "Open it to read why."
    ),
}


def _keepers(scope_code: str) -> list[UUID]:
    """The posts nearest to the record: its grid's, else those one level up."""
    code: str | None = scope_code
    while code:
        found = [post_id for role in KEEPERS for post_id in posts_of_role(role, code)]
        if found:
            return found
        code = parent_of(code)
    return []
