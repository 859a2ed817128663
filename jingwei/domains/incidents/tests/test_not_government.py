"""A social organisation and a trade handle like any unit: account, task, clock, proof, and nothing by area."""

from datetime import timedelta
from uuid import UUID

import pytest

from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.tests.walking import can_see, reported
from jingwei.domains.routing.contracts import NewLine
from jingwei.domains.routing.queries import unit_kinds
from jingwei.domains.routing.services.duties import load_duties
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Actor, NewUnit, Role
from jingwei.foundation.access.rules.permissions import scope_of
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, COMMUNITY, MONDAY_10, centre

pytestmark = pytest.mark.django_db


def opened(kind: str, name: str) -> tuple[UUID, Actor]:
    """A unit that is not government, with a handler who has an account and a post."""
    unit_id = uuid7()
    with eyes(CAST.machine):
        access.open_units(
            [NewUnit(unit_id, f"{COMMUNITY}-{kind}", name, kind, COMMUNITY, centre(COMMUNITY), False)]
        )
        person_id, _ = access.register_person(name="社工小何", username=f"he-{kind}", at=MONDAY_10)
        post_id = access.create_post(title="经办人", role=Role.HANDLER, area_code=COMMUNITY, unit_id=unit_id)
        access.fill_post(post_id, person_id, by=None, on=local(MONDAY_10).date())
    role = Role.HANDLER
    return unit_id, Actor(role, "社工小何", person_id, post_id, unit_id, COMMUNITY, scope_of(role, COMMUNITY))


@pytest.mark.parametrize("kind", ["social_organisation", "trade_association", "property_company"])
def test_it_is_named_by_the_matrix_takes_handles_and_is_late_like_anybody(kind: str) -> None:
    assert kind in {one.key for one in unit_kinds()}
    unit_id, handler = opened(kind, "迎春社区邻里互助会")
    line = NewLine(lead=kind, item_prefix="0101", handle_limit="4h", village="assist")
    load_duties(CAST.ding, "权责清单", [line], MONDAY_10.date(), at=MONDAY_10)
    unseen, walk = reported().accepted(), reported().accepted()
    walk.dispatched(unit_id=unit_id)
    assert walk.steps[-1].facts["duty"]["is_followed"] is True
    assert walk.row.due_at == walk.at + timedelta(hours=6)  # four working hours over the noon break
    assert can_see(handler, walk.case)
    assert not can_see(handler, unseen.case)
    walk.taken(handler).handled(handler)
    assert (walk.row.state, walk.tasks[0].unit_id) == (State.HANDLED, unit_id)
