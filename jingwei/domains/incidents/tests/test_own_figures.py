"""One's own figures: what is counted, how, and that nobody sees anybody else's."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.queries.figures import own_figures, rows_behind
from jingwei.domains.incidents.rules.figures import (
    FIGURES,
    FigureKey,
    OwnStep,
    figure_of,
    handlings_that_failed,
    shown_to,
)
from jingwei.domains.incidents.tests.walking import reported
from jingwei.foundation.access.contracts import Actor, Permission
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, MONDAY_10

K = FigureKey
RULE = {rule.key: rule for rule in FIGURES}
ONE, TWO = uuid4(), uuid4()


def step(action: Action, *, version: int = 2, late: bool | None = None, incident: UUID = ONE) -> OwnStep:
    due_at = None if late is None else MONDAY_10 + timedelta(minutes=-1 if late else 1)
    return OwnStep(incident, version, action, MONDAY_10, due_at)


def test_only_steps_with_a_limit_can_be_on_time() -> None:
    steps = [
        step(Action.HANDLE, late=False),
        step(Action.PASS_CHECK, late=True, incident=TWO),
        step(Action.HANDLE, late=None),
        step(Action.REPORT, late=False),
    ]
    found = figure_of(RULE[K.ON_TIME], steps, failed_after=frozenset())
    assert (found.count, found.of, found.incident_ids) == (1, 2, (ONE,))


def test_a_handling_came_back_when_the_next_check_or_the_centre_did_not_pass_it() -> None:
    course = [
        (ONE, 5, Action.HANDLE),
        (ONE, 6, Action.FAIL_CHECK),
        (ONE, 7, Action.HANDLE),
        (ONE, 8, Action.PASS_CHECK),
        (TWO, 5, Action.FAIL_CHECK),
        (TWO, 6, Action.HANDLE),
        (TWO, 7, Action.PASS_CHECK),
        (TWO, 8, Action.FAIL_CHECK),
    ]
    assert handlings_that_failed(course) == {(ONE, 5), (TWO, 6)}


def test_a_post_sees_figures_of_work_it_may_do() -> None:
    keys = lambda *held: [rule.key for rule in shown_to(frozenset(held))]  # noqa: E731
    assert keys(Permission.REPORT_INCIDENT) == [K.REPORTED]
    assert keys(Permission.HANDLE_TASK) == [K.HANDLED, K.ON_TIME, K.CAME_BACK]
    assert keys(Permission.VERIFY_INCIDENT) == [K.VERIFIED, K.ON_TIME]


def counts(actor: Actor, days: int = 30, after: timedelta = timedelta(hours=3)) -> dict[str, object]:
    with eyes(actor):
        figures, _ = own_figures(actor, days=days, at=MONDAY_10 + after)
    return {one.rule.key.value: one.count if one.of is None else (one.count, one.of) for one in figures}


@pytest.mark.django_db
def test_each_counts_what_they_did_themselves() -> None:
    walk = reported(CAST.lin).accepted().dispatched().taken().handled()
    services.fail_check(CAST.lin, walk.case, remark="有残留", at=walk.later())
    walk.handled().passed().closed()
    sent_back = reported().accepted().dispatched()
    services.return_task(CAST.qian, sent_back.case, remark="非职责", at=sent_back.later())
    assert counts(CAST.lin) == {
        "reported": 1,
        "verified": 2,
        "handled": 0,
        "on_time": (2, 2),
        "came_back": (0, 0),
    }
    assert counts(CAST.qian) == {
        "reported": 0,
        "handled": 2,
        "on_time": (2, 2),
        "came_back": (1, 2),
        "sent_back": 1,
    }
    assert set(counts(CAST.chen).values()) == {0, (0, 0)}
    with eyes(CAST.lin):
        behind = rows_behind(CAST.lin, K.VERIFIED, days=30, at=walk.at)
    assert [row.pk for row in behind] == [walk.case]


@pytest.mark.django_db
def test_days_are_days_of_the_calendar_and_the_days_before_stand_beside_them() -> None:
    reported(CAST.lin)
    assert counts(CAST.lin, days=1)["reported"] == 1
    tomorrow = timedelta(hours=14)  # midnight in China comes fourteen hours after ten in the morning
    assert counts(CAST.lin, days=1, after=tomorrow)["reported"] == 0
    with eyes(CAST.lin):
        _, before = own_figures(CAST.lin, days=1, at=MONDAY_10 + tomorrow)
    assert before[0].count == 1
