"""Components: registered, changed, inspected, maintained, taken out of use. Everything stands in the log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection

from jingwei.domains.ledger.contracts import Condition, Deed, Life
from jingwei.domains.ledger.models import Component, ComponentEntry
from jingwei.domains.ledger.queries.kinds import KindRow, component_kind
from jingwei.domains.ledger.rules import components as rules
from jingwei.domains.ledger.rules.refusals import (
    CodeElsewhere,
    CodeOfOtherKind,
    CodeTaken,
    ComponentNotFound,
    DayInFuture,
    SerialsUsedUp,
)
from jingwei.domains.ledger.services.keeping import differences, save_changed, shown_facts, signed
from jingwei.domains.ledger.services.placing import (
    PLACE_COLUMNS,
    Standing,
    require_kept_in_sight,
    stand,
    standing_at,
)
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.access.queries import unit_brief
from jingwei.foundation.areas.queries import path_name
from jingwei.foundation.files.services.claims import claim
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.errors import StaleVersion
from jingwei.kernel.geo import Position
from jingwei.kernel.ids import uuid7


@dataclass(frozen=True, slots=True)
class ComponentFacts:
    """What people write down of a component besides its kind, code and place."""

    name: str = ""
    address: str = ""
    owner_unit_id: UUID | None = None
    owner_name: str = ""
    keeper_unit_id: UUID | None = None
    keeper_name: str = ""
    installed_on: date | None = None
    inspect_days: int = 0
    value_yuan: Decimal | None = None
    acquired_on: date | None = None
    warranty_until_on: date | None = None
    maker: str = ""
    asset_no: str = ""


FACTS = tuple(one.name for one in fields(ComponentFacts))


@dataclass(frozen=True, slots=True)
class NewComponent:
    """A component to be registered; without a code the next serial is given."""

    kind: str
    position: Position
    facts: ComponentFacts
    code: str = ""
    component_id: UUID = field(default_factory=uuid7)
    batch_id: UUID | None = None
    condition: Condition = Condition.GOOD


def register_component(
    actor: Actor, new: NewComponent, *, file_ids: Sequence[UUID] = (), at: datetime
) -> Component:
    """Enter a component into the ledger.

    Raises: KindUnknown, OutsideCity, OutsideOwnArea, BadComponentCode, CodeElsewhere, CodeOfOtherKind, CodeTaken,
    DayInFuture, NotAttachable.
    """
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = added(new, component_kind(new.kind), standing_at(actor, new.position), at=at)
        row.save(force_insert=True)
        claim(actor, file_ids, at=at, target=row.pk)
        note(actor, row, Deed.REGISTERED, at=at, file_ids=file_ids)
        job.record_new(row, act="register", code=row.code)
    return row


class Serials:
    """The next serials behind each county and kind; held until the transaction ends, so that none is given twice."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def next_code(self, county: str, kind: str) -> str:
        """Behind the largest ever given: the number of what was retired is not given again. Raises: SerialsUsedUp."""
        prefix = f"{county}{kind}"
        serial = self._known(prefix) + 1
        if serial > rules.LARGEST_SERIAL:
            raise SerialsUsedUp(prefix=prefix)
        self._last[prefix] = serial
        return rules.code_of(county, kind, serial)

    def note(self, code: str) -> None:
        """A code that came along counts as well."""
        prefix = code[:10]
        self._last[prefix] = max(self._known(prefix), int(code[10:]))

    def _known(self, prefix: str) -> int:
        if prefix not in self._last:
            _hold_serials(prefix)
            with connection.cursor() as cursor:
                cursor.execute("select jw_component_serial(%s)", [prefix])
                self._last[prefix] = int(cursor.fetchone()[0])
        return self._last[prefix]


def added(
    new: NewComponent, kind: KindRow, standing: Standing, *, serials: Serials | None = None, at: datetime
) -> Component:
    """The row of a new component, checked and not yet saved; its serial is held until the transaction ends."""
    today = local(at).date()
    row = Component(
        id=new.component_id,
        kind_id=kind.code,
        condition=int(new.condition),
        registered_at=at,
        changed_at=at,
        batch_id=new.batch_id,
    )
    stand(row, standing)
    _set_facts(row, new.facts, today)
    serials = serials or Serials()
    if new.code:
        row.code = _given_code(new, standing)
        serials.note(row.code)
    else:
        row.code = serials.next_code(standing.codes.county or "", kind.code)
    row.inspect_due_on = rules.next_due_on(
        own_days=row.inspect_days, kind_days=kind.inspect_days, since_on=row.installed_on or today
    )
    return row


def change_component(
    actor: Actor,
    component_id: UUID,
    facts: ComponentFacts,
    *,
    position: Position | None,
    version: int,
    remark: str,
    at: datetime,
) -> Component:
    """Correct what is written of a component, or where it stands; without a position it stays.

    Raises: ComponentNotFound, StaleVersion, OutsideCity, OutsideOwnArea, PartGivenUp, DayInFuture.
    """
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = locked(actor, component_id, version=version)
        before = shown_facts(row, FACTS)
        _set_facts(row, facts, local(at).date())
        if position is not None:
            stand(row, standing_at(actor, position))
        require_kept_in_sight(actor, row.scope_code, row.owner_unit_id, row.keeper_unit_id)
        since = local(row.inspected_at).date() if row.inspected_at else row.installed_on
        row.inspect_due_on = rules.next_due_on(
            own_days=row.inspect_days,
            kind_days=row.kind.inspect_days,
            since_on=since or local(row.registered_at).date(),
        )
        changed = differences(before, shown_facts(row, FACTS))
        save_changed(row, [*FACTS, *PLACE_COLUMNS, "inspect_due_on"], at=at)
        note(actor, row, Deed.CHANGED, at=at, remark=remark, facts=changed)
        job.record(row, act="change", fields=sorted(changed))
    return row


def inspect_component(
    actor: Actor,
    component_id: UUID,
    *,
    condition: Condition,
    remark: str,
    file_ids: Sequence[UUID],
    entry_id: UUID | None = None,
    at: datetime,
) -> Component:
    """Write down how a component was found. With ``entry_id`` a repeated submission is written once.

    Raises: ComponentNotFound, LifeRefused for retired ones, NotAttachable.
    """
    with work(actor, Permission.INSPECT_COMPONENT) as job:
        row = locked(actor, component_id)
        if entry_id is not None and ComponentEntry.objects.filter(pk=entry_id, component_id=row.pk).exists():
            job.recorded_elsewhere()  # by the first of the two
            return row
        rules.require_alive(Life(row.life), name=shown_name(row))
        row.condition, row.inspected_at = int(condition), at
        row.inspect_due_on = rules.next_due_on(
            own_days=row.inspect_days, kind_days=row.kind.inspect_days, since_on=local(at).date()
        )
        claim(actor, file_ids, at=at, target=row.pk)
        save_changed(row, ["condition", "inspected_at", "inspect_due_on"], at=at)
        note(
            actor,
            row,
            Deed.INSPECTED,
            at=at,
            remark=remark,
            condition=condition,
            file_ids=file_ids,
            entry_id=entry_id,
        )
        job.record(row, act="inspect", condition=int(condition))
    return row


def maintain_component(
    actor: Actor,
    component_id: UUID,
    *,
    condition: Condition,
    remark: str,
    cost_yuan: Decimal | None,
    file_ids: Sequence[UUID],
    at: datetime,
) -> Component:
    """Write down what was repaired or replaced, what it cost, and how the component is afterwards.

    Raises: ComponentNotFound, LifeRefused for retired ones, NotAttachable.
    """
    with work(actor, Permission.INSPECT_COMPONENT) as job:
        row = locked(actor, component_id)
        rules.require_alive(Life(row.life), name=shown_name(row))
        row.condition = int(condition)
        claim(actor, file_ids, at=at, target=row.pk)
        save_changed(row, ["condition"], at=at)
        note(
            actor,
            row,
            Deed.MAINTAINED,
            at=at,
            remark=remark,
            condition=condition,
            cost_yuan=cost_yuan,
            file_ids=file_ids,
        )
        job.record(row, act="maintain", condition=int(condition))
    return row


def set_component_life(
    actor: Actor, component_id: UUID, deed: Deed, *, reason: str, version: int, at: datetime
) -> Component:
    """Take a component out of use, put it back, or retire it: with a reason. Raises: LifeRefused, StaleVersion."""
    with work(actor, Permission.MANAGE_LEDGER) as job:
        row = locked(actor, component_id, version=version)
        row.life = int(rules.life_after(Life(row.life), deed, name=shown_name(row)))
        row.life_reason = "" if row.life == Life.IN_USE else reason
        save_changed(row, ["life", "life_reason"], at=at)
        note(actor, row, deed, at=at, remark=reason)
        job.record(row, act=deed.value, reason=reason)
    return row


def locked(actor: Actor, component_id: UUID, *, version: int | None = None) -> Component:
    """The component, held until the transaction ends. Raises: ComponentNotFound, StaleVersion."""
    rows = Component.objects.visible_to(actor).select_related("kind").select_for_update(of=("self",))
    row: Component | None = rows.filter(pk=component_id).first()
    if row is None:
        raise ComponentNotFound
    if version is not None and version != row.version:
        raise StaleVersion(name=shown_name(row), seen=version, current=row.version)
    return row


def shown_name(row: Component) -> str:
    """How people call it: its own name, else its type and number."""
    return row.name or f"{row.kind.type_name} {row.code}"


def note(
    actor: Actor,
    row: Component,
    deed: Deed,
    *,
    at: datetime,
    remark: str = "",
    condition: Condition | None = None,
    cost_yuan: Decimal | None = None,
    facts: Mapping[str, Any] | None = None,
    file_ids: Sequence[UUID] = (),
    entry_id: UUID | None = None,
) -> None:
    """One line of the component's log."""
    entry = ComponentEntry(
        id=entry_id or uuid7(),
        component_id=row.pk,
        remark=remark,
        facts=dict(facts or {}),
        file_ids=list(dict.fromkeys(file_ids)),
        condition=int(condition) if condition else None,
        cost_yuan=cost_yuan,
    )
    signed(entry, actor, deed, at=at).save(force_insert=True)


def _given_code(new: NewComponent, standing: Standing) -> str:
    parts = rules.parts_of(new.code)
    if parts.county != standing.codes.county:
        area = standing.codes.scope
        raise CodeElsewhere(value=new.code, county=parts.county, area_name=path_name(area) or area)
    if parts.kind != new.kind:
        raise CodeOfOtherKind(value=new.code, kind=parts.kind)
    _hold_serials(new.code[:10])
    if _is_taken(new.code):
        raise CodeTaken(value=new.code)
    return new.code


def _hold_serials(prefix: str) -> None:
    """Two people who register at once get two numbers."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended('ledger.serial ' || %s, 0))", [prefix])


def _is_taken(code: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select 1 from jw_component_cards(array[%s], null)", [code])
        return cursor.fetchone() is not None


def _set_facts(row: Component, facts: ComponentFacts, today: date) -> None:
    """Raises: DayInFuture; NotFound for units that do not exist."""
    for label, day in (("安装日期", facts.installed_on), ("取得日期", facts.acquired_on)):
        if day is not None and day > today:
            raise DayInFuture(field=label, today=today.isoformat())
    for name in FACTS:
        setattr(row, name, getattr(facts, name))
    if facts.owner_unit_id is not None:
        row.owner_name = unit_brief(facts.owner_unit_id).name
    if facts.keeper_unit_id is not None:
        row.keeper_name = unit_brief(facts.keeper_unit_id).name
