"""Components and resources stand on the ground: when its borders move they belong to others, and go back when undone."""

from typing import Any

import pytest

from jingwei.config.tests.test_regridding import NEW, move_rows, split_grid_1, today, told, undo
from jingwei.domains.ledger.contracts import ResourceState
from jingwei.domains.ledger.models import Component, Resource
from jingwei.domains.ledger.queries.map_layer import COMPONENT_LAYER
from jingwei.domains.ledger.services.resources import set_resource_state
from jingwei.domains.ledger.tests.things import component, kinds, resource
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.maps.services.folding import differences
from jingwei.foundation.scoping import eyes
from jingwei.foundation.territory.tests.conftest import Call, Table, call, table
from tests.cast import CAST, COMMUNITY, GRID_1, MONDAY_10

__all__ = ["call", "table"]
pytestmark = pytest.mark.django_db


def codes(row: Component | Resource) -> tuple[str | None, ...]:
    with eyes(CAST.machine):
        now = type(row).objects.unscoped("a test looks at one row").get(pk=row.pk)
    return now.scope_code, now.grid_code, now.community_code


def listed(call: Call, actor: Actor, what: str, within: str = "") -> Any:
    narrowed = f"?area_code={within}" if within else ""
    answer = call(actor, "GET", f"/ledger/{what}{narrowed}")
    assert answer.status_code == 200, answer.json()
    return answer.json()["total"]


def test_things_go_with_their_ground_and_come_back_when_it_is_undone(call: Call, table: Table) -> None:
    kinds()
    west, east = component(east=0.2), component(east=0.8)
    post, shut = resource(east=0.7), resource(east=0.9)
    set_resource_state(CAST.wu, shut.pk, ResourceState.RETIRED, reason="撤并", version=1, at=MONDAY_10)
    assert [listed(call, CAST.lin, "components"), listed(call, CAST.lin, "resources")] == [2, 1]

    split_grid_1(table)
    foreseen = {one["table"]: (one["rows"], one["open_rows"]) for one in table.ask("/effects")["rows"]}
    assert (foreseen["ledger_component"], foreseen["ledger_resource"]) == ((2, 2), (2, 1))
    published = table.publish(today())
    assert codes(east) == (GRID_1, GRID_1, COMMUNITY)  # nothing has moved yet
    move_rows()

    assert (told(call, published)["run"]["total"], told(call, published)["run"]["done"]) == (3, 3)
    assert codes(west) == (GRID_1, GRID_1, COMMUNITY)
    assert codes(east) == codes(post) == codes(shut) == (NEW, NEW, COMMUNITY)
    # Whose they are now: the officer of what is left, and whoever asks for the new grid.
    assert [listed(call, CAST.lin, "components"), listed(call, CAST.lin, "resources")] == [1, 0]
    assert [listed(call, CAST.wu, "components", NEW), listed(call, CAST.wu, "resources", NEW)] == [1, 1]
    assert call(CAST.lin, "GET", f"/ledger/components/{east.pk}").status_code == 404
    assert differences(COMPONENT_LAYER) == []
    # Work on a thing that has moved goes on: it is inspected where it belongs now, under its old number.
    inspected = call(
        CAST.wu, "POST", f"/ledger/components/{east.pk}/inspections", {"condition": 2, "remark": "井盖松动"}
    ).json()
    assert (inspected["area_code"], inspected["code"], inspected["condition"]) == (NEW, east.code, 2)

    assert undo(call, published).status_code == 200
    move_rows()
    assert told(call, published)["state"] == "undone"
    assert codes(east) == codes(post) == codes(shut) == (GRID_1, GRID_1, COMMUNITY)
    assert [listed(call, CAST.lin, "components"), listed(call, CAST.lin, "resources")] == [2, 1]
    assert differences(COMPONENT_LAYER) == []
