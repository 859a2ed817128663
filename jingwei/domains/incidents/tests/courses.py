"""Random courses of several matters with several people: what must hold after every single step.

One responsible owner at every moment, every hour in the ledger, no reporter forgotten, no sight gained, and whoever was
asked to assist owes something exactly as long as somebody waits for it. Who does what is drawn from what the server
offers them, so that whatever is offered can also be done. ``joint`` lets units be whistled to the place meanwhile.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from jingwei.domains.clocks.queries.watches import watches_of
from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.models import (
    Assignment,
    Assist,
    Extension,
    Incident,
    Objection,
    Question,
    Step,
)
from jingwei.domains.incidents.queries.disputes import ties_of
from jingwei.domains.incidents.rules.assisting import ASSISTED, AssistsOpen
from jingwei.domains.incidents.rules.clock_ledger import Owner, OwnerKind, ledger_of
from jingwei.domains.incidents.rules.folding import CannotFold
from jingwei.domains.incidents.rules.lifecycle import WITH_UNIT
from jingwei.domains.incidents.rules.refusals import ExtensionRefused, NoCentreAbove
from jingwei.domains.incidents.services import folding
from jingwei.domains.incidents.services.assisting import (
    WATCH,
    ask_assist,
    excuse_assist,
)
from jingwei.domains.incidents.services.merging import merge_incidents
from jingwei.domains.incidents.services.splitting import split_incident
from jingwei.domains.incidents.tests.steps import FORWARD, REMARKED, verbs
from jingwei.domains.incidents.tests.walking import Walk, proofs, reported
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.codes import lies_within
from tests.cast import CAST, CITY, COUNTY, FAR_GRID, GRID_1, GRID_2, MONDAY_10, URBAN, WATER, centre

PEOPLE = (
    *(CAST.lin, CAST.wu, CAST.zhao, CAST.sun, CAST.he, CAST.zhou),
    *(CAST.qian, CAST.xu, CAST.feng, CAST.li, CAST.wang),
)
WATCHERS = (CAST.zhou, CAST.tang, CAST.mao, CAST.qian, CAST.feng, CAST.shen, CAST.li, CAST.wang)
"""Who sees nothing of the community by area: what they see they must have been given."""
PLACES = (GRID_1, GRID_2, FAR_GRID)
HELPERS = (URBAN, WATER, centre(COUNTY))
BESIDE = {Action.NOTE, Action.EDIT, Action.HAND_OVER, Action.URGE, Action.INSTRUCT}
"""They change neither owner nor sight nor clock, and are walked elsewhere."""
A_MINUTE = timedelta(minutes=1)
TAKEN: Counter[Action] = Counter()
"""How often each step was taken or tried, for the record."""


@dataclass
class Told:
    """What is known of one matter from outside: who must see it for having had a part, who may since it was merged into
    theirs, and who reported it."""

    walk: Walk
    reporter: Actor | None
    units: set[UUID] = field(default_factory=set)
    lent: set[UUID] = field(default_factory=set)


class Courses(RuleBasedStateMachine):
    """Three residents' matters, merged and parted, disputed and corrected, assisted, delayed, handled and reopened."""

    happenings: tuple[str, ...] = (
        *("the_matter_goes_on", "somebody_acts", "somebody_acts", "somebody_acts"),
        *("the_desk_merges", "the_desk_takes_out"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.at = MONDAY_10
        self.told: dict[UUID, Told] = {}

    @initialize()
    def reports(self) -> None:
        for who in (CAST.li, CAST.wang, CAST.li):
            self.know(reported(who, at=self.at), who)

    @rule(data=st.data())
    def something_happens(self, data: st.DataObject) -> None:
        """One rule for everything: of several, some would be left out of each course."""
        getattr(self, data.draw(st.sampled_from(self.happenings), label="what"))(data)

    def somebody_acts(self, data: st.DataObject) -> None:
        self.at += timedelta(minutes=data.draw(st.integers(1, 600), label="minutes"))
        told = self.told[data.draw(st.sampled_from(sorted(self.told)), label="matter")]
        offered = [(action, actor) for actor in PEOPLE for action in self.offered(actor, told.walk)]
        if not offered:
            return
        action = data.draw(st.sampled_from(sorted({one for one, _ in offered})), label="action")
        actor = data.draw(st.sampled_from([who for one, who in offered if one is action]), label="by")
        unit_id = data.draw(st.sampled_from([URBAN, WATER]), label="unit")
        place = data.draw(st.sampled_from(PLACES), label="place")
        self._take(told, actor, action, unit_id, place)

    def the_matter_goes_on(self, data: st.DataObject) -> None:
        """As the field means it to, some steps at once: courses come to an end, and some begin again."""
        told = self.told[data.draw(st.sampled_from(sorted(self.told)), label="matter")]
        for _ in range(data.draw(st.integers(1, 7), label="steps")):
            self.at += timedelta(minutes=10)
            offered = {action: actor for actor in PEOPLE for action in self.offered(actor, told.walk)}
            action = next((one for one in FORWARD if one in offered), None)
            if action is not None:
                self._take(told, offered[action], action, URBAN, GRID_1)

    def _take(self, told: Told, actor: Actor, action: Action, unit_id: UUID, place: str) -> None:
        self.note_owners(told)
        if self._act(told, actor, action, unit_id, place) and actor.sharing_unit_id is not None:
            told.units.add(actor.sharing_unit_id)
        TAKEN[action] += 1
        folding.lead_folded(told.walk.case, action, at=self.at)
        for each in self.told.values():
            self.note_owners(each)
        self._lend()

    def the_desk_merges(self, data: st.DataObject) -> None:
        self.at += timedelta(minutes=5)
        head, member = data.draw(st.permutations(sorted(self.told)), label="pair")[:2]
        before = self.row(member).head_id
        try:
            merge_incidents(CAST.wu, head, [member], at=self.at)
        except (CannotFold, folding.NotInCharge, folding.NotFound):
            assert self.row(member).head_id == before
            return
        self._lend()

    def the_desk_takes_out(self, data: st.DataObject) -> None:
        self.at += timedelta(minutes=5)
        folded = [case for case, row in sorted(self.rows().items()) if row.head_id is not None]
        if not folded:
            return
        case = data.draw(st.sampled_from(folded), label="folded")
        row = self.row(case)
        if row.centre_id == CAST.wu.unit_id and row.state < State.CLOSED:
            folding.take_out(CAST.wu, case, at=self.at)
            assert self.row(case).head_id is None

    @invariant()
    def one_owner_at_every_moment(self) -> None:
        rows = self.rows()
        tasks = self._open(Assignment, ended_at=None)
        disputes = self._open(Objection, decided_at=None)
        for case, row in rows.items():
            assert row.centre_id is not None
            assert [one.referee_id for one in disputes[case]] == ([row.referee_id] if row.referee_id else [])
            if row.head_id is not None:
                head = rows[row.head_id]
                owner = (tasks[case], head.head_id, row.state)
                assert owner == ([], None, head.state), "the head's owner is its owner"
            elif State(row.state) in WITH_UNIT:
                assert [task.unit_id for task in tasks[case]] == [row.handler_unit_id]
            else:
                assert not tasks[case]
                assert row.referee_id is None

    @invariant()
    def every_hour_belongs_to_somebody(self) -> None:
        """The hours add up, one stretch begins where the last ended, and the last is whose turn it is now."""
        rows, courses = self.rows(), self._open(Step)
        asked = self._open(Question, ended_at=None)
        for case, row in rows.items():
            steps = sorted(courses[case], key=lambda one: one.version)
            until = self.at + A_MINUTE
            ledger = ledger_of(steps, until=until)
            lived = (row.closed_at or until) - steps[0].at
            assert sum((one.lasted for one in ledger), timedelta()) == lived, row.receipt_no
            assert all(one.lasted > timedelta() for one in ledger)
            ends = [one.until_at for one in ledger[:-1]]
            assert ends == [one.from_at for one in ledger[1:]]
            if row.state < State.CLOSED:
                last = ledger[-1].owner
                assert last == _owner_now(row, rows) or (last.kind is OwnerKind.REPORTER and asked[case])

    @invariant()
    def no_reporter_is_forgotten(self) -> None:
        rows, courses = self.rows(), self._open(Step)
        for case, told in self.told.items():
            row = rows[case]
            assert row.reporter_id == (told.reporter.person_id if told.reporter else None)
            if told.reporter is None:
                continue
            last = max(courses[case], key=lambda one: one.version)
            assert last.version == row.version
            assert last.to_state == row.state, "the course its reporter reads ends where it stands"
        for who in (CAST.li, CAST.wang):
            theirs = {case for case, told in self.told.items() if told.reporter is who}
            assert theirs <= self.seen_by(who)

    @invariant()
    def nobody_gains_sight(self) -> None:
        rows = self.rows()
        for one in WATCHERS:
            seen = self.seen_by(one)
            for case, told in self.told.items():
                row = rows[case]
                may = lies_within(row.scope_code, one.scope) and len(one.scope) <= row.sight_floor
                may |= one.sharing_unit_id in told.units | told.lent
                may |= told.reporter is not None and one.person_id == told.reporter.person_id
                assert (case in seen) <= may, (one.name, row.receipt_no)
                if one.sharing_unit_id in told.units:
                    assert case in seen, "what one had a part in stays in sight"

    @invariant()
    def who_assists_owes_as_long_as_somebody_waits(self) -> None:
        rows, assists = self.rows(), self._open(Assist)
        watches = watches_of(WATCH, [one.pk for found in assists.values() for one in found])
        for case, found in assists.items():
            row, running = rows[case], [one for one in found if one.ended_at is None]
            if running:
                assert State(row.state) in ASSISTED
                assert row.head_id is None, "what was merged away is waited for nowhere"
            helping = [one.unit_id for one in running]
            assert len(set(helping)) == len(helping)
            assert row.handler_unit_id not in helping
            for one in found:
                watch = watches[one.pk]
                assert (watch.ended_at is None) == (one.ended_at is None)
                if one.ended_at is None:
                    assert (watch.due_at is None) == (row.suspended_at is not None)

    @invariant()
    def time_is_asked_for_once_at_a_time_and_only_by_who_handles(self) -> None:
        rows = self.rows()
        for case, found in self._open(Extension, decided_at=None).items():
            assert len(found) <= 1
            assert not found or (rows[case].state == State.HANDLING and rows[case].head_id is None)

    def teardown(self) -> None:
        """Whatever happened, somebody can take the next step."""
        for case, row in self.rows().items():
            if row.head_id is None and row.state != State.VOIDED:
                assert any(self.offered(actor, self.told[case].walk) for actor in PEOPLE), row.receipt_no

    def know(self, walk: Walk, reporter: Actor | None) -> None:
        self.told[walk.case] = Told(walk, reporter)
        self.note_owners(self.told[walk.case])

    def note_owners(self, told: Told) -> None:
        """Whoever is in charge, has the task or decides about it has a part from then on."""
        row = self.row(told.walk.case)
        told.units |= {one for one in (row.centre_id, row.handler_unit_id) if one}

    def _lend(self) -> None:
        """Whoever has a part in a matter sees what was merged into it."""
        for case, row in self.rows().items():
            if row.head_id is not None:
                head = self.told[row.head_id]
                self.told[case].lent |= head.units | head.lent

    def row(self, case: UUID) -> Incident:
        with eyes(CAST.machine):
            found: Incident = Incident.objects.visible_to(CAST.machine).get(pk=case)
            return found

    def rows(self) -> dict[UUID, Incident]:
        with eyes(CAST.machine):
            return {one.pk: one for one in Incident.objects.visible_to(CAST.machine).filter(pk__in=self.told)}

    def seen_by(self, actor: Actor) -> set[UUID]:
        """Which of the matters both fences show the actor; they must agree."""
        with eyes(actor):
            by_query = set(
                Incident.objects.visible_to(actor).filter(pk__in=self.told).values_list("pk", flat=True)
            )
            whole = Incident.objects.unscoped("the test compares the fences").filter(pk__in=self.told)
            by_database = set(whole.values_list("pk", flat=True))
        assert by_query == by_database, actor.name
        return by_query

    def offered(self, actor: Actor, walk: Walk) -> list[Action]:
        with eyes(actor):
            row = Incident.objects.visible_to(actor).filter(pk=walk.case).first()
            if row is None:
                return []
            moves = queries.actions_for(actor, row, at=self.at)
            return [one.action for one in moves if one.action not in BESIDE]

    def _open(self, model: Any, **wanted: Any) -> dict[UUID, list[Any]]:
        """The rows beside every matter, as a machine sees them."""
        found: dict[UUID, list[Any]] = {case: [] for case in self.told}
        with eyes(CAST.machine):
            for one in model.objects.filter(incident_id__in=self.told, **wanted):
                found[one.incident_id].append(one)
        return found

    def _act(self, told: Told, actor: Actor, action: Action, unit_id: UUID, place: str) -> bool:
        """Do it; returns whether it was done. What may be refused although it was offered is named here, with why."""
        case, at = told.walk.case, self.at
        row = self.row(case)
        waiting = [one.unit_id for one in self._open(Assist, ended_at=None)[case]]
        if action is Action.HANDLE and waiting:
            with pytest.raises(AssistsOpen):
                services.handle_task(actor, case, remark="已办好", proofs=proofs(actor), at=at)
            return False
        if action is Action.ESCALATE and row.centre_area == CITY:
            with pytest.raises(NoCentreAbove):
                services.escalate_incident(actor, case, remark="上报", at=at)
            return False
        if action is Action.ASK_EXTENSION:
            return self._ask_for_time(actor, row)
        if action is Action.ASK_ASSIST:
            return self._ask_for_help(told, actor, row, waiting)
        if action is Action.EXCUSE_ASSIST:
            excuse_assist(actor, case, unit_id=sorted(waiting)[0], remark="不再需要", at=at)
        elif action is Action.SPLIT:
            split_incident(actor, case, unit_id=unit_id, words="其中一部分", at=at)
            with eyes(CAST.machine):
                child = ties_of(CAST.machine, self.row(case)).children[-1].incident
            self.know(Walk(replace(told.walk.receipt, incident_id=child.pk), at), None)
        elif action in REMARKED:
            getattr(services, REMARKED[action])(actor, case, remark="随机的一步", at=at)
        else:
            verbs(actor, row, unit_id, place, at=at)[action]()
        return True

    def _ask_for_time(self, actor: Actor, row: Incident) -> bool:
        """Refused while a request waits, once the policy's number was granted, or when it is late."""
        with eyes(CAST.machine):
            task = Assignment.objects.get(incident_id=row.pk, ended_at=None)
            before = list(Extension.objects.filter(assignment_id=task.pk))
        is_late = row.due_at is not None and self.at > row.due_at
        if is_late or any(one.decided_at is None or one.is_granted for one in before):
            with pytest.raises(ExtensionRefused):
                services.ask_extension(actor, row.pk, remark="配件在途", limit="1d", at=self.at)
            return False
        services.ask_extension(actor, row.pk, remark="配件在途", limit="1d", at=self.at)
        assert self.row(row.pk).due_at == row.due_at, "asking alone gives no time"
        return True

    def _ask_for_help(self, told: Told, actor: Actor, row: Incident, waiting: Iterable[UUID]) -> bool:
        taken = {*waiting, row.handler_unit_id, row.centre_id}
        free = [one for one in HELPERS if one not in taken]
        if not free:
            return False
        ask_assist(actor, row.pk, unit_id=free[0], limit="1d", remark="请配合", at=self.at)
        told.units.add(free[0])
        return True


def _owner_now(row: Incident, rows: dict[UUID, Incident]) -> Owner:
    """Whose turn it is, from the row alone."""
    if row.head_id is not None:
        return Owner(OwnerKind.HEAD, rows[row.head_id].receipt_no)
    if row.suspended_at is not None:
        return Owner(OwnerKind.NOBODY)
    if State(row.state) not in WITH_UNIT:
        return Owner(OwnerKind.CENTRE, row.centre_area)
    if row.assignee_post_id is not None:
        return Owner(OwnerKind.POST, str(row.assignee_post_id))
    return Owner(OwnerKind.UNIT, str(row.handler_unit_id))
