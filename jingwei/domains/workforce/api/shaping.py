"""What is shown of files, people of a grid, teams and referrals."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from jingwei.domains.workforce.api import schemas as io
from jingwei.domains.workforce.contracts import ForceKind, MatterRef, Standard
from jingwei.domains.workforce.models import Entry, Member, Referral, Service, Team
from jingwei.domains.workforce.queries.members import course_of, services_of
from jingwei.domains.workforce.queries.people import GridPeople, Slot
from jingwei.domains.workforce.queries.referrals import matters_seen
from jingwei.domains.workforce.queries.standards import force_kinds
from jingwei.domains.workforce.queries.teams import mates_of
from jingwei.domains.workforce.rules.personal import MEMBER_PHONE
from jingwei.domains.workforce.rules.strength import Strength, ordered
from jingwei.domains.workforce.services.members import READER
from jingwei.domains.workforce.services.referrals import may_answer, may_withdraw
from jingwei.foundation.access.contracts import ANYWHERE, Actor, HeldPost, Permission
from jingwei.foundation.access.queries import is_permitted
from jingwei.foundation.access.queries.seats import usernames_of
from jingwei.foundation.areas.queries import names_of, path_name, path_names
from jingwei.foundation.privacy.services import masked_value
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import Level, lies_within


def kind_out(one: ForceKind) -> io.ForceKindOut:
    return io.ForceKindOut(**asdict(one) | {"role": one.role.value if one.role else None})


def standard_out(one: Standard) -> io.ForceStandardOut:
    return io.ForceStandardOut(**asdict(one))


def service_out(row: Service, areas: dict[str, str]) -> dict[str, Any]:
    return {
        "service_id": row.pk,
        "kind": row.kind_id,
        "area_code": row.scope_code,
        "area_name": areas.get(row.scope_code, ""),
        "from_on": row.from_on,
        "to_on": row.to_on,
        "end_reason": row.end_reason,
    }


def member_rows(rows: Sequence[Service]) -> list[io.MemberRowOut]:
    areas = path_names({row.scope_code for row in rows})
    return [
        io.MemberRowOut(
            **service_out(row, areas),
            member_id=row.member_id,
            name=row.member.name,
            employer=row.member.employer,
            has_account=row.member.person_id is not None,
        )
        for row in rows
    ]


def keeps(actor: Actor, row: Member | Team) -> bool:
    is_ours = actor.scope == ANYWHERE or lies_within(row.scope_code, actor.scope)
    return is_ours and is_permitted(actor, Permission.MANAGE_WORKFORCE)


def member_out(actor: Actor, row: Member) -> io.MemberOut:
    """One file with its services and its course; the user name for who keeps it only."""
    services = services_of(actor, row.pk)
    entries = course_of(row.pk)
    codes = {one.scope_code for one in services} | {row.scope_code} | _codes_in(entries)
    areas = path_names(codes)
    may_change = keeps(actor, row)
    username = ""
    if may_change and row.person_id is not None:
        with eyes(READER):
            username = usernames_of([row.person_id]).get(row.person_id, "")
    kinds = {one.key: one.name_zh for one in force_kinds()}
    return io.MemberOut(
        member_id=row.pk,
        version=row.version,
        name=row.name,
        employer=row.employer,
        duties=row.duties,
        has_account=row.person_id is not None,
        username=username,
        phone=masked_value(MEMBER_PHONE, row.phone_sealed),
        area_code=row.scope_code,
        area_path=areas.get(row.scope_code, ""),
        left_on=row.left_on,
        services=[io.GridServiceOut(**service_out(one, areas)) for one in services],
        entries=[entry_out(one, areas, kinds) for one in entries],
        can_change=may_change,
        can_look=row.phone_sealed is not None and is_permitted(actor, Permission.REFER_SPECIALIST),
    )


def entry_out(one: Entry, areas: dict[str, str], kinds: dict[str, str]) -> io.MemberEntryOut:
    lines = []
    for name, value in one.facts.items():
        pair = value if isinstance(value, list) else ["", value]
        told = ["" if part is None else str(part) for part in [*pair, "", ""][:2]]
        if name == "area_code":
            told = [areas.get(part, part) for part in told]
        if name == "kind":
            told = [kinds.get(part, part) for part in told]
        lines.append(io.MemberFactOut(field=name, before=told[0], after=told[1]))
    return io.MemberEntryOut(
        deed=one.deed, at=one.at, actor_name=one.actor_name, remark=one.remark, lines=lines
    )


def _codes_in(entries: Iterable[Entry]) -> set[str]:
    found: set[str] = set()
    for one in entries:
        codes = one.facts.get("area_code", [])
        found |= set(codes if isinstance(codes, list) else [codes])
    return found


def people_out(
    actor: Actor, people: GridPeople, teams: list[Team], households: int | None
) -> io.GridPeopleOut:
    return io.GridPeopleOut(
        area_code=people.area_code,
        area_path=path_name(people.area_code),
        centre_name=people.centre_name,
        duty_phone=people.duty_phone,
        households=households,
        slots=[_slot_out(slot, people.area_code) for slot in people.slots],
        teams=team_rows(actor, teams),
        can_refer=is_permitted(actor, Permission.REFER_SPECIALIST),
    )


def _slot_out(slot: Slot, area_code: str) -> io.ForceSlotOut:
    people = [_holder_out(one, area_code) for one in slot.posts]
    people += [_serving_out(one, area_code) for one in slot.services]
    return io.ForceSlotOut(
        kind=kind_out(slot.kind), wanted=slot.wanted, people=people, empty_since=slot.empty_since
    )


def _holder_out(one: HeldPost, area_code: str) -> io.GridPersonOut:
    return io.GridPersonOut(
        name=one.holder_name,
        area_code=one.area_code,
        is_of_community=_is_of_community(one.area_code, area_code),
        member_id=None,
        service_id=None,
        employer=one.unit_name,
        since=None,
        has_account=True,
        has_phone=False,
    )


def _serving_out(one: Service, area_code: str) -> io.GridPersonOut:
    return io.GridPersonOut(
        name=one.member.name,
        area_code=one.scope_code,
        is_of_community=_is_of_community(one.scope_code, area_code),
        member_id=one.member_id,
        service_id=one.pk,
        employer=one.member.employer,
        since=one.from_on,
        has_account=one.member.person_id is not None,
        has_phone=one.member.phone_sealed is not None,
    )


def _is_of_community(code: str, asked: str) -> bool:
    return len(code) == Level.COMMUNITY and len(asked) == Level.GRID


def team_rows(actor: Actor, teams: list[Team]) -> list[io.WorkTeamOut]:
    mates = mates_of(teams)
    areas = path_names({row.scope_code for row in teams})
    return [
        io.WorkTeamOut(
            team_id=row.pk,
            version=row.version,
            name=row.name,
            purpose=row.purpose,
            area_code=row.scope_code,
            area_name=areas.get(row.scope_code, ""),
            members=[io.TeamMateOut(**asdict(one)) for one in mates.get(row.pk, [])],
            can_change=keeps(actor, row),
        )
        for row in teams
    ]


def strength_out(one: Strength, kinds: Sequence[ForceKind], names: dict[str, str]) -> io.AreaStrengthOut:
    return io.AreaStrengthOut(
        area_code=one.area_code,
        area_name=names.get(one.area_code, one.area_code),
        grids=one.grids,
        households=one.households,
        people=one.people,
        officers=one.officers,
        households_per_officer=one.households_per_officer,
        open_matters=one.open_matters,
        matters_per_officer=one.matters_per_officer,
        without_officer=one.without_officer,
        without_head=one.without_head,
        overloaded=one.overloaded,
        busy_communities=one.busy_communities,
        kinds=[io.KindStrengthOut(**asdict(line)) for line in ordered(one.kinds.values(), kinds)],
    )


def referral_rows(actor: Actor, rows: Sequence[Referral]) -> list[io.ReferralOut]:
    """Of a matter the title is told only where it is seen."""
    kinds = {one.key: one for one in force_kinds()}
    areas = names_of({row.scope_code for row in rows})
    matters = matters_seen(actor, [row.incident_id for row in rows])
    members = _members_of(actor, rows)
    return [_referral_out(actor, row, kinds.get(row.kind_key), areas, matters, members) for row in rows]


def _members_of(actor: Actor, rows: Sequence[Referral]) -> dict[UUID, UUID]:
    """Whose services these are, where one sees them."""
    found = Service.objects.visible_to(actor).filter(pk__in={row.service_id for row in rows})
    return dict(found.values_list("pk", "member_id"))


def _referral_out(
    actor: Actor,
    row: Referral,
    kind: ForceKind | None,
    areas: dict[str, str],
    matters: dict[UUID, MatterRef],
    members: dict[UUID, UUID],
) -> io.ReferralOut:
    matter = matters.get(row.incident_id) if row.incident_id else None
    return io.ReferralOut(
        referral_id=row.pk,
        kind=row.kind_key,
        kind_name=kind.name_zh if kind else row.kind_key,
        kind_name_en=kind.name_en if kind else row.kind_key,
        to_name=row.to_name,
        member_id=members.get(row.service_id),
        has_account=row.to_person_id is not None,
        words=row.words,
        state=row.state,
        answer=row.answer,
        asked_at=row.asked_at,
        asker_name=row.asker_name,
        ended_at=row.ended_at,
        ended_by_name=row.ended_by_name,
        incident_id=row.incident_id if matter else None,
        receipt_no=row.receipt_no,
        title=matter.title if matter else "",
        area_code=row.scope_code,
        area_name=areas.get(row.scope_code, ""),
        can_answer=may_answer(actor, row) and is_permitted(actor, Permission.ANSWER_REFERRAL),
        can_withdraw=may_withdraw(actor, row) and is_permitted(actor, Permission.ANSWER_REFERRAL),
    )
