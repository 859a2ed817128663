"""Looking up who calls: open matters and late ones within sight, recorded for the reporter, never a history."""

from datetime import timedelta

import pytest

from jingwei.domains.hotline.rules.callers import MOST_SHOWN
from jingwei.domains.hotline.rules.refusals import NumberMissing
from jingwei.domains.hotline.services.callbacks import create_call_back
from jingwei.domains.hotline.services.callers import KnownOfCaller, look_up_caller
from jingwei.domains.hotline.tests.lines import NUMBER, OTHER_NUMBER, line, seat
from jingwei.domains.incidents.contracts import Identity
from jingwei.domains.incidents.services import close_incident
from jingwei.domains.incidents.tests.walking import reported, rows, spot, tipped
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.privacy.contracts import Purpose
from jingwei.kernel.errors import Forbidden
from tests.cast import CAST, FAR_GRID, FOREIGN_GRID, MONDAY_10

pytestmark = pytest.mark.django_db


def known(actor: Actor = CAST.zhao, *, days: float = 1, phone: str = NUMBER, **by: object) -> KnownOfCaller:
    at = MONDAY_10 + timedelta(days=days)
    return look_up_caller(
        actor, call_id=by.get("call_id"), phone=phone, purpose=Purpose.ANSWER_REQUEST, at=at
    )  # type: ignore[arg-type]


def cases(found: KnownOfCaller) -> list[object]:
    return [one.incident_id for one in found.matters]


def test_a_caller_is_known_by_yesterdays_report() -> None:
    seat()
    yesterday = reported().case
    reported(reporter_phone=OTHER_NUMBER)
    call = line(at=MONDAY_10 + timedelta(days=1)).answered().call
    assert cases(known(phone="", call_id=call)) == [yesterday]
    assert cases(known(phone="+86 138-7371-2345")) == [yesterday]


def test_the_reporter_sees_that_one_looked() -> None:
    case = reported().case
    known()
    looks = rows(
        "select viewer_name, field, purpose, remark from privacy_reveal where target = %s",
        f"incidents.incident:{case}",
    )
    assert looks == [("赵强", "incidents.reporter_phone", "answer_request", "来电时按号码查找")]


def test_nothing_found_leaves_no_look_but_an_audit_entry() -> None:
    known(phone=OTHER_NUMBER)
    assert rows("select count(*) from privacy_reveal") == [(0,)]
    assert rows("select count(*) from audit_entry where change::text like '%%look_up_caller%%'") == [(1,)]


def test_only_ones_own_area_is_looked_through() -> None:
    here, far, foreign = (
        reported().case,
        reported(position=spot(FAR_GRID)).case,
        reported(position=spot(FOREIGN_GRID)).case,
    )
    assert cases(known(CAST.zhao)) == [here]
    assert set(cases(known(CAST.sun))) == {here, far}
    assert cases(known(CAST.tang)) == [foreign]


def test_old_closed_matters_are_not_brought_up_again() -> None:
    walk = reported(by=CAST.public).accepted().dispatched().taken().handled().passed()
    close_incident(CAST.wu, walk.case, remark="已清运", at=walk.later())
    assert cases(known(days=89)) == [walk.case]
    assert cases(known(days=92)) == []


def test_a_confidential_reporter_is_known_to_the_centre_in_charge_only() -> None:
    case = reported(by=CAST.public, identity=Identity.CONFIDENTIAL).case
    assert cases(known(CAST.wu)) == [case]
    assert cases(known(CAST.zhao)) == []


def test_tips_and_anonymous_reports_are_never_found() -> None:
    tipped(by=CAST.public, identity=Identity.CONFIDENTIAL)
    reported(by=CAST.public, identity=Identity.ANONYMOUS)
    assert cases(known(CAST.wu)) == cases(known(CAST.sun)) == []


def test_no_more_than_a_handful_and_no_count() -> None:
    for number in range(MOST_SHOWN + 2):
        reported(words=f"第{number}件事，路灯不亮")
    found = known()
    assert len(found.matters) == MOST_SHOWN
    assert set(KnownOfCaller.__slots__) == {"matters", "call_backs"}


def test_promises_to_the_caller_are_shown() -> None:
    promise = create_call_back(
        CAST.zhao, why="问清楼号", due_at=MONDAY_10 + timedelta(hours=2), phone=NUMBER, at=MONDAY_10
    )
    assert [one.pk for one in known(days=0.05).call_backs] == [promise.pk]
    assert known(CAST.wu, days=0.05).call_backs == []


def test_without_a_number_nothing_is_looked_up() -> None:
    seat()
    call = line(number="").answered().call
    with pytest.raises(NumberMissing):
        known(phone="", call_id=call)


@pytest.mark.parametrize("actor", [CAST.qian, CAST.lin, CAST.gao, CAST.ding, CAST.guo], ids=lambda a: a.name)
def test_only_who_takes_calls_may_look_up_callers(actor: Actor) -> None:
    with pytest.raises(Forbidden):
        known(actor)
