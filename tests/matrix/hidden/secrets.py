"""Things that most people may not know of, planted for a while: what they change for whom is what is judged."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from jingwei.config.reading.pages import forget_figures
from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Identity
from jingwei.domains.incidents.rules.sight import sees
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.memory.services import forget_everything
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import lies_within
from jingwei.kernel.geo import Datum, position
from tests.cast import CAST, FOREIGN_GRID, OTHER_COUNTY, URBAN, WATER, centre, inside
from tests.matrix.fences.database import standings
from tests.matrix.kept import PLANTERS, _keeper
from tests.matrix.people import FOUNDER
from tests.matrix.world import ITEM, PHONE, Planting, World

WORDS = "矩阵之外的一件"
"""What every secret says somewhere, and nothing else does."""

MayKnow = Callable[[Actor], bool]


@dataclass(frozen=True, slots=True)
class Secret:
    """Something to hide: how it is planted, and where it shows by design although nobody may see it.

    Public figures count every ordinary report of an area, accepted or not; tips and what is about a unit they do not.
    """

    name: str
    plant: Callable[[World, datetime], MayKnow]
    shows_in: tuple[str, ...] = ()


def _seen_by(incident_id: object) -> MayKnow:
    standing = standings()[incident_id]
    return lambda actor: sees(actor, standing)


def _tip(world: World, at: datetime) -> MayKnow:
    """A confidential tip in the grid where most of the world's matters lie, with a course of its own."""
    planting = Planting(at)
    case = planting.report(
        "secret tip",
        CAST.public,
        is_tip=True,
        identity=Identity.CONFIDENTIAL,
        words=WORDS,
        reporter_phone=PHONE,
    )
    receiver = standings()[case].receiving_post_id
    desk = next(
        one
        for one in (*CAST.everybody().values(), *(s.actor for s in world.seats))
        if one.post_id == receiver
    )
    services.accept_incident(desk, case, item_code=ITEM, at=planting.tick())
    services.dispatch_incident(desk, case, unit_id=WATER, at=planting.tick())
    services.take_task(CAST.feng, case, at=planting.tick())
    services.reveal_reporter(desk, case, purpose=Purpose.FOLLOW_UP, remark="回访", at=planting.tick())
    return _seen_by(case)


def _about_a_unit(world: World, at: datetime) -> MayKnow:
    """What is said about a unit, in the hands of others: the unit itself must notice nothing."""
    planting = Planting(at)
    case = planting.accepted("secret about a unit", by=CAST.he, about_unit_id=URBAN, words=WORDS)
    services.dispatch_incident(CAST.he, case, unit_id=WATER, at=planting.tick())
    services.take_task(CAST.feng, case, at=planting.tick())
    services.handle_task(CAST.feng, case, remark="已处理", at=planting.tick())
    return _seen_by(case)


def _abroad(world: World, at: datetime) -> MayKnow:
    """An ordinary report of another county, not accepted yet."""
    planting = Planting(at)
    place = position(*inside(FOREIGN_GRID), datum=Datum.WGS84)
    return _seen_by(planting.report("secret abroad", CAST.wang, words=WORDS, position=place, address=WORDS))


def _resident(world: World, at: datetime) -> MayKnow:
    """A resident with an identity, a session and what they keep."""
    with eyes(FOUNDER):
        resident = access.register_resident(name=WORDS, phone=(b"sealed", b"index"), at=at)
        access.open_session(resident, at=at)
    return lambda actor: False


def _office(world: World, at: datetime) -> MayKnow:
    """Somebody of another county's centre with one of each thing that a post or a person can have."""
    keeper = _keeper(99, OTHER_COUNTY, centre(OTHER_COUNTY), at)
    for plant in PLANTERS.values():
        plant(keeper, at)
    return _of_other_county


def _of_other_county(actor: Actor) -> bool:
    return (
        actor.role is Role.SYSTEM
        or lies_within(OTHER_COUNTY, actor.area_code or "~")
        or lies_within(actor.area_code, OTHER_COUNTY)
    )


SECRETS = {
    secret.name: secret
    for secret in (
        Secret("a confidential tip", _tip),
        Secret("a report about a unit", _about_a_unit),
        Secret("a report abroad", _abroad, shows_in=("page /areas/",)),
        Secret("a resident", _resident),
        Secret("an office abroad", _office),
    )
}


SECRETS_TOGETHER = tuple(name for name in SECRETS if name != "a report about a unit")
"""What the same few people must not know, planted at once in everyday runs."""


@contextmanager
def kept_for_a_while(secrets: Sequence[Secret], world: World, at: datetime) -> Iterator[MayKnow]:
    """With the secrets (or without any), and nothing of them afterwards. Gives who may know one of them."""
    forget_figures()
    forget_everything()
    with transaction.atomic():
        knowing = [secret.plant(world, at - timedelta(minutes=30)) for secret in secrets]
        yield lambda actor: any(may_know(actor) for may_know in knowing)
        transaction.set_rollback(True)
