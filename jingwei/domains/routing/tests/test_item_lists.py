"""Versions of the list on the real database."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from jingwei.domains.routing import queries
from jingwei.domains.routing.models import Item, ItemList
from jingwei.domains.routing.rules.items import NewItem
from jingwei.domains.routing.rules.refusals import (
    BadUnitKind,
    CannotWithdraw,
    CountChanged,
    ItemListRefused,
    ItemListUnknown,
    NotADraft,
    StartRefused,
)
from jingwei.domains.routing.services.lists import (
    delete_draft,
    item_row,
    load_item_list,
    open_item_list,
    save_unit_kind,
    withdraw_item_list,
)
from jingwei.domains.routing.tests.samples import LEAK, RUBBISH, SAMPLE
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import local
from jingwei.kernel.errors import Forbidden, NotFound
from tests.cast import CAST, CITY, COUNTY, MONDAY_10, in_post

pytestmark = pytest.mark.django_db
TODAY = local(MONDAY_10).date()
NEW_YEAR = date(2027, 1, 1)
OF_COUNTY = in_post(CAST.ding, area_code=COUNTY, scope=COUNTY)


def drafted(rows: list[NewItem] = SAMPLE) -> ItemList:
    draft = ItemList(name="草稿", loaded_at=MONDAY_10)
    draft.save()
    Item.objects.bulk_create([item_row(draft.id, row) for row in rows])
    return draft


def audited(permission: str = "manage_items") -> list[tuple[str, str, str]]:
    with eyes(CAST.machine), connection.cursor() as cursor:
        cursor.execute(
            "select actor_name, target, area_code from audit_entry where permission = %s and role <> 'system' order by id",
            [permission],
        )
        return cursor.fetchall()


def test_opening_a_list_closes_the_open_one_that_day() -> None:
    old = queries.list_in_force(on=TODAY)
    assert old is not None
    new = load_item_list(CAST.ding, "2027年版", SAMPLE, NEW_YEAR, at=MONDAY_10)
    assert queries.list_in_force(on=NEW_YEAR - timedelta(days=1)) == old
    assert queries.list_in_force(on=NEW_YEAR) == new
    assert queries.item_in_force("020101", on=NEW_YEAR).item_name == "水管爆裂"
    assert queries.item_in_force("010103", on=TODAY).item_name == "车辆沿途遗撒"
    assert [brief.valid_to_on for brief in queries.list_briefs()] == [None, NEW_YEAR]
    assert audited() == [("丁宁", f"routing.itemlist:{new.pk}", CITY)]


def test_an_item_stays_known_under_the_list_it_was_registered_with() -> None:
    before = queries.item_in_force("010101", on=TODAY)
    load_item_list(CAST.ding, "新版", [replace(RUBBISH, handle_limit="2h")], TODAY, at=MONDAY_10)
    assert queries.item_in_force("010101", on=TODAY).handle_limit == "2h"
    assert queries.item_by_id(before.item_id) == before


def test_a_faulty_list_leaves_nothing_behind() -> None:
    lists, items = ItemList.objects.count(), Item.objects.count()
    with pytest.raises(ItemListRefused) as refusal:
        load_item_list(CAST.ding, "坏的", [RUBBISH, replace(LEAK, unit_kind="moon")], NEW_YEAR, at=MONDAY_10)
    assert refusal.value.data["faults"][0]["row"] == 2
    assert (ItemList.objects.count(), Item.objects.count()) == (lists, items)
    assert queries.list_briefs()[0].valid_to_on is None


@pytest.mark.parametrize("day", [TODAY - timedelta(days=1), date(2024, 1, 1), date(2023, 1, 1)])
def test_a_list_cannot_begin_in_the_past_or_before_the_open_one(day: date) -> None:
    with pytest.raises(StartRefused):
        load_item_list(CAST.ding, "过去", SAMPLE, day, at=MONDAY_10)
    assert len(queries.list_briefs()) == 1


def test_the_day_is_the_one_in_china() -> None:
    just_past_midnight = MONDAY_10.replace(hour=0, minute=30)  # still Sunday in UTC
    with pytest.raises(StartRefused):
        load_item_list(CAST.ding, "昨天", SAMPLE, TODAY - timedelta(days=1), at=just_past_midnight)
    load_item_list(CAST.ding, "今天", SAMPLE, TODAY, at=just_past_midnight)


def test_only_those_who_manage_items_of_the_whole_city_may() -> None:
    with pytest.raises(Forbidden):
        load_item_list(CAST.sun, "不行", SAMPLE, NEW_YEAR, at=MONDAY_10)
    with pytest.raises(NotFound):
        load_item_list(OF_COUNTY, "县级", SAMPLE, NEW_YEAR, at=MONDAY_10)
    assert len(queries.list_briefs()) == 1
    assert audited() == []


def test_a_draft_is_not_in_force_until_it_is_opened() -> None:
    draft = drafted()
    assert queries.list_briefs()[0].list_id != draft.id
    assert [brief.items for brief in queries.draft_briefs()] == [3]
    changes = queries.list_changes(draft, on=TODAY)
    assert len(changes.removed) == 329
    assert {change.item_code for change in changes.changed} >= {"010101"}
    open_item_list(CAST.ding, draft.id, valid_from_on=NEW_YEAR, items_seen=3, at=MONDAY_10)
    assert queries.draft_briefs() == []
    assert queries.list_in_force(on=NEW_YEAR) == draft
    assert len(queries.list_changes(queries.item_list(draft.id, with_drafts=False), on=TODAY).removed) == 329


def test_a_draft_that_grew_since_it_was_seen_is_not_opened() -> None:
    draft = drafted()
    with pytest.raises(CountChanged):
        open_item_list(CAST.ding, draft.id, valid_from_on=NEW_YEAR, items_seen=2, at=MONDAY_10)


def test_a_draft_that_contradicts_itself_is_not_opened() -> None:
    draft = drafted([RUBBISH, replace(LEAK, item_code="010201")])
    with pytest.raises(ItemListRefused):
        open_item_list(CAST.ding, draft.id, valid_from_on=NEW_YEAR, items_seen=2, at=MONDAY_10)
    assert queries.item_list(draft.id, with_drafts=True).valid_from_on is None


def test_an_opened_list_is_neither_opened_again_nor_deleted() -> None:
    present = queries.list_in_force(on=TODAY)
    assert present is not None
    with pytest.raises(NotADraft):
        open_item_list(CAST.ding, present.id, valid_from_on=NEW_YEAR, items_seen=332, at=MONDAY_10)
    with pytest.raises(NotADraft):
        delete_draft(CAST.ding, present.id)
    with pytest.raises(ItemListUnknown):
        delete_draft(CAST.ding, 10**9)


def test_a_coming_list_can_be_withdrawn_and_the_one_before_goes_on() -> None:
    old = queries.list_in_force(on=TODAY)
    new = load_item_list(CAST.ding, "2027年版", SAMPLE, NEW_YEAR, at=MONDAY_10)
    withdraw_item_list(CAST.ding, new.id, at=MONDAY_10)
    assert queries.list_in_force(on=NEW_YEAR) == old
    assert [brief.list_id for brief in queries.draft_briefs()] == [new.id]
    delete_draft(CAST.ding, new.id)
    assert queries.draft_briefs() == []
    assert not Item.objects.filter(item_list_id=new.id).exists()


def test_a_list_in_force_cannot_be_withdrawn() -> None:
    new = load_item_list(CAST.ding, "今天起", SAMPLE, TODAY, at=MONDAY_10)
    for row in (new, drafted()):
        with pytest.raises(CannotWithdraw):
            withdraw_item_list(CAST.ding, row.id, at=MONDAY_10)


def test_the_database_keeps_one_open_list_and_periods_in_order() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ItemList(name="第二份", valid_from_on=NEW_YEAR, loaded_at=MONDAY_10).save()
    with pytest.raises(IntegrityError), transaction.atomic():
        ItemList(name="无始有终", valid_to_on=NEW_YEAR, loaded_at=MONDAY_10).save()


def test_kinds_of_unit_are_data() -> None:
    assert len(queries.unit_kinds()) == 45
    save_unit_kind(CAST.ding, "parking", name_zh="停车管理", name_en="Parking")
    load_item_list(CAST.ding, "停车", [replace(RUBBISH, unit_kind="parking")], NEW_YEAR, at=MONDAY_10)
    save_unit_kind(CAST.ding, "parking", name_zh="停车服务", name_en="Parking service")
    assert {k.name_zh for k in queries.unit_kinds() if k.key == "parking"} == {"停车服务"}
    for key, zh in (("Parking", "停车"), ("", "停车"), ("a" * 41, "停车"), ("p", " "), ("p", "环境卫生")):
        with pytest.raises(BadUnitKind):
            save_unit_kind(CAST.ding, key, name_zh=zh, name_en="x")
    with pytest.raises(NotFound):
        save_unit_kind(OF_COUNTY, "county_kind", name_zh="县级", name_en="County")
