"""Random samples verified on the spot: drawn with a recorded seed, given to the officers of the grid, told where it differs."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from jingwei.domains.clocks.contracts import NewWatch, Owed, parse_limit
from jingwei.domains.clocks.services.watches import start_watch, stop_watch
from jingwei.domains.incidents.queries.known import matters_by_id
from jingwei.domains.incidents.queries.visiting import MatterToVisit, closed_between, matters_to_visit
from jingwei.domains.returnvisits.contracts import SpotFinding
from jingwei.domains.returnvisits.models import Sample, SpotCheck
from jingwei.domains.returnvisits.queries.checks import check_for
from jingwei.domains.returnvisits.rules.refusals import CheckDone, OwnWork, PhotoMissing, SampleRefused
from jingwei.domains.returnvisits.rules.sampling import (
    MOST_POPULATION,
    drawn,
    require_period,
    require_sample_limit,
    turn_of,
)
from jingwei.domains.returnvisits.services.keeping import KEEPER
from jingwei.foundation.access.contracts import Actor, Permission, Role
from jingwei.foundation.access.queries import posts_of_role, posts_with_role
from jingwei.foundation.areas.queries import area_by_code
from jingwei.foundation.files.services.claims import claim
from jingwei.foundation.notices.contracts import Words
from jingwei.foundation.notices.services.inbox import notify_post
from jingwei.foundation.scoping import eyes
from jingwei.foundation.work import work
from jingwei.kernel.clock import day_begins, local
from jingwei.kernel.codes import ancestor_codes, lies_within
from jingwei.kernel.geo import Position, distance_m
from jingwei.kernel.ids import uuid7

CHECK = "returnvisits.check"


@dataclass(frozen=True, slots=True)
class NewSample:
    """From which closed matters how many are drawn, and by when they are to be verified."""

    area_code: str
    from_on: date
    until_on: date
    count: int
    limit: str
    item_prefix: str = ""


@dataclass(frozen=True, slots=True)
class SpotResult:
    """What was found, with photos and from where it was said."""

    finding: SpotFinding
    remark: str
    file_ids: Sequence[UUID]
    position: Position | None


def draw_sample(actor: Actor, new: NewSample, *, at: datetime) -> Sample:
    """Draw 抽取 closed matters of one's area at random and have the officers there verify them.

    Raises: SampleRefused, BadLimit.
    """
    require_period(new.from_on, new.until_on, today=local(at).date())
    require_sample_limit(new.limit)
    if not lies_within(new.area_code, actor.scope):
        raise SampleRefused(
            reason="区划不在您的辖区内。请选择辖区内的区划。",
            reason_en="the area lies outside yours; choose another.",
        )
    area_by_code(new.area_code)
    with work(actor, Permission.MAKE_VISITS) as job:
        population = closed_between(
            actor,
            area_code=new.area_code,
            since=day_begins(new.from_on),
            until=day_begins(new.until_on + timedelta(days=1)),
            item_prefix=new.item_prefix,
            most=MOST_POPULATION,
        )
        if not population or len(population) > MOST_POPULATION:
            raise SampleRefused(
                reason="这个范围没有可以核实的已结案事件，或太多。请换时段、区划或事项。",
                reason_en="there is nothing to verify in this range, or too much; choose another one.",
            )
        sample = _sample(actor, new, len(population), at)
        chosen = drawn(sample.seed, population, new.count)
        with eyes(KEEPER):
            sample.save(force_insert=True)
            matters = matters_to_visit(KEEPER, chosen)
            checks = [_check(sample, matters[one], at) for one in chosen]
            SpotCheck.objects.bulk_create(checks)
            for post_id in dict.fromkeys(one.post_id for one in checks if one.post_id):
                _tell(post_id, "有抽查核实待办", "Closed matters to verify on the spot", sample.pk, at=at)
        job.record_new(sample, act="draw", seed=sample.seed, population=len(population), drawn=len(chosen))
    return sample


def record_check(actor: Actor, check_id: UUID, result: SpotResult, *, at: datetime) -> SpotCheck:
    """Write down what was found on the spot. Where it differs from the report, the centre that drew it is told.

    Raises: CheckUnknown, CheckDone, OwnWork, PhotoMissing, NotAttachable.
    """
    with work(actor, Permission.VERIFY_INCIDENT) as job:
        seen = check_for(actor, check_id)
        if actor.sharing_unit_id is not None and actor.sharing_unit_id == seen.handler_unit_id:
            raise OwnWork(permission=Permission.VERIFY_INCIDENT.value)
        if seen.done_at is not None:
            raise CheckDone
        if not result.file_ids:
            raise PhotoMissing
        away = _away(actor, seen.incident_id, result.position)
        claim(actor, result.file_ids, at=at, target=seen.pk)
        with eyes(KEEPER):
            row: SpotCheck = (
                SpotCheck.objects.visible_to(KEEPER).filter(pk=check_id).select_for_update().get()
            )
            if row.done_at is not None:
                raise CheckDone
            row.done_at, row.finding, row.remark = at, result.finding.value, result.remark.strip()
            row.distance_m = away
            row.accuracy_m = result.position.accuracy_m if result.position else None
            row.file_ids = list(dict.fromkeys(result.file_ids))
            row.by_name, row.by_post_id = actor.name, actor.post_id
            row.save(force_update=True)
            stop_watch(CHECK, row.pk, at=at, outcome="done")
            if result.finding is not SpotFinding.AS_REPORTED:
                for post_id in posts_with_role(row.unit_id, [Role.DESK, Role.COMMANDER]):
                    _tell(post_id, "抽查与反馈不符", "A spot check differs from the report", row.pk, at=at)
        job.record(seen, act="check", finding=result.finding.value, distance_m=away)
        return check_for(actor, check_id)


def _sample(actor: Actor, new: NewSample, population: int, at: datetime) -> Sample:
    sample = Sample(
        id=uuid7(),
        unit_id=actor.unit_id,
        from_on=new.from_on,
        until_on=new.until_on,
        item_prefix=new.item_prefix,
        asked_count=new.count,
        population=population,
        seed=secrets.token_hex(16),
        limit=new.limit,
        drawn_at=at,
        drawn_by_name=actor.name,
    )
    sample.lie_in(ancestor_codes(new.area_code))
    return sample


def _check(sample: Sample, matter: MatterToVisit, at: datetime) -> SpotCheck:
    row = SpotCheck(
        id=uuid7(),
        sample_id=sample.pk,
        incident_id=matter.incident_id,
        receipt_no=matter.receipt_no,
        item_name=matter.item_name,
        closed_at=matter.closed_at or at,
        unit_id=sample.unit_id,
        handler_unit_id=matter.handler_unit_id,
        about_unit_id=matter.about_unit_id,
        sight_floor=matter.sight_floor,
        post_id=_officer(sample, matter),
        **matter.areas,
    )
    owed = Owed(post_id=row.post_id) if row.post_id else Owed(unit_id=row.unit_id)
    row.due_at = start_watch(
        NewWatch(
            kind=CHECK,
            subject_id=row.pk,
            owed=owed,
            area_code=row.scope_code,
            limit=parse_limit(sample.limit),
            title_zh="抽查核实待办",
            title_en="A closed matter to verify",
            target=f"returnvisits.check:{row.pk}",
            incident_id=row.incident_id,
        ),
        at=at,
    ).due_at
    return row


def _officer(sample: Sample, matter: MatterToVisit) -> UUID | None:
    """An officer of the grid, by turns; where it has none, its community's grid head; else whoever drew sends somebody."""
    for role, column in ((Role.OFFICER, "grid_code"), (Role.GRID_HEAD, "community_code")):
        code = matter.areas[column]
        posts = posts_of_role(role, code) if code else []
        if posts:
            return posts[turn_of(sample.seed, matter.incident_id, len(posts))]
    return None


def _away(actor: Actor, incident_id: UUID, given: Position | None) -> int | None:
    """How far from the matter's place; nothing where either is unknown."""
    known = matters_by_id(actor, [incident_id]).get(incident_id)
    if given is None or known is None or known.lon is None or known.lat is None:
        return None
    return round(distance_m(known.lon, known.lat, given.lon, given.lat))


def _tell(post_id: UUID, zh: str, en: str, subject_id: UUID, *, at: datetime) -> None:
    notify_post(
        KEEPER,
        post_id,
        kind="returnvisits.check",
        words=Words(title_zh=zh, title_en=en),
        target=f"returnvisits.check:{subject_id}",
        at=at,
    )
