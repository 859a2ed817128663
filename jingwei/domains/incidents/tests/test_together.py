"""Two people at once, on connections of their own: one wins, the others get a clear refusal."""

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection, connections

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import State
from jingwei.domains.incidents.rules.refusals import (
    AlreadyRated,
    ExtensionRefused,
    IdTaken,
    NothingToDecide,
    NotYours,
    StepRefused,
    WhileSuspended,
)
from jingwei.domains.incidents.services import Correction, Receipt
from jingwei.domains.incidents.tests.walking import RUBBISH, Walk, new_report, photo, reported, rows, spot
from jingwei.foundation.files.rules.refusals import NotAttachable
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import DomainError, NotFound, StaleVersion
from tests.cast import CAST, FAR_GRID, MONDAY_10, URBAN, WATER

pytestmark = pytest.mark.usefixtures("own_city")


@pytest.fixture(autouse=True)
def _nothing_left_open() -> Iterator[None]:
    yield
    assert not connection.in_atomic_block


def at_once(*acts: Callable[[], Any]) -> list[Any]:
    """What each act gave, or the refusal it met; every act has a thread and a connection of its own."""
    ready, given = threading.Barrier(len(acts)), [None] * len(acts)

    def run(number: int, act: Callable[[], Any]) -> None:
        try:
            connection.ensure_connection()
            ready.wait(timeout=120)
            given[number] = act()
        except (DomainError, AssertionError) as refusal:
            given[number] = refusal  # type: ignore[call-overload]
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number, act)) for number, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=180)
        assert not thread.is_alive()
    return given


def sorted_out(given: Sequence[Any]) -> tuple[list[Any], list[DomainError]]:
    """Who got through, and who was refused."""
    refused = [one for one in given if isinstance(one, DomainError)]
    through = [one for one in given if not isinstance(one, Exception)]
    assert len(refused) + len(through) == len(given), given
    return through, refused


def is_whole(walk: Walk) -> bool:
    row, steps = walk.row, walk.steps
    audit = rows(
        "select count(*) from audit_entry where target = %s and permission <> 'reveal_personal'",
        f"incidents.incident:{walk.case}",
    )
    return (
        [step.version for step in steps] == list(range(1, row.version + 1))
        and steps[-1].to_state == row.state
        and audit == [(row.version,)]
        and sum(task.ended_at is None for task in walk.tasks) <= 1
    )


@pytest.mark.parametrize("seen", [None, 1])
def test_of_two_who_accept_at_once_one_wins(seen: int | None) -> None:
    for _ in range(5):
        walk = reported()
        at = walk.later()
        through, refused = sorted_out(
            at_once(
                lambda w=walk, t=at: services.accept_incident(
                    CAST.wu, w.case, item_code=RUBBISH, version=seen, at=t
                ),
                lambda w=walk, t=at: services.accept_incident(
                    CAST.luo, w.case, item_code="010102", version=seen, at=t
                ),
            )
        )
        assert [type(one) for one in refused] == [StepRefused if seen is None else StaleVersion]
        assert walk.row.item_code == through[0].item_code
        assert (walk.row.state, walk.row.version) == (State.ACCEPTED, 2)
        assert is_whole(walk)


def test_of_two_dispatches_one_unit_has_the_task() -> None:
    walk = reported().accepted()
    at = walk.later()
    through, refused = sorted_out(
        at_once(
            lambda: services.dispatch_incident(CAST.wu, walk.case, unit_id=URBAN, at=at),
            lambda: services.dispatch_incident(CAST.wu, walk.case, unit_id=WATER, at=at),
        )
    )
    assert (len(through), [type(one) for one in refused]) == (1, [StepRefused])
    assert [task.unit_id for task in walk.tasks] == [through[0].handler_unit_id]
    assert is_whole(walk)


def test_recalling_and_taking_at_once_end_in_one_of_two_orders() -> None:
    for _ in range(5):
        walk = reported().accepted().dispatched()
        at = walk.later()
        _, refused = sorted_out(
            at_once(
                lambda w=walk, t=at: services.take_task(CAST.qian, w.case, at=t),
                lambda w=walk, t=at: services.recall_incident(CAST.wu, w.case, remark="改派", at=t),
            )
        )
        assert walk.row.state == State.ACCEPTED
        assert {type(one) for one in refused} <= {StepRefused, NotYours}
        assert is_whole(walk)


def test_suspending_and_handling_at_once_leave_one_clock() -> None:
    for _ in range(3):
        walk = reported().accepted().dispatched().taken()
        _, refused = sorted_out(at_once(lambda w=walk: w.suspended(), lambda w=walk: w.handled()))
        assert [type(one) for one in refused] in ([WhileSuspended], [StepRefused])
        row = walk.row
        assert (row.suspended_at is None) == (row.state == State.HANDLED)
        assert is_whole(walk)


def test_one_request_for_time_is_decided_once() -> None:
    walk = reported().accepted().dispatched().taken()
    at = walk.later()
    ask = {"remark": "等配件", "limit": "1d", "at": at}
    through, refused = sorted_out(
        at_once(
            lambda: services.ask_extension(CAST.qian, walk.case, **ask),
            lambda: services.ask_extension(CAST.xu, walk.case, **ask),
        )
    )
    assert (len(through), [type(one) for one in refused]) == (1, [ExtensionRefused])
    through, refused = sorted_out(
        at_once(
            lambda: services.grant_extension(CAST.wu, walk.case, at=at),
            lambda: services.refuse_extension(CAST.wu, walk.case, remark="不同意", at=at),
        )
    )
    assert (len(through), [type(one) for one in refused]) == (1, [NothingToDecide])
    assert is_whole(walk)


def test_a_result_is_rated_once() -> None:
    walk = reported().accepted().dispatched().taken().handled().passed().closed()
    _, refused = sorted_out(at_once(*[lambda: walk.rated() and None] * 4))
    assert [type(one) for one in refused] == [AlreadyRated] * 3
    assert rows("select count(*) from incidents_rating where incident_id = %s", walk.case) == [(1,)]
    assert is_whole(walk)


def test_notes_of_many_all_stand() -> None:
    walk = reported()
    at = walk.later()
    given = at_once(
        *[
            lambda by=by: services.note_incident(by, walk.case, remark=f"{by.name}已知悉", at=at)
            for by in (CAST.lin, CAST.wu, CAST.zhao, CAST.sun, CAST.he, CAST.guo)
        ]
    )
    assert sorted_out(given)[1] == []
    assert Counter(step.actor_name for step in walk.steps[1:]) == Counter(
        ["林晓", "吴芳", "赵强", "孙丽", "何勇", "郭峰"]
    )
    assert is_whole(walk)


def test_what_moves_out_of_sight_meanwhile_is_not_found_or_not_ours() -> None:
    for _ in range(4):
        walk = reported()
        at = walk.later()
        away = Correction(position=spot(FAR_GRID))
        _, refused = sorted_out(
            at_once(
                lambda w=walk, c=away, t=at: services.correct_incident(
                    CAST.wu, w.case, c, remark="位置有误", at=t
                ),
                lambda w=walk, t=at: services.accept_incident(CAST.luo, w.case, item_code=RUBBISH, at=t),
            )
        )
        assert {type(one) for one in refused} <= {NotFound, NotYours}
        assert is_whole(walk)


def test_the_same_submission_many_times_at_once_is_one_report() -> None:
    report = new_report(file_ids=(photo(CAST.li),))
    given = at_once(*[lambda: services.report_incident(CAST.li, report, at=MONDAY_10)] * 8)
    through, refused = sorted_out(given)
    assert (refused, len(set(through))) == ([], 1)
    for table in ("step", "participant", "attachment"):
        counted = f"select count(*) from incidents_{table} where incident_id = %s"
        assert rows(counted, report.incident_id) == [(1,)]
    target = f"incidents.incident:{report.incident_id}"
    assert rows("select count(*) from audit_entry where target = %s", target) == [(1,)]
    told = "select count(*) from procrastinate_jobs where args->>'incident_id' = %s"
    assert rows(told, str(report.incident_id)) == [(1,)]


def test_different_reports_under_one_id_at_once_are_one_report_and_refusals() -> None:
    report = new_report()
    given = at_once(
        *[
            lambda n=n: services.report_incident(
                CAST.li, replace(report, words=f"第{n}件不同的事"), at=MONDAY_10
            )
            for n in range(6)
        ]
    )
    through, refused = sorted_out(given)
    assert [type(one) for one in through] == [Receipt]
    assert [type(one) for one in refused] == [IdTaken] * 5
    assert rows("select count(*) from incidents_step where incident_id = %s", report.incident_id) == [(1,)]


def test_one_photo_goes_to_one_report() -> None:
    file_id = photo(CAST.li)
    given = at_once(
        *[
            lambda: services.report_incident(
                CAST.li, new_report(incident_id=uuid4(), file_ids=(file_id,)), at=MONDAY_10
            )
        ]
        * 4
    )
    through, refused = sorted_out(given)
    assert (len(through), {type(one) for one in refused}) == (1, {NotAttachable})
    assert rows("select incident_id from incidents_attachment where file_id = %s", file_id) == [
        (through[0].incident_id,)
    ]


def test_many_reports_at_once_get_numbers_of_their_own() -> None:
    given = at_once(
        *[lambda: [services.report_incident(CAST.li, new_report(), at=MONDAY_10) for _ in range(5)]] * 6
    )
    numbers = [receipt.receipt_no for some in given for receipt in some]
    assert len(set(numbers)) == 30
    with eyes(CAST.machine):
        assert rows("select count(*) from incidents_incident where receipt_no = any(%s)", numbers) == [(30,)]
