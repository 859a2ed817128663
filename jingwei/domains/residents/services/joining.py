"""Two records of one person made one: looked at side by side first, chosen field by field, joined with all that hangs on them.

The one that is joined ends, says where it went, and lies where the other lies from then on.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from jingwei.domains.residents.contracts import RESIDENT, RequestState
from jingwei.domains.residents.models import Household, Key, Member, Request, Residence, Resident
from jingwei.domains.residents.queries.people import resident_seen
from jingwei.domains.residents.queries.person import resident_for
from jingwei.domains.residents.rules.form import BIRTH_YEAR, IDENTITY
from jingwei.domains.residents.rules.households import HEAD
from jingwei.domains.residents.rules.keys import plain, sound_of
from jingwei.domains.residents.rules.refusals import (
    OtherMissing,
    PlaceNotChosen,
    RecordEnded,
    SameRecord,
    TwoAccounts,
    TwoNumbers,
)
from jingwei.domains.residents.services.finding import REGISTRAR
from jingwei.domains.residents.services.moving import AREA, PLACE, leave_household, locked, rekey
from jingwei.domains.residents.services.registering import note
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.forms.contracts import FieldPair, Form, Outcome, RecordSide
from jingwei.foundation.forms.services.joining import pairs_of, take_over, taken_over
from jingwei.foundation.forms.services.reading import form_of
from jingwei.foundation.forms.services.recording import change_facts, next_due, snapshot
from jingwei.foundation.records import RecordDeed
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import local
from jingwei.kernel.codes import ancestor_codes

MERGED = "merged"
"""Why a record or a residence ended that was found to be a double."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What whoever joins two records has chosen where they differ."""

    facts: Mapping[str, RecordSide] = field(default_factory=dict)
    home: RecordSide | None = None
    household: RecordSide | None = None


@dataclass(frozen=True, slots=True)
class Prospect:
    """What joining two records would keep. A household that lies out of sight is not told."""

    kept: Resident
    other: Resident
    fields: list[FieldPair]
    home: Outcome
    household: Outcome
    kept_household: Household | None
    other_household: Household | None
    residences: int
    requests: int


@dataclass(slots=True)
class _Two:
    """The present row of each side, where there is one."""

    kept: Residence | Member | None = None
    other: Residence | Member | None = None


def look_ahead(actor: Actor, kept_id: UUID, other_id: UUID) -> Prospect:
    """Read what would become of two records. Raises: ResidentNotFound, OtherMissing, RecordEnded, SameRecord, TwoNumbers, TwoAccounts."""
    kept, other = resident_for(actor, kept_id), _other(actor, other_id)
    if kept.ended_at is not None or other.ended_at is not None:
        raise RecordEnded
    _require_one_person(kept, other)
    form = form_of(RESIDENT)
    with eyes(REGISTRAR):
        homes, members = _present(Residence, kept, other), _present(Member, kept, other)
        gone = Residence.objects.unscoped("how many residences come along").filter(resident_id=other.pk)
        asked = Request.objects.unscoped("how many requests come along").filter(resident_id=other.pk)
        residences, requests = gone.exclude(to_on=None).count(), asked.count()
    ids = {one.household_id for one in (members.kept, members.other) if isinstance(one, Member)}
    known = {row.pk: row for row in Household.objects.visible_to(actor).filter(pk__in=ids)}
    return Prospect(
        kept=kept,
        other=other,
        fields=pairs_of(form, kept, other, may_manage=True, follows=_follows(kept, other)),
        home=_home_outcome(homes),
        household=_household_outcome(members),
        kept_household=known.get(getattr(members.kept, "household_id", None)),
        other_household=known.get(getattr(members.other, "household_id", None)),
        residences=residences,
        requests=requests,
    )


def join_residents(
    actor: Actor,
    kept_id: UUID,
    other_id: UUID,
    choices: Choices,
    *,
    versions: tuple[int, int],
    reason: str,
    at: datetime,
) -> Resident:
    """Make two records one, and end the other. ``versions`` are those that were looked at.

    Raises: ResidentNotFound, OtherMissing, RecordEnded, StaleVersion, SameRecord, TwoNumbers, TwoAccounts, ChoiceMissing,
    PlaceNotChosen.
    """
    form, today = form_of(RESIDENT), local(at).date()
    with work(actor, Permission.MANAGE_RESIDENTS) as job:
        if kept_id == other_id:
            raise SameRecord
        wanted = dict(zip((kept_id, other_id), versions, strict=True))
        resident_for(actor, kept_id)
        _other(actor, other_id)
        rows = {one: locked(actor, one, version=wanted[one]) for one in sorted(wanted)}
        kept, other = rows[kept_id], rows[other_id]
        _require_one_person(kept, other)
        pairs = pairs_of(form, kept, other, may_manage=True, follows=_follows(kept, other))
        taken = taken_over(pairs, choices.facts)
        before, address = snapshot(form, kept), kept.address
        job.record(other, act="merge", into=str(kept.pk))
        job.record(kept, act="take_in", merged=str(other.pk), fields=sorted(taken))
        with eyes(REGISTRAR):  # households and residences may lie where the actor sees nothing
            if _join_homes(kept, other, choices.home, today=today) is RecordSide.OTHER:
                for name in (*PLACE, *AREA):
                    setattr(kept, name, getattr(other, name))
            _end(kept, other, at=at)
            _join_households(kept, other, choices.household, today=today, at=at)
            _join_requests(kept, other)
            _take(form, kept, other, taken, at=at)
            rekey(kept)
            facts = change_facts(before, snapshot(form, kept))
            if kept.address != address:
                facts["address"] = [address, kept.address]
            for row, says, told in (
                (kept, f"并入“{other.name}”的另一份记录", facts),
                (other, f"并入“{kept.name}”的记录", {}),
            ):
                remark = f"{says}；{reason}"
                note(actor, row, RecordDeed.MERGED, at=at, source="desk", remark=remark, facts=told)
    return kept


def _other(actor: Actor, other_id: UUID) -> Resident:
    """Raises: OtherMissing."""
    row = resident_seen(actor, other_id)
    if row is None:
        raise OtherMissing
    return row


def _require_one_person(kept: Resident, other: Resident) -> None:
    """Raises: SameRecord, TwoNumbers, TwoAccounts."""
    if kept.pk == other.pk:
        raise SameRecord
    if kept.identity_index is not None and other.identity_index is not None:
        raise TwoNumbers
    accounts = {kept.account_person_id, other.account_person_id} - {None}
    if len(accounts) > 1:
        raise TwoAccounts


def _follows(kept: Resident, other: Resident) -> dict[str, RecordSide]:
    """The year of birth is the one that the number says, where one of them has a number."""
    if kept.identity_index is None and other.identity_index is None:
        return {}
    return {BIRTH_YEAR.key: RecordSide.OTHER if other.identity_index is not None else RecordSide.KEPT}


def _present(table: type[Residence] | type[Member], kept: Resident, other: Resident) -> _Two:
    """With a machine's eyes."""
    rows = (
        Residence.objects.unscoped("the present homes of two who were seen")
        if table is Residence
        else Member.objects
    )
    found = {
        row.resident_id: row for row in rows.filter(resident_id__in=(kept.pk, other.pk), to_on__isnull=True)
    }
    return _Two(found.get(kept.pk), found.get(other.pk))


def _home_outcome(homes: _Two) -> Outcome:
    one, two = homes.kept, homes.other
    if not isinstance(one, Residence):
        return Outcome.FILLED
    if not isinstance(two, Residence):
        return Outcome.KEPT
    return Outcome.SAME if _is_same_home(one, two) else Outcome.CHOOSE


def _is_same_home(one: Residence, two: Residence) -> bool:
    if one.living != two.living or one.scope_code != two.scope_code:
        return False
    if one.house_id is not None or two.house_id is not None:
        return one.house_id == two.house_id
    return plain(one.address) == plain(two.address)


def _household_outcome(members: _Two) -> Outcome:
    one, two = members.kept, members.other
    if not isinstance(two, Member):
        return Outcome.KEPT if one is not None else Outcome.SAME
    if not isinstance(one, Member):
        return Outcome.FILLED
    return Outcome.SAME if one.household_id == two.household_id else Outcome.CHOOSE


def _side(outcome: Outcome, chosen: RecordSide | None) -> RecordSide:
    """Raises: PlaceNotChosen."""
    if outcome is Outcome.CHOOSE:
        if chosen is None:
            raise PlaceNotChosen
        return chosen
    return RecordSide.OTHER if outcome is Outcome.FILLED else RecordSide.KEPT


def _join_homes(kept: Resident, other: Resident, chosen: RecordSide | None, *, today: date) -> RecordSide:
    """One present home, and every past one. The same home told twice is told once. Raises: PlaceNotChosen."""
    homes = _present(Residence, kept, other)
    outcome = _home_outcome(homes)
    side = _side(outcome, chosen)
    one, two = homes.kept, homes.other
    if isinstance(one, Residence) and isinstance(two, Residence):
        if outcome is Outcome.SAME:
            one.from_on = min(one.from_on, two.from_on)
            one.save(update_fields=["from_on"])
            two.delete()
        else:
            stays, gone = (one, two) if side is RecordSide.KEPT else (two, one)
            gone.to_on, gone.why = max(gone.from_on, min(stays.from_on, today)), MERGED
            gone.save(update_fields=["to_on", "why"])
    rows = Residence.objects.unscoped("where somebody lived goes along with them")
    rows.filter(resident_id=other.pk).update(resident_id=kept.pk)
    return side


def _join_households(
    kept: Resident, other: Resident, chosen: RecordSide | None, *, today: date, at: datetime
) -> None:
    """One household at a time. In the same one the head stays its head. Raises: PlaceNotChosen."""
    members = _present(Member, kept, other)
    outcome = _household_outcome(members)
    side = _side(outcome, chosen)
    one, two = members.kept, members.other
    if isinstance(one, Member) and isinstance(two, Member):
        if outcome is Outcome.SAME:
            stays, gone = (two, one) if two.relation == HEAD else (one, two)
            gone.delete()
            stays.from_on = min(one.from_on, two.from_on)
            stays.resident_id = kept.pk
            stays.save(update_fields=["from_on", "resident"])
        else:
            leave_household(other.pk if side is RecordSide.KEPT else kept.pk, today)
    touched = Member.objects.filter(resident_id__in=(kept.pk, other.pk), to_on=None).values("household_id")
    houses = Household.objects.unscoped("whoever edits the household meanwhile is told")
    for row in houses.filter(pk__in=list(touched.values_list("household_id", flat=True))).select_for_update():
        row.version, row.changed_at = row.version + 1, at
        row.save(update_fields=["version", "changed_at"])
    Member.objects.filter(resident_id=other.pk).update(resident_id=kept.pk)


def _join_requests(kept: Resident, other: Resident) -> None:
    """What was asked about the one is asked about the other; open ones lie where the record lies."""
    rows = Request.objects.unscoped("requests go along with the record").filter(resident_id=other.pk)
    rows.filter(state=RequestState.OPEN.value).update(**ancestor_codes(kept.scope_code).columns)
    Request.objects.unscoped("as above").filter(resident_id=other.pk).update(resident_id=kept.pk)


def _end(kept: Resident, other: Resident, *, at: datetime) -> None:
    """The other record ends, gives up its account, and leads on; so do those that led to it."""
    if kept.account_person_id is None:
        kept.account_person_id = other.account_person_id
    other.lie_in(ancestor_codes(kept.scope_code))
    other.account_person_id, other.merged_into_id = None, kept.pk
    other.ended_at, other.end_reason, other.due_on = at, MERGED, None
    other.version, other.changed_at, other.source = other.version + 1, at, "desk"
    other.save()
    Key.objects.filter(resident_id=other.pk).delete()
    former = Resident.objects.unscoped("what led to the one leads to the other")
    former.filter(merged_into_id=other.pk).update(
        merged_into_id=kept.pk, **ancestor_codes(kept.scope_code).columns
    )


def _take(form: Form, kept: Resident, other: Resident, taken: list[str], *, at: datetime) -> None:
    """What comes from the other record; it was last seen when either of them was."""
    take_over(form, kept, other, taken)
    if IDENTITY.key in taken:
        kept.identity_index = other.identity_index
    kept.sound = sound_of(kept.name)
    if other.seen_at > kept.seen_at:
        kept.seen_at, kept.due_on = other.seen_at, next_due(RESIDENT, other.seen_at)
    kept.registered_at = min(kept.registered_at, other.registered_at)
    kept.version, kept.changed_at, kept.source = kept.version + 1, at, "desk"
    kept.save()
