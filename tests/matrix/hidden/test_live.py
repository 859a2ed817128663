"""Who hears live of what happens: nobody who may not see it, on any channel."""

import pytest
from django.db import connection

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Identity
from jingwei.domains.incidents.rules.sight import Standing
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.live.contracts import Kind
from jingwei.kernel.clock import now
from tests.cast import CAST, URBAN, WATER
from tests.matrix.fences.database import standings
from tests.matrix.hidden.live import overheard, wrong_ears
from tests.matrix.world import ITEM, Planting, World

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def everybody(world: World) -> dict[str, Actor]:
    return {seat.name: seat.actor for seat in world.seats}


def test_news_of_every_matter_is_heard_by_those_who_see_it(world: World, everybody: dict[str, Actor]) -> None:
    facts = standings()
    with overheard() as told, connection.cursor() as cursor:
        for case in world.cases.values():
            cursor.execute("select jw_tell_incident('incident', %s, null)", [case.incident_id])
    assert len(told) == len(world.cases)
    wrong = [ear for news in told for ear in wrong_ears(news, everybody, facts[news.subject_id])]  # type: ignore[index]
    assert not wrong, f"{len(wrong)}:\n" + "\n".join(wrong[:20])


def test_nobody_hears_that_something_secret_happens(world: World, everybody: dict[str, Actor]) -> None:
    """Also not by a count that may have changed: a tip and a matter about a unit, from the report to the hands."""
    with overheard() as told:
        planting = Planting(now())
        tip = planting.report("overheard tip", CAST.public, is_tip=True, identity=Identity.CONFIDENTIAL)
    _require_deaf(told, everybody, standings()[tip])
    with overheard() as told:
        planting = Planting(now())
        about = planting.report("overheard about", CAST.public, about_unit_id=URBAN)
        services.accept_incident(CAST.he, about, item_code=ITEM, at=planting.tick())
        services.dispatch_incident(CAST.he, about, unit_id=WATER, at=planting.tick())
        services.take_task(CAST.feng, about, at=planting.tick())
    _require_deaf(told, everybody, standings()[about])


def _require_deaf(told: list, everybody: dict[str, Actor], standing: Standing) -> None:  # type: ignore[type-arg]
    assert told
    strangers = {name: actor for name, actor in everybody.items() if actor.person_id or actor.post_id}
    wrong = [ear for news in told for ear in wrong_ears(news, strangers, standing, is_settled=False)]
    assert not wrong, f"{[news.kind.value for news in told]}:\n" + "\n".join(wrong[:20])
    assert Kind.INCIDENT in {news.kind for news in told}
