"""Random courses of matters and of the whistles that call units to their places: the promises hold all the way."""

import time
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, run_state_machine_as_test

from jingwei.domains.clocks.queries.watches import watches_of
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.tests.courses import TAKEN, WATCHERS, Courses
from jingwei.domains.joint.contracts import WhistleEnd
from jingwei.domains.joint.models import Summons, Whistle
from jingwei.domains.joint.services import NewWhistle, arrive_at_whistle, call_whistle, end_whistle
from jingwei.domains.joint.services.whistles import ARRIVAL
from jingwei.foundation.access.contracts import Actor, Role
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import lies_within
from jingwei.kernel.geo import Datum, position
from tests.cast import CAST, GRID_1, URBAN, WATER, inside
from tools.assurance import Figure, depth, is_deep, keep

pytestmark = pytest.mark.django_db

EXAMPLES, STEPS = depth((4, 12), deep=(30, 40))
THERE = position(*inside(GRID_1), datum=Datum.WGS84, accuracy_m=20)


class CoursesWithWhistles(Courses):
    """The street calls units to a place while the matter goes on: they come, or do not, and learn nothing else."""

    happenings = (*Courses.happenings, "the_street_whistles", "a_unit_comes", "the_street_ends_it")

    def __init__(self) -> None:
        super().__init__()
        self.whistles: list[UUID] = []

    def the_street_whistles(self, data: st.DataObject) -> None:
        if len(self.whistles) >= 3:
            return
        case = data.draw(st.sampled_from(sorted(self.told)), label="matter")
        if case not in self.seen_by(CAST.zhao):
            return
        units = data.draw(st.sampled_from([(URBAN,), (WATER,), (URBAN, WATER)]), label="called")
        new = NewWhistle(
            words="请到现场",
            place="路口",
            position=THERE,
            radius_m=300,
            meet_at=self.at + timedelta(hours=2),
            unit_ids=units,
            incident_id=case,
        )
        before = self.row(case)
        self.whistles.append(call_whistle(CAST.zhao, new, at=self.at).pk)
        after = self.row(case)
        course = ("state", "version", "handler_unit_id", "centre_id", "due_at")
        assert [getattr(after, one) for one in course] == [getattr(before, one) for one in course]

    def a_unit_comes(self, data: st.DataObject) -> None:
        self.at += timedelta(minutes=30)
        awaited = [one for one in self._summons() if one.arrived_at is None and not self._ended(one)]
        if not awaited:
            return
        one = data.draw(st.sampled_from(sorted(awaited, key=lambda row: row.pk)), label="summons")
        who = CAST.qian if one.unit_id == URBAN else CAST.feng
        arrive_at_whistle(who, one.whistle_id, THERE, remark="到了", at=self.at)

    def the_street_ends_it(self, data: st.DataObject) -> None:
        self.at += timedelta(minutes=30)
        running = [one for one in self._whistles() if one.ended_at is None]
        if not running:
            return
        one = data.draw(st.sampled_from(sorted(running, key=lambda row: row.pk)), label="whistle")
        outcome = data.draw(st.sampled_from(list(WhistleEnd)), label="outcome")
        end_whistle(CAST.zhao, one.pk, outcome=outcome, result="已处置", at=self.at)

    @invariant()
    def whoever_was_called_is_awaited_until_they_come_or_it_ends(self) -> None:
        found = self._summons()
        watches = watches_of(ARRIVAL, [one.pk for one in found])
        for one in found:
            is_awaited = one.arrived_at is None and not self._ended(one)
            assert (watches[one.pk].ended_at is None) == is_awaited

    @invariant()
    def only_the_area_and_who_takes_part_see_a_whistle(self) -> None:
        for who in WATCHERS:
            seen = self._seen(who)
            for one in self._whistles():
                may = bool(who.scope) and lies_within(one.scope_code, who.scope)
                may |= who.sharing_unit_id is not None and who.sharing_unit_id in {one.unit_id, *one.unit_ids}
                assert (one.pk in seen) == may, who.name

    def _whistles(self) -> list[Whistle]:
        with eyes(CAST.machine):
            return list(Whistle.objects.visible_to(CAST.machine).filter(pk__in=self.whistles))

    def _summons(self) -> list[Summons]:
        with eyes(CAST.machine):
            return list(Summons.objects.filter(whistle_id__in=self.whistles))

    def _ended(self, one: Summons) -> bool:
        return any(row.pk == one.whistle_id and row.ended_at is not None for row in self._whistles())

    def _seen(self, who: Actor) -> set[UUID]:
        with eyes(who):
            whole = Whistle.objects.unscoped("the test asks the database's own fence")
            return set(whole.filter(pk__in=self.whistles).values_list("pk", flat=True))


def test_whatever_people_do_the_promises_hold() -> None:
    began = time.monotonic()
    TAKEN.clear()
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        CoursesWithWhistles,
        settings=settings(
            max_examples=EXAMPLES,
            stateful_step_count=STEPS,
            deadline=None,
            derandomize=not is_deep(),
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert TAKEN[Action.HANDLE], "courses that lead nowhere prove little"
    figures: dict[str, Figure] = {"courses": EXAMPLES, "steps": TAKEN.total(), "kinds of step": len(TAKEN)}
    figures |= {one.value: number for one, number in sorted(TAKEN.items())}
    command = "./jw assurance courses"
    keep("courses", figures, seed=0, seconds=time.monotonic() - began, command=command)


def test_the_watchers_see_nothing_by_area() -> None:
    """Else the promise about sight would be about nobody."""
    assert {one.role for one in WATCHERS} >= {Role.DESK, Role.HANDLER, Role.RESIDENT}
    assert not any(one.scope and lies_within(GRID_1, one.scope) for one in WATCHERS)
