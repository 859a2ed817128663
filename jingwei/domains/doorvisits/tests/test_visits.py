"""One visit: every answer in every record that needs it, or nothing; who was first; and where each word came from."""

from datetime import timedelta

import pytest
from django.apps import apps

from jingwei.domains.doorvisits.models import DoorVisit, Landed
from jingwei.domains.doorvisits.queries.visits import (
    VisitFilter,
    landed_of,
    list_visits,
    visit_for,
    visits_behind,
)
from jingwei.domains.doorvisits.rules.refusals import (
    AnswersConflict,
    AnswersRefused,
    DoorVisitNotFound,
    FormMoved,
    NothingAnswered,
    NothingAsked,
    VisitIdTaken,
)
from jingwei.domains.doorvisits.services.keeping import VISITS_KEPT, forget_visits
from jingwei.domains.doorvisits.services.visiting import NoteGiven
from jingwei.domains.doorvisits.tests.visiting import (
    MINDS,
    NEW_PHONE,
    NOTE_GIVEN,
    PHONES,
    TENURE,
    USE,
    at_home,
    published,
    same,
    told,
    visited,
)
from jingwei.domains.dwellings.contracts import HOUSE
from jingwei.domains.dwellings.models import HouseChange
from jingwei.domains.dwellings.services.houses import change_house
from jingwei.domains.dwellings.tests.things import seen_house
from jingwei.domains.residents.contracts import RESIDENT
from jingwei.domains.residents.models import ResidentChange
from jingwei.domains.residents.services.changing import change_resident
from jingwei.domains.residents.tests.people import read
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden, NotFound
from jingwei.kernel.ids import uuid7
from tests.cast import CAST, MONDAY_10

pytestmark = pytest.mark.django_db
Concern = apps.get_model("concerns", "Concern")
LATER = MONDAY_10 + timedelta(days=30)


@pytest.fixture(autouse=True)
def _asked(db: None) -> None:
    published()


def test_one_visit_changes_confirms_and_notes_each_in_its_own_ledger() -> None:
    house, first, second = at_home(use="11", tenure="own")
    answers = [same(USE), told(TENURE, "let"), told(PHONES, NEW_PHONE, first.pk), same(PHONES, second.pk)]
    row = visited(house, (first, second), answers, note=NOTE_GIVEN, at=LATER)
    assert (row.changed, row.confirmed, row.notes, row.scope_code) == (2, 1, 1, house.scope_code)
    now = seen_house(house)
    assert (now.tenure, now.use, now.version, now.seen_at, now.source) == ("let", "11", 2, LATER, "visit")
    assert read(CAST.lin, second.pk).seen_at == LATER
    with eyes(CAST.wu):
        landed = {one.record_id: one for one in landed_of(row.pk)}
        line = HouseChange.objects.get(pk=landed[house.pk].change_id)
        assert (line.deed, line.source, line.facts) == ("changed", "visit", {"tenure": ["own", "let"]})
        assert (landed[house.pk].changed, landed[house.pk].unchanged) == (["tenure"], ["use"])
        assert (landed[first.pk].deed, landed[first.pk].changed) == ("changed", ["phone"])
        assert (landed[second.pk].deed, landed[second.pk].unchanged) == ("confirmed", ["phone"])
        behind = visits_behind(CAST.wu, RESIDENT, first.pk)
        written = ResidentChange.objects.get(pk=landed[first.pk].change_id)
        assert [one.pk for one in behind.values()] == [row.pk]
        assert written.pk in behind
        assert visits_behind(CAST.wu, HOUSE, first.pk) == {}
        concern = Concern.objects.visible_to(CAST.wu).get(occasion="visit")
    assert (concern.words, concern.address, concern.position, concern.scope_code) == (
        NOTE_GIVEN.words,
        "",
        None,
        house.scope_code,
    )
    assert NEW_PHONE not in str([vars(one) for one in landed.values()])


def test_what_was_answered_in_part_changes_nothing_and_confirms_nothing() -> None:
    house, first, _ = at_home(use="11")
    row = visited(house, (first,), [same(USE), same(PHONES, first.pk)])
    assert (row.changed, row.confirmed) == (0, 1)
    assert seen_house(house).version == 1
    assert read(CAST.lin, first.pk).version == 2


def test_every_fault_comes_back_with_its_question_and_nothing_is_kept() -> None:
    house, first, second = at_home(use="11")
    answers = [
        told(USE, "palace"),
        told(PHONES, "123", first.pk),
        told(PHONES, NEW_PHONE, second.pk),
        told(PHONES, NEW_PHONE, uuid7()),
        told(PHONES, NEW_PHONE),
        same(MINDS),
        same(TENURE),
        same(TENURE),
    ]
    named = NoteGiven(MINDS.key, NOTE_GIVEN.topic_code, "户主王某电话13873711234")
    with pytest.raises(AnswersRefused) as refused:
        visited(house, (first, second), answers, note=named)
    faults = refused.value.data["faults"]
    told_of = [(one["question"], one["record_id"]) for one in faults]
    assert ("use", None) in told_of
    assert ("phone", str(first.pk)) in told_of
    assert ("phone", None) in told_of
    assert ("phone", str(second.pk)) not in told_of
    assert told_of.count(("minds", None)) == 2
    assert ("tenure", None) in told_of
    assert all(one["message"].endswith("。") and one["message_en"].isascii() is not None for one in faults)
    assert read(CAST.lin, second.pk).version == 1
    with eyes(CAST.wu):
        assert not DoorVisit.objects.visible_to(CAST.wu).exists()
        assert not Concern.objects.visible_to(CAST.wu).exists()


def test_what_others_changed_meanwhile_stands_side_by_side_for_that_question_only() -> None:
    house, first, second = at_home(use="11", tenure="own")
    change_resident(CAST.wu, first.pk, {"phone": NEW_PHONE}, version=1, remark="", at=MONDAY_10)
    change_house(
        CAST.wu,
        house.pk,
        {"tenure": "vacant"},
        address=None,
        aliases=None,
        position=None,
        file_ids=None,
        base_version=1,
        source="desk",
        remark="",
        at=MONDAY_10,
    )
    answers = [same(USE), same(TENURE), told(PHONES, "13973700002", first.pk), same(PHONES, second.pk)]
    with pytest.raises(AnswersConflict) as refused:
        visited(house, (first, second), answers, at=LATER)
    found = {one["question"]: one for one in refused.value.data["conflicts"]}
    assert set(found) == {"tenure", "phone"}
    tenure = found["tenure"]
    assert (tenure["yours"], tenure["theirs"], tenure["by"], tenure["version"]) == (
        "own",
        "vacant",
        CAST.wu.name,
        2,
    )
    assert found["phone"]["record_id"] == str(first.pk)
    assert NEW_PHONE not in str(found)
    assert read(CAST.lin, second.pk).version == 1
    again = [same(USE), told(TENURE, "own"), same(PHONES, first.pk), same(PHONES, second.pk)]
    row = visited(house, (first, second), again, at=LATER, versions={"of_house": 2, "of_person": 2})
    assert (row.changed, row.confirmed) == (1, 2)


def test_sent_again_it_is_the_first_one_and_nobody_elses() -> None:
    house, first, _ = at_home(use="11")
    visit_id = uuid7()
    row = visited(house, (first,), [told(PHONES, NEW_PHONE, first.pk)], visit_id=visit_id, note=NOTE_GIVEN)
    again = visited(
        house, (first,), [told(PHONES, "1", first.pk)], visit_id=visit_id, note=NOTE_GIVEN, at=LATER
    )
    assert (again.pk, again.visited_at) == (row.pk, MONDAY_10)
    with eyes(CAST.wu):
        assert Concern.objects.visible_to(CAST.wu).count() == 1
        assert Landed.objects.filter(visit_id=visit_id).count() == 1
    with pytest.raises(VisitIdTaken):
        visited(house, (first,), [same(USE)], visit_id=visit_id, actor=CAST.wu)


def test_who_may_not_or_is_elsewhere_visits_nobody() -> None:
    house, first, second = at_home(use="11")
    with pytest.raises(NotFound):
        visited(house, (first,), [same(USE)], actor=CAST.chen)
    with pytest.raises(Forbidden):
        visited(house, (first,), [same(USE)], actor=CAST.qian)
    with pytest.raises(NothingAnswered):
        visited(house, (first,), [])
    with pytest.raises(FormMoved):
        visited(house, (first,), [same(USE)], version=2)
    row = visited(house, (first, second), [same(USE)])
    with eyes(CAST.chen), pytest.raises(DoorVisitNotFound):
        visit_for(CAST.chen, row.pk)
    with eyes(CAST.chen):
        assert landed_of(row.pk) == []
        assert list_visits(CAST.chen, VisitFilter(), cursor=None, size=5).rows == []


def test_before_anything_is_published_nothing_is_asked() -> None:
    house, first, _ = at_home(use="11")
    with pytest.raises(NothingAsked):
        visited(house, (first,), [same(USE)], at=MONDAY_10 - timedelta(days=1), version=0)


def test_visits_are_listed_by_page_and_go_after_their_time() -> None:
    house, first, second = at_home(use="11")
    rows = [visited(house, (first, second), [same(USE)], at=MONDAY_10 + timedelta(hours=n)) for n in range(3)]
    with eyes(CAST.wu):
        page = list_visits(CAST.wu, VisitFilter(officer_id=CAST.lin.person_id), cursor=None, size=2)
        rest = list_visits(CAST.wu, VisitFilter(house_id=house.pk), cursor=page.next_cursor, size=2)
        mine = list_visits(CAST.wu, VisitFilter(is_mine=True), cursor=None, size=2)
    assert [one.pk for one in (*page.rows, *rest.rows)] == [one.pk for one in reversed(rows)]
    assert mine.rows == []
    assert forget_visits(at=MONDAY_10 + VISITS_KEPT + timedelta(hours=1, minutes=1)) == 2
    with eyes(CAST.wu):
        assert [one.pk for one in DoorVisit.objects.visible_to(CAST.wu)] == [rows[2].pk]
