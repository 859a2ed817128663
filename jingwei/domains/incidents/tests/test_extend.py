"""Asking for time, and the answer."""

from datetime import datetime, timedelta

import pytest

from jingwei.domains.clocks.contracts import BadLimit
from jingwei.domains.incidents import queries, services
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.rules.refusals import (
    ExtensionRefused,
    NothingToDecide,
    NotYours,
    RemarkMissing,
)
from jingwei.domains.incidents.tests.walking import Walk, reported, rows
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.scoping import eyes
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, COUNTY

pytestmark = pytest.mark.django_db


def in_hand() -> Walk:
    return reported().accepted().dispatched().taken()


def asked(walk: Walk, *, limit: str = "2d", by: Actor = CAST.qian, at: datetime | None = None) -> Walk:
    services.ask_extension(by, walk.case, remark="需要采购配件", limit=limit, at=at or walk.later())
    return walk


def test_granted_time_is_added_to_the_running_deadline() -> None:
    walk = in_hand()
    due_at = walk.row.due_at
    asked(walk)
    assert walk.row.due_at == due_at
    row = services.grant_extension(CAST.wu, walk.case, at=walk.later())
    assert row.due_at == due_at + timedelta(days=2)
    assert walk.tasks[0].due_at == row.due_at
    assert (row.state, walk.steps[-1].due_at) == (State.HANDLING, due_at)


def test_the_warning_moves_along_a_quarter_of_the_limit_ahead() -> None:
    walk = in_hand()
    ahead = walk.row.due_at - walk.row.warn_at
    asked(walk)
    row = services.grant_extension(CAST.wu, walk.case, at=walk.later())
    assert row.due_at - row.warn_at == ahead


def test_time_granted_late_is_counted_from_the_grant() -> None:
    walk = asked(in_hand(), limit="24H")
    granted_at = walk.row.due_at + timedelta(hours=20)
    row = services.grant_extension(CAST.wu, walk.case, at=granted_at)
    assert row.due_at == granted_at + timedelta(hours=24)


def test_refused_time_changes_nothing() -> None:
    walk = in_hand()
    due_at = walk.row.due_at
    asked(walk)
    with pytest.raises(RemarkMissing):
        services.refuse_extension(CAST.wu, walk.case, remark="", at=walk.later())
    row = services.refuse_extension(CAST.wu, walk.case, remark="配件有库存", at=walk.later())
    assert row.due_at == due_at
    decided = "select is_granted, remark, decided_at from incidents_extension where incident_id = %s"
    assert rows(decided, walk.case) == [(False, "配件有库存", walk.at)]


def test_who_was_refused_may_ask_again_and_who_was_granted_may_not() -> None:
    walk = asked(in_hand())
    services.refuse_extension(CAST.wu, walk.case, remark="理由不足", at=walk.later())
    asked(walk, limit="1d")
    services.grant_extension(CAST.wu, walk.case, at=walk.later())
    with pytest.raises(ExtensionRefused, match="最多延期1次"):
        asked(walk)


def test_one_request_waits_at_a_time() -> None:
    walk = asked(in_hand())
    with pytest.raises(ExtensionRefused, match="还在审批"):
        asked(walk)


def test_who_is_late_cannot_ask_any_more() -> None:
    walk = in_hand()
    due_at = walk.row.due_at
    with pytest.raises(ExtensionRefused, match="已经超时"):
        asked(walk, at=due_at + timedelta(seconds=1))
    asked(walk, at=due_at)


@pytest.mark.parametrize("limit", ["", "很久", "0d", "-1d", "999d"])
def test_what_is_no_limit_cannot_be_asked_for(limit: str) -> None:
    with pytest.raises(BadLimit):
        asked(in_hand(), limit=limit)


def test_there_is_nothing_to_decide_before_somebody_asks_or_twice() -> None:
    walk = in_hand()
    with pytest.raises(NothingToDecide):
        services.grant_extension(CAST.wu, walk.case, at=walk.later())
    asked(walk)
    services.grant_extension(CAST.wu, walk.case, at=walk.later())
    with pytest.raises(NothingToDecide, match="他人处理"):
        services.refuse_extension(CAST.wu, walk.case, remark="不同意", at=walk.later())


def test_deciding_is_offered_only_while_a_request_waits() -> None:
    walk = in_hand()

    def offered() -> set[Action]:
        with eyes(CAST.wu):
            return {m.action for m in queries.actions_for(CAST.wu, walk.row, at=walk.at)}

    deciding = {Action.GRANT_EXTENSION, Action.REFUSE_EXTENSION}
    assert not deciding & offered()
    asked(walk)
    assert deciding <= offered()
    services.grant_extension(CAST.wu, walk.case, at=walk.later())
    assert not deciding & offered()


def test_the_unit_asks_and_the_centre_in_charge_decides() -> None:
    walk = in_hand()
    with pytest.raises(NotYours, match="承办单位"):
        asked(walk, by=CAST.wu)
    with pytest.raises(Forbidden):
        asked(walk, by=CAST.lin)
    asked(walk, by=CAST.xu)
    with pytest.raises(NotYours, match="综治中心"):
        services.grant_extension(CAST.zhao, walk.case, at=walk.later())
    with pytest.raises(Forbidden):
        services.grant_extension(CAST.qian, walk.case, at=walk.later())


def test_the_commander_of_the_centre_decides_too() -> None:
    walk = reported(CAST.sun).accepted(CAST.sun).dispatched(CAST.sun).taken()
    assert walk.row.centre_area == COUNTY
    asked(walk)
    services.grant_extension(CAST.guo, walk.case, at=walk.later())
    assert walk.steps[-1].actor_name == "郭峰"


def test_a_request_that_nobody_decided_ends_with_the_task() -> None:
    walk = asked(in_hand()).handled()
    assert rows("select is_granted, remark from incidents_extension where incident_id = %s", walk.case) == [
        (False, "handled")
    ]
    other = asked(in_hand())
    services.return_task(CAST.qian, other.case, remark="属于环卫职责", at=other.later())
    assert rows("select is_granted, remark from incidents_extension where incident_id = %s", other.case) == [
        (False, "returned")
    ]
    asked(other.dispatched().taken())


def test_more_than_the_longest_the_policy_allows_is_refused() -> None:
    with pytest.raises(ExtensionRefused, match="最长延期15个工作日"):
        asked(in_hand(), limit="16d")
