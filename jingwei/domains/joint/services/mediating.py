"""Disputes 矛盾纠纷 on their way: registered, taken up, passed on to another level or way, ended."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from jingwei.domains.clocks.contracts import NewWatch, Owed, parse_limit
from jingwei.domains.clocks.queries import deadline_for
from jingwei.domains.clocks.services.watches import start_watch, stop_watch
from jingwei.domains.joint.contracts import (
    Happening,
    JointHappened,
    MediationAct,
    MediationState,
    MediationWay,
    Performance,
)
from jingwei.domains.joint.models import DisputeKind, Mediation, MediationEntry, Party
from jingwei.domains.joint.queries.mediations import dispute_kinds, mediation_for
from jingwei.domains.joint.rules.mediating import (
    NewParty,
    level_of_unit,
    require_goes_on,
    require_inside,
    require_parties,
    target_of,
)
from jingwei.domains.joint.rules.personal import PARTY_NAME, PARTY_PHONE
from jingwei.domains.joint.rules.refusals import KindUnknown, NotTheMediator, UnitsWrong
from jingwei.domains.joint.services.calling import columns_of, matter_named
from jingwei.foundation.access.contracts import Actor, Permission, UnitBrief
from jingwei.foundation.access.queries import centre_for, units_known
from jingwei.foundation.files.services.claims import claim
from jingwei.foundation.privacy.services import seal_value
from jingwei.foundation.work import Work, work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import level_of
from jingwei.kernel.ids import uuid7

MEDIATION = "joint.mediation"
FOLLOW_UP = "joint.follow_up"


@dataclass(frozen=True, slots=True)
class NewMediation:
    """A dispute to be registered. Without ``to_unit_id`` one's own unit mediates, with these mediators."""

    title: str
    words: str
    kind: str
    way: MediationWay
    parties: Sequence[NewParty]
    area_code: str | None = None
    to_unit_id: UUID | None = None
    mediators: str = ""
    incident_id: UUID | None = None
    file_ids: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """What is written into the course."""

    words: str = ""
    held_at: datetime | None = None
    place: str = ""
    names: str = ""
    facts: str = ""
    performing: str = ""
    to_unit_id: UUID | None = None
    file_ids: Sequence[UUID] = ()


class Doing:
    """One act on one dispute, locked. What is set is saved, and the line written, when it leaves."""

    def __init__(self, job: Work, actor: Actor, row: Mediation, at: datetime) -> None:
        self.job, self.actor, self.row, self.at = job, actor, row, at
        self.line = Line()

    def ends(self, outcome: str) -> None:
        """Nothing is owed any more."""
        self.row.ended_at, self.row.follow_at = self.at, None
        stop_watch(MEDIATION, self.row.pk, at=self.at, outcome=outcome)
        stop_watch(FOLLOW_UP, self.row.pk, at=self.at, outcome=outcome)

    def tell(self, happening: Happening) -> None:
        self.job.publish(JointHappened(happening, self.row.pk, self.at))


@contextmanager
def doing(
    actor: Actor,
    mediation_id: UUID,
    act: MediationAct,
    *,
    at: datetime,
    performance: Performance | None = None,
) -> Iterator[Doing]:
    """The door to every act of the unit that mediates. Raises: NotFound, NotTheMediator, DisputeOver."""
    with work(actor, Permission.MEDIATE) as job:
        seen = mediation_for(actor, mediation_id)
        if actor.unit_id is None or actor.unit_id != seen.unit_id:
            raise NotTheMediator
        rows = Mediation.objects.visible_to(actor).filter(pk=mediation_id, unit_id=actor.unit_id)
        row = rows.select_for_update().first()
        if row is None:  # passed on meanwhile
            raise NotTheMediator
        row.state = target_of(MediationState(row.state), act, performance).value
        taken = Doing(job, actor, row, at)
        yield taken
        write_line(actor, row, act, taken.line, at=at)
        row.save(force_update=True)
        job.record(row, act=f"mediation_{act.value}", state=row.state)


def write_line(actor: Actor, row: Mediation, act: MediationAct, line: Line, *, at: datetime) -> None:
    """Add to the course; its files belong to the line, so that only those who see it see them."""
    entry = MediationEntry(
        id=uuid7(),
        mediation_id=row.pk,
        act=act.value,
        at=at,
        held_at=line.held_at,
        unit_id=actor.unit_id,
        to_unit_id=line.to_unit_id,
        by_name=actor.name,
        place=line.place.strip(),
        names=line.names.strip(),
        words=line.words.strip(),
        facts=line.facts.strip(),
        performing=line.performing.strip(),
        file_ids=list(dict.fromkeys(line.file_ids)),
    )
    entry.save(force_insert=True)
    claim(actor, line.file_ids, at=at, target=entry.pk)


def register_mediation(actor: Actor, new: NewMediation, *, at: datetime) -> Mediation:
    """Register a dispute of one's own area, and mediate it or send it to whoever shall.

    Raises: PartiesMissing, KindUnknown, DisputeElsewhere, UnitsWrong, MatterHidden, BadPhone, file refusals.
    """
    require_parties(new.parties)
    kind = _kind(new.kind, at)
    with work(actor, Permission.MEDIATE) as job:
        matter = matter_named(actor, new.incident_id)
        area_code = new.area_code or (matter.area_code if matter else actor.area_code)
        require_inside(area_code, actor.area_code)
        unit = _mediating(new.to_unit_id or actor.unit_id)
        is_own = unit.unit_id == actor.unit_id
        limit = parse_limit(kind.limit)
        columns = columns_of(actor, area_code, _others(actor, unit.unit_id, area_code), at=at)
        row = Mediation(
            **(columns | {"unit_id": unit.unit_id}),
            incident_id=matter.incident_id if matter else None,
            title=new.title.strip(),
            kind_code=kind.code,
            kind_name=kind.name_zh,
            way=new.way.value,
            level=level_of_unit(len(unit.area_code)),
            state=(MediationState.RUNNING if is_own else MediationState.WAITING).value,
            mediators=new.mediators.strip() if is_own else "",
            taken_at=at if is_own else None,
            limit=kind.limit,
            follow_up=kind.follow_up,
            due_at=deadline_for(at, limit).due_at,
        )
        row.save(force_insert=True)
        Party.objects.bulk_create(_party(row, number, one) for number, one in enumerate(new.parties, start=1))
        line = Line(words=new.words, to_unit_id=None if is_own else unit.unit_id, file_ids=new.file_ids)
        write_line(actor, row, MediationAct.REGISTER, line, at=at)
        watch_mediation(row, MEDIATION, row.limit, at=at)
        job.record_new(row, act="mediation_register", kind=kind.code, way=row.way, unit=str(row.unit_id))
        if not is_own:
            job.publish(JointHappened(Happening.DISPUTE_SENT, row.pk, at))
    return row


def take_mediation(actor: Actor, mediation_id: UUID, *, mediators: str, at: datetime) -> Mediation:
    """Take a dispute up 受理, with who mediates. Raises: NotFound, NotTheMediator, DisputeOver."""
    with doing(actor, mediation_id, MediationAct.TAKE, at=at) as it:
        it.row.taken_at, it.row.mediators = at, mediators.strip()
        it.line = Line(names=mediators)
    return it.row


def hand_on_mediation(
    actor: Actor, mediation_id: UUID, *, to_unit_id: UUID, way: MediationWay, reason: str, at: datetime
) -> Mediation:
    """Pass a dispute to another unit, level or way 三调联动; its clock begins anew, its course stays.

    Raises: NotFound, NotTheMediator, DisputeOver, UnitsWrong, PassNowhere.
    """
    with doing(actor, mediation_id, MediationAct.HAND_ON, at=at) as it:
        row, unit = it.row, _mediating(to_unit_id)
        require_goes_on((row.unit_id, MediationWay(row.way)), (unit.unit_id, way))
        row.unit_ids = sorted({*row.unit_ids, row.unit_id} - {unit.unit_id})
        row.unit_id, row.way, row.level = unit.unit_id, way.value, level_of_unit(len(unit.area_code))
        row.passes += 1
        row.taken_at, row.mediators, row.agreed_at, row.follow_at = None, "", None, None
        row.due_at = deadline_for(at, parse_limit(row.limit)).due_at
        stop_watch(FOLLOW_UP, row.pk, at=at, outcome="passed")
        watch_mediation(row, MEDIATION, row.limit, at=at)
        it.line = Line(words=reason, to_unit_id=unit.unit_id)
        it.tell(Happening.DISPUTE_SENT)
    return it.row


def fail_mediation(actor: Actor, mediation_id: UUID, *, reason: str, at: datetime) -> Mediation:
    """No agreement was reached, and nobody else shall try. Raises: NotFound, NotTheMediator, DisputeOver."""
    return _end(actor, mediation_id, MediationAct.FAIL, reason=reason, at=at)


def withdraw_mediation(actor: Actor, mediation_id: UUID, *, reason: str, at: datetime) -> Mediation:
    """The parties do not want it any more. Raises: NotFound, NotTheMediator, DisputeOver."""
    return _end(actor, mediation_id, MediationAct.WITHDRAW, reason=reason, at=at)


def _end(actor: Actor, mediation_id: UUID, act: MediationAct, *, reason: str, at: datetime) -> Mediation:
    with doing(actor, mediation_id, act, at=at) as it:
        it.ends(act.value)
        it.line = Line(words=reason)
        it.tell(Happening.DISPUTE_ENDED)
    return it.row


def watch_mediation(row: Mediation, kind: str, limit: str, *, at: datetime) -> None:
    """Whoever mediates owes it by then."""
    is_mediating = kind == MEDIATION
    start_watch(
        NewWatch(
            kind=kind,
            subject_id=row.pk,
            owed=Owed(unit_id=row.unit_id),
            area_code="",
            limit=parse_limit(limit),
            title_zh="矛盾纠纷待调解" if is_mediating else "调解协议待回访",
            title_en="A dispute to mediate" if is_mediating else "An agreement to follow up",
            target=f"{MEDIATION}:{row.pk}",
        ),
        at=at,
    )


def _kind(code: str, at: datetime) -> DisputeKind:
    found = next((one for one in dispute_kinds(on=local(at).date()) if one.code == code), None)
    if found is None:
        raise KindUnknown
    return found


def _mediating(unit_id: UUID | None) -> UnitBrief:
    found = next(iter(units_known(ids=[unit_id])), None) if unit_id else None
    if found is None or not found.is_active:
        raise UnitsWrong(
            unit=found.name if found else "?",
            reason="单位不存在或已停用。",
            reason_en="it does not exist any more.",
        )
    return found


def _others(actor: Actor, unit_id: UUID, area_code: str) -> list[UUID]:
    """Who registered it, and the centre that serves the place."""
    centre = centre_for(area_code, level=level_of(area_code))
    others = {actor.unit_id, centre.unit_id if centre else None} - {None, unit_id}
    return sorted(one for one in others if one is not None)


def _party(row: Mediation, number: int, new: NewParty) -> Party:
    return Party(
        id=uuid7(),
        mediation_id=row.pk,
        side=new.side.value,
        number=number,
        name_sealed=seal_value(PARTY_NAME, new.name).sealed,
        phone_sealed=seal_value(PARTY_PHONE, new.phone).sealed if new.phone.strip() else None,
    )
