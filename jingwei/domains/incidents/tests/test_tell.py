"""A step's news goes to whom the step concerned, whoever holds the task by the time it is told."""

import json

import pytest

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Action
from jingwei.domains.incidents.services.telling import tell_of
from jingwei.domains.incidents.tests.walking import Walk, reported, rows
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.notices.queries import list_notices, messages_about
from jingwei.foundation.scoping import eyes
from tests.cast import CAST, URBAN, WATER

pytestmark = pytest.mark.django_db
RECALLED = "派遣的任务已撤回"


def recalled() -> Walk:
    walk = reported().accepted().dispatched()
    services.recall_incident(CAST.wu, walk.case, remark="派错了单位", at=walk.later())
    return walk


def told(actor: Actor) -> list[str]:
    with eyes(actor):
        return [notice.title_zh for notice in list_notices(actor).rows]


def test_the_news_of_a_recall_names_the_unit_that_had_the_task() -> None:
    case = str(recalled().case)
    jobs = rows("select args::text from procrastinate_jobs where task_name = 'incidents.tell_of_step'")
    news = [json.loads(args) for (args,) in jobs]
    (one,) = [args for args in news if args["incident_id"] == case and args["action"] == "recall"]
    assert one["unit_id"] == str(URBAN)


def test_a_recall_is_told_to_that_unit_even_if_another_has_the_task_by_then() -> None:
    walk = recalled().dispatched(unit_id=WATER)
    tell_of(walk.case, Action.RECALL, unit_id=URBAN, at=walk.later())
    assert told(CAST.qian) == told(CAST.xu) == [RECALLED]
    assert told(CAST.feng) == []


def test_who_reported_without_an_account_hears_by_message_of_what_moves_the_end() -> None:
    walk, own = reported(CAST.wu).accepted().dispatched().taken(), reported().accepted().dispatched().taken()
    for one in (walk, own):
        one.suspended()
        tell_of(one.case, Action.SUSPEND, unit_id=None, version=one.row.version, at=one.at)
        services.resume_incident(CAST.wu, one.case, at=one.later())
        tell_of(one.case, Action.RESUME, unit_id=None, version=one.row.version, at=one.at)
    with eyes(CAST.machine):
        sent = [len(messages_about(f"incidents.incident:{one.case}")) for one in (walk, own)]
    assert sent == [2, 0]
    assert {"您反映的事项暂缓办理，请查看原因", "您反映的事项恢复办理"} <= set(told(CAST.li))
