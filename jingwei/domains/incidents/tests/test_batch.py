"""One action on many: row by row, safe to send again, one notice to whoever receives."""

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from jingwei.domains.incidents import services
from jingwei.domains.incidents.contracts import Action, State
from jingwei.domains.incidents.rules.batches import BATCH_ACTIONS, LARGEST_BATCH
from jingwei.domains.incidents.rules.lifecycle import MOVES, Need
from jingwei.domains.incidents.services.batch import VERBS, Chosen, Given, RowResult, act_together
from jingwei.domains.incidents.services.telling import tell_of
from jingwei.domains.incidents.tests.walking import RUBBISH, Walk, audited, reported, spot, stored
from jingwei.foundation.access import services as access
from jingwei.foundation.access.contracts import Actor
from jingwei.foundation.notices.models import Notice
from jingwei.foundation.scoping import eyes
from jingwei.kernel.clock import now
from tests.cast import CAST, GRID_3, MONDAY_10, URBAN

pytestmark = pytest.mark.django_db
AT = MONDAY_10 + timedelta(hours=3)


def together(
    actor: Actor, action: Action, walks: Sequence[Walk], *, batch_id: UUID | None = None, **given: Any
) -> list[RowResult]:
    chosen = [Chosen(walk.case, stored(walk.case).version) for walk in walks]
    return act_together(actor, batch_id or uuid4(), action, chosen, Given(**given), at=AT)


def refusals(results: Sequence[RowResult]) -> list[str | None]:
    return [one.refusal.code if one.refusal else None for one in results]


def states(walks: Sequence[Walk]) -> list[int]:
    return [stored(walk.case).state for walk in walks]


def notices(actor: Actor) -> list[tuple[str, int]]:
    with eyes(actor):
        return list(
            Notice.objects.filter(post_id=actor.post_id).order_by("at").values_list("title_zh", "times")
        )


def hear(walks: Sequence[Walk], action: Action) -> None:
    """What the queue does after the steps."""
    for walk in walks:
        step = walk.steps[-1]
        assert step.action == action.value
        tell_of(walk.case, action, unit_id=URBAN, version=step.version, at=AT)


def test_every_batch_action_has_its_verb_and_none_needs_proof() -> None:
    assert set(VERBS) == set(BATCH_ACTIONS)
    for move in MOVES:
        if move.action in BATCH_ACTIONS:
            assert not move.needs & {Need.EVIDENCE, Need.RATING, Need.LIMIT}, move


def test_twenty_are_dispatched_and_the_unit_hears_once() -> None:
    walks = [reported().accepted() for _ in range(20)]
    results = together(CAST.wu, Action.DISPATCH, walks, unit_id=URBAN)
    assert refusals(results) == [None] * 20
    assert [(one.version, one.state) for one in results] == [(3, State.DISPATCHED)] * 20
    hear(walks, Action.DISPATCH)
    for actor in (CAST.qian, CAST.xu):
        assert notices(actor) == [("有新的任务待接收", 20)]


def test_what_is_told_of_each_by_itself_is_told_of_a_batch_once() -> None:
    walks = [reported().accepted().dispatched() for _ in range(3)]
    results = together(CAST.wu, Action.RECALL, walks, remark="派错单位")
    assert refusals(results) == [None] * 3
    hear(walks, Action.RECALL)
    assert notices(CAST.qian) == [("派遣的任务已撤回", 3)]
    alone = reported().accepted().dispatched()
    services.recall_incident(CAST.wu, alone.case, remark="派错单位", at=AT)
    hear([alone], Action.RECALL)
    assert notices(CAST.qian) == [("派遣的任务已撤回", 3), ("派遣的任务已撤回", 1)]


def test_reporters_hear_of_each_of_their_own() -> None:
    walks = [reported().accepted().dispatched().taken().handled().passed() for _ in range(2)]
    together(CAST.wu, Action.CLOSE, walks, remark="已清运，感谢反映")
    hear(walks, Action.CLOSE)
    with eyes(CAST.li):
        told = Notice.objects.filter(person_id=CAST.li.person_id, title_zh__contains="办结")
        assert sorted(told.values_list("target", flat=True)) == sorted(
            f"incidents.incident:{walk.case}" for walk in walks
        )


def test_a_refused_row_leaves_the_others_alone() -> None:
    fine, gone_on, elsewhere, stale = (
        reported(),
        reported().accepted(),
        reported(position=spot(GRID_3)),
        reported(),
    )
    chosen = [Chosen(walk.case, stored(walk.case).version) for walk in (fine, gone_on, elsewhere, stale)]
    services.correct_incident(
        CAST.wu, stale.case, services.Correction(address="迎春路20号"), remark="门牌有误", at=stale.later()
    )
    chosen.append(Chosen(uuid4(), 1))
    results = act_together(CAST.wu, uuid4(), Action.ACCEPT, chosen, Given(item_code=RUBBISH), at=AT)
    assert refusals(results) == [None, "incident.step_refused", "not_found", "stale_version", "not_found"]
    assert states([fine, gone_on, elsewhere, stale]) == [
        State.ACCEPTED,
        State.ACCEPTED,
        State.REPORTED,
        State.REPORTED,
    ]
    assert len(elsewhere.steps) == 1


def test_an_item_is_given_only_to_those_without_one() -> None:
    known, unknown = reported(item_code="010303"), reported()
    assert refusals(together(CAST.wu, Action.ACCEPT, [known, unknown])) == [None, "incident.item_missing"]
    other = reported(item_code="010303")
    assert refusals(together(CAST.wu, Action.ACCEPT, [other, unknown], item_code=RUBBISH)) == [None, None]
    assert (stored(other.case).item_code, stored(unknown.case).item_code) == ("010303", RUBBISH)


def test_sent_again_what_is_done_is_told_as_done_and_done_once() -> None:
    walks = [reported() for _ in range(3)]
    batch_id = uuid4()
    chosen = [Chosen(walk.case, 1) for walk in walks]
    for time in range(2):
        results = act_together(CAST.wu, batch_id, Action.ACCEPT, chosen, Given(item_code=RUBBISH), at=AT)
        assert refusals(results) == [None] * 3, time
        assert [one.version for one in results] == [2] * 3
    assert [len(walk.steps) for walk in walks] == [2] * 3
    fresh = act_together(CAST.wu, uuid4(), Action.ACCEPT, chosen, Given(item_code=RUBBISH), at=AT)
    assert refusals(fresh) == ["stale_version"] * 3


def test_a_batch_cut_short_is_finished_by_sending_it_again() -> None:
    walks = [reported() for _ in range(4)]
    batch_id, chosen = uuid4(), [Chosen(walk.case, 1) for walk in walks]
    act_together(CAST.wu, batch_id, Action.ACCEPT, chosen[:2], Given(item_code=RUBBISH), at=AT)
    results = act_together(CAST.wu, batch_id, Action.ACCEPT, chosen, Given(item_code=RUBBISH), at=AT)
    assert refusals(results) == [None] * 4
    assert [len(walk.steps) for walk in walks] == [2] * 4


def test_notes_sent_again_are_left_once() -> None:
    walk, batch_id = reported(), uuid4()
    for _ in range(2):
        together(CAST.wu, Action.NOTE, [walk], batch_id=batch_id, remark="已电话联系")
    assert [step.action for step in walk.steps] == ["report", "note"]


def test_anothers_batch_id_hides_nothing() -> None:
    walk, batch_id = reported(), uuid4()
    together(CAST.wu, Action.ACCEPT, [walk], batch_id=batch_id, item_code=RUBBISH)
    results = act_together(
        CAST.zhao, batch_id, Action.ACCEPT, [Chosen(walk.case, 1)], Given(item_code=RUBBISH), at=AT
    )
    assert refusals(results) == ["stale_version"]


def test_the_audit_names_the_batch() -> None:
    walk, batch_id = reported(), uuid4()
    together(CAST.wu, Action.ACCEPT, [walk], batch_id=batch_id, item_code=RUBBISH)
    permission, name, change = audited(walk.case)[-1]
    assert (permission, name, change["batch"]) == ("accept_incident", "吴芳", str(batch_id))
    alone = reported().accepted()
    assert "batch" not in audited(alone.case)[-1][2]


@pytest.mark.parametrize(
    ("action", "given", "state"),
    [
        (Action.TAKE, {}, State.HANDLING),
        (Action.RETURN, {"remark": "不属本单位职责"}, State.ACCEPTED),
        (Action.RETURN, {}, None),
    ],
    ids=str,
)
def test_units_do_many_at_once_too(action: Action, given: dict[str, Any], state: State | None) -> None:
    walks = [reported().accepted().dispatched() for _ in range(2)]
    results = together(CAST.qian, action, walks, **given)
    if state is None:
        assert refusals(results) == ["incident.remark_missing"] * 2
    else:
        assert states(walks) == [state] * 2


def test_a_head_assigns_many_and_a_centre_pauses_them() -> None:
    walks = [reported().accepted().dispatched() for _ in range(2)]
    assert refusals(together(CAST.xu, Action.ASSIGN, walks, post_id=CAST.qian.post_id)) == [None] * 2
    until = AT + timedelta(days=3)
    assert refusals(together(CAST.wu, Action.SUSPEND, walks, remark="等待材料", until=until)) == [None] * 2
    assert refusals(together(CAST.wu, Action.RESUME, walks)) == [None] * 2
    assert {stored(walk.case).assignee_post_id for walk in walks} == {CAST.qian.post_id}


class Desk:
    """Wu at her desk, over HTTP."""

    def __init__(self, actor: Actor = CAST.wu) -> None:
        assert actor.person_id
        with eyes(actor):
            secret = access.open_session(actor.person_id, at=now())
        self.client = Client(headers={"Authorization": f"Bearer {secret}"})

    def batch(self, **body: Any) -> tuple[int, Any]:
        content = json.dumps({"batch_id": uuid4()} | body, default=str)
        answer = self.client.post("/api/v1/incidents/batch", content, content_type="application/json")
        return answer.status_code, answer.json()


def test_a_batch_over_http_is_answered_row_by_row() -> None:
    fine, missing = reported(), uuid4()
    rows = [{"id": fine.case, "version": 1}, {"id": missing, "version": 1}]
    status, answer = Desk().batch(action="accept", rows=rows, item_code=RUBBISH)
    assert (status, answer["done"], answer["refused"]) == (200, 1, 1)
    first, second = answer["rows"]
    assert (first["is_done"], first["version"], first["state"], first["state_label"]) == (
        True,
        2,
        20,
        "待派遣",
    )
    assert (second["is_done"], second["refusal"]["code"], second["refusal"]["status"]) == (
        False,
        "not_found",
        404,
    )
    assert second["refusal"]["message"]
    assert second["refusal"]["message_en"]


def test_somebody_without_the_permission_is_refused_in_every_row() -> None:
    walk = reported()
    status, answer = Desk(CAST.lin).batch(
        action="close", rows=[{"id": walk.case, "version": 1}], remark="结案"
    )
    assert (status, answer["done"]) == (200, 0)
    assert answer["rows"][0]["refusal"]["code"] == "forbidden"


@pytest.mark.parametrize(
    "body",
    [
        {"action": "handle"},
        {"action": "dispatch"},
        {"action": "assign"},
        {"action": "suspend", "remark": "等待"},
        {"action": "accept", "rows": []},
        {"action": "accept", "rows": [{"id": str(UUID(int=1)), "version": 1}] * 2},
        {"action": "accept", "rows": [{"id": str(UUID(int=1))}]},
        {"action": "accept", "rows": [{"id": str(uuid4()), "version": 1} for _ in range(LARGEST_BATCH + 1)]},
        {"action": "accept", "itme_code": RUBBISH},
    ],
    ids=lambda body: f"{body['action']}-{len(body)}-{len(body.get('rows', '-'))}",
)
def test_what_would_be_wrong_for_all_is_refused_before_any_is_touched(body: dict[str, Any]) -> None:
    walk = reported()
    status, refusal = Desk().batch(**{"rows": [{"id": walk.case, "version": 1}]} | body)
    assert (status, refusal["code"]) == (422, "bad_fields")
    assert len(walk.steps) == 1
