"""Resources through the services: state, hours, who is behind them."""

from datetime import timedelta

import pytest
from django.db import connection

from jingwei.domains.ledger.contracts import ResourceState
from jingwei.domains.ledger.models import Resource
from jingwei.domains.ledger.queries import resources as queries
from jingwei.domains.ledger.queries.kinds import ResourceKindRow
from jingwei.domains.ledger.queries.nearest import nearest
from jingwei.domains.ledger.queries.resources import ResourceFilter
from jingwei.domains.ledger.rules import refusals
from jingwei.domains.ledger.services import resources as services
from jingwei.domains.ledger.services.kinds import save_resource_kind
from jingwei.domains.ledger.services.resources import Contact, ResourceFacts
from jingwei.domains.ledger.tests.things import PHONE, STATION, kinds, resource
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.foundation.privacy.queries import looks_at
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, FAR_GRID, GRID_1, GRID_2, MONDAY_10, URBAN, inside

pytestmark = pytest.mark.django_db
YEAR_LATER = MONDAY_10 + timedelta(days=367)


@pytest.fixture(autouse=True)
def _kinds(db: None) -> None:
    kinds()


def seen_by(actor: Actor, wanted: ResourceFilter | None = None) -> list[str]:
    with eyes(actor):
        page = queries.list_resources(actor, wanted or ResourceFilter(), cursor=None, size=50)
        return [row.name for row in page.rows]


def test_it_is_seen_by_area_and_by_the_unit_that_runs_it() -> None:
    name = resource(unit_id=URBAN).name
    for actor in (CAST.lin, CAST.wu, CAST.sun, CAST.he, CAST.ding, CAST.qian, CAST.xu):
        assert seen_by(actor) == [name], actor.name
    for actor in (CAST.chen, CAST.mao, CAST.tang, CAST.feng):
        assert seen_by(actor) == [], actor.name


def test_registering_is_refused_elsewhere_with_hours_nobody_can_read_or_without_the_right() -> None:
    for changes, refusal in [
        ({"grid": FAR_GRID}, refusals.OutsideOwnArea),
        ({"hours": "有时候"}, refusals.BadHours),
        ({"actor": CAST.lin}, Forbidden),
    ]:
        with pytest.raises(refusal):
            resource(**changes)  # type: ignore[arg-type]


def test_who_is_behind_it_is_sealed_and_every_look_is_recorded() -> None:
    row = resource()
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute("select ledger_resource::text from ledger_resource where id = %s", [row.pk])
        assert PHONE not in cursor.fetchone()[0]
    told = services.reveal_resource_contact(
        CAST.wu, row.pk, purpose=Purpose.FOLLOW_UP, remark="调用驿站", at=MONDAY_10
    )
    assert told == Contact("罗敏", PHONE)
    with eyes(CAST.machine):
        assert {look.field for look in looks_at(f"ledger.resource:{row.pk}")} == {
            "ledger.contact_name",
            "ledger.contact_phone",
        }
    with pytest.raises(Forbidden):
        services.reveal_resource_contact(CAST.lin, row.pk, purpose=Purpose.FOLLOW_UP, remark="", at=MONDAY_10)
    with pytest.raises(refusals.ResourceNotFound):
        services.reveal_resource_contact(CAST.mao, row.pk, purpose=Purpose.FOLLOW_UP, remark="", at=MONDAY_10)
    with pytest.raises(refusals.NobodyToCall):
        services.reveal_resource_contact(
            CAST.wu, resource(phone=None).pk, purpose=Purpose.FOLLOW_UP, remark="", at=MONDAY_10
        )


def test_its_contact_is_set_anew_or_erased_and_the_log_does_not_say_who() -> None:
    row = resource()
    row = services.set_resource_contact(
        CAST.wu, row.pk, Contact("毛杰", "13800000001"), version=row.version, at=MONDAY_10
    )
    row = services.set_resource_contact(CAST.wu, row.pk, None, version=row.version, at=MONDAY_10)
    assert row.contact_phone_sealed is None
    with eyes(CAST.wu):
        assert [one.facts for one in queries.resource_entries(row.pk)][:2] == [{"contact": []}] * 2


def test_its_state_changes_with_a_reason_and_stands_in_the_log() -> None:
    row = resource()
    row = services.set_resource_state(
        CAST.wu, row.pk, ResourceState.SHUT, reason="装修", version=row.version, at=MONDAY_10
    )
    assert seen_by(CAST.wu, ResourceFilter(state=("shut",))) == [row.name]
    with pytest.raises(refusals.LifeRefused):
        services.set_resource_state(
            CAST.wu, row.pk, ResourceState.SHUT, reason="装修", version=row.version, at=MONDAY_10
        )
    row = services.set_resource_state(
        CAST.wu, row.pk, ResourceState.READY, reason="", version=row.version, at=MONDAY_10
    )
    with eyes(CAST.wu):
        assert [one.deed for one in queries.resource_entries(row.pk)] == [
            "restored",
            "suspended",
            "registered",
        ]


def test_a_change_is_written_with_before_and_after() -> None:
    row = resource()
    facts = ResourceFacts(name=row.name, capacity=50, hours="全天", phone="07374220000")
    services.change_resource(CAST.wu, row.pk, facts, position=None, version=1, remark="", at=MONDAY_10)
    with eyes(CAST.wu):
        newest = queries.resource_entries(row.pk)[0].facts
    assert newest["capacity"] == ["30", "50"]


def test_contacts_of_what_was_retired_a_year_ago_are_erased() -> None:
    gone, stays = resource(), resource(name="另一处驿站")
    services.set_resource_state(
        CAST.wu, gone.pk, ResourceState.RETIRED, reason="撤销", version=1, at=MONDAY_10
    )
    assert services.forget_contacts(at=YEAR_LATER) == 1
    with eyes(CAST.wu):
        assert queries.resource_for(CAST.wu, gone.pk).contact_phone_sealed is None
        assert queries.resource_for(CAST.wu, stays.pk).contact_phone_sealed is not None


def test_the_nearest_leave_out_what_was_retired() -> None:
    near, far = resource(east=0.4), resource(GRID_2)
    lon, lat = inside(GRID_1)
    with eyes(CAST.wu):
        found = nearest(CAST.wu, Resource, lon, lat, within_m=3000, limit=5)
        assert [one.thing.pk for one in found] == [near.pk, far.pk]
    services.set_resource_state(
        CAST.wu, near.pk, ResourceState.RETIRED, reason="撤销", version=1, at=MONDAY_10
    )
    with eyes(CAST.wu):
        found = nearest(CAST.wu, Resource, lon, lat, within_m=3000, limit=5, kinds=[STATION])
        assert [one.thing.pk for one in found] == [far.pk]


def test_kinds_are_the_citys_own() -> None:
    save_resource_kind(CAST.ding, ResourceKindRow("boat", "冲锋舟", "Boat", "艘", "boats", True))
    with pytest.raises(Forbidden):
        save_resource_kind(CAST.wu, ResourceKindRow("boat", "船", "Boat", "", "", True))
    with pytest.raises(refusals.KindNameTaken):
        save_resource_kind(CAST.ding, ResourceKindRow("dinghy", "冲锋舟", "Dinghy", "艘", "", True))
    county = CAST.ding.__class__(**{**_plain(CAST.ding), "area_code": "430902", "scope": "430902"})
    with pytest.raises(NotFound):
        save_resource_kind(county, ResourceKindRow("boat", "船", "Boat", "", "", True))


def _plain(actor: Actor) -> dict[str, object]:
    return {name: getattr(actor, name) for name in Actor.__slots__}
