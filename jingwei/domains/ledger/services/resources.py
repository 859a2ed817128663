"""Resources: registered, changed, opened and shut; who is behind them is sealed, and each look is recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from jingwei.domains.ledger.contracts import Deed, ResourceState
from jingwei.domains.ledger.models import Resource, ResourceEntry
from jingwei.domains.ledger.queries.kinds import resource_kind
from jingwei.domains.ledger.rules.hours import spans_of
from jingwei.domains.ledger.rules.personal import CONTACT_NAME, CONTACT_PHONE
from jingwei.domains.ledger.rules.refusals import NobodyToCall, ResourceNotFound
from jingwei.domains.ledger.rules.resources import DEED_OF, require_change
from jingwei.domains.ledger.services.keeping import differences, save_changed, shown_facts, signed
from jingwei.domains.ledger.services.placing import (
    PLACE_COLUMNS,
    Standing,
    require_kept_in_sight,
    stand,
    standing_at,
)
from jingwei.foundation.access.contracts import Actor, Permission, system_actor
from jingwei.foundation.access.queries import unit_brief
from jingwei.foundation.files.services.claims import claim
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.services import reveal_value, seal_value
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.errors import StaleVersion
from jingwei.kernel.geo import Position
from jingwei.kernel.ids import uuid7

KEEPER = system_actor("资源联系人清理")
FORGET_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class ResourceFacts:
    """What people write down of a resource besides its kind and place."""

    name: str
    address: str = ""
    unit_id: UUID | None = None
    unit_name: str = ""
    capacity: int | None = None
    hours: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Who is to be called there. Sealed as soon as it arrives."""

    name: str
    phone: str


@dataclass(frozen=True, slots=True)
class NewResource:
    """A resource to be registered."""

    kind: str
    position: Position
    facts: ResourceFacts
    contact: Contact | None = None
    resource_id: UUID = field(default_factory=uuid7)
    batch_id: UUID | None = None


FACTS = ("name", "address", "unit_id", "unit_name", "capacity", "hours", "phone")


def register_resource(
    actor: Actor, new: NewResource, *, file_ids: Sequence[UUID] = (), at: datetime
) -> Resource:
    """Enter a resource into the ledger. Raises: KindUnknown, OutsideCity, OutsideOwnArea, BadHours, BadPhone."""
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = added_resource(new, standing_at(actor, new.position), at=at)
        row.save(force_insert=True)
        claim(actor, file_ids, at=at, target=row.pk)
        note_resource(actor, row, Deed.REGISTERED, at=at, file_ids=file_ids)
        job.record_new(row, act="register", name=row.name)
    return row


def added_resource(new: NewResource, standing: Standing, *, at: datetime) -> Resource:
    """The row of a new resource, checked and not yet saved."""
    kind = resource_kind(new.kind)
    row = Resource(
        id=new.resource_id, kind_id=kind.key, registered_at=at, changed_at=at, batch_id=new.batch_id
    )
    stand(row, standing)
    _set_facts(row, new.facts)
    if new.contact is not None:
        _set_contact(row, new.contact, at)
    return row


def change_resource(
    actor: Actor,
    resource_id: UUID,
    facts: ResourceFacts,
    *,
    position: Position | None,
    version: int,
    remark: str,
    at: datetime,
) -> Resource:
    """Correct what is written of a resource, or where it stands; its contact is set by itself.

    Raises: ResourceNotFound, StaleVersion, BadHours, OutsideCity, OutsideOwnArea.
    """
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = _locked(actor, resource_id, version=version)
        before = shown_facts(row, FACTS)
        _set_facts(row, facts)
        if position is not None:
            stand(row, standing_at(actor, position))
        require_kept_in_sight(actor, row.scope_code, row.unit_id)
        changed = differences(before, shown_facts(row, FACTS))
        save_changed(row, [*FACTS, *PLACE_COLUMNS], at=at)
        note_resource(actor, row, Deed.CHANGED, at=at, remark=remark, facts=changed)
        job.record(row, act="change", fields=sorted(changed))
    return row


def set_resource_contact(
    actor: Actor, resource_id: UUID, contact: Contact | None, *, version: int, at: datetime
) -> Resource:
    """Who is to be called there, or nobody. The log says that it changed, never to whom."""
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = _locked(actor, resource_id, version=version)
        if contact is None:
            row.contact_name_sealed = row.contact_phone_sealed = row.contact_set_at = None
        else:
            _set_contact(row, contact, at)
        save_changed(row, ["contact_name_sealed", "contact_phone_sealed", "contact_set_at"], at=at)
        note_resource(actor, row, Deed.CHANGED, at=at, facts={"contact": []})
        job.record(row, act="set_contact", is_set=contact is not None)
    return row


def set_resource_state(
    actor: Actor, resource_id: UUID, state: ResourceState, *, reason: str, version: int, at: datetime
) -> Resource:
    """Say whether a resource can be called upon. Raises: ResourceNotFound, StaleVersion, LifeRefused."""
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = _locked(actor, resource_id, version=version)
        before = ResourceState(row.state)
        require_change(before, state, name=row.name)
        row.state, row.state_reason = int(state), "" if state is ResourceState.READY else reason
        save_changed(row, ["state", "state_reason"], at=at)
        facts = {"state": [str(int(before)), str(int(state))]}
        note_resource(actor, row, DEED_OF[state], at=at, remark=reason, facts=facts)
        job.record(row, act="set_state", state=int(state), reason=reason)
    return row


def reveal_resource_contact(
    actor: Actor, resource_id: UUID, *, purpose: Purpose, remark: str, at: datetime
) -> Contact:
    """Open who is to be called; the look is recorded. Raises: ResourceNotFound, NobodyToCall."""
    with work(actor, Permission.REVEAL_PERSONAL) as job:
        row: Resource | None = Resource.objects.visible_to(actor).filter(pk=resource_id).first()
        if row is None:
            raise ResourceNotFound
        if row.contact_phone_sealed is None:
            raise NobodyToCall
        told = {
            "target": f"ledger.resource:{row.pk}",
            "subject_id": None,
            "purpose": purpose,
            "remark": remark,
            "at": at,
            "area_code": row.scope_code,
        }
        phone = reveal_value(actor, CONTACT_PHONE, row.contact_phone_sealed, **told)
        name = (
            reveal_value(actor, CONTACT_NAME, row.contact_name_sealed, **told)
            if row.contact_name_sealed
            else ""
        )
        job.record(row, act="reveal_contact", purpose=purpose.value)
    return Contact(name, phone)


def forget_contacts(*, at: datetime) -> int:
    """Erase who was to be called where nothing is any more, a year after. Returns how many."""
    before = at - timedelta(days=CONTACT_PHONE.retention_days)
    gone = 0
    with eyes(KEEPER):
        while True:
            rows = Resource.objects.unscoped("contacts of what was retired are erased after a year")
            due = rows.filter(
                state=int(ResourceState.RETIRED), changed_at__lt=before, contact_phone_sealed__isnull=False
            )
            ids = list(due.values_list("pk", flat=True)[:FORGET_AT_ONCE])
            if not ids:
                return gone
            with work(KEEPER, Permission.MANAGE_LEDGER) as job:
                rows.filter(pk__in=ids).update(
                    contact_name_sealed=None, contact_phone_sealed=None, contact_set_at=None
                )
                job.record_own("ledger.resource:contacts", erased=len(ids))
            gone += len(ids)


def note_resource(
    actor: Actor,
    row: Resource,
    deed: Deed,
    *,
    at: datetime,
    remark: str = "",
    facts: Mapping[str, Any] | None = None,
    file_ids: Sequence[UUID] = (),
) -> None:
    """One line of the resource's log."""
    entry = ResourceEntry(
        resource_id=row.pk,
        remark=remark,
        facts=dict(facts or {}),
        file_ids=list(dict.fromkeys(file_ids)),
    )
    signed(entry, actor, deed, at=at).save(force_insert=True)


def _locked(actor: Actor, resource_id: UUID, *, version: int) -> Resource:
    rows = Resource.objects.visible_to(actor).select_related("kind").select_for_update(of=("self",))
    row: Resource | None = rows.filter(pk=resource_id).first()
    if row is None:
        raise ResourceNotFound
    if version != row.version:
        raise StaleVersion(name=row.name, seen=version, current=row.version)
    return row


def _set_facts(row: Resource, facts: ResourceFacts) -> None:
    """Raises: BadHours; NotFound for a unit that does not exist."""
    spans_of(facts.hours)
    for name in FACTS:
        setattr(row, name, getattr(facts, name))
    if facts.unit_id is not None:
        row.unit_name = unit_brief(facts.unit_id).name


def _set_contact(row: Resource, contact: Contact, at: datetime) -> None:
    row.contact_name_sealed = seal_value(CONTACT_NAME, contact.name).sealed if contact.name else None
    row.contact_phone_sealed = seal_value(CONTACT_PHONE, contact.phone).sealed
    row.contact_set_at = at
